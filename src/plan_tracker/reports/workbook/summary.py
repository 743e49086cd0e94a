"""The first sheet: how the plan stands, and what needs attention."""

from collections.abc import Iterable, Mapping

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.reports.attention import needing_attention, summary_text
from plan_tracker.reports.findings import sentence
from plan_tracker.reports.periods import head_remarks
from plan_tracker.reports.sheets import Chart, Columns, Fields, Sheet, Summary, Text, sheet
from plan_tracker.reports.status import counts, mean_text
from plan_tracker.reports.texts import as_of_text, names_of
from plan_tracker.reports.workbook import fields
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words

_DRAWN = 12
"""How many of the worst targets are drawn."""

_COLUMNS = Columns(
    table="attention",
    name=phrases.LABELS["attention"],
    printed=("name", "status", "completion_rate", "pace", "lead_pp", "why", "owner", "group", "id"),
    beside=("plan",),
    always=frozenset({"name", "status", "completion_rate", "pace", "lead_pp", "why", "id"}),
)
"""No goal and no actual: who fills in the workbook and reads it back writes into the sheet on progress."""


def summary(evaluation: Evaluation, results: Iterable[Result], language: Language) -> Summary:
    """Makes the sheet; what needs attention stands there with the worst first."""
    found = needing_attention(results, lambda result: result)
    names = names_of(evaluation)
    worst = sheet(_COLUMNS, (_row(each, names, evaluation.plan, language) for each in found), language)
    lines = (
        as_of_text(evaluation, language),
        summary_text(evaluation, language),
        mean_text(evaluation.mean_completion, evaluation.plan.decimals, language),
        *head_remarks(evaluation, language),
    )
    return Summary(
        name=phrases.SHEET_SUMMARY.text(language),
        lines=tuple(filter(None, lines)),
        headings=(words.COLUMN["status"].text(language), phrases.TARGETS_COUNTED.text(language)),
        counts=counts(evaluation.by_status, language),
        counts_title=phrases.BY_STATUS.text(language),
        worst_title=worst.name,
        worst=worst if worst.rows else None,
        chart=_chart(worst, language),
    )


def _chart(worst: Sheet, language: Language) -> Chart | None:
    """Makes the chart of the worst targets, which has a bar where there is a rate."""
    rates = worst.keys.index("completion_rate")
    rows = min(len(worst.rows), _DRAWN)
    if not any(row[rates] for row in worst.rows[:rows]):
        return None
    title = phrases.WORST_DRAWN.text(language)
    return Chart(title=title, values=("completion_rate", "pace"), rows=rows)


def _row(result: Result, names: Mapping[str, str], plan: Plan, language: Language) -> Fields:
    return {
        **fields.named(result, names, plan, language),
        "why": Text(sentence(result, plan, language)),
    }
