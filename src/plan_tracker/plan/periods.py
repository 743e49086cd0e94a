"""The calendar of a plan: the day that a period label stands for, and how far along the year a day lies."""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

MONTHS_A_YEAR = 12
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
"""The years allowed: others are typing errors, and calculations near the ends of `date` would fail."""

LABELS = ("FY", "H1", "H2", *(f"Q{n}" for n in range(1, 5)), *(f"M{n:02}" for n in range(1, 13)))
"""The labels of a plan, the longest periods first."""

_LABEL_OF_YEAR = re.compile(rf"(\d{{4}})-({'|'.join(LABELS)})", re.ASCII)
"""2024-H1, for a plan that begins in January."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LENGTH = {"F": 12, "H": 6, "Q": 3, "M": 1}


class Calendar(StrEnum):
    """How a share of time is counted: with all months equal, or with all days equal."""

    MONTHS = "months"
    DAYS = "days"


_DAYS = Calendar.DAYS  # looked up once: Python 3.11 is slow at it


class Reporting(StrEnum):
    """How often actuals are due."""

    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"
    YEAR = "year"

    @property
    def months(self) -> int:
        """The number of months from one reporting date to the next."""
        return {Reporting.HALF_YEAR: 6, Reporting.QUARTER: 3, Reporting.MONTH: 1, Reporting.YEAR: 12}[self]


class Period(NamedTuple):
    """A period of the plan by the label used in the file; it stands for its last day.

    `first` is None where the label is a date: a day for which a running total can be given, but no increment.
    """

    label: str
    first: date | None
    last: date


def months_later(day: date, months: int) -> date:
    """Returns the same day that many months later, or the last day of a month that has no such day."""
    count = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(count, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)  # plans share their days
def day_before(day: date) -> date:
    """Returns the day before."""
    return day - timedelta(days=1)


def parse_date(text: str) -> date | None:
    """Returns the day that `2024-06-30` names, or None if the text names none."""
    match = _DATE.fullmatch(text)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
    return day if day and EARLIEST_YEAR <= day.year <= LATEST_YEAR else None


@lru_cache(maxsize=4096)  # plans share their days
def months_on(day: date) -> Fraction:
    """Returns the position of a day's evening in time, in months; only differences have a meaning."""
    return MONTHS_A_YEAR * day.year + day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


class PlanTime:
    """The time a plan runs, from `start` to `end` (both included), and how shares of it are counted."""

    __slots__ = ("_dates", "_periods", "_positions", "calendar", "end", "has_labels", "start")

    def __init__(self, start: date, end: date, calendar: Calendar = Calendar.MONTHS) -> None:
        self.start, self.end, self.calendar = start, end, calendar
        self.has_labels = start.day == 1 and end == day_before(months_later(start, MONTHS_A_YEAR))
        """Whether `H1`, `Q2`, `M03`, `FY` have a meaning: twelve months from the first of a month."""
        self._periods: dict[str, Period | None] = {}
        self._positions: dict[date, Fraction] = {}
        self._dates: dict[Reporting, tuple[date, ...]] = {}

    @property
    def has_labels_of_years(self) -> bool:
        """Whether `2024-H1` has a meaning: the plan starts on 1 January."""
        return (self.start.month, self.start.day) == (1, 1)

    def period(self, label: str) -> Period | None:
        """Returns the period a label stands for, or None if it has no meaning in this plan."""
        if label not in self._periods:
            self._periods[label] = self._parse(label)
        return self._periods[label]

    def _parse(self, label: str) -> Period | None:
        if self.has_labels and label in LABELS:
            return _labelled(label, label, self.start)
        if (match := _LABEL_OF_YEAR.fullmatch(label)) and self.has_labels_of_years:
            year = int(match[1])
            return (
                _labelled(label, match[2], date(year, 1, 1)) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
            )
        day = parse_date(label)
        return Period(label=label, first=None, last=day) if day else None

    def label_of(self, first: date, last: date) -> str:
        """Returns the label of a stretch of days if it has one, else its first and last day."""
        for label in LABELS if self.has_labels else ():
            period = self.period(label)
            if period and (period.first, period.last) == (first, last):
                return label
        return f"{first}…{last}"

    def period_ending(self, day: date, reporting: Reporting) -> str:
        """Returns the label of a running total up to a day, in a rhythm of reports; may be empty.

        The whole year is FY in each rhythm; a day between the reports has the longest label that ends on it.
        """
        if not self.has_labels:
            return ""
        rhythm = {Reporting.MONTH: "M", Reporting.QUARTER: "Q"}.get(reporting, "H")
        labels = sorted(LABELS, key=lambda label: label[0] not in {"F", rhythm})
        return next((label for label in labels if (p := self.period(label)) and p.last == day), "")

    def reporting_dates(self, reporting: Reporting) -> tuple[date, ...]:
        """Returns the days on which actuals are due: the last of each month (quarter …), and the end."""
        if reporting not in self._dates:
            self._dates[reporting] = self._reporting_dates(reporting)
        return self._dates[reporting]

    def _reporting_dates(self, reporting: Reporting) -> tuple[date, ...]:
        dates: list[date] = []
        months = reporting.months
        while (day := day_before(months_later(self.start, months))) < self.end:
            dates.append(day)
            months += reporting.months
        return (*dates, self.end)

    def position(self, day: date) -> Fraction:
        """Returns the position of a day's evening, in months or in days; only differences have a meaning."""
        if day not in self._positions:  # a plan has few distinct days
            self._positions[day] = self._position(day)
        return self._positions[day]

    def first_day_from(self, over: int, under: int) -> date:
        """Returns the first day whose evening is not before the position `over / under`."""
        if self.calendar is _DAYS:
            return date.fromordinal(-(-over // under))
        months, part = divmod(over, under)
        eve, length = _month(months)
        return date.fromordinal(eve - -part * length // under)

    def last_day_until(self, over: int, under: int) -> date:
        """Returns the last day whose evening is not after the position `over / under`."""
        if self.calendar is _DAYS:
            return date.fromordinal(over // under)
        months, part = divmod(over, under)
        eve, length = _month(months)
        return date.fromordinal(eve + part * length // under)

    def _position(self, day: date) -> Fraction:
        return Fraction(day.toordinal()) if self.calendar is _DAYS else months_on(day)


def calendar_year(year: int) -> PlanTime:
    """Returns the time of a plan of one calendar year."""
    return PlanTime(date(year, 1, 1), date(year, 12, 31))


@lru_cache(maxsize=1024)  # plans share their months
def _month(count: int) -> tuple[int, int]:
    """Returns the ordinal of the day before a month, and how many days the month has."""
    year, month = divmod(count, MONTHS_A_YEAR)
    return date(year, month + 1, 1).toordinal() - 1, monthrange(year, month + 1)[1]


@lru_cache(maxsize=64)
def shared_time(start: date, end: date, calendar: Calendar) -> PlanTime:
    """Returns one object for all plans that run from `start` to `end`, so that its days are found once."""
    return PlanTime(start, end, calendar)


def _labelled(written: str, label: str, start: date) -> Period:
    length = _LENGTH[label[0]]
    number = int(label[1:]) if label != "FY" else 1
    first = months_later(start, (number - 1) * length)
    return Period(label=written, first=first, last=day_before(months_later(first, length)))
