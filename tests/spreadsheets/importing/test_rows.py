"""What the cells of a row say in `import`, and in `record` of the same table."""

from pathlib import Path

import pytest

from kit.imported import results, targets, write_table
from kit.program import Run


@pytest.mark.parametrize("dash", ["—", "/", "-", "N/A"])
def test_a_dash_for_a_unit_keeps_that_of_the_whole_table_away(run: Run, tmp_path: Path, dash: str) -> None:
    """An index of 102 became 102万元; a blank has the unit above the table."""
    table = f"单位：万元,,,\n指标,单位,2024年目标,1-6月累计\n价格指数,{dash},102,101.5\n投资,,86000,41200\n"
    index, investment = targets(run, tmp_path, table).values()
    assert (index.target.unit, investment.target.unit) == ("", "万元")
    later = write_table(tmp_path, table.replace("1-6月", "1-9月"))
    assert run("record", "--from", later, "-f", "made.toml", "--yes").code == 0
    recorded = [each.actual and str(each.actual.value) for each in results("made.toml").values()]
    assert recorded == ["101.5", "41200"]


def test_a_dash_for_a_unit_keeps_that_of_a_heading_away_which_is_that_of_the_table(
    run: Run, tmp_path: Path
) -> None:
    """An index of 102 became 102亿元."""
    table = "单位：亿元,,,\n指标,单位,2024年目标,1-6月累计（亿元）\n价格指数,—,102,101.5\n投资,,8,4\n"
    refused = run("import", write_table(tmp_path, table), "--lang", "en")
    assert refused.code == 2
    assert "row 3: actual: the table gives it in 亿元, but the target has no unit" in refused.err


def test_a_dash_for_a_unit_in_a_return_leaves_figures_in_that_of_the_table(run: Run, tmp_path: Path) -> None:
    """The target has a unit, so the dash is one that was not filled in."""
    targets(run, tmp_path, "指标,单位,2024年目标\n投资,亿元,8.6\n")
    table = write_table(tmp_path, "单位：万元,,\n指标,单位,1-6月累计\n投资,—,41200\n")
    assert run("record", "--from", table, "-f", "made.toml").code == 0
    (made,) = results("made.toml").values()
    assert made.actual
    assert str(made.actual.value) == "4.12"


@pytest.mark.parametrize(
    ("goal", "actual", "values"),
    [
        ("2024年目标（亿元）", "1-6月累计", ("亿元", "8.6", "4.12")),
        ("2024年目标", "1-6月累计（亿元）", ("亿元", "0.00086", "41200")),
        ("2024年目标（亿元）", "1-6月累计（万元）", ("亿元", "8.6", "4.12")),
    ],
)
def test_what_a_heading_says_no_unit_of_is_in_that_of_the_table(
    run: Run, tmp_path: Path, goal: str, actual: str, values: tuple[str, ...]
) -> None:
    """Both commands: `import` took 41200万元 for 41200亿元, as the goal beside it was in 亿元."""
    table = f"单位：万元,,\n指标,{goal},{actual}\n投资,8.6,41200\n"
    (made,) = targets(run, tmp_path, table, "--yes").values()
    assert made.actual
    assert (made.target.unit, str(made.target.goal), str(made.actual.value)) == values
    later = write_table(tmp_path, table.replace("1-6月", "1-9月"))
    assert run("record", "--from", later, "-f", "made.toml", "--yes").code == 0
    (recorded,) = results("made.toml").values()
    assert recorded.actual
    assert str(recorded.actual.value) == values[2]


def test_the_unit_of_what_is_counted_by_names_is_not_that_of_the_figures(run: Run, tmp_path: Path) -> None:
    table = "项目（个）,2024年目标（亿元）,1-6月累计\n投资,86,41\n"
    (made,) = targets(run, tmp_path, table).values()
    assert made.target.unit == "亿元"
    later = write_table(tmp_path, table.replace("1-6月", "1-9月"))
    assert run("record", "--from", later, "-f", "made.toml", "--yes").code == 0


def test_below_the_word_for_units_bodies_are_owners_and_no_units(run: Run, tmp_path: Path) -> None:
    """新增学位 was told to be of 3000教育局."""
    table = "单位,指标,目标,1-6月\n教育局,新增学位（个）,3000,2600\n卫健委,新增床位（张）,500,410\n"
    places, beds = targets(run, tmp_path, table).values()
    assert [places.target.unit, places.target.owner] == ["个", "教育局"]
    assert [beds.target.unit, beds.target.owner] == ["张", "卫健委"]
    (mixed,) = targets(run, tmp_path, "单位,指标,目标,责任人\n教育局,学位（个）,3000,甲\n").values()
    assert [mixed.target.unit, mixed.target.owner] == ["个", "甲"]
    headed = "Unit,KPI,Target\nFinance,Invoices paid,1200\nHR,Hires,40\n"
    assert [each.target.owner for each in targets(run, tmp_path, headed).values()] == ["Finance", "HR"]
    behind = "KPI,Unit,Target\nInvoices paid,invoices,1200\nHires,hires,40\n"
    assert [each.target.unit for each in targets(run, tmp_path, behind).values()] == ["invoices", "hires"]
    (schools,) = targets(run, tmp_path, "单位,指标,目标\n所,学校,3\n").values()
    assert [schools.target.unit, schools.target.owner] == ["所", ""]
    in_front = "Unit,KPI,Target\ntrees,Planted,1200\nlicences,Issued,40\n"
    assert [each.target.unit for each in targets(run, tmp_path, in_front).values()] == ["trees", "licences"]
    (visits,) = targets(run, tmp_path, "单位,指标,目标\n家次,走访企业,500\n").values()
    assert [visits.target.unit, visits.target.owner] == ["家次", ""]
    counted = targets(run, tmp_path, "指标,单位,目标\n服务设施,中心,20\n供水,站,3\n").values()
    assert [each.target.unit for each in counted] == ["中心", "站"]


def test_of_minimum_and_maximum_beside_one_another_none_is_in_minutes(run: Run, tmp_path: Path) -> None:
    refused = run("import", write_table(tmp_path, "KPI,Target (min),Target (max)\npH,6.5,8.5\n"))
    assert (refused.code, refused.out) == (2, "")
    assert "`min` in brackets is not a unit, year or period" in refused.err
    (made,) = targets(run, tmp_path, "KPI,Target (min)\nWait,6.5\n").values()
    assert made.target.unit == "min"


def test_whether_a_goal_is_a_number_says_nothing_of_its_kind(run: Run, tmp_path: Path) -> None:
    (made,) = targets(run, tmp_path, "指标,类型,目标\n培训,定量,100\n").values()
    assert [made.target.kind.value, made.target.goal] == ["cumulative", 100]
