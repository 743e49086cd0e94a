"""The figures of a target with parts: day by day its own, else what its parts add up to."""

from decimal import Decimal

from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.precision import half_a_unit

NOTHING = Decimal(0)


def sums_of(parts: tuple[Target, ...]) -> tuple[Actual, ...]:
    """The parts' totals added up, for each day on which any of them has one.

    A part without a figure of that day counts with its latest one and is named in `missing`: totals grow, so
    that such a sum is a bound from below.
    """
    figures = [{actual.day: actual for actual in part.actuals} for part in parts]
    labels = {actual.day: actual.period for part in reversed(parts) for actual in part.actuals}
    latest, slack = [NOTHING] * len(parts), [NOTHING] * len(parts)
    sums: list[Actual] = []
    for day in sorted(labels):
        missing: list[str] = []
        for number, (part, by_day) in enumerate(zip(parts, figures, strict=True)):
            actual = by_day.get(day)
            if actual:
                latest[number], slack[number] = actual.value, _slack(actual)
            if actual is None or actual.missing:
                missing.append(part.part_name)
        total = sum(latest, NOTHING)
        sums.append(
            Actual(
                period=labels[day],
                day=day,
                value=total,
                missing=tuple(missing),
                slack=beyond_its_own(sum(slack, NOTHING), total),
            )
        )
    return tuple(sums)


def _slack(actual: Actual) -> Decimal:
    return half_a_unit(actual.value) if actual.slack is None else actual.slack


def beyond_its_own(slack: Decimal, total: Decimal) -> Decimal | None:
    """How far a total may be off, unless its own last digit says that too."""
    return None if slack == half_a_unit(total) else slack


def with_own(own: tuple[Actual, ...], sums: tuple[Actual, ...]) -> tuple[Actual, ...]:
    """The figures of a target with parts: for each day its own, else the parts' sum.

    A sum that lacks parts is never below the target's own figure before it.
    """
    by_day = {actual.day: actual for actual in sums} | {actual.day: actual for actual in own}
    merged: list[Actual] = []
    least = NOTHING
    own_days = {actual.day for actual in own}
    for day in sorted(by_day):
        actual = by_day[day]
        if day in own_days:
            least = actual.value
        elif actual.missing and actual.value < least:
            actual = actual._replace(value=least, slack=None)
        merged.append(actual)
    return tuple(merged)
