"""What can be wrong with a plan's file, before anything in it is looked at."""

from plan_tracker.reading.faults.kind import fault, warning

FILE_NOT_FOUND = fault("file-not-found", "there is no file {file}", "找不到文件 {file}")
NO_PLAN_HERE = fault(
    "no-plan-here",
    "no plan found: there is no targets.toml in this folder or above it",
    "未找到计划：本文件夹及其各级上级文件夹中都没有 targets.toml",
)
NO_PLAN_IN = fault("no-plan-in", "there is no plan in {file}", "{file} 中没有计划")
SEVERAL_PLANS = fault(
    "several-plans",
    "{file} matches several plans, but this command takes only one",
    "{file} 对应多个计划，此命令一次只能用于一个计划",
)
SAME_FILE = warning(
    "same-file",
    "{file} is the same file as {other}, and is counted only once",
    "{file} 与 {other} 是同一个文件，只计一次",
)
COPY = warning(
    "copy",
    "{file} has the title, all goals and the first figures of {other}: if it is a copy, all is counted twice",
    "{file} 与 {other} 的标题、各项目标值和最早的数据都相同：如为副本，则各项都重复计入",
)
NO_ORDINARY_FILE = fault("no-ordinary-file", "{file} is not a regular file", "{file} 不是普通文件")
IS_A_FOLDER = fault("is-a-folder", "{file} is a folder", "{file} 是文件夹")
NOT_A_PLAN_FILE = fault(
    "not-a-plan-file",
    "{file} is not a plan: plans are TOML files",
    "{file} 不是计划文件：计划文件是 TOML 文件",
)
UNREADABLE = fault("unreadable", "{file} cannot be read: {reason}", "{file} 无法读取：{reason}")
NOT_UTF8 = fault("not-utf8", "{file} is not UTF-8 text", "{file} 不是 UTF-8 编码的文本文件")
FILE_TOO_LARGE = fault(
    "file-too-large",
    "{file} is larger than {size} MB: too large for a plan",
    "{file} 超过 {size} MB，不作为计划文件读取",
)
FILE_EMPTY = fault("file-empty", "{file} is empty", "{file} 是空文件")
