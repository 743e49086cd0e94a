"""The audit in a terminal or a pipe."""

from plan_tracker.formats.terminal.paper import HEADING, QUIET, STRONG, Paper, Piece
from plan_tracker.reports.audit import AuditReport


def write(report: AuditReport, out: Paper) -> None:
    """Writes each table under its heading, and its sentence below it."""
    out.line(Piece(f"{report.title}  {report.as_of}", STRONG))
    for chapter in report.chapters:
        out.line()
        if chapter.heading:
            out.line(Piece(chapter.heading, HEADING))
        if chapter.table.sections:
            out.table(chapter.table)
        if chapter.sentence:
            out.line(Piece(chapter.sentence, QUIET))
