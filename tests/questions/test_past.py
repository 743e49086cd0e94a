"""What earlier years say of this one, worked by hand."""

from decimal import localcontext
from fractions import Fraction

import pytest

from kit.judged import judged
from kit.plan_times import FISCAL_KEYS
from plan_tracker.judging.result import Result
from plan_tracker.numbers import EXACT, fraction
from plan_tracker.questions.past import Trial, projected_range, trials, year_on_year

THREE = (
    "past = { 2021 = { H1 = 180, FY = 380 }, 2022 = { H1 = 170, FY = 390 }, 2023 = { H1 = 205, FY = 412 } }\n"
)
ONE_EMPTY = "past = { 2021 = { H1 = 0, FY = 9 }, 2022 = { H1 = 1, FY = 4 }, 2023 = { H1 = 1, FY = 2 } }"
QUARTERS = "past = { 2022 = { H1 = 2, Q3 = 3, FY = 9 }, 2023 = { H1 = 1, Q3 = 2, FY = 9 } }"
CAP = 'direction = "at_most"\n'


def of(keys: str, as_of: str = "2024-06-30", plan: str = "year = 2024") -> Result:
    return judged(f'[plan]\ntitle = "P"\n{plan}\n[targets.x]\nname = "X"\n{keys}', as_of).results[0]


def growth(result: Result) -> Fraction | None:
    with localcontext(EXACT):
        found = year_on_year(result)
    return None if found is None else fraction(*found)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("actual = { H1 = 190 }\nlast_year = { H1 = 200 }", "-1/20"),
        ("actual = { H1 = 190 }\nlast_year = { H1 = 160 }", "3/16"),
        ("actual = { H1 = 0 }\nlast_year = { H1 = 160 }", "-1"),
        ("actual = { H1 = 190 }\nlast_year = { Q2 = 200 }", "-1/20"),  # the same day under another label
        ("actual = { 2024-06-30 = 190 }\nlast_year = { H1 = 200 }", "-1/20"),
        ("actual = { H1 = 190 }\npast = { 2022 = { H1 = 100 }, 2023 = { H1 = 200 } }", "-1/20"),
        ("goal = 400\nactual = { H1 = 190 }\nlast_year = { H1 = 200 }", "-1/20"),
        ("goal = 400\ndropped = 2024-06-01\nactual = { H1 = 190 }\nlast_year = { H1 = 200 }", "-1/20"),
        ('goal = 400\npace = "at_due"\nactual = { H1 = 190 }\nlast_year = { H1 = 200 }', "-1/20"),
        (f"{CAP}goal = 400\nactual = {{ H1 = 190 }}\nlast_year = {{ H1 = 200 }}", "-1/20"),
        ("actual = { H1 = 190 }\nlast_year = { H1 = 0 }", None),
        ("actual = { H1 = 190 }\nlast_year = { Q1 = 1, FY = 400 }", None),
        ("actual = { H1 = 190 }\npast = { 2022 = { H1 = 100 } }", None),
        ("last_year = { H1 = 200 }", None),
        ("start = 2024-02-01\nactual = { H1 = 190 }\nlast_year = { H1 = 200 }", None),
        ("start = 2023-02-01\nactual = { H1 = 190 }\nlast_year = { H1 = 200 }", None),
        ('kind = "level"\nactual = { H1 = 190 }\nlast_year = { H1 = 200 }', None),
        (
            "goal = 9\nlast_year = { H1 = 4 }\nparts.a = { actual = { H1 = 9 } }\nparts.b = {}",
            None,
        ),  # a bound
        ('counting = "per_period"\nactual = { Q1 = 90, Q2 = 100 }\nlast_year = { H1 = 200 }', "-1/20"),
    ],
)
def test_growth_since_the_same_day_of_the_year_before(keys: str, found: str | None) -> None:
    assert growth(of(keys)) == (found and Fraction(found))


def test_growth_in_a_plan_from_april_is_since_the_plan_of_the_april_before() -> None:
    keys = "actual = { H1 = 190 }\npast = { 2023 = { H1 = 200 } }"
    assert growth(of(keys, "2024-09-30", FISCAL_KEYS)) == Fraction(-1, 20)


def test_the_end_of_a_leap_years_february_stands_beside_that_of_the_year_before() -> None:
    assert growth(of("actual = { M02 = 3 }\nlast_year = { M02 = 2 }", "2024-02-29")) == Fraction(1, 2)


# --- the range


def ends(result: Result) -> tuple[str, str, int, int] | None:
    found = projected_range(result)
    return found and (str(found.low), str(found.high), found.well, len(found.ends))


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        # 190 x 380/180 = 401 1/9; 190 x 390/170 = 435 15/17; 190 x 412/205 = 381.85
        (f"goal = 400\nactual = {{ H1 = 190 }}\n{THREE}", (190 * 412, 205, 190 * 390, 170, 2, 3)),
        (f"goal = 390\nactual = {{ H1 = 170 }}\n{THREE}", (170 * 412, 205, 390, 1, 1, 3)),  # 390 exactly
        (f"{CAP}goal = 390\nactual = {{ H1 = 170 }}\n{THREE}", (170 * 412, 205, 390, 1, 3, 3)),
        (f"goal = 400\nactual = {{ H1 = 0 }}\n{THREE}", (0, 1, 0, 1, 0, 3)),
        # a year that had nothing by then tells nothing
        (
            f"goal = 400\nactual = {{ H1 = 100 }}\n{ONE_EMPTY}",
            (200, 1, 400, 1, 1, 2),
        ),
        # due at the end of September: what was reached by then counts
        (
            f"goal = 300\ndue = 2024-09-30\nactual = {{ H1 = 190 }}\n{QUARTERS}",
            (285, 1, 380, 1, 1, 2),
        ),
    ],
)
def test_where_the_year_ends_by_each_earlier_one(keys: str, found: tuple[int, ...]) -> None:
    low, below, high, under, well, number = found
    assert ends(of(keys)) == (str(Fraction(low, below)), str(Fraction(high, under)), well, number)


