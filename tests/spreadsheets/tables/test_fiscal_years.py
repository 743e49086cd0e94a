"""Twelve months and years of two calendar years, as titles name them; years and periods without them."""

import pytest

from plan_tracker.plan.period_words import narrow
from plan_tracker.spreadsheets.tables.fiscal_years import (
    fiscal_in,
    span_in,
    without_span,
    years_begun,
    years_called,
    years_said,
)
from plan_tracker.spreadsheets.tables.times import period_said


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("Plan Apr 2025–Mar 2026", "2025-04-01", "2026-03-31"),
        ("Targets, 1 April 2025 to 31 March 2026", "2025-04-01", "2026-03-31"),
        ("July 1, 2025 - June 30, 2026", "2025-07-01", "2026-06-30"),
        ("Oct. 2025 through Sept. 2026", "2025-10-01", "2026-09-30"),
        ("2025-04-01 to 2026-03-31", "2025-04-01", "2026-03-31"),
        ("2025年4月至2026年3月计划", "2025-04-01", "2026-03-31"),
        ("2025年4月1日—2026年3月31日", "2025-04-01", "2026-03-31"),
        ("CIP plan for the year ending 31 March 2026", "2025-04-01", "2026-03-31"),
        ("Financial year to June 2026", "2025-07-01", "2026-06-30"),
        ("Report for the year to 30 June 2026", "2025-07-01", "2026-06-30"),
        ("January 2025 – December 2025", "2025-01-01", "2025-12-31"),
    ],
)
def test_twelve_months_are_found(title: str, start: str, end: str) -> None:
    span = span_in(narrow(title))
    assert span
    assert (span.time.start.isoformat(), span.time.end.isoformat()) == (start, end)
    assert (years_said([title]), period_said([title])) == (set(), None)


@pytest.mark.parametrize(
    "title",
    [
        "Apr 2025 to Sep 2025",
        "Half-year ended 30 September 2025",
        "Financial year to 15 March 2026",
        "Year to 30 June 2025",
        "Results in the calendar year to June 2025",
        "1 April 2025 to 30 March 2026",
        "2 April 2025 to 1 April 2026",
        "2024年4月至2026年3月",
        "2025年1月至12月",
        "Apr-Mar 2026",
        "April 2025, March 2026",
        "2025-06-31 to 2026-05-30",
    ],
)
def test_other_times_are_no_twelve_months(title: str) -> None:
    assert span_in(narrow(title)) is None


@pytest.mark.parametrize(
    ("title", "year", "rest"),
    [
        ("Plan FY2025/26", 2025, "plan | 2025 |"),
        ("FY 2025-26", 2025, "| 2025 |"),
        ("FY25/26 plan", 2025, "| 2025 | plan"),
        ("Plan 2025/2026", 2025, "plan | 2025 |"),
        ("2025—26财年", 2025, "| 2025 | 财年"),
        ("1999/00", 1999, "| 1999 |"),
        ("FY2009-10", 2009, "| 2009 |"),
        ("Q1 2025/26 actual", 2025, "q1 | 2025 | actual"),
    ],
)
def test_a_year_may_end_in_the_next(title: str, year: int, rest: str) -> None:
    fiscal = fiscal_in(title)
    assert (fiscal.year if fiscal else None, narrow(without_span(title))) == (year, rest)


@pytest.mark.parametrize(
    ("text", "called", "begun"),
    [
        ("Q1 FY26", {2026}, set()),
        ("FY 2026-Q1", {2026}, set()),
        ("Fiscal year '26 target", {2026}, set()),
        ("2026财年完成", {2026}, set()),
        ("FY25 and FY26", {2025, 2026}, set()),
        ("FY25/26 target", set(), {2025}),
        ("Fiscal year 2025/2026", set(), {2025}),
        ("Apr 2025–Mar 2026", set(), {2025}),
        ("FY26 (Jul 2025–Jun 2026)", {2026}, {2025}),
        ("2026 target", set(), set()),
        ("FY", set(), set()),
    ],
)
def test_a_year_is_called_by_one_number_or_by_two(text: str, called: set[int], begun: set[int]) -> None:
    assert (years_called(text), years_begun(text)) == (called, begun)


@pytest.mark.parametrize(
    "title",
    ["2025", "FY2025", "2025-10", "2009-10", "2025-06-30", "2021-2025", "2025—2026年行动计划", "2025/27"],
)
def test_another_pair_of_numbers_is_no_year(title: str) -> None:
    assert fiscal_in(title) is None


def test_a_title_as_long_as_a_chapter_is_read_as_a_short_one() -> None:
    """To read what stands before each of its periods anew took ten minutes and more."""
    long = "1-6月，" * 20_000
    assert span_in(long) is None
    span = span_in(narrow(f"{long}for the year to 31 March 2026"))
    assert span is not None
    assert str(span.time.start) == "2025-04-01"
    said, short = (period_said([f"{text}截至2024年6月30日"]) for text in ("甲" * 20_000, ""))
    assert said == short
    assert said is not None
