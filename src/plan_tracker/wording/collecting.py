"""What is said of several plans that are judged together."""

from plan_tracker.language import Phrase

PLANS = Phrase("{number} {number|plan|plans}, {reported} reported", "计划{number}份，已报送{reported}份")
NOT_REPORTED = Phrase("nothing reported by: {names}", "未报送：{names}")
NOTHING_DUE = Phrase("nothing due and nothing reported yet: {names}", "尚无应报数据，也未报送：{names}")
CANNOT_BE_READ = Phrase("cannot be read: {names}", "无法读取：{names}")
AND_MORE = Phrase("{names} and {number} more", "{names}，另有{number}个")
NOT_COMPARED = Phrase(
    "plans that cannot be judged: {number} ({names}); their targets seem to be gone or new",
    "无法评价的计划：{number}份（{names}）；其指标会显示为删除或新增",
)
UNREAD = Phrase(
    "plans that cannot be judged: {number} ({names}); the others are judged (to accept this, add"
    " --skip-broken)",
    "无法评价的计划：{number}份（{names}）；其余照常评价（加 --skip-broken 则不按出错处理）",
)
LEFT_OUT = Phrase(
    "left out, without a verdict: {number} {number|plan|plans} ({names})",
    "无法评价、未计入的计划：{number}份（{names}）",
)
LACKING = Phrase(
    "targets of the collected plans that are not in this plan: {ids}",
    "下级计划中有本计划未列的指标：{ids}",
)
OWN_PARTS = Phrase(
    "targets that have parts of their own, so those of the collected plans are no part of them: {ids}",
    "下列指标有自己的任务分解，不汇总下级计划的同名指标：{ids}",
)
OWN_FILE_ONLY = Phrase(
    "of {file} only its own figures are looked at here, not those of the plans that it collects ({collect})",
    "{file}：此处只看其自身的数据，不含所汇总的各计划（{collect}）",
)
SPREAD = Phrase(
    "{low} to {high}, median {median} (of {number})",
    "最低{low}，中位数{median}，最高{high}（{number}份）",
)
ONE_FIGURE = Phrase("{median} (of 1)", "{median}（1份）")
NOT_SUMMED = Phrase("not added up", "不作汇总")
PLANS_COLUMN = Phrase("plans", "各计划")
TARGETS = Phrase("number of targets", "指标数")
MEAN = Phrase("mean", "平均完成率")
PATH = Phrase("file", "文件")
STANDING = Phrase("{number} {status}", "{status}{number}份")
SILENT_PLAN = Phrase(
    "{status}: nothing at all for {needed}, for which {number} {number|figure was|figures were} due",
    "{status}：{needed}应报的{number}项数据一项未报",
)

# --- validate
VALID = Phrase(
    "{file}: {plans} {plans|plan|plans}, {number} {number|target|targets}, nothing wrong",
    "{file}：{plans}份计划，{number}项指标，没有问题",
)
DOUBTFUL = Phrase(
    "{file}: {plans} {plans|plan|plans}, {number} {number|target|targets} can be judged,"
    " with the warnings above",
    "{file}：{plans}份计划，{number}项指标可以评价，但有上述警告",
)
SOME_WRONG = Phrase(
    "{file}: {plans} {plans|plan|plans}, {number} {number|target|targets} can be judged,"
    " with the errors above",
    "{file}：{plans}份计划，{number}项指标可以评价，但有上述错误",
)
