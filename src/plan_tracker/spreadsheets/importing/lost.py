"""Goals and actuals that a table seems to have, though no column of them is read."""

import re

from plan_tracker.language import Message, Phrase, inserted, listed
from plan_tracker.plan.names import simplest
from plan_tracker.plan.period_words import narrow
from plan_tracker.plan.units import is_share
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.importing.wanting import Wish
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.headings import named_meaning
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import is_unit, power
from plan_tracker.wording import headings as words
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import unused

_IN_BRACKETS = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_DATED = re.compile(r"(?=.*[0-9])[-0-9 ./年月日季度上下半底末止份至到hqm()]+")
"""What is surely a time, in whatever spelling: 2025.1-6, 6/30, 2025上."""


def tell_lost(table: Table, year: int | None, wish: Wish, account: Account, *, has_actuals: bool) -> None:
    """Notes as a fault that there may be goals or actuals, but none is read, or goals of something else.

    `year` is that of the plan, if it is known; `has_actuals` tells whether actuals are read.
    """
    is_dated, read = wish.period is not None, table.column(GOAL)
    columns = [column for column in table.columns if not column.field]
    actuals = [] if has_actuals else _of_actuals(table, year, is_dated=is_dated)
    if read is None:
        others = [column for column in columns if not (is_dated and column in actuals)]
        goals = [column for column in columns if column.speaks_of(words.GOAL)]
        goals = goals or [column for column in others if _may_be_of_goals(table, column, year)]
        if goals:
            likeliest = min(goals, key=_rank)
            name = phrases.ADD_GOALS if _is_no_goal(likeliest) else phrases.NAME_GOAL
            _tell(table, goals, phrases.NO_GOALS, name.fill(letter=likeliest.letter), account)
    elif GOAL in wish.fields_named:
        pass  # whoever names one column knows the others
    elif strange := [column for column in columns if _is_of_others(table, column, read)]:
        _tell(table, strange, phrases.OTHER_GOALS, phrases.GOALS_APART.fill(letter=read.letter), account)
    if actuals:
        hint = phrases.NAME_FIGURES.fill(letter=actuals[0].letter)
        _tell(table, actuals, phrases.NO_FIGURES, hint, account)


def _of_actuals(table: Table, year: int | None, *, is_dated: bool) -> list[Column]:
    """Returns what may be actuals; of a period alone where the user says of which period figures are."""
    alone = table.having(ACTUAL) if is_dated else []
    return alone or [
        column
        for column in table.columns
        if column.is_unused_for(unused.UNKNOWN, unused.ODD_BRACKET, unused.TWO_PERIODS)
        and _may_head_actuals(column, year, is_dated=is_dated)
        and table.has_figures(column)
    ]


def _may_head_actuals(column: Column, year: int | None, *, is_dated: bool) -> bool:
    """Tells whether a heading speaks of what is reached, or names a time and no goal: not 分季度目标.

    Where the user says of which period figures are, it need not name a time, unless it speaks of a share.
    """
    if column.speaks_of((*words.ACTUAL, *words.RUNNING)) or _DATED.fullmatch(narrow("".join(column.texts))):
        return True
    if column.speaks_of(words.GOAL):
        return False
    return column.names_period_of(year) or (is_dated and not column.speaks_of(words.SHARES))


def _may_be_of_goals(table: Table, column: Column, year: int | None) -> bool:
    """Tells whether a column has goals, and nothing in its heading speaks against it: 2024年, 2024年预期."""
    is_year = column.is_unused_for(unused.ONLY_A_YEAR)
    is_of_year = is_year and (year is None or year in years_said(column.texts))
    is_unknown = column.is_unknown and not column.speaks_of(words.ACTUAL)
    may_be = is_unknown or is_of_year or column.speaks_of(words.INTENDED)
    return may_be and any(number_in(cell) is not None for cell in table.below(column))


def _rank(column: Column) -> tuple[bool, bool, int]:
    """Ranks columns that may be of goals: of the year before others, of a later year before earlier ones."""
    latest = max(years_said(column.texts), default=0)
    return _is_no_goal(column), not column.speaks_of(words.ANNUAL), -latest


def _is_no_goal(column: Column) -> bool:
    """Tells whether a column is of goals for less than the year, or of how much is done: % complete."""
    is_share = column.speaks_of(words.SHARES) and not column.speaks_of(words.GOAL)
    return is_share or column.is_unused_for(unused.PART_OF_A_GOAL)


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
