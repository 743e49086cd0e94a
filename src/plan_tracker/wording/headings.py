"""Words over the columns of tables, as people write them beside those that the program prints itself."""

from plan_tracker.language import words
from plan_tracker.wording.tables import BINDING, INDICATIVE

_VALUES = "数值, 数据, value, figure, figures"
VALUES = frozenset(words(_VALUES))
"""Over what is reached; below a heading that says which figures these are, such as Target, nothing more."""

ALSO: dict[str, tuple[str, ...]] = {
    "id": words("编号, 代码, code, key"),
    "name": words(
        "指标名称, 名称, 项目, 项目名称, 专案, 专案名称, 主要指标, 指标项目, 考核指标, 具体指标, 三级指标",
        "主要预期指标",
        "事项, 任务名称, 工程名称, indicator, item, kpi, metric, measure, project, task, activity",
        "scheme, performance indicator, performance measure, success measure, target name, goal name",
        "indicator name, kpi name, measure name, metric name, project name, task name, activity name",
    ),
    "parent": words("所属指标, parent target"),
    "group": words("分类, 类别名称, 领域, 板块, 一级指标, category, section, heading"),
    "owner": words(
        "责任部门, 责任人, 牵头单位, 牵头部门, 牵头责任单位, 牵头, 主办单位, 主责单位, 主责部门",
        "主办机关, 执行机关, 执行单位, 负责单位, 负责部门, 负责人, 责任科室, 责任领导",
        "department, dept, dept., responsible, responsible unit, responsible office, responsible officer",
        "in charge",
        "lead department, lead agency, lead officer, lead office, lead ministry, lead unit",
        "project manager",
    ),
    "goal": words("年度指标值, 年初指标值, 年初目标值, 绩效指标值"),
    "unit": words(
        "计量单位, 度量单位, 绩效度量单位, 计算单位, 数量单位, 单位名",
        "units, unit of measure, unit of measurement, measurement unit, uom, measured in, einheit",
    ),
    "direction": words(
        "指标方向, polarity, good is, good to be, good performance, better is, desired direction, better",
        "lower is better, lower is better?, higher is better, higher is better?, 越低越好, 越高越好",
    ),
    "binding": words("属性, 指标属性, 指标性质"),
    "actual": words(_VALUES),
    "baseline": words(
        "基期, 基数, 基准, 基准值, 基线, 基线值, 现状值, base, base value, start value, starting value"
    ),
    "weight": words("权数, weighting"),
    "start": words("开始, 开始时间, 起始时间, start date"),
    "due": words(
        "完成时间, 完成期限, 完成日期, 截止日期, 截止时间, 时限, 时间节点, due date, deadline",
        "date due, due by, by when, 结束, 结束时间, 结束日期",
    ),
    "period": words(
        "期间, 时期, 报告期间, 数据期, 月份, 季度, 年月, 统计月份, 统计时间, 统计期, 数据时间, 所属期",
        "reporting period, reporting month, reporting quarter, month, quarter",
    ),
    "note": words("notes"),
    "completion_rate": words("完成比例, 完成百分比, 完成占比, 达成率, 目标完成率, 计划完成率, 任务完成率"),
    "reporting": words("报送频率"),
    "stage": words("阶段"),
    "feed": words("取数"),
}
"""Whole headings, by what they mean; blanks, capitals and full width make no difference."""

LEADS, PERSONS = words("牵头, 主办, 主责, lead"), words("人, 领导, officer, manager")
"""In headings of owners: who leads goes before others, a body before its people."""

UNIT_OR_BODY = words("单位, unit")
BODIES = words(
    "局, 委, 委员会, 办, 办公室, 厅, 部, 处, 科, 院, 校, 大学, 中学, 小学, 站, 所, 队, 中心, 公司, 集团"
)
BODIES += words("区, 县, 市, 旗, 镇, 乡, 街道, 社, 协会, 学会, 总工会, 银行, 园, 馆, 室, 组, 府, 法院")
"""The heading of units that is one of owners over the names of bodies, and what such names end in."""

YIELDING = words(
    "任务内容, 工作事项, 重点事项, 工作项目, 具体任务, 实事项目, 二级指标, 科目, product, action",
)
"""In headings of names: give way to others that can be of names only."""

CATEGORIES = words("项目类别, 指标类别")
RESULTS = words("result, results")
"""Headings of groups where no other column has them; the latter before names only."""

NAMES_BEHIND = words("项目名称, 指标名称, 任务名称, 工程名称, 事项名称")
"""What headings of names may end in where no other column surely has them: 民生实事项目名称."""

