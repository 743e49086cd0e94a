"""What holds for all figures of a target: its kind, its time, earlier years and its pace."""

from datetime import date
from typing import NamedTuple

from plan_tracker.numbers import plain
from plan_tracker.plan.kinds import AT_LEAST, AT_MOST, CUMULATIVE, LEVEL
from plan_tracker.plan.model import Counting, Direction, Kind, Past
from plan_tracker.plan.pace import Pace
from plan_tracker.problems import Path
from plan_tracker.reading import faults
from plan_tracker.reading.building.curves import Paces
from plan_tracker.reading.building.labels import Labels
from plan_tracker.reading.building.past import PastReader
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.tables import TargetTable


class Frame(NamedTuple):
    """What holds for all figures of a target and its parts; `pace` is None if there is none to judge by.

    `past` is the target's own.
    """

    kind: Kind
    direction: Direction
    counting: Counting
    start: date
    due: date
    pace: Pace | None
    past: Past | None


class Frames:
    """Makes the frames of one plan; adds what is wrong to the problems."""

    def __init__(self, labels: Labels, counting: Counting, paces: Paces, problems: Problems) -> None:
        self._time, self._counting, self._paces, self._problems = labels.time, counting, paces, problems
        self._pasts = PastReader(labels, problems)
        self._known: dict[object, Frame] = {}

    def of_target(self, table: TargetTable, path: Path) -> Frame:
        """Returns the frame of a target; targets that say the same of kind, time and pace share one."""
        pace, has_past = table.pace, table.last_year is not None or table.past is not None
        if table.baseline is not None or has_past or isinstance(pace, dict):
            return self._made(table, path)
        said = table.kind, table.direction, table.counting, table.start, table.due, pace
        if frame := self._known.get(said):  # a plan has few: this saves a fifth of building it
            return frame
        found = len(self._problems)
        frame = self._made(table, path)
        if len(self._problems) == found:
            self._known[said] = frame
        return frame

    def _made(self, table: TargetTable, path: Path) -> Frame:
        """Makes a frame; adds to the problems what contradicts itself in it."""
        start, due = table.start or self._time.start, table.due or self._time.end
        if due <= start:
            at = (*path, "due") if table.due else (*path, "start")
            self._problems.add(faults.DUE_TOO_EARLY, at, due=str(due), start=str(start))
            # One of the two is wrong: nothing more is said of figures and paces.
            start, due = min(due, self._time.start), max(start, self._time.end)
        kind = table.kind or CUMULATIVE
        counting = table.counting or self._counting
        if kind is LEVEL:
            if table.counting is Counting.PER_PERIOD:
                self._problems.add(faults.COUNTING_OF_LEVEL, (*path, "counting"))
            counting = Counting.TO_DATE
        direction = self._direction(table, kind, path)
        past = self._pasts.read(table, path, kind)
        pace = self._paces.of_target(table, path, start, due, past)
        return Frame(
            kind=kind, direction=direction, counting=counting, start=start, due=due, pace=pace, past=past
        )

    def _direction(self, table: TargetTable, kind: Kind, path: Path) -> Direction:
        if kind is CUMULATIVE or table.baseline is None or table.goal is None or table.goal == table.baseline:
            return table.direction or AT_LEAST
        follows = AT_LEAST if table.goal > table.baseline else AT_MOST
        if table.direction not in (None, follows):
            values = {
                "baseline": plain(table.baseline),
                "goal": plain(table.goal),
                "direction": follows.value,
            }
            self._problems.add(
                faults.DIRECTION_CONTRADICTS, (*path, "direction"), hints.REMOVE_BASELINE.fill(), **values
            )
        return follows
