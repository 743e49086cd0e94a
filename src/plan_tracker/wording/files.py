"""What is said of a file with a table: what it is, why it cannot be read, what to do."""

from plan_tracker.language import Phrase
from plan_tracker.reading.faults import files as of_plans

READ_AS = Phrase("{file} was read as {encoding}", "{file} 按 {encoding} 读取")
OR_ENCODING = Phrase(
    "{hint}; the file was read as {encoding}: if its letters are wrong, name the right one, as in "
    "--encoding big5",
    "{hint}；文件按 {encoding} 读取，如文字有误，请指明编码，如 --encoding big5",
)
REALLY = Phrase(
    "{file} contains {kind}, whatever its name says: it was read as such",
    "{file} 的扩展名与内容不符，实际为{kind}，已按此读取",
)
A_TEXT = Phrase("text", "文本")
UNREADABLE, EMPTY = of_plans.UNREADABLE.phrase, of_plans.FILE_EMPTY.phrase
A_FOLDER, NOT_THERE = of_plans.IS_A_FOLDER.phrase, of_plans.FILE_NOT_FOUND.phrase
NO_FILE = Phrase("{file} is not a file but a pipe or a device", "{file} 不是文件，而是管道或设备")
TOO_LARGE = Phrase("{file} is larger than 1 GB and was not read", "{file} 超过1 GB，未读取")
NAME_A_FILE = Phrase("name a file that holds a table", "请指明含有表格的文件")
A_PDF = Phrase("{file} is a PDF, not a table", "{file} 是 PDF，不是表格")
A_WORD_FILE = Phrase("{file} is a text document (Word), not a table", "{file} 是文字文档（Word），不是表格")
A_NUMBERS_FILE = Phrase("{file} is an Apple Numbers file", "{file} 是 Apple Numbers 文件")
SLIDES = Phrase("{file} is a presentation, not a table", "{file} 是演示文稿，不是表格")
A_PICTURE = Phrase("{file} is a picture, not a table", "{file} 是图片，不是表格")
AN_ARCHIVE = Phrase("{file} is an archive, not a table", "{file} 是压缩包，不是表格")
OLD_OFFICE = Phrase("{file} is from an older office program", "{file} 是旧版办公软件的文件")
A_DATABASE = Phrase("{file} is a database, not a table", "{file} 是数据库文件，不是表格")
A_WEB_PAGE = Phrase("{file} is a web page, whatever its name says", "{file} 的内容是网页（不以扩展名为准）")
XML = Phrase("{file} is an XML file, whatever its name says", "{file} 的内容是 XML（不以扩展名为准）")
A_PLAN = Phrase("{file} is a plan, not a table", "{file} 是计划文件，不是表格")
JSON = Phrase("{file} is JSON, not a table", "{file} 是 JSON，不是表格")
LOCKED = Phrase("{file} is protected by a password", "{file} 设有打开密码")
DAMAGED = Phrase("{file} is damaged: the workbook is incomplete", "{file} 已损坏，不是完整的工作簿")
BAD_REFERENCE = Phrase(
    "{file} is damaged: there is no cell `{reference}`", "{file} 已损坏：不存在单元格 `{reference}`"
)
GAVE_UP = Phrase(
    "{file} cannot be read: reading stopped, as happens with damaged or very large files",
    "{file} 无法读取：读取中断，文件可能已损坏或过大",
)
UNPACKS_TOO_LARGE = Phrase(
    "{file} unpacks to more than 1 GB and was not read", "{file} 解压后超过1 GB，未读取"
)
REACHES_TOO_FAR = Phrase(
    "{file} was not read: its cells extend over {rows} rows and {columns} columns, more than 5 million cells",
    "{file} 未读取：单元格分布达{rows}行、{columns}列，超过500万格",
)
SAVE_TABLE_ALONE = Phrase(
    "delete what is far outside the table, or save the table alone in a new file",
    "请删除表格以外的零散内容，或只把该表格另存为新文件",
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
    "{file} is neither text in UTF-8, UTF-16, GB18030 or windows-1252 nor a workbook",
    "{file} 不是 UTF-8、UTF-16、GB18030 或 windows-1252 文本，也不是工作簿",
)
SAVE_AS_UTF8 = Phrase(
    "in the spreadsheet, save it as “CSV UTF-8” or as XLSX", "请在电子表格中另存为“CSV UTF-8”或 XLSX"
)
NO_SUCH_ENCODING = Phrase("there is no encoding `{encoding}`", "没有编码 `{encoding}`")
ENCODINGS = Phrase(
    "some that can be used: utf-8, gb18030, utf-16, windows-1252, big5",
    "可用的有：utf-8、gb18030、utf-16、windows-1252、big5 等",
)
NOT_ENCODED_SO = Phrase(
    "{file} is not {encoding}: byte {byte} cannot be read", "{file} 不是 {encoding}：第{byte}字节无法读取"
)
OTHER_ENCODING = Phrase(
    "leave --encoding out to have it detected, or name another",
    "请去掉 --encoding 由程序判断，或改用其他编码",
)
NO_ENCODING_OF_WORKBOOK = Phrase(
    "{file} is a workbook, which has no encoding to choose", "{file} 是工作簿，无需指定编码"
)
LEAVE_OUT_ENCODING = Phrase("leave --encoding out", "请去掉 --encoding")
NO_SHEETS_IN_TEXT = Phrase("{file} is a text file and has no sheets", "{file} 是文本文件，没有工作表")
LEAVE_OUT_SHEET = Phrase("leave --sheet out", "请去掉 --sheet")
UNCLOSED = Phrase(
    "row {row} has a quotation mark that is not closed or is inside a field",
    "第{row}行有未配对的引号，或引号位于字段中间",
)
CLOSE_QUOTE = Phrase(
    'close it, or write each quotation mark within a field twice: "5"" pipe"',
    '请补上引号；字段内的引号要写两次，如 "5"" 管"',
)
NO_SHEET = Phrase("{file} has no sheet `{sheet}`", "{file} 中没有工作表 `{sheet}`")
SHEETS = Phrase("its sheets: {names}", "其中的工作表：{names}")
FIRST_DAYS = Phrase(
    "{rows}: the first day of a month; is only the month seen there, which ends later? "
    "Only .xlsx tells how days are shown: save the table as such",
    "{rows}：日期是当月1日，表中显示的是否只有年月（那么应为月末）？"
    "只有 .xlsx 保留可识别的日期格式，请另存为 .xlsx",
)
MERGED_TWICE = Phrase("cells of the workbook are merged more than once", "工作簿中有相互重叠的合并单元格")
TOO_MANY_CELLS = Phrase(
    "{file} has more than 5 million fields and was not read", "{file} 超过500万个字段，未读取"
)
