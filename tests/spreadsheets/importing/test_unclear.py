"""Columns whose headings are not understood in `import`, though names of targets or of parts stand there."""

import re
from datetime import date
from pathlib import Path

import pytest

from kit.imported import facts, results, targets, told, write_table
from kit.program import Run

_DEPARTMENTS = "科室,考核要点,单位,2026年目标\n医务处,门诊人次,万人次,120\n{},平均住院日,天,≤7.5\n"
_REPEATED = "Project,Step,Unit,Target\nRoads,Survey,km,30\nRoads,Paving,m,500\nBridge,Piers,piers,4\n"


@pytest.mark.parametrize(
    ("table", "columns", "named"),
    [
        (_DEPARTMENTS.format("护理部"), "B `考核要点`", ["门诊人次", "平均住院日"]),
        (_DEPARTMENTS.format("医务处"), "B `考核要点`", ["门诊人次", "平均住院日"]),
        (_REPEATED, "B `Step`", ["survey", "paving", "piers"]),
    ],
)
def test_where_another_column_may_hold_the_names_it_is_asked_for(
    run: Run, tmp_path: Path, table: str, columns: str, named: list[str]
) -> None:
    file = write_table(tmp_path, table)
    refused = run("import", file, "--year", "2026", "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    message, hint = refused.err.splitlines()
    assert message.startswith("error: the names of the targets may stand in A `")
    assert message.endswith(f"` or in {columns}")
    assert hint == "hint: name the right one: --column name=B; for parts of one target --column place=B"
    assert [*targets(run, tmp_path, table.replace("2026", "2024"), "--column", "name=B")] == named
    assert run("import", file, "--year", "2026", "--column", "name=A").code == 0


@pytest.mark.parametrize(
    "table",
    [
        "部门,单位,2026年目标,问题\n医务处,万人次,120,甲\n护理部,天,7,乙\n",  # behind the figures
        "部门,等级,2026年目标\n医务处,一,120\n护理部,一,7\n",
        "Project,Step,Target\nRoads,Survey,30\nBridge,Piers,4\n",
    ],
)
def test_columns_that_hold_no_names_are_not_asked_for(run: Run, tmp_path: Path, table: str) -> None:
    assert run("import", write_table(tmp_path, table), "--year", "2026").code == 0


def test_rows_of_one_name_are_told_with_the_column_that_tells_them_apart(run: Run, tmp_path: Path) -> None:
    table = "Team,Indicator,Unit,Target 2024\nNorth,Bookings,k,24\nSouth,Bookings,k,18\n"
    refused = run("import", write_table(tmp_path, table))
    assert told(refused.err)[0] == (
        "row 3: the id bookings is already in row 2 "
        "(keep one of the two; if A `Team` names parts of one target, add --column place=A)"
    )
    made = targets(run, tmp_path, table, "--column", "place=A")
    assert [*made] == ["bookings", "bookings/north", "bookings/south"]


def test_what_may_be_written_for_a_word_that_is_not_understood_is_told(run: Run, tmp_path: Path) -> None:
    table = "Indicator,Target 2026,Due,Kind,Binding\nRoads,24,mid-June,flow,perhaps\n"
    refused = run("import", write_table(tmp_path, table))
    day = "write 2024-09-30, a month, or a period of the plan such as Q3; blank is the end of the plan"
    assert sorted(told(refused.err)[:3]) == [
        "row 2: binding: `perhaps` was not understood (write one of: true, false)",
        f"row 2: due: `mid-June` was not understood ({day})",
        "row 2: kind: `flow` was not understood (write one of: cumulative, level)",
    ]


def test_goals_of_each_quarter_are_not_taken_for_what_was_reached(run: Run, tmp_path: Path) -> None:
    table = "Team,Annual target,Q1,Q2,Q3,Q4\nNorth,2400,500,600,600,700\nSouth,180,20,50,50,60\nEast,9,,,,\n"
    file = write_table(tmp_path, table.replace("Team", "Indicator"))
    refused = run("import", file, "--year", "2026")
    assert (refused.code, refused.out) == (2, "")
    assert "rows 2-3: the figures of the periods add up to the goal; delete these columns" in refused.err
    assert run("import", file, "--year", "2026", "--yes").code == 0


def test_a_table_of_which_no_number_is_understood_is_refused(run: Run, tmp_path: Path) -> None:
    table = "指标,单位,全县,城关镇\n造林,亩,8000,2000\n改厕,户,3600,1500\n"
    refused = run("import", write_table(tmp_path, table), "--year", "2024", "--lang", "en")
    assert (refused.code, refused.out) == (2, "")
    assert told(refused.err)[0] == (
        "row 1: none of these headings was recognised as a column of goals: C `全县`, D `城关镇` "
        "(name it: --column goal=C)"
    )
    made = targets(run, tmp_path, table, "--column", "goal=C")
    assert [str(each.target.goal) for each in made.values()] == ["8000", "3600"]


@pytest.mark.parametrize(
    ("headings", "read", "left"),
    [
        ("区县,单位,GDP目标,投资目标", "D", "C `GDP目标`"),
        ("部门,年度任务（亿元）,到位（亿元）,新签项目任务（个）", "B", "D `新签项目任务（个）`"),
    ],
)
def test_goals_of_something_else_are_not_left_out_in_silence(
    run: Run, tmp_path: Path, headings: str, read: str, left: str
) -> None:
    """The plan had the goals of one column, and nothing but a line `not understood` told of the other."""
    table = (
        f"{headings}\n东区,亿元,300,80\n西区,亿元,400,90\n" if read == "D" else f"{headings}\n甲,20,11,10\n"
    )
    refused = run("import", write_table(tmp_path, table), "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert told(refused.err)[0] == (
        f"row 1: {left}: goals of something else than those that are read (give each goal a row of its own, "
        f"or read one column at a time: --column goal={read})"
    )
    targets(run, tmp_path, table, "--column", f"goal={read}")


def test_goals_that_a_spreadsheet_added_up_are_goals_also_where_they_are_not_read(
    run: Run, tmp_path: Path
) -> None:
    table = "指标,投资目标（亿元）,用地目标（亩）\n甲,10,0.30000000000000004\n乙,20,0.7999999999999999\n"
    refused = run("import", write_table(tmp_path, table), "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert told(refused.err)[0].startswith("row 1: C `用地目标（亩）`: goals of something else")


@pytest.mark.parametrize(
    "headings",
    ["项目,计划总投资,年度计划投资", "指标,目标占比（%）,目标值（亿元）", "指标,奋斗目标,年度目标"],
)
def test_what_else_is_planned_stands_beside_goals(run: Run, tmp_path: Path, headings: str) -> None:
    (made,) = targets(run, tmp_path, f"{headings}\n甲,30,12\n").values()
    assert made.target.goal == 12


@pytest.mark.parametrize("heading", ["2024.1-6", "6/30", "2024上", "本期累计(1-6)"])
def test_figures_of_a_time_in_another_spelling_are_not_left_out_in_silence(
    run: Run, tmp_path: Path, heading: str
) -> None:
    refused = run("import", write_table(tmp_path, f"指标,目标,{heading}\n甲,30,12\n"), "--lang", "en")
    assert refused.code == 2
    assert told(refused.err)[0].endswith(f"actuals: C `{heading}` (name it: --column actual=C)")
    options = ["--column", "actual=C", "--period", "H1"]
    (made,) = targets(run, tmp_path, f"指标,目标,{heading}\n甲,30,12\n", *options).values()
    assert made.actual
    assert made.actual.value == 12


def test_a_title_beside_the_unit_of_the_table_is_no_row_of_headings(run: Run, tmp_path: Path) -> None:
    """单位：万元 was taken for the heading of units: 比上年增减% became the unit of a target called 科目."""
    table = "财政收支（1—6月）,,,单位：万元\n行业,预算,累计完成数,比上年增减%\n税收,1200,610,4.1\n"
    refused = run("import", write_table(tmp_path, table), "--column", "name=A", "--year", "2024")
    assert refused.code == 2
    options = ["--column", "name=A", "--column", "goal=B"]
    (made,) = targets(run, tmp_path, table, *options).values()
    assert facts(made) == ("税收", "万元", 1200, None, date(2024, 12, 31), ("M06", date(2024, 6, 30), 610))


def test_the_column_that_is_to_be_named_is_one_of_actuals_before_one_of_goals(
    run: Run, tmp_path: Path
) -> None:
    """The hint was to read a column of goals as actuals."""
    for headings, hint in (
        ("乡镇,播种任务（万亩）,已播种（万亩）", "--column actual=C"),
        ("乡镇,播种任务（万亩）,产量任务（万吨）", "--column goal=B"),
        ("乡镇,本次报送,累计报送", "--column actual=C"),  # the running total before a part of it
    ):
        refused = run("import", write_table(tmp_path, f"{headings}\n东镇,12,9\n"), "--year", "2024")
        assert refused.code == 2
        assert refused.err.rstrip().endswith(hint)


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("2024年各县区目标任务分解表", "--column goal=B"),
        ("Plan for 2024", "--column goal=B"),
        ("2024年各县区目标任务完成情况", "--column actual=B"),
        ("2024年各县区情况", "--column actual=B"),
    ],
)
def test_below_a_title_of_goals_the_column_that_is_to_be_named_is_one_of_goals(
    run: Run, tmp_path: Path, title: str, hint: str
) -> None:
    """The hint was to read the goals of districts as actuals: their headings name targets."""
    table = f"{title},,\n县区,到位资金（亿元）,新开工项目（个）\n东区,120,30\n西区,150,35\n"
    refused = run("import", write_table(tmp_path, table))
    assert (refused.code, refused.err.rstrip().endswith(hint)) == (2, True), refused.err


