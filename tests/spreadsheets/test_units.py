"""Units: one list for the tables of offices and those of reports."""

import pytest

from plan_tracker.plan.units import HEADED, USUAL
from plan_tracker.questions.document.units import KnownUnits, Unit
from plan_tracker.spreadsheets.tables.unit_lines import (
    is_unit_line,
    says_unknown_unit,
    units_above,
    units_said,
    without_unit_line,
)
from plan_tracker.spreadsheets.units import is_larger_size, is_unit, name_and_unit, power, without_digits


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
        ("Unit: 1,000 EUR", ["thousand EUR"]),
        ("Unit: EUR 1 000, km", ["thousand EUR", "km"]),
        ("Unit: '000 t; people", ["thousand t", "people"]),
        ("Units: thousands of euros", ["thousand euros"]),
        ("单位：千元", ["千元"]),
        ("单位：万元/人", ["万元/人"]),
        ("Unit: EUR (thousands)", ["thousand EUR"]),
        ("Unit: EUR (excluding VAT)", ["EUR"]),
        ("Unit of measure: 1,000 tonnes", ["thousand tonnes"]),
        ("Unit: hundred homes", []),
        ("Unit: EUR per head", []),
        ("Unit: EUR 2015", []),
        ("Unit: ₹ crore", ["₹ crore"]),
        ("单位：10万元", ["十万元"]),
        ("单位：1000元", ["千元"]),
        ("单位：10000人", ["万人"]),
        ("单位：州统计局", []),
        ("单位：人民币（万元）", ["人民币（万元）"]),
        ("单位：（万元）", ["万元"]),
        ("金额：亿元", ["亿元"]),
        ("单位：户（千元）", []),
        ("填报单位：万州区", None),
    ],
)
def test_a_line_above_a_table_says_its_units(line: str, units: list[str] | None) -> None:
    assert units_said(line) == units


def test_the_yuan_may_be_called_by_its_full_name() -> None:
    names = ("人民币万元", "万元人民币", "人民币 万元", "人民币（万元）", "万元(人民币)")
    assert [power(unit, "亿元") for unit in names] == [-4] * 5
    assert power("€ million", "€") is None


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("in thousands of EUR", "thousand EUR"),
        ("(in millions of euros)", "million euros"),
        ("(EUR million)", "EUR million"),
        ("EUR '000", "thousand EUR"),
        ("EUR ’000s", "thousand EUR"),
        ("(€m)", "€m"),
        ("$bn", "$bn"),
        ("US$ 1,000,000", "million US$"),
        ("All figures in EUR thousand", "EUR thousand"),
        ("Amounts are shown in 1.000 EUR", "thousand EUR"),
        ("in Tsd. EUR", "Tsd. EUR"),
        ("($ in thousands, except per share)", "thousand $"),
        ("in 1.000", "thousand"),
        ("(amounts in thousands)", "thousand"),
        ("(homes)", "homes"),
        ("（万元）", "万元"),
        ("千美元", "千美元"),
        ("Rs. crore", "Rs. crore"),
        ("Rs. in crore", "Rs. crore"),
        ("(Amount in Rs. Lakhs)", "lakh Rs."),
        ("₹ Cr.", "crore ₹"),
        ("(USD, thousands)", "thousand USD"),
        ("(USD, thousands, unless otherwise stated)", "thousand USD"),
        ("thousands, USD", "thousand USD"),
        ("EUR – million", "EUR million"),
        ("Figures: USD million", "USD million"),
        ("All values in € million unless otherwise noted", "€ million"),
        ("All amounts in thousands of US dollars", "thousand US dollars"),
        ("(unaudited; USD thousands)", "thousand USD"),
        ("Currency EUR", "EUR"),
        ("以万元计", "万元"),
        ("（金额以亿元计）", "亿元"),
        ("除注明外均以万元计", "万元"),
        ("按千元计算", "千元"),
        ("以个为单位", "个"),
        ("单位为万元", "万元"),
        ("（计量单位 万元）", "万元"),
        ("（草案，以亿元计）", "亿元"),
    ],
)
def test_a_line_may_say_nothing_but_the_unit(line: str, unit: str) -> None:
    assert (units_above(line), is_unit_line(line), without_unit_line(line)) == ([unit], True, "")


