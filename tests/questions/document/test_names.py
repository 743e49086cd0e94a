"""The marks of names in a text, whatever order they are taken out in."""

from itertools import permutations

import pytest

from kit.reports import found, target, uncovered
from plan_tracker.questions.document.names import Name


@pytest.mark.parametrize("order", [*permutations(("老旧", "旧小", "小区"))])
def test_marks_that_overlap_are_all_taken_out(order: tuple[str, ...]) -> None:
    name = Name("老旧小区")
    name._pairs = order  # noqa: SLF001 - the order of a set is another one in each run
    assert name.without("今年老旧小区66个") == "今年\n\n\n\n66个"


@pytest.mark.parametrize(
    "sentence",
    [
        *(f"进出口总额增速{words}。" for words in ("下降2.1%", "同比回落2.1%", "降幅为2.1%", "为-2.1%")),
        "Foreign trade fell by 2.1%.",
        "Foreign trade saw a decline of 2.1%.",
    ],
)
def test_a_figure_below_zero_is_found_without_its_sign_where_words_say_it(sentence: str) -> None:
    name = "Foreign trade" if sentence.isascii() else "进出口总额增速"
    assert found(target(name, "-2.1", "%"), sentence) == {"-2.1%": "1"}


def test_a_figure_above_zero_is_not_that_below_zero() -> None:
    assert found(target("进出口总额增速", "-2.1", "%"), "进出口总额增速为2.1%。")["-2.1%"].startswith("-")


@pytest.mark.parametrize(
    ("name", "sentence", "is_there"),
    [
        ("地区生产总值增速", "地区生产总值下降5.8%。", False),
        ("进出口增长", "进出口同比下降了5.8%。", False),
        ("Economic growth", "Economic growth: output fell by 5.8%.", False),
        ("地区生产总值增速", "地区生产总值增速回落至5.8%。", True),
        ("地区生产总值增速", "地区生产总值增长5.8%。", True),
        ("单位能耗降低", "单位能耗降低5.8%。", True),
        ("能耗增速下降", "能耗增速下降5.8%。", True),
    ],
)
def test_what_grew_has_not_fallen_by_as_much(name: str, sentence: str, is_there: bool) -> None:
    """The report told of a fall, and the growth of the plan was found there."""
    assert (found(target(name, "5.8", "%"), sentence)["5.8%"] == "1") is is_there


@pytest.mark.parametrize(
    ("report", "started", "built"),
    [
        ("小区改造开工68个；其中完工66个。", "- line 1 prints 68个, the plan says 66个", "-"),
        ("小区改造完工66个，小区改造开工68个。", "- line 1 prints 68个, the plan says 66个", "-"),
        ("小区改造开工66个，完工40个。", "1", "1"),
        ("小区改造进展顺利，开工66个，完工40个。", "1", "1"),
    ],
)
def test_a_figure_beside_what_tells_a_similar_name_apart_is_not_found(
    report: str, started: str, built: str
) -> None:
    plan = target("小区改造开工", "66", "个") + target("小区改造完工", "40", "个")
    told = found(plan, report)
    assert told["66个"] == started
    assert told["40个"].startswith(built)


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("投资完成140亿元，比上年同期的135.5亿元增长3.3%。", "-"),
        ("投资由去年的135.5亿元增加到140亿元。", "-"),
        ("投资比去年同期的进度快，完成135.5亿元。", "1"),
    ],
)
def test_the_figure_of_last_year_with_which_one_is_compared_is_not_the_actual(
    sentence: str, line: str
) -> None:
    assert found(target("投资", "135.5", "亿元"), sentence)["135.5亿元"].startswith(line)


@pytest.mark.parametrize(
    ("sentence", "is_there"),
    [
        ("小区改造年度目标16个，已完成15个。", False),
        ("小区改造完成15个，完成年度目标16个的93.8%。", False),
        ("小区改造年初计划开工16个，实际开工15个。", False),
        ("小区改造完成15个，同比增加16个。", False),
        ("小区改造完成15个，比去年同期多16个。", False),
        ("小区改造年度目标16个，全部完成。", True),
        ("小区改造年度目标16个已全部完成，新建公园3个。", True),
        ("小区改造完成目标任务16个，完成公园3个。", True),
        ("小区改造按计划完成16个，已开工18个。", True),
        ("小区改造去年完成3个，今年增加到16个。", True),
    ],
)
def test_a_goal_or_a_change_beside_what_was_done_is_not_the_actual(sentence: str, is_there: bool) -> None:
    """The report told of 15, and 16 was found in the goal."""
    assert (found(target("小区改造", "16", "个"), sentence)["16个"] == "1") is is_there


@pytest.mark.parametrize(
    ("sentence", "is_there"),
    [
        ("Some 38 km of water mains were renewed against a goal of 42 km.", False),
        ("Water mains renewed: 38 km (target: 42 km).", False),
        ("Water mains renewed: 38 km of the 42 km planned.", False),
        ("Water mains renewed came to 48 km, up from 42 km last year.", False),
        ("Water mains renewed came to 48 km, up by 42 km.", False),
        ("The goal of 42 km of water mains renewed was reached.", True),
        ("Water mains renewed reached the goal of 42 km, 3 km of it in June.", True),
        ("Under the plan 42 km of water mains were renewed, 3 km of it in June.", True),
        ("Water mains renewed rose by 3 km to 42 km.", True),
    ],
)
def test_a_goal_or_a_change_in_english(sentence: str, is_there: bool) -> None:
    assert (found(target("Water mains renewed", "42", "km"), sentence)["42 km"] == "1") is is_there


def test_a_rate_that_rose_to_something_is_no_growth() -> None:
    plan = target("Wells drilled", "12", "wells", "40%", "30")
    assert found(plan, "Completion rose to 40%: 12 wells drilled.")["40%"] == "1"


def test_a_stated_rate_of_another_period_or_with_other_zeros_is_covered() -> None:
    plan = target("小区改造", "66", "个", "55%", "120").replace('H1 = "55%"', 'Q1 = "15%", H1 = "55%"')
    report = (
        "一季度小区改造18个，完成任务的15%；上半年小区改造66个，完成任务的55%。\n小区改造完成任务的55.0%。"
    )
    assert uncovered(plan, report) == []
    assert uncovered(plan, report.replace("15%", "16%")) == ["16%"]
