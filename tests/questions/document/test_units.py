"""Whether a number has a target's unit, another size of it, or another unit; equal amounts are equal."""

import pytest

from kit.reports import found, target


@pytest.mark.parametrize(
    ("unit", "actual", "printed"),
    [
        ("万人", "3.2", "32000人"),
        ("万人", "3.2", "3.2万人"),
        ("万人", "3.2", "3.2万名"),
        ("万人", "3.2", "32千人"),
        ("万人", "3.2", "３２，０００人"),
        ("人", "32000", "3.2万人"),
        ("人", "1234567", "123.4567万人"),
        ("亿元", "1869.2", "18692000万元"),
        ("亿元", "1869.2", "0.18692万亿元"),
        ("亿元", "1869.2", "186,920,000,000元"),
        ("亿元", "1869.2", "1869亿2000万元"),
        ("万元", "30230", "3亿230万元"),
        ("万元", "4718", "0.4718亿元"),
        ("元", "23629", "2.3629万元"),
        ("万亩", "24.79", "247900亩"),
        ("公里", "209", "20.9万米"),
        ("公里", "209", "209千米"),
        ("米", "3500", "3.5公里"),
        ("公里", "209", "209 km"),
        ("吨", "30000", "3万吨"),
        ("万千瓦", "160", "1600兆瓦"),
        ("万千瓦", "160", "160万千瓦"),
        ("兆瓦", "100", "10万千瓦"),
        ("万千瓦", "160", "1.6 GW"),
        ("千瓦时", "5000", "5000 kWh"),
        ("百万吨", "2", "200万吨"),
        ("P", "24000", "2.4万P"),
        ("km", "28.2", "28.2 kilometres"),
        ("km", "28.2", "28,200 m"),
        ("MW", "1600", "1.6 GW"),
        ("kW", "300", "0.3MW"),
        ("people", "1200000", "1.2 million people"),
        ("thousand people", "1200", "1.2 million people"),
        ("million litres", "3.5", "3,500,000 litres"),
        ("thousand", "34.3", "34,300 jobs"),
        ("thousand", "34.3", "34.3 thousand"),
        ("million", "0.0343", "34,300"),
        ("万", "3.43", "34300人"),
        ("万", "3.43", "3.43万人"),
        ("£ million", "1900", "£1.9 billion"),
        ("£m", "1900", "£1.9bn"),
        ("£", "4000", "£4k"),
        ("£ million", "1.30", "1.30 £ million"),
        ("£ million", "1.30", "1.30£ million"),
        ("€", "1300000", "1.30 € million"),
        ("USD", "3000000", "USD 3 million"),
        ("ha", "700", "700公顷"),
        ("percent", "91.5", "91.5%"),
        ("%", "91.5", "91.5 per cent"),
        ("percentage points", "1.5", "1.5个百分点"),
        ("微克/立方米", "28.5", "28.5μg/m³"),
        ("微克/立方米", "28.5", "28.5微克每立方米"),
        ("µg/m³", "28.5", "28.5微克/立方米"),
        ("万吨标准煤", "66.9", "66.9万吨标煤"),
        ("trees", "2300000", "2.3m trees"),
        ("patients", "12000", "12k patients"),
    ],
)
def test_equal_amounts_in_other_units_are_equal(unit: str, actual: str, printed: str) -> None:
    report = f"示范工程量上半年为{printed}。"
    figure, told = next(iter(found(target("示范工程量", actual, unit), report).items()))
    assert told == "1", figure


@pytest.mark.parametrize(
    ("unit", "actual", "printed"),
    [
        ("万人", "3.2", "3.2人"),
        ("万人", "3.2", "32000人次"),
        ("人次", "32000", "32000人"),
        ("万人", "3.2", "32001人"),
        ("万人", "3.2", "3.2亿人"),
        ("亿元", "3.2", "3.2亿美元"),
        ("美元", "3.2", "3.2元"),
        ("千瓦", "3200", "3200千瓦时"),
        ("千瓦", "3200", "3.2万千瓦时"),
        ("个", "32", "32个百分点"),
        ("个", "32", "32%"),
        ("个", "32", "32个月"),
        ("个", "32", "第32个"),
        ("公里", "3.2", "3.2平方公里"),
        ("km", "32", "32 km²"),
        ("MW", "32", "32 mw/h"),
        ("people", "32", "32 million people"),
        ("thousand", "34.3", "34.3 jobs"),
        ("thousand", "34.3", "34.3 million"),
        ("thousand", "34.3", "34,300 million"),
        ("thousand", "34.3", "34300%"),
        ("万", "3.43", "34300万"),
        ("m", "32", "from 32 on"),
        ("£", "32", "$32"),
    ],
)
def test_other_amounts_and_other_units_are_not(unit: str, actual: str, printed: str) -> None:
    report = f"示范工程量上半年为{printed}。"
    figure, told = next(iter(found(target("示范工程量", actual, unit), report).items()))
    assert told.startswith("-"), figure


@pytest.mark.parametrize(
    "report", ["示范工程量（公里）：28.2", "示范工程量(公里) 28.2，完成好", "- 示范工程量（千米）：28.2"]
)
def test_a_unit_may_stand_in_brackets_before_its_number(report: str) -> None:
    assert found(target("示范工程量", "28.2", "公里"), report) == {"28.2公里": "1"}


@pytest.mark.parametrize("printed", ["13亿2300万元", "3亿2300万人"])
def test_the_rest_of_an_amount_in_two_units_is_no_amount(printed: str) -> None:
    for unit, actual in (("亿元", "3.23"), ("万元", "2300")):
        figure, told = next(
            iter(found(target("示范工程量", actual, unit), f"示范工程量为{printed}。").items())
        )
        assert (figure, told[:1]) == (f"{actual}{unit}", "-")
