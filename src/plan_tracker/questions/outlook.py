"""What is left of each goal, how fast it must go on, and how much of it committed work covers."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT, NOTHING, Terms, fraction
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Kind

_ONE, _ZERO = Decimal(1), Fraction(0)
_LEVEL, _DROPPED = Kind.LEVEL, Status.DROPPED


class Gap(StrEnum):
    """Why a figure of the outlook is empty."""

    DROPPED = "dropped"
    NO_GOAL = "no_goal"
    NO_ACTUAL = "no_actual"
    HELD = "held"
    INCOMPLETE = "incomplete"
    NOT_JUDGED = "not_judged"
    NO_PACE_YET = "no_pace_yet"
    NO_TIME_LEFT = "no_time_left"
    NOTHING_DONE = "nothing_done"
    NOT_FOR_CAPS = "not_for_caps"
    NOT_FOR_LEVELS = "not_for_levels"
    NOT_COMMITTED = "not_committed"
    NOTHING_REMAINS = "nothing_remains"


_NOT_COMMITTED = Gap.NOT_COMMITTED


class Outlook(NamedTuple):
    """The outlook of one target; a figure that cannot be computed is None.

    `remaining`, `projected`, `committed` and `uncovered` are in the target's unit; for a cap `remaining` is
    the headroom, negative when exceeded. `required_multiple` is the speed needed divided by that so far;
    `coverage` is the committed work as a share of what remains. `why` gives a reason for each figure that is
    None, by its name.
    """

    remaining: Fraction | None
    projected: Fraction | None
    required_multiple: Fraction | None
    committed: Fraction | None
    coverage: Fraction | None
    uncovered: Fraction | None
    why: Mapping[str, Gap]


OutlookTerms: TypeAlias = dict[str, Terms | Gap]
"""The figures of an `Outlook` by name, as exact quotients; a figure that cannot be computed is its reason."""


class Total(NamedTuple):
    """What the open targets of one group need together; `committed` and `uncovered` only if all have them."""

    group: str
    unit: str
    targets: int
    remaining: Fraction
    committed: Fraction | None
    uncovered: Fraction | None

    @property
    def coverage(self) -> Fraction | None:
        """The share of what remains that is covered; what one target has too much covers no other."""
        if self.uncovered is None or not self.remaining:
            return None
        return (self.remaining - self.uncovered) / self.remaining


def outlook(result: Result) -> Outlook:
    """Returns the outlook of a target at the day of its latest actual, by the target's own curve."""
    with localcontext(EXACT):
        figures = outlook_terms(result)
    given = {key: fraction(*value) if isinstance(value, tuple) else None for key, value in figures.items()}
    why = {key: value for key, value in figures.items() if isinstance(value, Gap)}
    return Outlook(**given, why=why)


def outlook_terms(result: Result) -> OutlookTerms:
    """Computes the figures of the outlook; must be called in the context `EXACT`."""
    target, actual = result.target, result.actual
    goal, work = target.goal, target.committed
    committed = (sum([each.amount for each in work], NOTHING), _ONE) if work else _NOT_COMMITTED
    if result.status is _DROPPED:
        return _nothing(Gap.DROPPED, committed)
    if goal is None:
        return _nothing(Gap.NO_GOAL, committed)
    if kinds.is_held(target) and target.baseline is None:
        return _nothing(Gap.HELD, committed)
    if actual is None:
        return _nothing(Gap.NO_ACTUAL, committed)
    remaining, is_cap = kinds.distance(target, goal, actual.value), kinds.is_cap(target)
    if actual.missing and (is_cap or remaining > NOTHING):
        return _nothing(Gap.INCOMPLETE, committed)
    if remaining < NOTHING and not is_cap:
        remaining = NOTHING
    projected, multiple = _by_pace(result, actual, remaining)
    if is_cap or target.kind is _LEVEL:  # there is no speed to multiply and nothing to cover
        gap = Gap.NOT_FOR_CAPS if is_cap else Gap.NOT_FOR_LEVELS
        return _nothing(gap, committed) | {"remaining": (remaining, _ONE), "projected": projected}
    coverage = uncovered = committed
    if isinstance(committed, tuple):
        coverage, uncovered = _covered(committed[0], remaining)
    return {
        "remaining": (remaining, _ONE),
        "projected": projected,
        "required_multiple": multiple,
        "committed": committed,
        "coverage": coverage,
        "uncovered": uncovered,
    }


def _nothing(gap: Gap, committed: Terms | Gap) -> OutlookTerms:
    others = ("remaining", "projected", "required_multiple", "coverage", "uncovered")
    return {"committed": committed, **dict.fromkeys(others, gap)}


