"""What is nearly there is paired with the plan's figure, and stands in no other list."""

import json
from pathlib import Path

import pytest

from kit.program import Run, Write
from kit.reports import WELLS, found, read_report, target, uncovered
from plan_tracker.questions.document.prose import Number
from plan_tracker.questions.document.search import nearest


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (
            "全年工作提速。\n维修机井740眼，完成年度任务的74.2%。",
            {"740眼": "2", "74.1%": "- line 2 prints 74.2%, the plan says 74.1%"},
        ),
        (
            "维修机井742眼，完成年度任务的74.2%。",
            {
                "740眼": "- line 1 prints 742眼, the plan says 740眼",
                "74.1%": "- line 1 prints 74.2%, the plan says 74.1%",
            },
        ),
        (
            "维修机井进度为74.2%。",
            {"740眼": "-", "74.1%": "- line 1 prints 74.2%, the plan says 74.1%"},
        ),
        (
            "维修机井740眼，完成年度任务的47.1%。",
            {"740眼": "1", "74.1%": "- line 1 prints 47.1%, the plan says 74.1%"},
        ),
        (
            "维修机井740眼，完成年度任务的74.10%。",
            {"740眼": "1", "74.1%": "- line 1 prints 74.10%, the plan says 74.1%"},
        ),
        (
            "共有740眼完工，完成年度任务的74.1%。",
            {
                "740眼": "- the figure is on line 1, but that sentence does not name the target",
                "74.1%": "- the figure is on line 1, but that sentence does not name the target",
            },
        ),
        (
            "维修机井740眼。\n修桥进展顺利。\n维修机井任务完成74.1%。",
            {"740眼": "1", "74.1%": "- the figure is on line 3, but not in the same sentence as the actual"},
        ),
        (
            "维修机井740口，完成年度任务的74.1%。",
            {"740眼": "- line 1 prints 740口, the plan says 740眼", "74.1%": "1"},
        ),
        (
            "维修机井740万眼，完成年度任务的74.1%。",
            {"740眼": "- line 1 prints 740万眼, the plan says 740眼", "74.1%": "1"},
        ),
        ("维修机井 700.5 730.5 眼", {"740眼": "- line 1 prints 730.5眼, the plan says 740眼", "74.1%": "-"}),
        ("维修机井 7 -3 72.5 73.5% 8.1 9.2", {"740眼": "-", "74.1%": "-"}),
        ("维修机井（第740号）完成12眼。", {"740眼": "-", "74.1%": "-"}),
        ("维修机井完成740%。", {"740眼": "-", "74.1%": "-"}),
        ("修建桥梁12座，完成年度任务的30%。", {"740眼": "-", "74.1%": "-"}),
        ("维修机井占全部机井的74.2%。", {"740眼": "-", "74.1%": "-"}),
        ("维修机井累计完成74.2公里。", {"740眼": "-", "74.1%": "-"}),
        (
            "维修机井740眼，同比增长74.3%。",
            {"740眼": "1", "74.1%": "- the sentence with the actual does not state it"},
        ),
        (
            "维修机井740眼，完成74.1%，其余完成74.3%。",
            {"740眼": "1", "74.1%": "1"},
        ),
        ("维修机井目标为1000眼，已完成12眼。", {"740眼": "-", "74.1%": "-"}),
    ],
)
def test_what_is_nearly_there_is_told(report: str, told: dict[str, str]) -> None:
    assert found(WELLS, report) == told


def test_a_percentage_that_is_paired_stands_in_no_other_list() -> None:
    report = "维修机井740眼，完成年度任务的74.2%。修建桥梁12座，完成年度任务的74.2%。"
    (rest,) = read_report(WELLS, report).uncovered
    assert rest.words == "完成年度任务的74.2%"
    assert uncovered(WELLS, report.partition("。")[0]) == []


def test_what_the_text_does_not_print_at_all_is_not_said_to_stand_in_another_sentence() -> None:
    told = found(WELLS, "维修机井740眼。修桥进展顺利。")
    assert told["74.1%"] == "- the sentence with the actual does not state it"


