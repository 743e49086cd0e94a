"""What the values of a plan file may be, for Pydantic's engine to check and as JSON Schema.

Each looks at one value; errors are translated in `translation.py`.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, TypeAlias

from plan_tracker.numbers import DIGITS, fits, percent, points
from plan_tracker.plan.periods import FIRST_YEAR, LAST_YEAR
from plan_tracker.reading.schema.engine import (
    Checked,
    PydanticCustomError,
    by_function,
    either,
    listing,
    mapping,
)

FORBIDDEN = "\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
"""Control, embedding, separator and noncharacters, as the inside of a character class."""

FORBIDDEN_IN_NOTES = FORBIDDEN.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f")
"""A note may have lines and tabs."""

_NOT_TEXT, _NOT_NOTE = f"[{FORBIDDEN}]", f"[{FORBIDDEN_IN_NOTES}]"  # to compile them takes a millisecond
_SOME = r"^[^{forbidden}]*[^{forbidden}\s][^{forbidden}]*$"
"""Something that is no blank, among nothing that is forbidden; checked by Pydantic's own engine."""


def _number(value: object) -> Decimal:
    if type(value) is int:
        if abs(value) < 10**DIGITS:
            return Decimal(value)
        raise PydanticCustomError("number_size", "too long")
    if not isinstance(value, Decimal):
        raise PydanticCustomError("number_type", "not a number")
    if not fits(value):
        raise PydanticCustomError("number_size" if value.is_finite() else "number_finite", "not a figure")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not text")
    if not value.strip() or re.search(_NOT_TEXT, value):
        raise PydanticCustomError("string_pattern_mismatch", "not clean")
    return value


def refused_character(text: str) -> str | None:
    """The first character that no text may hold, as `U+202E`; None where the text is only blank."""
    found = re.search(_NOT_NOTE, text) or re.search(_NOT_TEXT, text)
    return f"U+{ord(found[0]):04X}" if found else None


def _share(value: object) -> Fraction:
    share = percent(value) if isinstance(value, str) else None
    if share is None:
        raise PydanticCustomError("share_form", "not a percentage")
    return share


def _points(value: object) -> Fraction:
    difference = points(value) if isinstance(value, str) else None
    if difference is None or difference < 0:
        raise PydanticCustomError("points_form", "not points")
    return difference


def _day(value: object) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise PydanticCustomError("date_type", "not a date")
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise PydanticCustomError("date_range", "too far away")
    return value


def _share_or_number(value: object) -> Fraction | Decimal:
    return _share(value) if isinstance(value, str) else _number(value)


def _day_or_label(value: object) -> date | str:
    return _text(value) if isinstance(value, str) else _day(value)


def _words(value: object) -> object:
    if isinstance(value, dict):
        raise PydanticCustomError("list_type", "not a list")
    return value


def _clean(forbidden: str) -> Checked:
    core = {"type": "str", "pattern": _SOME.format(forbidden=forbidden), "strict": True}
    return Checked(core, {"type": "string", "minLength": 1})


def _between(low: int, high: int) -> Checked:
    core = {"type": "int", "ge": low, "le": high, "strict": True}
    return Checked(core, {"type": "integer", "minimum": low, "maximum": high})


JUDGEMENTS = (
    *("done", "missed", "on_pace", "slipping", "behind", "not_due", "not_reported", "no_goal"),
    "allocation",
)
TEXT, NOTE = _clean(FORBIDDEN), _clean(FORBIDDEN_IN_NOTES)
NUMBER = by_function(_number, {"type": "number"})
_SHARE = by_function(_share, {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?[%％]$"})
_POINTS = by_function(_points, {"type": "string", "pattern": r"^\+?[0-9]+(\.[0-9]+)? ?(pp|个?百分点)$"})
_DAY = by_function(_day, {"type": "string", "format": "date"})
FIGURES, _SHARES = mapping(TEXT, NUMBER), mapping(TEXT, _SHARE)
_WAYPOINT = by_function(_share_or_number, {"anyOf": [_SHARE.json, NUMBER.json]})
_STATED = either(TEXT, listing(TEXT), list)
_JUDGEMENT = Checked(
    {"type": "literal", "expected": list(JUDGEMENTS)}, {"type": "string", "enum": list(JUDGEMENTS)}
)
_JUDGEMENTS = Checked(
    {
        "type": "function-before",
        "schema": listing(_JUDGEMENT).core,
        "function": {"type": "no-info", "function": _words},
    },
    listing(_JUDGEMENT).json,
)

Text: TypeAlias = Annotated[str, TEXT]
Note: TypeAlias = Annotated[str, NOTE]
Number: TypeAlias = Annotated[Decimal, NUMBER]
Share: TypeAlias = Annotated[Fraction, _SHARE]
Points: TypeAlias = Annotated[Fraction, _POINTS]
Day: TypeAlias = Annotated[date, _DAY]
DayOrLabel: TypeAlias = Annotated[date | str, by_function(_day_or_label, {"anyOf": [_DAY.json, TEXT.json]})]
Figures: TypeAlias = Annotated[dict[str, Decimal], FIGURES]
Shares: TypeAlias = Annotated[dict[str, Fraction], _SHARES]
Committed: TypeAlias = Annotated[Decimal | dict[str, Decimal], either(NUMBER, FIGURES, dict)]
PaceOfPlan: TypeAlias = Annotated[str | dict[str, Fraction], either(TEXT, _SHARES, dict)]
PaceOfTarget: TypeAlias = Annotated[
    str | dict[str, Fraction | Decimal], either(TEXT, mapping(TEXT, _WAYPOINT), dict)
]
StatedFigures: TypeAlias = Annotated[dict[str, str | list[str]], mapping(TEXT, _STATED)]
Judgements: TypeAlias = Annotated[Sequence[str], _JUDGEMENTS]
Year: TypeAlias = Annotated[int, _between(FIRST_YEAR, LAST_YEAR)]
Decimals: TypeAlias = Annotated[int, _between(0, 6)]
