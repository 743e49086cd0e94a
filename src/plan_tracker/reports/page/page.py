"""The page before any format: its texts, the shares that its bars show, and what readers can filter by."""

from collections.abc import Mapping
from operator import attrgetter
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.reports.arrangement import families, parts_to_read
from plan_tracker.reports.attention import needing_attention, needs_attention, summary_text
from plan_tracker.reports.audit import AuditedCells
from plan_tracker.reports.cells import Section
from plan_tracker.reports.findings import owner_text, sentence
from plan_tracker.reports.meter import Meter
from plan_tracker.reports.page.courses import CourseChart, course_charts
from plan_tracker.reports.page.lines import Index, Line, index, line
from plan_tracker.reports.page.tables import Listing, OutlookLine, audit_lines, listing, outlook_lines
from plan_tracker.reports.status import Count, status_report
from plan_tracker.reports.status_rows import StatusRow
from plan_tracker.reports.view import View
from plan_tracker.wording import page as phrases
from plan_tracker.wording.statuses import status_text

_LARGE = 500
"""A page with more targets and parts than this shows what needs attention, and folds the rest."""

_WORST = 100
"""How many lines each list beside the targets has on a large page."""


class Concern(NamedTuple):
    """A target that lags or is not reported: why, and who answers for it."""

    line: Line
    heading: str
    reason: str
    owner: str


class Group(NamedTuple):
    """The targets under one heading: those that are shown at once, and those that are folded."""

    heading: str
    lines: tuple[Line, ...]
    folded: tuple[Line, ...]
    fold: str
    has_goals: bool
    grows: bool


class Note(NamedTuple):
    """The source of a target's figures, and the note on it."""

    line: Line
    source: str
    note: str


class Choice(NamedTuple):
    """One value of a field by which the page is filtered or sorted, and its text."""

    value: str
    text: str


class Choices(NamedTuple):
    """What the page can be filtered and sorted by; empty where there is nothing to choose."""

    status: tuple[Choice, ...]
    owner: tuple[Choice, ...]
    group: tuple[Choice, ...]
    sort: tuple[Choice, ...]
    shown: str


class Page(NamedTuple):
    """Everything on the page; a `large` page is written in a terser form.

    Where it `grows`, a target has a figure of the year before to be compared with.
    """

    language: Language
    labels: dict[str, str]
    title: str
    as_of: str
    large: bool
    grows: bool
    summary: str
    counts: tuple[Count, ...]
    mean: str
    remarks: tuple[str, ...]
    choices: Choices
    concerns: Listing[Concern]
    groups: tuple[Group, ...]
    outlook: Listing[OutlookLine]
    charts: Listing[CourseChart]
    audit: Listing[AuditedCells]
    notes: tuple[Note, ...]
    rules: tuple[str, ...]


def page(evaluation: Evaluation, language: Language, *, parts: bool = True, meter: Meter = iter) -> Page:
    """Makes the page in one language; each line passes through the meter."""
    view = View(parts=parts_to_read(evaluation, wanted=parts))
    report = status_report(evaluation, language, view)
    found = report.table.sections
    rows = [row for section in found for row in section.rows]
    known, large = index(evaluation, rows), len(rows) > _LARGE
    lines = {
        id(row): line(number, row, evaluation, known, language, noted=not large)
        for number, row in enumerate(meter(rows), start=1)
    }
    most = _WORST if large else None
    worst = needing_attention(
        ((section.heading, row) for section in found for row in section.rows), lambda each: each[1].result
    )
    concerns = (_concern(heading, row, lines[id(row)], evaluation, language) for heading, row in worst[:most])
    return Page(
        language=language,
        labels=_labels(language),
        title=report.title,
        as_of=report.as_of,
        large=large,
        grows=any(each.growth for each in lines.values()),
        summary=summary_text(evaluation, language),
        counts=report.counts,
        mean=report.mean,
        remarks=report.remarks,
        choices=_choices(evaluation, found, known, language),
        concerns=listing(concerns, len(worst), phrases.WORST_BELOW, language),
        groups=tuple(_group(section, lines, language, large=large) for section in found),
        outlook=outlook_lines(evaluation, language, parts=parts, most=most),
        charts=course_charts(evaluation, language, most=most),
        audit=audit_lines(evaluation, known.names, language, most=most),
        notes=tuple(
            Note(line=lines[id(row)], source=row.result.target.source, note=row.result.target.note)
            for row in rows
            if lines[id(row)].has_note
        ),
        rules=tuple(phrase.text(language) for phrase in phrases.RULES),
    )


def _labels(language: Language) -> dict[str, str]:
    labels = {key: phrase.text(language) for key, phrase in phrases.HEADINGS.items()}
    headings = {key: label[:1].upper() + label[1:] for key, label in labels.items()}
    return headings | {key: phrase.text(language) for key, phrase in phrases.LABELS.items()}


def _choices(
    evaluation: Evaluation, found: tuple[Section[StatusRow], ...], known: Index, language: Language
) -> Choices:
    """Names what the page can be filtered by; groups are numbered as they stand, owners as in the lines."""
    every = [row.result for section in found for row in section.rows]
    shown = {each.status for each in every if each.target.is_summed}
    statuses = {status.value: status_text(status, language) for status in Status if status in shown}
    owners = {str(number): owner for owner, number in known.owners.items()}
    groups = {str(number): section.heading for number, section in enumerate(found, start=1)}
    rows, targets = len(evaluation.results), len(evaluation.counted)  # differ where rows are sums over plans
    counted = phrases.SHOWN if rows == targets else phrases.SHOWN_SUMS
    return Choices(
        status=_options(statuses, language),
        owner=_options(owners, language),
        group=_options(groups, language),
        sort=tuple(
            Choice(value=sort, text=phrase.text(language)) for sort, phrase in phrases.SORTED_BY.items()
        ),
        shown=counted.text(language, shown="{shown}", total=str(rows)),
    )


def _options(texts: Mapping[str, str], language: Language) -> tuple[Choice, ...]:
    """Makes a choice of each value with its text, after "all"; none of fewer than two: that is no choice."""
    choices = [Choice(value=value, text=text) for value, text in texts.items()]
    return (Choice(value="", text=phrases.ANY.text(language)), *choices) if len(choices) > 1 else ()


def _concern(
    heading: str, row: StatusRow, shown: Line, evaluation: Evaluation, language: Language
) -> Concern:
    return Concern(
        line=shown,
        heading=heading,
        reason=sentence(row.result, evaluation.plan, language),
        owner=owner_text(row.result.target.owner, language),
    )


def _group(
    section: Section[StatusRow], lines: Mapping[int, Line], language: Language, *, large: bool
) -> Group:
    """Makes a group; on a large page a target is folded where neither it nor a part of it needs attention."""
    shown: list[list[StatusRow]] = []
    folded: list[list[StatusRow]] = []
    for family in families(section.rows, attrgetter("depth")):
        kept = not large or any(needs_attention(row.result) for row in family)
        (shown if kept else folded).append(family)
    return Group(
        heading=section.heading,
        lines=tuple(lines[id(row)] for family in shown for row in family),
        folded=tuple(lines[id(row)] for family in folded for row in family),
        fold=(phrases.FOLDED if shown else phrases.ALL_FOLDED).text(language, number=str(len(folded))),
        has_goals=any(row.result.target.goal is not None for row in section.rows),
        grows=any(lines[id(row)].growth for row in section.rows),
    )
