"""JSON is written as it is made: of many targets no more than one is held."""

import json
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

import pytest

from plan_tracker.formats.json import write
from plan_tracker.reports.objects import Json


def test_each_item_is_written_before_the_next_is_made() -> None:
    out, lengths = StringIO(), [0]

    def items() -> Iterator[Json]:
        for number in range(3):
            lengths.append(len(out.getvalue()))
            yield {"number": number, "text": "x" * 10_000}

    write({"items": items()}, out)
    assert lengths[3] > lengths[2] > 10_000


@pytest.mark.parametrize("items", [[], [1], [{"a": [Decimal("1.50"), None]}, {}, []]])
def test_items_made_one_by_one_are_written_like_a_list(items: list[Json]) -> None:
    one_by_one, at_once = StringIO(), StringIO()
    write({"before": 1, "items": iter(items), "after": {"b": []}}, one_by_one)
    write({"before": 1, "items": items, "after": {"b": []}}, at_once)
    assert one_by_one.getvalue() == at_once.getvalue()
    assert json.loads(at_once.getvalue())["after"] == {"b": []}
