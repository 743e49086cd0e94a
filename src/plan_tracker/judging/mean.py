"""The weighted mean completion of targets, exact; its cost grows linearly with their number."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction
from math import gcd
from typing import NamedTuple, TypeAlias

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT, NOTHING, Ratio, ratio
from plan_tracker.plan import kinds

Way: TypeAlias = tuple[Decimal, Decimal, Decimal, Decimal]
"""How far a target has come: its origin, its value, its goal; and its weight."""


class Mean(NamedTuple):
    """A weighted mean, and the number of shares it is taken of; `value` is None if there are none.

    `bounds_left_out` is how many targets were left out because their figure is only a bound.
    """

    value: Fraction | None
    number: int
    bounds_left_out: int = 0


def mean_completion(results: Iterable[Result]) -> Mean:
    """Returns the weighted mean over the targets with an actual that advance to their goals.

    These are totals to reach and levels with a baseline. A bound is left out, unless it proves that the goal
    is reached: then it counts as 1.
    """
    ways: list[Way] = []
    left_out = 0
    for result in results:
        way = _way(result)
        if way and result.is_bound and result.status is not Status.DONE:
            left_out += 1
        elif way:
            ways.append(way)
    return mean(ways)._replace(bounds_left_out=left_out)


def _way(result: Result) -> Way | None:
    """Returns how far a target has come; None if it has no rate, or one that means nothing in a mean."""
    target, actual = result.target, result.actual
    goal = target.goal
    if actual is None or goal is None or not kinds.counts_in_mean(target):
        return None
    if not target.weight or result.status is Status.DROPPED:
        return None
    origin = kinds.origin(target)
    return None if goal == origin else (origin, actual.value, goal, target.weight)


def mean(ways: Iterable[Way]) -> Mean:
    """Returns the weighted mean of how far targets have come, each share limited to 0…1.

    A goal that equals its origin has no share and must not be passed.
    """
    sums: defaultdict[Decimal, Decimal] = defaultdict(Decimal)  # by length, of which there are few
    weights, number = NOTHING, 0
    with localcontext(EXACT):
        for origin, value, goal, weight in ways:
            length, gone = goal - origin, value - origin
            if length < NOTHING:
                length, gone = -length, -gone
            if gone > NOTHING:
                sums[length] += min(gone, length) * weight
            weights += weight
            number += 1
    if not number:
        return Mean(value=None, number=0)
    over, under = _sum([ratio(gone, length) for length, gone in sums.items()])
    weight_over, weight_under = weights.as_integer_ratio()
    return Mean(value=Fraction(over * weight_under, under * weight_over), number=number)


def _sum(ratios: list[Ratio]) -> Ratio:
    """Adds ratios in pairs, then the pairs in pairs: so long numbers meet only long ones.

    One after the other, each of thousands of ratios would be added to a number of thousands of digits.
    """
    while len(ratios) > 1:
        pairs = [_added(*pair) for pair in zip(ratios[::2], ratios[1::2], strict=False)]
        ratios = [*pairs, *ratios[2 * len(pairs) :]]
    return ratios[0] if ratios else (0, 1)


def _added(one: Ratio, other: Ratio) -> Ratio:
    (over, under), (more, by) = one, other
    shared = gcd(under, by)
    return over * (by // shared) + more * (under // shared), under // shared * by
