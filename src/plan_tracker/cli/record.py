"""`plan-tracker record`: writes actuals into the plan file."""

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO

import typer

from plan_tracker.cli.completion import target_ids
from plan_tracker.cli.meter import Meter
from plan_tracker.cli.options import FileOption, LangOption
from plan_tracker.cli.output import answering
from plan_tracker.cli.session import Failure, UsageFailure, colored_errors, failing, spoken, warn
from plan_tracker.cli.spreadsheets import ColumnOption, SheetOption, named_columns, open_sheets, tell_encoding
from plan_tracker.language import Language, Phrase
from plan_tracker.problems import PlanError, printable

if TYPE_CHECKING:
    from plan_tracker.editing.entries import Entry
    from plan_tracker.editing.recording import Recorded
    from plan_tracker.reading.plan_file import ParsedFile, PlanFile
    from plan_tracker.spreadsheets.headings import RowFault
    from plan_tracker.spreadsheets.reader import Sheet

TABLE_OR_FIGURE = Phrase(
    "give either a table, or ID PERIOD VALUE; with --from only PERIOD may follow",
    "请给出表格，或给出标识、报告期和数值；--from 之后只可再写报告期",
)
NO_OPTION = Phrase("there is no option `{text}`", "没有选项 `{text}`")
SAY_WHAT = Phrase("say which figure: record ID PERIOD VALUE", "请说明数据：record 标识 报告期 数值")
EXAMPLE = Phrase(
    "for instance: plan-tracker record projects H1 210", "例如：plan-tracker record projects H1 210"
)


def record(
    identity: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="The target; a part is projects/PART.", autocompletion=target_ids),
    ] = None,
    period: Annotated[str | None, typer.Argument(metavar="PERIOD", help="H1, Q3, M08, a date …")] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="The figure, as typed.")] = None,
    file: FileOption = None,
    *,
    revise: Annotated[bool, typer.Option("--revise", help="Replace a figure that is there already.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the change; write nothing.")] = False,
    table: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="TABLE", help="Many figures from CSV or XLSX; PERIOD may be given too."
        ),
    ] = None,
    column: ColumnOption = None,
    sheet: SheetOption = None,
    lang: LangOption = None,
) -> None:
    """Write one actual into the plan file, or many from a table."""
    from plan_tracker.editing.entries import entry_of

    language = spoken(lang) or Language.EN
    for given in (identity, period, value):
        if given and given.startswith("-") and not given[1:2].isdigit() and given[1:2] != ".":
            raise UsageFailure(NO_OPTION.fill(text=printable(given)), None, language)
    if table is not None:
        if period or value:
            raise UsageFailure(TABLE_OR_FIGURE.fill(), None, language)
        read = Table(open_sheets(table, sheet, language)[0], identity, named_columns(column, language))
        write_figures(read, file, lang, revise=revise, dry_run=dry_run)
    elif identity and period and value:
        write_figures(entry_of(identity, period, value), file, lang, revise=revise, dry_run=dry_run)
    else:
        raise UsageFailure(SAY_WHAT.fill(), EXAMPLE.fill(), language)


class Table(NamedTuple):
    """A table of figures, the period of those that name none, and what its columns are."""

    sheet: "Sheet"
    period: str | None
    columns: dict[str, str]


class RowsRefused(Exception):  # noqa: N818 - what is told is why rows are refused
    """Rows of a table that cannot be recorded, of so many figures."""

    def __init__(self, faults: Sequence["RowFault"], total: int) -> None:
        super().__init__()
        self.faults, self.total = sorted(faults, key=lambda fault: fault.row), total


def write_figures(
    figures: "Entry | Table", file: str | None, lang: Language | None, *, revise: bool, dry_run: bool
) -> None:
    """Writes figures into the plan, or shows what would be written, and says what they mean."""
    from plan_tracker.editing.recording import NotRecorded, NotValid, Recorded
    from plan_tracker.editing.saving import update
    from plan_tracker.editing.writing import NotWritten
    from plan_tracker.reading.places import located
    from plan_tracker.reading.plan_file import find, load_parsed
    from plan_tracker.spreadsheets.reader import NotASheet

    read: list[ParsedFile] = []

    def change(plan_file: "ParsedFile") -> Recorded:
        if isinstance(figures, Table) and not read:
            tell_encoding(figures.sheet, spoken(lang) or plan_file.plan.language)
        read[:] = [plan_file]
        if isinstance(figures, Table):
            return _record_table(plan_file, figures, revise=revise)
        return _record_one(plan_file, figures, revise=revise)

    path: Path | None = None
    try:
        path = find(file, os.environ, Path.cwd())
        recorded = change(load_parsed(path)) if dry_run else update(path, change)
    except PlanError as error:
        raise failing(error, lang) from None
    except NotValid as error:
        problems = located(read[0].name, error.text, error.problems)
        raise Failure(problems, spoken(lang) or read[0].plan.language) from None
    except NotRecorded as error:
        first = error.refused[0]
        raise UsageFailure(first.message, first.hint, spoken(lang) or read[0].plan.language) from None
    except RowsRefused as error:
        raise _refusal(error, figures, spoken(lang) or read[0].plan.language) from None
    except (NotASheet, NotWritten) as error:
        language = spoken(lang) or (read[0].plan.language if read else Language.EN)
        raise UsageFailure(error.message, error.hint, language) from None
    language, is_written = spoken(lang) or read[0].plan.language, recorded.text != read[0].text
    with answering(path, language) if is_written and not dry_run else nullcontext(sys.stdout) as out:
        _tell(read[0], recorded, out, language, dry_run=dry_run)


