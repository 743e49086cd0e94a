"""What a figure stands for: one with decimals was rounded by whoever typed it, a whole number was counted."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.numbers import decimals_of


class Interval(NamedTuple):
    """Between which a figure lies, both ends included."""

    low: Fraction
    high: Fraction

    def touches(self, other: "Interval") -> bool:
        """Whether the two have a figure in common."""
        return self.low <= other.high and other.low <= self.high


def half_a_unit(figure: Decimal) -> Decimal:
    """How far the true figure may lie from a typed one: 0.005 for 3.43, nothing for a whole number."""
    decimals = decimals_of(figure)
    return Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0)


def typed(figure: Decimal) -> Interval:
    """Between which the true figure lies: 3.425 to 3.435 for 3.43, a whole number at itself."""
    return _around(figure, half_a_unit(figure))


def printed(figure: Decimal) -> Interval:
    """What a stated figure is printed for: half a unit of its last digit to either side, also of 47%."""
    return _around(figure, Decimal(5).scaleb(-decimals_of(figure) - 1))


def _around(figure: Decimal, reach: Decimal) -> Interval:
    return Interval(Fraction(figure) - Fraction(reach), Fraction(figure) + Fraction(reach))
