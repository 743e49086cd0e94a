"""`plan-tracker import`: a plan from a spreadsheet."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli.options import LangOption
from plan_tracker.cli.output import answering, failing_in
from plan_tracker.cli.session import UsageFailure, note, spoken
from plan_tracker.cli.spreadsheets import ColumnOption, SheetOption, named_columns, open_sheets, tell_encoding
from plan_tracker.language import Language, Phrase
from plan_tracker.problems import printable

if TYPE_CHECKING:
    from plan_tracker.spreadsheets.importing.plan import Imported
    from plan_tracker.spreadsheets.reader import Sheet


def import_table(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="CSV, XLSX, XLS or ODS.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the plan here.")
    ] = None,
    *,
    title: Annotated[
        str | None, typer.Option("--title", help="Title of the plan; else the file's name.")
    ] = None,
    year: Annotated[
        int | None,
        typer.Option("--year", min=1900, max=2999, help="Year of the plan; else the table's."),
    ] = None,
    period: Annotated[
        str | None, typer.Option("--period", metavar="H1", help="Period of figures that name none.")
    ] = None,
    column: ColumnOption = None,
    sheet: SheetOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    lang: LangOption = None,
) -> None:
    """Make a plan of a table with names, units, goals and actuals."""
    from plan_tracker.editing.plan_text import plan_text
    from plan_tracker.spreadsheets.importing.plan import NotImported, Wish, import_drafts
    from plan_tracker.spreadsheets.importing.rows import read_drafts
    from plan_tracker.spreadsheets.reader import NotASheet
    from plan_tracker.wording import importing as phrases

    sheets = open_sheets(table, sheet, spoken(lang) or Language.EN)
    language = spoken(lang) or _language_of(sheets[0])
    tell_encoding(sheets[0], language)
    wish = Wish(
        title or table.stem, year, language.value if language is not Language.EN else None, table.name
    )
    try:
        drafts = read_drafts(sheets, named_columns(column, language), period)
        imported = import_drafts(drafts, wish)
    except (NotASheet, NotImported) as error:
        raise UsageFailure(error.message, error.hint, language) from None
    text = plan_text(imported.document, phrases.MADE.text(language, file=printable(table.name)))
    _tell(imported, language)
    if output is None:
        sys.stdout.write(text)
    else:
        write_plan(output, text, phrases.FORCE, language, force=force, inputs=[table])
        targets = imported.plan.targets
        numbers = {"targets": str(len(targets)), "parts": str(sum(len(each.parts) for each in targets))}
        with answering(output, language) as out:
            out.write(phrases.DONE.text(language, file=printable(str(output)), **numbers) + "\n")


def write_plan(
    path: Path, text: str, hint: Phrase, language: Language, *, force: bool, inputs: Iterable[Path] = ()
) -> None:
    """Writes a new plan file; raises UsageFailure, with a hint, where there is one already."""
    from plan_tracker.editing.saving import create
    from plan_tracker.wording import importing as phrases

    with failing_in(language):
        written = create(path, text, force=force, inputs=inputs)
    if not written:
        exists = phrases.EXISTS.fill(file=printable(str(path)))
        raise UsageFailure(exists, hint.fill(), language)


def _tell(imported: "Imported", language: Language) -> None:
    """What was taken for granted, and every row with what was not understood."""
    from plan_tracker.wording import sheets as phrases

    for message in imported.notes:
        note(message.text(language), language)
    for fault in imported.faults:
        hint = fault.hint.text(language) if fault.hint else ""
        values = {"row": str(fault.row), "text": fault.message.text(language), "hint": hint}
        sys.stderr.write((phrases.ROW_AND_HINT if hint else phrases.ROW).text(language, **values) + "\n")


def _language_of(sheet: "Sheet") -> Language:
    """Chinese if there is a Chinese letter among the first rows."""
    text = "".join(str(cell) for row in sheet.rows[:5] for cell in row)
    return Language.ZH if any("\u4e00" <= letter <= "\u9fff" for letter in text) else Language.EN
