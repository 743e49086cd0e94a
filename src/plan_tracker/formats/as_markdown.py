"""The status as Markdown tables, under the headings of the plan."""

from typing import TextIO

from plan_tracker.markdown import escape, line
from plan_tracker.report import StatusReport

COLUMNS = ("name", "goal", "actual", "unit", "completion_rate", "lead", "status", "owner")
RIGHT = frozenset({"goal", "actual", "completion_rate", "lead"})


def write(report: StatusReport, out: TextIO) -> None:
    """Title, day, counts, and one table per heading."""
    out.write(f"# {escape(report.title)}\n\n{escape(report.as_of)}\n\n")
    counts = " · ".join(cell.text for cell in report.counts)
    out.write(f"{escape(counts)}\n")
    if report.mean:
        out.write(f"\n{escape(report.mean)}\n")
    rows = [row for section in report.sections for row in section.rows]
    columns = [key for key in COLUMNS if any(row.cells[key].text for row in rows)]
    for section in report.sections:
        out.write(f"\n## {escape(section.heading)}\n" if section.heading else "")
        out.write(f"\n{escape(section.summary)}\n" if section.summary else "")
        out.write("\n" + line([report.headings[key] for key in columns]))
        out.write("|" + "|".join(" ---: " if key in RIGHT else " --- " for key in columns) + "|\n")
        for row in section.rows:
            indent = "&emsp;" if row.result.target.parent is not None else ""
            cells = [escape(row.cells[key].text) for key in columns]
            out.write(line([indent + cells[0], *cells[1:]]))
