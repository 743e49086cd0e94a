"""The tables of a plan file as Pydantic models: which keys there are and what each may hold.

A model looks at one value at a time; what several values mean together is judged in `reading/building`.
"""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, Field, ValidatorFunctionWrapHandler, WrapValidator

from plan_tracker.language import Language
from plan_tracker.plan.model import CheckLevel, Counting, Direction, Kind
from plan_tracker.plan.periods import Calendar, Reporting
from plan_tracker.problems import Path
from plan_tracker.reading.schema.field_types import (
    STRICT,
    Amounts,
    Count,
    Day,
    DayOrLabel,
    Decimals,
    Figures,
    Judgement,
    Moment,
    Note,
    Number,
    PaceOfPlan,
    PaceOfTarget,
    Points,
    Share,
    Shares,
    Text,
    Texts,
    Timeout,
    Year,
    Zone,
    number,
)


class PlanTable(BaseModel):
    """The table `[plan]`: what holds for the whole plan."""

    model_config = STRICT

    title: Text
    year: Year | None = None
    start: Day | None = None
    end: Day | None = None
    language: Annotated[Language, Field(strict=False)] = Language.EN
    reporting: Annotated[Reporting, Field(strict=False)] = Reporting.HALF_YEAR
    as_of: DayOrLabel | None = None
    calendar: Annotated[Calendar, Field(strict=False)] = Calendar.MONTHS
    pace: PaceOfPlan | None = None
    counting: Annotated[Counting, Field(strict=False)] = Counting.TO_DATE
    tolerance: Points | None = None
    decimals: Decimals = 1
    collect: Text | None = None


class AdjustmentTable(BaseModel):
    """A goal from a day on, below `adjusted`."""

    model_config = STRICT

    goal: Number
    note: Note | None = None


def _adjustment(value: object, table: ValidatorFunctionWrapHandler) -> AdjustmentTable:
    """Validates a goal alone, or with a note; `2024.08.30 = 380` makes nested tables, and is no number."""
    if isinstance(value, dict) and not any(key.isdecimal() for key in value):
        given: AdjustmentTable = table(value)
        return given
    return AdjustmentTable.model_construct(goal=number(value))


_Adjusted: TypeAlias = Annotated[
    AdjustmentTable, WrapValidator(_adjustment, json_schema_input_type=Number | AdjustmentTable)
]


class PartTable(BaseModel):
    """A table `[targets.ID.parts.NAME]`: the share of a goal that one district or unit answers for."""

    model_config = STRICT

    name: Text | None = None
    goal: Number | None = None
    actual: Figures | None = None
    adjusted: dict[Text, _Adjusted] | None = None
    owner: Text | None = None
    committed: Amounts | None = None
    stated: dict[Text, Texts] | None = None
    source: Text | None = None
    note: Note | None = None


class TargetTable(PartTable):
    """A table `[targets.ID]`: one thing tracked."""

    name: Text
    goal: Number | None = None
    actual: Figures | None = None
    unit: Text | None = None
    group: Text | None = None
    kind: Annotated[Kind | None, Field(strict=False)] = None
    direction: Annotated[Direction | None, Field(strict=False)] = None
    baseline: Number | None = None
    start: Day | None = None
    due: Day | None = None
    pace: PaceOfTarget | None = None
    last_year: Figures | None = None
    past: dict[Text, Figures] | None = None
    dropped: Day | None = None
    counting: Annotated[Counting | None, Field(strict=False)] = None
    reporting: Annotated[Reporting | None, Field(strict=False)] = None
    parts: dict[Text, PartTable] | None = None
    weight: Number | None = None
    check: Annotated[CheckLevel, Field(strict=False)] = CheckLevel.FAIL
    stage: Text | None = None
    binding: bool | None = None
    feed: Text | None = None


class CheckTable(BaseModel):
    """The table `[check]`: what `plan-tracker check` refuses."""

    model_config = STRICT

    fail_on: list[Judgement] = ["behind", "missed", "not_reported", "allocation", "silent"]
    warn_on: list[Judgement] = ["slipping"]
    max_lag: Points | None = None
    min_completion: Share | None = None


_OWN_RULES = CheckTable()
"""What holds where a plan says nothing: one table for all, since making it takes as long as half a target."""


class PullTable(BaseModel):
    """One pull of a feed, below `[feeds.NAME.pulled]`; written by `record --feed`."""

    model_config = STRICT

    at: Moment
    figures: Count
    records: Count | None = None
    query_digest: Text
    figures_digest: Text


class FeedTable(BaseModel):
    """A table `[feeds.NAME]`: a query to a database whose address stands in an environment variable."""

    model_config = STRICT

    query: Note
    time_zone: Zone | None = None
    timeout: Timeout = 60
    pulled: dict[Text, PullTable] = {}


class FileTable(BaseModel):
    """A whole plan file."""

    model_config = STRICT

    plan: PlanTable
    targets: dict[Text, TargetTable]
    paces: Annotated[dict[Text, Shares], Field(default_factory=dict)]
    check: Annotated[CheckTable, Field(default_factory=lambda: _OWN_RULES)]
    feeds: Annotated[dict[Text, FeedTable], Field(default_factory=dict)]


def table_at(path: Path) -> type[BaseModel] | None:
    """Returns the table that stands at a path; None where the keys are free, such as periods or names."""
    match path:
        case ():
            return FileTable
        case ("plan",):
            return PlanTable
        case ("check",):
            return CheckTable
        case ("feeds", _):
            return FeedTable
        case ("feeds", _, "pulled", _):
            return PullTable
        case ("targets", _):
            return TargetTable
        case ("targets", _, "parts", _):
            return PartTable
        case ("targets", _, "adjusted", _) | ("targets", _, "parts", _, "adjusted", _):
            return AdjustmentTable
        case _:
            return None
