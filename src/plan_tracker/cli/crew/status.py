"""The status table of a large plan as plain text, drawn by several processes.

Each draws the rows of its share of the targets. What concerns all rows (under which headings they stand, how
wide the columns are) is exchanged; the rows, and what the totals are made of, are gathered.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from typing import NamedTuple

from plan_tracker.cli.crew.crew import Crew
from plan_tracker.formats.terminal.columns import STATUS, Texts, by_column, columns, natural
from plan_tracker.formats.terminal.drawing import PLAIN, DrawnLine, Glyphs, Grid, text_of
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.language import Language
from plan_tracker.reports.arrangement import all_groups
from plan_tracker.reports.status import (
    TEXT_COLUMNS,
    StatusReport,
    Tally,
    bar,
    group_heading,
    is_headed,
    nothing,
    report_frame,
    table_headings,
    tally,
    text_rows,
)
from plan_tracker.reports.view import GroupBy, SortBy, View


class DrawnText(NamedTuple):
    """A table that was laid out and drawn as plain text, piece by piece."""

    columns: Iterable[str]
    pieces: tuple[str, ...]

    def texts(self) -> Iterator[str]:
        """The table, several lines at a time."""
        return iter(self.pieces)

    def lines(self) -> Iterator[DrawnLine]:
        """The same, without any style."""
        return ([(piece, PLAIN)] for piece in self.pieces)


def can_be_shared(view: View) -> bool:
    """Whether rows stand in the order of the file, all of them, and nothing is told of a whole group."""
    return view.limit is None and view.sort is SortBy.FILE and view.group_by is not GroupBy.OWNER


def shared_status(
    crew: Crew, evaluation: Evaluation, language: Language, view: View, *, width: int, glyphs: Glyphs
) -> tuple[StatusReport, DrawnText | None]:
    """In the first process the status of the whole plan, and its table if there is any; all others end."""
    own = all_groups(evaluation, view)
    told = list(chain.from_iterable(crew.exchange([(group.key, bool(group.entries)) for group in own])))
    shown = {key for key, has_rows in told if has_rows}
    keys = [key for key in dict.fromkeys(key for key, _ in told) if key in shown]
    headed = is_headed(len(keys), view)
    blocks = {
        group.key: Texts(
            group_heading(group.key, view.group_by, language) if headed else "",
            by_column(TEXT_COLUMNS, text_rows(group, evaluation.plan, view, language)),
            [bar(entry.result) for entry in group.entries],
            [int(entry.below) for entry in group.entries],
        )
        for group in own
        if group.entries
    }
    measures = list(chain.from_iterable(crew.exchange([*map(natural, blocks.values())])))
    drawn: dict[str, tuple[str, str]] = {}
    if measures:
        headings = table_headings(language)
        grid = Grid(columns(measures[0].merged(measures[1:]), headings, STATUS, width), glyphs)
        drawn = {
            key: ("\n".join(grid.heading(each)), "\n".join(grid.rows(each))) for key, each in blocks.items()
        }
    shares = crew.gather((tally(evaluation.results), drawn))
    report = report_frame(evaluation, reduce(Tally.merged, (each for each, _ in shares)), language)
    if not measures:
        return report._replace(more=nothing(view, language)), None
    pieces = [*map(text_of, grid.head(headings))]
    for key in keys:
        found = [texts[key] for _, texts in shares if key in texts]
        pieces += filter(None, (found[0][0], *(rows for _, rows in found)))
    return report, DrawnText(grid.columns.widths, tuple(pieces))
