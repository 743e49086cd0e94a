"""A target is found by its id, its name, or as target/part; a wrong name finds the right one."""

from functools import cache

import pytest

from plan_tracker.plan.names import Ids, Names, Similar, id_made_of, simplified
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


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("单位GDP能耗降低率", "单位GDP能耗降低率"),
        ("劣Ⅴ类水体 比例", "劣V类水体-比例"),
        ("新建５Ｇ基站", "新建5G基站"),
        ("GDP", "gdp"),
        ("ＧＤＰ", "gdp"),
        ("Roads (km) Built", "roads-km-built"),
    ],
)
def test_an_id_keeps_the_capitals_within_another_script(name: str, made: str) -> None:
    assert id_made_of(name) == made


def test_ids_made_of_one_name_are_numbered_past_those_that_are_taken() -> None:
    ids = Ids(["gdp-3"])
    assert [ids.made_of(name) for name in ("GDP", "GDP", "gdp", "GDP")] == ["gdp", "gdp-2", "gdp-4", "gdp-5"]
    ids.add("gdp-6")
    assert [ids.made_of("GDP"), ids.made_of("gdp 2"), ids.made_of("gdp 6")] == ["gdp-7", "gdp-2-2", "gdp-6-2"]


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
