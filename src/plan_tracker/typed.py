"""Figures as people and spreadsheets write them: separators, full-width digits, too many digits."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from plan_tracker.exact import DIGITS, fits, plain

_WIDE = str.maketrans("０１２３４５６７８９．，－＋−　\u00a0", "0123456789.,-+-  ")
_GROUPED = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_SIGNIFICANT = Context(prec=DIGITS, rounding=ROUND_HALF_UP)


def figure_meant(text: str) -> str | None:
    """The figure that a text means, as TOML: `1,550` is 1550, `０.５` is 0.5; None where it is no figure."""
    match = _GROUPED.fullmatch(text.translate(_WIDE).strip())
    if match is None:
        return None
    sign, whole, decimals = match[1], match[2].replace(",", ""), match[3] or ""
    number = Decimal(f"{whole}{decimals}")
    if len(number.as_tuple().digits) > DIGITS:
        number = rounded(number)
    if not fits(number):
        return None
    return f"{'-' if sign == '-' and number else ''}{plain(number)}"


def rounded(number: Decimal) -> Decimal:
    """A number with at most 15 significant digits, without zeros at its end: what a float adds is gone."""
    short = _SIGNIFICANT.plus(number).normalize(_SIGNIFICANT)
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short
