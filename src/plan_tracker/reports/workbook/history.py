"""The sheet on the history: a row for each target and period, as of that period's last day, and its chart."""

from collections.abc import Mapping, Sequence
from datetime import date

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.questions.history import history
from plan_tracker.reports.attention import needing_attention, needs_attention
from plan_tracker.reports.sheets import Columns, Fields, Line, Sheet, Text, Trend, sheet
from plan_tracker.reports.texts import names_of
from plan_tracker.reports.workbook import fields
from plan_tracker.wording import page as phrases
from plan_tracker.wording.periods import period_text

_DRAWN = 6
"""How many targets are drawn: more lines cannot be told apart."""

_COLUMNS = Columns(
    table="history",
    name=phrases.SHEET_HISTORY,
    printed=(
        *("name", "unit", "as_of", "period", "goal", "actual", "completion_rate", "pace", "lead_pp"),
        *("status", "owner", "id"),
    ),
    beside=("measured_on", "plan"),
    always=frozenset(
        {"name", "as_of", "period", "goal", "actual", "completion_rate", "pace", "lead_pp", "status", "id"}
    ),
)


def history_sheet(
    evaluation: Evaluation, language: Language, *, parts: bool, always: bool
) -> tuple[Sheet | None, Trend | None]:
    """Makes the sheet and its chart; neither where no target has figures of two periods, unless `always`."""
    found = list(history(evaluation, parts=parts))
    lines = _lines(found)
    if not lines and not always:
        return None, None
    names = names_of(evaluation)
    rows = (_row(result, names, evaluation.plan, language) for result in found)
    return sheet(_COLUMNS, rows, language), _trend(lines, found, evaluation, language)


def _lines(found: Sequence[Result]) -> dict[tuple[str, str], Line]:
    """Returns the rows of the first and the last figure of each target that has figures of two days or more.

    Where nothing is reported after the last one, no later row is drawn: its goal may be another by then.
    """
    rows: dict[tuple[str, str], Line] = {}
    days: dict[tuple[str, str], set[date]] = {}
    for row, result in enumerate(found):
        if result.actual:
            key, day = result.target.key, result.actual.day
            if day not in days.setdefault(key, set()):
                rows[key] = rows.get(key, Line(first=row, last=row))._replace(last=row)
                days[key].add(day)
    return {key: line for key, line in rows.items() if len(days[key]) > 1}


def _trend(
    lines: dict[tuple[str, str], Line], found: Sequence[Result], evaluation: Evaluation, language: Language
) -> Trend | None:
    """Makes the chart of the targets that have rates, those first that need attention."""
    rated = lines.keys() & {result.target.key for result in found if result.completion_rate is not None}
    results = [result for result in evaluation.results if result.target.key in rated]
    worst = needing_attention(results, lambda result: result)
    chosen = [*worst, *(result for result in results if not needs_attention(result))][:_DRAWN]
    if not chosen:
        return None
    time = evaluation.plan.time
    return Trend(
        title=phrases.TREND.text(language),
        day="measured_on",  # a figure that is older than its row is drawn once, where it was reached
        value="completion_rate",
        lines=tuple(lines[result.target.key] for result in chosen),
        first=time.start,
        last=time.end,
    )


def _row(result: Result, names: Mapping[str, str], plan: Plan, language: Language) -> Fields:
    return {
        **fields.named(result, names, plan, language),
        "as_of": result.as_of,
        "measured_on": result.measured_on,
        "period": Text(period_text(result.actual.period, plan.time, language) if result.actual else ""),
    }
