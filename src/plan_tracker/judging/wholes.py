"""What the targets of several plans come to under one id: their sum if there is one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, TypeAlias, TypeVar

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import NOTHING, plain, shortest
from plan_tracker.plan.kinds import AT_LEAST, CUMULATIVE, LEVEL
from plan_tracker.plan.model import Actual, Adjustment, CheckLevel, Counting, Member, Plan, Target
from plan_tracker.plan.pace import Pace
from plan_tracker.plan.periods import PlanTime, Reporting
from plan_tracker.plan.sums import committed_by, disagreeing, sums_of, with_own

T = TypeVar("T")
_Conditions: TypeAlias = dict[str, object]
_ONE = Decimal(1)
TIME = "year"
"""The `key` of a difference between plans that do not run the same time; any other is a key of a target."""


class Difference(NamedTuple):
    """Why a target is not added up: under `key`, two plans say what cannot both hold of a sum.

    `first` is None where it is the collecting plan that says otherwise. `said` and `otherwise` are what each
    says, as in a plan file.
    """

    id: str
    key: str
    member: Member
    said: str
    first: Member | None
    otherwise: str


class Disagreement(NamedTuple):
    """A figure of a collecting plan, and what the plans that it collects add up to on that day."""

    id: str
    member: Member | None
    own: Actual
    total: Actual


class Collector:
    """Makes wholes of the targets of several plans; keeps what differs and which figures disagree.

    `unread` names the plans that could not be read.
    """

    def __init__(self, frame: Plan, times: Mapping[Member, PlanTime], unread: tuple[str, ...]) -> None:
        self._frame, self._times, self.unread = frame, times, unread
        self.differences: list[Difference] = []
        self.disagreements: list[Disagreement] = []

    def whole(self, id_: str, results: list[Result]) -> Target:
        """Makes the target that stands for all with an id; it has their sum if they can be added up.

        Dropped targets are left out; if all are given up, so is the whole, from the last of their days on.
        """
        same = self._agree(id_, results, None)
        kept = [each for each in results if each.status is not Status.DROPPED] or results
        parts = tuple([each.target for each in kept])
        first = parts[0]
        are_alike = same or not self._odd(kept, first, self._time_of(kept[0]))
        is_sum = same and first.kind is CUMULATIVE
        given_up = [each.target.dropped for each in results if each.target.dropped]
        goal, adjusted = _goals([each.target for each in results], given_up) if is_sum else (None, ())
        whole = Target(
            id=id_,
            parent=None,
            name=_agreed([part.name for part in parts], id_),
            group=_agreed([part.group for part in parts], ""),
            owner=_agreed([part.owner for part in parts], ""),
            unit=_agreed([part.unit for part in parts], ""),
            kind=_agreed([part.kind for part in parts], LEVEL),
            direction=_agreed([part.direction for part in parts], AT_LEAST),
            goal=goal,
            adjusted=adjusted,
            baseline=None,
            start=min(part.start for part in parts),
            due=max(part.due for part in parts),
            pace=first.pace if is_sum else None,
            reporting=_agreed([part.reporting for part in parts], self._frame.reporting),
            counting=_agreed([part.counting for part in parts], Counting.TO_DATE),
            actuals=sums_of(parts, with_slack=False) if is_sum else (),
            committed=committed_by(parts) if is_sum else (),
            stated=(),
            weight=_ONE,
            check=CheckLevel.FAIL,
            stage=_agreed([part.stage for part in parts], ""),
            binding=_agreed([part.binding for part in parts], None),
            source="",
            note="",
            feed="",
            parts=parts if are_alike else (),
            dropped=max(given_up) if len(given_up) == len(results) else None,
            is_summed=is_sum,
        )
        return whole.in_force(results[0].as_of)

    def collected(self, own: Target, results: list[Result]) -> Target:
        """Returns a target of the collecting plan with the plans' as its parts."""
        same = self._agree(own.id, results, own)
        parts = tuple([each.target for each in results if each.status is not Status.DROPPED])
        if not same:
            return own
        whole = own._replace(parts=parts)
        if own.kind is CUMULATIVE:
            sums = tuple([each._replace(missing=(*each.missing, *self.unread)) for each in sums_of(parts)])
            self.disagreements += [
                Disagreement(id=own.id, member=own.plan, own=actual, total=total)
                for actual, total in disagreeing(own.actuals, sums)
            ]
            whole = whole._replace(
                actuals=with_own(own.actuals, sums), committed=own.committed or committed_by(parts)
            )
        return whole

    def _agree(self, id_: str, results: list[Result], own: Target | None) -> bool:
        """Tells whether the targets can be added up; where not, each plan that differs from most is told."""
        if own is None:
            first, time = results[0].target, self._time_of(results[0])
        else:
            first, time = own, self._frame.time
        odd = self._odd(results, first, time)
        if own is None and 2 * len(odd) > len(results):  # the first one is the odd one
            first, time = self._most_common(results)
            odd = self._odd(results, first, time)
        self.differences += [self._difference(id_, each, first, time) for each in odd]
        return not odd

    def _odd(self, results: list[Result], first: Target, time: PlanTime) -> list[Result]:
        """Returns the targets that cannot be added up with another one, `first`, whose plan runs `time`."""
        wanted = _conditions(first, time)
        return [each for each in results if self._conditions_of(each) != wanted]

    def _difference(self, id_: str, odd: Result, first: Target, time: PlanTime) -> Difference:
        target, own_time = odd.target, self._time_of(odd)
        wanted = _conditions(first, time)
        key = next(key for key, said in _conditions(target, own_time).items() if said != wanted[key])
        return Difference(
            id=id_,
            key=key,
            member=member_of_result(odd),
            said=_said(target, own_time, key, first),
            first=first.plan,
            otherwise=_said(first, time, key, target),
        )

    def _time_of(self, result: Result) -> PlanTime:
        return self._times[member_of_result(result)]

    def _conditions_of(self, result: Result) -> _Conditions:
        return _conditions(result.target, self._time_of(result))

    def _most_common(self, results: list[Result]) -> tuple[Target, PlanTime]:
        """Returns the target, and its time, that most others are like; needed only if some differ."""
        found = [tuple(self._conditions_of(each).items()) for each in results]
        like = results[found.index(max(found, key=Counter(found).__getitem__))]
        return like.target, self._time_of(like)


