"""What `check` says of a target, in every format."""

from typing import NamedTuple

from plan_tracker.language import Phrase
from plan_tracker.questions.check import ALLOCATION as ALLOCATION_WORD
from plan_tracker.questions.check import SILENT as SILENT_WORD
from plan_tracker.questions.check import Reason, Verdict
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.words import ALLOCATION as ALLOCATION_NAME
from plan_tracker.wording.words import SILENT as SILENT_NAME


class RuleWords(NamedTuple):
    """The name of a rule, and when it is broken."""

    name: Phrase
    meaning: Phrase


FAIL = Phrase("FAIL", "不通过")
WARN = Phrase("WARN", "警告")
BEHIND = Phrase(
    "{status} by {points}: expected {expected} ({pace}) by {day}, found {actual} ({rate})",
    "{status}{points}：截至{day}应完成{expected}（{pace}），实际完成{actual}（{rate}）",
)
LEVEL_BEHIND = Phrase(
    "{status} by {points}: expected {expected} ({pace} of the way) by {day}, found {actual} ({rate})",
    "{status}{points}：截至{day}应达到{expected}（序时进度{pace}），实际为{actual}（完成率{rate}）",
)
FALLING_BEHIND = Phrase(
    "{status} by {points}: at most {expected} ({pace} of the way) by {day}, found {actual} ({rate})",
    "{status}{points}：截至{day}应降至{expected}以内（序时进度{pace}），实际为{actual}（完成率{rate}）",
)
OFF_LEVEL = Phrase(
    "{status} by {gap}: {expected} must be held, found {actual} on {day}",
    "{status}：目标值{expected}，截至{day}为{actual}，低于目标值{gap}",
)
OVER_CEILING = Phrase(
    "{status}, over the ceiling by {gap}: at most {expected} allowed, found {actual} on {day}",
    "超出控制目标{gap}：应控制在{expected}以内，截至{day}为{actual}（{status}）",
)
CAP_BEHIND = Phrase(
    "{status} by {points}: at most {expected} ({pace}) by {day}, found {actual} ({rate})",
    "{status}{points}：截至{day}应控制在{expected}以内（{pace}），实际已达{actual}（{rate}）",
)
ON_DAY = Phrase(" on {day}", "截至{day}")
MISSED = Phrase(
    "{status}: {goal} due by {due}, found {actual}{on_day}, {gap} short",
    "{status}：应于{due}前完成{goal}，{on_day}实际完成{actual}，差{gap}",
)
MISSED_LEVEL = Phrase(
    "{status}: {goal} to be reached by {due}, found {actual}{on_day}, {gap} short",
    "{status}：应于{due}前达到{goal}，{on_day}实际为{actual}，差{gap}",
)
MISSED_CEILING = Phrase(
    "{status}: at most {goal} due by {due}, found {actual}{on_day}, {gap} over",
    "{status}：应于{due}前控制在{goal}以内，{on_day}实际为{actual}，超出控制目标{gap}",
)
CAP_MISSED = Phrase(
    "{status}: at most {goal} allowed, found {actual} by {day}, which exceeds the cap by {gap}",
    "{status}：应控制在{goal}以内，截至{day}实际已达{actual}，突破控制目标，超出{gap}",
)
NOT_REPORTED = Phrase(
    "{status}: a figure for {needed} was due, the latest is for {latest}",
    "{status}：应报送{needed}的数据，现有数据只到{latest}",
)
NEVER_REPORTED = Phrase(
    "{status}: a figure for {needed} was due, but there is none",
    "{status}：应报送{needed}的数据，尚未报送",
)
OWN_FIGURE = Phrase(
    "{text}; its parts have all reported, but levels are not added up: give it an actual of its own",
    "{text}；各分解任务均已报送，但水平值不能相加，请填报该指标自身的完成值",
)
FIGURE_OF = Phrase("a figure for {day}", "{day}的数据")
PARTIAL = Phrase(
    "{status}: the figure for {day} is incomplete (at least {actual}); missing: {missing}",
    "{status}：{day}的数据不完整，至少为{actual}；缺少：{missing}",
)
LOW = Phrase(
    "completion {rate} is {points} below the minimum of {limit}: found {actual} of {goal}",
    "完成率{rate}，比最低要求{limit}低{points}：目标值{goal}，实际{actual}",
)
ALLOCATION = Phrase(
    "the parts' goals add up to {total}, not to {goal}: nobody answers for {rest}",
    "分解任务合计{total}，而目标值为{goal}：{rest}未分解落实",
)
ALLOCATION_CAP = Phrase(
    "the parts' caps add up to {total}, {rest} more than the cap of {goal}",
    "分解控制目标合计{total}，比总控制目标{goal}多{rest}",
)
SILENCE = Phrase(
    "{status}: figures for {since} were due, and nothing at all has been reported",
    "{status}：应报送{since}的数据，至今一项未报",
)
TOTALS = Phrase(
    "{failed} failed, {warned} warned; {judged} of {total} judged, {as_of}",
    "不通过{failed}项，警告{warned}项；共{total}项，已评价{judged}项，{as_of}",
)
NOTHING_JUDGED = Phrase(
    "nothing could be judged: no target has a goal that is due and reported",
    "没有可评价的指标：尚无已到期且已报送数据的指标",
)
NOTHING_FAILS = Phrase(
    "--fail-on names nothing, so nothing can fail; leave it out to fail on what the plan says",
    "--fail-on 未写明任何词，因此不会有不通过的情况；去掉该选项即按计划中的设置检查",
)
ONLY_RATES_FAIL = Phrase(
    "--fail-on names nothing, so only a rate below the minimum fails; without it, what the plan says fails",
    "--fail-on 未写明任何词，因此只有完成率低于下限才不通过；去掉该选项即按计划中的设置检查",
)
NOTHING_JUDGED_WORD = "nothing-judged"
"""The rule of a plan of which nothing could be judged."""

