"""Days and texts that name a year, moved on by one."""

import re
from datetime import date

from plan_tracker.plan.periods import MONTHS_A_YEAR, day_before, months_later, parse_date

LABEL_OF_YEAR = re.compile(r"(\d{4})-([A-Z]\w+)", re.ASCII)
_YEARS = re.compile(r"(?<!\d)(\d{4})(?:([-/–—])(\d{2}))?(?!\d)", re.ASCII)
"""A year, or two in one: 2024, 2024/25."""


def next_year(day: date) -> date:
    """Returns the same day of the next year; the last day of a month stays the last."""
    if (day + date.resolution).day == 1:
        return day_before(months_later(day.replace(day=1), MONTHS_A_YEAR + 1))
    return months_later(day, MONTHS_A_YEAR)


def moved_key(key: str) -> str:
    """Returns the key of a curve a year later: a day or a label that names its year; others stay."""
    if day := parse_date(key):
        return next_year(day).isoformat()
    match = LABEL_OF_YEAR.fullmatch(key)
    return f"{int(match[1]) + 1}-{match[2]}" if match else key


def moved_title(title: str, own: set[int]) -> str:
    """Returns a title with the years of its own plan moved on: 2024, 2024/25, 2024-2025."""

    def moved(match: re.Match[str]) -> str:
        year, between, short = int(match[1]), match[2], match[3]
        if year not in own:
            return match[0]
        if not short:
            return str(year + 1)
        if int(short) != (year + 1) % 100:
            return f"{year + 1}{between}{short}"
        return f"{year + 1}{between}{(year + 2) % 100:02}"

    return _YEARS.sub(moved, title)


def lines_with(text: str, year: int) -> list[int]:
    """Finds the lines that name a year, but for those of what was reached in it, or begun and runs on."""
    own = re.compile(rf"(?<!\d){year}(?!\d)")
    told = re.compile(rf"(?<!\d){year} = \{{|past\.\"?{year}|#.*=    # {year}|start = {year}")
    return [
        number
        for number, line in enumerate(text.split("\n"), start=1)
        if own.search(line) and not told.search(line)
    ]
