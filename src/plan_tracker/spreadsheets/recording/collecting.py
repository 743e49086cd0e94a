"""Collects entries: each figure read by the one rule for numbers, and one for each target and day."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.editing.entries import Entry, as_reported, entry_of
from plan_tracker.language import Phrase
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Target
from plan_tracker.plan.periods import Period, PlanTime
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.commas import Commas
from plan_tracker.spreadsheets.doubts.plausible import Judged
from plan_tracker.spreadsheets.numbers import figure_of
from plan_tracker.spreadsheets.refusal import NoNumber
from plan_tracker.spreadsheets.tables.account import RowFault
from plan_tracker.wording import sheets as phrases


class Collected(NamedTuple):
    """A figure that is to be written, its target and period, and the row it is from."""

    row: int
    target: Target
    period: Period
    figure: Decimal
    entry: Entry

    @property
    def judged(self) -> Judged:
        """The figure beside the goal that its target has by then."""
        period, target = self.period, self.target
        goal = target.goal_on(period.last)
        return Judged(row=self.row, period=period.label, figure=self.figure, goal=goal, unit=target.unit)


class Collector:
    """Takes the figures of rows one by one; what cannot be taken is noted as a fault of its row.

    `commas` is what a table shows about its commas; a database has none. `if_twice` says what to do where two
    rows have a figure of one target and day.
    """

    def __init__(self, commas: Commas | None, if_twice: Phrase = phrases.KEEP_ONE_ROW) -> None:
        self._commas, self._if_twice = commas, if_twice
        self._rows: dict[tuple[str, object], int] = {}
        self._taken: dict[tuple[str, object], list[Collected]] = {}
        self._rounded: set[int] = set()
        self.faults: list[RowFault] = []

    @property
    def collected(self) -> list[Collected]:
        """The figures that can be written: none of a target for which two rows have one of the same day."""
        return [each for taken in self._taken.values() for each in taken]

    @property
    def rounded(self) -> list[int]:
        """The rows of which the figures were rounded."""
        return [each.row for each in self.collected if each.row in self._rounded]

    def take(self, row: int, target: Target, period: Period, cell: Cell, given: str = "") -> None:
        """Takes the figure in a cell; `given` is the unit that the table says it has, empty for none."""
        figure = figure_of(cell, target.unit, given=given, commas=self._commas)
        if isinstance(figure, NoNumber):
            self.faults.append(RowFault(row, figure.message, figure.hint))
            return
        key = target.id, period.last
        first, taken = self._rows.setdefault(key, row), self._taken.setdefault(key, [])
        if first != row:  # which of the two is right nobody knows
            self.faults += [self._twice(each.row, each.target, each.period, row) for each in taken]
            self.faults.append(self._twice(row, target, period, first))
            taken.clear()
            return
        if figure.rounded:
            self._rounded.add(row)
        entry = entry_of(target.id, period.label, plain(figure.number))
        taken.append(Collected(row, target, period, figure.number, entry))

    def _twice(self, row: int, target: Target, period: Period, other: int) -> RowFault:
        values = {"id": target.id, "period": period.label, "other": str(other)}
        return RowFault(row, phrases.ROW_TWICE.fill(**values), self._if_twice.fill())

    def as_reported(self, document: Mapping[str, object], time: PlanTime) -> tuple[Collected, ...]:
        """Returns the figures under the labels that the plan, parsed to `document`, has for the same days."""
        return tuple(
            each._replace(entry=as_reported(each.entry, document, time, each.target.counting))
            for each in self.collected
        )
