"""Which target a row of a table means: by id, by name and unit, below a parent, among many of one name."""

from pathlib import Path

import pytest

from kit.recorded import PLAN, SOME, Take
from plan_tracker.spreadsheets.units import power


def test_rows_are_matched_by_id_or_by_name_and_unit(take: Take) -> None:
    outcome = take(
        "id,name,unit,period,actual\n"
        "projects,,,H2,401\n"
        ',到位资金,亿元,H2,"1,700.50"\n'
        "funds-abroad/新城区,,,H2,７０．５\n"
        ",,,,\n"
        "projects,,,H1,\n",
        plan=PLAN,
    )
    assert outcome.code == 0, outcome.err
    assert take.actuals == {
        "projects": {"H1": "190", "H2": "401"},
        "funds": {"H1": "365.60", "H2": "1700.50"},
        "funds-abroad": {"H2": "70.5"},
        "funds-abroad/新城区": {"H2": "70.5"},
    }
    assert outcome.out.splitlines()[:2] == [
        f"{take.file}: 3 figures added, 0 revised, 0 unchanged",
        "projects: 401 of 400个, 100.3%, done (was behind)",
    ]
    assert "note: 1 row without a figure: 6\n" in outcome.err
    assert "# 半年" in Path(take.file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "table",
    [
        "name,H2\nfunds-abroad/新城区,7\n",
        "parent,name,H2\nfunds-abroad,新城区,7\n",
        "上级指标,指标,H2\nfunds-abroad,新 城 区,7\n",
        "id,parent,H2\nfunds-abroad/新城区,funds-abroad,7\n",
    ],
)
def test_a_part_is_found_below_its_parent_or_as_target_and_part(take: Take, table: str) -> None:
    outcome = take(table, plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds-abroad/新城区"] == {"H2": "7"}


@pytest.mark.parametrize(
    ("under", "words"),
    [
        ("projects", "error: the target projects has no parts\n"),
        ("funds-abord", "error: there is no target funds-abord\nhint: did you mean `funds-abroad`?\n"),
        (
            "到位资金",
            "error: several targets have the name 到位资金: funds, funds-abroad\nhint: give the id of one\n",
        ),
    ],
)
def test_under_names_one_target_with_parts(take: Take, under: str, words: str) -> None:
    outcome = take("name,H2\n新城区,7\n", "--under", under, plan=PLAN)
    assert (outcome.code, outcome.err) == (2, words)


def test_names_with_different_sizes_of_a_unit_are_told_apart(take: Take) -> None:
    outcome = take("指标,单位,累计完成\n到位资金,万元,5214000\n到位资金,美元,70000\n", "9月", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds"]["M09"] == "521.4"
    assert take.actuals["funds-abroad"] == {"M09": "7"}


GROUPED = """[plan]
title = "P"
year = 2024
[targets.east]
name = "投资"
group = "东区"
goal = 80
[targets.west]
name = "投资"
group = "西区"
goal = 90
[targets.other]
name = "投资"
goal = 7
"""


@pytest.mark.parametrize(
    "table",
    [
        "指标,上半年\n东区,\n投资,42\n西区,\n投资,48\n",
        "类别,指标,上半年\n东 区,投资,42\n西区,投资,48\n",
    ],
)
def test_targets_of_one_name_are_told_apart_by_the_heading_above_them(take: Take, table: str) -> None:
    """A table that was imported could not be recorded a quarter later."""
    outcome = take(table, plan=GROUPED)
    assert outcome.code == 0, outcome.err
    assert take.actuals == {"east": {"H1": "42"}, "west": {"H1": "48"}}


def test_a_heading_of_none_of_them_tells_nothing_apart(take: Take) -> None:
    outcome = take("指标,上半年\n南区,\n投资,42\n", plan=GROUPED)
    assert outcome.code == 2
    assert "row 3: several targets have the name 投资: east, west, other" in outcome.err


@pytest.mark.parametrize(
    ("name", "figure", "written"),
    [
        ("到位资金（亿元）", "521.4", "521.4"),
        ("到位资金(万元)", "5214000", "521.4"),
        ("1.到位资金（亿元）", "521.4", "521.4"),
        ("（二）funds", "521.4", "521.4"),
        ("三、 funds", "521.4", "521.4"),
        ("③funds", "521.4", "521.4"),
        ("*到位资金（亿元）", "521.4", "521.4"),
        ("*1.funds", "521.4", "521.4"),
        ("funds*", "521.4", "521.4"),
        ("★到位资金（亿元）", "521.4", "521.4"),
        ("▲2.funds", "521.4", "521.4"),
        ("funds①", "521.4", "521.4"),
        ("funds²", "521.4", "521.4"),
        ("funds†", "521.4", "521.4"),
        ("funds（注2）", "521.4", "521.4"),
        ("funds[1]", "521.4", "521.4"),
        ('"到位资金\n（亿元）"', "521.4", "521.4"),
    ],
)
def test_a_name_may_have_its_unit_behind_it_and_a_number_before_it(
    take: Take, name: str, figure: str, written: str
) -> None:
    outcome = take(f"指标,9月\n{name},{figure}\n", plan=PLAN)
    assert outcome.code == 0, outcome.err
    assert take.actuals["funds"]["M09"] == written


def test_thousands_of_targets_may_have_one_name_and_units_of_their_own(take: Take) -> None:
    number = 400
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "Output"\nunit = "unit{n}"\ngoal = 10\n' for n in range(number)
    )
    rows = "".join(f"Output,unit{n},4\n" for n in range(number))
    before = power.cache_info()
    assert take(f"name,unit,H1\n{rows}", plan=plan).code == 0
    assert take.actuals == {f"t{n}": {"H1": "4"} for n in range(number)}
    after = power.cache_info()
    compared = after.hits + after.misses - before.hits - before.misses
    assert compared < 10 * number  # each with each would be 160,000


def test_of_many_targets_with_one_name_the_first_are_listed(take: Take) -> None:
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "Output"\nunit = "km"\ngoal = 10\n' for n in range(30)
    )
    refused = take("name,unit,H1\nOutput,km,4\n", plan=plan)
    ids = ", ".join(f"t{n}" for n in range(20))
    assert refused.code == 2
    assert f"row 2: several targets have the name Output: {ids}, … (give the id of one)" in refused.err


