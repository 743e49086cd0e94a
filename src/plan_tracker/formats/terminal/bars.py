"""Draws bars that are filled by a completion rate and marked at the pace."""

from functools import cache
from typing import NamedTuple

from plan_tracker.reports.cells import Bar

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


def strokes(bar: Bar, width: int, glyphs: Glyphs) -> tuple[str, str, str, str, str]:
    """Returns a bar in five pieces: filled and empty before the mark, the mark, filled and empty behind it.

    The filling never reaches the mark, nor the end, unless the rate does. Where the goal is reached, a mark
    in the last cell gives way to the filling or the arrow.
    """
    over, under = bar.rate_ratio
    steps = width * len(glyphs.parts)
    filled = steps if over >= under else max(0, over) * steps // under
    marked = width  # no cell is marked
    if bar.pace:
        pace_over, pace_under = bar.pace.as_integer_ratio()
        marked = min(width - 1, pace_over * width // pace_under)
        if over * pace_under < pace_over * under:
            filled = max(0, min(filled, marked * len(glyphs.parts) - 1))
    if over >= under and marked == width - 1:
        marked = width  # at the end stands whether the goal is reached: full, or beyond it
    return _strokes(filled, marked, width, glyphs, beyond=over > under)


@cache  # there are many more bars than fillings
def _strokes(
    steps: int, marked: int, width: int, glyphs: Glyphs, *, beyond: bool
) -> tuple[str, str, str, str, str]:
    """Returns the pieces of a bar with so many steps filled and this cell marked; or it goes `beyond`."""
    whole, part = divmod(steps, len(glyphs.parts))
    cells = [glyphs.full] * whole + [glyphs.track] * (width - whole)
    if part:
        cells[whole] = glyphs.parts[part]
    if beyond:
        cells[-1] = glyphs.beyond
    filled = whole + (part > 0)
    return (
        "".join(cells[: min(filled, marked)]),
        "".join(cells[filled:marked]),
        glyphs.mark if marked < width else "",
        "".join(cells[marked + 1 : filled]),
        "".join(cells[max(filled, marked + 1) :]),
    )
