"""The status of a plan as neutral cells: text for people, a tone, a bar; formats only draw them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result, mean_completion
from plan_tracker.judging.mean import Mean
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.reports import figures
from plan_tracker.reports.arrangement import Group, groups, worst_of
from plan_tracker.reports.cells import Bar, Cell
from plan_tracker.reports.texts import actual_text, as_of_text, goal_text, lead_text, rate_text
from plan_tracker.reports.view import GroupBy, View
from plan_tracker.wording import words
from plan_tracker.wording.status import (
    BEYOND,
    COUNT,
    LAGGING_NAMES,
    MEAN,
    MORE,
    NOTHING_SHOWN,
    OWNERLESS,
    PART_OF,
    TARGETS,
    UNGROUPED,
)
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class Row(NamedTuple):
    """One target, or one part of it, by column key; `depth` is 1 where it stands below its target."""

    result: Result
    cells: dict[str, Cell]
    depth: int = 0


class Section(NamedTuple):
    """Rows under a heading (empty where there is none), and what they come to."""

    heading: str
    summary: str
    rows: tuple[Row, ...]


class Legend(NamedTuple):
    """What the parts of a bar mean: its filling, its mark, its arrow."""

    rate: str
    pace: str
    beyond: str


class StatusReport(NamedTuple):
    """Everything that `status` says. `counts` are the statuses that occur, with their number."""

    title: str
    as_of: str
    targets: str
    counts: tuple[Cell, ...]
    mean: str
    headings: dict[str, str]
    sections: tuple[Section, ...]
    more: str
    legend: Legend


class Tally(NamedTuple):
    """How many of some targets have each status, and their mean completion."""

    by_status: Counter[Status]
    mean: Mean


def tally(results: Sequence[Result]) -> Tally:
    """The tally of some targets."""
    return Tally(Counter(result.status for result in results), mean_completion(results))


TABLE_COLUMNS = (
    "name",
    "goal",
    "actual",
    "unit",
    "completion_rate",
    "bar",
    "lead",
    "status",
    "owner",
    "due",
    "id",
)
TEXT_COLUMNS = tuple(key for key in TABLE_COLUMNS if key != "bar")
NAME, OWNER, DUE = map(TEXT_COLUMNS.index, ("name", "owner", "due"))
TONED = frozenset({"completion_rate", "lead", "status"})
"""What is coloured by the status."""


def status_report(evaluation: Evaluation, language: Language, view: View) -> StatusReport:
    """The status of a plan in one language, arranged as asked."""
    plan, total = evaluation.plan, tally(evaluation.results)
    shown, left_out = sections(evaluation, language, view)
    return StatusReport(
        title=plan.title,
        as_of=as_of_text(evaluation, language),
        targets=TARGETS.text(language, number=str(total.by_status.total())),
        counts=counts(total.by_status, language),
        mean=mean_text(total.mean, plan.decimals, language),
        headings=table_headings(language),
        sections=shown,
        more=_more(left_out, language) if shown else _nothing(view, language),
        legend=Legend(words.RATE.text(language), words.COLUMN["pace"].text(language), BEYOND.text(language)),
    )


def table_headings(language: Language) -> dict[str, str]:
    """The headings of the columns by their keys."""
    return {key: words.COLUMN[key].text(language) for key in TABLE_COLUMNS if key not in ("bar", "lead")} | {
        "bar": words.COLUMN["pace"].text(language),
        "lead": words.LEAD.text(language),
        "completion_rate": words.RATE.text(language),
    }


def _more(left_out: int, language: Language) -> str:
    return MORE.text(language, number=str(left_out)) if left_out else ""


def _nothing(view: View, language: Language) -> str:
    """Why no row is shown."""
    asked = [STATUSES[status].name.text(language) for status in Status if status in view.only]
    return NOTHING_SHOWN.text(language, statuses=words.OR.text(language).join(asked))


def counts(by_status: Counter[Status], language: Language) -> tuple[Cell, ...]:
    """How many targets have each status that occurs."""
    return tuple(
        Cell(
            COUNT.text(language, status=STATUSES[status].name.text(language), number=str(by_status[status])),
            STATUSES[status].tone,
        )
        for status in Status
        if status in by_status
    )


def mean_text(mean: Mean, decimals: int, language: Language) -> str:
    """The mean completion and of how many targets, or an empty text where there is none."""
    if mean.value is None:
        return ""
    return MEAN.text(language, mean=figures.percent(mean.value, decimals), number=str(mean.number))


def sections(evaluation: Evaluation, language: Language, view: View) -> tuple[tuple[Section, ...], int]:
    """The targets asked for, under the headings asked for, and how many rows are left out."""
    found = groups(evaluation, view)
    headed = len(found) > 1 or view.group_by is GroupBy.OWNER
    found, left_out = (found, 0) if view.limit is None else worst_of(found, view.limit, view.sort)
    return tuple(section(group, evaluation.plan, view, language, headed=headed) for group in found), left_out


def section(group: Group, plan: Plan, view: View, language: Language, *, headed: bool) -> Section:
    """The rows of a group, and what they come to where that is asked."""
    return Section(
        _group_heading(group.key, view.group_by, language) if headed else "",
        owner_summary(group, plan.decimals, language) if view.group_by is GroupBy.OWNER else "",
        tuple(rows(group, plan, view, language)),
    )


def rows(group: Group, plan: Plan, view: View, language: Language) -> Iterator[Row]:
    """The rows under a heading."""
    for (result, below, _), texts in zip(group.entries, _text_rows(group, plan, view, language), strict=True):
        yield Row(result, _toned(result, texts), int(below))


def _text_rows(group: Group, plan: Plan, view: View, language: Language) -> Iterator[list[str]]:
    """The texts of each row, as `_texts`, without what the heading or the plan's end says already."""
    statuses, decimals, end = _status_texts(language), plan.decimals, plan.time.end
    owner = group.key if view.group_by is GroupBy.OWNER else None
    for result, _, whole in group.entries:
        texts = _texts(result, decimals, statuses)
        if whole:
            texts[NAME] = entry_name(result, whole, language)
        if result.target.due == end:
            texts[DUE] = ""
        if result.target.owner == owner:
            texts[OWNER] = ""
        yield texts


