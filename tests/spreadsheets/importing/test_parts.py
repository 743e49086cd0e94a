"""Rows below another in `import`: parts where they add up to it, else told."""

from cProfile import Profile
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment

from kit.imported import results, targets, write_table
from kit.program import Run


@pytest.mark.parametrize(
    "rows",
    [
        "住房,套,100,50\n其中：市区,套,60,30\n其中：郊区,套,40,20\n",
        "住房,套,100,50\n其中：市区,套,60,30\n　　　郊区,套,40,20\n",
        "住房,套,100,50\n其中：市区,套,60,30\n郊区,套,40,20\n",
        "住房,套,100,50\n　　市区,,60,30\n　　郊区,,40,20\n",
        "住房,套,100,50\n  市区,套,60,30\n  郊区,套,40,20\n",
        "住房,套,100,50\nof which: 市区,套,60,30\nof which 郊区,套,40,20\n",
        "住房,套,100,50\nthereof: 市区,套,60,30\no/w 郊区,套,40,20\n",
        "住房,套,100,50\n- 市区,套,60,30\n- 郊区,套,40,20\n",
        "住房,套,100,50\n• 市区,,60,30\n• 郊区,,40,20\n",
        "住房,套,100,50\n#市区,,60,30\n＃ 郊区,,40,20\n",
    ],
)
def test_rows_that_add_up_to_the_one_above_are_its_parts(run: Run, tmp_path: Path, rows: str) -> None:
    table = f"2024年,,,\n指标,单位,目标,上半年完成\n{rows}税收,亿元,30,14\n"
    made = targets(run, tmp_path, table)
    assert {
        key: (each.target.goal, each.actual.value if each.actual else None) for key, each in made.items()
    } == {
        "住房": (Decimal(100), Decimal(50)),
        "住房/市区": (Decimal(60), Decimal(30)),
        "住房/郊区": (Decimal(40), Decimal(20)),
        "税收": (Decimal(30), Decimal(14)),
    }
    err = run("import", str(tmp_path / "t.csv")).err
    assert "说明：第4-5行：上一指标的分解任务，各项之和与其相等\n" in err
    assert "其中" not in err
    later = (tmp_path / "t.csv").read_text(encoding="utf-8").replace("上半年", "前三季度")
    again = run("record", "-f", "made.toml", "--from", write_table(tmp_path, later, "later.csv"), "--yes")
    assert (again.code, again.out.splitlines()[0].partition("：")[2]) == (0, "新增4项数据，更正0项，0项不变")


@pytest.mark.parametrize(
    ("rows", "made", "words"),
    [
        # less than the whole: nobody says what the rest is
        ("住房,套,100,50\n其中：市区,套,60,30\n", ["住房"], "第4行：“其中”项，未读取"),
        ("住房,套,100,50\n  市区,套,60,30\n  郊区,套,30,20\n", ["住房", "市区", "郊区"], "第4-5行：有缩进，"),
        ("住房,套,100,50\n  市区,套,60,30\n  郊区,套,40,19\n", ["住房", "市区", "郊区"], "第4-5行：有缩进，"),
        # a single row that is as large as the whole
        ("住房,套,100,50\n  市区,套,100,50\n", ["住房", "市区"], "第4行：有缩进，"),
        # another unit, a rate, a goal that only one of them has
        (
            "住房,套,100,50\n  面积,万平方米,60,30\n  投资,亿元,40,20\n",
            ["住房", "面积", "投资"],
            "第4-5行：有缩进，",
        ),
        ("比例,%,100,50\n  甲,%,60,30\n  乙,%,40,20\n", ["比例", "甲", "乙"], "第4-5行：有缩进，"),
        ("住房,套,,50\n  市区,套,60,30\n  郊区,套,,20\n", ["住房", "市区", "郊区"], "第4-5行：有缩进，"),
        # parts of parts
        (
            "住房,套,9,9\n  甲,套,4,4\n    乙,套,3,3\n  丙,套,2,2\n",
            ["住房", "甲", "乙", "丙"],
            "第4-6行：有缩进，",
        ),
    ],
)
def test_rows_that_are_not_surely_parts_are_told(
    run: Run, tmp_path: Path, rows: str, made: list[str], words: str
) -> None:
    table = f"2024年,,,\n指标,单位,目标,上半年完成\n{rows}税收,亿元,30,14\n"
    assert [*targets(run, tmp_path, table)] == [*made, "税收"]
    assert words in run("import", str(tmp_path / "t.csv")).err


