"""What a row says besides its figures: the unit, and the place that names a part."""

from pathlib import Path

import pytest
import xlsxwriter

from kit.recorded import OF_WHICH, PLAN, UNITS, Take


@pytest.mark.parametrize(
    ("table", "figure"),
    [
        ("指标,累计完成（万元）\nfunds,5214000\n", "521.4"),
        ("指标,单位,累计完成（万元）\nfunds,亿元,521.4\n", "521.4"),
        ("指标,单位,累计完成\nfunds,万元,5214000\n", "521.4"),
        ("单位：万元,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("单位：万元,\n指标,累计完成（亿元）\nfunds,521.4\n", "521.4"),
        ("单位：亿元、个,\n指标,累计完成\nfunds,521.4\n", "521.4"),
        ("单位：万元,\n指标,累计完成\nfunds,521.4亿元\n", "521.4"),
        ("进度表（单位：元）,\n指标,累计完成\nfunds,52140000000\n", "521.4"),
        ("2024年进度（万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("（万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("以万元计,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("单位：人民币（万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("指标（万元）,累计完成\nfunds,5214000\n", "521.4"),
        ("单位：亿元,\n指标（万元）,累计完成\nfunds,5214000\n", "521.4"),
        ("指标（个）,累计完成（万元）\nfunds,5214000\n", "521.4"),
        ("（截至2024年9月30日，单位：万元）,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("填报单位：州发改委；单位：万元,\n指标,累计完成\nfunds,5214000\n", "521.4"),
        ("指标,累计完成/万元\nfunds,5214000\n", "521.4"),
        ("指标,累计完成：万元\nfunds,5214000\n", "521.4"),
        ("指标,金额单位,累计完成\nfunds,万元,5214000\n", "521.4"),
        ("指标,累计完成\nfunds,5214000\n注：金额单位：万元,\n", "521.4"),
        ("指标,累计完成\nfunds,5214000\n\n备注：各项金额单位均为万元；快报数,\n", "521.4"),
        ("指标,单位,累计完成（万）\nfunds,元,5214000\n", "521.4"),
        ("单位：万,,\n指标,计量单位,累计完成\nfunds,元,5214000\n", "521.4"),
        ("指标,单位,累计完成（万）\nfunds,亿元,521.4\n", "521.4"),
    ],
)
def test_the_unit_of_a_row_goes_before_the_headings_and_that_before_the_titles(
    take: Take, table: str, figure: str
) -> None:
    outcome = take(table, "9月", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds"]["M09"] == figure


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("指标,累计完成（万吨）\nfunds,5\n", "the table gives it in 万吨, but the target is in 亿元"),
        (
            "指标,单位,累计完成（%）\nfunds,亿元,75.5\n",
            "the table gives it in %, but the target is in 亿元 (write the figure itself, in 亿元)",
        ),
        ("指标,单位,累计完成\nfunds,美元,5\n", "the table gives it in 美元, but the target is in 亿元"),
        (
            "单位：万元、个,\n指标,累计完成\nfunds,5\n",
            "the unit above the table is 万元, 个, but the target is in 亿元",
        ),
        ("单位：个,\n指标,累计完成\nfunds,5\n", "the table gives it in 个, but the target is in 亿元"),
        ("指标（个）,累计完成\nfunds,5\n", "the table gives it in 个, but the target is in 亿元"),
        ("指标,单位,累计完成（千）\nfunds,美元,5\n", "the table gives it in 千美元, but the target is"),
        (
            "Progress (EUR '000),\nname,to date\nfunds,5\n",
            "the table gives it in thousand EUR, but the target",
        ),
        ("指标,累计完成\nfunds,5万元\n", "`5万元` is not in 亿元, the unit of the target (write 0.0005亿元)"),
        (
            "指标,累计完成（含续建）\nfunds,5\n",
            "B `累计完成（含续建）`",
        ),
    ],
)
def test_another_unit_is_refused(take: Take, table: str, words: str) -> None:
    outcome = take(table, "9月", plan=PLAN)
    assert outcome.code == 2
    assert words in outcome.err


CROSSED = """[plan]
title = "P"
year = 2024
[targets.funds]
name = "完成投资"
unit = "亿元"
goal = 900
parts = { "甲县" = { goal = 500 }, "乙县" = { goal = 400 } }
[targets.signed]
name = "开复工项目"
unit = "个"
goal = 90
parts = { "甲县" = { goal = 50 }, "乙县" = { goal = 40 } }
"""


@pytest.mark.parametrize(("under", "figures"), [("完成投资", ["70", "80"]), ("signed", ["7", "8"])])
def test_of_a_table_with_several_targets_side_by_side_the_one_at_hand_is_read(
    take: Take, under: str, figures: list[str]
) -> None:
    table = (
        ",2024年9月进展,,,,\n,,,,,单位：个、亿元\n"
        "县市,开复工项目,,,完成投资,\n,年度目标,当月,累计,年度目标,累计\n"
        "甲县,50,1,7,500,70\n乙县,40,1,8,400,80\n总计,90,2,15,900,150\n"
    )
    outcome = take(table, "9月", "--under", under, plan=CROSSED)
    assert outcome.code == 0, outcome.err
    known = "funds" if under == "完成投资" else under
    assert [take.actuals[f"{known}/{county}"]["M09"] for county in ("甲县", "乙县")] == figures


def test_of_several_targets_side_by_side_a_column_of_the_one_at_hand_is_proposed(take: Take) -> None:
    table = "县市,开复工项目,,完成投资,\n,计划数,开工数,计划数,动工数\n甲县,50,7,500,70\n乙县,40,8,400,80\n"
    for under, column in (("signed", "C"), ("funds", "E")):
        refused = take(table, "9月", "--under", under, plan=CROSSED, lang="zh")
        assert refused.code == 2
        assert refused.err.endswith(f"可用列号或列标题指明：--column actual={column}\n")


def test_a_column_that_is_named_keeps_what_else_its_heading_says(take: Take) -> None:
    table = "指标,计划完成（万元）,备注\nfunds,5214000,\n"
    assert take(table, "9月", plan=PLAN).code == 2
    assert take(table, "9月", "--column", "actual=B", plan=PLAN).code == 0
    assert take.actuals["funds"]["M09"] == "521.4"
    other = take("指标,10月计划完成\nfunds,5\n", "9月", "--column", "actual=B", plan=PLAN)
    assert "the table has figures for M10, but none for M09" in other.err


@pytest.mark.parametrize(
    "table",
    [
        "指标,计数,9月\nA,万元,50000\nB,万人,6\n",
        "指标,UoM,9月\nA,万元,50000\nB,万人,6\n",
        "指标,计数,9月\nA,万元,50000\nB,人,60000\n合计,人,\n",
        "指标,,9月\nA,万元,50000\nB,万人,6\n合计,,\n",
    ],
)
def test_a_column_of_nothing_but_units_is_that_whatever_its_heading(take: Take, table: str) -> None:
    assert take(table, plan=UNITS).code == 0
    assert take.actuals == {"a": {"M09": "5"}, "b": {"M09": "60000"}}


def test_units_below_a_heading_of_names_that_is_merged_over_both(take: Take, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 1, "指标")
        sheet.write_row(0, 2, ["9月"])
        sheet.write_row(1, 0, ["A", "万元", 50000])
        sheet.write_row(2, 0, ["B", "人", 70])
    assert take(path.read_bytes(), plan=UNITS, name="b.xlsx").code == 0
    assert take.actuals == {"a": {"M09": "5"}, "b": {"M09": "70"}}


def test_words_that_may_be_anything_make_no_column_of_units(take: Take) -> None:
    outcome = take("指标,等次,9月\nA,级,7\nB,级,8\n", lang="zh")
    assert outcome.code == 0
    assert ["B", "等次", "（未读取）未能识别"] in map(str.split, outcome.err.splitlines())


def test_the_place_beside_a_target_with_parts_names_the_part(take: Take) -> None:
    rows = "吉首市,投资,36\n泸溪县,投资,29\n全州,投资,65\n吉首市,道路,2\n吉首市,开复工项目,9\n"
    outcome = take(f"县市,指标,9月累计\n{rows}", plan=OF_WHICH, lang="zh")
    assert outcome.code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
        "projects": {"M09": "9"},
        "roads": {"M09": "2"},
        "roads/吉首市": {"M09": "2"},
    }
    assert "A   县市     各指标按地区的分解任务\n" in outcome.err
    refused = take.again("县市,指标,9月累计\n外地,投资,36\n")
    assert (refused.code, "the target investment has no part 外地" in refused.err) == (2, True)


def test_a_place_beside_targets_without_parts_says_only_where_they_are(take: Take) -> None:
    outcome = take("县市,指标,9月累计\n吉首市,开复工项目,9\n", plan=OF_WHICH)
    assert (outcome.code, take.actuals) == (0, {"projects": {"M09": "9"}})
    assert "A       县市     (left out) not understood\n" in outcome.err


BY_PLACE = """[plan]
title = "P"
year = 2024
[targets.homes]
name = "Homes"
goal = 100
[targets.homes.parts]
east = { name = "East", goal = 60 }
west = { name = "West", goal = 40 }
[targets.roads]
name = "Roads"
goal = 30
[targets.roads.parts]
east = { name = "East", goal = 20 }
west = { name = "West", goal = 10 }
"""


OF_EAST = {"homes/east": {"H1": "30"}, "roads/east": {"H1": "9"}, "homes": {"H1": "30"}}


@pytest.mark.parametrize(
    "rows",
    [
        "District,Indicator,H1\nEast,Homes,30\n,Roads,9\n",
        "District,Indicator,H1\nEast,Homes,30\n,Roads,9\nWest,Homes,12\n,Roads,4\n",
    ],
)
def test_a_figure_whose_place_is_blank_below_another_is_not_taken_for_that_of_the_whole(
    take: Take, rows: str
) -> None:
    """A CSV made of a sheet with merged cells: 9 are the roads of the east, not of all."""
    refused = take(rows, plan=BY_PLACE)
    assert (refused.code, take.actuals) == (2, {})
    assert "row 3: its place is blank, though a row above names one (write the place in each" in refused.err


@pytest.mark.parametrize(
    "rows",
    [
        "District,Indicator,H1\nEast,Homes,30\nEast,Roads,9\n,Roads,13\n",
        "District,Indicator,H1\n,Roads,13\nEast,Roads,9\nEast,Homes,30\n",
        "District,Indicator,H1\nEast,Homes,30\n,Roads,13\nEast,Roads,9\n",
        "District,Indicator,H1\nEast,Homes,30\nTotal,Roads,13\nEast,Roads,9\n",
        "Indicator,District,H1\nHomes,East,30\nRoads,,13\nRoads,East,9\n",
    ],
)
def test_a_blank_place_beside_rows_of_the_same_indicator_is_the_whole(take: Take, rows: str) -> None:
    assert take(rows, plan=BY_PLACE).code == 0
    assert take.actuals == OF_EAST | {"roads": {"H1": "13"}}


def test_of_two_columns_of_places_the_user_names_that_of_the_parts(take: Take) -> None:
    """The figures were taken for those of the whole."""
    rows = "Region,District,Indicator,H1\nRiver,East,Homes,30\nRiver,East,Roads,9\n"
    refused = take(rows, plan=BY_PLACE)
    assert (refused.code, take.actuals) == (2, {})
    assert refused.err.splitlines()[-2:] == [
        "error: several columns mean place: A `Region`, B `District`",
        'hint: name the right one: --column place=B, or --column "place=District"',
    ]
    assert take(rows, "--column", "place=District", plan=BY_PLACE).code == 0
    assert take.actuals == OF_EAST | {"roads": {"H1": "9"}}


@pytest.mark.parametrize(
    "rows",
    [
        "科室,考核要点,上半年\n建设科,Homes,30\n建设科,Roads,9\n",
        "Project,Step,H1\nWorks,Homes,30\nWorks,Roads,9\n",
        "Thing,Target,H1\nHomes,400,30\nRoads,30,9\n",
        "Name,Alias,H1\nHomes,X,30\nRoads,Homes,9\n",  # the heading of names goes first where it has any
    ],
)
def test_names_of_the_plan_are_found_below_a_heading_that_nobody_knows(take: Take, rows: str) -> None:
    """A heading such as 科室 may be one of names: nine departments were told to be no targets."""
    done = take(rows, plan=BY_PLACE)
    assert done.code == 0, done.err
    assert take.actuals == {"homes": {"H1": "30"}, "roads": {"H1": "9"}}


@pytest.mark.parametrize(
    ("rows", "letter", "parts"),
    [
        ("Team,Indicator,H1\nEast,Homes,30\nWest,Homes,12\n", "A `Team`", "East, West"),
        ("Indicator,Branch,H1\nHomes,East,30\n", "B `Branch`", "East"),  # the whole would have been 30
        ("Indicator,Branch,H1\nHomes,East,30\nRoads,Total,13\nRoads,,13\n", "B `Branch`", "East"),
    ],
)
def test_a_column_that_names_parts_is_asked_about(take: Take, rows: str, letter: str, parts: str) -> None:
    refused = take(rows, plan=BY_PLACE)
    assert (refused.code, take.actuals) == (2, {})
    at = letter[0]
    whose = f"of these parts add --column place={at}, for figures of the whole --column note={at}"
    assert refused.err.splitlines()[-2:] == [
        f"error: column {letter} names parts of targets: {parts}",
        f"hint: for figures {whose}",
    ]
    if "Total" not in rows:
        assert take(rows, "--column", f"place={at}", plan=BY_PLACE).code == 0
        assert take.actuals["homes/east"] == {"H1": "30"}


@pytest.mark.parametrize(
    "rows",
    [
        "Team,Indicator,H1\nEast,Homes,30\nNobody,Roads,9\n",
        "Note to all,Indicator,H1\nsee East,Homes,30\n",
        "Team,Parent target,Indicator,H1\nEast,Homes,East,30\n",
    ],
)
def test_a_column_that_names_something_else_too_is_not(take: Take, rows: str) -> None:
    assert take(rows, plan=BY_PLACE).code == 0


def test_a_row_of_growth_beside_that_of_the_amount_is_told_by_its_unit(take: Take) -> None:
    rows = ("funds,亿元,521.4", "funds,%,8.1")
    for first, second, number in ((*rows, 3), (*reversed(rows), 2)):
        outcome = take(f"指标,单位,9月\n{first}\n{second}\n", "--partial", plan=PLAN)
        assert outcome.code == 0, outcome.err
        assert f"row {number}: the table gives it in %, but the target is in 亿元" in outcome.err
        assert take.actuals["funds"]["M09"] == "521.4"
