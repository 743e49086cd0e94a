"""Which target a row means that stands below another: 其中：…, indented, or behind a dash."""

from plan_tracker.plan.model import Target
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.recording.rows import RowReader
from plan_tracker.spreadsheets.tables.layout import bare_name, is_dashed, is_of_which
from plan_tracker.spreadsheets.tables.rows import Kind, Row
from plan_tracker.spreadsheets.tables.table import Table


class Hierarchy:
    """Follows the rows of a table from the top, and keeps the row of which others may be parts."""

    def __init__(self, table: Table, rows: RowReader, finder: Finder) -> None:
        self._rows, self._finder, self._indents = rows, finder, table.grid.sheet.indents
        names = table.column("name")
        self._names = names.at if names else None
        self._above: int | None = None
        self._is_open = False
        """Whether a row that only says 其中 came before: what follows is part of the row above that."""

    def part(self, row: Row) -> Target | None:
        """Returns the target that a row below another means; None for one that stands by itself."""
        if row.kind is Kind.OF_WHICH and not bare_name(row.name):
            self._is_open = self._above is not None
            return None
        is_below = row.kind is Kind.ENTRY and (self._is_open or self._is_deeper(row))
        part = None
        if is_below or is_of_which(row.name):
            whole = None if self._above is None else self._rows.sought(self._above)
            part = self._finder.of_which(self._rows.sought(row.at), whole)
        is_over = self._is_open and (part is None or part.parent is None)
        if not is_of_which(row.name) and (is_over or not is_below):
            self._above, self._is_open = (row.at if row.kind is Kind.ENTRY else None), False
        return part

    def _is_deeper(self, row: Row) -> bool:
        """Tells whether the name in a row is further indented than that in the row above, or has a dash."""
        if self._above is None or self._names is None:
            return False
        own, above = (self._indents.get((at, self._names), 0) for at in (row.at, self._above))
        return is_dashed(row.name) or own > above
