"""Measures texts as terminals show them; `rich.cells` is the one module of Rich that all formats use."""

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"
"""What makes letters beside each other have another width than each by itself."""
_FILLED = 200
"""To how many cells texts are filled up: beside a name of a million letters a thousand others stay short."""


def width(text: str) -> int:
    """Returns how many cells of a terminal a text takes."""
    return len(text) if text.isascii() else _width(text)


def cut(text: str, cells: int) -> str:
    """Returns a text of at most so many cells, with … at its end where something is left out."""
    return text if width(text) <= cells else f"{set_cell_size(text, cells - 1).rstrip()}…"


def padded(texts: Iterable[str], cells: int, *, right: bool) -> list[str]:
    """Fills texts up to a number of cells with blanks, behind each, or before it to put it at the `right`."""
    cells = min(cells, _FILLED)
    if right:
        return [
            text.rjust(cells) if text.isascii() else " " * (cells - _width(text)) + text for text in texts
        ]
    return [text.ljust(cells) if text.isascii() else text + " " * (cells - _width(text)) for text in texts]


class _Letters(dict[str, int]):
    """Widths of letters, each asked of Rich once: that saves a sixth of the time of a large table."""

    def __missing__(self, letter: str) -> int:
        self[letter] = cells = cell_len(letter)
        return cells


_letter = _Letters().__getitem__


@lru_cache(maxsize=1 << 18)  # each text is measured for its column and again for its line
def _width(text: str) -> int:
    return cell_len(text) if _JOINER in text or _AS_EMOJI in text else sum(map(_letter, text))
