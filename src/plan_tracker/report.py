"""The status of a plan as neutral cells: text for people, a tone, a bar; formats only draw them."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker import figures, kinds
from plan_tracker.arrangement import Entry, Group, groups, worst_of
from plan_tracker.evaluation import LAGGING, Evaluation, Result, Status, mean_completion
from plan_tracker.exact import DIGITS, plain, shortest
from plan_tracker.language import Language
from plan_tracker.plan import Target
from plan_tracker.tables import Direction
from plan_tracker.view import GroupBy, View
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


class Tone(StrEnum):
    """How a cell is to be taken, for colours; the words say it too."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    QUIET = "quiet"
    PLAIN = "plain"


TONE: dict[Status, Tone] = {
    Status.DONE: Tone.GOOD,
    Status.ON_PACE: Tone.GOOD,
    Status.SLIPPING: Tone.WARNING,
    Status.BEHIND: Tone.BAD,
    Status.MISSED: Tone.BAD,
    Status.NOT_REPORTED: Tone.WARNING,
    Status.NOT_DUE: Tone.QUIET,
    Status.NO_GOAL: Tone.QUIET,
}


class Bar(NamedTuple):
    """A completion rate to be drawn, and the pace to be marked on it, as shares."""

    rate: Fraction
    pace: Fraction | None


class Cell(NamedTuple):
    """A field of a table for people."""

    text: str
    tone: Tone = Tone.PLAIN
    bar: Bar | None = None


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


