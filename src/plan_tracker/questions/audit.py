"""Holds each stated figure against the data: is it the one that goal and actual give, or does it mislead?

First with the figures as typed: equal, equal when rounded, equal when cut. Then with what they stand for: a
figure with decimals was itself rounded. All comparisons are of exact fractions.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import product
from math import ceil, floor
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.numbers import decimals_of, round_half_up, scale
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.precision import Interval
from plan_tracker.plan.stated import Relation, Stated
from plan_tracker.plan.sums import slack_of

_HUNDRED, _WHOLE, _NOTHING = Fraction(100), Fraction(1), Fraction(0)
_IMPLIED_DIGITS = 4
"""How many significant digits an implied goal has."""


class AuditVerdict(StrEnum):
    """What the data say of a stated figure; a claim such as `>50%` holds or is false."""

    EXACT = "exact"
    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    WITHIN = "within"
    CAPPED = "capped"
    MISMATCH = "mismatch"
    HOLDS = "holds"
    FALSE = "false"
    NOT_CHECKABLE = "not_checkable"


class Uncheckable(StrEnum):
    """Why a stated figure cannot be checked."""

    NO_ACTUAL = "no_actual"
    NO_GOAL = "no_goal"
    NO_RATE = "no_rate"
    NO_PACE = "no_pace"
    INCOMPLETE = "incomplete"


class Implied(NamedTuple):
    """The bounds of the goal that a stated rate implies, in the target's unit."""

    low: Decimal
    high: Decimal


class Audited(NamedTuple):
    """The verdict on one stated figure, and what it was decided from.

    `actual` and `pace` are those of the stated figure's day. `computed` is a share: the rate that the data
    give, or the lead if a lead is stated; `interval` has its bounds if the typed figures are taken as
    rounded. `mark` is the share (1, or the pace) that lies between the stated and the computed figure:
    readers of the stated one judge the target differently.
    """

    target: Target
    stated: Stated
    actual: Actual | None
    pace: Fraction | None
    computed: Fraction | None = None
    verdict: AuditVerdict = AuditVerdict.NOT_CHECKABLE
    mark: Fraction | None = None
    reason: Uncheckable | None = None
    implied: Implied | None = None
    interval: Interval | None = None

    @property
    def decides(self) -> bool:
        """Whether 100% or the pace lies between the stated and the computed figure."""
        return self.mark is not None

    @property
    def fails(self) -> bool:
        """Whether the audit refuses the figure."""
        return self.decides or self.verdict in (AuditVerdict.MISMATCH, AuditVerdict.FALSE)


class _Computed(NamedTuple):
    """A computed share, and its bounds if the typed figures are taken as rounded."""

    share: Fraction
    interval: Interval


def audit(evaluation: Evaluation) -> tuple[Audited, ...]:
    """Audits each stated figure up to the as-of day, parts after their target.

    Each is held against the goal that was in force on the last day of its period.
    """
    time = evaluation.plan.time
    return tuple(
        _audited(each.target.in_force(period.last), stated, period.last)
        for result in evaluation.results
        for each in (result, *result.parts)
        for stated in each.target.stated
        if (period := time.period(stated.period)) and period.last <= evaluation.as_of
    )


def _audited(target: Target, stated: Stated, day: date) -> Audited:
    """Audits one stated figure of a target, whose goal is that of the day."""
    actual = next((each for each in target.actuals if each.day == day), None)
    audited = Audited(target=target, stated=stated, actual=actual, pace=_pace(target, day))
    computed = _computed_rate(target, actual) if actual else None
    if target.goal is None and stated.is_lead:
        computed = _stated_rate(target, stated.period)
    if computed is None:
        return _unchecked(audited)
    if stated.is_lead:
        return _of_lead(audited, computed)
    verdict = _claim(stated, computed.share)
    found = audited._replace(
        computed=computed.share,
        interval=computed.interval,
        verdict=verdict or _rate_verdict(stated, computed),
        mark=None if verdict is AuditVerdict.HOLDS else _mark_between(audited, computed.share),
    )
    return _as_proven(found) if actual and actual.missing else found


def _unchecked(audited: Audited) -> Audited:
    target, stated, actual = audited.target, audited.stated, audited.actual
    if target.goal is not None:
        return audited._replace(reason=Uncheckable.NO_RATE if actual else Uncheckable.NO_ACTUAL)
    if stated.is_lead or actual:
        return audited._replace(reason=Uncheckable.NO_GOAL, implied=_implied(target, stated, actual))
    return audited._replace(reason=Uncheckable.NO_ACTUAL)


def _pace(target: Target, day: date) -> Fraction | None:
    """Returns the share expected by a day; None where no pace counts.

    That is so for a level to be held, for `at_due` before the due date, and for a target dropped by then.
    """
    pace = target.pace
    if pace is None or target.is_dropped(day) or (pace.at_due and day < target.due):
        return None
    return pace.share(day)


# --- what the data give


def _computed_rate(target: Target, actual: Actual) -> _Computed | None:
    rate = kinds.completion_rate(target, actual.value)
    if rate is None or target.goal is None:
        return None
    values = Interval.around(actual.value, slack_of(actual))
    goals, starts = Interval.of_typed(target.goal), Interval.of_typed(kinds.origin(target))
    if goals.touches(starts):
        return _Computed(rate, Interval(rate, rate))  # rounding hides the distance between the two
    # the rate is monotonic in each of the three figures, so its extremes are at the corners
    corners = [(value - start) / (goal - start) for value, goal, start in product(values, goals, starts)]
    return _Computed(rate, Interval(min(corners), max(corners)))


