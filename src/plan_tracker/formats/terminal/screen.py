"""Where lines are written: a terminal, with its width and colours, or a pipe. Knows Rich's console."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from plan_tracker.formats.terminal.drawing import PLAIN, Drawing, DrawnLine, Style, text_of
from plan_tracker.formats.terminal.fitting import fold
from plan_tracker.wording.tones import Tone

if TYPE_CHECKING:
    from rich.console import Console

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

    def table(self, drawing: Drawing) -> None:
        """A table that was drawn for this width."""
        if self._console is None:  # text without styles costs a tenth
            self._out.writelines(text + "\n" for text in drawing.texts())
        else:
            self.lines(drawing.lines())

    def lines(self, lines: Iterable[DrawnLine]) -> None:
        """Lines of pieces that fit the width."""
        if self._console is None:
            self._out.writelines(text_of(line) + "\n" for line in lines)
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
        color_system="auto" if terminal else "256",
        no_color=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _words_of(style: Style) -> str:
    words = [COLORS[style.tone], "bold" if style.bold else "", "underline" if style.underline else ""]
    return " ".join(word for word in words if word) or "none"
