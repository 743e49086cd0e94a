"""Totals beside the figures that are recorded: left out, and told where they differ from the sum."""

import pytest

from kit.recorded import Take

PLAN = """[plan]
title = "P"
year = 2024
language = "zh"
[targets.a]
name = "甲"
unit = "亿元"
goal = 100
[targets.b]
name = "乙"
unit = "亿元"
goal = 100
parts = { "东区" = { goal = 60 }, "西区" = { goal = 40 } }
[targets.c]
name = "丙"
unit = "个"
goal = 100
[targets.d]
name = "丁"
unit = "亿元"
kind = "level"
goal = 5
"""


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("甲,30\n乙,20\n合计,49\n", ["第4行：上半年为49，而第2-3行之和为50"]),
        ("合计,60\n甲,30\n乙,20\n", ["第2行：上半年为60，而第3-4行之和为50"]),
        ("甲,30\n乙,20\n其中：东区,15\n合计,65\n", ["第5行：上半年为65，而第2-3行之和为50"]),
        ('甲,610\n乙,430\n合计,"1,050"\n', ["第4行：上半年为1050，而第2-3行之和为1040"]),
        ("甲,30\n乙,—\n合计,29\n", ["第4行：上半年为29，而第2-3行之和为30"]),
        # right, rounded, incomplete, of several units, a level
        ("甲,30\n乙,20\n合计,50\n", []),
        ('甲,610\n乙,440\n合计,"1,050"\n', []),
        ("甲,30\n乙,20\n其中：东区,15\n合计,50\n", []),
        ("甲,33.3\n乙,33.3\n合计,67\n", ["第4行：上半年为67，而第2-3行之和为66.6"]),
        ("甲,33.3\n乙,33.3\n合计,66.7\n", []),
        ("甲,30\n乙,—\n合计,50\n", []),
        ("甲,30\n丙,20\n合计,49\n", []),
        ("甲,3\n丁,2\n合计,4\n", []),
        ("甲,30\n乙,20\n合计,—\n", []),
    ],
)
def test_a_total_that_is_not_the_sum_of_the_figures_is_told(take: Take, rows: str, words: list[str]) -> None:
    done = take(f"指标,上半年完成\n{rows}", "--dry-run", lang="zh", plan=PLAN)
    told = [line.removeprefix("说明：") for line in done.err.splitlines() if "之和为" in line]
    assert (done.code, told) == (0, words)


def test_a_total_is_read_in_the_unit_of_the_figures(take: Take) -> None:
    table = "单位：万元,\n指标,上半年完成\n甲,300000\n乙,200000\n合计,{}\n"
    assert "之和" not in take(table.format(500000), "--dry-run", lang="zh", plan=PLAN).err
    err = take(table.format(500001), "--dry-run", lang="zh", plan=PLAN).err
    assert "说明：第5行：上半年为50.0001，而第3-4行之和为50\n" in err


def test_districts_are_added_up_below_their_target(take: Take) -> None:
    done = take("县区,累计\n东区,15\n西区,9\n合计,25\n", "H1", "--under", "乙", lang="zh", plan=PLAN)
    assert (done.code, "说明：第4行：完成值为25，而第2-3行之和为24\n" in done.err) == (0, True)
