"""Tables for people, before any format: columns, and sections of rows of cells."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache, lru_cache
from operator import attrgetter
from typing import Generic, NamedTuple, Protocol, TypeVar, get_args, get_type_hints

from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import Ratio
from plan_tracker.reports.batches import AT_ONCE, batched
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES, status_text
from plan_tracker.wording.tones import Tone


class Bar(NamedTuple):
    """A completion rate to be drawn, and the pace to be marked on it, as shares."""

    rate_ratio: Ratio
    pace: Fraction | None

    @property
    def rate(self) -> Fraction:
        """The rate as a fraction: a page has one for each bar, a line of text for none."""
        return Fraction(*self.rate_ratio)


class Cell(NamedTuple):
    """A field of a table: a text or a bar, its tone, and whether it is `loud`: not to be overlooked."""

    text: str
    tone: Tone = Tone.PLAIN
    bar: Bar | None = None
    loud: bool = False


EMPTY = Cell("")


@lru_cache(maxsize=1024)
def recurring(text: str) -> Cell:
    """Returns the one cell of a text that many rows have, such as a unit."""
    return Cell(text)


@cache
def status_cell(status: Status, language: Language) -> Cell:
    """Returns the cell that names a status, in its tone."""
    return Cell(status_text(status, language), STATUSES[status].tone)


class Column(NamedTuple):
    """A column of a report's table; `columns_of` makes a table's columns of the fields of its rows.

    `key` is the name of its cell in each row, and its word, if it has one, the heading, unless another is
    given. Figures stand at the `right`. Where a terminal is too narrow for all columns, the one with the
    lowest `rank` is dropped first (ranks 1 and 2 even before long names are folded); a column of rank 0 is
    never dropped. Documents show the columns that are `on_paper`.
    """

    key: str = ""
    heading: Phrase | None = None
    right: bool = False
    rank: int = 0
    on_paper: bool = True


def columns_of(cells: type[tuple[Cell, ...]]) -> tuple[Column, ...]:
    """Returns the columns of a table, in the order of the cells: `goal: Annotated[Cell, Column(right=True)]`.

    A field that is only a `Cell` has a column without settings.
    """
    hints = get_type_hints(cells, include_extras=True)
    settings = {key: next(iter(get_args(hint)[1:]), Column()) for key, hint in hints.items()}
    return tuple(column._replace(key=key) for key, column in settings.items())


class Row(Protocol):
    """A row of a table."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, as a named tuple whose fields are the keys of the columns."""
        ...

    @property
    def depth(self) -> int:
        """1 for a part that stands below its target, else 0."""
        ...


R_co = TypeVar("R_co", bound=Row, covariant=True)


class Section(NamedTuple, Generic[R_co]):
    """Rows under a heading, which may be empty, with texts that sum them up, to be told in one line."""

    rows: tuple[R_co, ...]
    heading: str = ""
    summary: tuple[str, ...] = ()

    def cells(self, column: Column) -> list[Cell]:
        """Returns the cells of one column, row by row."""
        return list(map(attrgetter(f"cells.{column.key}"), self.rows))

    def is_empty(self, column: Column) -> bool:
        """Tells whether all cells of a column are empty."""
        return not any(cell.text or cell.bar for cell in self.cells(column))


class Table(NamedTuple, Generic[R_co]):
    """A table in one language: columns from left to right, rows in sections from top to bottom.

    There is a column for each cell of a row, in their order.
    """

    columns: tuple[Column, ...]
    sections: tuple[Section[R_co], ...]
    language: Language

    def heading(self, column: Column) -> str:
        """Returns the heading of a column, which may be empty."""
        heading = column.heading or words.COLUMN.get(column.key)
        return heading.text(self.language) if heading else ""

    def texts(self) -> dict[Column, set[str]]:
        """Returns the different texts of each column."""
        found: dict[Column, set[str]] = {column: set() for column in self.columns}
        for section in self.sections:
            for rows in batched(section.rows, AT_ONCE):
                columns = zip(*[row.cells for row in rows], strict=True)
                for texts, cells in zip(found.values(), columns, strict=True):
                    texts.update([cell.text for cell in cells])
        return found

    def is_empty(self, column: Column) -> bool:
        """Tells whether all cells of a column are empty."""
        return all(section.is_empty(column) for section in self.sections)

    def on_paper(self) -> list[Column]:
        """Returns the columns that documents show: those that are meant for them, and not empty."""
        return [column for column in self.columns if column.on_paper and not self.is_empty(column)]


class PlainRow(NamedTuple):
    """A row that is nothing but its cells."""

    cells: tuple[Cell, ...]
    depth: int = 0


def plain_table(columns: tuple[Column, ...], rows: Iterable[PlainRow], language: Language) -> Table[PlainRow]:
    """Makes a table of one section, or of none if there are no rows."""
    filled = tuple(rows)
    return Table(columns=columns, sections=(Section(filled),) if filled else (), language=language)
