"""What is said of tables from spreadsheets: how they were read, and what in them was not understood."""

from plan_tracker.language import Language, Message, Phrase, literally

# --- which column is which
NO_FIGURES_HEADED = Phrase(
    "{file} has no headings for the name (or id) and for figures that can be recorded",
    "{file} 中没有找到可用的表头：需要指标（或标识）和完成值两列",
)
NO_NAMES_HEADED = Phrase(
    "{file} has no headings for the name of a target and for something else",
    "{file} 中没有找到可用的表头：需要指标名称和其他内容",
)
NO_HEADINGS = Phrase(
    "name the columns by their letters: --column name=A --column actual=B",
    "可用列号指明：--column name=A --column actual=B",
)
NO_DELIMITER = Phrase(
    "name the columns by their letters: --column name=A --column actual=B; where only blanks divide them, "
    "paste the text into a spreadsheet and save it as .xlsx",
    "可用列号指明：--column name=A --column actual=B；如各列只用空格隔开，请粘贴到电子表格并另存为 .xlsx",
)
HEADINGS_FOUND = Phrase("headings found: {headings}", "表中的列标题：{headings}")
NAME_ONE_OF = Phrase(
    "{found}; name one by its letter or text: --column {field}={letter}",
    "{found}；可用列号或列标题指明：--column {field}={letter}",
)
SEVERAL_COLUMNS = Phrase("several columns mean {field}: {columns}", "有多列均为{field}：{columns}")
NAME_ONE = Phrase(
    'name the right one: --column {field}={letter}, or --column "{field}={heading}"',
    '请指明其中一列：--column {field}={letter}，或 --column "{field}={heading}"',
)
NAME_ONE_BY_LETTER = Phrase(
    "name the right one: --column {field}={letter}", "请指明其中一列：--column {field}={letter}"
)
KNOWN_FIELDS = Phrase(
    "write --column FIELD=HEADING or FIELD=LETTER; fields: {fields}",
    "请写 --column 字段=列标题 或 字段=列号；字段有：{fields}",
)
NO_PERIOD = Phrase(
    "nothing says which period the figures in `{heading}` are for",
    "`{heading}` 一列的数据未注明属于哪个报告期",
)
SAY_PERIOD = Phrase(
    "name it after the table, as in --from actuals.xlsx H1, or add a column `period`",
    "请在表格文件名之后写明，如 --from 10月.xlsx 10月，或加一列“报告期”",
)
TITLE_OF_ANOTHER_PERIOD = Phrase(
    "the title of {file} or its sheet mentions {said}, but you asked for {asked}",
    "{file} 的标题或工作表名写的是{said}，而要求写入的是{asked}",
)
TITLE_OF_ANOTHER_YEAR = Phrase(
    "the title of {file} or its sheet mentions {year}, but the plan is for {own}",
    "{file} 的标题或工作表名写的是{year}年，而计划是{own}年的",
)
CHECK_FILE = Phrase("is it the right file, and the right period?", "请检查文件和报告期是否正确")
NO_SUCH_PERIOD_HERE = Phrase(
    "the table has figures for {found}, but none for {asked}", "表中只有{found}的数据，没有{asked}的数据"
)
ROW_OF_ANOTHER_PERIOD = Phrase(
    "it is for {own}, but {asked} was asked for", "此行属于{own}，而要求写入的是{asked}"
)
COLUMN_OF_ANOTHER_YEAR = Phrase(
    "{column}: it is for {year}, but the plan is for {own}", "{column}：属于{year}年，而计划为{own}年"
)
ROW_OF_ANOTHER_YEAR = Phrase(
    "it is for {year}, but the plan is for {own}", "此行属于{year}年，而计划是{own}年的"
)
CHECK_YEAR = Phrase("correct the year in the row, or leave the row out", "请更正此行的年份，或不填此行")
CHECK_ROW = Phrase("correct the row, or leave it out: --partial", "请更正此行的报告期，或加 --partial 略去")
BAD_COLUMN = Phrase("`{text}` does not name a column", "`{text}` 没有指明列")
NAMED_FOR_TWO = Phrase(
    "column {letter} is named for {one} and for {other}", "{letter}列既指定为 {one}，又指定为 {other}"
)
NAME_FOR_ONE = Phrase("name another column for one of the two", "请为其中一项另行指定一列")
NAMED_TWICE = Phrase("{field} is named twice", "{field} 重复指定")
NO_COLUMN = Phrase("there is no column `{heading}`", "没有列 `{heading}`")
NO_UNDER = Phrase("the target {id} has no parts", "指标 {id} 没有分解任务")