@pytest.mark.parametrize(
    ("title", "bare", "units"),
    [
        ("Budget 2024 (EUR million)", "Budget 2024", ["EUR million"]),
        ("Budget 2024, in thousands of EUR", "Budget 2024", ["thousand EUR"]),
        ("Budget 2024 (in EUR thousands)", "Budget 2024", ["thousand EUR"]),
        ("Budget 2024 (in thousands of EUR)", "Budget 2024", ["thousand EUR"]),
        ("Budget 2024 (amounts in EUR million)", "Budget 2024", ["EUR million"]),
        ("Budget 2024 [EUR million]", "Budget 2024", ["EUR million"]),
        ("Budget 2024 (in millions)", "Budget 2024", ["million"]),
        ("Budget 2024 (in EUR)", "Budget 2024", ["EUR"]),
        ("Budget 2024 (₹ in lakhs)", "Budget 2024", ["lakh ₹"]),
        ("Budget 2024 (USD, thousands)", "Budget 2024", ["thousand USD"]),
        ("Budget 2024 (draft, EUR million)", "Budget 2024", ["EUR million"]),
        ("2024年投资计划（以亿元计）", "2024年投资计划", ["亿元"]),
        ("单位 名称", "单位 名称", []),
        ("(days of the week)", "(days of the week)", []),
        ("(USD, unaudited, in thousands)", "(USD, unaudited, in thousands)", []),
        ("in EUR at 2015 prices", "in EUR at 2015 prices", []),
        ("Results (in brief)", "Results (in brief)", []),
        ("Plan (in 2 parts)", "Plan (in 2 parts)", []),
        ("Budget 2024 in 1,000 EUR", "Budget 2024", ["thousand EUR"]),
        ("2024年投资计划（亿元）", "2024年投资计划", ["亿元"]),
        ("Homes", "Homes", []),
        ("Plan in progress", "Plan in progress", []),
        ("Homes (units)", "Homes (units)", []),
        ("Million", "Million", []),
        ("2024年投资计划（草案）", "2024年投资计划（草案）", []),
        ("百日攻坚", "百日攻坚", []),
        ("(EUR per head)", "(EUR per head)", []),
        ("(in RMB '0000)", "(in RMB '0000)", []),
    ],
)
def test_a_title_may_end_in_a_unit_that_has_a_scale(title: str, bare: str, units: list[str]) -> None:
    assert (units_above(title), without_unit_line(title), is_unit_line(title)) == (units, bare, False)


@pytest.mark.parametrize(
    ("line", "is_unknown"),
    [
        ("Unit: hundred homes", True),
        ("Units: see the notes", True),
        ("单位：12万元", True),
        ("(USD, unaudited, in thousands)", True),
        ("in thousand widgets", True),
        ("(草案，以万张床计)", False),
        ("(draft)", False),
        ("3 million homes", False),
        ("Unit: homes", False),
        ("单位：10万元", False),
        ("单位：州统计局", False),
        ("Unit:", False),
        ("Homes built", False),
    ],
)
def test_a_unit_that_nobody_knows_is_told(line: str, is_unknown: bool) -> None:
    assert says_unknown_unit(line) is is_unknown


def test_digits_before_a_chinese_unit_are_its_numerals() -> None:
    assert [power("1000元", unit) for unit in ("千元", "元", "万元")] == [0, 3, -1]


def test_a_scale_may_be_written_in_many_ways_and_is_not_converted() -> None:
    same = [
        "thousand EUR",
        "thousands of EUR",
        "EUR thousand",
        "EUR '000",
        "'000 EUR",
        "1,000 EUR",
        "EUR 1000",
    ]
    assert {power(one, other) for one in same for other in same} == {0}
    assert {power("EUR million", other) for other in ("million EUR", "EUR mn", "Mio. EUR")} == {0}
    assert [power("thousand EUR", other) for other in ("EUR", "EUR million", "thousand USD")] == [None] * 3


@pytest.mark.parametrize("text", ["000", "1000", "2,000 EUR", "10,000 EUR", "1000 apples", "thousand apples"])
def test_an_amount_or_a_number_is_no_unit(text: str) -> None:
    assert not is_unit(text)


def test_an_amount_behind_a_name_is_no_unit_of_it() -> None:
    assert name_and_unit("Roads (1,000 km)") == ("Roads (1,000 km)", "")
    assert name_and_unit("Roads ('000 km)") == ("Roads", "thousand km")
    assert name_and_unit("Visitors (thousands)") == ("Visitors", "thousand")
    assert name_and_unit("投资\n（亿元）") == ("投资", "亿元")
    assert name_and_unit("住房保障[套]") == ("住房保障", "套")
    assert name_and_unit("Spend (£k)") == ("Spend", "£k")
    assert name_and_unit("Churn %") == ("Churn", "%")
    assert name_and_unit("GDP增速％") == ("GDP增速", "%")
    assert name_and_unit("% of bills paid") == ("% of bills paid", "%")
    assert name_and_unit("Cut churn to 3%") == ("Cut churn to 3%", "")


def test_a_unit_keeps_its_words_where_no_scale_stands_behind_them() -> None:
    assert without_digits("persons in employment") == "persons in employment"
    assert without_digits("USD in million") == "USD million"


def test_capitals_make_no_difference_in_words_only() -> None:
    assert power("Units", "units") == 0
    assert power("MWh", "mWh") is None


@pytest.mark.parametrize(
    ("unit", "of", "is_larger"),
    [
        ("万元", "元", True),
        ("thousand EUR", "EUR", True),
        ("元", "万元", False),
        ("万元", "亿元", False),
        ("亿元", "万元", False),
        ("thousand EUR", "USD", False),
        ("亿元", "个", False),
        ("EUR", "EUR", False),
    ],
)
def test_a_unit_may_be_many_of_another(unit: str, of: str, is_larger: bool) -> None:
    assert is_larger_size(unit, of) is is_larger
