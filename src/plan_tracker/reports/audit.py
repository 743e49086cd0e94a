"""The report of `audit`: stated figures beside the data and, if one was read, beside a report's text."""

from collections.abc import Iterable, Mapping
from typing import Annotated, NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.audit import Audited, AuditVerdict
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
from plan_tracker.reports.texts import as_of_text, figure_text, full_name, names_of, with_unit
from plan_tracker.wording import audit as phrases
from plan_tracker.wording import words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.tones import Tone

TONE: dict[AuditVerdict, Tone] = {
    AuditVerdict.EXACT: Tone.GOOD,
    AuditVerdict.ROUNDED: Tone.GOOD,
    AuditVerdict.TRUNCATED: Tone.WARNING,
    AuditVerdict.WITHIN: Tone.WARNING,
    AuditVerdict.CAPPED: Tone.WARNING,
    AuditVerdict.MISMATCH: Tone.BAD,
    AuditVerdict.HOLDS: Tone.GOOD,
    AuditVerdict.FALSE: Tone.BAD,
    AuditVerdict.NOT_CHECKABLE: Tone.QUIET,
}


class AuditedCells(NamedTuple):
    """One stated figure: a cell for each column."""

    name: Cell
    period: Annotated[Cell, Column(rank=4)]
    actual: Annotated[Cell, Column(right=True, rank=5)]
    goal: Annotated[Cell, Column(right=True, rank=3)]
    stated: Annotated[Cell, Column(heading=phrases.COLUMN["stated"], right=True)]
    computed: Annotated[Cell, Column(heading=phrases.COLUMN["computed"], right=True)]
    verdict: Annotated[Cell, Column(heading=phrases.COLUMN["verdict"])]
    note: Annotated[Cell, Column(rank=6)]


AUDITED_COLUMNS = columns_of(AuditedCells)


class AuditTable(NamedTuple):
    """A table under a heading, and a sentence below it; both texts may be empty."""

    heading: str
    table: Table[PlainRow]
    sentence: str


class AuditReport(NamedTuple):
    """Everything that `audit` says: tables, each with its heading and the sentence below it."""

    title: str
    as_of: str
    chapters: tuple[AuditTable, ...]


def audit_report(
    evaluation: Evaluation, audited_figures: tuple[Audited, ...], reading: Reading | None, language: Language
) -> AuditReport:
    """Makes the report; `reading` is what was found in a report's text, if there is one."""
    names = names_of(evaluation)
    table = audited_table(audited_figures, names, evaluation.plan.time, language)
    chapters = [AuditTable("", table, totals(audited_figures, language))]
    if reading:
        found, rest = sightings_table(reading, names, language), uncovered_table(reading, language)
        chapters += [
            AuditTable(phrases.FOUND_IN.text(language), found, reading_totals(reading, language)),
            AuditTable(phrases.UNCOVERED.text(language), rest, uncovered_sentence(reading, language)),
        ]
    return AuditReport(
        title=evaluation.plan.title, as_of=as_of_text(evaluation, language), chapters=tuple(chapters)
    )


def audited_table(
    audited_figures: Iterable[Audited], names: Mapping[str, str], time: PlanTime, language: Language
) -> Table[PlainRow]:
    """Makes a table with a row for each stated figure; `names` has those of the targets by their ids."""
    rows = (PlainRow(audited_cells(audited, names, time, language)) for audited in audited_figures)
    return plain_table(AUDITED_COLUMNS, rows, language)


def totals(audited_figures: tuple[Audited, ...], language: Language) -> str:
    """Tells how many stated figures there are, and how many are refused or cannot be checked."""
    if not audited_figures:
        return phrases.NOTHING_STATED.text(language)
    return phrases.TOTALS.text(
        language,
        stated=str(len(audited_figures)),
        failed=str(sum(audited.fails for audited in audited_figures)),
        unchecked=str(sum(audited.verdict is AuditVerdict.NOT_CHECKABLE for audited in audited_figures)),
    )


def note(audited: Audited, language: Language) -> str:
    """Tells why a figure is refused or unchecked, what tolerance allows it, and which goal it implies."""
    texts = [phrases.REASON[audited.reason].text(language)] if audited.reason else []
    if mark := mark_text(audited):
        texts.append(phrases.DECIDES.text(language, mark=mark))
    texts.append(interval_text(audited, language))
    if implied := audited.implied:
        high = with_unit(implied.high, audited.target.unit)
        texts.append(phrases.IMPLIED.text(language, low=plain(implied.low), high=high))
    return words.SEMICOLON.text(language).join(filter(None, texts))


def tone_of(audited: Audited) -> Tone:
    """Returns how a verdict on a stated figure is to be taken; what the audit refuses is bad."""
    return Tone.BAD if audited.fails else TONE[audited.verdict]


def audited_cells(
    audited: Audited, names: Mapping[str, str], time: PlanTime, language: Language
) -> AuditedCells:
    """Makes the cells of one stated figure."""
    target = audited.target
    tone = tone_of(audited)
    return AuditedCells(
        name=Cell(full_name(target, names, language)),
        period=Cell(period_text(audited.stated.period, time, language)),
        actual=Cell(figure_text(audited.actual, target.unit)),
        goal=Cell(with_unit(target.goal, target.unit)),
        stated=Cell(stated_text(audited.stated, language)),
        computed=Cell(computed_text(audited, language)),
        verdict=Cell(phrases.VERDICT[audited.verdict].text(language), tone),
        note=Cell(note(audited, language), tone),
    )