def _record_one(plan_file: "ParsedFile", entry: "Entry", *, revise: bool) -> "Recorded":
    from plan_tracker.editing.recording import record as write

    return write(plan_file, [entry], revise=revise)


def _record_table(plan_file: "ParsedFile", table: Table, *, revise: bool) -> "Recorded":
    """All figures of a table or, if any cannot be recorded, RowsRefused with all that cannot."""
    from plan_tracker.editing.recording import NotRecorded
    from plan_tracker.editing.recording import record as write
    from plan_tracker.spreadsheets.figures import entries_of
    from plan_tracker.spreadsheets.headings import RowFault

    with Meter(3 * len(table.sheet.rows)) as meter:
        intake = entries_of(table.sheet, plan_file.plan, table.period, table.columns, meter)
        entries, total = list(intake.entries), len(intake.entries) + len(intake.faults)
        try:
            recorded = write(plan_file, entries, revise=revise, keep_digits=True, meter=meter)
        except NotRecorded as error:
            more = [RowFault(intake.entries[each.entry], each.message, each.hint) for each in error.refused]
            raise RowsRefused([*intake.faults, *more], total) from None
    if intake.faults:
        raise RowsRefused(intake.faults, total)
    return recorded


def _refusal(error: RowsRefused, figures: "Entry | Table", language: Language) -> UsageFailure:
    """Tells every row that cannot be recorded; the failure says how many."""
    from plan_tracker.wording import sheets as phrases

    for fault in error.faults:
        text = fault.message.text(language)
        values = {
            "row": str(fault.row),
            "text": text,
            "hint": fault.hint.text(language) if fault.hint else "",
        }
        phrase = phrases.ROW_AND_HINT if fault.hint else phrases.ROW
        sys.stderr.write(phrase.text(language, **values) + "\n")
    file = figures.sheet.name if isinstance(figures, Table) else ""
    numbers = {"number": str(len(error.faults)), "total": str(error.total)}
    return UsageFailure(phrases.ROWS_REFUSED.fill(file=file, **numbers), None, language)


def _tell(old: "PlanFile", recorded: "Recorded", out: TextIO, language: Language, *, dry_run: bool) -> None:
    """What was written (or would be), and what it means."""
    from plan_tracker.formats.terminal.problems import write_problems
    from plan_tracker.reports.recording import meaning, notes
    from plan_tracker.wording import recording as phrases

    if recorded.problems:
        from plan_tracker.reading.places import located

        fresh = located(old.name, recorded.text, recorded.problems)
        write_problems(fresh, language, sys.stderr, color=colored_errors())
    if dry_run:
        out.write(_difference(old.name, old.text, recorded.text))
    out.writelines(line + "\n" for line in _changed(old.name, recorded, language))
    ids = [change.entry.id for change in recorded.changes]
    day = max((_day(old, change.entry.period) for change in recorded.changes), default=None)
    if day is not None and any(change.changes for change in recorded.changes):
        out.writelines(line + "\n" for line in meaning(old.plan, recorded.plan, ids, day, language))
        for note in notes(old.plan, recorded.plan, ids, day, language):
            warn(note, language)
    if dry_run:
        sys.stderr.write(phrases.WOULD.text(language) + "\n")


def _day(old: "PlanFile", label: str) -> date:
    period = old.plan.time.period(label)
    return period.last if period else old.plan.time.start


def _changed(file: str, recorded: "Recorded", language: Language) -> list[str]:
    from plan_tracker.wording import recording as phrases

    if len(recorded.changes) != 1:
        added = sum(change.old is None for change in recorded.changes)
        same = sum(not change.changes for change in recorded.changes)
        numbers = {"added": added, "same": same, "revised": len(recorded.changes) - added - same}
        values = {key: str(number) for key, number in numbers.items()}
        return [phrases.TOTALS.text(language, file=file, **values)]
    change = recorded.changes[0]
    entry = change.entry
    values = {"id": entry.id, "period": entry.period, "new": entry.figure}
    if change.old is None:
        return [phrases.WRITTEN.text(language, file=file, **values)]
    if not change.changes:
        return [phrases.UNCHANGED.text(language, **values)]
    return [phrases.REPLACED.text(language, file=file, old=change.old, **values)]


def _difference(file: str, old: str, new: str) -> str:
    from difflib import unified_diff

    lines = unified_diff(old.splitlines(), new.splitlines(), file, file, lineterm="", n=2)
    return "".join(f"{printable(line)}\n" for line in lines)
