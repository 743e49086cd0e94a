"""Progress as CSV: one row per target, one column per key of the contract."""

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import NoneType
from typing import Any, TextIO

from plan_tracker.evaluation import Evaluation
from plan_tracker.exact import plain
from plan_tracker.language import Language
from plan_tracker.rows import COLUMNS, Value, rows
from plan_tracker.wording import words

BYTE_ORDER_MARK = "\ufeff"
FORMULA_LEADS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""A spreadsheet may take a text that begins so for a formula."""


def write(
    evaluation: Evaluation,
    out: TextIO,
    *,
    parts: bool = True,
    heading: bool = True,
    excel: Language | None = None,
) -> None:
    """UTF-8, empty where nothing applies: for programs, or with headings in a language for Excel.

    For programs: no byte order mark, a line feed after each row. For Excel: a byte order mark, CR and LF,
    and an apostrophe before a text that would be a formula.
    """
    if excel is None:
        writer = csv.writer(out, lineterminator="\n")
        if heading:
            writer.writerow(COLUMNS)
        for row in rows(evaluation, parts=parts):  # text is most of a row, and needs no call
            writer.writerow(
                ["" if v is None else v if v.__class__ is str else _TEXT[v.__class__](v) for v in row]
            )
        return
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([words.COLUMN[column].text(excel) for column in COLUMNS])
    writer.writerows([guarded(value) for value in row] for row in rows(evaluation, parts=parts))


def guarded(value: Value) -> str:
    """A field as text that no spreadsheet takes for a formula; numbers are left alone."""
    if isinstance(value, str) and value.startswith(FORMULA_LEADS):
        return f"'{value}"
    return text(value)


def text(value: Value) -> str:
    """A field as text: numbers with their digits, days as 2024-06-30, true and false as in JSON."""
    return _TEXT[value.__class__](value)


_TEXT: dict[type, Callable[[Any], str]] = {
    NoneType: lambda _: "",
    str: str,
    Decimal: plain,
    bool: lambda value: "true" if value else "false",
    date: lru_cache(maxsize=1024)(date.isoformat),  # a plan has few different days
}
