"""How texts look in a terminal: in the colour of their tone, bold or underlined."""

from functools import cache
from typing import NamedTuple

from plan_tracker.wording.tones import Tone

COLORS: dict[Tone, str] = {
    Tone.GOOD: "color(28)",
    Tone.WARNING: "color(130)",
    Tone.BAD: "bold color(196)",
    Tone.QUIET: "color(243)",
    Tone.PLAIN: "",
}
"""Green, brown, red and grey that can be read on white and on black; the terminal's own yellow cannot.

Where there are only 16 colours Rich takes the nearest.
"""


class Style(NamedTuple):
    """How a text is to look."""

    tone: Tone = Tone.PLAIN
    bold: bool = False
    underline: bool = False


PLAIN, STRONG, QUIET = Style(), Style(bold=True), Style(Tone.QUIET)
HEADING = Style(bold=True, underline=True)


class Piece(NamedTuple):
    """A text and how it is to look."""

    text: str
    style: Style = PLAIN


@cache
def rich_style(style: Style) -> str:
    """Returns a style in the words of Rich."""
    words = [COLORS[style.tone], "bold" if style.bold else "", "underline" if style.underline else ""]
    return " ".join(filter(None, words))
