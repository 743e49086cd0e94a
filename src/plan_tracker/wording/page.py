"""What the page and the workbook say around their figures."""

from plan_tracker.language import Phrase
from plan_tracker.wording import audit, words

HEADINGS: dict[str, Phrase] = {
    **{
        key: words.COLUMN[key]
        for key in (
            *("name", "goal", "actual", "status", "period", "owner", "group", "year_on_year"),
            *("remaining", "per_month_required", "lead_days", "projected", "coverage", "uncovered"),
        )
    },
    **{key: audit.COLUMN[key] for key in ("stated", "computed", "verdict")},
    "lead": words.COLUMN["lead_pp"],
}
"""Headings that are the words of the columns everywhere."""

LABELS: dict[str, Phrase] = {
    "skip": Phrase("Skip to the targets", "跳到各项指标"),
    "contents": Phrase("Contents", "目录"),
    "overview": Phrase("Overview", "总体情况"),
    "attention": Phrase("What needs attention", "需要关注"),
    "targets": Phrase("Targets", "各项指标"),
    "outlook": words.OUTLOOK,
    "course": Phrase("Progress over time", "历次进展"),
    "audit": Phrase("Stated figures against the data", "公布值核对"),
    "notes": Phrase("Notes and sources", "备注与来源"),
    "rules": Phrase("How to read this page", "阅读说明"),
    "rate": Phrase("Completion and pace", "完成率与序时进度"),
    "note_link": words.COLUMN["note"],
    "key_actual": words.COLUMN["actual"],
    "key_pace": words.COLUMN["pace"],
    "key_goal": words.COLUMN["goal"],
    "made_with": Phrase("Made with plan-tracker", "由 plan-tracker 生成"),
    "choose": Phrase("Choose targets", "筛选指标"),
    "search": Phrase("Search", "搜索"),
    "sort": Phrase("Sort by", "排序"),
    "reset": Phrase("Show all", "显示全部"),
    "sorted": Phrase("All targets in order", "全部指标（已排序）"),
    "data": Phrase("Data (CSV)", "数据（CSV）"),
    "top": Phrase("Back to the top", "返回顶部"),
}
"""The fixed texts, by the name the template knows them by."""

SORTED_BY: dict[str, Phrase] = {
    "file": Phrase("as in the plan", "按计划中的顺序"),
    "lead": Phrase("furthest behind first", "按超前/滞后，滞后最多的在前"),
    "rate": Phrase("lowest completion first", "按完成率，低的在前"),
}
"""The orders in which the targets can be read."""

