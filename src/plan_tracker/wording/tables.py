"""Words that stand in tables beside the figures: totals, notes, levels. Those of limits are in `plan`."""

from plan_tracker.language import words
from plan_tracker.plan.limits import NO_LESS_THAN, NO_MORE_THAN

_SUMS = words("合计, 总计, 小计")
_WHOLES = words("全国, 全省, 全区, 全市, 全州, 全盟, 全县, 全旗, 全镇, 全乡")
TOTALS = frozenset(
    (
        *_SUMS,
        *_WHOLES,
        *(whole + each for whole in (*_WHOLES, "本页") for each in _SUMS),
        *words("合计数, 总计数, 合计值, 总合计, 全部合计, 共计, 累计, 汇总, 页计, 总分"),
        *words("total, totals, sum, subtotal, sub-total, grandtotal, overalltotal, pagetotal"),
    )
)
"""A row that is called only so, blanks aside, adds up others."""

ALL_PLACES = frozenset(
    words(
        "all, overall, alldistricts, allcounties, allareas, allregions, allsites, alllocations, wholecity",
        "wholecounty, wholedistrict, citywide, city-wide, countywide, county-wide, nationwide, nationally",
    )
)
"""What stands in a column of places, blanks aside, for the whole."""

OF_WHICH = words("其中, of which, thereof, o/w")
"""A row whose name begins so, perhaps behind a #, repeats a part of another."""

NOTES = words(
    "注, 备注, 说明, 附注, 数据来源, 资料来源, 来源, 填报人, 填报单位, 填表人, 制表, 制表人, 审核, 审核人",
    "负责人, 单位负责人, 主要负责人, 统计负责人, 分管领导, 经办人, 复核, 复核人, 联系人, 联系电话",
    "签字, 盖章, 制表单位, 制表日期, 制表时间, 填报日期, 填报时间, 填表日期, 填表时间, 报送日期, 打印时间",
    "note, notes, source, sources, remark, remarks, prepared by, reviewed by, approved by, signed, signature",
    "contact, date, last updated",
)
"""A row that begins so, and then has a colon, an asterisk or a number, is a note."""

CONTINUED = words("续表, 续上表, 接上页, 接上表, 转下页, 续, continued, cont'd, cont.")
"""A row that says only so, perhaps in brackets, is one, too."""

UNIT_LINE = words(
    "计量单位, 金额单位, 货币单位, 数据单位, 数值单位, 单位, 单 位, 金额, 計量單位, 金額單位, 單位, 金額",
    "units of measure, unit of measure, unit of measurement, units, unit, currency",
)
"""What stands before the colon where a table says its unit once for all."""

FIGURES = words(
    "all, figures?, amounts?, values?, sums?, numbers?, data, are, is, shown, given, stated, expressed"
)
"""What may stand before `in`, as patterns, where a line above a table says the unit of its figures."""

COUNTED = words("除注明外, 以下, 本表, 表中, 表内, 所有, 各项, 金额, 数据, 数值, 数字, 指标, 均, 皆, 单位")
"""The same before 以万元计."""

DITTOS = frozenset({*words("同上, 〃, ″, 〞, ＂, ditto, do., as above"), '"', "''", "“", "”", "-〃-"})
"""What stands for the text above, in small letters."""

CHANGED = words("增长, 增加, 提高, 提升, 上升, 下降, 降低, 减少, 压减, 压缩")
"""What stands before a figure by which something is to change."""

NO_FIGURE = frozenset(
    words(
        "未报, 未报送, 未上报, 未填报, 暂无, 暂无数据, 不适用, 缺报",
        "n/a, n.a., not reported, not available, not applicable, no data",
    )
)
"""What a cell says, in small letters, that has no figure, beside signs such as `—`."""

ABOUT = words("左右, 上下, 余, 多, 许, +, or so")
"""What stands behind a number that is only about right, and so is no figure."""

ABOUT_BEFORE = words(
    "约, 近, 超, 超过, 逾, 达, 达到, 共, about, over, some, nearly, ca, ca., approx, approx."
)
"""What may stand before a figure."""

EXPECTED = words("预计, 预测, 预估, 估计, 预期, estimated, estimate, est., forecast, expected, projected")
"""What stands before a figure, or in brackets behind it, that is only expected."""

LEVEL_WORDS = words(
    "浓度, 人均(?!.*(?:收入|支出|消费|生产总值|gdp)), 户均, 每千, 每万, 每百, 每十万, 寿命, 指数",
    "率(?!先|领|队), 比重, 占比, 比例, 密度, 均价, 平均, 强度, 百分比, 满意度, 每元, 百元, 单价, 单耗",
    "排名, 位次, 名次, 时限, rank, ranking",
    "rate, rates, ratio, share, per, index, average, density, concentration, expectancy, percent, percentage",
    "proportion, coverage, occupancy, uptime, median, mean, score, satisfaction, utilisation, utilization",
)
"""What stands in the name of a level, as patterns, and (in English) in its unit."""

LEVEL_UNITS = frozenset(words("岁, °c, 摄氏度, 分贝, db, 倍"))
"""Units of levels as `narrow` writes them; so are those with 每 or a stroke."""

CEILING_WORDS = words(
    "失业(?=率?$), 事故, 死亡, 负债, 债务, 赤字, 能耗, 浓度, pm2.5, pm10, 成本, 涨幅, 排放, 时限, 时长, 环节",
    "三公, 投诉, 差错, unemployment, accidents?, deaths?, debts?, deficit, costs?, inflation, emissions",
    "complaints, defects, (?:排名|位次|名次)(?!.*(?:提升|上升|前移|进位)), 火灾(?=起数|$), 辍学, 流失率",
    "rank, ranking, injuries, fatalities, incidents(?=$), churn, attrition, absenteeism, absences(?=$)",
    "drop-?outs?(?=$)",
)
LESS_WORDS = words("降, 减, 化解, 满意, reductions?, savings?, cut, avoided")
"""What stands in the name of a target that mostly has a limit above, and what turns that, as patterns."""

NO_LIMIT = words("=, 定性, 定量, 等于")
"""What a column of limits (≥, ≤) says of goals that have none."""

BINDING = words("binding, 约束, 约束性, 约束性指标")
INDICATIVE = words("indicative, 预期, 预期性, 预期性指标")
YES = (*words("true, yes, 是"), *BINDING)
NO = (*words("false, no, 否, expected"), *INDICATIVE)
_HIGHER = words(
    "正向, 正向指标, 正指标, 越高越好, 越大越好, higher is better, the higher the better, bigger is better"
)
_LOWER = words(
    "逆向, 逆向指标, 逆指标, 反向, 反向指标, 负向, 负向指标, 越低越好, 越小越好",
    "lower is better, the lower the better, smaller is better",
)
SIDES = frozenset((*_HIGHER, *_LOWER))
"""Words that can say nothing of a target but which side of its goal is good."""

CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "kind": {"cumulative": words("累计, 累计数, 总量"), "level": words("水平, 比率, 状态")},
    "direction": {
        "at_least": (
            *_HIGHER,
            *words("high, higher, maximise, maximize, increase, up, ↑"),
            *NO_LESS_THAN,
        ),
        "at_most": (
            *_LOWER,
            *words("low, lower, minimise, minimize, decrease, down, ↓"),
            *NO_MORE_THAN,
        ),
    },
    "pace_rule": {"steady": words("匀速, 均匀")},
}
"""Words for a choice of the plan file, beside those that the program prints."""
