"""What is said in a dispatch meeting: what is short, how much a month, how late, as in earlier years."""

from plan_tracker.language import Phrase

AFTER_DUE = Phrase("after the due date", "超过时限")

# --- by how much
SHORT = Phrase("{gap} short of what is expected.", "欠{gap}。")
ABOVE_CEILING = Phrase("{gap} above the ceiling.", "超出控制目标{gap}。")
WITHIN = Phrase("Within the goal.", "控制在目标以内。")
ABOVE_PACE = Phrase("{gap} more than the pace allows.", "超出序时控制数{gap}。")

# --- a month
MONTHS = Phrase(
    "{so_far} a month so far, {required} a month needed until {due}.",
    "月均已完成{so_far}，至{due}月均需完成{required}。",
)
SO_FAR = Phrase("{so_far} a month so far.", "月均已完成{so_far}。")

# --- in time
DAYS_BEHIND = Phrase("As far as {day}: {days} behind.", "相当于{day}的进度，滞后{days}。")
DAYS_AHEAD = Phrase("As far as {day}: {days} ahead.", "相当于{day}的进度，超前{days}。")
ON_THE_DAY = Phrase("As far as expected, to the day.", "与序时进度持平。")
REACHED_ON = Phrase("At this speed the goal is reached on {day}.", "按此速度，{day}达标。")
REACHED_LATE = Phrase("At this speed the goal is reached after the due date.", "按此速度，达标将超过时限。")

# --- earlier years
GREW = Phrase("{growth} more than in the same period of last year.", "同比增长{growth}。")
FELL = Phrase("{growth} less than in the same period of last year.", "同比下降{growth}。")
LEVELLED = Phrase("As much as in the same period of last year.", "同比持平。")
RANGE = Phrase(
    "If the year goes on as earlier ones did, it ends at {low} to {high}: "
    "the goal is reached in {well} of {years} ({ends}).",
    "按往年进度推算，期末为{low}至{high}，{years}年中有{well}年可达标（{ends}）。",
)
RANGE_OF_CAP = Phrase(
    "If the year goes on as earlier ones did, it ends at {low} to {high}: "
    "the cap is kept in {well} of {years} ({ends}).",
    "按往年进度推算，期末为{low}至{high}，{years}年中有{well}年可控制在目标以内（{ends}）。",
)
BY_YEAR = Phrase("{year}: {figure}", "{year}年：{figure}")
TRIED = Phrase(
    "The same rule would have told the earlier years so: {trials}.", "同一方法用于往年，结果为：{trials}。"
)
TRIAL = Phrase("{year} {low} to {high}, and it came to {came_to}", "{year}年推算{low}至{high}，实际{came_to}")

# --- the table of earlier years
BY_THEN = Phrase("by then", "当时完成值")
LOW, HIGH = Phrase("from", "推算低值"), Phrase("to", "推算高值")
RUN_RATE = Phrase("run rate", "按序时推算")
CAME_TO = Phrase("came to", "实际完成值")
WITHIN_RANGE = Phrase("within", "在范围内")
ABOVE_RANGE = Phrase("above", "高于范围")
BELOW_RANGE = Phrase("below", "低于范围")
JUDGED = Phrase("range", "推算结果")
YEAR = Phrase("{year}", "{year}年")
PAST_LEGEND = Phrase(
    "each year as told from the others by the same day; "
    "run rate: the figure of then by the target's own pace",
    "每年均以其余年份同期所占比重推算；按序时推算：当时完成值除以该指标的序时进度",
)
TOLD_RIGHT = Phrase(
    "{within} of {told} earlier years came to what was told from the others",
    "往年推算{told}次，其中{within}次实际值落在推算范围之内",
)
NOBODY_TELLS = Phrase(
    "no target has earlier years that tell anything: "
    "`past` needs the period of the figure and that of the due date",
    "没有可供推算的往年数据：`past` 中须有完成值所属报告期和完成时限所属报告期的数值",
)


def days_counted(number: int) -> Phrase:
    """Writes a number of days."""
    return Phrase("1 day" if number == 1 else f"{number} days", f"{number}天")