def test_a_goal_of_no_year_is_of_that_of_the_title_beside_one_of_another_year(
    run: Run, tmp_path: Path
) -> None:
    """The hint was to read the goals of 2027 beside the actuals of 2026."""
    table = "某市2026年6月份通报,,,\n名称,年度目标值,1-6月,2027年目标\n甲（个）,100,52,120\n"
    made = run("import", write_table(tmp_path, table), "--lang", "zh")
    assert (made.code, "属于2027年" in made.err) == (0, True), made.err
    assert "year = 2026\n" in made.out
    assert "goal = 100\n" in made.out


def test_a_heading_that_is_not_understood_is_proposed_for_names_before_none_at_all(
    run: Run, tmp_path: Path
) -> None:
    table = "序号,内容,单位,2026年目标,上半年完成,\n1,路,公里,20,5,abc\n2,桥,座,3,1,\n"
    assert run("import", write_table(tmp_path, table)).err.rstrip().endswith("--column name=B")


@pytest.mark.parametrize("title", ["发改〔2025〕12号", "主要指标（2025年版）"])
def test_a_title_of_another_year_than_the_actuals_does_not_say_of_which_the_goals_are(
    run: Run, tmp_path: Path, title: str
) -> None:
    table = f"{title},,,,\n指标,单位,目标,2026年目标,2026年1-6月完成\n路,公里,10,20,5\n"
    assert run("import", write_table(tmp_path, table)).code == 2


