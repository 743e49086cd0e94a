"""Tables in a report: the unit of a figure in the heading, the line above, the row; tables without lines."""

import pytest

from kit.reports import found, read_report, target, uncovered

CITY = (
    target("引进亿元以上项目", "190", "个", "47.5%", "400")
    + target("引进国内到位资金", "323", "亿元", "46.1%", "700")
    + target("城镇新增就业", "3.43", "万人", "57.17%", "6")
)
ALL = {"190个": "3", "47.5%": "3", "323亿元": "4", "46.1%": "4", "3.43万人": "5", "57.17%": "5"}

UNITS_IN_A_COLUMN = """\
| 指标 | 单位 | 年度目标 | 上半年完成 | 完成率 |
|---|---|---:|---:|---:|
| 引进亿元以上项目 | 个 | 400 | 190 | 47.5% |
| 引进国内到位资金 | 亿元 | 700 | 323 | 46.1% |
| 城镇新增就业 | 万人 | 6 | 3.43 | 57.17% |
"""
PER_CENT_IN_THE_HEADING = """\
| 指标 | 计量单位 | 年度目标 | 上半年完成 | 占年度目标（%） |
|---|---|---:|---:|---:|
| 引进亿元以上项目 | 个 | 400 | 190 | 47.5 |
| 引进国内到位资金 | 万元 | 7000000 | 3,230,000 | 46.1 |
| 城镇新增就业 | 人 | 60000 | 34300 | 57.17 |
"""
UNITS_BEHIND_THE_NAMES = """\
| 指标 | 年度目标 | 上半年完成 | 完成率% |
|---|---:|---:|---:|
| 引进亿元以上项目（个） | 400 | 190 | 47.5 |
| 引进国内到位资金（亿元） | 700 | 323 | 46.1 |
| 城镇新增就业（万人） | 6 | 3.43 | 57.17 |
"""
SEVERAL_UNITS_ABOVE = """\
单位：个、亿元、万人
| 指标 | 目标 | 完成 | 完成率 |
| 引进亿元以上项目 | 400 | 190 | 47.5% |
| 引进国内到位资金 | 700 | 323 | 46.1% |
| 城镇新增就业 | 6 | 3.43 | 57.17% |
"""
SET_BY_SPACES = """\
                                     （单位：个、亿元、万人）
指标                  年度目标    上半年完成    完成率（%）
引进亿元以上项目          400          190         47.5
引进国内到位资金          700          323         46.1
城镇新增就业                6         3.43        57.17
"""
SET_BY_TABS = """\
表1\t主要指标
指标\t单位\t目标\t完成\t完成率（%）
引进亿元以上项目\t个\t400\t190\t47.5
引进国内到位资金\t亿元\t700\t323\t46.1
城镇新增就业\t万人\t6\t3.43\t57.17
"""
OF_A_PDF = """\
单位：个、亿元、万人
指标 单位 年度目标 上半年完成 完成率（%）
引进亿元以上项目 个 400 190 47.5
引进国内到位资金 亿元 700 323 46.1
城镇新增就业 万人 6 3.43 57.17
"""


@pytest.mark.parametrize(
    ("report", "first"),
    [
        (UNITS_IN_A_COLUMN, 3),
        (PER_CENT_IN_THE_HEADING, 3),
        (UNITS_BEHIND_THE_NAMES, 3),
        (SEVERAL_UNITS_ABOVE, 3),
        (SET_BY_SPACES, 3),
        (SET_BY_TABS, 3),
        (OF_A_PDF, 3),
    ],
)
def test_every_figure_of_a_table_is_found(report: str, first: int) -> None:
    assert found(CITY, report) == {text: str(int(line) + first - 3) for text, line in ALL.items()}
    assert uncovered(CITY, report) == []


@pytest.mark.parametrize("report", [SEVERAL_UNITS_ABOVE, SET_BY_SPACES, OF_A_PDF])
@pytest.mark.parametrize("mark", [" ", ".", ". ", "、", "）"])
def test_the_number_of_a_row_is_no_figure_of_which_its_name_is_the_unit(report: str, mark: str) -> None:
    for number, name in enumerate(("引进亿元以上项目", "引进国内到位资金", "城镇新增就业"), start=1):
        report = report.replace(name, f"{number}{mark}{name}")
    assert found(CITY, report) == ALL


@pytest.mark.parametrize("report", [UNITS_IN_A_COLUMN, PER_CENT_IN_THE_HEADING, UNITS_BEHIND_THE_NAMES])
def test_strokes_may_stand_only_between_the_cells_of_a_table(report: str) -> None:
    rows = [line.strip("| ") for line in report.splitlines()]
    assert found(CITY, "\n".join(rows)) == ALL


