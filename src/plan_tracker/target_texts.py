"""The figures of one target as people read them in a table."""

from plan_tracker import figures, kinds
from plan_tracker.evaluation import Result
from plan_tracker.exact import DIGITS, plain, shortest
from plan_tracker.plan import Target


def goal_text(target: Target) -> str:
    """The goal as typed; one to stay under is shown as a limit, so that its rate is read as share used."""
    if target.goal is None:
        return ""
    return f"{'≤' if target.direction is kinds.AT_MOST else ''}{plain(target.goal)}"


def actual_text(result: Result) -> str:
    """The actual as typed; a sum that lacks something is shown as a bound."""
    return _bound(plain(result.actual.value), result) if result.actual else ""


def rate_text(result: Result, decimals: int) -> str:
    """The completion rate, rounded so that it does not contradict the pace beside it, or an empty text."""
    rate = result.completion_rate
    if rate is None:
        return ""
    return _bound(figures.percent(rate, decimals, result.pace), result)


def lead_text(result: Result, decimals: int) -> str:
    """The lead in points; of a level to be held the difference to its goal, with its unit."""
    target, rate, pace = result.target, result.completion_rate, result.pace
    if rate is not None and pace is not None and not kinds.is_held(target):
        # as `result.lead`, without making a fraction
        cap = kinds.is_cap(target)
        text = figures.lead_over(*((pace, rate) if cap else (rate, pace)), decimals)
        return _bound(f"{text}pp", result, "≤" if cap else "≥")
    difference = result.difference
    if difference is None or pace is not None:
        return ""
    unit = target.unit
    number = figures.signed(shortest(difference, DIGITS))
    return f"{number}pp" if kinds.is_percent(unit) else f"{number} {unit}".rstrip()


def _bound(text: str, result: Result, sign: str = "≥") -> str:
    return f"{sign}{text}" if result.is_bound else text
