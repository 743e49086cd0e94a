"""The cells of a row that have figures of its target, and why other rows have none."""

from collections.abc import Sequence
from typing import NamedTuple

from plan_tracker.language import inserted, listed
from plan_tracker.plan.model import Counting, Target
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.recording.choosing import Choice, Chosen
from plan_tracker.spreadsheets.recording.finding import NotFound
from plan_tracker.spreadsheets.recording.rows import RowWords
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.rows import Row
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.wording import sheets as phrases


class Found(NamedTuple):
    """A cell with a figure of a target; `own` is the period that its row names, `given` the unit it is in."""

    row: int
    target: Target
    chosen: Chosen
    cell: Cell
    given: str
    own: str


class Cells:
    """Finds the cells of rows that have figures; notes in the account why a row has none."""

    def __init__(self, table: Table, words: RowWords, choice: Choice, account: Account) -> None:
        self._grid, self._units = table.grid, table.units
        self._words, self._choice, self._account = words, choice, account
        self.candidates = choice.candidates()
        """The columns in which figures may stand."""

    def of(self, row: Row, part: Target | None) -> list[Found]:
        """Returns the cells of a row; `part` is its target where that is a part of the one in a row above."""
        at, grid, account = row.at, self._grid, self._account
        if merged := next(filter(None, (grid.merged_figure(at, each) for each in self.candidates)), ""):
            account.fault(row.number, phrases.MERGED_FIGURE.fill(cells=merged), phrases.SPLIT_CELLS.fill())
            return []
        if all(is_no_figure(grid.cell(at, column)) for column in self.candidates):
            account.row(phrases.WITHOUT_FIGURE, row.number)
            return []
        target = self._words.of_another_year(at) or part or self._words.target(at)
        if isinstance(target, NotFound):
            account.not_found(row.number, target.message, target.hint)
            return []
        chosen = self._choice.of(target.counting)
        if isinstance(chosen, NotRead):
            account.fault(row.number, chosen.message, chosen.hint)
        elif chosen:
            return self._of_target(row, target, chosen)
        else:
            is_total = target.counting is Counting.TO_DATE
            told = phrases.COUNTS_TO_DATE if is_total else phrases.COUNTS_PER_PERIOD
            hint = phrases.ADD_TOTALS if is_total else phrases.ADD_SINGLE
            account.fault(row.number, told.fill(id=target.id), hint.fill())
        return []

    def _of_target(self, row: Row, target: Target, chosen: Sequence[Chosen]) -> list[Found]:
        """Returns the figures of a row for its target, each in a known unit; notes where there is none."""
        own, is_told = self._words.period(row.at), False
        found: list[Found] = []
        for each in chosen:
            cell = self._grid.cell(row.at, each.column.at)
            if is_no_figure(cell):
                continue
            given = self._words.unit(row.at, each.column, target)
            if given is None:
                among = inserted(phrases.NOT_AMONG_UNITS, given=listed(map(printable, self._units)))
                self._account.fault(row.number, among.fill(unit=target.unit), phrases.UNIT_IN_HEADING.fill())
                is_told = True
            else:
                found.append(
                    Found(row=row.number, target=target, chosen=each, cell=cell, given=given, own=own)
                )
        if not found and not is_told:
            self._account.row(phrases.WITHOUT_FIGURE, row.number)
        return found
