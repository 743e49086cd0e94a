"""`plan-tracker import`: makes a plan of a spreadsheet."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.meter import Meter
from plan_tracker.cli.output import answering
from plan_tracker.cli.speech import hear_anew, speaking
from plan_tracker.cli.spreadsheets import (
    ColumnOption,
    EncodingOption,
    PartialOption,
    SheetOption,
    YesOption,
    named_columns,
    open_table,
    tell_doubts,
    tell_faults,
    tell_understood,
)
from plan_tracker.cli.telling import tell
from plan_tracker.language import Language
from plan_tracker.problems import NotDone, printable

if TYPE_CHECKING:
    from plan_tracker.spreadsheets.files.opening import Source
    from plan_tracker.spreadsheets.importing.plan import Imported
    from plan_tracker.spreadsheets.importing.wanting import Wish

_FIRST_ROWS = 5
"""Rows whose letters show the language of a table."""


def import_table(
    table: Annotated[Path, typer.Argument(metavar="TABLE")],
    output: options.Output = None,
    *,
    title: options.Text = None,
    year: options.Year = None,
    period: Annotated[str | None, typer.Option("--period", metavar="H1")] = None,
    column: ColumnOption = None,
    sheet: SheetOption = None,
    encoding: EncodingOption = None,
    partial: PartialOption = False,
    yes: YesOption = False,
    dry_run: options.DryRun = False,
    force: options.Force = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
) -> None:
    """Make a plan from a table with names, units, goals and actuals."""
    from plan_tracker.cli.new_plan import status_command, write_plan
    from plan_tracker.editing.plan_text import plan_text
    from plan_tracker.spreadsheets.importing.wanting import Wish
    from plan_tracker.wording import importing as phrases
    from plan_tracker.wording import recording

    hear_anew(_language_in(table.name))
    source = open_table(table, sheet, encoding)
    hear_anew(_language_of(source))
    language = speaking()
    wish = Wish(
        year=year,
        period=period,
        columns=named_columns(column or ()),
        title=title,
        language=language.value if language is not Language.EN else None,
        named=table.name,
    )
    imported = _imported(source, wish, partial=partial, yes=yes)
    if dry_run:
        tell(recording.WOULD.fill())
        return
    made = phrases.MADE.text(language, file=printable(table.name), command=status_command(output))
    text = plan_text(imported.document, made)
    if output is None:
        sys.stdout.write(text)
        return
    write_plan(output, text, phrases.FORCE.fill(), force=force, inputs=[table])
    targets = imported.plan.targets
    counted = {"targets": str(len(targets)), "parts": str(sum(len(each.parts) for each in targets))}
    with answering(output) as out:
        out.write(phrases.DONE.text(language, file=printable(output), **counted) + "\n")


def _imported(source: "Source", wish: "Wish", *, partial: bool, yes: bool) -> "Imported":
    """Makes the plan and tells what was understood; raises NotDone for faults and doubts not accepted."""
    from plan_tracker.spreadsheets.importing.drafts import read_drafts
    from plan_tracker.spreadsheets.importing.plan import import_drafts
    from plan_tracker.spreadsheets.refusal import NotRead
    from plan_tracker.wording import importing as phrases

    with Meter():
        drafts = read_drafts(source, wish)
        account = drafts.account
        try:
            imported = import_drafts(drafts, wish)
        except NotRead:
            tell_faults(account.faults)
            raise
    tell_understood(account, source.file)
    tell_faults(account.faults)
    if account.faults and not partial:
        message = phrases.REFUSED.fill(file=source.file, number=str(len(account.faults)))
        raise NotDone(message, phrases.TAKE_THE_REST.fill())
    tell_doubts(account, source.file, yes=yes)
    return imported


def _language_of(source: "Source") -> Language:
    """Returns Chinese if there is a Chinese letter in the first rows."""
    from plan_tracker.spreadsheets.files.text import Fields

    content = source.content
    if isinstance(content, Fields):
        text = "".join(content.text.splitlines()[:_FIRST_ROWS])
    else:
        text = "".join(
            str(cell) for sheet in content.sheets for row in sheet.rows[:_FIRST_ROWS] for cell in row
        )
    return _language_in(text)


def _language_in(text: str) -> Language:
    """Returns Chinese if there is a Chinese letter in a text."""
    return Language.ZH if any("\u4e00" <= letter <= "\u9fff" for letter in text) else Language.EN
