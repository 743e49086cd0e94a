"""The words of a target's settings: the workbook and `show` print them, tables that come in may hold them."""

from typing import TypeAlias

from plan_tracker.language import Language, Phrase, inserted, literally
from plan_tracker.plan.model import CheckLevel, Counting, Direction, Kind
from plan_tracker.plan.pace import AT_DUE, CURVE, LAST_YEAR, STEADY
from plan_tracker.plan.periods import Calendar, Reporting

Setting: TypeAlias = Kind | Direction | Counting | Reporting | CheckLevel | Calendar

WORDS: dict[Setting, Phrase] = {
    Kind.CUMULATIVE: Phrase("total", "累计量"),
    Kind.LEVEL: Phrase("level", "水平值"),
    Direction.AT_LEAST: Phrase("at least", "不低于"),
    Direction.AT_MOST: Phrase("at most", "不超过"),
    Counting.TO_DATE: Phrase("running totals", "累计数"),
    Counting.PER_PERIOD: Phrase("per-period figures", "当期数"),
    Reporting.HALF_YEAR: Phrase("half-year", "半年"),
    Reporting.QUARTER: Phrase("quarter", "季度"),
    Reporting.MONTH: Phrase("month", "月"),
    Reporting.YEAR: Phrase("year", "年"),
    CheckLevel.FAIL: Phrase("fails the check", "不达标则不通过"),
    CheckLevel.WARN: Phrase("only warns", "仅警告"),
    CheckLevel.OFF: Phrase("not checked", "不检查"),
    Calendar.MONTHS: Phrase("months", "按月"),
    Calendar.DAYS: Phrase("days", "按天"),
}
"""The word of each setting; no two of them may have the same code."""

PACE_RULE: dict[str, Phrase] = {
    STEADY: Phrase("steady", "按时间均衡"),
    AT_DUE: Phrase("at the due date", "到期一次完成"),
    LAST_YEAR: Phrase("as last year", "按上年进度"),
    CURVE: Phrase("a curve of its own", "专用曲线"),
}
"""The rules of the pace that have a word; any other is the name of a curve."""

_NAMED_CURVE = Phrase("the curve `{name}`", "曲线 `{name}`")


def pace_phrase(rule: str) -> Phrase:
    """Returns the word of a pace rule, or of a curve with its name."""
    return PACE_RULE.get(rule) or inserted(_NAMED_CURVE, name=literally(rule))


def pace_word(rule: str, language: Language) -> str:
    """Returns the word of a pace rule as it stands in a table, where a curve is called by its mere name."""
    return PACE_RULE[rule].text(language) if rule in PACE_RULE else rule
