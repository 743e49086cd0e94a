"""Units of one thing in different sizes (亿元 and 万元, GWh and MWh): converts figures between them."""

from decimal import Decimal
from itertools import takewhile

from plan_tracker.numbers import EXACT

NUMERALS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
"""What may stand before a Chinese unit, as powers of ten."""

PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12}
"""The same before the letters of a metric unit."""


def power_between(unit: str, other: str) -> int | None:
    """Returns the power of ten between two units: 4 from 亿元 to 万元, -3 from m to km, 0 for the same.

    None where the words do not tell that both are units of one thing.
    """
    if unit == other:
        return 0
    for sized in (_chinese, _metric):
        (power, stem), (other_power, other_stem) = sized(unit), sized(other)
        if stem == other_stem and unit and other:
            return power - other_power
    return None


def converted(value: Decimal, power: int) -> Decimal:
    """Multiplies a figure by a power of ten, exactly."""
    return value.scaleb(power, EXACT) if power else value


def _chinese(unit: str) -> tuple[int, str]:
    """Splits a unit into the power of its numerals and the unit itself: 百万元 is 6 and 元."""
    numerals = list(takewhile(NUMERALS.__contains__, unit))
    return sum(NUMERALS[numeral] for numeral in numerals), unit[len(numerals) :]


def _metric(unit: str) -> tuple[int, str]:
    """Splits off one prefix before another letter: km is 3 and m, but k alone is a unit."""
    is_prefixed = unit[:1] in PREFIXES and len(unit) > 1
    return (PREFIXES[unit[0]], unit[1:]) if is_prefixed else (0, unit)
