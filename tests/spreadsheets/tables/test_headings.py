"""What real headings mean, in both languages, over one to three rows; and why others are not understood."""

import pytest

from plan_tracker.language import Language
from plan_tracker.spreadsheets.tables.headings import Meaning, meaning_of
from plan_tracker.spreadsheets.units import is_unit
from plan_tracker.wording.periods import said_phrase
from plan_tracker.wording.words import COLUMN


def read(*texts: str) -> Meaning:
    return meaning_of(texts, is_unit, {"投资": "", "开复工": "开复工"}.get)


def said(meaning: Meaning) -> str:
    """A meaning in one line: field, period, year, unit, how figures count."""
    if meaning.reason:
        return f"? {meaning.reason.text(Language.EN)}"
    parts = [
        f"{meaning.field}|{meaning.either}" if meaning.either is not None else meaning.field,
        said_phrase(meaning.spoken).en if meaning.spoken else "",
        str(meaning.year or ""),
        meaning.unit,
        meaning.counting or "",
    ]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        # goals
        ("目标", "goal"),
        ("目标值", "goal"),
        ("年度目标", "goal"),
        ("2024年目标", "goal 2024"),
        ("2024年度目标值", "goal 2024"),
        ("25年目标", "goal 2025"),
        ("基准", "baseline"),
        ("1-12月计划", "goal Jan-Dec to_date"),
        ("End", "due|"),
        ("期限", "due|"),
        ("Target name", "name"),
        ("主要预期指标", "name"),
        ("Executed 30/09/2025 (EUR)", "actual| 2025-09-30 2025 EUR"),
        ("25年1-9月完成", "actual Jan-Sep 2025 2025 to_date"),
        ("10年期目标", "? not understood"),
        ("20年期目标", "? not understood"),
        ("目标（2024年）", "goal 2024"),
        ("年度目标值（万元）", "goal 万元"),
        ("全年目标（单位：亿元）", "goal FY 亿元"),
        ("全年计划", "goal FY"),
        ("全年任务目标数", "goal FY"),
        ("年投资计划", "goal"),
        ("计划数", "goal"),
        ("任务量", "goal"),
        ("本年计划投资额（亿元）", "goal 亿元"),
        ("预期目标", "goal"),
        ("goal", "goal"),
        ("Annual goal", "goal"),
        ("Target value", "goal"),
        ("Target (km)", "goal km"),
        ("Goal (EUR '000)", "goal thousand EUR"),
        ("2024 goal (1,000 EUR)", "goal 2024 thousand EUR"),
        ("目标值（以万元计）", "goal 万元"),
        ("Goal (in Rs. crore)", "goal Rs. crore"),
        ("Goal (USD, thousands)", "goal thousand USD"),
        ("Goal, EUR million", "goal EUR million"),
        ("Goal EUR million", "goal EUR million"),
        ("目 标 值", "goal"),
        ("年度目標（萬元）", "goal 萬元"),
        ("計畫數", "goal"),
        ("預期目標", "goal"),
        ("年度考核目标", "goal|"),
        ("Realised H1", "actual H1"),
        ("Forecast outturn", "? a comparison, a figure for another time, or one that is only expected"),
        ("Actual this year", "actual"),
        ("Target, current year", "goal"),
        ("完 成 数（万元）", "actual 万元"),
        ("1-6月 累 计", "actual Jan-Jun to_date"),
        ("Goal / EUR million", "goal EUR million"),
        ("年度目标/万元", "goal 万元"),
        ("年度目标：个", "goal 个"),
        ("H1/人", "actual H1 人"),
        ("2024-06/公里", "actual 2024-M06 2024 公里"),
        ("完成值/微克/立方米", "actual 微克/立方米"),
        ("Q3: km", "actual Q3 km"),
        ("上半年完成/亿元", "actual H1 亿元"),
        ("目标值 元/人", "? not understood"),
        ("完成/计划", "? may be a goal or an actual"),
        ("2024-06", "actual 2024-M06 2024"),
        ("2024.06完成", "actual 2024-M06 2024"),
        ("202406累计", "actual 2024-M06 2024 to_date"),
        ("2024-06-30", "actual 2024-06-30 2024"),
        ("2024/6", "actual 2024-M06 2024"),
        ("H1 actual, thousands of EUR", "actual H1 thousand EUR"),
        ("Target in km", "goal km"),
        ("2024 target", "goal 2024"),
        ("2024/25 target", "goal 2024"),
        ("Plan 2024-25", "goal 2024"),
        ("Milestone June 2024", "goal 2024-M06 2024"),
        ("FY2024/25 target", "goal 2024"),
        ("Fiscal year 2024/2025 goal", "goal 2024"),
        ("Financial year target", "goal"),
        ("FY24 target", "goal 2024"),
        ("FY'24 H1 actual", "actual 2024-H1 2024"),
        ("2024/25财年目标", "goal 2024"),
        ("Goal Apr 2024 – Mar 2025", "goal"),
        ("FY2024 Q2 actual", "actual Q2 2024"),
        ("H1 FY2024", "actual H1 2024"),
        ("Actual up to 30 Sep 2024", "actual 2024-09-30 2024"),
        ("Actual to 30 September", "actual M09"),
        ("Actual to 30th September", "actual M09"),
        ("Plan 2024 (GWh)", "goal 2024 GWh"),
        # actuals
        ("Achievement H1", "actual H1"),
        ("Achievements", "actual"),
        ("完成", "actual"),
        ("完成数", "actual"),
        ("完成值", "actual"),
        ("实际完成", "actual"),
        ("完成情况", "actual"),
        ("累计完成", "actual to_date"),
        ("累计完成（万元）", "actual 万元 to_date"),
        ("自年初累计完成", "actual to_date"),
        ("自年初至今完成", "actual to_date"),
        ("累计完成（万元）（注1）", "actual 万元 to_date"),
        ("Actual H1 †", "actual H1"),
        ("累计", "actual to_date"),
        ("实际", "actual"),
        ("上半年", "actual H1"),
        ("上半年完成", "actual H1"),
        ("1月", "actual M01"),
        ("1-10月", "actual Jan-Oct to_date"),
        ("1—10月累计完成数", "actual Jan-Oct to_date"),
        ("1-6月累计完成数", "actual Jan-Jun to_date"),
        ("前三季度完成", "actual Jan-Sep to_date"),
        ("2021年10月", "actual 2021-M10 2021"),
        ("2024年1-10月累计完成额(亿元)", "actual Jan-Oct 2024 2024 亿元 to_date"),
        ("截至9月底完成", "actual M09"),
        ("本月", "actual per_period"),
        ("当月完成数", "actual per_period"),
        ("10月当月完成", "actual M10 per_period"),
        ("全年", "actual FY"),
        ("2024年完成数", "actual 2024"),
        ("本年实际完成投资（亿元）", "actual 亿元"),
        ("完成值（累计）", "actual to_date"),
        ("H1", "actual H1"),
        ("H1 actual", "actual H1"),
        ("Actual Q3 2024", "actual 2024-Q3 2024"),
        ("Actual to date (EUR m)", "actual EUR m to_date"),
        ("YTD", "actual to_date"),
        ("Jan–Oct cumulative", "actual Jan-Oct to_date"),
        ("October", "actual M10"),
        ("First half", "actual H1"),
        ("Achieved", "actual"),
        ("Value", "actual"),
        # the name of the target at hand
        ("投资（亿元）", "actual 亿元"),
        ("投资累计", "actual to_date"),
        # others
        ("指标", "name"),
        ("指标名称", "name"),
        ("县（市、区）", "name|place"),
        ("地区", "name|place"),
        ("单位", "unit"),
        ("Measurement unit", "unit"),
        ("责任单位（盖章）", "owner"),
        ("完成时限", "due"),
        ("End date", "due|"),
        ("Due by", "due"),
        ("报告期", "period"),
        ("备注", "note"),
        ("说明", "note|"),
        ("1-6 月", "actual Jan-Jun to_date"),
        ("2024 年 1-6 月累計完成情況", "actual Jan-Jun 2024 2024 to_date"),
        ("24H1", "actual 2024-H1 2024"),
        ("Actual Q1-Q2", "actual H1"),
        ("Q1 to Q4 actual 2024", "actual FY 2024"),
        ("Mid-year performance", "actual| H1"),
        ("二级指标", "name|"),
        ("科目", "name|"),
        ("Lower is better?", "direction"),
        ("年初累计", "actual to_date"),
        ("绝对额", "actual"),
        ("In month", "actual per_period"),
        ("Achievement upto Sept 2024", "actual 2024-M09 2024"),
        ("序号", "serial"),
        ("Sl. No.", "serial"),
        ("S.No", "serial"),
        ("Serial No", "serial"),
        ("完成率", "completion_rate"),
        ("任务完成率", "completion_rate"),
        ("專案名稱", "name"),
        ("單位", "unit"),
        ("主辦機關", "owner"),
        ("Lead", "owner|"),
        ("超前/滞后（百分点）", "lead_pp"),
        ("target", "name|goal"),
        ("目标任务", "name|goal"),
        ("计划", "goal|plan"),
    ],
)
def test_a_heading_is_understood_when_a_known_word_is_left(heading: str, meaning: str) -> None:
    assert said(read(heading)) == meaning
    wide = heading.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    assert said(read(f" {wide}\n")) == meaning