# --- rows that are no entries, and what is said of others
TITLE_ROWS = Phrase("{rows}: title", "{rows}：标题")
UNIT_ROW = Phrase("{rows}: the unit", "{rows}：计量单位")
UNKNOWN_UNIT_ROW = Phrase(
    "{rows}: a unit that was not understood; write the unit into a heading, or into a column `unit`",
    "{rows}：计量单位未能识别，请把单位写入列标题，或加一列“单位”",
)
HEADING_ROWS = Phrase("{rows}: headings", "{rows}：表头")
HEADINGS_AGAIN = Phrase(
    "{rows}: headings again, or numbers of columns, left out", "{rows}：重复的表头或栏次，未读取"
)
TOTAL_ROWS = Phrase("{rows}: totals, left out", "{rows}：合计，未读取")
OF_WHICH_ROWS = Phrase(
    "{rows}: parts of a row above (of which), left out; take `of which` away where one is a target",
    "{rows}：“其中”项，未读取；如是单独的指标，请删去“其中”",
)
OF_WHICH_ALONE = Phrase(
    "{rows}: only `of which`, no target itself; the rows below stand for themselves",
    "{rows}：只写“其中”，不作为指标；其下各行按单独的指标读取",
)
NOTE_ROWS = Phrase("{rows}: notes, left out", "{rows}：注释，未读取")
GROUP_ROWS = Phrase("{rows}: headings of the rows below", "{rows}：分组标题")
ONLY_NAMES = Phrase("{rows}: only a name and nothing below it, left out", "{rows}：只有名称，未读取")
ROWS_OF_GOALS = Phrase(
    "column {letter} `{heading}` says of each row whether it has goals or actuals",
    "{letter}列 `{heading}` 逐行说明是目标值还是完成值",
)
GOALS_BESIDE = Phrase(
    "give goals and actuals columns of their own, side by side", "请把目标值和完成值分列两列，每项指标一行"
)
NO_GROUP_ROWS = Phrase(
    "{rows}: no group, blank below one; if that is meant, write it in each row or merge the cells in .xlsx",
    "{rows}：未填类别；如属上方的类别，请逐行填写，或在 .xlsx 中合并单元格",
)
NO_OWNER_ROWS = Phrase(
    "{rows}: no owner, blank below one; if that is meant, write it in each row or merge the cells in .xlsx",
    "{rows}：未填责任单位；如属上方的责任单位，请逐行填写，或在 .xlsx 中合并单元格",
)
SUM_ROWS = Phrase(
    "{rows}: exported totals of their parts, left out: they are added up again",
    "{rows}：导出时由分解任务合计，未读取，将重新合计",
)
BOUND_ROWS = Phrase(
    "{rows}: exported figures that lack some parts or periods, left out",
    "{rows}：导出时缺少部分数据，只是下限，未读取",
)
WITHOUT_FIGURE = Phrase("{number} without a figure: {bare}", "第{bare}行没有数据（共{number}）")
HIDDEN_ROWS = Phrase("{rows}: hidden, read all the same", "{rows}：已隐藏，仍读取")
ROUNDED_ROWS = Phrase("{rows}: rounded to 15 digits", "{rows}：四舍五入到15位")
ROWS_AS_BEFORE = Phrase(
    "{rows}: for another period, same figure as in the plan",
    "{rows}：属于其他报告期，与计划一致",
)
SHEET_READ = Phrase("the sheet `{sheet}` was read", "读取了工作表 `{sheet}`")
OTHER_SHEETS = Phrase(
    "other sheets, not read: {names}; --sheet names one", "未读取的其他工作表：{names}；可用 --sheet 指明"
)
SHEETS_ALIKE = Phrase(
    "among these, with rows of targets: {names}; record each with --sheet",
    "其中 {names} 也有本计划的指标：请用 --sheet 逐一登记",
)
HIDDEN_SHEETS = Phrase(
    "hidden sheets, not read: {names}; --sheet names one", "未读取的隐藏工作表：{names}；可用 --sheet 指明"
)
HIDDEN_COLUMNS = Phrase("hidden columns are read too: {columns}", "隐藏的列也已读取：{columns}")

