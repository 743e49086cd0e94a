"""Tables that stand side by side in one sheet, each with names of its own: half of them is not the whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from plan_tracker.language import inserted, listed
from plan_tracker.spreadsheets.cells import Cell
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meanings
from plan_tracker.spreadsheets.tables.layout import Block
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL, heads_names
from plan_tracker.wording import unused

_Meant = Mapping[int, Meaning]
"""What the headings over columns mean by themselves, without those that nobody understands."""


class Side(NamedTuple):
    """One of several tables side by side: its columns, and that of its names."""

    columns: range
    names: Column


def sides_of(grid: Grid, block: Block) -> tuple[Side, ...]:
    """Returns the tables that stand side by side below some headings; empty for a single one.

    Each has names and figures of its own. Between two of them a column is blank, or the headings of the
    first begin anew. Departments are names where both tables have the same figures.
    """
    meant = own_meanings(block.texts)
    if sum(each.is_of_names for each in meant.values()) <= 1:
        return ()
    pieces = list(_pieces(grid, block, meant))
    if sides := _sides(pieces, block, {at: each for at, each in meant.items() if not _is_owner(each)}):
        return sides
    figures = [{(meant[at].field, meant[at].spoken) for at in piece if at in meant} for piece in pieces]
    alike = (one & other for one, other in combinations(figures, 2))
    has_same = any(field in {ACTUAL, GOAL} for both in alike for field, _ in both)
    return _sides(pieces, block, meant) if has_same else ()


def _sides(pieces: Iterable[range], block: Block, meant: _Meant) -> tuple[Side, ...]:
    found = tuple(
        Side(columns, Column(names, block.texts[names], meant[names]))
        for columns in pieces
        if (names := _names_in(meant, columns)) is not None
    )
    return found if len(found) > 1 else ()


def chosen_of(sides: Iterable[Side], columns: list[Column], named: Iterable[tuple[str, str]]) -> set[int]:
    """Returns the columns of the table whose names the user named, and others that he named; else none."""
    fields = dict(named)
    chosen = {column.field: column.at for column in columns if column.field in fields}
    names = {chosen.get("name"), chosen.get("id")}
    wanted = next((side.columns for side in sides if names & {*side.columns}), None)
    return set() if wanted is None else {*wanted, *chosen.values()}


def alone(grid: Grid, block: Block, chosen: set[int]) -> tuple[Grid, Block]:
    """Returns a sheet and its headings without the other tables: only that of the chosen columns is kept.

    Of a row above the headings all is kept if it says nothing over the chosen columns: a title of the whole.
    """

    def is_over(at: int, column: int) -> bool:
        area = grid.area(at, column)
        return not chosen.isdisjoint(range(area.left, area.right + 1)) if area else column in chosen

    def kept(at: int, row: Sequence[Cell]) -> Sequence[Cell]:
        if block.top <= at < block.bottom:
            return row
        if at < block.top and not any(is_over(at, column) for column in grid.filled(at)):
            return row
        return [cell if is_over(at, column) else None for column, cell in enumerate(row)]

    sheet = grid.sheet
    rows = [kept(at, row) for at, row in enumerate(sheet.rows)]
    merged = tuple(area for area in sheet.merged if is_over(area.top, area.left))
    texts = {at: over for at, over in block.texts.items() if at in chosen}
    return Grid(sheet._replace(rows=rows, merged=merged)), block._replace(texts=texts)


def of_others(block: Block, chosen: set[int]) -> list[Column]:
    """Returns the columns of the other tables, without a meaning."""
    told = unused.OF_TABLE_BESIDE.fill()
    return [Column(at, texts).unused(told) for at, texts in block.texts.items() if at not in chosen]


def refused(sides: Sequence[Side]) -> NotRead:
    """Makes the error for tables side by side of which none was chosen."""
    found, last = listed(side.names.called for side in sides), sides[-1].names
    hint = unused.ONE_OF_TABLES.fill(field=last.field, letter=last.letter)
    return NotRead(inserted(unused.TABLES_BESIDE, columns=found).fill(), hint)


def begins_beside(grid: Grid, block: Block, columns: Sequence[int]) -> tuple[int, int] | None:
    """Returns row and column where headings of names and figures stand in columns that have no headings."""
    for row in range(block.bottom, grid.height) if len(columns) > 1 else ():
        texts = {at: (text,) for at in columns if isinstance(text := grid.cell(row, at), str)}
        if len(texts) > 1 and any(heads_names(text) for (text,) in texts.values()):
            meant = own_meanings(texts)
            if (names := _names_in(meant, meant)) is not None:
                return row, names
    return None


def _names_in(meant: _Meant, columns: Iterable[int]) -> int | None:
    """Returns the column of names among some, if these are a table; None if they have no figures beside."""
    known = {at: meant[at] for at in columns if at in meant}
    names = next((at for at, meaning in known.items() if meaning.is_of_names), None)
    has_figures = any(
        at != names and {meaning.field, meaning.either} & {ACTUAL, GOAL} for at, meaning in known.items()
    )
    return names if has_figures else None


def _is_owner(meaning: Meaning) -> bool:
    """Tells whether a heading of names is that of owners or groups where other names stand beside."""
    return meaning.either in {"owner", "group"}


def _pieces(grid: Grid, block: Block, meant: _Meant) -> Iterator[range]:
    """Yields the columns between blank ones, divided where the same headings begin anew."""
    filled = {at for row in range(block.top, grid.height) for at in grid.filled(row)}
    ends = [-1, *(at for at in range(grid.width) if at not in filled), grid.width]
    for left, right in pairwise(ends):
        columns = range(left + 1, right)
        step = _step(block, meant, columns) or len(columns)
        for start in columns[:: step or 1]:
            yield range(start, min(start + step, right))


def _step(block: Block, meant: _Meant, columns: range) -> int:
    """Returns after how many columns the same headings begin anew; 0 if they do not."""
    names = [at for at in columns if at in meant and meant[at].is_of_names]
    for first, again in pairwise(names):
        step = again - first
        pairs = [(block.texts.get(at), block.texts.get(at + step)) for at in columns[:-step]]
        if len(pairs) >= step > 1 and all(one == other for one, other in pairs):
            return step
    return 0
