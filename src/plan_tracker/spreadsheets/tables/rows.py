"""What each row of a table is: a target, a total, a note, a heading for the rows below."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import distinct
from plan_tracker.spreadsheets.cells import Cell, is_digits, text_of
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meanings
from plan_tracker.spreadsheets.tables.row_texts import is_dashed, is_note, is_of_which, is_total
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_said
from plan_tracker.spreadsheets.tables.unit_lines import units_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL, heads_names
from plan_tracker.wording.headings import SERIAL

_SERIAL_LETTERS = re.compile(r"[\d一二三四五六七八九十、.．()（）\sIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+")
"""What serial numbers are made of: 12, （一）, IV."""

_STEMS = frozenset("甲乙丙丁")
_FEW = 3
"""How many numbers in a row may still be figures."""


class RowKind(Enum):
    """What a row is."""

    ENTRY = auto()
    GROUP = auto()
    TOTAL = auto()
    OF_WHICH = auto()
    """A row that repeats a part of one above: 其中：…"""

    NOTE = auto()
    HEADINGS = auto()
    LONGER = auto()
    """A row with more fields than headings: a field contains the delimiter."""

    OTHER = auto()
    """A row of another table below, from its headings on."""


class Row(NamedTuple):
    """A row that is not blank; `at` counts from 0, `name` is empty if it has none.

    `indent` is how far the name is indented below others, by blanks and by a dash before it.
    """

    at: int
    kind: RowKind
    name: str
    indent: int

    @property
    def number(self) -> int:
        """The number by which spreadsheets call the row."""
        return self.at + 1


def rows_of(table: Table, figures: Sequence[int], is_name: Callable[[str], bool]) -> Iterator[Row]:
    """Returns the rows below the headings; `figures` are columns, `is_name` tells names of targets."""
    return filter(None, map(_Sorter(table, figures, is_name).row, table.rows))


class _Texts(Mapping[int, str]):
    """The texts of a row by their columns, made when they are asked for: most cells are mere figures.

    That of a blank cell is empty.
    """

    def __init__(self, grid: Grid, at: int) -> None:
        self._grid, self._at, self._filled = grid, at, grid.filled(at)

    def __getitem__(self, column: int) -> str:
        return self._grid.text(self._at, column)

    def __iter__(self) -> Iterator[int]:
        return iter(self._filled)

    def __len__(self) -> int:
        return len(self._filled)


class _Sorter:
    """Follows the rows of a table from the top; `texts` are those of a row, by their columns.

    Rows up to `_again` repeat title and headings; once it `_is_over`, all rows are of another table.
    """

    def __init__(self, table: Table, figures: Sequence[int], is_name: Callable[[str], bool]) -> None:
        self._table, self._grid, self._figures, self._is_name = table, table.grid, figures, is_name
        self._names = [column.at for field in ("name", "id") if (column := table.column(field))]
        self._naming = {*self._names, *(column.at for column in table.columns if is_serial(column))}
        self._headings = {column.at: {simplified(text) for text in column.texts} for column in table.columns}
        self._meanings = {column.at: column.meaning for column in table.columns if column.field}
        self._width = max(self._headings, default=0) + 1
        self._first_figure = min(figures, default=self._width)
        self._titles = {simplified(title) for title in table.titles}
        self._is_first, self._is_over, self._again = True, False, 0

    def row(self, at: int) -> Row | None:
        """Tells what a row is; None if it is blank."""
        texts = self._texts(at)
        if not texts:
            return None
        named = next((column for column in self._names if texts.get(column)), None)
        if named is None and self._heads_rows(texts):
            named = next(iter(texts))
        name = "" if named is None else texts[named]
        is_first, self._is_first = self._is_first, False
        if at >= self._again and self._repeats_title(at, texts, name):
            self._again = self._headings_after(at)
        if at < self._again:
            kind = RowKind.HEADINGS
        else:
            kind = RowKind.OTHER if self._is_over else self._kind(at, texts, name, is_first=is_first)
        self._is_over = kind is RowKind.OTHER
        indent = 0 if named is None else self._grid.sheet.indents.get((at, named), 0) + is_dashed(name)
        return Row(at=at, kind=kind, name=name, indent=indent)

    def _texts(self, at: int) -> _Texts:
        return _Texts(self._grid, at)

    def _kind(self, at: int, texts: Mapping[int, str], name: str, *, is_first: bool) -> RowKind:
        """Returns the first kind that fits a row: a known name, a total, a note, a heading, else an entry."""
        first, is_across = next(iter(texts.values())), self._grid.is_across(at, [*texts])
        leading = name or next((text for column, text in texts.items() if column < self._first_figure), "")
        entry = RowKind.LONGER if not self._grid.sheet.name and max(texts) >= self._width else RowKind.ENTRY
        if self._is_name(name):
            return entry
        if is_total(leading):
            return RowKind.OF_WHICH if is_of_which(leading) else RowKind.TOTAL
        if is_note(leading or first) and (is_across or not self._has_figure(at)):
            return RowKind.NOTE
        if (is_across or len(texts) == 1) and (line := self._line(at, first)):
            return line
        if is_across and name:
            return RowKind.GROUP
        if self._repeats_headings(texts) or (is_first and self._counts_columns(at, texts)):
            return RowKind.HEADINGS
        if headings := self._headings_below(at, texts):
            return headings
        if name and (self._naming.issuperset(texts) or len(texts) == 1):
            return RowKind.GROUP
        return entry

    def _line(self, at: int, text: str) -> RowKind | None:
        """Returns what a line is that says a unit, or a period above headings: it may be of another table."""
        if units := units_said(text):
            is_same = bool(self._table.having("unit")) or set(units) <= set(self._table.units)
            return RowKind.NOTE if is_same else RowKind.OTHER
        period, title = period_said([text]), period_said(self._table.titles)
        if period is None or any(column.spoken for column in self._table.having(ACTUAL)):
            return None
        below = next(filter(None, map(self._texts, range(at + 1, self._grid.height))), None)
        if below is None or not self._repeats_headings(below):
            return None
        return RowKind.NOTE if title and len(distinct([title, period])) == 1 else RowKind.OTHER

    def _heads_rows(self, texts: Mapping[int, str]) -> bool:
        """Tells whether words stand alone before the names, as 一、经济发展 does that was merged across."""
        column, text = next(iter(texts.items()))
        is_before = len(texts) == 1 and column < min(self._names, default=0)
        return is_before and column not in self._meanings and len(_SERIAL_LETTERS.sub("", text)) > 1

    def _has_figure(self, at: int) -> bool:
        cells = (self._grid.cell(at, column) for column in self._figures)
        texts = (text_of(cell) for cell in cells if not is_no_figure(cell))
        return any(any(map(str.isdigit, text)) and not is_note(text) for text in texts)

    def _headings_below(self, at: int, texts: Mapping[int, str]) -> RowKind | None:
        """Returns what headings below the table's are: its own in other words, or another table's."""
        cells = (self._grid.cell(at, column) for column in (*self._figures, *texts))
        has_figures = any(cell is not None and _is_figure(cell) for cell in cells)  # as most rows have
        if has_figures or not any(map(heads_names, texts.values())):
            return None
        known = own_meanings({column: (text,) for column, text in texts.items()})
        if 2 * len(known) < len(texts) or not {ACTUAL, GOAL} & {each.field for each in known.values()}:
            return None
        own = self._meanings
        is_own = all(column in own and _says_the_same(own[column], each) for column, each in known.items())
        return RowKind.HEADINGS if is_own else RowKind.OTHER

    def _repeats_title(self, at: int, texts: Mapping[int, str], name: str) -> bool:
        """Tells whether a line repeats a title of the table, as each printed page and each form does."""
        if len(texts) > 1 and not self._grid.is_across(at, [*texts]):
            return False
        text = next(iter(texts.values()))
        is_title = simplified(text) in self._titles and units_said(text) is None
        return is_title and not self._is_name(name)

    def _headings_after(self, at: int) -> int:
        """Returns the row after the headings that repeat below a repeated title; 0 without any."""
        rows = range(at + 1, min(at + 1 + self._table.block.bottom, self._grid.height))
        return next((row for row in rows if self._repeats_headings(self._texts(row))), -1) + 1

    def _repeats_headings(self, texts: Mapping[int, str]) -> bool:
        """Tells whether a row repeats the headings, as at the top of each printed page."""
        return len(texts) > 1 and all(
            simplified(text) in self._headings.get(column, ())
            for column in (*self._names, *texts)  # names, which are compared anyhow, tell it of most rows
            if (text := texts.get(column))
        )

    def _counts_columns(self, at: int, texts: Mapping[int, str]) -> bool:
        """Tells whether a row below the headings only numbers the columns: 甲 1 2 3, or 1 2 3 4."""
        cells = [_bare(self._grid.cell(at, column)) for column in texts]
        numbers = [cell for cell in cells if cell not in _STEMS]
        wanted = [str(number) for number in range(1, len(numbers) + 1)]
        has_stem = len(numbers) < len(cells)
        return len(cells) > _FEW and numbers == wanted and (has_stem or next(iter(texts)) in self._names)


def _bare(cell: Cell) -> str:
    """Returns the number in a cell that may number a column: 3, (3) or 3=2/1."""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return text.partition("=")[0].strip(" ()（）")


def _says_the_same(own: Meaning, again: Meaning) -> bool:
    """Tells whether a heading means what the one above means; it may leave out its year and its unit."""
    periods = [each for each in (own.spoken, again.spoken) if each]
    return own.field == again.field and again.unit in {"", own.unit} and len(distinct(periods)) <= 1


def _is_figure(cell: Cell) -> bool:
    """Tells whether a cell is no text that a heading may have."""
    return not isinstance(cell, str) or is_digits(cell) or is_no_figure(cell)


def is_serial(column: Column) -> bool:
    """Tells whether a column only numbers the rows."""
    return not column.field and any(simplified(text) in SERIAL for text in column.texts)
