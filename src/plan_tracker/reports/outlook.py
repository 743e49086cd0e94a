"""The report of `outlook`: what is left of each goal, how fast it must go, and what is covered."""

from collections.abc import Iterable
from typing import Annotated, NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language, Phrase
from plan_tracker.plan import kinds
from plan_tracker.questions.outlook import Total, is_open, outlook, totals, worst_first
from plan_tracker.reports.arrangement import parts_below
from plan_tracker.reports.cells import (
    EMPTY,
    Cell,
    Column,
    PlainRow,
    Table,
    columns_of,
    plain_table,
    status_cell,
)
from plan_tracker.reports.meeting import days_text, month_texts, reached_on_text
from plan_tracker.reports.periods import later_text, older_text
from plan_tracker.reports.projection import coverage_text, multiple_text, projected_text, remaining_text
from plan_tracker.reports.texts import as_of_text, exact_text, goal_text, id_text
from plan_tracker.reports.view import PartsShown, View
from plan_tracker.wording import outlook as phrases
from plan_tracker.wording import words
from plan_tracker.wording.status import UNGROUPED
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class OutlookCells(NamedTuple):
    """The outlook of one target or part: a cell for each column."""

    name: Cell
    remaining: Annotated[Cell, Column(right=True)]
    unit: Annotated[Cell, Column(rank=10)]
    per_month_required: Annotated[Cell, Column(right=True, rank=15)]
    per_month_so_far: Annotated[Cell, Column(right=True, rank=11)]
    lead_days: Annotated[Cell, Column(right=True, rank=14)]
    reached_on: Annotated[Cell, Column(rank=13)]
    coverage: Annotated[Cell, Column(right=True, rank=12)]
    uncovered: Annotated[Cell, Column(right=True, rank=16)]
    required_multiple: Annotated[Cell, Column(right=True, rank=8)]
    projected: Annotated[Cell, Column(right=True, rank=7)]
    goal: Annotated[Cell, Column(right=True, rank=5)]
    committed: Annotated[Cell, Column(right=True, rank=6)]
    status: Annotated[Cell, Column(rank=9)]
    owner: Annotated[Cell, Column(rank=3)]
    due: Annotated[Cell, Column(rank=4, on_paper=False)]
    id: Annotated[Cell, Column(rank=1, on_paper=False)]


COLUMNS = columns_of(OutlookCells)
"""What a meeting needs leads; the rest gives way first, the ids before all."""

_COLUMNS_FOR_CAPS = tuple(
    column._replace(rank={"projected": 18, "status": 17}.get(column.key, column.rank)) for column in COLUMNS
)
"""Those of a plan with a cap that will be broken: its headroom alone would look well."""


class OutlookReport(NamedTuple):
    """Everything that `outlook` says.

    `remarks` tell of which days figures are, and what the plan changes after its day; `totals` has a
    sentence for each group, `without` one for each reason why targets have no outlook; either may take the
    place of the `legend`. The `verdict` on earlier years counts how often the range would have told right.
    """

    title: str
    as_of: str
    table: Table[PlainRow]
    legend: str
    remarks: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    verdict: str = ""

    def legend_of(self, shown: Iterable[Column]) -> str:
        """Returns the legend with what some columns mean, those that are shown."""
        language, keys = self.table.language, {column.key for column in shown}
        meanings = (phrase.text(language) for key, phrase in phrases.MEANINGS.items() if key in keys)
        return words.SEMICOLON.text(language).join(filter(None, (self.legend, *meanings)))


