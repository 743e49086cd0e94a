"""The tables of a plan file as Pydantic models: which keys there are and what each may hold.

A model looks at one value at a time; what several values mean together is judged in `reading/building`.
"""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, Field, ValidatorFunctionWrapHandler, WrapValidator

from plan_tracker.language import Language
from plan_tracker.plan.model import Counting, Direction, Kind, Level
from plan_tracker.plan.periods import Calendar, Reporting
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

    title: Annotated[Text, Field(description="Name of the plan, printed above every report.")]
    year: Annotated[Year | None, Field(description="The calendar year of the plan.")] = None
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
    decimals: Annotated[Decimals, Field(description="Decimals of printed rates; 1 by default.")] = 1
    collect: Annotated[
        Text | None,
        Field(description="Pattern of plans whose targets are parts of this one's, as counties/*.toml."),
    ] = None


class AdjustmentTable(BaseModel):
    """A goal from a day on, below `adjusted`."""

    model_config = STRICT

    goal: Annotated[Number, Field(description="The goal from this day on.")]
    note: Annotated[Note | None, Field(description="Why, and who approved it.")] = None


def _adjustment(value: object, table: ValidatorFunctionWrapHandler) -> AdjustmentTable:
    """A goal alone, or with a note; `2024.08.30 = 380` makes tables under numbers, and is no number."""
    if isinstance(value, dict) and not any(key.isdecimal() for key in value):
        given: AdjustmentTable = table(value)
        return given
    return AdjustmentTable.model_construct(goal=number(value))


Adjusted: TypeAlias = Annotated[
    AdjustmentTable, WrapValidator(_adjustment, json_schema_input_type=Number | AdjustmentTable)
]


class PartTable(BaseModel):
    """A table `[targets.ID.parts.NAME]`: the share of a goal that one district or unit answers for."""

    model_config = STRICT

    name: Annotated[Text | None, Field(description="Name of the part; its key by default.")] = None
    goal: Annotated[Number | None, Field(description="The figure the part must reach.")] = None
    actual: Annotated[Figures | None, Field(description="The part's figure for each period.")] = None
    adjusted: Annotated[
        dict[Text, Adjusted] | None, Field(description="Goals that took the first one's place, by day.")
    ] = None
    owner: Annotated[Text | None, Field(description="Who answers for the part.")] = None
    committed: Annotated[Amounts | None, Field(description="Work promised for the rest of the year.")] = None
    stated: Annotated[dict[Text, Texts] | None, Field(description="Figures as published; audited.")] = None
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
        Figures | None, Field(description="Running totals of the year before, by period; short for `past`.")
    ] = None
    past: Annotated[
        dict[Text, Figures] | None, Field(description="Running totals of earlier years, by year and period.")
    ] = None
    dropped: Annotated[Day | None, Field(description="Day on which the target was given up.")] = None
    counting: Annotated[
        Counting | None, Field(strict=False, description="Figures are running totals or increments.")
    ] = None
    reporting: Annotated[
        Reporting | None, Field(strict=False, description="How often actuals of this target are due.")
    ] = None
    parts: Annotated[dict[Text, PartTable] | None, Field(description="Breakdown to districts or units.")] = (
        None
    )
    weight: Annotated[
        Number | None, Field(description="Weight in the mean completion; 1 by default, 0 for not in it.")
    ] = None
    check: Annotated[Level, Field(strict=False, description="What a failure does to `check`.")] = Level.FAIL
    stage: Annotated[Text | None, Field(description="What the figure counts: started, completed, …")] = None
    binding: Annotated[bool | None, Field(description="Whether the target is binding or expected.")] = None
    feed: Annotated[
        Text | None,
        Field(description="The feed, under [feeds], that gives its figures and those of its parts."),
    ] = None


class CheckTable(BaseModel):
    """The table `[check]`: what `plan-tracker check` refuses."""

    model_config = STRICT

    fail_on: Annotated[
        list[Judgement], Field(description="Statuses that fail; also `allocation` and `silent`.")
    ] = [
        "behind",
        "missed",
        "not_reported",
        "allocation",
        "silent",
    ]
    warn_on: Annotated[list[Judgement], Field(description="Statuses that only warn.")] = ["slipping"]
    max_lag: Annotated[
        Points | None, Field(description="A target behind by no more only warns, as in 5pp.")
    ] = None
    min_completion: Annotated[
        Share | None, Field(description="A judged target with a lower rate fails, as in 45%.")
    ] = None


class PullTable(BaseModel):
    """One pull of a feed, below `[feeds.NAME.pulled]`; written by `record --feed`."""

    model_config = STRICT

    at: Annotated[Moment, Field(description="When it was pulled, by the database's clock.")]
    figures: Annotated[Count, Field(description="How many figures came.")]
    records: Annotated[Count | None, Field(description="How many records they were added up from.")] = None
    query_digest: Annotated[Text, Field(description="Digest of the text of the query.")]
    figures_digest: Annotated[Text, Field(description="Digest of the figures of the feed.")]


class FeedTable(BaseModel):
    """A table `[feeds.NAME]`: a query to a database whose address stands in an environment variable."""

    model_config = STRICT

    query: Annotated[Note, Field(description="The SQL, or a file with it below the folder of the plan.")]
    time_zone: Annotated[
        Zone | None, Field(description="Decides to which day a moment belongs, as in Asia/Shanghai.")
    ] = None
    timeout: Annotated[Timeout, Field(description="Seconds to wait at most; 60 by default.")] = 60
    pulled: Annotated[
        dict[Text, PullTable], Field(description="What came for each period; written by record --feed.")
    ] = {}


class FileTable(BaseModel):
    """A whole plan file."""

    model_config = STRICT

    plan: Annotated[PlanTable, Field(description="What holds for the whole plan.")]
    targets: Annotated[dict[Text, TargetTable], Field(description="The targets by id.")]
    paces: Annotated[dict[Text, Shares], Field(description="Curves that targets share, by name.")] = {}
    check: Annotated[CheckTable, Field(description="Thresholds of `plan-tracker check`.")] = CheckTable()
    feeds: Annotated[dict[Text, FeedTable], Field(description="Queries to databases, by name.")] = {}
