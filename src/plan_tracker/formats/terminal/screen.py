"""Writes to a screen by means of Rich: within its width, and in colours where they are wanted."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, TextIO, TypeAlias

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from plan_tracker.formats.terminal.bars import UNICODE, Glyphs, strokes
from plan_tracker.formats.terminal.folding import fold, fold_evenly
from plan_tracker.formats.terminal.layout import Layout, fitted, unfolded
from plan_tracker.formats.terminal.paper import HEADING, QUIET, STRONG, Piece, Style
from plan_tracker.reports.cells import Cell, Column, Row, Section, Table
from plan_tracker.wording.tones import Tone

Colors: TypeAlias = Literal["auto", "256"] | None
"""As many as the terminal has, 256, or none."""
_UNLIMITED = 1 << 20
_TRAILING = re.compile(" +$", re.MULTILINE)


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


class Screen:
    """A terminal with a width in cells; without one, a pipe that takes colours, where nothing is folded."""

    def __init__(self, out: TextIO, *, width: int | None, colors: Colors, glyphs: Glyphs = UNICODE) -> None:
        self._out, self.width, self.glyphs = out, width, glyphs
        self._console = Console(
            file=out,
            width=width or _UNLIMITED,
            color_system=colors,
            force_terminal=colors is not None,
            no_color=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def line(self, *pieces: Piece, indent: str = "") -> None:
        """Writes a text, folded to the width; each of its lines begins with the indent."""
        text, room = Text(indent), self._console.width - len(indent)
        for piece in pieces:
            text.append(f"\n{indent}".join(fold(piece.text, room)), _rich_style(piece.style))
        self._print(text)

    def table(self, table: Table[Row]) -> Sequence[Column]:
        """Writes the columns of a table that find room, and returns them; it must have rows."""
        if self.width is None:
            layout = unfolded(table, self.glyphs)
        else:
            layout = fitted(table, self.width, self.glyphs)
        head = _grid(layout)
        for_width = [_heading(table.heading(column), cells) for column, cells in layout.widths.items()]
        head.add_row(*[Text(heading, _rich_style(STRONG)) for heading in for_width])
        sections = (part for section in table.sections for part in self._section(section, layout))
        self._print(Group(head, *sections))
        return list(layout.widths)

    def _section(self, section: Section[Row], layout: Layout) -> Iterator[RenderableType]:
        """Returns a heading and a table for each section: in Rich no cell reaches across columns."""
        if section.heading:
            yield Text("\n".join(fold(section.heading, self._console.width)), _rich_style(HEADING))
        first, *others = layout.widths
        indents, width = layout.indents(section, self.glyphs), layout.widths[first]
        names = (
            _name(cell, indents[row.depth], width)
            for row, cell in zip(section.rows, section.cells(first), strict=True)
        )
        columns = (
            [self._field(cell, layout.widths[column]) for cell in section.cells(column)] for column in others
        )
        rows = _grid(layout)
        for fields in zip(names, *columns, strict=True):
            rows.add_row(*fields)
        yield rows

    def _field(self, cell: Cell, width: int) -> Text:
        """Returns a text, folded to the width of its column, or a bar of that width."""
        if cell.bar:
            toned = Style(cell.tone)
            styles = map(_rich_style, (toned, QUIET, STRONG, toned, QUIET))
            return Text.assemble(*zip(strokes(cell.bar, width, self.glyphs), styles, strict=True))
        return Text("\n".join(fold_evenly(cell.text, width)), _style_of(cell))

    def _print(self, renderable: RenderableType) -> None:
        """Writes without blanks at line ends; not through Rich, which ends the process at a closed pipe."""
        with self._console.capture() as captured:
            self._console.print(renderable)
        self._out.write(_TRAILING.sub("", captured.get()))


def _heading(text: str, width: int) -> str:
    """Breaks a Chinese heading that is too wide before its brackets, not within the words there."""
    return text if cell_len(text) <= width else text.replace("（", "\n（")


def _name(cell: Cell, indent: str, width: int) -> Text:
    """Returns the text of the first column, whose lines are of about the same length and all indented."""
    blanks = cell_len(indent)
    lines = fold_evenly(cell.text, max(2, width - blanks))
    return Text(indent + f"\n{' ' * blanks}".join(lines), _style_of(cell))


def _style_of(cell: Cell) -> str:
    return _rich_style(Style(cell.tone, bold=cell.loud))


def _grid(layout: Layout) -> RichTable:
    """Returns a table of Rich with the columns of a layout, but without headings and rows."""
    grid = RichTable(box=None, show_header=False, pad_edge=False, padding=(0, layout.gap, 0, 0))
    for column, width in layout.widths.items():
        grid.add_column(width=width, justify="right" if column.right else "default", overflow="fold")
    return grid


@cache
def _rich_style(style: Style) -> str:
    """Returns a style in the words of Rich."""
    words = [COLORS[style.tone], "bold" if style.bold else "", "underline" if style.underline else ""]
    return " ".join(filter(None, words))
