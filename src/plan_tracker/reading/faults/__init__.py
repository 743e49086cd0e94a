"""Every fault of the tables of a plan, in both languages; beside it those of paces, feeds and files; hints.

Faults of TOML syntax are in `toml/syntax`. Each fault has a broken plan in `tests/bad_plans/`.
"""

from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import fault, note, warning

# --- the shape of the tables
UNKNOWN_KEY = fault("unknown-key", "there is no key `{key}` here", "此处不能使用键 `{key}`", "key")
MISSING_KEY = fault("missing-key", "`{key}` is missing", "缺少 `{key}`", "key", hint=hints.ADD_KEY)
NOT_A_TABLE = fault(
    "not-a-table",
    "`{key}` must be written as `{{ key = value }}`",
    "`{key}` 必须写成 `{{ 键 = 值 }}`",
    hint=hints.WRITE_TABLE,
)
NOT_A_LIST = fault("not-a-list", "`{key}` must be a list", "`{key}` 必须是列表", hint=hints.WRITE_A_LIST)
NOT_A_NUMBER = fault(
    "not-a-number", "`{key}` must be a number", "`{key}` 必须是数字", hint=hints.WRITE_DIGITS
)
NUMBER_TOO_LONG = fault(
    "number-too-long",
    "`{key}` has more than 15 digits before or after the decimal point",
    "`{key}` 的整数部分或小数部分超过15位",
    hint=hints.ROUND_IT,
)
NUMBER_NOT_FINITE = fault(
    "number-not-finite",
    "`{key}` must be a finite number",
    "`{key}` 必须是确定的数值，不能是 inf 或 nan",
    hint=hints.LEAVE_UNKNOWN,
)
NOT_A_WHOLE_NUMBER = fault(
    "not-a-whole-number", "`{key}` must be a whole number", "`{key}` 必须是整数", hint=hints.WRITE_WHOLE
)
NUMBER_RANGE = fault(
    "number-range",
    "`{key}` must be from {low} to {high}",
    "`{key}` 必须在{low}到{high}之间",
    hint=hints.WITHIN_RANGE,
)
NOT_TEXT = fault(
    "not-text", "`{key}` must be text in quotes", "`{key}` 必须是带引号的文本", hint=hints.QUOTE_TEXT
)
TEXT_BLANK = fault("text-blank", "`{key}` must not be empty", "`{key}` 不能为空", hint=hints.FILL_IN)
KEY_BLANK = fault("text-blank", "a name must not be empty", "名称不能为空", "key", hint=hints.NAME_IT)
TEXT_CHARACTER = fault(
    "text-character",
    "`{key}` contains the character {character}, which could garble terminals and files",
    "`{key}` 含有字符 {character}，会打乱屏幕显示和输出文件",
)
NOT_A_DATE = fault("not-a-date", "`{key}` must be a date", "`{key}` 必须是日期", hint=hints.WRITE_A_DATE)
DATE_TOO_FAR = fault(
    "date-too-far",
    "`{key}` must be in a year from 1900 to 2999",
    "`{key}` 必须在1900年至2999年之间",
    hint=hints.CHECK_YEAR,
)
NOT_A_TRUTH = fault(
    "not-true-or-false",
    "`{key}` must be true or false",
    "`{key}` 必须是 true 或 false",
    hint=hints.WRITE_TRUTH,
)
NOT_A_PERCENTAGE = fault(
    "not-a-percentage",
    '`{key}` must be a percentage such as "40%"',
    '`{key}` 必须是百分比，如 "40%"',
    hint=hints.WRITE_A_SHARE,
)
NOT_POINTS = fault(
    "not-points",
    '`{key}` must be percentage points such as "5pp"',
    '`{key}` 必须以百分点表示，如 "5pp"',
    hint=hints.WRITE_SOME_POINTS,
)
NOT_A_CHOICE = fault(
    "not-a-choice",
    "`{key}` must be one of: {choices}",
    "`{key}` 只能从以下各项中选填：{choices}",
    hint=hints.WRITE_ONE_OF_THEM,
)
OTHER = fault("not-valid", "`{key}` is not valid: {reason}", "`{key}` 无效：{reason}")
NO_TARGETS = fault("no-targets", "the plan has no targets", "计划中没有指标", "key")
BAD_ID = fault(
    "bad-id",
    "the id `{key}` may contain only letters, digits, `-`, `_` and `.`",
    "标识 `{key}` 只能含字母、数字、`-`、`_` 和 `.`",
    "key",
    hint=hints.CHOOSE_ID,
)
DASHED_ID = fault(
    "dashed-id",
    "the id `{key}` begins with `-`: commands would take it for an option",
    "标识 `{key}` 不能以 `-` 开头，否则会被当作命令的选项",
    "key",
)
NO_ID = fault(
    "no-id",
    "`{key}` belongs to a target, but stands below no heading of one",
    "`{key}` 是指标的键，但上面没有指标的标题",
    "key",
    hint=hints.GIVE_ID,
)
KEY_BELOW = fault(
    "key-below",
    "`{key}` belongs to the target, but is written below `{table}`",
    "`{key}` 是指标本身的键，应写在指标的段中，不应写在 `{table}` 之下",
    "key",
)

