"""The groups of targets: lines of words that head the rows below them, such as 一、经济发展."""

from plan_tracker.spreadsheets.tables.row_texts import numbering
from plan_tracker.spreadsheets.tables.rows import Row, is_serial
from plan_tracker.spreadsheets.tables.table import Table


class Groups:
    """Follows the rows of a table from the top, and tells the group of each."""

    def __init__(self, table: Table) -> None:
        self._grid = table.grid
        self._serials = [column.at for column in table.columns if is_serial(column)]
        self.lines: list[int] = []
        """The numbers of the lines so far."""

        self.name = ""
        """The group of the last row; empty without a line above it."""

        self._numbering: tuple[bool, bool] | None = None
        self._is_first = True

    def begin(self, line: Row) -> None:
        """Takes a line that heads the rows below."""
        self.lines.append(line.number)
        self.name, self._numbering, self._is_first = line.name, self._numbered(line), True

    def enter(self, row: Row) -> None:
        """Takes a row: one that is numbered as the line is ends the group, unless it is its first."""
        if self._numbering and self._numbered(row) == self._numbering:
            self.name = self.name if self._is_first else ""  # 三、 is not below 二、, but 1. may be
            self._numbering = None
        self._is_first = False

    def _numbered(self, row: Row) -> tuple[bool, bool] | None:
        """Tells how a row is numbered, in a column of numbers or before its name."""
        return numbering(self._grid.first_text(row.at, self._serials) or row.name)
