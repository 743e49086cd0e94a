"""What `check` says of a target, in every format."""

from plan_tracker.language import Phrase

FAIL = Phrase("FAIL", "不通过")
WARN = Phrase("WARN", "警告")
BEHIND = Phrase(
    "{status} by {points}: expected {expected} ({pace}) by {day}, found {actual} ({rate})",
    "{status}{points}：截至{day}应完成{expected}（{pace}），实际完成{actual}（{rate}）",
)
OFF_LEVEL = Phrase(
    "{status}: expected {expected} by {day}, found {actual}",
    "{status}：截至{day}应为{expected}，实际为{actual}",
)
CAP_BEHIND = Phrase(
    "{status} by {points}: at most {expected} ({pace}) was allowed by {day}, {actual} ({rate}) is used",
    "{status}{points}：截至{day}不应超过{expected}（{pace}），实际已达{actual}（{rate}）",
)
MISSED = Phrase(
    "{status}: {goal} was due by {due}, found {actual} on {day}",
    "{status}：应于{due}前完成{goal}，至{day}实际完成{actual}",
)
CAP_MISSED = Phrase(
    "{status}: at most {goal} was allowed, {actual} was used by {day}",
    "{status}：不得超过{goal}，至{day}实际已达{actual}",
)
NOT_REPORTED = Phrase(
    "{status}: a figure for {needed} was needed, the latest is {latest}",
    "{status}：需要{needed}的数据，最近的数据是{latest}",
)
NEVER_REPORTED = Phrase(
    "{status}: a figure for {needed} was needed, there is none",
    "{status}：需要{needed}的数据，至今没有数据",
)
PARTIAL = Phrase(
    "{status}: the figure for {day} is incomplete, {actual} at least; missing: {missing}",
    "{status}：{day}的数据不完整，至少为{actual}；缺少：{missing}",
)
OTHER = Phrase("{status}", "{status}")
LOW = Phrase(
    "completion {rate} is below the minimum of {limit}: found {actual} of {goal}",
    "完成率{rate}低于下限{limit}：{goal}中完成{actual}",
)
ALLOCATION = Phrase(
    "the parts' goals add up to {total}, not to {goal}: nobody answers for {rest}",
    "分解任务合计{total}，而目标值为{goal}：{rest}无人负责",
)
ALLOCATION_CAP = Phrase(
    "the parts' caps add up to {total}, {rest} more than the cap of {goal}",
    "分解上限合计{total}，超出总上限{goal}达{rest}",
)
OWNER = Phrase("owner: {owner}", "责任单位：{owner}")
TOTALS = Phrase(
    "{failed} failed, {warned} warned; {judged} of {total} judged, {as_of}",
    "不通过{failed}项，警告{warned}项；共{total}项，已评判{judged}项，{as_of}",
)
NOTHING_JUDGED = Phrase(
    "nothing could be judged: no target has a goal that is due and reported",
    "没有可评判的指标：没有已到期且已报送的目标",
)
ALL_WELL = Phrase("nothing to refuse", "全部通过")
