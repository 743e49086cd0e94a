"""Reporting dates that passed in silence, seen from today."""

from datetime import date, timedelta

from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.statuses import Status
from plan_tracker.plan.model import Plan, Target

_GRACE = timedelta(days=45)
"""How long after a reporting date it may take until something is reported."""


def silent_since(plan: Plan, latest: date, today: date) -> date | None:
    """Returns the last reporting date without any figure, if it passed more than 45 days ago.

    `latest` is the day of the plan's latest figure. A date counts only if some target owed a figure on it.
    """
    dates = {
        day
        for reporting in {target.reporting for target in plan.targets if target.goal is not None}
        for day in plan.time.reporting_dates(reporting)
        if latest < day < today - _GRACE
    }
    for day in sorted(dates, reverse=True):
        if not all(target.is_dropped(today) for target in unreported(plan, day)):
            return day
    return None


def unreported(plan: Plan, day: date) -> list[Target]:
    """Returns the targets that lacked a figure on a day."""
    results = evaluate(plan, day).results
    return [result.target for result in results if result.status is Status.NOT_REPORTED]
