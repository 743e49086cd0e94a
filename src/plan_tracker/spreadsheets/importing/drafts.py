"""Reads a table of targets: what its rows say of each, and an account of everything in it."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from plan_tracker.plan.period_words import Spoken
from plan_tracker.spreadsheets.cells import Cell, text_of
from plan_tracker.spreadsheets.commas import grouping
from plan_tracker.spreadsheets.doubts.counted_twice import sums_of_rows
from plan_tracker.spreadsheets.doubts.first_days import first_days
from plan_tracker.spreadsheets.doubts.plausible import tell_doubts
from plan_tracker.spreadsheets.doubts.sums import Said, tell_sums
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.files.workbook import Workbook
from plan_tracker.spreadsheets.importing.columns import Columns
from plan_tracker.spreadsheets.importing.groups import Groups
from plan_tracker.spreadsheets.importing.lost import tell_lost
from plan_tracker.spreadsheets.importing.naming import Naming
from plan_tracker.spreadsheets.importing.parts import families_in, wholes_of
from plan_tracker.spreadsheets.importing.places import are_by_place, gathered
from plan_tracker.spreadsheets.importing.rows import RowReader
from plan_tracker.spreadsheets.importing.targets import Draft, Targets, numbered
from plan_tracker.spreadsheets.importing.values import text_in
from plan_tracker.spreadsheets.importing.wanting import Dated, Wish, dated, table_of, wanted
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import remarks_in
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column_contents import refuse_rows_of_goals
from plan_tracker.spreadsheets.tables.places import Places
from plan_tracker.spreadsheets.tables.row_texts import are_numbered, bare_name, without_number
from plan_tracker.spreadsheets.tables.rows import Row, RowKind, rows_of
from plan_tracker.spreadsheets.tables.search import find_table
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.telling import (
    account_of,
    tell_blanks,
    tell_groups,
    tell_row,
)
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import sheets as sheet_phrases


class Drafts(NamedTuple):
    """All that a file says: its targets, its first table, remarks beside its tables, its time, the account.

    `periods` are that of the user and that of the titles, where figures are for the one the user says.
    """

    drafts: list[Draft]
    remarks: dict[str, Cell]
    table: Table
    dated: Dated
    account: Account
    periods: tuple[Spoken, Spoken] | None


def read_drafts(source: Source, wish: Wish) -> Drafts:
    """Reads the targets in a file. Raises NotRead.

    Further sheets of an exported workbook add to the same ids.
    """
    when = dated(source, wish)
    table = table_of(source, wish, when)
    refuse_rows_of_goals(table)
    reader = _TargetTable(source, table, wish, when)
    drafts = reader.drafts()
    remarks: dict[str, Cell] = {}
    if isinstance(source.content, Workbook) and table.having("id"):
        by_id = {draft.id: draft for draft in drafts}
        for sheet in source.content.sheets:
            if sheet.name != table.grid.sheet.name:
                _read_more(source._replace(content=Workbook((sheet,), ())), by_id, reader.account)
                remarks = remarks_in(sheet.rows) | remarks
    return Drafts(
        drafts=drafts,
        remarks=remarks,
        table=table,
        dated=when,
        account=reader.account,
        periods=reader.columns.periods,
    )


class _TargetTable:
    """Reads the targets of a table; notes in the account all that is no target."""

    def __init__(self, source: Source, table: Table, wish: Wish, when: Dated) -> None:
        self._table, self._wish, self._when, self._years = table, wish, when, when.years
        self.account = account_of(source, table, when.years)
        self.columns = Columns(table, wish, self.account)
        self._commas = table.commas()
        self._rows = RowReader(table, self.account, self.columns, self._commas)
        self._by_place, self._naming, self._groups = Places(table), Naming(table), Groups(table)
        self._places: dict[int, str] = {}
        self._bare: Callable[[str], str] = str
        self._targets = Targets(self.account, self._naming.telling_apart)

    def drafts(self) -> list[Draft]:
        """Reads the targets of all rows."""
        rows = list(rows_of(self._table, self.columns.with_numbers, lambda _: False))
        entries = [row for row in rows if row.kind is RowKind.ENTRY]
        self._look_at_names(entries)
        tell_blanks(self.account, self._table, entries)
        self._places = self._places_of(entries)
        self._take_all(rows)
        drafts = self._targets.drafts
        if self._places:
            drafts = list(gathered(drafts, self._places, self.account))
        tell_groups(self.account, self._groups.lines, last=max((draft.row for draft in drafts), default=0))
        has_actuals = bool(self.columns.figures)
        tell_lost(self._table, self._when.year, self._wish, self.account, has_actuals=has_actuals)
        tell_doubts(self._rows.judged, self._table, self.account)
        self.account.doubts += sums_of_rows(numbered(drafts, self._table))
        self.account.doubts += first_days(self._table, self._table.having(ACTUAL), {"period", "due"})
        self.columns.tell(self._when.time, self._table.column("place") if self._places else None)
        return drafts

    def _look_at_names(self, entries: Sequence[Row]) -> None:
        """Finds out whether numbers stand before the names; raises NotRead where these may be no names."""
        self._naming.refuse_numbers(entries)
        if "id" in self.columns.fields:
            return
        if not {"id", "name"} & self._wish.fields_named:
            self._naming.refuse_doubtful(entries)
        if are_numbered(row.name for row in entries):
            self.account.notes.append(phrases.NUMBERS_LEFT_OUT.fill())
            self._bare = without_number

    def _take_all(self, rows: Sequence[Row]) -> None:
        wholes, taken = self._wholes(rows), dict[int, Draft | None]()
        for row in rows:
            if row.kind is RowKind.GROUP:
                self._groups.begin(row)
            elif row.at in wholes:
                if (whole := wholes[row.at]) is not None:
                    self._take(row, taken[whole])
            elif row.kind is RowKind.ENTRY:
                self._groups.enter(row)
                taken[row.at] = self._take(row)
            else:
                tell_row(self.account, row)

    def _places_of(self, entries: Sequence[Row]) -> dict[int, str]:
        """Returns the places of rows by their numbers, if these are parts; empty for the whole."""
        if not self._by_place.columns or self.columns.say_parts:
            return {}
        places = {row.number: self._by_place.text(row.at) for row in entries}
        named = (
            ((self._bare(row.name), text_of(self._rows.cell(row.at, "unit"))), places[row.number])
            for row in entries
        )
        return places if are_by_place(named) and self._table.column("place") else {}

    def _wholes(self, rows: Sequence[Row]) -> dict[int, int | None]:
        """Finds the rows that are parts of rows above, as `wholes_of` does; notes sums that are wrong."""
        if self._places or self.columns.say_parts:
            return {}
        account = Account()  # what is wrong with a row is told when it is taken
        reader = RowReader(self._table, account, self.columns, grouping(self._commas))  # 1,050 in a total

        @cache
        def said_by(row: Row) -> Said | None:
            faults = len(account.faults)
            name = bare_name(self._bare(text_in(reader.cell(row.at, "name"))))
            draft = reader.read(row, name)
            return Said(draft.fields, draft.figures) if len(account.faults) == faults else None

        families = list(families_in(rows, said_by))
        wholes = wholes_of(families, said_by, self.account)
        tell_sums(rows, families, wholes, said_by, self.account)
        return wholes

    def _take(self, row: Row, whole: Draft | None = None) -> Draft | None:
        """Reads a row, perhaps of a part of a target; returns its target, or None if it has no name."""
        name = self._bare(text_in(self._rows.cell(row.at, "name")))
        if not self._rows.is_of(row, self._years):
            return None
        if not name:
            hint = sheet_phrases.NAME_EACH if self._by_place.columns else phrases.ADD_NAME
            self.account.fault(row.number, phrases.NAMELESS.fill(), hint.fill())
            return None
        if self._places and self._by_place.is_missing(row.at):
            placeless = sheet_phrases.PLACELESS.fill()
            self.account.fault(row.number, placeless, sheet_phrases.PLACE_EACH.fill())
            return None
        draft = self._rows.read(row, bare_name(name) if whole else name)
        fields = draft.fields
        if "group" in fields and self._is_name_and_group(row.at):
            del fields["group"]
        if whole:
            fields["parent"] = whole.id
        elif self._groups.name:
            fields.setdefault("group", self._groups.name)
        if "parent" in fields and not whole:
            fields["parent"] = self._bare(str(fields["parent"]))
        draft.id = text_in(self._rows.cell(row.at, "id"))
        return self._targets.take(draft, self._places.get(row.number, ""), whole)

    def _is_name_and_group(self, at: int) -> bool:
        """Tells whether one cell is merged over the columns of the group and the name."""
        columns = (self.columns.fields.get(each) for each in ("group", "name"))
        areas = [column and self._table.grid.area(at, column.at) for column in columns]
        return areas[0] is not None and areas[0] == areas[1]


def _read_more(source: Source, by_id: dict[str, Draft], account: Account) -> None:
    """Adds to the drafts what a further sheet of an exported workbook says of their ids."""

    def enough(fields: set[str]) -> bool:
        return {"id", "name"} <= fields and ACTUAL not in fields  # figures are read from one sheet

    try:
        table = find_table(source, wanted(source, Wish(), Dated())._replace(enough=enough))
        reader = _TargetTable(source, table, Wish(), Dated())
    except NotRead:
        return  # a sheet that explains, or one that says nothing of targets
    for draft in reader.drafts():
        if known := by_id.get(draft.id):
            known.fields |= {key: value for key, value in draft.fields.items() if key not in known.fields}
    account.faults += reader.account.faults
