"""A target is found by its id, its name, or as target/part; a wrong name finds the right one."""

from functools import cache

import pytest

from plan_tracker.plan.names import Names, Similar, simplified
from plan_tracker.reading.plan_file import parse

PLAN = """[plan]
title = "P"
year = 2024
[targets.investment]
name = "重点项目 投资"
goal = 1
[targets.investment.parts."吉首市"]
goal = 1
[targets.investment.parts.b]
name = "泸溪县/开发区"
goal = 1
[targets.projects]
name = "开复工"
goal = 1
[targets.projects.parts."吉首市"]
goal = 1
[targets.same1]
name = "Roads"
goal = 1
[targets.same2]
name = "roads"
goal = 1
[targets.roads]
name = "Other"
goal = 1
"""


def names() -> Names:
    plan, problems = parse(PLAN)
    assert plan, problems
    return Names(plan)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("investment", ["investment"]),
        ("重点项目投资", ["investment"]),
        (" 重点项目　投资 ", ["investment"]),
        ("ＲＯＡＤＳ", ["same1", "same2"]),
        ("roads", ["roads"]),
        ("investment/吉首市", ["investment/吉首市"]),
        ("重点项目投资／吉首市", ["investment/吉首市"]),
        ("investment/b", ["investment/b"]),
        ("investment/泸溪县/开发区", ["investment/b"]),
        ("泸溪县/开发区", ["investment/b"]),
        ("吉首市", ["investment/吉首市", "projects/吉首市"]),
        ("开复工（projects）", ["projects"]),
        ("Roads (same2)", ["same2"]),
        ("吉首市（projects/吉首市）", ["projects/吉首市"]),
        ("重点项目 投资（吉首市）", ["investment/吉首市"]),
        ("investment (b)", ["investment/b"]),
        ("开复工（investment）", []),
        ("开复工（万元）", []),
        ("吉首", []),
        ("", []),
        ("/", []),
    ],
)
def test_a_target_is_found_by_what_it_is_called(text: str, ids: list[str]) -> None:
    assert [target.id for target in names().found(text)] == ids


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("开工", "开复工"),
        ("investmnet", "investment"),
        ("重点项目的投资", "重点项目 投资"),
        ("重点项目投资吉首市", "investment/吉首市"),  # what a figure of the part is not recorded for
        ("Investment 吉首市", "investment/吉首市"),
        ("zzz", None),
        ("", None),
    ],
)
def test_a_wrong_name_finds_the_right_one(text: str, known: str | None) -> None:
    assert names().similar(text) == known


@pytest.mark.parametrize("form", ["指标{}号工程的年度投资", "t{}"])
def test_three_hundred_unknown_names_among_ten_thousand_find_theirs(form: str) -> None:
    similar = Similar(form.format(number) for number in range(10_000))
    for number in range(1230, 1530):
        assert similar.closest(form.format(f"{number}x")) in (form.format(number), form.format(number // 10))


def test_comparing_ignores_width_capitals_and_blanks() -> None:
    assert simplified(" Ａ b　Ｃ ") == "abc"


DISTRICTS = ("高新区", "东河区", "西关区", "平川县", "清河县", "新城区", "南山县")
TOPICS = (
    *("举办大型赛事演出", "新改扩建中小学幼儿园", "重点项目年度投资", "老旧小区改造", "和美乡村示范村创建"),
    *(
        "城镇新增就业人数",
        "营造林面积",
        "新建充电桩",
        "农村公路建设里程",
        "污水处理厂提标",
        "养老床位",
        "技术合同成交额",
    ),
    *(
        "规上工业增加值",
        "外贸进出口总额",
        "粮食总产量",
        "旅游综合收入",
        "清洁取暖改造",
        "口袋公园",
        "高标准农田",
        "保障房",
    ),
)
NUMBERED = tuple(f"{DISTRICTS[at % 7]}{TOPICS[at * 7 % 20]}(第{at}号)" for at in range(10_000))


@pytest.mark.parametrize("number", range(405, 9_999, 487))
def test_a_slip_finds_the_name_itself_among_thousands_alike(number: int) -> None:
    assert numbered().closest(f"{NUMBERED[number][:-1]}甲)") == NUMBERED[number]


@cache
def numbered() -> Similar:
    return Similar(word for at, name in enumerate(NUMBERED) for word in (f"target-{at}", name))
