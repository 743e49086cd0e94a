"""What the workbook says around its figures."""

from plan_tracker.language import Phrase
from plan_tracker.plan.model import Direction, Kind, Level
from plan_tracker.plan.pace import AT_DUE, CURVE, LAST_YEAR, STEADY
from plan_tracker.plan.periods import Calendar, Reporting

PROGRESS = Phrase("Progress", "进度")
OUTLOOK = Phrase("Outlook", "后续任务")
RULES = Phrase("Rules", "评判规则")
NOTE = Phrase("note", "说明")
REPORTING = Phrase("reporting", "报送周期")
PLAN = Phrase("plan", "计划")
TIME = Phrase("time", "计划期间")
SPAN = Phrase("{start} to {end}", "{start}至{end}")
CALENDAR = Phrase("pace is counted by", "序时进度计算方式")
TOLERANCE = Phrase("a lag that is only slipping, up to", "视为略有滞后的最大差距")
HOW = Phrase("how figures are computed", "计算方法")

KIND: dict[Kind, Phrase] = {
    Kind.CUMULATIVE: Phrase("total", "累计"),
    Kind.LEVEL: Phrase("level", "水平"),
}
DIRECTION: dict[Direction, Phrase] = {
    Direction.AT_LEAST: Phrase("at least", "不低于"),
    Direction.AT_MOST: Phrase("at most", "不超过"),
}
PACE: dict[str, Phrase] = {
    STEADY: Phrase("steady", "匀速"),
    AT_DUE: Phrase("at the due date", "到期一次完成"),
    LAST_YEAR: Phrase("as last year", "按上年进度"),
    CURVE: Phrase("a curve of its own", "按给定曲线"),
}
LEVELS: dict[Level, Phrase] = {
    Level.FAIL: Phrase("fails the check", "不达标则不通过"),
    Level.WARN: Phrase("only warns", "仅警告"),
    Level.OFF: Phrase("not checked", "不检查"),
}
EVERY: dict[Reporting, Phrase] = {
    Reporting.HALF_YEAR: Phrase("half-year", "半年"),
    Reporting.QUARTER: Phrase("quarter", "季度"),
    Reporting.MONTH: Phrase("month", "月"),
    Reporting.YEAR: Phrase("year", "年"),
}
COUNTED: dict[Calendar, Phrase] = {
    Calendar.MONTHS: Phrase("months", "月份"),
    Calendar.DAYS: Phrase("days", "天数"),
}
