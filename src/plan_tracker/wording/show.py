"""What `show` says of one target."""

from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.questions.explanation import Rule
from plan_tracker.questions.outlook import Gap
from plan_tracker.reading.faults.paces import PACE_OF_LEVEL
from plan_tracker.wording.outlook import REASON
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.words import bracketed

# --- headings and labels
FIGURES = Phrase("Figures", "数据")
VERDICT = Phrase("Why", "评价依据")
PERIODS = Phrase("Periods", "各报告期")
PARTS = Phrase("Parts", "任务分解")
PLANS = Phrase("Plan by plan", "分计划情况")
STATED = Phrase("Stated figures", "公布值")
ABOUT = Phrase("About", "其他")
NEEDED_DAY = Phrase("figure due for", "应报数据日期")
PART_OF = Phrase("part of", "上级指标")
TIME = Phrase("time span", "起止时间")

EMPTY = Phrase("none ({reason})", "无（{reason}）")
NOT_GIVEN = Phrase("not given", "未填写")
AHEAD = Phrase("{points} ahead", "超前{points}")
BEHIND = Phrase("{points} behind", "滞后{points}")
UNDER_PACE = Phrase("{points} under the cap's pace", "低于序时进度{points}")
OVER_PACE = Phrase("{points} over the cap's pace", "超出序时进度{points}")
EXPECTED_OF_CAP = Phrase("expected at most", "序时控制数")
EXPECTED_LEVEL = Phrase("expected", "应达到")
EXPECTED_CEILING = Phrase("expected at most", "应不高于")
ON_DAY = Phrase("{actual} on {day}", "{actual}，{day}")
ADJUSTED = Phrase("goal adjusted", "目标调整")
ADJUSTED_TO = Phrase("{goal} from {day}", "{day}起{goal}")
NOT_YET = Phrase("{text} (later than this day)", "{text}（该日尚未生效）")
AT_MOST = Phrase("at most {figure}", "不超过{figure}")

# --- what a target is
TOTAL = Phrase("a total to reach", "累计量，须达到目标值")
CAP = Phrase("a cap: a total to stay under", "累计量，不得超过控制目标")
RISING = Phrase("a level to raise from its baseline", "水平值，从基期值提高到目标值")
FALLING = Phrase("a level to lower from its baseline", "水平值，从基期值降低到目标值")
HELD = Phrase("a level to hold, at least the goal", "水平值，须保持不低于目标值")
HELD_BELOW = Phrase("a level to hold, at most the goal", "水平值，须保持不高于目标值")

# --- why a figure is empty
NO_GOAL, NO_ACTUAL = REASON[Gap.NO_GOAL], REASON[Gap.NO_ACTUAL]
NO_RATE_OF_LEVEL = Phrase("a level to hold has no rate", "只需保持的水平值不计算完成率")
NO_LEAD_OF_LEVEL = Phrase(
    "a level to hold has only its difference from the goal", "只需保持的水平值只列与目标值之差"
)
NO_RATE_OF_ZERO = Phrase("a cap of 0 has no rate", "控制目标为0，不计算完成率")
NO_WAY = Phrase("baseline and goal are the same", "基期值与目标值相同")
NO_PACE_OF_LEVEL = PACE_OF_LEVEL.phrase
NOT_JUDGED: dict[Status, Phrase] = {
    status: Phrase(f"not judged: {words.name.en}", f"未作评价：{words.name.zh}")
    for status, words in STATUSES.items()
}
NO_NEEDED_DAY = Phrase("no reporting date has passed", "尚未到报送日期")
NO_BASELINE = Phrase("the level only has to be held", "该水平值只需保持")

