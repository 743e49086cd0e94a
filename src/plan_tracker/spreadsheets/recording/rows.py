"""Reads the rows of a table of figures: which target each means, and the unit of its figures."""

from plan_tracker.plan.model import Target
from plan_tracker.spreadsheets.cells import text_of
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.recording.finding import Finder, NotFound, Sought
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.places import Places
from plan_tracker.spreadsheets.tables.row_texts import bare_name, is_of_which
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_text
from plan_tracker.spreadsheets.units import name_and_unit, same_unit
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.retyping import unguarded

_FIELDS = ("id", "name", "parent", "unit", "group", "period", "year")
"""What is read of a row beside its figures."""


def _columns(table: Table, finder: Finder) -> dict[str, Column | None]:
    """Returns the columns of what is read of rows; beside names one without any id of the plan is none."""
    fields = {field: table.column(field) for field in _FIELDS}
    if (ids := fields["id"]) and fields["name"]:
        texts = (unguarded(text_of(cell)) for cell in table.below(ids))
        if not any(map(finder.has_id, filter(None, texts))):
            fields["id"] = None
    return fields


class RowWords:
    """The words of rows beside their figures: which target, period and unit they name."""

    def __init__(self, table: Table, finder: Finder) -> None:
        self._table, self._grid, self._finder = table, table.grid, finder
        self.fields = _columns(table, finder)
        """The columns in which the words stand, by what they mean."""

        self.places = Places(table)
        self.has_places = False
        """Whether some row so far is of a part that its place names."""

        self.group = ""
        """The heading above the rows that are read, if they have one in a row of its own."""

    def text(self, at: int, field: str) -> str:
        """Returns the text in the column of a field; empty without such a column."""
        column = self.fields[field]
        return unguarded(self._grid.text(at, column.at).strip()) if column else ""

    def period(self, at: int) -> str:
        """Returns the period that a row names; empty if it names none."""
        column = self.fields["period"]
        return period_text(column, self.text(at, "period"), self.text(at, "year")) if column else ""

    def of_another_year(self, at: int) -> NotFound | None:
        """Returns why a row is not the plan's, if it names another year."""
        years = self._finder.years
        if other := years.another_in([self.text(at, "year")]):
            another = phrases.ROW_OF_ANOTHER_YEAR.fill(year=other, own=years.text)
            return NotFound(another, phrases.CHECK_YEAR.fill)
        return None

    def sought(self, at: int) -> Sought:
        """Returns what a row says of its target."""
        name = self.text(at, "name")
        if not self._finder.knows(name):
            name = name_and_unit(name)[0]
        known, parent = self.text(at, "id"), self.text(at, "parent")
        if self._is_by_place(known or parent, name) and (place := self.places.text(at)):
            self.has_places = self._table.column("place") is not None
            name, parent = unguarded(place), name
        group = self.text(at, "group") or self.group
        return Sought(id=known, name=name, parent=parent, unit=self._own_unit(at), group=group)

    def target(self, at: int) -> Target | NotFound:
        """Returns the target of a row, unless it is not said of which of its parts, or that of the whole."""
        owner = self.text(at, "id") or self.text(at, "parent")
        if self.places.is_missing(at) and self._is_by_place(owner, self.text(at, "name")):
            return NotFound(phrases.PLACELESS.fill(), phrases.PLACE_EACH.fill)
        return self._finder.target(self.sought(at))

    def _is_by_place(self, owner: str, name: str) -> bool:
        return bool(self.places.columns) and not owner and self._finder.has_parts(name)

    def _own_unit(self, at: int) -> str:
        """Returns the unit that a row names: in its column, or behind the name."""
        unit, name = self.text(at, "unit"), self.text(at, "name")
        if not is_no_figure(unit):
            return unit
        return "" if self._finder.knows(name) else name_and_unit(name)[1]

    def unit(self, at: int, column: Column, target: Target) -> str | None:
        """Returns the unit of a figure; empty where none is said.

        None where several units are said above the table and the target's is not among them.
        """
        table, own = self._table, self._own_unit(at)
        is_apart = bool(self.text(at, "unit")) and not target.unit
        unit = table.unit_of(column, own, is_apart=is_apart)
        is_among = any(same_unit(each, target.unit) for each in table.units)
        return None if not unit and len(table.units) > 1 and not is_among else unit


class Hierarchy:
    """Follows the rows of a table from the top, and tells which are parts of the target of one above."""

    def __init__(self, words: RowWords, finder: Finder) -> None:
        self._words, self._finder = words, finder
        self._above: Row | None = None
        self._is_open = False
        """Whether a row that only says 其中 came before: what follows is part of the row above that."""

        self._goes_on = False
        """Whether 其中：甲 came before: what follows may be its siblings 乙 and 丙, unless it is a target."""

    def part(self, row: Row) -> Target | None:
        """Returns the target of a row below another: 其中：…, indented, or behind a dash; else None."""
        if row.kind is RowKind.OF_WHICH and not bare_name(row.name):
            self._is_open = self._above is not None
            return None
        is_marked = is_of_which(row.name)
        is_deeper = self._above is not None and row.indent > self._above.indent
        is_listed = self._is_open or (self._goes_on and not self._finder.knows(row.name))
        is_below = row.kind is RowKind.ENTRY and (is_listed or is_deeper)
        part = None
        if is_below or is_marked:
            whole = None if self._above is None else self._words.sought(self._above.at)
            part = self._finder.of_which(self._words.sought(row.at), whole)
        is_part = part is not None and part.parent is not None
        self._goes_on = is_part and (is_marked or self._goes_on)
        is_over = is_listed and not is_part
        if not is_marked and (is_over or not is_below):
            self._above, self._is_open = (row if row.kind is RowKind.ENTRY else None), False
        return part
