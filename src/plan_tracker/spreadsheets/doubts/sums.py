"""Figures of a table that are not the sum of the rows which they should add up: of totals, and of 其中."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, literally
from plan_tracker.numbers import NOTHING, plain
from plan_tracker.plan.period_words import Day, Label, Months
from plan_tracker.plan.precision import half_a_unit
from plan_tracker.spreadsheets.doubts.levels import says_level
from plan_tracker.spreadsheets.tables.account import Account, with_rows
from plan_tracker.spreadsheets.tables.row_texts import bare_name
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.wording import importing as phrases
from plan_tracker.wording.periods import said_phrase
from plan_tracker.wording.sheets import MORE_FAULTS
from plan_tracker.wording.words import field_name

_MOST = 20
"""How many differences are told; if there are more, that is said."""

_FEWEST = 2
"""How many rows below 其中 may be all parts of the row above; one is not."""


class Said(NamedTuple):
    """What a row says: its fields, and its figures by period, its goal among them."""

    fields: Mapping[str, object]
    figures: Mapping[Hashable, Decimal]


SaidBy = Callable[[Row], Said | None]
"""Returns what a row says, or None if some of it is not understood."""


class Family(NamedTuple):
    """A row, and rows below it that may be its parts; `mark` is a row between that only says 其中."""

    whole: Row
    parts: tuple[Row, ...]
    mark: Row | None = None


class _Sum(NamedTuple):
    """Figures added up: how far their sum may be off, and how many they are."""

    total: Decimal = NOTHING
    slack: Decimal = NOTHING
    number: int = 0


class _Group(NamedTuple):
    """Rows that may be added up: their unit, and the sum of each figure."""

    rows: Sequence[Row]
    unit: str
    sums: Mapping[Hashable, _Sum]

    def is_off(self, key: Hashable, stated: Decimal) -> bool:
        """Tells whether rows do not add up to a figure; where some have none, it may be larger."""
        total, slack, number = self.sums[key]
        over = total - stated
        is_complete = number == len(self.rows)
        return (abs(over) if is_complete else over) > slack + half_a_unit(stated)


class _Difference(NamedTuple):
    """A figure of a row, and rows that add up to another one."""

    key: Hashable
    stated: Decimal
    total: Decimal
    rows: Sequence[Row]


def tell_sums(
    rows: Sequence[Row], families: Iterable[Family], parts: Iterable[int], said: SaidBy, account: Account
) -> None:
    """Notes rows that differ from the sum of others; `parts` are the places of parts: their whole counts."""
    found = [*_of_families(families, said), *_of_totals(rows, frozenset(parts), said)]
    found.sort(key=lambda each: each[0].at)
    account.notes += [_told(row, each) for row, each in found[:_MOST]]
    if len(found) > _MOST:
        account.notes.append(MORE_FAULTS.fill(number=str(len(found) - _MOST)))


def _of_families(families: Iterable[Family], said: SaidBy) -> Iterator[tuple[Row, _Difference]]:
    """Yields rows that are not the sum of those below; a single one below may be smaller."""
    for family in families:
        parts = [row for row in family.parts if bare_name(row.name)]
        if len({row.indent for row in parts if row.kind is RowKind.ENTRY}) <= 1:
            for each in _differences(said(family.whole), [_group(parts, said)]):
                if len(parts) >= _FEWEST or each.total > each.stated:
                    yield family.whole, each


def _of_totals(rows: Sequence[Row], parts: frozenset[int], said: SaidBy) -> Iterator[tuple[Row, _Difference]]:
    """Yields totals that are not the sum of rows right above or below, nor of all, nor of other totals."""
    totals = [row for row in rows if row.kind is RowKind.TOTAL]
    if not totals:
        return
    entries = [row for row in rows if row.kind is RowKind.ENTRY and row.at not in parts]
    blocks: list[list[Row]] = [[]]
    above: list[int] = []
    for row in rows:
        if row.kind is RowKind.TOTAL:
            above.append(len(blocks) - 1)
        if row.kind in {RowKind.TOTAL, RowKind.GROUP}:
            blocks.append([])
        elif row.kind is RowKind.ENTRY and row.at not in parts:
            blocks[-1].append(row)
    of_all, of_blocks = _groups(entries, said), [_groups(block, said) for block in blocks]
    for total, at in zip(totals, above, strict=True):
        others = [row for row in totals if row is not total] if len(totals) <= _MOST else []
        groups = [*of_blocks[at], *of_blocks[at + 1], *of_all, _group(others, said)]
        for each in _differences(said(total), groups):
            yield total, each


def _groups(rows: Sequence[Row], said: SaidBy) -> list[_Group | None]:
    """Adds up all rows, and also the outermost alone: rows indented below others may be their parts."""
    least = min((row.indent for row in rows), default=0)
    outermost = [row for row in rows if row.indent == least]
    several = [rows] if len(outermost) == len(rows) else [rows, outermost]
    return [_group(each, said) for each in several]


def _group(rows: Sequence[Row], said: SaidBy) -> _Group | None:
    """Adds up rows; None if they have several units, or are percentages or other levels."""
    told = [each for row in rows if (each := said(row))]
    units = {str(each.fields.get("unit", "")) for each in told}
    if len(units) != 1 or any(says_level(each.fields) for each in told):
        return None
    sums: dict[Hashable, _Sum] = {}
    for each in told:
        for key, figure in each.figures.items():
            total, slack, number = sums.get(key, _Sum())
            sums[key] = _Sum(total=total + figure, slack=slack + half_a_unit(figure), number=number + 1)
    return _Group(rows=rows, unit=units.pop(), sums=sums)


def _differences(whole: Said | None, groups: Iterable[_Group | None]) -> Iterator[_Difference]:
    """Yields the figures of a row that no group of others adds up to, each with the sum closest to it."""
    if whole is None or says_level(whole.fields):
        return
    unit = str(whole.fields.get("unit", ""))
    alike = [group for group in groups if group and unit in {"", group.unit}]
    for key, stated in whole.figures.items():
        added = [group for group in alike if key in group.sums]
        if added and all(group.is_off(key, stated) for group in added):
            closest = min(added, key=lambda group: abs(group.sums[key].total - stated))
            total = closest.sums[key].total
            yield _Difference(key=key, stated=stated, total=total, rows=closest.rows)


def _told(row: Row, difference: _Difference) -> Message:
    key = difference.key
    what: Phrase = said_phrase(key) if isinstance(key, Months | Label | Day) else field_name(str(key))
    phrase = inserted(
        phrases.SUM_DIFFERS,
        row=literally(str(row.number)),
        what=what,
        stated=literally(plain(difference.stated)),
        total=literally(plain(difference.total)),
    )
    return with_rows(phrase, [each.number for each in difference.rows])
