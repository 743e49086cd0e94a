"""The status of a plan as neutral cells: text for people, a tone, a bar; formats only draw them."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker import figures, kinds
from plan_tracker.evaluation import LAGGING, Evaluation, Result, Status, mean_completion
from plan_tracker.exact import plain, shortest
from plan_tracker.language import Language
from plan_tracker.view import GroupBy, PartsShown, SortBy, View
from plan_tracker.wording import words
from plan_tracker.wording.status import (
    COUNT,
    LEGEND,
    MEAN,
    OWNERLESS,
    SUM_BOUND,
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
    """One target, or one part of it, by column key."""

    result: Result
    cells: dict[str, Cell]


class Section(NamedTuple):
    """Rows under a heading (empty where there is none), and what they come to."""

    heading: str
    summary: str
    rows: tuple[Row, ...]


class StatusReport(NamedTuple):
    """Everything that `status` says. `counts` are the statuses that occur, with their number."""

    title: str
    as_of: str
    counts: tuple[Cell, ...]
    mean: str
    headings: dict[str, str]
    sections: tuple[Section, ...]
    legend: str


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
    headings = {key: words.COLUMN[key].text(language) for key in TABLE_COLUMNS if key not in ("bar", "lead")}
    headings |= {
        "bar": words.COLUMN["pace"].text(language),
        "lead": words.LEAD.text(language),
        "completion_rate": words.RATE.text(language),
    }
    return StatusReport(
        title=plan.title,
        as_of=as_of_text(evaluation, language),
        counts=counts(evaluation, language),
        mean=mean_text(evaluation.results, plan.decimals, language),
        headings=headings,
        sections=sections(evaluation, language, view),
        legend=LEGEND.text(language),
    )


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


def sections(evaluation: Evaluation, language: Language, view: View) -> tuple[Section, ...]:
    """The targets asked for, under the headings asked for."""
    shown = arranged(evaluation, view)
    grouped: dict[str, list[Result]] = {}
    for result in shown:
        grouped.setdefault(_heading(result, view.group_by, language), []).append(result)
    decimals = evaluation.plan.decimals
    return tuple(
        Section(
            heading if len(grouped) > 1 else "",
            _section_summary(results, view, decimals, language),
            tuple(
                Row(each, cells(each, decimals, language))
                for result in results
                for each in (result, *parts_shown(result, view))
            ),
        )
        for heading, results in grouped.items()
    )


def arranged(evaluation: Evaluation, view: View) -> list[Result]:
    """The targets asked for in the order asked for; a target also stands for a part that is asked for."""
    asked = view.only
    shown = [
        result
        for result in evaluation.results
        if not asked or result.status in asked or any(part.status in asked for part in result.parts)
    ]
    match view.sort:
        case SortBy.FILE:
            return shown
        case SortBy.LEAD:
            return sorted(shown, key=lambda result: (result.lead is None, result.lead or 0))
        case SortBy.RATE:
            return sorted(shown, key=lambda r: (r.completion_rate is None, r.completion_rate or 0))


def parts_shown(result: Result, view: View) -> tuple[Result, ...]:
    """The parts that stand below their target."""
    match view.parts:
        case PartsShown.NONE:
            return ()
        case PartsShown.ALL:
            return result.parts
        case PartsShown.LAGGING:
            return result.parts if any(part.status in LAGGING for part in result.parts) else ()


def parts_asked(result: Result, view: View) -> tuple[Result, ...]:
    """The parts for machines, which want all of them unless none are asked for."""
    return () if view.parts is PartsShown.NONE else result.parts


def cells(result: Result, decimals: int, language: Language) -> dict[str, Cell]:
    """The cells of one target by column key."""
    target, actual, rate = result.target, result.actual, result.completion_rate
    tone = TONE[result.status]
    shown = figures.rate_and_pace(rate, result.pace, decimals)[0] if rate is not None else None
    return {
        "name": Cell(target.name),
        "goal": Cell(plain(target.goal) if target.goal is not None else ""),
        "actual": Cell(actual_text(result, language)),
        "unit": Cell(target.unit),
        "completion_rate": Cell(f"{plain(shown)}%" if shown is not None else "", tone),
        "bar": Cell("", tone, Bar(rate, result.pace) if rate is not None else None),
        "lead": Cell(lead_text(result, decimals), tone),
        "status": Cell(words.STATUS[result.status].text(language), tone),
        "owner": Cell(target.owner),
        "due": Cell(target.due.isoformat() if actual or target.goal is not None else ""),
        "id": Cell(target.id, Tone.QUIET),
    }


def actual_text(result: Result, language: Language) -> str:
    """The actual as typed; a sum that lacks something is shown as a bound."""
    if result.actual is None:
        return ""
    text = plain(result.actual.value)
    return SUM_BOUND.text(language, number=text) if result.is_bound else text


def lead_text(result: Result, decimals: int) -> str:
    """The lead in points; of a level to be held the difference to its goal, with its unit."""
    lead = result.lead
    if lead is not None:
        return f"{figures.signed(figures.lead(lead, decimals))}pp"
    difference = result.difference
    if difference is None or result.pace is not None:
        return ""
    unit = result.target.unit
    number = figures.signed(shortest(difference, figures.RATE_DIGITS))
    return f"{number}pp" if unit in kinds.PERCENT_UNITS and unit != "‰" else f"{number} {unit}".rstrip()


def _heading(result: Result, group_by: GroupBy | None, language: Language) -> str:
    match group_by:
        case None:
            return ""
        case GroupBy.GROUP:
            return result.target.group or UNGROUPED.text(language)
        case GroupBy.OWNER:
            return result.target.owner or OWNERLESS.text(language)
        case GroupBy.STATUS:
            return words.STATUS[result.status].text(language)


def _section_summary(results: list[Result], view: View, decimals: int, language: Language) -> str:
    if view.group_by is not GroupBy.OWNER:
        return ""
    number: dict[Status, int] = {}
    for result in results:
        number[result.status] = number.get(result.status, 0) + 1
    texts = [
        COUNT.text(language, status=words.STATUS[status].text(language), number=str(number[status]))
        for status in Status
        if status in number
    ]
    return " · ".join([*texts, *filter(None, [mean_text(results, decimals, language)])])