@pytest.mark.parametrize(
    ("edge", "line"),
    [
        ("| ", "引进亿元以上项目190个 | 完成年度任务目标的47.5%。"),
        ("| ", "- 引进亿元以上项目190个|完成47.5%"),
        ("", "- 引进亿元以上项目190个|完成47.5%"),
        ("", "## 引进亿元以上项目190个|完成47.5%"),
        ("", "> 引进亿元以上项目190个 | 完成47.5%"),
    ],
)
def test_a_sentence_with_a_stroke_below_a_table_is_no_row_of_it(edge: str, line: str) -> None:
    rows = ["指标 | 完成", "--- | ---", "引进国内到位资金 | 323亿元"]
    text = "\n".join([*(edge + row for row in rows), line])
    assert {figure: found(CITY, text)[figure] for figure in ("323亿元", "190个", "47.5%")} == {
        "323亿元": "3",
        "190个": "4",
        "47.5%": "4",
    }


def test_a_figure_with_its_unit_may_begin_a_row() -> None:
    report = "| 完成 | 指标 |\n|---|---|\n| 190 个 | 引进亿元以上项目 |\n| 47.5% | 引进亿元以上项目 |\n"
    assert found(CITY, report)["190个"] == "3"


def test_names_that_a_pdf_wraps_within_their_cells() -> None:
    report = """\
指标 单位 年度目标 上半年完成 完成率（%）
引进亿元以上
项目
个 400 190 47.5
引进国内到位
资金
亿元 700 323 46.1
城镇新增就
业人数
万人 6 3.43 57.17
"""
    assert found(CITY, report) == {
        "190个": "4",
        "47.5%": "4",
        "323亿元": "7",
        "46.1%": "7",
        "3.43万人": "10",
        "57.17%": "10",
    }


def test_a_target_in_each_column() -> None:
    report = """\
| 地区 | 引进亿元以上项目（个） | 引进国内到位资金（亿元） | 城镇新增就业（人） |
|---|---:|---:|---:|
| 年度目标 | 400 | 700 | 60000 |
| 上半年完成 | 190 | 323 | 34300 |
| 完成率（%） | 47.5 | 46.1 | 57.17 |
"""
    assert found(CITY, report) == {
        "190个": "4",
        "47.5%": "5",
        "323亿元": "4",
        "46.1%": "5",
        "3.43万人": "4",
        "57.17%": "5",
    }


HEADS = "| 指标 | {goal} | {actual} |\n|---|---|---|\n| 引进国内到位资金 | 700 | 323 |\n"
FUNDS = target("引进国内到位资金", "323", "亿元")


@pytest.mark.parametrize(
    ("above", "goal", "actual", "is_found"),
    [
        ("", "年度目标（亿元）", "完成（亿元）", True),
        ("", "年度目标", "完成（单位：亿元）", True),
        ("", "年度目标", "完成/亿元", True),
        ("单位：亿元", "年度目标", "上半年完成", True),
        ("表2 招商引资（亿元）", "年度目标", "上半年完成", True),
        ("## 招商引资（单位：亿元）", "年度目标", "上半年完成", True),
        ("计量单位：万人、亿元", "年度目标", "上半年完成", True),
        ("单位：万元", "年度目标", "完成（亿元）", True),  # the heading of the column goes first
        ("单位：亿元", "年度目标", "完成（万元）", False),
        ("单位：万元", "年度目标", "上半年完成", False),
        ("单位：个", "年度目标", "上半年完成", False),
        ("", "年度目标", "上半年完成", False),
        ("单位：亿元", "上半年完成", "年度目标", False),  # 323 is the goal
        ("单位：亿元", "上半年完成", "上年同期", False),
        ("单位：亿元", "年度目标", "目标完成情况", True),
    ],
)
def test_where_a_figure_has_its_unit_from(above: str, goal: str, actual: str, is_found: bool) -> None:
    report = f"{above}\n\n{HEADS.format(goal=goal, actual=actual)}"
    assert found(FUNDS, report)["323亿元"].startswith("-") is not is_found


def test_a_cell_that_is_a_unit_is_that_of_its_row_whatever_stands_above_it() -> None:
    report = "| People trained | thousand people | 2000 | 1,200 |\n| Roads mended | km | 40 | 12 |\n"
    plan = target("People trained", "1200000", "people") + target("Roads mended", "12", "km")
    assert found(plan, report) == {"1200000 people": "1", "12 km": "2"}


def test_the_number_of_a_row_has_no_unit() -> None:
    report = "单位：亿元\n| 序号 | 指标 | 完成 |\n|---|---|---|\n| 3 | 引进国内到位资金 | 340 |\n"
    assert found(target("引进国内到位资金", "3", "亿元"), report) == {"3亿元": "-"}


