"""The findings of `check` as sentences: what was expected, what was found, by how much, and whose it is."""

from decimal import Decimal
from fractions import Fraction

from plan_tracker import figures, kinds
from plan_tracker.check import CheckOutcome, Finding, Reason
from plan_tracker.evaluation import Evaluation, Result, Status
from plan_tracker.exact import plain, shortest
from plan_tracker.language import Language
from plan_tracker.report import as_of_text
from plan_tracker.wording import check as phrases
from plan_tracker.wording import words

FIRST_WIDE = "\u2e80"
"""From here on scripts (Chinese among them) put no blank between a number and its unit."""


def sentence(finding: Finding, decimals: int, language: Language) -> str:
    """What is wrong with a target, in one sentence without its name."""
    match finding.reason:
        case Reason.STATUS:
            return _of_status(finding.result, decimals, language)
        case Reason.MIN_COMPLETION:
            return _of_rate(finding, decimals, language)
        case Reason.ALLOCATION:
            return _of_allocation(finding, language)


def owner_text(result: Result, language: Language) -> str:
    """Whose target it is, or an empty text."""
    return phrases.OWNER.text(language, owner=result.target.owner) if result.target.owner else ""


def totals(outcome: CheckOutcome, evaluation: Evaluation, language: Language) -> str:
    """How many failed and warned, and of how many."""
    return phrases.TOTALS.text(
        language,
        failed=str(len(outcome.failures)),
        warned=str(len(outcome.warnings)),
        judged=str(outcome.judged),
        total=str(outcome.total),
        as_of=as_of_text(evaluation, language),
    )


def _of_status(result: Result, decimals: int, language: Language) -> str:
    target, actual = result.target, result.actual
    status = words.STATUS[result.status].text(language)
    if result.status is Status.NOT_REPORTED:
        return _of_silence(result, status, language)
    if actual is None or target.goal is None:
        return phrases.OTHER.text(language, status=status)
    values = {
        "status": status,
        "actual": with_unit(actual.value, target.unit),
        "day": words.day_text(actual.day, language),
    }
    if result.status is Status.MISSED:
        goal, due = with_unit(target.goal, target.unit), words.day_text(target.due, language)
        if kinds.is_cap(target):
            return phrases.CAP_MISSED.text(language, goal=goal, **values)
        return phrases.MISSED.text(language, goal=goal, due=due, **values)
    expected = result.expected
    if expected is None:
        return phrases.OTHER.text(language, status=status)
    values["expected"] = with_unit(expected_shown(expected, actual.value), target.unit)
    if result.lead is None or result.completion_rate is None or result.pace is None or result.lead >= 0:
        return phrases.OFF_LEVEL.text(language, **values)
    rate, pace = figures.rate_and_pace(result.completion_rate, result.pace, decimals)
    phrase = phrases.CAP_BEHIND if kinds.is_cap(target) else phrases.BEHIND
    return phrase.text(
        language,
        points=words.POINTS.text(language, number=plain(abs(figures.lead(result.lead, decimals)))),
        rate=f"{plain(rate)}%",
        pace=f"{plain(pace)}%" if pace is not None else "",
        **values,
    )


def _of_silence(result: Result, status: str, language: Language) -> str:
    actual = result.actual
    if actual and actual.missing:
        return phrases.PARTIAL.text(
            language,
            status=status,
            day=words.day_text(actual.day, language),
            actual=with_unit(actual.value, result.target.unit),
            missing=", ".join(actual.missing),
        )
    needed = words.day_text(result.needed_day, language) if result.needed_day else ""
    if actual:
        latest = words.day_text(actual.day, language)
        return phrases.NOT_REPORTED.text(language, status=status, needed=needed, latest=latest)
    return phrases.NEVER_REPORTED.text(language, status=status, needed=needed)


def _of_rate(finding: Finding, decimals: int, language: Language) -> str:
    result = finding.result
    rate, limit, actual, goal = result.completion_rate, finding.limit, result.actual, result.target.goal
    if rate is None or limit is None or actual is None or goal is None:
        raise ValueError(finding)
    shown, bound = figures.rate_and_pace(rate, limit, decimals)
    return phrases.LOW.text(
        language,
        rate=f"{plain(shown)}%",
        limit=f"{plain(bound)}%" if bound is not None else "",
        actual=with_unit(actual.value, result.target.unit),
        goal=with_unit(goal, result.target.unit),
    )


def _of_allocation(finding: Finding, language: Language) -> str:
    target, total = finding.result.target, finding.limit
    if target.goal is None or total is None:
        raise ValueError(finding)
    phrase = phrases.ALLOCATION_CAP if kinds.is_cap(target) else phrases.ALLOCATION
    rest = abs(Fraction(target.goal) - total)
    return phrase.text(
        language,
        total=with_unit(shortest(total, 15), target.unit),
        goal=with_unit(target.goal, target.unit),
        rest=with_unit(shortest(rest, 15), target.unit),
    )


def expected_shown(expected: Fraction, actual: Decimal) -> Decimal:
    """An expected figure in few decimals, but never rounded to the actual it differs from."""
    for digits in range(2, figures.RATE_DIGITS):
        if (shown := shortest(expected, digits)) != actual or expected == Fraction(actual):
            return shown
    return figures.machine_figure(expected, actual)


def with_unit(number: Decimal, unit: str) -> str:
    """A figure with its unit: `190个`, `6.2%`, `42 km`."""
    return joined(plain(number), unit)


def joined(text: str, unit: str) -> str:
    """A figure's text and its unit, with a blank between them where the unit's script has blanks."""
    closed = not unit or unit in kinds.PERCENT_UNITS or unit[0] >= FIRST_WIDE
    return f"{text}{'' if closed else ' '}{unit}"
