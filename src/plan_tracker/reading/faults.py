"""Every fault that a plan's tables can have, in both languages, and the hints that go with them.

Faults of TOML syntax are in `toml/syntax`. Each fault here has a broken plan in `tests/bad_plans/`.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from plan_tracker.language import Message, Phrase
from plan_tracker.problems import Path, Problem, Severity, quoted

_OUR_OWN = frozenset({"file", "keys"})
"""Values of messages that are never cut: the name of a file, and the list of known keys."""


class Fault(NamedTuple):
    """A kind of fault: its stable code, its words, how grave it is, and whether key or value is to blame."""

    code: str
    phrase: Phrase
    severity: Severity = Severity.ERROR
    at: Literal["key", "value"] = "value"

    def at_path(self, path: Path, hint: Message | None = None, /, **values: str) -> Problem:
        """The problem that a plan has this fault at one place; its values are made fit to be printed."""
        return Problem(
            code=self.code,
            path=path,
            message=self.phrase.fill(**_quoted(values)),
            hint=hint and hint.phrase.fill(**_quoted(hint.values)),
            severity=self.severity,
            at=self.at,
        )


def _quoted(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value if name in _OUR_OWN else quoted(value) for name, value in values.items()}


def _fault(code: str, en: str, zh: str, at: Literal["key", "value"] = "value") -> Fault:
    return Fault(code, Phrase(en, zh), Severity.ERROR, at)


def _warning(code: str, en: str, zh: str) -> Fault:
    return Fault(code, Phrase(en, zh), Severity.WARNING)


def _note(code: str, en: str, zh: str) -> Fault:
    return Fault(code, Phrase(en, zh), Severity.NOTE, "key")


# --- the shape of the tables
UNKNOWN_KEY = _fault("unknown-key", "there is no key `{key}` here", "此处没有键 `{key}`", "key")
MISSING_KEY = _fault("missing-key", "`{key}` is missing", "缺少 `{key}`", "key")
NOT_A_TABLE = _fault("not-a-table", "`{key}` must be a table", "`{key}` 必须是表")
NOT_A_LIST = _fault("not-a-list", "`{key}` must be a list", "`{key}` 必须是列表")
NOT_A_NUMBER = _fault("not-a-number", "`{key}` must be a number", "`{key}` 必须是数字")
NUMBER_TOO_LONG = _fault(
    "number-too-long",
    "`{key}` has more than 15 digits before or after the point",
    "`{key}` 的小数点前或后超过15位",
)
NUMBER_NOT_FINITE = _fault("number-not-finite", "`{key}` must be a finite number", "`{key}` 必须是有限数")
NOT_A_WHOLE_NUMBER = _fault("not-a-whole-number", "`{key}` must be a whole number", "`{key}` 必须是整数")
NUMBER_RANGE = _fault(
    "number-range", "`{key}` must be from {low} to {high}", "`{key}` 必须在{low}到{high}之间"
)
NOT_TEXT = _fault("not-text", "`{key}` must be text in quotes", "`{key}` 必须是带引号的文本")
TEXT_BLANK = _fault("text-blank", "`{key}` must not be empty", "`{key}` 不能为空")
TEXT_CHARACTER = _fault(
    "text-character",
    "`{key}` holds the character {character}, which could disturb terminals and files",
    "`{key}` 含有字符 {character}，会干扰终端和文件",
)
NOT_A_DATE = _fault("not-a-date", "`{key}` must be a date", "`{key}` 必须是日期")
DATE_TOO_FAR = _fault(
    "date-too-far", "`{key}` must lie in the years 1900 to 2999", "`{key}` 必须在1900年至2999年之间"
)
NOT_A_TRUTH = _fault("not-true-or-false", "`{key}` must be true or false", "`{key}` 必须是 true 或 false")
NOT_A_PERCENTAGE = _fault(
    "not-a-percentage", '`{key}` must be a percentage such as "40%"', '`{key}` 必须是百分比，如 "40%"'
)
NOT_POINTS = _fault(
    "not-points", '`{key}` must be percentage points such as "5pp"', '`{key}` 必须是百分点，如 "5pp"'
)
NOT_A_CHOICE = _fault(
    "not-a-choice", "`{key}` must be one of: {choices}", "`{key}` 必须是以下之一：{choices}"
)
OTHER = _fault("not-valid", "`{key}` is not valid: {reason}", "`{key}` 无效：{reason}")
NO_TARGETS = _fault("no-targets", "the plan has no targets", "计划中没有指标", "key")
BAD_ID = _fault(
    "bad-id",
    "the id `{key}` may hold only letters, digits, `-`, `_` and `.`",
    "标识 `{key}` 只能含字母、数字、`-`、`_` 和 `.`",
    "key",
)
KEY_BELOW = _fault(
    "key-below",
    "`{key}` is a key of the target, but stands below `{table}`",
    "`{key}` 是指标自己的键，却写在 `{table}` 之下",
    "key",
)

# --- time
PLAN_TIME = _fault(
    "plan-time",
    "[plan] needs either `year`, or `start` and `end`",
    "[plan] 需要 `year`，或者同时给出 `start` 和 `end`",
    "key",
)
PLAN_ENDS_EARLY = _fault(
    "plan-ends-early", "the plan ends on {end}, before it starts", "计划在{end}结束，早于开始日期"
)
DUE_TOO_EARLY = _fault(
    "due-too-early",
    "due on {due}, which is not after the start on {start}",
    "完成时限{due}不晚于开始日期{start}",
)
BAD_PERIOD = _fault("bad-period", "`{key}` is no period of this plan", "`{key}` 不是本计划的报告期", "key")
PERIOD_OUTSIDE = _fault(
    "period-outside",
    "`{key}` ends on {day}, outside {first} to {last}",
    "`{key}` 止于{day}，不在{first}至{last}之内",
    "key",
)
PERIOD_TWICE = _fault(
    "period-twice", "`{key}` ends on the same day as `{other}`", "`{key}` 与 `{other}` 止于同一天", "key"
)
INCREMENTS_OVERLAP = _fault(
    "increments-overlap",
    "`{key}` overlaps `{other}`: with counting per period a day counts once",
    "`{key}` 与 `{other}` 重叠：按期计数时每天只能计一次",
    "key",
)
INCREMENT_NEEDS_LABEL = _fault(
    "increment-needs-label",
    "`{key}` is a day: counting per period needs labels such as Q1",
    "`{key}` 是一天：按期计数需要 Q1 这样的报告期",
    "key",
)

# --- figures
GOAL_NOT_POSITIVE = _fault("goal-not-positive", "the goal must be above 0", "目标值必须大于0")
NEGATIVE = _fault("negative", "`{key}` must not be negative", "`{key}` 不能为负")
WEIGHT_NOT_POSITIVE = _fault("weight-not-positive", "the weight must be above 0", "权重必须大于0")
UNIT_NEEDS_KIND = _fault(
    "unit-needs-kind",
    "a goal in {unit} may be a total or a level: say which with `kind`",
    "单位为{unit}的目标可能是累计量，也可能是水平值：请用 `kind` 说明",
)
BASELINE_OF_TOTAL = _fault(
    "baseline-of-total",
    "a running total has no baseline; only a level has",
    "累计量没有基期值，只有水平值才有",
    "key",
)
DIRECTION_CONTRADICTS = _fault(
    "direction-contradicts",
    "from {baseline} to {goal} the direction is {direction}",
    "从{baseline}到{goal}，方向应为 {direction}",
)
COUNTING_OF_LEVEL = _fault("counting-of-level", "levels cannot be counted per period", "水平值不能按期累加")
STATED_FORM = _fault(
    "stated-form",
    '`{text}` is no stated figure such as "47.5%", ">50%" or "+5.90pp"',
    '`{text}` 不是公布值，如 "47.5%"、">50%" 或 "+5.90pp"',
)
STATED_PERIOD_MISSING = _warning(
    "stated-without-actual",
    "a figure is stated for {key}, but there is no actual",
    "{key}有公布值，却没有完成值",
)
TOTAL_FALLS = _warning(
    "total-falls",
    "the running total falls from {before} ({other}) to {value}",
    "累计完成值从{before}（{other}）降到{value}",
)
PARTS_DISAGREE = _warning(
    "parts-disagree",
    "the parts in [{table}] add up to {total} by {day}, not to {value}",
    "截至{day}，[{table}] 中的各分解任务合计为{total}，而不是{value}",
)
PARTS_MARGIN = _note(
    "parts-margin",
    "the parts' goals add up to {total}, {rest} above the goal of {goal}: a margin",
    "分解任务合计为{total}，比目标值{goal}多{rest}，留有余量",
)
CAPS_MARGIN = _note(
    "parts-margin",
    "the parts' caps add up to {total}, {rest} below the cap of {goal}: a margin",
    "分解上限合计为{total}，比总上限{goal}少{rest}，留有余量",
)

# --- pace
UNKNOWN_PACE = _fault("unknown-pace", "there is no pace `{name}`", "没有名为 `{name}` 的进度")
RESERVED_PACE = _fault(
    "reserved-pace",
    "a curve cannot be called `{key}`: the word has a meaning",
    "曲线不能叫 `{key}`：该词已有含义",
    "key",
)
PACE_OF_LEVEL = _fault(
    "pace-of-level", "a level without baseline has no pace", "没有基期值的水平值没有序时进度"
)
PACE_FALLS = _fault("pace-falls", "the curve falls from {before} to {value}", "曲线从{before}降到{value}")
PACE_RANGE = _fault("pace-range", "{value} is not between 0% and 100%", "{value}不在0%与100%之间")
PACE_OUTSIDE = _fault(
    "pace-outside",
    "`{key}` ({day}) is not between the start {start} and the end {due} of the curve",
    "`{key}`（{day}）不在曲线的起点{start}与终点{due}之间",
    "key",
)
INTERIM_NEEDS_GOAL = _fault(
    "interim-needs-goal",
    "an interim goal needs a goal that differs from where the target starts",
    "阶段目标需要有目标值，且目标值不同于起点",
)
CLOCK_STANDS = _fault(
    "clock-stands",
    "the pace `{name}` does not advance from {start} to {due}",
    "进度 `{name}` 从{start}到{due}没有前进",
)
LAST_YEAR_MISSING = _fault(
    "last-year-missing",
    "pace `last_year` needs `last_year` figures",
    "进度 `last_year` 需要给出 `last_year` 数据",
)
LAST_YEAR_OPEN = _fault(
    "last-year-open",
    "last year's figures need one above 0 for the plan's end, {end}",
    "上年数据需要有计划期末（{end}）的数值，且大于0",
)
LAST_YEAR_FALLS = _fault(
    "last-year-falls", "last year's total falls from {before} to {value}", "上年累计值从{before}降到{value}"
)

# --- feeds
ADDRESS_IN_PLAN = _fault(
    "address-in-plan",
    "`{key}`: the address of a database does not belong into a plan",
    "`{key}`：数据库地址不应写在计划中",
    "key",
)
BAD_FEED_NAME = _fault(
    "bad-feed-name",
    "the name of the feed `{key}` may hold only the letters A to Z, digits and `_`",
    "取数名称 `{key}` 只能含英文字母、数字和 `_`",
    "key",
)
FEED_TWICE = _fault(
    "feed-twice",
    "the feeds `{key}` and `{other}` would share the address in ${variable}",
    "取数 `{key}` 与 `{other}` 会共用 ${variable} 中的地址",
    "key",
)
QUERY_FILE_ELSEWHERE = _fault(
    "query-file-elsewhere",
    "the query file must lie below the folder of the plan, named without `..`",
    "查询文件须在计划所在文件夹之下，且路径中不得有 `..`",
)
ZONE_FORM = _fault(
    "zone-form",
    '`{key}` must name a time zone by a place, such as "Asia/Shanghai", or be "UTC"',
    '`{key}` 须以地名表示时区，如 "Asia/Shanghai"，或为 "UTC"',
)
NOT_A_MOMENT = _fault(
    "not-a-moment",
    "`{key}` must be a day and time with its offset, such as 2024-07-05T08:12:03+08:00",
    "`{key}` 必须是带时差的日期时间，如 2024-07-05T08:12:03+08:00",
)
UNKNOWN_FEED = _fault("unknown-feed", "there is no feed `{name}`", "没有名为 `{name}` 的取数")
FEED_COUNTING = _fault(
    "feed-counting",
    "the feed `{feed}` already serves `{other}`, whose figures are counted otherwise",
    "取数 `{feed}` 已用于 `{other}`，其计数方式不同",
)

QUERY_CHANGED = Fault(
    "query-changed",
    Phrase(
        "the query of the feed `{feed}` has changed since {period} was pulled",
        "取数 `{feed}` 的查询在取得 {period} 的数据之后有改动",
    ),
    Severity.WARNING,
    "key",
)
OTHER_QUERY = _note(
    "other-query",
    "{period} was pulled with another query than the feed `{feed}` has now",
    "{period} 的数据由取数 `{feed}` 此前的查询取得",
)
FIGURE_BY_HAND = Fault(
    "figure-by-hand",
    Phrase(
        "the figures of {period} are no longer those that the feed `{feed}` gave: one was changed by hand",
        "{period} 的数据已不是取数 `{feed}` 所取得的：有数据被手工改动",
    ),
    Severity.WARNING,
    "key",
)

# --- hints
PULL_AGAIN = Phrase(
    "to pull again: plan-tracker record --feed {feed} {period}",
    "如要重新取数：plan-tracker record --feed {feed} {period}",
)
SET_VARIABLE = Phrase(
    "take it out, and set the environment variable {variable} where figures are pulled",
    "请删去，在取数的机器上设置环境变量 {variable}",
)
ADD_FEED = Phrase(
    'add a table [feeds.{name}] with query = "…"', '请加一个表 [feeds.{name}]，其中写 query = "…"'
)
FEED_PER_COUNTING = Phrase(
    "running totals and figures of single periods need a feed each", "累计数和各期数值须分别取数"
)
DID_YOU_MEAN = Phrase("did you mean `{word}`?", "是否应为 `{word}`？")
KNOWN_KEYS = Phrase("keys here: {keys}", "此处可用的键：{keys}")
QUOTE_DOTTED_ID = Phrase(
    'an id with a dot needs quotes: [targets."{id}"]', '带点的标识要加引号：[targets."{id}"]'
)
MOVE_ABOVE = Phrase("move it above the line [{table}]", "请移到 [{table}] 这一行的上面")
WRITE_NUMBER = Phrase("write it without quotes: {number}", "请去掉引号：{number}")
NUMBER_OF_PERCENT = Phrase(
    'a goal in percent is a number with unit = "%": {number}', '百分比目标写成数字，另写 unit = "%"：{number}'
)
NUMBER_AND_UNIT = Phrase(
    'write the number alone, {number}, and the unit as unit = "{unit}"',
    '只写数字 {number}，单位另写 unit = "{unit}"',
)
WRITE_DATE = Phrase("write it without quotes: {date}", "请去掉引号：{date}")
WRITE_TEXT = Phrase('write it in quotes: "{text}"', '请加引号："{text}"')
WRITE_PERCENT = Phrase('write "{number}%" with quotes', '请写成带引号的 "{number}%"')
WRITE_POINTS = Phrase('write "{number}pp" with quotes', '请写成带引号的 "{number}pp"')
WRITE_LABELS = Phrase(
    "write H1, Q1 to Q4, M01 to M12, FY, or a date such as {date}",
    "请写 H1、Q1至Q4、M01至M12、FY，或日期，如 {date}",
)
WRITE_LABELS_OF_YEAR = Phrase(
    "this plan is longer or shorter than a year: write {year}-H1, or a date such as {date}",
    "本计划不是整一年：请写 {year}-H1，或日期，如 {date}",
)
WRITE_DAYS = Phrase(
    "labels need a plan of twelve months from the first of a month; write a date such as {date}",
    "报告期标签只用于从某月1日起的十二个月计划；请写日期，如 {date}",
)
WRITE_ACTUAL = Phrase("write actual = {{ {period} = {value} }}", "请写 actual = {{ {period} = {value} }}")
WRITE_STATED = Phrase('write stated = {{ {period} = "{text}" }}', '请写 stated = {{ {period} = "{text}" }}')
GIVE_BASELINE = Phrase("give a `baseline`, or leave `pace` out", "请给出 `baseline`，或去掉 `pace`")
NAME_A_CURVE = Phrase("known here: {names}", "可用的有：{names}")
GIVE_LAST_YEAR = Phrase(
    "add last_year = {{ H1 = …, FY = … }} to the target", "请在指标中加 last_year = {{ H1 = …, FY = … }}"
)
OWN_PACE = Phrase("give the target a `pace` of its own", "请为该指标单独给出 `pace`")
CURVE_ENDS = Phrase(
    "a curve is 0% at its start and 100% at its end by itself", "曲线在起点为0%、终点为100%，无需写出"
)
SAY_KIND = Phrase(
    'kind = "level" for a rate or a share, kind = "cumulative" for a sum',
    '比率、占比写 kind = "level"，累计数写 kind = "cumulative"',
)
FIGURES_PER_PERIOD = Phrase(
    'if these are figures of single periods, write counting = "per_period"',
    '如果是各期的单独数值，请写 counting = "per_period"',
)
ADD_TARGET = Phrase("add a table such as [targets.projects]", "请加一个表，如 [targets.projects]")
ADD_PLAN = Phrase(
    'begin the file with [plan], title = "…" and year = 2024',
    '文件开头请写 [plan]、title = "…" 和 year = 2024',
)
WRITE_BELOW = Phrase("write it below [{table}]", "请写在 [{table}] 之下")
WRITE_LIST = Phrase('write ["{text}"]', '请写 ["{text}"]')
ADD_TITLE = Phrase('add title = "…" below [plan]', '请在 [plan] 之下加 title = "…"')
NONE_AT_ALL = Phrase(
    'a limit of 0 ("none at all") needs direction = "at_most"; a state needs kind = "level"',
    '上限为0（一件也不许有）请写 direction = "at_most"；水平值请写 kind = "level"',
)
GIVE_START = Phrase(
    "give the target its own `start` or `due` if its task is longer than the plan",
    "任务期超出计划期时，请为该指标写 `start` 或 `due`",
)
TYPE_ANEW = Phrase("delete the text and type it anew", "请删去后重新输入")
ADD_NAME = Phrase('add name = "…"', '请加 name = "…"')
TARGET_IS_TABLE = Phrase("write [targets.{id}] and its keys below", "请写 [targets.{id}]，其下写各个键")
REMOVE_DIRECTION = Phrase(
    "leave `direction` out: it follows from baseline and goal", "请去掉 `direction`：它由基期值和目标值决定"
)
LINES_IN_NOTE = Phrase("several lines are allowed in `note` only", "只有 `note` 可以有多行")
CORRECT_ONE = Phrase("correct one of the two figures", "请更正其中一个数值")
ADD_ACTUAL = Phrase("add the actual, or take the stated figure out", "请补上完成值，或去掉公布值")
KEEP_ONE = Phrase("keep one of the two", "请保留其中一个")

# --- the file itself
FILE_NOT_FOUND = _fault("file-not-found", "there is no file {file}", "没有文件 {file}")
NO_PLAN_HERE = _fault(
    "no-plan-here",
    "no plan found: there is no targets.toml in this folder or above it",
    "没有找到计划：本文件夹及其上级都没有 targets.toml",
)
IS_A_FOLDER = _fault("is-a-folder", "{file} is a folder", "{file} 是文件夹")
UNREADABLE = _fault("unreadable", "{file} cannot be read: {reason}", "{file} 无法读取：{reason}")
NOT_UTF8 = _fault("not-utf8", "{file} is not UTF-8 text", "{file} 不是 UTF-8 文本")
FILE_EMPTY = _fault("file-empty", "{file} is empty", "{file} 是空文件")

RUN_INIT = Phrase("run `plan-tracker init` to start a plan", "可运行 `plan-tracker init` 新建计划")
NAME_THE_FILE = Phrase("name the file in it: -f {file}", "请指明其中的文件：-f {file}")
CHECK_NAME = Phrase("check the name and the folder", "请检查文件名和所在文件夹")
CHECK_RIGHTS = Phrase("check the rights of the file", "请检查文件权限")
SAVE_AS_UTF8 = Phrase(
    "it looks like {encoding}: save it as UTF-8 in the editor", "似乎是 {encoding}：请在编辑器中另存为 UTF-8"
)


def key_below(path: Path) -> Problem:
    """The fault of a target's own key that stands in one of its inner tables."""
    key, table = str(path[-1]), ".".join(map(str, path[:-1]))
    return KEY_BELOW.at_path(path, MOVE_ABOVE.fill(table=table), key=key, table=table)
