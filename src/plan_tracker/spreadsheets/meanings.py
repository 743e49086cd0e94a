"""What a cell of a table means as a value of a plan file: a figure, a date, one of a few words, a text."""

import re
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from plan_tracker.numbers import figure_meant, fits
from plan_tracker.plan.periods import parse_date
from plan_tracker.spreadsheets.headings import simplified
from plan_tracker.spreadsheets.reader import Cell
from plan_tracker.wording.statuses import STATUSES

Value: TypeAlias = str | Decimal | date | bool

NUMBERS = frozenset({"goal", "actual", "baseline", "committed", "weight", "lead_pp"})
DATES = frozenset({"start", "due", "measured_on", "as_of"})

WORDS: dict[str, dict[str, str]] = {
    "kind": {
        **dict.fromkeys(("cumulative", "total", "累计", "累计量"), "cumulative"),
        **dict.fromkeys(("level", "水平", "水平值"), "level"),
    },
    "direction": {
        **dict.fromkeys(("at_least", "at least", "不低于"), "at_least"),
        **dict.fromkeys(("at_most", "at most", "不超过", "不高于"), "at_most"),
    },
    "check": {
        **dict.fromkeys(("fail", "fails the check", "不达标则不通过"), "fail"),
        **dict.fromkeys(("warn", "only warns", "仅警告"), "warn"),
        **dict.fromkeys(("off", "not checked", "不检查"), "off"),
    },
    "pace_rule": {
        **dict.fromkeys(("steady", "匀速"), "steady"),
        **dict.fromkeys(("at_due", "at the due date", "到期一次完成"), "at_due"),
    },
    "reporting": {
        **dict.fromkeys(("half-year", "半年"), "half-year"),
        **dict.fromkeys(("quarter", "季度"), "quarter"),
        **dict.fromkeys(("month", "月"), "month"),
        **dict.fromkeys(("year", "年"), "year"),
    },
    "status": {
        word: status.value for status, words in STATUSES.items() for word in (status.value, *words.name)
    },
}
"""The words of a plan file, and what tables say for them."""

_TRUTHS = {
    **dict.fromkeys(("true", "yes", "binding", "是", "约束性"), True),
    **dict.fromkeys(("false", "no", "expected", "否", "预期性"), False),
}
_KNOWN = {field: {simplified(word): value for word, value in words.items()} for field, words in WORDS.items()}
_LOOSE_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", re.ASCII)
_SPACES = re.compile(r"\s*[\r\n\t]+\s*")


def meant(field: str, cell: Cell) -> Value | None:
    """The value of a filled cell in the column of a field, or None where it has no meaning there."""
    if field in NUMBERS:
        return _number(cell)
    if field in DATES:
        return _date(cell)
    if field == "binding":
        return cell if isinstance(cell, bool) else _TRUTHS.get(simplified(str(cell)))
    if field in WORDS:
        return _KNOWN[field].get(simplified(str(cell)))
    text = format(cell, "f") if isinstance(cell, Decimal) else str(cell)
    return text.replace("\r\n", "\n") if field == "note" else _SPACES.sub(" ", text)


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, Decimal):
        return cell if fits(cell) else None
    figure = figure_meant(cell) if isinstance(cell, str) else None
    return None if figure is None else Decimal(figure)


def _date(cell: Cell) -> date | None:
    if isinstance(cell, date) or not isinstance(cell, str):
        return cell if isinstance(cell, date) else None
    match = _LOOSE_DATE.fullmatch(cell.strip())
    return parse_date(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None