def _goals(targets: list[Target], given_up: list[date]) -> tuple[Decimal | None, tuple[Adjustment, ...]]:
    """Adds up the first goals of targets, and anew for each day on which one is adjusted or `given_up`."""
    days = {*given_up, *(each.day for target in targets for each in target.adjusted)}
    goals = [(day, _sum_of_goals(targets, day)) for day in (date.min, *sorted(days))]
    return goals[0][1], tuple(
        Adjustment(day=day, goal=goal, note="")
        for (_, before), (day, goal) in pairwise(goals)
        if goal is not None and goal != before
    )


def _sum_of_goals(targets: Sequence[Target], day: date) -> Decimal | None:
    """Adds up the goals in force on a day, without targets that are dropped; None if one has no goal."""
    kept = [target for target in targets if not target.is_dropped(day)] or targets
    goals = [goal for target in kept if (goal := target.goal_on(day)) is not None]
    return sum(goals, NOTHING) if len(goals) == len(kept) else None


def _conditions(target: Target, time: PlanTime) -> _Conditions:
    """Returns what targets must have in common, by its key; of levels, which are not added up, it is less."""
    conditions: _Conditions = {
        TIME: (time.start, time.end, time.calendar),
        "unit": target.unit,
        "kind": target.kind,
        "direction": target.direction,
    }
    if target.kind is not LEVEL:
        conditions |= {"counting": target.counting, "start": target.start, "due": target.due}
        conditions["pace"] = target.pace and target.pace.clock
    return conditions


def _said(target: Target, time: PlanTime, key: str, other: Target) -> str:
    """Writes what a target, or its plan, says under the key in which it differs from another."""
    if key == TIME:
        return f"{time.start}…{time.end} ({time.calendar})"
    if key == "pace":
        return _said_of_pace(target.pace, other.pace, time)
    said: object = getattr(target, key)
    return str(said) or "–"


def _said_of_pace(pace: Pace | None, other: Pace | None, time: PlanTime) -> str:
    """Names the rule of a pace; if another has the same, also its share on the first day that they differ."""
    if not pace or not other or pace.rule != other.rule:
        return pace.rule if pace else ""
    days = time.reporting_dates(Reporting.MONTH)
    day = next((day for day in days if pace.share(day) != other.share(day)), None)
    return f"{pace.rule} ({plain(shortest(pace.share(day) * 100, 4))}%, {day})" if day else pace.rule


def _agreed(values: Sequence[T], otherwise: T) -> T:
    """Returns the value that all have in common, or else `otherwise`."""
    return values[0] if values.count(values[0]) == len(values) else otherwise


def member_of_result(result: Result) -> Member:
    """Returns the path and name of the plan that the target of a result comes from."""
    if result.target.plan is None:
        raise ValueError(result)
    return result.target.plan


def is_whole(result: Result) -> bool:
    """Tells whether a result stands for the targets of several plans, which are its parts."""
    return bool(result.parts) and result.parts[0].target.plan is not result.target.plan