def entry_name(result: Result, whole: Result | None, language: Language) -> str:
    """The name of a target; of a part that stands by itself together with its target's."""
    name = result.target.name
    return PART_OF.text(language, whole=whole.target.name, part=name) if whole else name


def owner_summary(group: Group, decimals: int, language: Language) -> str:
    """What one owner answers for comes to: counts, what lags, and the mean completion."""
    own = tally([entry.result for entry in group.own])
    counted = [cell.text for cell in counts(own.by_status, language)]
    lagging = [
        entry_name(entry.result, entry.whole, language) for entry in group.own if entry.result.status.lagging
    ]
    names = LAGGING_NAMES.text(language, names=words.LIST.text(language).join(lagging)) if lagging else ""
    return " · ".join(filter(None, [*counted, names, mean_text(own.mean, decimals, language)]))


def cells(result: Result, decimals: int, language: Language) -> dict[str, Cell]:
    """The cells of one target by column key."""
    return _toned(result, _texts(result, decimals, _status_texts(language)))


def _texts(result: Result, decimals: int, statuses: Mapping[Status, str]) -> list[str]:
    """What is said of one target, in the order of TEXT_COLUMNS."""
    target = result.target
    return [
        target.name,
        goal_text(target),
        actual_text(result),
        target.unit,
        rate_text(result, decimals),
        lead_text(result, decimals),
        statuses[result.status],
        target.owner,
        target.due.isoformat() if result.actual or target.goal is not None else "",
        target.id,
    ]


def _toned(result: Result, texts: list[str]) -> dict[str, Cell]:
    tone, plain = STATUSES[result.status].tone, Tone.PLAIN
    named = zip(TEXT_COLUMNS, texts, strict=True)
    found = {key: Cell(text, tone if key in TONED else plain) for key, text in named}
    return found | {"bar": Cell("", tone, bar(result)), "id": Cell(result.target.id, Tone.QUIET)}


def bar(result: Result) -> Bar | None:
    """How far a target is, and should be, if that can be drawn."""
    rate = result.completion_rate
    return None if rate is None else Bar(rate, result.pace)


@cache
def _status_texts(language: Language) -> dict[Status, str]:
    return {status: STATUSES[status].name.text(language) for status in Status}


def _group_heading(key: str, group_by: GroupBy | None, language: Language) -> str:
    """Under what a group stands."""
    match group_by:
        case None:
            return ""
        case GroupBy.GROUP:
            return key or UNGROUPED.text(language)
        case GroupBy.OWNER:
            return key or OWNERLESS.text(language)
        case GroupBy.STATUS:
            return STATUSES[Status(key)].name.text(language)
