"""The day a plan is judged for: as people name it, and what is odd about it seen from today."""

from datetime import date, timedelta

from plan_tracker.plan.model import Plan
from plan_tracker.plan.periods import PlanTime, parse_date

GRACE = timedelta(days=45)
"""How long after a reporting date it may take until something is reported."""

TODAY = "today"


def parse_day(text: str, time: PlanTime, today: date) -> date | None:
    """The day that `H1`, `2024-08-15` or `today` names in a plan, or None."""
    if text == TODAY:
        return today
    period = time.period(text)
    return period.last if period else parse_date(text)


def unheard(plan: Plan, latest: date, today: date) -> date | None:
    """The last reporting date more than 45 days ago, if later than any figure (targets with a goal)."""
    dates = {
        day
        for reporting in {target.reporting for target in plan.targets if target.goal is not None}
        for day in plan.time.reporting_dates(reporting)
        if latest < day < today - GRACE
    }
    return max(dates, default=None)
