"""What `outlook` says around its table, and why a figure of the outlook is empty."""

from plan_tracker.language import Phrase
from plan_tracker.questions.outlook import Gap
from plan_tracker.wording import words

REASON: dict[Gap, Phrase] = {
    Gap.DROPPED: Phrase("the target is dropped", "指标已取消"),
    Gap.NO_GOAL: words.NO_GOAL,
    Gap.NO_ACTUAL: Phrase("nothing is reported", "尚无完成值"),
    Gap.HELD: Phrase(
        "a level to hold is judged as it stands, nothing is projected",
        "属于只需保持的水平值，按现值评价，不作测算",
    ),
    Gap.INCOMPLETE: Phrase(
        "the actual is incomplete, so only a minimum is known",
        "完成值不完整，只能作为下限",
    ),
    Gap.NOT_JUDGED: Phrase(
        "the target is not judged",
        "该指标未作评价",
    ),
    Gap.NO_PACE_YET: Phrase(
        "nothing was expected yet by the day of the actual",
        "截至数据日期，按序时进度尚无应完成的数量",
    ),
    Gap.NO_TIME_LEFT: Phrase("no time is left", "已没有剩余时间"),
    Gap.NOTHING_DONE: Phrase(
        "nothing is done yet, so there is no speed to multiply",
        "完成量为0，无法计算倍数",
    ),
    Gap.NOT_FOR_CAPS: Phrase(
        "a cap is a limit to stay under, not a goal to reach",
        "控制目标是不得突破的数，不是须完成的任务",
    ),
    Gap.NOT_FOR_LEVELS: Phrase(
        "a level does not add up",
        "水平值不能累加",
    ),
    Gap.NOT_COMMITTED: Phrase("no committed work is given", "未填写已承诺工作量"),
    Gap.NOTHING_REMAINS: Phrase("nothing remains", "已没有剩余任务"),
}

NOT_SUMMED = Phrase("not added up; --parts lists the plans", "不作汇总，加 --parts 可列出各计划")
NOTHING_OPEN = Phrase("no target is left to complete", "没有尚需完成的指标")
WITHOUT = Phrase("without an outlook ({reason}): {names}", "无法测算后续任务（{reason}）：{names}")
BESIDE_THE_LIMIT = Phrase("remaining", "与控制目标相比")
HEADROOM = Phrase("headroom {figure}", "余量{figure}")
OVER = Phrase("over by {figure}", "超出{figure}")
REACHED = Phrase("reached", "已达标")
REACHED_ON = Phrase("reached {day}", "{day}达标")
WORK = Phrase("{amount} from {name}", "{name} {amount}")
LISTED = Phrase("{total}: {works}", "{total}，其中：{works}")
COVERED = Phrase("covered", "足额覆盖")
TOTALS = Phrase(
    "{group}, {number} {number|target|targets} together: {figures}", "{group}，{number}项指标合计：{figures}"
)
WORST_FIRST = Phrase("worst first", "按紧迫程度排列")
MEANINGS: dict[str, Phrase] = {
    "lead_days": Phrase(
        "lead: days ahead of the pace, negative is behind", "超前/滞后：比序时进度超前的天数，负数为滞后"
    ),
    "required_multiple": Phrase(
        "required multiple: the speed needed for the rest, as a multiple of the speed so far",
        "速度倍数：剩余时间的速度应为此前的多少倍",
    ),
}
"""What the heading of a column does not say, by its key."""