# --- the rule behind the status
RULE: dict[Rule, Phrase] = {
    Rule.DROPPED: Phrase(
        "The target was dropped on {dropped}: its figures are kept, and nothing is judged.",
        "该指标已于{dropped}取消：保留数据，不作评价。",
    ),
    Rule.NO_GOAL: Phrase(
        "No goal is given: the figure is listed, never judged.",
        "没有目标值：只列出数据，不作评价。",
    ),
    Rule.REACHED: Phrase(
        "The total has reached the goal, so the target is done, whenever that was reported.",
        "累计量已达到目标值，无论何时报送都视为完成。",
    ),
    Rule.BROKEN: Phrase(
        "The running total already exceeds the cap, so the target counts as missed without "
        "waiting for the due date.",
        "累计量已突破控制目标，不待到期即视为未完成。",
    ),
    Rule.NOT_STARTED: Phrase(
        "The target starts only on {start}, after {as_of}: {status}.",
        "该指标从{start}才开始，晚于{as_of}：{status}。",
    ),
    Rule.ONLY_AT_DUE: Phrase(
        "Nothing is expected before the due date {due}, which is after {as_of}: {status}.",
        "在完成时限{due}之前不作要求，而{as_of}尚未到期：{status}。",
    ),
    Rule.TOO_EARLY: Phrase(
        "No figure is complete yet, and no reporting date lies between the start on {start} and {as_of}: "
        "{status}.",
        "尚无完整的完成值，且从{start}到{as_of}没有报送日期：{status}。",
    ),
    Rule.SILENT: Phrase(
        "A figure for {needed} was due, and there is none: {status}.",
        "应报送{needed}的数据，尚未报送：{status}。",
    ),
    Rule.STALE: Phrase(
        "A figure for {needed} was due, and the latest is for {day}: {status}.",
        "应报送{needed}的数据，而现有数据只到{day}：{status}。",
    ),
    Rule.UNPROVEN: Phrase(
        "The figure for {day} is incomplete, and what is missing could change the verdict.",
        "{day}的数据不完整，只能作为下限，缺少的部分可能改变结论。",
    ),
    Rule.DUE: Phrase(
        "The goal was due by {due}, so the latest figure is compared with the goal itself.",
        "完成时限{due}已到，因此以最新数据直接与目标值比较。",
    ),
    Rule.HELD: Phrase(
        "The level must be held at all times, so it is compared with the goal itself.",
        "该水平值须始终保持，因此直接与目标值比较。",
    ),
    Rule.PACE: Phrase(
        "The pace on {day} is {pace}, so the actual times {den} is compared with the goal times {num}: "
        "{values}.",
        "{day}的序时进度为{pace}，按交叉相乘，将完成值×{den}与目标值×{num}相比较：{values}。",
    ),
}
OWN_FIGURE = Phrase(
    "Its parts have all reported, but levels are not added up: give it an actual of its own.",
    "各分解任务均已报送，但水平值不能相加：请填报该指标自身的完成值。",
)
PACE_OF_CAP = Phrase(
    "The pace on {day} is {pace}, so the actual times {den} must not exceed the cap times {num}: {values}.",
    "{day}的序时进度为{pace}，按交叉相乘比较，完成值×{den}不得超过控制目标×{num}：{values}。",
)
PACE_OF_WAY = Phrase(
    "The pace on {day} is {pace}, so the way from the baseline times {den} is compared with the whole way "
    "times {num}: {values}.",
    "{day}的序时进度为{pace}，按交叉相乘，"
    "将比基期值的变动幅度×{den}与基期值至目标值的全部幅度×{num}相比较：{values}。",
)
WITHIN = Phrase(
    "The lag is within the tolerance of {tolerance}: {comparison}.",
    "滞后未超过允许幅度{tolerance}：{comparison}。",
)
BEYOND = Phrase(
    "The lag is more than the tolerance of {tolerance}: {comparison}.",
    "滞后超过允许幅度{tolerance}：{comparison}。",
)
BOUND = Phrase(
    "The figure is incomplete ({missing} missing), but what is missing cannot change the verdict.",
    "该数据缺少{missing}，只能作为下限，但无论所缺为多少，结论不变。",
)
LACKS = Phrase("Missing: {missing}.", "缺少：{missing}。")
LATE: dict[bool | None, Phrase] = {
    True: Phrase("The goal was met only after the due date.", "到期之后才完成。"),
    False: Phrase("The goal was met in time.", "按期完成。"),
    None: Phrase(
        "No figure tells whether the goal was met in time.",
        "现有数据不能说明是否按期完成。",
    ),
}

# --- outlook
MULTIPLE = Phrase(
    "{number}: the rest must go {number} times as fast as so far",
    "{number}，即剩余时间的速度应为此前的{number}倍",
)

# --- stated figures
COMPUTED = Phrase("the data give {figure}", "按数据计算为{figure}")

# --- parts
REPORTED = Phrase(
    "{number} of {all} reported for {day}; together {total}.",
    "{day}，{all}项中有{number}项已报送，合计{total}。",
)
GOALS_AGREE = Phrase("The parts' goals add up to the goal.", "分解任务合计与目标值一致。")
MARGIN = Phrase(
    "The parts' goals add up to {total}, {rest} above the goal: a margin.",
    "分解任务合计为{total}，比目标值多{rest}，留有余量。",
)
CAPS_MARGIN = Phrase(
    "The parts' caps add up to {total}, {rest} below the cap: a margin.",
    "分解控制目标合计为{total}，比总控制目标少{rest}，留有余量。",
)
SENTENCE = Phrase("{text}.", "{text}。")

# --- periods
BY = Phrase("by", "截至")

UNKNOWN = Phrase("there is no target `{id}` in {file}", "{file} 中没有指标 `{id}`")
CONTAINING = Phrase("targets with this word in the name: {ids}", "名称含有该词的指标：{ids}")
IN_A_PLAN = Phrase(
    "it is in {files}: plan-tracker show {id} -f {file}", "在 {files} 中：plan-tracker show {id} -f {file}"
)
EXPORT_IDS = Phrase(
    "`plan-tracker export` lists every id in its first column", "`plan-tracker export` 的第一列是全部标识"
)


def titled(name: str, identity: str, language: Language) -> str:
    """Names something by its name and, where that is another word, by its id."""
    return name if name == identity else bracketed(name, identity, language)
