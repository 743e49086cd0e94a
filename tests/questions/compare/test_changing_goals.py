"""Goals that are adjusted and targets that are given up, from one version of a plan to the next."""

import pytest

from kit.judged import target
from plan_tracker.plan.periods import Reporting
from plan_tracker.questions.compare.moves import GoalMove, goal_move
from plan_tracker.questions.compare.terms import term_changes


def goal_moved(old: str, new: str) -> GoalMove | None:
    before, after = (target(f"goal = 400\n{keys}")[1].target for keys in (old, new))
    return goal_move(before, after)


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        ("", "adjusted = { 2024-08-30 = 380 }", GoalMove.LOWERED),
        ("adjusted = { 2024-08-30 = 380 }", "", GoalMove.RAISED),
        ("", "adjusted = { 2024-08-30 = 400 }", None),
        ("adjusted = { 2024-08-30 = 380 }", "adjusted = { 2024-09-30 = 380 }", GoalMove.RAISED),
        ("adjusted = { 2024-08-30 = 380 }", "adjusted = { 2024-07-30 = 380 }", GoalMove.LOWERED),
        ("", "adjusted = { 2024-08-30 = 500, 2024-12-31 = 399 }", GoalMove.LOWERED),
        ("", "adjusted = { 2024-08-30 = 500, 2024-12-31 = 400 }", GoalMove.RAISED),
    ],
)
def test_a_goal_is_lowered_where_it_is_lower_as_of_any_day(old: str, new: str, move: GoalMove | None) -> None:
    assert goal_moved(old, new) is move


@pytest.mark.parametrize(
    ("then", "now", "move"),
    [
        ("2024-08-29", "2024-08-30", GoalMove.IN_FORCE),
        ("2024-08-30", "2024-08-29", GoalMove.IN_FORCE),
        ("2024-01-01", "2024-08-29", None),
        ("2024-08-30", "2024-12-31", None),
    ],
)
def test_a_goal_that_comes_into_force_between_two_days_is_told_and_not_lowered(
    then: str, now: str, move: GoalMove | None
) -> None:
    before, after = (target("goal = 400\nadjusted = { 2024-08-30 = 380 }", day)[1] for day in (then, now))
    assert goal_move(before.target, after.target) is move


@pytest.mark.parametrize(
    ("old", "new", "eased"),
    [
        ("", "dropped = 2024-09-01", True),
        ("dropped = 2024-09-01", "dropped = 2024-08-01", True),
        ("dropped = 2024-08-01", "dropped = 2024-09-01", False),
        ("dropped = 2024-09-01", "", False),
    ],
)
def test_to_be_given_up_sooner_eases(old: str, new: str, *, eased: bool) -> None:
    before, after = (target(f"goal = 400\n{keys}")[1].target for keys in (old, new))
    changes = term_changes(before, after, {each: frozenset() for each in Reporting})
    assert [(change.key, change.eased) for change in changes] == [("dropped", eased)]
