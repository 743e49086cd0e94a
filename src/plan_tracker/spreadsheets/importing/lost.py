"""Columns that may hold the goals or the actuals of a table in which no heading says where they are."""

from plan_tracker.language import Phrase, inserted, listed
from plan_tracker.spreadsheets.goals import Goal, goal_of
from plan_tracker.spreadsheets.numbers import ALONE, is_no_figure
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import years_said
from plan_tracker.spreadsheets.tables.vocabulary import GOAL
from plan_tracker.wording import headings as reasons
from plan_tracker.wording import importing as phrases


def tell_lost(table: Table, year: int | None, account: Account, *, has_figures: bool) -> None:
    """Notes as a fault that headings speak of goals or actuals, or hold numbers, but none is read.

    `year` is that of the plan, if it is known; `has_figures` tells whether actuals are read.
    """
    columns = [column for column in table.columns if column.meaning is None]
    goals = [column for column in columns if column.speaks_of(reasons.GOAL)]
    goals = goals or [column for column in columns if _may_be_of_goals(table, column, year)]
    if goals and not table.having(GOAL):
        _tell(table, goals, phrases.NO_GOALS, phrases.NAME_GOAL, account)
    figures = [
        column
        for column in columns
        if (
            column.speaks_of(reasons.ACTUAL)
            or (column.names_period_of(year) and not column.speaks_of(reasons.GOAL))  # 分季度目标
        )
        and column.reason
        and column.reason.phrase in (reasons.UNKNOWN, reasons.ODD_BRACKET, reasons.TWO_PERIODS)
        and table.has_figures(column)
    ]
    if figures and not has_figures:
        _tell(table, figures, phrases.NO_FIGURES, phrases.NAME_FIGURES, account)


def _tell(table: Table, columns: list[Column], message: Phrase, hint: Phrase, account: Account) -> None:
    headings = listed(column.called for column in columns)
    told = inserted(message, headings=headings).fill()
    account.fault(table.block.bottom, told, hint.fill(letter=columns[0].letter))


def _may_be_of_goals(table: Table, column: Column, year: int | None) -> bool:
    """Tells whether a column has goals, and nothing in its heading speaks against it: 2024年, 2024年预期."""
    is_year = column.reason is not None and column.reason.phrase is reasons.ONLY_A_YEAR
    is_of_year = is_year and (year is None or year in years_said(column.texts))
    may_be = column.is_unknown or is_of_year or column.speaks_of(reasons.INTENDED)
    cells = (cell for cell in table.below(column) if not is_no_figure(cell))
    return may_be and any(isinstance(goal_of(cell, "", "", ALONE), Goal) for cell in cells)
