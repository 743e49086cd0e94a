"""Doubts about days of workbooks that do not tell how they are shown: 2025年6月 is kept as 1 June."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from plan_tracker.language import Message, inserted, listed
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.tables.account import with_rows
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.wording.files import FIRST_DAYS
from plan_tracker.wording.headings import MONTHS


def first_days(table: Table, headed: Iterable[Column], fields: Collection[str]) -> Iterator[Message]:
    """Yields which headings of figures, and rows below some fields, have a day that may be a month.

    A month ends later: what was reached by then would be judged by the pace of the first day. Below 月份 a
    first day is read as its month anyhow.
    """
    if not table.grid.sheet.lacks_formats:
        return
    grid, block = table.grid, table.block
    headings = [
        column
        for column in headed
        if any(_is_first(grid.cell(row, column.at)) for row in range(block.top, block.bottom))
    ]
    if headings:
        yield inserted(FIRST_DAYS, rows=listed(column.called for column in headings)).fill()
    dated = [column for column in table.columns if column.field in fields and not column.speaks_of(MONTHS)]
    if rows := [row + 1 for row in table.rows if any(_is_first(grid.cell(row, each.at)) for each in dated)]:
        yield with_rows(FIRST_DAYS, rows)


def _is_first(cell: Cell) -> bool:
    return isinstance(cell, date) and cell.day == 1
