"""`import`: a plan made of a table; and what `export` writes comes back as the same plan."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from kit.imported import facts, results, targets, told, write_table
from kit.program import EXAMPLES, Run, Write
from kit.workbooks import ODF_COVERED, odf_text, opendocument, text, workbook
from plan_tracker.plan.pace import STEADY
from plan_tracker.reading.plan_file import load

CHINESE = """呼和浩特市2024年计划,,,,,,
单位：见表,,,,,,
指标名称,计量单位,年度目标值,上半年,完成时限,责任部门,分类,奇怪
引进亿元以上项目,个,400,190,2024年12月31日,商务局,招商引资,x
燃煤锅炉替代,台,"36",21,2024/9/30,住建局,民生,
绿化覆盖率,%,42.5,41.9,年后,园林局,民生,
燃煤锅炉替代,吨,一千,5,,,,
,,,5,,,民生,
"""


def test_a_chinese_table_becomes_a_plan_and_what_was_not_understood_is_refused(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(tmp_path, CHINESE)
    refused = run("import", table, "-o", "plan.toml")
    assert (refused.code, refused.out, Path("plan.toml").exists()) == (2, "", False)
    outcome = run("import", table, "-o", "plan.toml", "--partial")
    assert (outcome.code, outcome.out) == (0, "plan.toml：4项指标，0项分解任务\n")
    assert outcome.err.splitlines() == [
        f"从 {table} 读取：",
        "列  列标题      含义",
        "A   指标名称    指标名称",
        "B   计量单位    单位",
        "C   年度目标值  目标值",
        "D   上半年      完成值，上半年",
        "E   完成时限    完成时限",
        "F   责任部门    责任单位",
        "G   分类        类别",
        "H   奇怪        （未读取）未能识别",
        f"说明：{table} 按 UTF-8 读取",
        '说明：单位为百分比，视为水平值（kind = "level"）；如为累计量请改正：绿化覆盖率',
        "说明：第1-2行：标题",
        "说明：第3行：表头",
        "第6行：完成时限：无法识别 `年后`（请写 2024-09-30、9月底、三季度末或 Q3；不填即为计划期末）",
        "第7行：目标值：无法识别目标值 `一千`（请写数字，可带界限和单位：400、≥85%、4.5以内）",
        "第8行：没有名称（请写明指标名称）",
    ]
    assert [line for line in refused.err.splitlines() if line.startswith(("错误", "提示"))] == [
        f"错误：{table} 中有3处无法识别；未写入",
        "提示：请更正，或用 --partial 只取其余内容",
    ]
    assert Path("plan.toml").read_text(encoding="utf-8") == (
        "# 由 plan-tracker import 从 plan-2024.csv 生成。\n"
        "# 可运行：plan-tracker status -f plan.toml\n"
        '\n[plan]\ntitle = "呼和浩特市2024年计划"\nyear = 2024\nlanguage = "zh"\n'
        '\n[targets."引进亿元以上项目"]\nname = "引进亿元以上项目"\ngroup = "招商引资"\nowner = "商务局"\n'
        'unit = "个"\ngoal = 400\nactual = { H1 = 190 }\n'
        '\n[targets."燃煤锅炉替代"]\nname = "燃煤锅炉替代"\ngroup = "民生"\nowner = "住建局"\n'
        'unit = "台"\ngoal = 36\ndue = 2024-09-30\nactual = { H1 = 21 }\n'
        '\n[targets."绿化覆盖率"]\nname = "绿化覆盖率"\ngroup = "民生"\nowner = "园林局"\n'
        'unit = "%"\nkind = "level"\ngoal = 42.5\nactual = { H1 = 41.9 }\n'
        '\n[targets."燃煤锅炉替代-2"]\nname = "燃煤锅炉替代"\nunit = "吨"\nactual = { H1 = 5 }\n'
    )


@pytest.mark.parametrize(
    ("output", "command"),
    [
        ("targets.toml", "plan-tracker status"),
        ("计划.toml", "plan-tracker status -f 计划.toml"),
        ("计划/targets.toml", "plan-tracker status -f 计划/targets.toml"),
        ("my plan.toml", "plan-tracker status -f 'my plan.toml'"),
    ],
)
def test_the_command_that_a_new_plan_names_finds_it(
    run: Run, tmp_path: Path, output: str, command: str
) -> None:
    Path("计划").mkdir()
    assert run("import", write_table(tmp_path, CHINESE), "-o", output, "--partial").code == 0
    assert Path(output).read_text(encoding="utf-8").splitlines()[1] == f"# 可运行：{command}"
    started = run("init", "-f", output, "--force", "--lang", "zh")
    assert started.out == f"已写入 {output}：请换成自己的指标，然后运行 {command}\n"


def test_columns_can_be_named_and_figures_get_the_period_they_are_said_to_be_for(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(tmp_path, 'what,due at\nRoads built,7\nBad " name,1e5\n', "roads.csv")
    arguments = ("import", table, "--column", "name=What", "--column", "actual=due at", "--period", "Q1")
    assert "error: roads.csv does not say which year its plan is for\n" in run(*arguments).err
    outcome = run(*arguments, "--year", "2025", "--partial")
    assert outcome.code == 0
    assert outcome.out == (
        "# Made from roads.csv by plan-tracker import.\n# Try: plan-tracker status\n"
        '\n[plan]\ntitle = "roads"\nyear = 2025\n'
        '\n[targets.roads-built]\nname = "Roads built"\nactual = { Q1 = 7 }\n'
        '\n[targets.bad-name]\nname = "Bad \\" name"\n'
    )
    assert told(outcome.err) == [
        "row 3: actual: `1e5` is not a number (write it out in full, without an exponent)"
    ]
    without = run("import", table, "--column", "name=What", "--column", "actual=B", "--year", "2025")
    assert "row 1: nothing says which period the figures in `due at` are for (write it as in" in without.err
    assert "`H9` is not a period" in run(*arguments[:-1], "H9", "--year", "2025").err


def test_what_would_make_the_plan_invalid_is_refused_or_left_out(run: Run, tmp_path: Path) -> None:
    table = write_table(
        tmp_path,
        "id,name,goal,period,actual,due\n"
        "a,A,0,H1,5,2024-12-31\n"
        "b c,B,5,H1,5,2024-12-31\n"
        "d,D,5,H1,-5,2024-12-31\n"
        "a,A again,5,H1,5,2024-12-31\n"
        "z/part,Part,5,H1,5,2024-12-31\n"
        "f,F,-3,H1,5,2024-12-31\n"
        "e,E,5,H1,5,2024-12-31\n",
    )
    assert run("import", table, "-o", "plan.toml").code == 2
    outcome = run("import", table, "-o", "plan.toml", "--partial")
    assert outcome.code == 0
    assert told(outcome.err) == [
        (
            "row 2: the goal must be above 0 "
            '(write ≤0 if it is a limit ("none at all"), or leave `goal` out with --partial)'
        ),
        (
            "row 3: the id `b c` may contain only letters, digits, `-`, `_` and `.` "
            "(correct `b c`, or leave it out with --partial)"
        ),
        "row 4: `H1` must not be negative (correct `actual`, or leave it out with --partial)",
        "row 5: the id a is already in row 2 (keep one of the two)",
        "row 6: it is a part of z, which is not in the table (add a row for it)",
        "row 7: the goal must be above 0 (correct `goal`, or leave it out with --partial)",
    ]
    assert {known: result.target.goal for known, result in results("plan.toml").items()} == {
        "a": None,
        "f": None,
        "d": Decimal(5),
        "e": Decimal(5),
    }


def test_an_existing_plan_is_replaced_only_by_force(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "name,goal\nA,5\n")
    Path("plan.toml").write_text("mine")
    outcome = run("import", table, "-o", "plan.toml")
    assert (outcome.code, Path("plan.toml").read_text()) == (2, "mine")
    assert "error: plan.toml exists already\n" in outcome.err
    assert run("import", table, "-o", "plan.toml", "--force").code == 0
    assert list(results("plan.toml")) == ["a"]


def test_the_table_itself_is_never_written_over(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "name,goal\nA,5\n")
    (tmp_path / "link.csv").symlink_to(table)
    for output in (table, str(tmp_path / "link.csv")):
        assert run("import", table, "-o", output, "--force").code == 2
    assert Path(table).read_text() == "name,goal\nA,5\n"


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.ODS"])
def test_a_plan_is_not_written_under_the_name_of_a_workbook(run: Run, tmp_path: Path, name: str) -> None:
    """Excel refuses to open TOML that is called a workbook."""
    outcome = run("import", write_table(tmp_path, "name,goal\nA,5\n"), "-o", name)
    assert outcome.code == 2
    assert f"not written into {name}\nhint: name it plan.toml\n" in outcome.err
    assert not Path(name).exists()


def test_a_dry_run_ends_with_what_was_understood(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "name,goal\nA,5\n")
    outcome = run("import", table, "-o", "plan.toml", "--dry-run")
    assert (outcome.code, outcome.out, Path("plan.toml").exists()) == (0, "", False)
    assert "B       goal     goal\n" in outcome.err
    assert outcome.err.endswith("nothing was written (--dry-run)\n")


@pytest.mark.parametrize(
    ("goal", "unit", "expected"),
    [
        ("≥85", "%", "85 % level at_least"),
        ("≥85%", "%", "85 % level at_least"),
        ("4.5以内", "万人", "4.5 万人 cumulative at_most"),
        ("5.5%以内", "%", "5.5 % level at_most"),
        ("≤28", "微克/立方米", "28 微克/立方米 cumulative at_most"),
        ("控制在28以内", "人", "28 人 cumulative at_most"),
        ("不超过3", "%", "3 % level at_most"),
        ("3800以上", "人", "3800 人 cumulative at_least"),
        ("6%以上", "%", "6 % level at_least"),
        ("不低于1,234,567元", "元", "1234567 元 cumulative at_least"),
        ("400个", "个", "400 个 cumulative at_least"),
        ("400个", "", "400 个 cumulative at_least"),
        ("６.２％", "", "6.2 % level at_least"),
        ("6.2%", "%", "6.2 % level at_least"),
        (">= 60 km", "km", "60 km cumulative at_least"),
        ("at most 5", "km", "5 km cumulative at_most"),
        ("60 or more", "km", "60 km cumulative at_least"),
        ("1550", "亿元", "1550 亿元 cumulative at_least"),
        ("85%（含）以上", "%", "85 % level at_least"),
        ("100以上(含)", "个", "100 个 cumulative at_least"),
        ("30天内", "天", "30 天 cumulative at_most"),
        ("不突破5.5%", "%", "5.5 % level at_most"),
        ("不得低于85%", "%", "85 % level at_least"),
        ("not exceeding 5", "km", "5 km cumulative at_most"),
        ("5 km max", "km", "5 km cumulative at_most"),
        ("5 or fewer", "", "5  cumulative at_most"),
        ("minimum 60 km", "km", "60 km cumulative at_least"),
        ("30 min", "", "30 min cumulative at_least"),
        ("达到85%", "%", "85 % level at_least"),
        ("力争达到400个以上", "", "400 个 cumulative at_least"),
        ("达到28以内", "天", "28 天 cumulative at_most"),
    ],
)
def test_a_goal_says_its_side_and_its_unit(
    run: Run, tmp_path: Path, goal: str, unit: str, expected: str
) -> None:
    made = targets(run, tmp_path, f'指标,单位,目标\nA,{unit},"{goal}"\n')["a"].target
    assert f"{made.goal} {made.unit} {made.kind} {made.direction}" == expected


@pytest.mark.parametrize(
    "goal",
    [
        *(
            "6左右",
            "约1550",
            "25-27",
            "下降3%",
            "156.83（含续建）",
            "一千",
            "保持增长",
            "≥5以内",
            ">85",
            "400个左右",
        ),
        *(
            "+0.5个百分点",
            "3,425",
            "120,5",
            "#N/A",
            "400项",
            "2024-12-31",
            "1e5",
            "400 or so",
            "高于全国",
            "达标",
            "达到约5个",
        ),
    ],
)
def test_a_goal_in_other_words_is_not_understood(run: Run, tmp_path: Path, goal: str) -> None:
    table = write_table(tmp_path, f'指标,单位,目标\nA,个,"{goal}"\nB,个,7\n')
    outcome = run("import", table, "-o", "plan.toml", "--year", "2024")
    assert (outcome.code, Path("plan.toml").exists()) == (2, False)
    assert told(outcome.err)[0].startswith("第2行：目标值：")
    assert run("import", table, "-o", "plan.toml", "--year", "2024", "--partial").code == 0
    assert {known: result.target.goal for known, result in results("plan.toml").items()} == {
        "a": None,
        "b": 7,
    }


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("9月底", "2024-09-30"),
        ("9月底前", "2024-09-30"),
        ("9月底前完成", "2024-09-30"),
        ("2024年9月15日前建成", "2024-09-15"),
        ("2024年9月", "2024-09-30"),
        ("三季度", "2024-09-30"),
        ("上半年", "2024-06-30"),
        ("2024年9月15日前", "2024-09-15"),
        ("2024/9/15", "2024-09-15"),
        ("2025-06-30", "2025-06-30"),
        ("年底前", "2024-12-31"),
        ("2024年底", "2024-12-31"),
        ("Sept", "2024-09-30"),
        ("by end of September", "2024-09-30"),
        ("by September", "2024-09-30"),
        ("before the end of September", "2024-09-30"),
        ("before 30 September", "2024-09-30"),
        ("9月底之前", "2024-09-30"),
        ("9月30日前", "2024-09-30"),
        ("9月末前投产", "2024-09-30"),
    ],
)
def test_a_due_date_may_be_said_in_words(run: Run, tmp_path: Path, due: str, day: str) -> None:
    made = targets(run, tmp_path, f"指标,目标,完成时限\nA,5,{due}\n")["a"].target
    assert made.due == date.fromisoformat(day)


@pytest.mark.parametrize(
    "due",
    [
        "9月前",
        "2024年9月以前",
        "9月份前完成",
        "三季度前",
        "上半年前",
        "2025年前",
        "before September",
        "before Q3",
    ],
)
def test_a_due_date_before_a_month_may_be_the_end_of_it_or_of_the_one_before_and_is_refused(
    run: Run, tmp_path: Path, due: str
) -> None:
    table = tmp_path / "goals.csv"
    table.write_text(f"指标,目标,完成时限\nA,5,{due}\n", encoding="utf-8")
    outcome = run("import", str(table), "-o", "plan.toml", "--year", "2024", "--lang", "zh")
    assert outcome.code == 2
    assert f"第2行：完成时限：无法识别 `{due}`" in outcome.err


def test_dates_are_read_as_excel_keeps_them(run: Run, tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{row}">{text(f"A{row}", f"T{row}")}<c r="B{row}"><v>5</v></c>'
        f'<c r="C{row}" s="{style}"><v>{serial}</v></c></row>'
        for row, style, serial in ((2, 3, 45565), (3, 5, 45536), (4, 0, 45565))
    )
    head = f'<row r="1">{text("A1", "name")}{text("B1", "goal")}{text("C1", "due")}</row>'
    made = targets(run, tmp_path, workbook(head + cells), name="t.xlsx")
    assert {known: str(each.target.due) for known, each in made.items()} == dict.fromkeys(
        ("t2", "t3", "t4"), "2024-09-30"
    )


def test_two_rows_of_headings_give_goals_and_actuals(run: Run, tmp_path: Path) -> None:
    made = targets(
        run,
        tmp_path,
        "年度目标完成情况表,,,,,\n指标,单位,全年,,上半年,\n,,目标,完成,目标,完成\n签约,个,400,,200,190\n就业,万人,6,,3,3.2\n",
    )
    assert {known: (each.target.goal, facts(each)[-1]) for known, each in made.items()} == {
        "签约": (Decimal(400), ("H1", date(2024, 6, 30), Decimal(190))),
        "就业": (Decimal(6), ("H1", date(2024, 6, 30), Decimal("3.2"))),
    }


def test_words_that_may_head_names_or_goals_are_goals_above_a_second_row_of_headings(
    run: Run, tmp_path: Path
) -> None:
    table = "指标,单位,目标任务,,完成情况,\n,,年度,上半年,上半年,完成率\n签约,个,400,200,190,95%\n"
    made = targets(run, tmp_path, table)["签约"]
    assert made.target.goal == Decimal(400)
    assert facts(made)[-1] == ("H1", date(2024, 6, 30), Decimal(190))


@pytest.mark.parametrize("heading", ["Baseline 2023", "2023年基数", "基期值（2023年）", "2023年末基数"])
def test_a_baseline_may_be_of_an_earlier_year(run: Run, tmp_path: Path, heading: str) -> None:
    [made] = targets(run, tmp_path, f"指标,单位,{heading},2024年目标,上半年\n甲,%,58.2,62,60.1\n").values()
    assert (str(made.target.baseline), made.status.value) == ("58.2", "on_pace")


@pytest.mark.parametrize("heading", ["性质", "类型", "指标类型", "kind", "A/B"])
def test_a_column_of_natures_says_which_targets_are_binding(run: Run, tmp_path: Path, heading: str) -> None:
    rows = "甲,约束性,5,3\n乙,【预期性】,5,3\n丙,,5,3\n"
    made = targets(run, tmp_path, f"指标,{heading},目标,上半年\n{rows}")
    assert [each.target.binding for each in made.values()] == [True, False, None]


def test_a_note_below_a_table_is_none_of_the_natures_or_years_above_it(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "类型,指标,目标\n约束性,甲,5\n预期性,乙,5\n注：快报数,,\n")
    assert [each.target.binding for each in made.values()] == [True, False]
    years = write_table(tmp_path, "年份,指标,目标\n2024,投资,90\n2024,项目,8\n注：快报数,,\n", "years.csv")
    assert "\nyear = 2024\n" in run("import", years).out


def test_groups_and_owners_that_were_merged_before_a_table_became_text_are_told(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(
        tmp_path, "类别,责任单位,指标,目标,上半年\n经济,A局,甲,5,3\n,B局,乙,5,3\n民生,,丙,5,3\n,,丁,5,3\n"
    )
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert outcome.code == 0, outcome.err
    assert "note: rows 3, 5: no group, blank below one" in outcome.err
    assert "note: rows 4-5: no owner, blank below one" in outcome.err


def test_a_group_that_stands_once_above_blank_cells_of_a_workbook_is_told(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(table) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["类别", "责任单位", "指标", "目标"])
        for row, texts in enumerate(
            (["经济", "A局", "甲"], ["", "", "乙"], ["民生", "", "丙"], ["", "", "丁"]), 1
        ):
            sheet.write_row(row, 0, [*texts, 5])
        sheet.merge_range(1, 1, 4, 1, "A局")
    done = run("import", str(table), "--year", "2024", "--lang", "en")
    assert (done.code, done.out.count("owner =")) == (0, 4)
    assert "note: rows 3, 5: no group, blank below one" in done.err
    assert "no owner" not in done.err


def test_merged_owners_of_a_sheet_that_does_not_tell_them_are_told(run: Run, tmp_path: Path) -> None:
    """From .ods the owner below the first of several merged rows was lost in silence."""
    head = [odf_text(each) for each in ("指标", "责任单位", "目标")]
    rows = [
        [odf_text("甲"), odf_text("A局", 2), odf_text("5")],
        [odf_text("乙"), ODF_COVERED, odf_text("6")],
        [odf_text("丙"), odf_text("B局", 2), odf_text("7")],
        [odf_text("丁"), ODF_COVERED, odf_text("8")],
    ]
    path = write_table(tmp_path, opendocument([head, *rows]), "t.ods")
    outcome = run("import", path, "--year", "2024", "--lang", "en")
    assert (outcome.code, outcome.out.count("owner")) == (0, 2)
    assert "note: rows 3, 5: no owner, blank below one" in outcome.err


def test_units_of_headings_and_titles_are_kept_and_figures_converted(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "指标,年度目标值（亿元）,上半年完成（万元）\n投资,5,20000\n")["投资"]
    assert f"{made.target.goal} {made.target.unit}" == "5 亿元"
    assert facts(made)[-1] == ("H1", date(2024, 6, 30), Decimal(2))
    made = targets(run, tmp_path, "单位：公里,,\n指标,年度目标,H1\n公路,5,2\n")["公路"]
    assert f"{made.target.goal} {made.target.unit}" == "5 公里"
    made = targets(run, tmp_path, "单位：公里,,\n指标,单位,年度目标\n公路,座,5\n")["公路"]
    assert made.target.unit == "座"


@pytest.mark.parametrize(
    ("above", "headings", "unit"),
    [
        ('"Unit: 1,000 EUR",,', "Name,2024 goal,H1", "thousand EUR"),
        ("in thousands of EUR,,", "Name,2024 goal,H1", "thousand EUR"),
        (",,EUR '000", "Name,2024 goal,H1", "thousand EUR"),
        ("(EUR million),,", "Name,2024 goal,H1", "EUR million"),
        ("Spending (EUR million),,", "Name,2024 goal,H1", "EUR million"),
        (",,", "Name,2024 goal (EUR '000),H1 (1000 EUR)", "thousand EUR"),
        ("单位：千元,,", "指标,2024年目标,上半年完成", "千元"),
        ("单位：万元/人,,", "指标,2024年目标,上半年完成", "万元/人"),
        ("2024年支出（万元）,,", "指标,2024年目标,上半年完成", "万元"),
    ],
)
def test_a_unit_with_a_scale_is_the_unit_and_figures_stay_as_they_are(
    run: Run, tmp_path: Path, above: str, headings: str, unit: str
) -> None:
    made = targets(run, tmp_path, f"{above}\n{headings}\nRoads,50,20\n")["roads"]
    assert (made.target.unit, made.target.goal) == (unit, Decimal(50))
    assert facts(made)[-1] == ("H1", date(2024, 6, 30), Decimal(20))


def test_a_name_may_have_its_unit_behind_it(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "指标,目标\n固定资产投资（亿元）,5\n道路（含便道）,6\n")
    assert [(each.target.name, each.target.unit) for each in made.values()] == [
        ("固定资产投资", "亿元"),
        ("道路（含便道）", ""),
    ]


def test_figures_in_percent_are_levels_with_a_goal_or_without(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "指标,单位,目标,H1\nCPI,%,,-0.2\n占比,%,60,55\n")
    assert [str(each.target.kind) for each in made.values()] == ["level", "level"]
    err = run("import", str(tmp_path / "t.csv"), "--year", "2024").err
    assert '说明：单位为百分比，视为水平值（kind = "level"）；如为累计量请改正：cpi、占比\n' in err


def test_a_share_of_something_is_in_percent_too(run: Run, tmp_path: Path) -> None:
    """Debt of 58% of GDP in June was on pace to 60% by December."""
    made = targets(run, tmp_path, "Indicator,Unit,Goal,H1\nDebt,% of GDP,60,58\nBalance,% of GDP,-3,-2.1\n")
    assert [str(each.target.kind) for each in made.values()] == ["level", "level"]


@pytest.mark.parametrize(
    "figures",
    [
        "1月,2月,3月\nA,9,8,9\nB,5,6,4\n",
        "一季度,二季度\nA,9,8\nB,5,4\n",
        "Jan,Feb,Mar,Apr\nA,9,8,9,7\nB,5,6,7,7\n",
    ],
)
def test_figures_of_months_alone_are_no_running_totals(run: Run, tmp_path: Path, figures: str) -> None:
    head, *rows = figures.splitlines()
    goals = [f"{row[0]},100{row[1:]}" for row in rows]
    table = write_table(tmp_path, "\n".join([f"name,goal,{head}", *goals]))
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "figures fall from one period to the next; are they of each period alone" in outcome.err
    assert run("import", table, "--year", "2024", "--yes").code == 0


def test_a_column_of_years_says_which_rows_are_the_plan_s(run: Run, tmp_path: Path) -> None:
    rows = "2024,投资,90,45\n2024,项目,8,4\n"
    one = write_table(tmp_path, f"年份,指标,目标,上半年\n{rows}", "a.csv")
    assert "\nyear = 2024\n" in run("import", one).out
    several = write_table(tmp_path, f"年份,指标,目标,上半年\n{rows}2023,投资,80,41\n", "b.csv")
    undecided = run("import", several, "--lang", "en")
    assert undecided.code == 2
    assert "its figures are for 2023, 2024: say which year is planned, as in --year 2024" in undecided.err
    refused = run("import", several, "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert "row 4: it is for 2023, but the plan is for 2024" in refused.err
    assert run("import", several, "--year", "2024", "--partial", "-o", "made.toml").code == 0
    assert {name: each.target.goal for name, each in results("made.toml").items()} == {"投资": 90, "项目": 8}


@pytest.mark.parametrize(
    ("title", "headings", "code"),
    [
        ("2024年目标任务分解表", "一季度,上半年,前三季度", 2),
        ("2024年分季度计划", "一季度,二季度,三季度", 2),
        ("Milestones 2024", "Q1,Q2,Q3", 2),
        ("2024年目标任务分解完成情况", "一季度,上半年,前三季度", 0),
        ("2024年目标任务分解表", "一季度完成,上半年完成,前三季度完成", 0),
        ("2024年计划", "一季度,上半年,前三季度", 0),
        ("Plan 2024", "Q1,Q2,Q3", 0),
    ],
)
def test_goals_for_quarters_are_no_actuals(
    run: Run, tmp_path: Path, title: str, headings: str, code: int
) -> None:
    table = write_table(tmp_path, f"{title},,,,\n指标,目标,{headings}\nA,100,20,45,75\n")
    outcome = run("import", table, "--lang", "en")
    assert outcome.code == code
    assert ("the title speaks of goals for parts of the year" in outcome.err) is (code == 2)
    assert run("import", table, "--yes").code == 0


def test_headings_may_have_footnotes_and_say_the_nature_of_targets(run: Run, tmp_path: Path) -> None:
    table = "指标①,目标²,上半年完成¹,属性\nA,100,20,〔约束性〕\nB,100,20,预期性\n"
    made = targets(run, tmp_path, table)
    assert [(facts(each)[2], each.target.binding) for each in made.values()] == [(100, True), (100, False)]


@pytest.mark.parametrize(
    ("heading", "cells", "weights"),
    [
        ("权重", ("20%", "0.3"), ["0.2", "0.3"]),
        ("权重（%）", ("20", "7.5"), ["0.2", "0.075"]),
        ("分值", ("20分", "30"), ["20", "30"]),
        ("Weight", ("2", "0"), ["2", "0"]),
        ("权重,分值", ("20%,20", "0.3,30"), ["0.2", "0.3"]),
    ],
)
def test_weights_may_be_shares_or_points(
    run: Run, tmp_path: Path, heading: str, cells: tuple[str, str], weights: list[str]
) -> None:
    one, other = cells
    made = targets(run, tmp_path, f"name,unit,goal,{heading}\nA,个,10,{one}\nB,个,20,{other}\n")
    assert [str(each.target.weight) for each in made.values()] == weights


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("工业小计,,60,9", True),
        ("本类合计,,60,9", True),
        ("Total projects,,60,9", True),
        ("工业小计,,60,8", False),
        ("工业,,60,9", False),
        ("小计,,60,9", False),
    ],
)
def test_a_row_named_for_a_sum_that_adds_up_rows_above_is_doubted(
    run: Run, tmp_path: Path, row: str, told: bool
) -> None:
    rows = f"名称,单位,目标,上半年\n住房,套,7,1\n甲,个,20,4\n乙,个,40,5\n{row}\n丙,个,3,2\n"
    table = write_table(tmp_path, rows)
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert outcome.code == (2 if told else 0)
    assert ("row 5: the sum of rows above; if that is not a target of its own" in outcome.err) is told
    assert run("import", table, "--year", "2024", "--yes").code == 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "市区小计,60,9\n甲,20,4\n乙,40,5\n旗县小计,7,3\n丙,3,2\n丁,4,1",
            "rows 2, 5: the sum of the rows below",
        ),
        ("呼和浩特市,60,9\n甲,20,4\n乙,40,5", "row 2: the sum of the rows below"),
        ("甲,20,4\n乙,40,5\n呼和浩特市,60,9", "row 4: the sum of rows above"),
        ("市区小计,60,8\n甲,20,4\n乙,40,5", ""),
        ("呼和浩特市,60,8\n甲,20,4\n乙,40,5", ""),
        ("呼和浩特市,60,\n甲,20,\n乙,40,", ""),  # one sum may be chance
        ("甲,3,0\n乙,2,0\n丙,1,0", ""),  # nothing is done yet: figures of 0 say nothing
        ("甲,20,4\n乙,20,4", ""),
        ("全部,60,9\n其中：甲,20,4\n乙,40,5", ""),  # its parts
    ],
)
def test_a_row_that_adds_up_others_is_doubted_whatever_it_is_called(
    run: Run, tmp_path: Path, rows: str, said: str
) -> None:
    """The districts and their city, or a 小计 before its rows, were all targets, in silence."""
    table = write_table(tmp_path, f"地区,目标,上半年\n{rows}\n")
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert (outcome.code, "the sum of" in outcome.err) == ((2, True) if said else (0, False))
    assert said in outcome.err


@pytest.mark.parametrize(("unit", "code"), [("家", 0), ("亿元", 2), ("", 2)])
def test_rows_in_different_units_add_up_to_nothing(run: Run, tmp_path: Path, unit: str, code: int) -> None:
    rows = f"出口,亿元,50,20\n进口,亿元,30,12\n医院,{unit},20,8\n"
    table = write_table(tmp_path, f"指标,单位,目标,上半年\n{rows}")
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert (outcome.code, "the sum of" in outcome.err) == (code, bool(code))


@pytest.mark.parametrize(
    ("heading", "rows", "said"),
    [
        ("序号", "1,投资,60,9\n1.1,工业,20,4\n1.2,基建,40,5\n2,招商,3,1", "row 2: the sum of the rows below"),
        ("编号", "1,投资,60,9\n1.1,工业,20,4\n1.2,基建,40,5\n2,招商,3,1", "row 2: the sum of the rows below"),
        (
            "序号",
            "1,甲,3,1\n2,投资,60,9\n2.1,工业,60,9\n2.1.1,轻,20,4\n2.1.2,重,40,5\n3,乙,4,1",
            "row 4: the sum of the rows below",
        ),
        ("序号", "1,投资,60,8\n1.1,工业,20,4\n1.2,基建,40,5\n2,招商,3,1", ""),
        ("序号", "1,投资,60,9\n2,工业,20,4\n3,基建,40,5\n4,招商,3,1", ""),
        ("序号", "1,投资,60,9\n1.1,其中：工业,20,4\n1.2,其中：基建,40,5\n2,招商,3,1", ""),  # its parts
    ],
)
def test_rows_that_are_numbered_below_another_may_be_all_of_it(
    run: Run, tmp_path: Path, heading: str, rows: str, said: str
) -> None:
    """Of 1, 1.1 and 1.2 all were targets, and counted twice."""
    table = write_table(tmp_path, f"{heading},指标,目标,上半年\n{rows}\n")
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert (outcome.code, "the sum of" in outcome.err) == ((2, True) if said else (0, False))
    assert said in outcome.err


@pytest.mark.parametrize(
    ("headings", "row", "actual"),
    [
        ("1-6月完成,完成情况", "190,完成190个，占年度任务的47.5%", 190),
        ("完成情况,累计完成", "进展顺利,190", 190),
        ("完成情况,1-6月", "达到进度,190", 190),
        ("上半年完成情况,上半年完成", "按计划推进,190", 190),
        ("Actual H1,Current", "190,On track", 190),
    ],
)
def test_reports_in_words_beside_figures_are_none(
    run: Run, tmp_path: Path, headings: str, row: str, actual: int
) -> None:
    """Each word was told to be no number, or the column of words was proposed as that of the figures."""
    table = f"指标,目标,{headings}\n甲,400,{row}\n乙,20,{row.replace('190', '9')}\n"
    made = targets(run, tmp_path, table, "--period", "H1")
    assert [each.actual and each.actual.value for each in made.values()] == [actual, 9]


@pytest.mark.parametrize("cells", ["约120,90", "未报,约 90", "一百,9", "暂缓,9", "进展顺利,"])
def test_figures_in_words_are_not_left_out_in_silence(run: Run, tmp_path: Path, cells: str) -> None:
    one, other = cells.split(",")
    for headings in ("一季度,完成情况", "一季度,上半年") if "进展" not in cells else ("一季度,上半年",):
        table = write_table(tmp_path, f"指标,目标,{headings}\n甲,400,90,{one}\n乙,20,8,{other}\n")
        assert run("import", table, "--year", "2024", "--period", "H1").code == 2


@pytest.mark.parametrize("heading", ["Target YTD", "YTD target 2024", "累计目标", "本月计划"])
def test_a_goal_to_date_is_not_that_of_the_year(run: Run, tmp_path: Path, heading: str) -> None:
    made = targets(run, tmp_path, f"name,{heading},Target,H1\nA,40,100,20\n", "--lang", "en")
    assert facts(made["a"])[2] == 100
    alone = run("import", write_table(tmp_path, f"name,{heading},H1\nA,40,20\n"), "--year", "2024")
    assert alone.code == 2
    whole = targets(run, tmp_path, "name,全年累计目标,H1\nA,40,20\n")
    assert facts(whole["a"])[2] == 40


def test_a_month_beside_totals_of_something_else_is_the_running_total(run: Run, tmp_path: Path) -> None:
    for other in ("Budget YTD", "Project to date", "开工以来累计"):
        made = targets(run, tmp_path, f"name,Target,Sep 2024,{other}\nA,100,20,90\n")
        assert facts(made["a"])[5] == ("M09", date(2024, 9, 30), 20)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("良好率,%,0.85\n覆盖率,%,0.9\n", True),
        ("良好率,%,0.85\n投资,亿元,0.9\n覆盖率,%,0.9\n", True),
        ("良好率,%,1\n投资,亿元,0.9\n", False),
    ],
)
def test_goals_in_percent_that_are_all_shares_of_one_are_doubted(
    run: Run, tmp_path: Path, rows: str, told: bool
) -> None:
    table = write_table(tmp_path, f"指标,单位,目标\n{rows}")
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert outcome.code == (2 if told else 0)
    assert ("goals from 0 to 1 for targets in percent; are they shares" in outcome.err) is told
    assert run("import", table, "--year", "2024", "--yes").code == 0


@pytest.mark.parametrize("rows", ["良好率,%,0.85\n覆盖率,%,90\n", "CPI涨幅,%,0.5\n投资,亿元,0.9\n"])
def test_of_a_single_goal_in_percent_below_one_it_is_only_asked(run: Run, tmp_path: Path, rows: str) -> None:
    table = write_table(tmp_path, f"指标,单位,目标\n{rows}")
    outcome = run("import", table, "--year", "2024", "--lang", "en")
    assert outcome.code == 0
    assert "note: row 2: goals from 0 to 1 for targets in percent; are they shares" in outcome.err


def test_a_status_in_other_words_is_told_and_left_out(run: Run, tmp_path: Path) -> None:
    table = "KPI,Target 2024,H1 2024,Status\nSales,100,20,amber\nSites,10,5,On pace\nJobs,10,2,At risk\n"
    outcome = run("import", write_table(tmp_path, table), "--lang", "en")
    assert outcome.code == 0
    assert "rows 2, 4: a status in other words, left out: it is judged from the figures\n" in outcome.err


def test_the_sum_of_months_is_the_running_total(run: Run, tmp_path: Path) -> None:
    made = targets(
        run, tmp_path, "name,goal,Jan,Feb,Mar,Apr,Total\nA,120,9,9,10,,28\nB,900,200,150,150,,500\n"
    )
    assert [(facts(each)[2], facts(each)[5]) for each in made.values()] == [
        (120, ("M03", date(2024, 3, 31), 28)),
        (900, ("M03", date(2024, 3, 31), 500)),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "指标,单位,目标值,上半年完成（%）\n投资,亿元,1550,77.6\n",
        "指标,目标值,上半年完成（%）\n投资（亿元）,1550,77.6\n",
        "指标,目标值（亿元）,上半年完成（%）\n投资,1550,77.6\n",
        "指标,目标值,上半年完成（%）\n投资,1550,77.6\n",
        "Name,Unit,Goal,H1 achieved (%)\nSales,EUR,1550,77.6\n",
    ],
)
def test_how_much_of_a_goal_is_reached_is_no_figure(run: Run, tmp_path: Path, table: str) -> None:
    outcome = run("import", write_table(tmp_path, table), "--year", "2024", "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "")
    assert "row 2: actual: the table gives it in %, but the target " in outcome.err


@pytest.mark.parametrize(
    ("headings", "row", "actual"),
    [
        ("指标,单位,目标,1-6月完成,1-6月完成（%）", "A,个,400,190,47.5", 190),
        ("指标,单位,目标,1-6月完成（%）,1-6月完成", "A,个,400,47.5,190", 190),
        ("指标,单位,目标,完成（%）,上半年完成", "A,%,98,99.5,97", 97),
        ("指标,单位,目标,6月完成（%）,6月完成,1-6月累计,累计完成（%）", "A,个,400,8,31,190,47.5", 190),
        ("name,unit,goal,H1 actual,Actual (%)", "A,homes,400,190,47.5", 190),
        ("指标,目标（%）,本月（%）,1-6月（%）", "A,6,5.1,5.6", "5.6"),
    ],
)
def test_a_rate_beside_what_was_reached_is_no_second_figure(
    run: Run, tmp_path: Path, headings: str, row: str, actual: object
) -> None:
    (made,) = targets(run, tmp_path, f"{headings}\n{row}\n").values()
    assert made.actual
    assert str(made.actual.value) == str(actual)


@pytest.mark.parametrize(
    ("goal", "figure", "percent"),
    [
        ("目标（%）", "1-6月完成（亿元）", "1-6月完成（%）"),
        ("目标", "1-6月", "1-6月（%）"),  # perhaps by how much it grew
        ("目标", "1-6月完成", "1-6月完成（%）"),  # B has only a figure in percent
    ],
)
def test_where_a_figure_in_percent_may_be_meant_it_is_asked_for(
    run: Run, tmp_path: Path, goal: str, figure: str, percent: str
) -> None:
    table = write_table(tmp_path, f"指标,{goal},{figure},{percent}\nA,6,1885,5.6\nB,98,,97.5\n")
    refused = run("import", table, "--lang", "en")
    assert refused.err.startswith(f"error: several columns mean actual: C `{figure}`, D `{percent}`\n")


def test_rates_and_comparisons_may_stand_beside_each_figure(run: Run, tmp_path: Path) -> None:
    """A table with 同比 or 完成率 for each quarter was refused: several columns mean year on year."""
    table = "指标,目标,一季度,完成率,同比,上半年,完成率,同比\nA,10,2,20%,3%,5,50%,2%\n"
    (made,) = targets(run, tmp_path, table).values()
    assert made.actual
    assert (made.actual.period, str(made.actual.value)) == ("H1", "5")


def test_the_title_is_that_above_the_table_without_annex_and_unit(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "附件2,\n某市2024年计划表（单位：个）,\n填报人：张三,\n指标,目标\nA,5\n")
    assert '\ntitle = "某市2024年计划表"\n' in run("import", table).out
    assert '\ntitle = "T"\n' in run("import", table, "--title", "T").out


def test_rows_that_are_no_targets_are_left_out_and_groups_are_kept(run: Run, tmp_path: Path) -> None:
    table = (
        "一览表,,,\n名称,单位,目标,H1\n一、工业,,,\n甲,个,5,3\n乙,个,6,4\n小计,个,11,7\n"
        "二、农业,,,\n丙,亩,7,5\n其中：早稻,亩,2,1\n合计,,18,12\n填表人：张三,,,\n"
    )
    made = targets(run, tmp_path, table)
    assert {known: each.target.group for known, each in made.items()} == {
        "甲": "一、工业",
        "乙": "一、工业",
        "丙": "二、农业",
    }
    err = run("import", str(tmp_path / "t.csv"), "--dry-run", "--year", "2024").err
    for line in (
        "第3、7行：分组标题",
        "第6、10行：合计，未读取",
        "第9行：“其中”项，未读取；如是单独的指标，请删去“其中”",
        "第11行：注释，未读取",
    ):
        assert f"说明：{line}\n" in err


def test_the_year_is_that_of_title_and_headings_where_they_name_only_one(run: Run, tmp_path: Path) -> None:
    def year_of(table: str, *arguments: str, name: str = "t.csv") -> str:
        path = write_table(tmp_path, table, name)
        outcome = run("import", path, *arguments)
        found = [line for line in outcome.out.splitlines() if line.startswith("year")]
        return found[0] if found else outcome.err

    assert year_of("2023年计划,\n指标,目标\nA,5\n") == "year = 2023"
    assert year_of("指标,2023年目标\nA,5\n") == "year = 2023"
    assert year_of("指标,目标\nA,5\n", name="plan-2022.csv") == "year = 2022"
    assert "未注明计划年度" in year_of("指标,2023年完成,2024年目标\nA,5,7\n")
    assert year_of("指标,2023年完成,2024年目标\nA,5,7\n", "--year", "2024") == "year = 2024"
    assert (
        "（未读取）属于2023年"
        in run("import", write_table(tmp_path, "指标,2023年完成,2024年目标\nA,5,7\n"), "--year", "2024").err
    )


def test_figures_that_are_for_no_period_are_told_once_and_not_as_missing(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"甲{number},9,{number}\n" for number in range(1, 6))
    refused = run("import", write_table(tmp_path, f"指标,目标,完成值\n{rows}"))
    assert refused.code == 2
    assert told(refused.err)[0].startswith("第1行：`完成值` 一列的数据未注明属于哪个报告期")
    assert "5行" not in refused.err
    dated = write_table(tmp_path, "指标,目标,报告期,完成值\n甲,9,Q1,3\n乙,9,,4\n丙,9,Q1,—\n")
    assert told(run("import", dated).err)[0] == "第3行：有数据，但没有报告期（请写明，如 --period 上半年）"


def test_several_rows_of_one_target_are_its_periods(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "id,name,goal,period,actual\na,A,5,Q1,1\na,A,5,1-6月,2\n")["a"].target
    assert [f"{each.period} {each.value}" for each in made.actuals] == ["Q1 1", "M06 2"]


def test_goals_under_headings_that_were_not_understood_are_not_lost_in_silence(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(tmp_path, "指标,目标值（奋斗）,H1\nA,5,3\n")
    outcome = run("import", table, "-o", "plan.toml", "--year", "2024")
    assert outcome.code == 2
    assert "第1行：未识别出目标值列，可能是：B `目标值（奋斗）`（请指明：--column goal=B）" in outcome.err
    assert run("import", table, "-o", "plan.toml", "--year", "2024", "--column", "goal=B").code == 0
    assert results("plan.toml")["a"].target.goal == 5


@pytest.mark.parametrize("heading", ["Annual quota", "Budgeted", "年初下达数", "当年盘子"])
def test_without_any_goals_a_column_of_numbers_that_was_not_understood_is_not_left_out_in_silence(
    run: Run, tmp_path: Path, heading: str
) -> None:
    table = write_table(tmp_path, f"name,{heading},H1\nA,5,3\n")
    outcome = run("import", table, "-o", "plan.toml", "--year", "2024", "--lang", "en")
    assert outcome.code == 2
    assert f"as a column of goals: B `{heading}`" in outcome.err
    with_goals = write_table(tmp_path, f"name,Goal,{heading},H1\nA,5,4,3\n")
    assert run("import", with_goals, "-o", "plan.toml", "--year", "2024").code == 0


@pytest.mark.parametrize("heading", ["口径", "类别", "项", "Line"])
@pytest.mark.parametrize(
    "rows", ["甲,目标,200\n甲,实际,190\n甲,完成率,95%\n注：快报数,,\n", "甲,计划,200\n乙,计划,90\n"]
)
def test_rows_that_are_of_goals_or_of_actuals_are_refused(
    run: Run, plan: Write, tmp_path: Path, heading: str, rows: str
) -> None:
    table = write_table(tmp_path, f"指标,{heading},上半年\n{rows}")
    file = plan('[plan]\ntitle = "P"\nyear = 2024\n[targets.a]\nname = "甲"\ngoal = 400\n')
    for arguments in (
        ("import", table, "--year", "2024", "--partial"),
        ("record", "-f", file, "--from", table, "--partial"),
    ):
        outcome = run(*arguments, "--lang", "en")
        assert (outcome.code, outcome.out) == (2, "")
        assert f"column B `{heading}` says of each row whether it has goals or actuals" in outcome.err


@pytest.mark.parametrize("words", ["Target,Actual", "Plan,Actual", "任务,完成"])
def test_rows_are_of_goals_also_where_the_word_may_head_names(run: Run, tmp_path: Path, words: str) -> None:
    goal, actual = words.split(",")
    table = (
        f"Indicator,Type,Value\nHomes,{goal},500\nHomes,{actual},240\nRoads,{goal},90\nRoads,{actual},40\n"
    )
    outcome = run("import", write_table(tmp_path, table), "--year", "2024", "--lang", "en")
    assert outcome.err.startswith("error: column B `Type` says of each row whether it has goals or actuals\n")


@pytest.mark.parametrize("group", ["任务", "目标", "Plan", "Targets"])
@pytest.mark.parametrize("figures", ["目标值,完成值", "Target,Actual", "Goal,H1 achieved"])
def test_groups_may_be_called_as_goals_are_where_headings_say_what_figures_are(
    run: Run, tmp_path: Path, group: str, figures: str
) -> None:
    table = f"指标,类别,{figures}\n甲,{group},5,3\n乙,{group},6,2\n"
    made = targets(run, tmp_path, table, "--period", "H1")
    assert {each.target.group for each in made.values()} == {group}


@pytest.mark.parametrize("mark", ["同上", "〃", "ditto", "Do.", '""""'])
def test_a_mark_for_the_text_above_stands_for_that(run: Run, tmp_path: Path, mark: str) -> None:
    rows = f"甲,个,5,3,A局,经济\n乙,{mark},6,2,{mark},{mark}\n\n丙,{mark},7,1,B局,{mark}\n"
    made = targets(run, tmp_path, f"指标,单位,目标,上半年,责任单位,类别\n{rows}")
    assert [(each.target.unit, each.target.owner, each.target.group) for each in made.values()] == [
        ("个", "A局", "经济"),
        ("个", "A局", "经济"),
        ("个", "B局", "经济"),
    ]


