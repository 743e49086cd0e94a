"""The sheet on progress: a row for each target and part."""

from fractions import Fraction

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.reports.collecting import standing_text
from plan_tracker.reports.sheets import Columns, Fields, Text
from plan_tracker.reports.workbook import fields
from plan_tracker.wording import words
from plan_tracker.wording.page import SHEET_PROGRESS
from plan_tracker.wording.periods import period_text

COLUMNS = Columns(
    table="progress",
    name=SHEET_PROGRESS,
    printed=(
        *("group", "name", "unit", "goal", "actual", "completion_rate", "pace", "lead_pp"),
        *("year_on_year", "status", "plans", "owner"),
    ),
    beside=(
        *("late", "original_goal", "due", "expected", "difference", "period", "measured_on", "stage"),
        *("source", "note", "id", "plan"),
    ),
    always=frozenset({"name", "goal", "actual", "completion_rate", "pace", "lead_pp", "status"}),
)


def progress(result: Result, plan: Plan, language: Language) -> Fields:
    """Makes the row of one target or part."""
    target = result.target
    return {
        **fields.of_target(result, language),
        **fields.rates(result, plan),
        "year_on_year": fields.growth(result, plan.decimals),
        "late": Text(words.YES.text(language) if result.late else ""),
        "original_goal": fields.goal(target, target.original_goal),
        "plans": Text(standing_text(result, language)),
        "expected": fields.computed(
            result.expected, result.actual.value if result.actual else None, result.target.goal
        ),
        "difference": fields.exact(None if result.difference is None else Fraction(result.difference)),
        "period": Text(period_text(result.actual.period, plan.time, language) if result.actual else ""),
        "measured_on": result.measured_on,
        "due": target.due,
        "stage": Text(target.stage),
        "source": Text(target.source),
        "note": Text(target.note),
    }