# --- what is wrong with a row
ROW = Phrase("row {row}{of}: {text}", "第{row}行{of}：{text}")
ROW_AND_HINT = Phrase("row {row}{of}: {text} ({hint})", "第{row}行{of}：{text}（{hint}）")
ROW_OF = Phrase(" ({id})", "（{id}）")
LONGER_ROW = Phrase("it has more fields than there are headings", "字段比表头多")
QUOTE_DELIMITER = Phrase(
    "put quotation marks around a field that contains a comma or another separator",
    "含有逗号等分隔符的字段请加引号",
)
MERGED_FIGURE = Phrase("its figure is in a cell merged over {cells}", "数据所在单元格是合并的：{cells}")
SPLIT_CELLS = Phrase("give each row its own figure", "请取消合并，逐行填写")
NO_SUCH_TARGET = Phrase("there is no target {name}", "没有指标“{name}”")
NAMED_OTHERWISE = Phrase(
    "the id {id} is that of {name}, but the name is that of another target: {other}",
    "标识 {id} 属于“{name}”，而名称是另一指标“{other}”",
)
CORRECT_ID = Phrase("correct one of the two, or leave the id blank", "请更正其一，或不填标识")
NO_SUCH_PART = Phrase("the target {target} has no part {name}", "指标 {target} 没有分解任务“{name}”")
NO_SUCH_NAME_AND_UNIT = Phrase(
    "there is no target with the name {name} and the unit {unit}", "没有名为“{name}”、单位为{unit}的指标"
)
AMBIGUOUS = Phrase("several targets have the name {name}: {ids}", "名为“{name}”的指标有多个：{ids}")
USE_ID = Phrase("give the id of one", "请写明标识")
SAY_UNDER = Phrase(
    "if the rows are parts of a target: --under {target}", "如各行是某指标的分解任务：--under {target}"
)
NAMELESS = Phrase("it names no target", "没有写明指标")
NAME_EACH = Phrase(
    "write the name in each row; of merged cells a text file keeps only the first",
    "请逐行写明指标；合并单元格存为文本后只留第一格",
)
PLACELESS = Phrase("its place is blank, though a row above names one", "未写明地区，而上方已有地区")
PLACE_EACH = Phrase(
    "write the place in each row, `total` for the whole; of merged cells a text file keeps only the first",
    "请逐行写明地区，整体请写“合计”；合并单元格存为文本后只留第一格",
)
COUNTS_TO_DATE = Phrase(
    "{id} uses running totals, but the table has only the month's figures",
    "{id} 填报累计数，而表中只有当月数",
)
COUNTS_PER_PERIOD = Phrase(
    "{id} counts per period, but the table has only running totals", "{id} 填报当期数，而表中只有累计数"
)
ADD_SINGLE = Phrase(
    "add a column with the figures of the month or quarter alone; if the target is to count running totals,"
    ' leave counting = "per_period" out of the plan',
    '请在表中加一列当月数或当季数；如该指标应填报累计数，请删去计划中的 counting = "per_period"',
)
ADD_TOTALS = Phrase(
    "add a column with the totals since the year began; if the target is to count each period by itself,"
    ' write counting = "per_period" in the plan',
    '请在表中加一列累计数，如“1—6月累计”；如该指标应填报当期数，请在计划中写 counting = "per_period"',
)
NOT_AMONG_UNITS = Phrase(
    "the unit above the table is {given}, but the target is in {unit}",
    "表上方的单位为{given}，其中没有该指标的单位{unit}",
)
UNIT_IN_HEADING = Phrase(
    "write the unit into the heading, or into a column `unit`", "请把单位写入该列标题，或加一列“单位”"
)
ROW_TWICE = Phrase("{id} {period} is also in row {other}", "{id} {period} 与第{other}行重复")
KEEP_ONE_ROW = Phrase("keep one of the two", "请保留其中一行")
WITHOUT_PERIOD = Phrase("it has a figure, but no period", "有数据，但没有报告期")
ROWS_REFUSED = Phrase(
    "{file}: {figures} cannot be recorded; nothing was written", "{file} 中{figures}无法写入；文件没有改动"
)
FIGURES_LEFT_OUT = Phrase("{figures} left out (--partial)", "{figures}未写入（--partial）")
UNITS_ABOVE = Phrase("the unit of the whole table: {units}", "全表的计量单位：{units}")
TAKE_THE_REST = Phrase(
    "correct them, or record the rest with --partial", "请更正，或用 --partial 只写入其余数据"
)
MORE_FAULTS = Phrase("… and {number} more", "……另有{number}处")

