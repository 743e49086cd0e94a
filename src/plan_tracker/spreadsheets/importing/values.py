"""What a cell means as a value of a plan file other than a figure: a date, one of a few words, a text."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from plan_tracker.plan.model import Direction
from plan_tracker.plan.period_words import Day, Label, Months, Spoken, narrow, said
from plan_tracker.plan.periods import EARLIEST_YEAR, LATEST_YEAR
from plan_tracker.plan.spoken import beginning_said, deadline_said
from plan_tracker.spreadsheets.cells import Cell, text_of
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GIVEN
from plan_tracker.wording import tables
from plan_tracker.wording.importing import NOT_FROM_TABLES
from plan_tracker.wording.retyping import unguarded
from plan_tracker.wording.vocabulary import SETTINGS, STATUS, TRUTH

Value: TypeAlias = str | Decimal | date | bool | Months | Label | Day
"""A value; periods in words are days as soon as the time of the plan is known."""

FIGURES = frozenset({"goal", "actual", "baseline", "committed", "weight", "lead_pp"})
OF_PART = ("name", "owner", "goal", "actual", "committed", "source", "note")
"""The fields that a part has for itself; all others it has of its target."""

OF_PERIOD = frozenset({"period", "measured_on", "status", "as_of", "lead_pp"})
"""Fields that may differ between the rows that one target has for several periods."""

READ = GIVEN - {*NOT_FROM_TABLES, "plan"} | {"lead_pp", "year"}
"""Fields that are read: all that tables give, the year of a row, and a lead, which shows the tolerance."""

SINGLE = READ.difference({ACTUAL}).union(NOT_FROM_TABLES, {"missing"})
"""Fields of which a table has one column; computed ones (完成率, 同比) may stand beside each figure."""

DATES = frozenset({"start", "due", "measured_on", "as_of", "dropped"})
_TRUTHS = {"true": True, "false": False, None: None}

_SPACES = re.compile(r"\s*[\r\n\t]+\s*")
_FIRST_SERIAL, _LAST_SERIAL, _EPOCH = 20_000, 80_000, date(1899, 12, 30)
"""Days as spreadsheets count them, from 1954 to 2119."""


def value_of(field: str, cell: Cell) -> Value | None:
    """Returns the value of a filled cell in the column of a field without figures; None if it has none."""
    if field in DATES:
        return _date(cell, is_start=field == "start")
    if field == "binding":
        return (
            cell
            if isinstance(cell, bool)
            else _TRUTHS.get(TRUTH.code(text_of(cell).strip("[]()（）〔〕【】")))
        )
    if field == "direction" and narrow(text_of(cell)) in tables.NO_LIMIT:
        return Direction.AT_LEAST.value  # "= 100%" asks for at least that
    if field == "status":
        return STATUS.code(text_of(cell))
    if field in SETTINGS:
        return SETTINGS[field].code(text_of(cell))
    if field == "note":  # which may have several lines
        return text_of(cell).replace("\r\n", "\n").replace("\r", "\n")
    return text_in(cell)


def text_in(cell: Cell) -> str:
    """Returns a cell as a text of one line, without the guard that keeps spreadsheets from retyping it."""
    text = unguarded(text_of(cell))
    return text if text.isprintable() else _SPACES.sub(" ", text)  # the usual case: ten times as fast


def _date(cell: Cell, *, is_start: bool) -> date | Spoken | None:
    """Returns a day, or a period whose last day is meant; a number is a day as spreadsheets keep them.

    Of a period in which something starts the first day is meant.
    """
    match cell:
        case date():
            return cell if EARLIEST_YEAR <= cell.year <= LATEST_YEAR else None
        case float() if cell.is_integer() and _FIRST_SERIAL <= cell <= _LAST_SERIAL:
            return _EPOCH + timedelta(days=int(cell))
        case float() if cell.is_integer():
            return said(text_of(cell))
        case str():
            return beginning_said(cell) if is_start else deadline_said(cell)
        case _:
            return None


def day_in(value: Value | None) -> date | None:
    """Returns a day that is the same in every plan, or None."""
    if isinstance(value, Day) and value.year:
        return date(value.year, value.month, value.day)
    return value if isinstance(value, date) else None
