"""What `import` says: what it could not make sense of, and what it took for granted."""

from plan_tracker.language import Phrase
from plan_tracker.wording.words import field_name

MADE = Phrase(
    "Made from {file} by plan-tracker import.\nTry: {command}",
    "由 plan-tracker import 从 {file} 生成。\n可运行：{command}",
)
NO_YEAR = Phrase("{file} does not say which year its plan is for", "{file} 未注明计划年度")
GIVE_YEAR = Phrase("say with --year which one it is", "请用 --year 写明年度")
SAY_WHICH_YEAR = Phrase(
    "its figures are for {years}: say which year is planned, as in --year {year}",
    "表中有{years}年的数据：请写明计划年度，如 --year {year}",
)
TIME_SAID = Phrase("the plan runs from {start} to {end}", "计划期为{start}至{end}")
WHICH_MONTHS = Phrase(
    "the table is for {year}, but does not say in which month that year begins",
    "表中的年度是{year}，但未注明从哪个月开始",
)
SAY_MONTHS = Phrase(
    'name the months in the title, as in --title "Plan Apr {year}–Mar {next}"; '
    "for the calendar year, add --year {year}",
    '请在标题中写明起止月份，如 --title "{year}年4月至{next}年3月计划"；如为自然年，请用 --year {year}',
)
NOTHING_LEFT = Phrase("no target was found in {file}", "{file} 中没有可用的指标")

