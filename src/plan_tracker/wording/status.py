"""What `status` says around its table, and the sentences of the annex of a report."""

from plan_tracker.language import Phrase

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
UNGROUPED = Phrase("without a group", "未分类")
OWNERLESS = Phrase("without an owner", "未明确责任单位")
LAGGING_NAMES = Phrase("not on pace: {names}", "滞后：{names}")
PART_OF = Phrase("{whole} ({part})", "{whole}（{part}）")
BEYOND = Phrase("beyond the goal", "超过目标值")
NOTHING_SHOWN = Phrase("no target is {statuses}", "没有{statuses}的指标")
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
COUNTED = Phrase("{total} targets: {counts}.", "共{total}项指标：{counts}。")
ONE = Phrase("1 target: {counts}.", "共1项指标：{counts}。")
LAGGING = Phrase("Behind the pace: {clauses}.", "进度滞后的有：{clauses}。")
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
OTHER = Phrase("{name} – {sentence}", "{name}{sentence}")
DONE = Phrase("Done: {names}.", "已完成目标任务的有：{names}。")
SILENT = Phrase("Not reported: {names}.", "尚未报送的有：{names}。")
SENTENCES = Phrase(" ", "")


def goals_adjusted(number: int) -> Phrase:
    """Writes a number of goals that are adjusted."""
    return Phrase(f"{number} goal{'' if number == 1 else 's'} adjusted", f"目标调整{number}项")


def targets_dropped(number: int) -> Phrase:
    """Writes a number of targets that are dropped."""
    return Phrase(f"{number} target{'' if number == 1 else 's'} dropped", f"取消指标{number}项")
