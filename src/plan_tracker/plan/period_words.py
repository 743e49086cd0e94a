"""How people write periods, found in any text: 9月, 上半年, 1-9月, 三季度, Q3, Sept 2024, first half."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

QUARTER, HALF = 3, 6
"""Months of each."""


class Months(NamedTuple):
    """Calendar months that somebody names, from `first` to `last` (1 to 12); `year` only where it is said.

    `word` is how they are called: a month, a quarter, a half, the year's end; 1-9月 is a range of
    months, 前三季度 one of quarters. `next_year` where they are said to end in the year after the plan's
    first: 4月—次年1月.
    """

    first: int
    last: int
    word: Literal["month", "quarter", "half", "year", "range", "quarters"]
    year: int | None = None
    next_year: bool = False


class Label(NamedTuple):
    """A label as in the plan file, which counts from the plan's first day; 全年 is FY."""

    label: str
    year: int | None = None


class Day(NamedTuple):
    """A day that somebody names."""

    month: int
    day: int
    year: int | None = None


RUNNING = frozenset({"range", "quarters"})
"""How running totals are called: 1-9月, 前三季度."""

Spoken: TypeAlias = Months | Label | Day
"""A period as it is said, before it is known in which plan."""


class Found(NamedTuple):
    """A period in a text (as `narrow` gives it), and where it stands there."""

    start: int
    end: int
    spoken: Spoken


_DASHES = re.compile("[—–―‒−‐~〜]")
_APART = re.compile("(?<=[0-9]) (?=[年月日号季])|(?<=[年月第]) (?=[0-9])")
"""Blanks that some set between figures and Chinese: 2024 年 1-6 月."""


def narrow(text: str) -> str:
    """Returns text for searching: half-width, small letters, one blank between words, one kind of dash."""
    return _APART.sub("", " ".join(_DASHES.sub("-", unicodedata.normalize("NFKC", text).casefold()).split()))


@lru_cache(maxsize=4096)  # a table has few different periods
def said(text: str) -> Spoken | None:
    """Returns the period if a text is one and nothing else but 截至, 底 and the like; else None."""
    whole = narrow(text)
    for bare in (whole, re.sub(_AROUND, "", whole)):
        for form, meaning in (*_FORMS, *_ONLY_ALONE):
            if match := re.fullmatch(form, bare):
                return meaning(match)
    return None


@lru_cache(maxsize=4096)
def found_in(text: str) -> tuple[Found, ...]:
    """Returns the periods in a text made by `narrow`, from left to right; of two that overlap, the longer."""
    every = [
        Found(match.start(), match.end(), meaning(match))
        for form, meaning in _FORMS
        for match in re.finditer(form, text)
    ]
    chosen: list[Found] = []
    for found in sorted(every, key=lambda each: (each.start, -each.end)):
        if not chosen or found.start >= chosen[-1].end:
            chosen.append(found)
    return tuple(chosen)


def distinct(spoken: Iterable[Spoken]) -> list[Spoken]:
    """Returns the periods that differ.

    One that only leaves out the year that another names does not count, nor does a month, quarter or half
    beside the running total up to its end: 2021年10月 over 1-10月.
    """
    every = list(dict.fromkeys(spoken))
    with_year = {each._replace(year=None) for each in every if each.year}
    every = [each for each in every if each.year or each not in with_year]
    totals = [each for each in every if isinstance(each, Months) and each.word in RUNNING]
    years = {each.year for each in every if each.year}
    if len(totals) == 1 and len(years) <= 1 and all(_ends_with(each, totals[0]) for each in every):
        return [totals[0]._replace(year=next(iter(years), None))]
    return every


def _ends_with(spoken: Spoken, total: Months) -> bool:
    return isinstance(spoken, Months) and spoken.word != "year" and spoken.last == total.last


