"""Which way a goal or a status goes, from the old version to the new."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.comparing import judged, target
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.statuses import Status
from plan_tracker.questions.compare.comparison import compare
from plan_tracker.questions.compare.moves import GoalMove, StatusMove, status_move

LADDER = [Status.DONE, Status.ON_PACE, Status.SLIPPING, Status.BEHIND, Status.MISSED]


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_better_and_worse_are_opposites_among_what_is_judged(old: Status, new: Status) -> None:
    move, back = status_move(old, new), status_move(new, old)
    assert (move is None) == (old is new)
    if old in LADDER and new in LADDER and old is not new:
        assert {move, back} == {StatusMove.BETTER, StatusMove.WORSE}
        assert (move is StatusMove.WORSE) == (LADDER.index(new) > LADDER.index(old))
    assert not (move is back is StatusMove.WORSE)
    assert not (move is back is StatusMove.BETTER)


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        (Status.BEHIND, Status.NOT_REPORTED, StatusMove.WORSE),  # a figure that vanishes hides a laggard
        (Status.NOT_REPORTED, Status.BEHIND, StatusMove.OTHER),
        (Status.NOT_REPORTED, Status.ON_PACE, StatusMove.BETTER),
        (Status.NOT_DUE, Status.ON_PACE, StatusMove.OTHER),
        (Status.NOT_DUE, Status.BEHIND, StatusMove.WORSE),
        (Status.BEHIND, Status.NO_GOAL, StatusMove.OTHER),
        (Status.NOT_DUE, Status.NOT_REPORTED, StatusMove.WORSE),
        (Status.NO_GOAL, Status.NOT_REPORTED, StatusMove.OTHER),  # nothing was known before either
        (Status.DROPPED, Status.NOT_REPORTED, StatusMove.OTHER),
    ],
)
def test_statuses_that_do_not_judge(old: Status, new: Status, move: StatusMove) -> None:
    assert status_move(old, new) is move


TOTAL, CAP = "", 'direction = "at_most"\n'
HELD, CEILING = 'kind = "level"\n', 'kind = "level"\ndirection = "at_most"\n'
RISING, FALLING = 'kind = "level"\nbaseline = 1\n', 'kind = "level"\nbaseline = 99\n'


def goal_moved(old: Evaluation, new: Evaluation) -> GoalMove | None:
    return next((change.goal for change in compare(old, new).changes if change.target.id == "a"), None)


@pytest.mark.parametrize(
    ("keys", "more"),
    [
        (TOTAL, GoalMove.RAISED),
        (CAP, GoalMove.LOWERED),
        (HELD, GoalMove.RAISED),
        (CEILING, GoalMove.LOWERED),
        (RISING, GoalMove.RAISED),
        (FALLING, GoalMove.LOWERED),
    ],
)
@given(low=st.decimals(2, 98, places=2), gap=st.decimals("0.01", "0.5", places=2))
def test_the_easier_goal_is_the_lowered_one(keys: str, more: GoalMove, low: Decimal, gap: Decimal) -> None:
    first, second = (judged(target(f"{keys}goal = {goal}\nactual = none")) for goal in (low, low + gap))
    less = GoalMove.LOWERED if more is GoalMove.RAISED else GoalMove.RAISED
    assert goal_moved(first, second) is more
    assert goal_moved(second, first) is less
    assert goal_moved(first, first) is None


@pytest.mark.parametrize(
    ("old", "new", "move"),
    [
        ('unit = "亿元"\ngoal = 5', 'unit = "万元"\ngoal = 50000', None),
        ('unit = "亿元"\ngoal = 5', 'unit = "万元"\ngoal = 49999.9', GoalMove.LOWERED),
        ('unit = "亿元"\ngoal = 5', 'unit = "万元"\ngoal = 50000.1', GoalMove.RAISED),
        ('unit = "万元"\ngoal = 50000', 'unit = "亿元"\ngoal = 5.0', None),
        ('unit = "MWh"\ngoal = 300', 'unit = "GWh"\ngoal = 0.3', None),
        ('unit = "km"\ngoal = 10', 'unit = "m"\ngoal = 10', GoalMove.LOWERED),
        ('unit = "km"\ngoal = 10', 'unit = "h"\ngoal = 10', GoalMove.INCOMPARABLE),
        ('unit = "km2"\ngoal = 10', 'unit = "km²"\ngoal = 10', None),
        ('unit = "％"\nkind = "level"', 'unit = "%"\nkind = "level"', None),
        ('unit = "MWh"\ngoal = 10', 'unit = "mWh"\ngoal = 10', GoalMove.INCOMPARABLE),
        ('unit = "亿元"\ngoal = 5', 'unit = "亿美元"\ngoal = 5', GoalMove.INCOMPARABLE),
        ("goal = 10", 'goal = 10\nkind = "level"', GoalMove.INCOMPARABLE),
        ("goal = 10", 'goal = 10\ndirection = "at_most"', GoalMove.INCOMPARABLE),
        ("goal = 10", "goal = 10.00", None),
        ("goal = 10", "goal = none", GoalMove.LOWERED),
        ("goal = none", "goal = 10", GoalMove.RAISED),
        ("goal = none", 'goal = none\nunit = "h"', None),
    ],
)
def test_goals_are_compared_in_one_unit_or_not_at_all(old: str, new: str, move: GoalMove | None) -> None:
    assert goal_moved(judged(target(old)), judged(target(new))) is move
