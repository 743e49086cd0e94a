"""Which times a piece of text names: years of the plan or others, and the months of a period."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from plan_tracker.plan.period_words import HALF, QUARTER, Day, Label, Spoken, found_in

_YEAR = r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)"
YEAR = re.compile(rf"{_YEAR}(?! ?年? ?=)", re.ASCII)
"""A year, but not that of 2020=100."""

_CARRIED_ON = "度续建|度?结转"
"""What stands behind the year in which a thing was begun, which need not be that of its figure."""

_YEARS = re.compile(
    rf"(?P<said>{_YEAR})(?: ?年(?! ?=|{_CARRIED_ON})|(?=-(?:19|20)\d\d ?年))"
    rf"|\b(?:in|of|since|for|during|until|by|from) (?P<behind>{_YEAR})"
    rf"|(?P<other>(?:去年|上年|前年|往年)(?!以来|{_CARRIED_ON})|明年|来年|近[几二两三四五]年|[两二三四五六七八九十]年来"
    r"|十[一二三四五]五[\"”’']?(?:期间|时期|以来)|\b(?:last|previous|prior|next) year"
    r"|\b(?:a|one) year (?:ago|earlier|before)|\b(?:past|last) (?:two|three|four|five|\d+) years)"
    r"|(?P<now>目前|至今|今年以来|年初以来|\b(?:so far|to date)\b)|(?P<own>今年|本年|\bthis year)"
    r"|(?P<within>年内(?!已|累计|共|目标|任务|计划))",
    re.ASCII,
)
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_FIRST_MONTHS = re.compile(rf"\bfirst ({'|'.join(_COUNTS)}) months")
_UP_TO = re.compile(r"(?:截[至止]|到|\b(?:by|to|until|as of|at)(?: the)?(?: end of)?) ?$")
_ENDS = re.compile("份?[末底]")
_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [a-z]")
_NO_PERIOD = re.compile(r"度?(?:目标|任务|计划|预算|指标)|年?来|以来|起|个")
_SINCE = re.compile(r"\bsince ?$")
_FROM_A_DAY = re.compile(r"(?:\b(?:between|from)|[自从]) ?$")
"""What stands beside 全年, January and the like where they name no time that ends: 完成全年任务的47.5%."""

_COMPARED = re.compile(
    r"(?:[比较与同和于由从]|\b(?:than|on|over|with|against|unlike)"
    r"(?: the| that of| those of| in| same period of)*) ?$"
)
_AGAINST = re.compile(r"(?:同期)?相比| to\b")
_MAY_NAME_PERIOD = re.compile("[月季半a-z]|全年|年[底末]")
"""Letters without which a text names no period: the patterns of `found_in` take 50 ms to be made."""

_PIECE_ENDS = re.compile(r"[,;、|\n]")


class Months(NamedTuple):
    """Months of a year, from `first` to `last`; of 截至6月底 the first is January."""

    first: int
    last: int


NOW, WHOLE_YEAR = Months(0, 0), Months(1, 2 * HALF)
"""What is said of the day of the report (目前, so far), and of the year."""


class Time(NamedTuple):
    """A time named from `start` to `end` in a text: whether it is of the plan, and its months, if it says so.

    `is_compared` says that something is only compared with it: 比去年, than last year.
    """

    start: int
    end: int
    is_of_plan: bool | None
    months: Months | None
    is_compared: bool = False


def times_in(text: str, years: range) -> list[Time]:
    """Returns the times that a text in small letters names, in their order; `years` are those of the plan."""
    times: list[Time] = []
    start = 0
    for end in (*(each.end() for each in _PIECE_ENDS.finditer(text)), len(text)):
        times += (
            each._replace(start=start + each.start, end=start + each.end)
            for each in _times_of_piece(text[start:end], years)
        )
        start = end
    return times


@lru_cache(maxsize=4096)  # pieces are looked at again for each figure behind them
def _times_of_piece(text: str, years: range) -> tuple[Time, ...]:
    """Returns the times of a text without commas; a year and a period beside each other are one."""
    found: list[Time] = []
    for time in sorted((*_years_in(text, years), *_periods_in(text, years)), key=attrgetter("start")):
        if found and not text[found[-1].end : time.start].strip():  # 去年底, June of 2023
            one = found.pop()
            is_of_plan = time.is_of_plan if one.is_of_plan is None else one.is_of_plan
            found.append(Time(one.start, max(one.end, time.end), is_of_plan, time.months or one.months))
        else:
            found.append(time)
    return tuple(each._replace(is_compared=_is_compared(text, each)) for each in found)


def _is_compared(text: str, time: Time) -> bool:
    """Tells whether something is only compared with a time."""
    return bool(_COMPARED.search(text, 0, time.start) or _AGAINST.match(text, time.end))


def _years_in(text: str, years: Container[int]) -> Iterator[Time]:
    for match in _YEARS.finditer(text):
        if year := match["said"] or match["behind"]:
            yield Time(*match.span(), is_of_plan=int(year) in years, months=None)
        else:
            months = NOW if match["now"] else WHOLE_YEAR if match["within"] else None
            yield Time(*match.span(), is_of_plan=match["other"] is None, months=months)


def _periods_in(text: str, years: Container[int]) -> Iterator[Time]:
    for match in _FIRST_MONTHS.finditer(text):
        yield Time(*match.span(), is_of_plan=None, months=Months(1, _COUNTS.index(match[1]) + 2))
    for start, end, spoken in found_in(text) if _MAY_NAME_PERIOD.search(text) else ():
        if _NO_PERIOD.match(text, end) or _SINCE.search(text, 0, start):
            continue
        months = _months(spoken)
        is_up_to = _UP_TO.search(text, 0, start) or _ENDS.match(text, end) or _DATE.match(text, start)
        if isinstance(spoken, Day) and (not is_up_to or _FROM_A_DAY.search(text, 0, start)):
            continue  # on which something took place, or began
        is_of_plan = None if spoken.year is None else spoken.year in years
        yield Time(start, end, is_of_plan, Months(1, months.last) if is_up_to else months)


def _months(spoken: Spoken) -> Months:
    """Returns the months of a period in a plan that begins in January."""
    if isinstance(spoken, Label):
        kind, number = spoken.label[0], int(spoken.label[1:]) if spoken.label[1:].isdigit() else 1
        length = {"H": HALF, "Q": QUARTER, "M": 1, "F": 2 * HALF}[kind]
        return Months((number - 1) * length + 1, number * length)
    if isinstance(spoken, Day):
        return Months(1, spoken.month)
    return Months(spoken.first, spoken.last)
