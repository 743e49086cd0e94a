from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from plan_tracker.plan.pace import AT_DUE, CURVE, ONE, STEADY, ZERO, Clock, Pace, curve, steady
from plan_tracker.plan.periods import Calendar, PlanTime

START, END = date(2024, 1, 1), date(2024, 12, 31)
MONTHS, DAYS = PlanTime(START, END), PlanTime(START, END, Calendar.DAYS)
SEPTEMBER = date(2024, 9, 30)


def steady_pace(time: PlanTime, start: date = START, due: date = END) -> Pace:
    return Pace(STEADY, time, start, due, steady(time, start, due))


@pytest.mark.parametrize(
    ("pace", "day", "share"),
    [
        (steady_pace(MONTHS), "2024-06-30", Fraction(1, 2)),
        (steady_pace(MONTHS), "2024-03-31", Fraction(1, 4)),
        (steady_pace(MONTHS), "2024-08-15", Fraction(58, 93)),
        (steady_pace(MONTHS), "2024-01-01", Fraction(1, 372)),
        (steady_pace(MONTHS), "2023-12-31", ZERO),
        (steady_pace(MONTHS), "2023-06-30", ZERO),
        (steady_pace(MONTHS), "2024-12-31", ONE),
        (steady_pace(MONTHS), "2025-06-30", ONE),
        (steady_pace(MONTHS, due=SEPTEMBER), "2024-06-30", Fraction(6, 9)),
        (steady_pace(MONTHS, due=SEPTEMBER), "2024-09-29", Fraction(269, 270)),
        (steady_pace(MONTHS, due=SEPTEMBER), "2024-10-01", ONE),
        (steady_pace(MONTHS, start=date(2024, 7, 1)), "2024-06-30", ZERO),
        (steady_pace(MONTHS, start=date(2024, 7, 1)), "2024-07-31", Fraction(1, 6)),
        (steady_pace(DAYS), "2024-06-30", Fraction(182, 366)),
        (steady_pace(DAYS), "2024-08-15", Fraction(228, 366)),
    ],
)
def test_a_steady_pace_is_the_share_of_time_gone(pace: Pace, day: str, share: Fraction) -> None:
    assert pace.share(date.fromisoformat(day)) == share
    assert not pace.at_due
    assert not pace.stands_still


def test_at_due_expects_nothing_before_and_all_from_the_due_date() -> None:
    pace = Pace(AT_DUE, MONTHS, START, SEPTEMBER, None)
    days = [START, date(2024, 9, 29), SEPTEMBER, date(2024, 10, 1)]
    assert [pace.share(day) for day in days] == [0, 0, 1, 1]
    assert pace.at_due
    assert not pace.stands_still


def test_a_clock_goes_straight_between_its_knots_and_is_level_outside() -> None:
    clock = Clock((Fraction(0), Fraction(3), Fraction(6)), (Fraction(0), Fraction(1, 10), Fraction(1)))
    assert [clock.at(Fraction(x)) for x in (-1, 0, 1, 3, 4, 6, 7)] == [
        0,
        0,
        Fraction(1, 30),
        Fraction(1, 10),
        Fraction(2, 5),
        1,
        1,
    ]


def winter(start: date = START, due: date = END) -> Pace:
    knots = ((date(2024, 3, 31), ZERO), (date(2024, 6, 30), Fraction(2, 5)), (SEPTEMBER, ONE))
    return Pace("winter", MONTHS, start, due, curve(MONTHS, START, END, knots))


@pytest.mark.parametrize(
    ("pace", "day", "share"),
    [
        (winter(), "2024-02-29", ZERO),
        (winter(), "2024-05-31", Fraction(4, 15)),
        (winter(), "2024-06-30", Fraction(2, 5)),
        (winter(), "2024-10-31", ONE),
        (winter(due=date(2024, 6, 30)), "2024-05-31", Fraction(2, 3)),
        (winter(start=date(2024, 7, 1)), "2024-08-31", Fraction(2, 3)),
        (winter(start=date(2024, 6, 1), due=date(2024, 7, 31)), "2024-06-30", Fraction(2, 5)),
    ],
)
def test_a_clock_of_the_plan_is_cut_to_the_targets_time(pace: Pace, day: str, share: Fraction) -> None:
    # June brings 2/15, July 1/5: by the end of June 2/15 of 1/3
    assert pace.share(date.fromisoformat(day)) == share