def test_headings_over_nothing_but_numbers_are_not_proposed_as_names(run: Run, tmp_path: Path) -> None:
    """Of 项目（个） below 任务数 and below 完成率（%） the last was proposed."""
    table = (
        "单位,任务数,,1-9月完成数,,完成率（%）,\n,项目（个）,资金（亿元）,项目（个）,资金（亿元）,项目,资金\n"
        "东城区,20,50,16,41,80,82\n西城区,18,45,13,30,72.2,66.7\n"
    )
    refused = run("import", write_table(tmp_path, table), "--year", "2026")
    assert refused.code == 2
    assert refused.err.rstrip().endswith("--column name=A")


def test_a_column_that_says_which_side_is_good_is_not_left_out(run: Run, tmp_path: Path) -> None:
    table = "KPI,Lower is better?,Target,H1\nResponse time,Y,8,8.5\n"
    refused = run("import", write_table(tmp_path, table), "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert "row 2: direction: `Y` was not understood (write one of: at_least, at_most)" in refused.err


def test_percentages_of_which_nothing_is_understood_are_numbers_too(run: Run, tmp_path: Path) -> None:
    table = "Workstream,Deliverable,Due date,% complete\nWeb,New site,2024-06-30,40%\n"
    refused = run("import", write_table(tmp_path, table))
    assert refused.code == 2
    assert "of goals: D `% complete` (add a column with the goals of the whole year)" in refused.err


def test_what_stands_left_of_single_tasks_heads_them(run: Run, tmp_path: Path) -> None:
    table = "重点工作,具体任务,单位,2024年目标\n乡村振兴,户厕改造,户,5000\n"
    (made,) = targets(run, tmp_path, table).values()
    assert (made.target.name, made.target.group) == ("户厕改造", "乡村振兴")


def test_a_list_of_names_without_numbers_is_a_plan_to_fill_in(run: Run, tmp_path: Path) -> None:
    assert [*targets(run, tmp_path, "指标,单位,说法\n造林,亩,甲\n改厕,户,乙\n")] == ["造林", "改厕"]


@pytest.mark.parametrize(
    ("table", "columns", "names"),
    [
        ("产量月报,,,\n产品,单位,年计划,一季度累计\n水泥,万吨,120,27.7\n", ["name=A"], ["水泥"]),
        ("Ref,Description,Annual target,Actual (Sep 2024)\nT1,Beds,85,81\n", ["name=B"], ["beds"]),
        ("Planung,2024,,\nZiel,Wert,Ort,Amt\nKunden,12,Ulm,Bau\n", ["name=A", "goal=B"], ["kunden"]),
        ("Ziel,Wert\nKunden,12\nUmsatz,7\n", ["name=A", "goal=B"], ["kunden", "umsatz"]),
    ],
)
def test_a_column_of_names_may_be_named_by_its_letter_where_no_heading_is_one(
    run: Run, tmp_path: Path, table: str, columns: list[str], names: list[str]
) -> None:
    """The message that asked for it came again, with the same hint."""
    options = [option for column in columns for option in ("--column", column)]
    assert [*targets(run, tmp_path, table, *options)] == names


def test_a_column_cannot_be_two_things(run: Run, tmp_path: Path) -> None:
    file = write_table(tmp_path, "Indicator,Target\nRoads,24\n")
    refused = run("import", file, "--year", "2024", "--column", "goal=B", "--column", "name=Target")
    assert refused.err.splitlines()[-2:] == [
        "error: column B is named for goal and for name",
        "hint: name another column for one of the two",
    ]


@pytest.mark.parametrize(
    ("table", "named"),
    [
        ("Project,Milestone,Target,H1\nSchool,Roof on,5,2\nRoad,Bridge open,3,1\n", ["school", "road"]),
        ("Milestone,Indicator,Target,H1\nRoof on,School,5,2\nBridge open,Road,3,1\n", ["school", "road"]),
        ("指标名称,核心指标,目标值,上半年\nA,是,5,2\nB,否,3,1\n", ["a", "b"]),
        ("任务内容,项目名称,目标值,上半年\n封顶,A,5,2\n装修,B,3,1\n", ["a", "b"]),
        ("Item,Unit,Currency,Target,H1\nA,m,EUR,5,2\nB,m,EUR,3,1\n", ["a", "b"]),
        ("Milestone,Target,H1\nA,5,2\nB,3,1\n", ["a", "b"]),
        ("Product,Target,H1\nA,5,2\nB,3,1\n", ["a", "b"]),
        ("Action,Indicator,Target,H1\nRepair,A,5,2\nBuild,B,3,1\n", ["a", "b"]),
        ("Performance indicator,Target,H1\nA,5,2\nB,3,1\n", ["a", "b"]),
        ("任务名称,工作内容,目标值,上半年\nA,封顶,5,2\nB,装修,3,1\n", ["a", "b"]),
        ("工作内容,目标值,上半年\nA,5,2\nB,3,1\n", ["a", "b"]),
        ("实事项目,工作内容,目标值,上半年\n养老,A,5,2\n托育,B,3,1\n", ["a", "b"]),
        ("科目,项目,目标值,上半年\n养老,A,5,2\n托育,B,3,1\n", ["a", "b"]),
        ("二级指标,工作任务,目标值,上半年\n养老,A,5,2\n托育,B,3,1\n", ["a", "b"]),
        ("Milestone,Action,Target,H1\nA,Repair,5,2\nB,Build,3,1\n", ["a", "b"]),
        ("盟市,目标值,上半年\nA,5,2\nB,3,1\n", ["a", "b"]),
        ("监测指标,金额单位,目标值,上半年\nA,万元,5,2\nB,万元,3,1\n", ["a", "b"]),
    ],
)
def test_less_usual_words_head_names_and_units_only_where_no_others_do(
    run: Run, tmp_path: Path, table: str, named: list[str]
) -> None:
    """Tables of projects and their milestones came in before the word was known, and were refused since."""
    assert [*targets(run, tmp_path, table)] == named


def test_where_names_repeat_a_column_of_milestones_is_asked_for(run: Run, tmp_path: Path) -> None:
    table = "Project,Milestone,Target,H1\nSchool,Roof on,5,2\nSchool,Open,3,1\n"
    told = run("import", write_table(tmp_path, table), "--year", "2024").err
    assert told.startswith("error: the names of the targets may stand in A `Project` or in B `Milestone`\n")


@pytest.mark.parametrize(
    ("table", "group"),
    [
        ("Objective,Indicator,Target,H1\nGrow,A,5,2\n", "Grow"),
        ("Objective,Key result,Target,Current H1\nGrow,A,5,2\n", "Grow"),
        ("Target,Deliverable,Workstream,H1\n5,A,Grow,2\n", "Grow"),
        ("重点工作,工作任务,目标值,上半年\nGrow,A,5,2\n", "Grow"),
        ("部门,重点任务,目标值,上半年\n财政局,A,5,2\n", ""),
        ("重点项目,单位名称,目标值,上半年\nA,财政局,5,2\n", ""),
        ("实事项目,目标值,上半年\nA,5,2\n", ""),
        ("Objective,Team,Indicator,H1\n5,North,A,2\n", ""),
    ],
)
def test_of_several_headings_with_two_meanings_those_come_first_that_have_only_one_left(
    run: Run, tmp_path: Path, table: str, group: str
) -> None:
    """Objective and Target were both taken for goals."""
    (made,) = targets(run, tmp_path, table).values()
    assert (made.target.name, str(made.target.goal), made.target.group) == ("A", "5", group)


@pytest.mark.parametrize(
    "headings",
    ["指标名称,所属项目名称", "指标,支撑项目名称", "工程名称,上级工程名称", "指标名称,经济指标"],
)
def test_a_heading_that_may_be_of_names_is_not_beside_one_that_surely_is(
    run: Run, tmp_path: Path, headings: str
) -> None:
    made = targets(run, tmp_path, f"{headings},目标\n甲,子,5\n乙,丑,6\n")
    assert [*made] == ["甲", "乙"]


def test_a_heading_that_ends_as_those_of_names_do_is_of_names_alone(run: Run, tmp_path: Path) -> None:
    assert [*targets(run, tmp_path, "民生实事项目名称,目标\n甲,5\n乙,6\n")] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("table", "lost"),
    [
        ("指标,2024年,上半年完成\n投资,{},10.5\n产值,{},20.5\n", "goals: B `2024年`"),
        ("指标,年度目标,2月（亩均）\n投资,9000,{}\n产值,9900,{}\n", "actuals: C `2月（亩均）`"),
    ],
)
@pytest.mark.parametrize("figures", [("1200", "1100"), ('"1,200"', '"1,100"')])
def test_columns_of_digits_in_groups_are_not_lost_in_silence(
    run: Run, tmp_path: Path, table: str, lost: str, figures: tuple[str, str]
) -> None:
    """1,200 may be two numbers, but a figure it is."""
    path = write_table(tmp_path, table.format(*figures))
    outcome = run("import", path, "--lang", "en", "--year", "2024")
    assert outcome.code == 2
    assert f"none of these headings was recognised as a column of {lost}" in outcome.err


