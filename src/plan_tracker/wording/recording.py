"""What `record` says: why a figure is not written, and what it means once it is."""

from plan_tracker.language import Phrase

# --- refusals
NO_TARGET = Phrase("there is no target `{id}`", "没有指标 `{id}`")
NO_PART = Phrase("the target `{id}` has no part `{part}`", "指标 `{id}` 没有分解任务 `{part}`")
KNOWN_IDS = Phrase("use one of: {ids}", "可用的有：{ids}")
DIGITS_ONLY = Phrase(
    "write digits with at most one point, such as 190 or 96.50: at most 15 before it and 15 after it",
    "请只写数字和小数点，如 190 或 96.50：小数点前后各不超过15位",
)
SAME_DAY = Phrase(
    "`{period}` ends on the same day as `{other}`, for which {id} has {figure}",
    "`{period}` 与 `{other}` 截止日期相同，{id} 已有 `{other}` 的数据{figure}",
)
USE_OTHER = Phrase(
    "to change that figure: record what was added in {other} alone as {other}, with --revise",
    "如要更正该数据，请用 {other} 填写 {other} 的当期数并加 --revise",
)
STANDS_ALREADY = Phrase(
    "{id} has {old} for {period} already; it was not replaced by {new}",
    "{id} 的 {period} 已有数据{old}，未改为{new}",
)
REVISE = Phrase("to change a published figure, add --revise", "如要更正已有数据，请加 --revise")
BY_HAND = Phrase(
    "the figure could not be written without changing other lines of the file; nothing was changed",
    "写入该数据势必牵动其他内容，因此未写入；文件没有改动",
)
EDIT_AT = Phrase("write it by hand: {file}, line {line}: {text}", "请手工写入：{file} 第{line}行：{text}")
GIVEN_TWICE = Phrase("{id} is given twice for {period}", "{id} 的 {period} 重复填写")

# --- what it did
WRITTEN = Phrase("{file}: {id} {period} = {new}", "{file}：{id} {period} = {new}")
REPLACED = Phrase("{file}: {id} {period} = {new} (was {old})", "{file}：{id} {period} = {new}（原为{old}）")
UNCHANGED = Phrase("{id} {period} is {new} already: nothing to do", "{id} {period} 已是{new}：无需改动")
TOTALS = Phrase(
    "{file}: {added} {added|figure|figures} added, {revised} revised, {same} unchanged",
    "{file}：新增{added}项数据，更正{revised}项，{same}项不变",
)
WOULD = Phrase("nothing was written (--dry-run)", "未写入（--dry-run）")

# --- what it means
OF_GOAL = Phrase("{actual} of {goal}{unit}", "目标{goal}{unit}，已完成{actual}{unit}")
OF_CAP = Phrase("{actual} of the cap of {goal}{unit}", "控制目标{goal}{unit}，实际{actual}{unit}")
RATE = Phrase("{rate}", "完成率{rate}")
RATE_OF_CAP = Phrase("{rate} used", "占控制目标的{rate}")
EXCEEDS_CAP = Phrase("exceeds the cap", "突破控制目标")
TO_GOAL = Phrase("{actual}{unit}, goal {goal}{unit}", "目标{goal}{unit}，目前{actual}{unit}")
TO_CEILING = Phrase("{actual}{unit}, goal at most {goal}{unit}", "目标{goal}{unit}以内，目前{actual}{unit}")
WAS = Phrase("{status} (was {before})", "{status}（原为{before}）")
NEWLY_UNREPORTED = Phrase(
    "now not reported, as they have no figure for {day}: {ids}",
    "以下指标尚无{day}的数据，现列为未报送：{ids}",
)
AND_MORE = Phrase("… and {number} more", "……另有{number}项")
STILL_TO_COME = Phrase(
    "{day} is still to come: what is reached so far belongs to a period that is over",
    "{day}尚未到来：截至目前的完成值应记入已结束的报告期",
)
JUDGED_THEN = Phrase(
    "this is the state on {day}; `status` judges as of {as_of}",
    "以上为{day}的状态；`status` 按{as_of}评价",
)
AS_OF_FIXED = Phrase(
    "the plan fixes `as_of` at {as_of}: until that is changed, `status` ignores this figure",
    "计划的 `as_of` 定为{as_of}：修改之前 `status` 不计入此数据",
)
GOALS_OF_ANOTHER_YEAR = Phrase(
    "the goals in the table are for {year}, but the plan is for {own}",
    "表中的目标值是{year}年的，而计划是{own}年的",
)
OTHER_GOALS = Phrase("{rows}: another goal than that of the plan", "{rows}：表中的目标值与计划不同")
FILE_OF_ANOTHER_PERIOD = Phrase(
    "the file is named for {said}, but {asked} was asked for", "文件名中为{said}，而要求写入的是{asked}"
)
FILE_OF_ANOTHER_YEAR = Phrase(
    "the file is named for {year}, but the plan is for {own}", "文件名中为{year}年，而计划是{own}年的"
)
REMARKS_OF_ANOTHER_PERIOD = Phrase(
    "{rows}: figures are said to be of another period than the one they would be written for",
    "{rows}：注明的报告期与数据将要写入的报告期不同",
)
TITLE_OF_A_PART = Phrase(
    "`{title}` names the part {part}; are these figures of the whole?",
    "`{title}` 写的是分解任务“{part}”，请核对这些数据是否属于整个指标",
)
TITLE_OF_ANOTHER_TARGET = Phrase(
    "`{title}` names the target {target}, but the rows are recorded as parts of {own}",
    "`{title}` 写的是指标“{target}”，而各行将作为“{own}”的分解任务写入",
)
MORE_THAN_ALL_BEFORE = Phrase(
    "{rows}: more than all earlier periods together; is it the running total? "
    "It should be the figure of the period alone",
    "{rows}：大于以前各期之和，是否填了累计数？此处应填当期数",
)
SAY_UNDER_WHICH = Phrase(
    "if the rows are parts of a target, say with --under of which: {ids}",
    "如各行是某指标的分解任务，请用 --under 写明是哪一项：{ids}",
)
PARTS_BESIDE = Phrase(
    "column {letter} `{heading}` names parts of targets: {parts}",
    "{letter}列 `{heading}` 是分解任务的名称：{parts}",
)
SAY_PLACE = Phrase(
    "for figures of these parts add --column place={letter}, for figures of the whole --column note={letter}",
    "如数据属于这些分解任务，请加 --column place={letter}；如属于整个指标，请加 --column note={letter}",
)
SHEETS_OF_THE_SAME = Phrase(
    "`{sheet}` was read, but other figures for the same targets, below the same headings, are in {names}: "
    "which is meant? --sheet names it",
    "读取了 `{sheet}`，而{names}的表头和指标与其相同、数据不同：请用 --sheet 指明应读取的工作表",
)
SHEET_OF_A_PART = Phrase(
    "the sheet `{sheet}` is named for a part; are these figures of the whole?",
    "工作表名 `{sheet}` 是分解任务的名称，请核对这些数据是否属于整个指标",
)
