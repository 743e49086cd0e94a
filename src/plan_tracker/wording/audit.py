"""What `audit` says of stated figures, and of the text that prints them."""

from plan_tracker.language import Phrase
from plan_tracker.questions.audit import AuditVerdict, Uncheckable
from plan_tracker.questions.document.source import Part
from plan_tracker.wording import words

VERDICT: dict[AuditVerdict, Phrase] = {
    AuditVerdict.EXACT: Phrase("exact", "相符"),
    AuditVerdict.ROUNDED: Phrase("rounded", "四舍五入后相符"),
    AuditVerdict.TRUNCATED: Phrase("truncated", "截尾后相符"),
    AuditVerdict.WITHIN: Phrase("within precision", "数据精度内相符"),
    AuditVerdict.CAPPED: Phrase("capped", "按100%封顶"),
    AuditVerdict.MISMATCH: Phrase("mismatch", "不符"),
    AuditVerdict.HOLDS: Phrase("holds", "属实"),
    AuditVerdict.FALSE: Phrase("does not hold", "不属实"),
    AuditVerdict.NOT_CHECKABLE: Phrase("not checkable", "无法核对"),
}

REASON: dict[Uncheckable, Phrase] = {
    Uncheckable.NO_ACTUAL: Phrase("there is no actual for that day", "该日没有完成值"),
    Uncheckable.NO_GOAL: words.NO_GOAL,
    Uncheckable.NO_RATE: Phrase("a level of this kind has no completion rate", "此类指标不计算完成率"),
    Uncheckable.NO_PACE: Phrase("there is no pace to compare with", "没有序时进度可比"),
    Uncheckable.INCOMPLETE: Phrase(
        "the actual is incomplete, so nothing can be concluded", "完成值不完整，尚不能证实"
    ),
}

COLUMN: dict[str, Phrase] = {
    "stated": Phrase("stated", "公布值"),
    "computed": Phrase("computed", "计算值"),
    "verdict": Phrase("verdict", "核对结果"),
    "figure": Phrase("figure", "数字"),
    "line": Phrase("line", "行号"),
    "place": Phrase("place", "位置"),
    "words": Phrase("wording", "原文"),
}

DECIDES = Phrase(
    "the stated and the computed figure are on different sides of {mark}",
    "公布值与计算值分处{mark}两侧，结论因此不同",
)
WITHIN = Phrase(
    "at the precision of the data, {low} to {high} is possible", "按填报精度，计算值在{low}至{high}之间"
)
LEAD = Phrase("{number}pp", "{number}个百分点")
IMPLIED = Phrase("the implied goal is {low} to {high}", "由此推算，目标值在{low}至{high}之间")
TOTALS = Phrase(
    "{stated} stated {stated|figure|figures}: {failed} failed, {unchecked} not checkable",
    "公布值{stated}个：不符{failed}个，无法核对{unchecked}个",
)
NOTHING_STATED = Phrase("no target has a stated figure", "没有任何指标填写公布值")

FOUND_IN = Phrase("Figures of the plan in the text", "计划数字在文中的位置")
NOT_FOUND = Phrase("not found", "未找到")
NOT_BESIDE = Phrase("the sentence with the actual does not state it", "完成值所在的句子未写明此公布值")
PRINTS = Phrase("{place} prints {printed}, the plan says {figure}", "{place}为{printed}，计划填报为{figure}")
UNNAMED = Phrase(
    "the figure is {place}, but that sentence does not name the target", "{place}有此数字，但该句未提及本指标"
)
APART = Phrase(
    "the figure is {place}, but not in the same sentence as the actual",
    "{place}有此数字，但与完成值不在同一句",
)
UNCOVERED = Phrase("Completion rates in the text that the plan does not state", "文中有而计划未填报的完成率")
NONE_UNCOVERED = Phrase("the plan states every completion rate in the text", "文中的完成率在计划中均已填报")
MORE_UNCOVERED = Phrase(
    "… and {number} more; --format json gives all of them", "……另有{number}个；加 --format json 可列出全部"
)
PLACE: dict[Part, Phrase] = {
    Part.LINE: Phrase("line {number}", "第{number}行"),
    Part.PARAGRAPH: Phrase("paragraph {number}", "第{number}段"),
    Part.TABLE: Phrase("table {number}, row {row}", "表{number}第{row}行"),
    Part.NOTE: Phrase("footnote {number}", "脚注{number}"),
    Part.HEADER: Phrase("header, paragraph {number}", "页眉第{number}段"),
    Part.FOOTER: Phrase("footer, paragraph {number}", "页脚第{number}段"),
    Part.PAGE: Phrase("page {number}, line {row}", "第{number}页第{row}行"),
}
ON = Phrase("on {place}", "{place}")
IN = Phrase("in {place}", "{place}")
FOUND_TOTALS = Phrase(
    "{figures} {figures|figure|figures} looked for, {missing} not found; {uncovered} completion"
    " {uncovered|rate|rates} that the plan does not state",
    "查找数字{figures}个：未找到{missing}个；计划未填报的完成率{uncovered}个",
)
