"""A topic in the sentence before, or in the heading, where the sentence says nothing of its own."""

import pytest

from kit.reports import found, target

HOUSES = target("老旧小区改造进场施工", "227", "个", "99.1%")


@pytest.mark.parametrize(
    "report",
    [
        "老旧小区改造进展顺利。目前已进场施工227个，完成年度任务的99.1%。",
        "老旧小区改造进场施工是今年的重点工作。截至6月底，已有227个，占全年任务的99.1%。",
        "稳步推进老旧小区改造！上半年累计进场施工\n227个,完成目标任务99.1%。",
        "## 老旧小区改造\n\n上半年，进场施工227个，完成年度任务的99.1%。",
        "(一) 老旧小区改造\n\n目前，进场施工227个，完成年度任务的99.1%。",
        "**老旧小区改造。**全市已进场施工227个，完成99.1%。",
    ],
)
def test_the_topic_stands_in_the_sentence_before(report: str) -> None:
    lines = {text: told for text, told in found(HOUSES, report).items() if told.isdigit()}
    assert set(lines) == {"227个", "99.1%"}


@pytest.mark.parametrize(
    "report",
    [
        "老旧小区改造进展顺利。新建公园227个，完成99.1%。",
        "老旧小区改造进展顺利。学校建设提速，目前已有227个。",
        "老旧小区改造进场施工。今年天气良好。目前已有227个。",
        "目前已有227个。老旧小区改造进场施工顺利。",
        "老旧小区改造进场施工顺利。目前已有227个口袋公园。",
    ],
)
def test_a_sentence_with_a_topic_of_its_own_needs_none(report: str) -> None:
    assert found(HOUSES, report)["227个"].startswith("-")


@pytest.mark.parametrize(
    ("report", "is_found"),
    [
        ("Water mains renewal is on schedule. So far 28.2 km have been completed, 67.1% of the plan.", True),
        ("## Water mains renewal\n\nBy the end of June 28.2 km had been reached, 67.1% of the target.", True),
        ("Water mains renewal is on schedule. New fences came to 28.2 km, 67.1% of the plan.", False),
        ("Water mains renewal is on schedule. The weather was fine. So far 28.2 km.", False),
    ],
)
def test_english_topics(report: str, is_found: bool) -> None:
    told = found(target("Water mains renewed", "28.2", "km", "67.1%", "42"), report)["28.2 km"]
    assert told.startswith("-") is not is_found


def test_who_is_named_in_the_sentence_itself_goes_before_who_is_named_in_the_one_before() -> None:
    report = "维修机井进展顺利。\n目前完成190眼。\n上半年维修机井190眼。"
    assert found(target("维修机井", "190", "眼"), report) == {"190眼": "3"}
