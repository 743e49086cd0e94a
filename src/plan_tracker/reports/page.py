"""The report that is published as a web page: its texts, and the shares that its bars show."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Direction, Plan, Target
from plan_tracker.questions.check import Finding, Reason
from plan_tracker.reports import figures
from plan_tracker.reports.cells import Bar
from plan_tracker.reports.findings import sentence
from plan_tracker.reports.page_tables import (
    AuditLine,
    CourseChart,
    OutlookLine,
    audit_lines,
    course_charts,
    outlook_lines,
)
from plan_tracker.reports.periods import head_remarks
from plan_tracker.reports.status import StatusRow, mean_text, sections
from plan_tracker.reports.texts import as_of_text, full_name, with_unit
from plan_tracker.reports.view import PartsShown, View
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words
from plan_tracker.wording.status import COUNT
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class Count(NamedTuple):
    """A status, how many targets have it, and the text that says so."""

    status: Status
    tone: Tone
    number: int
    text: str


class Line(NamedTuple):
    """One target or part; `number` is its place on the page, and the number of its note if it has one."""

    number: int
    is_part: bool
    name: str
    full_name: str
    details: tuple[str, ...]
    goal: str
    actual: str
    rate: str
    pace: str
    bar: Bar | None
    bar_text: str
    lead: str
    status: Status
    status_text: str
    tone: Tone
    has_note: bool


class Concern(NamedTuple):
    """A target that lags or is not reported: why, and who answers for it."""

    line: Line
    heading: str
    reason: str
    owner: str


class Group(NamedTuple):
    """The targets under one heading."""

    heading: str
    lines: tuple[Line, ...]
    has_goals: bool


class Note(NamedTuple):
    """The source of a target's figures, and the note on it."""

    line: Line
    source: str
    note: str


class Page(NamedTuple):
    """Everything on the page."""

    language: Language
    labels: dict[str, str]
    title: str
    as_of: str
    day: date
    summary: str
    counts: tuple[Count, ...]
    mean: str
    remarks: tuple[str, ...]
    concerns: tuple[Concern, ...]
    groups: tuple[Group, ...]
    outlook: tuple[OutlookLine, ...]
    charts: tuple[CourseChart, ...]
    audit: tuple[AuditLine, ...]
    notes: tuple[Note, ...]
    rules: tuple[str, ...]


def page(evaluation: Evaluation, language: Language, *, parts: bool = True) -> Page:
    """Makes the page in one language."""
    view = View(parts=PartsShown.ALL if parts else PartsShown.NONE)
    found, _ = sections(evaluation, language, view)
    numbered = enumerate((row for section in found for row in section.rows), start=1)
    lines = {id(row): _line(number, row, evaluation, language) for number, row in numbered}
    groups = tuple(
        Group(
            heading=section.heading,
            lines=tuple(lines[id(row)] for row in section.rows),
            has_goals=any(row.result.target.goal is not None for row in section.rows),
        )
        for section in found
    )
    rows = [(section.heading, row.result, lines[id(row)]) for section in found for row in section.rows]
    return Page(
        language=language,
        labels=_labels(language),
        title=evaluation.plan.title,
        as_of=as_of_text(evaluation, language),
        day=evaluation.as_of,
        summary=_summary(evaluation, language),
        counts=tuple(_counts(evaluation, language)),
        mean=mean_text(evaluation.mean_completion, evaluation.plan.decimals, language),
        remarks=head_remarks(evaluation, language),
        concerns=_concerns(rows, evaluation.plan, language),
        groups=groups,
        outlook=outlook_lines(evaluation, language, parts=parts),
        charts=course_charts(evaluation, language),
        audit=audit_lines(evaluation, language),
        notes=tuple(
            Note(line=line, source=result.target.source, note=result.target.note)
            for _, result, line in rows
            if line.has_note
        ),
        rules=tuple(phrase.text(language) for phrase in phrases.RULES),
    )


def _labels(language: Language) -> dict[str, str]:
    labels = {key: phrase.text(language) for key, phrase in phrases.HEADINGS.items()}
    headings = {key: label[:1].upper() + label[1:] for key, label in labels.items()}
    return headings | {key: phrase.text(language) for key, phrase in phrases.LABELS.items()}


