"""What is said of tables from spreadsheets: how they were read, and what in them was not understood."""

from plan_tracker.language import Phrase

READ_AS = Phrase("{file} was read as {encoding}", "{file} 按 {encoding} 读取")
UNREADABLE = Phrase("{file} cannot be read: {reason}", "{file} 无法读取：{reason}")
NO_ENCODING = Phrase("{file} is neither UTF-8 nor GB18030 text", "{file} 既不是 UTF-8 也不是 GB18030 文本")
SAVE_AS_UTF8 = Phrase(
    "in the spreadsheet, save it as “CSV UTF-8” or as XLSX", "请在电子表格中另存为“CSV UTF-8”或 XLSX"
)
NO_SHEET = Phrase("{file} has no sheet `{sheet}`", "{file} 中没有工作表 `{sheet}`")
SHEETS = Phrase("its sheets: {names}", "其中的工作表：{names}")
NO_FIGURES_HEADED = Phrase(
    "no row of {file} has headings for the id or the name, and for the figures",
    "{file} 中没有含有标识（或指标）和完成值的标题行",
)
NO_NAMES_HEADED = Phrase(
    "no row of {file} has headings for the name and for something else",
    "{file} 中没有含有指标名称和其他内容的标题行",
)
NAME_COLUMN = Phrase(
    "name a column yourself: --column goal=年度目标; known: {fields}",
    "可自行指定列：--column goal=年度目标；可用的有：{fields}",
)
NO_PERIOD = Phrase(
    "{file} does not say for which period its figures are", "{file} 没有说明数据属于哪个报告期"
)
SAY_PERIOD = Phrase(
    "add a column period, or say it: record --from {file} H1",
    "请加一列“报告期”，或直接说明：record --from {file} H1",
)
BAD_COLUMN = Phrase("`{text}` names no column", "`{text}` 没有指明列")
NO_COLUMN = Phrase("{file} has no column `{heading}`", "{file} 中没有列 `{heading}`")

# --- rows
ROW = Phrase("row {row}: {text}", "第{row}行：{text}")
ROW_AND_HINT = Phrase("row {row}: {text} ({hint})", "第{row}行：{text}（{hint}）")
NO_SUCH_NAME = Phrase("there is no target with the name {name}", "没有名为{name}的指标")
NO_SUCH_NAME_AND_UNIT = Phrase(
    "there is no target with the name {name} and the unit {unit}", "没有名为{name}、单位为{unit}的指标"
)
AMBIGUOUS = Phrase("several targets have the name {name}: {ids}", "名为{name}的指标有多个：{ids}")
NAMELESS = Phrase("it names no target", "没有写明指标")
NO_NUMBER = Phrase("`{text}` is not a number", "`{text}` 不是数字")
ROW_TWICE = Phrase("{id} {period} stands in row {other} already", "{id} {period} 在第{other}行已有")
WITHOUT_PERIOD = Phrase("it has a figure, but no period", "有数据，但没有报告期")
ROWS_REFUSED = Phrase(
    "{number} of {total} figures in {file} cannot be recorded; nothing was written",
    "{file} 中{total}个数据有{number}个无法写入；文件没有改动",
)
