"""Progress as CSV for programs: one row per target, one column per key of the contract."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from io import StringIO
from typing import TextIO

from plan_tracker.numbers import plain
from plan_tracker.reports.rows import COLUMNS, Form, Progress


def write(report: Progress, out: TextIO) -> None:
    """Writes rows without a byte order mark, a line feed after each; every field is what it is."""
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


_day = lru_cache(maxsize=1024)(date.isoformat)  # a plan has few different days
_FLAGS = {True: "true", False: "false"}
_names = "; ".join
_TEXTS: Form[str] = Form(number=plain, day=_day, flag=_FLAGS.__getitem__, names=_names, nothing="")
"""Numbers with their digits, days as 2024-06-30, true and false as in JSON, names as `a; b`."""
