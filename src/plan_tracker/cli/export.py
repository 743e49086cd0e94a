"""`plan-tracker export`: writes progress for other programs and other people."""

import sys
from enum import StrEnum
from functools import partial
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.meter import Meter
from plan_tracker.cli.output import write_binary, write_text
from plan_tracker.cli.session import Session, open_plan
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.streams import exact
from plan_tracker.language import inserted, listed
from plan_tracker.problems import NotDone, printable
from plan_tracker.wording import usage
from plan_tracker.wording.documents import INSTALL, UNWRITTEN
from plan_tracker.wording.writing import NAME_A_FILE

if TYPE_CHECKING:
    from plan_tracker.judging.evaluation import Evaluation
    from plan_tracker.reports.status import StatusReport
    from plan_tracker.reports.status_rows import StatusRow


class ExportFormat(StrEnum):
    """How progress is exported."""

    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"


_OVER_TIME = frozenset({ExportFormat.CSV, ExportFormat.JSON, ExportFormat.XLSX})
"""Formats that have a row for each period."""

ENDINGS = {".md" if each is ExportFormat.MARKDOWN else f".{each}": each for each in ExportFormat}
"""The formats by how the names of their files end."""


def export(
    file: options.File = None,
    as_of: options.AsOf = None,
    output: options.Output = None,
    form: Annotated[ExportFormat | None, typer.Option("--format")] = None,
    *,
    excel: Annotated[bool, typer.Option("--excel")] = False,
    history: Annotated[bool, typer.Option("--history")] = False,
    no_parts: options.NoParts = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,  # noqa: ARG001 - of standard error only
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """Write progress as CSV, JSON, XLSX, HTML, Markdown or Word."""
    chosen = form or _by_ending(output)
    session = open_plan(file, strict=strict, as_of=as_of, skip_broken=skip_broken)
    if chosen is None:
        name = printable(output.name or str(output)) if output else ""
        say_format = inserted(usage.SAY_FORMAT, endings=listed(ENDINGS)).fill()
        is_folder = output is not None and output.is_dir()
        raise NotDone(usage.NO_ENDING.fill(file=name), NAME_A_FILE.fill() if is_folder else say_format)
    if chosen is ExportFormat.CSV:
        sys.stdout = exact(sys.stdout)  # a table for programs: its fields are what they are, in a log too
    if excel and chosen is not ExportFormat.CSV:
        hint = usage.PLAIN_XLSX.fill() if chosen is ExportFormat.XLSX else None
        raise NotDone(usage.ONLY_CSV.fill(format=chosen.value), hint)
    if history and chosen not in _OVER_TIME:
        raise NotDone(usage.NO_HISTORY.fill(format=chosen.value))
    _write(session, chosen, output, parts=not no_parts, excel=excel, history=history)
    return session.code


def _lines(evaluation: "Evaluation", *, parts: bool) -> int:
    """Counts the targets and parts that are shown."""
    from plan_tracker.judging.evaluation import descended

    return sum(1 for _ in descended(evaluation.results, parts=parts))


def _by_ending(output: Path | None) -> ExportFormat | None:
    """Returns the format by the end of a file's name; CSV for no file, and for a device."""
    if output is None:
        return ExportFormat.CSV
    from plan_tracker.editing.writing import is_device

    return ENDINGS.get(output.suffix.lower()) or (ExportFormat.CSV if is_device(output) else None)


def _write(
    session: Session, form: ExportFormat, output: Path | None, *, parts: bool, excel: bool, history: bool
) -> None:
    """Writes progress in one format; what others need is not loaded."""
    evaluation, language, inputs = session.evaluation, speaking(), session.file.inputs
    match form:
        case ExportFormat.CSV:
            from plan_tracker.reports.rows import Progress

            if excel:
                from plan_tracker.formats.excel_csv import write
            else:
                from plan_tracker.formats.csv import write
            rows = Progress(evaluation, language, parts=parts, over_time=history)
            write_text(output, inputs, partial(write, rows))
        case ExportFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects

            said = objects.history if history else objects.progress
            write_text(output, inputs, partial(as_json.write, said(evaluation, parts=parts)))
        case ExportFormat.XLSX:
            from plan_tracker.formats.xlsx import workbook as as_xlsx
            from plan_tracker.reports.workbook.book import book

            with Meter(2 * _lines(evaluation, parts=parts)) as meter:
                sheets = book(evaluation, language, parts=parts, history=history, meter=meter)
                write_binary(output, inputs, partial(as_xlsx.write, sheets, meter=meter))
        case ExportFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown

            write_text(output, inputs, partial(as_markdown.write, _annex(session, parts=parts)))
        case ExportFormat.HTML:
            from plan_tracker.formats import csv as as_csv
            from plan_tracker.formats.html import page as as_html
            from plan_tracker.reports.page.page import page
            from plan_tracker.reports.rows import Progress

            data = StringIO(newline="")
            as_csv.write(Progress(evaluation, language, parts=parts), data)
            with Meter(2 * _lines(evaluation, parts=parts)) as meter:
                report = page(evaluation, language, parts=parts, meter=meter)
                write_text(output, inputs, partial(as_html.write, report, data=data.getvalue(), meter=meter))
        case ExportFormat.DOCX:
            if find_spec("docx") is None:
                raise NotDone(UNWRITTEN.fill(), INSTALL.fill())
            from plan_tracker.formats.docx import document as as_docx

            write_binary(output, inputs, partial(as_docx.write, _annex(session, parts=parts)))


def _annex(session: Session, *, parts: bool) -> "StatusReport[StatusRow]":
    from plan_tracker.reports.annex import annex
    from plan_tracker.reports.arrangement import parts_to_read
    from plan_tracker.reports.view import View

    view = View(parts=parts_to_read(session.evaluation, wanted=parts))
    return annex(session.evaluation, speaking(), view)
