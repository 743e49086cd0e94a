"""Folds texts into lines of a width; Rich's own folding puts blanks, even empty lines, into Chinese texts."""

from collections.abc import Iterator
from string import ascii_letters, digits

from rich.cells import cell_len, chop_cells

_NEVER_FIRST, _NEVER_LAST = frozenset("，。、；：！？）)》”’％%…-/"), frozenset("（(《“‘")
"""Characters with which no line may begin, and with which none may end."""
_TOGETHER = frozenset(f"{digits}.,%-"), frozenset(f"{digits}{ascii_letters}_")
"""Characters of figures and days, and of words: between two of either no line may end."""
_LETTERS_A_CELL = 8
"""How many letters of a text are looked at for each cell of a line: an emoji of two cells may have ten."""


def fold(text: str, width: int) -> list[str]:
    """Breaks a text into lines of at most `width` cells, at blanks, and within a word only where it must.

    A Chinese sentence that must be broken begins on the line where it stands. However narrow it is, each line
    has a letter.
    """
    width = max(1, width)
    if cell_len(text) <= width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        if begun := _begun(lines[-1], word, width):
            lines[-1] = f"{lines[-1]} {begun}"
        pieces = list(_chopped(word.removeprefix(begun), width))
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def _begun(line: str, word: str, width: int) -> str:
    """Returns how much of a word wider than a line finds room behind a line: Chinese letters or nothing."""
    if not line or cell_len(word) <= width:
        return ""
    begun = next(_chopped(f"{line} {word}", width))[len(line) + 1 :]
    return begun if begun and cell_len(begun[-1]) > 1 else ""


def _chopped(word: str, width: int) -> Iterator[str]:
    """Yields the pieces of a word without blanks, none wider than the width."""
    begin, near = 0, _LETTERS_A_CELL * width  # to measure all that is left each time would be quadratic
    while len(word) - begin > near or cell_len(word[begin:]) > width:
        part = word[begin : begin + near]
        first = next(iter(chop_cells(part, width)), part)  # of letters without width there is no line
        size = max(1, len(first))  # a letter may be wider than a cell
        size = next((at for at in range(min(size, len(part) - 1), 0, -1) if _may_end(part, at)), size)
        yield part[:size]
        begin += size
    yield word[begin:]


def _may_end(word: str, at: int) -> bool:
    """Tells whether a line may end before the letter at a place of a word."""
    if word[at] in _NEVER_FIRST or word[at - 1] in _NEVER_LAST:
        return False
    return not any(kept.issuperset(word[at - 1 : at + 1]) for kept in _TOGETHER)


def fold_evenly(text: str, width: int) -> list[str]:
    """Breaks a text into no more lines than `fold` does, but all of about the same length."""
    lines = fold(text, width)
    longest = max(map(cell_len, text.split(" ")))
    for narrower in range(width - 1, max(width // 2, longest - 1 if longest <= width else 0), -1):
        if len(lines) == 1 or len(again := fold(text, narrower)) > len(lines):
            break
        lines = again
    return lines