def _stated_rate(target: Target, period: str) -> _Computed | None:
    """Returns the rate stated beside a lead for the same period; of several the one with the most digits."""
    rates = [each.figure for each in target.stated if each.period == period and each.is_rate]
    if not rates:
        return None
    figure = max(rates, key=decimals_of)
    low, high = Interval.of_printed(figure)
    return _Computed(Fraction(figure) / _HUNDRED, Interval(low / _HUNDRED, high / _HUNDRED))


# --- verdicts


def _of_lead(audited: Audited, rate: _Computed) -> Audited:
    """Audits a stated lead: against the computed rate less the pace, turned for a cap."""
    target, stated, pace, actual = audited.target, audited.stated, audited.pace, audited.actual
    if pace is None or kinds.is_held(target):
        return audited._replace(reason=Uncheckable.NO_PACE)
    turn = -1 if kinds.is_cap(target) else 1
    lead = turn * (rate.share - pace)
    if target.goal is not None and actual and actual.missing:
        return audited._replace(computed=lead, reason=Uncheckable.INCOMPLETE)
    ends = [turn * (end - pace) for end in rate.interval]
    computed = _Computed(lead, Interval(min(ends), max(ends)))
    return audited._replace(
        computed=lead,
        interval=computed.interval,
        verdict=_verdict(stated.figure, computed),
        mark=pace if _lie_apart(_NOTHING, stated, lead, upwards=True) else None,
    )


def _rate_verdict(stated: Stated, computed: _Computed) -> AuditVerdict:
    verdict = _verdict(stated.figure, computed)
    is_capped = verdict is AuditVerdict.MISMATCH and stated.figure == _HUNDRED and computed.share > _WHOLE
    return AuditVerdict.CAPPED if is_capped else verdict


def _verdict(figure: Decimal, computed: _Computed) -> AuditVerdict:
    stated, digits, exact = Fraction(figure), decimals_of(figure), computed.share * _HUNDRED
    if stated == exact:
        return AuditVerdict.EXACT
    if stated == Fraction(round_half_up(exact, digits)):
        return AuditVerdict.ROUNDED
    if stated * 10**digits == int(exact * 10**digits):
        return AuditVerdict.TRUNCATED
    low, high = computed.interval
    is_within = Interval(low * _HUNDRED, high * _HUNDRED).touches(Interval.of_printed(figure))
    return AuditVerdict.WITHIN if is_within else AuditVerdict.MISMATCH


def _claim(stated: Stated, share: Fraction) -> AuditVerdict | None:
    """Returns the verdict on a claim; None for a figure that claims nothing but itself."""
    if stated.relation is Relation.EQUAL:
        return None
    holds = stated.relation.holds(share * _HUNDRED, Fraction(stated.figure))
    return AuditVerdict.HOLDS if holds else AuditVerdict.FALSE


def _mark_between(audited: Audited, share: Fraction) -> Fraction | None:
    """Returns 100% or the pace, as a share, if it lies between the stated and the computed rate."""
    marks = [_WHOLE] if audited.pace is None else [_WHOLE, audited.pace]
    upwards = not kinds.is_cap(audited.target)
    return next((mark for mark in marks if _lie_apart(mark, audited.stated, share, upwards=upwards)), None)


def _lie_apart(mark: Fraction, stated: Stated, computed: Fraction, *, upwards: bool) -> bool:
    """Tells whether two shares lie on different sides of a mark; the mark itself is the good side.

    A computed share that is the mark itself may be stated as the mark is when rounded (two thirds as 66.7%).
    """
    if computed == mark and stated.figure == round_half_up(mark * _HUNDRED, decimals_of(stated.figure)):
        return False
    share = Fraction(stated.figure) / _HUNDRED
    return (share >= mark) != (computed >= mark) if upwards else (share <= mark) != (computed <= mark)


def _as_proven(audited: Audited) -> Audited:
    """Limits the verdict to what is proven by a total that lacks a part, and so is only a lower bound."""
    computed = audited.computed or _NOTHING
    stated = audited.stated
    is_more = Fraction(stated.figure) < computed * _HUNDRED
    proven = {
        AuditVerdict.MISMATCH: is_more,
        AuditVerdict.CAPPED: is_more,
        AuditVerdict.HOLDS: stated.relation in (Relation.MORE, Relation.AT_LEAST),
        AuditVerdict.FALSE: stated.relation in (Relation.LESS, Relation.AT_MOST),
    }
    if proven.get(audited.verdict):
        return audited
    return audited._replace(verdict=AuditVerdict.NOT_CHECKABLE, mark=None, reason=Uncheckable.INCOMPLETE)


# --- the goal that a stated rate implies


def _implied(target: Target, stated: Stated, actual: Actual | None) -> Implied | None:
    rates = Interval.of_printed(stated.figure)
    if not stated.is_rate or actual is None or actual.missing or actual.value == 0 or rates.low <= 0:
        return None
    values, starts = Interval.around(actual.value, slack_of(actual)), Interval.of_typed(kinds.origin(target))
    goals = [
        start + (value - start) * _HUNDRED / rate for value, start, rate in product(values, starts, rates)
    ]
    return Implied(_outwards(min(goals), floor), _outwards(max(goals), ceil))


def _outwards(value: Fraction, rounding: Callable[[Fraction], int]) -> Decimal:
    """Rounds a value to four significant digits, down or up."""
    digits = 0
    while abs(value) * Fraction(10) ** digits >= 10**_IMPLIED_DIGITS:
        digits -= 1
    while 0 < abs(value) * Fraction(10) ** digits < 10 ** (_IMPLIED_DIGITS - 1):
        digits += 1
    return scale(rounding(value * Fraction(10) ** digits), digits)
