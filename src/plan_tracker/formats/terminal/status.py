"""The status of a plan as a table in a terminal or a pipe."""

from plan_tracker.formats.terminal.columns import BAR, STATUS
from plan_tracker.formats.terminal.drawing import (
    PLAIN,
    QUIET,
    STRONG,
    DrawnLine,
    Glyphs,
    Piece,
    Style,
    draw,
)
from plan_tracker.formats.terminal.fitting import fold, wide
from plan_tracker.formats.terminal.screen import Screen
from plan_tracker.reports.status import StatusReport


def write(report: StatusReport, to: Screen, glyphs: Glyphs) -> None:
    """The status table, if there is any row, with its title, totals and legend."""
    title = f"{report.title}  {report.as_of}"
    for text in [title] if wide(title) <= to.width else [report.title, report.as_of]:
        to.line(text, STRONG)
    counts = [(cell.text, Style(cell.tone)) for cell in report.counts]
    mean = [(report.mean, PLAIN)] if report.mean else []
    to.lines(_wrapped([(report.targets, PLAIN), *counts, *mean], to.width, glyphs.between))
    to.line()
    if not report.sections:
        to.line(report.more)
        return
    table = draw(report.headings, report.sections, STATUS, to.width, glyphs)
    to.table(table)
    if BAR in table.columns:
        rate, pace, beyond = report.legend
        to.line()
        to.line(f"{glyphs.full} {rate}  {glyphs.mark} {pace}  {glyphs.beyond} {beyond}", QUIET)
    if report.more:
        to.line()
        to.line(report.more, STRONG)
    summaries = [section for section in report.sections if section.summary]
    if summaries:
        to.line()
    for section in summaries:
        to.line(f"{section.heading}{glyphs.between}{section.summary}")


def _wrapped(pieces: list[Piece], width: int, between: str) -> list[DrawnLine]:
    """Pieces with something between them, in lines that fit a width; a piece is broken only if it must be."""
    lines: list[DrawnLine] = [[]]
    used = 0
    for text, style in pieces:
        for part in fold(text, width):
            if used and used + len(between) + wide(part) > width:
                lines.append([])
                used = 0
            if used:
                lines[-1].append((between, PLAIN))
                used += len(between)
            lines[-1].append((part, style))
            used += wide(part)
    return lines
