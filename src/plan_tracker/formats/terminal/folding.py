"""Texts folded to a width; Rich's own folding leaves blanks, and lines of blanks, within Chinese texts."""

from rich.cells import cell_len, chop_cells


def fold(text: str, width: int) -> list[str]:
    """The lines of a text in a width in cells: broken at blanks, within a word only where it must be."""
    if cell_len(text) <= width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        pieces = chop_cells(word, width) if cell_len(word) > width else [word]
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def fold_evenly(text: str, width: int) -> list[str]:
    """As few lines as `fold` makes, all about equally long."""
    lines = fold(text, width)
    longest = max(map(cell_len, text.split(" ")))
    for narrower in range(width - 1, max(width // 2, longest - 1 if longest <= width else 0), -1):
        if len(lines) == 1 or len(again := fold(text, narrower)) > len(lines):
            break
        lines = again
    return lines