@pytest.mark.parametrize(
    "keys",
    [
        "goal = 400\nactual = { H1 = 190 }\npast = { 2023 = { H1 = 205, FY = 412 } }",
        "goal = 4\nactual = { H1 = 1 }\npast = { 2022 = { H1 = 0, FY = 4 }, 2023 = { H1 = 205, FY = 41 } }",
        "goal = 400\nactual = { H1 = 190 }\npast = { 2022 = { H1 = 170 }, 2023 = { H1 = 205, FY = 412 } }",
        "goal = 400\nactual = { H1 = 190 }\npast = { 2022 = { FY = 170 }, 2023 = { H1 = 205, FY = 412 } }",
        f"goal = 400\nactual = {{ H1 = 400 }}\n{THREE}",  # done
        f"goal = 400\ndropped = 2024-06-30\nactual = {{ H1 = 190 }}\n{THREE}",
        f"actual = {{ H1 = 190 }}\n{THREE}",
        f"goal = 400\n{THREE}",
        f"goal = 400\nactual = {{ Q1 = 90 }}\n{THREE}",  # not reported
        f"{CAP}goal = 100\nactual = {{ H1 = 190 }}\n{THREE}",  # missed
        f'goal = 400\npace = "at_due"\nactual = {{ H1 = 190 }}\n{THREE}',  # not due
        f"goal = 400\nstart = 2024-02-01\nactual = {{ H1 = 190 }}\n{THREE}",
        f"goal = 400\ndue = 2024-11-15\nactual = {{ H1 = 190 }}\n{THREE}",  # no total of that day
        f'kind = "level"\ngoal = 400\nactual = {{ H1 = 190 }}\n{THREE}',
        f"goal = 9\n{THREE}parts.a = {{ actual = {{ H1 = 5 }} }}\nparts.b = {{}}",  # a bound
    ],
)
def test_where_earlier_years_cannot_tell_there_is_no_range(keys: str) -> None:
    assert projected_range(of(keys)) is None


def test_a_range_is_of_the_goal_in_force() -> None:
    keys = f"goal = 400\nadjusted = {{ 2024-08-30 = 436 }}\nactual = {{ H1 = 190 }}\n{THREE}"
    found = [projected_range(of(keys, day)) for day in ("2024-06-30", "2024-08-30")]
    assert [each and each.well for each in found] == [2, 0]


# --- what the rule would have said


def test_each_year_is_told_from_the_others() -> None:
    """2021 by 2022 and 2023: 180 x 390/170 = 412.9, 180 x 412/205 = 361.8; twice the half is 360."""
    found = trials(of(f"goal = 400\nactual = {{ H1 = 190 }}\n{THREE}"))
    assert [(each.year, str(each.by_then), str(each.came_to)) for each in found] == [
        (2021, "180", "380"),
        (2022, "170", "390"),
        (2023, "205", "412"),
    ]
    assert (found[0].low, found[0].high) == (Fraction(180 * 412, 205), Fraction(180 * 390, 170))
    assert [each.run_rate for each in found] == [360, 340, 410]


@pytest.mark.parametrize(
    "keys",
    [
        "actual = { H1 = 190 }\ndropped = 2024-06-30",
        'actual = { H1 = 190 }\nkind = "level"',
        "actual = { H1 = 190 }\nstart = 2024-02-01",
        "parts.a = { actual = { H1 = 190 } }\nparts.b = {}",
    ],
    ids=["dropped", "level", "another time", "bound"],
)
def test_where_earlier_years_cannot_tell_none_is_tried(keys: str) -> None:
    assert trials(of(f"goal = 400\n{THREE}{keys}")) == ()


def test_a_year_whose_total_fell_to_nothing_tells_nothing() -> None:
    """2021 and 2023 came to twice their half: 6 becomes 12."""
    past = "past = { 2021 = { H1 = 5, FY = 10 }, 2022 = { H1 = 5, FY = 0 }, 2023 = { H1 = 4, FY = 8 } }"
    assert ends(of(f"goal = 10\nactual = {{ H1 = 6 }}\n{past}")) == ("12", "12", 2, 2)


def test_a_year_without_one_of_its_two_figures_is_not_tried() -> None:
    past = "past = { 2021 = { H1 = 180 }, 2022 = { H1 = 170, FY = 390 }, 2023 = { FY = 412 } }"
    assert [each.year for each in trials(of(f"goal = 400\nactual = {{ H1 = 190 }}\n{past}"))] == [2022]


def test_of_two_years_none_is_told_from_the_other_alone() -> None:
    (one, _) = trials(
        of("goal = 4\nactual = { H1 = 1 }\npast = { 2022 = { H1 = 1, FY = 3 }, 2023 = { H1 = 2, FY = 5 } }")
    )
    assert one == Trial(
        year=2022, by_then=one.by_then, low=None, high=None, run_rate=Fraction(2), came_to=one.came_to
    )


def test_where_nothing_was_expected_by_then_there_is_no_run_rate() -> None:
    keys = f'goal = 400\npace = {{ H1 = "0%" }}\nactual = {{ H1 = 190 }}\n{THREE}'
    assert [each.run_rate for each in trials(of(keys))] == [None] * 3
