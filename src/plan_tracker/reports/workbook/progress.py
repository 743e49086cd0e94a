"""The sheet on progress: a row for each target and part."""

from fractions import Fraction

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.reports.collecting import standing_text
from plan_tracker.reports.sheets import Fields, SheetColumn, Text
from plan_tracker.reports.workbook import fields
from plan_tracker.wording.collecting import COLUMN as PLANS
from plan_tracker.wording.periods import period_text

COLUMNS = (
    SheetColumn(key="group"),
    SheetColumn(key="name", always=True),
    SheetColumn(key="unit"),
    SheetColumn(key="goal", always=True),
    SheetColumn(key="actual", always=True),
    SheetColumn(key="completion_rate", always=True, bars=True),
    SheetColumn(key="pace", always=True),
    SheetColumn(key="lead_pp", always=True, leads=True),
    SheetColumn(key="year_on_year"),
    SheetColumn(key="status", always=True),
    SheetColumn(key="plans", heading=PLANS),
    SheetColumn(key="owner"),
    SheetColumn(key="original_goal", printed=False),
    SheetColumn(key="due", printed=False),
    SheetColumn(key="expected", printed=False),
    SheetColumn(key="difference", printed=False),
    SheetColumn(key="period", printed=False),
    SheetColumn(key="measured_on", printed=False),
    SheetColumn(key="stage", printed=False),
    SheetColumn(key="source", printed=False),
    SheetColumn(key="note", printed=False),
    SheetColumn(key="id", printed=False),
    SheetColumn(key="plan", printed=False),
)


def progress(result: Result, plan: Plan, language: Language) -> Fields:
    """Makes the row of one target or part."""
    target = result.target
    return {
        **fields.of_target(result, language),
        **fields.progress(result, plan),
        "year_on_year": fields.growth(result, plan.decimals),
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