def test_words_on_the_progress_are_no_figures_that_are_lost(run: Run, tmp_path: Path) -> None:
    """122部 among them refused the table."""
    table = "实事项目,年度目标,当前进度\n新建幼儿园,12所,已开工8所\n加装电梯,300部,122部\n"
    goals = [f"{each.target.goal}{each.target.unit}" for each in targets(run, tmp_path, table).values()]
    assert goals == ["12所", "300部"]


@pytest.mark.parametrize(
    ("headings", "told_"),
    [
        ("总投资,年度投资,完成投资", "goal=C"),  # what is of the year goes before what is not
        ("1月目标,2月目标,完成投资", "增加一列全年目标值"),  # goals of a month are none of the year
        ("甲实绩额,甲任务额,完成投资", "goal=C"),  # actuals are no goals
        ("2024年,2025年,2025年完成投资", "goal=C"),
    ],
)
def test_the_column_that_may_be_of_the_goals_is_named(
    run: Run, tmp_path: Path, headings: str, told_: str
) -> None:
    refused = run("import", write_table(tmp_path, f"项目名称,{headings}\n甲,10,5,3\n"), "--period", "9月")
    assert refused.code == 2
    assert told_ in told(refused.err)[0]


def test_a_period_asks_for_figures(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "KPI,Plan,Fact\nOutput,1000,870\n")
    assert run("import", table).code == 0
    refused = run("import", table, "--period", "Q3")
    assert refused.code == 2
    assert told(refused.err)[0] == (
        "row 1: none of these headings was recognised as a column of actuals: C `Fact` "
        "(name it: --column actual=C)"
    )


