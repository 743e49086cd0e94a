"""Reporting dates that passed in silence, seen from today."""

from datetime import date, timedelta

from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.statuses import Status
from plan_tracker.plan.model import CheckLevel, Plan

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
    return next((day for day in sorted(dates, reverse=True) if _is_owed(plan, day, today)), None)


def _is_owed(plan: Plan, day: date, today: date) -> bool:
    """Tells whether some target, not dropped by today, lacked a figure on a day."""
    return any(
        result.status is Status.NOT_REPORTED and not result.target.is_dropped(today)
        for result in evaluate(plan, day).results
    )


def check_levels_of_unreported(plan: Plan, day: date) -> frozenset[CheckLevel]:
    """Returns what each target that lacks a figure on a day does to `check`."""
    return frozenset(
        result.target.check for result in evaluate(plan, day).results if result.status is Status.NOT_REPORTED
    )
