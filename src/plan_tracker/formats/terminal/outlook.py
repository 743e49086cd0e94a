"""The outlook of a plan in a terminal or a pipe."""

from plan_tracker.formats.terminal.paper import QUIET, STRONG, Paper, Piece
from plan_tracker.reports.outlook import OutlookReport


def write(report: OutlookReport, out: Paper) -> None:
    """Writes the table, the totals of groups, and which targets have no outlook."""
    out.line(Piece(f"{report.title}  {report.as_of}", STRONG))
    if report.table.sections:
        out.line()
        out.table(report.table)
    for text in report.totals:
        out.line(Piece(text))
    for text in (*report.without, report.legend):
        out.line(Piece(text, QUIET))
