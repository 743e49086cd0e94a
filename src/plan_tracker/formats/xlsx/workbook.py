"""The workbook: a first sheet that sums up, a sheet for each table, and the rules on the last."""

from datetime import datetime, time
from typing import TYPE_CHECKING, BinaryIO

from plan_tracker.formats.xlsx.cells import HEADING, MIDDLE, TEXT_LIMIT, Styles, styles_of, write_field
from plan_tracker.formats.xlsx.charts import Frame, draw_counts, draw_trend, draw_worst
from plan_tracker.formats.xlsx.tables import height, set_page, wrapped, write_table
from plan_tracker.reports.meter import Meter
from plan_tracker.reports.sheets import Book, Summary, Text

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TALL, _TALL_OF_TWO = 15, 12
"""How many rows a chart is tall; of two below each other each is lower, so that a printed page holds both."""

_ROW, _GAP, _LETTER = 20, 12, 7
"""In pixels: the height of a row, the room between charts, the width of a letter."""

_COUNTS_WIDTH, _TREND_WIDTH = 300, 900
"""In pixels: of the chart of counts, and of that over time where no table below says its width."""


def write(report: Book, out: BinaryIO, *, meter: Meter = iter) -> None:
    """Writes the sheets; each row of a table passes through the meter."""
    from xlsxwriter import Workbook

    with Workbook(out, _OPTIONS) as workbook:
        made = datetime.combine(report.day, time())  # the day judged for: the same plan gives the same file
        workbook.set_properties({"title": report.title, "comments": report.as_of, "created": made})
        styles = styles_of(workbook)
        _write_summary(workbook, report, styles, meter)
        for sheet in (*report.sheets, *filter(None, [report.history])):
            worksheet = workbook.add_worksheet(sheet.name)
            write_table(worksheet, sheet, styles, meter, first=0)
            worksheet.freeze_panes(1, sheet.names + 1)
            set_page(worksheet, report)
        _write_rules(workbook.add_worksheet(report.rules_sheet.name), report, styles, meter)


def _write_summary(workbook: "Workbook", report: Book, styles: Styles, meter: Meter) -> None:
    """Writes what is said of the whole plan, the counts beside their charts, and what needs attention."""
    summary = report.summary
    worksheet = workbook.add_worksheet(summary.name)
    worksheet.write_string(0, 0, report.title[:TEXT_LIMIT], styles({"bold": True, "font_size": 16}))
    for row, line in enumerate(summary.lines, start=1):
        worksheet.write_string(row, 0, line[:TEXT_LIMIT])
    first = len(summary.lines) + 2
    _write_counts(worksheet, summary, styles, first=first)
    tall, charts = (_TALL_OF_TWO, 2) if report.trend else (_TALL, 1)
    frame = Frame(row=first, column=2, left=_GAP, width=_COUNTS_WIDTH, height=tall * _ROW - 4)
    draw_counts(workbook, worksheet, summary.counts, summary.counts_title, frame)
    room = _TREND_WIDTH
    if summary.worst is None:
        worksheet.set_column(0, 0, 24)
    else:
        below = first + charts * tall + 1
        if report.trend:
            worksheet.set_h_pagebreaks([below])
        worksheet.write_string(below, 0, summary.worst_title, styles({"bold": True, "font_size": 12}))
        widths = write_table(worksheet, summary.worst, styles, meter, first=below + 1)
        room = sum(widths[2 : summary.worst.printed]) * _LETTER - _GAP
        if summary.chart is not None:
            left = _GAP + _COUNTS_WIDTH + _GAP
            beside = frame._replace(left=left, width=room + _GAP - left)
            draw_worst(workbook, worksheet, summary.chart, summary.worst, beside, first=below + 1)
    if report.history is not None and report.trend is not None:
        under = frame._replace(row=first + tall, width=room)
        draw_trend(workbook, worksheet, report.trend, report.history, under)
    set_page(worksheet, report)


def _write_counts(worksheet: "Worksheet", summary: Summary, styles: Styles, *, first: int) -> None:
    """Writes how many targets have which status, below headings in the row `first`."""
    for column, heading in enumerate(summary.headings):
        worksheet.write_string(first, column, heading, styles(HEADING))
    for row, count in enumerate(summary.counts, start=first + 1):
        write_field(worksheet, row, 0, Text(count.name, count.tone), styles)
        worksheet.write_number(row, 1, count.number, styles(MIDDLE | {"num_format": "#,##0"}))


def _write_rules(worksheet: "Worksheet", report: Book, styles: Styles, meter: Meter) -> None:
    """Writes what the words mean, then the rules of each target."""
    sheet = report.rules_sheet
    widths = write_table(worksheet, sheet, styles, meter, first=len(report.rules) + 1)
    for row, (word, meaning) in enumerate(report.rules):
        worksheet.write_string(row, 0, word, styles({**MIDDLE, "bold": True, "text_wrap": True}))
        worksheet.merge_range(row, 1, row, len(sheet.headings) - 1, "")
        worksheet.write_string(row, 1, meaning[:TEXT_LIMIT], styles({**MIDDLE, "text_wrap": True}))
        worksheet.set_row(row, height(max(wrapped(word, widths[0]), wrapped(meaning, sum(widths[1:])))))
    set_page(worksheet, report)
