"""What a sentence says of a figure: which time it is of, and whether it is what was reached.

The sentences are invented in the style of reports; what each of them means was decided by reading them.
"""

import pytest

from kit.judged import judged
from kit.reports import HEAD, found, target
from plan_tracker.questions.document.reading import read
from plan_tracker.questions.document.source import Document

FUNDS = target("引进国内到位资金", "323", "亿元", "46.1%", "700")
MAINS = target("Water mains renewed", "28.2", "km", "67.1%", "42")


def is_found(plan: str, sentence: str) -> bool:
    """Tells whether the first figure of a plan, its actual, is found in a sentence."""
    return next(iter(found(plan, sentence).values())) == "1"


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年同期引进国内到位资金323亿元。",
        "2023年，引进国内到位资金323亿元。",
        "前年同期引进国内到位资金323亿元。",
        "“十三五”期间，全市引进国内到位资金323亿元。",
        "2022年以来累计引进国内到位资金323亿元。",
        "2019—2023年引进国内到位资金323亿元。",
        "近两年引进国内到位资金323亿元。",
        "三年来累计引进国内到位资金323亿元。",
        "引进国内到位资金在2023年323亿元的基础上稳步增长。",
        "引进国内到位资金较2023年的323亿元有所下降。",
    ],
)
def test_a_figure_of_another_year(sentence: str) -> None:
    assert not is_found(FUNDS, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "一季度引进国内到位资金323亿元。",
        "二季度，全市引进国内到位资金323亿元。",
        "6月份当月引进国内到位资金323亿元。",
        "1—5月引进国内到位资金323亿元。",
        "前5个月引进国内到位资金323亿元。",
        "截至5月底，全市累计引进国内到位资金323亿元。",
        "截至7月10日，引进国内到位资金323亿元。",
        "截至8月15日，已引进国内到位资金323亿元。",
        "5月份累计引进国内到位资金323亿元。",
        "二季度累计引进国内到位资金323亿元。",
        "今年1—5月引进外资8亿元，引进国内到位资金323亿元。",
        "年底前引进外资8亿元，引进国内到位资金323亿元。",
        "全年力争引进外资8亿元，完成引进国内到位资金323亿元。",
        "下半年引进国内到位资金323亿元。",
        "9月底前引进国内到位资金323亿元。",
    ],
)
def test_a_figure_of_another_period(sentence: str) -> None:
    assert not is_found(FUNDS, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "1—6月，引进国内到位资金323亿元。",
        "1～6月引进国内到位资金323亿元。",
        "6月份累计引进国内到位资金323亿元。",
        "自1月1日至6月30日，引进国内到位资金323亿元。",
        "今年1至6月引进国内到位资金323亿元。",
        "截至6月底，引进国内到位资金323亿元。",
        "二季度末，全市引进国内到位资金累计323亿元。",
        "2024年上半年，引进国内到位资金323亿元。",
        "一季度引进国内到位资金160亿元，上半年引进323亿元。",
        "一季度开局良好，目前引进国内到位资金323亿元。",
        "一季度到位160亿元；今年以来引进国内到位资金323亿元。",
        "7月10日召开的会议指出，引进国内到位资金323亿元。",
        "引进国内到位资金323亿元（去年同期302.7亿元）。",
        "引进国内到位资金323亿元，去年同期为302.7亿元。",
        "引进国内到位资金323亿元，比2023年同期多20.3亿元。",
        "引进国内到位资金由去年同期的302.7亿元增加到323亿元。",
        "与去年同期相比，引进国内到位资金增加20.3亿元，达到323亿元。",
        "引进国内到位资金比去年同期有较大增长，达到323亿元。",
        "引进国内到位资金较去年底增加20.3亿元，达到323亿元。",
        "引进国内到位资金由上年末302.7亿元增至323亿元。",
        "引进国内到位资金比去年5月份增加20.3亿元，达到323亿元。",
        "自1月起，引进国内到位资金323亿元。",
        "3月份以来，引进国内到位资金323亿元。",
        "年内可新增项目400个；已引进国内到位资金323亿元。",
        "全年引进项目400个，已引进国内到位资金323亿元。",
        "年底前引进外资8亿元，累计引进国内到位资金323亿元。",
        "全年引进国内到位资金任务700亿元，完成323亿元。",
        "计划年底前引进国内到位资金700亿元，到位323亿元。",
        "年内目标700亿元，完成引进国内到位资金323亿元。",
        "项目预计9月底开工，已引进国内到位资金323亿元。",
        "9月底前开工400个，引进国内到位资金实际323亿元。",
    ],
)
def test_a_figure_of_the_time_that_the_plan_asks_for(sentence: str) -> None:
    assert is_found(FUNDS, sentence)


