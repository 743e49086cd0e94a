"""What a target will reach by the due date at its speed so far, and what committed work covers, in words."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from plan_tracker.judging.actuals import known_by
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import decimals_of, plain
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Target
from plan_tracker.questions.meeting import timing
from plan_tracker.questions.outlook import Outlook, is_beyond_goal
from plan_tracker.reports import figures
from plan_tracker.reports.texts import exact_text, expected_shown, in_points_or_unit, with_unit
from plan_tracker.wording import outlook as phrases
from plan_tracker.wording import words


def remaining_text(ahead: Outlook, target: Target, language: Language, unit: str = "") -> str:
    """Writes what is left to do with a unit; of a cap, its headroom, or by how much it is exceeded."""
    remaining = ahead.remaining
    if remaining is not None and kinds.is_cap(target):
        phrase = phrases.HEADROOM if remaining >= 0 else phrases.OVER
        return phrase.text(language, figure=exact_text(abs(remaining), unit))
    if remaining is None or kinds.is_total(target):
        return exact_text(remaining, unit)
    return in_points_or_unit(exact_text(remaining), unit, language)


def projected_text(result: Result, ahead: Outlook, language: Language, unit: str = "") -> str:
    """Writes the projection at the due date with a unit, or that (and when) the goal is reached."""
    shown = projected_shown(result, ahead)
    return reached_text(result, ahead, language) if shown is None else with_unit(shown, unit)


def reached_text(result: Result, ahead: Outlook, language: Language) -> str:
    """Tells that a goal is reached, or, if the projection passes it, on which day it will be; else empty."""
    if ahead.projected is None or not is_beyond_goal(result, ahead.projected):
        return ""
    time = timing(result)
    if time is None or time.reached_on is None:
        return phrases.REACHED.text(language)
    return phrases.REACHED_ON.text(language, day=words.day_text(time.reached_on, language))


def projected_shown(result: Result, ahead: Outlook) -> Decimal | None:
    """Returns the projection as printed, never rounded onto the goal; None where it passes the goal.

    If all figures are whole numbers, it is rounded to the worse side: a third of an accident is one more.
    """
    projected = ahead.projected
    if projected is None or result.target.goal is None or is_beyond_goal(result, projected):
        return None
    return end_shown(result, projected)


def end_shown(result: Result, end: Fraction, came_to: Decimal | None = None) -> Decimal:
    """Returns what a target comes to by the due date, as printed: also where that passes the goal.

    Beside what an earlier year came to, it is printed so that the two compare as they do.
    """
    if came_to is not None:
        shown, exact = end_shown(result, end), Fraction(came_to)
        is_right = (shown < came_to, shown > came_to) == (end < exact, end > exact)
        return shown if is_right else expected_shown(end, came_to)
    target, goal = result.target, result.target.goal
    if goal is None:
        return expected_shown(end)
    if _is_whole(result, goal):
        whole = Decimal((floor if target.direction is kinds.AT_LEAST else ceil)(end))
        if whole != goal or end == goal:
            return whole
    return expected_shown(end, goal)


def _is_whole(result: Result, goal: Decimal) -> bool:
    """Tells whether goal, baseline and the actuals so far were all typed as whole numbers."""
    target = result.target
    known = known_by(target, result.actual.day) if result.actual else ()
    typed = [goal, kinds.origin(target), *(actual.value for actual in known)]
    return not any(decimals_of(figure) for figure in typed)


def committed_total(target: Target) -> str:
    """Writes the sum of the committed work with its unit; empty where there is none."""
    total = sum((Fraction(work.amount) for work in target.committed), Fraction(0))
    return exact_text(total, target.unit) if target.committed else ""


def works_of(target: Target, language: Language) -> list[str]:
    """Writes each piece of committed work that has a name, with its amount."""
    return [
        phrases.WORK.text(language, name=work.name, amount=with_unit(work.amount, target.unit))
        for work in target.committed
        if work.name
    ]


def committed_text(target: Target, language: Language) -> str:
    """Writes the sum of the committed work, and what it is made of if that has names; may be empty."""
    total, works = committed_total(target), words.COMMA.text(language).join(works_of(target, language))
    return phrases.LISTED.text(language, total=total, works=works) if works else total


def multiple_text(ahead: Outlook) -> str:
    """Writes how many times as fast the rest must go as so far; empty where there is no such speed."""
    return "" if ahead.required_multiple is None else plain(figures.multiple(ahead.required_multiple))


def coverage_text(coverage: Fraction | None, decimals: int, language: Language) -> str:
    """Writes the share of the remainder that is covered, or that all of it is; empty where there is none."""
    if coverage is None:
        return ""
    return phrases.COVERED.text(language) if coverage > 1 else figures.percent(coverage, decimals)
