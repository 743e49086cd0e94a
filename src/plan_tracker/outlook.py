"""What the rest of the year must still bring, how fast, and what committed work covers of it."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker import kinds
from plan_tracker.evaluation import Result

NOTHING = Fraction(0)


class Outlook(NamedTuple):
    """The outlook of one target; each figure is None where it cannot be computed.

    `remaining`, `projected`, `committed` and `uncovered` are in the target's unit; for a cap `remaining` is
    the headroom, negative when broken. `required_multiple` is the speed needed over that so far; `coverage`
    is the committed work as a share of what remains.
    """

    remaining: Fraction | None
    projected: Fraction | None
    required_multiple: Fraction | None
    committed: Fraction | None
    coverage: Fraction | None
    uncovered: Fraction | None


def outlook(result: Result) -> Outlook:
    """The outlook of a target at the day of its latest actual, by the target's own curve."""
    target = result.target
    committed = (
        sum((Fraction(work.amount) for work in target.committed), NOTHING) if target.committed else None
    )
    if result.actual is None or target.goal is None or kinds.is_held(target):
        return Outlook(None, None, None, committed, None, None)
    actual, goal = result.actual.value, target.goal
    remaining = kinds.distance(target, goal, actual)
    if not kinds.is_cap(target):
        remaining = max(remaining, NOTHING)
    if result.is_bound and remaining != 0:
        return Outlook(None, None, None, committed, None, None)
    advances = kinds.is_total(target) and not kinds.is_cap(target)
    covers = committed is not None and advances
    return Outlook(
        remaining=remaining,
        projected=_projected(result, actual),
        required_multiple=_required_multiple(result, actual, remaining) if advances else None,
        committed=committed,
        coverage=committed / remaining if covers and committed is not None and remaining else None,
        uncovered=max(remaining - committed, NOTHING) if covers and committed is not None else None,
    )


def _projected(result: Result, actual: Decimal) -> Fraction | None:
    if not result.pace:
        return None
    start = Fraction(kinds.origin(result.target))
    return start + (Fraction(actual) - start) / result.pace


def _required_multiple(result: Result, actual: Decimal, remaining: Fraction) -> Fraction | None:
    pace = result.pace
    if not pace or pace == 1 or actual == 0:
        return None
    return (remaining / (1 - pace)) / (Fraction(actual) / pace)
