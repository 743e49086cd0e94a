"""Figures as people read them: rounded half up, but never so that they contradict the verdict."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from plan_tracker.numbers import (
    EXACT,
    NOTHING,
    Terms,
    half_up,
    plain,
    ratio,
    round_half_up,
    scale,
    trimmed,
    units,
    written,
)

ONE = Fraction(1)
RATE_DIGITS = 6
"""Decimals of rates and of computed figures in machine formats."""

UNIT, POINT = Decimal(1).scaleb(-RATE_DIGITS), Decimal(1).scaleb(2 - RATE_DIGITS)
"""The last digit of a share; and of a lead, which is rounded alike but shown in percentage points."""

_WHOLE, _TWICE = Decimal(1), Decimal(2 * 10**RATE_DIGITS)

Exact: TypeAlias = Fraction | Terms
"""An exact number as machine formats round it: a fraction, or faster a quotient in the context `EXACT`."""


def rate_and_pace(rate: Fraction, pace: Fraction | None, decimals: int) -> tuple[Decimal, Decimal | None]:
    """Rate and pace in percent, rounded alike, with as many digits more as the truth needs.

    The rounded rate stands to the rounded pace, and to 100, as the exact ones do: 399.9 of 400 is not 100.0.
    """
    shown, against, digits = _rate_and_pace(rate, pace, decimals)
    return scale(shown, digits), None if pace is None else scale(against, digits)


def percents(rate: Fraction, pace: Fraction, decimals: int) -> tuple[str, str]:
    """Both of `rate_and_pace` as texts."""
    shown, against, digits = _rate_and_pace(rate, pace, decimals)
    return f"{written(shown, digits)}%", f"{written(against, digits)}%"


def percent(share: Fraction, decimals: int, pace: Fraction | None = None) -> str:
    """A share in percent, rounded as beside a pace; never 100% unless it is exactly that."""
    shown, _, digits = _rate_and_pace(share, pace, decimals)
    return f"{written(shown, digits)}%"


def _rate_and_pace(rate: Fraction, pace: Fraction | None, decimals: int) -> tuple[int, int, int]:
    """Rate and pace in units of the last digit, and how many digits; without a pace 100 stands in for it.

    Rounding keeps the order of numbers: all it can do is to make equal what is not.
    """
    exact, mark = rate.as_integer_ratio(), (1, 1) if pace is None else pace.as_integer_ratio()
    (over, under), (pace_over, pace_under) = exact, mark
    digits = decimals
    while True:
        hundred = 10 ** (digits + 2)
        shown, against = half_up(over * hundred, under), half_up(pace_over * hundred, pace_under)
        if (shown != hundred or over == under) and (shown != against or exact == mark):
            return shown, against, digits
        digits += 1


def lead(difference: Fraction, decimals: int) -> Decimal:
    """A lead in percentage points with its sign; one that is not zero is not shown as zero."""
    return scale(*_lead(*difference.as_integer_ratio(), decimals))


def lead_over(share: Fraction, other: Fraction, decimals: int) -> str:
    """As `signed(lead(share - other, decimals))`, without making that fraction."""
    (over, under), (more, by) = share.as_integer_ratio(), other.as_integer_ratio()
    shown, digits = _lead(over * by - more * under, under * by, decimals)
    return f"{'+' if shown > 0 else ''}{written(shown, digits)}"


def _lead(over: int, under: int, decimals: int) -> tuple[int, int]:
    digits = decimals
    while not (shown := half_up(over * 10 ** (digits + 2), under)) and over:
        digits += 1
    return shown, digits


def multiple(value: Fraction) -> Decimal:
    """A multiple with two decimals, or as many as it takes not to be shown as 1 or 0 unless it is."""
    digits = 2
    while (shown := round_half_up(value, digits)) != value and shown in (0, 1):
        digits += 1
    return shown


def signed(number: Decimal) -> str:
    """A number with its sign; zero has none."""
    return f"+{plain(number)}" if number > 0 else plain(number)


def machine_share(share: Exact, pace: Fraction | None = None) -> Decimal:
    """A share as a fraction of at most six decimals, rounded away from 1 and from the pace.

    Where rounding half up would reach 1, or the rounded pace, without being there, it rounds the other way.
    """
    shown = _rounded(share)
    if shown == _WHOLE:
        return _apart(shown, share, ONE)
    if pace is not None and shown == machine_pace(*pace.as_integer_ratio()):
        return _apart(shown, share, pace)
    return shown


@lru_cache(maxsize=1024)  # a plan has few different paces; by whole numbers, for fractions are slow to hash
def machine_pace(over: int, under: int) -> Decimal:
    """As `machine_share`, of a pace."""
    return machine_share(Fraction(over, under))


def machine_lead(difference: Exact) -> Decimal:
    """A lead in percentage points with at most four decimals; never 0 unless it is exactly that."""
    return _rounded(difference, POINT) or _apart(NOTHING, difference, Fraction(0), POINT)


def machine_figure(value: Exact, actual: Decimal | None = None) -> Decimal:
    """A computed figure in the target's unit: exact if it ends within six decimals, else rounded half up.

    One that differs from the actual is not rounded to it. What is no quotient is exact in any case.
    """
    if isinstance(value, tuple) and value[1] == _WHOLE:
        return trimmed(value[0])
    shown = _rounded(value)
    return shown if shown != actual else _apart(shown, value, Fraction(shown))


def _rounded(value: Exact, unit: Decimal = UNIT) -> Decimal:
    """A value rounded half away from zero to millionths, each of which is shown as one unit."""
    if not isinstance(value, tuple):
        return trimmed(EXACT.multiply(units(value, RATE_DIGITS), unit))
    over, under = value
    half = -under if over.is_signed() else under
    count = (over * _TWICE + half) // (under + under)  # cut towards zero
    return (count * unit).normalize() if count else NOTHING


def _apart(shown: Decimal, value: Exact, mark: Fraction, unit: Decimal = UNIT) -> Decimal:
    """A value as it was rounded onto a mark; one unit further if it is not the mark itself."""
    exact = ratio(*value) if isinstance(value, tuple) else value
    if exact == mark:
        return shown
    return (EXACT.add(shown, unit) if exact > mark else EXACT.subtract(shown, unit)).normalize(EXACT)
