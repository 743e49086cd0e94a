"""What to do about the faults of a plan, in both languages."""

from plan_tracker.language import Message, Phrase

# --- tables and figures
PULL_AGAIN = Phrase(
    "to pull again: plan-tracker record{file} --feed {feed} {period} --revise",
    "如要重新取数：plan-tracker record{file} --feed {feed} {period} --revise",
)
SET_VARIABLE = Phrase(
    "remove it, and set the environment variable {variable} on the machine where figures are pulled",
    "请从文件中删去，改在取数的机器上设置环境变量 {variable}",
)
ADD_FEED = Phrase(
    'add a section [feeds.{name}] with query = "…"', '请加一段 [feeds.{name}]，其中写 query = "…"'
)
FEED_PER_COUNTING = Phrase(
    "running totals and per-period figures need separate feeds", "累计数与当期数须分别取数"
)
WRITE_LINE = Phrase("write `{line}`", "请写 `{line}`")
WRITE_TWO_LINES = Phrase(
    "write `{line}`, and on a line of its own `{second}`", "请写 `{line}`，另起一行写 `{second}`"
)
WRITE_THREE_LINES = Phrase(
    "write `{line}`, and on lines of their own `{second}` and `{third}`",
    "请写 `{line}`，另起两行写 `{second}` 和 `{third}`",
)
WRITE_IN_UNIT = Phrase(
    "write `{line}`, with the figure in {unit}, the unit of the target",
    "请写 `{line}`，数值按指标的单位“{unit}”填写",
)
WRITE_ONE_LINE = Phrase("write one of these lines: {lines}", "请从以下各行中选写一行：{lines}")
DID_YOU_MEAN = Phrase("did you mean `{word}`?", "是否应为 `{word}`？")
KNOWN_KEYS = Phrase("keys allowed here: {keys}", "此处可用的键：{keys}")
QUOTE_DOTTED_ID = Phrase(
    'an id with a dot needs quotes: [targets."{id}"]', '带点的标识要加引号：[targets."{id}"]'
)
PART_OR_ID = Phrase(
    "a part stands below parts: [targets.{target}.parts.{part}];"
    ' an id with a dot needs quotes: [targets."{id}"]',
    '任务分解写在 parts 之下：[targets.{target}.parts.{part}]；带点的标识要加引号：[targets."{id}"]',
)
BEGIN_OTHERWISE = Phrase("begin it with a letter or digit: {id}", "请以字母或数字开头：{id}")
WRITE_ABOVE = Phrase("write `{line}` above the line [{table}]", "请在 [{table}] 这一行的上面写 `{line}`")
MOVE_ABOVE = Phrase("move it above the line [{table}]", "请移到 [{table}] 这一行的上面")
WRITE_OUTSIDE = Phrase("write `{line}` outside of `{table}`", "请在 `{table}` 之外写 `{line}`")
MOVE_OUTSIDE = Phrase("move it out of `{table}`", "请移到 `{table}` 之外")
WRITE_NUMBER = Phrase("write it without quotes: {number}", "请去掉引号：{number}")
NUMBER_AND_UNIT = Phrase(
    'write the number alone, {number}, and the unit as unit = "{unit}"',
    '只写数字 {number}，单位另写 unit = "{unit}"',
)
WRITE_TEXT = Phrase('write it in quotes: "{text}"', '请加引号："{text}"')
WRITE_PERCENT = Phrase('write "{number}%" with quotes', '请写成带引号的 "{number}%"')
WRITE_POINTS = Phrase('write "{number}pp" with quotes', '请写成带引号的 "{number}pp"')
EITHER_POINTS = Phrase(
    'write "{number}pp" or "{other}pp" with quotes, whichever is meant',
    '请按原意写成 "{number}pp" 或 "{other}pp"',
)
WRITE_LABELS = Phrase(
    "write H1, Q1 to Q4, M01 to M12, FY, or a date such as {date}",
    "请写 H1、Q1至Q4、M01至M12、FY，或日期，如 {date}",
)
SINGLE_PERIODS = Phrase(
    "`{word}` is a running total, but figures here count per period: write a figure for each month, quarter"
    " or half, as M01, Q1 or H1",
    "`{word}` 是累计期，而此处应填当期数：请逐月、逐季或按半年填写，如 M01、Q1、H1",
)
NAME_YEAR = Phrase(
    "this plan has several years: name one, from {first} to {last}, or write a date such as {date}",
    "本计划跨多个年度：请写明年度（{first} 至 {last}），或写日期，如 {date}",
)
WRITE_LABELS_OF_YEAR = Phrase(
    "this plan is longer or shorter than a year: write {label}, or a date such as {date}",
    "本计划期不是一整年：请写 {label}，或日期，如 {date}",
)
WRITE_DAYS = Phrase(
    "labels such as H1 need a plan of twelve months that starts on the first of a month; write a"
    " date such as {date}",
    "H1 等报告期代号只适用于自某月1日起满十二个月的计划；请写日期，如 {date}",
)
WRITE_ACTUAL = Phrase("write actual = {{ H1 = {value} }}", "请写 actual = {{ H1 = {value} }}")
WRITE_STATED = Phrase('write stated = {{ H1 = "{text}" }}', '请写 stated = {{ H1 = "{text}" }}')
GIVE_BASELINE = Phrase("give a `baseline`, or leave `pace` out", "请写 `baseline`，或去掉 `pace`")
NAME_A_CURVE = Phrase("use one of: {names}", "可用的有：{names}")
WRITE_A_DAY = Phrase("write a date such as {date}", "请写日期，如 {date}")
WRITE_BARE_LABELS = Phrase("write H1, Q1 to Q4, M01 to M12 or FY", "请写 H1、Q1至Q4、M01至M12 或 FY")
GIVE_FIRST_GOAL = Phrase("give the original goal as `goal`", "请用 `goal` 写明原目标值")
WRITE_PART = Phrase("write {part} = {{ goal = {value} }}", "请写 {part} = {{ goal = {value} }}")
WRITE_ADJUSTED = Phrase(
    "write adjusted = {{ {year}-08-30 = {value} }}, with the day it takes effect",
    "请写 adjusted = {{ {year}-08-30 = {value} }}，日期为生效之日",
)
WRITE_DROPPED = Phrase("write dropped = {year}-09-01, with the day", "请写 dropped = {year}-09-01，写明日期")
MOVE_TO_PAST = Phrase(
    "move its figures into `past`, below {year}", "请把其中的数值移到 `past` 中{year}年之下"
)
WRITE_PAST = Phrase(
    "write past = {{ {year} = {{ H1 = …, FY = … }} }}: one entry for each year",
    "请写 past = {{ {year} = {{ H1 = …, FY = … }} }}，每年一组",
)
ACTUALS_OF_NOW = Phrase("the plan's own figures go in `actual`", "本计划的完成值写在 `actual` 中")
RUNNING_TOTALS = Phrase("write running totals from the start of the year", "请写年初以来的累计数")
GIVE_LAST_YEAR = Phrase(
    "add last_year = {{ H1 = …, FY = … }} to the target", "请在指标中加 last_year = {{ H1 = …, FY = … }}"
)
OWN_PACE = Phrase("give the target a `pace` of its own", "请为该指标单独写 `pace`")
CURVE_ENDS = Phrase(
    "a curve always starts at 0% and ends at 100%; there is no need to write that",
    "曲线的起点（0%）和终点（100%）不必写出",
)
SAY_KIND = Phrase(
    'kind = "level" for a rate or a share, kind = "cumulative" for a total',
    '比率、占比写 kind = "level"，累计量写 kind = "cumulative"',
)
FIGURES_PER_PERIOD = Phrase(
    "to correct a wrong figure, use `record` with --revise; if each figure covers its own "
    'period only, write counting = "per_period"',
    '如填写有误，请用 record 加 --revise 更正；如为当期数，请写 counting = "per_period"',
)
ADD_TARGET = Phrase("add a section such as [targets.projects]", "请加一段，如 [targets.projects]")
ADD_PLAN = Phrase(
    'begin the file with [plan], title = "…" and year = 2024',
    '文件开头请写 [plan]、title = "…" 和 year = 2024',
)
WRITE_BELOW = Phrase("write it below [{table}]", "请写在 [{table}] 之下")
WRITE_OF_TARGET = Phrase(
    "write [targets.ID.{table}…], with the id of its target",
    "请写 [targets.标识.{table}…]，其中写明指标的标识",
)
ADD_TITLE = Phrase('add title = "…" below [plan]', '请在 [plan] 之下加 title = "…"')
NONE_AT_ALL = Phrase(
    'for a limit of 0 ("none at all") write direction = "at_most"; for a figure at one point in'
    ' time write kind = "level"',
    '控制目标为0（一件也不得发生）的，请写 direction = "at_most"；水平值请写 kind = "level"',
)
GIVE_START = Phrase(
    "give the target its own `start` or `due` if its task is longer than the plan",
    "任务起止时间超出计划期的，请为该指标写 `start` 或 `due`",
)
EARLIER_YEAR = Phrase(
    "the plan is for {year}: figures of earlier years go in `past`;"
    " if the task began earlier, give the target its own `start`",
    "本计划为{year}年：往年的数据请写在 `past` 中；任务起始早于该年的，请为该指标填写 `start`",
)
TYPE_ANEW = Phrase("delete the text and type it again", "请删去后重新输入")
ADD_NAME = Phrase('add name = "…"', '请加 name = "…"')
TARGET_IS_TABLE = Phrase("write [targets.{id}] and its keys below", "请写 [targets.{id}]，其下写各个键")
GIVE_ID = Phrase(
    "give the target an id: write [targets.projects] above its keys",
    "请给指标取一个标识：在各键上面写 [targets.projects]",
)
EACH_BY_ID = Phrase(
    "write [{table}], and the others the same way, each with an id of its own",
    "请写 [{table}]，其余也这样写，各用一个标识",
)
SINGLE_BRACKETS = Phrase("write [{table}], in single brackets", "请写 [{table}]，只用一层方括号")
REMOVE_BASELINE = Phrase(
    "leave `baseline` out: the baseline already meets the goal, so this is a level to hold",
    "请去掉 `baseline`：基期已达到目标，属于只需保持的水平值",
)
LINES_IN_NOTE = Phrase("several lines are allowed in `note` only", "只有 `note` 可以有多行")
CORRECT_ONE = Phrase("correct one of the two figures", "请更正其中一个数值")
ADD_ACTUAL = Phrase("add the actual, or take the stated figure out", "请补上完成值，或去掉公布值")
GIVEN_ALREADY = Phrase(
    "`{key}` is given here already: keep one of the two", "此处已有 `{key}`：请保留其中一个"
)
KEEP_ONE = Phrase("keep one of the two", "请保留其中一个")

