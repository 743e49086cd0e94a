"""The period of a plan that people mean by 9月, 上半年, 1-9月 or Q3, and its name in Chinese text.

Months and quarters in words are those of the calendar: in a plan that starts in April 9月 is M06, and
上半年 is refused. Labels (Q3, M06) count from the plan's first day. What `period_text` prints is
understood.
"""

from datetime import date

from plan_tracker.language import Language, Message, Phrase, inserted, literally
from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import HALF, QUARTER, RUNNING, Day, Label, Months, Spoken, said
from plan_tracker.plan.periods import (
    LABELS,
    MONTHS_A_YEAR,
    PlanTime,
    Reporting,
    day_before,
    months_later,
    parse_date,
)
from plan_tracker.plan.spoken import period_meant
from plan_tracker.wording.words import LIST, SPAN, day_text

_CALENDAR_WORD = Phrase(
    "`{word}` refers to the calendar year, but this plan begins in {month}: {advice}",
    "`{word}` 指自然年，而本计划从{month}开始：{advice}",
)
_WRITE_LABEL = Phrase("write {label}", "请写 {label}")
_WRITE_EITHER = Phrase(
    "write {label}, or {own} for that of the plan", "请写 {label}；如指计划年度，请写 {own}"
)
_WRITE_OWN = Phrase("write {own} for that of the plan", "如指计划年度，请写 {own}")
TODAY = Phrase("today", "今天")
_TODAY = frozenset({*TODAY, "今日", "当日"})
_NO_TOTAL = Phrase(
    "figures here are running totals since the plan's start: write {example}",
    "此处应填计划期初以来的累计数：请写 {example}",
)
_NO_INCREMENT = Phrase(
    "figures here count per period, but `{word}` is a running total: write {example}",
    "此处应填当期数，而 `{word}` 是累计期：请写 {example}",
)


def day_meant(text: str, time: PlanTime, today: date) -> date | None:
    """Returns the day that a text names in a plan: H1, 2024-08-15, 上半年, 9月底, today; None if none."""
    if simplified(text) in _TODAY:
        return today
    found = (period_meant(text, time, counting) for counting in Counting)
    return next((period.last for period in found if period), None)


def why_none(text: str, time: PlanTime, counting: Counting = Counting.TO_DATE) -> Message | None:
    """Tells what to write instead of words or a date that are no period of this plan; else None."""
    from plan_tracker.reading.meant.periods import which_day  # few texts mean nothing

    spoken = said(text)
    return which_day(text) if spoken is None else why_not(spoken, literally(text.strip()), time, counting)


def why_not(
    spoken: Spoken, word: Phrase, time: PlanTime, counting: Counting = Counting.TO_DATE
) -> Message | None:
    """Tells what to write instead of a period that this plan does not have, which was called by a word.

    A running total is named up to the month with which the period ends. The first half of a plan from April
    may also be its own, from April to September.
    """
    if not isinstance(spoken, Months) or not time.has_labels:
        return None
    month = time.start.month
    length = (spoken.last - month) % MONTHS_A_YEAR + 1
    if counting is Counting.PER_PERIOD and spoken.word in RUNNING:
        single = Phrase(f"M{length:02}", f"{spoken.last}月")
        return inserted(_NO_INCREMENT, example=single, word=word).fill()
    last = day_before(months_later(time.start, length))
    label = time.period_ending(last, Reporting.HALF_YEAR)
    if month > 1 and (spoken.first == 1 or spoken.word in {"half", "year"}):
        begins = Phrase(_MONTHS[month - 1], f"{month}月")
        return inserted(
            _CALENDAR_WORD, month=begins, advice=_advice(spoken, label, time, counting), word=word
        ).fill()
    total = _range_text(month, spoken.last) if label != "FY" else "全年"
    return inserted(_NO_TOTAL, example=Phrase(label, total)).fill() if spoken.word in RUNNING else None


def _advice(spoken: Months, total: str, time: PlanTime, counting: Counting) -> Phrase:
    """Tells what to write for a part of the calendar year: its label in this plan, or the plan's own part.

    Of figures per period few have the months of the calendar's half; of totals one ends with it.
    """
    months = (spoken.first, spoken.last)
    alike = next((label for label in LABELS if _months_of(label, time) == months), "")
    label = _with_months(total if counting is Counting.TO_DATE else alike, time, counting)
    own_label = {
        "quarter": f"Q{spoken.last // QUARTER}",
        "half": f"H{spoken.last // HALF}",
        "year": "FY",
    }.get(spoken.word, "")
    own = _with_months(own_label, time, counting)
    advice = _WRITE_LABEL if not own_label else _WRITE_EITHER if label.en else _WRITE_OWN
    return inserted(advice, label=label, own=own)


def _months_of(label: str, time: PlanTime) -> tuple[int, int] | None:
    """Returns the first and the last calendar month of a label."""
    period = time.period(label)
    return (period.first.month, period.last.month) if period and period.first else None