def outlook_report(evaluation: Evaluation, language: Language, parts: PartsShown) -> OutlookReport:
    """Makes the report in one language: all open targets, the worst first, with their parts below them."""
    shown = [
        (each, each is not result)
        for result in worst_first(evaluation.results)
        for each in lines_of(result, worst_first(parts_below(result, View(parts=parts))))
    ]
    rows = tuple(
        PlainRow(cells(each, evaluation.plan.decimals, language), depth=int(is_part))
        for each, is_part in shown
    )
    breaks_cap = any(kinds.is_cap(each.target) and each.status.lagging for each, _ in shown)
    columns = _COLUMNS_FOR_CAPS if breaks_cap else COLUMNS
    without = tuple(_without(evaluation.results, language, parts))
    return OutlookReport(
        title=evaluation.plan.title,
        as_of=as_of_text(evaluation, language),
        remarks=tuple(filter(None, (older_text(evaluation, language), later_text(evaluation, language)))),
        table=plain_table(columns, rows, language),
        totals=tuple(_total_text(each, evaluation, language) for each in totals(evaluation.results)),
        without=without,
        legend=""
        if without and not rows
        else (phrases.WORST_FIRST if rows else phrases.NOTHING_OPEN).text(language),
    )


def lines_of(result: Result, parts: Iterable[Result]) -> tuple[Result, ...]:
    """Returns those that have a line, of a target and some of its parts: what is open, and known by how much.

    The target has one wherever one of these parts has.
    """
    below = tuple(part for part in parts if _has_remainder(part))
    return (result, *below) if below or _has_remainder(result) else ()


def _has_remainder(result: Result) -> bool:
    """Tells whether a target is open, and known by how much."""
    return is_open(result) and outlook(result).remaining is not None


def cells(result: Result, decimals: int, language: Language) -> OutlookCells:
    """Makes the cells of one target or part."""
    target, ahead, tone = result.target, outlook(result), STATUSES[result.status].tone
    uncovered = ahead.uncovered
    so_far, required = month_texts(result, decimals)
    cover = Tone.PLAIN if uncovered is None else Tone.WARNING if uncovered else Tone.GOOD
    return OutlookCells(
        name=Cell(target.part_name),
        remaining=Cell(remaining_text(ahead, target, language)),
        unit=Cell(target.unit),
        per_month_required=Cell(required, tone),
        per_month_so_far=Cell(so_far),
        lead_days=Cell(days_text(result), tone),
        reached_on=Cell(reached_on_text(result, language), tone),
        coverage=Cell(coverage_text(ahead.coverage, decimals, language), cover),
        uncovered=Cell(exact_text(uncovered), cover),
        required_multiple=Cell(multiple_text(ahead), tone),
        projected=Cell(projected_text(result, ahead, language), tone),
        goal=Cell(goal_text(target)),
        committed=Cell(exact_text(ahead.committed)),
        status=status_cell(result.status, language) if target.is_summed else EMPTY,
        owner=Cell(target.owner),
        due=Cell(target.due.isoformat()),
        id=Cell(id_text(target), Tone.QUIET),
    )


def _total_text(total: Total, evaluation: Evaluation, language: Language) -> str:
    """Writes what the open targets of one group need together."""
    shown = {
        "remaining": exact_text(total.remaining, total.unit),
        "committed": exact_text(total.committed),
        "coverage": coverage_text(total.coverage, evaluation.plan.decimals, language),
        "uncovered": exact_text(total.uncovered),
    }
    texts = [
        words.FIGURE.text(language, what=words.COLUMN[key].text(language), figure=figure)
        for key, figure in shown.items()
        if figure
    ]
    group = total.group or UNGROUPED.text(language)
    return phrases.TOTALS.text(
        language, group=group, number=str(total.targets), figures=words.COMMA.text(language).join(texts)
    )


def _without(results: Iterable[Result], language: Language, parts: PartsShown) -> Iterable[str]:
    found: dict[Phrase, list[str]] = {}
    for result in results:
        if (
            not result.target.is_summed
            and parts is not PartsShown.ALL
            and any(map(_has_remainder, result.parts))
        ):
            found.setdefault(phrases.NOT_SUMMED, []).append(result.target.name)
        if is_open(result) and (gap := outlook(result).why.get("remaining")):
            found.setdefault(phrases.REASON[gap], []).append(result.target.name)
    for reason, names in found.items():
        yield phrases.WITHOUT.text(
            language, reason=reason.text(language), names=words.LIST.text(language).join(names)
        )
