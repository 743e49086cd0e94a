"""Where headings and names stand, as far as their texts are known: headings by words, names by a plan."""

from collections.abc import Callable, Iterable

from plan_tracker.spreadsheets.cells import is_digits
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning
from plan_tracker.spreadsheets.tables.layout import SEARCHED, Block, above


def known_heads(grid: Grid, row: int) -> dict[int, Meaning]:
    """Returns what the texts of a row mean where they are headings, by their columns."""
    texts = {column: grid.text(row, column) for column in grid.filled(row)}
    found = {column: own_meaning(text) for column, text in texts.items() if text and not is_digits(text)}
    return {column: meaning for column, meaning in found.items() if isinstance(meaning, Meaning)}


def likeliest(grid: Grid) -> int | None:
    """Returns the row with the most known headings; where none is known the first of several texts alone."""
    rows = [row for row in range(min(grid.height, SEARCHED)) if len(grid.filled(row)) > 1]
    known = {row: len({grid.text(row, column) for column in known_heads(grid, row)}) for row in rows}
    if any(known.values()):
        return max(known, key=known.__getitem__)
    texts = {row: [grid.text(row, column) for column in grid.filled(row)] for row in rows}
    return next((row for row in rows if not any(map(is_digits, texts[row]))), None)


def known_rows(grid: Grid, names_row: Callable[[str], bool] | None) -> Block | None:
    """Returns the headings above the first row with a known name, if no heading says where names stand."""
    if names_row is None:
        return None
    for row in range(grid.height):
        for column in grid.filled(row):
            text = grid.cell(row, column)
            if isinstance(text, str) and names_row(text):
                return above(grid, row, column)
    return None


def with_known_names(grid: Grid, block: Block, names_row: Callable[[str], bool] | None) -> Block:
    """Returns headings with the column of the plan's names, where none stands below a heading of names.

    Below 科室, which may head names, departments may stand, and the names below a heading that nobody knows.
    """
    if names_row is None:
        return block
    heads = {column: own_meaning(*texts) for column, texts in block.texts.items()}
    named = {at: each for at, each in heads.items() if isinstance(each, Meaning) and each.names_rows}

    def are_known(columns: Iterable[int]) -> bool:
        cells = (cell for column in columns for cell in grid.below(block.bottom, column))
        return any(isinstance(cell, str) and names_row(cell) for cell in cells)

    if any(each.field == "id" for each in named.values()) or are_known(named):
        return block
    unclear = [column for column, each in heads.items() if not isinstance(each, Meaning)]
    found = next((column for column in unclear if are_known([column])), None)
    return block if found is None else block._replace(names=found)
