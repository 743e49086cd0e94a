"""The tables of a plan file as Pydantic models: which keys there are and what each may hold.

The only Pydantic module. It looks at one value at a time; what several values mean together is judged in
`building.py`. Errors are translated in `translation.py`.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from plan_tracker.exact import DIGITS, fits, percent, points
from plan_tracker.language import Language
from plan_tracker.periods import FIRST_YEAR, LAST_YEAR, Calendar, Reporting

FORBIDDEN = "\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
"""Control, embedding, separator and noncharacters, as the inside of a character class."""

FORBIDDEN_IN_NOTES = FORBIDDEN.replace("\x00-\x1f", "\x00-\x08\x0b-\x1f")
"""A note may have lines and tabs."""

_NOT_TEXT, _NOT_NOTE = re.compile(f"[{FORBIDDEN}]"), re.compile(f"[{FORBIDDEN_IN_NOTES}]")
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
    if not value.strip() or _NOT_TEXT.search(value):
        raise PydanticCustomError("string_pattern_mismatch", "not clean")
    return value


def refused_character(text: str) -> str | None:
    """The first character that no text may hold, as `U+202E`; None where the text is only blank."""
    found = _NOT_NOTE.search(text) or _NOT_TEXT.search(text)
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


def _not_a_table(value: object) -> object:
    if isinstance(value, dict):
        raise PydanticCustomError("list_type", "not a list")
    return value


_PERCENT_SCHEMA = {"type": "string", "pattern": r"^[+-]?[0-9]+(\.[0-9]+)? ?[%％]$"}
_POINTS_SCHEMA = {"type": "string", "pattern": r"^\+?[0-9]+(\.[0-9]+)? ?(pp|个?百分点)$"}
_TEXT_SCHEMA = {"type": "string", "minLength": 1}

Number = Annotated[Decimal, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Text = Annotated[
    str, StringConstraints(pattern=_SOME.format(forbidden=FORBIDDEN)), WithJsonSchema(_TEXT_SCHEMA)
]
Note = Annotated[
    str, StringConstraints(pattern=_SOME.format(forbidden=FORBIDDEN_IN_NOTES)), WithJsonSchema(_TEXT_SCHEMA)
]
Share = Annotated[Fraction, PlainValidator(_share), WithJsonSchema(_PERCENT_SCHEMA)]
Points = Annotated[Fraction, PlainValidator(_points), WithJsonSchema(_POINTS_SCHEMA)]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]


def _share_or_number(value: object) -> Fraction | Decimal:
    return _share(value) if isinstance(value, str) else _number(value)


def _day_or_label(value: object) -> date | str:
    return _text(value) if isinstance(value, str) else _day(value)


Waypoint = Annotated[
    Fraction | Decimal,
    PlainValidator(_share_or_number),
    WithJsonSchema({"anyOf": [_PERCENT_SCHEMA, {"type": "number"}]}),
]
DayOrLabel = Annotated[
    date | str,
    PlainValidator(_day_or_label),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, _TEXT_SCHEMA]}),
]

Figures: TypeAlias = dict[Text, Number]
Shares: TypeAlias = dict[Text, Share]
Committed = Annotated[
    Annotated[Number, Tag("single")] | Annotated[Figures, Tag("table")],
    Discriminator(lambda value: "table" if isinstance(value, dict) else "single"),
]
PaceOfPlan = Annotated[
    Annotated[Text, Tag("single")] | Annotated[Shares, Tag("table")],
    Discriminator(lambda value: "table" if isinstance(value, dict) else "single"),
]
PaceOfTarget = Annotated[
    Annotated[Text, Tag("single")] | Annotated[dict[Text, Waypoint], Tag("table")],
    Discriminator(lambda value: "table" if isinstance(value, dict) else "single"),
]
StatedFigure = Annotated[
    Annotated[Text, Tag("single")] | Annotated[list[Text], Tag("list")],
    Discriminator(lambda value: "list" if isinstance(value, list) else "single"),
]

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
]
Judgements = Annotated[list[Judgement], BeforeValidator(_not_a_table)]


class Table(BaseModel):
    """A table of the plan file: unknown keys are faults, values are not converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class PlanTable(Table):
    """The table `[plan]`: what holds for the whole plan."""

    title: Annotated[Text, Field(description="Name of the plan, printed above every report.")]
    year: Annotated[
        int | None, Field(ge=FIRST_YEAR, le=LAST_YEAR, description="The calendar year of the plan.")
    ] = None
    start: Annotated[Day | None, Field(description="First day of the plan; instead of `year`.")] = None
    end: Annotated[Day | None, Field(description="Last day of the plan; instead of `year`.")] = None
    language: Annotated[Language, Field(strict=False, description="Language of the output: en or zh.")] = (
        Language.EN
    )
    reporting: Annotated[
        Reporting, Field(strict=False, description="How often actuals are due; half-year by default.")
    ] = Reporting.HALF_YEAR
    as_of: Annotated[
        DayOrLabel | None, Field(description="Day (or period) for which the plan is judged.")
    ] = None
    calendar: Annotated[
        Calendar, Field(strict=False, description="Whether months or days count as equally long.")
    ] = Calendar.MONTHS
    pace: Annotated[
        PaceOfPlan | None, Field(description="Default pace: steady, at_due, a named curve or a curve.")
    ] = None
    counting: Annotated[
        Counting, Field(strict=False, description="Default: figures are running totals or increments.")
    ] = Counting.TO_DATE
    tolerance: Annotated[
        Points | None, Field(description="A lag of at most so many points is slipping, not behind.")
    ] = None
    decimals: Annotated[int, Field(ge=0, le=6, description="Decimals of printed rates; 1 by default.")] = 1


