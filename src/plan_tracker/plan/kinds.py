"""The kinds of target: what is expected of each by a share of its time, and what meets that.

Every kind approaches its goal from an origin: 0 for a total, the baseline for a level, the goal itself for a
level that is only to be held. So `expected = origin + (goal - origin) x share`, for all of them.
Verdicts compare products, exact in the context `EXACT`; quotients are for display, kept as their terms.
"""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

from plan_tracker.numbers import EXACT, Terms, ratio
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


def distance(target: Target, goal: Decimal, value: Decimal) -> Decimal:
    """How far it still is to the goal, negative beyond it; for a cap the headroom. In the target's unit."""
    falls = target.direction is AT_MOST and target.kind is LEVEL
    return value - goal if falls else goal - value


def reaches(target: Target, goal: Decimal, value: Decimal) -> bool:
    """Whether a figure meets the goal itself."""
    return value >= goal if target.direction is AT_LEAST else value <= goal


def share_asked(target: Target, day: date) -> Fraction | None:
    """The pace of a target on a day, None where it has none; `at_due` allows a cap all of it on any day."""
    pace = target.pace
    if pace is None:
        return None
    return Fraction(1) if pace.at_due and is_cap(target) else pace.share(day)


def expected_terms(target: Target, goal: Decimal, share: Fraction) -> Terms:
    """The figure expected by a share of the time, in the target's unit."""
    (over, under), start = share.as_integer_ratio(), _start(target, goal)
    return (goal - start) * over + start * under if start else goal * over, Decimal(under)


def lag(target: Target, value: Decimal, expected: Terms) -> Decimal:
    """By how much a figure lags behind what is expected, times the denominator of that; at most 0 if not.

    In the target's unit; for a cap or a falling level, by how much it exceeds.
    """
    due_now, whole = expected
    actual = value * whole
    return due_now - actual if target.direction is AT_LEAST else actual - due_now


def way(target: Target, goal: Decimal) -> Decimal:
    """How far it is from the origin to the goal, in the target's unit; 0 for a level to be held."""
    return abs(goal - _start(target, goal))


def _start(target: Target, goal: Decimal) -> Decimal:
    """As `origin`, and of a level to be held the goal itself."""
    if target.baseline is not None:
        return target.baseline
    return NOTHING if target.kind is CUMULATIVE else goal


def rate_terms(target: Target, value: Decimal) -> Terms | None:
    """How much of the goal is reached, not capped; None where a rate has no meaning.

    For a cap it is the share used. A level to be held has one only as reports print it: of a positive goal
    to reach at least.
    """
    goal = target.goal
    if goal is None:
        return None
    if is_held(target):
        return (value, goal) if target.direction is AT_LEAST and goal > 0 else None
    if (start := target.baseline) is None:
        return (value, goal) if goal else None
    gone, whole = value - start, goal - start
    if not whole:
        return None
    return (gone, whole) if whole > 0 else (-gone, -whole)


def lead_terms(target: Target, goal: Decimal, value: Decimal, expected: Terms) -> Terms | None:
    """Completion rate less pace, turned for a cap so that negative is behind; None where there is no rate.

    It is the lag as a share of the whole way, so that verdict and lead come from one number.
    """
    whole = way(target, goal)
    return (-lag(target, value, expected), whole * expected[1]) if whole else None


def expected(target: Target, share: Fraction) -> Fraction | None:
    """The figure expected by a share of the time, in the target's unit; None without a goal."""
    with localcontext(EXACT):
        return None if target.goal is None else ratio(*expected_terms(target, target.goal, share))


def completion_rate(target: Target, value: Decimal) -> Fraction | None:
    """How much of the goal is reached, as in `rate_terms`."""
    with localcontext(EXACT):
        return None if (terms := rate_terms(target, value)) is None else ratio(*terms)
