"""What single values of a plan file may be: types that Pydantic checks and describes.

Numbers, shares and days are checked by functions: Pydantic's strict mode refuses `400` for a Decimal, and its
own limits let `0e20` pass. The functions raise errors whose kinds `reading/translation` puts into words. If a
key takes one value or several, a function also tells them apart: a union would add the name of a branch to
the place of each error, where it could be mistaken for a key of the plan.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from plan_tracker.numbers import DIGITS, fits, percent, points
from plan_tracker.plan.feeds import MOST_SECONDS
from plan_tracker.plan.periods import EARLIEST_YEAR, LATEST_YEAR

STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)
"""Unknown keys are errors, and no value is converted."""

MOST_DECIMALS = 6
"""How many decimals printed rates have at most."""

_FORBIDDEN = "\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
"""Control, embedding, separator and noncharacters, as the inside of a character class."""

_FORBIDDEN_IN_NOTES = _FORBIDDEN.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f")
"""The same without line feeds and tabs, which a note may have."""

_ZONE = r"(?:UTC|Etc/GMT[+-][0-9]{1,2}|[A-Za-z_]+(?:/[A-Za-z_-]+)+)"
"""A time zone by a place: `UTC+8` would be eight hours west to PostgreSQL, and `CST` is ambiguous."""

_SOMETHING = r"^[^{forbidden}]*[^{forbidden}\s][^{forbidden}]*$"
"""Text with at least one character that is not blank, and none that is forbidden."""

_NOT_EMPTY = WithJsonSchema({"type": "string", "minLength": 1})  # some editors do not know the classes above

Text: TypeAlias = Annotated[str, Field(pattern=_SOMETHING.format(forbidden=_FORBIDDEN)), _NOT_EMPTY]
Note: TypeAlias = Annotated[str, Field(pattern=_SOMETHING.format(forbidden=_FORBIDDEN_IN_NOTES)), _NOT_EMPTY]
Year: TypeAlias = Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]
Decimals: TypeAlias = Annotated[int, Field(ge=0, le=MOST_DECIMALS)]


def refused_character(text: str) -> str | None:
    """Returns the first character that no text may hold, as `U+202E`; None if the text is only blank."""
    found = re.search(f"[{_FORBIDDEN_IN_NOTES}]", text) or re.search(f"[{_FORBIDDEN}]", text)
    return f"U+{ord(found[0]):04X}" if found else None


_TOO_LONG = 10**DIGITS


def number(value: object) -> Decimal:
    """Returns a figure of a plan file; raises Pydantic's error for anything else."""
    if type(value) is int:
        if abs(value) < _TOO_LONG:
            return Decimal(value)
        raise PydanticCustomError("number_size", "too long")
    if not isinstance(value, Decimal):
        raise PydanticCustomError("number_type", "not a number")
    if not fits(value):
        raise PydanticCustomError("number_size" if value.is_finite() else "number_finite", "not a figure")
    return value


def _share(value: object) -> Fraction:
    share = percent(value) if isinstance(value, str) else None
    if share is None:
        raise PydanticCustomError("share_form", "not a percentage")
    return share


def _points(value: object) -> Fraction:
    difference = points(value) if isinstance(value, str) else None
    if difference is None:
        raise PydanticCustomError("points_form", "not points")
    return difference


def _day(value: object) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise PydanticCustomError("date_type", "not a date")
    if not EARLIEST_YEAR <= value.year <= LATEST_YEAR:
        raise PydanticCustomError("date_range", "too far away")
    return value


def _moment(value: object) -> datetime:
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise PydanticCustomError("moment_type", "not a moment")
    return value


def _zone(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(_ZONE, value):
        raise PydanticCustomError("zone_form", "not a time zone")
    return value


Number: TypeAlias = Annotated[Decimal, PlainValidator(number), WithJsonSchema({"type": "number"})]
Share: TypeAlias = Annotated[
    Fraction,
    PlainValidator(_share),
    WithJsonSchema({"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?[%％]$"}),
]
Points: TypeAlias = Annotated[
    Fraction,
    PlainValidator(_points),
    WithJsonSchema({"type": "string", "pattern": r"^\+?[0-9]+(\.[0-9]+)? ?(pp|个?百分点)$"}),
]
Day: TypeAlias = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment: TypeAlias = Annotated[
    datetime, PlainValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})
]
Zone: TypeAlias = Annotated[
    str, PlainValidator(_zone), WithJsonSchema({"type": "string", "pattern": f"^{_ZONE}$"})
]
Count: TypeAlias = Annotated[int, Field(ge=0, lt=10**DIGITS)]
Timeout: TypeAlias = Annotated[int, Field(ge=1, le=MOST_SECONDS)]
Figures: TypeAlias = dict[Text, Number]
Shares: TypeAlias = dict[Text, Share]

_text = TypeAdapter(Text, config=STRICT)


def _day_or_label(value: object) -> date | str:
    return _text.validate_python(value) if isinstance(value, str) else _day(value)


def _share_or_number(value: object) -> Fraction | Decimal:
    return _share(value) if isinstance(value, str) else number(value)


DayOrLabel: TypeAlias = Annotated[
    date | str, PlainValidator(_day_or_label, json_schema_input_type=Day | Text)
]
_Waypoint: TypeAlias = Annotated[
    Fraction | Decimal, PlainValidator(_share_or_number, json_schema_input_type=Share | Number)
]
_Waypoints: TypeAlias = dict[Text, _Waypoint]

_shares, _waypoints = TypeAdapter(Shares, config=STRICT), TypeAdapter(_Waypoints, config=STRICT)


def _name_or_shares(value: object) -> str | dict[str, Fraction]:
    return _shares.validate_python(value) if isinstance(value, dict) else _text.validate_python(value)


def _name_or_waypoints(value: object) -> str | dict[str, Fraction | Decimal]:
    return _waypoints.validate_python(value) if isinstance(value, dict) else _text.validate_python(value)


PaceOfPlan: TypeAlias = Annotated[
    str | dict[str, Fraction], PlainValidator(_name_or_shares, json_schema_input_type=Text | Shares)
]
PaceOfTarget: TypeAlias = Annotated[
    str | dict[str, Fraction | Decimal],
    PlainValidator(_name_or_waypoints, json_schema_input_type=Text | _Waypoints),
]


def _by_name(value: object, amounts: ValidatorFunctionWrapHandler) -> dict[str, Decimal]:
    """Returns amounts by name; a number alone gets an empty name, which no key can have."""
    several: dict[str, Decimal] = amounts(value) if isinstance(value, dict) else {"": number(value)}
    return several


def _listed(value: object, texts: ValidatorFunctionWrapHandler) -> list[str]:
    """Returns a list of texts; a text alone becomes a list of one."""
    several: list[str] = texts(value) if isinstance(value, list) else [_text.validate_python(value)]
    return several


Amounts: TypeAlias = Annotated[
    dict[Text, Number], WrapValidator(_by_name, json_schema_input_type=Number | Figures)
]
Texts: TypeAlias = Annotated[list[Text], WrapValidator(_listed, json_schema_input_type=Text | list[Text])]

Judgement: TypeAlias = Literal[
    "done",
    "missed",
    "on_pace",
    "slipping",
    "behind",
    "not_due",
    "not_reported",
    "no_goal",
    "allocation",
    "silent",
]
"""What `fail_on` and `warn_on` may name: each status but `dropped`, and what is refused besides."""
