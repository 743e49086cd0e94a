"""Totals below or above the figures that are recorded: they are left out, and told where they differ."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from plan_tracker.plan.model import Kind, Target
from plan_tracker.plan.period_words import Spoken
from plan_tracker.spreadsheets.doubts.sums import Said, tell_sums
from plan_tracker.spreadsheets.numbers import Figure, NoNumber
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL


class Taken(NamedTuple):
    """A figure that is to be recorded: where its row stands, its column, its target, the unit it is in."""

    at: int
    column: Column
    target: Target
    given: str


Reading = Callable[[int, Column, str, str], Figure | NoNumber | None]
"""Reads the cell of a row and a column, for a unit and the one it is given in."""


def tell_totals(rows: Sequence[Row], taken: Iterable[Taken], read: Reading, account: Account) -> None:
    """Notes totals that are not the sum of the figures; only where all are totals in one unit."""
    by_row: dict[int, list[Taken]] = {}
    for each in taken:
        by_row.setdefault(each.at, []).append(each)
    every = [each for found in by_row.values() for each in found]
    units = {(each.target.unit, each.given) for each in every}
    if len(units) != 1 or any(each.target.kind is Kind.LEVEL for each in every):
        return
    unit, given = units.pop()
    columns = {each.column.at: each.column for each in every}

    @cache
    def said(row: Row) -> Said | None:
        if row.kind is not RowKind.TOTAL and row.at not in by_row:
            return None
        own = columns if row.kind is RowKind.TOTAL else {each.column.at for each in by_row[row.at]}
        found = {column: read(row.at, columns[column], unit, given) for column in own}
        figures: dict[Hashable, Decimal] = {
            _name(columns[at]): each.number for at, each in found.items() if isinstance(each, Figure)
        }
        return Said({"unit": unit}, figures)

    wholes = {each.target.id for each in every}
    tell_sums(rows, (), [each.at for each in every if each.target.parent in wholes], said, account)


def _name(column: Column) -> Spoken | str:
    """Returns what a figure is called: its period, if the heading says it."""
    return column.spoken or ACTUAL
