"""The figures of a target with parts: for each day its own, else the sum of its parts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from plan_tracker.numbers import NOTHING
from plan_tracker.plan.model import Actual, Commitment, Target
from plan_tracker.plan.precision import half_a_unit


def sums_of(parts: Sequence[Target], *, with_slack: bool = True) -> tuple[Actual, ...]:
    """Adds up the parts' totals, for each day on which any of them has one.

    A part without a figure for that day counts with its latest one and is named in `missing`: totals grow, so
    such a sum is a lower bound. Sums of many plans, of which nothing is stated, are made without slack.
    """
    by_day: defaultdict[date, list[tuple[int, Actual]]] = defaultdict(list)
    for number, part in enumerate(parts):
        for actual in part.actuals:
            by_day[actual.day].append((number, actual))
    latest, slack = [NOTHING] * len(parts), [NOTHING] * len(parts)
    sums: list[Actual] = []
    for day in sorted(by_day):
        found = by_day[day]
        for number, actual in found:
            latest[number] = actual.value
        if with_slack:
            for number, actual in found:
                slack[number] = slack_of(actual)
        complete = {number for number, actual in found if not actual.missing}
        missing: list[str] = []
        if len(complete) < len(parts):
            missing = [part.part_name for number, part in enumerate(parts) if number not in complete]
        total = sum(latest, NOTHING)
        sums.append(
            Actual(
                period=found[0][1].period,
                day=day,
                value=total,
                missing=tuple(missing),
                slack=beyond_its_own(sum(slack, NOTHING), total) if with_slack else None,
            )
        )
    return tuple(sums)


def slack_of(actual: Actual) -> Decimal:
    """Returns how far a figure may be off: half a unit of its last digit, or what its figures come to."""
    return half_a_unit(actual.value) if actual.slack is None else actual.slack


def disagreeing(own: Iterable[Actual], sums: Iterable[Actual]) -> Iterator[tuple[Actual, Actual]]:
    """Yields each own figure with a sum that it disagrees with by more than the two are rounded.

    That is the sum for its day, or, as totals grow, that of the day before or after if the later of the two
    is lower. One that lacks parts or periods is a lower bound: only above the other does it disagree.
    """
    own = tuple(own)
    by_day = {total.day: total for total in sums}
    yield from _falling({each.day: each for each in own if not each.missing}, by_day)
    for actual in own:
        total = by_day.get(actual.day)
        if total is None or (total.missing and total.value <= actual.value):
            continue
        if actual.missing and (total.missing or actual.value <= total.value):
            continue
        if abs(actual.value - total.value) > slack_of(actual) + slack_of(total):
            yield actual, total


def _falling(own: Mapping[date, Actual], sums: Mapping[date, Actual]) -> Iterator[tuple[Actual, Actual]]:
    """Yields each own figure with the sum before or after it in time, where the later of the two is lower."""
    known = {day: total for day, total in sums.items() if not total.missing} | dict(own)
    for before, after in pairwise(known[day] for day in sorted(known)):
        if (before.day in own) is (after.day in own):
            continue
        if before.value - after.value > slack_of(before) + slack_of(after):
            yield (before, after) if before.day in own else (after, before)


def beyond_its_own(slack: Decimal, total: Decimal) -> Decimal | None:
    """Returns how far a total may be off, or None if its own last digit says that already."""
    return None if slack == half_a_unit(total) else slack


def with_own(own: tuple[Actual, ...], sums: tuple[Actual, ...]) -> tuple[Actual, ...]:
    """Returns the figures of a target with parts: for each day its own, else the parts' sum.

    An own figure that lacks periods hides no complete sum. What lacks periods or parts is never below what
    the target or its parts had reached by then.
    """
    own_by_day = {actual.day: actual for actual in own}
    sums_by_day = {total.day: total for total in sums}
    merged: list[Actual] = []
    own_latest = sum_latest = NOTHING
    for day in sorted(own_by_day | sums_by_day):
        figure, total = own_by_day.get(day), sums_by_day.get(day)
        own_latest = figure.value if figure else own_latest
        sum_latest = total.value if total else sum_latest
        given = [each for each in (figure, total) if each]
        actual = next((each for each in given if not each.missing), given[0])
        least = max(own_latest, sum_latest)
        if actual.missing and actual.value < least:
            actual = actual._replace(value=least, slack=None)
        if figure and actual is not figure:
            actual = actual._replace(own=figure)
        merged.append(actual)
    return tuple(merged)


def committed_by(parts: tuple[Target, ...]) -> tuple[Commitment, ...]:
    """Returns what the parts have promised, added up; nothing where none of them promised anything."""
    promised = [work.amount for part in parts for work in part.committed]
    return (Commitment(name="", amount=sum(promised, NOTHING)),) if promised else ()
