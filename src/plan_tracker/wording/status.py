"""What `status` says around its table, and the sentences of the annex of a report."""

from typing import NamedTuple

from plan_tracker.language import Phrase
from plan_tracker.wording.words import COLUMN, INDICATIVE

COUNT = Phrase("{number} {status}", "{status}{number}项")
TARGETS = Phrase("{number} {number|target|targets}", "指标{number}项")
MEAN = Phrase("mean completion {mean} (of {number})", "平均完成率{mean}（{number}项）")
MEAN_WITHOUT_BOUNDS = Phrase(
    "mean completion {mean} (of {number}; {left_out} incomplete, left out)",
    "平均完成率{mean}（{number}项，另有{left_out}项数据不完整，未计入）",
)
REPORTED = Phrase("{number} of {all} reported for {period}", "{period}应报{all}项，已报{number}项")
COMPLETE = Phrase("complete as of {period}", "{period}数据齐全")
LATER = Phrase("after {day}: {changes}", "{day}之后：{changes}")
GOALS_ADJUSTED = Phrase("{number} {number|goal|goals} adjusted", "目标调整{number}项")
TARGETS_DROPPED = Phrase("{number} {number|target|targets} dropped", "取消指标{number}项")
FIGURES_OF = Phrase("figures as of {day}: {names}", "以下指标的数据截至{day}：{names}")
ALL_FIGURES_OF = Phrase("all figures are as of {day}", "全部数据截至{day}")
FIRST_OF = Phrase("{names} and others ({number} in all)", "{names}等{number}项")
EARLIER_FIGURES = Phrase(
    "{number} {number|other target has|other targets have} figures as of an earlier date",
    "另有{number}项的数据截止日期更早",
)
UNGROUPED = Phrase("without a group", "未分类")
OWNERLESS = Phrase("without an owner", "未明确责任单位")
LAGGING_NAMES = Phrase("not on pace: {names}", "滞后：{names}")
MISSED_NAMES = Phrase("missed: {names}", "未完成：{names}")
BINDING = {
    "True": COLUMN["binding"],
    "False": INDICATIVE,
    "None": Phrase("not marked as binding or indicative", "未注明约束性或预期性"),
}
BEYOND = Phrase("beyond the goal", "超过目标值")
NOTHING_SHOWN = Phrase("no target is {statuses}", "没有{statuses}的指标")
NONE_SUCH = Phrase("no target meets all these conditions", "没有同时符合这些条件的指标")
MORE = Phrase(
    "{number} more {number|row|rows}, less urgent: --all shows them", "另有{number}行未列出：--all 显示全部"
)
FUTURE = Phrase(
    "the plan is judged as of {day}, which is in the future",
    "评价日期{day}尚未到来",
)
UNREPORTED = Phrase(
    "{day} was a reporting date, and nothing at all is reported for it yet",
    "{day}为报送日期，该日的数据至今一项未报",
)

# --- the annex
COUNTED = Phrase("{total} {total|target|targets}: {counts}.", "共{total}项指标：{counts}。")
VERB = Phrase("", "完成")
"""What Chinese names of targets may end with: the sentences on totals do not say it again behind them."""
REACHED = Phrase(
    "{name} reached {actual}, {rate} of its goal of {goal} and {points} behind the pace of {pace}",
    "{name}完成{actual}，完成目标任务{goal}的{rate}，比序时进度（{pace}）滞后{points}",
)
USED = Phrase(
    "{name} used {actual}, {rate} of its cap of {goal} and {points} more than the pace of {pace}",
    "{name}已达{actual}，占控制目标{goal}的{rate}，超出序时进度（{pace}）{points}",
)
ADVANCED = Phrase(
    "{name} stands at {actual}, {rate} of the way to its goal of {goal} and {points} behind"
    " the pace of {pace}",
    "{name}为{actual}，目标值{goal}，完成率{rate}，比序时进度（{pace}）滞后{points}",
)
SHORT = Phrase(
    "{name} reached {actual}, {rate} of its goal of {goal} and {gap} short",
    "{name}完成{actual}，完成目标任务{goal}的{rate}，差{gap}",
)
EXCEEDED = Phrase(
    "{name} used {actual} and exceeds its cap of {goal} by {gap}",
    "{name}已达{actual}，突破控制目标{goal}，超出{gap}",
)
BELOW = Phrase(
    "{name} stands at {actual}, {gap} below its goal of {goal}", "{name}为{actual}，比目标值{goal}低{gap}"
)
ABOVE = Phrase(
    "{name} stands at {actual}, {gap} above its goal of {goal}",
    "{name}为{actual}，比控制目标{goal}高{gap}",
)
DUE_BY = Phrase("{clause} (due {due})", "{clause}（完成时限为{due}）")


class Listing(NamedTuple):
    """The sentences that list the targets, the parts, and the targets of several plans that stand alike."""

    own: Phrase
    parts: Phrase
    plans: Phrase


def _listing(en: str, zh: str) -> Listing:
    return Listing(
        own=Phrase(f"{en.capitalize()}: {{items}}.", f"{zh}：{{items}}。"),
        parts=Phrase(f"Of the parts, {en}: {{items}}.", f"分解任务中，{zh}：{{items}}。"),
        plans=Phrase(f"Among the plans, {en}: {{items}}.", f"各计划中，{zh}：{{items}}。"),
    )


LAGGING = _listing("behind the pace", "进度滞后的有")
MISSED = _listing("missed", "未完成的有")
DONE = _listing("done", "已完成目标任务的有")
KEPT = _listing("kept within the goal", "控制在目标以内的有")
SILENT = _listing("not reported", "尚未报送的有")
