"""What people write in a plan file instead of its fixed keys and words, by what is to be written there.

Tables that come in, and options, understand the words of `wording`; a plan file has one word for one thing.
"""

import re

from plan_tracker.plan.names import simplest
from plan_tracker.reading.schema.tables import (
    AdjustmentTable,
    CheckTable,
    FeedTable,
    PartTable,
    PlanTable,
    TargetTable,
)


def _by_word(words: dict[str, str]) -> dict[str, str]:
    """Returns for each word of the lines the key that it stands for; a key stands for itself, in any case."""
    found = {simplest(word): key for key, line in words.items() for word in line.split()}
    return found | {simplest(key): key for key in words}


PLAN_KEYS = _by_word(
    {
        "title": "标题 名称 计划名称 计划标题 name",
        "year": "年度 年份 计划年度 计划年份 年",
        "start": "开始 开始日期 起始日期 开始时间 起始时间 start_date",
        "end": "结束 结束日期 终止日期 结束时间 截止日期 end_date",
        "language": "语言 lang",
        "reporting": "报送周期 报送频率 报告周期 报送",
        "as_of": "截至 截至日期 截止 评价日期 评判日期",
        "calendar": "日历 历法",
        "pace": "进度 序时进度 进度规则",
        "counting": "填报方式 计数方式 计数",
        "tolerance": "允许滞后幅度 允许差距 容许范围 容差 允许偏差",
        "decimals": "小数位 小数位数 小数",
        "collect": "汇总 汇总文件",
    }
)
TARGET_KEYS = _by_word(
    {
        "name": "名称 指标 指标名称 项目名称 标题 title",
        "goal": "目标 目标值 目标数 目标任务 年度目标 全年目标 年度目标值 计划 计划数 计划值 年度计划"
        " 全年计划 任务 任务数 target",
        "unit": "单位 计量单位 measure",
        "actual": "完成 完成值 完成数 完成情况 实际 实际值 实际完成 实绩 累计完成 数据 actuals",
        "group": "类别 分类 分组 领域 板块 category section",
        "owner": "责任单位 牵头单位 责任部门 牵头部门 负责单位 负责部门 负责人 责任人 department responsible",
        "kind": "类型 指标类型 type",
        "direction": "方向 指标方向",
        "baseline": "基期 基期值 基数 基准 基准值 base",
        "start": "开始 开始日期 开始时间 起始日期 起始时间 begin start_date",
        "due": "完成时限 时限 完成期限 期限 完成时间 完成日期 截止 截止日期 截止时间 到期 到期日 deadline"
        " due_date end_date end",
        "pace": "进度 序时进度 进度规则",
        "last_year": "上年 上年数 上年值 上年同期 去年 去年同期",
        "past": "历年 历年数据 往年 往年完成值",
        "adjusted": "目标调整 调整 调整目标 调整后目标",
        "dropped": "取消 取消日期 已取消 撤销 终止",
        "counting": "填报方式 计数方式 计数",
        "reporting": "报送周期 报送频率 报告周期",
        "committed": "已承诺 承诺 承诺量",
        "parts": "任务分解 分解 分解任务 分解指标",
        "stated": "公布值 公布 公布数 公布数据",
        "weight": "权重 权数",
        "check": "检查 检查级别 考核",
        "stage": "口径 数据口径 阶段",
        "binding": "约束性 性质 指标性质",
        "source": "来源 数据来源 出处",
        "note": "备注 说明 附注 remark remarks comment comments description",
        "feed": "取数项 取数",
    }
)
_PART_KEYS = {word: key for word, key in TARGET_KEYS.items() if key in PartTable.model_fields}
ADJUSTMENT_KEYS = {word: key for word, key in TARGET_KEYS.items() if key in AdjustmentTable.model_fields}
OWN_FIGURES = _by_word(
    {
        "goal": "goal 目标值 目标数 年度目标值",
        "baseline": "baseline 基期值 基准值",
        "weight": "weight 权重 权数",
    }
)
"""Words for a figure of a target that are no name of committed work, nor of a part: 计划 may be one."""

OWN_TEXTS = frozenset(word for word, key in TARGET_KEYS.items() if key not in {"goal", "actual"})
"""Words for what else a target says, where neither a figure nor a table follows them."""

