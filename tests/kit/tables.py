"""Tables as a test looks at them: rows of cells by column key, and how they look at a width."""

import io
from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from plan_tracker.formats.terminal.bars import UNICODE, Glyphs
from plan_tracker.formats.terminal.layout import fitted
from plan_tracker.formats.terminal.paper import Paper
from plan_tracker.formats.terminal.screen import Colors, Screen
from plan_tracker.reports.cells import Cell, Row, Table

R = TypeVar("R")


def rows_of(table: Table[Row]) -> list[dict[str, Cell]]:
    """Returns every row, its cells by the keys of their columns."""
    return [
        dict(zip([column.key for column in table.columns], cells, strict=True))
        for section in table.sections
        for cells in zip(*map(section.cells, table.columns), strict=True)
    ]


def telling_widths(table: Table[Row], first: int, last: int) -> list[int]:
    """Returns both ends, and each width at which a column comes or goes or gaps widen: there room is scarce.

    To draw costs twenty times as much as to lay out: at every width it is only looked whether that fits.
    Between two of the widths a text is folded elsewhere, which `formats/terminal/test_tables.py` draws.
    """
    layouts = {width: fitted(table, width, UNICODE) for width in range(first, last + 1)}
    assert [width for width, layout in layouts.items() if layout.total > width] == []
    kept = {width: (layout.gap, *layout.widths) for width, layout in layouts.items()}
    return sorted({first, last, *(width for before, width in pairwise(kept) if kept[before] != kept[width])})


def drawn(
    write: Callable[[R, Paper], None],
    report: R,
    width: int | None,
    *,
    colors: Colors = None,
    glyphs: Glyphs = UNICODE,
) -> str:
    """Returns a report as a terminal of that width shows it."""
    out = io.StringIO()
    write(report, Screen(out, width=width, colors=colors, glyphs=glyphs))
    return out.getvalue()
