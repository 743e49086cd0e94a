"""The rows of `export` for people who open them in a spreadsheet: words in their language, percentages."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import EXACT, trimmed
from plan_tracker.plan.model import CheckLevel, Direction, Kind
from plan_tracker.plan.periods import PlanTime
from plan_tracker.reports.rows import COLUMNS, VALUES, Progress, Value
from plan_tracker.wording import settings, words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import status_text

_SHARES = frozenset({"completion_rate", "pace", "coverage", "year_on_year"})
"""The columns whose figures are fractions, which people read in percent."""


class Percentage(NamedTuple):
    """A share in percent: 94.9367 for 0.949367."""

    number: Decimal


Readable: TypeAlias = str | Decimal | date | Percentage | None
"""A field: all that people may read as text is one, figures and days are themselves."""


def headings(language: Language) -> list[str]:
    """Returns the headings of the columns, in the order of the rows' fields."""
    return [words.COLUMN[column].text(language) for column in COLUMNS]


def readable_rows(report: Progress) -> Iterator[list[Readable]]:
    """Yields the fields of each row in the order of COLUMNS."""
    language, time = report.language, report.evaluation.plan.time
    for row in report.rows(VALUES):
        rule, period = row["pace_rule"], _period(row, time, language)
        word = settings.pace_word(rule, language) if isinstance(rule, str) else None
        said = {"pace_rule": word, "period": period}
        yield [said[key] if key in said else _field(key, value, language) for key, value in row.items()]


def _field(key: str, value: Value, language: Language) -> Readable:
    match value:
        case Status():
            return status_text(value, language)
        case Kind() | Direction() | CheckLevel():
            return settings.WORDS[value].text(language)
        case bool():
            return (words.YES if value else words.NO).text(language)
        case tuple():
            return words.SEMICOLON.text(language).join(value)
        case Decimal() if key in _SHARES:
            return Percentage(trimmed(value.scaleb(2, EXACT)))
        case _:
            return value


def _period(row: Mapping[str, Value], time: PlanTime, language: Language) -> Readable:
    """Writes a period in words, or returns the day if the plan has no label for it."""
    period, day = row["period"], row["measured_on"]
    if not isinstance(period, str):
        return None
    return day if isinstance(day, date) and period == day.isoformat() else period_text(period, time, language)