# --- what to do where nothing more exact is known
WRITE_TABLE = Phrase(
    "put keys and values in braces, or below a heading of their own",
    "请把键和值写在花括号中，或写在单独的段中",
)
WRITE_A_LIST = Phrase('write words in brackets: ["behind", "missed"]', '请写在方括号中：["behind", "missed"]')
WRITE_DIGITS = Phrase(
    "write digits, with a decimal point where needed: 1550, 96.5", "只写数字和小数点，如 1550、96.5"
)
ROUND_IT = Phrase("round it, or choose a larger unit", "请四舍五入，或改用更大的单位")
LEAVE_UNKNOWN = Phrase(
    "leave out what is not known: a missing figure is not zero", "尚无数据的，请去掉此项：缺报不等于0"
)
WRITE_WHOLE = Phrase("write digits only, without a decimal point", "只写数字，不带小数点")
WITHIN_RANGE = Phrase("write a whole number in this range", "请写此范围内的整数")
QUOTE_TEXT = Phrase("write it in quotes", "请加英文引号")
FILL_IN = Phrase("fill it in; a key that may be missing can be deleted", "请填写内容；可不填的键，请删去此行")
NAME_IT = Phrase("write a name between the quotes, or delete the line", "请在引号中写上名称，或删去此行")
WHICH_DAY = Phrase(
    "`{text}` may be {one} or {other}: write the one that is meant",
    "`{text}` 可能是 {one} 或 {other}：请写所指的日期",
)
WRITE_A_DATE = Phrase("write a date such as 2024-09-30, without quotes", "请写日期，如 2024-09-30，不加引号")
CHECK_YEAR = Phrase("check the year", "请检查年份")
WRITE_TRUTH = Phrase("write true or false, without quotes", "请写 true 或 false，不加引号")
WRITE_A_SHARE = Phrase(
    'write a number with a percent sign, in quotes: "40%"', '请写带百分号的数字，并加英文引号："40%"'
)
WRITE_SOME_POINTS = Phrase(
    'write a number, 0 or more, with pp behind it, in quotes: "5pp"',
    '请写不小于0的数字，后加 pp，并加英文引号："5pp"',
)
WRITE_ONE_OF_THEM = Phrase("write one of these words", "请填写其中一项")
CHOOSE_ID = Phrase(
    "choose a short id such as `projects`; what people read goes in `name`",
    "请另取简短的标识，如 `projects`；供人阅读的名称写在 `name` 中",
)
WRITE_PLAN_TIME = Phrase(
    "write year = 2024, or start = 2024-04-01 and end = 2025-03-31",
    "请写 year = 2024；或写 start = 2024-04-01 和 end = 2025-03-31",
)
CORRECT_PLAN_TIME = Phrase("correct `start` or `end`", "请更正 `start` 或 `end`")
CORRECT_TIME = Phrase("correct `due` or `start`", "请更正 `due` 或 `start`")
KEEP_ONE_OR_TOTALS = Phrase(
    'keep one of the two; running totals are counting = "to_date"',
    '请保留其中一个；如为累计数，请写 counting = "to_date"',
)
WRITE_LABEL_OR_TOTALS = Phrase(
    'write a label such as Q1; running totals are counting = "to_date"',
    '请写 Q1 等报告期；如为累计数，请写 counting = "to_date"',
)
NOT_BELOW_ZERO = Phrase("write 0 or more", "请写不小于0的数")
COUNT_LEVEL = Phrase(
    'write counting = "to_date": a level is one figure for each period',
    '请写 counting = "to_date"：水平值每期填报一个数',
)
STATE_A_RATE = Phrase(
    "only rates and leads are audited; other wording goes in `note`",
    "只核对完成率和超前、滞后；其他表述请写在 `note` 中",
)
CORRECT_DAY = Phrase("write a day within this time", "请写此期间内的日期")
SAME_SIDE = Phrase(
    "correct the goal; a task that turned is a target of its own",
    "请更正目标值；方向已改变的任务，请另立指标",
)
NO_PAST = Phrase("leave it out in this plan", "请在本计划中去掉此项")
NAME_CURVE = Phrase("give the curve another name", "请为曲线另取名称")
PACE_RISES = Phrase(
    "write what should be reached from the start up to that day: no step goes back",
    "请写自开始至该期累计应完成的数，后一点不得倒退",
)
ON_THE_WAY = Phrase(
    'an interim goal lies on the way to `goal`: correct it, or write a share such as "40%"',
    '阶段目标应处于通向 `goal` 的途中：请更正，或写比例，如 "40%"',
)
SHARE_OF_GOAL = Phrase(
    'write a share of the goal, from "0%" to "100%"', '请写占目标值的比例，从 "0%" 到 "100%"'
)
PACE_INSIDE = Phrase("write a period or a day between the two", "请写两者之间的报告期或日期")
GIVE_GOAL = Phrase('give a `goal`, or write shares such as "40%"', '请写 `goal`，或写比例，如 "40%"')
ADD_WHOLE_YEAR = Phrase("add FY = … with the total of the whole year", "请加上全年累计数：FY = …")
WRITE_YEAR = Phrase("write the year in which that plan began: {year}", "请写该年度计划开始的年份，如 {year}")
ADD_KEY = Phrase("add it here", "请在此处补上")
NAME_FEED_PLAINLY = Phrase("choose a name such as `register`", "请另取名称，如 `register`")
NAME_FEED = Phrase("give one of the two another name", "请为其中一个另取名称")
MOVE_QUERY = Phrase("move the file there, or write the SQL itself", "请把文件移到该处，或直接写查询语句")
NAME_ZONE = Phrase('write "Asia/Shanghai", for instance', '例如写 "Asia/Shanghai"')
LET_PULL = Phrase(
    "`record --feed` writes it: delete the line and pull again",
    "此项由 `record --feed` 填写：请删去此行，重新取数",
)

