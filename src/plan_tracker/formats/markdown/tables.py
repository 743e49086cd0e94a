"""The status and the outlook as Markdown tables, under the headings of the plan."""

from collections.abc import Sequence
from typing import TextIO

from plan_tracker.formats.markdown.escaping import escape, line
from plan_tracker.formats.width import padded, width
from plan_tracker.reports.audit import AuditReport
from plan_tracker.reports.outlook import OutlookReport
from plan_tracker.reports.status import Section, StatusReport

COLUMNS = ("name", "goal", "actual", "unit", "completion_rate", "lead", "status", "owner")
OUTLOOK_COLUMNS = (
    *("name", "remaining", "unit", "required_multiple", "projected", "goal", "committed", "coverage"),
    *("uncovered", "status", "owner"),
)
NUMBERS = frozenset({"actual", "goal", "stated", "computed"})
LEFT = frozenset({"name", "unit", "status", "owner"})


def write(report: StatusReport, out: TextIO) -> None:
    """Title, day, counts, and one table per heading."""
    out.write(f"# {escape(report.title)}\n\n{escape(report.as_of)}\n\n")
    counts = " · ".join(cell.text for cell in report.counts)
    out.write(f"{escape(counts)}\n")
    if report.mean:
        out.write(f"\n{escape(report.mean)}\n")
    _tables(report.headings, report.sections, COLUMNS, out)


def write_outlook(report: OutlookReport, out: TextIO) -> None:
    """Title, day, the table, the totals of groups, and what has no outlook."""
    out.write(f"# {escape(report.title)}\n\n{escape(report.as_of)}\n")
    _tables(report.headings, report.sections, OUTLOOK_COLUMNS, out)
    lines = (*report.totals, *report.without)
    out.write("\n" + "".join(f"- {escape(text)}\n" for text in lines) if lines else "")
    out.write(f"\n{escape(report.legend)}\n")


def write_audit(report: AuditReport, out: TextIO) -> None:
    """Each table under its heading, with its sentence."""
    out.write(f"# {escape(report.title)}\n\n{escape(report.as_of)}\n")
    for chapter in report.chapters:
        out.write(f"\n## {escape(chapter.heading)}\n" if chapter.heading else "")
        rows, keys = chapter.table.rows, list(chapter.table.headings)
        if rows:
            lines = [[escape(row[key].text) for key in keys] for row in rows]
            heads = [escape(chapter.table.headings[key]) for key in keys]
            _table([heads, *lines], [key in NUMBERS for key in keys], out)
        out.write(f"\n{escape(chapter.sentence)}\n" if chapter.sentence else "")


def _tables(
    headings: dict[str, str], sections: Sequence[Section], wanted: tuple[str, ...], out: TextIO
) -> None:
    rows = [row for section in sections for row in section.rows]
    columns = [key for key in wanted if any(row.cells[key].text for row in rows)]
    for section in sections:
        out.write(f"\n## {escape(section.heading)}\n" if section.heading else "")
        out.write(f"\n{escape(section.summary)}\n" if section.summary else "")
        lines = [[escape(headings[key]) for key in columns]]
        for row in section.rows:
            cells = [escape(row.cells[key].text) for key in columns]
            lines.append([("&emsp;" if row.depth else "") + cells[0], *cells[1:]])
        _table(lines, [key not in LEFT for key in columns], out)


def _table(lines: Sequence[Sequence[str]], right: Sequence[bool], out: TextIO) -> None:
    """Columns as wide as their widest cell, so that the text itself can be read; `right` is for numbers."""
    widths = [max(3, *(width(each[column]) for each in lines)) for column in range(len(right))]
    rule = [
        "-" * (cells - 1) + ":" if at_right else "-" * cells
        for cells, at_right in zip(widths, right, strict=True)
    ]
    padded_lines = [
        [
            padded(text, cells, right=at_right)
            for text, cells, at_right in zip(each, widths, right, strict=True)
        ]
        for each in lines
    ]
    out.write("\n")
    out.writelines(line(each) for each in (padded_lines[0], rule, *padded_lines[1:]))