@pytest.mark.parametrize(("last", "whole"), [("20", "住房/郊区"), ("21", "郊区")])
def test_rows_behind_of_which_alone_are_parts_as_far_as_they_add_up(
    run: Run, tmp_path: Path, last: str, whole: str
) -> None:
    rows = f"住房,套,100,50\n其中：,,,\n市区,套,60,30\n郊区,套,40,{last}\n税收,套,40,20\n"
    made = targets(run, tmp_path, f"2024年,,,\n指标,单位,目标,上半年完成\n{rows}")
    assert [*made][-2:] == [whole, "税收"]
    err = run("import", str(tmp_path / "t.csv")).err
    assert (
        "第4-6行：上一指标的分解任务" in err,
        "第4行：只写“其中”，不作为指标；其下各行按单独的指标读取\n" in err,
    ) == (
        last == "20",
        last == "21",
    )


def test_parts_of_several_periods_are_those_of_one_target(run: Run, tmp_path: Path) -> None:
    half = "住房,9,H1,3\n其中：市区,4,H1,1\n其中：郊区,5,H1,2\n"
    rows = f"{half}住房,9,Q3,6\n其中：市区,4,Q3,2\n其中：郊区,5,Q3,4\n"
    made = targets(run, tmp_path, f"指标,目标,报告期,完成值\n{rows}")
    assert {key: str(each.target.goal) for key, each in made.items()} == {
        "住房": "9",
        "住房/市区": "4",
        "住房/郊区": "5",
    }
    text = Path("made.toml").read_text(encoding="utf-8")
    assert "actual = { H1 = 1, Q3 = 2 }" in text
    assert "actual = { H1 = 2, Q3 = 4 }" in text


def test_a_figure_that_is_not_the_sum_of_the_parts_is_kept(run: Run, tmp_path: Path) -> None:
    rows = "住房,,H1,3\n住房,,Q3,7\n市区,住房,H1,1\n市区,住房,Q3,2\n郊区,住房,H1,2\n郊区,住房,Q3,4\n"
    targets(run, tmp_path, f"指标,上级指标,报告期,完成值\n{rows}")
    assert '\nname = "住房"\nactual = { Q3 = 7 }\n' in Path("made.toml").read_text(encoding="utf-8")


def test_two_targets_may_have_parts_of_one_name_and_excel_indents_them_too(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("Name", "2024 goal"),
        ("Homes", 9),
        ("East", 4),
        ("West", 5),
        ("Roads", 7),
        ("East", 4),
        ("West", 3),
    ):
        sheet.append(row)
    for cell in ("A3", "A4", "A6", "A7"):
        sheet[cell].alignment = Alignment(indent=1)
    book.save(tmp_path / "t.xlsx")
    assert run("import", str(tmp_path / "t.xlsx"), "-o", "t.toml").code == 0
    assert {key: str(each.target.goal) for key, each in results("t.toml").items()} == {
        "homes": "9",
        "homes/east": "4",
        "homes/west": "5",
        "roads": "7",
        "roads/east": "4",
        "roads/west": "3",
    }


