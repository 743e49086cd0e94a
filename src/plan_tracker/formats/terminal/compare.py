"""What changed between two versions of a plan, in a terminal or a pipe."""

from plan_tracker.formats.terminal.paper import STRONG, Paper, Piece, Style
from plan_tracker.reports.compare.report import CompareReport
from plan_tracker.wording.tones import Tone


def write(report: CompareReport, out: Paper) -> None:
    """Writes versions and counts, what was done to targets, how they stood and stand, and what is refused."""
    out.line(Piece(report.title, STRONG))
    for text in filter(None, (report.versions, *report.remarks, report.counts, report.nothing)):
        out.line(Piece(text))
    for table in (report.changes, report.standing):
        if table.sections:
            out.line()
            out.table(table)
    if report.refused:
        out.line()
        out.line(Piece(report.refused, Style(Tone.BAD)))
