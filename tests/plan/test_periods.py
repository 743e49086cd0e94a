from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.plan_times import FISCAL, FIVE, ODD, YEAR
from plan_tracker.plan.periods import (
    Calendar,
    Period,
    PlanTime,
    Reporting,
    day_before,
    months_later,
    parse_date,
)

DAYS = PlanTime(date(2024, 1, 1), date(2024, 12, 31), Calendar.DAYS)
SOME_DAY = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("time", "label", "first", "last"),
    [
        (YEAR, "H1", "2024-01-01", "2024-06-30"),
        (YEAR, "H2", "2024-07-01", "2024-12-31"),
        (YEAR, "Q1", "2024-01-01", "2024-03-31"),
        (YEAR, "Q2", "2024-04-01", "2024-06-30"),
        (YEAR, "Q3", "2024-07-01", "2024-09-30"),
        (YEAR, "Q4", "2024-10-01", "2024-12-31"),
        (YEAR, "M02", "2024-02-01", "2024-02-29"),
        (YEAR, "M12", "2024-12-01", "2024-12-31"),
        (YEAR, "FY", "2024-01-01", "2024-12-31"),
        (YEAR, "2025-H1", "2025-01-01", "2025-06-30"),
        (FISCAL, "M01", "2024-04-01", "2024-04-30"),
        (FISCAL, "Q1", "2024-04-01", "2024-06-30"),
        (FISCAL, "H1", "2024-04-01", "2024-09-30"),
        (FISCAL, "M11", "2025-02-01", "2025-02-28"),
        (FISCAL, "Q4", "2025-01-01", "2025-03-31"),
        (FISCAL, "FY", "2024-04-01", "2025-03-31"),
        (FIVE, "2024-H1", "2024-01-01", "2024-06-30"),
        (FIVE, "2025-M10", "2025-10-01", "2025-10-31"),
        (FIVE, "2023-FY", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_label_counts_from_the_plans_first_day(time: PlanTime, label: str, first: str, last: str) -> None:
    assert time.period(label) == Period(label, date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("time", [YEAR, FISCAL, FIVE, ODD])
def test_a_date_has_a_meaning_in_every_plan(time: PlanTime) -> None:
    assert time.period("2024-02-29") == Period("2024-02-29", None, date(2024, 2, 29))


@pytest.mark.parametrize(
    ("time", "label"),
    [
        (YEAR, "H3"),
        (YEAR, "H0"),
        (YEAR, "Q5"),
        (YEAR, "M00"),
        (YEAR, "M13"),
        (YEAR, "M1"),
        (YEAR, "h1"),
        (YEAR, "FY1"),
        (YEAR, "H1 "),
        (YEAR, ""),
        (YEAR, "2024-02-30"),
        (YEAR, "2024-2-3"),
        (YEAR, "1899-H1"),
        (YEAR, "3000-FY"),
        (YEAR, "٢٠٢٤-H1"),
        (FISCAL, "2024-H1"),
        (FIVE, "H1"),
        (FIVE, "FY"),
        (ODD, "H1"),
        (ODD, "2024-H1"),
        (PlanTime(date(2024, 1, 1), date(2024, 12, 30)), "FY"),
        (PlanTime(date(2024, 1, 2), date(2025, 1, 1)), "FY"),
        (PlanTime(date(2024, 1, 2), date(2025, 1, 1)), "2024-FY"),
    ],
)
def test_a_label_without_meaning_is_no_period(time: PlanTime, label: str) -> None:
    assert time.period(label) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-06-30", date(2024, 6, 30)),
        ("1900-01-01", date(1900, 1, 1)),
        ("2999-12-31", date(2999, 12, 31)),
        ("1899-12-31", None),
        ("3000-01-01", None),
        ("0000-01-01", None),
        ("2023-02-29", None),
        ("2024/06/30", None),
        ("20240630", None),
        ("2024-06-30T00:00", None),
    ],
)
def test_a_date_is_a_day_of_the_years_1900_to_2999(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-12-01", 1, "2025-01-01"),
        ("2024-06-15", 6, "2024-12-15"),
        ("2024-06-15", 0, "2024-06-15"),
        ("2024-11-30", 15, "2026-02-28"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(day: str, months: int, later: str) -> None:
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_the_day_before_the_first_is_the_last_of_the_year_before() -> None:
    assert day_before(date(2024, 1, 1)) == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("time", "reporting", "days"),
    [
        (YEAR, Reporting.HALF_YEAR, ["2024-06-30", "2024-12-31"]),
        (YEAR, Reporting.QUARTER, ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        (YEAR, Reporting.YEAR, ["2024-12-31"]),
        (FISCAL, Reporting.HALF_YEAR, ["2024-09-30", "2025-03-31"]),
        (FIVE, Reporting.YEAR, [f"{year}-12-31" for year in range(2021, 2026)]),
        (ODD, Reporting.HALF_YEAR, ["2024-09-14", "2024-11-14"]),
        (ODD, Reporting.QUARTER, ["2024-06-14", "2024-09-14", "2024-11-14"]),
        (ODD, Reporting.YEAR, ["2024-11-14"]),
        (
            PlanTime(date(2024, 8, 31), date(2025, 1, 1)),
            Reporting.MONTH,
            ["2024-09-29", "2024-10-30", "2024-11-29", "2024-12-30", "2025-01-01"],
        ),
    ],
)
def test_reporting_dates_end_each_stretch_and_the_plan(
    time: PlanTime, reporting: Reporting, days: list[str]
) -> None:
    assert [str(day) for day in time.reporting_dates(reporting)] == days


def test_a_monthly_plan_reports_on_the_last_day_of_each_month() -> None:
    days = [date(2024, month, monthrange(2024, month)[1]) for month in range(1, 13)]
    assert YEAR.reporting_dates(Reporting.MONTH) == tuple(days)


@pytest.mark.parametrize(
    ("day", "months"),
    [
        ("2024-06-30", Fraction(6)),
        ("2024-12-31", Fraction(12)),
        ("2023-12-31", Fraction(0)),
        ("2024-08-15", Fraction(232, 31)),
        ("2024-02-01", Fraction(30, 29)),
        ("2025-01-31", Fraction(13)),
    ],
)
def test_by_months_a_day_is_its_part_of_the_month(day: str, months: Fraction) -> None:
    assert YEAR.position(date.fromisoformat(day)) - 12 * 2024 == months


def test_by_days_a_day_is_a_day() -> None:
    begin = DAYS.position(date(2023, 12, 31))
    assert DAYS.position(date(2024, 6, 30)) - begin == 182
    assert DAYS.position(date(2024, 12, 31)) - begin == 366


@given(SOME_DAY, st.sampled_from([YEAR, DAYS]))
def test_each_day_stands_after_the_day_before(day: date, time: PlanTime) -> None:
    assert time.position(day) > time.position(day - timedelta(days=1))


@pytest.mark.parametrize(
    ("time", "first", "last", "label"),
    [
        (YEAR, "2024-01-01", "2024-12-31", "FY"),
        (YEAR, "2024-01-01", "2024-06-30", "H1"),
        (YEAR, "2024-04-01", "2024-06-30", "Q2"),
        (YEAR, "2024-05-01", "2024-05-31", "M05"),
        (YEAR, "2024-02-01", "2024-06-30", "2024-02-01…2024-06-30"),
        (FISCAL, "2025-01-01", "2025-03-31", "Q4"),
        (FIVE, "2024-01-01", "2024-06-30", "2024-01-01…2024-06-30"),
    ],
)
def test_a_stretch_is_called_by_its_label_or_its_ends(
    time: PlanTime, first: str, last: str, label: str
) -> None:
    assert time.label_of(date.fromisoformat(first), date.fromisoformat(last)) == label


@pytest.mark.parametrize(
    ("time", "reporting", "day", "label"),
    [
        (YEAR, Reporting.HALF_YEAR, "2024-06-30", "H1"),
        (YEAR, Reporting.HALF_YEAR, "2024-03-31", "Q1"),
        (YEAR, Reporting.HALF_YEAR, "2024-09-30", "Q3"),
        (YEAR, Reporting.HALF_YEAR, "2024-12-31", "FY"),
        (YEAR, Reporting.HALF_YEAR, "2024-05-31", "M05"),
        (YEAR, Reporting.HALF_YEAR, "2024-05-30", ""),
        (YEAR, Reporting.HALF_YEAR, "2025-06-30", ""),
        (YEAR, Reporting.QUARTER, "2024-06-30", "Q2"),
        (YEAR, Reporting.QUARTER, "2024-10-31", "M10"),
        (YEAR, Reporting.QUARTER, "2024-12-31", "FY"),
        (YEAR, Reporting.MONTH, "2024-03-31", "M03"),
        (YEAR, Reporting.MONTH, "2024-06-30", "M06"),
        (YEAR, Reporting.MONTH, "2024-12-31", "FY"),
        (YEAR, Reporting.YEAR, "2024-06-30", "H1"),
        (FISCAL, Reporting.HALF_YEAR, "2024-09-30", "H1"),
        (FISCAL, Reporting.MONTH, "2024-09-30", "M06"),
        (FIVE, Reporting.HALF_YEAR, "2024-06-30", ""),
    ],
)
def test_a_day_is_called_in_the_rhythm_of_the_reports(
    time: PlanTime, reporting: Reporting, day: str, label: str
) -> None:
    assert time.period_ending(date.fromisoformat(day), reporting) == label


@pytest.mark.parametrize(
    ("time", "labels", "labels_of_years"),
    [(YEAR, True, True), (FISCAL, True, False), (FIVE, False, True), (ODD, False, False)],
)
def test_which_labels_a_plan_has(time: PlanTime, labels: bool, labels_of_years: bool) -> None:
    assert (time.has_labels, time.has_labels_of_years) == (labels, labels_of_years)


def test_the_months_of_a_year_cover_each_day_once() -> None:
    day = FISCAL.start
    for month in range(1, 13):
        period = FISCAL.period(f"M{month:02}")
        assert period is not None
        assert period.first == day
        day = period.last + timedelta(days=1)
    assert day == date(2025, 4, 1)
