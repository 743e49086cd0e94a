"""The tables of a plan file: which keys there are and what each may hold, for Pydantic to check.

It looks at one value at a time; what several values mean together is judged in `building.py`. Errors are
translated in `translation.py`.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Annotated, Literal, TypeAlias

from plan_tracker.engine import (
    Checked,
    Field,
    PydanticCustomError,
    SchemaValidator,
    Table,
    by_function,
    core_of,
    either,
    listing,
    mapping,
    validator,
)
from plan_tracker.exact import DIGITS, fits, percent, points
from plan_tracker.language import Language
from plan_tracker.periods import FIRST_YEAR, LAST_YEAR, Calendar, Reporting

FORBIDDEN = "\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
"""Control, embedding, separator and noncharacters, as the inside of a character class."""

FORBIDDEN_IN_NOTES = FORBIDDEN.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f")
"""A note may have lines and tabs."""

_NOT_TEXT, _NOT_NOTE = (
    f"[{FORBIDDEN}]",
    f"[{FORBIDDEN_IN_NOTES}]",
)  # compiled where one is needed: it takes a millisecond
_SOME = r"^[^{forbidden}]*[^{forbidden}\s][^{forbidden}]*$"
"""Something that is no blank, among nothing that is forbidden; checked by Pydantic's own engine."""


class Kind(StrEnum):
    """What an actual is: a total that grows, or a state."""

    CUMULATIVE = "cumulative"
    LEVEL = "level"


