"""The findings of `check` as sentences: what was expected, what was found, by how much, and whose it is."""

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, Protocol

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import DIGITS, EXACT, Terms, decimals_of, fraction, plain, shortest
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Member, Plan, Target
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import Path, Place
from plan_tracker.questions.check import Finding, Reason, Tally
from plan_tracker.reports import figures
from plan_tracker.reports.periods import abridged
from plan_tracker.reports.texts import (
    as_of_text,
    bound_of,
    bound_text,
    exact_text,
    expected_text,
    figure_text,
    gap_text,
    limited,
    points_text,
    with_unit,
)
from plan_tracker.wording import check as phrases
from plan_tracker.wording import collecting, words
from plan_tracker.wording.periods import missing_text
from plan_tracker.wording.statuses import status_text


class Account(NamedTuple):
    """A finding in words: a sentence, what was expected, what was found, and by how much they differ.

    A text is empty where there is nothing to say, as for the difference of a missing figure.
    """

    sentence: str
    expected: str
    found: str
    gap: str = ""


class Places(Protocol):
    """Knows where a key of the plan stands."""

    def place(self, path: Path, member: Member | None = None, /) -> Place:
        """Returns the place at which a path stands, in the plan of a member if one is given."""
        ...


def place_of(target: Target, places: Places) -> Place:
    """Returns the place at which a target or a part stands."""
    id_, parent = target.id, target.parent
    path: Path = ("targets", id_)
    if parent is not None:
        path = ("targets", parent, "parts", id_.removeprefix(f"{parent}/"))
    return places.place(path, target.plan)


def sentence(result: Result, plan: Plan, language: Language) -> str:
    """Tells why a target has its status, in one sentence without its name."""
    with localcontext(EXACT):
        return account(Finding(result, Reason.STATUS, fails=True), plan, language).sentence


def account(finding: Finding, plan: Plan, language: Language) -> Account:
    """Puts a finding into words; must be called in the context `EXACT`."""
    match finding.reason:
        case Reason.STATUS:
            return _of_status(finding, plan, language)
        case Reason.MIN_COMPLETION:
            return _of_rate(finding, plan.decimals, language)
        case Reason.ALLOCATION:
            return _of_allocation(finding, language)


@lru_cache(maxsize=1024)  # a plan has fewer owners than targets
def owner_text(owner: str, language: Language) -> str:
    """Names who answers for the target; empty if nobody does."""
    return words.OWNER.text(language, owner=owner) if owner else ""


def totals(tally: Tally, evaluation: Evaluation, language: Language) -> str:
    """Tells how many findings fail and warn, how many targets were judged, and which plans were not read."""
    told = phrases.TOTALS.text(
        language,
        failed=str(tally.failed),
        warned=str(tally.warned),
        judged=str(tally.judged),
        total=str(tally.total),
        as_of=as_of_text(evaluation, language),
    )
    if not isinstance(evaluation, Rollup) or not evaluation.unread:
        return told
    unread = collecting.CANNOT_BE_READ.text(language, names=abridged(evaluation.unread, language))
    return words.SEMICOLON.text(language).join((told, unread))


def _of_status(finding: Finding, plan: Plan, language: Language) -> Account:
    result = finding.result
    target, actual = result.target, result.actual
    if result.status is Status.NOT_REPORTED:
        return _of_silence(result, plan.time, language)
    if actual and target.goal is not None:
        if result.status is Status.MISSED:
            return _of_failure(result, actual, target.goal, language)
        if result.status.lagging and result.expected_terms is not None:
            return _of_lag(finding, actual, result.expected_terms, plan, language)
    found = figure_text(actual, target.unit)
    goal = with_unit(target.goal, target.unit)
    return Account(sentence=status_text(result.status, language), expected=goal, found=found)


def _of_failure(result: Result, actual: Actual, goal: Decimal, language: Language) -> Account:
    """Says by how much a goal was missed, or a limit exceeded."""
    target, day = result.target, words.day_text(actual.day, language)
    asked, found = with_unit(goal, target.unit), figure_text(actual, target.unit)
    gap = bound_text(gap_text(Fraction(actual.value) - Fraction(goal), target, language), result)
    text = _phrase_of_failure(target).text(
        language,
        status=status_text(result.status, language),
        goal=asked,
        actual=found,
        gap=gap,
        day=day,
        on_day="" if actual.day == target.due else phrases.ON_DAY.text(language, day=day),
        due=words.day_text(target.due, language),
    )
    return Account(sentence=text, expected=limited(asked, target), found=found, gap=gap)


def _phrase_of_failure(target: Target) -> Phrase:
    if target.direction is kinds.AT_MOST:
        return phrases.CAP_MISSED if kinds.is_cap(target) else phrases.MISSED_CEILING
    return phrases.MISSED_LEVEL if kinds.is_level(target) else phrases.MISSED


