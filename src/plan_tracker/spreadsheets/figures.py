"""From a table of figures to the entries that `record` writes: which row means which target and period."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple

from plan_tracker.editing.entries import Entry, entry_of
from plan_tracker.editing.recording import Meter
from plan_tracker.language import Message
from plan_tracker.numbers import figure_meant, fits, plain
from plan_tracker.plan.model import Plan
from plan_tracker.problems import printable
from plan_tracker.reading import faults
from plan_tracker.spreadsheets.headings import Columns, RowFault, find_columns, period_meant, simplified
from plan_tracker.spreadsheets.reader import Cell, NotASheet, Sheet, is_blank, shown
from plan_tracker.wording import recording as refusals
from plan_tracker.wording import sheets as phrases


class Intake(NamedTuple):
    """The entries of a table with their rows, and what in it cannot be recorded."""

    entries: Mapping[Entry, int]
    faults: tuple[RowFault, ...]


def entries_of(
    sheet: Sheet, plan: Plan, period: str | None, given: Mapping[str, str], meter: Meter = iter
) -> Intake:
    """The figures of a table; `period` is that of all rows which name none. Raises NotASheet."""
    columns = find_columns(
        sheet,
        given,
        lambda heading: period_meant(heading, plan.time),
        lambda found: bool(
            {"id", "name"} & set(found.fields) and ("actual" in found.fields or found.periods)
        ),
    )
    if columns is None:
        hint = phrases.NAME_COLUMN.fill(fields="id, name, unit, period, actual")
        raise NotASheet(phrases.NO_FIGURES_HEADED.fill(file=sheet.name), hint)
    if not columns.periods and "period" not in columns.fields and period is None:
        raise NotASheet(phrases.NO_PERIOD.fill(file=sheet.name), phrases.SAY_PERIOD.fill(file=sheet.name))
    return _Reader(plan, columns, period).read(meter(columns.rows(sheet)))


class _Reader:
    def __init__(self, plan: Plan, columns: Columns, period: str | None) -> None:
        self._time, self._columns, self._period = plan.time, columns, period
        self._ids = {each.id for target in plan.targets for each in (target, *target.parts)}
        self._names: dict[str, list[tuple[str, str]]] = {}
        for target in plan.targets:
            self._names.setdefault(simplified(target.name), []).append((simplified(target.unit), target.id))
        self._faults: list[RowFault] = []

    def read(self, rows: Iterable[tuple[int, Sequence[Cell]]]) -> Intake:
        entries: dict[Entry, int] = {}
        seen: dict[tuple[str, str], int] = {}
        for number, row in rows:
            if is_blank(row):
                continue
            figures = list(self._figures(number, row))
            identity = self._identity(number, row) if figures else None
            for label, figure in figures:
                if identity is None:
                    continue
                entry = entry_of(identity, label, figure)
                first = seen.setdefault((entry.id, label), number)
                if first != number:
                    values = {"id": entry.id, "period": label, "other": str(first)}
                    self._fault(number, phrases.ROW_TWICE.fill(**values))
                else:
                    entries[entry] = number
        return Intake(entries, tuple(self._faults))

    def _figures(self, number: int, row: Sequence[Cell]) -> Iterator[tuple[str, str]]:
        """Each period for which a row has a figure, and the figure."""
        for label, at in self._columns.periods.items():
            if at < len(row) and (figure := self._figure(number, row[at])):
                yield label, figure
        if self._columns.periods:
            return
        if figure := self._figure(number, self._columns.cell(row, "actual")):
            cell = self._columns.cell(row, "period")
            text = shown(cell) if cell is not None else self._period
            if text is None:
                self._fault(number, phrases.WITHOUT_PERIOD.fill())
            else:
                yield period_meant(text, self._time) or text, figure

    def _figure(self, number: int, cell: Cell) -> str | None:
        if cell is None:
            return None
        figure = None
        if isinstance(cell, Decimal) and fits(cell):
            figure = plain(cell)
        elif isinstance(cell, str):
            figure = figure_meant(cell)
        if figure is None:
            self._fault(number, phrases.NO_NUMBER.fill(text=shown(cell)))
        return figure

    def _identity(self, number: int, row: Sequence[Cell]) -> str | None:
        """The id of the target that a row means, or None, which is then among the faults."""
        if (cell := self._columns.cell(row, "id")) is not None:
            given = shown(cell)
            if given in self._ids:
                return given
            close = get_close_matches(given, self._ids, n=1)
            hint = faults.DID_YOU_MEAN.fill(word=close[0]) if close else None
            self._fault(number, refusals.NO_TARGET.fill(id=given), hint)
            return None
        name, unit = self._columns.cell(row, "name"), self._columns.cell(row, "unit")
        if name is None:
            self._fault(number, phrases.NAMELESS.fill())
            return None
        known = self._names.get(simplified(str(name)), [])
        asked = None if unit is None else simplified(str(unit))
        fitting = [known_id for known_unit, known_id in known if asked in (None, known_unit)]
        if len(fitting) == 1:
            return fitting[0]
        values = {"name": printable(str(name)), "unit": shown(unit)}
        if fitting:
            self._fault(number, phrases.AMBIGUOUS.fill(name=values["name"], ids=", ".join(fitting)))
        elif unit is None:
            self._fault(number, phrases.NO_SUCH_NAME.fill(name=values["name"]))
        else:
            self._fault(number, phrases.NO_SUCH_NAME_AND_UNIT.fill(**values))
        return None

    def _fault(self, row: int, message: Message, hint: Message | None = None) -> None:
        self._faults.append(RowFault(row, message, hint))
