"""Figures as people read them: rounded half up, but never so that they contradict the verdict."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from plan_tracker.numbers import (
    DIGITS,
    EXACT,
    NOTHING,
    Ratio,
    Terms,
    downwards,
    fraction,
    half_up,
    plain,
    ratio,
    round_half_up,
    scale,
    trimmed,
    trimmed_scale,
    upwards,
    written,
)

RATE_DIGITS = 6
"""How many decimals rates and computed figures have in machine formats."""

_ZERO: Ratio = 0, 1
_ONE: Ratio = 1, 1

_WHOLE, _LONGEST = Decimal(1), Decimal(10**DIGITS)
_LAST, _UNIT = Decimal(1).scaleb(-DIGITS), Decimal(1).scaleb(-RATE_DIGITS)
_STEP = _UNIT / _LAST
_HALF = _STEP / 2
"""How much a unit of the last rounded digit is, and half of it, in units of the last a figure may have."""

Exact: TypeAlias = Fraction | Terms | Ratio
"""An exact number: a fraction or, faster, its terms."""


class Bound(NamedTuple):
    """The sign before a figure, and how it is rounded: a bound to the side on which it stays true."""

    sign: str
    rounded: Callable[[int, int], int]


KNOWN, LOWER, UPPER = Bound("", half_up), Bound("≥", downwards), Bound("≤", upwards)


class Figure(NamedTuple):
    """An exact figure to be printed, and whether it is a bound."""

    value: Fraction
    bound: Bound = KNOWN

    def shown(self, digits: int) -> Decimal:
        """Rounds the figure to exactly `digits` decimals."""
        over, under = self.value.as_integer_ratio()
        return scale(self.bound.rounded(over * 10**digits, under), digits)


def rate_and_pace(
    rate: Exact, pace: Fraction | None, decimals: int, bound: Bound = KNOWN
) -> tuple[Decimal, Decimal | None]:
    """Rounds rate and pace to percentages with `decimals` digits, or with more where the truth needs them.

    The rounded rate compares with the rounded pace, and each with 100, as the exact ones do: 399.9 of 400 is
    not 100.0, and on the day before the last no pace is 100.
    """
    shown, against, digits = _rate_and_pace(_ratio(rate), pace, decimals, bound)
    return scale(shown, digits), None if pace is None else scale(against, digits)


def percents(rate: Exact, pace: Fraction, decimals: int, bound: Bound = KNOWN) -> tuple[str, str]:
    """Writes the two percentages of `rate_and_pace`, the rate with the sign of a bound."""
    shown, against, digits = _rate_and_pace(_ratio(rate), pace, decimals, bound)
    return f"{bound.sign}{written(shown, digits)}%", f"{written(against, digits)}%"


def percent(share: Exact, decimals: int, pace: Fraction | None = None, bound: Bound = KNOWN) -> str:
    """Writes a share in percent, rounded as `rate_and_pace` does; never 100% unless it is exactly that."""
    shown, _, digits = _rate_and_pace(_ratio(share), pace, decimals, bound)
    return f"{bound.sign}{written(shown, digits)}%"


def _ratio(exact: Exact) -> Ratio:
    if not isinstance(exact, tuple):
        return exact.as_integer_ratio()
    over, under = exact
    if isinstance(over, int) and isinstance(under, int):  # as most are
        return over, under
    return ratio(over, under)


def _rate_and_pace(
    exact: Ratio, pace: Fraction | None, decimals: int, bound: Bound = KNOWN
) -> tuple[int, int, int]:
    """Returns rate and pace in units of the last digit, and how many digits; no pace counts as 100%.

    A rate that is the pace is printed as the pace is, also where it is a bound.
    """
    (over, under), (pace_over, pace_under) = exact, (1, 1) if pace is None else pace.as_integer_ratio()
    ahead = over * pace_under - pace_over * under
    digits = decimals
    while True:
        hundred = 10 ** (digits + 2)
        against = half_up(pace_over * hundred, pace_under)
        shown = bound.rounded(over * hundred, under) if ahead else against
        is_whole = (shown != hundred or over == under) and (against != hundred or pace_over == pace_under)
        if is_whole and (not ahead or (shown > against if ahead > 0 else shown < against)):
            return shown, against, digits
        digits += 1


def apart(pairs: Iterable[tuple[Figure, Figure]], decimals: int) -> int:
    """Returns the fewest decimals, at least `decimals`, with which different figures compare as printed."""
    greater = [(one, other) if one.value > other.value else (other, one) for one, other in pairs]
    different = [(one, other) for one, other in greater if one.value != other.value]
    digits = decimals
    while any(one.shown(digits) <= other.shown(digits) for one, other in different):
        digits += 1
    return digits


def comparing(value: Exact, digits: int, *marks: Decimal) -> Decimal:
    """Rounds a figure half up to `digits`, or to more until it compares with the marks as the exact one does.

    15.2857… beside 15.286 is 15.2857, not 15.29: whoever compares what is printed finds what was decided.
    """
    over, under = _ratio(value)
    marked = [mark.as_integer_ratio() for mark in marks]
    return trimmed_scale(*_comparing(over, under, marked, _enough(over, under, digits)))


def _enough(over: int, under: int, digits: int) -> int:
    """Returns `digits`, or where a quotient would be rounded to 0 as many as show three digits of its own.

    0.0000000133 is neither 0.00 nor 0.00000001.
    """
    if over and 2 * abs(over) * 10**digits < under:
        while abs(over) * 10**digits < 100 * under:
            digits += 1
    return digits


def _comparing(
    over: int, under: int, marks: Sequence[Ratio], digits: int, bound: Bound = KNOWN
) -> tuple[int, int]:
    """Does `comparing` for quotients; returns how many units of the last digit, and how many digits."""
    while True:
        unit = 10**digits
        shown = bound.rounded(over * unit, under)
        for up, down in marks:
            printed, exact = shown * down - up * unit, over * down - up * under
            if (printed > 0) != (exact > 0) or (printed < 0) != (exact < 0):
                break
        else:
            return shown, digits
        digits += 1


def lead(
    difference: Exact, decimals: int, marks: Sequence[Ratio] = (_ZERO,), bound: Bound = KNOWN
) -> Decimal:
    """Rounds a lead to percentage points, so that it compares with the marks as the exact one does.

    These are 0, or the `lag_marks` given.
    """
    over, under = _ratio(difference)
    return scale(*_comparing(100 * over, under, marks, decimals, bound))


def lag_marks(*allowed: Fraction | None) -> tuple[Ratio, ...]:
    """Returns the points with which a lead is compared: 0, and each allowed lag.

    An allowed lag is a share: 1/20 for 5 points; None and 0 are no lag.
    """
    return _ZERO, *((-100 * lag.numerator, lag.denominator) for lag in allowed if lag)


def multiple(value: Fraction) -> Decimal:
    """Rounds a multiple to two decimals, or to more until it is 1 or 0 only if it is exactly that."""
    return scale(*_comparing(*_ratio(value), (_ZERO, _ONE), 2))


def signed(number: Decimal) -> str:
    """Writes a number with its sign; zero has none."""
    return f"+{plain(number)}" if number > 0 else plain(number)


def machine_share(share: Exact) -> Decimal:
    """Rounds a share to six decimals, or to more where six would turn one near 1 or 0 into exactly that."""
    return machine_rate_and_pace(share, None)[0]


def machine_rate_and_pace(rate: Exact, pace: Fraction | None) -> tuple[Decimal, Decimal | None]:
    """Rounds both to six decimals, or to more until they compare with each other and 1 exactly.

    Nor is a rate 0 unless it is: of a cap that is used a little, 0 would say more than is true.
    """
    exact = _ratio(rate)
    shown, against, digits = _rate_and_pace(exact, pace, RATE_DIGITS - 2)
    while not shown and exact[0]:
        shown, against, digits = _rate_and_pace(exact, pace, digits + 1)
    return trimmed_scale(shown, digits + 2), None if pace is None else _shared(against, digits + 2)


_shared = lru_cache(maxsize=1024)(trimmed_scale)  # the targets of a plan share their pace


def machine_growth(growth: Exact) -> Decimal:
    """Rounds a growth to six decimals, or to more until it compares with 0 and 1 as the exact one does."""
    return trimmed_scale(*_comparing(*_ratio(growth), (_ZERO, _ONE), RATE_DIGITS))


def machine_pace(so_far: Terms, required: Terms | None) -> tuple[Decimal, Decimal | None]:
    """Rounds what a month brought and must bring as `machine_figure` does, each beside the other."""
    if required is None:
        return machine_figure(so_far), None
    shown, needed = machine_figure(so_far), machine_figure(required)
    if -_UNIT < shown - needed < _UNIT:
        one, other = fraction(*so_far), fraction(*required)
        if (shown > needed) != (one > other) or (shown < needed) != (one < other):
            told = told_apart(one, other, RATE_DIGITS)
            shown = shown if shown == one else trimmed(told[0])  # what ends within 15 decimals stays exact
            needed = needed if needed == other else trimmed(told[1])
    return shown, needed


def told_apart(one: Fraction, other: Fraction, digits: int) -> tuple[Decimal, Decimal]:
    """Rounds two figures half up to `digits`, or to more until different ones are printed differently.

    Neither is shown as 0 unless it is, and where more decimals are shown they do not all end in a zero.
    """
    least = digits
    digits = apart(
        [(Figure(one), Figure(other))], max(_enough(*each.as_integer_ratio(), least) for each in (one, other))
    )
    shown = [round_half_up(each, digits) for each in (one, other)]
    while digits > least and not any(each.as_tuple().digits[-1] for each in shown):
        digits -= 1
        shown = [round_half_up(each, digits) for each in (one, other)]
    return shown[0], shown[1]


def seen(value: Fraction, digits: int) -> Decimal:
    """Rounds a figure half up to `digits`, or to more until it is 0 only if it is exactly 0."""
    return told_apart(value, value, digits)[0]


def machine_lead(difference: Exact, marks: Sequence[Ratio] = (_ZERO,)) -> Decimal:
    """Rounds a `lead` to percentage points with four decimals, or with more."""
    return trimmed(lead(difference, RATE_DIGITS - 2, marks))


def machine_figure(value: Fraction | Terms, beside: Decimal | None = None) -> Decimal:
    """Returns a figure in the target's unit: exact if it ends within 15 decimals, else rounded to six.

    It has more digits where it needs them to compare with 0 and the figure `beside` it as the exact one does.
    A figure that is no quotient is always exact. Terms must be given in the context `EXACT`.
    """
    if not isinstance(value, tuple):
        with localcontext(EXACT):
            return machine_figure((Decimal(value.numerator), Decimal(value.denominator)), beside)
    over, under = value
    if under == _WHOLE:
        return trimmed(over)
    count, rest = divmod(over * _LONGEST, under)  # both are cut towards zero
    if not rest:
        return trimmed(count * _LAST)
    shown = trimmed((count + (_HALF if count > NOTHING else -_HALF)) // _STEP * _UNIT)
    if shown:
        if beside is None:
            return shown
        mark = beside * under
        if (shown > beside) == (over > mark) and (shown < beside) == (over < mark):
            return shown
    marks = (_ZERO,) if beside is None else (_ZERO, beside.as_integer_ratio())
    return trimmed_scale(*_comparing(*ratio(over, under), marks, RATE_DIGITS))
