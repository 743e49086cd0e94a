"""Things are taken a few at a time: none is lost, none comes twice, all keep their order."""

import pytest

from plan_tracker.reports.batches import batched


@pytest.mark.parametrize(
    ("things", "lists"),
    [("", []), ("a", [["a"]]), ("ab", [["a", "b"]]), ("abcde", [["a", "b"], ["c", "d"], ["e"]])],
)
def test_lists_of_two(things: str, lists: list[list[str]]) -> None:
    assert list(batched(things, 2)) == lists