LEFT_OUT = Phrase("left out, without a verdict: {message}", "无法评价、未计入：{message}")
LEFT_OUT_WORD = "left-out"
"""The code of a problem that keeps a plan from being judged, which is left out at will."""

ALL_WELL = Phrase("nothing failed", "没有不通过的指标")

HEADING: dict[Verdict, Phrase] = {
    Verdict.PASSED: Phrase("the plan passes", "计划检查通过"),
    Verdict.FAILED: Phrase("the plan does not pass", "计划检查不通过"),
    Verdict.UNJUDGED: Phrase("nothing could be judged", "没有可评价的指标"),
    Verdict.INVALID: Phrase("the plan cannot be judged", "计划无法评价"),
}
RULE: dict[str, RuleWords] = {
    **{status.value: RuleWords(name=words.name, meaning=words.meaning) for status, words in STATUSES.items()},
    Reason.MIN_COMPLETION.value: RuleWords(
        name=Phrase("below the minimum", "低于最低要求"),
        meaning=Phrase("the completion rate is below `min_completion`", "完成率低于 `min_completion`"),
    ),
    ALLOCATION_WORD: RuleWords(
        name=ALLOCATION_NAME,
        meaning=Phrase(
            "the goals of the parts do not add up to the goal", "分解任务的目标值合计与总目标值不符"
        ),
    ),
    NOTHING_JUDGED_WORD: RuleWords(name=Phrase("nothing judged", "未作评价"), meaning=NOTHING_JUDGED),
    SILENT_WORD: RuleWords(
        name=SILENT_NAME,
        meaning=Phrase("nothing at all was reported for a date long past", "报送日期已过多日，至今一项未报"),
    ),
}
"""The rules that a target can break, or the plan as a whole."""

RULE_HELP = Phrase(
    "{meaning}. `plan-tracker show ID` gives every figure and the rule behind the status; what"
    " fails and what only warns is set in `[check]` in the plan.",
    "{meaning}。`plan-tracker show ID` 列出全部数据和评价依据；哪些不通过、哪些仅警告，"
    "见计划文件的 `[check]`。",
)
PROBLEM_HELP = Phrase(
    "A problem in the plan file: nothing is judged until it is corrected. `plan-tracker validate`"
    " shows every problem, with its line and what to do.",
    "计划文件有问题，改正之前不作评价。运行 `plan-tracker validate`，可逐条列出问题所在的行和改法。",
)
INVALID = Phrase("ERROR", "错误")
PROBLEMS = Phrase(
    "{number} {number|problem|problems} in {file}; nothing was judged", "{file} 有{number}个问题，未作评价"
)
HINT = Phrase("{message} (hint: {hint})", "{message}（提示：{hint}）")
EXPECTED, FOUND = Phrase("expected", "要求"), Phrase("found", "实际")
GAP = Phrase("by how much", "相差")
PROBLEM = Phrase("problem", "问题")
PLACE = Phrase("where", "位置")
VERDICT = Phrase("verdict", "结论")
BADGE = Phrase("mean completion {mean}", "平均完成率{mean}")
BADGE_FAILED = Phrase("mean completion {mean}, {number} failed", "平均完成率{mean}，{number}项不通过")
BADGE_FAILED_ONLY = Phrase("{number} failed", "{number}项不通过")
NOT_JUDGED = Phrase("not judged: {status}", "未评价：{status}")
EXEMPT = Phrase("{status}; exempt from the check", "{status}；不检查")
