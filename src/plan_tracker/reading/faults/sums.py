"""A target's own figure that does not fit the sum of others: of its parts, or of other plans."""

from plan_tracker.numbers import plain
from plan_tracker.plan.model import Actual
from plan_tracker.problems import Path, Problem
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import Fault, warning

PARTS_DISAGREE = warning(
    "parts-disagree",
    "the parts in [{table}] add up to {total} by {day}, not to {value}",
    "截至{day}，[{table}] 段的任务分解合计为{total}，与{value}不一致",
)
PARTS_FALL = warning(
    "total-falls",
    "the total falls: {value} by {other}, but the parts in [{table}] add up to {total} by {day}",
    "累计完成值下降：{other}为{value}，而截至{day}，[{table}] 段的任务分解合计为{total}",
)
PLANS_DISAGREE = warning(
    "parts-disagree",
    "the plans' figures for `{id}` add up to {total} by {day}, not to {value}",
    "截至{day}，各计划的 `{id}` 合计为{total}，与{value}不一致",
)
PLANS_FALL = warning(
    "total-falls",
    "the total falls: {value} by {other}, but the plans' figures for `{id}` add up to {total} by {day}",
    "累计完成值下降：{other}为{value}，而截至{day}，各计划的 `{id}` 合计为{total}",
)


def parts_disagree(path: Path, own: Actual, total: Actual) -> Problem:
    """Makes the problem of a figure of the target at a path, and what its parts add up to."""
    fault = PARTS_DISAGREE if own.day == total.day else PARTS_FALL
    return _problem(fault, path, own, total, table=".".join(map(str, (*path, "parts"))))


def plans_disagree(id_: str, own: Actual, total: Actual) -> Problem:
    """Makes the problem of a figure of a collecting plan, and what the targets of the plans add up to."""
    fault = PLANS_DISAGREE if own.day == total.day else PLANS_FALL
    return _problem(fault, ("targets", id_), own, total, id=id_)


def _problem(fault: Fault, path: Path, own: Actual, total: Actual, **whose: str) -> Problem:
    return fault.at_path(
        (*path, "actual", own.period),
        hints.CORRECT_ONE.fill(),
        total=plain(total.value),
        day=str(total.day),
        other=own.period,
        value=plain(own.value),
        **whose,
    )