@pytest.mark.parametrize("words", ["2024年", "全年", "到年底", "年内", "截至12月底"])
def test_of_a_whole_year_the_words_for_it_are_its_time(words: str) -> None:
    plan = FUNDS.replace("H1 =", "FY =")
    reading = read(
        judged(HEAD.replace("H1", "FY") + plan, None), Document(f"{words}引进国内到位资金323亿元。")
    )
    assert reading.sightings[0].line == 1


@pytest.mark.parametrize(
    "words", ["年内新增供热能力380万平方米", "2024年一季度到位160亿元", "2024年全年预计到位710亿元"]
)
@pytest.mark.parametrize("mark", ["，", "；"])
def test_months_named_in_the_middle_of_a_sentence_are_not_those_of_later_figures(
    words: str, mark: str
) -> None:
    assert is_found(FUNDS, f"供热管网已完工，{words}{mark}引进国内到位资金323亿元。")


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("完成2023年度续建", True),
        ("上年度结转", True),
        ("上年结转", True),
        ("2023年续建", False),
        ("2023年度", False),
        ("上年度", False),
    ],
)
def test_the_year_in_which_a_thing_was_begun_is_not_that_of_its_figure(words: str, is_there: bool) -> None:
    """上年结转 was known, and 完成2023年度续建…24.79万亩 taken for a figure of 2023."""
    plan = target("高标准农田建设", "24.79", "万亩")
    assert is_found(plan, f"{words}高标准农田建设24.79万亩。") is is_there


@pytest.mark.parametrize(
    ("sentence", "is_there"),
    [
        ("一般公共预算收入预算136.8亿元。", False),
        ("一般公共预算收入年初预算为136.8亿元。", False),
        ("一般公共预算收入136.8亿元。", True),
        ("一般公共预算收入完成136.8亿元。", True),
        ("一般公共预算收入完成预算136.8亿元。", True),
        ("公共预算收入136.8亿元。", True),
        ("一般公共预算收入(预算收入)136.8亿元。", True),
    ],
)
def test_a_word_of_the_name_that_comes_once_more_says_what_it_says(sentence: str, is_there: bool) -> None:
    """The budget was taken for what was reached, since 预算 was taken out with the name."""
    assert is_found(target("一般公共预算收入", "136.8", "亿元"), sentence) is is_there


def test_a_task_of_several_years_may_be_told_since_it_began() -> None:
    plan = FUNDS + "start = 2022-01-01\n"
    assert is_found(plan, "2022年以来累计引进国内到位资金323亿元。")
    assert not is_found(FUNDS, "2022年以来累计引进国内到位资金323亿元。")