@pytest.mark.parametrize("heading", ["工作目标", "Cap", "进度"])
def test_other_goals_and_shares_are_not_asked_for_as_figures(run: Run, tmp_path: Path, heading: str) -> None:
    made = run("import", write_table(tmp_path, f"KPI,Target,{heading}\nCO2,800,90\n"), "--period", "Q3")
    assert (made.code, "\ngoal = 800\n" in made.out, "90" in made.out) == (0, True, False), made.err


def test_figures_of_a_period_alone_are_asked_for_and_taken_where_they_are_named(
    run: Run, tmp_path: Path
) -> None:
    table = "指标,去年同期,本期,年度目标\n税收,66,71,100\n"
    refused = run("import", write_table(tmp_path, table), "--period", "9月")
    assert refused.code == 2
    assert "可能是：C `本期`（请指明：--column actual=C）" in refused.err
    (made,) = targets(run, tmp_path, table, "--period", "9月", "--column", "actual=C").values()
    assert made.actual
    assert [made.target.goal, made.actual.period, made.actual.value] == [100, "M09", 71]


def test_a_column_is_not_asked_for_as_goals_and_as_figures(run: Run, tmp_path: Path) -> None:
    refused = run("import", write_table(tmp_path, "指标,单位,本年\n税收,亿元,66\n"), "--period", "9月")
    assert [line for line in refused.err.splitlines() if "请指明" in line] == [
        "第1行：未识别出完成值列，可能是：C `本年`（请指明：--column actual=C）"
    ]


