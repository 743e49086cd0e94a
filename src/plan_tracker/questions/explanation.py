"""Why a target has its status: which of the rules decided, and the exact numbers that it compared.

It explains a verdict and never makes one: the status is taken from the Result.
"""

from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.actuals import known_by, reporting_days
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT, plain, trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Direction, Target

_TIMES, _MINUS = " × ", " − "


class Rule(StrEnum):
    """The rules that can decide a status, in the order in which they are tried."""

    DROPPED = "dropped"
    NO_GOAL = "no_goal"
    REACHED = "reached"
    BROKEN = "broken"
    NOT_STARTED = "not_started"
    ONLY_AT_DUE = "only_at_due"
    TOO_EARLY = "too_early"
    SILENT = "silent"
    STALE = "stale"
    UNPROVEN = "unproven"
    DUE = "due"
    HELD = "held"
    PACE = "pace"


class Side(NamedTuple):
    """One side of a comparison: the calculation as text, and its result."""

    text: str
    value: Decimal


class Sides(NamedTuple):
    """Two exact numbers that are compared; `sign` says which is larger."""

    left: Side
    right: Side

    @property
    def sign(self) -> str:
        """One of `<`, `=`, `>`."""
        left, right = self.left.value, self.right.value
        return "<" if left < right else ">" if left > right else "="

    @property
    def text(self) -> str:
        """The comparison as it was calculated: `190 × 2 < 400 × 1`."""
        return f"{self.left.text} {self.sign} {self.right.text}"

    @property
    def values(self) -> str:
        """The comparison of the results, without zeros that multiplying leaves: `380 < 400`."""
        return f"{plain(trimmed(self.left.value))} {self.sign} {plain(trimmed(self.right.value))}"


class Explanation(NamedTuple):
    """The rule that decided, what it compared, and, if the tolerance decided, the lag beside it."""

    rule: Rule
    compared: Sides | None = None
    tolerated: Sides | None = None


class Moment(NamedTuple):
    """A day in a target's time: what is expected by it, and what was reported for it."""

    label: str
    day: date
    pace: Fraction | None
    expected: Fraction | None
    actual: Actual | None
    rate: Fraction | None


def explain(evaluation: Evaluation, result: Result) -> Explanation:
    """Returns the rule that gave a target its status, with its numbers."""
    with localcontext(EXACT):
        return _explain(evaluation, result)


def _explain(evaluation: Evaluation, result: Result) -> Explanation:
    """Follows the rules in the order in which they decide, up to the one that did."""
    target, actual, goal = result.target, result.actual, result.target.goal
    if result.status is Status.DROPPED:
        return Explanation(Rule.DROPPED)
    if goal is None:
        return Explanation(Rule.NO_GOAL)
    if result.status is Status.NOT_DUE:
        return Explanation(_why_not_due(evaluation, target))
    if actual is None:
        return Explanation(Rule.SILENT)
    with_goal = Sides(Side(plain(actual.value), actual.value), Side(plain(goal), goal))
    if at_once := _at_once(result, exceeds=actual.value > goal):
        return Explanation(at_once, with_goal)
    if result.needed_day and actual.day < result.needed_day:
        return Explanation(Rule.STALE)
    due, unproven = target.due <= evaluation.as_of, result.status is Status.NOT_REPORTED
    if due or target.pace is None or kinds.is_held(target):
        rule = Rule.UNPROVEN if unproven else Rule.DUE if due else Rule.HELD
        return Explanation(rule, with_goal)
    share = target.pace.share(actual.day)
    compared = _with_expected(target, goal, actual.value, share)
    if unproven:
        return Explanation(Rule.UNPROVEN, compared)
    if not result.tolerance or result.status is Status.ON_PACE:
        return Explanation(Rule.PACE, compared)
    whole = _times(_way(target, goal), share.denominator)
    return Explanation(Rule.PACE, compared, _with_tolerance(target, compared, whole, result.tolerance))


def _why_not_due(evaluation: Evaluation, target: Target) -> Rule:
    if target.start > evaluation.as_of:
        return Rule.NOT_STARTED
    return Rule.ONLY_AT_DUE if target.pace and target.pace.at_due else Rule.TOO_EARLY


def _at_once(result: Result, *, exceeds: bool) -> Rule | None:
    """Returns the rule for totals whose verdict needs no day: goal reached, or cap exceeded."""
    if kinds.is_cap(result.target):
        return Rule.BROKEN if exceeds else None
    return Rule.REACHED if kinds.is_total(result.target) and result.status is Status.DONE else None


def _with_expected(target: Target, goal: Decimal, value: Decimal, share: Fraction) -> Sides:
    """Compares the way covered times the pace's denominator with the whole way times its numerator."""
    come, way = _way(target, value), _way(target, goal)
    return Sides(_times(come, share.denominator), _times(way, share.numerator))


def _with_tolerance(target: Target, compared: Sides, whole: Side, tolerance: Fraction) -> Sides:
    """Compares the lag with the tolerance, both multiplied by every denominator: nothing is rounded."""
    less, more = compared.left, compared.right
    if kinds.is_cap(target):
        less, more = more, less
    lag = Side(f"({more.text}{_MINUS}{less.text})", more.value - less.value)
    return Sides(_times(lag, tolerance.denominator), _times(whole, tolerance.numerator))


def _way(target: Target, value: Decimal) -> Side:
    """Returns how far a figure is from where its target begins."""
    if target.baseline is None:
        return Side(plain(value), value)
    high, low = value, target.baseline
    if target.direction is Direction.AT_MOST:
        high, low = low, high
    return Side(f"({plain(high)}{_MINUS}{_operand(low)})", high - low)


def _operand(number: Decimal) -> str:
    return f"({plain(number)})" if number < 0 else plain(number)


def _times(side: Side, factor: int) -> Side:
    return Side(f"{side.text}{_TIMES}{factor}", side.value * factor)


def moments(evaluation: Evaluation, result: Result) -> list[Moment]:
    """Returns a target's reporting dates, its due date, and every day for which it reported, in order."""
    target = result.target
    reported = {actual.day: actual for actual in known_by(target, evaluation.as_of)}
    days = sorted({*reported, *reporting_days(target, evaluation.plan.time)})
    return [_moment(evaluation, target, day, reported.get(day)) for day in days]


def _moment(evaluation: Evaluation, target: Target, day: date, actual: Actual | None) -> Moment:
    share = kinds.share_asked(target, day)
    is_asked = target.goal is not None and not target.is_dropped(evaluation.as_of)
    return Moment(
        label=actual.period if actual else evaluation.plan.time.period_ending(day, target.reporting),
        day=day,
        pace=share if is_asked else None,
        expected=kinds.expected(target, kinds.share_of_goal(target, day)) if is_asked else None,
        actual=actual,
        rate=kinds.completion_rate(target, actual.value) if actual else None,
    )
