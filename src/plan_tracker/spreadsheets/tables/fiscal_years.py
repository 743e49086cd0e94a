"""Years as titles and headings say them, also those of two calendar years.

`years_said` are calendar years. Of 2025/26 and Apr 2025–Mar 2026 `years_begun` is 2025; of FY2026, which may
begin or end then, `years_called` is 2026.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.plan.period_words import (
    SPOKEN_YEAR,
    YEAR,
    Day,
    Months,
    Spoken,
    found_in,
    narrow,
    whole_year,
)
from plan_tracker.plan.periods import MONTHS_A_YEAR, PlanTime, day_before, months_later
from plan_tracker.spreadsheets.tables.row_texts import is_note

_BETWEEN = re.compile(r"\s*(?:-|to|until|through|至|到)\s*")
_YEAR_TO = re.compile(
    r"(?:(?:for the|financial|fiscal) year to|(?<![a-z])(?<!half[ -])(?<!mid[ -])year (?:ended|ending)) $"
)
"""What stands before the last day of a year; `year to June` alone is mostly what was reached so far."""

_BEFORE = 40
"""How many letters before a period are looked at: more than what may stand there has."""

_TWO_YEARS = re.compile(
    rf"(?<![\d.])(?P<fy>fy ?)?(?P<first>{YEAR})(?P<dash>[/-])(?P<age>19|2[01])?(?P<last>\d\d)"
    r"(?!\d|年(?!度)|[/.-])"
)
_CENTURY = 100
_SHORT = re.compile(r"(?<![a-z])fy ?(?P<first>\d\d)[/-](?P<last>\d\d)(?!\d)")
_FISCAL = re.compile(r"(?<![a-z])(?:fy ?'?\d|(?:fiscal|financial) year)|财年|财政年度|会计年度")
_CALLED = re.compile(
    rf"(?<![a-z])(?:fy|(?:fiscal|financial) year) ?'?(?P<behind>{YEAR}|\d\d)(?!\d|[/-]\d)"
    rf"|(?P<before>{YEAR})(?:财年|财政年度|会计年度)"
)
_YEAR = re.compile(rf"(?<!\d){SPOKEN_YEAR}")
_SHORTEST = re.compile(r"(?<![a-z])fy ?'?(\d\d)(?!\d|[/-]\d)")


class Span(NamedTuple):
    """Twelve months that a text names from a first to a last one, and where they stand there."""

    time: PlanTime
    start: int
    end: int


def span_in(text: str) -> Span | None:
    """Returns the twelve months that a text made by `narrow` names; None if it names none."""
    found = found_in(text)
    for each in found:
        match each.spoken, re.findall(YEAR, text[each.start : each.end]):
            case Months(first, last), [year, next_year]:  # 2025年4月至2026年3月
                begin = Months(first=first, last=first, word="month", year=int(year))
                end = Months(first=last, last=last, word="month", year=int(next_year))
                if time := _twelve_months(begin, end):
                    return Span(time, each.start, each.end)
            case _:
                pass
    for each in found:
        year_to = just_before(each.start, text, _YEAR_TO)
        if year_to and (time := _twelve_months_to(each.spoken)):
            return Span(time, year_to.start(), each.end)
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if _BETWEEN.fullmatch(between) and (time := _twelve_months(one.spoken, other.spoken)):
            return Span(time, one.start, other.end)
    return None


def just_before(at: int, text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Returns what ends at a place of a text, which may be long; the pattern must end in `$`."""
    return pattern.search(text, max(0, at - _BEFORE), at)


def _twelve_months(first: Spoken, last: Spoken) -> PlanTime | None:
    begins, time = _days(first), _twelve_months_to(last)
    return time if begins and time and begins[0] == time.start else None


def _twelve_months_to(last: Spoken) -> PlanTime | None:
    """Returns the year to 31 March 2026."""
    if (ends := _days(last)) is None:
        return None
    start = months_later(ends[1] + timedelta(days=1), -MONTHS_A_YEAR)
    return PlanTime(start, ends[1]) if start.day == 1 else None


def _days(spoken: Spoken) -> tuple[date, date] | None:
    """Returns the first and the last day of a month, or a day twice; None for what is neither."""
    match spoken:
        case Months(first=month, word="month", year=int(year)):
            start = date(year, month, 1)
            return start, day_before(months_later(start, 1))
        case Day(month, day, int(year)):
            with suppress(ValueError):  # 30 February is no day
                return date(year, month, day), date(year, month, day)
        case _:
            pass
    return None


class Fiscal(NamedTuple):
    """A year that begins in one calendar year and ends in the next, as a text calls it."""

    year: int
    text: str


