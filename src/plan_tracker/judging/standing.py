"""How the plans stand whose targets have one id: counted by status, and the spread of their levels."""

from collections import Counter
from decimal import Decimal, localcontext
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status, by_rank
from plan_tracker.numbers import EXACT
from plan_tracker.plan.kinds import LEVEL

_WITHOUT_FIGURE = frozenset({Status.NOT_REPORTED, Status.DROPPED})


class Spread(NamedTuple):
    """The lowest, the median and the highest of some figures, and the number of figures."""

    low: Decimal
    median: Decimal
    high: Decimal
    number: int


def standing(result: Result) -> dict[Status, int]:
    """Counts the plans of a whole by their status; the worst status comes first."""
    found = Counter(part.status for part in result.parts)
    return {status: found[status] for status in by_rank() if found[status]}


def spread(result: Result) -> Spread | None:
    """Returns the lowest, the median and the highest figure of a level's plans.

    None without figures, and where some are no levels, in another unit, or of another year.
    """
    values = sorted(
        part.actual.value for part in result.parts if part.actual and part.status not in _WITHOUT_FIGURE
    )
    if result.target.kind is not LEVEL or not result.target.parts or not values:
        return None
    middle = len(values) // 2
    with localcontext(EXACT):
        median = values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
    return Spread(low=values[0], median=median, high=values[-1], number=len(values))
