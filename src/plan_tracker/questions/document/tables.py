"""Tables in a report: which unit a bare figure has, and what stands above it.

A figure takes its unit from its own cell, else from a column of per cents, else from the row (a column of
units, brackets behind its name), else from the heading of its column, else from the line above the table.
"""

import re
from collections.abc import Container, Sequence
from enum import Enum, auto
from typing import NamedTuple

HEAD_ROWS = 3
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
_OF_UNITS = frozenset({"单位", "计量单位", "unit", "units"})
_COUNTERS = re.compile(r"(?:序号|编号|排名|排序|位次|no\.?|#|rank)", re.IGNORECASE)
_FIRST, _LONGEST = frozenset("0123456789-+<>≥≤–—―/.…"), 12
"""How a figure or a blank begins; other texts longer than this are no units."""

_KEPT = 20_000
"""For how many different texts of cells their sort is remembered."""


class Sort(Enum):
    """What a cell contains."""

    BARE = auto()
    FIGURE = auto()
    UNIT = auto()
    NOTHING = auto()
    TEXT = auto()


class Table(NamedTuple):
    """A table from `start` to `end` in the text: the headings of its columns, and the lines above it.

    `from_right` says that columns are counted from the right: rows may lack cells at their left end.
    """

    start: int
    end: int
    headings: tuple[str, ...]
    caption: str
    from_right: bool

    def heading(self, column: int, of: int) -> str:
        """Returns the heading of a column, in a row that has `of` columns."""
        at = column + len(self.headings) - of if self.from_right else column
        return self.headings[at] if 0 <= at < len(self.headings) else ""


class Cells:
    """Tells what the cells of a report's tables contain; knows the units of the plan."""

    def __init__(self, units: Container[str]) -> None:
        self._units = units
        self._sorts: dict[str, Sort] = {}

    def sort(self, cell: str) -> Sort:
        """Returns what stands in a cell."""
        if cell.isdecimal() and cell.isascii():
            return Sort.TEXT if _YEAR.fullmatch(cell) else Sort.BARE
        if len(cell) > _LONGEST and cell[0] not in _FIRST:
            return Sort.TEXT
        found = self._sorts.get(cell)
        if found is None:
            if len(self._sorts) >= _KEPT:
                self._sorts.clear()
            found = self._sorts[cell] = self._sorted(cell)
        return found

    def _sorted(self, cell: str) -> Sort:
        if _BLANK.fullmatch(cell):
            return Sort.NOTHING
        if _YEAR.fullmatch(cell) or _NUMBERED.fullmatch(cell):
            return Sort.TEXT
        if _BARE.fullmatch(cell):
            return Sort.BARE
        if _FIGURE.fullmatch(cell):
            return Sort.FIGURE
        return Sort.UNIT if self.unit(cell) else Sort.TEXT

    def numbered(self, cell: str) -> str:
        """Returns the first cell of a row so that its number and name are no figure and unit: `2. Roads`."""
        match = _AFTER_NUMBER.fullmatch(cell)
        return f"{match[1]}. {match[2]}" if match and not self.unit(match[2]) else cell

    def figures(self, cells: Sequence[str]) -> int:
        """Counts the cells with a figure, or with a mark that there is none."""
        return sum(self.sort(cell) in (Sort.BARE, Sort.FIGURE, Sort.NOTHING) for cell in cells if cell)

    def is_head(self, cells: Sequence[str]) -> bool:
        """Tells whether no cell of a row is a figure."""
        return not any(self.sort(cell) in (Sort.BARE, Sort.FIGURE) for cell in cells)

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


class Columns:
    """The columns of one table; gives its figures their units."""

    def __init__(
        self, heads: Sequence[Sequence[str]], caption: str, cells: Cells, *, from_right: bool
    ) -> None:
        width = max(map(len, heads), default=0)
        stacked = [[row[at] for row in heads if at < len(row)] for at in range(width)]
        self.headings = tuple(" ".join(dict.fromkeys(filter(None, texts))) for texts in stacked)
        self.from_right = from_right
        self._cells = cells
        self._units = [cells.unit_in(heading) for heading in self.headings]
        self._of_units = [heading.lower() in _OF_UNITS for heading in self.headings]
        self._names_units = any(self._of_units)
        self._counters = [bool(_COUNTERS.fullmatch(heading)) for heading in self.headings]
        above = cells.units_above(caption)
        self._above = f"({'、'.join(above)})" if len(above) > 1 else "".join(above)
        self._has_units = any(self._units) or bool(above)

    def completed(self, row: list[str]) -> list[str]:
        """Returns the row with a unit behind each figure that has none of its own."""
        sorts = [self._cells.sort(cell) for cell in row]
        if Sort.BARE not in sorts:
            return row
        own = self._unit_of_row(row, sorts)
        if not own and not self._has_units:
            return row
        shift = len(self.headings) - len(row) if self.from_right else 0
        return [
            _joined(cell, self._unit(at + shift, own)) if sort is Sort.BARE else cell
            for at, (cell, sort) in enumerate(zip(row, sorts, strict=True))
        ]

    def _unit(self, column: int, own: str) -> str:
        known = 0 <= column < len(self._units)
        if known and self._counters[column]:
            return ""
        unit = self._units[column] if known else ""
        return unit if unit in ("%", "‰") else own or unit or self._above

    def _unit_of_row(self, row: list[str], sorts: list[Sort]) -> str:
        if self._names_units or Sort.UNIT in sorts:
            shift = len(self.headings) - len(row) if self.from_right else 0
            for at, cell in enumerate(row):
                told = 0 <= at + shift < len(self._of_units) and self._of_units[at + shift]
                if (told or sorts[at] is Sort.UNIT) and (unit := self._cells.unit(cell)):
                    return unit
        label = next((cell for cell, sort in zip(row, sorts, strict=True) if sort is Sort.TEXT), "")
        return self._cells.unit_in(label) if label[-1:] in (")", "]", "%") else ""


def _joined(figure: str, unit: str) -> str:
    return f"{figure} {unit}" if unit[:1].isascii() and unit[:1].isalpha() else figure + unit


def row_text(cells: Sequence[str]) -> str:
    """Returns a row as one line of text."""
    return f"| {' | '.join(cells)} |"
