"""What `init --from` says of the plan that it makes of last year's."""

from plan_tracker.language import Phrase

LAYOUT = Phrase(
    "the layout of {file} cannot be kept; nothing was written", "无法保留 {file} 的格式；没有写入"
)
NOTHING_LEFT = Phrase(
    "every target of {file} was given up; nothing was written", "{file} 的指标均已取消；没有写入"
)
RUN_INIT = Phrase("for a new plan: plan-tracker init", "新建计划请用 plan-tracker init")
WRITTEN = Phrase(
    "{file} written: the plan of {year}, made of {old}, with {targets} {targets|target|targets}",
    "已写入 {file}：{year}年计划，由 {old} 生成，共{targets}项指标",
)
FILL_IN = Phrase(
    "{number} {number|goal is|goals are} to be filled in: where it says `# goal =`, the old one follows",
    "有{number}项目标值待填写：见 `# goal =` 各行，行末为上年目标值",
)
GROWN = Phrase(
    "goals of totals grow by {growth}; {number} {number|other is|others are} to be filled in: see `# goal =`",
    "累计量的目标值按{growth}增长；另有{number}项待填写：见 `# goal =` 各行",
)
ALL_GROWN = Phrase("goals of totals grow by {growth}", "累计量的目标值按{growth}增长")
DROPPED = Phrase("given up, left out: {ids}", "已取消，未沿用：{ids}")
RUNNING = Phrase(
    "tasks of several years, goal and days stay as they are: {ids}", "跨年度任务，目标值和时限不变：{ids}"
)
UNFINISHED = Phrase(
    "without a figure for the whole of {year}: {ids}; add it under `past` when it is known",
    "缺少{year}年全年数：{ids}；得知后请补入 `past`",
)
PACELESS = Phrase(
    "their pace needs a goal, or figures, of the new year, and is left out: {ids}",
    "其进度规则需要新一年的目标值或数据，已略去：{ids}",
)
OLD_YEAR = Phrase("{year} still stands in line {lines}", "第{lines}行仍写有{year}")
AND_MORE = Phrase("and {number} more", "另有{number}项")

NO_GROWTH = Phrase("`{text}` is no percentage of growth", "`{text}` 不是增长百分比")
WRITE_GROWTH = Phrase("write --growth 8%, or --growth -3%", "请写 --growth 8% 或 --growth -3%")
ONLY_WITH_FROM = Phrase("--growth needs the plan that grows: --from OLD", "--growth 须与 --from 旧计划 同用")
YEAR_FOLLOWS = Phrase(
    "--year is not for --from: the year after that of the plan is taken",
    "--from 取旧计划的下一年，不用 --year",
)
NAME_IT = Phrase(
    "name another file: -f {file}, or replace this one with --force",
    "请另指定文件：-f {file}，或用 --force 覆盖",
)
