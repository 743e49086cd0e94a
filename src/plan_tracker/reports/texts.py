"""The figures of one target as people read them in a table."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import plain, trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.reports import figures
from plan_tracker.reports.periods import period_on
from plan_tracker.wording import words
from plan_tracker.wording.status import FUTURE, UNREPORTED

FIRST_WIDE = "\u2e80"
"""From here on scripts (Chinese among them) put no blank between a number and its unit."""


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


def lead_text(result: Result, plan: Plan) -> str:
    """The lead in points, without a unit; of a level to be held the margin to its goal, in its own unit.

    Negative is behind: under a ceiling the margin is what is left to it.
    """
    target, rate, pace = result.target, result.completion_rate, result.pace
    if rate is not None and pace is not None and not kinds.is_held(target):
        # as `result.lead`, without making a fraction
        cap = kinds.is_cap(target)
        ahead, behind = (pace, rate) if cap else (rate, pace)
        text = figures.lead_over(ahead, behind, plan.decimals, plan.tolerance)
        return _bound(text, result, "≤" if cap else "≥")
    margin = result.margin
    if margin is None:
        return ""
    unit = target.unit
    number = figures.signed(trimmed(margin))
    return number if kinds.is_percent(unit) else f"{number} {unit}".rstrip()


def _bound(text: str, result: Result, sign: str = "≥") -> str:
    return f"{sign}{text}" if result.is_bound else text


def points_text(difference: Fraction, plan: Plan, language: Language) -> str:
    """The size of a difference of shares: `2.5 pp`."""
    return words.POINTS.text(
        language, number=plain(abs(figures.lead(difference, plan.decimals, plan.tolerance)))
    )


def gap_text(difference: Fraction, target: Target, language: Language) -> str:
    """The size of a difference of figures, with its unit; between percentages it is in points."""
    number = abs(figures.machine_figure(difference, Decimal(0)))
    if target.unit in kinds.PERCENT_UNITS and target.unit != "‰":
        return words.POINTS.text(language, number=plain(number))
    return with_unit(number, target.unit)


def expected_shown(expected: Fraction, actual: Decimal) -> Decimal:
    """An expected or projected figure in two decimals, or as many as comparing it takes."""
    return figures.comparing(expected, actual, 2)


def with_unit(number: Decimal, unit: str) -> str:
    """A figure with its unit: `190个`, `6.2%`, `42 km`."""
    return joined(plain(number), unit)


def joined(text: str, unit: str) -> str:
    """A figure's text and its unit, with a blank between them where the unit's script has blanks."""
    closed = not unit or unit in kinds.PERCENT_UNITS or unit[0] >= FIRST_WIDE
    return f"{text}{'' if closed else ' '}{unit}"


def doubts(day: date, today: date, silent_since: date | None) -> list[tuple[Phrase, date]]:
    """What to warn of, each with its day: one in the future, or a reporting date that passed unheard."""
    found: list[tuple[Phrase, date]] = []
    if day > today:
        found.append((FUTURE, day))
    if silent_since:
        found.append((UNREPORTED, silent_since))
    return found


def as_of_text(evaluation: Evaluation, language: Language) -> str:
    """For which day, and which period that ends on it, the plan is judged."""
    day = words.day_text(evaluation.as_of, language)
    if period := period_on(evaluation.plan, evaluation.as_of, language):
        return words.AS_OF_PERIOD.text(language, day=day, period=period)
    return words.AS_OF.text(language, day=day)
