"""The status of a plan in a terminal or a pipe."""

from collections.abc import Iterable, Iterator

from plan_tracker.formats.terminal.paper import QUIET, STRONG, Paper, Piece, Style
from plan_tracker.formats.width import width
from plan_tracker.reports.cells import Row
from plan_tracker.reports.status import StatusReport
from plan_tracker.wording import words
from plan_tracker.wording.status import BEYOND


def write(report: StatusReport[Row], out: Paper) -> None:
    """Writes title and totals, the table with its legend, what it leaves out, and the sums of sections."""
    for line in _lines([Piece(report.title, STRONG), Piece(report.as_of, STRONG)], Piece("  "), out.width):
        out.line(*line)
    counts = [Piece(count.text, Style(count.tone)) for count in report.counts]
    totals = [Piece(report.targets), *counts, *([Piece(report.mean)] if report.mean else [])]
    for line in _lines(totals, Piece(out.glyphs.between), out.width):
        out.line(*line)
    for remark in report.remarks:
        out.line(Piece(remark))
    out.line()
    if not report.table.sections:
        out.line(Piece(report.more))
        return
    shown = out.table(report.table)
    has_rates = any(column.key == "completion_rate" for column in report.table.columns)
    if has_rates and any(column.key == "bar" for column in shown):  # a bar of means has no pace
        out.line()
        out.line(Piece(_legend(report, out), QUIET))
    if report.more:
        out.line()
        out.line(Piece(report.more, STRONG))
    summaries = [section for section in report.table.sections if section.summary]
    if summaries:
        out.line()
    for section in summaries:
        out.line(Piece(out.glyphs.between.join([section.heading, *section.summary])))


def _legend(report: StatusReport[Row], out: Paper) -> str:
    """Tells what the letters of a bar mean."""
    glyphs = out.glyphs
    meanings = {glyphs.full: words.RATE, glyphs.mark: words.COLUMN["pace"], glyphs.beyond: BEYOND}
    return "  ".join(f"{glyph} {said.text(report.table.language)}" for glyph, said in meanings.items())


def _lines(pieces: Iterable[Piece], between: Piece, room: int | None) -> Iterator[list[Piece]]:
    """Puts as many pieces on a line as there is room for, with `between` between them; breaks none in two."""
    line: list[Piece] = []
    used = 0
    for piece in pieces:
        wanted = width(between.text) + width(piece.text)
        if line and room is not None and used + wanted > room:
            yield line
            line, used = [], 0
        if line:
            line.append(between)
        used += wanted if line else width(piece.text)
        line.append(piece)
    yield line
