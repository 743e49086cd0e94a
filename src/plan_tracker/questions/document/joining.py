"""Joins the lines of a report into one text: torn words made whole, headings put aside, tables read."""

import re
from array import array
from collections import deque
from collections.abc import Container
from io import StringIO
from itertools import chain, pairwise
from typing import NamedTuple

from plan_tracker.questions.document import lines as line_kinds
from plan_tracker.questions.document.source import Document
from plan_tracker.questions.document.spelling import GAP, WIDE, WIDE_LETTER, closed, spelt
from plan_tracker.questions.document.tables import Cells, Table, row_text

_OTHER_UNITS = re.compile(r"单位 ?[:：]|\bunits?:", re.IGNORECASE)
"""A line that says so stands above another table."""

_ABOVE, _BETWEEN = 4, 3
"""How many lines above a table may be its headings and unit, and how many may separate two of its rows."""

CLAUSE_END = re.compile(
    rf"[。!?;\n]|\.(?:(?=[\"')\]”’]{{0,3}} [\"'(\[“‘]{{0,3}}[A-Z])|(?<=[^0-9 .]\.)(?=[{WIDE}]))"
)
"""Marks that end a part of a sentence."""


class Heading(NamedTuple):
    """A heading, and the place in the text before which it stood; `tears` says it stood within a sentence."""

    text: str
    line: int
    anchor: int
    tears: bool


class Joined:
    """The text made of a report's lines, which are read one by one."""

    def __init__(self, document: Document, units: Container[str]) -> None:
        self.starts, self.lines = array("q"), array("q")
        self.headings: list[Heading] = []
        self.tables: list[Table] = []
        self.cells = Cells(units)
        self._written, self._last, self._length = StringIO(), "", 0
        self._are_paragraphs = document.are_paragraphs
        self._above: deque[str] = deque(maxlen=_ABOVE)
        self._table: Table | None = None
        self._is_open = False  # whether the heads of the table had strokes only between them
        self._since_row = 0
        self._read(spelt(line_kinds.with_strokes(document.text)))

    def finished(self) -> str:
        """Returns the whole text."""
        self._end_table()
        for heading in self.headings:
            self._add(heading.text, heading.line, breaks=True)
        return self._written.getvalue() + self._last

    def _read(self, text: str) -> None:
        before = ""
        lines = (line.strip(" \t\n") for line in StringIO(text))
        for number, (line, after) in enumerate(pairwise(chain(lines, ("",))), start=1):
            if not line:
                if self._table and self._table.is_ruled:
                    self._end_table()
            elif line[0] == "|" or self._is_row(line, after):
                self._read_row(line, number, after)
            else:
                self._read_line(line, number, stands_alone=not before and not after)
            before = line

    def _is_row(self, line: str, after: str) -> bool:
        """Tells whether a line is a row that has strokes only between its cells: A | 5, above ---|---.

        Rows below it are so as well; a heading or an item of a list ends their table.
        """
        if "|" in line and self._is_open and self._table and self._table.is_ruled:
            return line_kinds.is_rule(line) or not line_kinds.is_block(line)
        return "|" in line and "|" in after and line_kinds.is_rule(after)

    def _read_line(self, line: str, number: int, *, stands_alone: bool) -> None:
        """Adds a line that is no row between strokes: a row by its gaps, a heading, or text."""
        if line_kinds.is_noise(line, stands_alone=stands_alone):
            return
        in_table = self._table is not None and not self._table.is_ruled
        if row := line_kinds.open_cells(line, self.cells, in_table=in_table):
            self._add_row([closed(cell) for cell in row], number, is_ruled=False)
            return
        is_over = self._since_row >= _BETWEEN or _OTHER_UNITS.search(line)
        if self._table and (self._table.is_ruled or is_over):
            self._end_table()
        self._since_row += 1
        if line_kinds.is_heading(line, stands_alone=stands_alone or self._are_paragraphs):
            self._above.append(line)
            tears = bool(self._last) and not self._are_paragraphs and not CLAUSE_END.fullmatch(self._last[-1])
            heading = closed(line_kinds.unmarked(line.lstrip("# ")))
            self.headings.append(Heading(text=heading, line=number, anchor=self._length, tears=tears))
            return
        self._above.append(line)
        breaks = self._are_paragraphs or line_kinds.is_item(line)
        self._add(closed(line_kinds.unmarked(line)), number, breaks=breaks)

    # --- tables

    def _read_row(self, line: str, number: int, after: str) -> None:
        if line_kinds.is_rule(line):
            if self._table:
                self._table.head_ends = True
            return
        first, *others = line_kinds.ruled_cells(line_kinds.unmarked(line.replace(GAP, " ")))
        cells = [self.cells.numbered(first), *others]
        cells = [cell if cell.isascii() else closed(cell) for cell in cells]  # most cells are ASCII
        is_ruled_off = line_kinds.is_rule(after)
        if is_ruled_off:
            self._is_open = line[0] != "|"
        self._add_row(cells, number, is_ruled=True, is_ruled_off=is_ruled_off)

    def _add_row(self, cells: list[str], number: int, *, is_ruled: bool, is_ruled_off: bool = False) -> None:
        if self._table and self._table.is_ruled is not is_ruled:
            self._end_table()
        if self._table is None:
            heads, above = ([], list(self._above)) if is_ruled else self._heads_above(cells)
            self._table = Table(self._length, heads, "\n".join(above), self.cells, is_ruled=is_ruled)
            self.tables.append(self._table)
        self._since_row = 0
        self._add(row_text(self._table.read(cells, is_ruled_off=is_ruled_off)), number, breaks=True)
        self._table.end = self._length

    def _heads_above(self, cells: list[str]) -> tuple[list[list[str]], list[str]]:
        """Returns the headings of a table without rules: the nearest line above with about as many words."""
        above = list(self._above)
        for at in range(len(above) - 1, -1, -1):
            words = [closed(each.strip()) for each in above[at].split(GAP if GAP in above[at] else None)]
            enough = len(words) > 1 and len(cells) - 1 <= len(words) <= len(cells) + 2
            if enough and self.cells.is_head(words):
                return [words], above[:at]
        return [], above

    def _end_table(self) -> None:
        if self._table:
            self._table = None
            self._above.clear()

    # --- the text

    def _add(self, line: str, number: int, *, breaks: bool) -> None:
        """Adds a line to the text; a word that a hyphen divides between two lines is made whole."""
        if not line:
            return
        last, joint = self._last, " "
        if not last:
            joint = ""
        elif breaks or last[0] == "|":
            joint = "\n"
        elif WIDE_LETTER.match(last[-1]) or WIDE_LETTER.match(line[0]):
            joint = ""
        elif last[-1] == "-" and last[-2:-1].isalpha() and line[0].islower():
            last, joint = last[:-1], ""
            self._length -= 1
        self._written.write(last + joint)
        self.starts.append(self._length)
        self.lines.append(number)
        self._last = line
        self._length += len(joint) + len(line)