PLACES = words(
    "地区, 地方, 区域, 区划, 行政区, 行政区划, 县市, 县市区, 市县, 市县区, 县区, 区县, 旗县, 旗县区, 市州",
    "地市, 州市, 盟市, 县, 区, 市, 乡镇, 街道, 乡镇街道, 县(市), 县(市、区), 县(市)区, 县(区), 区(县)",
    "旗县(区), 旗(县、区), 市(州), 乡(镇), district, district name, region, county, city, area",
    "municipality, part",
)
"""Headings of names where no other column holds them."""

MONTHS, QUARTERS, QUARTERS_OF_PLAN = words("月, month"), words("季"), words("quarter")
"""Words over a column of periods that are only numbers: 三季度 is of the calendar, Q3 of the plan's year."""

NATURES = frozenset((*BINDING, *INDICATIVE))
"""What tells binding targets from others, whatever stands over it."""

UNTIL = words("截至, 截止, as at, as of, until, up to, cut-off, cutoff")
"""Over days up to which figures run."""

TIMES = (*words("时间, 日期, 时点, 月, 期, date, day, time, period, month, quarter"), *UNTIL)
"""Over a column of nothing but periods."""

ENDS = words("末, 底, 止, end")
"""Behind a month or quarter: up to its end."""

OTHER_TIMES = words(
    "计划, 要求, 时限, 期限, 预计, 开工, 开始, 起始, 启动, 动工, 完工, 竣工, 建成, 投产, 完成时间, 完成日期",
    "更新, 录入, 打印, 制表, 上报, start, begin, end, finish, completion, completed, due, deadline, planned",
    "expected, target, updated, entered, submitted, printed, created, modified, approved",
)
"""Over a column of days and months that are not those of the figures."""

YEARS = frozenset(
    words(
        "年, 年份, 年度, 统计年度, 所属年度, 计划年度, 会计年度, 财政年度, 财年",
        "year, fiscalyear, financialyear, fy, planyear",
    )
)
"""Over a column of nothing but years, as they are compared."""

INVESTED = words("投资")
"""What goals are of money then: 投资目标 is not GDP目标."""

LIMITS = words("控制目标, 控制数, 上限, 限额, limit, upper limit, cap, ceiling")
"""Over goals that are the most that is allowed."""

_OTHER_GOALS, _OTHER_ACTUALS = (
    words("考核目标, 责任目标, 工作目标"),
    words("outturn, performance, executed, spent, 执行"),
)
LESS_SURE = (*LIMITS, *_OTHER_GOALS, *_OTHER_ACTUALS)
"""In headings of goals and actuals that mean nothing beside others of them: 目标值 and 控制数."""

OF_INDICATORS = words("指标值")
"""The heading of goals where that of actuals says so: 指标值 beside 实际完成值."""

GOAL = frozenset(
    (
        *words(
            "目标, 计划, 任务, 目标任务, 计划任务, 任务目标, 计划目标, 目标计划, 投资计划, 计划投资",
            "投资目标, 下达任务, 下达计划, 下达目标, 预期目标",
            "goal, target, milestone, plan, planned, objective",
        ),
        *_OTHER_GOALS,
        *LIMITS,
        "控制",  # what is left of 控制数
    )
)
ACTUAL = frozenset(
    (
        *words(
            "完成, 已完成, 达成, 完成投资, 投资完成, 已完成投资, 实绩, 实现, 达到",
            "当前, 最新, 最新完成",
            "actual, actuals, achieved, achievement, achievements, completed, delivered, reached, done",
            "result, results, current, latest, realised, realized",
        ),
        *_OTHER_ACTUALS,
    )
)
"""What is left of the heading of a goal, or of an actual, once all else is taken off."""

EITHER: dict[str, tuple[str, str]] = {
    **dict.fromkeys(words("单位名称, 部门, 科室"), ("name", "owner")),
    **dict.fromkeys(words("建设单位, 实施单位, 承办单位, 主管部门, 主管单位, lead"), ("owner", "")),
    **dict.fromkeys(words("target, 目标任务, 任务, 工作任务"), ("name", "goal")),
    **dict.fromkeys(
        words(
            "重点工作, 重点任务, 主要任务, 重点项目, 重点工程, 建设项目",
            "programme, program, initiative, workstream, theme, priority",
        ),
        ("name", "group"),
    ),
    **dict.fromkeys(
        words(
            "工作指标, 监测指标, 评价指标, 绩效指标, 核心指标, 重点指标, 质量指标, 业务指标, 指标内容",
            "经济指标, 主要经济指标, 工作内容, 实事内容, 民生实事项目",
            "milestone, deliverable, key result, key results, kr, krs, particulars",
        ),
        ("name", ""),
    ),
    **dict.fromkeys(YIELDING, ("name", "")),
    **dict.fromkeys(words("end, end date, target date, 期限"), ("due", "")),
    **dict.fromkeys(words("金额单位, 货币单位, currency"), ("unit", "")),
    **dict.fromkeys(RESULTS, ("actual", "")),
    **dict.fromkeys(words("分值, 标准分"), ("weight", "")),
    **dict.fromkeys(words("说明, remark, remarks, comment, comments"), ("note", "")),
    "objective": ("goal", "group"),
    **dict.fromkeys(words("plan, 计划"), ("goal", "plan")),
}
"""Headings of two meanings, or none: the first one, unless another column surely has it."""

