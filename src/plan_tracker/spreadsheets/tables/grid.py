"""A sheet by row and column; texts of merged cells count for all the cells they cover."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from plan_tracker.spreadsheets.cells import Cell, is_digits, text_of
from plan_tracker.spreadsheets.files.printing import MOST_CELLS
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Area, Sheet, letter_of
from plan_tracker.wording import files as phrases
from plan_tracker.wording.tables import DITTOS

_RULE = re.compile(r"[-—–=:+\s]+")
"""A cell of the line below the headings of a table in Markdown."""


class Grid:
    """The cells of a sheet; raises NotRead if merged areas overlap."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self._rows = sheet, [[] if _is_rule(row) else row for row in sheet.rows]
        self.height = len(sheet.rows)
        self.width = max(map(len, sheet.rows), default=0)
        self._areas: dict[tuple[int, int], Area] = {}
        if sheet.merged:
            rows = [[*row, *[None] * (self.width - len(row))] for row in self._rows]
            self._rows = [*rows]
            self._spread(sheet.merged, rows)

    def _spread(self, merged: Sequence[Area], rows: list[list[Cell]]) -> None:
        """Gives each of several merged cells their text or date, but not their number."""
        clipped = [
            area._replace(bottom=min(area.bottom, self.height - 1), right=min(area.right, self.width - 1))
            for area in merged
        ]
        inside = [area for area in clipped if area.top <= area.bottom and area.left <= area.right]
        if sum((1 + area.bottom - area.top) * (1 + area.right - area.left) for area in inside) > MOST_CELLS:
            raise NotRead(phrases.MERGED_TWICE.fill(), phrases.OPEN_AND_SAVE.fill())
        for area in inside:
            value = rows[area.top][area.left]
            shared = value if isinstance(value, str | date) else None
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, area.right + 1):
                    rows[row][column] = shared
                    self._areas[row, column] = area
            rows[area.top][area.left] = value

    def area(self, row: int, column: int) -> Area | None:
        """Returns the merged area to which a cell belongs, or None."""
        return self._areas.get((row, column))

    def without_dittos(self, top: int) -> "Grid":
        """Returns the grid with the text above in place of 同上 or 〃, below the row `top`."""
        found = [
            (row, column)
            for row in range(top + 1, self.height)
            for column, cell in enumerate(self._rows[row])
            if isinstance(cell, str) and cell.casefold() in DITTOS
        ]
        if not found:
            return self
        rows = [[*cells] for cells in self._rows]
        for row, column in found:
            texts = (rows[at][column] for at in reversed(range(top, row)) if column < len(rows[at]))
            above = next(filter(None, texts), None)
            if isinstance(above, str) and not is_digits(above):
                rows[row][column] = above
        return Grid(self.sheet._replace(rows=rows))

    def merged_figure(self, row: int, column: int) -> str:
        """Returns the cells over which a figure is merged, such as B4:B6; empty if it stands in one cell."""
        area = self.area(row, column)
        if area is None or is_no_figure(self.cell(area.top, area.left)):
            return ""
        return f"{letter_of(area.left)}{area.top + 1}:{letter_of(area.right)}{area.bottom + 1}"

    def cell(self, row: int, column: int) -> Cell:
        """Returns a cell; each of several merged ones has their text or date, but not their number."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else None

    def below(self, row: int, column: int) -> Iterator[Cell]:
        """Yields the cells of a column from a row on."""
        return (self.cell(at, column) for at in range(row, self.height))

    def text(self, row: int, column: int) -> str:
        """Returns a cell as text; empty if it is blank."""
        return text_of(self.cell(row, column))

    def first_text(self, row: int, columns: Iterable[int]) -> str:
        """Returns the first text that a row has in some columns; empty where all are blank."""
        return next(filter(None, (self.text(row, column) for column in columns)), "")

    def filled(self, row: int) -> list[int]:
        """Returns the columns of a row that are not blank."""
        return [column for column, cell in enumerate(self._rows[row]) if cell is not None]

    def is_across(self, row: int, columns: Sequence[int]) -> bool:
        """Tells whether one merged cell of a row covers all these columns, and more than one."""
        if not self._areas:
            return False
        areas = {self._areas.get((row, column)) for column in columns}
        area = areas.pop() if len(areas) == 1 else None
        return area is not None and area.right > area.left


def _is_rule(row: Sequence[Cell]) -> bool:
    return all(cell is None or (isinstance(cell, str) and _RULE.fullmatch(cell)) for cell in row)
