"""The lines of the page: one for each target and part, with its texts and what the reader can filter by."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Target
from plan_tracker.reports.arrangement import measure
from plan_tracker.reports.cells import Bar
from plan_tracker.reports.meeting import growth_text
from plan_tracker.reports.status_rows import StatusRow
from plan_tracker.reports.texts import figure_text, full_name, goal_text, names_of, pace_text, with_unit
from plan_tracker.reports.view import SortBy
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class Line(NamedTuple):
    """One target or part; `number` is its place on the page, and that of its note if it has one.

    `owner` is the number of its owner among those of the page, 0 for none; `by_lead` and `by_rate` are its
    places when the targets are sorted by these.
    """

    id: str
    number: int
    is_part: bool
    name: str
    full_name: str
    details: tuple[str, ...]
    goal: str
    actual: str
    rate: str
    pace: str
    pace_rate: str
    bar: Bar | None
    bar_text: str
    lead: str
    growth: str
    status: Status
    status_text: str
    tone: Tone
    has_note: bool
    owner: int
    by_lead: int
    by_rate: int


class Index(NamedTuple):
    """What a line needs to know of all the others: names and places by id, numbers of owners by name."""

    names: Mapping[str, str]
    owners: Mapping[str, int]
    by_lead: Mapping[str, int]
    by_rate: Mapping[str, int]


def index(evaluation: Evaluation, rows: Iterable[StatusRow]) -> Index:
    """Numbers the owners in the order of the rows, and the targets by lead and by rate, the lowest first."""
    results = evaluation.results
    owners = dict.fromkeys(row.result.target.owner for row in rows)
    owners.pop("", None)
    return Index(
        names=names_of(evaluation),
        owners={owner: number for number, owner in enumerate(owners, start=1)},
        by_lead=_places(results, SortBy.LEAD),
        by_rate=_places(results, SortBy.RATE),
    )


def _places(results: tuple[Result, ...], sort: SortBy) -> dict[str, int]:
    ordered = sorted(results, key=lambda result: measure(result, sort))
    return {result.target.id: place for place, result in enumerate(ordered)}


def line(
    number: int, row: StatusRow, evaluation: Evaluation, known: Index, language: Language, *, noted: bool
) -> Line:
    """Makes a line; if `noted`, the notes stand elsewhere and it only refers to its own, else it tells it."""
    result, cells = row.result, row.cells
    target, rate = result.target, cells.completion_rate.text
    pace = pace_text(result, evaluation.plan.decimals) if rate else ""
    notes = () if noted else tuple(filter(None, (target.source, target.note)))
    late = words.COLUMN["late"].text(language) if result.late else ""
    whole = target.parent or target.id
    return Line(
        id=f"{target.id}/{target.plan.path}" if target.plan else target.id,
        number=number,
        is_part=row.depth > 0,
        name=cells.name.text,
        full_name=full_name(target, known.names, language),
        details=(*filter(None, [cells.plans.text, late]), *_details(target, evaluation, language), *notes),
        goal=goal_text(target, target.unit),
        actual=figure_text(result.actual, target.unit),
        rate=rate,
        pace_rate=pace,
        pace=phrases.PACE.text(language, pace=pace) if pace else "",
        bar=cells.bar.bar,
        bar_text=_bar_text(result, rate, pace, language),
        lead=cells.lead.text,
        growth=growth_text(result, evaluation.plan.decimals) if target.past else "",
        status=result.status,
        status_text=cells.status.text,
        tone=STATUSES[result.status].tone,
        has_note=noted and bool(target.source or target.note),
        owner=known.owners.get(target.owner, 0),
        by_lead=known.by_lead[whole],
        by_rate=known.by_rate[whole],
    )


def _details(target: Target, evaluation: Evaluation, language: Language) -> Iterator[str]:
    """Yields what is special about a target, as readers ask for it; of a part only what is its own."""
    if target.owner:
        yield words.OWNER.text(language, owner=target.owner)
    if target.original_goal is not None:
        yield phrases.ORIGINAL.text(language, figure=with_unit(target.original_goal, target.unit))
    if target.is_below:
        return
    if target.stage:
        yield phrases.STAGE.text(language, stage=target.stage)
    if target.dropped and target.is_dropped(evaluation.as_of):
        yield phrases.DROPPED_ON.text(language, day=words.day_text(target.dropped, language))
    if target.baseline is not None:
        yield phrases.BASELINE.text(language, figure=with_unit(target.baseline, target.unit))
    if target.start != evaluation.plan.time.start:
        yield phrases.FROM.text(language, day=words.day_text(target.start, language))
    if target.due != evaluation.plan.time.end:
        yield phrases.DUE.text(language, day=words.day_text(target.due, language))
    if target.binding is not None:
        yield (words.COLUMN["binding"] if target.binding else words.INDICATIVE).text(language)


def _bar_text(result: Result, rate: str, pace: str, language: Language) -> str:
    if kinds.is_cap(result.target):
        phrase = phrases.CAP_WITH_PACE if pace else phrases.CAP
    else:
        phrase = phrases.BAR_WITH_PACE if pace else phrases.BAR
    return phrase.text(language, rate=rate, pace=pace) if rate else ""
