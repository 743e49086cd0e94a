"""The outlook of a plan, or what would have been said of earlier years, in a terminal or a pipe."""

from collections.abc import Sequence

from plan_tracker.formats.terminal.paper import QUIET, STRONG, Paper, Piece
from plan_tracker.reports.cells import Column
from plan_tracker.reports.outlook import OutlookReport


def write(report: OutlookReport, out: Paper) -> None:
    """Writes the table, the totals of groups or the verdict, and which targets have no outlook."""
    out.line(Piece(f"{report.title}  {report.as_of}", STRONG))
    for remark in report.remarks:
        out.line(Piece(remark))
    shown: Sequence[Column] = ()
    if report.table.sections:
        out.line()
        shown = out.table(report.table)
    for text in filter(None, (*report.totals, report.verdict)):
        out.line(Piece(text))
    for text in filter(None, (*report.without, report.legend_of(shown))):
        out.line(Piece(text, QUIET))
