"""The computed figures of a target as machines get them: rounded, and exact up to that.

It says what `Result` and `outlook` say in fractions, from quotients of decimals, in a fraction of the time;
that counts where a ministry exports 100,000 targets. A property test holds the two together.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plan_tracker import kinds
from plan_tracker.evaluation import JUDGED, Result
from plan_tracker.exact import EXACT
from plan_tracker.figures import LEAD_DIGITS, RATE_DIGITS, machine_share
from plan_tracker.tables import Direction

NOTHING, ONE = Decimal(0), Decimal(1)
UNIT, LEAD_UNIT = ONE.scaleb(-RATE_DIGITS), ONE.scaleb(-LEAD_DIGITS)
_TWICE = {digits: 2 * Decimal(10) ** digits for digits in (RATE_DIGITS, LEAD_DIGITS)}


class Computed(NamedTuple):
    """The computed columns of one target, by the words of the contract; None is not applicable."""

    completion_rate: Decimal | None = None
    expected: Decimal | None = None
    lead_pp: Decimal | None = None
    difference: Decimal | None = None
    remaining: Decimal | None = None
    projected: Decimal | None = None
    required_multiple: Decimal | None = None
    committed: Decimal | None = None
    coverage: Decimal | None = None
    uncovered: Decimal | None = None


@lru_cache(maxsize=1024)
def pace_shown(pace: Fraction) -> Decimal:
    """A pace as a fraction of at most six decimals; a plan has few different ones."""
    return machine_share(pace)


def computed(result: Result) -> Computed:
    """The computed figures of one target."""
    with localcontext(EXACT):
        return _computed(result)


def _computed(result: Result) -> Computed:
    target, actual, pace = result.target, result.actual, result.pace
    promised = sum((work.amount for work in target.committed), NOTHING) if target.committed else None
    committed = None if promised is None else _trimmed(promised)
    if target.goal is None or actual is None:
        return Computed(committed=committed)
    goal, value = target.goal, actual.value
    if kinds.is_held(target):
        rated = target.direction is Direction.AT_LEAST and goal > 0
        return Computed(
            completion_rate=_share(value, goal, pace) if rated else None,
            expected=_trimmed(goal) if result.status in JUDGED else None,
            difference=_trimmed(value - goal),
            committed=committed,
        )
    start = kinds.origin(target)
    way, gone = goal - start, value - start
    rated = way != 0
    remaining = projected = multiple = coverage = uncovered = None
    cap, level = kinds.is_cap(target), kinds.is_level(target)
    left = value - goal if level and target.direction is Direction.AT_MOST else goal - value
    if not (actual.missing and (cap or left > 0)):
        left = left if cap else max(left, NOTHING)
        remaining = _trimmed(left)
        if pace and not actual.missing:
            projected = _figure(start * pace.numerator + gone * pace.denominator, pace.numerator, goal)
        if not cap and not level:
            if pace and pace != 1 and value:
                ahead = (pace.denominator - pace.numerator) * value
                multiple = _figure(left * pace.numerator, ahead, ONE)
            if promised is not None:
                coverage = _share(promised, left, None) if left else None
                uncovered = _trimmed(max(left - promised, NOTHING))
    return Computed(
        completion_rate=_share(gone, way, pace) if rated else None,
        expected=None
        if pace is None
        else _figure(start * pace.denominator + way * pace.numerator, pace.denominator, value),
        lead_pp=_lead(gone, way, pace, cap=cap) if rated and pace is not None else None,
        difference=_trimmed(value - goal) if level else None,
        remaining=remaining,
        projected=projected,
        required_multiple=multiple,
        committed=committed,
        coverage=coverage,
        uncovered=uncovered,
    )


def _share(part: Decimal, whole: Decimal, pace: Fraction | None) -> Decimal:
    """As `figures.machine_share`: rounded away from 1 and from the pace."""
    shown = _rounded(part, whole, RATE_DIGITS)
    if part == whole:
        return ONE
    if shown == 1:
        return ONE - UNIT if (part < whole) == (whole > 0) else ONE + UNIT
    if pace is None or shown != _mark(pace):
        return shown
    exact, expected = part * pace.denominator, whole * pace.numerator
    if exact == expected:
        return shown
    return shown - UNIT if (exact < expected) == (whole > 0) else shown + UNIT


@lru_cache(maxsize=1024)
def _mark(pace: Fraction) -> Decimal:
    return _rounded(Decimal(pace.numerator), Decimal(pace.denominator), RATE_DIGITS)


def _lead(part: Decimal, whole: Decimal, pace: Fraction, *, cap: bool) -> Decimal:
    """As `figures.machine_lead`: never 0 unless it is exactly that."""
    over, under = part * pace.denominator - whole * pace.numerator, whole * pace.denominator
    if cap:
        over = -over
    shown = _rounded(over * 100, under, LEAD_DIGITS)
    if shown or not over:
        return shown
    return LEAD_UNIT if (over > 0) == (under > 0) else -LEAD_UNIT


def _figure(over: Decimal, under: Decimal | int, apart_from: Decimal) -> Decimal:
    """As `figures.machine_figure`: not rounded to a figure from which it differs; `under` is above 0."""
    shown = _rounded(over, Decimal(under), RATE_DIGITS)
    if shown != apart_from or over == apart_from * under:
        return shown
    return shown + UNIT if over > apart_from * under else shown - UNIT


def _rounded(over: Decimal, under: Decimal, digits: int) -> Decimal:
    """A quotient rounded half away from zero: a whole number of units, found by exact division."""
    units = (abs(over) * _TWICE[digits] + abs(under)) // (2 * abs(under))
    if not units:
        return NOTHING
    return (units if (over > 0) == (under > 0) else -units).scaleb(-digits).normalize()


def _trimmed(number: Decimal) -> Decimal:
    """A number without the zeros at its end, and zero without a sign."""
    return number.normalize() if number else NOTHING
