"""Shares that stand beside each other: rounded alike, with as many digits as it takes to tell them apart."""

from collections.abc import Iterable
from fractions import Fraction

from plan_tracker.numbers import plain, round_half_up
from plan_tracker.reports.figures import signed

WHOLE, NOTHING = Fraction(1), Fraction(0)


def percents(old: Fraction, new: Fraction, decimals: int) -> tuple[str, str]:
    """Two shares in percent, never printed alike unless they are equal, nor as 100% unless they are."""
    digits = telling_apart([(old, new), (old, WHOLE), (new, WHOLE)], decimals)
    return percent(old, digits), percent(new, digits)


def percent(share: Fraction, digits: int) -> str:
    """A share in percent with so many decimals."""
    return f"{plain(round_half_up(share * 100, digits))}%"


def points(share: Fraction, digits: int) -> str:
    """A difference of shares in percentage points with its sign, without the unit."""
    return signed(round_half_up(share * 100, digits))


def telling_apart(pairs: Iterable[tuple[Fraction, Fraction]], decimals: int) -> int:
    """From `decimals` on the fewest at which shares that differ are not rounded to the same percentage.

    Rounding keeps the order of numbers: all it can do is to make equal what is not.
    """
    digits = decimals
    for one, other in pairs:
        while one != other and round_half_up(one * 100, digits) == round_half_up(other * 100, digits):
            digits += 1
    return digits
