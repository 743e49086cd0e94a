import pytest

from kit.judged import judged
from plan_tracker.reports.arrangement import groups, worst_of
from plan_tracker.reports.view import SortBy, View

PARTED = """
[targets.b]
name = "B"
goal = 10
[targets.b.parts]
p = { goal = 5, actual = { H1 = 2 } }
q = { goal = 5, actual = { H1 = 2 } }
[targets.a]
name = "A"
goal = 30
[targets.a.parts]
x = { goal = 10, actual = { H1 = 1 } }
y = { goal = 10, actual = { H1 = 1 } }
z = { goal = 10, actual = { H1 = 1 } }
[targets.c]
name = "C"
goal = 10
actual = { H1 = 4.5 }
"""


@pytest.mark.parametrize(
    ("limit", "shown"),
    [
        (1, ["a"]),
        (3, ["a", "a/x", "a/y"]),
        (4, ["a", "a/x", "a/y", "a/z"]),
        (6, ["a", "a/x", "a/y", "a/z", "b", "b/p"]),
        (8, ["b", "b/p", "b/q", "a", "a/x", "a/y", "a/z", "c"]),
    ],
)
def test_no_more_rows_than_asked_for_are_kept_and_the_worst_come_first(limit: int, shown: list[str]) -> None:
    """A target with parts that does not fit loses its last ones; if all fit, the file's order stays."""
    found, left_out = worst_of(groups(judged(PARTED), View()), limit, SortBy.FILE)
    assert [entry.result.target.id for group in found for entry in group.entries] == shown
    assert left_out == 8 - limit