def test_a_mark_for_the_figure_above_is_none(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "指标,单位,目标,上半年\n甲,个,5,3\n乙,个,同上,2\n")
    outcome = run("import", table, "--year", "2024")
    assert outcome.code == 2
    assert "第3行：目标值：无法识别目标值 `同上`" in outcome.err


def test_totals_may_have_the_mark_of_a_footnote(run: Run, tmp_path: Path) -> None:
    rows = "".join(
        f"{name},9,8\n"
        for name in ("合计*", "总计①", "小计（注1）", "Total†", "Subtotal [2]", "共计", "三、合计")
    )
    made = targets(run, tmp_path, f"指标,目标,上半年\n甲,4,3\n乙,5,5\n{rows}")
    assert [each.target.name for each in made.values()] == ["甲", "乙"]


def test_a_limit_that_the_format_of_a_workbook_shows_is_that_of_the_goal(run: Run, tmp_path: Path) -> None:
    shown = [('"≤"0.0', 5.5), ('"≤"0.0%', 0.055), ("\\≥#,##0", 1200), ('"≤ "0;"≤ "-0', 28)]
    shown.append(('"≤"0.00000', 0.00005))  # which Python writes as 5e-05
    with xlsxwriter.Workbook(tmp_path / "limits.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["指标", "目标", "上半年"])
        for row, (code, goal) in enumerate(shown, start=1):
            sheet.write(row, 0, f"甲{row}")
            sheet.write_number(row, 1, goal, book.add_format({"num_format": code}))
    outcome = run("import", str(tmp_path / "limits.xlsx"), "-o", "plan.toml", "--year", "2024")
    assert outcome.code == 0, outcome.err
    made = [each.target for each in results("plan.toml").values()]
    assert [(str(each.goal), each.unit, each.direction.value) for each in made] == [
        ("5.5", "", "at_most"),
        ("5.5", "%", "at_most"),
        ("1200", "", "at_least"),
        ("28", "", "at_most"),
        ("0.00005", "", "at_most"),
    ]


def test_a_unit_in_the_heading_of_names_or_in_a_note_below_is_that_of_the_figures(
    run: Run, tmp_path: Path
) -> None:
    for table, unit in (
        ("指标（万元）,目标,上半年\n甲,5,3\n", "万元"),
        ("指标,目标,上半年\n甲,5,3\n注：1.表中金额单位为万元。2.快报数,,\n", "万元"),
        ("指标,目标,上半年\n甲,5,3\n说明：以亿元计,,\n填表人：李某,,\n", "亿元"),
        ("指标,目标,上半年\n甲,5,3\n注：表中单位：套,,\n", "套"),
        ("Indicator,Goal,H1\nA,5,3\nNote: amounts in EUR million.,,\n", "EUR million"),
        ("Indicator,Goal,H1\nA,5,3\nNote: all amounts (EUR million); draft,,\n", "EUR million"),
        ("Indicator,Goal,H1\nA,5,3\nNote: budget in EUR million; homes in units,,\n", ""),
        ("Indicator,Goal,H1\nA,5,3\nNote: total cost (EUR million),,\n", ""),
        ("指标,目标/万元,上半年：万元\n甲,5,3\n", "万元"),
        ("指标（项）,目标（万元）,上半年（万元）\n甲,5,3\n", "万元"),
        ("单位：亿元\n指标,目标,上半年\n甲,5,3\n注：金额单位为万元,,\n", "亿元"),
        ("指标,目标,上半年\n甲,5,3\n注：增速按可比价格计算,,\n", ""),
    ):
        [made] = targets(run, tmp_path, table).values()
        assert made.target.unit == unit, table
        assert [str(each) for each in (made.target.goal, made.target.actuals[0].value)] == ["5", "3"]


@pytest.mark.parametrize(
    ("table", "unit", "figures"),
    [
        ("指标,单位,目标（万）,上半年（万）\n甲,人,6.2,3.1\n", "万人", ["6.2", "3.1"]),
        ("指标,单位,目标（万）,上半年\n甲,人,6.2,31000\n", "万人", ["6.2", "3.1"]),
        ("指标,单位,目标,上半年（千）\n甲,人,62000,31\n", "千人", ["62", "31"]),
        ("单位：万\n指标,计量单位,目标,上半年\n甲,人,6.2,3.1\n", "万人", ["6.2", "3.1"]),
        ("name,unit,Goal ('000),H1 ('000)\nA,people,62,31\n", "thousand people", ["62", "31"]),
        ("Figures in thousands\nname,unit,Goal,H1\nA,people,62,31\n", "thousand people", ["62", "31"]),
        ("指标,单位,目标（万）,上半年（万）\n甲,%,62,31\n", "%", ["62", "31"]),
        ("指标,单位,目标（万）,上半年（万）\n甲,万人,6.2,3.1\n", "万人", ["6.2", "3.1"]),
        ("指标,单位,目标（万元）,上半年（万元）\n甲,个,6,3\n", "个", ["6", "3"]),
        ("指标,单位,目标（万）,上半年（万）,权重\n甲,人,6.2,3.1,2\n", "万人", ["6.2", "3.1"]),
    ],
)
def test_a_scale_alone_in_a_heading_is_that_of_the_row_s_unit(
    run: Run, tmp_path: Path, table: str, unit: str, figures: list[str]
) -> None:
    [made] = targets(run, tmp_path, table).values()
    assert made.target.unit == unit
    assert [str(made.target.goal), *(str(each.value) for each in made.target.actuals)] == figures


def test_figures_that_look_wrong_together_need_a_yes(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "name,goal,H1\nA,5,51\n")
    outcome = run("import", table)
    assert outcome.code == 2
    assert "warning: row 2: more than ten times the goal; is the unit the same?\n" in outcome.err
    assert run("import", table, "--yes").code == 0


def test_words_of_choices_are_those_that_are_printed(run: Run, tmp_path: Path) -> None:
    made = targets(
        run,
        tmp_path,
        "name,goal,kind,direction,check,binding,weight,reporting\n"
        "A,5,累计,不超过,仅警告,约束性,2,月\n"
        "B,5,level,at least,off,no,1,quarter\n",
    )
    a, b = made["a"].target, made["b"].target
    assert [str(each) for each in (a.kind, a.direction, a.check, a.binding, a.weight)] == [
        *("cumulative", "at_most", "warn", "True", "2")
    ]
    assert [str(each) for each in (b.kind, b.direction, b.check, b.binding)] == [
        *("level", "at_least", "off", "False")
    ]


def written_as_workbook(table: Path) -> Path:
    """The same table with numbers as numbers, as a spreadsheet keeps them."""
    book = table.with_suffix(".xlsx")
    with table.open(encoding="utf-8", newline="") as rows, xlsxwriter.Workbook(book) as workbook:
        sheet = workbook.add_worksheet()
        for at, row in enumerate(csv.reader(rows)):
            for column, text in enumerate(row):
                try:
                    sheet.write_number(at, column, float(text))
                except ValueError:
                    sheet.write_string(at, column, text)
    return book


OTHER_PLANS = {
    "monthly": """
        [plan]
        title = "P"
        year = 2025
        reporting = "month"
        calendar = "days"
        tolerance = "2pp"
        [targets.late]
        name = "Late"
        goal = 10
        actual = { M06 = 6 }
        [targets.slips]
        name = "Slips"
        goal = 100
        actual = { M08 = 65.5 }
        [targets.short]
        name = "Short"
        goal = 1000
        start = 2025-03-01
        due = 2025-09-15
        actual = { M08 = 927 }
        [targets.open]
        name = "No goal"
        actual = { M08 = 0.1000 }
    """,
    "two years": """
        [plan]
        title = "P"
        start = 2024-07-15
        end = 2026-07-14
        [targets.a]
        name = "A, \\"quoted\\" = [x]"
        goal = 10.50
        due = 2025-07-14
        actual = { 2025-01-14 = 3 }
        [targets.b]
        name = "B"
        unit = "%"
        kind = "level"
        goal = 3
        baseline = 5.5
        actual = { 2025-01-14 = 4 }
        [targets.cap]
        name = "Cap"
        direction = "at_most"
        goal = 0
        committed = 3
        weight = 2
        binding = false
        pace = "at_due"
        actual = { 2025-01-14 = 0 }
    """,
}


@pytest.mark.parametrize("kind", ["csv", "csv as workbook", "xlsx", "xlsx in Chinese"])
@pytest.mark.parametrize("source", [*(path.name for path in EXAMPLES), *OTHER_PLANS])
def test_what_was_exported_comes_back_as_the_same_plan(
    run: Run, plan: Write, tmp_path: Path, source: str, kind: str
) -> None:
    file = (
        plan(OTHER_PLANS[source]) if source in OTHER_PLANS else next(p for p in EXAMPLES if p.name == source)
    )
    table = tmp_path / ("export.xlsx" if kind.startswith("xlsx") else "export.csv")
    language = "zh" if "Chinese" in kind else "en"
    assert run("export", "-f", str(file), "-o", str(table), "--lang", language).code == 0
    if kind == "csv as workbook":
        table = written_as_workbook(table)
    outcome = run("import", str(table), "-o", "again.toml")
    assert outcome.code == 0, outcome.err

    before, after = results(file), results("again.toml")
    labels = (source, language) != ("fiscal.toml", "zh")  # 4—9月 is the end of H1, Q2 and M06 alike
    assert {known: facts(result, labels) for known, result in after.items()} == {
        known: facts(result, labels) for known, result in before.items()
    }
    for known, result in before.items():
        if kind.startswith("xlsx"):
            assert after[known].target.dropped == result.target.dropped, known
        elif result.target.dropped:  # a table of figures has no column for that day
            continue
        if result.target.pace is None or result.target.pace.rule == STEADY:
            assert after[known].status is result.status, known


@pytest.mark.parametrize("tolerance", ["", 'tolerance = "2pp"'])
def test_what_is_chosen_for_the_statuses_of_a_table_is_told(run: Run, plan: Write, tolerance: str) -> None:
    """49 of 100 by mid-year lag by 1 point: slipping, if that much is tolerated, which no column says."""
    head = f'[plan]\ntitle = "Plan"\nyear = 2024\n{tolerance}\n'
    text = f'{head}[targets.roads]\nname = "Roads"\ngoal = 100\nactual = {{ H1 = 49 }}\n'
    assert run("export", "-f", plan(text), "-o", "a.csv", "--lang", "en").code == 0
    done = run("import", "a.csv", "-o", "again.toml", "--lang", "en")
    note = "not in the table, chosen so that targets have the status that it shows"
    assert done.code == 0
    assert (f'note: {note}: tolerance = "1.0001pp"\n' in done.err) is bool(tolerance)
    assert (note in done.err) is bool(tolerance)


def test_a_lead_that_is_only_looked_at_is_not_told_to_be_rounded(run: Run, plan: Write) -> None:
    """71 of 300 are 23.666… %: the workbook's lead has 17 digits, its figures have three."""
    text = '[targets.roads]\nname = "Roads"\ngoal = 300\nactual = { H1 = 71 }\n'
    assert run("export", "-f", plan(text), "-o", "a.xlsx", "--lang", "en").code == 0
    done = run("import", "a.xlsx", "-o", "again.toml")
    assert (done.code, "rounded" in done.err) == (0, False)


def test_where_no_row_is_left_each_is_told_why(run: Run) -> None:
    Path("ids.csv").write_text("id,name,goal\n-a,A,3\n--b,B,4\nc d,C,5\n")
    done = run("import", "ids.csv", "--year", "2024", "--lang", "en")
    assert (done.code, done.out) == (2, "")
    option = "begins with `-`: commands would take it for an option"
    letters = "may contain only letters, digits, `-`, `_` and `.`"
    assert done.err.splitlines()[-4:-1] == [
        f"row 2: the id `-a` {option} (correct `-a`, or leave it out with --partial)",
        f"row 3: the id `--b` {option} (correct `--b`, or leave it out with --partial)",
        f"row 4: the id `c d` {letters} (correct `c d`, or leave it out with --partial)",
    ]
    assert done.err.splitlines()[-1] == "error: no target was found in ids.csv"


def test_a_row_whose_figures_were_not_understood_is_not_one_without_a_figure(run: Run) -> None:
    Path("words.csv").write_text(
        "指标,单位,目标值,上半年完成\n甲,个,5-6,3左右\n乙,个,6,—\n", encoding="utf-8"
    )
    done = run("import", "words.csv", "--year", "2024", "--lang", "en", "--partial")
    assert "note: 1 row without a figure: 3\n" in done.err
    assert "row 2: goal: `5-6` was not understood as a goal" in done.err
    assert "row 2: actual: `3左右` is not a number" in done.err


def test_quotation_marks_tell_the_delimiter_too(run: Run) -> None:
    rows = '"Name";"Unit";"Goal";"H1";"Note"\n"A, with comma";"km";"1234.5";"600";"x,y,z,w,v,u"\n'
    Path("quoted.csv").write_text(rows)
    done = run("import", "quoted.csv", "--year", "2024", "-o", "quoted.toml")
    assert done.code == 0, done.err
    (target,) = load("quoted.toml").targets
    assert (target.name, target.unit, target.goal) == ("A, with comma", "km", Decimal("1234.5"))
    assert target.note == "x,y,z,w,v,u"


def test_a_quotation_mark_that_is_not_closed_is_told_though_another_delimiter_would_do(run: Run) -> None:
    Path("open.csv").write_text('Name,Goal,H1,Note\nA,5,3,x;y\n"B,6,4,z\nC,7,5,\n')
    done = run("import", "open.csv", "--year", "2024", "--lang", "en")
    assert done.code == 2
    assert "row 3 has a quotation mark that is not closed" in done.err


@pytest.mark.parametrize("heading", ["上半年完成总量", "1-6月实际完成总额", "6月末绝对额", "完成值/总量"])
def test_a_total_amount_is_a_figure(run: Run, heading: str) -> None:
    Path("total.csv").write_text(f"指标,目标值,{heading}\n甲,5,3\n", encoding="utf-8")
    outcome = run("import", "total.csv", "--year", "2024", "--period", "H1")
    assert "actual = { " in outcome.out, outcome.err


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        *(("完成口径一", 2), ("完成(暂定)", 2), ("完成标准", 2), ("上半年全年完成", 2), ("预计完成", 0)),
        *(("1-9月入库数", 2), ("YTD Sep outflow", 2), ("入库数", 0)),
    ],
)
def test_where_no_actuals_are_understood_though_headings_speak_of_them_nothing_is_written(
    run: Run, heading: str, code: int
) -> None:
    rows = [f"指标,目标值,{heading},完成要求", "甲,5,3,按月报送", "乙,6,4,按月报送"]
    Path("lost.csv").write_text("\n".join(rows), encoding="utf-8")
    outcome = run("import", "lost.csv", "--year", "2024", "--lang", "en")
    assert outcome.code == code, outcome.err
    assert (
        f"none of these headings was recognised as a column of actuals: C `{heading}`" in outcome.err
    ) is bool(code)
    assert run("import", "lost.csv", "--year", "2024", "--column", "actual=C", "--period", "H1").code == 0


