"""Bars, filled by a completion rate and marked at the pace; and the glyphs that reports are drawn with."""

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
    """What is drawn beside texts: the pieces of a bar, what stands before a part's name, and between texts.

    `parts` are the fillings of a cell of the bar from empty on, in equal steps.
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
    """A bar as Rich draws it: filled by the rate, marked at the pace, ending in an arrow beyond the goal."""

    bar: Bar
    tone: Tone
    glyphs: Glyphs

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """The strokes in their colours, as wide as there is room."""
        from rich.segment import Segment

        toned = Style(self.tone)
        styles = (toned, QUIET, STRONG, toned, QUIET)
        for stroke, style in zip(strokes(self.bar, options.max_width, self.glyphs), styles, strict=True):
            yield Segment(stroke, console.get_style(rich_style(style)))

    def __rich_measure__(self, console: "Console", options: "ConsoleOptions") -> "Measurement":
        """From the narrowest to the widest bar, as far as there is room."""
        from rich.measure import Measurement

        return Measurement(min(NARROWEST, options.max_width), min(WIDEST, options.max_width))


def strokes(bar: Bar, width: int, glyphs: Glyphs) -> tuple[str, str, str, str, str]:
    """A bar in five pieces: filled and empty before the mark, the mark, filled and empty behind it.

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
    """The cell that the pace marks; the width, that is none, where there is no pace."""
    if not bar.pace:
        return width
    over, under = bar.pace.as_integer_ratio()
    return min(width - 1, over * width // under)