def fiscal_in(text: str) -> Fiscal | None:
    """Returns the year that a text calls 2025/26, 2025-2026 or FY25/26; 2009-10 is a month."""
    bare = narrow(text)
    found = (_fiscal(match) for pattern in (_TWO_YEARS, _SHORT) for match in pattern.finditer(bare))
    return next(filter(None, found), None)


def _fiscal(match: re.Match[str]) -> Fiscal | None:
    first, last, given = int(match["first"]), int(match["last"]), match.groupdict()
    year = first if first > _CENTURY else 2000 + first
    is_next = last == (year + 1) % _CENTURY and given.get("age") in {None, str(year + 1)[:2]}
    is_month = last <= MONTHS_A_YEAR and given.get("dash") == "-" and not (given["fy"] or given["age"])
    return Fiscal(year, f"{year}/{match['last']}") if is_next and not is_month else None


def calls_fiscal(text: str) -> bool:
    """Tells whether a text calls its year a fiscal one: FY2025, fiscal year 2025, 2025财年."""
    return _FISCAL.search(narrow(text)) is not None


def years_begun(text: str) -> set[int]:
    """Returns the calendar years in which years of two begin: 2025/26, Apr 2025–Mar 2026."""
    span, fiscal = span_in(narrow(text)), fiscal_in(text)
    found = (span.time.start.year if span else None, fiscal.year if fiscal else None)
    return {year for year in found if year}


def year_text(first: int, last: int) -> str:
    """Returns how messages call a year that begins and ends in these calendar years: 2024, 2025/26."""
    return str(first) if first == last else f"{first}/{last % 100:02}"


class PlanYears(NamedTuple):
    """The calendar years of a plan; `known` is empty where nothing says them yet.

    `first_month` (1 to 12) is that in which it begins, if it is one of twelve months and that is known;
    `fy` the year by which a title calls its own, FY2026, which may be that of its start or its end.
    """

    known: frozenset[int] = frozenset()
    first_month: int | None = None
    fy: int | None = None

    @property
    def text(self) -> str:
        """What messages call the year of the plan: 2024, 2025/26."""
        return year_text(min(self.known), max(self.known))

    @property
    def begins(self) -> int | None:
        """The calendar year in which a plan of two begins."""
        first = min(self.known, default=0)
        return first if self.known == {first, first + 1} else None

    def fit(self, year: int) -> bool:
        """Tells whether a calendar year is the plan's, as far as that is known."""
        return not self.known or year in self.known

    def another_in(self, texts: Iterable[str]) -> str:
        """Returns the year that texts name if it is not the plan's: 2023, 2026/27, FY2027; else nothing."""
        known = list(texts)
        if self.begins is not None:
            begun = {year for text in known for year in years_begun(text)}
            if begun and self.begins not in begun:
                return year_text(min(begun), min(begun) + 1)
            named = {year for text in known for year in years_called(text)}
            if not begun and named and self.fy is not None and self.fy not in named:
                return f"FY{min(named)}"
        said = years_said(known)
        return str(min(said)) if len(said) == 1 and not any(map(self.fit, said)) else ""


def years_of(time: PlanTime, titles: Iterable[str]) -> PlanYears:
    """Returns the years of a plan with this time and these titles."""
    years = frozenset(range(time.start.year, time.end.year + 1))
    called = {year for title in titles for year in years_called(title)}
    only = called.pop() if len(called) == 1 else None
    return PlanYears(years, time.start.month if time.has_labels else None, only)


def years_said(texts: Iterable[str]) -> set[int]:
    """Returns the years that titles and headings name."""
    said_in = (without_span(text) for text in texts if not is_note(text))
    return {whole_year(year) for text in said_in for year in _YEAR.findall(text)}


def years_called(text: str) -> set[int]:
    """Returns the years that a text calls fiscal by one number, which may be that of its start or its end."""
    found = (match["before"] or match["behind"] for match in _CALLED.finditer(_without_two(narrow(text))))
    return {int(year) if len(year) > len("26") else 2000 + int(year) for year in found}


def without_span(text: str) -> str:
    """Returns a text as `narrow` gives it, without twelve months; 2025/26 is 2025 there, and FY26 is 2026.

    Bars keep 2025 of 2025/26 from becoming the calendar year of a quarter beside it.
    """
    bare = narrow(text)
    if span := span_in(bare):
        bare = f"{bare[: span.start]} {bare[span.end :]}"
    return _SHORTEST.sub(r"20\1", _without_two(bare))


def _without_two(bare: str) -> str:
    """Returns a text as `narrow` gives it with | 2025 | for 2025/26."""
    for pattern in (_TWO_YEARS, _SHORT):
        bare = pattern.sub(
            lambda match: f" | {found.year} | " if (found := _fiscal(match)) else match[0], bare
        )
    return bare
