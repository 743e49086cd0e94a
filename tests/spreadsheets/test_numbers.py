"""The rule for figures that come in: what is one number, and what may be two."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.spreadsheets.cells import Broken, Cell, Percent
from plan_tracker.spreadsheets.commas import Commas, commas_of
from plan_tracker.spreadsheets.numbers import Figure, figure_of, is_no_figure


def read(cell: Cell, unit: str = "", **how: object) -> str | None:
    """The figure as it would be written, or None."""
    figure = figure_of(cell, unit, **how)  # type: ignore[arg-type]  # what each test gives is known
    return plain(figure.number) if isinstance(figure, Figure) else None


def why(cell: Cell, unit: str = "", **how: object) -> str:
    figure = figure_of(cell, unit, **how)  # type: ignore[arg-type]  # as above
    assert not isinstance(figure, Figure)
    hint = f" ({figure.hint.text(Language.EN)})" if figure.hint else ""
    return figure.message.text(Language.EN) + hint


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("190", "190"),
        ("96.50", "96.50"),
        ("１９０", "190"),
        ("１，５５０．２５", "1550.25"),
        (" 190\u00a0", "190"),
        ("-1.5", "-1.5"),
        ("−3.5", "-3.5"),
        ("－３．５", "-3.5"),
        ("+7", "7"),
        ("007", "7"),
        ("-0", "0"),
        ("0.10", "0.10"),
        ("1,234,567", "1234567"),
        ("1,058.3", "1058.3"),
        ("12,345.678", "12345.678"),
        ("999999999999999.999999999999999", "999999999999999.999999999999999"),
        ("1,550", None),
        ("3,425", None),
        ("120,5", None),
        ("0,425", None),
        ("1,55", None),
        ("1.550,5", None),
        ("1.234.567", None),
        ("12,34,567", None),
        ("1,0000", None),
        ("1 234", None),
        ("1'234", None),
        ("1e3", None),
        ("1.2.3", None),
        ("3.", None),
        (".5", None),
        ("--5", None),
        ("五", None),
        ("²", None),
        ("½", None),
        ("约1550", None),
        ("≥85", None),
        ("(5)", None),
        ("25-27", None),
        ("nan", None),
        ("inf", None),
        ("TRUE", None),
        ("0x10", None),
        ("1_000", None),
        ("٣", None),
        ("1000000000000000", None),
        ("0.1234567890123456", None),
        ("9" * 100_000, None),
        ("9" * 100_000 + "万元", None),
    ],
)
def test_a_figure_by_hand_is_understood_only_where_it_has_one_meaning(text: str, figure: str | None) -> None:
    assert read(text) == figure


@pytest.mark.parametrize(
    ("text", "unit", "figure"),
    [
        ("45.0亿元", "亿元", "45.0"),
        ("45.0 亿元", "亿元", "45.0"),
        ("300个", "个", "300"),
        ("1,058.3亿元", "亿元", "1058.3"),
        ("92%", "%", "92"),
        ("92％", "%", "92"),
        ("0.5个百分点", "百分点", "0.5"),
        ("0.5pp", "个百分点", "0.5"),
        ("28.2km", "km", "28.2"),
        ("28.2 m²", "m2", "28.2"),
        ("12 Homes", "homes", "12"),
        ("300", "个", "300"),
        ("871万元", "亿元", None),
        ("300项", "个", None),
        ("92%", "", None),
        ("92%", "个", None),
        ("92%", "个百分点", None),
        ("300个", "", None),
        ("5 mWh", "MWh", None),
        ("1,550个", "个", None),
        ("45亿", "亿元", None),
        ("300个左右", "个", None),
    ],
)
def test_only_the_targets_own_unit_may_stand_behind(text: str, unit: str, figure: str | None) -> None:
    assert read(text, unit) == figure


@pytest.mark.parametrize(
    ("figure", "given", "unit", "converted"),
    [
        ("5214000", "万元", "亿元", "521.4"),
        ("5214000", "元", "亿元", "0.05214"),
        ("1.5", "亿元", "万元", "15000"),
        ("45", "亿元", "亿元", "45"),
        ("300", "千人", "万人", "30"),
        ("300", "MWh", "GWh", "0.3"),
        ("1250", "m", "km", "1.25"),
        ("2", "TWh", "kWh", "2000000000"),
        ("45亿元", "万元", "亿元", "45"),
        ("7", "万美元", "亿元", None),
        ("7", "吨", "个", None),
        ("7", "个", "", None),
        ("7", "%", "个百分点", None),
        ("999999999999999", "亿元", "元", None),
    ],
)
def test_figures_in_another_size_of_the_unit_are_converted_and_another_unit_is_refused(
    figure: str, given: str, unit: str, converted: str | None
) -> None:
    assert read(figure, unit, given=given) == converted
    if not figure.endswith("元"):
        assert read(float(figure), unit, given=given) == converted


@pytest.mark.parametrize(
    ("text", "commas", "figure"),
    [
        ("3,425", Commas(group=True), "3425"),
        ("3,425", Commas(decimal=True), None),
        ("3,425", Commas(group=True, decimal=True), None),
        ("1.550", Commas(decimal=True), None),
        ("1.550", Commas(group=True), "1.550"),
        ("1.55", Commas(decimal=True), "1.55"),
        ("1,234,567", Commas(decimal=True), "1234567"),
    ],
)
def test_what_alone_may_be_two_numbers_is_one_where_the_file_shows_which(
    text: str, commas: Commas, figure: str | None
) -> None:
    assert read(text, commas=commas) == figure


@pytest.mark.parametrize(
    ("cell", "figure", "rounded"),
    [
        (0.1 + 0.2, "0.3", True),
        (1 / 30, "0.033333333333333", True),
        (0.0333333333333333, "0.033333333333333", True),
        (45.0, "45", False),
        (1e14, "100000000000000", False),
        (1e15, None, False),
        (1e28, None, False),
        (float("nan"), None, False),
        (float("inf"), None, False),
        (1e-20, "0", True),
        (222349393.0000307, "222349393.000031", True),
        (-0.0, "0", False),
        (7, "7", False),
        (Decimal("1058.30"), "1058.3", False),
        ("0.30000000000000004", "0.3", True),
        ("1234567890123.4567", "1234567890123.46", True),
        ("0.1234567890123456", "0.123456789012346", True),
        ("1234567890123456", None, False),
        ("123456789012345678", None, False),
        ("0.123456789012345678", None, False),
        ("96.50", "96.50", False),
        ("0.10000000000000000000", "0.1", False),
    ],
)
def test_a_tables_figure_of_sixteen_or_seventeen_digits_is_rounded_to_fifteen(
    cell: Cell, figure: str | None, rounded: bool
) -> None:
    found = figure_of(cell, "", commas=Commas())
    assert (plain(found.number) if isinstance(found, Figure) else None) == figure
    assert isinstance(found, Figure) is (figure is not None)
    assert (isinstance(found, Figure) and found.rounded) is rounded


@pytest.mark.parametrize(
    ("share", "unit", "figure"),
    [
        ("0.9271", "%", "92.71"),
        ("0.07", "％", "7"),
        ("1", "%", "100"),
        ("0.62512345", "%", "62.512345"),
        ("-0.005", "%", "-0.5"),
        ("0.9271", "", None),
        ("0.9271", "个", None),
        ("0.005", "个百分点", None),
    ],
)
def test_a_percent_cell_is_its_value_times_a_hundred_for_a_target_in_percent(
    share: str, unit: str, figure: str | None
) -> None:
    assert read(Percent(Decimal(share)), unit, commas=Commas()) == figure


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Broken("#N/A"), "the cell holds the error `#N/A`, not a number"),
        ("#DIV/0!", "the cell holds the error `#DIV/0!`, not a number"),
        (Broken(""), "a formula that was never calculated (open the file in a spreadsheet program"),
        (date(2024, 1, 2), "the cell holds the date 2024-01-02, not a number"),
        (True, "`True` is not a number"),
        ("3,425", "could be a thousands separator or a decimal comma (write 3425 or 3.425)"),
        ("120,5", "`120,5` has a decimal comma (write it with a point: 120.5)"),
        ("-120,5", "`-120,5` has a decimal comma (write it with a point: -120.5)"),
        ("3,425万吨", "could be a thousands separator or a decimal comma (write 3425万吨 or 3.425万吨)"),
        ("-3,425", "could be a thousands separator or a decimal comma (write -3425 or -3.425)"),
        ("1 234", "`1 234` is not a number (write 1234)"),
        ("1’234’567.5", "`1’234’567.5` is not a number (write 1234567.5)"),
        ("12,34,567", "`12,34,567` is not a number (write 1234567)"),
        ("-1,00,000", "`-1,00,000` is not a number (write -100000)"),
        ("1 2", "`1 2` is not a number"),
        ("190*", "`190*` is not a number (write 190)"),
        ("190①", "`190①` is not a number (write 190)"),
        ("10³", "`10³` is not a number (write it out in full, without an exponent)"),
        ("190（注 2）", "`190（注 2）` is not a number (write 190)"),
        ("96.50[1]", "`96.50[1]` is not a number (write 96.50)"),
        ("190（注2）", "`190（注2）` is not a number (write 190)"),
        ("190。", "`190。` is not a number (write 190)"),
        ("1.550,5", "write it with a point: 1550.5"),
        ("1.234.567", "(write 1234567)"),
        ("1234567890123456", "`1234567890123456` has too many digits (a figure has at most 15"),
        ("390。5", "`390。5` is not a number (write 390.5)"),
        (
            "71.3（预计）",
            "`71.3（预计）` is a forecast, not an actual figure (fill this in once",
        ),
        ("71.3 (forecast)", "is a forecast, not an actual figure"),
        ("预计71.3", "`预计71.3` is a forecast"),
        ("x\x1b[31m", "`x\\u001b[31m` is not a number"),
    ],
)
def test_what_is_no_figure_is_told_with_what_to_do(cell: Cell, words: str) -> None:
    assert words in why(cell)


@pytest.mark.parametrize(
    ("cell", "unit", "figure"),
    [("190亿元；", "亿元", "190亿元"), ("43.5、", "%", "43.5"), ("0.30 % 。", "%", "0.30%")],
)
def test_a_stop_behind_a_figure_is_no_unit(cell: str, unit: str, figure: str) -> None:
    assert why(cell, unit) == f"`{cell}` is not a number (write {figure})"
    assert why("43亩。", "个").startswith("`43亩。` is not in 个")


@pytest.mark.parametrize(("cell", "figure"), [("(12.5)", "-12.5"), ("（ 0.3 ）", "-0.3")])
def test_a_number_in_brackets_may_be_negative(cell: str, figure: str) -> None:
    assert why(cell, "亿元") == f"`{cell}` is not a number (write {figure})"


def test_a_share_of_a_target_in_another_unit_is_told_what_is_asked_for() -> None:
    assert why("57.3%", "亿元").endswith("the unit of the target (write the figure itself, in 亿元)")


def test_a_figure_in_another_unit_is_told_with_what_it_would_be() -> None:
    assert why("871万元", "亿元") == "`871万元` is not in 亿元, the unit of the target (write 0.0871亿元)"
    assert why("6.2万", "人") == "`6.2万` is not in 人, the unit of the target (write 62000人)"
    assert why("610.3亿", "亿元") == "`610.3亿` is not in 亿元, the unit of the target (write 610.3亿元)"
    assert why("6103000万", "亿元").endswith("(write 610.3亿元)")
    assert why("3.5万", "万kWh").endswith("(write 3.5万kWh)")
    assert why("3.5亿", "万").endswith("(write 35000万)")
    assert why("20+", "个") == "`20+` is not a number"
    assert "the table gives it in 吨, but the target is in 个" in why("7", "个", given="吨")


@pytest.mark.parametrize("cell", [None, "", "-", "—", "——", "–", "－", "/", "／", "…", "……", "...", " — "])
def test_blanks_and_dashes_are_no_figure(cell: Cell) -> None:
    assert is_no_figure(cell)


@pytest.mark.parametrize("cell", ["未报", " 未报送 ", "暂无数据", "N/A", "n/a", "Not reported", "不适用"])
def test_words_that_say_so_are_no_figure(cell: Cell) -> None:
    assert is_no_figure(cell)


@pytest.mark.parametrize("cell", ["0", 0.0, "无", "nil", "未报3家", "#N/A", "-1", "x", False])
def test_everything_else_is_meant_to_be_one(cell: Cell) -> None:
    assert not is_no_figure(cell)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**10), max_value=10**10))
def test_a_number_as_typed_is_itself_and_so_it_is_with_groups(number: Decimal) -> None:
    assert read(plain(number)) == (plain(number) if number else plain(abs(number)))
    assert Decimal(read(f"{number:,f}") or "x") == number


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e14, max_value=1e14))
def test_a_double_keeps_its_fifteen_digits(number: float) -> None:
    figure = figure_of(number, "", commas=Commas())
    assert isinstance(figure, Figure)
    assert abs(figure.number - Decimal(number)) <= max(
        abs(Decimal(number)) * Decimal("5e-15"), Decimal("5e-16")
    )


@given(st.text(max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    figure_of(text, "个", given="万个", commas=Commas())
    figure_of(text, "", commas=commas_of([text]))


@pytest.mark.parametrize(
    "text",
    [
        *("6.2%左右", "5-6", "5%~6%", "300余", "300余个", "30 or so", "100多", "1/2", "5~6个"),
        *("12亿元左右", "300个上下", "3.5万左右", "12 km or so"),  # written as 12 or 3.5 they lose a unit
    ],
)
@pytest.mark.parametrize("unit", ["%", "个", ""])
def test_what_is_only_something_like_a_figure_is_none_and_no_other_unit_s(text: str, unit: str) -> None:
    assert why(text, unit) == f"`{text}` is not a number"


@pytest.mark.parametrize(
    ("text", "unit"), [("5m2", "亩"), ("45公斤", "亿元"), ("5栋", "个"), ("45 widgets", "个")]
)
def test_a_figure_in_another_unit_is_told_as_one(text: str, unit: str) -> None:
    assert why(text, unit).startswith(f"`{text}` is not in {unit}, the unit of the target")


@pytest.mark.parametrize("text", ["12月底前完成", "9月", "2026年", "3季度", "3场/季度", "100%全覆盖"])
def test_no_number_is_told_to_be_written_of_a_text_that_says_more(text: str) -> None:
    """12 of 12月底前完成 would be a goal; 3 of 3场/季度 is a quarter of what the year brings."""
    assert why(text) == f"`{text}` is not a number"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("30k", "write 30000"),
        ("30 k", "write 30000"),
        ("1.5M", "write 1500000"),
        ("30万", "write 300000"),
        ("1.25亿", "write 125000000"),
        ("30 thousand", "write all its digits, without a scale such as k or million"),
        ("3m", "write all its digits, without a scale such as k or million"),
        ("3.5万*", "write all its digits, without a scale such as k or million"),
        ("30 incidents", "write 30"),
        ("3米", "write 3"),
    ],
)
def test_what_to_write_of_a_figure_with_a_scale_where_there_is_no_unit(text: str, hint: str) -> None:
    """30 of 30k would be a thousandth."""
    assert why(text) == f"`{text}` is not a number ({hint})"


@pytest.mark.parametrize(
    ("text", "unit", "figure"),
    [
        ("£4.2m", "£m", "4.2"),
        ("-$1,234.50", "$", "-1234.50"),
        ("€ 5 million", "€ million", "5"),
        ("£4.2", "£m", None),
        ("£4.2m", "£", None),
        ("£1,200", "£", None),
        ("$5 per head", "$", None),
    ],
)
def test_a_currency_may_stand_before_its_figure(text: str, unit: str, figure: str | None) -> None:
    assert read(text, unit) == figure
