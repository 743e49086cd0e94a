"""The kinds of target: what is expected of each by a share of its time, and which figures meet that.

Every kind approaches its goal from a start: 0 for a total, the baseline for a level, the goal itself for a
level that is only to be held. So `expected = start + (goal - start) x share`, for all of them. Verdicts
compare products, exact in the context `EXACT`; quotients are for display, kept as their terms.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from plan_tracker.numbers import EXACT, NOTHING, Ratio, Terms, fraction
from plan_tracker.plan.model import Direction, Kind, Target
from plan_tracker.plan.pace import ONE

CUMULATIVE, LEVEL = Kind.CUMULATIVE, Kind.LEVEL
AT_LEAST, AT_MOST = Direction.AT_LEAST, Direction.AT_MOST
# looked up once: Python 3.11 takes a tenth of a microsecond to look up a member of an enum


def is_cap(target: Target) -> bool:
    """Tells whether the target is a total to stay under."""
    return target.kind is CUMULATIVE and target.direction is AT_MOST


def counts_in_mean(target: Target) -> bool:
    """Tells whether the target advances towards its goal, so that a mean of such rates has a meaning."""
    if target.kind is CUMULATIVE:
        return target.direction is AT_LEAST
    return target.baseline is not None


def is_total(target: Target) -> bool:
    """Tells whether the actual is a total that grows."""
    return target.kind is CUMULATIVE


def is_level(target: Target) -> bool:
    """Tells whether the actual is a state."""
    return target.kind is LEVEL


def allotted(target: Target) -> Decimal | None:
    """Returns the sum of the parts' goals, or None where the goal is not broken down; levels are not summed.

    If only some parts have a goal, the others answer for nothing; without a cap they may use anything, so
    the sum of the caps tells something only where it exceeds the cap of the target.
    """
    goals = [part.goal for part in target.parts if part.goal is not None]
    if not goals or target.goal is None or not is_total(target):
        return None
    total = sum(goals, NOTHING)
    return None if is_cap(target) and len(goals) < len(target.parts) and total <= target.goal else total


def is_held(target: Target) -> bool:
    """Tells whether the target is a level only to be held: it has no baseline, or one like its goal."""
    return target.kind is LEVEL and target.baseline in (None, target.goal)


def origin(target: Target) -> Decimal:
    """Returns the figure whose rate is 0: the baseline, or 0 where there is none."""
    return target.baseline if target.baseline is not None else NOTHING


def distance(target: Target, goal: Decimal, value: Decimal) -> Decimal:
    """Returns how far it still is to the goal, in its unit; negative beyond it. For a cap, the headroom."""
    falls = target.direction is AT_MOST and target.kind is LEVEL
    return value - goal if falls else goal - value


def reaches(target: Target, goal: Decimal, value: Decimal | Fraction) -> bool:
    """Tells whether a figure meets the goal itself."""
    return value >= goal if target.direction is AT_LEAST else value <= goal


def share_asked(target: Target, day: date) -> Fraction | None:
    """Returns the pace on a day, or None without one; `at_due` allows a cap all of it on any day."""
    pace = target.pace
    if pace is None:
        return None
    return ONE if pace.at_due and is_cap(target) else pace.share(day)


def share_of_goal(target: Target, day: date) -> Fraction:
    """Returns the share of the goal that is asked on a day: the pace; without one all of it, on any day."""
    return ONE if (share := share_asked(target, day)) is None else share


def expected_terms(target: Target, goal: Decimal, share: Fraction) -> Terms:
    """Returns the figure expected by a share of the time, in the target's unit, as an exact quotient."""
    over, under = share.as_integer_ratio()
    if target.kind is CUMULATIVE:
        return EXACT.multiply(goal, over), Decimal(under)
    start = _start(target, goal)
    advanced = EXACT.multiply(EXACT.subtract(goal, start), over)
    return EXACT.fma(start, under, advanced), Decimal(under)


def lag(target: Target, value: Decimal, expected: Terms) -> Decimal:
    """Returns by how much a figure lags, times the denominator of what is expected; 0 or less if it does not.

    For a cap or a falling level it is by how much the figure exceeds what is expected.
    """
    due_now, whole = expected
    actual = value * whole
    return due_now - actual if target.direction is AT_LEAST else actual - due_now


def way(target: Target, goal: Decimal) -> Decimal:
    """Returns the distance from the start to the goal, in the target's unit; 0 for a level to be held."""
    return abs(goal - _start(target, goal))


def _start(target: Target, goal: Decimal) -> Decimal:
    """Returns the figure from which the goal is approached; for a level to be held the goal itself."""
    if target.baseline is not None:
        return target.baseline
    return NOTHING if target.kind is CUMULATIVE else goal


def rate_terms(target: Target, value: Decimal) -> Terms | None:
    """Returns the completion rate, not capped, as an exact quotient; None where a rate has no meaning.

    For a cap it is the share used. A level to be held has one only as reports print it: if its goal is
    positive and to be reached at least.
    """
    goal, start = target.goal, target.baseline
    if goal is None:
        return None
    if start is None:
        told = goal if target.kind is CUMULATIVE else target.direction is AT_LEAST and goal > 0
        return (value, goal) if told else None
    if goal == start:
        return None
    if goal > start:
        return EXACT.subtract(value, start), EXACT.subtract(goal, start)
    return EXACT.subtract(start, value), EXACT.subtract(start, goal)


def lead_ratio(target: Target, rate: Ratio, pace: Fraction) -> Ratio | None:
    """Returns the lead, negative when behind, also for a cap: rate less pace, or for a cap pace less rate.

    It is the lag, turned round, as a share of the whole way: both tell the same of a target. None for a level
    to be held, which has no way to go.
    """
    if is_held(target):
        return None
    (over, under), (asked, whole) = rate, pace.as_integer_ratio()
    ahead = over * whole - asked * under
    return -ahead if is_cap(target) else ahead, under * whole


def expected(target: Target, share: Fraction) -> Fraction | None:
    """Returns the figure expected by a share of the time, in the target's unit; None without a goal."""
    return None if target.goal is None else fraction(*expected_terms(target, target.goal, share))


def completion_rate(target: Target, value: Decimal) -> Fraction | None:
    """Returns the completion rate as a fraction; see `rate_terms`."""
    return None if (terms := rate_terms(target, value)) is None else fraction(*terms)
