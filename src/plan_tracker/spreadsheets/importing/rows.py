"""Reads one row of a table: the texts and choices of a target, its goal, its figures by period."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from plan_tracker.language import Language, Message, Phrase, inserted
from plan_tracker.numbers import short
from plan_tracker.plan.model import Direction
from plan_tracker.plan.period_words import Months, Spoken, said
from plan_tracker.plan.units import converted
from plan_tracker.reading.meant.periods import which_day
from plan_tracker.spreadsheets.cells import Cell, shown, text_of
from plan_tracker.spreadsheets.commas import Commas
from plan_tracker.spreadsheets.doubts.plausible import Judged
from plan_tracker.spreadsheets.goals import goal_of, unit_in
from plan_tracker.spreadsheets.importing.columns import Columns
from plan_tracker.spreadsheets.importing.targets import Draft
from plan_tracker.spreadsheets.importing.values import DATES, FIGURES, READ, Value, value_of
from plan_tracker.spreadsheets.numbers import BOUNDS, Figure, figure_of, is_no_figure
from plan_tracker.spreadsheets.refusal import NoNumber
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column, likeliest, several
from plan_tracker.spreadsheets.tables.fiscal_years import PlanYears
from plan_tracker.spreadsheets.tables.rows import Row
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_text
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import in_scale, is_larger_size, name_and_unit, power, power_alone
from plan_tracker.wording import headings
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import sheets as sheet_phrases
from plan_tracker.wording.adding import WRITE_DAY
from plan_tracker.wording.periods import said_phrase
from plan_tracker.wording.tables import NO_LIMIT
from plan_tracker.wording.vocabulary import SETTINGS, TRUTH

_APART = frozenset({"id", "name", "unit", "period", "year", ACTUAL}) | FIGURES
_TOLD = {"pace_rule": phrases.PACE_UNKNOWN, "status": phrases.STATUS_UNKNOWN}
"""What is said of words that are not understood, and of which no plan is the worse."""

_POINTS = "分"
_IN_UNIT = frozenset({"baseline", "committed"})


Given: TypeAlias = Callable[[Column], str]
"""Returns the unit in which the table gives the figures of a column in a row."""


class RowReader:
    """Reads rows of a table, and notes in the account what it does not understand.

    `commas` is what the file shows of them.
    """

    def __init__(self, table: Table, account: Account, columns: Columns, commas: Commas) -> None:
        self._table, self._grid, self._account = table, table.grid, account
        self._fields = fields = columns.fields
        self._figures, self._commas = columns.figures, commas
        self._headed = self._headed_unit()
        self._texts_read = {key: fields[key].at for key in sorted(fields.keys() & READ - _APART)}
        self._numbers_read = sorted(fields.keys() & FIGURES - {GOAL, ACTUAL})
        self._are_limits = any(column.speaks_of(headings.LIMITS) for column in table.having(GOAL))
        self._undated, self.judged = set[int](), list[Judged]()

    def _headed_unit(self) -> str:
        """Returns the unit that headings of figures say for rows that name none; empty for none.

        Beside goals that are not in percent 完成（%） is no unit of theirs.
        """
        goals = self._table.having(GOAL)
        others = [column for column, _ in self._figures if not (goals and column.is_in_percent)]
        return next((column.unit for column in (*goals, *others) if column.unit), "")

    def cell(self, at: int, field: str) -> Cell:
        """Returns the cell of a row in the column of a field; None without such a column."""
        column = self._fields.get(field)
        return self._grid.cell(at, column.at) if column else None

    def is_of(self, row: Row, years: PlanYears) -> bool:
        """Tells whether a row is of the plan's years, if it names one; another is noted as its fault."""
        text = text_of(self.cell(row.at, "year"))
        if year := years.another_in([text] if text else []):
            other = sheet_phrases.ROW_OF_ANOTHER_YEAR.fill(year=year, own=years.text)
            self._account.fault(row.number, other, sheet_phrases.CHECK_YEAR.fill())
        return not year

    def read(self, row: Row, name: str) -> Draft:
        """Returns what a row of this name says, without an id."""
        said_unit = text_of(self.cell(row.at, "unit")).strip()
        names_none = is_no_figure(said_unit)
        name, own = name_and_unit(name) if names_none else (name, said_unit)
        if own and any(is_larger_size(above, own) for above in self._table.units):
            self._account.row(phrases.OWN_SIZE, row.number)
        is_apart = names_none and bool(said_unit)
        headed = self._headed or self._table.unit
        if is_apart and headed in self._table.units:
            headed = ""
        if headed and not own and not self._headed:
            own = self._unit_behind(row, headed)
        given = partial(self._table.unit_of, own=own, is_apart=is_apart)
        usual = in_scale(headed, own) or headed
        goal = self._goal(row, usual, given)
        unit = str(goal.pop("unit", usual))
        fields: dict[str, Value] = {"name": name}
        if unit:
            fields["unit"] = unit
        elif self._table.units and not said_unit:
            self._account.row(phrases.WHICH_UNIT, row.number)
        for found in (self._texts(row), goal, self._numbers(row, unit, given)):
            fields |= found
        actuals = self._actuals(row, fields, given)
        return Draft(row=row.number, id="", fields=fields, actuals=actuals)

    def _unit_behind(self, row: Row, headed: str) -> str:
        """Returns the unit behind all figures of a row with a goal, if it is another than that above it."""
        if is_no_figure(self.cell(row.at, GOAL)):
            return ""
        columns = [*self._table.having(GOAL), *(column for column, _ in self._figures)]
        cells = [cell for each in columns if not is_no_figure(cell := self._grid.cell(row.at, each.at))]
        units = set(map(unit_in, cells))
        unit = units.pop() if len(units) == 1 else ""
        return unit if power(unit, headed) is None and power_alone(unit) == 0 else ""  # 8m may be millions

    # --- texts and choices

    def _texts(self, row: Row) -> dict[str, Value]:
        """Returns the texts, days and choices of a row that have a column and are understood."""
        found: dict[str, Value] = {}
        for key, column in self._texts_read.items():
            cell = self._grid.cell(row.at, column)
            if cell is None:
                continue
            value = value_of(key, cell)
            if value is not None:
                found[key] = value
            elif key in _TOLD:
                self._account.row(_TOLD[key], row.number)
            elif not is_no_figure(cell) and cell not in NO_LIMIT:
                self._not_understood(row, key, cell)
        return found

    # --- figures

    def _goal(self, row: Row, unit: str, given: Given) -> dict[str, Value]:
        """Returns the goal with its unit and, of a limit, its direction; empty where there is no goal."""
        column, cell = self._fields.get(GOAL), self.cell(row.at, GOAL)
        if column is None or self._is_merged(row, column):
            return {}
        if is_no_figure(cell):
            self._account.row(phrases.WITHOUT_GOAL, row.number)
            return {}
        goal = goal_of(cell, unit, given(column), self._commas)
        if isinstance(goal, NoNumber):
            self._refuse(row, GOAL, goal)
            return {}
        self._note_rounded(row, goal.figure)
        found: dict[str, Value] = {"goal": goal.figure.number, "unit": goal.unit}
        word = self.cell(row.at, "direction")
        other = value_of("direction", word) if word is not None else None
        if goal.direction and other and goal.direction.value != other:
            values = {"text": shown(cell), "word": shown(word)}
            self._account.fault(row.number, phrases.TWO_DIRECTIONS.fill(**values), phrases.CORRECT_ONE.fill())
        elif goal.direction is Direction.AT_MOST or (
            goal.direction and self.cell(row.at, "baseline") is not None
        ):  # beside a baseline, which says it else, the usual direction counts too
            found["direction"] = goal.direction.value
        elif self._are_limits and not (goal.direction or other):
            found["direction"] = Direction.AT_MOST.value
            self._account.row(phrases.READ_AS_LIMITS, row.number)
        return found

    def _numbers(self, row: Row, unit: str, given: Given) -> dict[str, Value]:
        """Returns the figures of a row that are neither goal nor actual."""
        found: dict[str, Value] = {}
        for key in self._numbers_read:
            column = self._fields[key]
            if key == "weight":
                figure = self._weight(row, column)
            elif key == "lead_pp":  # only looked at: what is wrong or rounded there is not written
                figure = figure_of(self._grid.cell(row.at, column.at), "", commas=self._commas)
            else:
                figure = self._figure(row, column, *((unit, given(column)) if key in _IN_UNIT else ("", "")))
            if isinstance(figure, Figure):
                found[key] = figure.number
            elif isinstance(figure, NoNumber) and key != "lead_pp":
                self._refuse(row, key, figure)
        return found

    def _actuals(self, row: Row, fields: dict[str, Value], given: Given) -> dict[Spoken, Decimal]:
        """Returns the figures of a row by their periods."""
        found: dict[Spoken, Decimal] = {}
        unit, goal = str(fields.get("unit", "")), fields.get(GOAL)
        known = goal if isinstance(goal, Decimal) else None
        is_told = False
        if {"id", "status"} <= self._fields.keys() and self._is_bound(row):
            self._account.row(sheet_phrases.BOUND_ROWS, row.number)
            return found
        for column, headed in self._figures:
            figure = self._figure(row, column, unit, given(column))
            if isinstance(figure, NoNumber):
                self._refuse(row, ACTUAL, figure)
                is_told = True
            elif figure:
                is_told = True
                if period := self._period(row, column, headed):
                    found[period] = figure.number
                    self.judged.append(Judged(row.number, period, figure.number, known, unit))
        if self._figures and not is_told:
            self._account.row(sheet_phrases.WITHOUT_FIGURE, row.number)
        return found

    def _is_bound(self, row: Row) -> bool:
        """Tells whether an exported figure lacks parts or periods: as CSV says, or as a workbook shows."""
        figures = (text_of(self._grid.cell(row.at, column.at)) for column, _ in self._figures)
        return bool(text_of(self.cell(row.at, "missing"))) or any(each.startswith(BOUNDS) for each in figures)

    def _figure(self, row: Row, column: Column, unit: str, given: str) -> Figure | NoNumber | None:
        cell = self._grid.cell(row.at, column.at)
        if self._is_merged(row, column) or is_no_figure(cell):
            return None
        figure = figure_of(cell, unit, given=given, commas=self._commas)
        if isinstance(figure, Figure):
            self._note_rounded(row, figure)
        return figure

    def _weight(self, row: Row, column: Column) -> Figure | NoNumber | None:
        """Returns the weight in a cell: 20% is 0.2, also below 权重（%）; points may have 分 behind them."""
        is_share = text_of(self._grid.cell(row.at, column.at)).endswith(("%", "％")) or column.is_in_percent
        figure = self._figure(row, column, "%" if is_share else _POINTS, "")
        if is_share and isinstance(figure, Figure):
            return figure._replace(number=short(converted(figure.number, -2)))
        return figure

    def _period(self, row: Row, column: Column, headed: Spoken | None) -> Spoken | None:
        """Returns the period of a figure: from its row, else from its heading; None if neither says it.

        That is a fault of its row where others name theirs, else one of the column.
        """
        periods, text = self._fields.get("period"), text_of(self.cell(row.at, "period")).strip()
        text = period_text(periods, text, text_of(self.cell(row.at, "year"))) if periods else ""
        own, over = said(text) if text else None, column.spoken
        if text and own is None:
            self._not_understood(row, "period", text)
        elif own and over and _differ(own, over):
            names = {"own": said_phrase(own), "headed": said_phrase(over)}
            fault = inserted(phrases.ROW_AGAINST_HEADING, **names)
            self._account.fault(row.number, fault.fill(), phrases.CORRECT_ONE.fill())
        elif own or (headed and not text):
            return own or headed
        elif "period" in self._fields:
            self._account.fault(row.number, sheet_phrases.WITHOUT_PERIOD.fill(), phrases.SAY_PERIOD.fill())
        elif column.at not in self._undated:
            self._undated.add(column.at)
            message = sheet_phrases.NO_PERIOD.fill(heading=column.heading)
            figures = [column for column, _ in self._figures]
            is_beside = likeliest(reversed(figures), ACTUAL).spoken is not None
            hint = several(figures, ACTUAL).hint if is_beside else phrases.SAY_PERIOD.fill()
            self._account.fault(self._table.block.bottom, message, hint)
        return None

    def _is_merged(self, row: Row, column: Column) -> bool:
        """Tells whether a figure is merged over several cells, and notes that as a fault."""
        cells = self._grid.merged_figure(row.at, column.at)
        if cells:
            message = sheet_phrases.MERGED_FIGURE.fill(cells=cells)
            self._account.fault(row.number, message, sheet_phrases.SPLIT_CELLS.fill())
        return bool(cells)

    # --- what is noted

    def _note_rounded(self, row: Row, figure: Figure) -> None:
        if figure.rounded:
            self._account.row(sheet_phrases.ROUNDED_ROWS, row.number)

    def _not_understood(self, row: Row, key: str, cell: Cell) -> None:
        phrase = phrases.in_field(key, phrases.NOT_UNDERSTOOD)
        self._account.fault(row.number, phrase.fill(text=shown(cell)), _hint_at(key, cell))

    def _refuse(self, row: Row, key: str, why: NoNumber) -> None:
        phrase = phrases.in_field(key, why.message.phrase)
        self._account.fault(row.number, phrase.fill(**why.message.values), why.hint)


def _hint_at(key: str, cell: Cell) -> Message:
    """Returns what may be written in the column of a day, a period or a choice."""
    if key in DATES and (days := which_day(text_of(cell))):
        return days
    if key in DATES or key == "period":
        return phrases.WRITE_DUE.fill() if key == "due" else WRITE_DAY.fill(day="2024-09-30")
    choices = TRUTH if key == "binding" else SETTINGS[key]
    both = Phrase(*(choices.all_written(language) for language in (Language.EN, Language.ZH)))
    return inserted(phrases.WRITE_CHOICE, words=both).fill()


def _differ(one: Spoken, other: Spoken) -> bool:
    """Tells whether two periods surely end on different days; of labels only the plan knows."""
    return isinstance(one, Months) and isinstance(other, Months) and one.last != other.last
