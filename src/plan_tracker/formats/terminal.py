"""Writes reports to a terminal, or as plain text into a pipe. The only module that knows Rich's console."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from plan_tracker.compare_report import CompareReport, Line, line_text
from plan_tracker.drawing import (
    BAR,
    OUTLOOK,
    PLAIN,
    QUIET,
    STATUS,
    STRONG,
    DrawnLine,
    Glyphs,
    Style,
    draw,
    fold,
)
from plan_tracker.language import Language
from plan_tracker.outlook_report import OutlookReport
from plan_tracker.report import StatusReport, Tone

if TYPE_CHECKING:
    from rich.console import Console

COLORS: dict[Tone, str] = {
    Tone.GOOD: "green",
    Tone.WARNING: "yellow",
    Tone.BAD: "bold red",
    Tone.QUIET: "dim",
    Tone.PLAIN: "",
}
PIPE_WIDTH = 10_000


class Screen:
    """Where lines are written: `width` in cells; in colour if there is a console, else as plain text."""

    def __init__(self, out: TextIO, *, color: str, terminal: bool, width: int | None = None) -> None:
        coloured = color == "always" or (color == "auto" and terminal)
        self._out = out
        self._console = _console(out, terminal=terminal) if coloured else None
        if width is None and terminal:
            from shutil import get_terminal_size

            width = get_terminal_size().columns
        self.width = width or PIPE_WIDTH

    def line(self, text: str = "", style: Style = PLAIN) -> None:
        """One text, folded to the width."""
        self.lines([(part, style)] for part in fold(text, self.width))

    def lines(self, lines: Iterable[DrawnLine]) -> None:
        """Lines of pieces that fit the width."""
        if self._console is None:
            self._out.writelines("".join(text for text, _ in line) + "\n" for line in lines)
            return
        from rich.segment import Segment, Segments
        from rich.style import Style as RichStyle

        styles: dict[Style, RichStyle] = {}
        segments = []
        for line in lines:
            for text, style in line:
                if style not in styles:
                    styles[style] = RichStyle.parse(_words_of(style))
                segments.append(Segment(text, styles[style]))
            segments.append(Segment.line())
        self._console.print(Segments(segments), end="", soft_wrap=True)


def _console(out: TextIO, *, terminal: bool) -> "Console":
    from rich.console import Console

    return Console(
        file=out,
        force_terminal=True,
        color_system="auto" if terminal else "standard",
        no_color=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _words_of(style: Style) -> str:
    words = [COLORS[style.tone], "bold" if style.bold else "", "underline" if style.underline else ""]
    return " ".join(word for word in words if word) or "none"


def write_status(report: StatusReport, to: Screen, glyphs: Glyphs) -> None:
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


def write_outlook(report: OutlookReport, to: Screen, glyphs: Glyphs) -> None:
    """The outlook table, the totals of groups, and what has no outlook, within the width of the screen."""
    to.line(f"{report.title}  {report.as_of}", STRONG)
    if report.sections:
        to.line()
        to.lines(draw(report.headings, report.sections, OUTLOOK, to.width, glyphs).lines)
    for text in report.totals:
        to.line(text)
    for text in (*report.without, report.legend):
        to.line(text, QUIET)


def write_comparison(report: CompareReport, to: Screen) -> None:
    """What changed, one block per target, within the width of the screen."""
    to.line(report.title, STRONG)
    to.line(report.versions)
    for text in filter(None, (report.counts, report.nothing)):
        to.line(text)
    if report.settings:
        to.line()
        _write_changes(report.settings, report.language, to)
    for entry in report.entries:
        to.line()
        to.line(f"{entry.name} ({entry.id})", STRONG)
        _write_changes(entry.lines, report.language, to)
    if report.refused:
        to.line()
        to.line(report.refused, Style(Tone.BAD))


def _write_changes(changes: Iterable[Line], language: Language, to: Screen) -> None:
    for change in changes:
        text = line_text(change, language)
        to.lines([("  " + part, Style(change.tone, bold=change.loud))] for part in fold(text, to.width - 2))


def _wrapped(pieces: DrawnLine, width: int) -> list[DrawnLine]:
    """Pieces in lines that fit a width; a piece is not broken."""
    from rich.cells import cell_len

    lines: list[DrawnLine] = [[]]
    used = 0
    for text, style in pieces:
        if used and used + cell_len(text) > width:
            lines.append([])
            used = 0
        lines[-1].append((text, style))
        used += cell_len(text)
    return lines
