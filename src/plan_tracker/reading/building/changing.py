"""How a target changes in its time: goals that replace the first one, and the day it is dropped."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from plan_tracker.numbers import NOTHING, plain
from plan_tracker.plan.kinds import AT_LEAST, LEVEL
from plan_tracker.plan.model import Adjustment
from plan_tracker.plan.periods import PlanTime, parse_date
from plan_tracker.problems import Path
from plan_tracker.reading import faults
from plan_tracker.reading.building.frames import Frame
from plan_tracker.reading.building.labels import unknown_label
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.tables import PartTable


class ChangeReader:
    """Reads how the targets of one plan change; adds what is wrong to the problems."""

    def __init__(self, time: PlanTime, problems: Problems) -> None:
        self._time, self._problems = time, problems

    def adjusted(
        self, table: PartTable, path: Path, frame: Frame, baseline: Decimal | None
    ) -> tuple[Adjustment, ...]:
        """Returns the goals that replace the first one, in order of their days.

        `path` is that of the target or part, `baseline` its own.
        """
        path = (*path, "adjusted")
        if table.goal is None:
            self._problems.add(faults.ADJUSTED_WITHOUT_GOAL, path, hints.GIVE_FIRST_GOAL.fill())
        return tuple(sorted(self._adjustments(table, path, frame, baseline)))

    def _adjustments(
        self, table: PartTable, path: Path, frame: Frame, baseline: Decimal | None
    ) -> Iterator[Adjustment]:
        """Yields the goals by day; adds to the problems what is wrong with a day or a goal."""
        first = table.goal
        for key, adjusted in (table.adjusted or {}).items():
            at = (*path, key)
            day = parse_date(key)
            if day is None:
                self._add_no_day(key, at)
                continue
            self.check_day(day, at, frame)
            if frame.kind is LEVEL:
                if (
                    first is not None
                    and baseline is not None
                    and _strays(adjusted.goal, first, baseline, frame)
                ):
                    values = {
                        "goal": plain(adjusted.goal),
                        "baseline": plain(baseline),
                        "first": plain(first),
                    }
                    self._problems.add(faults.ADJUSTED_OTHER_SIDE, at, **values)
            elif frame.direction is AT_LEAST and adjusted.goal <= NOTHING:
                self._problems.add(
                    faults.GOAL_NOT_POSITIVE, at, hints.WRITE_DROPPED.fill(year=str(self._time.start.year))
                )
            elif adjusted.goal < NOTHING:
                self._problems.add(faults.NEGATIVE, at, key="goal")
            yield Adjustment(day=day, goal=adjusted.goal, note=adjusted.note or "")

    def _add_no_day(self, key: str, path: Path) -> None:
        from plan_tracker.reading.meant.periods import key_for_period  # few labels are no days

        problem = unknown_label(key, path, self._time)
        meant = key_for_period("adjusted", key, self._time)
        if meant is None and problem.code == faults.KEY_BELOW.code:
            self._problems.append(problem)
            return
        hint = hints.did_you_mean(meant) or hints.WRITE_A_DAY.fill(date=str(self._time.end))
        self._problems.add(faults.ADJUSTED_NEEDS_DATE, path, hint, key=key)

    def check_day(self, day: date, path: Path, frame: Frame) -> None:
        """Adds a day on which a target changes, but that lies outside of its time, to the problems."""
        last = max(frame.due, self._time.end)
        if not frame.start < day <= last:
            values = {"day": str(day), "start": str(frame.start), "last": str(last)}
            self._problems.add(faults.DAY_OUTSIDE, path, **values)


def _strays(goal: Decimal, first: Decimal, baseline: Decimal, frame: Frame) -> bool:
    """Tells whether a goal is on another side of the baseline than the first one.

    If the first one is the baseline itself, the side is given by the direction.
    """
    way = goal - baseline if frame.direction is AT_LEAST else baseline - goal
    return way < NOTHING or (way == NOTHING and first != baseline)