@pytest.mark.parametrize(
    "table",
    [
        "项目,2024年计划（万元）,,1-9月完成（万元）,\n,合计,中央,合计,中央\n水库,50,30,38,25\n",
        "Project,2024 target,,Actual to Sep 2024,\n,Total,o/w women,Total,o/w women\nA,50,30,38,25\n",
    ],
)
def test_a_total_below_a_heading_stands_for_it(run: Run, tmp_path: Path, table: str) -> None:
    (made,) = targets(run, tmp_path, table).values()
    assert made.actual
    assert [made.target.goal, made.actual.period, made.actual.value] == [50, "M09", 38]


@pytest.mark.parametrize("rule", ["", "|---|:---:|---:|\n"])
def test_goals_that_are_words_beside_targets_that_are_numbers_are_names(
    run: Run, tmp_path: Path, rule: str
) -> None:
    table = f"|Goal|Target|Actual|\n{rule}|Homes built|500|320|\n|Schools|12|9|\n"
    made = targets(run, tmp_path, table, "--period", "H1", name="t.md")
    assert {each.target.name: each.target.goal for each in made.values()} == {
        "Homes built": 500,
        "Schools": 12,
    }


@pytest.mark.parametrize("heading", ["2024 target", "Target"])
def test_goals_of_nothing_but_words_give_way_to_those_of_figures(
    run: Run, tmp_path: Path, heading: str
) -> None:
    (made,) = targets(run, tmp_path, f"Goal,Measure,{heading}\nCut waste,Waste,15\n").values()
    assert [made.target.name, made.target.goal] == ["Waste", 15]


