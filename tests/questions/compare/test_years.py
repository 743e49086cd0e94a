"""Plans of different years: which are, and which day of the one is as far as a day of the other."""

from datetime import date

import pytest

from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.compare.years import as_far, same_year


def time(start: str, end: str) -> PlanTime:
    return PlanTime(date.fromisoformat(start), date.fromisoformat(end))


Y2023, Y2024 = time("2023-01-01", "2023-12-31"), time("2024-01-01", "2024-12-31")
Y2025 = time("2025-01-01", "2025-12-31")
FISCAL = time("2024-04-01", "2025-03-31")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        (Y2024, Y2024, True),
        (Y2024, Y2025, False),
        (Y2025, Y2024, False),
        (FISCAL, Y2025, False),  # three months of twelve
        (Y2024, FISCAL, True),  # nine
        (Y2024, time("2024-01-01", "2026-12-31"), True),
        (Y2024, time("2023-11-01", "2024-12-31"), True),
        (time("2021-01-01", "2025-12-31"), Y2024, False),
        (time("2024-01-01", "2024-01-10"), time("2024-01-06", "2024-01-15"), True),  # five days of ten
        (time("2024-01-01", "2024-01-10"), time("2024-01-07", "2024-01-16"), False),
        (time("2021-01-01", "2025-12-31"), time("2026-01-01", "2030-12-31"), False),
    ],
)
def test_plans_that_share_most_of_their_time_are_of_the_same_year(
    old: PlanTime, new: PlanTime, same: bool
) -> None:
    assert same_year(old, new) is same


@pytest.mark.parametrize(
    ("time", "day", "other", "same_day"),
    [
        (Y2025, "2025-06-30", Y2024, "2024-06-30"),  # H1 and H1
        (Y2025, "2025-02-28", Y2024, "2024-02-29"),  # the end of February
        (Y2024, "2024-02-29", Y2023, "2023-02-28"),
        (Y2024, "2024-02-28", Y2023, "2023-02-28"),
        (Y2025, "2025-08-15", Y2024, "2024-08-15"),
        (Y2025, "2025-12-31", Y2024, "2024-12-31"),
        (Y2025, "2024-12-31", Y2024, "2023-12-31"),  # the evening before each begins
        (Y2025, "2024-12-01", Y2024, "2023-12-01"),  # 31 days before
        (Y2025, "2026-03-31", Y2024, "2025-03-31"),  # as long after the start, though the year is over
        (Y2025, "2025-06-30", FISCAL, "2024-09-30"),  # H1 and H1
        (FISCAL, "2024-05-30", Y2025, "2025-02-28"),  # one month and thirty days, of a month of 28
        (FISCAL, "2024-04-30", Y2025, "2025-01-31"),  # M01 and M01
        (time("2025-01-15", "2026-01-14"), "2025-03-10", FISCAL, "2024-05-24"),  # a month and 24 days
        (time("2026-01-01", "2030-12-31"), "2027-06-30", time("2021-01-01", "2025-12-31"), "2022-06-30"),
    ],
)
def test_the_day_as_far_into_the_other_plan(time: PlanTime, day: str, other: PlanTime, same_day: str) -> None:
    assert as_far(date.fromisoformat(day), time, other) == date.fromisoformat(same_day)
