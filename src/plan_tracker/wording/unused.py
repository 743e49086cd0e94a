"""Why a column is not used, or is another table, and what to do then."""

from plan_tracker.language import Phrase

NOT_CHOSEN = Phrase("another column was named with --column", "已用 --column 另行指定")
UNKNOWN = Phrase("not understood", "未能识别")
TWO_MEANINGS = Phrase("may be a goal or an actual", "可能是目标值，也可能是完成值")
ANOTHER_TIME = Phrase(
    "a comparison, a figure for another time, or one that is only expected",
    "属于对比数、其他时期的数或预计数",
)
ANOTHER_YEAR = Phrase("for the year {year}", "属于{year}年")
WHICH_YEAR = Phrase(
    "{year} may begin or end then; if it is the plan's year, name the column with --column",
    "{year}年度可能指当年开始或当年结束的年度；如属本计划，请用 --column 指明该列",
)
WHICH_QUARTER = Phrase(
    "of the calendar, or of the plan's year? write it as Q1 or H1", "是自然年还是计划年度的？请写作 Q1 或 H1"
)
PART_OF_A_GOAL = Phrase("a goal for less than the year", "不是全年目标")
ODD_BRACKET = Phrase(
    "`{text}` in brackets is not a unit, year or period", "括号中的 `{text}` 不是单位、年份或报告期"
)
TWO_PERIODS = Phrase("names two periods", "写了两个报告期")
ONLY_A_YEAR = Phrase("only a year", "只写了年份")
NONE_OF_PLAN = Phrase("not a period of the plan: {headings}", "{headings} 不是本计划的报告期")
NO_PERIOD_HERE = Phrase("names no period of the plan", "不是本计划的报告期")
ANOTHER_OWNER = Phrase("the owner is that of `{heading}`", "责任单位以 `{heading}` 列为准")
COMPUTED = Phrase("computed from other columns", "由其他列算得")
NOT_NEEDED = Phrase("not needed here", "此处不需要")
YEARS_ONLY = Phrase("years, no figures", "只有年份，没有数据")
TEXTS_ONLY = Phrase("texts, no figures", "只有文字，没有数据")
SERIAL_NUMBERS = Phrase("serial numbers", "序号")
OF_ANOTHER_TARGET = Phrase("about another target: {name}", "属于其他指标：{name}")
PERIOD_ALONE = Phrase(
    "one period's figure alone; only for targets that count per period", "当期数，只用于填报当期数的指标"
)
TOTAL_BESIDE = Phrase(
    "a running total; not for targets that count per period", "累计数，不用于填报当期数的指标"
)
OTHER_PERIOD = Phrase("for another period: {period}", "属于其他报告期：{period}")
NO_HEADING = Phrase("has no heading", "没有列标题")
OTHER_TABLE_ROWS = Phrase("{rows}: another table, left out", "{rows}：另一张表，未读取")
OTHER_TABLE = Phrase("here begins another table, with other headings", "从这里开始是另一张表，表头不同")
TABLE_OF_ITS_OWN = Phrase("save it as a sheet of its own", "请另存为单独的工作表")
PLACES_OF_PARTS = Phrase("parts of the targets, by place", "各指标按地区的分解任务")
TABLES_BESIDE = Phrase(
    "tables stand side by side, each with names of its own: {columns}", "表中有并排的几张表：{columns}"
)
ONE_OF_TABLES = Phrase(
    "move one below the other, or read one at a time: --column {field}={letter}",
    "请把其中一张移到另一张下方，或每次读取一张：--column {field}={letter}",
)
OF_TABLE_BESIDE = Phrase("of the table beside", "属于旁边的另一张表")
TABLE_BESIDE = Phrase(
    "in column {letter}, at `{heading}`, begins another table", "{letter}列 `{heading}` 处是另一张表"
)
