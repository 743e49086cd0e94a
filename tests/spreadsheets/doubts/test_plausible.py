"""Figures that look wrong together."""

import pytest

from kit.recorded import Take
from kit.workbooks import odf_text, opendocument


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("name,H1\nA,10001\nB,3\n", "row 2: more than ten times the goal; is the unit the same?"),
        ("name,H1\nShare,0.55\nRate,0.9\n", "rows 2-3: figures from 0 to 1 for targets in percent"),
        ("name,2023年目标,H1\nA,900,5\n", "the goals in the table are for 2023, but the plan is for 2024"),
        ("name,Target 2023,H1\nA,900,5\n", "the goals in the table are for 2023, but the plan is for 2024"),
        ("name,M01,M02,M03\nA,5,3,2\nB,4,5,6\n", "row 2: figures fall from one period to the next"),
        ("name,M01,M02\nA,5,2\nB,4,5\nC,1,2\nVisits,3,4\n", "row 2: figures fall from one period"),
        ("name,M01,M02\nA,5,3\nB,4,3\n", "rows 2-3: figures fall from one period to the next"),
        ("name,period,actual\nA,M01,5\nA,M02,3\nA,M03,2\n", "row 2: figures fall"),
        ("name,H1\nA,1000\nB,2000\nC,3000\n", "rows 2-4: each figure equals the goal of its target"),
        ("name,Q1,Q2,Q3\nA,200,300,500\n", "row 2: the figures of the periods add up to the goal"),
        ("name,Q1,H1\nA,400,600\nB,900,1100\nC,1,9\n", "rows 2-3: the figures of the periods add up to"),
    ],
)
def test_figures_that_look_wrong_together_need_a_yes(take: Take, table: str, words: str) -> None:
    outcome = take(table)
    assert outcome.code == 2
    assert words in outcome.err
    assert ('counting = "per_period"' in outcome.err) == ("fall" in words or "add up" in words)
    assert outcome.err.endswith("hint: if they are right, add --yes\n")
    assert take.is_untouched
    assert take(table, "--yes").code == 0
    assert not take.is_untouched


@pytest.mark.parametrize(
    "table",
    [
        "name,H1\nA,10000\nB,3\n",
        "name,H1\nShare,0.55\n",
        "name,H1\nShare,0.55\nRate,90\n",
        "name,H1\nA,1000\nB,2000\n",
        "name,H1\nA,1000\nB,2000\nC,2999\n",
        "name,M01,M02,M03\nA,5,3,4\nB,4,5,6\n",
        "name,2023年目标,2024年目标,H1\nA,900,1000,5\n",
        "name,2023年目标,2024年H1\nA,900,5\n",
        "name,2030年目标,H1\nA,9000,5\n",
        "2024年进度,,\nname,2023年目标,H1\nA,900,5\n",
        "name,M01,M02,M03\nShare,5,3,2\nRate,4,5,3\n",
        "name,Q1,H1\nA,400,600\n",
        "name,Q1,Q2,Q3\nShare,10,20,30\nRate,10,20,50\n",
    ],
)
def test_figures_that_may_be_right_need_none(take: Take, table: str) -> None:
    assert take(table).code == 0


PROJECTS = "2024年1-6月,,,\nname,总投资,年度计划,{}\nA,8600,1000,{}\nB,9000,2000,900\n"


@pytest.mark.parametrize(
    ("heading", "figure", "is_doubted"),
    [
        ("累计完成投资", 1501, True),
        ("累计完成投资", 1500, False),
        ("本年累计完成投资", 1501, False),
        ("1-6月累计完成投资", 1501, False),
        ("2024年累计完成投资", 1501, False),
        ("完成投资", 1501, False),
    ],
)
def test_a_total_to_date_beside_the_cost_of_projects_may_have_begun_before_the_year(
    take: Take, heading: str, figure: int, *, is_doubted: bool
) -> None:
    """What was invested since the work began made goals of the year done at its middle."""
    told = "第3行：超过目标值的1.5倍，而表中另有总投资；累计数是否包括往年？"
    table = PROJECTS.format(heading, figure)
    outcome = take(table, lang="zh")
    assert (outcome.code, told in outcome.err) == ((2, True) if is_doubted else (0, False)), outcome.err
    assert take(table.replace("总投资", "规模"), lang="zh").code == 0
    assert take(table, "--yes").code == 0


