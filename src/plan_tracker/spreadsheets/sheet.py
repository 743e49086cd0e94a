"""A table as it was found in a file, before anybody asks what its cells mean."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.spreadsheets.cells import Cell


class Area(NamedTuple):
    """A rectangle of cells that are merged; rows and columns count from 0, the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """The rows of one sheet (or of a text file, then without a name), and what is special about some cells.

    Rows and columns count from 0. A row may be shorter than others.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


class NotASheet(Exception):  # noqa: N818 - what is told is why it cannot be read
    """A file that is no table that can be read, why, and what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint


def letter_of(column: int) -> str:
    """A column as spreadsheets call it: 0 is A, 27 is AB."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_of(letters: str) -> int:
    """The column that spreadsheets call so, counted from 0; the letters are A to Z."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
