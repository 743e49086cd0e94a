"""Who has reported for which day, and what a plan calls the period that ends on it."""

from collections import Counter
from datetime import date
from typing import NamedTuple

from plan_tracker.judging.actuals import reporting_dates
from plan_tracker.judging.evaluation import evaluate, owing
from plan_tracker.judging.statuses import Status
from plan_tracker.plan.model import Plan, Target


class Turnout(NamedTuple):
    """How many of the targets that owe a figure for the latest reporting date have given it.

    `complete` is the last reporting date before for which none is missing, or None.
    """

    day: date
    reported: int
    owing: int
    complete: date | None


def label_on(plan: Plan, day: date) -> str:
    """Returns the label of the period up to a day, as most figures for it were typed, else by the rhythm.

    Empty where the plan has no label for the day.
    """
    date_of_it = day.isoformat()
    typed = Counter(
        actual.period
        for target in plan.targets
        for each in (target, *target.parts)
        for actual in each.actuals
        if actual.day == day and actual.period != date_of_it
    )
    return max(typed, key=typed.__getitem__, default="") or plan.time.period_ending(day, plan.reporting)


def turnout(plan: Plan, as_of: date) -> Turnout | None:
    """Counts who has reported for the latest day that needs figures; None if nobody is missing.

    Only targets without a complete figure of the day for which they need one are judged: few of a large plan.
    """
    told, open_ = list[date](), list[Target]()
    for target, needed in owing(plan, as_of):
        if _has_figure(target, needed):
            told.append(needed)
        else:
            open_.append(target)
    wanting: list[date] = []
    for result in evaluate(plan._replace(targets=tuple(open_)), as_of).results:
        if result.needed_day and result.status is Status.NOT_REPORTED:
            wanting.append(result.needed_day)
        elif result.needed_day and result.measured_on and result.measured_on >= result.needed_day:
            told.append(result.needed_day)
    if not wanting:
        return None
    day = max(told + wanting)
    reported = told.count(day)
    return Turnout(
        day=day, reported=reported, owing=reported + len(wanting), complete=_complete(plan, as_of, day)
    )


def _complete(plan: Plan, as_of: date, before: date) -> date | None:
    """Returns the last reporting date before a day for which no target is missing and some figure exists.

    A target dropped by now owes no figure for any day.
    """
    dates = (day for day in reporting_dates(plan) if day < before)
    kept = tuple(target for target in plan.targets if not target.is_dropped(as_of))
    plan = plan._replace(targets=kept)
    for day in sorted(dates, reverse=True):
        open_ = tuple(target for target, _ in owing(plan, day) if not _has_figure(target, day))
        results = evaluate(plan._replace(targets=open_), day).results
        if not any(result.status is Status.NOT_REPORTED for result in results):
            is_told = any(any(actual.day == day for actual in target.actuals) for target in kept)
            return day if is_told else None
    return None


def _has_figure(target: Target, day: date) -> bool:
    """Tells whether a target has a complete figure of a day, so that it cannot be missing then."""
    return any(actual.day == day and not actual.missing for actual in target.actuals)
