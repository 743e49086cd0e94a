"""Days and texts that name a year, moved on by as many years as the plan runs."""

import re
from datetime import date

from plan_tracker.plan.periods import MONTHS_A_YEAR, PlanTime, day_before, months_later, parse_date

LABEL_OF_YEAR = re.compile(r"(\d{4})-([A-Z]\w+)", re.ASCII)
_YEARS = re.compile(r"(?<!\d)(\d{4})(?:([-/–—])(\d{2}))?(?!\d)", re.ASCII)
"""A year, or two in one: 2024, 2024/25."""


def whole_years(time: PlanTime) -> int:
    """Returns how many years a plan runs, after which the next one begins; 1 where they are not whole."""
    before = day_before(time.start)
    years = time.end.year - before.year
    return years if years > 0 and years_later(before, years) == time.end else 1


def years_later(day: date, years: int) -> date:
    """Returns the same day so many years later; the last day of a month stays the last."""
    months = years * MONTHS_A_YEAR
    if (day + date.resolution).day == 1:
        return day_before(months_later(day.replace(day=1), months + 1))
    return months_later(day, months)


def moved_key(key: str, years: int) -> str:
    """Returns the key of a curve so many years later: a day or a label that names its year; others stay."""
    if day := parse_date(key):
        return years_later(day, years).isoformat()
    match = LABEL_OF_YEAR.fullmatch(key)
    return f"{int(match[1]) + years}-{match[2]}" if match else key


def moved_title(title: str, own: set[int], years: int) -> str:
    """Returns a title with the years of its own plan moved on: 2024, 2024/25, 2024-2025."""

    def moved(match: re.Match[str]) -> str:
        year, between, short = int(match[1]), match[2], match[3]
        if year not in own:
            return match[0]
        if not short:
            return str(year + years)
        last = year // 100 * 100 + int(short)
        if last not in {year + 1, *own}:
            return f"{year + years}{between}{short}"
        return f"{year + years}{between}{(last + years) % 100:02}"

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
