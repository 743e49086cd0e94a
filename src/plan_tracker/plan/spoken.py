"""Which period of a plan people mean by 9月, 上半年, 1-9月 or Q3.

Months and quarters in words are those of the calendar: in a plan that starts in April 9月 is M06, and
上半年 is refused. Labels (Q3, M06) count from the plan's first day.
"""

import calendar
import re
from datetime import date
from functools import lru_cache

from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import HALF, LAST_DAYS, QUARTER, Day, Label, Months, Spoken, narrow, said
from plan_tracker.plan.periods import MONTHS_A_YEAR, Period, PlanTime, day_before, months_later, parse_date

_BY = re.compile(r"by\s+", re.IGNORECASE)
_BEFORE = re.compile(r"^before\s+|\s*[之以]?前(?:完成|建成|竣工|投产)?$", re.IGNORECASE)
_WHOLE = re.compile(
    r".*(?:[月季年]|月份|季度|年度)"
    r"|(?!.*\bend of\b)(?:[a-z .]+|[qhm]\d\d?|fy ?\d*)?(?:[ ,]*\d{4})?",
    re.IGNORECASE,
)
"""A month, a quarter, a half or a year, but not its last day: 9月, not 9月底 or 9月30日."""

_LAST_DAY = re.compile(
    r"[底末]|\bend\b|(?<!\d)[0-3]?\d(?:st|nd|rd|th)? (?!quarter|half)[a-z]{3,9}\.?$", re.IGNORECASE
)
"""What makes a period its last day: 9月底, end of September, 30 September."""


def deadline_said(text: str) -> Spoken | None:
    """Returns the period or the day by which something is due: 9月底前, 9月, by 30 September.

    9月前 may end with August or with September, so it says neither.
    """
    until = _BY.sub("", text.strip(), count=1)
    bare = _BEFORE.sub("", until).strip()
    return None if bare != until and _WHOLE.fullmatch(bare) else said(bare)


def says_last_day(text: str) -> bool:
    """Tells whether the words for a period mean its last day: 9月底, 30 September."""
    return _LAST_DAY.search(narrow(text)) is not None


def beginning_said(text: str) -> Spoken | None:
    """Returns the period with whose first day something begins, or the day: 9月, but 30 September, 9月底.

    None for the end of February without its year, which may be the 28th or the 29th, and for that of a label,
    end of Q3: it has its day in a plan only.
    """
    spoken = deadline_said(text)
    if isinstance(spoken, Day | None) or not says_last_day(text):
        return spoken
    if isinstance(spoken, Label):
        return None
    year, month = spoken.year, spoken.last
    day = LAST_DAYS[month - 1] or (calendar.monthrange(year, month)[1] if year else None)
    return Day(month, day, year) if day else None


def period_meant(text: str, time: PlanTime, counting: Counting = Counting.TO_DATE) -> Period | None:
    """Returns the period of a plan that a text names, in words or by its label; None where it names none.

    Running totals take ranges from the plan's first month (1-9月), figures per period only single periods.
    """
    given = text.strip()
    for label in (given, given.upper()):
        if period := time.period(label):
            return period
    spoken = said(given)
    return None if spoken is None else period_of(spoken, time, counting)


@lru_cache(maxsize=1024)  # the rows of a table name the same few periods
def period_of(spoken: Spoken, time: PlanTime, counting: Counting = Counting.TO_DATE) -> Period | None:
    """Returns the period of a plan that was said, or None where this plan has none that is called so."""
    match spoken:
        case Label():
            return _labelled(spoken, time)
        case Day():
            return _on_day(spoken, time)
        case Months() if time.has_labels:
            return _within(spoken, time, counting)
        case Months():
            return _elsewhere(spoken, time)


def _labelled(spoken: Label, time: PlanTime) -> Period | None:
    label, year = spoken
    own = time.start.year if time.has_labels else None
    if year is None or (year == own and (time.start.month == 1 or label == "FY")):
        return time.period(label)
    return time.period(f"{year}-{label}")


def _on_day(spoken: Day, time: PlanTime) -> Period | None:
    month, day, year = spoken
    for each in [year] if year else range(time.start.year, time.end.year + 1):
        text = f"{each}-{month:02}-{day:02}"
        found = parse_date(text)
        if found and (year or time.start <= found <= time.end):
            return time.period(text)
    return None


def _within(spoken: Months, time: PlanTime, counting: Counting) -> Period | None:
    """Returns the period in a plan of twelve months."""
    start = time.start
    offset = (spoken.first - start.month) % MONTHS_A_YEAR
    length = (spoken.last - spoken.first) % MONTHS_A_YEAR + 1
    first = months_later(start, offset)
    last = day_before(months_later(first, length))
    if spoken.year not in (None, first.year, last.year):
        return _elsewhere(spoken, time)
    if last > time.end or (spoken.next_year and last.year == start.year):
        return None
    number, rest = divmod(offset, length)
    match spoken.word:
        case "month":
            return time.period(f"M{offset + 1:02}")
        case "quarter" if not rest:
            return time.period(f"Q{number + 1}")
        case "half" if start.month == 1:
            return time.period(f"H{number + 1}")
        case "year" if start.month == 1:
            return time.period("FY")
        case "range" | "quarters" if counting is Counting.PER_PERIOD and not rest:
            single = {QUARTER: f"Q{number + 1}", HALF: f"H{number + 1}", MONTHS_A_YEAR: "FY"}
            return time.period(single.get(length, ""))
        case "range" | "quarters" if counting is Counting.TO_DATE and not offset:
            return time.period(f"M{length:02}" if spoken.word == "range" else f"Q{length // QUARTER}")
        case _:
            return None


def _elsewhere(spoken: Months, time: PlanTime) -> Period | None:
    """Returns the period in another year, or in the only year possible if the plan has no labels."""
    month, year = spoken.last, spoken.year
    ends = [
        day_before(months_later(date(each, month, 1), 1))
        for each in ([year] if year else range(time.start.year + spoken.next_year, time.end.year + 1))
    ]
    if not year:
        ends = [end for end in ends if time.start <= end <= time.end]
    if len(ends) != 1:
        return None
    labels = {
        "month": f"M{month:02}",
        "quarter": f"Q{month // QUARTER}",
        "half": f"H{month // HALF}",
        "year": "FY",
    }
    if spoken.word not in labels:
        return None
    return time.period(f"{ends[0].year}-{labels[spoken.word]}") or time.period(ends[0].isoformat())
