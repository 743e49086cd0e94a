"""Status, outlook and audit as Markdown tables."""

from typing import TextIO

from plan_tracker.formats.markdown.escaping import escape, line
from plan_tracker.formats.width import padded, width
from plan_tracker.reports.audit import AuditReport
from plan_tracker.reports.cells import Column, Row, Table
from plan_tracker.reports.outlook import OutlookReport
from plan_tracker.reports.status import StatusReport


def write(report: StatusReport[Row] | OutlookReport | AuditReport, out: TextIO) -> None:
    """Writes the title, the day, the tables under their headings, and the texts around them."""
    out.write(f"# {escape(report.title)}\n\n{escape(report.as_of)}\n")
    match report:
        case StatusReport():
            _write_status(report, out)
        case OutlookReport():
            _write_outlook(report, out)
        case AuditReport():
            _write_audit(report, out)


def _write_status(report: StatusReport[Row], out: TextIO) -> None:
    counts = " · ".join([report.targets, *(count.text for count in report.counts)])
    texts = filter(None, (counts, report.mean, *report.remarks))
    out.writelines(f"\n{escape(text)}\n" for text in texts)
    _write_table(report.table, out)
    out.write(f"\n{escape(report.more)}\n" if report.more else "")


def _write_outlook(report: OutlookReport, out: TextIO) -> None:
    out.writelines(f"\n{escape(remark)}\n" for remark in report.remarks)
    shown = _write_table(report.table, out)
    lines = (*report.totals, *report.without)
    out.write("\n" + "".join(f"- {escape(text)}\n" for text in lines) if lines else "")
    out.writelines(f"\n{escape(text)}\n" for text in (report.verdict, report.legend_of(shown)) if text)


def _write_audit(report: AuditReport, out: TextIO) -> None:
    for chapter in report.chapters:
        out.write(f"\n## {escape(chapter.heading)}\n" if chapter.heading else "")
        _write_table(chapter.table, out)
        out.write(f"\n{escape(chapter.sentence)}\n" if chapter.sentence else "")


def _write_table(table: Table[Row], out: TextIO) -> list[Column]:
    """Writes each section under its heading, without its empty columns and those that only screens show.

    Returns the columns that are written.
    """
    shown = table.on_paper()
    for section in table.sections:
        columns = [column for column in shown if not section.is_empty(column)]
        out.write(f"\n## {escape(section.heading)}\n" if section.heading else "")
        out.write(f"\n{escape(' · '.join(section.summary))}\n" if section.summary else "")
        texts = [[escape(cell.text) for cell in section.cells(column)] for column in columns]
        texts[0] = [
            ("&emsp;" if row.depth else "") + text for row, text in zip(section.rows, texts[0], strict=True)
        ]
        written = [
            _padded(escape(table.heading(column)), below, right=column.right)
            for column, below in zip(columns, texts, strict=True)
        ]
        out.write("\n")
        out.writelines(map(line, zip(*written, strict=True)))
    return shown


def _padded(heading: str, texts: list[str], *, right: bool) -> list[str]:
    """Returns heading, rule and texts of a column, all as wide, so that the source can be read as a table."""
    cells = max(3, *map(width, (heading, *texts)))
    rule = "-" * (cells - 1) + ":" if right else "-" * cells
    head, *others = padded([heading, *texts], cells, right=right)
    return [head, rule, *others]
