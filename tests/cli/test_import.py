"""`import`: a plan made of a table; and what `export` writes comes back as the same plan."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from kit.program import EXAMPLES, Run, Write
from plan_tracker.judging.evaluation import Result, evaluate
from plan_tracker.plan.pace import STEADY
from plan_tracker.reading.plan_file import load

CHINESE = """呼和浩特市2024年计划,,,,,,
单位：见表,,,,,,
指标名称,计量单位,年度目标值,上半年,完成时限,责任部门,分类,奇怪
引进亿元以上项目,个,400,190,2024年12月31日,商务局,招商引资,x
燃煤锅炉替代,台,"36",21,2024/9/30,住建局,民生,
绿化覆盖率,%,42.5,41.9,年底前,园林局,民生,
燃煤锅炉替代,吨,一千,5,,,,
,,,,,,民生,
"""


def results(file: str | Path) -> dict[str, Result]:
    return {
        each.target.id: each for result in evaluate(load(file)).results for each in (result, *result.parts)
    }


def write_table(folder: Path, text: str, name: str = "plan-2024.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_chinese_table_becomes_a_plan_and_what_was_not_understood_is_listed(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(tmp_path, CHINESE)
    outcome = run("import", table, "-o", "plan.toml", "--title", "计划")
    assert (outcome.code, outcome.out) == (0, "plan.toml：4项指标，0项分解任务\n")
    assert outcome.err.splitlines()[1:] == [
        "说明：不认识的列：奇怪；可用 --column actual=列名 指明",
        '说明：单位为百分比，视为水平值（kind = "level"）；如为累计量请改正：绿化覆盖率',
        "第6行：due：没有看懂 `年底前`",
        "第7行：goal：没有看懂 `一千`",
        "第8行：没有名称",
    ]
    assert Path("plan.toml").read_text(encoding="utf-8") == (
        "# 由 plan-tracker import 从 plan-2024.csv 生成。\n"
        "# 试试：plan-tracker status\n"
        '\n[plan]\ntitle = "计划"\nyear = 2024\nlanguage = "zh"\n'
        '\n[targets."引进亿元以上项目"]\nname = "引进亿元以上项目"\ngroup = "招商引资"\nowner = "商务局"\n'
        'unit = "个"\ngoal = 400\nactual = { H1 = 190 }\n'
        '\n[targets."燃煤锅炉替代"]\nname = "燃煤锅炉替代"\ngroup = "民生"\nowner = "住建局"\n'
        'unit = "台"\ngoal = 36\ndue = 2024-09-30\nactual = { H1 = 21 }\n'
        '\n[targets."绿化覆盖率"]\nname = "绿化覆盖率"\ngroup = "民生"\nowner = "园林局"\n'
        'unit = "%"\nkind = "level"\ngoal = 42.5\nactual = { H1 = 41.9 }\n'
        '\n[targets."燃煤锅炉替代-2"]\nname = "燃煤锅炉替代"\nunit = "吨"\nactual = { H1 = 5 }\n'
    )


def test_columns_can_be_named_and_figures_get_the_period_they_are_said_to_be_for(
    run: Run, tmp_path: Path
) -> None:
    table = write_table(tmp_path, 'what,due at\nRoads built,7\nBad " name,1e5\n', "roads.csv")
    arguments = ("import", table, "--column", "name=What", "--column", "actual=due at", "--period", "Q1")
    assert "error: roads.csv does not say for which year its plan is\n" in run(*arguments).err
    outcome = run(*arguments, "--year", "2025")
    assert outcome.code == 0
    assert outcome.out == (
        "# Made from roads.csv by plan-tracker import.\n# Try: plan-tracker status\n"
        '\n[plan]\ntitle = "roads"\nyear = 2025\n'
        '\n[targets.roads-built]\nname = "Roads built"\nactual = { Q1 = 7 }\n'
        '\n[targets.bad-name]\nname = "Bad \\" name"\n'
    )
    assert outcome.err.splitlines()[1:] == ["row 3: actual: `1e5` was not understood"]


def test_what_would_make_the_plan_invalid_is_left_out_and_listed(run: Run, tmp_path: Path) -> None:
    table = write_table(
        tmp_path,
        "id,name,goal,period,actual,due\n"
        "a,A,0,H1,5,2024-12-31\n"
        "b c,B,5,H1,5,2024-12-31\n"
        "d,D,5,H1,-5,2024-12-31\n"
        "a,A again,5,H1,5,2024-12-31\n"
        "z/part,Part,5,H1,5,2024-12-31\n"
        "e,E,5,H1,5,2024-12-31\n",
    )
    outcome = run("import", table, "-o", "plan.toml")
    assert outcome.code == 0
    assert outcome.err.splitlines()[1:] == [
        "row 2: the goal must be above 0 (`goal` is left out)",
        "row 3: the id `b c` may hold only letters, digits, `-`, `_` and `.` (`b c` is left out)",
        "row 4: `H1` must not be negative (`actual` is left out)",
        "row 5: the id a stands in row 2 already",
        "row 6: it is a part of z, which is not in the table",
    ]
    assert {known: result.target.goal for known, result in results("plan.toml").items()} == {
        "a": None,
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


def facts(result: Result) -> tuple[object, ...]:
    target, actual = result.target, result.actual
    latest = (actual.period, actual.day, actual.value) if actual else None
    return target.name, target.unit, target.goal, target.baseline, target.due, latest


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
    assert {known: facts(result) for known, result in after.items()} == {
        known: facts(result) for known, result in before.items()
    }
    for known, result in before.items():
        if result.target.pace is None or result.target.pace.rule == STEADY:
            assert after[known].status is result.status, known
