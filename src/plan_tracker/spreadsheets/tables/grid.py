"""A sheet by row and column; texts of merged cells count for all the cells they cover."""

from collections.abc import Sequence
from datetime import date

from plan_tracker.spreadsheets.cells import Cell, text_of
from plan_tracker.spreadsheets.files.look import MOST_CELLS
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Area, Sheet
from plan_tracker.wording import sheets as phrases


class Grid:
    """The cells of a sheet; raises NotRead if merged areas overlap."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.rows = sheet, sheet.rows
        self.height = len(sheet.rows)
        self.width = max(map(len, sheet.rows), default=0)
        self._areas = self._spread(sheet.merged)

    def _spread(self, merged: Sequence[Area]) -> dict[tuple[int, int], Area]:
        """Returns the area of each merged cell."""
        clipped = [
            area._replace(bottom=min(area.bottom, self.height - 1), right=min(area.right, self.width - 1))
            for area in merged
        ]
        sizes = ((1 + area.bottom - area.top) * (1 + area.right - area.left) for area in clipped)
        if sum(size for size in sizes if size > 0) > MOST_CELLS:
            raise NotRead(phrases.MERGED_TWICE.fill(), phrases.OPEN_AND_SAVE.fill())
        return {
            (row, column): area
            for area in clipped
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        }

    def area(self, row: int, column: int) -> Area | None:
        """Returns the merged area to which a cell belongs, or None."""
        return self._areas.get((row, column))

    def cell(self, row: int, column: int) -> Cell:
        """Returns a cell; each of several merged ones has their text or date, but not their number."""
        if self._areas and (area := self._areas.get((row, column))):
            value = self._at(area.top, area.left)
            return value if (area.top, area.left) == (row, column) or isinstance(value, str | date) else None
        return self._at(row, column)

    def _at(self, row: int, column: int) -> Cell:
        cells = self.rows[row] if row < self.height else ()
        return cells[column] if column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Returns a cell as text; empty if it is blank."""
        return text_of(self.cell(row, column))

    def filled(self, row: int) -> list[int]:
        """Returns the columns of a row that are not blank."""
        if not self._areas:
            return [column for column, cell in enumerate(self.rows[row]) if cell is not None]
        return [column for column in range(self.width) if self.cell(row, column) is not None]

    def is_across(self, row: int, columns: Sequence[int]) -> bool:
        """Tells whether one merged cell of a row covers all these columns, and more than one."""
        if not self._areas:
            return False
        areas = {self._areas.get((row, column)) for column in columns}
        area = areas.pop() if len(areas) == 1 else None
        return area is not None and area.right > area.left
