"""What each row of a table is: a target, a total, a note, a heading for the rows below."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import distinct
from plan_tracker.spreadsheets.cells import Cell, is_digits, text_of
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning
from plan_tracker.spreadsheets.tables.row_texts import is_dashed, is_note, is_of_which, is_total
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_said
from plan_tracker.spreadsheets.tables.unit_lines import units_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL, heads_names
from plan_tracker.wording.headings import SERIAL

_SERIAL_LETTERS = re.compile(r"[\d一二三四五六七八九十、.．()（）\sIVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+")
"""What serial numbers are made of: 12, （一）, IV."""

_RULE = re.compile(r"[-—–=:+\s]+")
"""A cell of the line below the headings of a table in Markdown."""

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


def rows_of(table: Table, figures: Sequence[int], is_known: Callable[[str], bool]) -> Iterator[Row]:
    """Yields the rows below the headings; `figures` are columns, `is_known` tells names of targets."""
    sorter = _Sorter(table, figures, is_known)
    for at in table.rows:
        if row := sorter.row(at):
            yield row


class _Sorter:
    def __init__(self, table: Table, figures: Sequence[int], is_known: Callable[[str], bool]) -> None:
        self._grid, self._figures, self._is_known = table.grid, figures, is_known
        self._columns = table.columns
        named = [table.column(field) for field in ("name", "id")]
        self._names = [column.at for column in named if column]
        self._indents = table.grid.sheet.indents
        self._headings = {column.at: {simplified(text) for text in column.texts} for column in table.columns}
        self._width = max(self._headings, default=0) + 1
        self._is_text = not table.grid.sheet.name
        self._first_figure = min(figures, default=self._width)
        self._naming = {*self._names, *(column.at for column in table.columns if is_serial(column))}
        self._table, self._has_units = table, table.column("unit") is not None
        self._has_periods = any(column.spoken for column in table.having(ACTUAL))
        self._meant = {column.at for column in table.columns if column.field}
        self._titles = {simplified(title) for title in table.titles}
        self._is_first, self._is_over, self._again = True, False, 0

    def row(self, at: int) -> Row | None:
        """Tells what a row is; None if it is blank."""
        grid = self._grid
        filled = grid.filled(at)
        if not filled or self._is_rule(at, filled):
            return None
        named = next((column for column in self._names if grid.text(at, column)), None)
        if named is None and self._heads_rows(at, filled):
            named = filled[0]
        name = "" if named is None else grid.text(at, named)
        is_first, self._is_first = self._is_first, False
        if at >= self._again and self._repeats_title(at, filled, name):
            self._again = self._headings_after(at)
        if at < self._again:
            kind = RowKind.HEADINGS
        else:
            kind = RowKind.OTHER if self._is_over else self._kind(at, filled, name, is_first=is_first)
        self._is_over = kind is RowKind.OTHER
        indent = 0 if named is None else self._indents.get((at, named), 0) + is_dashed(name)
        return Row(at=at, kind=kind, name=name, indent=indent)

    def _kind(self, at: int, filled: list[int], name: str, *, is_first: bool) -> RowKind:
        grid = self._grid
        leading = name or next(
            (grid.text(at, column) for column in filled if column < self._first_figure), ""
        )
        if self._is_known(name):
            return RowKind.LONGER if self._is_longer(filled) else RowKind.ENTRY
        if is_total(leading):
            return RowKind.OF_WHICH if is_of_which(leading) else RowKind.TOTAL
        is_across = grid.is_across(at, filled)
        if is_note(leading or grid.text(at, filled[0])) and (is_across or not self._has_figure(at)):
            return RowKind.NOTE
        if (is_across or len(filled) == 1) and (line := self._line(at, grid.text(at, filled[0]))):
            return line
        if is_across and name:
            return RowKind.GROUP
        if self._repeats_headings(at, filled) or (is_first and self._counts_columns(at, filled)):
            return RowKind.HEADINGS
        if headings := self._headings_below(at, filled):
            return headings
        if name and (self._naming.issuperset(filled) or len(filled) == 1):
            return RowKind.GROUP
        return RowKind.LONGER if self._is_longer(filled) else RowKind.ENTRY

    def _line(self, at: int, text: str) -> RowKind | None:
        """Returns what a line is that says a unit, or a period above headings: it may be of another table."""
        if units := units_said(text):
            is_same = self._has_units or set(units) <= set(self._table.units)
            return RowKind.NOTE if is_same else RowKind.OTHER
        period = None if self._has_periods else period_said([text])
        below = next((row for row in range(at + 1, self._grid.height) if self._grid.filled(row)), None)
        if period is None or below is None or not self._repeats_headings(below, self._grid.filled(below)):
            return None
        title = period_said(self._table.titles)
        return RowKind.NOTE if title and len(distinct([title, period])) == 1 else RowKind.OTHER

    def _heads_rows(self, at: int, filled: list[int]) -> bool:
        """Tells whether words stand alone before the names, as 一、经济发展 does that was merged across."""
        column = filled[0]
        is_before = len(filled) == 1 and column < min(self._names, default=0) and column not in self._meant
        return is_before and len(_SERIAL_LETTERS.sub("", self._grid.text(at, column))) > 1

    def _has_figure(self, at: int) -> bool:
        texts = (
            text_of(cell) for column in self._figures if not is_no_figure(cell := self._grid.cell(at, column))
        )
        return any(any(map(str.isdigit, text)) and not is_note(text) for text in texts)

    def _is_longer(self, filled: list[int]) -> bool:
        return self._is_text and filled[-1] >= self._width

    def _headings_below(self, at: int, filled: list[int]) -> RowKind | None:
        """Returns what headings below the table's are: its own in other words, or another table's."""
        for column in (*self._figures, *filled):  # most rows have a figure where it is expected
            if (cell := self._grid.cell(at, column)) is not None and _is_figure(cell):
                return None
        texts = {column: self._grid.text(at, column) for column in filled}
        if not any(map(heads_names, texts.values())):
            return None
        meanings = {column: own_meaning(text) for column, text in texts.items()}
        known = {column: each for column, each in meanings.items() if isinstance(each, Meaning)}
        if 2 * len(known) < len(texts) or not {ACTUAL, GOAL} & {each.field for each in known.values()}:
            return None
        own = {column.at: column.meaning for column in self._columns if column.field}
        is_own = all(column in own and _says_the_same(own[column], each) for column, each in known.items())
        return RowKind.HEADINGS if is_own else RowKind.OTHER

    def _is_rule(self, at: int, filled: list[int]) -> bool:
        """Tells whether a row is the line of dashes below the headings of a table in Markdown."""
        first, *others = filled
        is_rule = _RULE.fullmatch(self._grid.text(at, first)) is not None
        return is_rule and all(_RULE.fullmatch(self._grid.text(at, column)) for column in others)

    def _repeats_title(self, at: int, filled: list[int], name: str) -> bool:
        """Tells whether a line repeats a title of the table, as each printed page and each form does."""
        if len(filled) > 1 and not self._grid.is_across(at, filled):
            return False
        text = self._grid.text(at, filled[0])
        is_title = simplified(text) in self._titles and units_said(text) is None
        return is_title and not self._is_known(name)

    def _headings_after(self, at: int) -> int:
        """Returns the row after the headings that repeat below a repeated title; 0 without any."""
        rows = range(at + 1, min(at + 1 + self._table.block.bottom, self._grid.height))
        found = (row for row in rows if self._repeats_headings(row, self._grid.filled(row)))
        return next(found, -1) + 1

    def _repeats_headings(self, at: int, filled: list[int]) -> bool:
        """Tells whether a row repeats the headings, as at the top of each printed page."""
        return len(filled) > 1 and all(
            simplified(text) in self._headings.get(column, ())
            for column in (*self._names, *filled)  # names, which are compared anyhow, tell it of most rows
            if (text := self._grid.text(at, column))
        )

    def _counts_columns(self, at: int, filled: list[int]) -> bool:
        """Tells whether a row below the headings only numbers the columns: 甲 1 2 3, or 1 2 3 4."""
        cells = [_bare(self._grid.cell(at, column)) for column in filled]
        numbers = [cell for cell in cells if cell not in _STEMS]
        wanted = [str(number) for number in range(1, len(numbers) + 1)]
        return (
            len(cells) > _FEW
            and numbers == wanted
            and (len(numbers) < len(cells) or filled[0] in self._names)
        )


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