@pytest.mark.parametrize(
    ("pace", "corners"),
    [
        (steady_pace(MONTHS), [(0, "0"), (12, "1")]),
        (steady_pace(MONTHS, due=SEPTEMBER), [(0, "0"), (9, "1")]),
        (Pace(AT_DUE, MONTHS, START, SEPTEMBER, None), [(0, "0"), (9, "0"), (9, "1")]),
        (winter(), [(0, "0"), (3, "0"), (6, "2/5"), (9, "1"), (12, "1")]),
        (winter(due=SEPTEMBER), [(0, "0"), (3, "0"), (6, "2/5"), (9, "1")]),
        (winter(start=date(2024, 6, 1), due=date(2024, 7, 31)), [(5, "0"), (6, "2/5"), (7, "1")]),
        (winter(start=date(2024, 7, 1), due=date(2024, 8, 31)), [(6, "0"), (8, "1")]),
    ],
)
def test_the_corners_of_the_expected_course(pace: Pace, corners: list[tuple[int, str]]) -> None:
    begin = 12 * 2024  # months before the year
    found = [(int(position - begin), share) for position, share in pace.corners()]
    assert found == [(month, Fraction(share)) for month, share in corners]


@pytest.mark.parametrize(
    ("pace", "bends"),
    [
        (steady_pace(MONTHS), {}),
        (winter(), {"2024-03-31": "0", "2024-06-30": "2/5", "2024-09-30": "1"}),
        (winter(due=SEPTEMBER), {"2024-03-31": "0", "2024-06-30": "2/5"}),
        (winter(start=date(2024, 6, 1), due=date(2024, 7, 31)), {"2024-06-30": "2/5"}),
    ],
)
def test_the_days_on_which_the_expected_course_bends(pace: Pace, bends: dict[str, str]) -> None:
    assert {day.isoformat(): share for day, share in pace.bends()} == {
        day: Fraction(share) for day, share in bends.items()
    }


@pytest.mark.parametrize(
    ("start", "due", "stands"),
    [
        (date(2024, 1, 1), date(2024, 3, 31), True),
        (date(2024, 1, 1), date(2024, 4, 1), False),
        (date(2024, 10, 1), END, True),
        (date(2024, 9, 30), END, False),
    ],
)
def test_a_clock_that_never_advances_in_a_targets_time_stands_still(
    start: date, due: date, stands: bool
) -> None:
    assert winter(start, due).stands_still is stands


@st.composite
def paces(draw: st.DrawFn) -> Pace:
    time = draw(st.sampled_from([MONTHS, DAYS]))
    days = sorted(draw(st.sets(st.dates(START + timedelta(days=1), END - timedelta(days=1)), max_size=5)))
    shares = sorted(draw(st.fractions(0, 1, max_denominator=100)) for _ in days)
    start = draw(st.dates(date(2023, 6, 1), date(2024, 12, 1)))
    due = draw(st.dates(start + timedelta(days=1), date(2025, 12, 31)))
    whole_plan = curve(time, START, END, tuple(zip(days, shares, strict=True)))
    clock = draw(st.sampled_from([whole_plan, steady(time, start, due), None]))
    return Pace(CURVE, time, start, due, clock)


@given(paces(), st.lists(st.dates(date(2023, 1, 1), date(2026, 12, 31)), min_size=2))
def test_a_pace_never_falls_and_goes_from_0_to_1(pace: Pace, days: list[date]) -> None:
    if pace.stands_still:
        reject()
    shares = [pace.share(day) for day in sorted(days)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert pace.share(pace.start - timedelta(days=1)) == 0
    assert pace.share(pace.due) == 1


def test_a_day_thousands_of_years_on_is_no_day() -> None:
    pace = steady_pace(MONTHS)
    assert pace.first_day(10_000, 1) is None  # the year 12024, which no calendar here has
    assert pace.first_day(10**30, 1) is None
    assert pace.first_day(11, 1) == date(2034, 12, 31)  # ten years after the end, and no day more
    assert pace.first_day(110_001, 10_000) is None
