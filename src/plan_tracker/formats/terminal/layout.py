"""Decides which columns of a table find room in a terminal, and how wide each is; Rich does not."""

from operator import attrgetter
from typing import NamedTuple

from plan_tracker.formats.terminal import bars
from plan_tracker.formats.terminal.bars import Glyphs
from plan_tracker.formats.width import width
from plan_tracker.reports.cells import Column, Row, Section, Table

_GAPS = (2, 1)
"""Blanks between columns: two, or one before a column must be dropped."""
_NAME_LONG, _NAME_GOOD, _NAME_SHORT = 44, 28, 18
"""How many cells of the first column are kept: as many as it wants up to _NAME_LONG where there is room.

_NAME_GOOD are kept by dropping columns of a low rank, _NAME_SHORT by dropping any others.
"""
_LOW_RANK = 2
_TEXT_LONG = 24
"""How many cells of another text are kept by dropping columns."""
_NAME_LEAST, _LEAST = 10, 4
"""How many cells names keep while other texts need not be folded too, and how many every text keeps."""
_SET_IN, _SET_IN_FROM = "  ", 10
"""The indent of rows under a heading, where the first column has _SET_IN_FROM cells or more."""


class Layout(NamedTuple):
    """The columns that found room with their widths in cells, and the number of blanks between two."""

    widths: dict[Column, int]
    gap: int

    @property
    def total(self) -> int:
        """The width of the whole table."""
        return sum(self.widths.values()) + self.gap * (len(self.widths) - 1)

    def indents(self, section: Section[Row], glyphs: Glyphs) -> tuple[str, str]:
        """Returns the indents of rows of depth 0 and of depth 1 in a section."""
        first = next(iter(self.widths.values()))
        set_in = _SET_IN if section.heading and first >= _SET_IN_FROM else ""
        return set_in, set_in + glyphs.part_of


def unfolded(table: Table[Row], glyphs: Glyphs) -> Layout:
    """Gives every column that is not empty the width of its widest text."""
    widths = _natural(table, glyphs)
    return Layout(
        {column: max(cells, width(table.heading(column))) for column, cells in widths.items()}, _GAPS[0]
    )


def fitted(table: Table[Row], room: int, glyphs: Glyphs) -> Layout:
    """Fits columns into `room` cells: drops those of the lowest ranks, then folds and narrows texts."""
    wanted = _natural(table, glyphs)
    first, *others = wanted
    wanted[first] = min(max(wanted[first], width(table.heading(first))), _NAME_LONG)
    least = {column: _least(table, column, wanted[column]) for column in others}
    rank = attrgetter("rank")
    for dropped in [*sorted(filter(rank, others), key=rank), None]:
        tries = [(gap, _NAME_GOOD) for gap in _GAPS]
        if dropped is None or dropped.rank > _LOW_RANK:
            tries.append((_GAPS[-1], _NAME_SHORT))
        layouts = [Layout({first: min(wanted[first], name)} | least, gap) for gap, name in tries]
        layout = next((each for each in layouts if each.total <= room), layouts[-1])
        if dropped is None or layout.total <= room:
            break
        del least[dropped]
    _widen(layout, wanted, room)
    _narrow(layout, room)
    return layout


def _natural(table: Table[Row], glyphs: Glyphs) -> dict[Column, int]:
    """Returns the width of the widest text of each column that has any; headings are not counted."""
    texts, (first, *others) = table.texts(), table.columns
    names = max(
        len(_SET_IN) * bool(section.heading) + len(glyphs.part_of) * row.depth + width(cell.text)
        for section in table.sections
        for row, cell in zip(section.rows, section.cells(first), strict=True)
    )
    widths = {column: _widest(table, column, texts[column]) for column in others}
    return {first: names} | {column: cells for column, cells in widths.items() if cells}


def _widest(table: Table[Row], column: Column, texts: set[str]) -> int:
    if texts == {""}:
        return bars.WIDEST if _has_bars(table, column) else 0
    return max(map(width, texts))


def _has_bars(table: Table[Row], column: Column) -> bool:
    return any(cell.bar for section in table.sections for cell in section.cells(column))


def _least(table: Table[Row], column: Column, natural: int) -> int:
    """Returns the least width of a column: it may fold texts, but no figure and no word of its heading."""
    if _has_bars(table, column):
        return bars.NARROWEST
    longest = max(map(width, table.heading(column).replace("（", " （").split()), default=0)
    if column.right:
        cells = (cell for section in table.sections for cell in section.cells(column))
        longest = max(longest, *(width(word) for cell in cells for word in cell.text.split()))
    return max(longest, min(natural, _TEXT_LONG))


def _widen(layout: Layout, wanted: dict[Column, int], room: int) -> None:
    """Gives the cells that are left to the columns that want more, from left to right."""
    for column, cells in layout.widths.items():
        more = min(wanted[column] - cells, room - layout.total)
        layout.widths[column] += max(0, more)


def _narrow(layout: Layout, room: int) -> None:
    """Takes the cells that are missing from names, down to _NAME_LEAST, then from the widest text."""
    widths = layout.widths
    first = next(iter(widths))
    texts = [column for column in widths if not column.right]
    while layout.total > room:
        narrowed = first if widths[first] > _NAME_LEAST else max(texts, key=widths.__getitem__, default=first)
        if widths[narrowed] <= _LEAST:
            return
        widths[narrowed] -= 1
