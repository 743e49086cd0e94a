"""Doubts about the figures of a target for several days: of each month alone, or goals for each month."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.language import Message, inserted, listed
from plan_tracker.plan.model import Counting
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.tables.account import Account, with_rows
from plan_tracker.spreadsheets.tables.running_totals import months_ended
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.importing import READ_AS_TOTALS
from plan_tracker.wording.unused import PART_OF_A_GOAL

_FALLS, _SHARE = 2, 3
"""How many running totals that fall are no corrections, if they are of every third target, or more."""

_STEEP = 2
"""How many times the later figure an earlier one is, that no correction explains."""

_SEVERAL, _CHANCE = 2, 2
"""How many figures may be added up, and how many of them may make a goal by chance."""


class Course(NamedTuple):
    """The running totals of a target, by their days, and the row where the first of a table's stands."""

    row: int
    figures: Mapping[date, Decimal]
    goal: Decimal | None


def tell_courses(courses: Sequence[Course], table: Table, alone: Sequence[str], account: Account) -> None:
    """Notes what is probably wrong with running totals, else that they are read as such.

    `alone` are the columns, as messages call them, whose headings may be those of periods alone: 二季度.
    """
    several = [course for course in courses if len(course.figures) >= _SEVERAL]
    doubts = [*_months_alone(several, may_be_alone=bool(alone)), *_goals_of_periods(several)]
    phased = _phased_rows(table)
    if beside := [course.row for course in several if course.row in phased]:
        doubts.append(with_rows(phrases.MAY_BE_ALONE, beside))
    account.doubts += doubts
    if courses and alone and not doubts and len(table.having(ACTUAL)) > 1:
        account.notes.append(inserted(READ_AS_TOTALS, headings=listed(alone)).fill())


def _months_alone(several: Sequence[Course], *, may_be_alone: bool) -> Iterator[Message]:
    """Yields the rows whose figures fall from one day to a later one, as those of each month alone do."""
    falls = [
        (course.row, course.figures[day], course.figures[later])
        for course in several
        for day, later in pairwise(sorted(course.figures))
        if course.figures[later] < course.figures[day]
    ]
    rows = {row for row, _, _ in falls}
    is_every = may_be_alone and len(rows) == len(several)
    if not is_every and (len(falls) < _FALLS or _SHARE * len(rows) < len(several)):
        rows = {row for row, before, figure in falls if _STEEP * figure < before}
    if rows:
        yield with_rows(phrases.TOTALS_FALL, rows)


def _goals_of_periods(several: Sequence[Course]) -> Iterator[Message]:
    """Yields the rows whose figures add up to the goal, as goals for each month or quarter do."""
    found = [course for course in several if sum(course.figures.values()) == course.goal]
    is_chance = len(found) == 1 and len(found[0].figures) <= _CHANCE
    if found and not is_chance and _SHARE * len(found) >= len(several):
        yield with_rows(phrases.ADD_UP_TO_GOAL, [course.row for course in found])


def _phased_rows(table: Table) -> frozenset[int]:
    """Returns the numbers of the rows whose goals for less than the year add up to the goal.

    There are none where a heading says which figures are running totals, or names more than one quarter.
    """
    goals = table.having(GOAL)
    parts = [each.at for each in table.columns if each.is_unused_for(PART_OF_A_GOAL)]
    is_told = any(
        column.counting is Counting.TO_DATE or months_ended(column.spoken) is None
        for column in table.having(ACTUAL)
    )
    if len(goals) != 1 or len(parts) < _SEVERAL or is_told:
        return frozenset()
    added = dict[int, int]()
    for row in table.rows:
        cells = (table.grid.cell(row, at) for at in (goals[0].at, *parts))
        whole, *found = map(number_in, cells)
        numbers = list(filter(None, found))
        if whole is not None and len(numbers) >= _SEVERAL and sum(numbers) == whole:
            added[row + 1] = len(numbers)
    return frozenset(added if sum(added.values()) > _CHANCE else ())
