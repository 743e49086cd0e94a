"""What `compare` says of two versions of a plan."""

from plan_tracker.language import Phrase
from plan_tracker.questions.compare.comparison import Refusal
from plan_tracker.questions.compare.figures import ActualMove

HEADING = Phrase("{title}: what changed", "{title}：变化情况")
VERSIONS = Phrase("from {old} to {new}, {as_of}", "由{old}到{new}，{as_of}")
DAYS = Phrase("{version}, from {old} to {new}", "{version}，由{old}到{new}")
VERSIONS_AND_DAYS = Phrase(
    "from {old}, {old_as_of}, to {new}, {new_as_of}", "变更前：{old}，{old_as_of}；变更后：{new}，{new_as_of}"
)
OWN_FIGURES = Phrase(
    "of a plan that collects others only its own figures are compared",
    "汇总计划只比较其自身的数据，不含所汇总的各计划",
)
OTHER_YEAR = Phrase(
    "plans of different years: only rates and statuses are compared",
    "两个计划年度不同，只比较完成率和状态",
)
ONE_AND_SEVERAL = Phrase(
    "of {old} and {new}, one is a plan and the other means several",
    "{old} 与 {new} 一个是单份计划，另一个指多份计划",
)
COMPARE_ALIKE = Phrase("compare two plans, or two folders", "请比较两份计划，或两个文件夹")
A_THIRD = Phrase(
    "{old} is compared with {new}: `-f {file}` has no part in it",
    "比较的是 {old} 与 {new}，`-f {file}` 不起作用",
)
COMPARE_TWO = Phrase("leave `-f` out, or name one version only", "请去掉 `-f`，或只写一个版本")
PLANS_ADDED = Phrase("plans added: {names}", "新增计划：{names}")
PLANS_REMOVED = Phrase("plans removed: {names}", "删除计划：{names}")
NOTHING = Phrase("nothing changed", "没有变化")
TARGETS = Phrase("targets {old} → {new}", "指标{old}→{new}项")
COUNT = Phrase("{status} {old} → {new}", "{status}{old}→{new}项")
MEAN = Phrase("mean completion {old} → {new}", "平均完成率{old}→{new}")
NONE = Phrase("none", "无")

# --- what was done to the plan
ADDED = Phrase("added", "新增指标")
REMOVED = Phrase("TARGET REMOVED", "【指标删除】")
GOAL_LOWERED = Phrase("GOAL LOWERED", "【目标值下调】")
GOAL_LOOSENED = Phrase("GOAL LOOSENED (raised)", "【目标值放宽】（数值上调）")
GOAL_GONE = Phrase("GOAL REMOVED", "【目标值取消】")
GOAL_INCOMPARABLE = Phrase("GOAL CHANGED, NOT COMPARABLE", "【目标口径变更，不可比】")
GOAL_RAISED = Phrase("goal raised", "目标值上调")
GOAL_TIGHTENED = Phrase("goal tightened (lowered)", "目标值收紧（数值下调）")
OF_OTHER_PLANS = Phrase("{change}: other plans are added up", "{change}（汇总的计划有增减）")
GOAL_OF_SUM = Phrase("sum of goals", "目标值合计变动")
GOAL_IN_FORCE = Phrase("adjusted goal in force", "目标调整生效")
GOAL_GIVEN = Phrase("goal set", "新定目标值")
ACTUAL: dict[ActualMove, Phrase] = {
    ActualMove.NEW: Phrase("new actual for {period}", "{period}新报完成值"),
    ActualMove.REVISED: Phrase("actual for {period} revised", "{period}数据更正"),
    ActualMove.REMOVED: Phrase("actual for {period} removed", "{period}数据删除"),
}
TERM = Phrase("{term} changed", "{term}变更")
EASED = Phrase("EASED ({term})", "【要求放宽】（{term}）")
PACE_ON = Phrase("pace by {day}", "{day}序时进度")
WHOLE = Phrase("the plan as a whole", "计划整体")
SHARED = Phrase("{what}, {number} {number|target|targets}", "{what}，{number}项")
COUNTING = Phrase("counting", "填报方式")
WORSE = Phrase("STATUS WORSE", "【状态变差】")

REFUSED: dict[Refusal, Phrase] = {
    Refusal.WORSE: Phrase("{number} with a worse status", "{number}项状态变差"),
    Refusal.GOAL_LOWERED: Phrase(
        "{number} with a lowered or loosened goal", "{number}项指标的目标值下调或放宽"
    ),
    Refusal.ACTUAL_REVISED: Phrase("{number} with a revised actual", "{number}项数据更正"),
    Refusal.REMOVED: Phrase("{number} removed", "{number}项指标删除"),
    Refusal.EASED: Phrase("{number} eased", "{number}项要求放宽"),
}
REFUSAL = Phrase("failed: {reasons}", "不通过：{reasons}")

# --- tables
CHANGE = Phrase("change", "变化")
BEFORE = Phrase("before", "变更前")
AFTER = Phrase("after", "变更后")
SINCE = Phrase("added since", "增减")

# --- what cannot be compared
NO_OLD = Phrase("compare with what?", "未指明与哪个版本比较")
SAY_OLD = Phrase(
    "name a file or a git revision: compare HEAD~1; or two days: compare --as-of H1..FY",
    "请写文件或 git 版本：compare HEAD~1；或两个日期：compare --as-of H1..FY",
)
NOT_ACROSS_YEARS = Phrase(
    "plans of different years are compared by rate and status only, so --fail-on cannot use: {words}",
    "两个计划年度不同，只比较完成率和状态，--fail-on 中不可用的有：{words}",
)
SAY_ACROSS_YEARS = Phrase("between such plans --fail-on accepts: {words}", "此时可用：{words}")