def test_what_is_growth_is_no_rate_of_completion() -> None:
    told = found(WELLS, "维修机井740眼，同比增长12.3%。")
    assert told["74.1%"] == "- the sentence with the actual does not state it"


def test_a_share_of_something_is_no_rate_of_completion_either() -> None:
    told = found(WELLS, "维修机井740眼，其中机电井占12.3%。")
    assert told["74.1%"] == "- the sentence with the actual does not state it"


def test_of_several_figures_the_nearest_is_meant_and_rather_one_behind() -> None:
    actual, before, behind, far = (Number("1", start, start + 1) for start in (50, 48, 60, 90))
    assert nearest(actual, [before, far, behind]) == behind
    assert nearest(actual, [Number("1", 3, 4), before]) == before
    assert nearest(actual, []) is None


def test_a_sentence_far_down_in_a_long_text_begins_where_it_begins() -> None:
    plan = target("Water mains renewed", "28.2", "km", "67.1%", "42")
    before = "Nothing else was done in the quarter.\n" * 2_100  # more than is joined at once
    assert found(plan, f"{before}Water mains renewed came to 28.2 km, 67.1% of the plan.") == {
        "28.2 km": "2101",
        "67.1%": "2101",
    }
    apart = found(plan, f"{before}Water mains renewed. Roads came to 28.2 km, 67.1% of the plan.")
    assert apart["28.2 km"].startswith("- the figure is on line 2101, but that sentence does not name")


def test_the_figure_of_another_target_is_not_taken() -> None:
    plan = WELLS + target("维修水塔", "742", "眼", "74.2%")
    told = found(plan, "维修水塔742眼，完成年度任务的74.2%。")
    assert told == {"740眼": "-", "74.1%": "-", "742眼": "1", "74.2%": "1"}


def test_a_lead_in_other_points() -> None:
    plan = target("维修机井", "740", "眼", "+24.1pp", "1000")
    told = found(plan, "维修机井740眼，超过序时进度24.2个百分点。")
    assert told["+24.1pp"] == "- line 1 prints 24.2个百分点, the plan says +24.1pp"
    told = found(plan, "维修机井740眼，完成24.2%，超过序时进度24.3个百分点。")
    assert told["+24.1pp"] == "- line 1 prints 24.3个百分点, the plan says +24.1pp"


def test_in_many_targets_of_one_kind_each_figure_is_its_own() -> None:
    districts = [f"{first}{second}区" for first in "东西南北中上" for second in "河山海湖城关"]
    plan = "".join(
        target(f"{district}维修机井", str(700 + number), "眼", f"{70 + number / 10:.1f}%")
        for number, district in enumerate(districts)
    )
    report = "".join(
        f"{district}维修机井累计完成{700 + number}眼，完成年度任务的{rate + (number == 7):.1f}%。\n"
        for number, district in enumerate(districts)
        for rate in (70 + number / 10,)
    )
    told = found(plan, report)
    assert told.pop("70.7%") == "- line 8 prints 71.7%, the plan says 70.7%"
    assert all(line.isdigit() for line in told.values())


def test_a_number_that_is_everywhere_says_nothing() -> None:
    report = "桥梁3眼。公园3眼。学校3眼。道路3眼。"
    assert found(target("维修机井", "3", "眼"), report) == {"3眼": "-"}


