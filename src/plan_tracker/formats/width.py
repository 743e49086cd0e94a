"""Measures texts as terminals show them; `rich.cells` is the one module of Rich that all formats use."""

from functools import lru_cache

from rich.cells import cell_len


def width(text: str) -> int:
    """Returns how many cells of a terminal a text takes."""
    return len(text) if text.isascii() else _width(text)


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """Fills a text up to a number of cells with blanks, behind it, or before it to put it at the `right`."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


@lru_cache(maxsize=1 << 18)
def _width(text: str) -> int:
    """Measures each text once, though it is asked for twice: Rich goes through it letter by letter."""
    return cell_len(text)