def test_a_size_of_the_unit_finds_its_target_among_those_of_one_name(take: Take) -> None:
    plan = '[plan]\ntitle = "P"\nyear = 2024\n' + "".join(
        f'[targets.t{n}]\nname = "产值"\nunit = "{unit}"\ngoal = 1000\n'
        for n, unit in enumerate(["亿元", "GWh", "个", "Tonnes"])
    )
    rows = "产值,万元,50000\n产值,MWh,2000\n产值,百个,3\n产值,tonnes,7\n"
    assert take(f"name,unit,H1\n{rows}", plan=plan).code == 0
    assert take.actuals == {"t0": {"H1": "5"}, "t1": {"H1": "2"}, "t2": {"H1": "300"}, "t3": {"H1": "7"}}


def test_an_id_beside_the_name_of_another_target_is_told(take: Take) -> None:
    refused = take("id,name,H1\na,B,5\nb,A,6\nc,C,7\n")
    assert refused.code == 2
    for line in (
        "row 2: the id a is that of A, but the name is that of another target: B (correct one of the two",
        "row 3: the id b is that of B, but the name is that of another target: A (correct one of the two",
    ):
        assert line in refused.err
    assert "row 4" not in refused.err
    assert take("id,name,H1\na,An older name,5\nb,,6\n").code == 0
    assert take.actuals == {"a": {"H1": "5"}, "b": {"H1": "6"}, "visits": {"M08": "5"}}


def test_a_name_in_the_column_of_ids_is_answered_with_the_id(take: Take) -> None:
    refused = take("id,H1\na,5\nVISITS,6\n", plan=SOME.replace("[targets.visits]", "[targets.v1]"))
    assert refused.code == 2
    assert "row 3: there is no target VISITS (did you mean `v1`?)" in refused.err


@pytest.mark.parametrize("heading", ["编号", "Code", "id"])
def test_a_column_without_any_id_of_the_plan_is_none_of_ids(take: Take, heading: str) -> None:
    outcome = take(f"{heading},name,H1\n1,A,5\n2,B,6\n")
    assert outcome.code == 0, outcome.err
    assert take.actuals == {"a": {"H1": "5"}, "b": {"H1": "6"}, "visits": {"M08": "5"}}
    refused = take(f"{heading},name,H1\na,A,5\n2,B,6\n")
    assert (refused.code, "row 3: there is no target 2" in refused.err) == (2, True)
    assert take(f"{heading},H1\n1,5\n").code == 2
