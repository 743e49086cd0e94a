"""What is said of tables from spreadsheets: how they were read, and what in them was not understood."""

from plan_tracker.language import Language, Message, Phrase

# --- what a file is
READ_AS = Phrase("{file} was read as {encoding}", "{file} 按 {encoding} 读取")
REALLY = Phrase(
    "{file} is called otherwise, but holds {kind}: it was read as that",
    "{file} 的扩展名与内容不符，实际为 {kind}，已按此读取",
)
UNREADABLE = Phrase("{file} cannot be read: {reason}", "{file} 无法读取：{reason}")
EMPTY = Phrase("{file} is empty", "{file} 是空文件")
A_FOLDER = Phrase("{file} is a folder", "{file} 是文件夹")
NO_FILE = Phrase("{file} is no file but a pipe or a device", "{file} 不是文件，而是管道或设备")
NOT_THERE = Phrase("there is no file {file}", "没有文件 {file}")
TOO_LARGE = Phrase("{file} is larger than 1 GB and was not read", "{file} 超过1 GB，未读取")
NAME_A_FILE = Phrase("name a file that holds a table", "请指明含有表格的文件")
A_PDF = Phrase("{file} is a PDF, not a table", "{file} 是 PDF，不是表格")
A_WORD_FILE = Phrase("{file} is a text document (Word), not a table", "{file} 是文字文档（Word），不是表格")
A_NUMBERS_FILE = Phrase("{file} is a file of Apple Numbers", "{file} 是 Apple Numbers 文件")
SLIDES = Phrase("{file} holds slides, not a table", "{file} 是演示文稿，不是表格")
A_PICTURE = Phrase("{file} is a picture, not a table", "{file} 是图片，不是表格")
AN_ARCHIVE = Phrase("{file} is an archive, not a table", "{file} 是压缩包，不是表格")
OLD_OFFICE = Phrase("{file} is a file of an older office program", "{file} 是旧版办公软件的文件")
A_DATABASE = Phrase("{file} is a database, not a table", "{file} 是数据库文件，不是表格")
A_WEB_PAGE = Phrase("{file} is a web page, whatever its name says", "{file} 实际是网页，与扩展名不符")
XML = Phrase("{file} is an XML file, whatever its name says", "{file} 实际是 XML 文件，与扩展名不符")
LOCKED = Phrase("{file} is protected by a password", "{file} 设有打开密码")
DAMAGED = Phrase("{file} is damaged: it is no whole workbook", "{file} 已损坏，不是完整的工作簿")
BAD_REFERENCE = Phrase(
    "{file} is damaged: there is no cell `{reference}`", "{file} 已损坏：不存在单元格 `{reference}`"
)
GAVE_UP = Phrase(
    "{file} cannot be read: the reader broke off, as with damaged or very large files",
    "{file} 无法读取：读取中断，文件可能已损坏或过大",
)
UNPACKS_TOO_LARGE = Phrase(
    "{file} unpacks to more than 1 GB and was not read", "{file} 解压后超过1 GB，未读取"
)
REACHES_TOO_FAR = Phrase(
    "{file} was not read: its cells reach over {rows} rows and {columns} columns, more than 5 million cells",
    "{file} 未读取：单元格分布达{rows}行、{columns}列，超过500万格",
)
SAVE_TABLE_ALONE = Phrase(
    "delete what stands far away from the table, or save the table alone in a new file",
    "请删除远离表格的内容，或只把该表格另存为新文件",
)
SAVE_AS_WORKBOOK = Phrase("save the table as .xlsx or CSV", "请把表格另存为 .xlsx 或 CSV")
OPEN_AND_SAVE = Phrase(
    "open it in a spreadsheet program and save it as .xlsx", "请用电子表格软件打开后另存为 .xlsx"
)
COPY_TABLE = Phrase(
    "copy the table into a spreadsheet and save that as .xlsx", "请把其中的表格复制到电子表格并另存为 .xlsx"
)
UNPACK = Phrase("unpack it and name the table in it", "请先解压，再指明其中的表格")
TAKE_PASSWORD_OFF = Phrase(
    "open it, take the password off and save it again", "请打开文件，取消密码后重新保存"
)
NO_TEXT = Phrase(
    "{file} is no text in UTF-8, UTF-16, GB18030 or windows-1252, and no workbook",
    "{file} 不是 UTF-8、UTF-16、GB18030 或 windows-1252 文本，也不是工作簿",
)
SAVE_AS_UTF8 = Phrase(
    "in the spreadsheet, save it as “CSV UTF-8” or as XLSX", "请在电子表格中另存为“CSV UTF-8”或 XLSX"
)
NO_SUCH_ENCODING = Phrase("there is no encoding `{encoding}`", "没有编码 `{encoding}`")
ENCODINGS = Phrase(
    "some that there are: utf-8, gb18030, utf-16, windows-1252, big5",
    "可用的有：utf-8、gb18030、utf-16、windows-1252、big5 等",
)
NOT_ENCODED_SO = Phrase(
    "{file} is not {encoding}: byte {byte} cannot be read", "{file} 不是 {encoding}：第{byte}字节无法读取"
)
OTHER_ENCODING = Phrase(
    "leave --encoding out to let its bytes decide, or name another",
    "请去掉 --encoding 由程序判断，或改用其他编码",
)
NO_ENCODING_OF_WORKBOOK = Phrase(
    "{file} is a workbook, which has no encoding to choose", "{file} 是工作簿，无需指定编码"
)
LEAVE_OUT_ENCODING = Phrase("leave --encoding out", "请去掉 --encoding")
NO_SHEETS_IN_TEXT = Phrase("{file} is a text file and has no sheets", "{file} 是文本文件，没有工作表")
LEAVE_OUT_SHEET = Phrase("leave --sheet out", "请去掉 --sheet")
UNCLOSED = Phrase(
    "row {row} has a quotation mark that is not closed or stands within a field",
    "第{row}行有未配对的引号，或引号位于字段中间",
)
CLOSE_QUOTE = Phrase(
    'close it, or write each quotation mark within a field twice: "5"" pipe"',
    '请补上引号；字段内的引号要写两次，如 "5"" 管"',
)
NO_SHEET = Phrase("{file} has no sheet `{sheet}`", "{file} 中没有工作表 `{sheet}`")
SHEETS = Phrase("its sheets: {names}", "其中的工作表：{names}")
MERGED_TWICE = Phrase("cells of the workbook are merged more than once", "工作簿中有重复合并的单元格")
NO_FIGURES_HEADED = Phrase(
    "{file} has no headings for the name (or id) and for figures that can be recorded",
    "{file} 中没有找到可用的标题行：需要指标（或标识）和完成值两列",
)
NO_NAMES_HEADED = Phrase(
    "{file} has no headings for the name of a target and for something else",
    "{file} 中没有找到可用的标题行：需要指标名称和其他内容",
)
NO_HEADINGS = Phrase(
    "name the columns by their letters: --column name=A --column actual=B",
    "可用列号指明：--column name=A --column actual=B",
)
HEADINGS_FOUND = Phrase(
    "headings there: {headings}; say what one means by its letter or text: --column actual=F",
    "表中的标题：{headings}；可用列号或标题指明：--column actual=F",
)
SEVERAL_COLUMNS = Phrase("several columns mean {field}: {columns}", "有多列都表示{field}：{columns}")
NAME_ONE = Phrase(
    'name the right one: --column {field}={letter}, or --column "{field}={heading}"',
    '请指明其中一列：--column {field}={letter}，或 --column "{field}={heading}"',
)
KNOWN_FIELDS = Phrase(
    "write --column FIELD=HEADING or FIELD=LETTER; fields: {fields}",
    "请写 --column 字段=标题 或 字段=列号；字段有：{fields}",
)
NO_PERIOD = Phrase(
    "nothing says for which period the figures in `{heading}` are",
    "没有说明 `{heading}` 列的数据属于哪个报告期",
)
SAY_PERIOD = Phrase(
    "say it behind the table's name, as in --from actuals.xlsx H1, or add a column `period`",
    "请在表格文件名之后写明，如 --from 10月.xlsx 10月，或加一列“报告期”",
)
TITLE_OF_ANOTHER_PERIOD = Phrase(
    "the title of {file} or its sheet speaks of {said}, and you ask for {asked}",
    "{file} 的标题或工作表名写的是{said}，而要求写入的是{asked}",
)
TITLE_OF_ANOTHER_YEAR = Phrase(
    "the title of {file} or its sheet speaks of {year}, and the plan is that of {own}",
    "{file} 的标题或工作表名写的是{year}年，而计划是{own}年的",
)
CHECK_FILE = Phrase("is it the right file, and the right period?", "请检查文件和报告期是否正确")
NO_SUCH_PERIOD_HERE = Phrase(
    "the table has figures for {found}, none for {asked}", "表中只有{found}的数据，没有{asked}的数据"
)
ROW_OF_ANOTHER_PERIOD = Phrase(
    "it is for {own}, and {asked} is asked for", "此行属于{own}，而要求写入的是{asked}"
)
CHECK_ROW = Phrase("correct the period in the row, or leave it blank", "请更正此行的报告期，或留空")
BAD_COLUMN = Phrase("`{text}` names no column", "`{text}` 没有指明列")
NAMED_TWICE = Phrase("{field} is named twice", "{field} 指明了两次")
NO_COLUMN = Phrase("there is no column `{heading}`", "没有列 `{heading}`")
NO_UNDER = Phrase("the target {id} has no parts", "指标 {id} 没有任务分解")

