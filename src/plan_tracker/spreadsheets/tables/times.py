"""What titles, and columns of periods and years, say about time."""

import re
from calendar import monthrange
from collections.abc import Iterable

from plan_tracker.plan.period_words import (
    HALF,
    QUARTER,
    YEAR,
    Day,
    Label,
    Months,
    Spoken,
    distinct,
    found_in,
    narrow,
    said,
)
from plan_tracker.plan.periods import MONTHS_A_YEAR
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.fiscal_years import just_before, without_span, years_begun, years_called
from plan_tracker.spreadsheets.tables.row_texts import is_note
from plan_tracker.wording.headings import MONTHS, QUARTERS, QUARTERS_OF_PLAN

_UNTIL = re.compile(
    r"(?:截至|截止到?|as (?:of|at)|until|up to|by|(?:period|quarter|months?) end(?:ed|ing))\s*$"
)
_DIGIT_OR_WORD = re.compile(r"\d|季度|半年|全年|年[底末]|[a-z]")
_DEADLINE = re.compile(r"\s*[底末]?(?:之前|以前|前|内完成)")
_ONLY_YEAR = re.compile(r"\d{4}\s*(?:年度?)?")
_FIRST_DAY = re.compile(rf"({YEAR})-(\d\d)-01")
_QUARTERS = 4
LEAP_YEAR = 2024
"""For days without a year."""

_CLAUSE = re.compile("[,，、;；。()]")
_OF_FIGURES = re.compile(
    r"(?:.*[为系是用取:])?(?P<of>[^为系是用取:]+?)(?:的|累计|快报|统计|完成)*(?:数据|数字|数)"
    r"|(?:.*:)?(?:.*(?:数据|数字))?(?P<until>(?:截至|截止到?).+?)(?:的?(?:数据|数字|数))?"
    r"|(?:.*: ?)?(?P<in>.+?) (?:data|figures?)(?: only)?"
    r"|(?:.*: ?)?(?:.*(?:data|figures?) )?(?P<by>as (?:of|at) .+?)\.?"
)
"""What a remark says of figures: 1-5月数据, 数据截至5月底, May data, figures as of May."""

_OF_OTHERS = re.compile(
    "目标|计划|基[期数准]|同[期比]|上年|去年|goal|target|baseline|base year|last year|previous|prior"
)
"""What a remark speaks of that is none of the figures reported: 基期值为2025年数据."""

_LONGEST = 80
"""A longer clause is about something else."""


def period_said(titles: Iterable[str]) -> Spoken | None:
    """Returns the one period that titles name; None if they name none, or several.

    A day counts only if the text says that figures run up to it (截至…). Lines about who filled in
    the table, and about when something must be done (9月底前), do not count. FY2026 is
    only a year, as 2026; 2026年全年 is a period.
    """
    found: list[Spoken] = []
    untils: list[Spoken] = []
    for title in titles:
        text = without_span(title)
        if is_note(title):
            continue
        is_of_two = bool(years_called(title) or years_begun(title))
        for each in found_in(text):
            words = text[each.start : each.end]
            if words.startswith("fy") and isinstance(each.spoken, Label) and each.spoken.label == "FY":
                continue
            is_until = just_before(each.start, text, _UNTIL) is not None
            is_deadline = _DEADLINE.match(text, each.end) is not None
            if not is_deadline and (
                is_until if isinstance(each.spoken, Day) else _DIGIT_OR_WORD.search(words)
            ):
                kept = untils if is_until else found
                kept.append(_counted(each.spoken) if is_of_two else each.spoken)
    different = distinct(_with_ends(found, untils))
    return different[0] if len(different) == 1 else None


def _with_ends(periods: list[Spoken], untils: Iterable[Spoken]) -> list[Spoken]:
    """Adds days and months up to which figures run, but for ends of the periods: 上半年（截至6月30日）."""
    found = [*periods]
    for until in untils:
        whole = next((each for each in found if _ends(each, until)), None)
        if whole is None:
            found.append(until)
        else:
            found[found.index(whole)] = whole._replace(year=whole.year or until.year)
    return found


def _ends(whole: Spoken, until: Spoken) -> bool:
    """Tells whether a day or month is the end of some months."""
    is_other_year = whole.year and until.year and whole.year != until.year
    if not isinstance(whole, Months) or whole.next_year or is_other_year:
        return False
    match until:
        case Months(last=month):
            return month == whole.last
        case Day(month=month, day=day):
            last = monthrange(whole.year or until.year or LEAP_YEAR, month)[1]
            return (month, day) == (whole.last, last)
        case _:
            return False


def _counted(spoken: Spoken) -> Spoken:
    """Returns a quarter or half in words beside a fiscal year as its label: Q3 FY26, not July on."""
    lengths = {"quarter": ("Q", QUARTER), "half": ("H", HALF)}
    if not isinstance(spoken, Months) or spoken.word not in lengths:
        return spoken
    letter, length = lengths[spoken.word]
    return Label(f"{letter}{spoken.last // length}", spoken.year)


def period_named(name: str) -> Spoken | None:
    """Returns the period that the name of a sheet or a file says: 10月, 202110, 1-9月投资; a year is none."""
    return None if is_year(name) else said(name) or period_said([name])


def periods_of_remark(text: str) -> list[Spoken]:
    """Returns the periods of which a remark, or a note below a table, says that figures are."""
    clauses = (clause.strip() for clause in _CLAUSE.split(narrow(text)) if len(clause) <= _LONGEST)
    matches = (_OF_FIGURES.fullmatch(clause) for clause in clauses if not _OF_OTHERS.search(clause))
    named = (next(filter(None, match.groups())) for match in matches if match)
    return [spoken for each in named if (spoken := said(each.strip()))]


def is_year(text: str) -> bool:
    """Tells whether a text is nothing but a year: 2025, 2025年, 2025/26, FY26."""
    bare = without_span(text)
    return bool(_ONLY_YEAR.fullmatch(bare.removeprefix("fy").strip(" |")))


def period_text(column: Column, text: str, year: str) -> str:
    """Returns a text in a column of periods as it is meant: 9, or the first of September, below 月份.

    A month is that of the `year` in its row, if that is a calendar year.
    """
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len("12") else 0
    if column.speaks_of(MONTHS):
        text = f"{number}月" if 1 <= number <= MONTHS_A_YEAR else _FIRST_DAY.sub(r"\1年\2月", text)
    elif 1 <= number <= _QUARTERS and column.speaks_of(QUARTERS):
        text = f"{number}季度"
    elif 1 <= number <= _QUARTERS and column.speaks_of(QUARTERS_OF_PLAN):
        text = f"Q{number}"
    spoken = said(text) if _ONLY_YEAR.fullmatch(year) else None
    if isinstance(spoken, Months) and spoken.word == "month" and spoken.year is None:
        return f"{year[:4]}年{spoken.last}月"
    return text


def is_whole_year(spoken: Spoken | None) -> bool:
    """Tells whether a period is a whole year."""
    return (isinstance(spoken, Label) and spoken.label == "FY") or (
        isinstance(spoken, Months) and (spoken.word == "year" or spoken[:2] == (1, 12))
    )
