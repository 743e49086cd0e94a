"""The tables of a plan file: which keys there are and what each may hold, for Pydantic to check.

It looks at one value at a time; what several values mean together is judged in `building.py`.
"""

from functools import cache
from typing import Annotated

from plan_tracker.language import Language
from plan_tracker.plan.model import Counting, Direction, Kind, Level
from plan_tracker.plan.periods import Calendar, Reporting
from plan_tracker.reading.schema.engine import Field, SchemaValidator, Table, validator
from plan_tracker.reading.schema.field_types import (
    Committed,
    Day,
    DayOrLabel,
    Decimals,
    Figures,
    Judgements,
    Note,
    Number,
    PaceOfPlan,
    PaceOfTarget,
    Points,
    Share,
    Shares,
    StatedFigures,
    Text,
    Year,
)


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


@cache
def _validator() -> SchemaValidator:
    return validator(FileTable)
