"""Figures as people read them: rounded half up, but never so that they contradict the verdict."""

from decimal import Decimal
from fractions import Fraction

from plan_tracker.numbers import half_up, plain, round_half_up, scale, shortest, written

ONE = Fraction(1)
RATE_DIGITS, LEAD_DIGITS = 6, 4
"""Decimals of rates (as fractions) and of leads (in percentage points) in machine formats."""


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


def machine_share(share: Fraction, pace: Fraction | None = None) -> Decimal:
    """A share as a fraction of at most six decimals, rounded away from 1 and from the pace.

    Where rounding half up would reach 1, or the rounded pace, without being there, it rounds the other way.
    """
    if share == ONE:
        return Decimal(1)
    shown = shortest(share, RATE_DIGITS)
    marks = [(ONE, Decimal(1))] if pace is None else [(ONE, Decimal(1)), (pace, shortest(pace, RATE_DIGITS))]
    for exact, mark in marks:
        if share != exact and shown == mark:
            unit = scale(1, RATE_DIGITS)
            return (mark - unit if share < exact else mark + unit).normalize()
    return shown


def machine_lead(difference: Fraction) -> Decimal:
    """A lead in percentage points with at most four decimals; never 0 unless it is exactly that."""
    shown = shortest(difference * 100, LEAD_DIGITS)
    if shown != 0 or difference == 0:
        return shown
    return scale(1 if difference > 0 else -1, LEAD_DIGITS)


def machine_figure(value: Fraction, actual: Decimal | None = None) -> Decimal:
    """A computed figure in the target's unit: exact if it ends within six decimals, else rounded half up.

    One that differs from the actual is not rounded to it.
    """
    shown = shortest(value, RATE_DIGITS)
    if actual is None or shown != actual or value == Fraction(actual):
        return shown
    unit = scale(1, RATE_DIGITS)
    return (shown + unit if value > Fraction(actual) else shown - unit).normalize()