def _of_lag(finding: Finding, actual: Actual, expected: Terms, plan: Plan, language: Language) -> Account:
    """Says by how much a target lags: in points, or without a pace in its unit."""
    result, target = finding.result, finding.result.target
    due_now, found = expected_text(expected, actual, target), figure_text(actual, target.unit)
    values = {
        "status": status_text(result.status, language),
        "expected": due_now,
        "actual": found,
        "day": words.day_text(actual.day, language),
    }
    rate, pace, lead = result.rate_ratio, result.pace, result.lead_ratio
    if rate is None or pace is None or lead is None:
        gap = gap_text(Fraction(actual.value) - fraction(*expected), target, language)
        phrase = phrases.OFF_LEVEL if target.direction is kinds.AT_LEAST else phrases.OVER_CEILING
        text = phrase.text(language, gap=gap, **values)
        return Account(sentence=text, expected=limited(due_now, target), found=found, gap=gap)
    done, due = figures.percents(rate, pace, plan.decimals, bound_of(actual))
    gap = points_text(lead, result, plan.decimals, language, finding.limit)
    text = _phrase_of_lag(target).text(language, points=gap, rate=done, pace=due, **values)
    return Account(
        sentence=text,
        expected=words.bracketed(limited(due_now, target), due, language),
        found=words.bracketed(found, done, language),
        gap=gap,
    )


def _phrase_of_lag(target: Target) -> Phrase:
    if kinds.is_level(target):
        return phrases.LEVEL_BEHIND if target.direction is kinds.AT_LEAST else phrases.FALLING_BEHIND
    return phrases.CAP_BEHIND if kinds.is_cap(target) else phrases.BEHIND


def _of_silence(result: Result, time: PlanTime, language: Language) -> Account:
    found = _of_no_figure(result, time, language)
    if result.awaits_own_figure:
        return found._replace(sentence=phrases.OWN_FIGURE.text(language, text=found.sentence))
    return found


def _of_no_figure(result: Result, time: PlanTime, language: Language) -> Account:
    """Says which figure is needed, and what there is instead: nothing, a bound, or an older figure."""
    actual, status = result.actual, status_text(result.status, language)
    needed = words.day_text(result.needed_day, language)
    awaited = figure_of(needed, language)
    if actual is None:
        return Account(
            sentence=phrases.NEVER_REPORTED.text(language, status=status, needed=needed),
            expected=awaited,
            found="",
        )
    day = words.day_text(actual.day, language)
    latest = figure_of(day, language)
    if actual.missing:
        missing = missing_text(actual.missing, time, language)
        value = with_unit(actual.value, result.target.unit)
        text = phrases.PARTIAL.text(language, status=status, day=day, actual=value, missing=missing)
        found = figure_text(actual, result.target.unit)
        return Account(sentence=text, expected=awaited if needed else latest, found=found)
    return Account(
        sentence=phrases.NOT_REPORTED.text(language, status=status, needed=needed, latest=day),
        expected=awaited,
        found=latest,
    )


@lru_cache(maxsize=1024)  # the targets of a plan share their days
def figure_of(day: str, language: Language) -> str:
    """Says of a day that a figure for it is meant."""
    return phrases.FIGURE_OF.text(language, day=day)


def _of_rate(finding: Finding, decimals: int, language: Language) -> Account:
    """Says by how much a rate is below the least that is allowed."""
    result = finding.result
    rate, limit, actual, goal = result.completion_rate, finding.limit, result.actual, result.target.goal
    if rate is None or limit is None or actual is None or goal is None:
        raise ValueError(finding)
    decimals = max(decimals, decimals_of(shortest(limit * 100, DIGITS)))  # the minimum is shown as typed
    bound = bound_of(actual)
    shown, least = figures.percents(rate, limit, decimals, bound)
    lag = figures.lead(rate - limit, decimals, bound=bound)
    most = "≤" if result.is_bound else ""  # what is missing makes the gap smaller
    gap = f"{most}{words.POINTS.text(language, number=plain(abs(lag)))}"
    text = phrases.LOW.text(
        language,
        rate=shown,
        limit=least,
        points=gap,
        actual=figure_text(actual, result.target.unit),
        goal=with_unit(goal, result.target.unit),
    )
    return Account(sentence=text, expected=f"≥{least}", found=shown, gap=gap)


def _of_allocation(finding: Finding, language: Language) -> Account:
    """Says by how much the goals of the parts miss that of their target."""
    target, total = finding.result.target, finding.limit
    if target.goal is None or total is None:
        raise ValueError(finding)
    phrase = phrases.ALLOCATION_CAP if kinds.is_cap(target) else phrases.ALLOCATION
    goal = with_unit(target.goal, target.unit)
    allocated = exact_text(total, target.unit)
    rest = exact_text(abs(Fraction(target.goal) - total), target.unit)
    return Account(
        sentence=phrase.text(language, total=allocated, goal=goal, rest=rest),
        expected=goal,
        found=allocated,
        gap=rest,
    )
