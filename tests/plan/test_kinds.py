from decimal import Decimal
from fractions import Fraction

import pytest

from kit.judged import judged
from plan_tracker.numbers import ratio
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Target

TOTAL, CAP, LEVEL = "", 'direction = "at_most"', 'kind = "level"'
RISING, FALLING = f"{LEVEL}; baseline = 60", f"{LEVEL}; baseline = 100"
HALF, D = Fraction(1, 2), Decimal


def target(keys: str) -> Target:
    return judged(f'[targets.t]\nname = "T"\n{keys.replace(";", chr(10))}').plan.targets[0]


@pytest.mark.parametrize(
    ("keys", "traits", "origin"),
    [
        (TOTAL, {"total", "in mean"}, 0),
        (CAP, {"total", "cap"}, 0),
        (LEVEL, {"level", "held"}, 0),
        (f"{LEVEL}; {CAP}", {"level", "held"}, 0),
        (RISING, {"level", "in mean"}, 60),
        (FALLING, {"level", "in mean"}, 100),
    ],
)
def test_what_a_kind_is(keys: str, traits: set[str], origin: int) -> None:
    found = target(f"goal = 80; {keys}")
    asked = {
        "total": kinds.is_total(found),
        "cap": kinds.is_cap(found),
        "level": kinds.is_level(found),
        "held": kinds.is_held(found),
        "in mean": kinds.counts_in_mean(found),
    }
    assert {trait for trait, answer in asked.items() if answer} == traits
    assert kinds.origin(found) == origin


@pytest.mark.parametrize(
    ("keys", "below", "at", "above"),
    [
        (TOTAL, False, True, True),
        (CAP, True, True, False),
        (LEVEL, False, True, True),
        (f"{LEVEL}; {CAP}", True, True, False),
        (RISING, False, True, True),
        (FALLING, True, True, False),
    ],
)
def test_which_figures_reach_the_goal(keys: str, below: bool, at: bool, above: bool) -> None:
    found = target(f"goal = 80; {keys}")
    reached = [kinds.reaches(found, D(80), D(value)) for value in ("79.9", "80.0", "80.1")]
    assert reached == [below, at, above]


@pytest.mark.parametrize(
    ("keys", "value", "distance"),
    [
        (TOTAL, "30", 50),
        (TOTAL, "90", -10),
        (CAP, "30", 50),
        (CAP, "90", -10),
        (LEVEL, "75", 5),
        (f"{LEVEL}; {CAP}", "85", 5),
        (f"{LEVEL}; {CAP}", "70", -10),
        (RISING, "50", 30),
        (FALLING, "85", 5),
        (FALLING, "75.5", Fraction(-9, 2)),
    ],
)
def test_how_far_it_still_is(keys: str, value: str, distance: Fraction) -> None:
    assert kinds.distance(target(f"goal = 80; {keys}"), D(80), D(value)) == distance


# At half of the time: 40 of 80, halfway from 60 to 80 is 70, from 100 to 80 is 90.
@pytest.mark.parametrize(
    ("keys", "expected", "way", "lag_of_75", "lead_of_75"),
    [
        (TOTAL, 40, 80, -35, Fraction(7, 16)),
        (CAP, 40, 80, 35, Fraction(-7, 16)),
        (LEVEL, 80, 0, 5, None),
        (f"{LEVEL}; {CAP}", 80, 0, -5, None),
        (RISING, 70, 20, -5, Fraction(1, 4)),
        (FALLING, 90, 20, -15, Fraction(3, 4)),
    ],
)
def test_what_is_expected_at_half_of_the_time_and_what_75_of_80_lacks(
    keys: str, expected: int, way: int, lag_of_75: int, lead_of_75: Fraction | None
) -> None:
    found = target(f"goal = 80; {keys}")
    assert kinds.expected(found, HALF) == expected
    assert kinds.way(found, D(80)) == way
    terms = kinds.expected_terms(found, D(80), HALF)
    assert kinds.lag(found, D(75), terms) == 2 * lag_of_75
    rate = kinds.rate_terms(found, D(75)) or (D(75), D(80))  # a ceiling to be held has no rate
    lead = kinds.lead_ratio(found, ratio(*rate), HALF)
    assert (lead and Fraction(*lead)) == lead_of_75


def test_what_is_expected_of_figures_with_30_digits_is_exact_in_any_context() -> None:
    low, high = "0.000000000000001", "999999999999999.999999999999999"
    share = Fraction(1, 3)
    total, level = target(f"goal = {high}"), target(f"goal = {high}; {LEVEL}; baseline = {low}")
    assert kinds.expected(total, share) == Fraction(high) / 3
    assert kinds.expected(level, share) == (Fraction(high) + 2 * Fraction(low)) / 3


@pytest.mark.parametrize("keys", [TOTAL, CAP, LEVEL, RISING])
def test_without_a_goal_nothing_is_expected(keys: str) -> None:
    found = target(keys)
    assert kinds.expected(found, HALF) is None
    assert kinds.completion_rate(found, D(75)) is None


def test_the_rate_of_a_level_to_hold_is_of_a_positive_goal_to_reach_at_least() -> None:
    rates = [
        kinds.completion_rate(target(f"{LEVEL}; {keys}"), D(75))
        for keys in ("goal = 80", "goal = 0.1", "goal = 0", "goal = -1", f"goal = 80; {CAP}")
    ]
    assert rates == [Fraction(15, 16), 750, None, None, None]


@pytest.mark.parametrize(
    ("keys", "allotted"),
    [
        ("goal = 9; parts.a.goal = 5; parts.b.goal = 3.5", D("8.5")),
        ('goal = 9; parts.a.goal = 5; parts.b.name = "B"', D(5)),
        ('goal = 9; parts.b.name = "B"', None),
        ("goal = 9", None),
        ("parts.a.goal = 5", None),
        (f"goal = 9; {CAP}; parts.a.goal = 5", D(5)),
        (f'goal = 9; {CAP}; parts.a.goal = 5; parts.b.name = "B"', None),  # b may use more than the other 4
        (f'goal = 9; {CAP}; parts.a.goal = 10; parts.b.name = "B"', D(10)),
        (f"goal = 9; {LEVEL}; parts.a.goal = 5", None),
    ],
)
def test_what_the_goals_of_the_parts_add_up_to(keys: str, allotted: Decimal | None) -> None:
    assert kinds.allotted(target(keys)) == allotted
