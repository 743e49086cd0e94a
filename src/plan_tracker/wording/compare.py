"""What `compare` says of two versions of a plan."""

from plan_tracker.language import Phrase
from plan_tracker.questions.compare import ActualMove, Refusal, StatusMove

HEADING = Phrase("{title}: what changed", "{title}：变化情况")
VERSIONS = Phrase("from {old} to {new}, {as_of}", "由{old}到{new}，{as_of}")
DAYS = Phrase("{version}, from {old} to {new}", "{version}，由{old}到{new}")
DAY = Phrase("{day} ({period})", "{day}（{period}）")
NOTHING = Phrase("nothing changed", "没有变化")
COUNT = Phrase("{status} {old} → {new}", "{status}{old}→{new}项")
MEAN = Phrase("mean completion {old} → {new}", "平均完成率{old}→{new}")
NONE = Phrase("none", "无")

ADDED = Phrase("added", "新增指标")
REMOVED = Phrase("TARGET REMOVED", "【指标删除】")
GOAL_LOWERED = Phrase("GOAL LOWERED", "【目标值下调】")
GOAL_LOOSENED = Phrase("GOAL LOOSENED (raised)", "【目标值放宽】（数值上调）")
GOAL_GONE = Phrase("GOAL TAKEN AWAY", "【目标值取消】")
GOAL_INCOMPARABLE = Phrase("GOAL CHANGED, NOT COMPARABLE", "【目标口径变更，不可比】")
GOAL_RAISED = Phrase("goal raised", "目标值上调")
GOAL_TIGHTENED = Phrase("goal tightened (lowered)", "目标值收紧（数值下调）")
GOAL_GIVEN = Phrase("goal given", "新定目标值")
STATUS: dict[StatusMove, Phrase] = {
    StatusMove.BETTER: Phrase("status better", "状态好转"),
    StatusMove.WORSE: Phrase("STATUS WORSE", "【状态变差】"),
    StatusMove.OTHER: Phrase("status", "状态变化"),
}
ACTUAL: dict[ActualMove, Phrase] = {
    ActualMove.NEW: Phrase("new actual for {period}", "{period}新报完成值"),
    ActualMove.REVISED: Phrase("actual for {period} revised", "{period}完成值修订"),
    ActualMove.REMOVED: Phrase("actual for {period} removed", "{period}完成值删除"),
}
LEAD = Phrase("lead moved by {points}", "超前/滞后变动{points}")
TERM = Phrase("{term} changed", "{term}变更")
SETTING = Phrase("[{table}] {key} changed", "[{table}] {key} 变更")
REFUSED: dict[Refusal, Phrase] = {
    Refusal.WORSE: Phrase("{number} with a worse status", "{number}项状态变差"),
    Refusal.GOAL_LOWERED: Phrase("{number} with a lowered goal", "{number}项目标值下调"),
    Refusal.ACTUAL_REVISED: Phrase("{number} with a revised actual", "{number}项完成值被修订"),
    Refusal.REMOVED: Phrase("{number} removed", "{number}项被删除"),
}
REFUSAL = Phrase("refused: {reasons}", "不予通过：{reasons}")
CHANGE = Phrase("change", "变化")
BEFORE = Phrase("before", "变更前")
AFTER = Phrase("after", "变更后")
MORE = Phrase("… and {number} more, left out for want of room", "……另有{number}项，因篇幅所限未列出")
