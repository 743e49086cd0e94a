"""Units: one list for the tables of offices and those of reports."""

import pytest

from plan_tracker.plan.units import HEADED, USUAL
from plan_tracker.questions.document.units import KnownUnits, Unit
from plan_tracker.spreadsheets.tables.layout import units_said
from plan_tracker.spreadsheets.units import is_unit, power


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


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("单位：万元（不含农户）", ["万元"]),
        ("计量单位：万元 除注明外", ["万元"]),
        ("金额单位：人民币万元", ["人民币万元"]),
        ("单位：亿元、%、奇怪", ["亿元", "%", "奇怪"]),
        ("Unit: $m unless stated", ["$m"]),
        ("Units: € million", ["€ million"]),
        ("Units: million tonnes", ["million tonnes"]),
        ("单位：州统计局", []),
        ("填报单位：万州区", None),
    ],
)
def test_a_line_above_a_table_says_its_units(line: str, units: list[str] | None) -> None:
    assert units_said(line) == units


def test_the_yuan_may_be_called_by_its_full_name() -> None:
    assert [power(unit, "亿元") for unit in ("人民币万元", "万元人民币", "人民币 万元")] == [-4, -4, -4]
    assert power("€ million", "€") is None
