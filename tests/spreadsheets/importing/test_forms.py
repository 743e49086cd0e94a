"""Forms that offices have to fill in: headings in two rows that are tied, cells of a form above the table."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from kit.imported import results, targets, told, write_table
from kit.program import Run

_APPRAISAL = (
    ("项目支出绩效自评表",),
    ("（2024年度）",),
    ("项目名称", "", "老旧小区改造项目"),
    ("主管部门", "", "区住建局", "", "实施单位", "区房管中心"),
    ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率"),
    ("", "年度资金总额", "1200", "1150.5", "1100.25", "95.6%"),
    ("年度总体目标", "", "预期目标", "", "实际完成情况", ""),
    ("一级指标", "二级指标", "三级指标", "年度指标值（A）", "实际完成值（B）", "得分"),
    ("产出指标", "数量指标", "改造小区数量", "≥12个", "13个", "10"),
    ("", "", "改造户数", "≥3500户", "3421户", "9"),
    ("", "质量指标", "验收合格率", "=100%", "100%", "10"),
    ("", "成本指标", "户均改造成本", "≤2.5万元", "2.3万元", "10"),
    ("总分", "", "", "", "", "39"),
)
_MERGED = ("A1:F1", "A3:B3", "C3:F3", "A5:A6", "C7:D7", "E7:F7", "A9:A12", "B9:B10", "A13:E13")


def form(folder: Path, rows: Sequence[Sequence[str]], *merged: str) -> str:
    """Writes rows of texts as a workbook; of merged cells only the first has one."""
    path = folder / "form.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value:
                    sheet.write_string(at, column, value)
        for area in merged:
            sheet.merge_range(area, "")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value:
                    sheet.write_string(at, column, value)
    return str(path)


@pytest.mark.parametrize(
    "columns",
    [
        (),
        ("--column", "指标名称=C", "--column", "目标值=D"),
        ("--column", "goal=年度指标值（A）"),
        ("--column", "actual=E"),
    ],
)
def test_the_table_below_the_cells_of_a_form_is_read_also_where_columns_are_named(
    run: Run, tmp_path: Path, columns: tuple[str, ...]
) -> None:
    outcome = run("import", form(tmp_path, _APPRAISAL, *_MERGED), "-o", "made.toml", *columns)
    assert (outcome.code, told(outcome.err)) == (0, []), outcome.err
    made = results("made.toml")
    assert {key: (each.target.unit, each.target.goal) for key, each in made.items()} == {
        "改造小区数量": ("个", 12),
        "改造户数": ("户", 3500),
        "验收合格率": ("%", 100),
        "户均改造成本": ("万元", pytest.approx(2.5)),
    }
    assert [each.actual and str(each.actual.value) for each in made.values()] == ["13", "3421", "100", "2.3"]
    assert made["户均改造成本"].target.direction.value == "at_most"


def test_headings_that_are_merged_over_two_rows_tie_these_together(run: Run, tmp_path: Path) -> None:
    rows = (
        ("项目支出绩效运行监控表（2024年1-7月）",),
        ("绩效指标", "", "年度指标值", "1至7月执行情况", "偏差原因", ""),
        ("一级指标", "三级指标", "", "", "经费", "制度"),
        ("产出指标", "培训班期数", "≥8期", "5期", "", ""),
        ("", "培训成本", "≤45万元", "26.3万元", "", ""),
    )
    merged = ("A1:F1", "A2:B2", "C2:C3", "D2:D3", "E2:F2", "A4:A5")
    outcome = run("import", form(tmp_path, rows, *merged), "-o", "made.toml")
    assert outcome.code == 0, outcome.err
    made = results("made.toml")
    assert [(key, str(each.target.goal), each.target.unit) for key, each in made.items()] == [
        ("培训班期数", "8", "期"),
        ("培训成本", "45", "万元"),
    ]
    assert {each.actual.period for each in made.values() if each.actual} == {"M07"}
    assert {each.target.group for each in made.values()} == {"产出指标"}


def test_headings_of_names_below_others_are_none_of_a_target_in_text(run: Run, tmp_path: Path) -> None:
    table = (
        "绩效监控表（2024年1-7月）,,,\n绩效指标,,年度指标值,1至7月执行情况\n一级指标,三级指标,,\n"
        "产出指标,培训班期数,≥8期,5期\n,培训成本,≤45万元,26.3万元\n"
    )
    for columns in ((), ("--column", "name=B")):
        assert [*targets(run, tmp_path, table, *columns)] == ["培训班期数", "培训成本"]


@pytest.mark.parametrize("heading", ["绩效指标性质", "指标性质", "符号"])
def test_a_column_of_nothing_but_limits_says_the_direction(run: Run, tmp_path: Path, heading: str) -> None:
    rows = "调研次数,≥,12,次\n通过率,＝,100,%\n公用经费,≤,320.5,万元\n受理时限,<=,3,天\n"
    made = targets(run, tmp_path, f"三级指标,{heading},绩效指标值,绩效度量单位\n{rows}")
    assert [each.target.direction.value for each in made.values()] == [
        *("at_least", "at_least", "at_most", "at_most")
    ]
    assert [each.target.unit for each in made.values()] == ["次", "%", "万元", "天"]


def test_a_limit_and_a_word_that_is_no_unit_are_not_answered_with_the_figure_alone(
    run: Run, tmp_path: Path
) -> None:
    outcome = run("import", write_table(tmp_path, "指标,目标值\n甲,≤3嗯\n乙,8*\n"), "--lang", "zh")
    assert told(outcome.err)[:2] == [
        "第2行：目标值：无法识别目标值 `≤3嗯`（请写数字，可带界限和单位：400、≥85%、4.5以内）",
        "第3行：目标值：无法识别目标值 `8*`（请写 8）",
    ]


@pytest.mark.parametrize(
    ("goal", "hint"),
    [
        ("5-6", "a range: write 5 where at least that must be reached, ≤6 where no more is allowed"),
        ("5 to 6", "a range: write 5 where at least that must be reached, ≤6 where no more is allowed"),
        ("5%～6%", "a range: write 5% where at least that must be reached, ≤6% where no more is allowed"),
        ("<5.5", "write ≤5.5 where 5.5 itself is allowed, else the most that is"),
        ("低于5.5", "write ≤5.5 where 5.5 itself is allowed, else the most that is"),
        ("More than 80%", "write ≥80% where 80% itself is enough, else the least that is"),
        ("下降3%", "write 3%, and in the name of the target whether it grows or falls by that"),
        ("超过80", "write ≥80 where 80 itself is enough, else the least that is"),
    ],
)
def test_a_goal_that_may_be_meant_in_two_ways_is_answered_with_what_to_write(
    run: Run, tmp_path: Path, goal: str, hint: str
) -> None:
    table = write_table(tmp_path, f"指标,单位,目标值\n比率,%,{goal}\n")
    outcome = run("import", table, "--lang", "en")
    assert (outcome.code, told(outcome.err)[0]) == (
        *(2, f"row 2: goal: `{goal}` was not understood as a goal ({hint})"),
    )


def test_signs_and_words_of_limits_are_understood(run: Run, tmp_path: Path) -> None:
    goals = ["≮85", "≯85", "力争85", "确保完成85", "no higher than 85", "no lower than 85"]
    rows = "".join(f"第{at},件,{goal}\n" for at, goal in enumerate(goals))
    made = [each.target for each in targets(run, tmp_path, f"指标,单位,目标值\n{rows}").values()]
    assert {str(each.goal) for each in made} == {"85"}
    assert [each.direction.value for each in made] == [
        *("at_least", "at_most", "at_least", "at_least", "at_most", "at_least")
    ]


def test_a_table_in_traditional_characters_is_read(run: Run, tmp_path: Path) -> None:
    """Its headings were not understood, and its totals and notes would have become targets."""
    table = (
        "2024年上半年施政計畫執行情形,,,,,\n單位：萬元,,,,,\n"
        "專案名稱,年度目標值,1-6月累計完成數,預計全年,主辦機關,備註\n"
        "觀光收入,500,260,520,觀光局,\n展覽收入,100,60,120,文化局,含稅\n"
        "合計,600,320,640,,\n備註：資料來源為各機關,,,,,\n"
    )
    made = [(each.target, each.actual) for each in targets(run, tmp_path, table).values()]
    assert [(one.name, str(one.goal), one.unit, one.owner, one.note) for one, _ in made] == [
        ("觀光收入", "500", "萬元", "觀光局", ""),
        ("展覽收入", "100", "萬元", "文化局", "含稅"),
    ]
    assert [actual and f"{actual.period} {actual.value}" for _, actual in made] == ["M06 260", "M06 60"]


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("指标,单位,2023年,2024年,2024年上半年\n甲,个,9,10,4\n", "D `2024年`"),
        ("指标,单位,2023年实际,2024年预期,2024年上半年\n甲,个,9,10,4\n", "D `2024年预期`"),
        ("指标,本年盘子,2024年上半年\n甲,≥10个,4\n", "B `本年盘子`"),
    ],
)
def test_a_column_that_may_be_of_goals_is_asked_about_where_there_is_no_other(
    run: Run, tmp_path: Path, table: str, column: str
) -> None:
    file = write_table(tmp_path, table)
    refused = run("import", file, "--year", "2024", "--lang", "zh")
    assert refused.code == 2
    letter = column[0]
    assert (
        told(refused.err)[0] == f"第1行：未识别出目标值列，可能是：{column}（请指明：--column goal={letter}）"
    )
    made = targets(run, tmp_path, table, "--column", f"goal={letter}")
    assert [each.target.goal for each in made.values()] == [10]


def test_goals_of_quarters_are_not_offered_as_actuals(run: Run, tmp_path: Path) -> None:
    rows = (
        ("2024年目标任务分解表",),
        ("工作任务", "单位", "年度目标", "分季度目标", "", "责任单位"),
        ("", "", "", "一季度", "二季度", ""),
        ("高标准农田", "万亩", "20", "2", "8", "农业农村局"),
    )
    merged = ("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3")
    outcome = run("import", form(tmp_path, rows, *merged), "-o", "made.toml")
    assert outcome.code == 0, outcome.err
    assert results("made.toml")["高标准农田"].actual is None


@pytest.mark.parametrize(
    "rows",
    [
        "一、续建项目（2个）,90,52\n1.厂房,30,18\n2.医院,60,34\n二、新开工项目（2个）,38,13\n1.冷链,18,3\n2.风电,20,10\n",
        "（一）续建项目,90,52\n厂房,30,18\n医院,60,34\n（二）新开工项目,38,13\n冷链,18,3\n风电,20,10\n",
    ],
)
def test_sums_that_are_numbered_before_their_names_need_a_yes(run: Run, tmp_path: Path, rows: str) -> None:
    table = write_table(tmp_path, f"项目,年度计划,1-6月完成\n{rows}")
    refused = run("import", table, "--lang", "zh")
    assert refused.code == 2
    assert "警告：第2、5行：数据为以下各行之和；如不是单独的指标，请删除该行" in refused.err
    assert run("import", table, "--yes").code == 0


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("城镇登记失业率", True),
        ("PM2.5平均浓度", True),
        ("带息负债", True),
        ("Unemployment", True),
        ("单位GDP能耗降低率", False),
        ("事故调查及时率", False),
        ("投诉办结率", False),
        ("失业人员再就业", False),
        ("事故死亡率", True),
        ("营商环境全省排名", True),
        ("火灾起数", True),
        ("义务教育辍学率", True),
        ("Customer churn", True),
        ("Chronic absenteeism", True),
        ("League table rank", True),
        ("P1 incidents", True),
        ("排名提升位数", False),
        ("水土流失治理面积", False),
        ("火灾隐患整改", False),
        ("Incidents resolved", False),
        ("带息负债规模", True),
        ("工业投资", False),
    ],
)
def test_goals_that_look_like_limits_by_their_names_are_told(
    run: Run, tmp_path: Path, name: str, is_told: bool
) -> None:
    said = '名称像是控制类指标；如本意是不超过目标值，请写 direction = "at_most"'
    assert (
        said in run("import", write_table(tmp_path, f"指标,目标值\n{name},5\n"), "--lang", "zh").err
    ) is is_told
    limited = write_table(tmp_path, f"指标,目标值\n{name},≤5\n")
    assert said not in run("import", limited, "--lang", "zh").err


def test_the_line_below_the_headings_of_markdown_is_no_target(run: Run, tmp_path: Path) -> None:
    made = targets(
        run, tmp_path, "| 指标 | 目标 | 上半年 |\n|:---|---:|---|\n| 甲 | 5 | 3 |\n| 乙 | 6 | — |\n"
    )
    assert [(key, str(each.target.goal)) for key, each in made.items()] == [("甲", "5"), ("乙", "6")]


def test_text_that_only_blanks_divide_is_answered_with_a_way_out(run: Run, tmp_path: Path) -> None:
    outcome = run("import", write_table(tmp_path, "项目　　年度计划　　完成\n甲　　5　　3\n"), "--lang", "zh")
    assert outcome.code == 2
    assert "如各列只用空格隔开，请粘贴到电子表格并另存为 .xlsx" in outcome.err


@pytest.mark.parametrize(
    ("name", "is_told"),
    [("人均可支配收入", False), ("人均GDP", False), ("人均预期寿命", True), ("人均住房面积", True)],
)
def test_what_a_head_earns_or_spends_grows_through_the_year(
    run: Run, tmp_path: Path, name: str, is_told: bool
) -> None:
    err = run("import", write_table(tmp_path, f"指标,目标值\n{name},5\n"), "--lang", "zh").err
    assert ("名称或单位像是水平值" in err) is is_told


def test_of_headings_that_were_not_understood_one_over_figures_is_named(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "序号,项目单位,项目名称,预算安排,累计支付\n1,市一中,教学楼,1250,780\n")
    outcome = run("import", table, "--lang", "zh")
    assert outcome.code == 2
    assert "E `累计支付`（未能识别）；可用列号或列标题指明：--column actual=E" in outcome.err


def test_a_total_that_is_merged_across_a_column_of_limits_is_no_other_word(run: Run, tmp_path: Path) -> None:
    rows = (
        ("部门整体支出绩效自评表（2024年度）",),
        ("三级指标", "指标性质", "目标值", "单位", "得分"),
        ("新改建公路", "≥", "120", "公里", "10"),
        ("重大事故起数", "≤", "0", "起", "10"),
        ("合计", "", "", "", "20"),
    )
    outcome = run("import", form(tmp_path, rows, "A1:E1", "A5:D5"), "-o", "made.toml")
    assert outcome.code == 0, outcome.err
    directions = [each.target.direction.value for each in results("made.toml").values()]
    assert directions == ["at_least", "at_most"]


def test_where_names_are_to_be_named_no_column_of_figures_is_proposed(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "类别,计划,开工,建成\n棚户区改造,1250,1005,300\n公租房,600,600,210\n")
    outcome = run("import", table, "--lang", "zh")
    assert outcome.code == 2
    assert outcome.err.endswith("可用列号或列标题指明：--column name=A\n")


def test_below_one_heading_over_two_columns_the_second_has_names_and_the_first_groups(
    run: Run, tmp_path: Path
) -> None:
    rows = (
        ("2024年民生实事完成情况",),
        ("序号", "民生实事项目名称", "", "目标任务", "1-8月实际完成情况"),
        ("1", "新增就业（人）", "", "8950", "7356"),
        ("2", "文化惠民", "送戏下乡", "20场", "29"),
        ("", "", "送电影下乡", "1020场", "680"),
    )
    outcome = run(
        "import", form(tmp_path, rows, "A1:E1", "B2:C2", "B3:C3", "A4:A5", "B4:B5"), "-o", "made.toml"
    )
    assert outcome.code == 0, outcome.err
    assert [
        (key, each.target.group or "", str(each.target.goal)) for key, each in results("made.toml").items()
    ] == [
        ("新增就业", "", "8950"),
        ("送戏下乡", "文化惠民", "20"),
        ("送电影下乡", "文化惠民", "1020"),
    ]


def test_goals_are_no_names_where_nothing_else_is_headed_as_such(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "民生实事,目标任务,1-8月完成\n饮水安全,1300人,700\n新增就业,8950,7356\n")
    outcome = run("import", table, "--lang", "zh")
    assert outcome.code == 2
    assert "指明哪一列是指标名称：--column name=A" in outcome.err
    assert run("import", table, "--column", "name=A").code == 0


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (("重点项目投资情况表（万元）", "", "2024年6月"), "万元"),
        (("重点项目投资情况表", "", "（万元）"), "万元"),
        (("填报单位：发改局", "单位：万元", "2024年6月"), "万元"),
        (("项目资金（万元）", "1200", ""), ""),
        (("项目资金（万元）", "年初预算数", "全年执行数"), ""),
    ],
)
def test_the_unit_of_a_title_is_that_of_the_table_and_that_of_a_cell_of_a_form_is_not(
    run: Run, tmp_path: Path, above: tuple[str, ...], unit: str
) -> None:
    rows = (above, ("项目", "目标", "1-6月完成"), ("甲", "40", "18"))
    assert run("import", form(tmp_path, rows), "-o", "made.toml", "--year", "2024").code == 0
    assert results("made.toml")["甲"].target.unit == unit


def test_a_row_of_figures_whose_group_is_called_as_headings_are_is_no_heading(
    run: Run, tmp_path: Path
) -> None:
    table = "类别,指标,单位,目标,一级指标\n主要经济指标,投资,亿元,260,项目\n主要经济指标,就业,人,3000,项目\n"
    assert [*targets(run, tmp_path, table, "--column", "group=A")] == ["投资", "就业"]


def test_days_and_whole_years_are_told_in_the_words_of_the_language(run: Run, tmp_path: Path) -> None:
    for title, told_zh, told_en in (
        ("2024年任务（截至9月30日）", "完成值，9月30日", "actual, 09-30"),
        ("2024年任务（截至2024年9月30日）", "完成值，2024年9月30日", "actual, 2024-09-30"),
    ):
        table = write_table(tmp_path, f"{title},,\n指标,目标,完成值\n甲（单位：万元）,5,3\n")
        outcome = run("import", table, "--lang", "zh")
        assert (told_zh in outcome.err, 'unit = "万元"' in outcome.out) == (True, True)
        assert told_en in run("import", table, "--lang", "en").err
    whole = write_table(tmp_path, "指标,目标,全年实际完成\n甲,5,3\n")
    assert "完成值，全年" in run("import", whole, "--lang", "zh").err


def test_the_cells_of_a_second_form_and_the_title_of_a_second_page_are_no_targets(
    run: Run, tmp_path: Path
) -> None:
    first = (
        ("绩效自评表（2024年度）",),
        ("项目名称", "", "甲项目"),
        ("资金（万元）", "年度总额", "1200", "1150.5", "1100.25"),
        ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"),
        ("产出指标", "数量指标", "改造小区数量", "≥12个", "13个"),
    )
    second = (*first[:2], ("资金（万元）", "年度总额", "800", "750", "700"), first[3])
    rows = (*first, ("",), *second, ("产出指标", "数量指标", "更换电梯数量", "≥30部", "28部"))
    table = form(tmp_path, rows, "A1:E1", "A7:E7")
    outcome = run("import", table, "-o", "made.toml", "--period", "全年", "--lang", "zh")
    assert outcome.code == 0, outcome.err
    assert "第7-10行：重复的表头或栏次，未读取" in outcome.err
    assert {key: str(each.target.goal) for key, each in results("made.toml").items()} == {
        "改造小区数量": "12",
        "更换电梯数量": "30",
    }
    pages = "2024年计划,,\n指标,目标,完成\n甲,5,3\n2024年计划,,\n指标,目标,完成\n乙,6,4\n"
    made = targets(run, tmp_path, pages, "--period", "H1")
    assert [(key, each.target.group or "") for key, each in made.items()] == [("甲", ""), ("乙", "")]


def test_a_line_that_repeats_the_title_heads_rows_where_no_headings_follow(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "城建,,\n指标,目标,上半年\n甲,5,3\n城建,,\n乙,6,4\n")
    assert [(key, each.target.group or "") for key, each in made.items()] == [("甲", ""), ("乙", "城建")]


def test_what_forms_call_the_value_of_an_indicator_is_its_goal_beside_what_was_done(
    run: Run, tmp_path: Path
) -> None:
    table = "三级指标,指标值,实际完成值\n培训场次,≥20场,12场\n办结时限,≤5个工作日,4个工作日\n"
    made = targets(run, tmp_path, table, "--period", "H1")
    facts = {key: (str(each.target.goal), each.target.unit) for key, each in made.items()}
    assert facts == {"培训场次": ("20", "场"), "办结时限": ("5", "个工作日")}
    alone = write_table(tmp_path, "指标名称,指标值\n培训场次,12\n")
    assert run("import", alone, "--year", "2024").code == 2


def test_what_a_project_is_about_is_no_second_name(run: Run, tmp_path: Path) -> None:
    table = "项目名称,项目内容,单位,目标,上半年完成\n北环路,新建道路十公里,公里,10,4\n"
    made = targets(run, tmp_path, table)
    assert [(key, str(each.target.goal)) for key, each in made.items()] == [("北环路", "10")]


def test_numbers_and_percentages_of_them_below_one_heading_are_told_apart(run: Run, tmp_path: Path) -> None:
    """No. passed for a column of serial numbers, and 100% for the goal."""
    table = "Indicator,Target 2024,,Achieved H1,\n,No.,%,No.,%\nFarmers,2000,100,900,45\nWells,40,100,22,55\n"
    made = targets(run, tmp_path, table)
    assert {
        key: (str(each.target.goal), each.actual and str(each.actual.value)) for key, each in made.items()
    } == {
        "farmers": ("2000", "900"),
        "wells": ("40", "22"),
    }


def test_the_unit_behind_all_figures_of_a_row_goes_before_that_above_the_table(
    run: Run, tmp_path: Path
) -> None:
    """A rate among amounts was refused with the hint to write it in 亿元."""
    table = "单位：亿元,,\n指标,2024年目标,1-6月\n投资,1550,871\n失业率,5.5%以内,5.2%\n就业,30000人,16200人\n"
    units = {key: each.target.unit for key, each in targets(run, tmp_path, table).items()}
    assert units == {"投资": "亿元", "失业率": "%", "就业": "人"}
    for row in ("利润,6%,5.1", "Roads,8m,3m"):  # metres, or millions
        unclear = write_table(tmp_path, f"单位：亿元,,\n指标,2024年目标,1-6月\n{row}\n")
        assert run("import", unclear, "--year", "2024").code == 2


def test_numbers_beside_names_below_one_heading_are_no_goals(run: Run, tmp_path: Path) -> None:
    """There were two columns of goals, or the numbers were the goals, in place of what stood below Target."""
    table = "Goal,,KPI,Target,H1\nNo.,Goal,,,\n1,Water,Wells,100,45\n2,Farming,Farmers,1000,600\n"
    made = targets(run, tmp_path, table)
    assert {key: str(each.target.goal) for key, each in made.items()} == {"wells": "100", "farmers": "1000"}
    table = "Target,,Unit,Goal,H1\nNo.,Name,,,\n1,Wells,number,100,45\n2,Roads,km,1000,600\n"
    made = targets(run, tmp_path, table)
    assert {key: str(each.target.goal) for key, each in made.items()} == {"wells": "100", "roads": "1000"}