def _summary(evaluation: Evaluation, language: Language) -> str:
    number = evaluation.by_status
    lagging = sum(number[status] for status in Status if status.lagging)
    text = (phrases.FEW_LAG if lagging else phrases.NONE_LAG).text(
        language,
        total=str(len(evaluation.results)),
        judged=str(sum(number[status] for status in Status if status.judged)),
        lagging=str(lagging),
    )
    parts = sum(_needs_attention(part.status) for result in evaluation.results for part in result.parts)
    return (
        text
        if not parts
        else phrases.SENTENCES.text(
            language, first=text, second=phrases.LAGGING_PARTS.text(language, number=str(parts))
        )
    )


def _needs_attention(status: Status) -> bool:
    return status.lagging or status is Status.NOT_REPORTED


def _counts(evaluation: Evaluation, language: Language) -> Iterator[Count]:
    for status, number in evaluation.by_status.items():
        if number:
            text = COUNT.text(language, status=STATUSES[status].name.text(language), number=str(number))
            yield Count(status=status, tone=STATUSES[status].tone, number=number, text=text)


def _concerns(rows: list[tuple[str, Result, Line]], plan: Plan, language: Language) -> tuple[Concern, ...]:
    """Returns the targets that need attention, the worst first."""
    worst = [row for row in rows if _needs_attention(row[1].status)]
    worst.sort(key=lambda row: (row[1].status.rank, row[1].lead or 0))
    return tuple(
        Concern(
            line=line,
            heading=heading,
            reason=sentence(Finding(result, Reason.STATUS, fails=True), plan, language),
            owner=words.OWNER.text(language, owner=result.target.owner) if result.target.owner else "",
        )
        for heading, result, line in worst
    )


def _line(number: int, row: StatusRow, evaluation: Evaluation, language: Language) -> Line:
    result, cells = row.result, row.cells
    target, rate = result.target, cells.completion_rate.text
    pace = _pace_text(result, evaluation.plan.decimals)
    return Line(
        number=number,
        is_part=row.depth > 0,
        name=cells.name.text,
        full_name=full_name(target, evaluation.plan, language),
        details=tuple(_details(target, evaluation, language)),
        goal=goal_text(target, language),
        actual=_actual_text(result),
        rate=rate,
        pace=phrases.PACE.text(language, pace=pace) if pace else "",
        bar=cells.bar.bar,
        bar_text=_bar_text(result, rate, pace, language),
        lead=row.cells.lead.text,
        status=result.status,
        status_text=cells.status.text,
        tone=STATUSES[result.status].tone,
        has_note=bool(target.source or target.note),
    )


def _details(target: Target, evaluation: Evaluation, language: Language) -> Iterator[str]:
    """Yields what is special about a target, in the order in which readers ask; of a part only its owner."""
    if target.parent is not None:
        yield from filter(None, [target.owner])
        return
    if target.owner:
        yield words.OWNER.text(language, owner=target.owner)
    if target.stage:
        yield phrases.STAGE.text(language, stage=target.stage)
    if target.baseline is not None:
        yield phrases.BASELINE.text(language, figure=with_unit(target.baseline, target.unit))
    if target.start != evaluation.plan.time.start:
        yield phrases.FROM.text(language, day=words.day_text(target.start, language))
    if target.due != evaluation.plan.time.end:
        yield phrases.DUE.text(language, day=words.day_text(target.due, language))
    if target.binding is not None:
        yield (words.COLUMN["binding"] if target.binding else phrases.INDICATIVE).text(language)


def goal_text(target: Target, language: Language) -> str:
    """Writes the goal with its unit, and a sign if it must not be exceeded."""
    if target.goal is None:
        return ""
    text = with_unit(target.goal, target.unit)
    return phrases.AT_MOST.text(language, figure=text) if target.direction is Direction.AT_MOST else text


def _actual_text(result: Result) -> str:
    if result.actual is None:
        return ""
    text = with_unit(result.actual.value, result.target.unit)
    return f"≥{text}" if result.is_bound else text


def _pace_text(result: Result, decimals: int) -> str:
    if result.completion_rate is None or result.pace is None:
        return ""
    pace = figures.rate_and_pace(result.completion_rate, result.pace, decimals)[1]
    return "" if pace is None else f"{plain(pace)}%"


def _bar_text(result: Result, rate: str, pace: str, language: Language) -> str:
    if kinds.is_cap(result.target):
        phrase = phrases.CAP_WITH_PACE if pace else phrases.CAP
    else:
        phrase = phrases.BAR_WITH_PACE if pace else phrases.BAR
    return phrase.text(language, rate=rate, pace=pace) if rate else ""
