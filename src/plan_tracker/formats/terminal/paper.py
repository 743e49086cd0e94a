"""What the reports in a terminal are written on, a screen or a pipe; and pieces of text with a style."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from plan_tracker.formats.terminal.bars import Glyphs
from plan_tracker.reports.cells import Column, Row, Table
from plan_tracker.wording.tones import Tone


class Style(NamedTuple):
    """How a text is to look."""

    tone: Tone = Tone.PLAIN
    bold: bool = False
    underline: bool = False


_PLAIN, STRONG, QUIET = Style(), Style(bold=True), Style(Tone.QUIET)
HEADING = Style(bold=True, underline=True)


class Piece(NamedTuple):
    """A text and how it is to look."""

    text: str
    style: Style = _PLAIN


class Paper(Protocol):
    """A screen or a pipe, which take lines of text and tables."""

    @property
    def width(self) -> int | None:
        """How many cells a line may have; None if any number."""
        ...

    @property
    def glyphs(self) -> Glyphs:
        """The letters to draw with."""
        ...

    def line(self, *pieces: Piece, indent: str = "") -> None:
        """Writes one text made of pieces; if it is folded, each of its lines begins with the indent."""
        ...

    def table(self, table: Table[Row]) -> Sequence[Column]:
        """Writes a table, which must have rows, and returns the columns that it shows."""
        ...
