"""What reports are written on: a screen or a pipe."""

from collections.abc import Sequence
from typing import Protocol

from plan_tracker.formats.terminal.bars import Glyphs
from plan_tracker.formats.terminal.styles import Piece
from plan_tracker.reports.cells import Column, Row, Table


class Paper(Protocol):
    """A screen or a pipe."""

    @property
    def width(self) -> int | None:
        """How many cells a line has; None where it may be as long as it is."""
        ...

    @property
    def glyphs(self) -> Glyphs:
        """What is drawn beside texts."""
        ...

    def line(self, *pieces: Piece, indent: str = "") -> None:
        """Writes a text, folded where the width asks for it; each of its lines begins with the indent."""
        ...

    def table(self, table: Table[Row]) -> Sequence[Column]:
        """Writes a table that has rows; the columns that found room."""
        ...
