"""What `init --from` says of the plan that it makes of last year's."""

from plan_tracker.language import Phrase

LAYOUT = Phrase("the layout of {file} cannot be kept; nothing was written", "无法保留 {file} 的格式；未写入")
NOTHING_LEFT = Phrase(
    "every target of {file} was dropped; nothing was written", "{file} 的指标均已取消；未写入"
)
RUN_INIT = Phrase("for a new plan: plan-tracker init", "新建计划请用 plan-tracker init")
WRITTEN = Phrase(
    "{file} written: the plan for {year}, made from {old}, with {targets} {targets|target|targets}",
    "已写入 {file}：{year}年计划，由 {old} 生成，共{targets}项指标",
)
FILL_IN = Phrase(
    "{number} {number|goal|goals} to fill in: look for `# goal =`, followed by the old goal",
    "有{number}项目标值待填写：见 `# goal =` 各行，行末为上年目标值",
)
GROWN = Phrase(
    "goals of running totals are last year's goals (not its actuals) changed by {growth}; "
    "{number} {number|other goal|other goals} to fill in: see the `# goal =` lines",
    "累计量的目标值按上年目标值（非完成值）和增幅{growth}推算；另有{number}项待填写：见 `# goal =` 各行",
)
ALL_GROWN = Phrase(
    "goals of running totals are last year's goals (not its actuals) changed by {growth}",
    "累计量的目标值按上年目标值（非完成值）和增幅{growth}推算",
)
UNPLACED = Phrase(
    "without such a line, as these goals of {year} stood in braces: {goals}",
    "以下{year}年目标值原写在花括号内，没有 `# goal =` 行：{goals}",
)
GROWN_CAPS = Phrase(
    "these caps were also changed by {growth}, which is seldom intended; please check: {ids}",
    "以下控制目标也已按增幅{growth}推算，而控制目标一般不随之增长，请逐项核对：{ids}",
)
DROPPED = Phrase("dropped, so left out: {ids}", "已取消，未沿用：{ids}")
RUNNING = Phrase(
    "tasks over several years, goal, dates and figures kept: {ids}",
    "跨年度任务，目标值、时限和完成值不变：{ids}",
)
UNFINISHED = Phrase(
    "without a figure for the whole of {year}: {ids}; add it under `past` when it is known",
    "缺少{year}年全年数：{ids}；有数据后请补入 `past`",
)
OLD_BASELINE = Phrase(
    "baseline of an earlier day than the old plan's last: {ids}; correct it when that day's figure is known",
    "以下指标的基期值早于旧计划期末：{ids}；有期末数据后请更正 `baseline`",
)
UNKEPT = Phrase(
    "figures left out, as `past` exists only in plans of twelve months: {ids}",
    "未带入数据，因为只有满十二个月的计划才有 `past`：{ids}",
)
UNDATED = Phrase(
    "figures of a day within a month left out, as `past` takes labels only: {ids}",
    "未带入月中某日的数据，因为 `past` 只能用报告期标签：{ids}",
)
UNLABELLED = Phrase(
    "per-period figures of tasks over several years left out, as this year's labels mean the next one in the"
    ' new plan: {ids}; write the total with counting = "to_date"',
    "跨年度任务的当期数未带入，因为报告期标签在新计划中指下一年度：{ids}；"
    '请改为 counting = "to_date"，写入累计数',
)
PACELESS = Phrase(
    "pace left out, as it needs a goal or figures for the new year: {ids}",
    "以下指标的进度规则须有新一年的目标值或数据，已略去：{ids}",
)
OLD_YEAR = Phrase("{year} is still mentioned: line {lines}", "第{lines}行仍写有{year}")

NO_GROWTH = Phrase("`{text}` is not a growth percentage", "`{text}` 不是增长百分比")
WRITE_GROWTH = Phrase("write --growth 8%, or --growth -3%", "请写 --growth 8% 或 --growth -3%")
WRITE_MEANT = Phrase("write --growth {number}%", "请写 --growth {number}%")
ONLY_WITH_FROM = Phrase(
    "--growth needs the plan to start from: --from OLD", "--growth 须与 --from（旧计划）同用"
)
YEAR_FOLLOWS = Phrase(
    "--year cannot be used with --from: the new plan is for the year after the old one",
    "用 --from 时，计划年度即旧计划的下一年，不再写 --year",
)
NAME_IT = Phrase(
    "name another file: -f {file}, or replace this one with --force",
    "请另指定文件：-f {file}，或用 --force 覆盖",
)