def test_near_misses_for_machines_and_in_chinese(run: Run, plan: Write, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("\n维修机井740眼，完成年度任务的74.2%。\n共有12.5公里。", encoding="utf-8")
    file = plan(WELLS + target("修建道路", "12.5", "公里"))
    done = run("audit", "-f", file, "--document", str(report), "--format", "json")
    wells, roads = json.loads(done.out)["document"]["figures"]
    assert wells["stated"] == [
        {
            "stated": "74.1%",
            "line": None,
            "place": None,
            "near": {"hint": "prints", "line": 2, "place": None, "printed": "74.2%"},
        }
    ]
    assert roads["near"] == {"hint": "unnamed", "line": 3, "place": None, "printed": "12.5公里"}
    shown = run("audit", "-f", file, "--document", str(report), "--lang", "zh").out
    assert "第2行为74.2%，计划填报为74.1%" in shown
    assert "第3行有此数字，但该句未提及本指标" in shown
    strict = run("audit", "-f", file, "--document", str(report), "--strict")
    assert (done.code, strict.code) == (0, 1)


@pytest.mark.parametrize(
    ("report", "is_found"),
    [
        ("去年同期维修机井740眼，完成74.1%。", False),
        ("上年维修机井740眼，完成74.1%。", False),
        ("预计全年维修机井740眼，完成74.1%。", False),
        ("维修机井在去年740眼、完成74.1%的基础上推进。", False),
        ("维修机井比去年同期增加6眼，完成740眼、74.1%。", True),
        ("较上年同期，维修机井增加到740眼，完成74.1%。", True),
        ("维修机井增长6%，高于去年，达740眼，完成74.1%。", True),
        ("去年以来维修机井740眼，完成74.1%。", True),
        ("去年维修机井700眼，今年740眼，完成74.1%。", True),
    ],
)
def test_a_figure_of_another_time_is_not_that_of_the_plan(report: str, is_found: bool) -> None:
    assert found(WELLS, report)["740眼"].startswith("-") is not is_found


@pytest.mark.parametrize(
    ("report", "is_found"),
    [
        ("Last year 28.2 km of water mains were renewed, 67.1% of the plan.", False),
        ("A year earlier water mains renewed came to 28.2 km.", False),
        ("Water mains renewed are forecast at 28.2 km.", False),
        ("Water mains renewed rose on last year to 28.2 km.", True),
        ("Water mains renewed rose from 20 km last year to 28.2 km.", True),
        ("Water mains renewed grew from 20 km a year ago to 28.2 km.", True),
        ("Compared with last year, water mains renewed reached 28.2 km.", True),
    ],
)
def test_a_figure_of_last_year_is_not_that_of_the_plan_in_english(report: str, is_found: bool) -> None:
    told = found(target("Water mains renewed", "28.2", "km", "67.1%", "42"), report)["28.2 km"]
    assert told.startswith("-") is not is_found


TWO = target("维修机井", "740", "眼", "74.1%") + target("新建水塔", "33", "座", "40.5%")


@pytest.mark.parametrize(
    ("report", "missing"),
    [
        ("维修机井、新建水塔分别完成740眼、33座，分别完成任务的74.1%、40.5%。", []),
        ("新建水塔和维修机井分别为33座和740眼，分别完成40.5%和74.1%。", []),
        ("维修机井、新建水塔分别完成任务的74.1%、40.5%，实际为740眼和33座。", []),
        ("全市维修机井、新建水塔和修建公园分别为740眼、33座和12个，完成74.1%、40.5%和9.5%。", []),
        ("维修机井、新建水塔分别完成740眼、33座，分别完成任务的40.5%、74.1%。", ["74.1%", "40.5%"]),
    ],
)
def test_figures_belong_to_the_names_in_their_order(report: str, missing: list[str]) -> None:
    told = found(TWO, report)
    assert [figure for figure, line in told.items() if line.startswith("-")] == missing


@pytest.mark.parametrize(
    ("report", "is_found"),
    [
        ("维修机井740眼，同比增长74.1%。", False),
        ("维修机井740眼，增幅为74.1%。", False),
        ("维修机井740眼，比上年提高约74.1%。", False),
        ("维修机井740眼，完成率提高到74.1%。", True),
        ("维修机井740眼，增长6.2%，完成74.1%。", True),
    ],
)
def test_a_percentage_by_which_something_grew_is_not_the_stated_rate(report: str, is_found: bool) -> None:
    assert found(WELLS, report)["74.1%"].startswith("-") is not is_found