# --- rows that are no entries, and what is said of others
TITLE_ROWS = Phrase("{rows}: title", "{rows}：标题")
UNIT_ROW = Phrase("{rows}: the unit", "{rows}：计量单位")
HEADING_ROWS = Phrase("{rows}: headings", "{rows}：表头")
HEADINGS_AGAIN = Phrase(
    "{rows}: headings again, or numbers of columns, left out", "{rows}：重复的表头或栏次，未读取"
)
TOTAL_ROWS = Phrase("{rows}: totals, left out", "{rows}：合计，未读取")
NOTE_ROWS = Phrase("{rows}: notes, left out", "{rows}：注释，未读取")
GROUP_ROWS = Phrase("{rows}: headings of the rows below", "{rows}：分组标题")
ONLY_NAMES = Phrase("{rows}: only a name and nothing below it, left out", "{rows}：只有名称，未读取")
SUM_ROWS = Phrase(
    "{rows}: sums of their parts as exported, left out: they are added up anew",
    "{rows}：导出时由任务分解合计，未读取，将重新合计",
)
WITHOUT_FIGURE = Phrase("{number} without a figure: {bare}", "{number}没有数据：第{bare}行")
HIDDEN_ROWS = Phrase("{rows}: hidden, read all the same", "{rows}：已隐藏，仍读取")
ROUNDED_ROWS = Phrase("{rows}: rounded to 15 digits", "{rows}：四舍五入到15位")
ROWS_AS_BEFORE = Phrase(
    "{rows}: of another period, as it is in the plan",
    "{rows}：属于其他报告期，与计划一致",
)
SHEET_READ = Phrase("the sheet `{sheet}` was read", "读取了工作表 `{sheet}`")
OTHER_SHEETS = Phrase(
    "other sheets, not read: {names}; --sheet names one", "未读取的其他工作表：{names}；可用 --sheet 指明"
)
HIDDEN_SHEETS = Phrase(
    "hidden sheets, not read: {names}; --sheet names one", "未读取的隐藏工作表：{names}；可用 --sheet 指明"
)
HIDDEN_COLUMNS = Phrase("hidden columns are read too: {columns}", "隐藏的列也已读取：{columns}")

