"""`plan-tracker export`: progress for other programs and other people."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from plan_tracker.cli.options import AsOfOption, FileOption, LangOption, NoPartsOption, StrictOption
from plan_tracker.cli.session import Session, UsageFailure, open_plan
from plan_tracker.language import Phrase
from plan_tracker.problems import printable

NO_ENDING = Phrase("no format is known for {file}", "无法从 {file} 得知格式")
SAY_FORMAT = Phrase(
    "end the name in {endings}, or give --format", "文件名请以 {endings} 结尾，或给出 --format"
)
CANNOT_WRITE = Phrase("{file} cannot be written: {reason}", "{file} 无法写入：{reason}")


class ExportFormat(StrEnum):
    """How progress is exported."""

    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


ENDINGS = {".csv": ExportFormat.CSV, ".json": ExportFormat.JSON, ".md": ExportFormat.MARKDOWN}


def export(
    file: FileOption = None,
    as_of: AsOfOption = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here; the ending says the format."),
    ] = None,
    form: Annotated[ExportFormat | None, typer.Option("--format", help="Format; CSV by default.")] = None,
    *,
    no_parts: NoPartsOption = False,
    lang: LangOption = None,
    strict: StrictOption = False,
) -> None:
    """Write progress as CSV, JSON or Markdown, to standard output or a file."""
    session = open_plan(file, lang, strict=strict, as_of=as_of)
    chosen = form or _by_ending(output, session)
    if output is None:
        _write(session, chosen, sys.stdout, parts=not no_parts)
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as out:
            _write(session, chosen, out, parts=not no_parts)
    except OSError as error:
        values = {"file": printable(str(output)), "reason": error.strerror or str(error)}
        raise UsageFailure(CANNOT_WRITE.fill(**values), None, session.language) from None


def _by_ending(output: Path | None, session: Session) -> ExportFormat:
    if output is None:
        return ExportFormat.CSV
    if (found := ENDINGS.get(output.suffix.lower())) is None:
        hint = SAY_FORMAT.fill(endings=", ".join(ENDINGS))
        raise UsageFailure(NO_ENDING.fill(file=printable(output.name)), hint, session.language)
    return found


def _write(session: Session, form: ExportFormat, out: TextIO, *, parts: bool) -> None:
    match form:
        case ExportFormat.CSV:
            from plan_tracker.formats import as_csv

            as_csv.write(session.evaluation, out, parts=parts)
        case ExportFormat.JSON:
            from plan_tracker.formats import as_json

            as_json.write(session.evaluation, out, parts=parts)
        case ExportFormat.MARKDOWN:
            from plan_tracker.formats import as_markdown
            from plan_tracker.report import status_report
            from plan_tracker.view import PartsShown, View

            view = View(parts=PartsShown.ALL if parts else PartsShown.NONE)
            as_markdown.write(status_report(session.evaluation, session.language, view), out)
