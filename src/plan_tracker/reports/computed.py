"""The computed figures of a target as machines get them: rounded, and exact up to that.

It says what `Result` and `outlook` say in fractions, from quotients of decimals, in a fraction of the time;
that counts where a ministry exports 100,000 targets. A property test holds the two together.
"""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from plan_tracker.judging.evaluation import Result
from plan_tracker.numbers import ratio, shortest
from plan_tracker.plan.kinds import AT_MOST, LEVEL
from plan_tracker.plan.model import Actual
from plan_tracker.reports.figures import LEAD_DIGITS, RATE_DIGITS, machine_share

NOTHING, ONE = Decimal(0), Decimal(1)
UNIT, LEAD_UNIT = ONE.scaleb(-RATE_DIGITS), ONE.scaleb(-LEAD_DIGITS)
_TWICE = Decimal(2 * 10**RATE_DIGITS)

Figure: TypeAlias = Decimal | None
"""None is not applicable."""

Standing: TypeAlias = tuple[Figure, Figure, Figure, Figure, Figure]
"""`completion_rate`, `pace`, `expected`, `lead_pp` and `difference`."""

Outlook: TypeAlias = tuple[Figure, Figure, Figure, Figure, Figure, Figure]
"""`remaining`, `projected`, `required_multiple`, `committed`, `coverage` and `uncovered`."""


class _Pace(NamedTuple):
    """A pace in decimals: `over` of `under` parts are due, `left` are not; as shown, and as rounded."""

    exact: Fraction
    over: Decimal
    under: Decimal
    left: Decimal
    shown: Decimal
    rounded: Decimal


def computed(result: Result) -> tuple[Standing, Outlook]:
    """The computed figures of one target; they are exact in the context `exact.EXACT`.

    Plain tuples: one with names costs as much as a figure.
    """
    target, actual, goal = result.target, result.actual, result.target.goal
    pace = None if result.pace is None else _pace(*result.pace.as_integer_ratio())
    work = _trimmed(sum((each.amount for each in target.committed), NOTHING)) if target.committed else None
    if goal is None or actual is None:
        return (None, pace and pace.shown, None, None, None), (None, None, None, work, None, None)
    falls = target.direction is AT_MOST
    if target.kind is not LEVEL:
        return _of_total(goal, actual, pace, work, cap=falls)
    if target.baseline is not None:
        return _of_level(target.baseline, goal, actual.value, pace, work, falls=falls)
    rate = None if falls or goal <= NOTHING else _share(actual.value, goal, pace)
    expected = _trimmed(goal) if result.status.judged else None
    difference = _trimmed(actual.value - goal)
    return (rate, pace and pace.shown, expected, None, difference), (None, None, None, work, None, None)


def _of_total(
    goal: Decimal, actual: Actual, pace: _Pace | None, work: Figure, *, cap: bool
) -> tuple[Standing, Outlook]:
    value = actual.value
    shown = expected = lead = projected = multiple = coverage = uncovered = None
    rate = _share(value, goal, pace) if goal else None
    if pace is not None:
        due, done, shown = goal * pace.over, value * pace.under, pace.shown
        expected = _figure(due, pace.under, value)
        if goal:
            lead = _figure(due - done if cap else done - due, goal * pace.under, NOTHING, LEAD_UNIT)
    standing = rate, shown, expected, lead, None
    left = goal - value
    if left < NOTHING and not cap:
        left = NOTHING
    if actual.missing and (cap or left):
        return standing, (None, None, None, work, None, None)
    if pace is not None and pace.over:
        if not actual.missing:
            projected = _figure(done, pace.over, goal)
        if pace.left and value and not cap:
            multiple = _figure(left * pace.over, pace.left * value, ONE)
    if work is not None and not cap:
        coverage = _share(work, left, None) if left else None
        uncovered = _trimmed(max(left - work, NOTHING))
    return standing, (_trimmed(left), projected, multiple, work, coverage, uncovered)


def _of_level(
    start: Decimal, goal: Decimal, value: Decimal, pace: _Pace | None, work: Figure, *, falls: bool
) -> tuple[Standing, Outlook]:
    """As `outlook`, of a level with a baseline; it is never a bound, for levels are not summed."""
    way, gone = goal - start, value - start
    rate = shown = expected = lead = projected = None
    if pace is not None:
        shown = pace.shown
        expected = _figure(start * pace.under + way * pace.over, pace.under, value)
        if pace.over:
            projected = _figure(start * pace.over + gone * pace.under, pace.over, goal)
    if way:
        if way < NOTHING:
            way, gone = -way, -gone
        rate = _share(gone, way, pace)
        if pace is not None:
            lead = _figure(gone * pace.under - way * pace.over, way * pace.under, NOTHING, LEAD_UNIT)
    left = max(value - goal if falls else goal - value, NOTHING)
    standing = rate, shown, expected, lead, _trimmed(value - goal)
    return standing, (_trimmed(left), projected, None, work, None, None)


@lru_cache(maxsize=1024)  # a plan has few different paces; by whole numbers, for fractions are slow to hash
def _pace(over: int, under: int) -> _Pace:
    exact = Fraction(over, under)
    parts = Decimal(over), Decimal(under), Decimal(under - over)
    return _Pace(exact, *parts, machine_share(exact), shortest(exact, RATE_DIGITS))


def _share(part: Decimal, whole: Decimal, pace: _Pace | None) -> Decimal:
    """As `figures.machine_share`: rounded away from 1 and from the pace; `whole` is above 0."""
    shown = _figure(part, whole, ONE)
    if pace is None or shown != pace.rounded:
        return shown
    return machine_share(ratio(part, whole), pace.exact)


def _figure(over: Decimal, under: Decimal, apart_from: Decimal, unit: Decimal = UNIT) -> Decimal:
    """As `figures.machine_figure`: a quotient rounded half away from zero; `under` is above 0.

    It is not rounded to a figure from which it differs. A share has as many millionths as it has
    ten-thousandths of a percentage point: with that unit the quotient is shown in points.
    """
    half = -under if over.is_signed() else under
    units = (over * _TWICE + half) // (under + under)  # cut towards zero
    shown = (units * unit).normalize() if units else NOTHING
    if shown != apart_from or over == apart_from * under:
        return shown
    return (shown + unit if over > apart_from * under else shown - unit).normalize()


def _trimmed(number: Decimal) -> Decimal:
    """A number without the zeros at its end, and zero without a sign."""
    return number.normalize() if number else NOTHING