def _with_months(label: str, time: PlanTime, counting: Counting) -> Phrase:
    """Writes a label with its months, those of a running total from the plan's start on; nothing for none."""
    months = _months_of(label, time)
    if months is None:
        return Phrase("", "")
    first, last = months if counting is Counting.PER_PERIOD else (time.start.month, months[1])
    if (last - first) % MONTHS_A_YEAR == MONTHS_A_YEAR - 1:
        return Phrase(f"{label} (all)", f"全年（{label}）")
    short = _in_short(Months(first, last, "range"))
    return Phrase(f"{label} ({short})", f"{_range_text(first, last)}（{label}）")


def period_text(label: str, time: PlanTime, language: Language, counting: Counting = Counting.TO_DATE) -> str:
    """Writes a period in a language: H1; 上半年, 前三季度, 1—10月, 全年 for running totals."""
    period = time.period(label)
    if period is None or (language is Language.EN and period.first):
        return label
    if period.first is None:
        return day_text(period.last, language)
    name = label.rpartition("-")[2]
    if not time.has_labels or name != label:
        return f"{period.first.year}年{_single(name, period.first, period.last, time)}"
    if counting is Counting.PER_PERIOD:
        next_year = _NEXT_YEAR if period.first.year > time.start.year else ""
        return next_year + _single(name, period.first, period.last, time)
    return _total(name, time.start, period.last)


def missing_text(missing: tuple[str, ...], time: PlanTime, language: Language) -> str:
    """Lists what a figure lacks: parts by their names, time as M02 or from day to day."""
    return LIST.text(language).join(_missing(each, time, language) for each in missing)


def _missing(name: str, time: PlanTime, language: Language) -> str:
    days = [day for text in name.split("…") if (day := parse_date(text))]
    if language is Language.ZH and len(days) > 1:
        first, last = days
        return SPAN.text(language, start=day_text(first, language), end=day_text(last, language))
    return period_text(name, time, language, Counting.PER_PERIOD)


def said_phrase(spoken: Spoken) -> Phrase:
    """Returns a period as it was said, in every language, before the plan is known."""
    en = zh = _in_short(spoken)
    match spoken:
        case Months(first=first, last=last, word=word):
            words = {
                "quarter": f"{_QUARTERS[(last - 1) // QUARTER]}季度",
                "half": "上半年" if first == 1 else "下半年",
            }
            zh = words.get(word) or ("年底" if word == "year" else _range_text(first, last))
            zh = f"{_NEXT_YEAR}{zh}" if spoken.next_year and first <= last else zh
        case Day(month=month, day=day):
            zh = f"{month}月{day}日"
        case Label(label="FY"):
            zh = "全年"
        case _:
            return Phrase(en, zh)  # H1 is called otherwise in each plan
    return Phrase(en, f"{spoken.year}年{zh}" if spoken.year else zh)


def in_words(spoken: Spoken) -> Phrase:
    """Returns a period as it was said, in words where its label is another period of a plan from July."""
    en, zh = said_phrase(spoken)
    match spoken:
        case Months(word="half", first=1):
            return Phrase("first half", zh)
        case Months(word="half"):
            return Phrase("second half", zh)
        case Months(word="year"):
            return Phrase("year-end", zh)
        case _:
            return Phrase(en, zh)


def period_phrase(label: str, time: PlanTime, counting: Counting) -> Phrase:
    """Returns the period of a running total or of a single figure, to be joined with other phrases."""
    return Phrase(*(period_text(label, time, language, counting) for language in (Language.EN, Language.ZH)))


# --- as it is printed

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_QUARTERS = "一二三四"
_NEXT_YEAR = "次年"


def _in_short(spoken: Spoken) -> str:
    """Writes a period in short: H1, Q3, M10, Jan-Sep, 2024-09-30."""
    year = f"{spoken.year}-" if spoken.year else ""
    match spoken:
        case Label(label=label):
            return f"{year}{label}"
        case Day(month=month, day=day):
            return f"{year}{month:02}-{day:02}"
        case Months(first=first, last=last, word="range" | "quarters"):
            months = f"{_MONTHS[first - 1]}-{_MONTHS[last - 1]}"
            return f"{months} {spoken.year}" if spoken.year else months
        case Months(first=first, last=last, word=word):
            short = {"month": f"M{first:02}", "quarter": f"Q{last // QUARTER}", "half": f"H{last // HALF}"}
            return year + short.get(word, "FY")


def _range_text(first: int, last: int) -> str:
    """Writes months by their numbers; where they go past December, the last ones are of the next year."""
    if first == last:
        return f"{first}月"
    return f"{first}—{last}月" if first < last else f"{first}月—{_NEXT_YEAR}{last}月"


def _single(name: str, first: date, last: date, time: PlanTime) -> str:
    """Writes a period by itself: 10月, 三季度, 上半年; by its months if the name could be misunderstood."""
    if name == "FY":
        return "全年"
    if name.startswith("Q") and first.month % QUARTER == 1:
        return f"{_QUARTERS[first.month // QUARTER]}季度"
    if name.startswith("H") and time.start.month == 1:
        return "上半年" if first.month == 1 else "下半年"
    return _range_text(first.month, last.month)


def _total(name: str, start: date, last: date) -> str:
    """Writes the period of a running total since the plan's start."""
    if name in {"FY", "H2", "Q4"}:
        return "全年"
    if start.month == 1 and not name.startswith("M"):
        return {"Q1": "一季度", "Q3": "前三季度"}.get(name, "上半年")
    return _range_text(start.month, last.month)