def test_rows_that_are_all_indented_alike_are_targets(run: Run, tmp_path: Path) -> None:
    table = "2024年,\n指标,目标\n 甲,5\n 乙,3\n 丙,2\n"
    assert [*targets(run, tmp_path, table)] == ["甲", "乙", "丙"]
    assert "缩进" not in run("import", str(tmp_path / "t.csv")).err


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        # totals below, above, of a section and of all
        ("甲,套,60,30\n乙,套,30,20\n合计,,95,50\n", ["第5行：目标值为95，而第3-4行之和为90"]),
        ("合计,套,100,49\n甲,套,60,30\n乙,套,40,20\n", ["第3行：上半年为49，而第4-5行之和为50"]),
        (
            (
                "一、东,,,\n甲,套,60,30\n乙,套,40,20\n小计,,100,50\n"
                "二、西,,,\n丙,套,10,5\n小计,,11,6\n总计,,110,55\n"
            ),
            ["第9行：目标值为11，而第8行之和为10", "第9行：上半年为6，而第8行之和为5"],
        ),
        (
            "甲,套,60,30\n小计,,60,30\n乙,套,40,20\n小计,,40,20\n总计,,101,50\n",
            ["第7行：目标值为101，而第3、5行之和为100"],
        ),
        ('甲,套,610,30\n乙,套,430,20\n合计,,"1,050",50\n', ["第5行：目标值为1050，而第3-4行之和为1040"]),
        # parts of which more are named than there are, or all but a rest
        ("住房,套,100,50\n其中：市区,套,120,30\n", ["第3行：目标值为100，而第4行之和为120"]),
        (
            "住房,套,100,50\n其中：市区,套,60,30\n其中：郊区,套,30,20\n合计,套,100,50\n",
            ["第3行：目标值为100，而第4-5行之和为90"],
        ),
        (
            "住房,套,100,50\n　市区,套,60,30\n　郊区,套,50,20\n合计,套,100,50\n",
            ["第3行：目标值为100，而第4-5行之和为110"],
        ),
        # nothing to tell: right, rounded, of one part, in other units, of percentages, blank
        ("甲,套,60,30\n乙,套,40,20\n合计,,100,50\n", []),
        ("甲,套,33.3,1\n乙,套,33.3,1\n丙,套,33.3,1\n合计,套,100,3\n", []),
        ("住房,套,100,50\n其中：市区,套,60,30\n桥,座,5,1\n合计,,,\n", []),
        ("住房,套,100,50\n　市区,套,60,30\n　郊区,套,40,20\n桥,套,7,1\n合计,套,107,51\n", []),
        ("甲,套,60,30\n乙,公里,40,20\n合计,,95,50\n", []),
        ("甲,%,60,30\n乙,%,40,20\n合计,%,50,25\n", []),
        ("甲,套,60,\n乙,套,40,20\n合计,,100,20\n", []),
    ],
)
def test_a_total_that_is_not_the_sum_of_its_rows_is_told(
    run: Run, tmp_path: Path, rows: str, words: list[str]
) -> None:
    table = write_table(tmp_path, f"2024年,,,\n指标,单位,目标,上半年完成\n{rows}", "t.csv")
    done = run("import", table, "--yes", "--lang", "zh", "-o", "made.toml")
    told = [line.removeprefix("说明：") for line in done.err.splitlines() if "之和为" in line]
    assert (done.code, told) == (0, words)


def test_of_many_wrong_totals_the_first_are_told_and_the_others_counted(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"a{n},u,4\nb{n},u,5\nsubtotal,,10\n" for n in range(30))
    done = run("import", write_table(tmp_path, f"name,unit,2024 goal\n{rows}", "t.csv"))
    told = [line for line in done.err.splitlines() if "the sum of" in line or "more" in line]
    assert told[0] == "note: row 4: goal is 10, but the sum of rows 2-3 is 9"
    assert (len(told), told[-1]) == (21, "note: … and 10 more")


def test_many_totals_are_each_compared_with_few_rows(run: Run, tmp_path: Path) -> None:
    def calls(number: int) -> int:
        rows = "".join(f"a{n},u,4\nb{n},u,5\nsubtotal,,9\n" for n in range(number))
        table = write_table(tmp_path, f"name,unit,2024 goal\n{rows}", f"{number}.csv")
        profile = Profile()
        done = profile.runcall(run, "import", table, "--dry-run")
        assert (done.code, "the sum of" in done.err) == (0, False)
        return sum(entry.callcount for entry in profile.getstats())

    calls(1)  # loads what every run needs
    assert calls(200) < 2.2 * calls(100)  # with all rows for each total it was three times as many