# --- what is wrong with a row
ROW = Phrase("row {row}: {text}", "第{row}行：{text}")
ROW_AND_HINT = Phrase("row {row}: {text} ({hint})", "第{row}行：{text}（{hint}）")
LONGER_ROW = Phrase("it has more fields than there are headings", "字段比表头多")
QUOTE_DELIMITER = Phrase(
    "put quotation marks around a field that holds a comma or whatever else divides fields",
    "含有逗号等分隔符的字段请加引号",
)
MERGED_FIGURE = Phrase("its figure is merged over {cells}", "数据所在单元格是合并的：{cells}")
SPLIT_CELLS = Phrase("give each row its own figure", "请取消合并，逐行填写")
NO_SUCH_TARGET = Phrase("there is no target {name}", "没有指标{name}")
NO_SUCH_PART = Phrase("the target {target} has no part {name}", "指标 {target} 没有分解任务{name}")
NO_SUCH_NAME_AND_UNIT = Phrase(
    "there is no target with the name {name} and the unit {unit}", "没有名为{name}、单位为{unit}的指标"
)
AMBIGUOUS = Phrase("several targets have the name {name}: {ids}", "名为“{name}”的指标有多个：{ids}")
USE_ID = Phrase("give the id of one", "请写明标识")
SAY_UNDER = Phrase(
    "if the rows are parts of a target: --under {target}", "如各行是某指标的分解任务：--under {target}"
)
NAMELESS = Phrase("it names no target", "没有写明指标")
COUNTS_TO_DATE = Phrase(
    "{id} counts to date, and the table has the month's figures alone", "{id} 按累计计数，而表中只有当月数"
)
COUNTS_PER_PERIOD = Phrase(
    "{id} counts per period, and the table has running totals alone", "{id} 按期计数，而表中只有累计数"
)
NAME_FIGURES = Phrase("name the column, as in --column actual=F", "请指明数据所在的列，如 --column actual=F")
NOT_AMONG_UNITS = Phrase(
    "above the table stands {given}, and the target counts in {unit}",
    "表上方的单位为{given}，其中没有该指标的单位{unit}",
)
UNIT_IN_HEADING = Phrase(
    "write the unit into the heading, or into a column `unit`", "请把单位写入该列标题，或加一列“单位”"
)
ROW_TWICE = Phrase("{id} {period} stands in row {other} already", "{id} {period} 在第{other}行已有")
KEEP_ONE_ROW = Phrase("keep one of the two", "请保留其中一行")
WITHOUT_PERIOD = Phrase("it has a figure, but no period", "有数据，但没有报告期")
ROWS_REFUSED = Phrase(
    "in {file} {figures} cannot be recorded; nothing was written", "{file} 中{figures}无法写入；文件没有改动"
)
FIGURES_LEFT_OUT = Phrase("{figures} left out (--partial)", "{figures}未写入（--partial）")
TOO_MANY_CELLS = Phrase(
    "{file} has more than 5 million fields and was not read", "{file} 超过500万个字段，未读取"
)
UNITS_ABOVE = Phrase("the unit above the table: {units}", "表上方的单位：{units}")
TAKE_THE_REST = Phrase(
    "mend them, or record the rest with --partial", "请更正，或用 --partial 只写入其余数据"
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
ALL_ARE_GOALS = Phrase(
    "{rows}: each figure is the goal of its target; is it the right column?",
    "{rows}：数据都等于目标值，请核对是否选错了列",
)
DOUBTFUL = Phrase(
    "the figures of {file} look wrong; nothing was written", "{file} 的数据可能有误；文件没有改动"
)
SAY_YES = Phrase("if they are right, add --yes", "如确认无误，请加 --yes")

# --- the table of what was understood
LETTER, HEADING, MEANS = Phrase("column", "列"), Phrase("heading", "标题"), Phrase("means", "含义")
LEFT_OUT = Phrase("(left out) {reason}", "（未读取）{reason}")
COLUMNS_LEFT_OUT = Phrase("left out, {reason}: {columns}", "未读取（{reason}）：{columns}")
UNDERSTOOD = Phrase("Read from {file}:", "从 {file} 读取：")


def inserted(phrase: Phrase, **inner: Phrase) -> Phrase:
    """Returns a phrase in which other phrases stand for some of its values."""
    en, zh = phrase
    for name, each in inner.items():
        en, zh = en.replace(f"{{{name}}}", each.en), zh.replace(f"{{{name}}}", each.zh)
    return Phrase(en, zh)


def rows_named(rows: str, *, several: bool) -> Phrase:
    """Writes rows by their numbers."""
    return Phrase(f"rows {rows}" if several else f"row {rows}", f"第{rows}行")


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


def literally(text: str) -> Phrase:
    """Makes a phrase of a text that is the same in every language."""
    bare = text.replace("{", "{{").replace("}", "}}")
    return Phrase(bare, bare)


def figures_of(number: int, total: int) -> Phrase:
    """Writes a number of figures out of a total."""
    en = "the only figure" if total == 1 else f"{number} of {total} figures"
    return Phrase(en, f"{total}个数据有{number}个")


def joined(pieces: list[Phrase]) -> Phrase:
    """Joins phrases with commas between them."""
    return Phrase(", ".join(each.en for each in pieces), "，".join(each.zh for each in pieces))
