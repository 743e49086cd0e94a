"""Units that differ in size only: by which power of ten a figure goes from one to the other."""

from decimal import Decimal

import pytest

from plan_tracker.numbers import plain
from plan_tracker.plan.units import converted, is_percent, power_between, power_of_size


@pytest.mark.parametrize(
    ("unit", "other", "figure", "same"),
    [
        ("亿元", "万元", "4.745", "47450"),
        ("万元", "亿元", "47450", "4.7450"),
        ("元", "百万元", "1500000", "1.500000"),
        ("万千瓦时", "亿千瓦时", "30000", "3.0000"),
        ("亿", "万", "0.5", "5000"),
        ("万吨", "吨", "0", "0"),
        ("km", "m", "1.25", "1250"),
        ("MWh", "GWh", "300", "0.300"),
        ("TWh", "kWh", "-1", "-1000000000"),
        ("km", "km", "3", "3"),
        ("km2", "km²", "3", "3"),
        ("％", "%", "3", "3"),
        ("亿 元", "亿元", "3", "3"),
        ("ＭＷｈ", "GWh", "300", "0.300"),
        ("pp", "个百分点", "3", "3"),
        ("percentage points", "pp", "3", "3"),
        ("Per cent", "%", "3", "3"),
        ("percentage", "％", "3", "3"),
        ("", "", "3", "3"),
    ],
)
def test_a_figure_in_a_unit_of_another_size_is_the_same(
    unit: str, other: str, figure: str, same: str
) -> None:
    power = power_between(unit, other)
    assert power is not None
    assert plain(converted(Decimal(figure), power)) == same
    assert power_between(other, unit) == -power


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("亿元", "亿美元"),
        ("km", "h"),
        ("km", ""),
        ("", "万"),
        ("k", "M"),
        ("m", "M"),
        ("m", "mm"),
        ("个", "项"),
        ("%", "‰"),
        ("百分点", "%"),
    ],
)
def test_units_of_different_things_or_of_unknown_sizes_are_not_converted(unit: str, other: str) -> None:
    assert power_between(unit, other) is None
    assert power_between(other, unit) is None


@pytest.mark.parametrize(
    ("size", "unit", "power"),
    [
        ("万", "人", 4),
        ("万人", "人", 4),
        ("万", "万人", 0),
        ("亿", "万元", 4),
        ("M", "USD", 6),
        ("k", "kg", None),  # 400k may be 400 kg or 400,000
        ("M", "km", None),
        ("m", "km", -3),
        ("bn", "USD", None),
        ("km", "km", 0),
    ],
)
def test_a_size_alone_is_one_of_the_unit_that_is_meant(size: str, unit: str, power: int | None) -> None:
    assert power_of_size(size, unit) == power


@pytest.mark.parametrize(
    ("unit", "points"),
    [("%", True), ("％", True), ("pp", True), ("个百分点", True), ("‰", False), ("km", False), ("", False)],
)
def test_in_which_units_differences_are_percentage_points(unit: str, points: bool) -> None:
    assert is_percent(unit) is points
