"""What a figure stands for: one with decimals was rounded when typed, a whole number was counted."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.numbers import decimals_of


class Interval(NamedTuple):
    """The bounds between which a figure lies, both included."""

    low: Fraction
    high: Fraction

    @classmethod
    def around(cls, figure: Decimal, reach: Decimal) -> "Interval":
        """Returns the bounds of a figure from which the true one is no farther than `reach`."""
        return cls(Fraction(figure) - Fraction(reach), Fraction(figure) + Fraction(reach))

    @classmethod
    def of_typed(cls, figure: Decimal) -> "Interval":
        """Returns the bounds of the true figure: 3.425 and 3.435 for 3.43; 3 and 3 for 3, a count."""
        return cls.around(figure, half_a_unit(figure))

    @classmethod
    def of_printed(cls, figure: Decimal) -> "Interval":
        """Returns the bounds for which a stated figure is printed: half a unit either way, also of 47%."""
        return cls.around(figure, Decimal(5).scaleb(-decimals_of(figure) - 1))

    def touches(self, other: "Interval") -> bool:
        """Tells whether the two have a figure in common."""
        return self.low <= other.high and other.low <= self.high


def half_a_unit(figure: Decimal) -> Decimal:
    """Returns how far the true figure may be from a typed one: 0.005 for 3.43, 0 for a whole number."""
    decimals = decimals_of(figure)
    return Decimal(5).scaleb(-decimals - 1) if decimals else Decimal(0)
