"""What to do about the faults of a plan, in both languages."""

from plan_tracker.language import Phrase

# --- tables and figures
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
WRITE_LINE = Phrase("write `{line}`", "请写 `{line}`")
WRITE_TWO_LINES = Phrase(
    "write `{line}`, and on a line of its own `{second}`", "请写 `{line}`，另起一行写 `{second}`"
)
WRITE_THREE_LINES = Phrase(
    "write `{line}`, and on lines of their own `{second}` and `{third}`",
    "请写 `{line}`，另起两行写 `{second}` 和 `{third}`",
)
DID_YOU_MEAN = Phrase("did you mean `{word}`?", "是否应为 `{word}`？")
KNOWN_KEYS = Phrase("keys here: {keys}", "此处可用的键：{keys}")
QUOTE_DOTTED_ID = Phrase(
    'an id with a dot needs quotes: [targets."{id}"]', '带点的标识要加引号：[targets."{id}"]'
)
BEGIN_OTHERWISE = Phrase("let it begin with a letter or digit: {id}", "请以字母或数字开头：{id}")
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
WRITE_A_DAY = Phrase("write a date such as {date}", "请写日期，如 {date}")
WRITE_BARE_LABELS = Phrase("write H1, Q1 to Q4, M01 to M12 or FY", "请写 H1、Q1至Q4、M01至M12 或 FY")
GIVE_FIRST_GOAL = Phrase("give the first goal as `goal`", "请用 `goal` 写明最初的目标值")
WRITE_ADJUSTED = Phrase(
    "write adjusted = {{ 2024-08-30 = {value} }}, with the day from which it holds",
    "请写 adjusted = {{ 2024-08-30 = {value} }}，日期为生效之日",
)
WRITE_DROPPED = Phrase("write dropped = 2024-09-01, with the day", "请写 dropped = 2024-09-01，写明日期")
MOVE_TO_PAST = Phrase("move its figures into `past`, below {year}", "请把其中的数值移入 `past` 的{year}之下")
WRITE_PAST = Phrase(
    "write past = {{ {year} = {{ H1 = …, FY = … }} }}: a table for each year",
    "请写 past = {{ {year} = {{ H1 = …, FY = … }} }}，每年一个表",
)
ACTUALS_OF_NOW = Phrase("figures of the plan itself stand in `actual`", "本计划的数值写在 `actual` 中")
RUNNING_TOTALS = Phrase("write what was reached from the start of the year on", "请写自年初起的累计数")
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
REMOVE_BASELINE = Phrase(
    "leave `baseline` out: the goal was passed already where it began, so it is a level to hold",
    "请去掉 `baseline`：基期时已达到目标，属于需要保持的水平值",
)
LINES_IN_NOTE = Phrase("several lines are allowed in `note` only", "只有 `note` 可以有多行")
CORRECT_ONE = Phrase("correct one of the two figures", "请更正其中一个数值")
ADD_ACTUAL = Phrase("add the actual, or take the stated figure out", "请补上完成值，或去掉公布值")
KEEP_ONE = Phrase("keep one of the two", "请保留其中一个")

# --- files
RUN_INIT = Phrase("run `plan-tracker init` to start a plan", "可运行 `plan-tracker init` 新建计划")
WRITE_PLANS = Phrase(
    "a plan is a file *.toml with a table [plan]; hidden folders are passed over",
    "查找的是含有 [plan] 表的 *.toml 文件，不查隐藏文件夹",
)
NAME_ONE = Phrase("name one of them behind -f", "请在 -f 之后指明其中一个")
MAKE_ALIKE = Phrase(
    "make the two alike, or give one of them another id", "请使两者一致，或为其中一个另取标识"
)
COLLECT_BELOW = Phrase('write collect = "counties/*.toml"', '请写 collect = "counties/*.toml"')
NAME_THE_FILE = Phrase("name the file in it: -f {file}", "请指明其中的文件：-f {file}")
CHECK_NAME = Phrase("check the name and the folder", "请检查文件名和所在文件夹")
CHECK_RIGHTS = Phrase("check the rights of the file", "请检查文件权限")
SAVE_AS_UTF8 = Phrase(
    "it looks like {encoding}: save it as UTF-8 in the editor", "似乎是 {encoding}：请在编辑器中另存为 UTF-8"
)