@pytest.mark.parametrize(
    ("sentence", "is_there"),
    [
        ("In 2023, water mains renewed came to 28.2 km.", False),
        ("Water mains renewed came to 28.2 km in 2023.", False),
        ("Since 2020, 28.2 km of water mains have been renewed.", False),
        ("Over the past three years 28.2 km of water mains were renewed.", False),
        ("In the first quarter 28.2 km of water mains were renewed.", False),
        ("By the end of May 28.2 km of water mains were renewed.", False),
        ("Between January and March 28.2 km of water mains were renewed.", False),
        ("28.2 km of water mains were renewed in the second quarter.", False),
        ("In Q2, 28.2 km of water mains were renewed.", False),
        ("In M06, 28.2 km of water mains were renewed.", False),
        ("For the full year, 28.2 km of water mains were renewed.", False),
        ("In the first six months 28.2 km of water mains were renewed.", True),
        ("In H1, 28.2 km of water mains were renewed.", True),
        ("Between January and June 28.2 km of water mains were renewed.", True),
        ("By 30 June 28.2 km of water mains were renewed.", True),
        ("Since January, 28.2 km of water mains have been renewed.", True),
        ("28.2 km of water mains were renewed between 1 January and 30 June.", True),
        ("In June the total of water mains renewed reached 28.2 km.", True),
        ("Unlike in 2023, 28.2 km of water mains were renewed.", True),
        ("Compared with the first half of 2023, when it rained, 28.2 km of water mains were renewed.", True),
        ("In Q1 9 km of water mains were renewed, and 28.2 km by mid-year.", True),
        ("Water mains renewed came to 28.2 km, 3.2 km more than last year.", True),
    ],
)
def test_times_in_english(sentence: str, *, is_there: bool) -> None:
    assert is_found(MAINS, sentence) is is_there


@pytest.mark.parametrize(
    "sentence",
    [
        "引进国内到位资金距全年目标还差323亿元。",
        "引进国内到位资金尚有323亿元未完成。",
        "引进国内到位资金缺口323亿元。",
        "有323亿元引进国内到位资金未落实。",
        "引进国内到位资金同比增加323亿元。",
        "引进国内到位资金比计划少323亿元。",
        "引进国内到位资金增收323亿元。",
        "引进国内到位资金由323亿元增加到350亿元。",
    ],
)
def test_what_is_missing_and_a_change_are_not_what_was_reached(sentence: str) -> None:
    assert not is_found(FUNDS, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "全年计划引进国内到位资金323亿元。",
        "力争全年引进国内到位资金323亿元。",
        "确保全年引进国内到位资金323亿元以上。",
        "争取完成引进国内到位资金323亿元。",
        "计划9月底前完成引进国内到位资金323亿元。",
        "引进国内到位资金目标为323亿元。",
        "引进国内到位资金任务323亿元。",
        "年内引进国内到位资金323亿元。",
        "将引进国内到位资金323亿元。",
        "引进国内到位资金要完成323亿元。",
        "到年底引进国内到位资金323亿元。",
    ],
)
def test_a_goal_and_what_is_expected_are_not_what_was_reached(sentence: str) -> None:
    """Also where no other figure stands beside them."""
    assert not is_found(FUNDS, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "按照年度计划，引进国内到位资金323亿元。",
        "引进国内到位资金好于预期，达323亿元。",
        "累计争取引进国内到位资金323亿元。",
        "欠发达地区引进国内到位资金323亿元。",
        "引进国内到位资金完成年度目标任务323亿元。",
        "引进国内到位资金323亿元，其余资金预计9月底前到位。",
        "已引进国内到位资金323亿元未停顿。",
        "引进国内到位资金任务323亿元，已全部落实。",
        "引进国内到位资金任务323亿元全部落实。",
        "引进国内到位资金、引进外资两项指标分别为323亿元、8亿美元。",
        "引进国内到位资金指标值323亿元。",
        "引进国内到位资金323亿元未达序时进度。",
        "引进国内到位资金323亿元没有实现过半目标。",
    ],
)
def test_words_of_goals_beside_what_was_reached(sentence: str) -> None:
    assert is_found(FUNDS, sentence)


