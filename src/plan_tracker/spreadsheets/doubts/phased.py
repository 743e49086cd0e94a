"""Doubts where the goals of months or quarters add up to that of the year: figures beside them are alike."""

from collections.abc import Collection, Iterable, Iterator

from plan_tracker.language import Message
from plan_tracker.plan.model import Counting
from plan_tracker.spreadsheets.doubts.plausible import Course
from plan_tracker.spreadsheets.numbers import ALONE, Figure, figure_of, grouping
from plan_tracker.spreadsheets.tables.account import with_rows
from plan_tracker.spreadsheets.tables.running import months_ended
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.wording.headings import PART_OF_A_GOAL
from plan_tracker.wording.sheets import MAY_BE_ALONE

_SEVERAL, _CHANCE = 2, 2
"""How many goals may be added up, and how many of them may do so by chance."""


def phased_rows(table: Table) -> frozenset[int]:
    """Returns the numbers of the rows whose goals for less than the year add up to the goal.

    There are none where a heading says which figures are running totals, or names more than one quarter.
    """
    goals = table.having(GOAL)
    parts = [each.at for each in table.columns if each.reason and each.reason.phrase is PART_OF_A_GOAL]
    is_told = any(
        column.counting is Counting.TO_DATE or months_ended(column.spoken) is None
        for column in table.having(ACTUAL)
    )
    if len(goals) != 1 or len(parts) < _SEVERAL or is_told:
        return frozenset()
    added, commas = dict[int, int](), grouping(ALONE)
    for row in range(table.block.bottom, table.grid.height):
        cells = (table.grid.cell(row, at) for at in (goals[0].at, *parts))
        whole, *found = (figure_of(cell, "", commas=commas) for cell in cells)
        numbers = [each.number for each in found if isinstance(each, Figure) and each.number]
        if isinstance(whole, Figure) and len(numbers) >= _SEVERAL and sum(numbers) == whole.number:
            added[row + 1] = len(numbers)
    return frozenset(added if sum(added.values()) > _CHANCE else ())


def beside_phased_goals(courses: Iterable[Course], rows: Collection[int]) -> Iterator[Message]:
    """Yields which running totals stand in rows of goals for each month or quarter alone."""
    if found := [each.row for each in courses if each.row in rows and len(each.figures) >= _SEVERAL]:
        yield with_rows(MAY_BE_ALONE, found)
