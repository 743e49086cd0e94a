"""Periods as people read them: as typed, else in the plan's rhythm, in the words of their language."""

from datetime import date

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.turnout import label_on, turnout
from plan_tracker.language import Language
from plan_tracker.plan.model import Plan
from plan_tracker.wording import words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.status import COMPLETE, REPORTED


def period_on(plan: Plan, day: date, language: Language) -> str:
    """The period up to a day, or an empty text where the plan has no label for it."""
    label = label_on(plan, day)
    return period_text(label, plan.time, language) if label else ""


def turnout_text(evaluation: Evaluation, language: Language) -> str:
    """How many have reported for the latest period, and the last complete one; nothing where all have."""
    found = turnout(evaluation)
    if found is None:
        return ""
    texts = [
        REPORTED.text(
            language,
            number=str(found.reported),
            all=str(found.owing),
            period=_named(evaluation.plan, found.day, language),
        )
    ]
    if found.complete:
        texts.append(COMPLETE.text(language, period=_named(evaluation.plan, found.complete, language)))
    return words.SEMICOLON.text(language).join(texts)


def _named(plan: Plan, day: date, language: Language) -> str:
    return period_on(plan, day, language) or words.day_text(day, language)
