"""What tables for people are made of: columns, sections of rows, cells; formats only draw them."""

from fractions import Fraction
from typing import Generic, NamedTuple, Protocol, TypeVar

from plan_tracker.language import Language, Phrase
from plan_tracker.wording.tones import Tone


class Bar(NamedTuple):
    """A completion rate to be drawn, and the pace to be marked on it, as shares."""

    rate: Fraction
    pace: Fraction | None


class Cell(NamedTuple):
    """A field of a table: its text, or a bar instead, and how it is to be taken; a loud one must be seen."""

    text: str
    tone: Tone = Tone.PLAIN
    bar: Bar | None = None
    loud: bool = False


EMPTY = Cell("")


class Column(NamedTuple):
    """A column of a report's table: which cell of a row stands in it, under which heading, and how.

    `key` is the name of the cell in a row. Figures stand at the `right`. Where a terminal is too narrow for
    all columns, that with the lowest `rank` is dropped first, ranks 1 and 2 even before names are folded
    much; rank 0 is never dropped. `on_paper` tells whether documents show the column too.
    """

    key: str
    heading: Phrase | None
    right: bool = False
    rank: int = 0
    on_paper: bool = True


class Row(Protocol):
    """A row of a table."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """A named tuple with a cell for the key of each column."""
        ...

    @property
    def depth(self) -> int:
        """0, or 1 for a row that belongs to the one above."""
        ...


R_co = TypeVar("R_co", bound=Row, covariant=True)


class Section(NamedTuple, Generic[R_co]):
    """Rows under a heading, and a sentence on what they come to; both texts may be empty."""

    rows: tuple[R_co, ...]
    heading: str = ""
    summary: str = ""

    def cells(self, column: Column) -> list[Cell]:
        """The cells of one column, row by row."""
        key = column.key
        return [getattr(row.cells, key) for row in self.rows]


class Table(NamedTuple, Generic[R_co]):
    """A table in one language: its columns from left to right, and its rows in sections."""

    columns: tuple[Column, ...]
    sections: tuple[Section[R_co], ...]
    language: Language

    def heading(self, column: Column) -> str:
        """What stands above a column."""
        return column.heading.text(self.language) if column.heading else ""

    def is_empty(self, column: Column) -> bool:
        """Whether nothing stands in a column."""
        return not any(cell.text or cell.bar for section in self.sections for cell in section.cells(column))


class PlainRow(NamedTuple):
    """A row that stands by itself."""

    cells: tuple[Cell, ...]
    depth: int = 0