FAIL_ON_OTHERS = Phrase(
    "to be warned only, write fail_on = [{words}]", "如只需警告，请写 fail_on = [{words}]"
)

# --- files
RUN_INIT = Phrase("run `plan-tracker init` to start a plan", "可运行 `plan-tracker init` 新建计划")
WRITE_PLANS = Phrase(
    "a plan is a *.toml file with a section [plan]; hidden folders are skipped",
    "只查找含有 [plan] 段的 *.toml 文件，不查隐藏文件夹",
)
NAME_ONE = Phrase("name one of them with -f", "请在 -f 之后指明其中一个")
MAKE_ALIKE = Phrase(
    "make the two alike, or give one of them another id", "请使两者一致，或为其中一个另取标识"
)
COLLECT_BELOW = Phrase('write collect = "counties/*.toml"', '请写 collect = "counties/*.toml"')
NAME_THE_FILE = Phrase("name the plan file in the folder: -f {file}", "请指明文件夹中的计划文件：-f {file}")
IMPORT_TABLE = Phrase(
    "to make a plan of a table: plan-tracker import {file}", "由表格生成计划：plan-tracker import {file}"
)
NAME_A_PLAN = Phrase("name the plan's file, which ends in .toml", "请指明以 .toml 结尾的计划文件")
CHECK_NAME = Phrase("check the name and the folder", "请检查文件名和所在文件夹")
CHECK_VARIABLE = Phrase(
    "$PLAN_TRACKER_FILE names it: correct or unset that, or name the plan with -f",
    "该文件由 $PLAN_TRACKER_FILE 指定：请更正或清除该变量，或用 -f 指定计划文件",
)
CHECK_RIGHTS = Phrase(
    "check the permissions of the file; if it is open in another program, such as Excel, close it there",
    "请检查文件权限；如该文件正在其他程序（如 Excel）中打开，请先关闭",
)
SAVE_AS_UTF8 = Phrase(
    "it looks like {encoding}: save it as UTF-8 in the editor", "似乎是 {encoding}：请在编辑器中另存为 UTF-8"
)


def did_you_mean(word: str | None) -> Message | None:
    """Returns the hint that names the word that was probably meant; None where there is no such word."""
    return DID_YOU_MEAN.fill(word=word) if word else None
