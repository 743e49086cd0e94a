"""What is said of files that are written: why one was not, and that it is unchanged."""

from plan_tracker.language import Phrase

CANNOT_WRITE = Phrase(
    "{file} cannot be written: {reason}; nothing was changed", "{file} 无法写入：{reason}；文件没有改动"
)
BROKE_OFF = Phrase("{file} cannot be written: {reason}", "{file} 无法写入：{reason}")
OUTPUT_BROKE_OFF = Phrase("standard output cannot be written: {reason}", "标准输出无法写入：{reason}")
CHECK_FOLDER = Phrase(
    "the folder must be writable too: the new file is made beside the old one, then takes its place",
    "所在文件夹也须可写：先在该文件夹写入新文件，再替换旧文件",
)
NAME_A_FILE = Phrase("that is a folder: name a file in it", "这是文件夹，请写明其中的文件名")
MAKE_FOLDER = Phrase("its folder is not there: make that first", "所在文件夹不存在，请先新建文件夹")
CLOSE_IT = Phrase(
    "if it is open in another program, such as Excel, close it there and try again",
    "如该文件正在其他程序（如 Excel）中打开，请先关闭再重试",
)
READ_ONLY = Phrase("{file} is read-only; nothing was changed", "{file} 为只读文件；文件没有改动")
OWN_INPUT = Phrase(
    "{file} is the input, so it is not overwritten", "{file} 正是所读取的文件，不能用作输出文件"
)
DASH = Phrase("`-` does not mean standard output here", "`-` 在这里不表示标准输出")
LEAVE_OUT = Phrase(
    "leave the name of the file out, and data go to standard output", "不写文件名即输出到标准输出"
)
HOLDS_PLAN = Phrase("{file} is a plan, so it is not overwritten", "{file} 是计划文件，不能用作输出文件")
WRITE_ELSEWHERE = Phrase("write to another file", "请写到别的文件")
SEVERAL_FILES = Phrase(
    "{file} matches several files, but only one can be written", "{file} 对应多个文件，而只能写入一个"
)
NAME_ONE = Phrase("name the file", "请指明一个文件")
NO_PLAN_NAME = Phrase(
    "a plan is a text in TOML, and is not written into {file}", "计划是 TOML 文本，不写入 {file}"
)
NAME_TOML = Phrase("name it {name}", "请命名为 {name}")
EXISTS = Phrase("{file} exists already", "{file} 已存在")
TWICE = Phrase("{file} is named for two outputs", "两项输出指定了同一文件 {file}")
NO_FILE = Phrase("{file} is not a regular file; nothing was written", "{file} 不是普通文件；未写入")
BUSY = Phrase(
    "another program is writing {file} and holds its lock {lock}; nothing was changed",
    "另一个程序正在写入 {file}，并占用其锁文件 {lock}；文件没有改动",
)
NO_LOCK = Phrase(
    "the lock {lock} beside {file} cannot be taken: {reason}; nothing was changed",
    "{file} 旁的锁文件 {lock} 无法占用：{reason}；文件没有改动",
)
FREE_LOCK = Phrase(
    "give {lock} the same permissions as the plan (chmod, chgrp), or delete it while nobody is writing",
    "请将 {lock} 的权限设为与计划文件相同（chmod、chgrp），或在无人写入时删除它",
)
TRY_AGAIN = Phrase("try again in a moment", "请稍后再试")
RESTLESS = Phrase(
    "{file} was changed by another program again and again; nothing was written",
    "{file} 不断被其他程序改动；未写入",
)
OTHER_NAMES = Phrase(
    "{file} has another name on this disk (a hard link), and under that one the old text stays",
    "{file} 在本磁盘上还有别的名称（硬链接），该名称下的内容仍是旧的",
)
UNTOLD = Phrase(
    "{file} is written, but the answer could not be printed: {reason}",
    "{file} 已写入，但结果无法输出：{reason}",
)
BINARY = Phrase(
    "a workbook or a Word document cannot be shown in a terminal", "工作簿、Word 文档无法在终端显示"
)
GIVE_FILE = Phrase(
    "write it to a file: -o progress.xlsx, -o annex.docx", "请写入文件：-o progress.xlsx 或 -o annex.docx"
)
