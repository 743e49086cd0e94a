"""Which day, year or label people mean by words that stand for it in a plan file: 9月底, 2024年, 上半年."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from plan_tracker.language import Message
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import Label, Months, said
from plan_tracker.plan.periods import LABELS, PlanTime, calendar_year
from plan_tracker.plan.spoken import deadline_said, period_of, says_last_day
from plan_tracker.problems import closest
from plan_tracker.reading.faults import hints
from plan_tracker.toml.syntax.slips import half_width

_LOOSE_LABEL = re.compile(r"(?:(\d{4})-?)?([HQMF])[Y-]?0?(\d{0,2})", re.ASCII | re.IGNORECASE)
_OF_PERIOD = re.compile(r"\d{1,4}|[HQM]\d{1,2}|FY", re.ASCII)
"""What stands behind a dot in a period that is written with dots."""

_YEAR = re.compile(r"((?:19|2\d)\d\d)\s*年?(?:度)?")

_EITHER = re.compile(r"(1[0-2]|0?[1-9])([/-])(1[0-2]|0?[1-9])\2((?:19|2[01])\d\d)", re.ASCII)
"""A date whose day may be its month."""


def year_meant(text: str) -> str | None:
    """Returns the year in a text that says nothing else: 2024 of 2024年度."""
    match = _YEAR.fullmatch(half_width(text).strip())
    return match[1] if match else None


def key_for_period(
    key: str, text: str, time: PlanTime | None, counting: Counting = Counting.TO_DATE
) -> str | None:
    """Returns what stands in the table of a key for a period in words; None if that is unknown.

    That is a label, for a goal that is adjusted a day, for figures of earlier years a year. `counting` is
    that of the target's actuals.
    """
    if key == "adjusted":
        day = day_meant(text, time, is_start=False)
        return str(day) if day else None
    if key == "past":
        return year_meant(text)
    if time is None or time.period(text):
        return label_meant(text, time) or text
    return closest_label(text, time, counting if key == "actual" else Counting.TO_DATE)


def undotted(key: str, value: object) -> Mapping[str, object]:
    """Returns periods with their figures where TOML reads tables: those of 2024.06.30 = 1 and 2024.H1 = 2."""
    if not (key.isdecimal() and isinstance(value, Mapping) and all(map(_OF_PERIOD.fullmatch, value))):
        return {key: value}
    return {
        f"{key}-{period}": figure
        for inner, each in value.items()
        for period, figure in undotted(inner, each).items()
    }


def day_meant(value: object, time: PlanTime | None, *, is_start: bool) -> date | None:
    """Returns the day that a value means; of a period its last one, for a start its first (not of 10月底)."""
    if type(value) is date:
        return value
    until = said if is_start else deadline_said
    spoken = until(str(value)) if isinstance(value, str | int | datetime) else None
    if spoken is None:
        return None
    time = time or (calendar_year(spoken.year) if spoken.year else None)
    if time is None:
        return None
    if isinstance(spoken, Months) and spoken.word == "year" and spoken.year is None:
        return time.end
    period = period_of(spoken, time)
    if period and period.first and is_start and not says_last_day(str(value)):
        return period.first
    return period.last if period else None


def which_day(text: str) -> Message | None:
    """Asks which day is meant by a date such as 05/06/2025, 5 June or 6 May; None for another text."""
    match = _EITHER.fullmatch(half_width(text).strip())
    if match is None:
        return None
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    if one == other:
        return hints.DID_YOU_MEAN.fill(word=str(date(year, one, one)))
    days = {"one": str(date(year, other, one)), "other": str(date(year, one, other))}
    return hints.WHICH_DAY.fill(text=text.strip(), **days)


def label_meant(text: str, time: PlanTime | None, counting: Counting = Counting.TO_DATE) -> str | None:
    """Returns the label that a period in words means: M09 for 9月; without a plan, in a calendar year.

    Of figures that count per period none is of 1-10月.
    """
    spoken = said(text)
    period = spoken and period_of(spoken, time or calendar_year(spoken.year or 2024), counting)
    return period.label if period and period.label != text else None


def closest_label(text: str, time: PlanTime, counting: Counting) -> str | None:
    """Returns the label that is meant where none but a label can stand: by words, or by one with a slip."""
    return label_meant(text, time, counting) or _near(text, time)


def label_of_each_year(text: str, time: PlanTime) -> str:
    """Returns the label that a text without a year means in each of a plan's years: M09 for 9月; else H1."""
    spoken = said(text)
    if isinstance(spoken, Months | Label) and spoken.year is None:
        period = period_of(spoken._replace(year=time.start.year), time)
        label = period.label.partition("-")[2] if period else ""
        return label if label in LABELS else "H1"
    return "H1"


def _near(text: str, time: PlanTime) -> str | None:
    """Returns the label or day that was probably meant, with no year and no number that was not typed."""
    candidates: list[str] = []
    if match := _LOOSE_LABEL.fullmatch(text.strip()):
        letter, number = match[2].upper(), match[3]
        label = "FY" if letter == "F" else f"M{int(number or 0):02}" if letter == "M" else letter + number
        if letter == "F" and number[1:]:  # FY24 of a plan from April may be the year before
            year = time.start.year // 100 * 100 + int(number)
            is_own = year == time.start.year == time.end.year
            candidates += [label, f"{year}-FY"] if is_own else [f"{year}-FY"]
        else:
            said_year, is_one = match[1], time.start.year == time.end.year
            candidates += [f"{said_year}-{label}"] if said_year else [label]
            candidates += [f"{time.start.year}-{label}"] if is_one and not said_year else []
    close = closest(text.upper(), LABELS) if time.has_labels else None
    if close and [*filter(str.isdigit, close)] == [*filter(str.isdigit, text)]:
        candidates.append(close)
    return next((word for word in candidates if time.period(word)), None)
