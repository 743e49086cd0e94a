"""A report as text: its lines, and where each of them stands in the file."""

from bisect import bisect_right
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple


class Part(StrEnum):
    """What the lines of a text were in their file."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    NOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    PAGE = "page"


class Place(NamedTuple):
    """Where a line stood: the line or paragraph with this number, or `row` of the table or page with it."""

    part: Part
    number: int
    row: int = 0


class Run(NamedTuple):
    """What begins at a line of the text: a table, a page, or paragraphs counted from `number` on."""

    line: int
    part: Part
    number: int


class Document(NamedTuple):
    """The text of a report. Without runs, its lines are the lines of the file.

    `are_paragraphs` says that each line is a paragraph, so that no sentence goes on in the next.
    """

    text: str
    runs: tuple[Run, ...] = ()
    are_paragraphs: bool = False

    def place(self, line: int) -> Place:
        """Finds where a line of the text, counted from 1, stood in the file."""
        if not self.runs:
            return Place(Part.LINE, line)
        run = self.runs[max(0, bisect_right(self.runs, line, key=attrgetter("line")) - 1)]
        further = line - run.line
        if run.part in (Part.TABLE, Part.PAGE):
            return Place(run.part, run.number, further + 1)
        return Place(run.part, run.number + further)
