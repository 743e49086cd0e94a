"""Goals and actuals that a table seems to have, though no column of them is read."""

import re

from plan_tracker.language import Message, Phrase, inserted, listed
from plan_tracker.plan.names import simplest
from plan_tracker.plan.units import is_share
from plan_tracker.spreadsheets.importing.wanting import Wish
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column, is_no_goal, likeliest
from plan_tracker.spreadsheets.tables.headings import named_meaning
from plan_tracker.spreadsheets.tables.likely import may_be_actuals, may_be_goals
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import is_unit, power
from plan_tracker.wording import headings as words
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import unused

_IN_BRACKETS = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")


def tell_lost(table: Table, year: int | None, wish: Wish, account: Account, *, has_actuals: bool) -> None:
    """Notes as a fault that there may be goals or actuals, but none is read, or goals of something else.

    `year` is that of the plan, if it is known; `has_actuals` tells whether actuals are read.
    """
    is_dated, read = wish.period is not None, table.column(GOAL)
    actuals = [] if has_actuals else may_be_actuals(table, year, is_dated=is_dated)
    if read is None:
        if goals := may_be_goals(table, year, but=actuals if is_dated else ()):
            likely = likeliest(goals, GOAL)
            name = phrases.ADD_GOALS if is_no_goal(likely) else phrases.NAME_GOAL
            _tell(table, goals, phrases.NO_GOALS, name.fill(letter=likely.letter), account)
    elif GOAL in wish.fields_named:
        pass  # whoever names one column knows the others
    elif adjusted := [column for column in table.columns if _is_adjusted(table, column, read)]:
        either = phrases.GOALS_IN_FORCE.fill(letter=likeliest(adjusted, GOAL).letter, other=read.letter)
        _tell(table, adjusted, phrases.ADJUSTED_GOALS, either, account)
    elif strange := [column for column in table.columns if _is_of_others(table, column, read)]:
        _tell(table, strange, phrases.OTHER_GOALS, phrases.GOALS_APART.fill(letter=read.letter), account)
    if actuals:
        hint = phrases.NAME_FIGURES.fill(letter=likeliest(actuals, ACTUAL).letter)
        _tell(table, actuals, phrases.NO_FIGURES, hint, account)


def _is_adjusted(table: Table, column: Column, read: Column) -> bool:
    """Tells whether a column has goals that were adjusted, and others than those that are read."""
    is_unclear = column.is_unused_for(unused.UNKNOWN, unused.ODD_BRACKET)
    said = (column.speaks_of(words.GOAL), column.speaks_of(words.ADJUSTED))
    if not (is_unclear and all(said) and table.has_figures(column)):
        return False
    goals = ((table.grid.cell(row, column.at), table.grid.cell(row, read.at)) for row in table.rows)
    return any(not is_no_figure(now) and now != first for now, first in goals)


def _is_of_others(table: Table, column: Column, read: Column) -> bool:
    """Tells whether a column has goals of something else: GDP目标 beside 投资目标, 个 beside 亿元."""
    text = _IN_BRACKETS.sub("", simplest(column.texts[-1])) if column.texts else ""
    if not (column.is_unknown and text.endswith(tuple(words.GOAL)) and table.has_figures(column)):
        return False
    unit = named_meaning(GOAL, column.texts, is_unit).unit
    is_in_another = bool(unit and read.unit) and power(unit, read.unit) is None and not is_share(unit)
    is_of_money = [each.speaks_of(words.INVESTED) for each in (read, column)]
    return is_in_another or is_of_money == [True, False]


def _tell(table: Table, columns: list[Column], message: Phrase, hint: Message, account: Account) -> None:
    told = inserted(message, headings=listed(column.called for column in columns))
    account.fault(table.block.bottom, told.fill(), hint)
