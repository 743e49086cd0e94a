"""Tables in a report: which unit a bare figure has, and what stands above it.

A figure takes its unit from its own cell, else from a column of per cents, else from the row (a cell that is
a unit, brackets behind its name), else from the heading of its column, else from the line above the table.
"""

import re
from collections.abc import Container, Sequence
from enum import Enum, auto
from functools import cached_property, lru_cache
from itertools import zip_longest

from plan_tracker.questions.document.spelling import closed

_HEAD_ROWS = 3
"""How many rows at most are headings above the figures, if no rule below them marks them."""

_BARE = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?", re.ASCII)
_FIGURE = re.compile(r"[<>≥≤]?[-+]?\d[\d,]*(?:\.\d+)?\D{0,8}", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d(?: ?年.{0,4})?|\d{1,2} ?(?:月|季度|日).{0,4}", re.ASCII)
_NUMBERED = re.compile(r"[0-9]{1,3} ?[.、)] ?[^\W\d].*")
_AFTER_NUMBER = re.compile(r"(\d{1,2}) ([^\d(\[].*)", re.ASCII)
_BLANK = re.compile(r"[-—–―/.…]*")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,16})[)\]]")
_BEHIND = re.compile(r"[/:, ] ?([^/:,()\[\] ]{1,12})$")
_OWN = re.compile(r"^(?:计量)?单位:? ?")
_ABOVE = re.compile(r"单位: ?([^()|。;]{1,30})|\bunits?: ?([^()|.;]{1,30})|\(([^()|]{1,12})\)", re.IGNORECASE)
_AND = re.compile(r"[、,/;和及 ]+|\band\b")
_COUNTERS = re.compile(r"(?:序号|编号|排名|排序|位次|no\.?|#|rank)", re.IGNORECASE)
_FIRST, _LONGEST = frozenset("0123456789-+<>≥≤–—―/.…"), 12
"""How a figure or a blank begins; other texts longer than this are seldom units."""

_KEPT = 20_000
"""For how many different texts of cells it is remembered what they are."""


class Content(Enum):
    """What a cell contains."""

    BARE = auto()
    FIGURE = auto()
    UNIT = auto()
    NOTHING = auto()
    TEXT = auto()


class Cells:
    """Tells what the cells of a report's tables contain; knows the units of the plan."""

    def __init__(self, units: Container[str]) -> None:
        self._units = units
        self._looked_at = lru_cache(maxsize=_KEPT)(self._content)

    def content(self, cell: str) -> Content:
        """Returns what stands in a cell."""
        if cell.isdecimal() and cell.isascii():
            return Content.TEXT if _YEAR.fullmatch(cell) else Content.BARE
        if len(cell) > _LONGEST and cell[0] not in _FIRST:
            return Content.TEXT
        return self._looked_at(cell)

    def _content(self, cell: str) -> Content:
        if _BLANK.fullmatch(cell):
            return Content.NOTHING
        if _YEAR.fullmatch(cell) or _NUMBERED.fullmatch(cell):
            return Content.TEXT
        if _BARE.fullmatch(cell):
            return Content.BARE
        if _FIGURE.fullmatch(cell):
            return Content.FIGURE
        return Content.UNIT if self.unit(cell) else Content.TEXT

    def numbered(self, cell: str) -> str:
        """Returns the first cell of a row so that its number and name are no figure and unit: `2. Roads`."""
        match = _AFTER_NUMBER.fullmatch(cell)
        return f"{match[1]}. {match[2]}" if match and not self.unit(match[2]) else cell

    def figures(self, cells: Sequence[str]) -> int:
        """Counts the cells with a figure, or with a mark that there is none."""
        figures = (Content.BARE, Content.FIGURE, Content.NOTHING)
        return sum(self.content(cell) in figures for cell in cells if cell)

    def is_head(self, cells: Sequence[str]) -> bool:
        """Tells whether no cell of a row is a figure."""
        return not any(self.content(cell) in (Content.BARE, Content.FIGURE) for cell in cells)

    def unit(self, text: str) -> str:
        """Returns the unit if a text is one, else an empty text."""
        own = _OWN.sub("", text).strip()
        return own if own and own in self._units else ""

    def unit_in(self, heading: str) -> str:
        """Returns the unit that a heading or name gives: in brackets, after a sign, or as the whole text."""
        told = [*_BRACKET.findall(heading), *_BEHIND.findall(heading), heading]
        return next(filter(None, map(self.unit, told)), "%" if "%" in heading else "")

    def units_above(self, caption: str) -> tuple[str, ...]:
        """Returns the units that the lines above a table give."""
        told = [each for match in _ABOVE.findall(caption) for group in match for each in _AND.split(group)]
        return tuple(dict.fromkeys(filter(None, map(self.unit, told))))