@pytest.mark.parametrize(
    ("texts", "meaning"),
    [
        (("全年", "目标"), "goal FY"),
        (("全年", "完成"), "actual FY"),
        (("上半年", "目标"), "goal H1"),
        (("上半年", "完成"), "actual H1"),
        (("H1", "target"), "goal H1"),
        (("FY", "actual"), "actual FY"),
        (("目标任务", "全年"), "goal FY"),
        (("完成情况", "本月"), "actual per_period"),
        (("完成情况", "累计"), "actual to_date"),
        (("完成投资", "10月"), "actual M10"),
        (("2024年任务完成情况", "年度目标"), "goal 2024"),
        (("2024年任务完成情况", "完成数"), "actual 2024"),
        (("目标值", "万元"), "goal 万元"),
        (("累计完成", "(亿元)"), "actual 亿元 to_date"),
        (("2024年", "1-10月", "累计完成"), "actual Jan-Oct 2024 to_date"),
        (("2024年10月", "10月", "完成"), "actual 2024-M10 2024"),
        (("2024年10月", "1-10月"), "actual Jan-Oct 2024 2024 to_date"),
        (("2024年10月", "本月"), "actual 2024-M10 2024 per_period"),
        (("三季度", "前三季度"), "actual Jan-Sep to_date"),
        (("6月", "1—6月", "完成额（万元）"), "actual Jan-Jun 万元 to_date"),
        (("September", "Jan-Sep", "Actual"), "actual Jan-Sep to_date"),
        (("Progress", "Jan-Oct", "actual (km)"), "actual Jan-Oct km to_date"),
        (("投资", "累计"), "actual to_date"),
        (("2024年目标", "绝对额"), "goal 2024"),
        (("1-6月完成", "绝对数"), "actual Jan-Jun to_date"),
        (("基本情况", "责任单位"), "owner"),
        (("目标值", "数值"), "goal"),
        (("Target", "Value"), "goal"),
        (("Baseline", "Value"), "baseline"),
        (("Indicator", "Value"), "actual"),
        (("指标", "数值"), "actual"),
        (("Indicator", "No."), "serial"),
        (("Target", "No."), "serial"),
        (("H1 2024", "Value"), "actual 2024-H1 2024"),
    ],
)
def test_headings_over_one_another_are_put_together(texts: tuple[str, ...], meaning: str) -> None:
    assert said(read(*texts)) == meaning


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("计划完成",), "may be a goal or an actual"),
        (("完成任务",), "may be a goal or an actual"),
        (("计划", "完成"), "may be a goal or an actual"),
        (("占年计划%",), "a comparison, a figure for another time, or one that is only expected"),
        (("截至年初累计完成投资",), "a comparison, a figure for another time, or one that is only expected"),
        (("至年初累计",), "a comparison, a figure for another time, or one that is only expected"),
        (("上年同期",), "a comparison, a figure for another time, or one that is only expected"),
        (("上年完成",), "a comparison, a figure for another time, or one that is only expected"),
        (("上年", "完成"), "a comparison, a figure for another time, or one that is only expected"),
        (("同比增长（%）",), "a comparison, a figure for another time, or one that is only expected"),
        (("預計完成數",), "a comparison, a figure for another time, or one that is only expected"),
        (("预计完成",), "a comparison, a figure for another time, or one that is only expected"),
        (("Actual last year",), "a comparison, a figure for another time, or one that is only expected"),
        (("目标值(标准)",), "`标准` in brackets is not a unit, year or period"),
        (("完成（含续建）",), "`含续建` in brackets is not a unit, year or period"),
        (("Actual (revised)",), "`revised` in brackets is not a unit, year or period"),
        (("指标值",), "not understood"),
        (("Financial target",), "not understood"),  # as a physical one beside it
        (("投入额",), "not understood"),
        (("年度",), "not understood"),
        (("万元",), "not understood"),
        (("2024年",), "only a year"),
        (("上半年", "下半年完成"), "names two periods"),
        (("2024年9月", "1-10月"), "names two periods"),
        (("2023年10月", "2024年1-10月"), "names two periods"),
        (("1-9月", "1-10月"), "names two periods"),
        (("2023年", "2024年完成"), "names two periods"),
        (("开复工", "累计"), "about another target: 开复工"),
        (("累计", "奇怪"), "not understood"),
        (("上半年▲",), "not understood"),  # how much it rose
        (("Actual △",), "not understood"),
    ],
)
def test_what_is_not_understood_keeps_its_reason(texts: tuple[str, ...], reason: str) -> None:
    assert said(read(*texts)) == f"? {reason}"


@pytest.mark.parametrize("texts", [("完成/ft²",), ("Actual, ft²",), ("完成", "ft²"), ("完成（ft²）²",)])
def test_the_digit_of_a_unit_of_the_plan_is_no_footnote(texts: tuple[str, ...]) -> None:
    found = meaning_of(texts, {"ft²", "ft2"}.__contains__, lambda _: None)
    assert (found.field, found.unit) in {("actual", "ft2"), ("actual", "ft²")}


@pytest.mark.parametrize("field", [field for field in COLUMN if field not in {"name", "plan"}])
def test_what_the_program_prints_over_its_own_columns_is_understood(field: str) -> None:
    for word in (field, *COLUMN[field]):
        meaning = read(word)
        assert meaning.field
        assert meaning.field == field


def test_a_heading_as_long_as_a_page_is_not_taken_apart() -> None:
    """To look for periods in 60,000 letters took a minute."""
    assert said(read("目标值" + "。" * 997)) == "goal"
    assert said(read("目标值" + "。" * 998)) == "? not understood"
    assert said(read("1-6月" * 20_000)) == "? not understood"
