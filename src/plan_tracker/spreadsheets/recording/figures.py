"""Finds the figures of targets in a table: which cell means which, and an account of everything in it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple, Protocol, TypeVar

from plan_tracker.editing.entries import as_reported, table_in
from plan_tracker.plan.model import Counting, Plan, Target
from plan_tracker.plan.period_words import Spoken
from plan_tracker.plan.periods import Period
from plan_tracker.spreadsheets.account import Account
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.numbers import Figure, figure_of, is_no_figure
from plan_tracker.spreadsheets.recording.choosing import Choice, Chosen, NoPeriod, Times
from plan_tracker.spreadsheets.recording.collecting import Collected, Collector
from plan_tracker.spreadsheets.recording.finding import Finder, NotFound, Sought
from plan_tracker.spreadsheets.recording.plausible import Judged, doubts
from plan_tracker.spreadsheets.recording.wanting import Wish, wanted, years_of
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import letter_of
from plan_tracker.spreadsheets.tables.columns import Column
from plan_tracker.spreadsheets.tables.rows import Kind, Row, rows_of
from plan_tracker.spreadsheets.tables.table import Table, find_table
from plan_tracker.spreadsheets.tables.telling import begin, means, tell_columns, tell_groups, tell_row
from plan_tracker.spreadsheets.tables.times import period_said, years_said
from plan_tracker.spreadsheets.units import name_and_unit, same_unit
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.periods import period_phrase
from plan_tracker.wording.retyping import unguarded

T = TypeVar("T")


class Meter(Protocol):
    """Passes items on, and may show how many have passed."""

    def __call__(self, items: Iterable[T], /) -> Iterable[T]:
        """Yields the same items."""
        ...


class Intake(NamedTuple):
    """The figures of a table, and the account of it."""

    collected: tuple[Collected, ...]
    account: Account


class _Found(NamedTuple):
    """A cell with a figure of a target; `own` is the period that its row names, `given` the unit it is in."""

    row: int
    target: Target
    chosen: Chosen
    cell: Cell
    given: str
    own: str


def figures_of(
    source: Source, plan: Plan, document: Mapping[str, object], wish: Wish, meter: Meter = iter
) -> Intake:
    """Reads the figures in a file, for a plan that was parsed to `document`. Raises NotRead."""
    finder = Finder(plan, wish.under)
    table = find_table(source, wanted(source.file, plan, finder, wish))
    reader = _Reader(
        source=source, table=table, plan=plan, document=document, finder=finder, asked=wish.period
    )
    return reader.read(meter)


class _Reader:
    def __init__(
        self,
        *,
        source: Source,
        table: Table,
        plan: Plan,
        document: Mapping[str, object],
        finder: Finder,
        asked: str | None,
    ) -> None:
        self._file, self._table, self._grid = source.file, table, table.grid
        self._plan, self._document, self._finder = plan, document, finder
        self._account = begin(source, table)
        self._fields = {field: table.column(field) for field in ("id", "name", "parent", "unit", "period")}
        self._times = Times(plan.time, asked, self._said())
        if not any(column.meaning and column.meaning.spoken for column in table.figures()):
            self._times.check_title(source.file)
        self._choice = Choice(table.figures(), self._times, by_rows=self._fields["period"] is not None)
        self._candidates = self._choice.candidates()
        self._is_export = bool(table.figures("id")) and bool(table.figures("status"))
        self._periods: dict[int, tuple[Period, Counting]] = {}
        self._stale: list[Period] = []

    def _said(self) -> Spoken | None:
        """Returns the period in the title. Raises NotRead if that names another year than the plan's."""
        years = years_said(self._table.titles)
        if len(years) == 1 and not years <= set(years_of(self._plan)):
            values = {"file": self._file, "year": str(min(years)), "own": str(self._plan.time.start.year)}
            raise NotRead(phrases.TITLE_OF_ANOTHER_YEAR.fill(**values), phrases.CHECK_FILE.fill())
        return period_said(self._table.titles)

    def read(self, meter: Meter) -> Intake:
        """Reads the figures of all rows. Raises NotRead if there are none of the period asked for."""
        found: list[_Found] = []
        groups: list[int] = []
        last = 0
        for row in meter(rows_of(self._table, self._candidates, self._finder.knows)):
            if row.kind is Kind.ENTRY:
                found += self._entry(row)
                last = row.number
            elif row.kind is Kind.GROUP:
                groups.append(row.number)
            else:
                tell_row(self._account, row)
        tell_groups(self._account, groups, last)
        collector = Collector(commas=self._table.commas(), rounding=True)
        for each in self._without_sums(found):
            if period := self._period(each):
                collector.take(each.row, each.target, period, each.cell, each.given)
                self._note_period(each, period)
        self._refuse_stale(collector)
        account = self._account
        account.faults = sorted([*account.faults, *collector.faults], key=lambda fault: fault.row)
        for number in collector.rounded:
            account.row(phrases.ROUNDED_ROWS, number)
        account.doubts += doubts(self._judged(collector.collected))
        self._tell_columns()
        return Intake(tuple(self._as_reported(each) for each in collector.collected), account)

    def _as_reported(self, each: Collected) -> Collected:
        time, counting = self._plan.time, each.target.counting
        return each._replace(entry=as_reported(each.entry, self._document, time, counting))

    # --- a row

    def _entry(self, row: Row) -> list[_Found]:
        at, grid, account = row.at, self._grid, self._account
        if merged := self._merged(at):
            account.fault(row.number, phrases.MERGED_FIGURE.fill(cells=merged), phrases.SPLIT_CELLS.fill())
            return []
        if all(is_no_figure(grid.cell(at, column)) for column in self._candidates):
            account.row(phrases.WITHOUT_FIGURE, row.number)
            return []
        target = self._finder.target(self._sought(at))
        if isinstance(target, NotFound):
            account.fault(row.number, target.message, target.hint)
            return []
        chosen = self._choice.of(target.counting)
        if not chosen:
            phrase = (
                phrases.COUNTS_TO_DATE if target.counting is Counting.TO_DATE else phrases.COUNTS_PER_PERIOD
            )
            account.fault(row.number, phrase.fill(id=target.id), phrases.NAME_FIGURES.fill())
            return []
        found: list[_Found] = []
        is_told = False
        for each in chosen:
            cell = grid.cell(at, each.column.at)
            if is_no_figure(cell):
                continue
            given = self._unit(at, each.column, target)
            if given is None:
                values = {"given": "、".join(self._table.units), "unit": target.unit}
                account.fault(
                    row.number, phrases.NOT_AMONG_UNITS.fill(**values), phrases.UNIT_IN_HEADING.fill()
                )
                is_told = True
            else:
                found.append(_Found(row.number, target, each, cell, given, self._text(at, "period")))
        if not found and not is_told:
            account.row(phrases.WITHOUT_FIGURE, row.number)
        return found

    def _merged(self, at: int) -> str:
        """Returns the cells over which a figure is merged, empty if it stands in one cell."""
        for column in self._candidates:
            area = self._grid.area(at, column)
            if area and not is_no_figure(self._grid.cell(area.top, area.left)):
                return f"{letter_of(area.left)}{area.top + 1}:{letter_of(area.right)}{area.bottom + 1}"
        return ""

    def _text(self, at: int, field: str) -> str:
        column = self._fields[field]
        return unguarded(self._grid.text(at, column.at).strip()) if column else ""

    def _sought(self, at: int) -> Sought:
        name = self._text(at, "name")
        if not self._finder.knows(name):
            name = name_and_unit(name)[0]
        return Sought(
            id=self._text(at, "id"), name=name, parent=self._text(at, "parent"), unit=self._own_unit(at)
        )

    def _own_unit(self, at: int) -> str:
        """Returns the unit that a row names: in its column, or behind the name."""
        unit, name = self._text(at, "unit"), self._text(at, "name")
        if not is_no_figure(unit):
            return unit
        return "" if self._finder.knows(name) else name_and_unit(name)[1]

    def _unit(self, at: int, column: Column, target: Target) -> str | None:
        """Returns the unit of a figure: from its row, else its heading, else the line above the table.

        Empty where none is said; None where several are said above and the target's is not among them.
        """
        if unit := self._own_unit(at):
            return unit
        if column.meaning and column.meaning.unit:
            return column.meaning.unit
        units = self._table.units
        if len(units) <= 1:
            return units[0] if units else ""
        return "" if any(same_unit(each, target.unit) for each in units) else None

    # --- all rows

    def _without_sums(self, found: list[_Found]) -> list[_Found]:
        """Leaves out the sums of parts that this program computed when it exported the table."""
        if not self._is_export:
            return found
        with_parts = {each.target.parent for each in found if each.target.parent}
        targets = table_in(self._document, "targets")
        sums = {
            each.target.id
            for each in found
            if each.target.id in with_parts and not table_in(table_in(targets, each.target.id), "actual")
        }
        for each in found:
            if each.target.id in sums:
                self._account.row(phrases.SUM_ROWS, each.row)
        return [each for each in found if each.target.id not in sums]

    def _period(self, found: _Found) -> Period | None:
        """Returns the period of a figure; None, which is noted, if it is missing or not the one asked for."""
        account, counting, times = self._account, found.target.counting, self._times
        own = times.of_row(found.own, counting) if found.own else None
        if isinstance(own, NoPeriod):
            account.fault(found.row, own.message, own.hint)
            return None
        column = times.of_column(found.chosen.column, counting)
        wanted = column or times.asked.get(counting)
        if own is None:
            if found.chosen.period is None:
                account.fault(found.row, phrases.WITHOUT_PERIOD.fill(), phrases.SAY_PERIOD.fill())
            return found.chosen.period
        if self._stands(found, own, always=self._is_export and counting is Counting.PER_PERIOD):
            account.row(phrases.ROWS_AS_BEFORE, found.row)
            self._stale.append(own)
            return None
        if wanted and own.last != wanted.last:
            if self._stands(found, own, always=True):
                account.row(phrases.ROWS_AS_BEFORE, found.row)
                self._stale.append(own)
            else:
                names = {"own": times.name(own), "asked": times.name(wanted)}
                phrase = phrases.inserted(phrases.ROW_OF_ANOTHER_PERIOD, **names)
                account.fault(found.row, phrase.fill(), phrases.CHECK_ROW.fill())
            return None
        return own

    def _note_period(self, found: _Found, period: Period) -> None:
        """Keeps what the figures of a column are, for the account: running totals, if any of them is."""
        at = found.chosen.column.at
        if self._periods.get(at, (period, Counting.PER_PERIOD))[1] is Counting.PER_PERIOD:
            self._periods[at] = period, found.target.counting

    def _stands(self, found: _Found, period: Period, *, always: bool) -> bool:
        """Tells whether the plan has the same total for the day already."""
        if not always:
            return False
        figure = figure_of(found.cell, found.target.unit, given=found.given, rounding=True)
        return isinstance(figure, Figure) and any(
            actual.day == period.last and actual.value == figure.number for actual in found.target.actuals
        )

    def _refuse_stale(self, collector: Collector) -> None:
        asked = next((period for period in self._times.asked.values() if period), None)
        if asked and self._stale and not collector.collected and not self._account.faults:
            raise self._times.none_of(asked, self._stale)

    def _judged(self, collected: Iterable[Collected]) -> Iterable[Judged]:
        for row, target, entry in collected:
            period = self._plan.time.period(entry.period)
            goal = target.goal_on(period.last) if period else target.goal
            yield Judged(row, entry.period, Decimal(entry.figure), goal, target.unit)

    def _tell_columns(self) -> None:
        used = {column.at: means(column) for column in self._fields.values() if column}
        for column in self._table.figures():
            if column.at in self._choice.used:
                known = None if self._fields["period"] else self._periods.get(column.at)
                told = period_phrase(known[0].label, self._plan.time, known[1]) if known else None
                used[column.at] = means(column, told)
        tell_columns(self._account, self._table, used, self._choice.reasons)
