"""The place that a row names beside its target: 新城区, or blank, or 全市 for the whole."""

from functools import cached_property

from plan_tracker.plan.names import simplest
from plan_tracker.spreadsheets.tables.row_texts import is_total
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.wording.tables import ALL_PLACES


class Places:
    """The columns of a table whose headings say 地区, 县区 or the like, beside that of the names."""

    def __init__(self, table: Table) -> None:
        self.columns, self._rows, self._grid = table.having("place"), table.rows, table.grid
        names = table.column("name")
        self._names = names.at if names else 0

    def text(self, at: int) -> str:
        """Returns what a row says of its place in all columns; empty for the whole."""
        texts = (self._grid.text(at, column.at).strip() for column in self.columns)
        return "/".join(text for text in texts if text and not _is_of_all(text))

    def is_missing(self, at: int) -> bool:
        """Tells whether a place is blank below another, so that the row may be of that one, or of the whole.

        Places before the names head several rows each; of merged cells a text file keeps only the first.
        Behind the names blank is the whole, and so it is beside another row of the same target.
        """
        column = self.columns[0] if len(self.columns) == 1 else None
        if column is None or column.at > self._names or self._grid.text(at, column.at).strip():
            return False
        rows = range(self._first, self._rows.stop)
        beside = {self._grid.text(row, self._names) for row in (at - 1, at + 1) if row in rows}
        return at in rows and self._grid.text(at, self._names) not in beside

    @cached_property
    def _first(self) -> int:
        """The first row that names a place."""
        return next((row for row in self._rows if self.text(row)), self._rows.stop)


def _is_of_all(place: str) -> bool:
    return is_total(place) or simplest(place) in ALL_PLACES
