"""Headings of two meanings, of which the cells below decide: Unit, Start, and Goal beside Target."""

import re

from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import said
from plan_tracker.plan.periods import MONTHS_A_YEAR
from plan_tracker.spreadsheets.cells import text_of
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_said, period_text
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import is_unit
from plan_tracker.wording import headings as words
from plan_tracker.wording import unused
from plan_tracker.wording.tables import ABOUT_BEFORE

_NEARLY = re.compile(rf"(?:{'|'.join(map(re.escape, ABOUT_BEFORE))})\s*\d", re.IGNORECASE)
"""A number that is told as about so much."""

_MONTHS = frozenset(map(str, range(1, MONTHS_A_YEAR + 1)))


def with_one_meaning(table: Table) -> Table:
    """Gives columns whose heading has two meanings the one that their cells have."""
    return _with_months_alone(_with_starts(_exchanged(_with_bodies(table))))


def _with_bodies(table: Table) -> Table:
    """Takes 单位 or Unit for the heading of owners, which it means as well, over nothing but bodies: 教育局.

    In front of the names anything that is surely no unit is one, unless it has a small letter: trees.
    """
    first = min((column.at for column in table.having("name")), default=0)

    def holds_bodies(column: Column) -> bool:
        texts = list(table.texts(column))
        return bool(texts) and all(
            not is_unit(text) and (_ends_in_body(text) or (column.at < first and not text[0].islower()))
            for text in texts
        )

    return table.with_columns(
        column.unused(unused.UNKNOWN.fill()) if table.having("owner") else column.meant(Meaning("owner"))
        for column in table.having("unit")
        if column.texts and simplified(column.texts[-1]) in words.UNIT_OR_BODY and holds_bodies(column)
    )


def _ends_in_body(text: str) -> bool:
    """Tells whether a text may be the name of a body; what such names end in counts them: 3 站, 2 中心."""
    return text.endswith(words.BODIES) and text not in words.BODIES


def _exchanged(table: Table) -> Table:
    """Takes numbers for goals where these are words: below Target, which may be of names, beside Goal."""
    goals = table.having(GOAL)
    if len(goals) != 1 or not holds_words(table, goals[0], are_goals=True):
        return table
    numbers = (each for each in table.columns if _may_be_goal(each) and _holds_numbers(table, each))
    goal, other = goals[0], next(numbers, None)
    if other is None:
        return table
    was_goal = goal.meant(other.meaning) if other.field else goal.unused(unused.TEXTS_ONLY.fill())
    return table.with_columns([other.meant(goal.meaning), was_goal])


def _may_be_goal(column: Column) -> bool:
    is_free = bool(column.texts) and column.field in {"", "name"}
    return is_free and own_meaning(*column.texts).either == GOAL


def _with_starts(table: Table) -> Table:
    """Reads numbers below Start as baselines, unless one is a year or all may be months."""
    starts = [] if table.having("baseline") else table.having("start")
    return table.with_columns(
        column.meant(Meaning("baseline"))
        for column in starts
        if _holds_numbers(table, column) and not _may_be_times(list(table.texts(column)))
    )


def _with_months_alone(table: Table) -> Table:
    """Takes figures below Month beside a running total (YTD) for those of the month: 1.9 is none itself."""
    if not any(each.counting is Counting.TO_DATE for each in table.having(ACTUAL)):
        return table
    return table.with_columns(
        column.meant(Meaning(ACTUAL, counting=Counting.PER_PERIOD))
        for column in table.having("period")
        if _holds_numbers(table, column) and not _holds_months(table, column)
    )


def _holds_months(table: Table, column: Column) -> bool:
    """Tells whether more than half of the filled cells are periods, such as 9 below 月份.

    They are not where they differ, and a title names the one period of the table; below one such as 1-6月
    months are periods where each name has several.
    """
    texts = [text_of(cell) for cell in table.own_cells(column) if not is_no_figure(cell)]
    names = {text for each in table.having("name") for text in table.texts(each)}
    if len(set(texts)) > 1 and period_said(table.titles) and len(texts) < 2 * len(names):
        return False
    return 2 * sum(said(period_text(column, text, "")) is not None for text in texts) > len(texts)


def _may_be_times(texts: list[str]) -> bool:
    """Tells whether one of some texts is a year, or all may be months."""
    return bool(years_said(texts)) or _MONTHS.issuperset(texts)


def _holds_numbers(table: Table, column: Column) -> bool:
    """Tells whether all filled cells of a column are numbers, perhaps with a unit."""
    cells = [cell for cell in table.own_cells(column) if not is_no_figure(cell)]
    return bool(cells) and all(number_in(cell) is not None for cell in cells)


def holds_words(table: Table, column: Column, *, are_goals: bool) -> bool:
    """Tells whether all filled cells of a column begin with a word that does not stand before a figure.

    In goals no figure may stand anywhere: below 5.
    """
    cells = [cell for cell in table.own_cells(column) if not is_no_figure(cell)]
    return bool(cells) and all(
        isinstance(cell, str)
        and cell[0].isalpha()
        and not (any(map(str.isdecimal, cell)) if are_goals else _NEARLY.match(cell))
        for cell in cells
    )