class PartTable(Table):
    """A table `[targets.ID.parts.NAME]`: the share of a goal that one district or unit answers for."""

    name: Annotated[Text | None, Field(description="Name of the part; its key by default.")] = None
    goal: Annotated[Number | None, Field(description="The figure the part must reach.")] = None
    actual: Annotated[Figures | None, Field(description="The part's figure for each period.")] = None
    owner: Annotated[Text | None, Field(description="Who answers for the part.")] = None
    committed: Annotated[Committed | None, Field(description="Work promised for the rest of the year.")] = (
        None
    )
    stated: Annotated[
        dict[Text, StatedFigure] | None, Field(description="Figures as published; audited.")
    ] = None
    source: Annotated[Text | None, Field(description="Where the figures come from.")] = None
    note: Annotated[Note | None, Field(description="Anything worth knowing; may have several lines.")] = None


class TargetTable(PartTable):
    """A table `[targets.ID]`: one thing tracked."""

    name: Annotated[Text, Field(description="Name of the target.")]
    goal: Annotated[Number | None, Field(description="The figure to reach by the due date.")] = None
    actual: Annotated[Figures | None, Field(description="The figure reported for each period.")] = None
    unit: Annotated[Text | None, Field(description="Unit of goal and actuals.")] = None
    group: Annotated[Text | None, Field(description="Heading under which the target stands.")] = None
    kind: Annotated[
        Kind | None, Field(strict=False, description="A total that grows (default) or a level.")
    ] = None
    direction: Annotated[
        Direction | None, Field(strict=False, description="Reach at least, or stay at most.")
    ] = None
    baseline: Annotated[Number | None, Field(description="Where a level stood at the start.")] = None
    start: Annotated[Day | None, Field(description="First day of the task; the plan's by default.")] = None
    due: Annotated[Day | None, Field(description="Day by which the goal must be reached.")] = None
    pace: Annotated[
        PaceOfTarget | None,
        Field(description="steady, at_due, last_year, a named curve, or shares and interim goals."),
    ] = None
    last_year: Annotated[
        Figures | None, Field(description="Running totals of the year before, by period.")
    ] = None
    counting: Annotated[
        Counting | None, Field(strict=False, description="Figures are running totals or increments.")
    ] = None
    reporting: Annotated[
        Reporting | None, Field(strict=False, description="How often actuals of this target are due.")
    ] = None
    parts: Annotated[dict[Text, PartTable] | None, Field(description="Breakdown to districts or units.")] = (
        None
    )
    weight: Annotated[Number | None, Field(description="Weight in the mean completion; 1 by default.")] = None
    check: Annotated[Level, Field(strict=False, description="What a failure does to `check`.")] = Level.FAIL
    stage: Annotated[Text | None, Field(description="What the figure counts: started, completed, …")] = None
    binding: Annotated[bool | None, Field(description="Whether the target is binding or expected.")] = None


class CheckTable(Table):
    """The table `[check]`: what `plan-tracker check` refuses."""

    fail_on: Annotated[Judgements, Field(description="Statuses that fail; also `allocation`.")] = [
        "behind",
        "missed",
        "not_reported",
        "allocation",
    ]
    warn_on: Annotated[Judgements, Field(description="Statuses that only warn.")] = ["slipping"]
    max_lag: Annotated[
        Points | None, Field(description="A target behind by no more only warns, as in 5pp.")
    ] = None
    min_completion: Annotated[
        Share | None, Field(description="A judged target with a lower rate fails, as in 45%.")
    ] = None


class FileTable(Table):
    """A whole plan file."""

    plan: Annotated[PlanTable, Field(description="What holds for the whole plan.")]
    targets: Annotated[dict[Text, TargetTable], Field(description="The targets by id.")]
    paces: Annotated[dict[Text, Shares], Field(description="Curves that targets share, by name.")] = {}
    check: Annotated[
        CheckTable, Field(default_factory=CheckTable, description="Thresholds of `plan-tracker check`.")
    ]
