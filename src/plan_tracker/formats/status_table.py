"""The status of a plan as a table in a terminal or a pipe."""

from rich.cells import cell_len

from plan_tracker.drawing import BAR, PLAIN, QUIET, STATUS, STRONG, DrawnLine, Glyphs, Style, draw
from plan_tracker.report import StatusReport
from plan_tracker.screen import Screen


def write(report: StatusReport, to: Screen, glyphs: Glyphs) -> None:
    """The status table with its title, counts and legend, within the width of the screen."""
    to.line(f"{report.title}  {report.as_of}", STRONG)
    counts: DrawnLine = []
    for cell in report.counts:
        counts += [(" · ", PLAIN)] * bool(counts) + [(cell.text, Style(cell.tone))]
    to.lines(_wrapped(counts, to.width))
    if report.mean:
        to.line(report.mean)
    if not report.sections:
        return
    to.line()
    drawing = draw(report.headings, report.sections, STATUS, to.width, glyphs)
    to.lines(drawing.lines)
    for section in report.sections:
        if section.summary:
            to.line(f"{section.heading} · {section.summary}")
    if BAR in drawing.columns:
        to.line(report.legend, QUIET)


def _wrapped(pieces: DrawnLine, width: int) -> list[DrawnLine]:
    """Pieces in lines that fit a width; a piece is not broken."""
    lines: list[DrawnLine] = [[]]
    used = 0
    for text, style in pieces:
        if used and used + cell_len(text) > width:
            lines.append([])
            used = 0
        lines[-1].append((text, style))
        used += cell_len(text)
    return lines
