"""What a cell of a table contains, wherever the table comes from: spreadsheet, text file, database."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from plan_tracker.numbers import EXACT, plain, short
from plan_tracker.problems import quoted


class Percent(NamedTuple):
    """A number whose cell shows it as a percentage: 0.9271 is seen as 92.71%."""

    share: Decimal


class Broken(NamedTuple):
    """A cell without a value: an error such as `#N/A`, or a formula (then `error` is empty)."""

    error: str


Cell: TypeAlias = str | int | float | Decimal | date | bool | Percent | Broken | None
"""A field; text has no blanks around it, and None is a field where there is nothing."""


def mark_behind(others: str) -> re.Pattern[str]:
    """Compiles the pattern of the mark of a footnote, or some others, at the end; m² and ft² have none."""
    return re.compile(
        rf"(?<!\s)\s*(?:[*＊※†‡①-⑳{others}]{{1,9}}"
        r"|(?a:(?<!m)(?<!\b[a-z])(?<!\b[a-z]{2}))[⁰¹²³⁴-⁹]{1,9}"
        r"|[(（\[【〔]\s*注\s*(?:\d{1,2}\s*)?[)）\]】〕]|\[\d{1,2}\])$"
    )


FOOTNOTE = mark_behind("")
"""The mark of a footnote behind a heading or a figure."""


def shown(cell: Cell) -> str:
    """Writes a cell as messages quote it."""
    return quoted(text_of(cell))


def text_of(cell: Cell) -> str:
    """Returns the text that people see in a cell; empty if it is blank."""
    if isinstance(cell, str):  # nearly all that are asked for: a match would take twice the time
        return cell
    match cell:
        case None:
            return ""
        case float():
            text = str(int(cell)) if cell.is_integer() and abs(cell) < 10**15 else repr(cell)
            return plain(Decimal(text)) if "e" in text else text
        case Decimal():
            return plain(cell)
        case Percent():
            return f"{plain(hundredfold(cell))}%"
        case Broken():
            return cell.error or "="
        case _:
            return str(cell)


def hundredfold(cell: Percent) -> Decimal:
    """Returns the number before the percent sign, with all its digits but without zeros from multiplying."""
    return short(cell.share.scaleb(2, EXACT))


def is_digits(text: str) -> bool:
    """Tells whether a text is nothing but digits, perhaps with a point."""
    return text.replace(".", "", 1).isdecimal()


def is_number(cell: Cell) -> bool:
    """Tells whether a cell holds a number as spreadsheets keep it, not a text that looks like one."""
    return isinstance(cell, int | float | Decimal | Percent) and not isinstance(cell, bool)