ANNUAL = words(
    "全年度, 全年, 本年度, 当年度, 年度, 本年, 当年, 今年, 财政年度, 会计年度, 财年, 学年",
    "annual, yearly, fiscal, financial year, this year, current year, in the year, in-year",
)
SINCE_NEW_YEAR = words(
    "年初累计, 年内累计, 年初以来, 年初至今, 自年初, 从年初, 年初至, 年初到",
    "year to date, year-to-date, ytd, fytd, since january",
)
RUNNING = (
    *SINCE_NEW_YEAR,
    *words(
        "以来, 至今, 累计, 累积, 截至目前, 截止目前, 到目前为止",
        "to date, so far, cumulative, cum., cum, running total",
    ),
)
SUMS = frozenset(words("合计, 总计, 小计, 累计合计, total, totals, sum"))
"""Over a column beside those of several months: their sum; also of a total to date."""

ADJUSTED = words(
    "调整后, 调整目标, 调整预算, 调整计划, 修订后, 修订目标, 修正后, 变更后, revised, adjusted, amended"
)
"""Over goals that are in force instead of the first ones; 目标调整数 is by how much they were adjusted."""

BEYOND_A_YEAR = words("life of project, lop, end of project, eop, 总体目标, 总目标, 规划, 五年")
"""Over goals of a whole project, or of several years."""

BUDGETS = words("预算, budget")
BEYOND = (*BUDGETS, *words("以来, 开工, project, inception, life, start"))
"""Over totals of what was planned, or of more than this year."""

WHOLE_COSTS = words("总投资, 投资总额, 概算, total investment, total cost, project cost")
"""Over what projects of several years cost: a total to date beside it may begin with the work."""

SHARES = words("% of, % used, complete, progress, 进度")
"""Over how much of something is done, which is no goal."""

OWN = words(
    "本月, 当月, 单月, 本季度, 当季度, 本季, 当季, 本期, 当期, 月度",
    "this month, in the month, in month, of the month, month only, this quarter, in the quarter",
    "in quarter, monthly",
)
"""A figure of the month (or quarter) alone, beside one since the year's start."""

AFFIXES = words(
    "截至, 截止, 目前, 实际, 情况, 情形, 总量, 总额, 总数",
    "数, 值, 量, 额, 末, 底, 止, 至, 的",
    "as of, as at, up to, upto, until, to, actual, value, figure, number, amount, the, of, for, in, at, by",
    "end, year",
)
FACTUAL = words("实际, 绝对额, 绝对量, 绝对值, 绝对数, actual")
"""Words that alone make the heading of a column of actuals."""

OTHERWISE = words(
    "上年, 去年, 上月, 上期, 上季, 同期, 同比, 环比, 预计, 预测, 预估, 预期, 估计, 占, 比重, 增长, 增速",
    "增幅, 增减, 增量, 下年, 明年, 次年, 年初数, 年初值, 较年初, 比年初, 至年初, 截止年初, 期初",
    "opening, start of year",
    "last year, last quarter, last month, previous, prior, yoy, y/y, year on year",
    "forecast, estimate, expected, share, growth, next year, change",
)
"""Words of comparisons, of other times and of what is only expected."""

INTENDED = words("预期")
"""A word of those that is also one of goals: 2025年预期 beside 2025年上半年."""

PHASED = words(
    "分解, 分季度, 分季, 分月, 按季度, 按月, 节点目标, phasing, phased, milestones",
    "quarterly plan, quarterly targets, quarterly goals, monthly plan, monthly targets, monthly goals",
)
REPORTED = words(
    "完成, 执行, 进展, 进度, 实际, 情况, 监测, 统计, 通报, actual, actuals, progress, results, report"
)
"""In titles: goals for months or quarters; what is reached."""

COUNTS = frozenset(words("no, no., nr, nr."))
"""Over serial numbers; beside % below one heading of figures, over how many there are."""

SERIAL = COUNTS | frozenset(
    words(
        "序号, 序, #, 项次, 行次",
        "s.no, s.no., sl.no, sl.no., sr.no, sr.no., slno, srno, serialno, serialno.",
    )
)
"""Written as they are compared: small letters without blanks."""
