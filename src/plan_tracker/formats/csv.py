"""Progress as CSV: one row per target, one column per key of the contract."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import StringIO
from typing import TextIO

from plan_tracker.numbers import plain
from plan_tracker.reports.readable import Percentage, Readable, headings, readable_rows
from plan_tracker.reports.rows import COLUMNS, Form, Progress
from plan_tracker.wording.retyping import guarded

_BYTE_ORDER_MARK = "\ufeff"


def write(report: Progress, out: TextIO, *, excel: bool = False) -> None:
    """Writes rows for programs, or with headings in the reader's language for Excel.

    For programs: no byte order mark, a line feed after each row. For Excel: a byte order mark, CR and LF,
    words and percentages as people read them, and an apostrophe before a text that would become another.
    """
    if excel:
        _write_for_excel(report, out)
    else:
        out.writelines(_lines(report))


def _lines(report: Progress) -> Iterator[str]:
    yield f"{','.join(COLUMNS)}\n"
    commas = len(COLUMNS) - 1
    for fields in report.rows(_TEXTS):
        row = fields.values()
        line = ",".join(row)
        if line.count(",") > commas or '"' in line or "\n" in line or "\r" in line:
            quoted = StringIO(newline="")
            csv.writer(quoted, lineterminator="\n").writerow(row)
            yield quoted.getvalue()
        else:  # no field needs quotes: csv asks that of each character, and would take a seventh of the time
            yield f"{line}\n"


def _write_for_excel(report: Progress, out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\r\n")
    out.write(_BYTE_ORDER_MARK)
    writer.writerow(headings(report.language))
    writer.writerows(map(_for_excel, fields) for fields in readable_rows(report))


def _for_excel(field: Readable) -> str:
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
            return _day(field)


_day = lru_cache(maxsize=1024)(date.isoformat)  # a plan has few different days
_FLAGS = {True: "true", False: "false"}
_names = "; ".join
_TEXTS: Form[str] = Form(number=plain, day=_day, flag=_FLAGS.__getitem__, names=_names, nothing="")
"""Numbers with their digits, days as 2024-06-30, true and false as in JSON, names as `a; b`."""