def _by_pace(result: Result, actual: Actual, remaining: Decimal) -> tuple[Terms | Gap, Terms | Gap]:
    """Computes the projection at the due date, and the multiple of the speed so far that is required."""
    pace, start, value = result.pace, result.target.baseline, actual.value
    if not pace:
        gap = Gap.NOT_JUDGED if pace is None else Gap.NO_PACE_YET
        return Gap.INCOMPLETE if actual.missing else gap, gap
    over, under = pace.as_integer_ratio()
    projected: Terms | Gap
    if actual.missing:
        projected = Gap.INCOMPLETE
    else:
        projected = value * under if start is None else start * over + (value - start) * under, Decimal(over)
    if over == under:
        return projected, Gap.NO_TIME_LEFT if remaining else Gap.NOTHING_REMAINS
    return projected, (remaining * over, value * (under - over)) if value else Gap.NOTHING_DONE


def _covered(work: Decimal, remaining: Decimal) -> tuple[Terms | Gap, Terms | Gap]:
    """Computes which share of what remains is covered by committed work, and how much of it is not."""
    coverage = (work, remaining) if remaining else Gap.NOTHING_REMAINS
    return coverage, (max(remaining - work, NOTHING), _ONE)


def is_beyond_goal(result: Result, projected: Fraction) -> bool:
    """Tells whether a projection passes a goal to be reached; never true of a cap."""
    target = result.target
    if target.goal is None or kinds.is_cap(target):
        return False
    return projected > target.goal if target.direction is kinds.AT_LEAST else projected < target.goal


def is_open(result: Result) -> bool:
    """Tells whether a target still has something to do: it has a goal, is not done and not dropped."""
    return result.target.goal is not None and result.status not in (Status.DONE, Status.DROPPED)


def still_open(results: Iterable[Result], *, parts: bool) -> list[Result]:
    """Returns every open target, worst first, and the open parts of all targets, for machines."""
    return [
        each
        for result in worst_first(results)
        for each in (result, *(worst_first(result.parts) if parts else ()))
        if is_open(each)
    ]


def worst_first(results: Iterable[Result]) -> list[Result]:
    """Sorts targets by the factor by which the speed so far must change, the largest first.

    That is the required multiple: unlike the lag it also counts how little time is left. Levels and caps are
    measured alike (a cap by how much slower it must grow), so one order holds for all. Infinite factors come
    first (no time left, nothing done yet, an exceeded cap), the least covered first among equals; targets
    without a factor come last, in the order of the file.
    """
    return sorted(results, key=_badness)


def _badness(result: Result) -> tuple[int, Fraction, Fraction]:
    factor, coverage = _factor(result), outlook(result).coverage or _ZERO
    match factor:
        case Gap.NO_TIME_LEFT:
            return 0, _ZERO, coverage
        case Gap():
            return 2, _ZERO, coverage
        case _:
            return 1, -factor, coverage


def _factor(result: Result) -> Fraction | Gap:
    """Returns the factor for the speed so far (for a cap the divisor); NO_TIME_LEFT if it is infinite."""
    rate, pace = result.completion_rate, result.pace
    if result.status is Status.MISSED:
        return Gap.NO_TIME_LEFT
    if rate is None or pace is None or result.is_bound:
        return Gap.NOT_JUDGED
    bad, good = (1 - rate) * pace, rate * (1 - pace)
    if kinds.is_cap(result.target):
        bad, good = good, bad
    if bad <= 0:
        return _ZERO
    return bad / good if good > 0 else Gap.NO_TIME_LEFT


def totals(results: Iterable[Result]) -> list[Total]:
    """Returns what each group of several open targets needs together, if all are totals in one unit.

    Nothing is summed where a figure is missing: the total would look better than it is. Nor are figures
    without a unit: they count unlike things.
    """
    groups: dict[str, list[Result]] = {}
    for result in results:
        if is_open(result):
            groups.setdefault(result.target.group, []).append(result)
    return [
        total
        for group, members in groups.items()
        if len(members) > 1 and members[0].target.unit
        if all(each.target.unit == members[0].target.unit for each in members)
        if (total := _total(group, members))
    ]


def _total(group: str, members: list[Result]) -> Total | None:
    """Adds up what the targets of a group need; None where one of them is no total or has no such figure."""
    each = [
        outlook(result)
        for result in members
        if not kinds.is_cap(result.target) and kinds.is_total(result.target)
    ]
    remaining = [ahead.remaining for ahead in each if ahead.remaining is not None]
    if len(remaining) < len(members):
        return None
    committed = [ahead.committed for ahead in each if ahead.committed is not None]
    uncovered = [ahead.uncovered for ahead in each if ahead.uncovered is not None]
    complete = len(committed) == len(members)
    return Total(
        group=group,
        unit=members[0].target.unit,
        targets=len(members),
        remaining=sum(remaining, _ZERO),
        committed=sum(committed, _ZERO) if complete else None,
        uncovered=sum(uncovered, _ZERO) if complete else None,
    )
