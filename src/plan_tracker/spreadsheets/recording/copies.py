"""Doubts about sheets that have the headings and the names of the one that is read: which one is meant?"""

from collections.abc import Iterator, Mapping, Sequence

from plan_tracker.language import Message, inserted, listed
from plan_tracker.plan.period_words import narrow
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.cells import Cell, text_of
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.files.workbook import Workbook
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.sheet import Sheet
from plan_tracker.spreadsheets.tables.row_texts import is_total
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_named, period_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, any_of
from plan_tracker.wording.headings import OTHERWISE
from plan_tracker.wording.recording import SHEETS_OF_THE_SAME

_SEARCHED = 50
"""Among how many rows of a sheet the headings are looked for."""


def sheets_of_the_same(source: Source, table: Table, finder: Finder, title: str) -> Iterator[Message]:
    """Yields a doubt where other sheets have other figures for all targets of the table, as of each district.

    There is none where the sheet is named for the whole (全市, 汇总, or the city in the plan's title), and
    none about sheets of another time and empty forms.
    """
    own = table.grid.sheet
    if not isinstance(source.content, Workbook) or is_total(own.name) or narrow(own.name) in narrow(title):
        return
    figures = _figures(table, own, table.block.top, finder)
    others = [
        sheet
        for sheet in source.content.sheets
        if sheet.name != own.name and figures and _has_others(table, sheet, figures, finder)
    ]
    if others:
        names = listed(printable(sheet.name) for sheet in others)
        yield inserted(SHEETS_OF_THE_SAME, names=names).fill(sheet=printable(own.name))


def _has_others(table: Table, sheet: Sheet, figures: Mapping[str, Sequence[Cell]], finder: Finder) -> bool:
    """Tells whether a sheet has other figures below the same headings, for the same targets and time."""
    heads = _heads(table.grid.sheet, table.block.top, table)
    top = next((at for at in range(_SEARCHED) if _heads(sheet, at, table) == heads), None)
    if top is None or period_named(sheet.name) or any_of(OTHERWISE).search(narrow(sheet.name)):
        return False
    titles = [text for row in sheet.rows[:top] for cell in row if (text := text_of(cell))]
    periods = {each for each in map(period_said, (titles, table.titles)) if each}
    if len(periods) > 1 or finder.years.another_in([*titles, sheet.name]):
        return False
    others = _figures(table, sheet, top, finder)
    return figures.keys() <= others.keys() and any(
        any(others[name]) and others[name] != figures[name] for name in figures
    )


def _heads(sheet: Sheet, top: int, table: Table) -> list[list[str]]:
    """Returns the texts of the rows that have the headings of the table, if they begin at `top`."""
    rows = sheet.rows[top : top + table.block.bottom - table.block.top]
    return [list(filter(None, map(text_of, row))) for row in rows]


def _figures(table: Table, sheet: Sheet, top: int, finder: Finder) -> dict[str, list[Cell]]:
    """Returns the figures of a sheet by the names of their targets, as they stand in the table's columns.

    A cell without a figure is None.
    """
    names = [*table.having("id"), *table.having("name")]
    actuals = table.having(ACTUAL)
    found: dict[str, list[Cell]] = {}
    for row in sheet.rows[top + table.block.bottom - table.block.top :]:
        cells = dict(enumerate(row))
        for name in (text_of(cells.get(column.at)) for column in names):
            if finder.knows(name):
                of_row = (cells.get(column.at) for column in actuals)
                found.setdefault(name, [None if is_no_figure(cell) else cell for cell in of_row])
    return found