class Direction(StrEnum):
    """On which side of the goal it is well."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Counting(StrEnum):
    """Whether a figure is the running total to date or the increment of its period."""

    TO_DATE = "to_date"
    PER_PERIOD = "per_period"


class Level(StrEnum):
    """What a failing target does to `check`."""

    FAIL = "fail"
    WARN = "warn"
    OFF = "off"


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
_TEXT, _NOTE = _clean(FORBIDDEN), _clean(FORBIDDEN_IN_NOTES)
_NUMBER = by_function(_number, {"type": "number"})
_SHARE = by_function(_share, {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?[%％]$"})
_POINTS = by_function(_points, {"type": "string", "pattern": r"^\+?[0-9]+(\.[0-9]+)? ?(pp|个?百分点)$"})
_DAY = by_function(_day, {"type": "string", "format": "date"})
_FIGURES, _SHARES = mapping(_TEXT, _NUMBER), mapping(_TEXT, _SHARE)
_WAYPOINT = by_function(_share_or_number, {"anyOf": [_SHARE.json, _NUMBER.json]})
_STATED = either(_TEXT, listing(_TEXT), list)
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

Text: TypeAlias = Annotated[str, _TEXT]
Note: TypeAlias = Annotated[str, _NOTE]
Number: TypeAlias = Annotated[Decimal, _NUMBER]
Share: TypeAlias = Annotated[Fraction, _SHARE]
Points: TypeAlias = Annotated[Fraction, _POINTS]
Day: TypeAlias = Annotated[date, _DAY]
DayOrLabel: TypeAlias = Annotated[date | str, by_function(_day_or_label, {"anyOf": [_DAY.json, _TEXT.json]})]
Figures: TypeAlias = Annotated[dict[str, Decimal], _FIGURES]
Shares: TypeAlias = Annotated[dict[str, Fraction], _SHARES]
Committed: TypeAlias = Annotated[Decimal | dict[str, Decimal], either(_NUMBER, _FIGURES, dict)]
PaceOfPlan: TypeAlias = Annotated[str | dict[str, Fraction], either(_TEXT, _SHARES, dict)]
PaceOfTarget: TypeAlias = Annotated[
    str | dict[str, Fraction | Decimal], either(_TEXT, mapping(_TEXT, _WAYPOINT), dict)
]
StatedFigures: TypeAlias = Annotated[dict[str, str | list[str]], mapping(_TEXT, _STATED)]
Judgements: TypeAlias = Annotated[Sequence[str], _JUDGEMENTS]
Year: TypeAlias = Annotated[int, _between(FIRST_YEAR, LAST_YEAR)]
PlainForm: TypeAlias = Literal["text", "number", "figures"]
Decimals: TypeAlias = Annotated[int, _between(0, 6)]


class PlanTable(Table):
    """The table `[plan]`: what holds for the whole plan."""

    title: Annotated[Text, Field("Name of the plan, printed above every report.")]
    year: Annotated[Year | None, Field("The calendar year of the plan.")] = None
    start: Annotated[Day | None, Field("First day of the plan; instead of `year`.")] = None
    end: Annotated[Day | None, Field("Last day of the plan; instead of `year`.")] = None
    language: Annotated[Language, Field("Language of the output: en or zh.")] = Language.EN
    reporting: Annotated[Reporting, Field("How often actuals are due; half-year by default.")] = (
        Reporting.HALF_YEAR
    )
    as_of: Annotated[DayOrLabel | None, Field("Day (or period) for which the plan is judged.")] = None
    calendar: Annotated[Calendar, Field("Whether months or days count as equally long.")] = Calendar.MONTHS
    pace: Annotated[PaceOfPlan | None, Field("Default pace: steady, at_due, a named curve or a curve.")] = (
        None
    )
    counting: Annotated[Counting, Field("Default: figures are running totals or increments.")] = (
        Counting.TO_DATE
    )
    tolerance: Annotated[Points | None, Field("A lag of at most so many points is slipping, not behind.")] = (
        None
    )
    decimals: Annotated[Decimals, Field("Decimals of printed rates; 1 by default.")] = 1


class PartTable(Table):
    """A table `[targets.ID.parts.NAME]`: the share of a goal that one district or unit answers for."""

    name: Annotated[Text | None, Field("Name of the part; its key by default.")] = None
    goal: Annotated[Number | None, Field("The figure the part must reach.")] = None
    actual: Annotated[Figures | None, Field("The part's figure for each period.")] = None
    owner: Annotated[Text | None, Field("Who answers for the part.")] = None
    committed: Annotated[Committed | None, Field("Work promised for the rest of the year.")] = None
    stated: Annotated[StatedFigures | None, Field("Figures as published; audited.")] = None
    source: Annotated[Text | None, Field("Where the figures come from.")] = None
    note: Annotated[Note | None, Field("Anything worth knowing; may have several lines.")] = None


class TargetTable(PartTable):
    """A table `[targets.ID]`: one thing tracked."""

    name: Annotated[Text, Field("Name of the target.")]
    goal: Annotated[Number | None, Field("The figure to reach by the due date.")] = None
    actual: Annotated[Figures | None, Field("The figure reported for each period.")] = None
    unit: Annotated[Text | None, Field("Unit of goal and actuals.")] = None
    group: Annotated[Text | None, Field("Heading under which the target stands.")] = None
    kind: Annotated[Kind | None, Field("A total that grows (default) or a level.")] = None
    direction: Annotated[Direction | None, Field("Reach at least, or stay at most.")] = None
    baseline: Annotated[Number | None, Field("Where a level stood at the start.")] = None
    start: Annotated[Day | None, Field("First day of the task; the plan's by default.")] = None
    due: Annotated[Day | None, Field("Day by which the goal must be reached.")] = None
    pace: Annotated[
        PaceOfTarget | None,
        Field("steady, at_due, last_year, a named curve, or shares and interim goals."),
    ] = None
    last_year: Annotated[Figures | None, Field("Running totals of the year before, by period.")] = None
    counting: Annotated[Counting | None, Field("Figures are running totals or increments.")] = None
    reporting: Annotated[Reporting | None, Field("How often actuals of this target are due.")] = None
    parts: Annotated[dict[Text, PartTable] | None, Field("Breakdown to districts or units.")] = None
    weight: Annotated[Number | None, Field("Weight in the mean completion; 1 by default.")] = None
    check: Annotated[Level, Field("What a failure does to `check`.")] = Level.FAIL
    stage: Annotated[Text | None, Field("What the figure counts: started, completed, …")] = None
    binding: Annotated[bool | None, Field("Whether the target is binding or expected.")] = None


class CheckTable(Table):
    """The table `[check]`: what `plan-tracker check` refuses."""

    fail_on: Annotated[Judgements, Field("Statuses that fail; also `allocation`.")] = (
        "behind",
        "missed",
        "not_reported",
        "allocation",
    )
    warn_on: Annotated[Judgements, Field("Statuses that only warn.")] = ("slipping",)
    max_lag: Annotated[Points | None, Field("A target behind by no more only warns, as in 5pp.")] = None
    min_completion: Annotated[Share | None, Field("A judged target with a lower rate fails, as in 45%.")] = (
        None
    )


class FileTable(Table):
    """A whole plan file."""

    plan: Annotated[PlanTable, Field("What holds for the whole plan.")]
    targets: Annotated[dict[Text, TargetTable], Field("The targets by id.")]
    paces: Annotated[dict[Text, Shares], Field("Curves that targets share, by name.")] = {}  # noqa: RUF012 - nobody changes a table
    check: Annotated[CheckTable, Field("Thresholds of `plan-tracker check`.")] = CheckTable()


def read(document: object) -> FileTable:
    """The tables of a document that `tomli` has parsed; raises ValidationError with all that is wrong."""
    file: FileTable = _validator().validate_python(document)
    return file


def read_target(table: object) -> TargetTable:
    """The table of one target of a parsed document; raises ValidationError with all that is wrong."""
    target: TargetTable = _validator_of_target().validate_python(table)
    return target


def plain_keys() -> dict[str, PlainForm]:
    """The keys of a target that hold a text, a number, or a number for each of several periods."""
    forms: tuple[tuple[Checked, PlainForm], ...] = (
        (_TEXT, "text"),
        (_NOTE, "text"),
        (_NUMBER, "number"),
        (_FIGURES, "figures"),
    )
    return {
        key: form
        for key, hint in TargetTable.types.items()
        for check, form in forms
        if core_of(hint) is check.core
    }


@cache
def _validator() -> SchemaValidator:
    return validator(FileTable)


@cache
def _validator_of_target() -> SchemaValidator:
    return validator(TargetTable)