NO_SUCH_PERIOD = Phrase("`{text}` is not a period", "`{text}` 不是报告期")
SAY_PERIOD = Phrase("write it as in --period H1, or --period June", "请写明，如 --period 上半年")
NUMBERS_AS_NAMES = Phrase(
    "the names in column {letter} `{heading}` are all numbers", "{letter}列 `{heading}` 的指标名称全是数字"
)
NAME_NAMES = Phrase(
    "say which column has the names: --column name=A", "请指明哪一列是指标名称：--column name=A"
)
TWO_DIRECTIONS = Phrase("`{text}` and `{word}` contradict each other", "`{text}` 与 `{word}` 相矛盾")
CORRECT_ONE = Phrase("correct one of the two", "请更正其一")
TWO_FIGURES = Phrase("two figures for {period}: {one} and {other}", "{period}有两个数据：{one}与{other}")
ADD_NAME = Phrase("write the name of a target", "请写明指标名称")
ROW_AGAINST_HEADING = Phrase(
    "the row is for {own}, but its heading says {headed}", "此行属于{own}，而列标题为{headed}"
)
SUMS_OF_ROWS = Phrase(
    "{rows}: the sum of the rows below; if that is not a target of its own, delete the row",
    "{rows}：数据为以下各行之和；如不是单独的指标，请删除该行",
)
SUMS_OF_ROWS_ABOVE = Phrase(
    "{rows}: the sum of rows above; if that is not a target of its own, delete the row",
    "{rows}：数据为以上各行之和；如不是单独的指标，请删除该行",
)
SUMS_OF_PLACES = Phrase(
    "{rows}: the sum of all other places; if that is the whole, leave its place blank, or delete these rows",
    "{rows}：数据为其他各地之和；如为合计，请将地区留空，或删除这些行",
)
GOALS_BELOW_ONE = Phrase(
    "{rows}: goals from 0 to 1 for targets in percent; are they shares, 0.92 for 92%?",
    "{rows}：单位为百分比的指标，目标值都在0至1之间，是否应乘以100？",
)
WHICH_UNIT = Phrase(
    "{rows}: nothing says which of the units above the table is theirs", "{rows}：未注明用表上方的哪个单位"
)
OWN_SIZE = Phrase(
    "{rows}: the unit above the table is a larger size of their own: taken as the row says",
    "{rows}：本行单位小于表上方的单位，以本行单位为准",
)
PART_ROWS = Phrase(
    "{rows}: parts of the row above, which they add up to", "{rows}：上一指标的分解任务，各项之和与其相等"
)
SUM_DIFFERS = Phrase(
    "row {row}: {what} is {stated}, but the sum of {rows} is {total}",
    "第{row}行：{what}为{stated}，而{rows}之和为{total}",
)
INDENTED_ROWS = Phrase(
    "{rows}: indented, but not surely parts of the row above (unit and dates must be the same, and all "
    "figures must add up): read as targets of their own",
    "{rows}：有缩进，但不能确定是上一指标的分解任务（单位、时限须相同，各项之和须相等），按单独的指标读取",
)
GOALS_ADDED = Phrase(
    "{rows}: no row for the whole target, so the goals of its parts were added up",
    "{rows}：该指标没有合计行，目标值按各分解任务相加",
)
LEVELS_NOT_ADDED = Phrase(
    "{rows}: no row for the whole target, and levels are not added up, so it has no goal",
    "{rows}：该指标没有合计行，水平值不能相加，因此没有目标值",
)
NOT_OF_PARTS = Phrase("it differs from that of the target {name}", "与指标“{name}”的不同")
SAME_FOR_PARTS = Phrase(
    "parts have it from their target: make it the same", "分解任务沿用所属指标的，请改为一致"
)
NUMBERS_LEFT_OUT = Phrase("numbers before the names were left out", "指标名称前的序号未读取")
NO_GOALS = Phrase(
    "none of these headings was recognised as a column of goals: {headings}",
    "未识别出目标值列，可能是：{headings}",
)
NO_FIGURES = Phrase(
    "none of these headings was recognised as a column of actuals: {headings}",
    "未识别出完成值列，可能是：{headings}",
)
NAME_FIGURES = Phrase("name it: --column actual={letter}", "请指明：--column actual={letter}")
OTHER_GOALS = Phrase(
    "{headings}: goals of something else than those that are read",
    "{headings}：属于其他事项的目标值，未读取",
)
GOALS_APART = Phrase(
    "give each goal a row of its own, or read one column at a time: --column goal={letter}",
    "请将每项目标单列一行，或每次读取一列：--column goal={letter}",
)
ADJUSTED_GOALS = Phrase(
    "{headings}: adjusted goals, beside the first ones", "{headings}：调整后的目标值，与原目标值并列"
)
GOALS_IN_FORCE = Phrase(
    "write the goals in force in one column; or read these with --column goal={letter}, the first ones with "
    "--column goal={other}",
    "请将现行目标值写在同一列；或用 --column goal={letter} 读取调整后的，用 --column goal={other} 读取原定的",
)
NAME_GOAL = Phrase("name it: --column goal={letter}", "请指明：--column goal={letter}")
ADD_GOALS = Phrase("add a column with the goals of the whole year", "请增加一列全年目标值")
REFUSED = Phrase(
    "{file}: {number} not understood; nothing was written", "{file} 中有{number}处无法识别；未写入"
)
WITHOUT_GOAL = Phrase("{number} without a goal: {bare}", "第{bare}行没有目标值（共{number}）")
TAKE_THE_REST = Phrase("correct them, or take the rest with --partial", "请更正，或用 --partial 只取其余内容")
READ_AS_TOTALS = Phrase(
    "read as running totals since the year's start: {headings}; where they are of each period alone, write "
    'counting = "per_period" in these targets',
    '按自年初累计数读取：{headings}；如为当期数，请在相应指标中写 counting = "per_period"',
)
SINCE_THE_START = Phrase(
    "{rows}: more than one and a half times the goal, and the table has what whole projects cost; "
    "is the total to date of this year alone?",
    "{rows}：超过目标值的1.5倍，而表中另有总投资；累计数是否包括往年？",
)
YEAR_GUESSED = Phrase(
    "taken as the plan for {year}; if that is wrong: --year", "视为{year}年的计划；如有误请用 --year"
)
FISCAL_GUESSED = Phrase(
    "taken as the calendar year {year}; where the fiscal year begins in another month, name the months in "
    'the title, as in --title "Plan Apr {year}–Mar {next}"',
    "视为{year}年（自然年）；财年不从1月开始的，请在标题中写明起止月份，如 --title"
    ' "{year}年4月至{next}年3月计划"',
)
LEVELS_GUESSED = Phrase(
    'in percent, so taken as levels (kind = "level"); change those that are totals: {ids}',
    '单位为百分比，视为水平值（kind = "level"）；如为累计量请改正：{ids}',
)
TOTALS_GUESSED = Phrase(
    "treated as running totals, though their names or units suggest a level; write kind = "
    '"level" for any that are levels: {ids}',
    '按累计量处理，但名称或单位像是水平值；如为水平值请写 kind = "level"：{ids}',
)
ZERO_GOALS = Phrase(
    'the goal is read as "at least 0", which any figure that is not negative meets; where 0 '
    'is the most allowed, write direction = "at_most": {ids}',
    "目标值为0，按“不低于0”评价，只要不为负即视为达到目标；如本意是不超过0，请写 direction = "
    '"at_most"：{ids}',
)
GOALS_BELOW_ZERO = Phrase(
    "the goal is below 0 and read as the least, so that a smaller fall meets it; where it is the most "
    'allowed (a fall by 3% or more), write direction = "at_most": {ids}',
    "目标值为负数，按“不低于”评价，降幅较小也视为达到目标；如本意是不超过该值（如下降3%以上），"
    '请写 direction = "at_most"：{ids}',
)
CEILINGS_GUESSED = Phrase(
    "read as the least that is asked, though their names suggest a limit; where it is the most that is "
    'allowed, write direction = "at_most": {ids}',
    '按“不低于目标值”评价，但名称像是控制类指标；如本意是不超过目标值，请写 direction = "at_most"：{ids}',
)
LEVELS_BY_BASELINE = Phrase(
    'with a baseline, so taken as levels (kind = "level"); delete the baseline where totals are meant: {ids}',
    '有基期值，视为水平值（kind = "level"）；如为累计量请删去基期值：{ids}',
)
BASELINES_OF_TOTALS = Phrase(
    "{rows}: figures begin at less than half of baseline and goal, as running totals do; these have no "
    "baseline: delete it",
    "{rows}：数据从不到基期值和目标值一半处起步，像是自年初累计数；累计量没有基期值，请删去",
)
BASELINE_OF_NOTHING = Phrase(
    "{rows}: a baseline of 0 is where running totals begin, so it is left out",
    "{rows}：累计量本来从0开始，不写基期值0",
)
BASELINE_MET = Phrase(
    "{rows}: the baseline meets the goal already, so it is left out: a level to hold",
    "{rows}：基期值已达到目标值，属于只需保持的水平值，未读取基期值",
)
READ_AS_LIMITS = Phrase(
    "{rows}: goals read as the most that is allowed, as their heading says",
    "{rows}：按列标题，目标值视为不得超过的控制目标",
)
NOT_UNDERSTOOD = Phrase("`{text}` was not understood", "无法识别 `{text}`")
TWO_TIMES = Phrase(
    "--year is the calendar year {year}, but --title names other months",
    "--year 指{year}年（自然年），而 --title 写明了其他起止月份",
)
ONE_TIME = Phrase("leave --year out, or the months of --title", "请去掉 --year，或去掉 --title 中的月份")
PERIOD_NOT_USED = Phrase(
    "--period was not needed: no column of figures lacks a period", "未用到 --period：数据列都已注明报告期"
)
PERIOD_OF_OTHER_ROWS = Phrase(
    "--period counts only for rows that name no period of their own", "--period 只用于未注明报告期的行"
)
PERIOD_OF_NOTHING = Phrase(
    "--period was not used: the table has no column of actuals", "未用到 --period：表中没有完成值列"
)
WRITE_DUE = Phrase(
    "write 2024-09-30, a month, or a period of the plan such as Q3; blank is the end of the plan",
    "请写 2024-09-30、9月底、三季度末或 Q3；不填即为计划期末",
)
WRITE_CHOICE = Phrase("write one of: {words}", "请写以下之一：{words}")
LEFT_OUT = Phrase(
    "correct `{field}`, or leave it out with --partial", "请更正 `{field}`，或用 --partial 略去"
)
WRITE_LIMIT = Phrase(
    'write ≤0 if it is a limit ("none at all"), or leave `{field}` out with --partial',
    "控制目标为0（一件也不得发生）的请写 ≤0；否则请更正 `{field}`，或用 --partial 略去",
)
NAMELESS = Phrase("it has no name", "没有名称")
TWICE = Phrase("the id {id} is already in row {other}", "标识 {id} 与第{other}行重复")
MAY_BE_NAMES = Phrase(
    "the names of the targets may stand in {one} or in {other}",
    "指标名称可能在 {one}，也可能在 {other}",
)
NAMES_OR_PARTS = Phrase(
    "name the right one: --column name={letter}; for parts of one target --column place={letter}",
    "请指明其中一列：--column name={letter}；如是同一指标的分解对象，请用 --column place={letter}",
)
PARTS_BY_COLUMN = Phrase(
    "keep one of the two; if {column} names parts of one target, add --column place={letter}",
    "请保留其中一行；如 {column} 是同一指标的分解对象，请加 --column place={letter}",
)
PARTS_BY_OWNER = Phrase(
    "keep one of the two; if they are parts of one target, head the column of the units `district`",
    "请保留其中一行；如是同一指标的分解任务，请把各单位一列的标题改为“县区”",
)
NO_PARENT = Phrase(
    "it is a part of {parent}, which is not in the table",
    "该行是 {parent} 的分解任务，但表中没有这项上级指标",
)
PACE_UNKNOWN = Phrase(
    "{rows}: the pace curve is not in the table; a steady pace is used",
    "{rows}：表中没有进度曲线，按时间均衡计算",
)
STATUS_UNKNOWN = Phrase(
    "{rows}: a status in other words, left out: it is judged from the figures",
    "{rows}：状态用词未能识别，未读取，将按数据评价",
)
STATUS_DIFFERS = Phrase(
    "{rows}: the computed status differs from the one in the table", "{rows}：导入后的状态与表中不同"
)
JUDGED_AS = Phrase(
    "not in the table, chosen so that targets have the status that it shows: {keys}",
    "表中未写明，按表中状态推定，请核对：{keys}",
)
DROPPED_SOME_DAY = Phrase(
    "{rows}: given up, but the table does not say since when: write dropped = DAY in the plan",
    "{rows}：已取消，但表中没有取消日期：请在计划中写 dropped = 日期",
)
NOT_FROM_TABLES: dict[str, Phrase] = {
    "original_goal": Phrase(
        "not said since when the goal is adjusted; the goal in force is read",
        "表中没有目标调整日期，读取的是现行目标值",
    ),
    "feed": Phrase("the query of the feed is not in the table", "表中没有该取数项的查询语句"),
    "past": Phrase("written by hand in the plan, as `past`", "请在计划中用 past 填写"),
}
"""Why columns that say something of a target, and do not follow from others, are not read."""
ADD_PARENT = Phrase("add a row for it", "请为该指标加一行")
DONE = Phrase(
    "{file}: {targets} {targets|target|targets} and {parts} {parts|part|parts}",
    "{file}：{targets}项指标，{parts}项分解任务",
)
FORCE = Phrase(
    "write it elsewhere with -o, or replace it with --force", "请用 -o 另指定文件，或用 --force 覆盖"
)


def in_field(field: str, phrase: Phrase) -> Phrase:
    """Returns a phrase with the field of which it speaks before it."""
    name = field_name(field)
    return Phrase(f"{name.en}: {phrase.en}", f"{name.zh}：{phrase.zh}")