# --- the forms

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LAST_DAYS = (31, None, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""That of February depends on the year."""

_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NUMERALS = dict(zip((*"一二三四五六七八九十", "十一", "十二", "两"), (*range(1, 13), 2), strict=True))
YEAR = r"(?:19|2[01])\d\d"
"""A calendar year, as part of a pattern."""

SPOKEN_YEAR = rf"(?:{YEAR}(?!\d)|(?<!\w)2\d(?=年(?![以期内来限间龄后])))"
"""The same where two digits may be one of this century: 25年目标, but not 建校25年 or 25年以上."""

_SHORT = 100
"""Years below are written with two digits: Jun-26, 3Q26."""

_YEAR = rf"(?:(?P<year>{YEAR}|2\d(?=年))\s*(?:年度?|[-/.])?\s*)?"
_YEAR_AFTER = rf"(?:[ ,/-]*(?P<year>{YEAR})(?![\d年]))?"
_SHORT_YEAR = rf"['’]?(?P<year> ?{YEAR}|\d\d)"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"[0-3]?\d"
_PAST_12 = "1[3-9]|2\\d|3[01]"
_DAY_MONTH = rf"(?P<day>{_PAST_12})(?P<mark>[/-])(?P<month>{_M})(?P=mark)"
_MONTH_DAY = rf"(?P<month>{_M})(?P<mark>[/-])(?P<day>{_PAST_12})(?P=mark)"
"""Days that cannot be months: 30/06/2026 and 06/30/2026 are one day, 05/06/2026 may be two."""

_MIDNIGHT = r"(?:[t ]0?0:00(?::00(?:\.0+)?)?)?"
"""What other programs write behind a day."""

_LABEL = r"(?P<label>h[12]|q[1-4]|m(?:0[1-9]|1[0-2])|fy)"
_FROM, _TO = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_NO_DIGIT = r"(?<![\d.])"
_NO_DATE, _DATE_ENDS = r"(?<![\d./-])", r"(?![\d./-])"
_AROUND = (
    r"^(?:截至|截止到?|至|到|as (?:of|at)|by|until|up to|(?:the )?end of(?: the)?)\s*|\s*(?:底|末|止|为止)$"
)

_Form: TypeAlias = tuple[str, Callable[[re.Match[str]], Spoken]]
"""A pattern, which `re` compiles when it is first looked for: most starts need none of them."""


def _number(text: str) -> int:
    return _NUMERALS.get(text) or int(text)


def _month_number(text: str) -> int:
    """Returns which month a name or a number means: 9 for Sept, 九 and 09."""
    name = text[:3]
    return _MONTHS.index(name) + 1 if name in _MONTHS else _number(text)


def _year(match: re.Match[str]) -> int | None:
    return whole_year(match["year"]) if match["year"] else None


def whole_year(text: str) -> int:
    """Returns the year that digits mean: two are one of this century."""
    year = int(text)
    return 2000 + year if year < _SHORT else year


def _day(match: re.Match[str]) -> Spoken:
    return Day(month=_month_number(match["month"]), day=int(match["day"]), year=_year(match))


def _month(match: re.Match[str]) -> Spoken:
    number = _month_number(match["month"])
    return Months(first=number, last=number, word="month", year=_year(match))


def _day_or_month(match: re.Match[str]) -> Spoken:
    """Returns the month for its last day, 30 June, else the day."""
    is_last = int(match["day"]) == LAST_DAYS[_month_number(match["month"]) - 1]
    return _month(match) if is_last else _day(match)


def _range(match: re.Match[str]) -> Spoken:
    first, last = _month_number(match["first"]), _month_number(match["last"])
    return Months(first=first, last=last, word="month" if first == last else "range", year=_year(match))


def _months_to_next(match: re.Match[str]) -> Spoken:
    first, last = _number(match["first"]), _number(match["last"] or match["first"])
    return Months(first, last, word="range" if match["last"] else "month", next_year=True)


def _quarter(match: re.Match[str]) -> Spoken:
    last = QUARTER * (_ORDINALS.get(match["n"]) or _number(match["n"]))
    is_next = match[0].startswith("次年")
    return Months(first=last - 2, last=last, word="quarter", year=_year(match), next_year=is_next)


def _quarters_of_plan(match: re.Match[str]) -> Spoken:
    return Label("H1" if match["last"] == "2" else "FY", _year(match))


def _months(first: int, last: int, word: Literal["half", "year"]) -> Callable[[re.Match[str]], Spoken]:
    return lambda match: Months(first, last, word, _year(match))


def _first(months: int, word: Literal["range", "quarters"]) -> Callable[[re.Match[str]], Spoken]:
    return lambda match: Months(1, months * _number(match["last"]), word, _year(match))


_FIRST_MONTHS, _FIRST_QUARTERS = _first(1, "range"), _first(QUARTER, "quarters")
_FIRST_HALF, _SECOND_HALF = _months(1, HALF, "half"), _months(HALF + 1, 2 * HALF, "half")
_YEAR_END = _months(1, 2 * HALF, "year")


def _whole(match: re.Match[str]) -> Spoken:
    return Label("FY", _year(match))


def _counted(match: re.Match[str]) -> Spoken:
    if match["of"] == "m":
        return Months(first=1, last=int(match["n"]), word="range", year=_year(match))
    return Label(f"{match['of']}{match['n']}".upper(), _year(match))


def _label(match: re.Match[str]) -> Spoken:
    text = match["label"].upper()
    return Label(f"M{int(text[1:]):02}" if text.startswith("M") else text, _year(match))


_FORMS: tuple[_Form, ...] = (
    (
        rf"{_NO_DIGIT}(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>{_M})(?P=mark)(?P<day>{_DAY}){_MIDNIGHT}(?!\d)",
        _day,
    ),
    (rf"{_NO_DIGIT}{_YEAR}(?P<month>{_M})月(?P<day>{_DAY})[日号]", _day),
    (rf"{_FROM}(?P<day>{_DAY}) (?P<month>{_NAME}),? (?P<year>{YEAR}){_TO}", _day),
    (rf"{_FROM}(?P<day>{_DAY})-(?P<month>{_NAME})-(?P<year>{YEAR}|\d\d){_TO}", _day),
    (rf"{_FROM}(?P<month>{_NAME}) (?P<day>{_DAY})(?:, ?| )(?P<year>{YEAR}){_TO}", _day),
    (rf"{_NO_DATE}(?P<day>{_DAY})\.(?P<month>{_M})\.(?P<year>{YEAR}){_DATE_ENDS}", _day),
    (rf"{_NO_DATE}{_DAY_MONTH}(?P<year>{YEAR}){_DATE_ENDS}", _day),
    (rf"{_NO_DATE}{_MONTH_DAY}(?P<year>{YEAR}){_DATE_ENDS}", _day),
    (rf"{_NO_DATE}(?P<month>1[0-2]|0?[1-9])[/.-](?P<year>{YEAR}){_DATE_ENDS}", _month),
    (rf"{_FROM}(?P<day>{_DAY})(?:st|nd|rd|th)? (?P<month>{_NAME})(?P<year>){_TO}", _day_or_month),
    (
        rf"{_NO_DIGIT}{_YEAR}(?P<first>{_M})(?:月份?)?\s*(?:-|至|到)\s*(?:(?:{YEAR}|2\d)年)?(?P<last>{_M})月份?",
        _range,
    ),
    (rf"{_FROM}(?P<first>{_NAME})\s*(?:-|to)\s*(?P<last>{_NAME}){_YEAR_AFTER}{_TO}", _range),
    (rf"{_YEAR}前(?P<last>{_M})个?月份?", _FIRST_MONTHS),
    (rf"{_YEAR}(?:前|{_NO_DIGIT}1-|一至)(?P<last>[123一二两三])个?季度", _FIRST_QUARTERS),
    (rf"{_NO_DIGIT}{_YEAR}第?(?P<n>[1-4一二三四])季度", _quarter),
    (rf"{_FROM}q1 ?(?:-|to) ?q(?P<last>[24]){_YEAR_AFTER}{_TO}", _quarters_of_plan),
    (rf"{_FROM}(?P<n>{'|'.join(_ORDINALS)})[ -]quarter{_YEAR_AFTER}{_TO}", _quarter),
    (rf"{_YEAR}上?半年度?", _FIRST_HALF),
    (rf"{_YEAR}下半年度?", _SECOND_HALF),
    (rf"{_FROM}(?:first|1st|mid|half)[ -](?:half|year)(?:[ -]year)?{_YEAR_AFTER}{_TO}", _FIRST_HALF),
    (rf"{_FROM}(?:second|2nd)[ -]half(?:[ -]year)?{_YEAR_AFTER}{_TO}", _SECOND_HALF),
    (rf"{_NO_DIGIT}{_YEAR}(?P<month>{_M})月份?", _month),
    (rf"{_NO_DATE}(?P<year>{YEAR})[-/.]?(?P<month>1[0-2]|0[1-9]){_DATE_ENDS}", _month),
    (rf"{_FROM}(?P<month>{_NAME}){_YEAR_AFTER}{_TO}", _month),
    (rf"{_FROM}(?P<month>{_NAME})(?:-| ?['’])(?P<year>\d\d){_TO}", _month),
    (rf"{_FROM}{_LABEL}[-'’](?P<year>\d\d){_TO}", _label),
    (rf"{_FROM}(?P<year>2\d)(?P<label>h[12]|q[1-4]){_TO}", _label),
    (rf"{_FROM}(?P<n>[12](?=h)|[1-4](?=q)|(?:[1-9]|1[0-2])(?=m))(?P<of>[hqm]){_SHORT_YEAR}{_TO}", _counted),
    (rf"{_YEAR}全年度?", _whole),
    (rf"{_FROM}(?:full|whole)[ -]year{_YEAR_AFTER}{_TO}", _whole),
    (rf"{_YEAR}年[底末]", _YEAR_END),
    (rf"{_FROM}year[ -]end{_YEAR_AFTER}{_TO}", _YEAR_END),
    (rf"{_FROM}{_YEAR}{_LABEL}{_TO}", _label),
    (rf"{_FROM}{_LABEL}{_YEAR_AFTER}{_TO}", _label),
)
_ONLY_ALONE: tuple[_Form, ...] = (
    (rf"(?P<year>{YEAR})[-/.](?P<month>[1-9])", _month),
    (rf"(?P<year>{YEAR})(?P<month>1[0-2]|0[1-9])(?P<day>[0-3]\d)", _day),
    (r"(?P<label>m[1-9])(?P<year>)", _label),
    (rf"(?P<year>{YEAR})年度?", _whole),
    (rf"(?P<first>{_M})(?:月份?)?\s*(?:-|至|到)\s*次年(?P<last>{_M})月份?", _months_to_next),
    (rf"次年(?P<first>{_M})(?:(?:月份?)?\s*(?:-|至|到)\s*(?P<last>{_M}))?月份?", _months_to_next),
    (r"次年第?(?P<n>[1-4一二三四])季度(?P<year>)", _quarter),
)
"""What is a period only where nothing else stands beside it: 2024.9, 20240930, M9, 2024年, 次年1月."""
