"""Goals that grow from one year to the next, to as many decimals as the figures of their target have."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from plan_tracker.numbers import decimals_of, scale
from plan_tracker.plan.kinds import AT_LEAST
from plan_tracker.plan.model import Target


def last_goal(target: Target, first: Decimal) -> Decimal:
    """Returns the goal that was in force last; `first` is the one that the year began with."""
    return target.adjusted[-1].goal if target.adjusted else first


def grown_goal(target: Target, goal: Decimal, growth: Fraction) -> Decimal:
    """Returns a goal of a target after a growth (0.08 for 8%)."""
    return _grown(goal, growth, target, _digits(target, goal))


def grown_interim(target: Target, value: Decimal, growth: Fraction) -> Decimal:
    """Returns an interim goal that has grown as the first goal has: rounded alike, it never passes it."""
    if not target.goal:
        return value
    goal = last_goal(target, target.goal)
    whole = (1 + growth) * Fraction(goal) / Fraction(target.goal) - 1
    return _grown(value, whole, target, max(decimals_of(value), _digits(target, goal)))


def _digits(target: Target, goal: Decimal) -> int:
    """Returns how many decimals a target's figures have: a goal of 6 that is reported as 6.31 has two."""
    return max(map(decimals_of, (goal, *(actual.value for actual in target.actuals))))


def _grown(goal: Decimal, growth: Fraction, target: Target, digits: int) -> Decimal:
    """Returns a goal times 1 + growth, rounded up where at least as much is asked, else down.

    No zero stands at its end that the goal has not: 1550 with figures such as 871.5 becomes 1674, not 1674.0.
    """
    exact = Fraction(goal) * (1 + growth) * 10**digits
    grown = ceil(exact) if target.direction is AT_LEAST else floor(exact)
    while digits > decimals_of(goal) and grown % 10 == 0:
        grown, digits = grown // 10, digits - 1
    return scale(grown, digits)
