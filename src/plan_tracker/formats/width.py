"""How wide a text stands where every letter has a cell and Chinese letters have two."""

from unicodedata import category, east_asian_width

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width(text: str) -> int:
    """How many cells a text takes in a terminal; Rich knows better, but is slow to import."""
    return sum(_cells(letter) for letter in text)


def padded(text: str, cells: int, *, right: bool = False) -> str:
    """The text with spaces after it (or before it, to stand at the right) up to so many cells."""
    spaces = " " * max(0, cells - width(text))
    return spaces + text if right else text + spaces


def _cells(letter: str) -> int:
    if category(letter) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(letter) in "WF" else 1
