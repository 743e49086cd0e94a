"""What a dispatch meeting asks of a target: how much is missing, how much a month, how many days."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import NOTHING, Ratio, Terms
from plan_tracker.plan import kinds
from plan_tracker.plan.periods import day_before, months_on

_ONE = Decimal(1)


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


def shortfall(result: Result, expected: Terms | None) -> Terms | None:
    """Returns how much of the expected figure is missing, never below 0; `expected` is the result's own.

    None where nothing is expected, and for a bound unless it proves that nothing is missing. Must be called
    in the context `EXACT`.
    """
    if result.actual is None or expected is None:
        return None
    lag = kinds.lag(result.target, result.actual.value, expected)
    if lag <= NOTHING:
        return NOTHING, _ONE
    return None if result.is_bound else (lag, expected[1])


def per_month(result: Result) -> PerMonth | None:
    """Returns what a month brought and must bring; None unless it is a complete total to reach over time.

    Must be called in the context `EXACT`.
    """
    target, actual, goal = result.target, result.actual, result.target.goal
    if goal is None or actual is None or actual.missing or result.status is Status.DROPPED:
        return None
    if not _is_to_reach(result) or not kinds.is_total(target):
        return None
    gone, part = _months_between(day_before(target.start), actual.day)
    so_far, required = (actual.value * part, gone), None
    if target.due > result.as_of:
        left, part = _months_between(actual.day, target.due)
        required = max(goal - actual.value, NOTHING) * part, left
    return PerMonth(so_far, required)


@lru_cache(maxsize=4096)  # the targets of a plan share their days
def _months_between(one: date, other: date) -> Terms:
    """Returns how many months lie between the evenings of two days, by their positions in the month."""
    over, under = (months_on(other) - months_on(one)).as_integer_ratio()
    return Decimal(over), Decimal(under)


def timing(result: Result, rate: Ratio | None) -> Timing | None:
    """Compares the actual with the target's curve, in days; `rate` is the result's own, `rate_ratio`.

    None where the goal is reached.

    None also where there is no pace to be ahead of: for caps, levels to be held, goals that are only expected
    at the due date, and bounds.
    """
    pace, rule, day = result.pace, result.target.pace, result.measured_on
    if pace is None or rule is None or day is None or rate is None:
        return None
    if result.is_bound or not _is_to_reach(result):
        return None
    over, under = rate
    if over >= under:
        return None
    asked, whole = pace.as_integer_ratio()
    is_even = over * whole == asked * under
    lead = 0 if is_even else (rule.last_day(over, under) - day).days
    if not asked or result.target.due <= result.as_of:
        return Timing(lead)
    is_late = over * whole < asked * under
    reached = rule.first_day(asked * under, whole * over) if over > 0 else None
    return Timing(lead, reached, is_late)


def _is_to_reach(result: Result) -> bool:
    """Tells whether the target advances to its goal over time: no cap, not held, not only due at the end."""
    pace = result.target.pace
    return pace is not None and not pace.at_due and kinds.counts_in_mean(result.target)
