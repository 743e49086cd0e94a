"""The outlook of a plan as a table in a terminal or a pipe."""

from plan_tracker.formats.terminal.columns import OUTLOOK
from plan_tracker.formats.terminal.drawing import QUIET, STRONG, Glyphs, draw
from plan_tracker.formats.terminal.screen import Screen
from plan_tracker.reports.outlook import OutlookReport


def write(report: OutlookReport, to: Screen, glyphs: Glyphs) -> None:
    """The outlook table, the totals of groups, and what has no outlook, within the width of the screen."""
    to.line(f"{report.title}  {report.as_of}", STRONG)
    if report.sections:
        to.line()
        to.table(draw(report.headings, report.sections, OUTLOOK, to.width, glyphs))
    for text in report.totals:
        to.line(text)
    for text in (*report.without, report.legend):
        to.line(text, QUIET)
