"""Progress as CSV: one row per target, one column per key of the contract."""

import csv
from datetime import date
from decimal import Decimal
from typing import TextIO

from plan_tracker.evaluation import Evaluation
from plan_tracker.exact import plain
from plan_tracker.rows import COLUMNS, Value, rows


def write(evaluation: Evaluation, out: TextIO, *, parts: bool = True) -> None:
    """UTF-8 without byte order mark, a line feed after each row, empty where nothing applies."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([text(value) for value in row] for row in rows(evaluation, parts=parts))


def text(value: Value) -> str:
    """A field as text: numbers with their digits, days as 2024-06-30, true and false as in JSON."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Decimal():
            return plain(value)
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