# --- what is probably wrong
FAR_ABOVE_GOAL = Phrase(
    "{rows}: more than ten times the goal; is the unit the same?",
    "{rows}：超过目标值的十倍，请核对单位",
)
SHARES_FOR_PERCENT = Phrase(
    "{rows}: figures from 0 to 1 for targets in percent; are they shares, 0.92 for 92%?",
    "{rows}：单位为百分比的指标，数据都在0至1之间，是否应乘以100？",
)
SHARE_FOR_PERCENT = Phrase(
    "{rows}: the unit is percent but the figure is {figure}; should it be {percent}%?",
    "{rows}：单位为百分比，而数据是{figure}，是否应为{percent}？",
)
ALL_ARE_GOALS = Phrase(
    "{rows}: each figure equals the goal of its target; is it the right column?",
    "{rows}：数据都等于目标值，请核对是否选错了列",
)
MAY_BE_GROUPED = Phrase(
    "cells are divided by `;`, {other} was read with a decimal point; if points group digits, write {one}",
    "单元格以 `;` 分隔，{other} 按小数读取；点若是千位分隔符，请写成 {one}",
)
MAY_BE_GOALS = Phrase(
    "the title speaks of goals for parts of the year, and no heading of what is reached: {headings}",
    "标题说的是分期目标，而列标题没有写明是完成值：{headings}",
)
TOTALS_FALL = Phrase(
    "{rows}: figures fall from one period to the next; are they of each period alone, not running totals? "
    'Such targets need counting = "per_period" in the plan',
    "{rows}：后一期的数小于前一期，是否填了当期数？此处应填自年初累计数；填报当期数的指标须在计划中写 "
    'counting = "per_period"',
)
MAY_BE_ALONE = Phrase(
    "{rows}: the goals of the periods add up to that of the year; are the figures of each period alone, too, "
    'not running totals? Such targets need counting = "per_period" in the plan',
    "{rows}：各期目标值之和等于全年目标值，完成数是否也是当期数？此处应填自年初累计数；"
    '填报当期数的指标须在计划中写 counting = "per_period"',
)
ADD_UP_TO_GOAL = Phrase(
    "{rows}: the figures of the periods add up to the goal; delete these columns if they are goals for each "
    'period; targets with what was reached in each alone need counting = "per_period" in the plan',
    "{rows}：各期数之和等于目标值；如为分期目标，请删去这些列；如为当期完成数，须在计划中写 "
    'counting = "per_period"',
)
DOUBTFUL = Phrase(
    "the figures of {file} look wrong; nothing was written", "{file} 的数据可能有误；文件没有改动"
)
SAY_YES = Phrase("if they are right, add --yes", "如确认无误，请加 --yes")

# --- the table of what was understood
LETTER, HEADING, MEANS = Phrase("column", "列"), Phrase("heading", "列标题"), Phrase("means", "含义")
LEFT_OUT = Phrase("(left out) {reason}", "（未读取）{reason}")
COLUMNS_LEFT_OUT = Phrase("left out, {reason}: {columns}", "未读取（{reason}）：{columns}")
UNDERSTOOD = Phrase("Read from {file}:", "从 {file} 读取：")


def rows_named(rows: Phrase, *, several: bool) -> Phrase:
    """Writes rows by their numbers."""
    return Phrase(f"rows {rows.en}" if several else f"row {rows.en}", f"第{rows.zh}行")


def rows_counted(number: int) -> Phrase:
    """Writes a number of rows."""
    return Phrase("1 row" if number == 1 else f"{number} rows", f"{number}行")


def heading_and_reason(heading: str, reason: Message | None) -> Phrase:
    """Returns a heading, followed by the reason why it has no meaning, if there is one."""
    bare = literally(heading)
    if reason is None:
        return bare
    return Phrase(
        f"{bare.en} ({literally(reason.text(Language.EN)).en})",
        f"{bare.zh}（{literally(reason.text(Language.ZH)).zh}）",
    )


def figures_of(number: int, total: int) -> Phrase:
    """Writes a number of figures out of a total."""
    en = "the only figure" if total == 1 else f"{number} of {total} figures"
    return Phrase(en, f"{total}项数据有{number}项")
