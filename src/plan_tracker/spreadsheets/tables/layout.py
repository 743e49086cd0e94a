"""Finds the headings of a table: below titles and a line with the unit, in one to three rows.

They are known by their words, or stand above rows whose names a plan knows.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from plan_tracker.plan.period_words import YEAR
from plan_tracker.spreadsheets.cells import is_digits, is_number
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning, own_meanings, rest_of
from plan_tracker.spreadsheets.tables.row_texts import is_note, is_total
from plan_tracker.spreadsheets.tables.unit_lines import is_unit_line, units_said
from plan_tracker.spreadsheets.units import is_unit
from plan_tracker.wording.unused import ANOTHER_TIME, ONLY_A_YEAR

_SEARCHED = 60
"""In how many first rows headings are looked for."""

_MOST = 3
"""How many rows, one below the other, may make up the headings."""

_YEAR = re.compile(YEAR)
_OF_PARTS = frozenset({ANOTHER_TIME, ONLY_A_YEAR})
"""Why a text by itself means nothing that together with others may be a heading."""


class Block(NamedTuple):
    """The rows of the headings, from `top` to before `bottom`, and the texts over each column from the top.

    `names` is the column of names, if not its heading but its contents tell so.
    """

    top: int
    bottom: int
    texts: dict[int, tuple[str, ...]]
    names: int | None = None


def blocks(grid: Grid, names_in: Callable[[int], list[int]]) -> Iterator[Block]:
    """Yields where headings may stand, from the top: around each row with a heading of names or ids.

    `names_in` returns the columns of a row that have one.
    """
    for row in range(min(grid.height, _SEARCHED)):
        columns = names_in(row)
        if columns and not grid.is_across(row, grid.filled(row)):
            yield _around(grid, row, columns)


def _above(grid: Grid, row: int, column: int) -> Block:
    """Returns the headings right above a row; `column` has the names."""
    bottom = row
    while bottom and (not grid.filled(bottom - 1) or is_total(grid.text(bottom - 1, column))):
        bottom -= 1
    top = bottom
    while top and bottom - top < _MOST and _is_heading(grid, top - 1):
        top -= 1
    return Block(top=top, bottom=bottom, texts=_texts(grid, top, bottom), names=column)


def _around(grid: Grid, row: int, columns: list[int]) -> Block:
    """Returns the headings that belong to a row of headings, with the rows above and below it."""
    areas = [area for column in columns if (area := grid.area(row, column))]
    top = min([row, *(area.top for area in areas)])
    bottom = max([row, *(area.bottom for area in areas)]) + 1
    while bottom - top < _MOST and bottom < grid.height and _continues(grid, bottom, columns):
        bottom += 1
    while bottom - top < _MOST and top and _heads(grid, top - 1, columns):
        top -= 1
    return Block(top=top, bottom=bottom, texts=_texts(grid, top, bottom))


def _continues(grid: Grid, row: int, columns: list[int]) -> bool:
    """Tells whether a row below headings belongs to them: it names nothing, and says what headings say."""
    if not _is_heading(grid, row):
        return False
    if _is_tied(grid, row) or _names_again(grid, row):
        return True
    if any(grid.cell(row, column) is not None for column in columns):
        return False
    texts = [grid.text(row, column) for column in grid.filled(row)]
    is_of_units = all(is_unit(text.strip("()（）")) for text in texts)
    return is_of_units or any(map(_says_something, texts)) or _divides(grid, row)


def _divides(grid: Grid, row: int) -> bool:
    """Tells whether a row divides a heading over several columns; of that text files keep only the first."""
    areas = {column: grid.area(row - 1, column) for column in grid.filled(row)}
    return any(
        area.right > area.left if area else grid.cell(row - 1, at) is None for at, area in areas.items()
    )


def _says_something(text: str) -> bool:
    """Tells whether a heading means something, or is part of one: 绝对值, 增长（%）, 2025年."""
    reason = own_meaning(text).reason
    return reason is None or reason.phrase in _OF_PARTS or not rest_of(text)


def _heads(grid: Grid, row: int, columns: list[int]) -> bool:
    """Tells whether a row above headings belongs to them: it spans several, and is not over the name."""
    if not _is_heading(grid, row):
        return False
    if _is_tied(grid, row + 1):
        return True
    first, *others = filled = grid.filled(row)
    if not set(columns).isdisjoint(filled):
        return False
    if not others and is_unit_line(grid.text(row, first)):
        return False
    is_over_several = any((area := grid.area(row, column)) and area.right > area.left for column in filled)
    return is_over_several or bool(others) or first < grid.width - 1


def _is_tied(grid: Grid, row: int) -> bool:
    """Tells whether a heading is merged over a row and the one above it: 目标值 beside two rows of names."""
    areas = (grid.area(row, column) for column in grid.filled(row - 1))
    return any(area and area.top < row and area.bottom - area.top < _MOST for area in areas)


def _names_again(grid: Grid, row: int) -> bool:
    """Tells whether a row heads names, too, as 一级指标, 三级指标 below 绩效指标 where no cell is merged.

    The row above is of several headings, too, and no title: 主要经济指标（2024年1—6月）.
    """
    texts = [grid.text(row, column) for column in grid.filled(row)]
    known = meanings_in_row(grid, row).values()
    is_mostly_known = len(known) > 1 and 2 * len(known) >= len(texts) and not any(map(is_digits, texts))
    is_named = is_mostly_known and any(each.is_of_names and each.either is None for each in known)
    return is_named and len(meanings_in_row(grid, row - 1)) > 1


def _is_heading(grid: Grid, row: int) -> bool:
    """Tells whether a row may be a heading: all its texts are none of title, unit line and note."""
    filled = grid.filled(row)
    texts = [grid.text(row, column) for column in filled]
    return bool(filled) and not (
        any(
            is_number(grid.cell(row, column)) and not _YEAR.fullmatch(grid.text(row, column))
            for column in filled
        )
        or any(units_said(text) is not None or is_note(text) for text in texts)
        or (filled[0] == 0 and (len(filled) == 1 or (len(set(texts)) == 1 and grid.is_across(row, filled))))
    )


def _texts(grid: Grid, top: int, bottom: int) -> dict[int, tuple[str, ...]]:
    """Returns the texts over each column from the top; a text over several columns counts for each."""
    texts: dict[int, list[str]] = {}
    for row in reversed(range(top, bottom)):
        over, is_merged = "", any(area.top == row and area.right > area.left for area in grid.sheet.merged)
        for column in range(grid.width):
            text, area = grid.text(row, column), grid.area(row, column)
            below = texts.get(column)
            if not text and area is None and below and over and not is_merged:
                text = over  # a text file keeps of merged cells only the first one
            elif text:
                over = text if below else ""
            elif not below:
                over = ""
            is_again = area is not None and area.top < row
            if text and not is_again:
                texts.setdefault(column, []).insert(0, text)
    return {column: tuple(found) for column, found in sorted(texts.items())}


def meanings_in_row(grid: Grid, row: int) -> dict[int, Meaning]:
    """Returns what the texts of a row mean where they are headings, by their columns; 单位：万元 is none."""
    texts = ((column, grid.text(row, column)) for column in grid.filled(row))
    heads = {at: (text,) for at, text in texts if text and not is_digits(text) and not units_said(text)}
    return own_meanings(heads)


def likeliest_row(grid: Grid) -> int | None:
    """Returns the row with the most known headings; where none is known the first of several texts alone."""
    rows = [row for row in range(min(grid.height, _SEARCHED)) if len(grid.filled(row)) > 1]
    known = {row: len({grid.text(row, column) for column in meanings_in_row(grid, row)}) for row in rows}
    if any(known.values()):
        return max(known, key=known.__getitem__)
    texts = {row: [grid.text(row, column) for column in grid.filled(row)] for row in rows}
    return next((row for row in rows if not any(map(is_digits, texts[row]))), None)


def above_first_name(grid: Grid, is_name: Callable[[str], bool] | None) -> Block | None:
    """Returns the headings above the first row with a known name, if no heading says where names stand."""
    if is_name is None:
        return None
    for row in range(grid.height):
        for column in grid.filled(row):
            text = grid.cell(row, column)
            if isinstance(text, str) and is_name(text):
                return _above(grid, row, column)
    return None


def with_known_names(grid: Grid, block: Block, is_name: Callable[[str], bool] | None) -> Block:
    """Returns headings with the column of the plan's names, where none stands below a heading of names.

    Below 科室, which may head names, departments may stand, and the names below a heading that nobody knows.
    """
    if is_name is None:
        return block
    heads = own_meanings(block.texts)
    named = {at: each for at, each in heads.items() if each.is_of_names}

    def are_known(columns: Iterable[int]) -> bool:
        cells = (cell for column in columns for cell in grid.below(block.bottom, column))
        return any(isinstance(cell, str) and is_name(cell) for cell in cells)

    if any(each.field == "id" for each in named.values()) or are_known(named):
        return block
    found = next((at for at in block.texts if at not in heads and are_known([at])), None)
    return block if found is None else block._replace(names=found)
