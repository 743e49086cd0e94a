"""What a dispatch meeting asks of a target: how much is missing, how much a month, how many days."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import NOTHING, Terms
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Target
from plan_tracker.plan.periods import day_before, months_on

_ONE, _DROPPED = Decimal(1), Status.DROPPED


class PerMonth(NamedTuple):
    """What was reached per month so far, and what is needed per month until the due date (None from then on).

    Exact quotients in the target's unit, by months whatever the plan's calendar.
    """

    so_far: Terms
    required: Terms | None


class Timing(NamedTuple):
    """How many days the actual is ahead (negative: behind), and when the goal is reached at the speed so far.

    `is_late` says that this is after the due date, or never; then `reached_on` is known only for a steady
    pace, and for ten years at most. Both are empty once the target is due, or if nothing was expected yet.
    """

    lead_days: int
    reached_on: date | None = None
    is_late: bool = False


def shortfall(result: Result) -> Terms | None:
    """Returns how much of the expected figure is missing, never below 0.

    None where nothing is expected, and for a bound unless it proves that nothing is missing. Must be called
    in the context `EXACT`.
    """
    actual, expected = result.actual, result.expected_terms
    if actual is None or expected is None:
        return None
    lag = kinds.lag(result.target, actual.value, expected)
    if lag <= NOTHING:
        return NOTHING, _ONE
    return None if actual.missing else (lag, expected[1])


def per_month(result: Result) -> PerMonth | None:
    """Returns what a month brought and must bring; None unless it is a complete total to reach over time.

    Must be called in the context `EXACT`.
    """
    target, actual, goal = result.target, result.actual, result.target.goal
    if goal is None or actual is None or actual.missing or result.status is _DROPPED:
        return None
    if not kinds.is_total(target) or not _is_to_reach(target):
        return None
    gone, left = _months(target.start, actual.day, target.due)
    so_far, required = (actual.value * gone[1], gone[0]), None
    if target.due > result.as_of:
        lacking = goal - actual.value
        required = (lacking * left[1] if lacking > NOTHING else NOTHING), left[0]
    return PerMonth(so_far, required)


@lru_cache(maxsize=4096)  # the targets of a plan share their days
def _months(start: date, day: date, due: date) -> tuple[Terms, Terms]:
    """Returns how many months are gone by the evening of a day, and left then, by positions in the month."""
    gone = months_on(day) - months_on(day_before(start))
    left = months_on(due) - months_on(day)
    return _terms(gone), _terms(left)


def _terms(months: Fraction) -> Terms:
    return Decimal(months.numerator), Decimal(months.denominator)


def timing(result: Result) -> Timing | None:
    """Compares the actual with the target's curve, in days.

    None where the goal is reached, where the figure is a bound, and where there is no curve to be ahead of:
    for caps, levels to be held, and goals that are only expected at the due date.
    """
    target, actual, pace, rate = result.target, result.actual, result.pace, result.rate_ratio
    rule = target.pace
    if pace is None or rule is None or actual is None or rate is None:
        return None
    if actual.missing or not _is_to_reach(target):
        return None
    over, under = rate
    if over >= under:
        return None
    asked, whole = pace.as_integer_ratio()
    reached, expected = over * whole, asked * under
    lead = 0 if reached == expected else (rule.last_day(over, under) - actual.day).days
    if not asked or target.due <= result.as_of:
        return Timing(lead)
    return Timing(
        lead_days=lead,
        reached_on=rule.first_day(expected, reached) if over > 0 else None,
        is_late=reached < expected,
    )


def _is_to_reach(target: Target) -> bool:
    """Tells whether the target advances to its goal over time: no cap, not held, not only due at the end."""
    return target.pace is not None and not target.pace.at_due and kinds.counts_in_mean(target)
