"""What `import` says: what it could not make sense of, and what it took for granted."""

from plan_tracker.language import Phrase

MADE = Phrase(
    "Made from {file} by plan-tracker import.\nTry: plan-tracker status",
    "由 plan-tracker import 从 {file} 生成。\n试试：plan-tracker status",
)
NO_YEAR = Phrase("{file} does not say for which year its plan is", "{file} 没有说明是哪一年的计划")
GIVE_YEAR = Phrase("add --year 2024", "请加 --year 2024")
NOTHING_LEFT = Phrase("nothing in {file} makes a target", "{file} 中没有可用的指标")

UNKNOWN_COLUMNS = Phrase(
    "columns that mean nothing here: {headings}; to name one: --column actual=HEADING",
    "不认识的列：{headings}；可用 --column actual=列名 指明",
)
NO_PERIOD = Phrase(
    "the figures in `{heading}` are left out: say for which period they are, as in --period H1",
    "`{heading}` 列的数据没有导入：请说明报告期，如 --period H1",
)
YEAR_GUESSED = Phrase(
    "taken for the plan of {year}; if it is not: --year", "视为{year}年的计划；如有误请用 --year"
)
LEVELS_GUESSED = Phrase(
    'in percent, and taken for levels (kind = "level"); change those that are sums: {ids}',
    '单位为百分比，视为水平值（kind = "level"）；如为累计量请改正：{ids}',
)
NOT_UNDERSTOOD = Phrase("{field}: `{text}` was not understood", "{field}：没有看懂 `{text}`")
LEFT_OUT = Phrase("`{field}` is left out", "`{field}` 没有导入")
NAMELESS = Phrase("it has no name", "没有名称")
TWICE = Phrase("the id {id} stands in row {other} already", "标识 {id} 在第{other}行已有")
NO_PARENT = Phrase(
    "it is a part of {parent}, which is not in the table", "它是 {parent} 的分解任务，表中没有该指标"
)
PACE_UNKNOWN = Phrase(
    "the curve of its pace is not in the table: a steady pace is taken", "表中没有进度曲线：按匀速处理"
)
STATUS_DIFFERS = Phrase("it comes out as {new}, where the table says {old}", "导入后为{new}，表中为{old}")
DONE = Phrase("{file}: {targets} targets and {parts} parts", "{file}：{targets}项指标，{parts}项分解任务")
EXISTS = Phrase("{file} exists already", "{file} 已存在")
FORCE = Phrase(
    "write it elsewhere with -o, or replace it with --force", "请用 -o 写到别处，或用 --force 覆盖"
)
