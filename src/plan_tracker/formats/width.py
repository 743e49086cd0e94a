"""How wide a text stands in a terminal, as Rich knows it; the only module of Rich that all formats use."""

from functools import lru_cache

from rich.cells import cell_len


def width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if text.isascii() else _width(text)


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """The text with blanks behind it, or before it to stand at the `right`, up to so many cells."""
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


@lru_cache(maxsize=1 << 18)
def _width(text: str) -> int:
    """Kept, since each text is measured for its column and again for its line, by Rich letter by letter."""
    return cell_len(text)
