"""Rows of `import` that head those below them."""

from pathlib import Path

import pytest

from kit.imported import targets, write_table
from kit.program import Run

HEADINGS = "2024年,,,\n序号,指标,单位,目标\n"


def test_words_alone_before_the_names_head_the_rows_below(run: Run, tmp_path: Path) -> None:
    """A title that is merged across all columns stands in the first one of a text file."""
    rows = "一、经济发展,,,\n1,投资,亿元,30\n2,税收,亿元,20\n（二）民生,,,\n3,住房,套,100\n"
    made = targets(run, tmp_path, HEADINGS + rows)
    assert {key: each.target.group for key, each in made.items()} == {
        "投资": "一、经济发展",
        "税收": "一、经济发展",
        "住房": "（二）民生",
    }
    assert "第3、6行：分组标题" in run("import", str(tmp_path / "t.csv"), "--lang", "zh").err


@pytest.mark.parametrize("serial", ["3", "（三）", "三、", "III", "3.1"])
def test_a_number_alone_heads_nothing(run: Run, tmp_path: Path, serial: str) -> None:
    table = write_table(tmp_path, f"{HEADINGS}1,投资,亿元,30\n{serial},,,\n2,税收,亿元,20\n")
    refused = run("import", table, "--lang", "zh")
    assert (refused.code, "第4行：没有名称" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("table", "groups"),
    [
        (
            "指标,目标\n一、农业,5\n二、工业,\n1.产值,6\n2.产量,7\n三、用电量,8\n",
            ["", "二、工业", "二、工业", ""],
        ),
        ("序号,指标,目标\n（一）,农业,5\n（二）,工业,\n1,产值,6\n（三）,用电量,8\n", ["", "工业", ""]),
        ("指标,目标\n1.农业,5\n工业,\n2.产值,6\n3.产量,7\n", ["", "工业", "工业"]),
        ("序号,指标,目标\n1,工业,\n1,产值,6\n2,产量,7\n2,民生,\n1,住房,8\n", ["工业", "工业", "民生"]),
        ("No,Indicator,Goal\n,1. Economy,\n1,GDP,5\n2,Jobs,6\n", ["1. Economy", "1. Economy"]),
        ("指标,目标\n（一）工业,\n（一）产值,6\n（二）产量,7\n", ["（一）工业", "（一）工业"]),
    ],
)
def test_a_row_numbered_as_the_heading_above_is_not_below_it(
    run: Run, tmp_path: Path, table: str, groups: list[str]
) -> None:
    made = targets(run, tmp_path, table)
    assert [each.target.group or "" for each in made.values()] == groups


def test_a_target_may_be_called_as_its_group(run: Run, tmp_path: Path) -> None:
    made = targets(run, tmp_path, "类别,指标,目标\n就业,就业,5\n就业,培训,6\n住房,住房,9\n")
    assert {key: each.target.group for key, each in made.items()} == {
        "就业": "就业",
        "培训": "就业",
        "住房": "住房",
    }


@pytest.mark.parametrize(
    ("table", "group", "binding"),
    [
        ("指标,项目类别,目标\n甲,新建,5\n", "新建", None),
        ("领域,指标,项目类别,目标\n工业,甲,新建,5\n", "工业", None),
        ("指标,指标类别,目标\n甲,约束性,5\n", "", True),
        ("指标类别,性质,指标,目标\n工业,约束性,甲,5\n", "工业", True),
        ("Result,Indicator,Target,H1 actual\nOutcome 1,A,5,3\n", "Outcome 1", None),
        ("Indicator,Target,H1 actual,Result\nA,5,3,4\n", "", None),
        ("Indicator,Target,H1 actual,Result\nA,5,3,ok\n", "", None),
    ],
)
def test_categories_are_groups_where_no_other_column_has_them_and_they_are_no_natures(
    run: Run, tmp_path: Path, table: str, group: str, binding: bool | None
) -> None:
    (made,) = targets(run, tmp_path, table).values()
    assert (made.target.group, made.target.binding) == (group, binding)


@pytest.mark.parametrize(
    ("headings", "owner"),
    [
        ("牵头单位,责任单位", "甲"),
        ("责任单位,牵头责任单位", "乙"),
        ("责任部门,主办单位", "乙"),
        ("责任人,责任单位", "乙"),
        ("责任领导,牵头单位", "乙"),
        ("负责人,责任科室", "乙"),
        ("牵头单位,配合单位", "甲"),
        ("Owner,Lead department", "乙"),
        ("Responsible office,Project manager", "甲"),
        ("Lead officer,Department", "乙"),
        ("Lead,Owner", "乙"),
        ("Lead,Responsible", "乙"),
    ],
)
def test_who_leads_is_the_owner_and_a_body_goes_before_its_people(
    run: Run, tmp_path: Path, headings: str, owner: str
) -> None:
    """The lead body (牵头责任单位) was no owner where another had that heading, or both were refused."""
    (made,) = targets(run, tmp_path, f"指标,目标,{headings}\n住房,5,甲,乙\n").values()
    assert made.target.owner == owner


def test_owners_below_one_heading_are_told_apart_by_the_row_below(run: Run, tmp_path: Path) -> None:
    table = "指标,目标,责任单位,责任单位\n,,牵头,配合\n住房,5,甲,乙\n"
    (made,) = targets(run, tmp_path, table).values()
    assert made.target.owner == "甲"


def test_owners_of_one_rank_are_asked_about_and_others_told(run: Run, tmp_path: Path) -> None:
    table = write_table(tmp_path, "指标,目标,责任单位,责任部门\n住房,5,甲,乙\n")
    refused = run("import", table, "--lang", "en")
    assert refused.err.startswith("error: several columns mean owner: C `责任单位`, D `责任部门`\n")
    table = write_table(tmp_path, "指标,目标,责任单位,牵头单位\n住房,5,甲,乙\n")
    assert "(left out) the owner is that of `牵头单位`" in run("import", table, "--lang", "en").err
    chosen = run("import", table, "--column", "owner=责任单位")
    assert 'owner = "甲"' in chosen.out
