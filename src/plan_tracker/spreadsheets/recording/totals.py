"""Totals below or above the figures that are recorded: they are left out, and told where they differ."""

from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from functools import cache

from plan_tracker.plan.model import Kind
from plan_tracker.spreadsheets.doubts.sums import Said, tell_sums
from plan_tracker.spreadsheets.numbers import Figure, NoNumber
from plan_tracker.spreadsheets.recording.cells import Found
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL

Reading = Callable[[int, Column, str, str], Figure | NoNumber | None]
"""Reads the cell of a row and a column, for a unit and the one it is given in."""


def tell_totals(rows: Sequence[Row], every: Sequence[Found], read: Reading, account: Account) -> None:
    """Notes totals that are not the sum of the figures; only where all are totals in one unit."""
    units = {(each.target.unit, each.given) for each in every}
    if len(units) != 1 or any(each.target.kind is Kind.LEVEL for each in every):
        return
    unit, given = units.pop()
    columns = {each.chosen.column.at: each.chosen.column for each in every}
    by_row: dict[int, set[int]] = {}
    for each in every:
        by_row.setdefault(each.row, set()).add(each.chosen.column.at)

    @cache
    def said(row: Row) -> Said | None:
        own = columns.keys() if row.kind is RowKind.TOTAL else by_row.get(row.number)
        if own is None:
            return None
        found = {columns[at]: read(row.at, columns[at], unit, given) for at in own}
        figures: dict[Hashable, Decimal] = {
            column.spoken or ACTUAL: each.number for column, each in found.items() if isinstance(each, Figure)
        }
        return Said({"unit": unit}, figures)

    wholes = {each.target.id for each in every}
    parts = [each.row - 1 for each in every if each.target.parent in wholes]
    tell_sums(rows, (), parts, said, account)