@pytest.mark.parametrize(
    ("start", "baseline"), [("32", 32), ("2024-02-01", None), ("2024", None), ("10", None)]
)
def test_numbers_below_start_are_baselines(
    run: Run, tmp_path: Path, start: str, baseline: int | None
) -> None:
    table = f"Key Result,Start,Target,Current\nRaise NPS,{start},50,41\n"
    made = run("import", write_table(tmp_path, table), "--period", "H1")
    assert re.findall(r"(?m)^baseline = (.*)$", made.out) == ([str(baseline)] if baseline else [])


@pytest.mark.parametrize("headings", ["Objective,Cap,Target", "指标,年度目标,目标值"])
def test_goals_with_a_figure_behind_words_are_not_taken_for_words(
    run: Run, tmp_path: Path, headings: str
) -> None:
    """A target was named `below 5`."""
    refused = run("import", write_table(tmp_path, f"{headings}\n失业率,below 5,3.75\n"))
    assert (refused.code, refused.out) == (2, "")


def test_a_column_that_is_named_takes_no_meaning_from_those_below_other_texts(
    run: Run, tmp_path: Path
) -> None:
    table = "Project,Budget,,Spend to date,\n,FY24,FY23,FY24,FY23\nBridge,700,500,320,310\n"
    (made,) = targets(run, tmp_path, table, "--period", "H1", "--column", "goal=B").values()
    assert made.actual
    assert [made.target.goal, made.actual.value] == [700, 320]


def test_names_below_a_blank_heading_are_found_by_their_letter(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, ",2025 Target,H1,Variance\nOrders,100,47,-3\nRefunds,60,28,-2\n", "a.csv")
    assert "--column name=A\n" in run("import", table).err
    done = run("import", table, "--column", "name=A", "-o", "made.toml")
    assert (done.code, [*results("made.toml")]) == (0, ["orders", "refunds"])


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("指标,目标,,完成\n甲,5,万元,3\n乙,6,个,4\n", "unit=C"),
        ("指标,单位,,完成\n甲,万元,5,3\n乙,个,6,4\n", "goal=C"),
    ],
)
def test_a_column_without_a_heading_may_be_named_by_its_letter(
    run: Run, tmp_path: Path, table: str, column: str
) -> None:
    made = targets(run, tmp_path, table, "--column", column, "--period", "H1")
    units = [(each.target.unit, str(each.target.goal)) for each in made.values()]
    assert units == [("万元", "5"), ("个", "6")]


def test_goals_of_words_beside_names_without_a_heading_are_refused(run: Run, tmp_path: Path) -> None:
    file = write_table(tmp_path, ",目标,指标,完成\n甲,待定方案,一类,3\n乙,另行通知,二类,4\n")
    refused = run("import", file, "--column", "name=A", "--period", "H1", "--lang", "en")
    assert refused.code == 2
    assert [line.partition(" (")[0] for line in told(refused.err)[:2]] == [
        "row 2: goal: `待定方案` was not understood as a goal",
        "row 3: goal: `另行通知` was not understood as a goal",
    ]


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        ("编号,年度任务,2024年目标,上年同期\n1,路,20,5\n2,桥,3,1\n", "name=B"),  # it was actual=D
        ("编号,,完成\n1,路,5\n2,桥,1\n", "name=B"),  # it was nothing
        ("指标,上年同期,2024年\n路,20,5\n桥,3,1\n", "goal=C"),  # it was actual=B
        ("指标,2025年目标,截至上月累计\n路,20,5\n桥,3,1\n", ""),  # it was goal=B
        ("指标,进度,预算\n路,20,5\n桥,3,1\n", "goal=C"),
        ("KPI,Original target,Revised target,H1\nRoads,50,20,5\nBridges,9,3,1\n", "goal=C"),  # it was B
        ("项目,年初预算,预算调整数,调整后预算,上半年\n路,50,-2,48,5\n桥,9,1,10,1\n", "goal=D"),  # it was C
        ("项目,目标值,目标调整数,调整后目标值,上半年\n路,50,-2,48,5\n桥,9,1,10,1\n", "goal=D"),  # it was C
        (
            "KPI,Endline target,,H1\n,Date,Value,\nRoads,2024-12,20,5\nBridges,2024-12,3,1\n",
            "goal=C",
        ),  # it was B
        ("KPI,Life of project target,Year 2 target,H1\nRoads,50,20,5\nBridges,9,3,1\n", "goal=C"),  # it was B
        ("单位,2024年目标,完成\n教育局,20,5\n卫健委,3,1\n", "name=A"),  # it was nothing
    ],
)
def test_what_a_table_lacks_is_what_the_hint_proposes(
    run: Run, tmp_path: Path, table: str, hint: str
) -> None:
    refused = run("import", write_table(tmp_path, table), "--year", "2024")
    assert refused.code == 2
    assert f"--column {hint}" in refused.err if hint else "--column" not in refused.err


