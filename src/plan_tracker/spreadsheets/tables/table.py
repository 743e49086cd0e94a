"""A table that was found: its cells, its headings, what its columns mean, and what stands above them."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_tracker.spreadsheets.cells import Cell, text_of
from plan_tracker.spreadsheets.commas import GROUPED, ONE_POINT, Commas, commas_of
from plan_tracker.spreadsheets.numbers import Figure, figure_of
from plan_tracker.spreadsheets.tables.column import Column, several
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.layout import Block
from plan_tracker.spreadsheets.tables.row_texts import is_note
from plan_tracker.spreadsheets.tables.side_by_side import Side
from plan_tracker.spreadsheets.units import in_scale

_DIGITS = re.compile(r"\d[\d.,]*\d", re.ASCII)
_NUMBERS = frozenset({"goal", "actual", "baseline", "committed", "weight"})
"""The fields whose figures show whether commas group digits."""


class Table(NamedTuple):
    """A table in a file; `titles` and `units` are those of the lines above it.

    `others` are the names of further sheets, `alike` of those with rows of targets. `sides` are tables that
    stand side by side, if nobody knows which is meant.
    """

    grid: Grid
    block: Block
    columns: list[Column]
    titles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def rows(self) -> range:
        """The rows below the headings."""
        return range(self.block.bottom, self.grid.height)

    @property
    def unit(self) -> str:
        """The unit that is said of the whole table; empty where none is, or several are."""
        return self.units[0] if len(self.units) == 1 else ""

    def unit_of(self, column: Column, own: str, *, is_apart: bool = False) -> str:
        """Returns the unit of a figure: its row's `own`, else its heading's, else that above the table.

        A heading in percent decides over the row, one that says 万 or thousands alone counts beside it. The
        unit above does not count where `is_apart`: the row itself says that it has none, as by a dash.
        """
        headed = column.unit or ("" if is_apart else self.unit)
        return headed if column.is_in_percent else in_scale(headed, own) or headed

    def column(self, field: str) -> Column | None:
        """Returns the column that means a field; raises NotRead if several do."""
        found = self.having(field)
        if len(found) > 1:
            raise several(found, field)
        return found[0] if found else None

    @property
    def fields(self) -> set[str]:
        """The fields that its columns mean."""
        return {column.field for column in self.columns} - {""}

    def having(self, field: str) -> list[Column]:
        """Returns the columns that mean a field; of actuals each may have another period."""
        return [column for column in self.columns if column.field == field]

    def with_columns(self, changed: Iterable[Column]) -> "Table":
        """Returns the table with some columns in place of those that stood where they do."""
        new = {column.at: column for column in changed}
        return self._replace(columns=[new.get(column.at, column) for column in self.columns])

    def below(self, column: Column) -> Iterator[Cell]:
        """Yields the cells of a column below the headings."""
        return self.grid.below(self.block.bottom, column.at)

    def own_cells(self, column: Column) -> Iterator[Cell]:
        """Yields the cells of a column without those that are merged with others beside them: 合计."""
        for row in self.rows:
            area = self.grid.area(row, column.at)
            if area is None or area.left == area.right:
                yield self.grid.cell(row, column.at)

    def texts(self, column: Column) -> Iterator[str]:
        """Yields the texts of a column without blanks and notes."""
        texts = (text_of(cell).strip() for cell in self.own_cells(column))
        return (text for text in texts if text and not is_note(text))

    def has_figures(self, column: Column) -> bool:
        """Tells whether any cell of a column is a number, or a percentage; 122部 may stand among words."""
        cells = self.below(column)
        read = (figure_of(cell, unit, commas=GROUPED) for cell in cells for unit in ("", "%"))
        return any(isinstance(each, Figure) for each in read)

    def unheaded(self) -> list[Column]:
        """Returns the columns that have cells but no heading."""
        headed = {column.at for column in self.columns}
        others = (Column(at=at) for at in range(self.grid.width) if at not in headed)
        return [each for each in others if any(cell is not None for cell in self.below(each))]

    def commas(self) -> Commas:
        """Returns what the figures of this file show about its commas."""
        return commas_of(self._numbers())

    def pointed(self) -> str:
        """Returns a figure such as 1.200 of a text divided by `;`, if all with points are like it.

        Where cells are divided by `;` the comma is the decimal sign for most, and a point groups digits.
        """
        if self.grid.sheet.delimiter != ";":
            return ""
        texts = [cell for cell in self._numbers() if isinstance(cell, str)]
        pointed = [figure for text in texts for figure in _DIGITS.findall(text) if "." in figure]
        is_every = len(pointed) > 1 and all(map(ONE_POINT.fullmatch, pointed))
        return pointed[0] if is_every else ""

    def _numbers(self) -> Iterator[Cell]:
        """Yields the cells of the columns of figures."""
        columns = [column for column in self.columns if column.field in _NUMBERS]
        return (cell for column in columns for cell in self.below(column))
