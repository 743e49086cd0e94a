"""Finds the figures of targets in a table: which cell means which, and an account of everything in it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.editing.plan_text import table_in
from plan_tracker.editing.recording import Watch
from plan_tracker.language import inserted
from plan_tracker.plan.model import Counting, Plan, Target
from plan_tracker.plan.period_words import Spoken
from plan_tracker.plan.periods import Period
from plan_tracker.plan.spoken import period_of
from plan_tracker.spreadsheets.cells import text_of
from plan_tracker.spreadsheets.commas import grouping
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.goals import Goal, goal_of
from plan_tracker.spreadsheets.numbers import BOUNDS, Figure, figure_of, is_no_figure
from plan_tracker.spreadsheets.recording.cells import Cells, Found
from plan_tracker.spreadsheets.recording.choosing import Choice, NoPeriod, Times, are_same, period_of_row
from plan_tracker.spreadsheets.recording.collecting import Collected, Collector
from plan_tracker.spreadsheets.recording.doubting import (
    doubt_figures,
    doubt_remarks,
    doubts_of_table,
    file_name,
    refuse_parts_beside,
    tell_other_target,
    tell_place,
    tell_totals,
)
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.recording.rows import Hierarchy, RowWords
from plan_tracker.spreadsheets.recording.wanting import Wish, wanted
from plan_tracker.spreadsheets.refusal import NoNumber, NotRead
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.column_contents import refuse_rows_of_goals
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.rows import Row, RowKind, rows_of
from plan_tracker.spreadsheets.tables.search import find_table
from plan_tracker.spreadsheets.tables.telling import account_of, means, tell_columns, tell_groups, tell_row
from plan_tracker.spreadsheets.tables.times import period_named, period_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused
from plan_tracker.wording.periods import period_phrase
from plan_tracker.wording.recording import FILE_OF_ANOTHER_PERIOD, FILE_OF_ANOTHER_YEAR, OTHER_GOALS


class Intake(NamedTuple):
    """The figures of a table, and the account of it."""

    collected: tuple[Collected, ...]
    account: Account


def figures_of(
    source: Source, plan: Plan, document: Mapping[str, object], wish: Wish, watch: Watch[Row] = iter
) -> Intake:
    """Reads the figures in a file, for a plan that was parsed to `document`. Raises NotRead."""
    return _FigureTable(source, plan, document, wish).read(watch)


class _FigureTable:
    """The figures of a table, and what it says beside them."""

    def __init__(self, source: Source, plan: Plan, document: Mapping[str, object], wish: Wish) -> None:
        self._file, self._plan, self._document = source.file, plan, document
        self._finder = finder = Finder(plan, wish.under)
        self._table = table = find_table(source, wanted(source.file, plan, finder, wish))
        self._grid = table.grid
        refuse_rows_of_goals(table)
        refuse_parts_beside(table, finder)
        self._account, self._commas = account_of(source, table, finder.years), table.commas()
        self._words = RowWords(table, finder)
        said = self._said()
        self._times = Times(plan.time, wish.period, said)
        actuals = table.having(ACTUAL)
        headed = [column.spoken for column in actuals if column.spoken]
        if not headed:
            self._times.check_title(self._file)
        if not self._words.fields["period"]:
            self._doubt_name([*said, *headed])
        self._account.doubts += doubts_of_table(source, table, plan, finder)
        self._choice = Choice(actuals, self._times, by_rows=self._words.fields["period"] is not None)
        self._cells = Cells(table, self._words, self._choice, self._account)
        self._is_export = bool(table.having("id")) and bool(table.having("status"))
        self._periods: dict[int, tuple[Period, Counting]] = {}
        self._stale: list[Period] = []
        self._notes: list[tuple[int, str]] = []

    def _said(self) -> list[Spoken]:
        """Returns the periods in the title and in the name of the sheet.

        Raises NotRead if they name another year than the plan's.
        """
        sheet = self._grid.sheet.name
        years = self._finder.years
        if year := years.another_in([*self._table.titles, sheet]):
            values = {"file": self._file, "year": year, "own": years.text}
            raise NotRead(phrases.TITLE_OF_ANOTHER_YEAR.fill(**values), phrases.CHECK_FILE.fill())
        return [each for each in (period_said(self._table.titles), period_named(sheet)) if each]

    def _doubt_name(self, said: list[Spoken]) -> None:
        """Doubts a file whose name is of another period, where the table says none, or of an earlier year.

        That is where the table says no year. One of a later year may be named for the day it was made.
        """
        named = period_named(file_name(self._file).rpartition(".")[0])
        if named is None:
            return
        time, texts = self._plan.time, [*self._table.titles, self._grid.sheet.name]
        says_year = any(each.year for each in said) or years_said(texts)
        if not said:
            if phrase := self._times.of_another_period(FILE_OF_ANOTHER_PERIOD, period_of(named, time)):
                self._account.doubts.append(phrase.fill())
        elif named.year and named.year < time.start.year and not says_year:
            own = self._finder.years.text
            self._account.doubts.append(FILE_OF_ANOTHER_YEAR.fill(year=str(named.year), own=own))

    def read(self, watch: Watch[Row]) -> Intake:
        """Reads the figures of all rows. Raises NotRead if there are none of the period asked for."""
        collector = Collector(self._commas)
        remarks: list[tuple[int, str, date]] = []
        days: set[date] = set()
        for each in self._without_sums(self._found(watch)):
            if period := self._period(each):
                collector.take(each.row, each.target, period, each.cell, each.given)
                texts = (self._grid.text(each.row - 1, column.at) for column in self._table.having("note"))
                remarks += [(each.row, text, period.last) for text in texts if text]
                days.add(period.last)
                self._note_period(each, period)
                self._compare_goal(each, each.target.goal_on(period.last))
        self._refuse_stale(collector)
        account = self._account
        notes = [(row, text, day) for row, text in self._notes for day in days]
        doubt_remarks([*remarks, *notes], self._plan.time, account)
        account.add_faults(collector.faults)
        for number in collector.rounded:
            account.row(phrases.ROUNDED_ROWS, number)
        doubt_figures(
            collector.collected, self._plan.time, self._beside, self._table, account, used=self._choice.used
        )
        for tell in (tell_place, tell_other_target):
            tell(collector.collected, [*self._table.titles, file_name(self._file)], self._plan, account)
        self._tell_columns()
        return Intake(collector.as_reported(self._document, self._plan.time), account)

    # --- a row

    def _found(self, watch: Watch[Row]) -> list[Found]:
        """Finds the cells with figures, and notes what all other rows are; also totals that are wrong."""
        found: list[Found] = []
        groups: list[int] = []
        last = 0
        rows: list[Row] = []
        hierarchy = Hierarchy(self._words, self._finder)
        for row in watch(rows_of(self._table, self._cells.candidates, self._finder.knows)):
            rows.append(row)
            part = hierarchy.part(row)
            if row.kind is RowKind.ENTRY or part:
                found += self._cells.of(row, part)
                last = row.number
            elif row.kind is RowKind.GROUP:
                groups.append(row.number)
                self._words.group = row.name
            else:
                tell_row(self._account, row)
                if row.kind is RowKind.NOTE:
                    texts = (self._grid.text(row.at, column.at) for column in self._table.columns)
                    self._notes += [(row.number, text) for text in texts if text]
        tell_groups(self._account, groups, last)
        if any(row.kind is RowKind.TOTAL for row in rows):
            tell_totals(rows, found, self._figure, self._account)
        return found

    def _figure(self, at: int, column: Column, unit: str, given: str) -> Figure | NoNumber | None:
        cell = self._grid.cell(at, column.at)
        if is_no_figure(cell):
            return None
        return figure_of(cell, unit, given=given, commas=grouping(self._commas))

    # --- all rows

    def _without_sums(self, found: list[Found]) -> list[Found]:
        """Leaves out the sums of parts that this program computed when it exported the table."""
        if not self._is_export:
            return found
        parts: defaultdict[str | None, list[Found]] = defaultdict(list)
        for each in found:
            parts[each.target.parent].append(each)
        kept: list[Found] = []
        for each in found:
            if (own := parts.get(each.target.id)) and self._is_sum(each, own):
                self._account.row(phrases.SUM_ROWS, each.row)
            elif text_of(each.cell).startswith(BOUNDS):
                self._account.row(phrases.BOUND_ROWS, each.row)
            else:
                kept.append(each)
        return kept

    def _is_sum(self, whole: Found, parts: list[Found]) -> bool:
        """Tells whether a figure was added up: no own one is in the plan, it lacks parts, or equals them."""
        target = table_in(table_in(self._document, "targets"), whole.target.id)
        missing = self._table.column("missing")
        if not table_in(target, "actual") or (missing and self._grid.text(whole.row - 1, missing.at)):
            return True
        there = (whole.chosen.column, whole.own)
        figures = [self._number(each) for each in parts if (each.chosen.column, each.own) == there]
        return bool(figures) and self._number(whole) == sum(figures)

    def _number(self, found: Found) -> Decimal:
        """Returns the figure in a cell; one that is not understood is none that a sum has."""
        figure = self._figure(found.row - 1, found.chosen.column, found.target.unit, found.given)
        return figure.number if isinstance(figure, Figure) else Decimal("NaN")

    def _period(self, found: Found) -> Period | None:
        """Returns the period of a figure; None, which is noted, if it is missing or not the one asked for."""
        account, counting, times = self._account, found.target.counting, self._times
        own = period_of_row(found.own, times.time, counting) if found.own else None
        if isinstance(own, NoPeriod):
            account.fault(found.row, own.message, own.hint)
            return None
        column = times.of_column(found.chosen.column, counting)
        wanted = column or times.asked.get(counting)
        if own is None:
            if found.chosen.period is None:
                account.fault(found.row, phrases.WITHOUT_PERIOD.fill(), phrases.SAY_PERIOD.fill())
            return found.chosen.period
        is_other = wanted is not None and not are_same(own, wanted, counting)
        is_total = self._is_export and Counting.PER_PERIOD is counting is not found.chosen.column.counting
        if (is_other or is_total) and self._stands(found, own):
            account.row(phrases.ROWS_AS_BEFORE, found.row)
            self._stale.append(own)
            return None
        if is_total and own.first and own.first > found.target.start:
            account.fault(
                found.row, phrases.COUNTS_PER_PERIOD.fill(id=found.target.id), phrases.ADD_SINGLE.fill()
            )
            return None
        if wanted and is_other:
            names = {"own": times.name(own), "asked": times.name(wanted)}
            phrase = inserted(phrases.ROW_OF_ANOTHER_PERIOD, **names)
            account.fault(found.row, phrase.fill(), phrases.CHECK_ROW.fill())
            return None
        is_known = own.label in {actual.period for actual in found.target.actuals}
        return own if is_known else times.as_asked(own, counting)

    def _note_period(self, found: Found, period: Period) -> None:
        """Keeps what the figures of a column are, for the account: running totals, if any of them is."""
        at = found.chosen.column.at
        if self._periods.get(at, (period, Counting.PER_PERIOD))[1] is Counting.PER_PERIOD:
            self._periods[at] = period, found.target.counting

    def _compare_goal(self, found: Found, goal: Decimal | None) -> None:
        """Notes a row whose goal is not that of the plan; it may be another unit, or another version."""
        columns = self._table.having(GOAL)
        if len(columns) != 1 or goal is None:
            return
        at, target = found.row - 1, found.target
        given = self._words.unit(at, columns[0], target) or ""
        told = goal_of(self._grid.cell(at, columns[0].at), target.unit, given, self._commas)
        if isinstance(told, Goal) and told.figure.number != goal:
            self._account.row(OTHER_GOALS, found.row)

    def _stands(self, found: Found, period: Period) -> bool:
        """Tells whether the plan has the same total for the day already."""
        figure = figure_of(found.cell, found.target.unit, given=found.given, commas=self._commas)
        return isinstance(figure, Figure) and any(
            actual.day == period.last and actual.value == figure.number for actual in found.target.actuals
        )

    def _refuse_stale(self, collector: Collector) -> None:
        asked = self._times.any_asked
        is_empty = not (collector.collected or collector.faults or self._account.faults)
        if asked and is_empty and (others := [*self._stale, *self._choice.others(asked, self._table)]):
            raise self._times.none_of(asked, others)

    def _beside(self, row: int, target: Target) -> dict[date, Decimal]:
        """Returns the running totals of a row by their days, whether they are asked for or not."""
        read = (
            (day, self._figure(row - 1, column, target.unit, self._words.unit(row - 1, column, target) or ""))
            for day, column in self._choice.dated
        )
        return {day: figure.number for day, figure in read if isinstance(figure, Figure)}

    def _tell_columns(self) -> None:
        used = {column.at: means(column) for key, column in self._words.fields.items() if column}
        for column in self._table.having(ACTUAL):
            if column.at in self._choice.used or column.at not in self._choice.reasons:  # used, if by any row
                known = None if self._words.fields["period"] else self._periods.get(column.at)
                told = period_phrase(known[0].label, self._plan.time, known[1]) if known else None
                used[column.at] = means(column, told)
        if self._words.has_places and (place := self._table.column("place")):
            used[place.at] = unused.PLACES_OF_PARTS.fill()
        left = {column.at: unused.UNKNOWN.fill() for column in self._table.having("place")}
        tell_columns(self._account, self._table, used, self._choice.reasons | left)
