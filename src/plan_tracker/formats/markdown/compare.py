"""What changed as Markdown, fit for a comment on a pull request: one row per change, the gravest first."""

from collections.abc import Iterator
from typing import TextIO

from plan_tracker.formats.markdown.escaping import escape_comment, line, rule
from plan_tracker.reports.compare import ChangeCells, CompareReport
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import words

LIMIT = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""


def write(report: CompareReport, out: TextIO) -> None:
    """Title, versions, counts and a table; rows beyond the limit are counted, not shown."""
    texts = [report.versions, report.counts, report.nothing]
    out.write(f"## {escape_comment(report.title)}\n")
    out.writelines(f"\n{escape_comment(text)}\n" for text in texts if text)
    if report.refused:
        out.write(f"\n**{escape_comment(report.refused)}**\n")
    rows = list(_rows(report))
    if not rows:
        return
    changes = map(report.table.heading, report.table.columns)
    name, owner = (words.COLUMN[key].text(report.language) for key in ("name", "owner"))
    headings = [name, *changes, owner]
    out.write("\n" + line(headings) + rule(len(headings)))
    written = 0
    for number, row in enumerate(rows):
        written += len(row)
        if written > LIMIT:
            more = phrases.MORE.text(report.language, number=str(len(rows) - number))
            out.write(f"\n{escape_comment(more)}\n")
            return
        out.write(row)


def _rows(report: CompareReport) -> Iterator[str]:
    for row in report.settings:
        yield _row(row.cells, name="", owner="")
    for entry in report.entries:
        name = f"{entry.name} ({entry.id})" if entry.is_part else entry.name
        first, *others = entry.rows
        yield _row(first.cells, name=name, owner=entry.owner)
        for row in others:
            yield _row(row.cells, name="", owner="")


def _row(cells: ChangeCells, *, name: str, owner: str) -> str:
    change, before, after = (escape_comment(cell.text) for cell in cells)
    loud = f"**{change}**" if cells.change.loud else change
    return line([escape_comment(name), loud, before, after, escape_comment(owner)])
