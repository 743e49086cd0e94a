"""The report of `audit`: stated figures beside the data and, if one was read, beside a report's text."""

from collections.abc import Iterable, Mapping
from typing import Annotated, NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.audit import Finding, Verdict
from plan_tracker.questions.document.reading import Reading
from plan_tracker.reports.audit_figures import (
    computed_text,
    interval_text,
    mark_text,
    stated_text,
)
from plan_tracker.reports.cells import Cell, Column, PlainRow, Table, columns_of, plain_table
from plan_tracker.reports.document import sightings_table, uncovered_sentence, uncovered_table
from plan_tracker.reports.document import totals as reading_totals
from plan_tracker.reports.texts import as_of_text, full_name, names_of, with_unit
from plan_tracker.wording import audit as phrases
from plan_tracker.wording import words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.tones import Tone

TONE: dict[Verdict, Tone] = {
    Verdict.EXACT: Tone.GOOD,
    Verdict.ROUNDED: Tone.GOOD,
    Verdict.TRUNCATED: Tone.WARNING,
    Verdict.WITHIN: Tone.WARNING,
    Verdict.CAPPED: Tone.WARNING,
    Verdict.MISMATCH: Tone.BAD,
    Verdict.HOLDS: Tone.GOOD,
    Verdict.FALSE: Tone.BAD,
    Verdict.NOT_CHECKABLE: Tone.QUIET,
}


class FindingCells(NamedTuple):
    """One stated figure: a cell for each column."""

    name: Cell
    period: Annotated[Cell, Column(rank=4)]
    actual: Annotated[Cell, Column(right=True, rank=5)]
    goal: Annotated[Cell, Column(right=True, rank=3)]
    stated: Annotated[Cell, Column(heading=phrases.COLUMN["stated"], right=True)]
    computed: Annotated[Cell, Column(heading=phrases.COLUMN["computed"], right=True)]
    verdict: Annotated[Cell, Column(heading=phrases.COLUMN["verdict"])]
    note: Annotated[Cell, Column(rank=6)]


FINDING_COLUMNS = columns_of(FindingCells)


class Chapter(NamedTuple):
    """A table under a heading, and a sentence below it; both texts may be empty."""

    heading: str
    table: Table[PlainRow]
    sentence: str


class AuditReport(NamedTuple):
    """Everything that `audit` says: tables, each with its heading and the sentence below it."""

    title: str
    as_of: str
    chapters: tuple[Chapter, ...]


def audit_report(
    evaluation: Evaluation, findings: tuple[Finding, ...], reading: Reading | None, language: Language
) -> AuditReport:
    """Makes the report; `reading` is what was found in a report's text, if there is one."""
    names = names_of(evaluation)
    table = findings_table(findings, names, evaluation.plan.time, language)
    chapters = [Chapter("", table, totals(findings, language))]
    if reading:
        found, rest = sightings_table(reading, names, language), uncovered_table(reading, language)
        chapters += [
            Chapter(phrases.FOUND_IN.text(language), found, reading_totals(reading, language)),
            Chapter(phrases.UNCOVERED.text(language), rest, uncovered_sentence(reading, language)),
        ]
    return AuditReport(
        title=evaluation.plan.title, as_of=as_of_text(evaluation, language), chapters=tuple(chapters)
    )


def findings_table(
    findings: Iterable[Finding], names: Mapping[str, str], time: PlanTime, language: Language
) -> Table[PlainRow]:
    """Makes a table with a row for each stated figure; `names` has those of the targets by their ids."""
    rows = (PlainRow(finding_cells(finding, names, time, language)) for finding in findings)
    return plain_table(FINDING_COLUMNS, rows, language)


def totals(findings: tuple[Finding, ...], language: Language) -> str:
    """Tells how many stated figures there are, and how many are refused or cannot be checked."""
    if not findings:
        return phrases.NOTHING_STATED.text(language)
    return phrases.TOTALS.text(
        language,
        stated=str(len(findings)),
        failed=str(sum(finding.fails for finding in findings)),
        unchecked=str(sum(finding.verdict is Verdict.NOT_CHECKABLE for finding in findings)),
    )


def note(finding: Finding, language: Language) -> str:
    """Tells why a figure is refused or unchecked, what tolerance allows it, and which goal it implies."""
    texts = [phrases.REASON[finding.reason].text(language)] if finding.reason else []
    if mark := mark_text(finding):
        texts.append(phrases.DECIDES.text(language, mark=mark))
    texts.append(interval_text(finding, language))
    if implied := finding.implied:
        high = with_unit(implied.high, finding.target.unit)
        texts.append(phrases.IMPLIED.text(language, low=plain(implied.low), high=high))
    return words.SEMICOLON.text(language).join(filter(None, texts))


def tone_of(finding: Finding) -> Tone:
    """Returns how a verdict on a stated figure is to be taken; what the audit refuses is bad."""
    return Tone.BAD if finding.fails else TONE[finding.verdict]


def finding_cells(
    finding: Finding, names: Mapping[str, str], time: PlanTime, language: Language
) -> FindingCells:
    """Makes the cells of one stated figure."""
    target, actual = finding.target, finding.actual
    tone = tone_of(finding)
    return FindingCells(
        name=Cell(full_name(target, names, language)),
        period=Cell(period_text(finding.stated.period, time, language)),
        actual=Cell(with_unit(actual.value, target.unit) if actual else ""),
        goal=Cell(with_unit(target.goal, target.unit)),
        stated=Cell(stated_text(finding.stated, language)),
        computed=Cell(computed_text(finding, language)),
        verdict=Cell(phrases.VERDICT[finding.verdict].text(language), tone),
        note=Cell(note(finding, language), tone),
    )