def test_a_figure_of_another_year_is_none_that_is_lost(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "指标,目标,2023年1-9月入库数\n甲,5,3\n")
    assert run("import", table, "--year", "2024").code == 0


@pytest.mark.parametrize(
    ("heading", "speaks"),
    [
        ("Explanation", False),
        ("planet", False),
        ("Airplane type", False),
        ("Goals (rough)", True),
        ("plan_rough", True),
        ("Planned (rough)", True),
        ("目标plan口径", True),
    ],
)
def test_a_word_within_another_is_no_heading_of_goals(run: Run, heading: str, speaks: bool) -> None:
    Path("words.csv").write_text(f"name,{heading},H1 actual\nA,so,7\n", encoding="utf-8")
    outcome = run("import", "words.csv", "--year", "2024", "--lang", "en")
    assert (outcome.code, "as a column of goals" in outcome.err) == ((2, True) if speaks else (0, False))


def test_numbers_before_names_are_left_out_where_the_rows_are_numbered(run: Run, tmp_path: Path) -> None:
    rows = "（一）粮食产量,9\n（二）固定资产投资,8\n3、4号线延伸,7\n"
    made = targets(run, tmp_path, f"指标,目标\n{rows}")
    assert [each.target.name for each in made.values()] == ["粮食产量", "固定资产投资", "3、4号线延伸"]
    outcome = run("import", write_table(tmp_path, f"指标,目标\n{rows}"), "--year", "2024")
    assert "说明：指标名称前的序号未读取" in outcome.err
    circled = targets(run, tmp_path, "指标,目标\n①粮食产量,9\n②固定资产投资,8\n")
    assert [each.target.name for each in circled.values()] == ["粮食产量", "固定资产投资"]
    alone = targets(run, tmp_path, "指标,目标\n一、二产业增加值,9\n粮食产量,8\n")
    assert [each.target.name for each in alone.values()] == ["一、二产业增加值", "粮食产量"]
    exported = targets(run, tmp_path, "id,name,goal\na,1. A,9\nb,2. B,8\n")
    assert [each.target.name for each in exported.values()] == ["1. A", "2. B"]


