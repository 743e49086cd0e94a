"""Goals of quarters that add up to the year's make running totals beside them doubtful."""

from pathlib import Path

import pytest

from kit.imported import write_table
from kit.program import Run
from kit.recorded import Take

DOUBT = "the goals of the periods add up to that of the year; are the figures of each period alone, too"
HEAD = "name,Annual target,Q1 target,Q2 target,Q3 target,Q4 target,Q1,Q2,Q3\n"
PLAN = """[plan]
title = "P"
year = 2024
[targets.a]
name = "A"
goal = 40
[targets.b]
name = "B"
goal = 100
"""


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (HEAD + "A,40,5,10,15,10,4,9,12\nB,100,20,25,30,25,15,24,28\n", "rows 2-3"),
        (HEAD + "A,40,5,10,15,10,4,9,12\nB,100,20,45,75,100,15,44,68\n", "row 2"),
        (HEAD + "A,40,5,10,15,10,4,,\nB,100,20,25,30,25,15,24,\n", "row 3"),  # one figure of A is both
        ("name,Target,Q1 target,Q2 target,Q1,Q2\nA,40,10,30,4,9\nB,100,40,60,15,24\n", "rows 2-3"),
    ],
)
def test_goals_of_quarters_that_add_up_need_a_yes(take: Take, table: str, rows: str) -> None:
    refused = take(table, plan=PLAN)
    assert (refused.code, f"{rows}: {DOUBT}" in refused.err) == (2, True)
    assert take(table, "--yes", plan=PLAN).code == 0


@pytest.mark.parametrize(
    "table",
    [
        HEAD + "A,40,5,15,30,40,4,9,12\nB,100,20,45,75,100,15,44,68\n",  # running goals
        HEAD + "A,40,0,0,0,40,4,9,12\n",
        "name,Target,H1 target,H2 target,H1,FY\nA,40,10,30,4,39\nB,100,40,60,35,90\n",
        "name,全年目标,上半年目标,下半年目标,上半年,前三季度\nA,40,10,30,4,19\nB,100,40,60,35,70\n",
        HEAD.replace("Q3\n", "Total to date\n") + "A,40,5,10,15,10,4,9,13\n",
        "name,Target,Q1 target,Q2 target,Q1,Q2\nA,40,10,30,4,9\n",  # two may do so by chance
    ],
)
def test_other_goals_of_quarters_are_no_doubt(take: Take, table: str) -> None:
    done = take(table, plan=PLAN)
    assert (done.code, DOUBT in done.err) == (0, False), done.err


def test_targets_that_count_each_period_take_such_figures(take: Take) -> None:
    plan = PLAN.replace("year = 2024", 'year = 2024\ncounting = "per_period"')
    assert take(HEAD + "A,40,5,10,15,10,4,9,12\n", plan=plan).code == 0
    assert take.actuals["a"] == {"Q1": "4", "Q2": "13", "Q3": "25"}  # added up


def test_an_imported_table_is_doubted_alike(run: Run, take: Take) -> None:
    take(HEAD + "A,40,5,10,15,10,4,9,12\n", "--dry-run", plan=PLAN)
    refused = run("import", take.table, "--year", "2024")
    assert (refused.code, f"row 2: {DOUBT}" in refused.err) == (2, True)
    assert run("import", take.table, "--year", "2024", "--yes").code == 0


@pytest.mark.parametrize(
    ("headings", "named"),
    [
        ("一季度,二季度,三季度", "D `二季度`, E `三季度`"),
        ("Q1 actual,Q2 actual,Q3 actual", "D `Q2 actual`, E `Q3 actual`"),
        ("1月,2月,3月", "D `2月`, E `3月`"),
        ("上半年完成,下半年完成", "D `下半年完成`"),
        ("一季度,上半年,前三季度", ""),
        ("1-3月,1-6月,1-9月", ""),
        ("3月末,6月末,9月末", ""),
        ("截至3月,截至6月,截至9月", ""),
        ("2024-03-31,2024-06-30,2024-09-30", ""),
    ],
)
def test_figures_that_may_be_of_each_period_alone_are_told_as_running_totals(
    run: Run, tmp_path: Path, headings: str, named: str
) -> None:
    """20, 25 and 30 of 120 pass for running totals, and may be 75 of 120."""
    figures = "20,25,30" if headings.count(",") > 1 else "20,25"
    table = write_table(tmp_path, f"指标,目标,{headings}\n甲,120,{figures}\n")
    said = run("import", table, "--lang", "en")
    notes = [
        line for line in said.err.splitlines() if "read as running totals since the year's start" in line
    ]
    assert (said.code, len(notes)) == (0, 1 if named else 0)
    assert named in "".join(notes)


def test_of_levels_and_single_figures_nothing_is_told(run: Run, tmp_path: Path) -> None:
    for row in ("甲,%,98,91,92", "甲,个,98,,92"):
        said = run("import", write_table(tmp_path, f"指标,单位,目标,一季度,二季度\n{row}\n"), "--lang", "en")
        assert (said.code, "running totals" in said.err) == (0, False)
