"""Which number a figure in other words is, in the unit of its target: 400个, 12,5, ≤28, 6左右, 3.2万人."""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import TypeGuard

from plan_tracker.numbers import plain, trimmed
from plan_tracker.plan.limits import unlimited, without_bound
from plan_tracker.plan.model import Direction
from plan_tracker.plan.units import converted, is_percent, is_share, power_of_size
from plan_tracker.reading.faults import words
from plan_tracker.toml.syntax.slips import NO_ZEROS, half_width, toml_text, unit_beside, without_end

_NUMBER = re.compile(
    rf"([¥￥$€£₹]|[A-Z]{{3}}(?=[ \d]))?\s*([+-]?\d+(?:\.\d+)?)\s*{NO_ZEROS}(\D{{0,10}})", re.ASCII
)
_GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:(?:[,，]\d{3})+|(?:\.\d{3}){2,})(?!\d)", re.ASCII)
"""A number with its digits in groups: 1,550 or 1.550.000; 1.550 may be meant as it stands."""

_COMMA = re.compile(r"(?<![\d.,])(?:(\d{1,3}(?:\.\d{3})*)[,，](\d{1,2})|(0)[,，](\d+))(?![\d.,])", re.ASCII)
"""A number with its decimals behind a comma: 12,5 and 0,125."""

_SHARE = re.compile(r"\+?(-?[1-9]\d*(?:\.\d+)?) ?(?:[%％]|pp|个?百分点)?", re.ASCII)
"""A number that may be meant as a percentage, with or without its sign."""

_BELOW_ONE = re.compile(r"0?\.\d+", re.ASCII)
_NO_UNIT = re.compile(r"[^\w%‰°℃$€£¥￥₹~≈]")
"""Signs that begin no unit: behind 90+, 90/季度 or 90(预计) something else is meant."""

ELSEWHERE = "…"
"""What stands for a figure that the user must find: it was given in another unit."""


def ungrouped(text: str) -> str:
    """Returns a text without what groups the digits of its numbers: 1550 for 1,550."""
    return _GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), text)


def pointed(text: str) -> str:
    """Returns a text with its numbers as TOML writes them: 1550 for 1,550 and 12.5 for 12,5."""
    return _COMMA.sub(_with_point, ungrouped(text))


def share_meant(text: str) -> str | None:
    """Returns the number in a text that should be in percent or points: 2.5 for 2,5%; 0.5 may be 50."""
    match = _SHARE.fullmatch(pointed(half_width(text)).strip())
    return match[1] if match else None


def percent_meant(text: str) -> str | None:
    """Returns the number in a text that should be in percent, as `share_meant`; a bare 0.45 is 45."""
    bare = pointed(half_width(text)).strip()
    return in_percent(bare) if _BELOW_ONE.fullmatch(bare) else share_meant(text)


def in_percent(number: str) -> str:
    """Returns a share that was written as 0.475 in percent; other numbers are that already."""
    share = Decimal(number)
    return plain(trimmed(share.scaleb(2))) if 0 < share < 1 else number


def _with_point(match: re.Match[str]) -> str:
    whole, decimals, zero, others = match.groups()
    return f"0.{others}" if zero else f"{whole.replace('.', '')}.{decimals}"


def is_figure(value: object) -> TypeGuard[int | Decimal]:
    """Tells whether a value is a number; true and false are none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def bare_figure(value: object, own: object = None) -> str | None:
    """Returns a number as it is to be written, without its unit; None if there is none.

    `own` is the unit that the target has, if any.
    """
    if is_figure(value):
        return str(value)
    match = _NUMBER.fullmatch(_bare(value)) if isinstance(value, str) else None
    if match is None or words.ABOUT.fullmatch(match[3]) or _has_other_words(match, own):
        return None
    return _in_unit(own, match[2], _unit(match))


def _bare(text: str) -> str:
    return without_end(pointed(half_width(text))).strip()


def _unit(match: re.Match[str]) -> str:
    return unit_beside(match[1] or "", match[3])


def _has_other_words(match: re.Match[str], own: object) -> bool:
    """Tells whether signs stand beside a number that are no unit."""
    return own is None and _NO_UNIT.match(_unit(match)) is not None


def _in_unit(own: object, number: str, unit: str) -> str:
    """Returns a number in the unit of its target: 32000 for 3.2万人 in 人; an ellipsis for another unit."""
    if not (unit and own and isinstance(own, str)) or (is_percent(unit) and is_percent(own)):
        return number
    power = power_of_size(unit, own)
    if power is None:
        return number if _word(unit) == _word(own) else ELSEWHERE
    return plain(trimmed(converted(Decimal(number), power))) if power else number


def _word(unit: str) -> str:
    return unit.strip().casefold().removesuffix("s")


def lines_of_figure(key: str, text: str, present: Collection[str], own: object) -> tuple[str, ...]:
    """Returns the lines for a figure with words around it: 80以上, ≤28, 400个, 6.2%.

    What is only about right, or does not meet its own limit, is kept as a note: 6左右, 低于5. `own` is the
    unit that the target has, if any.
    """
    if _COMMA.fullmatch(text):  # 12,5: the user is told of the decimal point
        return ()
    rest, limits = unlimited(_bare(text))
    bare, side = without_bound(rest)
    directions = limits | {side} if side else limits
    exact = words.ABOUT.sub("", bare).strip()
    match = _NUMBER.fullmatch(exact)
    if match is None or _has_other_words(match, own) or len(directions) > 1:
        return ()
    unit = words.ABOUT.sub("", _unit(match))
    lines = [f"{key} = {_in_unit(own, match[2], unit)}"]
    if unit and "unit" not in present:
        lines.append(f"unit = {toml_text(unit)}")
    if Direction.AT_MOST in directions and "direction" not in present:
        lines.append('direction = "at_most"')
    if is_share(unit) and (own is None or is_share(str(own))) and "kind" not in present:
        lines.append('kind = "level"')
    if (exact, unit) != (rest, _unit(match)) and "note" not in present:
        lines.append(f"note = {toml_text(text)}")
    return tuple(lines)
