"""What `add` says: why a target is not added, and where it stands once it is."""

from plan_tracker.language import Phrase

# --- refusals
ID_TAKEN = Phrase("there is a target `{id}` already", "已有指标 `{id}`")
GIVE_OTHER_ID = Phrase("give it another id: --id {id}", "请另取标识：--id {id}")
NAME_TAKEN = Phrase("the target {id} is called `{name}` already", "`{name}` 已是指标 {id} 的名称")
GIVE_OTHER_NAME = Phrase(
    "say in the name what is different, or use record to write figures for {id}",
    "请在名称中写明区别；如要登记 {id} 的数据，请用 record",
)
NEEDS_KIND = Phrase(
    "a goal in {unit} may be a total or a level", "单位为{unit}的目标可能是累计量，也可能是水平值"
)
SAY_KIND = Phrase(
    "add --kind level for a rate or a share, --kind cumulative for a total",
    "比率、占比请加 --kind level，累计量请加 --kind cumulative",
)
WRITE_DAY = Phrase(
    "write {day}, a month, or a period of the plan such as Q3", "请写 {day}、9月底、三季度末或 Q3"
)
BY_HAND = Phrase(
    "the target could not be added without changing other lines of the file; nothing was changed",
    "新增该指标势必牵动其他内容，因此未写入；文件没有改动",
)
EDIT_BY_HAND = Phrase("add it to {file} by hand:\n{text}", "请在 {file} 中手工加入：\n{text}")

# --- what it did
ADDED = Phrase("{file}, line {line}: target {id} added", "{file} 第{line}行：已新增指标 {id}")
AS_TOTAL = Phrase(
    "treated as a running total, though its name or unit suggests a level; if it is a level, "
    'write kind = "level" in its section (or `--kind level`)',
    "按累计量处理，但名称或单位像是水平值；如为水平值，请在该指标中写"
    ' kind = "level"（新增时用 --kind level）',
)
AT_LEAST_BELOW_ZERO = Phrase(
    "the goal is below 0 and read as the least, so that a smaller fall meets it; if it is the most allowed "
    '(a fall by 3% or more), write direction = "at_most" in its section (or `--direction at_most`)',
    "目标值为负数，按“不低于”评价，降幅较小也视为达到目标；如本意是不超过该值（如下降3%以上），"
    '请在该指标中写 direction = "at_most"（新增时用 --direction at_most）',
)
AT_LEAST_ZERO = Phrase(
    'the goal is read as "at least 0", which any figure that is not negative meets; if 0 is '
    'the most allowed, write direction = "at_most" in its section (or `--direction at_most`)',
    "目标值为0，按“不低于0”评价，只要不为负即视为达到目标；如本意是不超过0，请在该指标中写 "
    'direction = "at_most"（新增时用 --direction at_most）',
)
AS_LEAST = Phrase(
    "the goal is read as the least that is asked, though the name suggests a limit; if it is the most "
    'allowed, write direction = "at_most" in its section (or `--direction at_most`)',
    "按“不低于目标值”评价，但名称像是控制类指标；如本意是不超过目标值，请在该指标中写"
    ' direction = "at_most"（新增时用 --direction at_most）',
)
NEW_GROUP = Phrase(
    "`{group}` is a new group; the plan has: {groups}", "`{group}` 是新的类别；计划中已有：{groups}"
)


def of_option(option: str, phrase: Phrase) -> Phrase:
    """Returns a phrase with the option of which it speaks before it."""
    return Phrase(f"--{option}: {phrase.en}", f"--{option}：{phrase.zh}")
