"""What `status` says around its table."""

from plan_tracker.language import Phrase

COUNT = Phrase("{number} {status}", "{status}{number}项")
TARGETS = Phrase("{number} targets", "指标{number}项")
MEAN = Phrase("mean completion {mean} (of {number})", "平均完成率{mean}（{number}项）")
MEAN_WITHOUT_BOUNDS = Phrase(
    "mean completion {mean} (of {number}; {left_out} incomplete left out)",
    "平均完成率{mean}（{number}项，另有{left_out}项数据不完整，未计入）",
)
UNGROUPED = Phrase("without a group", "未分类")
OWNERLESS = Phrase("without an owner", "未明确责任单位")
LAGGING_NAMES = Phrase("lagging: {names}", "滞后：{names}")
PART_OF = Phrase("{whole} ({part})", "{whole}（{part}）")
BEYOND = Phrase("beyond the goal", "超过目标值")
NOTHING_SHOWN = Phrase("no target is {statuses}", "没有{statuses}的指标")
MORE = Phrase("{number} more rows, less urgent: --all shows them", "另有{number}行未列出：--all 显示全部")
FUTURE = Phrase(
    "the plan is judged as of {day}, which lies in the future",
    "计划按{day}评判，该日期尚未到来",
)
UNREPORTED = Phrase(
    "{day} was a reporting date, and nothing at all is reported for it yet",
    "{day}为报送日期，至今没有任何数据报送",
)
