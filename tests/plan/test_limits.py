"""Tests for words of limits: both before and behind a figure, of one side or of both."""

import pytest

from plan_tracker.plan.limits import unlimited, without_bound
from plan_tracker.plan.model import Direction

LEAST, MOST = Direction.AT_LEAST, Direction.AT_MOST


@pytest.mark.parametrize(
    ("text", "figure", "limits"),
    [
        ("400", "400", set()),
        ("≥85%", "85%", {LEAST}),
        ("85（含）以上", "85", {LEAST}),
        ("力争85", "85", set()),
        ("控制在4.5以内", "4.5", {MOST}),
        ("Not more than ¥4.5", "¥4.5", {MOST}),
        ("不低于4以内", "4", {LEAST, MOST}),
        ("至多四", "至多四", set()),
    ],
)
def test_a_figure_is_found_within_its_limit(text: str, figure: str, limits: set[Direction]) -> None:
    assert unlimited(text) == (figure, limits)


@pytest.mark.parametrize(
    ("text", "figure", "side"),
    [("低于5", "5", MOST), ("more than 5 km", "5 km", LEAST), ("<5", "5", MOST), ("<=5", "<=5", None)],
)
def test_a_limit_that_is_not_met_itself_has_a_side(text: str, figure: str, side: Direction | None) -> None:
    assert without_bound(text) == (figure, side)
