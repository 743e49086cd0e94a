"""Units: one list for the tables of offices and those of reports."""

import pytest

from plan_tracker.plan.units import HEADED, USUAL
from plan_tracker.questions.document.units import KnownUnits, Unit
from plan_tracker.spreadsheets.units import is_unit


def test_tables_and_reports_know_the_same_units() -> None:
    assert [unit for unit in sorted(USUAL) if not is_unit(unit) or unit not in KnownUnits([])] == []
    assert USUAL.isdisjoint(HEADED)


@pytest.mark.parametrize("unit", ["级", "种", "本", "段", "unit", "jobs"])
def test_a_word_that_may_be_anything_is_a_unit_over_a_column_or_of_the_plan(unit: str) -> None:
    assert is_unit(unit)
    assert unit not in KnownUnits([])
    assert unit in KnownUnits([Unit(unit)])


@pytest.mark.parametrize("unit", ["万标箱", "亿千瓦时", "百万元", "千人次", "万个月", "兆瓦"])
def test_a_usual_unit_may_have_numerals(unit: str) -> None:
    assert is_unit(unit)
    assert unit in KnownUnits([])
