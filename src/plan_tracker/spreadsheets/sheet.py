"""A table as it was found in a file, before its cells are given a meaning."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from plan_tracker.spreadsheets.cells import Cell, text_of


class Area(NamedTuple):
    """A rectangle of merged cells; rows and columns count from 0, the last ones are included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """The rows of one sheet (or of a text file, then without a name), and what is special about some cells.

    Rows and columns count from 0. Rows may have different lengths. `indents` are those of indented texts, by
    row and column. `lacks_formats` says that numbers may have been shown as percentages: .xls and .ods do not
    tell it. `delimiter` is what divides the cells of a text file.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    indents: Mapping[tuple[int, int], int] = MappingProxyType({})
    lacks_formats: bool = False
    delimiter: str = ""


def indents_in(at: int, cells: Iterable[object]) -> dict[tuple[int, int], int]:
    """Returns the indents of the texts of a row that begin with blanks, which is the row `at`."""
    return {
        (at, column): _indent(cell)
        for column, cell in enumerate(cells)
        if isinstance(cell, str) and cell[:1].isspace()
    }


def _indent(text: str) -> int:
    """Returns how many blanks a text begins with; a full-width one counts as two, a tab as four."""
    blanks = text[: len(text) - len(text.lstrip())]
    return sum({"\u3000": 2, "\t": 4}.get(blank, 1) for blank in blanks)


def letter_of(column: int) -> str:
    """Returns the letters by which spreadsheets call a column: A for 0, AB for 27."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_of(letters: str) -> int:
    """Returns the column that spreadsheets call so, counted from 0; the letters are A to Z."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def remarks_in(rows: Sequence[Sequence[Cell]]) -> dict[str, Cell]:
    """Returns the values in rows that pair a word with a value beside a table: `as of`, `plan`."""
    found: dict[str, Cell] = {}
    for row in reversed(rows):
        match [cell for cell in row if cell is not None]:
            case [word, value]:
                found[text_of(word)] = value
            case _:
                pass
    return found
