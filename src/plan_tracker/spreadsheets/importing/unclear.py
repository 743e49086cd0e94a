"""Columns that were not understood, and may hold the names of targets or of parts, their goals or actuals."""

import re
from collections.abc import Sequence

from plan_tracker.language import Message, Phrase, inserted, listed
from plan_tracker.plan.names import simplest, simplified
from plan_tracker.plan.period_words import narrow
from plan_tracker.plan.units import is_share
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.numbers import GROUPED, Figure, figure_of, is_no_figure
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.headings import named_meaning
from plan_tracker.spreadsheets.tables.rows import Row
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import years_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import is_unit, power
from plan_tracker.wording import headings as words
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import unused

_OR_OWNER = ("name", "owner")
_IN_BRACKETS = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_DATED = re.compile(r"(?=.*[0-9])[-0-9 ./年月日季度上下半底末止份至到hqm()]+")
"""What is surely a time, in whatever spelling: 2025.1-6, 6/30, 2025上."""


class Naming:
    """The column of names, and those of texts before the figures of a table that were not understood."""

    def __init__(self, table: Table) -> None:
        self._grid, self._names = table.grid, table.column("name")
        self._has_goals = bool(table.having(GOAL))
        figures = [column.at for field in (GOAL, ACTUAL) for column in table.having(field)]
        first = min(figures, default=table.grid.width)
        self._unclear = [column for column in table.columns if column.is_unknown and column.at < first]

    def refuse_numbers(self, rows: Sequence[Row]) -> None:
        """Raises NotRead where the names of all rows are goals (1300, 20个): so was their heading."""
        names = self._names
        if names is None or self._has_goals:
            return
        if rows and all(number_in(self._grid.cell(row.at, names.at)) is not None for row in rows):
            told = phrases.NUMBERS_AS_NAMES.fill(letter=names.letter, heading=names.heading)
            raise NotRead(told, phrases.NAME_NAMES.fill())

    def refuse_doubtful(self, rows: Sequence[Row]) -> None:
        """Raises NotRead where another column may hold the names: each of its texts occurs once.

        Names that repeat may head those on their right, and departments (科室) may answer for the targets.
        """
        names = self._names
        if names is None:
            return
        repeat = len({row.name for row in rows}) < len(rows)
        may_be_owners = any(words.EITHER.get(simplified(text)) == _OR_OWNER for text in names.texts)
        for other in self._unclear:
            if not (may_be_owners or (repeat and other.at > names.at)):
                continue
            texts = {self._text(row.at, other) for row in rows} - {""}
            if len(texts) == len(rows) > 1:
                both = {"one": names.called, "other": other.called}
                told = phrases.MAY_BE_NAMES.fill(**both)
                raise NotRead(told, phrases.NAMES_OR_PARTS.fill(letter=other.letter))

    def telling_apart(self, one: int, other: int) -> Message | None:
        """Returns the hint at a column that tells two rows (from 1) of one name apart; None if none does."""
        for column in self._unclear:
            texts = {self._text(row - 1, column) for row in (one, other)}
            if len(texts) > 1 and "" not in texts:
                return phrases.PARTS_BY_COLUMN.fill(column=column.called, letter=column.letter)
        return None

    def _text(self, row: int, column: Column) -> str:
        """Returns a cell as text; empty if it is blank or a figure."""
        cell = self._grid.cell(row, column.at)
        return (
            "" if isinstance(figure_of(cell, "", commas=GROUPED), Figure) else self._grid.text(row, column.at)
        )


