"""The whole workbook before any format."""

from plan_tracker.judging.evaluation import Evaluation, descended
from plan_tracker.language import Language
from plan_tracker.reports.meter import Meter
from plan_tracker.reports.sheets import Book, sheet
from plan_tracker.reports.texts import as_of_text
from plan_tracker.reports.workbook import outlook, progress, rules
from plan_tracker.reports.workbook.history import history_sheet
from plan_tracker.reports.workbook.summary import summary


def book(
    evaluation: Evaluation,
    language: Language,
    *,
    parts: bool = True,
    history: bool = False,
    meter: Meter = iter,
) -> Book:
    """Makes the workbook in one language; each target and part passes through the meter.

    It has a sheet on the history if asked for, or if there are figures of two periods.
    """
    plan = evaluation.plan
    results = list(descended(evaluation.results, parts=parts))
    sheets = (
        sheet(
            progress.COLUMNS, (progress.progress(each, plan, language) for each in meter(results)), language
        ),
        sheet(outlook.COLUMNS, outlook.outlooks(results, plan.decimals, language), language),
    )
    over_time, trend = history_sheet(evaluation, language, parts=parts, always=history)
    return Book(
        title=plan.title,
        as_of=as_of_text(evaluation, language),
        day=evaluation.as_of,
        summary=summary(evaluation, results, language),
        sheets=tuple(each for each in sheets if each.rows),
        history=over_time,
        trend=trend,
        rules=tuple(rules.rules(evaluation, language)),
        rules_sheet=sheet(rules.COLUMNS, (rules.rules_of(each, language) for each in results), language),
    )