def status_report(evaluation: Evaluation, language: Language, view: View) -> StatusReport:
    """The status of a plan in one language, arranged as asked."""
    plan = evaluation.plan
    shown, left_out = sections(evaluation, language, view)
    return StatusReport(
        title=plan.title,
        as_of=as_of_text(evaluation, language),
        targets=TARGETS.text(language, number=str(len(evaluation.results))),
        counts=counts(evaluation, language),
        mean=mean_text(evaluation.results, plan.decimals, language),
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
    asked = [words.STATUS[status].text(language) for status in Status if status in view.only]
    return NOTHING_SHOWN.text(language, statuses=words.OR.text(language).join(asked))


def as_of_text(evaluation: Evaluation, language: Language) -> str:
    """For which day, and which period that ends on it, the plan is judged."""
    day = words.day_text(evaluation.as_of, language)
    if period := evaluation.plan.time.period_ending(evaluation.as_of):
        return words.AS_OF_PERIOD.text(language, day=day, period=period)
    return words.AS_OF.text(language, day=day)


def counts(evaluation: Evaluation, language: Language) -> tuple[Cell, ...]:
    """How many targets have each status that occurs."""
    return tuple(
        Cell(
            COUNT.text(language, status=words.STATUS[status].text(language), number=str(number)), TONE[status]
        )
        for status, number in evaluation.by_status.items()
        if number
    )


def mean_text(results: Iterable[Result], decimals: int, language: Language) -> str:
    """The mean completion and of how many targets, or an empty text where there is none."""
    mean, number = mean_completion(results)
    return (
        "" if mean is None else MEAN.text(language, mean=figures.percent(mean, decimals), number=str(number))
    )


def sections(evaluation: Evaluation, language: Language, view: View) -> tuple[tuple[Section, ...], int]:
    """The targets asked for, under the headings asked for, and how many rows are left out."""
    decimals, found = evaluation.plan.decimals, groups(evaluation, view)
    headed = len(found) > 1 or view.group_by is GroupBy.OWNER
    found, left_out = (found, 0) if view.limit is None else worst_of(found, view.limit, view.sort)
    shown = tuple(
        Section(
            _heading(group.key, view.group_by, language) if headed else "",
            owner_summary(group, decimals, language) if view.group_by is GroupBy.OWNER else "",
            tuple(
                Row(
                    entry.result,
                    cells(entry.result, decimals, language) | _here(entry, group, evaluation, view, language),
                    depth=int(entry.below),
                )
                for entry in group.entries
            ),
        )
        for group in found
    )
    return shown, left_out


def _here(
    entry: Entry, group: Group, evaluation: Evaluation, view: View, language: Language
) -> dict[str, Cell]:
    """The cells that depend on where a target stands: what its heading or the plan's end says is left out."""
    target = entry.result.target
    found = {"name": Cell(entry_name(entry.result, entry.whole, language))}
    if target.due == evaluation.plan.time.end:
        found["due"] = Cell("")
    if view.group_by is GroupBy.OWNER and target.owner == group.key:
        found["owner"] = Cell("")
    return found


def entry_name(result: Result, whole: Result | None, language: Language) -> str:
    """The name of a target; of a part that stands by itself together with its target's."""
    name = result.target.name
    return PART_OF.text(language, whole=whole.target.name, part=name) if whole else name


def owner_summary(group: Group, decimals: int, language: Language) -> str:
    """What one owner answers for comes to: counts, what lags, and the mean completion."""
    results = [entry.result for entry in group.own]
    number = Counter(result.status for result in results)
    counted = [
        COUNT.text(language, status=words.STATUS[status].text(language), number=str(number[status]))
        for status in Status
        if status in number
    ]
    lagging = [
        entry_name(entry.result, entry.whole, language)
        for entry in group.own
        if entry.result.status in LAGGING
    ]
    names = LAGGING_NAMES.text(language, names=words.LIST.text(language).join(lagging)) if lagging else ""
    return " · ".join(filter(None, [*counted, names, mean_text(results, decimals, language)]))


def cells(result: Result, decimals: int, language: Language) -> dict[str, Cell]:
    """The cells of one target by column key."""
    target, actual, rate = result.target, result.actual, result.completion_rate
    tone = TONE[result.status]
    return {
        "name": Cell(target.name),
        "goal": Cell(goal_text(target)),
        "actual": Cell(actual_text(result)),
        "unit": Cell(target.unit),
        "completion_rate": Cell(rate_text(result, decimals), tone),
        "bar": Cell("", tone, Bar(rate, result.pace) if rate is not None else None),
        "lead": Cell(lead_text(result, decimals), tone),
        "status": Cell(words.STATUS[result.status].text(language), tone),
        "owner": Cell(target.owner),
        "due": Cell(target.due.isoformat() if actual or target.goal is not None else ""),
        "id": Cell(target.id, Tone.QUIET),
    }


def goal_text(target: Target) -> str:
    """The goal as typed; one to stay under is shown as a limit, so that its rate is read as share used."""
    if target.goal is None:
        return ""
    return f"{'≤' if target.direction is Direction.AT_MOST else ''}{plain(target.goal)}"


def actual_text(result: Result) -> str:
    """The actual as typed; a sum that lacks something is shown as a bound."""
    return _bound(plain(result.actual.value), result) if result.actual else ""


def rate_text(result: Result, decimals: int) -> str:
    """The completion rate, rounded so that it does not contradict the pace beside it, or an empty text."""
    rate = result.completion_rate
    if rate is None:
        return ""
    return _bound(f"{plain(figures.rate_and_pace(rate, result.pace, decimals)[0])}%", result)


def lead_text(result: Result, decimals: int) -> str:
    """The lead in points; of a level to be held the difference to its goal, with its unit."""
    lead = result.lead
    if lead is not None:
        text = f"{figures.signed(figures.lead(lead, decimals))}pp"
        return _bound(text, result, "≤" if kinds.is_cap(result.target) else "≥")
    difference = result.difference
    if difference is None or result.pace is not None:
        return ""
    unit = result.target.unit
    number = figures.signed(shortest(difference, DIGITS))
    return f"{number}pp" if kinds.is_percent(unit) else f"{number} {unit}".rstrip()


def _bound(text: str, result: Result, sign: str = "≥") -> str:
    return f"{sign}{text}" if result.is_bound else text


def _heading(key: str, group_by: GroupBy | None, language: Language) -> str:
    match group_by:
        case None:
            return ""
        case GroupBy.GROUP:
            return key or UNGROUPED.text(language)
        case GroupBy.OWNER:
            return key or OWNERLESS.text(language)
        case GroupBy.STATUS:
            return words.STATUS[Status(key)].text(language)