@pytest.mark.parametrize(
    ("sentence", "is_there"),
    [
        ("We plan to renew 28.2 km of water mains.", False),
        ("The target for water mains renewed is 28.2 km.", False),
        ("28.2 km of water mains are to be renewed.", False),
        ("By December 28.2 km of water mains will have been renewed.", False),
        ("28.2 km of water mains renewed were expected.", False),
        ("A further 28.2 km of water mains remain to be renewed.", False),
        ("Water mains renewed are 28.2 km short of the target.", False),
        ("Water mains renewed rose by 28.2 km.", False),
        ("Water mains renewed: 28.2 km fewer than planned.", False),
        ("As planned, 28.2 km of water mains were renewed.", True),
        ("By the end of June, 28.2 km of the planned 42 km of water mains had been renewed.", True),
        ("Water mains renewed: 28.2 km against a planned 42 km.", True),
        ("42 km of water mains should be renewed, of which 28.2 km are done.", True),
        ("28.2 km of water mains were renewed and the rest will follow.", True),
    ],
)
def test_goals_changes_and_what_is_missing_in_english(sentence: str, *, is_there: bool) -> None:
    assert is_found(MAINS, sentence) is is_there


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "引进国内到位资金340亿元，其中制造业到位资金323亿元。",
            "- line 1 prints 340亿元, the plan says 323亿元",
        ),
        ("全市引进资金2472亿元。其中，国内到位资金323亿元。", "1"),
        ("引进国内到位资金稳步增长，其中制造业323亿元。", "-"),
        ("上半年引进国内到位资金323亿元，其中工业160亿元。", "1"),
        ("引进资金项目337个，其中工业项目88个，国内到位资金323亿元。", "1"),
        ("引进资金2472亿元，其中国内到位323亿元。", "1"),
        ("投资回升，其中引进国内到位资金、引进外资分别完成323亿元、8亿元。", "1"),
        ("引进国内到位资金700亿元，其中323亿元已到位。", "1"),
        ("引进国内到位资金700亿元，其中引进国内到位资金的资金323亿元。", "1"),
        (
            "引进国内到位资金340亿元，其中制造业已到位323亿元。",
            "- line 1 prints 340亿元, the plan says 323亿元",
        ),
    ],
)
def test_a_part_is_not_the_whole(sentence: str, told: str) -> None:
    assert found(FUNDS, sentence)["323亿元"][: len(told)] == told


@pytest.mark.parametrize(
    ("name", "unit", "sentence", "is_there"),
    [
        ("新增养老床位", "张", "养老床位增加7.4张。", True),
        ("新增养老床位", "张", "养老床位同比增加7.4张。", False),
        ("地区生产总值", "%", "地区生产总值同比增长7.4%。", True),
        ("地区生产总值增速", "%", "地区生产总值增速7.4%。", True),
        ("垃圾分类覆盖率", "%", "垃圾分类覆盖率同比提高7.4%。", False),
        ("垃圾分类覆盖率", "%", "垃圾分类覆盖率提高到7.4%。", True),
        ("破案率上升", "%", "破案率同比上升7.4%。", True),
        ("城镇调查失业率", "%", "6月份，城镇调查失业率7.4%。", True),
        ("城镇调查失业率", "%", "5月份，城镇调查失业率7.4%。", False),
    ],
)
def test_what_the_target_counts_decides_what_a_change_and_a_month_are(
    name: str, unit: str, sentence: str, *, is_there: bool
) -> None:
    assert is_found(target(name, "7.4", unit), sentence) is is_there


@pytest.mark.parametrize(
    ("sentence", "is_there"),
    [
        ("引进国内到位资金323亿元，完成年度目标的46.1%。", True),
        ("引进国内到位资金323亿元，达到全年的46.1%。", True),
        ("引进国内到位资金323亿元，占全年任务的46.1%。", True),
        ("全年引进国内到位资金700亿元，已到位323亿元，占46.1%。", True),
        ("引进国内到位资金323亿元，占全省总额的46.1%。", False),
        ("引进国内到位资金323亿元，制造业占比46.1%。", False),
        ("引进国内到位资金323亿元，序时进度为46.1%。", False),
        ("引进国内到位资金323亿元，一季度完成年度任务的46.1%。", False),
        ("引进国内到位资金323亿元，上年同期完成年度任务的46.1%。", False),
        ("引进国内到位资金323亿元，预计完成年度任务的46.1%。", False),
        ("引进国内到位资金323亿元，尚有46.1%的任务待完成。", False),
        ("引进国内到位资金323亿元，46.1%的任务未完成。", False),
        ("引进国内到位资金323亿元，46.1% of all funds。", False),
        ("引进国内到位资金323亿元、项目190个，同比分别增长9.6%、46.1%。", False),
        ("引进项目190个、国内到位资金323亿元，分别完成任务的47.5%和46.1%。", True),
        ("引进国内到位资金323亿元，46.1% more than last year。", False),
    ],
)
def test_a_percentage_of_something_else_is_not_the_stated_rate(sentence: str, *, is_there: bool) -> None:
    told = found(FUNDS, sentence)
    assert (told["323亿元"], told["46.1%"] == "1") == ("1", is_there)


