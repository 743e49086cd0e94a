"""Which figure of a target is judged as of a day, and what an incomplete figure proves."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Plan, Target
from plan_tracker.plan.periods import PlanTime


def known_by(target: Target, day: date) -> Sequence[Actual]:
    """Returns the figures of a target dated on or before a day, in order."""
    actuals = target.actuals
    if not actuals or actuals[-1].day <= day:
        return actuals
    return [actual for actual in actuals if actual.day <= day]


def reporting_days(target: Target, time: PlanTime) -> set[date]:
    """Returns the days for which a target is to report: reporting dates in its time, and its due date.

    None of them lies on or after the day on which it is dropped.
    """
    days = (*time.reporting_dates(target.reporting), target.due)
    return {day for day in days if target.start < day <= target.due and not target.is_dropped(day)}


def reporting_dates(plan: Plan) -> set[date]:
    """Returns the reporting dates of a plan in each rhythm in which targets with a goal report."""
    rhythms = {target.reporting for target in plan.targets if target.goal is not None}
    return {day for rhythm in rhythms for day in plan.time.reporting_dates(rhythm)}


def judged_actual(target: Target, known: Sequence[Actual], needed: date | None) -> Actual | None:
    """Returns the figure that is judged: the latest complete one that is not older than the needed day.

    A bound (a total that lacks periods or parts) is preferred if it settles the verdict for good. If no
    complete figure is new enough, the bound for the needed day is judged, with what was known by then.
    """
    if not known or not known[-1].missing:
        return known[-1] if known else None
    latest = known[-1]
    complete = next((actual for actual in reversed(known) if not actual.missing), None)
    if settles(target, latest.value):
        return complete if complete and settles(target, complete.value) else latest
    if complete and (needed is None or complete.day >= needed):
        return complete
    return _bound_for(target, known, needed) if needed and target.parts else latest


def settles(target: Target, value: Decimal) -> bool:
    """Tells whether a total decides the verdict whatever still comes: a goal reached, or a cap exceeded."""
    if target.goal is None or not kinds.is_total(target):
        return False
    return value > target.goal if kinds.is_cap(target) else value >= target.goal


def _bound_for(target: Target, known: Sequence[Actual], needed: date) -> Actual | None:
    """Returns what the parts had reached by the needed day, as a figure of that day; None if nothing."""
    by_then = [actual for actual in known if actual.day <= needed]
    if not by_then or by_then[-1].day == needed:
        return by_then[-1] if by_then else None
    latest, parts = by_then[-1], [part.part_name for part in target.parts]
    of_parts = frozenset(parts)  # what else is missing are plans that were not read
    missing = (*parts, *[each for each in latest.missing if each not in of_parts])
    return Actual(period=needed.isoformat(), day=needed, value=latest.value, missing=missing)


def reached_late(target: Target, goal: Decimal, known: Sequence[Actual]) -> bool | None:
    """Tells whether a reached goal was reached after its due date; None where the figures do not tell.

    What counts is the figure that reached the goal for good: none after it falls short. A bound tells
    something only where it reaches the goal, and never that a cap was kept.
    """
    told = [
        (actual.day, reached)
        for actual in known
        if ((reached := kinds.reaches(target, goal, actual.value)) and not kinds.is_cap(target))
        or not actual.missing
    ]
    short = [day for day, reached in told if not reached]
    if any(day >= target.due for day in short):
        return True
    since = max(short, default=date.min)  # what comes after it has reached the goal
    return False if any(since < day <= target.due for day, _ in told) else None
