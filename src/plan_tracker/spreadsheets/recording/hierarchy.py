"""Which target a row means that stands below another: 其中：…, indented, or behind a dash."""

from plan_tracker.plan.model import Target
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.recording.rows import RowReader
from plan_tracker.spreadsheets.tables.row_texts import bare_name, is_of_which
from plan_tracker.spreadsheets.tables.rows import Row, RowKind


class Hierarchy:
    """Follows the rows of a table from the top, and keeps the row of which others may be parts."""

    def __init__(self, rows: RowReader, finder: Finder) -> None:
        self._rows, self._finder = rows, finder
        self._above: Row | None = None
        self._is_open = False
        """Whether a row that only says 其中 came before: what follows is part of the row above that."""

        self._goes_on = False
        """Whether 其中：甲 came before: what follows may be its siblings 乙 and 丙, unless it is a target."""

    def part(self, row: Row) -> Target | None:
        """Returns the target that a row below another means; None for one that stands by itself."""
        if row.kind is RowKind.OF_WHICH and not bare_name(row.name):
            self._is_open = self._above is not None
            return None
        is_marked = is_of_which(row.name)
        is_deeper = self._above is not None and row.indent > self._above.indent
        is_listed = self._is_open or (self._goes_on and not self._finder.knows(row.name))
        is_below = row.kind is RowKind.ENTRY and (is_listed or is_deeper)
        part = None
        if is_below or is_marked:
            whole = None if self._above is None else self._rows.sought(self._above.at)
            part = self._finder.of_which(self._rows.sought(row.at), whole)
        is_part = part is not None and part.parent is not None
        self._goes_on = is_part and (is_marked or self._goes_on)
        is_over = is_listed and not is_part
        if not is_marked and (is_over or not is_below):
            self._above, self._is_open = (row if row.kind is RowKind.ENTRY else None), False
        return part
