"""Rows below another: 其中：…, indented, or behind a dash."""

import pytest

from kit.recorded import OF_WHICH, Take


@pytest.mark.parametrize(
    "mark", ["其中：", "其中:", "  其中", "#其中", "1.其中：", "其中：1.", "Of which: ", "其中，"]
)
def test_a_target_below_of_which_is_recorded_as_one(take: Take, mark: str) -> None:
    outcome = take(f'指标,单位,9月累计\n投资,亿元,65\n"{mark}开复工项目",个,36\n', plan=OF_WHICH)
    assert outcome.code == 0
    assert take.actuals == {"investment": {"M09": "65"}, "projects": {"M09": "36"}}


def test_a_unit_behind_a_name_below_of_which_is_that_of_its_figure(take: Take) -> None:
    rows = "开复工项目,36\n其中：投资（万元）,650000\n其中：吉首市（万元）,9\n"
    rows += "投资,\n其中：泸溪县（万元）,20000\n"
    assert take(f"指标,9月累计\n{rows}", plan=OF_WHICH).code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/泸溪县": {"M09": "2"},
        "projects": {"M09": "36"},
    }


def test_a_part_below_of_which_is_that_of_the_row_above(take: Take) -> None:
    rows = "投资,65\n其中：吉首市,36\n其中：开复工项目,9\n其中：泸溪县,20\n其中：外地,5\n"
    outcome = take(
        f"指标,9月累计\n{rows}道路,\n其中：吉首市,2\n合计,99\n其中：泸溪县,1\n", plan=OF_WHICH, lang="zh"
    )
    assert outcome.code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "20"},
        "projects": {"M09": "9"},
        "roads": {"M09": "2"},
        "roads/吉首市": {"M09": "2"},
    }
    assert "说明：第6、10行：“其中”项，未读取；如是单独的指标，请删去“其中”\n" in outcome.err
    assert "说明：第9行：合计，未读取\n" in outcome.err


def test_a_part_that_is_indented_is_that_of_the_row_above(take: Take) -> None:
    rows = "投资,65\n　　吉首市,36\n　　泸溪县,29\n道路,\n  吉首市,2\n开复工项目,9\n  道路,3\n"
    assert take(f"指标,9月累计\n{rows}", plan=OF_WHICH).code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
        "projects": {"M09": "9"},
        "roads": {"M09": "3"},
        "roads/吉首市": {"M09": "2"},
    }
    refused = take.again("指标,9月累计\n投资,65\n  外地,36\n")
    assert (refused.code, "there is no target 外地" in refused.err) == (2, True)


def test_parts_behind_of_which_alone_or_a_dash_are_those_of_the_row_above(take: Take) -> None:
    rows = "投资,65\n其中：,\n吉首市,36\n泸溪县,29\n道路,3\n- 吉首市,2\n– 泸溪县,1\n开复工项目,9\n"
    assert take(f"指标,9月累计\n{rows}", plan=OF_WHICH).code == 0
    assert take.actuals == {
        "investment": {"M09": "65"},
        "investment/吉首市": {"M09": "36"},
        "investment/泸溪县": {"M09": "29"},
        "projects": {"M09": "9"},
        "roads": {"M09": "3"},
        "roads/吉首市": {"M09": "2"},
        "roads/泸溪县": {"M09": "1"},
    }
    refused = take.again("指标,9月累计\n投资,65\n其中：,\n外地,3\n吉首市,2\n")
    assert refused.code == 2
    assert "row 4: there is no target 外地" in refused.err
    assert "row 5: there is no target 吉首市" in refused.err


@pytest.mark.parametrize("mark", ["  ", "- ", "其中：", "其中：,\n"])
def test_a_part_goes_before_a_target_of_the_same_name(take: Take, mark: str) -> None:
    plan = """[plan]
title = "T"
year = 2024
[targets.a]
name = "投资"
parts = { "工业" = {} }
[targets.b]
name = "工业"
"""
    assert take(f"指标,9月累计\n工业,65\n投资,9\n{mark}工业,8\n", plan=plan).code == 0
    assert take.actuals == {"a": {"M09": "9"}, "a/工业": {"M09": "8"}, "b": {"M09": "65"}}
