"""Writes to a pipe: plain text, each row of a table on one line, so that programs find it whole."""

from collections.abc import Sequence
from typing import TextIO

from plan_tracker.formats.terminal.bars import UNICODE, Glyphs, strokes
from plan_tracker.formats.terminal.layout import Layout, unfolded
from plan_tracker.formats.terminal.paper import Piece
from plan_tracker.formats.width import padded
from plan_tracker.reports.cells import Column, Row, Section, Table


class Pipe:
    """A pipe or file; its lines may have any length."""

    width: int | None = None

    def __init__(self, out: TextIO, glyphs: Glyphs = UNICODE) -> None:
        self._out, self.glyphs = out, glyphs

    def line(self, *pieces: Piece, indent: str = "") -> None:
        """Writes a line of text."""
        self._out.write(f"{indent}{''.join([piece.text for piece in pieces])}\n")

    def table(self, table: Table[Row]) -> Sequence[Column]:
        """Writes the columns of a table that are not empty, and returns them; it must have rows."""
        layout = unfolded(table, self.glyphs)
        heads = [
            padded([table.heading(each)], cells, right=each.right) for each, cells in layout.widths.items()
        ]
        self._write(heads, layout)
        for section in table.sections:
            if section.heading:
                self._out.write(f"{section.heading}\n")
            first, *others = layout.widths
            columns = [self._column(section, column, layout.widths[column]) for column in others]
            self._write([self._names(section, first, layout), *columns], layout)
        return list(layout.widths)

    def _write(self, columns: list[list[str]], layout: Layout) -> None:
        gap = " " * layout.gap
        self._out.writelines(f"{gap.join(texts).rstrip(' ')}\n" for texts in zip(*columns, strict=True))

    def _names(self, section: Section[Row], column: Column, layout: Layout) -> list[str]:
        indents, width = layout.indents(section, self.glyphs), layout.widths[column]
        cells = zip(section.rows, section.cells(column), strict=True)
        return padded([indents[row.depth] + cell.text for row, cell in cells], width, right=column.right)

    def _column(self, section: Section[Row], column: Column, width: int) -> list[str]:
        texts = [
            "".join(strokes(cell.bar, width, self.glyphs)) if cell.bar else cell.text
            for cell in section.cells(column)
        ]
        return padded(texts, width, right=column.right)
