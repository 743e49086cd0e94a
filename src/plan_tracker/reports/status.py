"""The report of `status`: how every target stands."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Generic, NamedTuple

from plan_tracker.judging.evaluation import Evaluation, mean_completion
from plan_tracker.judging.mean import Mean
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.reports import figures
from plan_tracker.reports.arrangement import Entry, Group, groups, worst_of
from plan_tracker.reports.cells import EMPTY, Bar, Cell, Column, PlainRow, R_co, Section, Table, recurring
from plan_tracker.reports.collecting import plans_table, standing_text
from plan_tracker.reports.periods import head_remarks
from plan_tracker.reports.texts import (
    actual_text,
    as_of_text,
    goal_text,
    lead_text,
    original_goal_text,
    rate_text,
)
from plan_tracker.reports.view import GroupBy, View
from plan_tracker.wording import words
from plan_tracker.wording.collecting import COLUMN as PLANS
from plan_tracker.wording.status import (
    BEYOND,
    BINDING,
    COUNT,
    LAGGING_NAMES,
    MEAN,
    MEAN_WITHOUT_BOUNDS,
    MISSED_NAMES,
    MORE,
    NONE_SUCH,
    NOTHING_SHOWN,
    OWNERLESS,
    PART_OF,
    TARGETS,
    UNGROUPED,
)
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class StatusCells(NamedTuple):
    """One target or part: a cell for each column."""

    name: Cell
    goal: Cell
    original_goal: Cell
    actual: Cell
    unit: Cell
    completion_rate: Cell
    bar: Cell
    lead: Cell
    status: Cell
    year_on_year: Cell
    plans: Cell
    owner: Cell
    due: Cell
    id: Cell


COLUMNS = (
    Column(key="name", heading=words.COLUMN["name"]),
    Column(key="goal", heading=words.COLUMN["goal"], right=True, rank=8),
    Column(key="original_goal", heading=words.COLUMN["original_goal"], right=True, rank=5),
    Column(key="actual", heading=words.COLUMN["actual"], right=True, rank=9),
    Column(key="unit", heading=words.COLUMN["unit"], rank=7),
    Column(key="completion_rate", heading=words.RATE, right=True, rank=12),
    Column(key="bar", heading=None, rank=6, on_paper=False),
    Column(key="lead", heading=words.COLUMN["lead_pp"], right=True, rank=11),
    Column(key="status", heading=words.COLUMN["status"]),
    Column(key="year_on_year", heading=words.COLUMN["year_on_year"], right=True, rank=4),
    Column(key="plans", heading=PLANS, rank=10),
    Column(key="owner", heading=words.COLUMN["owner"], rank=3),
    Column(key="due", heading=words.COLUMN["due"], rank=2, on_paper=False),
    Column(key="id", heading=words.COLUMN["id"], rank=1, on_paper=False),
)


class StatusRow(NamedTuple):
    """One target, or one part of it; `depth` is 1 where it stands below its target."""

    result: Result
    cells: StatusCells
    depth: int = 0


class Legend(NamedTuple):
    """What the filling, the mark and the arrow of a bar mean."""

    rate: str
    pace: str
    beyond: str


class StatusReport(NamedTuple, Generic[R_co]):
    """Everything that `status` says.

    `counts` has a text for each status that occurs, with the number of its targets. `more` says how many rows
    the table leaves out, or why it has none. `remarks` say who has reported for the latest period, if not all
    have, and what changes after the as-of day.
    """

    title: str
    as_of: str
    targets: str
    counts: tuple[Cell, ...]
    mean: str
    remarks: tuple[str, ...]
    table: Table[R_co]
    more: str
    legend: Legend


class Tally(NamedTuple):
    """How many of some targets have each status, and their mean completion."""

    by_status: Counter[Status]
    mean: Mean


def tally(results: Sequence[Result]) -> Tally:
    """Counts the statuses of some targets."""
    return Tally(Counter(result.status for result in results), mean_completion(results))


def status_report(evaluation: Evaluation, language: Language, view: View) -> StatusReport[StatusRow]:
    """Makes the report in one language, arranged as the view asks."""
    shown, left_out = sections(evaluation, language, view)
    table = Table(columns=COLUMNS, sections=shown, language=language)
    more = MORE.text(language, number=str(left_out)) if left_out else ""
    if not shown:
        more = _nothing(view, language)
    return _report(evaluation, language, table, more)


def plans_report(evaluation: Evaluation, language: Language) -> StatusReport[PlainRow]:
    """Makes the report with a row for each plan, the worst first."""
    return _report(evaluation, language, plans_table(evaluation, language), "")


def _report(evaluation: Evaluation, language: Language, table: Table[R_co], more: str) -> StatusReport[R_co]:
    plan, total = evaluation.plan, tally(evaluation.counted)
    return StatusReport(
        title=plan.title,
        as_of=as_of_text(evaluation, language),
        targets=TARGETS.text(language, number=str(total.by_status.total())),
        counts=counts(total.by_status, language),
        mean=mean_text(total.mean, plan.decimals, language),
        remarks=head_remarks(evaluation, language),
        table=table,
        more=more,
        legend=Legend(
            rate=words.RATE.text(language),
            pace=words.COLUMN["pace"].text(language),
            beyond=BEYOND.text(language),
        ),
    )


def _nothing(view: View, language: Language) -> str:
    """Tells why no row is shown."""
    if view.owner is not None or view.group is not None:
        return NONE_SUCH.text(language)
    asked = [STATUSES[status].name.text(language) for status in Status if status in view.only]
    return NOTHING_SHOWN.text(language, statuses=words.OR.text(language).join(asked))


def counts(by_status: Counter[Status], language: Language) -> tuple[Cell, ...]:
    """Returns a text such as "8 behind" for each status that occurs."""
    return tuple(
        Cell(
            COUNT.text(language, status=STATUSES[status].name.text(language), number=str(by_status[status])),
            STATUSES[status].tone,
        )
        for status in Status
        if status in by_status
    )


def mean_text(mean: Mean, decimals: int, language: Language) -> str:
    """Returns the mean completion and the number of targets it is taken of; empty if there is none."""
    if mean.value is None:
        return ""
    shown = {"mean": figures.percent(mean.value, decimals), "number": str(mean.number)}
    if mean.bounds_left_out:
        return MEAN_WITHOUT_BOUNDS.text(language, left_out=str(mean.bounds_left_out), **shown)
    return MEAN.text(language, **shown)


def sections(
    evaluation: Evaluation, language: Language, view: View
) -> tuple[tuple[Section[StatusRow], ...], int]:
    """Returns the rows asked for under the headings asked for, and how many rows are left out."""
    found = groups(evaluation, view)
    headed = len(found) > 1 or view.group_by is GroupBy.OWNER
    found, left_out = (found, 0) if view.limit is None else worst_of(found, view.limit, view.sort)
    decimals = evaluation.plan.decimals
    shown = tuple(
        Section(
            rows=tuple(_row(entry, group, evaluation.plan, view, language) for entry in group.entries),
            heading=_group_heading(group.key, view.group_by, language) if headed else "",
            summary=_owner_summary(group, decimals, language) if view.group_by is GroupBy.OWNER else "",
        )
        for group in found
    )
    return shown, left_out


def _row(entry: Entry, group: Group, plan: Plan, view: View, language: Language) -> StatusRow:
    """Makes a row; the owner is left out where the heading names it."""
    result = entry.result
    target, said = result.target, cells(result, plan, language, end=plan.time.end)
    if entry.below:
        said = said._replace(name=Cell(target.part_name))
    if entry.whole:
        said = said._replace(name=Cell(_entry_name(result, entry.whole, language)))
    if view.group_by is GroupBy.OWNER and target.owner == group.key:
        said = said._replace(owner=EMPTY)
    return StatusRow(result=result, cells=said, depth=int(entry.below))


def _entry_name(result: Result, whole: Result | None, language: Language) -> str:
    """Returns a name; a part that stands alone is named with its target."""
    name = result.target.part_name if whole else result.target.name
    return PART_OF.text(language, whole=whole.target.name, part=name) if whole else name


def _owner_summary(group: Group, decimals: int, language: Language) -> str:
    """Sums up the targets of one owner: their statuses, which of them lag, and their mean completion."""
    own = tally([entry.result for entry in group.own])
    counted = [cell.text for cell in counts(own.by_status, language)]
    named = list[str]()
    for phrase, missed in ((LAGGING_NAMES, False), (MISSED_NAMES, True)):
        names = [
            _entry_name(entry.result, entry.whole, language)
            for entry in group.own
            if entry.result.status.lagging and (entry.result.status is Status.MISSED) is missed
        ]
        if names:
            named.append(phrase.text(language, names=words.LIST.text(language).join(names)))
    return " · ".join(filter(None, [*counted, *named, mean_text(own.mean, decimals, language)]))


def cells(result: Result, plan: Plan, language: Language, *, end: date | None = None) -> StatusCells:
    """Makes the cells of one target or part; a due date at the `end` of the plan is left out."""
    target, rate, tone = result.target, result.rate_ratio, STATUSES[result.status].tone
    has_due = target.due != end and (result.actual is not None or target.goal is not None)
    return StatusCells(
        name=Cell(target.name),
        goal=Cell(goal_text(target)),
        original_goal=Cell(original_goal_text(target), Tone.QUIET),
        actual=Cell(actual_text(result)),
        unit=recurring(target.unit),
        completion_rate=Cell(rate_text(result, rate, plan.decimals), tone),
        bar=EMPTY if rate is None else Cell("", tone, Bar(rate, result.pace)),
        lead=Cell(lead_text(result, rate, plan), tone),
        status=_status_cell(result.status, language) if target.is_summed else EMPTY,
        year_on_year=Cell(_growth(result, plan)) if target.past else EMPTY,
        plans=Cell(standing_text(result, language)) if result.parts else EMPTY,
        owner=recurring(target.owner),
        due=Cell(target.due.isoformat()) if has_due else EMPTY,
        id=Cell(target.id, Tone.QUIET),
    )


def _growth(result: Result, plan: Plan) -> str:
    from plan_tracker.reports.meeting import growth_text  # few plans know earlier years

    return growth_text(result, plan.decimals)


@cache
def _status_cell(status: Status, language: Language) -> Cell:
    return Cell(STATUSES[status].name.text(language), STATUSES[status].tone)


def _group_heading(key: str, group_by: GroupBy | None, language: Language) -> str:
    """Returns the heading of a group."""
    match group_by:
        case None:
            return ""
        case GroupBy.GROUP:
            return key or UNGROUPED.text(language)
        case GroupBy.OWNER:
            return key or OWNERLESS.text(language)
        case GroupBy.STATUS:
            return STATUSES[Status(key)].name.text(language)
        case GroupBy.BINDING:
            return BINDING[key].text(language)
        case GroupBy.PLAN:
            return ""