@pytest.mark.parametrize("figures", [("M02", "M02"), ("M02", "M01,M02"), ("M02", "M01,M02,M03")])
def test_figures_of_a_month_alone_need_a_yes_where_they_are_less_than_the_total_before(
    take: Take, figures: tuple[str, str]
) -> None:
    asked, headings = figures
    assert take("name,M01\nA,50\nB,60\nC,70\n").code == 0
    numbers = {"M01": ("50", "60", "70"), "M02": ("20", "35", "90"), "M03": ("25", "40", "95")}
    columns = [numbers[each] for each in headings.split(",")]
    rows = "".join(f"{name},{','.join(row)}\n" for name, *row in zip("ABC", *columns, strict=True))
    outcome = take.again(f"name,{headings}\n{rows}", asked)
    assert outcome.code == 2
    assert "rows 2-3: figures fall from one period to the next; are they of each period alone" in outcome.err
    assert take.again(f"name,{headings}\n{rows}", asked, "--yes").code == 0


def test_a_share_of_a_sheet_that_lost_its_percent_formats_needs_a_yes(take: Take) -> None:
    file = opendocument([[odf_text("name"), odf_text("H1")], [odf_text("Share"), _PERCENT]])
    outcome = take(file, name="t.ods")
    assert outcome.code == 2
    assert "warning: row 2: the unit is percent but the figure is 0.55; should it be 55%?\n" in outcome.err
    assert take(file, "--yes", name="t.ods").code == 0
    assert take.actuals["share"] == {"H1": "0.55"}


_PERCENT = '<table:table-cell office:value-type="percentage" office:value="0.55"/>'


def test_a_share_in_percent_is_told(take: Take) -> None:
    outcome = take("name,H1\nShare,0.55\nRate,90\n")
    assert outcome.code == 0
    assert "note: row 2: the unit is percent but the figure is 0.55; should it be 55%?\n" in outcome.err
    assert "should it be" not in take("name,H1\nShare,0.2\nRate,90\n").err


TOWNS = """[plan]
title = "某州2024年计划"
year = 2024
[targets.investment]
name = "投资"
unit = "亿元"
goal = 100
parts = { "吉首市" = { goal = 60 }, "泸溪县" = { goal = 40 } }
[targets.alone]
name = "就业"
unit = "人"
goal = 100
"""


@pytest.mark.parametrize(
    ("table", "name", "told"),
    [
        (
            "吉首市2024年1-9月情况,\n指标,完成\n投资,45\n",
            "t.csv",
            "`吉首市2024年1-9月情况` names the part 吉首市",
        ),
        ("填报单位：吉首市,\n指标,9月\n投资,45\n", "t.csv", "names the part 吉首市; are these figures of"),
        ("指标,9月\n投资,45\n", "泸溪县9月.csv", "`泸溪县9月.csv` names the part 泸溪县"),
        ("某州2024年1-9月情况,\n指标,完成\n投资,45\n", "t.csv", ""),
        ("吉首市、泸溪县1-9月情况,\n指标,完成\n投资,45\n", "t.csv", ""),
        ("吉首市2024年1-9月情况,\n指标,完成\n就业,45\n", "t.csv", ""),
        ("吉首市2024年1-9月情况,\n指标,完成\n投资/吉首市,45\n", "t.csv", ""),
    ],
)
def test_a_table_that_is_named_for_a_part_is_not_that_of_the_whole(
    take: Take, table: str, name: str, told: str
) -> None:
    outcome = take(table, plan=TOWNS, name=name)
    assert (outcome.code, told in outcome.err) == (2 if told else 0, True), outcome.err
    assert take(table, "--yes", plan=TOWNS, name=name).code == 0


TWO_BROKEN_DOWN = TOWNS + 'parts = { "吉首市" = { goal = 70 }, "泸溪县" = { goal = 30 } }\n'


@pytest.mark.parametrize(
    ("title", "under", "is_doubted"),
    [
        ("2024年9月就业分县市情况", "投资", True),
        ("2024年9月投资分县市情况", "就业", True),
        ("2024年9月就业分县市情况", "就业", False),
        ("2024年9月投资和就业分县市情况", "就业", False),
        ("2024年9月分县市情况", "就业", False),
    ],
)
def test_parts_below_a_title_that_names_another_target_need_a_yes(
    take: Take, title: str, under: str, *, is_doubted: bool
) -> None:
    """The employment of towns was recorded as their investment, if --under said so."""
    table = f"{title},\n县市,完成\n吉首市,45\n泸溪县,5\n"
    outcome = take(table, "--under", under, plan=TWO_BROKEN_DOWN)
    other = {"投资": "就业", "就业": "投资"}[under]
    told = f"`{title}` names the target {other}, but the rows are recorded as parts of {under}"
    assert (outcome.code, told in outcome.err) == ((2, True) if is_doubted else (0, False)), outcome.err
    assert take(table, "--under", under, "--yes", plan=TWO_BROKEN_DOWN).code == 0


