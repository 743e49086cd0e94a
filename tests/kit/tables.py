"""Tables as a test looks at them: rows of cells by column key, and how they look at a width."""

import io
from collections.abc import Callable
from typing import TypeVar

from plan_tracker.formats.terminal.bars import UNICODE, Glyphs
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
