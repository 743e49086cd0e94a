"""What commands that read a spreadsheet share: their options, and opening it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from plan_tracker.cli.session import UsageFailure, note
from plan_tracker.language import Language
from plan_tracker.problems import printable

if TYPE_CHECKING:
    from plan_tracker.spreadsheets.reader import Sheet

ColumnOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="FIELD=HEADING", help="Name a column: --column goal=年度目标."),
]
SheetOption: TypeAlias = Annotated[
    str | None, typer.Option("--sheet", metavar="NAME", help="The sheet of a workbook; else its first.")
]


def named_columns(given: list[str] | None, language: Language) -> dict[str, str]:
    """The headings that the user gives to fields; raises UsageFailure for a field that there is not."""
    from plan_tracker.spreadsheets.headings import FIELDS
    from plan_tracker.wording import sheets as phrases

    columns: dict[str, str] = {}
    for text in given or ():
        field, equals, heading = text.partition("=")
        if not equals or not heading.strip() or field.strip() not in FIELDS:
            hint = phrases.NAME_COLUMN.fill(fields=", ".join(FIELDS))
            raise UsageFailure(phrases.BAD_COLUMN.fill(text=printable(text)), hint, language)
        columns[field.strip()] = heading.strip()
    return columns


def open_sheets(path: Path, sheet: str | None, language: Language) -> "tuple[Sheet, ...]":
    """The tables in a file; raises UsageFailure."""
    from plan_tracker.spreadsheets.reader import NotASheet, read_sheets

    try:
        return read_sheets(path, sheet)
    except NotASheet as error:
        raise UsageFailure(error.message, error.hint, language) from None


def tell_encoding(sheet: "Sheet", language: Language) -> None:
    """Says as what a text was read; the wrong guess shows in the names at once."""
    from plan_tracker.wording import sheets as phrases

    if sheet.encoding:
        note(phrases.READ_AS.text(language, file=sheet.name, encoding=sheet.encoding), language)
