"""Progress as CSV for people who open it in Excel: headings, words and percentages in their language."""

import csv
from datetime import date
from decimal import Decimal
from typing import TextIO

from plan_tracker.numbers import plain
from plan_tracker.reports.readable import Percentage, Readable, headings, readable_rows
from plan_tracker.reports.rows import Progress
from plan_tracker.wording.retyping import guarded

_BYTE_ORDER_MARK = "\ufeff"


def write(report: Progress, out: TextIO) -> None:
    """Writes a byte order mark, and rows that end with CR and LF.

    An apostrophe stands before a text that Excel would take for a formula, number or day.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    out.write(_BYTE_ORDER_MARK)
    writer.writerow(headings(report.language))
    writer.writerows(map(_text, fields) for fields in readable_rows(report))


def _text(field: Readable) -> str:
    """Returns a field as text that a spreadsheet keeps; figures and days it may take for what they are."""
    match field:
        case None:
            return ""
        case str():
            return guarded(field)
        case Percentage():
            return f"{plain(field.number)}%"
        case Decimal():
            return plain(field)
        case date():
            return field.isoformat()