# --- time
PLAN_TIME = fault(
    "plan-time",
    "[plan] needs either `year`, or `start` and `end`",
    "[plan] 段须写明 `year`，或同时写明 `start` 和 `end`",
    "key",
    hint=hints.WRITE_PLAN_TIME,
)
PLAN_ENDS_EARLY = fault(
    "plan-ends-early",
    "the plan ends on {end}, before it starts",
    "计划结束日期{end}早于开始日期",
    hint=hints.CORRECT_PLAN_TIME,
)
DUE_TOO_EARLY = fault(
    "due-too-early",
    "due on {due}, which is not after the start on {start}",
    "完成时限{due}须晚于开始日期{start}",
    hint=hints.CORRECT_TIME,
)
BAD_PERIOD = fault("bad-period", "`{key}` is not a period of this plan", "`{key}` 不是本计划的报告期", "key")
PERIOD_OUTSIDE = fault(
    "period-outside",
    "`{key}` ends on {day}, outside the range {first} to {last}",
    "`{key}` 截止于{day}，不在{first}至{last}之内",
    "key",
)
PERIOD_TWICE = fault(
    "period-twice", "`{key}` ends on the same day as `{other}`", "`{key}` 与 `{other}` 的截止日期相同", "key"
)
INCREMENTS_OVERLAP = fault(
    "increments-overlap",
    "`{key}` overlaps `{other}`: per-period figures count each day only once",
    "`{key}` 与 `{other}` 的时段重叠：填报当期数时，同一天不能重复计入",
    "key",
    hint=hints.KEEP_ONE_OR_TOTALS,
)
INCREMENT_NEEDS_LABEL = fault(
    "increment-needs-label",
    "`{key}` is a date: per-period figures need labels such as Q1",
    "`{key}` 是某一天的日期：填报当期数须写报告期，如 Q1",
    "key",
    hint=hints.WRITE_LABEL_OR_TOTALS,
)

