"""Reporting dates that passed in silence, seen from today."""

from datetime import date, timedelta

from plan_tracker.judging.actuals import reporting_dates
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.statuses import Status
from plan_tracker.plan.model import Plan, Target

_GRACE = timedelta(days=45)
"""How long after a reporting date it may take until something is reported."""


def silent_since(plan: Plan, latest: date, today: date) -> date | None:
    """Returns the last reporting date without any figure, if it passed more than 45 days ago.

    `latest` is the day of the plan's latest figure. A date counts only if some target owed a figure on it.
    """
    for day in sorted(reporting_dates(plan), reverse=True):
        if latest < day < today - _GRACE and any(
            not target.is_dropped(today) for target in unreported(plan, day)
        ):
            return day
    return None


def unreported(plan: Plan, day: date) -> list[Target]:
    """Returns the targets that lacked a figure on a day."""
    results = evaluate(plan, day).results
    return [result.target for result in results if result.status is Status.NOT_REPORTED]