@pytest.mark.parametrize(
    "words", ["老旧小区改造45个小区", "老旧小区改造小区45个", "老旧小区改造开工改造小区45个"]
)
def test_what_is_within_a_whole_may_say_its_name_twice(words: str) -> None:
    assert is_found(target("老旧小区改造", "45", "个"), f"民生项目120个，其中{words}。")


@pytest.mark.parametrize(
    ("heading", "is_there"),
    [
        ("1-5月累计", False),
        ("二季度", True),
        ("一季度", False),
        ("剩余", False),
        ("去年", False),
        ("年初至今", True),
        ("Year to date", True),
        ("指标值", True),
        ("预算执行数", True),
        ("Budget outturn", True),
        ("预算数", False),
        ("今年", True),
    ],
)
def test_the_heading_of_a_column_says_it_too(heading: str, *, is_there: bool) -> None:
    report = f"| 指标 | {heading} |\n|---|---|\n| 引进国内到位资金（亿元） | 323 |\n"
    assert (found(FUNDS, report)["323亿元"] == "3") is is_there


def test_months_are_not_told_where_the_plan_s_year_is_not_that_of_the_calendar() -> None:
    plan = '[plan]\ntitle = "P"\nstart = 2024-04-01\nend = 2025-03-31\nas_of = "H1"\n'
    reading = read(judged(plan + FUNDS, None), Document("上半年引进国内到位资金323亿元。"))
    assert reading.sightings[0].line == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("高技能人才培养超过4700人。", "1"),
        ("高技能人才培养近4710人。", "1"),
        ("高技能人才培养约4710人。", "1"),
        ("高技能人才培养4700人左右。", "1"),
        ("高技能人才培养近0.5万人。", "1"),
        ("高技能人才培养4700余人。", "1"),
        ("高技能人才培养4700多人。", "1"),
        ("高技能人才培养0.47万余人。", "1"),
        ("高技能人才培养4800余人。", "- line 1 prints 4800余人, the plan says 4709人"),
        ("高技能人才培养超过4800人。", "- line 1 prints 4800人, the plan says 4709人"),
        ("高技能人才培养不足4700人。", "- line 1 prints 4700人, the plan says 4709人"),
        ("高技能人才培养约4720人。", "- line 1 prints 4720人, the plan says 4709人"),
        ("高技能人才培养4700人。", "- line 1 prints 4700人, the plan says 4709人"),
    ],
)
def test_a_round_number_is_the_figure_that_becomes_it(sentence: str, told: str) -> None:
    assert found(target("高技能人才培养", "4709", "人"), sentence)["4709人"] == told


@pytest.mark.parametrize("words", ["过半", "五成以上", "五成多"])
def test_more_than_half_in_words(words: str) -> None:
    plan = target("引进国内到位资金", "323", "亿元", ">50%", "600")
    assert found(plan, f"引进国内到位资金323亿元，完成任务{words}。")[">50%"] == "1"


def test_more_than_eight_tenths_in_words() -> None:
    plan = target("引进国内到位资金", "323", "亿元", ">80%", "400")
    assert found(plan, "引进国内到位资金323亿元，完成任务八成以上。")[">80%"] == "1"
