"""`plan-tracker outlook`: what is left, and whether the work already committed covers it."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from plan_tracker.cli.options import (
    AsciiOption,
    AsOfOption,
    Color,
    ColorOption,
    FileOption,
    LangOption,
    PartsOption,
    StrictOption,
)
from plan_tracker.cli.session import open_plan, parts_wanted, screen


class OutlookFormat(StrEnum):
    """How the outlook is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


def outlook(
    file: FileOption = None,
    as_of: AsOfOption = None,
    *,
    parts: PartsOption = None,
    form: Annotated[
        OutlookFormat, typer.Option("--format", help="Form of the output.")
    ] = OutlookFormat.TABLE,
    ascii_only: AsciiOption = False,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    strict: StrictOption = False,
) -> None:
    """Show what every open target still needs, worst first: remaining, required multiple, coverage."""
    session = open_plan(file, lang, strict=strict, as_of=as_of)
    shown = parts_wanted(parts=parts)
    match form:
        case OutlookFormat.TABLE:
            from plan_tracker.drawing import ASCII, UNICODE
            from plan_tracker.formats import outlook_table
            from plan_tracker.outlook_report import outlook_report

            report = outlook_report(session.evaluation, session.language, shown)
            glyphs = ASCII if ascii_only else UNICODE
            outlook_table.write(report, screen(color), glyphs)
        case OutlookFormat.JSON:
            from plan_tracker.formats import as_json

            as_json.write_outlook(session.evaluation, sys.stdout, parts=parts is not False)
        case OutlookFormat.MARKDOWN:
            from plan_tracker.formats import as_markdown
            from plan_tracker.outlook_report import outlook_report

            as_markdown.write_outlook(outlook_report(session.evaluation, session.language, shown), sys.stdout)
