"""The share of a goal that is expected by a day: steady, at the due date, or along a curve.

`share(d) = (C(d) - C(e)) / (C(due) - C(e))`, cut to 0…1, where C is a clock that never runs backwards and e
the evening before the target starts. Steady progress is the clock of time itself.
"""

from bisect import bisect_right
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.plan.periods import MONTHS_A_YEAR, PlanTime, day_before, months_later

_MONTHS_BEYOND = 10 * MONTHS_A_YEAR
ZERO, ONE = Fraction(0), Fraction(1)
AT_DUE, STEADY, LAST_YEAR, CURVE = "at_due", "steady", "last_year", "curve"
RULES = (STEADY, AT_DUE, LAST_YEAR, CURVE)
"""Every rule of the pace; a curve of the plan goes by its own name."""


class Clock(NamedTuple):
    """A cumulative share over positions in time: straight lines between knots, level outside them."""

    positions: tuple[Fraction, ...]
    shares: tuple[Fraction, ...]

    def at(self, position: Fraction) -> Fraction:
        """Returns the share at a position."""
        if position <= self.positions[0]:
            return self.shares[0]
        if position >= self.positions[-1]:
            return self.shares[-1]
        after = bisect_right(self.positions, position)
        left, right = self.positions[after - 1], self.positions[after]
        low, high = self.shares[after - 1], self.shares[after]
        if position == left:
            return low
        return low + (high - low) * (position - left) / (right - left)


class _Line(NamedTuple):
    """A rising straight line of an expected course, in whole numbers: it ends at the share `top / under`.

    A share is reached at the position `(begin + slope * share) / whole`.
    """

    top: int
    under: int
    begin: int
    slope: int
    whole: int

    def position(self, over: int, under: int) -> tuple[int, int]:
        """Returns the position of the share `over / under` as a quotient that is not reduced."""
        return self.begin * under + self.slope * over, self.whole * under


def _line(before: tuple[Fraction, Fraction], after: tuple[Fraction, Fraction]) -> _Line:
    (left, low), (right, high) = before, after
    parts, units = left.denominator * right.denominator, low.denominator * high.denominator
    begin, end = left.numerator * right.denominator, right.numerator * left.denominator
    bottom, top = low.numerator * high.denominator, high.numerator * low.denominator
    return _Line(
        top=top,
        under=units,
        begin=begin * (top - bottom) - bottom * (end - begin),
        slope=units * (end - begin),
        whole=parts * (top - bottom),
    )


class Pace:
    """The rule by which a target is expected to advance; `rule` is its word in the plan file.

    Without a clock nothing is expected before the due date: it is `at_due`. `stands_still` says that the
    clock does not advance between start and due, so that there are no shares.
    """

    __slots__ = (
        "_begin",
        "_is_whole",
        "_latest",
        "_lines",
        "_shares",
        "_span",
        "_time",
        "at_due",
        "clock",
        "due",
        "rule",
        "stands_still",
        "start",
    )

    def __init__(self, rule: str, time: PlanTime, start: date, due: date, clock: Clock | None) -> None:
        self.rule, self.start, self.due = rule, start, due
        self._time, self.clock, self.at_due = time, clock, clock is None
        self._shares: dict[date, Fraction] = {}
        self._lines: tuple[_Line, ...] = ()  # until it is asked for
        self._begin = clock.at(time.position(day_before(start))) if clock else ZERO
        end = clock.at(time.position(due)) if clock else ONE
        self._span = end - self._begin if self._begin else end  # nearly all begin at 0: no fraction is made
        self._is_whole = not self._begin and end == 1  # the shares of the clock are those of the target
        self.stands_still = self._span == 0
        goes_on = time.position(months_later(due, _MONTHS_BEYOND)) if rule == STEADY else None
        self._latest = goes_on.as_integer_ratio() if goes_on is not None else None

    def share(self, day: date) -> Fraction:
        """Returns the share of the goal that should be reached by the evening of a day, 0 to 1."""
        share = self._shares.get(day)  # a plan has few distinct days: this saves most of the fractions
        if share is None:
            share = self._shares[day] = self._share(day)
        return share

    def first_day(self, over: int, under: int) -> date | None:
        """Returns the first day by whose evening a share above 0, `over / under`, should be reached.

        Beyond the due date a steady pace goes on for ten years; other paces have no such day there, and None
        is returned.
        """
        lines = self._lines or self._rising_lines()
        for line in lines:
            if over * line.under <= line.top * under:
                return self._time.first_day_from(*line.position(over, under))
        if self._latest is None:
            return None
        position, whole = lines[-1].position(over, under)
        latest, part = self._latest
        return None if position * part > latest * whole else self._time.first_day_from(position, whole)

    def last_day(self, over: int, under: int) -> date:
        """Returns the last day with a share of at most `over / under` (below 1), or the eve of the start."""
        if over < 0:
            return day_before(self.start)
        lines = self._lines or self._rising_lines()
        line = next(line for line in lines if over * line.under < line.top * under)
        return self._time.last_day_until(*line.position(over, under))

    def _rising_lines(self) -> "tuple[_Line, ...]":
        """Finds the lines of the expected course that rise, in their order; the last ends at 1."""
        self._lines = tuple(
            _line(before, after) for before, after in pairwise(self.corners()) if before[1] < after[1]
        )
        return self._lines

    def corners(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """Returns the expected course as (position, share): straight lines from the start to the due date."""
        first, last = self._time.position(day_before(self.start)), self._time.position(self.due)
        clock = self.clock
        if clock is None:
            return (first, ZERO), (last, ZERO), (last, ONE)
        knots = zip(clock.positions, clock.shares, strict=True)
        between = [(position, self._of_target(share)) for position, share in knots if first < position < last]
        return (first, ZERO), *between, (last, ONE)

    def bends(self) -> tuple[tuple[date, Fraction], ...]:
        """Returns the days between start and due date on which the expected course bends, and its shares."""
        return tuple(
            (self._time.last_day_until(*position.as_integer_ratio()), share)
            for position, share in self.corners()[1:-1]
        )

    def _share(self, day: date) -> Fraction:
        if self.clock is None or day >= self.due:
            return ONE if day >= self.due else ZERO
        return max(ZERO, self._of_target(self.clock.at(self._time.position(day))))

    def _of_target(self, share: Fraction) -> Fraction:
        """Returns the share of the target for one of its clock; below 0 before the target starts."""
        return share if self._is_whole else (share - self._begin) / self._span


@lru_cache(maxsize=1024)
def shared_pace(rule: str, time: PlanTime, start: date, due: date, clock: Clock | None) -> Pace:
    """Returns one object for all plans with this pace, so that the share of a day is found only once.

    The clock of a steady pace follows from the rest: to look for a given one takes as long as to make it.
    """
    return Pace(rule, time, start, due, steady(time, start, due) if rule == STEADY else clock)


def steady(time: PlanTime, start: date, due: date) -> Clock:
    """Returns the clock of time itself: the same share every month (or day)."""
    return curve(time, start, due, ())


def curve(time: PlanTime, start: date, due: date, knots: tuple[tuple[date, Fraction], ...]) -> Clock:
    """Makes straight lines from 0 at the start through each (day, cumulative share) to 1 at the due date."""
    points = [
        (time.position(day_before(start)), ZERO),
        *((time.position(day), share) for day, share in knots),
        (time.position(due), ONE),
    ]
    return Clock(
        positions=tuple(position for position, _ in points), shares=tuple(share for _, share in points)
    )


shared_curve = lru_cache(maxsize=1024)(curve)
"""The same for a curve of a whole plan: the plans of a province share theirs, but hardly two targets do."""