def test_a_title_of_several_lines_is_one_title(run: Run, tmp_path: Path) -> None:
    title = '附件2\n"某市2024年\n主要目标分解表\n（单位：万元（不含农户））"\n'
    outcome = run("import", write_table(tmp_path, f"{title}指标,目标\nA,5\n"))
    assert 'title = "某市2024年主要目标分解表"\n' in outcome.out
    assert 'unit = "万元"\n' in outcome.out
    english = run("import", write_table(tmp_path, '"Plan 2024\nof the city"\nname,goal\nA,5\n'))
    assert 'title = "Plan 2024 of the city"\n' in english.out


def test_figures_of_another_year_do_not_become_those_of_the_plan(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "指标,2023年实际,2024年目标,上半年\nA,5,7,3\n", "t.csv")
    refused = run("import", table)
    assert (refused.code, "未注明计划年度" in refused.err) == (2, True)
    assert "提示：表中有2023、2024年的数据：请写明计划年度，如 --year 2024\n" in refused.err
    made = run("import", table, "--year", "2024")
    assert (made.code, "actual = { H1 = 3 }\n" in made.out) == (0, True)
    assert "2023年实际" in made.err
    assert "（未读取）属于2023年" in made.err


@pytest.mark.parametrize(
    ("title", "headings", "year"),
    [
        ("青原市2025年民生指标", "指标,2024年实际,2025年目标", "year = 2025"),
        ("2025年计划完成情况", "指标,2025年1-6月,2024年1-6月", "year = 2025"),
        ("2025年计划", "指标,2024年实际,年度目标", "year = 2025"),
        ("2024年工作总结和2025年计划", "指标,2024年实际,2025年目标", "year = 2025"),
        ("2024年总结", "指标,2024年实际,2025年目标", "未注明计划年度"),
        ("2025年", "指标,2024年完成,2023年完成", "未注明计划年度"),
        ("民生指标", "指标,2024年目标,2025年目标", "如 --year 2025"),
        ("", "指标,2024年实际,2025年目标,2025年9月", "year = 2025"),
        ("", "指标,24年完成,25年目标,25年1-9月完成", "year = 2025"),
        ("", "指标,2024年9月,2030年目标", "如 --year 2030"),
    ],
)
def test_the_year_is_that_of_title_or_figures_and_goals_beside_figures_of_another(
    run: Run, tmp_path: Path, title: str, headings: str, year: str
) -> None:
    figures = "A,5,7,3" if headings.count(",") > 2 else "A,5,7"
    made = run("import", write_table(tmp_path, f"{title},,\n{headings}\n{figures}\n", "t.csv"))
    assert year in made.out + made.err
    if made.code == 0:
        assert "（未读取）属于2024年" in made.err


