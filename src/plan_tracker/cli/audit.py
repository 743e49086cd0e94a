"""`plan-tracker audit`: compares stated figures with the data, and with a report's text."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.meter import Meter
from plan_tracker.cli.session import REFUSED, Session, open_plan
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.telling import note, paper

if TYPE_CHECKING:
    from plan_tracker.questions.audit import Audited
    from plan_tracker.questions.document.reading import Reading


def audit(
    file: options.File = None,
    as_of: options.AsOf = None,
    *,
    document: Annotated[Path | None, typer.Option("--document", metavar="REPORT")] = None,
    form: options.Form = options.TableFormat.TABLE,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,
    strict: options.Strict = False,
) -> int:
    """Compare each stated figure with the data and a report's text."""
    from plan_tracker.judging.collecting import Rollup
    from plan_tracker.questions.audit import audit as examine

    session = open_plan(file, strict=strict, as_of=as_of, folders=False)
    if isinstance(session.evaluation, Rollup):
        session = session._replace(evaluation=session.evaluation.own)  # with the sums of those it collects
    audited_figures = examine(session.evaluation)
    reading = None if document is None else _read(session, document)
    refused = any(audited.fails for audited in audited_figures) or (strict and reading and reading.missing)
    code = session.code or (REFUSED if refused else 0)
    _write(session, audited_figures, reading, form, color)
    return code


def _read(session: Session, path: Path) -> "Reading":
    from plan_tracker.questions.document.reading import read
    from plan_tracker.spreadsheets.documents.opening import open_document

    with Meter():
        opened = open_document(path)
        found = read(session.evaluation, opened.document)
    for message in opened.notes:
        note(message)
    return found


def _write(
    session: Session,
    audited_figures: "tuple[Audited, ...]",
    reading: "Reading | None",
    form: options.TableFormat,
    color: options.Color,
) -> None:
    """Writes the audit in the format asked for."""
    match form:
        case options.TableFormat.TABLE:
            from plan_tracker.formats.terminal import audit as as_table
            from plan_tracker.reports.audit import audit_report

            report = audit_report(session.evaluation, audited_figures, reading, speaking())
            as_table.write(report, paper(color))
        case options.TableFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects

            as_json.write(objects.audit(session.evaluation, audited_figures, reading), sys.stdout)
        case options.TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown
            from plan_tracker.reports.audit import audit_report

            report = audit_report(session.evaluation, audited_figures, reading, speaking())
            as_markdown.write(report, sys.stdout)
