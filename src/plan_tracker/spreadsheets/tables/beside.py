"""Tables that stand side by side in one sheet, each with names of its own: half of them is not the whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.language import inserted, listed
from plan_tracker.plan.names import simplified
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import letter_of
from plan_tracker.spreadsheets.tables.columns import Column
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import ACTUAL, GOAL, Meaning, own_meaning
from plan_tracker.spreadsheets.tables.layout import Block
from plan_tracker.spreadsheets.tables.vocabulary import labels
from plan_tracker.wording import headings as reasons

Meant = Mapping[int, Meaning]
"""What the headings over columns mean by themselves, without those that nobody understands."""


class Side(NamedTuple):
    """One of several tables side by side: its columns, that of its names, and the heading of that."""

    columns: range
    names: int
    field: str
    heading: str


def sides_of(grid: Grid, block: Block) -> tuple[Side, ...]:
    """Returns the tables that stand side by side below some headings; empty for a single one.

    Each has names and figures of its own. Between two of them a column is blank, or the headings of the
    first begin anew.
    """
    meant = _meant(block.texts)
    if sum(map(_heads_names, meant.values())) < len(("one", "another")):
        return ()
    found = [
        Side(columns, names, meant[names].field, "/".join(block.texts[names]))
        for columns in _pieces(grid, block, meant)
        if (names := _names_in(meant, columns)) is not None
    ]
    return tuple(found) if len(found) > 1 else ()


def chosen_of(sides: Iterable[Side], columns: list[Column], named: Iterable[tuple[str, str]]) -> set[int]:
    """Returns the columns of the table whose names the user named, and others that he named; else none."""
    fields = dict(named)
    chosen = {
        column.meaning.field: column.at
        for column in columns
        if column.meaning and column.meaning.field in fields
    }
    names = {chosen.get("name"), chosen.get("id")}
    wanted = next((side.columns for side in sides if names & {*side.columns}), None)
    return set() if wanted is None else {*wanted, *chosen.values()}


def alone(grid: Grid, block: Block, chosen: set[int]) -> tuple[Grid, Block]:
    """Returns a sheet, and its headings, without what other tables than that of the chosen columns have."""
    sheet = grid.sheet
    rows = [
        row if at < block.bottom else [cell if column in chosen else None for column, cell in enumerate(row)]
        for at, row in enumerate(sheet.rows)
    ]
    merged = tuple(
        area
        for area in sheet.merged
        if area.bottom < block.bottom or chosen & {*range(area.left, area.right + 1)}
    )
    texts = {at: over for at, over in block.texts.items() if at in chosen}
    return Grid(sheet._replace(rows=rows, merged=merged)), block._replace(texts=texts)


def others(block: Block, chosen: set[int]) -> list[Column]:
    """Returns the columns of the other tables, without a meaning."""
    told = reasons.OF_TABLE_BESIDE.fill()
    return [Column(at, texts, None, told) for at, texts in block.texts.items() if at not in chosen]


def refused(sides: Sequence[Side]) -> NotRead:
    """Makes the error for tables side by side of which none was chosen."""
    names = listed(f"{letter_of(side.names)} `{printable(side.heading)}`" for side in sides)
    hint = reasons.ONE_OF_TABLES.fill(field=sides[-1].field, letter=letter_of(sides[-1].names))
    return NotRead(inserted(reasons.TABLES_BESIDE, columns=names).fill(), hint)


def begins_beside(grid: Grid, block: Block, columns: Sequence[int]) -> tuple[int, int] | None:
    """Returns row and column where headings of names and figures stand in columns that have no headings."""
    for row in range(block.bottom, grid.height) if len(columns) > 1 else ():
        texts = {at: (text,) for at in columns if isinstance(text := grid.cell(row, at), str)}
        if len(texts) > 1 and any(map(_heads_names_at_once, texts.values())):
            meant = _meant(texts)
            if (names := _names_in(meant, meant)) is not None:
                return row, names
    return None


def _meant(texts: Mapping[int, tuple[str, ...]]) -> dict[int, Meaning]:
    meanings = {at: own_meaning(*over) for at, over in texts.items()}
    return {at: meaning for at, meaning in meanings.items() if isinstance(meaning, Meaning)}


def _names_in(meant: Meant, columns: Iterable[int]) -> int | None:
    """Returns the column of names among some, if these are a table; None if they have no figures beside."""
    known = {at: meant[at] for at in columns if at in meant}
    names = next((at for at, meaning in known.items() if _heads_names(meaning)), None)
    has_figures = any(
        at != names and {meaning.field, meaning.either} & {ACTUAL, GOAL} for at, meaning in known.items()
    )
    return names if has_figures else None


def _heads_names(meaning: Meaning) -> bool:
    """Tells whether a heading is that of names or ids, and not of owners or groups beside them."""
    return meaning.field in {"name", "id"} and meaning.either not in {"owner", "group"}


def _heads_names_at_once(texts: tuple[str, ...]) -> bool:
    """Tells whether a text is a whole heading of names or ids: a look that every row can afford."""
    return any({"name", "id"} & {*labels().get(simplified(text), ())} for text in texts)


def _pieces(grid: Grid, block: Block, meant: Meant) -> Iterator[range]:
    """Yields the columns between blank ones, divided where the same headings begin anew."""
    filled = {at for row in range(block.top, grid.height) for at in grid.filled(row)}
    ends = [-1, *(at for at in range(grid.width) if at not in filled), grid.width]
    for left, right in pairwise(ends):
        columns = range(left + 1, right)
        step = _step(block, meant, columns) or len(columns)
        for start in columns[:: step or 1]:
            yield range(start, min(start + step, right))


def _step(block: Block, meant: Meant, columns: range) -> int:
    """Returns after how many columns the same headings begin anew; 0 if they do not."""
    names = [at for at in columns if at in meant and _heads_names(meant[at])]
    for first, again in pairwise(names):
        step = again - first
        pairs = [(block.texts.get(at), block.texts.get(at + step)) for at in columns[:-step]]
        if len(pairs) >= step > 1 and all(one == other for one, other in pairs):
            return step
    return 0