def test_the_name_of_a_sheet_may_say_year_and_period(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, figure in (("2023年", 4), ("2024年上半年", 5)):
        sheet = book.create_sheet(name)
        sheet.append(["重点任务", "目标", "完成情况"])
        sheet.append(["A", 9, figure])
    del book["Sheet"]
    book.save(tmp_path / "b.xlsx")
    made = run("import", str(tmp_path / "b.xlsx"), "--year", "2024")
    assert (made.code, "actual = { H1 = 5 }\n" in made.out) == (0, True)
    assert "year = 2023\n" in run("import", str(tmp_path / "b.xlsx"), "--period", "Q1").out


@pytest.mark.parametrize(("name", "language"), [("Agency spend", "en"), ("招商引资", "zh")])
def test_months_that_a_workbook_shows_as_sep_24_make_no_plan_chinese(
    run: Run, tmp_path: Path, name: str, language: str
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Scheme", "2024 plan", date(2024, 9, 1)])
    sheet["C1"].number_format = "mmm-yy"
    sheet.append([name, 400, 190])
    book.save(tmp_path / "b.xlsx")
    made = run("import", str(tmp_path / "b.xlsx"))
    assert (made.code, "actual = { M09 = 190 }\n" in made.out) == (0, True)
    assert ('language = "zh"' in made.out) == (language == "zh")


def test_a_row_of_another_period_than_its_heading_is_refused(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "指标,报告期,9月累计\nA,9月,5\nB,8月,4\nC,前三季度,6\n")
    outcome = run("import", table)
    assert outcome.code == 2
    assert told(outcome.err)[0] == "第3行：此行属于8月，而列标题为9月（请更正其一）"


def test_a_programme_groups_the_measures_beside_it(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "Programme,Measure,Unit,Target 2024\nHousing,Homes built,homes,1200\n")
    assert [(each.target.group, each.target.name) for each in made.values()] == [("Housing", "Homes built")]


PROJECTS = """序号,项目名称,建设单位,2024年计划投资,1-6月完成投资
,合计（3个）,,56,21
一,续建项目（2个）,,36,15
1,A产业园,甲公司,30,12
2,B公路,乙公司,6,3
二,新开工项目,,20,6
3,C学校,丙局,20,6
填表人：张三,,,审核人：李四,填报日期：7月5日
"""


def test_sums_between_the_rows_that_they_add_up_need_a_yes(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, PROJECTS)
    doubted = run("import", table)
    assert doubted.code == 2
    assert "警告：第3、6行：数据为以下各行之和；如不是单独的指标，请删除该行" in doubted.err
    assert "第2行：合计，未读取" in doubted.err
    assert "第8行：注释，未读取" in doubted.err
    assert 'owner = "甲公司"\n' in run("import", table, "--yes").out
    other = write_table(
        tmp_path, PROJECTS.replace("续建项目（2个）,,36", "续建项目（2个）,,37").replace("20,6", "20,7", 1)
    )
    assert run("import", other).code == 0


def test_a_department_beside_a_name_is_the_owner(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "部门,指标,目标\n发改局,A,9\n")
    assert [(each.target.name, each.target.owner) for each in made.values()] == [("A", "发改局")]
    alone = targets(run, tmp_path, "部门,目标\n发改局,9\n")
    assert [each.target.name for each in alone.values()] == ["发改局"]
    both = run("import", write_table(tmp_path, "指标,建设单位,责任单位,目标\nA,甲,乙,9\n"), "--year", "2024")
    assert 'owner = "乙"\n' in both.out


def test_rows_that_do_not_say_which_of_several_units_is_theirs_are_told(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "单位：亿元、个,\n指标,目标\n投资,100\n项目,40个\n产值,9\n")
    outcome = run("import", table)
    assert "第3、5行：未注明用表上方的哪个单位" in outcome.err
    assert outcome.out.count("unit = ") == 1


LEVELS = """2025年指标,,
指标,单位,目标
细颗粒物（PM2.5）平均浓度,微克/立方米,32以下
人均预期寿命,岁,79.5
每千人口医疗卫生机构床位,张,7.2
商品住宅均价,元,9800
标准煤耗,克/千瓦时,300
率先开工项目,个,30
固定资产投资,亿元,680
生产安全事故,起,24以内
"""


def test_totals_whose_words_speak_of_levels_are_told(run: Run, tmp_path: Path) -> None:
    made = run("import", write_table(tmp_path, LEVELS), "--lang", "zh")
    assert made.code == 0
    assert "kind" not in made.out
    assert (
        '说明：按累计量处理，但名称或单位像是水平值；如为水平值请写 kind = "level"：细颗粒物-PM2.5-平均浓度、'
        "人均预期寿命、每千人口医疗卫生机构床位、商品住宅均价、标准煤耗\n"
    ) in made.err


def test_totals_that_say_so_are_not_told(run: Run, tmp_path: Path) -> None:
    table = "target,unit,goal,kind\nMortality rate,,5,\nTurnover per head,,7,cumulative\nShared homes,,9,\n"
    made = run("import", write_table(tmp_path, table), "--year", "2025")
    told = [line for line in made.err.splitlines() if "treated as running totals" in line]
    assert [line.rpartition(": ")[2] for line in told] == ["mortality-rate"]


def test_a_level_that_is_at_least_0_is_told(run: Run, tmp_path: Path) -> None:
    table = (
        "指标,单位,目标,方向\n劣V类水体比例,%,0,\n黑臭水体比例,%,0,不高于\n净流入率,%,0,不低于\n缺口率,%,1,\n"
    )
    made = run("import", write_table(tmp_path, table), "--year", "2025")
    told = [line for line in made.err.splitlines() if "只要不为负即视为达到目标" in line]
    assert [line.rpartition("：")[2] for line in told] == ["劣V类水体比例"]


def test_a_level_below_0_that_is_the_least_is_told(run: Run, tmp_path: Path) -> None:
    table = "指标,单位,目标,方向,基期值\n能耗,%,-3,,\n排放,%,≤-3,,\n水耗,%,-3,不低于,\n煤耗,%,-3,,1\n"
    made = run("import", write_table(tmp_path, table), "--year", "2025")
    told = [line for line in made.err.splitlines() if "降幅较小也视为达到目标" in line]
    assert [line.rpartition("：")[2] for line in told] == ["能耗"]


def test_tables_side_by_side_are_read_one_at_a_time_and_never_by_half(run: Run, tmp_path: Path) -> None:
    headings = "2024年,,,,,,\n指标,单位,目标值,,指标,单位,目标值\n"
    rows = f"{headings}粮食,万吨,50,,用电量,亿千瓦时,100\n税收,亿元,30,,,,\n"
    table = write_table(tmp_path, rows, "a.csv")
    refused = run("import", table)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "错误：表中有并排的几张表：A `指标`、E `指标`\n"
        "提示：请把其中一张移到另一张下方，或每次读取一张：--column name=E\n"
    )
    assert run("import", table, "--column", "name=A", "-o", "left.toml").code == 0
    assert run("import", table, "--column", "name=E", "-o", "right.toml").code == 0
    goals = [
        {key: str(each.target.goal) + each.target.unit for key, each in results(f"{side}.toml").items()}
        for side in ("left", "right")
    ]
    assert goals == [{"粮食": "50万吨", "税收": "30亿元"}, {"用电量": "100亿千瓦时"}]


def test_a_table_that_begins_lower_beside_another_is_refused(run: Run, tmp_path: Path) -> None:
    rows: list[list[str | int | None]] = [
        ["Name", "2024 goal"],
        ["Roads", 5],
        ["Homes", 6, None, "Item", "Target"],
        ["Ways", 7, None, "Trees", 8],
    ]
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    table = str(tmp_path / "a.xlsx")
    book.save(table)
    refused = run("import", table)
    assert (refused.code, refused.out) == (2, "")
    beside = "in column D, at `Item`, begins another table (save it as a sheet of its own)"
    assert f"row 3: {beside}" in refused.err


LATER = """[plan]
title = "P"
year = 2024
[targets.roads]
name = "Roads"
goal = 400
adjusted = { 2024-08-30 = 380 }
actual = { H1 = 190, Q3 = 300 }
[targets.bridges]
name = "Bridges"
goal = 20
dropped = 2024-09-01
actual = { H1 = 3 }
"""


def test_what_a_table_does_not_say_of_adjusted_and_dropped_targets_is_told(run: Run, plan: Write) -> None:
    file = plan(LATER)
    assert run("export", "-f", file, "-o", "a.csv").code == 0
    done = run("import", "a.csv", "-o", "again.toml")
    assert done.code == 0
    reason = "not said since when the goal is adjusted; the goal in force is read"
    assert any(
        line.startswith("AS ") and line.endswith(f"(left out) {reason}") for line in done.err.splitlines()
    )
    assert (
        "row 3: given up, but the table does not say since when: write dropped = DAY in the plan" in done.err
    )
    assert "differs" not in done.err
    assert [str(each.target.goal) for each in results("again.toml").values()] == ["380", "20"]
    chinese = run("import", "a.csv", "--lang", "zh").err
    assert "说明：第3行：已取消，但表中没有取消日期：请在计划中写 dropped = 日期\n" in chinese
    assert "（未读取）表中没有目标调整日期，读取的是现行目标值\n" in chinese


def test_a_history_of_an_adjusted_goal_comes_back_with_the_goal_in_force(run: Run, plan: Write) -> None:
    assert run("export", "--history", "-f", plan(LATER), "-o", "a.csv").code == 0
    assert "roads" in Path("a.csv").read_text()
    done = run("import", "a.csv", "-o", "again.toml")
    assert done.code == 0
    target = results("again.toml")["roads"].target
    assert str(target.goal) == "380"
    assert [(each.period, str(each.value)) for each in target.actuals] == [("H1", "190"), ("Q3", "300")]


def test_rows_of_one_day_with_two_goals_are_refused(run: Run, tmp_path: Path) -> None:
    rows = "Name,Goal,As of,Period,Actual\nRoads,5,2024-06-30,Q1,1\nRoads,6,2024-06-30,H1,2\n"
    refused = run("import", write_table(tmp_path, rows))
    assert told(refused.err)[0] == "row 3: the id roads is already in row 2 (keep one of the two)"


def test_the_day_on_which_a_target_was_given_up_comes_back_from_a_workbook(run: Run, plan: Write) -> None:
    assert run("export", "-f", plan(LATER), "-o", "a.xlsx", "--lang", "zh").code == 0
    done = run("import", "a.xlsx", "-o", "again.toml")
    assert done.code == 0
    assert results("again.toml")["bridges"].target.dropped == date(2024, 9, 1)
    assert "已取消，但" not in done.err


def test_a_column_may_say_when_a_target_was_given_up(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "指标,目标,取消日期\n甲,5,2024年9月1日\n乙,6,\n")
    assert [each.target.dropped for each in made.values()] == [date(2024, 9, 1), None]


def test_numbers_below_a_heading_of_two_meanings_are_no_names(run: Run) -> None:
    Path("numbers.csv").write_text("Undertaking,Unit,Target,Got\nRoads,km,12,5\nWells,n,3,1\n")
    outcome = run("import", "numbers.csv", "--year", "2024", "--lang", "en")
    assert outcome.code == 2
    assert "the names in column C `Target` are all numbers" in outcome.err
    columns = ("--column", "name=A", "--column", "actual=D", "--period", "H1")
    outcome = run("import", "numbers.csv", "--year", "2024", *columns)
    assert "goal = 12\nactual = { H1 = 5 }" in outcome.out, outcome.err


def test_a_smaller_size_of_the_unit_above_a_table_is_told(run: Run) -> None:
    rows = "Roads,EUR,1500,7\nHomes,units,9,7\nTrees,,5,3\n"
    Path("sizes.csv").write_text(f"Budget 2024 (in EUR thousands),,,\nName,Unit,Goal,H1\n{rows}")
    outcome = run("import", "sizes.csv", "--lang", "en")
    assert 'unit = "EUR"\ngoal = 1500' in outcome.out, outcome.err
    assert "note: row 3: the unit above the table is a larger size of their own" in outcome.err


def test_a_unit_that_a_comma_divides_is_told_once(run: Run) -> None:
    Path("divided.csv").write_text("Unit: 1,000 EUR\nName,Goal 2024,H1\nRoads,15,7\n")
    outcome = run("import", "divided.csv", "--lang", "en")
    assert 'unit = "thousand EUR"' in outcome.out, outcome.err
    assert "a unit that was not understood" not in outcome.err


def test_a_table_without_headings_that_are_understood_may_be_in_another_encoding(run: Run) -> None:
    rows = "指標名稱,單位,目標值,上半年完成值\n橋梁建設工程,座,30,12\n道路養護里程,公里,500,260\n"
    Path("t.csv").write_bytes(rows.encode("big5"))
    hint = "the file was read as windows-1252: if its letters are wrong, name the right one"
    asked = ("import", "t.csv", "--year", "2024", "--title", "T", "--lang", "en")

    assert hint in run(*asked).err
    assert "goal = 500" in run(*asked, "--encoding", "big5").out
    Path("t.csv").write_text("stuff,things\na,b\n", encoding="utf-8")
    assert "was read as" not in run(*asked).err
