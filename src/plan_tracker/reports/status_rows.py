"""The rows of `status`: a cell for each column, which other reports show too."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Plan, Target
from plan_tracker.reports.arrangement import Entry, Group
from plan_tracker.reports.batches import AT_ONCE, batched
from plan_tracker.reports.cells import EMPTY, Bar, Cell, Column, columns_of, recurring, status_cell
from plan_tracker.reports.collecting import standing_text
from plan_tracker.reports.texts import (
    figure_text,
    goal_text,
    id_text,
    lead_text,
    limited,
    rate_text,
)
from plan_tracker.reports.view import GroupBy, View
from plan_tracker.wording import words
from plan_tracker.wording.collecting import PLANS_COLUMN
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class StatusCells(NamedTuple):
    """One target or part: a cell for each column."""

    name: Cell
    goal: Annotated[Cell, Column(right=True, rank=8)]
    original_goal: Annotated[Cell, Column(right=True, rank=5)]
    actual: Annotated[Cell, Column(right=True, rank=9)]
    unit: Annotated[Cell, Column(rank=7)]
    completion_rate: Annotated[Cell, Column(heading=words.RATE, right=True, rank=12)]
    bar: Annotated[Cell, Column(rank=6, on_paper=False)]
    lead: Annotated[Cell, Column(heading=words.COLUMN["lead_pp"], right=True, rank=11)]
    status: Cell
    year_on_year: Annotated[Cell, Column(right=True, rank=4)]
    plans: Annotated[Cell, Column(heading=PLANS_COLUMN, rank=10)]
    owner: Annotated[Cell, Column(rank=3)]
    due: Annotated[Cell, Column(rank=2, on_paper=False)]
    id: Annotated[Cell, Column(rank=1, on_paper=False)]


COLUMNS = columns_of(StatusCells)


class StatusRow(NamedTuple):
    """One target, or one part of it; `depth` is 1 where it stands below its target."""

    result: Result
    cells: StatusCells
    depth: int = 0


def status_rows(group: Group, plan: Plan, view: View, language: Language) -> Iterator[StatusRow]:
    """Yields a row for each entry; the owner is left out where the heading names it."""
    named = group.key if view.group_by is GroupBy.OWNER else None
    for entries in batched(group.entries, AT_ONCE):
        rows = cells([entry.result for entry in entries], plan, language, end=plan.time.end)
        for entry, said in zip(entries, rows, strict=True):
            placed = _placed(said, entry, named, language)
            yield StatusRow(result=entry.result, cells=placed, depth=int(entry.below))


def _placed(said: StatusCells, entry: Entry, named: str | None, language: Language) -> StatusCells:
    """Names a part as its place asks, and leaves out an owner who is named above."""
    if entry.below or entry.whole:
        said = said._replace(name=Cell(entry_name(entry, language)))
    return said._replace(owner=EMPTY) if entry.result.target.owner == named else said


def entry_name(entry: Entry, language: Language) -> str:
    """Returns the name of a target or part; a part that stands alone is named with its target."""
    name, whole = entry.result.target.part_name, entry.whole
    return name if whole is None else words.bracketed(whole.target.part_name, name, language)


def cells(
    results: Sequence[Result], plan: Plan, language: Language, *, end: date | None = None
) -> list[StatusCells]:
    """Makes the cells of some targets or parts; a due date at the `end` of the plan is left out."""
    percents = [rate_text(result, plan.decimals) for result in results]
    leads = [lead_text(result, plan.decimals) for result in results]
    goals = [goal_text(result.target) for result in results]
    actuals = [figure_text(result.actual) for result in results]
    tones = [STATUSES[result.status].tone for result in results]
    texts = zip(percents, leads, goals, actuals, tones, strict=True)
    return [
        StatusCells(
            name=Cell(result.target.name),
            goal=Cell(goal),
            original_goal=_original(result.target),
            actual=Cell(actual),
            unit=recurring(result.target.unit),
            completion_rate=Cell(percent, tone),
            bar=Cell("", tone, Bar(result.rate_ratio, result.pace)) if result.rate_ratio else EMPTY,
            lead=Cell(lead, tone),
            status=status_cell(result.status, language) if result.target.is_summed else EMPTY,
            year_on_year=Cell(_growth(result, plan)) if result.target.past else EMPTY,
            plans=Cell(standing_text(result, language)) if result.parts else EMPTY,
            owner=recurring(result.target.owner),
            due=EMPTY if result.target.due == end else _due(result),
            id=Cell(id_text(result.target), Tone.QUIET),
        )
        for result, (percent, lead, goal, actual, tone) in zip(results, texts, strict=True)
    ]


def _original(target: Target) -> Cell:
    first = target.original_goal
    return EMPTY if first is None else Cell(limited(plain(first), target), Tone.QUIET)


def _due(result: Result) -> Cell:
    has_due = result.actual is not None or result.target.goal is not None
    return Cell(result.target.due.isoformat()) if has_due else EMPTY


def _growth(result: Result, plan: Plan) -> str:
    from plan_tracker.reports.meeting import growth_text  # few plans know earlier years

    return growth_text(result, plan.decimals)
