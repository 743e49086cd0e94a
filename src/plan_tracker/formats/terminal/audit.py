"""The audit as tables in a terminal or a pipe."""

from typing import NamedTuple

from plan_tracker.formats.terminal.columns import AUDIT
from plan_tracker.formats.terminal.drawing import HEADING, QUIET, STRONG, UNICODE, draw
from plan_tracker.formats.terminal.screen import Screen
from plan_tracker.reports.audit import AuditReport, Chapter
from plan_tracker.reports.cells import Cell


class _Row(NamedTuple):
    cells: dict[str, Cell]
    depth: int = 0


class _Block(NamedTuple):
    rows: tuple[_Row, ...]
    heading: str = ""


def write(report: AuditReport, to: Screen) -> None:
    """Each table under its heading with its sentence, within the width of the screen."""
    to.line(f"{report.title}  {report.as_of}", STRONG)
    for chapter in report.chapters:
        to.line()
        if chapter.heading:
            to.line(chapter.heading, HEADING)
        if chapter.table.rows:
            _draw(chapter, to)
        if chapter.sentence:
            to.line(chapter.sentence, QUIET)


def _draw(chapter: Chapter, to: Screen) -> None:
    rows = tuple(_Row(cells) for cells in chapter.table.rows)
    layout = AUDIT._replace(columns=tuple(chapter.table.headings))
    to.table(draw(chapter.table.headings, (_Block(rows),), layout, to.width, UNICODE))
