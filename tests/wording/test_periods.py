"""Periods in words: what people type in either language, and that what is printed is understood."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.plan_times import FISCAL, FIVE, ODD, YEAR
from plan_tracker.language import Language
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import Day, Found, Label, Months, found_in, narrow
from plan_tracker.plan.periods import PlanTime, day_before, months_later
from plan_tracker.plan.spoken import period_meant
from plan_tracker.wording.periods import period_text, why_none

TO_DATE, PER_PERIOD = Counting.TO_DATE, Counting.PER_PERIOD

LABELS = ("H1", "H2", "Q1", "Q2", "Q3", "Q4", "FY", *(f"M{month:02}" for month in range(1, 13)))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("H1", "H1"),
        ("h1", "H1"),
        (" q3 ", "Q3"),
        ("m9", "M09"),
        ("fy", "FY"),
        ("２０２４－Ｈ１", "H1"),
        ("2024H1", "H1"),
        ("H1 2024", "H1"),
        ("Q3/2024", "Q3"),
        ("Sep-24", "M09"),
        ("2024-09-30 00:00:00", "2024-09-30"),
        ("2024/9/30 0:00", "2024-09-30"),
        ("2024-09-30T00:00:00", "2024-09-30"),
        ("20240930", "2024-09-30"),
        ("Sept '24", "M09"),
        ("30-Sep-24", "2024-09-30"),
        ("30-Sep-2024", "2024-09-30"),
        ("3Q24", "Q3"),
        ("3Q 2024", "Q3"),
        ("1H'24", "H1"),
        ("9M24", "M09"),
        ("Q3-24", "Q3"),
        ("9月", "M09"),
        ("９月", "M09"),
        ("09月", "M09"),
        ("九月", "M09"),
        ("十二月", "M12"),
        ("9月份", "M09"),
        ("9月底", "M09"),
        ("截至9月末", "M09"),
        ("2024年9月", "M09"),
        ("2024年09月底", "M09"),
        ("2024-09", "M09"),
        ("2024.9", "M09"),
        ("202409", "M09"),
        ("9.2024", "M09"),
        ("09/2024", "M09"),
        ("30.9.2024", "2024-09-30"),
        ("30/09/2024", "2024-09-30"),
        ("9/30/2024", "2024-09-30"),
        ("Sept 30 2024", "2024-09-30"),
        ("05/09/2024", None),
        ("31.9.2024", None),
        ("13/2024", None),
        ("1-9月", "M09"),
        ("1—9月", "M09"),
        ("1～9月", "M09"),
        ("1月至9月", "M09"),
        ("2024年1-9月", "M09"),
        ("一至九月", "M09"),
        ("前9个月", "M09"),
        ("1-1月", "M01"),
        ("一季度", "Q1"),
        ("第三季度", "Q3"),
        ("3季度", "Q3"),
        ("2024年三季度末", "Q3"),
        ("前三季度", "Q3"),
        ("前3季度", "Q3"),
        ("1-3季度", "Q3"),
        ("上半年", "H1"),
        ("半年", "H1"),
        ("2024年上半年", "H1"),
        ("下半年", "H2"),
        ("全年", "FY"),
        ("2024年全年", "FY"),
        ("2024年", "FY"),
        ("年底", "FY"),
        ("2024年末", "FY"),
        ("Sept", "M09"),
        ("September 2024", "M09"),
        ("Sep. 2024", "M09"),
        ("end of September", "M09"),
        ("Jan-Sep", "M09"),
        ("January to September 2024", "M09"),
        ("first half", "H1"),
        ("First half-year", "H1"),
        ("mid-year", "H1"),
        ("second half of", None),
        ("second half", "H2"),
        ("third quarter", "Q3"),
        ("3rd quarter 2024", "Q3"),
        ("full year", "FY"),
        ("year-end", "FY"),
        ("2024-09-30", "2024-09-30"),
        ("2024/9/30", "2024-09-30"),
        ("2024.9.30", "2024-09-30"),
        ("2024年9月30日", "2024-09-30"),
        ("9月30日", "2024-09-30"),
        ("截至9月30日", "2024-09-30"),
        ("30 Sep 2024", "2024-09-30"),
        ("September 30, 2024", "2024-09-30"),
        ("2023年上半年", "2023-H1"),
        ("2023年9月", "2023-M09"),
        ("2-9月", None),
        ("7-9月", None),
        ("13月", None),
        ("0月", None),
        ("9", None),
        ("五季度", None),
        ("H3", None),
        ("Q5", None),
        ("M13", None),
        ("2024年2月30日", None),
        ("maybe", None),
        ("上半", None),
        ("", None),
        ("30 June", "M06"),
        ("30th September", "M09"),
        ("15 May", "2024-05-15"),
        ("28 February", "2024-02-28"),
        ("29 February", "2024-02-29"),
        ("30 February", None),
        ("31 April", None),
    ],
)
def test_a_period_in_words_is_the_label_of_the_plan(text: str, label: str | None) -> None:
    period = period_meant(text, YEAR)
    assert (period.label if period else None) == label


@pytest.mark.parametrize(
    ("text", "counting", "label"),
    [
        ("9月", TO_DATE, "M06"),
        ("2024年9月", TO_DATE, "M06"),
        ("2月", TO_DATE, "M11"),
        ("2025年2月", TO_DATE, "M11"),
        ("2024年2月", TO_DATE, "2024-02-29"),
        ("三季度", TO_DATE, "Q2"),
        ("一季度", TO_DATE, "Q4"),
        ("Q2", TO_DATE, "Q2"),
        ("4-9月", TO_DATE, "M06"),
        ("4—2月", TO_DATE, "M11"),
        ("4月—次年2月", TO_DATE, "M11"),
        ("4月至次年3月份", TO_DATE, "M12"),
        ("次年1月", TO_DATE, "M10"),
        ("次年一季度", PER_PERIOD, "Q4"),
        ("次年1—3月", PER_PERIOD, "Q4"),
        ("次年5月", TO_DATE, None),
        ("4月—次年6月", TO_DATE, None),
        ("4-9月", PER_PERIOD, "H1"),
        ("7-9月", PER_PERIOD, "Q2"),
        ("7-9月", TO_DATE, None),
        ("全年", TO_DATE, "FY"),
        ("FY2024", TO_DATE, "FY"),
        ("上半年", TO_DATE, None),
        ("下半年", TO_DATE, None),
        ("1-6月", TO_DATE, None),
        ("前三季度", TO_DATE, None),
        ("年底", TO_DATE, None),
        ("12月底", TO_DATE, "M09"),
        ("2024H1", TO_DATE, None),
    ],
)
def test_words_are_of_the_calendar_in_a_plan_that_starts_in_april(
    text: str, counting: Counting, label: str | None
) -> None:
    period = period_meant(text, FISCAL, counting)
    assert (period.label if period else None) == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("10月", "M10"),
        ("三季度", "Q3"),
        ("7-9月", "Q3"),
        ("1-6月", "H1"),
        ("1-12月", "FY"),
        ("1-10月", None),
        ("前三季度", None),
    ],
)
def test_figures_per_period_take_single_periods_only(text: str, label: str | None) -> None:
    period = period_meant(text, YEAR, PER_PERIOD)
    assert (period.label if period else None) == label


@pytest.mark.parametrize(
    ("time", "text", "label"),
    [
        (FIVE, "2024年上半年", "2024-H1"),
        (FIVE, "2024年9月", "2024-M09"),
        (FIVE, "2023年三季度", "2023-Q3"),
        (FIVE, "2023年下半年", "2023-H2"),
        (FIVE, "2023年", "2023-FY"),
        (FIVE, "2023年底", "2023-FY"),
        (FIVE, "上半年", None),
        (FIVE, "2024年1-9月", None),
        (ODD, "9月", "2024-09-30"),
        (ODD, "三季度", "2024-09-30"),
        (ODD, "12月", None),
    ],
)
def test_a_plan_of_another_length_takes_what_can_only_be_one_thing(
    time: PlanTime, text: str, label: str | None
) -> None:
    period = period_meant(text, time)
    assert (period.label if period else None) == label


@pytest.mark.parametrize(
    ("text", "time", "counting", "reason"),
    [
        (
            "上半年",
            FISCAL,
            TO_DATE,
            "`上半年` 指自然年，而本计划从4月开始：请写 4—6月（Q1）；如指计划年度，请写 4—9月（H1）",
        ),
        (
            "上半年",
            FISCAL,
            PER_PERIOD,
            "`上半年` 指自然年，而本计划从4月开始：如指计划年度，请写 4—9月（H1）",
        ),
        ("1-6月", FISCAL, TO_DATE, "`1-6月` 指自然年，而本计划从4月开始：请写 4—6月（Q1）"),
        ("1-10月", YEAR, PER_PERIOD, "此处应填当期数，而 `1-10月` 是累计期：请写 10月"),
        ("2-9月", YEAR, TO_DATE, "此处应填计划期初以来的累计数：请写 1—9月"),
        ("4-6月", YEAR, TO_DATE, "此处应填计划期初以来的累计数：请写 1—6月"),
        ("4月至5月", YEAR, TO_DATE, "此处应填计划期初以来的累计数：请写 1—5月"),
        ("10-12月", YEAR, TO_DATE, "此处应填计划期初以来的累计数：请写 全年"),
        ("7-9月", FISCAL, TO_DATE, "此处应填计划期初以来的累计数：请写 4—9月"),
        ("1-9月", FISCAL, TO_DATE, "`1-9月` 指自然年，而本计划从4月开始：请写 4—9月（H1）"),
        (
            "年底",
            FISCAL,
            TO_DATE,
            "`年底` 指自然年，而本计划从4月开始：请写 4—12月（Q3）；如指计划年度，请写 全年（FY）",
        ),
        ("something", YEAR, TO_DATE, None),
    ],
)
def test_a_period_that_the_plan_does_not_have_is_answered_with_what_to_write(
    text: str, time: PlanTime, counting: Counting, reason: str | None
) -> None:
    message = why_none(text, time, counting)
    assert (message.text(Language.ZH) if message else None) == reason


@pytest.mark.parametrize(
    ("text", "counting", "advice"),
    [
        ("first half", TO_DATE, "write FY (all), or H1 (Jul-Dec) for that of the plan"),
        ("second half", TO_DATE, "write H1 (Jul-Dec), or H2 (all) for that of the plan"),
        ("first half", PER_PERIOD, "write H2 (Jan-Jun), or H1 (Jul-Dec) for that of the plan"),
        ("year-end", TO_DATE, "write H1 (Jul-Dec), or FY (all) for that of the plan"),
        ("year-end", PER_PERIOD, "write FY (all) for that of the plan"),
        ("Jan-Jun", TO_DATE, "write FY (all)"),
    ],
)
def test_a_half_of_a_plan_from_july_may_be_that_of_the_calendar_or_its_own(
    text: str, counting: Counting, advice: str
) -> None:
    message = why_none(text, PlanTime(date(2024, 7, 1), date(2025, 6, 30)), counting)
    assert message
    assert message.text(Language.EN) == (
        f"`{text}` refers to the calendar year, but this plan begins in Jul: {advice}"
    )


@pytest.mark.parametrize(
    ("text", "label"), [("Apr-Jun", "H1"), ("July to September", "Q3"), ("Oct-Dec", "FY")]
)
def test_the_running_total_up_to_the_same_month_is_named_in_english(text: str, label: str) -> None:
    message = why_none(text, YEAR)
    assert message
    assert message.text(Language.EN) == (
        f"figures here are running totals since the plan's start: write {label}"
    )


@pytest.mark.parametrize(
    ("label", "counting", "text"),
    [
        ("H1", TO_DATE, "上半年"),
        ("Q2", TO_DATE, "上半年"),
        ("M06", TO_DATE, "1—6月"),
        ("Q1", TO_DATE, "一季度"),
        ("Q3", TO_DATE, "前三季度"),
        ("M10", TO_DATE, "1—10月"),
        ("M01", TO_DATE, "1月"),
        ("FY", TO_DATE, "全年"),
        ("Q4", TO_DATE, "全年"),
        ("Q3", PER_PERIOD, "三季度"),
        ("M10", PER_PERIOD, "10月"),
        ("H2", PER_PERIOD, "下半年"),
        ("2024-08-15", TO_DATE, "2024年8月15日"),
        ("2023-H1", TO_DATE, "2023年上半年"),
    ],
)
def test_chinese_text_calls_a_period_as_officials_do(label: str, counting: Counting, text: str) -> None:
    assert period_text(label, YEAR, Language.ZH, counting) == text


def test_months_of_a_plan_from_april_are_printed_from_april() -> None:
    assert period_text("M06", FISCAL, Language.ZH) == "4—9月"
    assert period_text("H1", FISCAL, Language.ZH) == "4—9月"
    assert period_text("Q2", FISCAL, Language.ZH, PER_PERIOD) == "三季度"


@pytest.mark.parametrize(
    ("month", "label", "counting", "text"),
    [
        (4, "M10", TO_DATE, "4月—次年1月"),
        (4, "M11", TO_DATE, "4月—次年2月"),
        (4, "M09", TO_DATE, "4—12月"),
        (4, "M10", PER_PERIOD, "次年1月"),
        (4, "Q4", PER_PERIOD, "次年一季度"),
        (7, "M07", TO_DATE, "7月—次年1月"),
        (7, "H2", PER_PERIOD, "次年1—6月"),
        (2, "Q4", PER_PERIOD, "11月—次年1月"),
    ],
)
def test_months_after_december_are_of_the_next_year(
    month: int, label: str, counting: Counting, text: str
) -> None:
    start = date(2024, month, 1)
    time = PlanTime(start, day_before(months_later(start, 12)))
    assert period_text(label, time, Language.ZH, counting) == text


def test_no_month_is_of_the_next_year_in_a_plan_from_january() -> None:
    assert period_meant("次年1月", YEAR) is None
    assert period_meant("1月—次年3月", YEAR) is None


def test_english_text_keeps_the_label() -> None:
    assert [period_text(label, YEAR, Language.EN) for label in ("H1", "M10", "2024-08-15")] == [
        *("H1", "M10", "2024-08-15")
    ]


@given(
    start=st.dates(date(1950, 1, 1), date(2090, 12, 31)).map(lambda day: day.replace(day=1)),
    label=st.sampled_from(LABELS),
    counting=st.sampled_from(Counting),
    language=st.sampled_from(Language),
)
def test_what_is_printed_is_understood(
    start: date, label: str, counting: Counting, language: Language
) -> None:
    time = PlanTime(start, day_before(months_later(start, 12)))
    again = period_meant(period_text(label, time, language, counting), time, counting)
    period = time.period(label)
    assert again
    assert period
    assert again.last == period.last
    if counting is PER_PERIOD:
        assert again.first == period.first


@given(st.dates(date(2021, 1, 1), date(2025, 12, 31)))
def test_a_day_that_is_printed_is_understood(day: date) -> None:
    text = period_text(day.isoformat(), FIVE, Language.ZH)
    period = period_meant(text, FIVE)
    assert period
    assert period.last == day
    assert period.last + timedelta(days=1) > day


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("2021年10月重点项目完成情况表", [Months(10, 10, "month", 2021)]),
        ("吉首市2021年1—10月投资", [Months(1, 10, "range", 2021)]),
        ("上半年完成", [Months(1, 6, "half")]),
        ("下半年安排", [Months(7, 12, "half")]),
        ("2024年目标", []),
        ("全年计划", [Label("FY")]),
        ("H1 actual", [Label("H1")]),
        ("actual Q3 2024", [Label("Q3", 2024)]),
        ("cumulative Jan–Oct", [Months(1, 10, "range")]),
        ("截至2024年9月30日", [Day(9, 30, 2024)]),
        ("完成面积(m²)", []),
        ("上半年与下半年", [Months(1, 6, "half"), Months(7, 12, "half")]),
        ("Summary of May Day", [Months(5, 5, "month")]),
        ("11月", [Months(11, 11, "month")]),
    ],
)
def test_periods_are_found_in_headings_and_titles(text: str, spoken: list[object]) -> None:
    found: tuple[Found, ...] = found_in(narrow(text))
    assert [each.spoken for each in found] == spoken
