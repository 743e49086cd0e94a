"""What is said in a dispatch meeting: what is short, how much a month, how late, as in earlier years."""

from plan_tracker.language import Phrase

AFTER_DUE = Phrase("after the due date", "超过时限")

# --- by how much
SHORT = Phrase("{gap} short of what is expected.", "欠{gap}。")
ABOVE_CEILING = Phrase("{gap} above the ceiling.", "超出控制目标{gap}。")
EXCEEDS_CAP = Phrase("Exceeds the cap by {gap}.", "突破控制目标，超出{gap}。")
WITHIN = Phrase("Within the goal.", "控制在目标以内。")
ABOVE_PACE = Phrase("{gap} more than the pace allows.", "超出序时控制数{gap}。")

# --- a month
MONTHS = Phrase(
    "{so_far} per month so far, {required} needed per month until {due}.",
    "月均已完成{so_far}，至{due}月均需完成{required}。",
)
SO_FAR = Phrase("{so_far} per month so far.", "月均已完成{so_far}。")

# --- in time
DAYS_BEHIND = Phrase(
    "Where it should have been on {day}: {days} {days|day|days} behind.", "相当于{day}的进度，滞后{days}天。"
)
DAYS_AHEAD = Phrase(
    "Where it should be on {day}: {days} {days|day|days} ahead.", "相当于{day}的进度，超前{days}天。"
)
ON_THE_DAY = Phrase("Exactly where it should be.", "与序时进度持平。")
REACHED_ON = Phrase("At this speed the goal is reached on {day}.", "按此速度，预计{day}达标。")
REACHED_LATE = Phrase("At this speed the goal is not reached by the due date.", "按此速度，不能按期达标。")

# --- earlier years
GREW = Phrase("{growth} more than in the same period of last year.", "同比增长{growth}。")
FELL = Phrase("{growth} less than in the same period of last year.", "同比下降{growth}。")
LEVELLED = Phrase("As much as in the same period of last year.", "同比持平。")
RANGE = Phrase(
    "If the rest of the year goes as in earlier years, it ends at {low} to {high}: the goal is"
    " reached in {well} of {years} ({ends}).",
    "按往年进度推算，期末为{low}至{high}，所参照的{years}年中有{well}年的进度可达标（{ends}）。",
)
RANGE_OF_CAP = Phrase(
    "If the rest of the year goes as in earlier years, it ends at {low} to {high}: it stays"
    " within the cap in {well} of {years} ({ends}).",
    "按往年进度推算，期末为{low}至{high}，所参照的{years}年中有{well}年的进度可控制在目标以内（{ends}）。",
)
BY_YEAR = Phrase("{year}: {figure}", "{year}年：{figure}")
TRIED = Phrase(
    "For earlier years the same method would have projected: {trials}.", "用同一方法检验往年：{trials}。"
)
TRIAL = Phrase("{year} {low} to {high}, result {came_to}", "{year}年推算{low}至{high}，实际{came_to}")

# --- the table of earlier years
BY_THEN = Phrase("at that date", "同期完成值")
LOW, HIGH = Phrase("from", "推算低值"), Phrase("to", "推算高值")
RUN_RATE = Phrase("run rate", "按序时推算")
CAME_TO = Phrase("result", "实际完成值")
WITHIN_RANGE = Phrase("within", "在范围内")
ABOVE_RANGE = Phrase("above", "高于范围")
BELOW_RANGE = Phrase("below", "低于范围")
JUDGED = Phrase("range", "推算结果")
YEAR = Phrase("{year}", "{year}年")
PAST_LEGEND = Phrase(
    "each year as projected from the other years at the same date; run rate: the figure at that"
    " date, extrapolated by the target's own pace",
    "各年均以其余年份同期占期末的比重推算；“按序时推算”为同期完成值除以该指标的序时进度",
)
TOLD_RIGHT = Phrase(
    "{within} of {told} earlier years ended within the range projected from the others",
    "往年推算{told}次，其中{within}次实际完成值落在推算范围之内",
)
NOBODY_TELLS = Phrase(
    "no target has earlier years to project from: `past` needs figures for the period of the"
    " actual and for that of the due date",
    "没有可供推算的往年数据：`past` 中须同时有现报告期和完成时限所在报告期的往年数",
)