@pytest.mark.parametrize(
    ("headings", "hint"),
    [
        ("目标,2023年完成,累计完成", "actual=D"),
        ("2023年目标,目标,完成", "goal=C"),
        ("2025年目标,计划数,完成", "goal=C"),
    ],
)
def test_a_column_of_a_year_is_not_proposed_where_the_year_of_the_plan_is_not_known(
    run: Run, tmp_path: Path, headings: str, hint: str
) -> None:
    """It made a plan of another year, or this one with the figures of another."""
    refused = run("import", write_table(tmp_path, f"指标,{headings}\n路,20,5,4\n"))
    assert refused.code == 2
    assert f"--column {hint}" in refused.err


@pytest.mark.parametrize(
    ("headings", "hint"),
    [
        ("2024年计划投资,1-6月完成投资,累计完成投资", "actual=C"),
        ("Target,Year to date result,Cumulative to date", "actual=C"),
        ("Target,Spent to date,Spent 2024 to June", "actual=D"),
    ],
)
def test_totals_since_the_work_began_do_not_go_before_those_of_the_year(
    run: Run, tmp_path: Path, headings: str, hint: str
) -> None:
    """Spent to date, which may be of many years, was taken for the total to June, and that for June alone."""
    table = write_table(tmp_path, f"Name,{headings}\nRoad,3000,1400,9000\nBridge,500,150,450\n")
    refused = run("import", table, "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert f"--column {hint}" in refused.err


@pytest.mark.parametrize("headings", ["6月,累计,1-6月", "当月,1-6月完成,截至6月底"])
def test_two_figures_for_one_period_are_refused(run: Run, tmp_path: Path, headings: str) -> None:
    """The last one was taken, and nothing said so."""
    table = write_table(tmp_path, f"Name,Target,{headings}\nRoad,3000,100,9000,450\nBridge,500,20,110,110\n")
    refused = run("import", table, "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert "row 2: two figures for M06: 9000 and 450 (name the right one: --column actual=" in refused.err
    assert "row 3" not in refused.err
    assert run("import", table, "--year", "2024", "--partial").out.count("actual = {") == 1


@pytest.mark.parametrize("heading", ["调整后目标值", "目标值（调整后）"])
def test_goals_that_were_adjusted_are_not_left_out_in_silence(run: Run, tmp_path: Path, heading: str) -> None:
    """100 was the goal of what had long been adjusted to 80."""
    table = write_table(tmp_path, f"指标,目标值,{heading},1-6月完成\n甲,100,80,45\n乙,50,60,22\n")
    refused = run("import", table, "--year", "2024", "--lang", "en")
    assert refused.code == 2
    assert f"row 1: C `{heading}`: adjusted goals, beside the first ones (write the goals" in refused.err
    made = [run("import", table, "--year", "2024", "--column", f"goal={column}") for column in "CB"]
    assert [[f"goal = {goal}" in each.out for goal in (80, 100)] for each in made] == [
        *([True, False], [False, True])
    ]


def test_adjusted_goals_that_are_the_first_ones_leave_nothing_to_ask(run: Run, tmp_path: Path) -> None:
    table = "指标,目标值,调整后目标值,上半年\n甲,100,100,45\n乙,50,-,22\n丙,30,,12\n"
    made = run("import", write_table(tmp_path, table), "--year", "2024")
    assert made.code == 0
    assert [f"goal = {goal}" in made.out for goal in (100, 50, 30)] == [True, True, True]
