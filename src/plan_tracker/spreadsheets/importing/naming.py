"""Whether names stand in the column of names, or may stand in one whose heading was not understood."""

from collections.abc import Sequence

from plan_tracker.language import Message
from plan_tracker.plan.names import simplified
from plan_tracker.spreadsheets.commas import GROUPED
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.numbers import Figure, figure_of
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.rows import Row
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.wording import importing as phrases
from plan_tracker.wording.headings import EITHER

_OR_OWNER = ("name", "owner")


class Naming:
    """The column of names, and those of texts before the figures of a table that were not understood."""

    def __init__(self, table: Table) -> None:
        self._grid, self._names = table.grid, table.column("name")
        self._has_goals = bool(table.having(GOAL))
        figures = [column.at for field in (GOAL, ACTUAL) for column in table.having(field)]
        first = min(figures, default=table.grid.width)
        self._unclear = [column for column in table.columns if column.is_unknown and column.at < first]

    def refuse_numbers(self, rows: Sequence[Row]) -> None:
        """Raises NotRead where the names of all rows are goals (1300, 20个): so was their heading."""
        names = self._names
        if names is None or self._has_goals:
            return
        if rows and all(number_in(self._grid.cell(row.at, names.at)) is not None for row in rows):
            told = phrases.NUMBERS_AS_NAMES.fill(letter=names.letter, heading=names.heading)
            raise NotRead(told, phrases.NAME_NAMES.fill())

    def refuse_doubtful(self, rows: Sequence[Row]) -> None:
        """Raises NotRead where another column may hold the names: each of its texts occurs once.

        Names that repeat may head those on their right, and departments (科室) may answer for the targets.
        """
        names = self._names
        if names is None:
            return
        repeat = len({row.name for row in rows}) < len(rows)
        may_be_owners = any(EITHER.get(simplified(text)) == _OR_OWNER for text in names.texts)
        for other in self._unclear:
            if not (may_be_owners or (repeat and other.at > names.at)):
                continue
            texts = {self._text(row.at, other) for row in rows} - {""}
            if len(texts) == len(rows) > 1:
                both = {"one": names.called, "other": other.called}
                told = phrases.MAY_BE_NAMES.fill(**both)
                raise NotRead(told, phrases.NAMES_OR_PARTS.fill(letter=other.letter))

    def telling_apart(self, one: int, other: int) -> Message | None:
        """Returns the hint at a column that tells two rows (from 1) of one name apart; None if none does."""
        for column in self._unclear:
            texts = {self._text(row - 1, column) for row in (one, other)}
            if len(texts) > 1 and "" not in texts:
                return phrases.PARTS_BY_COLUMN.fill(column=column.called, letter=column.letter)
        return None

    def _text(self, row: int, column: Column) -> str:
        """Returns a cell as text; empty if it is blank or a figure."""
        cell = self._grid.cell(row, column.at)
        return (
            "" if isinstance(figure_of(cell, "", commas=GROUPED), Figure) else self._grid.text(row, column.at)
        )
