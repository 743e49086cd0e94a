"""What changed as Markdown, fit for a comment on a pull request: the gravest first, then the figures."""

from typing import NamedTuple, TextIO

from plan_tracker.formats.markdown.escaping import escape, line, rule
from plan_tracker.language import Language
from plan_tracker.reports.cells import Cell
from plan_tracker.reports.compare.report import CompareReport
from plan_tracker.wording import words

_LIMIT = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""


class _Lines(NamedTuple):
    """The headings and the rows of a table, as Markdown."""

    headings: list[str]
    rows: list[list[str]]


def write(report: CompareReport, out: TextIO) -> None:
    """Writes title, refusals, versions, counts, two tables; rows beyond the limit are only counted."""
    out.write(f"## {escape(report.title)}\n")
    if report.refused:
        out.write(f"\n**{escape(report.refused)}**\n")
    texts = (report.versions, *report.remarks, report.counts, report.nothing)
    out.writelines(f"\n{escape(text)}\n" for text in texts if text)
    room = _LIMIT
    for table in (_changes(report), _standing(report)):
        text = _text(table, room, report.language) if table.rows else ""
        room -= len(text)
        out.write(text)


def _text(table: _Lines, room: int, language: Language) -> str:
    """Writes a table without columns that are empty in all rows, as far as there is room."""
    columns = [number for number, _ in enumerate(table.headings) if any(row[number] for row in table.rows)]
    headings, *rows = ([row[column] for column in columns] for row in (table.headings, *table.rows))
    text = "\n" + line(headings) + rule(len(columns))
    for number, row in enumerate(rows):
        if len(text) + len(line(row)) > room:
            more = words.MORE.text(language, number=str(len(rows) - number))
            return f"{text}\n{escape(more)}\n"
        text += line(row)
    return text


def _changes(report: CompareReport) -> _Lines:
    """Makes the table of changes: each target once by its name, with its owner."""
    table, rows = report.changes, list[list[str]]()
    name, owner = (words.COLUMN[key].text(report.language) for key in ("name", "owner"))
    for entry in report.entries:
        cells = [list(map(_cell, row.cells)) for row in entry.rows]
        rows.append([escape(entry.name), *cells[0], escape(entry.owner)])
        rows += [["", *others, ""] for others in cells[1:]]
    return _Lines([name, *map(table.heading, table.columns), owner], rows)


def _standing(report: CompareReport) -> _Lines:
    """Makes the table of how each target stood and stands."""
    table = report.standing
    columns = table.on_paper()
    cells = [section.cells(column) for section in table.sections for column in columns]
    rows = [list(map(_cell, row)) for row in zip(*cells, strict=True)]
    return _Lines([escape(table.heading(column)) for column in columns], rows)


def _cell(cell: Cell) -> str:
    text = escape(cell.text)
    return f"**{text}**" if cell.loud else text