# --- figures
GOAL_NOT_POSITIVE = fault("goal-not-positive", "the goal must be above 0", "目标值必须大于0")
NEGATIVE = fault("negative", "`{key}` must not be negative", "`{key}` 不能为负", hint=hints.NOT_BELOW_ZERO)
UNIT_NEEDS_KIND = fault(
    "unit-needs-kind",
    "a goal in {unit} may be a running total or a level: say which with `kind`",
    "单位为{unit}的指标可能是累计量，也可能是水平值，请用 `kind` 写明",
)
BASELINE_OF_TOTAL = fault(
    "baseline-of-total",
    "a running total has no baseline; only a level has one",
    "累计量不能写基期值，基期值只用于水平值",
    "key",
)
DIRECTION_CONTRADICTS = fault(
    "direction-contradicts",
    "from {baseline} to {goal}, the direction must be {direction}",
    "从{baseline}到{goal}，方向应为 {direction}",
)
COUNTING_OF_LEVEL = fault(
    "counting-of-level",
    "a level cannot be given as per-period figures",
    "水平值不能按期累加",
    hint=hints.COUNT_LEVEL,
)
STATED_FORM = fault(
    "stated-form",
    '`{text}` is not a stated figure such as "47.5%", ">50%" or "+5.90pp"',
    '`{text}` 不符合公布值的写法，应写成 "47.5%"、">50%" 或 "+5.90pp" 的形式',
    hint=hints.STATE_A_RATE,
)
STATED_PERIOD_MISSING = warning(
    "stated-without-actual",
    "a figure is stated for {key}, but there is no actual",
    "{key}有公布值，却没有完成值",
)
FAILS_ALL_THE_SAME = warning(
    "fails-all-the-same",
    "`{word}` in warn_on changes nothing: it is in fail_on, too",
    "warn_on 中的 `{word}` 不起作用：fail_on 中也有它",
)
TOTAL_FALLS = warning(
    "total-falls",
    "the running total falls from {before} ({other}) to {value}",
    "累计完成值从{before}（{other}）降到{value}",
)
PARTS_MARGIN = note(
    "parts-margin",
    "the parts' goals add up to {total}, a margin of {rest} above the goal of {goal}",
    "任务分解合计为{total}，比目标值{goal}多{rest}，留有余量",
)
CAPS_MARGIN = note(
    "parts-margin",
    "the parts' caps add up to {total}, a margin of {rest} below the cap of {goal}",
    "控制目标分解合计为{total}，比总控制目标{goal}少{rest}，留有余量",
)

# --- a goal that changes, a target that is given up, earlier years
DAY_OUTSIDE = fault(
    "day-outside",
    "{day} must be after the start on {start}, and not after {last}",
    "{day}必须晚于开始日期{start}，且不晚于{last}",
    hint=hints.CORRECT_DAY,
)
ADJUSTED_NEEDS_DATE = fault(
    "adjusted-needs-date",
    "`{key}` is not a date: give the date from which the adjusted goal applies",
    "`{key}` 不是日期：目标调整须写明自哪一天起执行",
    "key",
)
ADJUSTED_WITHOUT_GOAL = fault(
    "adjusted-without-goal",
    "there is no `goal` to adjust",
    "没有 `goal`，无从调整",
    "key",
)
ADJUSTED_OTHER_SIDE = fault(
    "adjusted-other-side",
    "{goal} is not on the same side of the baseline {baseline} as the goal {first}",
    "{goal}与目标值{first}相对于基期值{baseline}的升降方向不一致",
    hint=hints.SAME_SIDE,
)
PAST_AND_LAST_YEAR = fault(
    "past-and-last-year",
    "`last_year` is shorthand for the previous year in `past`: give only one of the two",
    "`last_year` 即 `past` 中的上一年：两者只写其一",
    "key",
)
PAST_WITHOUT_LABELS = fault(
    "past-without-labels",
    "`{key}` needs a plan of twelve months that starts on the first of a month",
    "`{key}` 只适用于自某月1日起满12个月的计划",
    "key",
    hint=hints.NO_PAST,
)
PAST_YEAR = fault(
    "past-year",
    "`{key}` is not a past year: give one earlier than {year}",
    "`{key}` 必须是早于{year}年的年份",
    "key",
)
PAST_NEEDS_LABEL = fault(
    "past-needs-label",
    "`{key}` is not a label such as H1 or M09",
    "`{key}` 不是报告期，应写成 H1、M09 的形式",
    "key",
)
PAST_FALLS = warning(
    "past-falls",
    "the running total for {year} falls from {before} ({other}) to {value}",
    "{year}年累计数从{before}（{other}）降到{value}",
)

# --- several plans
PLANS_DIFFER = fault(
    "plans-differ",
    "`{id}` is not added up: its {key} is {said} here, but {other} in {where}",
    "`{id}` 不作汇总：{key} 在本计划中为 {said}，在 {where} 中为 {other}",
)
YEARS_DIFFER = fault(
    "plans-differ",
    "this plan's figures are not added up with any others: it runs {said}, but the plan in "
    "{where} runs {other}",
    "本计划不参与汇总：本计划的计划期为 {said}，{where} 的计划期为 {other}",
)
COLLECT_ELSEWHERE = fault(
    "collect-elsewhere",
    "`collect` must be a path or pattern relative to the plan's folder",
    "`collect` 必须是相对于计划所在文件夹的路径或通配符",
)
