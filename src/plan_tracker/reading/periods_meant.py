"""Which day, year or label people mean by words that stand for it in a plan file: 9月底, 2024年, 上半年."""

import re
from datetime import date, datetime

from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import Months, said
from plan_tracker.plan.periods import PlanTime, calendar_year
from plan_tracker.plan.spoken import deadline_said, period_of
from plan_tracker.toml.syntax.slips import half_width

_YEAR = re.compile(r"((?:19|2\d)\d\d)\s*年?(?:度)?")


def year_meant(text: str) -> str | None:
    """Returns the year in a text that says nothing else: 2024 of 2024年度."""
    match = _YEAR.fullmatch(half_width(text).strip())
    return match[1] if match else None


def key_for_period(
    key: str, text: str, time: PlanTime | None, counting: Counting = Counting.TO_DATE
) -> str | None:
    """Returns what stands in the table of a key for a period in words; None if it is right or unknown.

    That is a label, for a goal that is adjusted a day, for figures of earlier years a year. `counting` is
    that of the target's actuals.
    """
    if key == "adjusted":
        day = day_meant(text, time, is_start=False)
        meant = str(day) if day else None
    else:
        of_actual = counting if key == "actual" else Counting.TO_DATE
        meant = year_meant(text) if key == "past" else label_meant(text, time, of_actual)
    return None if meant == text else meant


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
    if period and period.first and is_start and not str(value).strip().endswith(("底", "末")):
        return period.first
    return period.last if period else None


def label_meant(text: str, time: PlanTime | None, counting: Counting = Counting.TO_DATE) -> str | None:
    """Returns the label that a period in words means: M09 for 9月; without a plan, in a calendar year.

    Of figures that count per period none is of 1-10月.
    """
    spoken = said(text)
    if spoken is None:
        return None
    period = period_of(spoken, time or calendar_year(spoken.year or 2024), counting)
    return None if period is None or period.label == text else period.label
