"""The day a plan is judged for: as people name it, and what is odd about it seen from today."""

from datetime import date, timedelta

from plan_tracker.evaluation import Evaluation
from plan_tracker.language import Language, Phrase
from plan_tracker.periods import PlanTime, parse_date
from plan_tracker.plan import Plan
from plan_tracker.wording import words
from plan_tracker.wording.status import FUTURE, UNREPORTED

GRACE = timedelta(days=45)
"""How long after a reporting date it may take until something is reported."""

TODAY = "today"


def parse_day(text: str, time: PlanTime, today: date) -> date | None:
    """The day that `H1`, `2024-08-15` or `today` names in a plan, or None."""
    if text == TODAY:
        return today
    period = time.period(text)
    return period.last if period else parse_date(text)


def doubts(
    plan: Plan, day: date, today: date, unheard_of: date | None, *, chosen: bool
) -> list[tuple[Phrase, date]]:
    """What to warn of, each with its day: one in the future, or a reporting date that passed unheard.

    `chosen` says that the day was given by option; then, as where the plan gives it, silence is no surprise.
    """
    found: list[tuple[Phrase, date]] = []
    if day > today:
        found.append((FUTURE, day))
    if not chosen and plan.as_of is None and unheard_of:
        found.append((UNREPORTED, unheard_of))
    return found


def as_of_text(evaluation: Evaluation, language: Language) -> str:
    """For which day, and which period that ends on it, the plan is judged."""
    day = words.day_text(evaluation.as_of, language)
    if period := evaluation.plan.time.period_ending(evaluation.as_of):
        return words.AS_OF_PERIOD.text(language, day=day, period=period)
    return words.AS_OF.text(language, day=day)


def unheard(plan: Plan, latest: date, today: date) -> date | None:
    """The last reporting date more than 45 days ago, if later than any figure (targets with a goal)."""
    dates = {
        day
        for reporting in {target.reporting for target in plan.targets if target.goal is not None}
        for day in plan.time.reporting_dates(reporting)
        if latest < day < today - GRACE
    }
    return max(dates, default=None)
