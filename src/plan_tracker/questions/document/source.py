"""A report as text: its lines, and where a reader finds each of them in the file that it was read from."""

from bisect import bisect_right
from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What lines of a text were in their file."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    NOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    PAGE = "page"


class Place(NamedTuple):
    """Where a line stood: the line or paragraph with this number, or line `row` of that table or page."""

    part: Part
    number: int
    row: int = 0


class Run(NamedTuple):
    """From a line of the text on: a new table or page, or paragraphs of which the first has that number."""

    line: int
    part: Part
    number: int


class Document(NamedTuple):
    """The text of a report. Where no runs are given its lines are those of the file.

    `are_paragraphs` says that no sentence goes on in the next line.
    """

    text: str
    runs: tuple[Run, ...] = ()
    are_paragraphs: bool = False

    def place(self, line: int) -> Place:
        """Where a line of the text, counted from 1, stood in the file."""
        if not self.runs:
            return Place(Part.LINE, line)
        run = self.runs[max(0, bisect_right(self.runs, line, key=_first_line) - 1)]
        further = line - run.line
        if run.part in (Part.TABLE, Part.PAGE):
            return Place(run.part, run.number, further + 1)
        return Place(run.part, run.number + further)


def _first_line(run: Run) -> int:
    return run.line
