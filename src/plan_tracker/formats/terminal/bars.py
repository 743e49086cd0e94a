"""Draws bars that are filled by a completion rate and marked at the pace."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from plan_tracker.formats.terminal.styles import QUIET, STRONG, Style, rich_style
from plan_tracker.reports.cells import Bar
from plan_tracker.wording.tones import Tone

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement

NARROWEST, WIDEST = 8, 20
"""How many cells a bar takes at least and at most."""


class Glyphs(NamedTuple):
    """The letters that reports are drawn with.

    A bar is made of `full` cells, one of the `parts` (an empty cell, and cells filled in equal steps), the
    `track`, the `mark` of the pace, and an arrow `beyond` the goal. `part_of` stands before the name of a
    part, `between` between texts on one line.
    """

    full: str
    parts: str
    track: str
    mark: str
    beyond: str
    part_of: str
    between: str


UNICODE = Glyphs(full="█", parts=" ▏▎▍▌▋▊▉", track="·", mark="┃", beyond="▸", part_of="└ ", between=" · ")
ASCII = Glyphs(full="#", parts=" ", track=".", mark="|", beyond=">", part_of="- ", between=" - ")


@dataclass(frozen=True)
class PaceBar:
    """A bar that Rich can draw: filled by the rate, marked at the pace, with an arrow beyond the goal."""

    bar: Bar
    tone: Tone
    glyphs: Glyphs

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Draws the bar in colours, as wide as Rich has room for it."""
        from rich.segment import Segment

        toned = Style(self.tone)
        styles = (toned, QUIET, STRONG, toned, QUIET)
        for stroke, style in zip(strokes(self.bar, options.max_width, self.glyphs), styles, strict=True):
            yield Segment(stroke, console.get_style(rich_style(style)))

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        """Tells Rich how narrow and how wide the bar may be."""
        from rich.measure import Measurement

        return Measurement(min(NARROWEST, options.max_width), min(WIDEST, options.max_width))


def strokes(bar: Bar, width: int, glyphs: Glyphs) -> tuple[str, str, str, str, str]:
    """Returns a bar in five pieces: filled and empty before the mark, the mark, filled and empty behind it.

    The filling never reaches the mark, nor the end, unless the rate does.
    """
    whole, part = divmod(_filled_steps(bar, width * len(glyphs.parts)), len(glyphs.parts))
    cells = [glyphs.full] * whole + [glyphs.track] * (width - whole)
    if part:
        cells[whole] = glyphs.parts[part]
    if bar.rate > 1:
        cells[-1] = glyphs.beyond
    filled = whole + (part > 0)
    marked = _marked_cell(bar, width)
    return (
        "".join(cells[: min(filled, marked)]),
        "".join(cells[filled:marked]),
        glyphs.mark if marked < width else "",
        "".join(cells[marked + 1 : filled]),
        "".join(cells[max(filled, marked + 1) :]),
    )


def _filled_steps(bar: Bar, steps: int) -> int:
    over, under = bar.rate.as_integer_ratio()
    return steps if over >= under else max(0, over) * steps // under


def _marked_cell(bar: Bar, width: int) -> int:
    """Returns which cell the pace marks, counted from 0; where there is no pace the width, and so none."""
    if not bar.pace:
        return width
    over, under = bar.pace.as_integer_ratio()
    return min(width - 1, over * width // under)
