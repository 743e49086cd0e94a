"""The manual of the columns names those there are, in their order."""

import re

import pytest

from kit.program import ROOT
from plan_tracker.judging.statuses import Status
from plan_tracker.reports.rows import COLUMNS


@pytest.mark.parametrize("name", ["columns.md", "columns.zh.md"])
def test_the_manual_has_every_column_in_its_order(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == COLUMNS
    (statuses,) = re.findall(r"^\| `status` \|(.*)\|$", text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", statuses) == [status.value for status in Status]
