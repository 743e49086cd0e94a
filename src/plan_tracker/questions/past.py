"""What earlier years say of this one: the growth since, and where this year ends if it goes on like them."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT, Terms, fraction
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Target

_FEWEST = 2
"""How many earlier years a range takes at least."""

_ON_THE_WAY = frozenset({Status.ON_PACE, Status.SLIPPING, Status.BEHIND})


class YearsEnd(NamedTuple):
    """Where this year ends if it goes on as an earlier one did, in the target's unit, and if that is good.

    `share` is what the earlier year had reached by the same day, divided by what it reached by the due date.
    """

    year: int
    share: Fraction
    projected: Fraction
    is_well: bool


class Range(NamedTuple):
    """Where this year ends by each of the earlier years, in their order."""

    ends: tuple[YearsEnd, ...]

    @property
    def low(self) -> Fraction:
        """The lowest of these ends."""
        return min(end.projected for end in self.ends)

    @property
    def high(self) -> Fraction:
        """The highest of these ends."""
        return max(end.projected for end in self.ends)

    @property
    def well(self) -> int:
        """By how many of the years the goal is reached, or the cap kept."""
        return sum(end.is_well for end in self.ends)


class _Reached(NamedTuple):
    """What an earlier year had reached by the day of the actual, and by the due date."""

    year: int
    by_then: Decimal
    came_to: Decimal


class Trial(NamedTuple):
    """What would have been projected for an earlier year as of the same day, and what it really reached.

    `low` and `high` are by the other earlier years, None where these are too few; `run_rate` is by the pace
    of the target, None where nothing was expected by then. All are in the target's unit.
    """

    year: int
    by_then: Decimal
    low: Fraction | None
    high: Fraction | None
    run_rate: Fraction | None
    came_to: Decimal


def year_on_year(result: Result) -> Terms | None:
    """Returns the growth since the same day of the year before as an exact quotient; None if unknown.

    Must be called in the context `EXACT`.
    """
    past, actual = result.target.past, result.actual
    if past is None or actual is None or actual.missing or not _compares(result.target):
        return None
    year = past.year(past.start.year - 1)
    before = year.by(actual.day) if year else None
    return (actual.value - before, before) if before else None


def projected_range(result: Result) -> Range | None:
    """Returns where the year ends if it goes on as earlier ones did; None with fewer than two such years."""
    actual, target = result.actual, result.target
    if actual is None or actual.missing or result.status not in _ON_THE_WAY or not _compares(target):
        return None
    ends = _ends(target, actual.value, _reached(result))
    return Range(ends) if len(ends) >= _FEWEST else None


def trials(result: Result) -> tuple[Trial, ...]:
    """Returns what the range and the run rate would have said of each earlier year that has the figures."""
    target = result.target
    if result.measured_on is None or result.is_bound or result.status is Status.DROPPED:
        return ()
    if not _compares(target):
        return ()
    pace = kinds.share_asked(target, result.measured_on)
    known = _reached(result)
    found: list[Trial] = []
    for year in known:
        others = [each for each in known if each is not year]
        ends = [end.projected for end in _ends(target, year.by_then, others)]
        is_told = len(ends) >= _FEWEST
        found.append(
            Trial(
                year=year.year,
                by_then=year.by_then,
                low=min(ends) if is_told else None,
                high=max(ends) if is_told else None,
                run_rate=Fraction(year.by_then) / pace if pace else None,
                came_to=year.came_to,
            )
        )
    return tuple(found)


def _compares(target: Target) -> bool:
    """Tells whether the totals of earlier years count the same stretch of time."""
    return target.past is not None and kinds.is_total(target) and target.past.start == target.start


def _reached(result: Result) -> list[_Reached]:
    """Returns what the earlier years reached that have figures for the actual's day and the due date."""
    target, day = result.target, result.measured_on
    if target.past is None or day is None:
        return []
    return [
        _Reached(year=year.year, by_then=by_then, came_to=came_to)
        for year in target.past.years
        if (by_then := year.by(day)) is not None and (came_to := year.by(target.due)) is not None
    ]


def _ends(target: Target, value: Decimal, years: list[_Reached]) -> tuple[YearsEnd, ...]:
    """Returns where a year standing at a value ends, by each of some years; one with share 0 is left out."""
    ends: list[YearsEnd] = []
    for year in years:
        if not year.by_then or not year.came_to:
            continue
        projected = fraction(EXACT.multiply(value, year.came_to), year.by_then)
        is_well = target.goal is not None and kinds.reaches(target, target.goal, projected)
        share = fraction(year.by_then, year.came_to)
        ends.append(YearsEnd(year=year.year, share=share, projected=projected, is_well=is_well))
    return tuple(ends)