ANY = Phrase("all", "全部")
SHOWN_SUMS = Phrase(
    "{shown} of {total} {total|target|targets}, each of all plans together",
    "显示{shown}项，共{total}项（各计划的同一指标合为一项）",
)
SHOWN = Phrase("{shown} of {total} {total|target|targets}", "显示{shown}项，共{total}项指标")
FOLDED = Phrase("{number} more that {number|needs|need} no attention now", "其余{number}项暂无需关注")
ALL_FOLDED = Phrase("{number} that {number|needs|need} no attention now", "共{number}项，暂均无需关注")
WORST_BELOW = Phrase(
    "The worst {shown} of {total}; all of them are among the targets below.",
    "仅列最需关注的{shown}项（共{total}项），全部指标见下文“各项指标”。",
)
WORST_IN_FILE = Phrase(
    "The worst {shown} of {total}; the figures for all of them are in the data file.",
    "仅列最需关注的{shown}项（共{total}项），全部数据见数据文件。",
)
WORST_IN_AUDIT = Phrase(
    "{shown} of {total}, those in doubt first; `plan-tracker audit` shows all.",
    "仅列{shown}项（共{total}项），存疑的在前；全部结果见 plan-tracker audit。",
)
FEW_LAG = Phrase(
    "{judged} of {total} {total|target|targets} could be judged; {lagging} of them"
    " {lagging|is|are} behind, slipping or missed.",
    "共{total}项指标，其中可评价{judged}项，滞后（含略有滞后、未完成）{lagging}项。",
)
LAGGING_PARTS = Phrase(
    "{number} {number|part|parts} of targets {number|is|are} behind, slipping, missed or not reported.",
    "分解任务中，滞后（含略有滞后、未完成）或未报送{number}项。",
)
LAGGING_IN_PLANS = Phrase(
    "In the plans {number} {number|target|targets} {number|is|are} behind, slipping, missed or not reported.",
    "各计划中，滞后（含略有滞后、未完成）或未报送{number}项。",
)
NONE_LAG = Phrase(
    "{judged} of {total} {total|target|targets} could be judged; none of them is behind, slipping or missed.",
    "共{total}项指标，其中可评价{judged}项，均不存在滞后或未完成的情况。",
)
NONE_JUDGED = Phrase(
    "0 of {total} {total|target|targets} could be judged.", "共{total}项指标，目前均无法评价。"
)
STAGE = Phrase("counts: {stage}", "口径：{stage}")
DUE = Phrase("due {day}", "{day}前完成")
FROM = Phrase("from {day}", "{day}起")
BASELINE = Phrase("from a baseline of {figure}", "基期值{figure}")
PACE = Phrase("pace {pace}", "序时进度{pace}")
BAR_WITH_PACE = Phrase("completion rate {rate}, pace {pace}", "完成率{rate}，序时进度{pace}")
BAR = Phrase("completion rate {rate}", "完成率{rate}")
CAP_WITH_PACE = Phrase("{rate} of the cap used, pace {pace}", "已达控制目标的{rate}，序时进度{pace}")
CAP = Phrase("{rate} of the cap used", "已达控制目标的{rate}")
COVERED = Phrase(
    "{coverage} of what remains is covered by committed work", "已承诺工作量可覆盖剩余任务的{coverage}"
)
COVERED_IN_FULL = Phrase("all that remains is covered by committed work", "已承诺工作量足以覆盖全部剩余任务")
SO_FAR = Phrase("{figure} so far", "月均已完成{figure}")
ORIGINAL = Phrase("goal adjusted from {figure}", "目标值原为{figure}")
DROPPED_ON = Phrase("dropped on {day}", "{day}取消")
COURSE = Phrase("{name}: {points}.", "{name}：{points}。")
COURSE_POINT = Phrase("{period} {actual}", "{period} {actual}")
COURSE_EXPECTED = Phrase("{period} {actual}, expected {expected}", "{period} {actual}（应完成{expected}）")
COURSE_OF_LEVEL = Phrase(
    "{period} {actual}, expected to reach {expected}", "{period} {actual}（应达到{expected}）"
)
COURSE_AT_MOST = Phrase(
    "{period} {actual}, expected at most {expected}", "{period} {actual}（应控制在{expected}以内）"
)
RULES: tuple[Phrase, ...] = (
    Phrase(
        "The completion rate is the actual as a share of the goal. The pace is the share of the goal that "
        "should be reached by the day of the actual; halfway through the year it is one half, unless a target"
        " has a due date or a curve of its own.",
        "完成率为完成值占目标值的比重。序时进度为截至数据日期应当完成的比重："
        "除另定完成时限或进度曲线的指标外，时间过半时为50%。",
    ),
    Phrase(
        "The lead is the completion rate less the pace, in percentage points; for a cap, the pace"
        " less the share used. A level to hold shows its margin to the goal instead, in its own unit."
        " Negative is always behind.",
        "超前或滞后为完成率与序时进度之差，以百分点计；控制类指标为序时进度与已达比重之差；"
        "只需保持的水平值列出与目标值的差距，以其计量单位计。负数一律表示滞后。",
    ),
    Phrase(
        "Every verdict is decided from exact figures; what is printed is rounded, with more digits where"
        " rounding would contradict the verdict.",
        "各项结论均按未经舍入的数字判定；页面数字经四舍五入，凡舍入后会与结论矛盾的，增加小数位数。",
    ),
)

# --- the workbook
SHEET_SUMMARY = Phrase("Summary", "概况")
TARGETS_COUNTED = Phrase("number", "项数")
BY_STATUS = Phrase("Targets by status", "各状态指标数")
WHY = Phrase("details", "情况说明")
WORST_DRAWN = Phrase("Completion and pace of what needs attention most", "最需关注指标的完成率与序时进度")
SHEET_PROGRESS = Phrase("Progress", "进度")
SHEET_HISTORY = Phrase("History", "历次数据")
TREND = Phrase("Completion over the year", "完成率变化趋势")
SHEET_RULES = Phrase("Rules", "评价规则")
PLAN_TIME = Phrase("time span", "计划期")
COUNTED_BY = Phrase("pace is counted in", "序时进度计算方式")
SLIPPING_UP_TO = Phrase("slipping, not yet behind, up to", "允许滞后幅度")
HOW = Phrase("how figures are computed", "计算方法")