_CHECK_KEYS = _by_word(
    {
        "fail_on": "不通过",
        "warn_on": "警告",
        "max_lag": "最大滞后 允许滞后",
        "min_completion": "最低完成率",
    }
)
_FEED_KEYS = _by_word(
    {
        "query": "查询 查询语句 sql",
        "time_zone": "时区 timezone",
        "timeout": "超时 超时时间",
        "pulled": "取数记录",
    }
)
KEYS: dict[object, dict[str, str]] = {
    PlanTable: PLAN_KEYS,
    TargetTable: TARGET_KEYS,
    PartTable: _PART_KEYS,
    AdjustmentTable: ADJUSTMENT_KEYS,
    CheckTable: _CHECK_KEYS,
    FeedTable: _FEED_KEYS,
}
"""The words for the keys of each table that has words."""

TABLES = _by_word(
    {
        "plan": "计划 规划 年度计划",
        "targets": "指标 目标 任务",
        "paces": "进度 进度曲线",
        "check": "检查 考核",
        "feeds": "取数项 取数",
    }
)
"""The tables of a file."""

CHOICES: dict[str, dict[str, str]] = {
    "language": _by_word(
        {
            "zh": "中文 汉语 简体中文 简体 繁体中文 zh-cn zh_cn zh-hans zh-tw zh_tw zh-hant chinese cn",
            "en": "英文 英语 english en-us",
        }
    ),
    "reporting": _by_word(
        {
            "half-year": "半年 每半年 半年度 半年报 halfyear half_year half-yearly semiannual",
            "quarter": "季 季度 每季 每季度 季报 quarterly",
            "month": "月 月度 每月 月报 monthly",
            "year": "年 年度 每年 年报 yearly annual",
        }
    ),
    "calendar": _by_word({"months": "月 月份 按月 month", "days": "天 天数 日 按天 day"}),
    "counting": _by_word(
        {"to_date": "累计 累计数 年初累计", "per_period": "当期 当期数 当月 当月数 当季 分期 单期"}
    ),
    "kind": _by_word(
        {
            "cumulative": "累计 累计量 累计数 总量 数量 流量 total sum",
            "level": "水平 水平值 存量 时点数 比率 比例 占比 百分比 增速 增长率 rate ratio share",
        }
    ),
    "direction": _by_word(
        {
            "at_least": "不低于 不少于 至少 以上 正向 越高越好 >= ≥ min",
            "at_most": "不超过 不高于 不大于 至多 以内 以下 逆向 越低越好 控制 <= ≤ max",
        }
    ),
    "check": _by_word(
        {
            "fail": "不通过 不达标则不通过 考核 是 yes true",
            "warn": "警告 仅警告 提示 warning",
            "off": "不检查 不考核 否 关闭 no none false",
        }
    ),
    "pace": _by_word(
        {
            "steady": "按时间均衡 均衡 匀速 均匀 匀速推进 均匀推进 linear",
            "at_due": "到期一次完成 到期 年底 年底一次完成 期末",
            "last_year": "上年 去年 按上年 按上年进度 按去年进度",
        }
    ),
    "binding": _by_word({"true": "是 约束性 约束性指标 yes", "false": "否 预期性 预期性指标 no"}),
}
NATURE = _by_word({"true": "约束性 约束性指标", "false": "预期性 预期性指标"})
"""Of a target: no kind, but whether it is binding."""

JUDGEMENTS = _by_word(
    {
        "done": "已完成 完成",
        "on_pace": "达到进度 达到序时进度 进度正常 正常",
        "slipping": "略有滞后",
        "behind": "滞后 落后",
        "missed": "未完成",
        "not_reported": "未报送 未报 未上报",
        "not_due": "未到期",
        "no_goal": "无目标值 无目标",
        "allocation": "任务分解不足 分解不足",
        "silent": "整期未报 无人报送",
    }
)
ABOUT = re.compile(r"^(?:大约|约|余|approximately |approx\. |about |around |[~≈])|(?:左右|上下|余| or so)$")
"""What stands before or behind a figure that is not meant exactly, or before its unit."""