class Table:
    """A table from `start` to `end` in the text, with what stands above its columns and above itself.

    Rows of a table without rules may lack cells at their left end: there columns are counted from the right.
    """

    def __init__(
        self, start: int, heads: list[list[str]], above: str, cells: Cells, *, is_ruled: bool
    ) -> None:
        self.start, self.end, self.is_ruled = start, start, is_ruled
        self.head_ends = not is_ruled
        self.caption = closed(above)
        self._heads, self._cells = heads, cells
        told = cells.units_above(above)
        self._unit_above = f"({'、'.join(told)})" if len(told) > 1 else "".join(told)

    def heading(self, column: int, of: int) -> str:
        """Returns the heading of a column, in a row that has `of` columns."""
        at = self._place(column, of)
        return self._headings[at] if at is not None else ""

    def label(self, row: list[str]) -> str:
        """Returns the texts of a row without its figures."""
        return " ".join(each for each in row if self._cells.is_head((each,)) and not each.isdigit())

    def read(self, row: list[str], *, is_ruled_off: bool) -> list[str]:
        """Returns the next row with a unit behind each figure that has none of its own.

        It is a heading as long as a rule follows, or it has no figure.
        """
        has_room = len(self._heads) < _HEAD_ROWS
        if not self.head_ends and (is_ruled_off or (has_room and self._cells.is_head(row))):
            self._heads.append(row)
            return row
        self.head_ends = True
        cells = [(cell, self._cells.content(cell)) for cell in row]
        if not any(content is Content.BARE for _, content in cells):
            return row
        own = self._unit_of_row(cells)
        return [
            _joined(cell, self._unit(self._place(at, len(row)), own)) if content is Content.BARE else cell
            for at, (cell, content) in enumerate(cells)
        ]

    @cached_property
    def _headings(self) -> list[str]:
        return [" ".join(dict.fromkeys(filter(None, texts))) for texts in zip_longest(*self._heads)]

    @cached_property
    def _units(self) -> list[str | None]:
        """The unit that the heading of each column tells, if any; None for a column that counts the rows."""
        return [None if _COUNTERS.fullmatch(each) else self._cells.unit_in(each) for each in self._headings]

    def _place(self, column: int, of: int) -> int | None:
        at = column if self.is_ruled else column + len(self._headings) - of
        return at if 0 <= at < len(self._headings) else None

    def _unit(self, at: int | None, own: str) -> str:
        unit = "" if at is None else self._units[at]
        if unit is None:
            return ""
        return unit if unit in ("%", "‰") else own or unit or self._unit_above

    def _unit_of_row(self, cells: list[tuple[str, Content]]) -> str:
        may_be = (cell for cell, content in cells if content is Content.UNIT or len(cell) > _LONGEST)
        if unit := next(filter(None, map(self._cells.unit, may_be)), ""):
            return unit
        name = next((cell for cell, content in cells if content is Content.TEXT), "")
        return self._cells.unit_in(name) if name[-1:] in (")", "]", "%") else ""


def _joined(figure: str, unit: str) -> str:
    return f"{figure} {unit}" if unit[:1].isascii() and unit[:1].isalpha() else figure + unit


def row_text(cells: Sequence[str]) -> str:
    """Returns a row as one line of text."""
    return f"| {' | '.join(cells)} |"
