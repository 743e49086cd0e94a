"""Which rows are parts of a row above: 其中：市区, or indented ones, where they add up to it exactly."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.spreadsheets.importing.values import Value
from plan_tracker.spreadsheets.tables.headings import GOAL
from plan_tracker.spreadsheets.tables.rows import Kind, Row
from plan_tracker.spreadsheets.units import same_unit

_OWN = frozenset({"name", "unit", "owner", "source", "note", GOAL, "committed"})
"""Fields that a part may have for itself; all others it has of its target."""

_FEWEST = 2
"""How many parts a target has at least."""


class Said(NamedTuple):
    """What a row says: its fields, and its figures by period."""

    fields: dict[str, Value]
    figures: dict[Hashable, Decimal]


class Family(NamedTuple):
    """A row, and rows below it that are marked as parts of it."""

    whole: Row
    parts: tuple[Row, ...]


def families(rows: Sequence[Row], indent: Callable[[Row], int]) -> Iterator[Family]:
    """Yields rows with 其中 rows, or with rows further indented, right below them."""
    whole: Row | None = None
    parts: list[Row] = []
    for row in rows:
        is_deeper = row.kind is Kind.ENTRY and whole is not None and indent(row) > indent(whole)
        if is_deeper or row.kind is Kind.OF_WHICH:
            parts.append(row)
        elif row.kind not in {Kind.NOTE, Kind.HEADINGS}:
            if whole and parts:
                yield Family(whole, tuple(parts))
            whole, parts = (row if row.kind is Kind.ENTRY else None), []
    if whole and parts:
        yield Family(whole, tuple(parts))


def are_parts(family: Family, indent: Callable[[Row], int], said: Callable[[Row], Said | None]) -> bool:
    """Tells whether rows are surely the parts of the one above: all its figures are their sums.

    `said` returns what a row says, or None if some of it is not understood.
    """
    for is_marked in (True, False):
        if len({indent(row) for row in family.parts if (row.kind is Kind.OF_WHICH) is is_marked}) > 1:
            return False  # parts of parts
    whole, parts = said(family.whole), [said(row) for row in family.parts]
    known = [each for each in parts if each is not None]
    if whole is None or len(known) < max(len(parts), _FEWEST):
        return False
    names = {str(each.fields["name"]) for each in known}
    return len(names) == len(known) and _add_up(whole, known)


def _add_up(whole: Said, parts: Sequence[Said]) -> bool:
    unit = str(whole.fields.get("unit", ""))
    if same_unit(unit, "%") or whole.fields.get("kind") == "level":
        return False
    for part in parts:
        others = ((key, value) for key, value in part.fields.items() if key not in _OWN)
        if part.fields.get("unit", unit) != unit or any(
            whole.fields.get(key) != value for key, value in others
        ):
            return False
    keys = {key for each in parts for key in each.figures}
    must = keys & whole.figures.keys() | ({GOAL} & (keys | whole.figures.keys()))
    return bool(must) and all(
        key in whole.figures
        and all(key in part.figures for part in parts)
        and sum(part.figures[key] for part in parts) == whole.figures[key]
        for key in must
    )
