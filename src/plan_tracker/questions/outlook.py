"""What the rest of the year must still bring, how fast, and what committed work covers of it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.plan import kinds

NOTHING = Fraction(0)
FIGURES = ("remaining", "projected", "required_multiple", "coverage", "uncovered")
"""The figures that follow from the actual; work committed is given."""


class Gap(StrEnum):
    """Why a figure of the outlook is empty."""

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


class Outlook(NamedTuple):
    """The outlook of one target; each figure is None where it cannot be computed, and `why` says why.

    `remaining`, `projected`, `committed` and `uncovered` are in the target's unit; for a cap `remaining` is
    the headroom, negative when broken. `required_multiple` is the speed needed over that so far; `coverage`
    is the committed work as a share of what remains. `why` has the name of each empty figure.
    """

    remaining: Fraction | None
    projected: Fraction | None
    required_multiple: Fraction | None
    committed: Fraction | None
    coverage: Fraction | None
    uncovered: Fraction | None
    why: Mapping[str, Gap]


class Total(NamedTuple):
    """What the open targets of one group need together; `committed` and `uncovered` only where all say."""

    group: str
    unit: str
    targets: int
    remaining: Fraction
    committed: Fraction | None
    uncovered: Fraction | None

    @property
    def coverage(self) -> Fraction | None:
        """The share of what remains that is covered: what one target has too much covers no other."""
        if self.uncovered is None or not self.remaining:
            return None
        return (self.remaining - self.uncovered) / self.remaining


def outlook(result: Result) -> Outlook:
    """The outlook of a target at the day of its latest actual, by the target's own curve."""
    work = result.target.committed
    committed = sum((Fraction(each.amount) for each in work), NOTHING) if work else Gap.NOT_COMMITTED
    figures = _figures(result, committed) | {"committed": committed}
    given = {key: None if isinstance(value, Gap) else value for key, value in figures.items()}
    why = {key: value for key, value in figures.items() if isinstance(value, Gap)}
    return Outlook(**given, why=why)


def _figures(result: Result, committed: Fraction | Gap) -> dict[str, Fraction | Gap]:
    target, actual = result.target, result.actual
    if target.goal is None:
        return dict.fromkeys(FIGURES, Gap.NO_GOAL)
    if kinds.is_held(target):
        return dict.fromkeys(FIGURES, Gap.HELD)
    if actual is None:
        return dict.fromkeys(FIGURES, Gap.NO_ACTUAL)
    remaining = kinds.distance(target, target.goal, actual.value)
    if actual.missing and (kinds.is_cap(target) or remaining > 0):
        return dict.fromkeys(FIGURES, Gap.INCOMPLETE)
    if not kinds.is_cap(target):
        remaining = max(remaining, NOTHING)
    value = Fraction(actual.value)
    figures: dict[str, Fraction | Gap] = {
        "remaining": remaining,
        "projected": _projected(result, value),
    }
    if gap := _not_advancing(result):
        return dict.fromkeys(FIGURES, gap) | figures
    return figures | {
        "required_multiple": _required_multiple(result, value, remaining),
        "coverage": committed
        if isinstance(committed, Gap)
        else committed / remaining
        if remaining
        else Gap.NOTHING_REMAINS,
        "uncovered": committed if isinstance(committed, Gap) else max(remaining - committed, NOTHING),
    }


def _projected(result: Result, value: Fraction) -> Fraction | Gap:
    if result.is_bound:
        return Gap.INCOMPLETE
    if result.pace is None:
        return Gap.NOT_JUDGED
    if result.pace == 0:
        return Gap.NO_PACE_YET
    start = Fraction(kinds.origin(result.target))
    return start + (value - start) / result.pace


def _required_multiple(result: Result, value: Fraction, remaining: Fraction) -> Fraction | Gap:
    pace = result.pace
    if pace is None:
        return Gap.NOT_JUDGED
    if pace == 0:
        return Gap.NO_PACE_YET
    if pace == 1:
        return Gap.NO_TIME_LEFT if remaining else Gap.NOTHING_REMAINS
    return (remaining / (1 - pace)) / (value / pace) if value else Gap.NOTHING_DONE


def _not_advancing(result: Result) -> Gap | None:
    """Why there is no speed to multiply and nothing to cover, if the target is no total to reach."""
    if kinds.is_cap(result.target):
        return Gap.NOT_FOR_CAPS
    return Gap.NOT_FOR_LEVELS if kinds.is_level(result.target) else None


def is_open(result: Result) -> bool:
    """Whether something is still to be done for a target: it has a goal and is not done."""
    return result.target.goal is not None and result.status is not Status.DONE


def flat(results: Iterable[Result], *, parts: bool) -> list[Result]:
    """Every open target, worst first, and the open parts of all targets, for machines."""
    return [
        each
        for result in worst_first(results)
        for each in (result, *(worst_first(result.parts) if parts else ()))
        if is_open(each)
    ]


def worst_first(results: Iterable[Result]) -> list[Result]:
    """Targets by the factor by which the speed so far must change, the largest first.

    That is the required multiple: unlike the lag it also counts how little time is left. Levels and caps are
    measured alike (a cap by how much slower it must grow), so one order holds for all. A factor without
    limit comes first (no time left, nothing done yet, a broken cap), of equal ones the least covered, and
    what cannot be told comes last, as in the file.
    """
    return sorted(results, key=_badness)


def _badness(result: Result) -> tuple[int, Fraction, Fraction]:
    factor, coverage = _factor(result), outlook(result).coverage or NOTHING
    match factor:
        case Gap.NO_TIME_LEFT:
            return 0, NOTHING, coverage
        case Gap():
            return 2, NOTHING, coverage
        case _:
            return 1, -factor, coverage


def _factor(result: Result) -> Fraction | Gap:
    """By what the speed so far must be multiplied, or (for a cap) divided; NO_TIME_LEFT: without limit."""
    rate, pace = result.completion_rate, result.pace
    if result.status is Status.MISSED:
        return Gap.NO_TIME_LEFT
    if rate is None or pace is None or result.is_bound:
        return Gap.NOT_JUDGED
    bad, good = (1 - rate) * pace, rate * (1 - pace)
    if kinds.is_cap(result.target):
        bad, good = good, bad
    if bad <= 0:
        return NOTHING
    return bad / good if good > 0 else Gap.NO_TIME_LEFT


def totals(results: Iterable[Result]) -> list[Total]:
    """What each group of several open targets needs together, where all are totals in one unit.

    Nothing is summed where a figure is lacking: the total would look better than it is.
    """
    groups: dict[str, list[Result]] = {}
    for result in results:
        if is_open(result):
            groups.setdefault(result.target.group, []).append(result)
    return [
        total
        for group, members in groups.items()
        if len(members) > 1 and len({each.target.unit for each in members}) == 1
        if (total := _total(group, members))
    ]


def _total(group: str, members: list[Result]) -> Total | None:
    each = [outlook(result) for result in members if _not_advancing(result) is None]
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
        remaining=sum(remaining, NOTHING),
        committed=sum(committed, NOTHING) if complete else None,
        uncovered=sum(uncovered, NOTHING) if complete else None,
    )