def test_a_figure_without_any_unit_is_told() -> None:
    told = found(FUNDS, HEADS.format(goal="目标", actual="完成"))
    assert told == {"323亿元": "- line 3 prints 323, the plan says 323亿元"}


def test_units_and_figures_of_an_english_table() -> None:
    plan = (
        target("Water mains renewed", "28.2", "km", "67.1%", "42")
        + target("People trained", "1200000", "people")
        + target("Capital spending", "1900", "£ million")
        + target("Wind power connected", "1600", "MW")
    )
    report = """\
| Indicator | Unit | Goal | Half-year | Progress |
| --- | --- | ---: | ---: | ---: |
| Water mains renewed | km | 42 | 28.2 | 67.1% |
| People trained | thousand people | 2000 | 1,200 | 60% |
| Capital spending | £m | 4,000 | 1,900 | 47.5% |
| Wind power connected | GW | 3 | 1.6 | 53.3% |
"""
    assert found(plan, report) == {
        "28.2 km": "3",
        "67.1%": "3",
        "1200000 people": "4",
        "1900 £ million": "5",
        "1600 MW": "6",
    }
    assert uncovered(plan, report) == ["60%", "47.5%", "53.3%"]


@pytest.mark.parametrize(
    ("heading", "are_completions"),
    [
        ("完成率（%）", True),
        ("完成率", True),
        ("占年度目标%", True),
        ("完成进度", True),
        ("完成年计划比例（%）", True),
        ("Progress (%)", True),
        ("% of target", True),
        ("% of the annual plan", True),
        ("同比增长（%）", False),
        ("比重（%）", False),
        ("序时进度（%）", False),
        ("合格率（%）", False),
        ("Growth (%)", False),
        ("% of all", False),
    ],
)
def test_the_heading_says_whether_a_column_speaks_of_completion(heading: str, are_completions: bool) -> None:
    report = (
        f"| 指标 | 完成 | {heading} |\n|---|---|---|\n| 新建桥梁 | 12座 | 63 |\n| 维修水塔 | 3座 | 40.5 |"
    )
    if "（" not in heading and "%" not in heading:
        report = report.replace("63 |", "63% |").replace("40.5 |", "40.5% |")
    assert uncovered(CITY, report) == (["63%", "40.5%"] if are_completions else [])


@pytest.mark.parametrize(("label", "are_completions"), [("完成率", True), ("比重", False)])
def test_the_name_of_a_row_says_it_too(label: str, are_completions: bool) -> None:
    report = (
        f"| 指标 | 新建桥梁 | 维修水塔 |\n|---|---|---|\n| 完成数 | 12座 | 3座 |\n| {label} | 63% | 40.5% |"
    )
    assert uncovered(CITY, report) == (["63%", "40.5%"] if are_completions else [])


def test_that_a_target_is_on_pace_makes_no_completion_rates_of_the_points_in_its_row() -> None:
    report = "| 指标 | 单位 | 超前（百分点） | 状态 |\n|---|---|---|---|\n| 失业率 | % | +0.4 | 达到进度 |"
    assert uncovered(CITY, report) == []


def test_words_of_a_percentage_in_a_table_are_its_row_and_its_heading() -> None:
    report = "| 指标 | 完成 | 完成率（%） |\n|---|---|---|\n| 新建桥梁 | 12座 | 63 |"
    (rest,) = read_report(CITY, report).uncovered
    assert (rest.line, rest.figure, rest.words) == (3, "63%", "新建桥梁 完成率(%) 63%")


def test_a_table_is_as_wide_as_it_is_and_its_figures_are_found_at_its_end() -> None:
    rows = "".join(f"| 其他指标{number} | 个 | {number} | {number + 1} |\n" for number in range(5000, 5300))
    report = (
        f"| 指标 | 单位 | 完成 | 目标 |\n|---|---|---|---|\n{rows}| 引进国内到位资金 | 亿元 | 323 | 700 |\n"
    )
    assert found(FUNDS, report) == {"323亿元": "303"}


def test_a_sentence_in_a_cell_is_a_sentence() -> None:
    report = (
        "| 项目 | 进展 |\n|---|---|\n| 招商引资 | 上半年，引进国内到位资金323亿元，完成年度任务的46.1%。 |"
    )
    assert found(target("引进国内到位资金", "323", "亿元", "46.1%"), report) == {"323亿元": "3", "46.1%": "3"}


def test_two_spaces_between_words_make_no_table() -> None:
    report = (
        "重点  项目  完成  投资  323  亿元，  完成  年度  任务  的  46.1%。\n引进  国内  到位  资金  好。"
    )
    assert found(target("重点项目投资", "323", "亿元", "46.1%"), report) == {"323亿元": "1", "46.1%": "1"}


