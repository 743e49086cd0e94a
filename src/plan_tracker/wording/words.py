"""The words of the field: columns and fields, lead and rate, units of difference, days."""

from datetime import date
from functools import lru_cache

from plan_tracker import language
from plan_tracker.language import Language, Phrase

COLUMN: dict[str, Phrase] = {
    "id": Phrase("id", "标识"),
    "parent": Phrase("parent", "上级指标"),
    "name": Phrase("target", "指标"),
    "group": Phrase("group", "类别"),
    "owner": Phrase("owner", "责任单位"),
    "unit": Phrase("unit", "单位"),
    "kind": Phrase("kind", "类型"),
    "direction": Phrase("direction", "方向"),
    "stage": Phrase("stage", "口径"),
    "binding": Phrase("binding", "约束性"),
    "goal": Phrase("goal", "目标值"),
    "baseline": Phrase("baseline", "基期值"),
    "start": Phrase("start", "开始日期"),
    "due": Phrase("due", "完成时限"),
    "pace_rule": Phrase("pace rule", "进度规则"),
    "period": Phrase("period", "报告期"),
    "measured_on": Phrase("measured on", "数据日期"),
    "actual": Phrase("actual", "完成值"),
    "completion_rate": Phrase("completion rate", "完成率"),
    "pace": Phrase("pace", "序时进度"),
    "expected": Phrase("expected", "应完成值"),
    "lead_pp": Phrase("lead (pp)", "超前/滞后（百分点）"),
    "difference": Phrase("difference", "与目标值之差"),
    "status": Phrase("status", "状态"),
    "late": Phrase("late", "逾期完成"),
    "remaining": Phrase("remaining", "剩余任务"),
    "projected": Phrase("projected", "预计完成值"),
    "required_multiple": Phrase("required multiple", "速度倍数"),
    "committed": Phrase("committed", "已承诺"),
    "coverage": Phrase("coverage", "承诺覆盖率"),
    "uncovered": Phrase("uncovered", "缺口"),
    "weight": Phrase("weight", "权重"),
    "check": Phrase("check", "检查级别"),
    "source": Phrase("source", "来源"),
    "as_of": Phrase("as of", "截至"),
    "missing": Phrase("missing", "缺少数据"),
    "shortfall": Phrase("shortfall", "欠额"),
    "lead_days": Phrase("lead (days)", "超前/滞后（天）"),
    "reached_on": Phrase("reached on", "预计达标日期"),
    "per_month_so_far": Phrase("per month so far", "月均已完成"),
    "per_month_required": Phrase("needed per month", "月均需完成"),
    "year_on_year": Phrase("year on year", "同比"),
    "projected_low": Phrase("projected, low", "推算低值"),
    "projected_high": Phrase("projected, high", "推算高值"),
    "original_goal": Phrase("original goal", "原目标值"),
    "feed": Phrase("feed", "取数项"),
    "plan": Phrase("plan", "计划"),
    "dropped": Phrase("dropped on", "取消日期"),
    "past": Phrase("earlier years", "往年完成值"),
    "note": Phrase("note", "备注"),
    "reporting": Phrase("reporting", "报送周期"),
}

LEAD = Phrase("lead", "超前/滞后")
RATE = Phrase("rate", "完成率")
POINTS = Phrase("{number} pp", "{number}个百分点")
ALLOCATION = Phrase("allocation", "任务分解不足")
SILENT = Phrase("silent", "整期未报")
SPAN = Phrase("{start} to {end}", "{start}至{end}")
FIGURE = Phrase("{what} {figure}", "{what}{figure}")
REACHED_IN = Phrase("{year}: {totals}", "{year}年{totals}")
AS_OF = Phrase("as of {day}", "截至{day}")
_BRACKETED = Phrase("{text} ({more})", "{text}（{more}）")
_LABELLED = Phrase("{label}: {text}", "{label}：{text}")
COMMA, LIST = language.COMMA, language.LIST
SEMICOLON = Phrase("; ", "；")
SENTENCES = Phrase(" ", "")
OR = Phrase(" or ", "或")
PLAN = COLUMN["plan"]
OUTLOOK = Phrase("Outlook", "后续任务")
INDICATIVE = Phrase("indicative", "预期性")
OWNER = Phrase("owner: {owner}", "责任单位：{owner}")
MORE = Phrase("… and {number} more, left out for lack of space", "……另有{number}项，因篇幅所限未列出")
NO_GOAL = Phrase("no goal is given", "没有目标值")
YES = Phrase("yes", "是")
NO = Phrase("no", "否")


def field_name(field: str) -> Phrase:
    """Returns the name of a field: the heading of its column, but for a target its name."""
    names = {
        "name": Phrase("name", "指标名称"),
        "place": Phrase("place", "地区"),
        "year": Phrase("year", "年份"),
    }
    return names.get(field) or COLUMN.get(field) or Phrase(field, field)


def bracketed(text: str, more: str, language: Language) -> str:
    """Writes a text with what tells more in brackets behind it: a part, an id, a period, a rule."""
    return _BRACKETED.text(language, text=text, more=more)


def labelled(label: str, text: str, language: Language) -> str:
    """Writes a text behind what it is said of: a target, a comparison, a rule."""
    return _LABELLED.text(language, label=label, text=text)


@lru_cache(maxsize=1024)  # a plan has few different days
def day_text(day: date | None, language: Language) -> str:
    """Writes a day in a language, or nothing for None: 2024-06-30, 2024年6月30日."""
    if day is None:
        return ""
    match language:
        case Language.EN:
            return day.isoformat()
        case Language.ZH:
            return f"{day.year}年{day.month}月{day.day}日"
