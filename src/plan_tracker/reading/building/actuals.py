"""The actuals of a target as they are judged: labels become days, increments become totals."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from plan_tracker.language import Message
from plan_tracker.numbers import NOTHING, plain
from plan_tracker.plan.kinds import CUMULATIVE
from plan_tracker.plan.model import Actual, Counting
from plan_tracker.plan.periods import Period, day_before
from plan_tracker.plan.precision import half_a_unit
from plan_tracker.plan.sums import beyond_its_own
from plan_tracker.problems import Path
from plan_tracker.reading import faults
from plan_tracker.reading.building.frames import Frame
from plan_tracker.reading.building.labels import Labels
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import Problems

_KEY = "actual"
_DAY = timedelta(days=1)
_PER_PERIOD = Counting.PER_PERIOD
_LAST_DAY = attrgetter("last")


class ActualReader:
    """Reads the actuals of the targets of one plan."""

    def __init__(self, labels: Labels, problems: Problems) -> None:
        self._labels, self._time, self._problems = labels, labels.time, problems
        self._known: dict[tuple[tuple[str, ...], date, date], list[Period]] = {}

    def read(self, given: Mapping[str, Decimal], path: Path, frame: Frame) -> tuple[Actual, ...]:
        """Returns the running totals (or levels) in order of their days; adds what is wrong to the problems.

        `path` is that of the target or part.
        """
        labels = tuple(given)
        periods = self._known.get((labels, frame.start, frame.due)) or self._periods(labels, frame, path)
        if frame.counting is _PER_PERIOD:
            return self._running_totals(given, periods, path, frame)
        if len(periods) > 1 and frame.kind is CUMULATIVE:
            self._check_rising(given, periods, path)
        return tuple([Actual(period=label, day=day, value=given[label]) for label, _, day in periods])

    def _periods(self, labels: tuple[str, ...], frame: Frame, path: Path) -> list[Period]:
        """Returns the periods of labels, in order of their days; keeps them, as many targets share them."""
        found, last = len(self._problems), max(frame.due, self._time.end)
        periods: list[Period] = []
        for period in self._labels.read(labels, (*path, _KEY), frame.counting):
            if frame.start <= period.last <= last:
                periods.append(period)
            else:
                values = {"day": str(period.last), "first": str(frame.start), "last": str(last)}
                at = (*path, _KEY, period.label)
                self._problems.add(
                    faults.PERIOD_OUTSIDE, at, self._advice(period, frame), key=period.label, **values
                )
        periods.sort(key=_LAST_DAY)
        if len(self._problems) == found:
            self._known[labels, frame.start, frame.due] = periods
        return periods

    def _advice(self, period: Period, frame: Frame) -> Message:
        """Tells what to do with a figure outside of a target's time."""
        time = self._time
        if time.has_labels and period.last < time.start == frame.start:
            years = sorted({time.start.year, time.end.year})
            return hints.EARLIER_YEAR.fill(year="/".join(map(str, years)))
        return hints.GIVE_START.fill()

    def _check_rising(self, given: Mapping[str, Decimal], periods: list[Period], path: Path) -> None:
        for earlier, later in pairwise(periods):
            before, value = given[earlier.label], given[later.label]
            if NOTHING <= value < before:  # below 0 is an error of its own
                self._problems.add(
                    faults.TOTAL_FALLS,
                    (*path, _KEY, later.label),
                    hints.FIGURES_PER_PERIOD.fill(),
                    before=plain(before),
                    other=earlier.label,
                    value=plain(value),
                )

    def _running_totals(
        self, given: Mapping[str, Decimal], periods: list[Period], path: Path, frame: Frame
    ) -> tuple[Actual, ...]:
        """Adds up figures of single periods; what lies between two of them is missing from then on."""
        totals: list[Actual] = []
        missing: tuple[str, ...] = ()
        total, slack, covered, before = NOTHING, NOTHING, day_before(frame.start), ""
        for period in periods:
            if period.first is None:
                self._problems.add(
                    faults.INCREMENT_NEEDS_LABEL, (*path, _KEY, period.label), key=period.label
                )
                continue
            if before and period.first <= covered:
                self._problems.add(
                    faults.INCREMENTS_OVERLAP, (*path, _KEY, period.label), key=period.label, other=before
                )
            elif (gap_ends := day_before(period.first)) > covered:
                missing = (*missing, self._time.label_of(covered + _DAY, gap_ends))
            total += given[period.label]
            slack += half_a_unit(given[period.label])
            covered, before = period.last, period.label
            beyond = beyond_its_own(slack, total)
            totals.append(
                Actual(period=period.label, day=period.last, value=total, missing=missing, slack=beyond)
            )
        return tuple(totals)
