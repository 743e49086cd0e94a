"""Every fault that the pace of a target or a curve can have, in both languages."""

from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import fault, warning

UNKNOWN_PACE = fault("unknown-pace", "there is no pace `{name}`", "没有名为 `{name}` 的进度规则")
RESERVED_PACE = fault(
    "reserved-pace",
    "a curve cannot be called `{key}`: the word is reserved",
    "曲线不能命名为 `{key}`，该名称已有专门用途",
    "key",
    hint=hints.NAME_CURVE,
)
PACE_OF_LEVEL = fault(
    "pace-of-level", "a level without a baseline has no pace", "没有基期值的水平值不计算序时进度"
)
PACE_FALLS = fault(
    "pace-falls",
    "the curve falls from {before} to {value}",
    "曲线不能下降：从{before}降到{value}",
    hint=hints.PACE_RISES,
)
PACE_RANGE = fault(
    "pace-range", "{value} is not between 0% and 100%", "{value}不在0%与100%之间", hint=hints.SHARE_OF_GOAL
)
INTERIM_RANGE = fault(
    "pace-range",
    "the interim goal {value} is not between the start and the goal",
    "阶段目标{value}不在起点与目标值之间",
    hint=hints.ON_THE_WAY,
)
INTERIM_SHARE = warning(
    "interim-share",
    "the interim goal {value} is next to nothing of the goal {goal}",
    "阶段目标{value}与目标值{goal}相比几乎为零",
)
PACE_OUTSIDE = fault(
    "pace-outside",
    "`{key}` ({day}) is not between the curve's start ({start}) and its end ({due})",
    "`{key}`（{day}）不在曲线的起点{start}与终点{due}之间",
    "key",
    hint=hints.PACE_INSIDE,
)
INTERIM_NEEDS_GOAL = fault(
    "interim-needs-goal",
    "an interim goal needs a goal that differs from the target's starting value",
    "设阶段目标须有目标值，且目标值不能与起点相同",
    hint=hints.GIVE_GOAL,
)
CLOCK_STANDS = fault(
    "clock-stands",
    "the pace `{name}` makes no progress from {start} to {due}",
    "按进度规则 `{name}`，{start}至{due}期间的序时进度没有变化",
)
LAST_YEAR_MISSING = fault(
    "last-year-missing",
    "the pace `last_year` needs `last_year` figures",
    "采用进度规则 `last_year` 须填写 `last_year` 数据",
)
LAST_YEAR_OPEN = fault(
    "last-year-open",
    "last year's figures must include one above 0 for the plan's end, {end}",
    "上年数据须包括与计划期末（{end}）对应的数值，且该数值须大于0",
    hint=hints.ADD_WHOLE_YEAR,
)
LAST_YEAR_FALLS = fault(
    "last-year-falls",
    "last year's running total falls from {before} to {value}",
    "上年累计数从{before}降到{value}",
    hint=hints.RUNNING_TOTALS,
)
