"""Figures that a text gives in round numbers: 近3.5万人, 4700余人, about 28 km."""

import re
from decimal import Decimal

from plan_tracker.numbers import EXACT
from plan_tracker.questions.document.prose import Number, Prose
from plan_tracker.questions.document.units import Unit

_BEFORE, _BEHIND = 12, 12
"""How many letters before and behind a figure are looked at."""

_LESS = re.compile(r"(?:近|不足|不到|\b(?:nearly|almost|under|less than)) ?$", re.IGNORECASE)
_MORE = re.compile(r"(?:超|超过|突破|逾|\b(?:over|more than|exceed(?:s|ed|ing)?)) ?$", re.IGNORECASE)
_ABOUT = re.compile(r"(?:约|\b(?:about|around|some|roughly|approximately)) ?$", re.IGNORECASE)
"""Words before a round number: the figure is below it, above it, or near it."""

_MORE_BEHIND = re.compile(r" ?[十百千万亿]*[余多]")
_ABOUT_BEHIND = re.compile(r"[^,;。\d]{0,4}左右")


def rounds_to(prose: Prose, number: Number, unit: Unit, value: Decimal) -> bool:
    """Tells whether words say that a number is round, and a value in a unit becomes it: 4709 is 超过4700.

    It is rounded to the digits that the number has before its last zeros: up for 近 (nearly), down for 超过
    (over), to the nearest for 约 (about).
    """
    scale = unit.scale_at(prose, number)
    if scale is None:
        return False
    step = EXACT.multiply(_last_digit(number.text), scale)
    less = EXACT.subtract(EXACT.multiply(Decimal(number.text), scale), EXACT.multiply(value, unit.scale))
    before = prose.text[max(0, number.start - _BEFORE) : number.start]
    if _LESS.search(before):
        return 0 < less < step
    if _MORE.search(before) or _MORE_BEHIND.match(prose.text, number.end):
        return 0 < -less < step
    is_about = _ABOUT.search(before) or _ABOUT_BEHIND.match(prose.text, number.end, number.end + _BEHIND)
    return is_about is not None and 2 * abs(less) <= step


def _last_digit(text: str) -> Decimal:
    """Returns what the last digit of a number counts: 0.1 in 28.4, and 100 in 2800."""
    whole, point, decimals = text.lstrip("-").partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    return Decimal(1).scaleb(-len(decimals) if point else zeros)
