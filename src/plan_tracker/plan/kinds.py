"""The kinds of target: what is expected of each by a share of its time, and what meets that.

Every kind approaches its goal from an origin: 0 for a total, the baseline for a level, the goal itself for a
level that is only to be held. So `expected = origin + (goal - origin) x share`, for all of them.
Verdicts compare products in the context `exact.EXACT`; quotients are fractions and only for display.
"""

from decimal import Decimal
from fractions import Fraction

from plan_tracker.numbers import EXACT, ratio
from plan_tracker.plan.model import Direction, Kind, Target

NOTHING = Decimal(0)
CUMULATIVE, LEVEL = Kind.CUMULATIVE, Kind.LEVEL
AT_LEAST, AT_MOST = Direction.AT_LEAST, Direction.AT_MOST
# found once: Python 3.11 takes a tenth of a microsecond to find a member of an enum

PERCENT_UNITS = frozenset({"%", "％", "‰", "pp", "百分点", "个百分点"})
"""Units in which a figure may be a sum or a level, and differences are percentage points."""


def is_percent(unit: str) -> bool:
    """Whether a difference of figures in this unit is in percentage points."""
    return unit in PERCENT_UNITS and unit != "‰"


def is_cap(target: Target) -> bool:
    """Whether the target is a total to stay under."""
    return target.kind is CUMULATIVE and target.direction is AT_MOST


def counts_in_mean(target: Target) -> bool:
    """Whether the target advances towards its goal, so that a mean of such rates means something."""
    if target.kind is CUMULATIVE:
        return target.direction is AT_LEAST
    return target.baseline is not None


def is_total(target: Target) -> bool:
    """Whether the actual is a total that grows."""
    return target.kind is CUMULATIVE


def is_level(target: Target) -> bool:
    """Whether the actual is a state."""
    return target.kind is LEVEL


def allotted(target: Target) -> Decimal | None:
    """The sum of the parts' goals, or None where the goal is not broken down; levels are not summed.

    Where some parts have a goal, one without answers for nothing.
    """
    goals = [part.goal for part in target.parts if part.goal is not None]
    return sum(goals, NOTHING) if goals and target.goal is not None and is_total(target) else None


def is_held(target: Target) -> bool:
    """Whether the target is a level only to be held: it has no baseline to come from."""
    return target.kind is LEVEL and target.baseline is None


def origin(target: Target) -> Decimal:
    """The figure from which the goal is approached: 0 for a total, the baseline of a level."""
    return target.baseline if target.baseline is not None else NOTHING


def distance(target: Target, goal: Decimal, value: Decimal) -> Fraction:
    """How far it still is to the goal, negative beyond it; for a cap the headroom. In the target's unit."""
    missing = Fraction(EXACT.subtract(goal, value))
    falls = target.direction is AT_MOST and target.kind is LEVEL
    return -missing if falls else missing


def reaches(target: Target, goal: Decimal, value: Decimal) -> bool:
    """Whether a figure meets the goal itself."""
    return value >= goal if target.direction is AT_LEAST else value <= goal


def lag(target: Target, goal: Decimal, value: Decimal, share: Fraction) -> Decimal:
    """By how much a figure lags behind what is expected, times the share's denominator; at most 0 if not.

    In the target's unit, exact in the context `EXACT`; for a cap or a falling level, by how much it exceeds.
    """
    (over, under), start = share.as_integer_ratio(), _start(target, goal)
    due_now = start * under + (goal - start) * over if start else goal * over
    actual = value * under
    return due_now - actual if target.direction is AT_LEAST else actual - due_now


def way(target: Target, goal: Decimal) -> Decimal:
    """How far it is from the origin to the goal, in the target's unit; 0 for a level to be held."""
    return abs(goal - _start(target, goal))


def _start(target: Target, goal: Decimal) -> Decimal:
    return goal if is_held(target) else origin(target)


def expected(target: Target, share: Fraction) -> Fraction | None:
    """The figure expected by a share of the time, in the target's unit; None without a goal."""
    if target.goal is None:
        return None
    start = _start(target, target.goal)
    if not start:
        over, under = target.goal.as_integer_ratio()
        return Fraction(over * share.numerator, under * share.denominator)
    whole = Decimal(share.denominator)
    so_far = EXACT.fma(EXACT.subtract(target.goal, start), share.numerator, EXACT.multiply(start, whole))
    return ratio(so_far, whole)


def completion_rate(target: Target, value: Decimal) -> Fraction | None:
    """How much of the goal is reached, not capped; None where a rate has no meaning.

    For a cap it is the share used. A level to be held has one only as reports print it: of a positive goal
    to reach at least.
    """
    goal = target.goal
    if goal is None:
        return None
    if is_held(target):
        holds = target.direction is AT_LEAST and goal > 0
        return ratio(value, goal) if holds else None
    start = origin(target)
    if goal == start:
        return None
    return ratio(EXACT.subtract(value, start), EXACT.subtract(goal, start)) if start else ratio(value, goal)


def lead(target: Target, rate: Fraction | None, share: Fraction) -> Fraction | None:
    """Completion rate less pace, turned for a cap so that negative is behind; None without either."""
    if rate is None or is_held(target):
        return None
    return share - rate if is_cap(target) else rate - share
