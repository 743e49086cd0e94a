"""The weighted mean of shares, exact; its cost grows linearly with their number."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction
from math import gcd
from typing import NamedTuple, TypeAlias

from plan_tracker.numbers import EXACT, NOTHING, Ratio, ratio

Way: TypeAlias = tuple[Decimal, Decimal, Decimal, Decimal]
"""How far a target has come: its origin, its value, its goal; and its weight."""


class Mean(NamedTuple):
    """A weighted mean, and the number of shares it is taken of; `value` is None if there are none.

    `bounds_left_out` is how many targets were left out because their figure is only a bound.
    """

    value: Fraction | None
    number: int
    bounds_left_out: int = 0


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
