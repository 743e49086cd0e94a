"""What follows from a status."""

from plan_tracker.judging.statuses import Status


def test_what_needs_attention_most_comes_first() -> None:
    assert sorted(Status, key=lambda status: status.rank) == [
        Status.MISSED,
        Status.BEHIND,
        Status.SLIPPING,
        Status.NOT_REPORTED,
        Status.ON_PACE,
        Status.NOT_DUE,
        Status.DONE,
        Status.NO_GOAL,
        Status.DROPPED,
    ]
    assert {status.rank for status in Status} == set(range(len(Status)))


def test_who_lags_is_judged_and_who_is_judged_has_a_goal_and_a_figure() -> None:
    assert {status for status in Status if status.lagging} == {Status.SLIPPING, Status.BEHIND, Status.MISSED}
    assert {status for status in Status if not status.judged} == {
        Status.NOT_REPORTED,
        Status.NOT_DUE,
        Status.NO_GOAL,
        Status.DROPPED,
    }
