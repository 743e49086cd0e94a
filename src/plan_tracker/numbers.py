"""Exact numbers: decimals as people type them, shares as fractions, and rounding that is only for display."""

import re
from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

EXACT = Context(prec=999, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])
"""In this context sums and products of typed figures are exact, or raise an error."""

NOTHING, _BEYOND = Decimal(0), Decimal("1E+99")
DIGITS = 15
"""How many digits a figure may have before the point, and how many after it."""

Terms: TypeAlias = tuple[Decimal, Decimal]
"""An exact quotient: a numerator, and a denominator above 0; made in a tenth of the time of a fraction."""

Ratio: TypeAlias = tuple[int, int]
"""An exact quotient of whole numbers, not reduced: a numerator, and a denominator above 0."""


_PERCENT = re.compile(r"([+-]?\d{1,15}(?:\.\d{1,15})?) ?[%％]", re.ASCII)
_POINTS = re.compile(r"(\+?\d{1,15}(?:\.\d{1,15})?) ?(?:pp|个?百分点)", re.ASCII)


def toml_number(text: str) -> Decimal:
    """Returns a number of a TOML text; one with a monstrous exponent becomes one that is only too large.

    1e999999999 written in full would take a gigabyte, and of 1e99999999999999999999 there is no decimal.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return _BEYOND
    return number if abs(number.adjusted()) < _BEYOND.adjusted() else _BEYOND


def plain(number: Decimal) -> str:
    """Writes a decimal with the digits it was typed with, never with an exponent."""
    text = str(number)  # takes a quarter of the time of `format`; an exponent is rare
    return format(number, "f") if "E" in text else text


def fits(number: Decimal) -> bool:
    """Tells whether a decimal is finite and has at most 15 digits before and 15 after the point."""
    text = str(number)
    if len(text) <= DIGITS and text.replace(".", "", 1).isdigit():  # the usual case: three times as fast
        return True
    exponent = number.as_tuple().exponent  # a letter where the number is not finite
    return isinstance(exponent, int) and exponent >= -DIGITS and number.adjusted() < DIGITS


@lru_cache(maxsize=1024)  # curves of many targets share their percentages
def percent(text: str) -> Fraction | None:
    """Returns the share that `"47.5%"` stands for, or None if the text is not a percentage."""
    return _hundredth(_PERCENT, text)


def points(text: str) -> Fraction | None:
    """Returns the difference of shares that `"5pp"` stands for (1/20), or None; none is below 0."""
    return _hundredth(_POINTS, text)


def _hundredth(form: re.Pattern[str], text: str) -> Fraction | None:
    match = form.fullmatch(text.strip())
    return Fraction(match[1]) / 100 if match else None


def round_half_up(value: Fraction, digits: int) -> Decimal:
    """Rounds a value half away from zero, to exactly `digits` decimals."""
    return scale(_units(value, digits), digits)


def shortest(value: Fraction, digits: int) -> Decimal:
    """Rounds a value half away from zero to `digits` decimals, then drops zeros at its end."""
    whole = _units(value, digits)
    while digits and whole % 10 == 0:
        whole, digits = whole // 10, digits - 1
    return scale(whole, digits)


def _units(value: Fraction, digits: int) -> int:
    """Returns a value in units of the last of `digits` decimals, rounded half away from zero."""
    return half_up(value.numerator * 10**digits, value.denominator)


def half_up(over: int, under: int) -> int:
    """Rounds a quotient half away from zero; `under` is above 0."""
    whole: int = (2 * abs(over) + under) // (2 * under)
    return -whole if over < 0 else whole


def downwards(over: int, under: int) -> int:
    """Rounds a quotient down; `under` is above 0."""
    return over // under


def upwards(over: int, under: int) -> int:
    """Rounds a quotient up; `under` is above 0."""
    return -(-over // under)


def fraction(part: Decimal, whole: Decimal) -> Fraction:
    """Divides two decimals exactly; makes one fraction, where a quotient of two fractions makes three."""
    return Fraction(*ratio(part, whole))


def ratio(part: Decimal | int, whole: Decimal | int) -> Ratio:
    """Divides two numbers exactly, as `fraction` does, but reduces nothing; the whole is above 0."""
    part_over, part_under = part.as_integer_ratio()
    whole_over, whole_under = whole.as_integer_ratio()
    return part_over * whole_under, part_under * whole_over


def scale(count: int, digits: int) -> Decimal:
    """Returns the number that is `count` units of the last of `digits` decimals: 47.5 for 475 and 1."""
    return Decimal(count).scaleb(-digits, EXACT)


def trimmed_scale(count: int, digits: int) -> Decimal:
    """Returns the same as `trimmed(scale(count, digits))`: 47.5 for 4750 and 2."""
    return Decimal(count).scaleb(-digits, EXACT).normalize(EXACT)


def trimmed(number: Decimal) -> Decimal:
    """Returns a number without zeros at its end, and zero without a sign."""
    return number.normalize(EXACT) if number else NOTHING


def written(count: int, digits: int) -> str:
    """Writes the same as `plain(scale(count, digits))`, without making a decimal."""
    if not digits:
        return str(count)
    text = str(abs(count)).zfill(digits + 1)
    return f"{'-' if count < 0 else ''}{text[:-digits]}.{text[-digits:]}"


def decimals_of(number: Decimal) -> int:
    """Returns the number of decimals that a figure was typed with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def hundredths(share: Fraction) -> str:
    """Writes the number of a share that was typed in percent or points again, with all its digits."""
    return plain(shortest(share * 100, DIGITS))


def percent_text(share: Fraction) -> str:
    """Writes a share that was typed in percent in percent again, with all its digits."""
    return f"{hundredths(share)}%"


def short(number: Decimal) -> Decimal:
    """Returns a number as `trimmed` does, but without an exponent, so that `str` writes its digits."""
    return Decimal(plain(trimmed(number)))