def test_a_target_in_the_title_of_the_plan_or_beside_a_title_of_the_own_one_is_no_doubt(take: Take) -> None:
    """The whole plan may be named for its largest target."""
    plan = TWO_BROKEN_DOWN.replace("某州2024年计划", "2024年投资计划")
    done = take("2024年投资计划9月情况,\n县市,完成\n吉首市,45\n泸溪县,5\n", "--under", "就业", plan=plan)
    assert done.code == 0, done.err
    own = "2024年9月就业分县市情况,\n县市,完成\n吉首市,45\n泸溪县,5\n"
    done = take(own, "--under", "就业", plan=TWO_BROKEN_DOWN, name="投资等.csv")
    assert done.code == 0, done.err


def test_the_hint_at_parts_of_several_targets_chooses_none_of_these(take: Take) -> None:
    table = "2024年9月就业分县市情况,\n县市,完成\n吉首市,45\n"
    told = "row 3: there is no target 吉首市 (if the rows are parts of a target, say with --under of which: "
    assert f"{told}investment, alone)\n" in take(table, plan=TWO_BROKEN_DOWN).err
    assert "吉首市 (if the rows are parts of a target: --under investment)\n" in take(table, plan=TOWNS).err


@pytest.mark.parametrize(
    ("earlier", "figure", "is_doubted"),
    [
        ("M01 = 10, M02 = 12, M03 = 8", 31, True),
        ("M01 = 10, M02 = 12, M03 = 8", 30, False),
        ("M01 = 10, M02 = 12, M03 = 8", 54, True),
        ("M01 = 10, M02 = 12, M03 = 8", 55, False),  # 25 more than before: an April that is large
        ("M02 = 12, M03 = 18", 31, False),  # of two months a third may be more than both
        ("M01 = 0, M02 = 12, M03 = 18", 31, False),
        ("M01 = 10, M02 = 12, M03 = 8, M04 = 31", 31, False),  # as it was
        ("M01 = 10, M02 = 12, M03 = 8, M05 = 90", 31, True),
    ],
)
def test_what_is_more_than_all_months_before_may_be_the_running_total(
    take: Take, earlier: str, figure: int, *, is_doubted: bool
) -> None:
    """41 in the first four months are 11 in April, not 41 more."""
    plan = (
        f'[plan]\ntitle = "P"\nyear = 2024\n[targets.x]\nname = "X"\ngoal = 900\nactual = {{ {earlier} }}\n'
    )
    plan = plan.replace("year = 2024", 'year = 2024\ncounting = "per_period"')
    table = f"name,April\nX,{figure}\n"
    outcome = take(table, plan=plan)
    told = "row 2: more than all earlier periods together; is it the running total?"
    assert (outcome.code, told in outcome.err) == ((2, True) if is_doubted else (0, False)), outcome.err
    assert take(table, "--yes", plan=plan).code == 0


@pytest.mark.parametrize(("others", "is_doubted"), [(2, True), (3, False)])
def test_one_large_december_among_many_figures_is_no_running_total(
    take: Take, others: int, *, is_doubted: bool
) -> None:
    names = "XABC"[: others + 1]
    plan = '[plan]\ntitle = "P"\nyear = 2024\ncounting = "per_period"\n' + "".join(
        f'[targets.{name}]\nname = "{name}"\ngoal = 900\nactual = {{ Q1 = 10, Q2 = 12, Q3 = 8 }}\n'
        for name in names
    )
    table = "name,Q4\n" + "".join(f"{name},{40 if name == 'X' else 9}\n" for name in names)
    assert take(table, plan=plan).code == (2 if is_doubted else 0)


@pytest.mark.parametrize(("headings", "is_doubted"), [("April,Note", True), ("本月,累计", False)])
def test_what_a_heading_calls_of_the_month_is_no_running_total(
    take: Take, headings: str, *, is_doubted: bool
) -> None:
    plan = '[plan]\ntitle = "P"\nyear = 2024\ncounting = "per_period"\n[targets.x]\nname = "X"\ngoal = 900\n'
    plan += "actual = { M01 = 10, M02 = 12, M03 = 8 }\n"
    assert take(f"name,{headings}\nX,40,70\n", "M04", plan=plan).code == (2 if is_doubted else 0)