def test_a_row_whose_cells_are_no_figures_ends_no_sentence() -> None:
    report = "引进国内到\t位资金\t323\n亿元，完成46.1%。"
    assert found(target("引进国内到位资金", "323", "亿元"), report) == {"323亿元": "1"}


FROM_A_SPREADSHEET = """\
2024年上半年进度\t\t\t\t
指标\t单位\t年度目标\t上半年完成\t完成率
招商引资\t\t\t\t
引进亿元以上项目\t个\t400\t190\t47.5%
引进国内到位资金\t亿元\t323\t\t46.1%
城镇新增就业\t万人\t6\t3.43\t57.17%
良好率\t%\t85\t86\t
"""


def test_blank_cells_of_a_table_from_the_clipboard_keep_their_columns() -> None:
    lines = {"190个": "4", "47.5%": "4", "323亿元": "-", "46.1%": "5", "3.43万人": "6", "57.17%": "6"}
    assert found(CITY, FROM_A_SPREADSHEET) == lines
    assert uncovered(CITY, FROM_A_SPREADSHEET) == ["86%"]  # not the goal of 85%


@pytest.mark.parametrize(
    "heading", ["2023年上半年", "预计全年", "上年同期", "年度目标", "H1 2023", "Forecast"]
)
def test_a_figure_in_a_column_of_another_time_is_not_the_actual(heading: str) -> None:
    report = f"| 指标 | {heading} | 上半年完成 |\n|---|---|---|\n| 引进国内到位资金（亿元） | 323 | 350 |\n"
    assert found(FUNDS, report) == {"323亿元": "- line 3 prints 350亿元, the plan says 323亿元"}


@pytest.mark.parametrize("heading", ["2024年上半年", "上半年（2020年=100）", "2023—2024年累计"])
def test_a_figure_in_a_column_of_the_plan_s_year_is_the_actual(heading: str) -> None:
    report = f"| 指标 | 单位 | {heading} |\n|---|---|---|\n| 引进国内到位资金 | 亿元 | 323 |\n"
    assert found(FUNDS, report) == {"323亿元": "3"}


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("同比增长", "-"),
        ("上年同期完成率", "-"),
        ("2023年完成率", "-"),
        ("完成率", "3"),
        ("完成率（同比提高）", "3"),
    ],
)
def test_growth_and_last_year_s_rate_are_not_the_stated_rate(heading: str, line: str) -> None:
    report = f"| 指标 | 上半年 | {heading} |\n|---|---|---|\n| 引进国内到位资金（亿元） | 323 | 46.1% |\n"
    places = found(target("引进国内到位资金", "323", "亿元", "46.1%"), report)
    assert places["323亿元"] == "3"
    assert places["46.1%"].startswith(line)


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_line_with_other_units_begins_another_table(blank: str) -> None:
    heads = "指标      目标    完成    完成率\n"
    first = f"表1 投资（单位：万元）\n{heads}道路投资  9000    4500    50.0%\n"
    second = f"表2 项目（单位：座、公里）\n{heads}新建桥梁  40      19      47.5%\n"
    both = target("新建桥梁", "19", "座", "47.5%") + target("道路投资", "0.45", "亿元", "50.0%")
    told = found(both, f"{first}{blank}{second}")
    line = 6 + len(blank)
    assert told == {"19座": str(line), "47.5%": str(line), "0.45亿元": "3", "50.0%": "3"}


@pytest.mark.parametrize("heading", ["城区提升改造", "Up to June", "Risk projects", "产能压减"])
def test_a_heading_with_a_word_that_tells_growth_in_a_sentence_is_none_of_growth(heading: str) -> None:
    plan = target("城区提升改造", "190", "个", "47.5%", "400")
    report = f"| 指标 | 上半年 | {heading} |\n|---|---|---|\n| 城区提升改造 | 190个 | 47.5% |\n"
    assert found(plan, report) == {"190个": "3", "47.5%": "3"}


def test_a_target_that_heads_its_column_may_be_called_by_such_a_word() -> None:
    plan = target("城区提升改造", "190", "个", "47.5%", "400")
    report = "| 指标 | 城区提升改造 |\n|---|---|\n| 完成 | 190个 |\n| 完成率 | 47.5% |\n"
    assert found(plan, report) == {"190个": "3", "47.5%": "4"}


def test_the_unit_of_a_row_may_be_long_and_stand_before_a_name_that_is_a_unit_too() -> None:
    plan = target("Litres", "3.3", "million litres")
    report = "| Unit | Notes | Actual | Indicator |\n|---|---|---|---|\n| million litres | | 3.3 | Litres |\n"
    assert found(plan, report) == {"3.3 million litres": "3"}