def tell_lost(
    table: Table, year: int | None, account: Account, *, has_figures: bool, is_chosen: bool, is_dated: bool
) -> None:
    """Notes as a fault that headings speak of goals or actuals, or hold numbers, but none is read.

    So are goals of something else than those that are read. `year` is that of the plan, if it is known;
    `has_figures` tells whether actuals are read, `is_chosen` whether the user named the column of goals, and
    `is_dated` whether he says for which period there are figures.
    """
    columns = [column for column in table.columns if not column.field]
    figures = [] if has_figures else _lost_figures(table, year, is_dated=is_dated)
    goals = [column for column in columns if column.speaks_of(words.GOAL)]
    goals = goals or [
        column
        for column in columns
        if not (is_dated and column in figures) and _may_be_of_goals(table, column, year)
    ]
    if goals and not table.having(GOAL):
        likeliest = min(goals, key=_rank)
        name = phrases.ADD_GOALS if _is_no_goal(likeliest) else phrases.NAME_GOAL
        _tell(table, goals, phrases.NO_GOALS, name.fill(letter=likeliest.letter), account)
    read = None if is_chosen else table.column(GOAL)
    if read and (others := [column for column in columns if _is_of_others(table, column, read)]):
        _tell(table, others, phrases.OTHER_GOALS, phrases.GOALS_APART.fill(letter=read.letter), account)
    if figures:
        hint = phrases.NAME_FIGURES.fill(letter=figures[0].letter)
        _tell(table, figures, phrases.NO_FIGURES, hint, account)


def _lost_figures(table: Table, year: int | None, *, is_dated: bool) -> list[Column]:
    """Returns what may be actuals, where none is read; of a period alone where the user says of which."""
    alone = table.having(ACTUAL) if is_dated else []
    return alone or [
        column
        for column in table.columns
        if (
            (is_dated and not column.speaks_of((*words.GOAL, *words.LIMITS, *words.SHARES)))
            or column.speaks_of((*words.ACTUAL, *words.RUNNING))
            or _DATED.fullmatch(narrow("".join(column.texts)))
            or (column.names_period_of(year) and not column.speaks_of(words.GOAL))  # 分季度目标
        )
        and column.reason
        and column.reason.phrase in (unused.UNKNOWN, unused.ODD_BRACKET, unused.TWO_PERIODS)
        and table.has_figures(column)
    ]


def _rank(column: Column) -> tuple[bool, bool, int]:
    """Ranks columns that may be of goals: of the year before others, of a later year before earlier ones."""
    latest = max(years_said(column.texts), default=0)
    return _is_no_goal(column), not column.speaks_of(words.ANNUAL), -latest


def _is_no_goal(column: Column) -> bool:
    """Tells whether a column is of goals for less than the year, or of how much is done: % complete."""
    if column.reason is not None and column.reason.phrase is unused.PART_OF_A_GOAL:
        return True
    return column.speaks_of(words.SHARES) and not column.speaks_of(words.GOAL)


def _tell(table: Table, columns: list[Column], message: Phrase, hint: Message, account: Account) -> None:
    told = inserted(message, headings=listed(column.called for column in columns))
    account.fault(table.block.bottom, told.fill(), hint)


def _is_of_others(table: Table, column: Column, read: Column) -> bool:
    """Tells whether a column has goals of something else: GDP目标 beside 投资目标, 个 beside 亿元."""
    text = _IN_BRACKETS.sub("", simplest(column.texts[-1])) if column.texts else ""
    if not (column.is_unknown and text.endswith(tuple(words.GOAL)) and table.has_figures(column)):
        return False
    unit = named_meaning(GOAL, column.texts, is_unit).unit
    is_in_another = bool(unit and read.unit) and power(unit, read.unit) is None and not is_share(unit)
    is_of_money = [each.speaks_of(words.INVESTED) for each in (read, column)]
    return is_in_another or is_of_money == [True, False]


def _may_be_of_goals(table: Table, column: Column, year: int | None) -> bool:
    """Tells whether a column has goals, and nothing in its heading speaks against it: 2024年, 2024年预期."""
    is_year = column.reason is not None and column.reason.phrase is unused.ONLY_A_YEAR
    is_of_year = is_year and (year is None or year in years_said(column.texts))
    is_unknown = column.is_unknown and not column.speaks_of(words.ACTUAL)
    may_be = is_unknown or is_of_year or column.speaks_of(words.INTENDED)
    cells = (cell for cell in table.below(column) if not is_no_figure(cell))
    return may_be and any(number_in(cell) is not None for cell in cells)
