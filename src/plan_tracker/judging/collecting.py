"""Several plans judged as of one day, each by its own rules, and for each id what they come to together.

A plan's target is a part of the whole that its id stands for: sums, bounds and verdicts of wholes follow from
the rules of parts, and from nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import localcontext
from functools import cached_property
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, evaluate, judge_wholes, latest_figure
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status, by_rank
from plan_tracker.judging.wholes import Collector, Difference, Disagreement, is_whole, member_of_result
from plan_tracker.numbers import EXACT
from plan_tracker.plan.model import Member, Plan, Target
from plan_tracker.plan.periods import day_before


class Joined(NamedTuple):
    """One of several plans; `collected` are those that it collects, `unread` those of them not to be read."""

    plan: Plan
    collected: tuple["Joined", ...] = ()
    unread: tuple[str, ...] = ()


class Rollup(Evaluation):
    """Several plans judged as of one day.

    `results` has one for each id; its parts are those of the `members`, each judged by its own plan's rules.
    `unread` names the plans that could not be read. `lacking` has the ids that the collecting plan does not
    have, each with a plan that has it. `differences` tell why targets are not added up, and `disagreements`
    which figures of collecting plans the others do not add up to, here and in members that collect by
    themselves.
    """

    def __init__(
        self,
        plan: Plan,
        as_of: date,
        results: tuple[Result, ...],
        *,
        members: tuple[Evaluation, ...],
        collector: Collector,
        lacking: Mapping[str, Member],
    ) -> None:
        self.are_sums = not plan.targets  # else the plans are collected by one that has its own targets
        if self.are_sums:
            plan = plan._replace(targets=tuple(result.target._replace(parts=()) for result in results))
        super().__init__(plan, as_of, results)
        self.members, self.unread, self.lacking = members, collector.unread, lacking
        found: list[Collector | Rollup] = [collector, *(each for each in members if isinstance(each, Rollup))]
        self.differences: tuple[Difference, ...] = tuple(each for one in found for each in one.differences)
        self.disagreements: tuple[Disagreement, ...] = tuple(
            each for one in found for each in one.disagreements
        )

    @cached_property
    def plans(self) -> Mapping[Member, Plan]:
        """The plans by their paths and names, also those that they collect."""
        found = {member_of(each.plan): each.plan for each in self.members}
        for each in self.members:
            if isinstance(each, Rollup):
                found |= each.plans
        return found

    def plan_of(self, target: Target, /) -> Plan:
        """Returns the plan by whose rules a target is judged."""
        member = target.plan
        return self.plan if member is None else self.plans.get(member, self.plan)

    @cached_property
    def silent(self) -> frozenset[Member]:
        """The plans that have reported nothing for the as-of day."""
        return frozenset(member_of(each.plan) for each in self.members if is_silent(each))

    @cached_property
    def own(self) -> Evaluation:
        """The collecting plan's targets without those of the others, which have rules of their own."""
        results = [each._replace(parts=()) if is_whole(each) else each for each in self.results]
        return Evaluation(self.plan, self.as_of, tuple(results))

    @cached_property
    def counted(self) -> tuple[Result, ...]:
        """The targets that are counted: the plans' own, or those of the plan that collects the others."""
        if self.are_sums:
            return tuple(result for member in self.members for result in member.counted)
        return self.results


def common_day(plans: Sequence[Plan], collecting: Plan | None = None) -> date:
    """Returns the one day for which all plans are judged unless another is asked for.

    The collecting plan's `as_of`, else the latest figure of any, else the day before the first one starts.
    """
    if collecting and collecting.as_of:
        return collecting.as_of
    every = [*plans, *([collecting] if collecting else [])]
    figures = [day for plan in every if (day := latest_figure(plan))]
    return max(figures) if figures else day_before(min(plan.time.start for plan in every))


def roll_up(frame: Plan, joined: Iterable[Joined], as_of: date, unread: tuple[str, ...] = ()) -> Rollup:
    """Judges several plans, and for each id what they come to together.

    `frame` is the collecting plan; without targets it says only how sums are judged. A target of it that has
    parts collects nothing. What could not be read is lacking in the sums of a collecting plan.
    """
    members = tuple(_judged(each, as_of) for each in joined)
    found: defaultdict[str, list[Result]] = defaultdict(list)
    for member in members:
        for result in member.results:
            found[result.target.id].append(result)
    times = {member_of(member.plan): member.plan.time for member in members}
    collector = Collector(frame, times, unread)
    with localcontext(EXACT):
        if frame.targets:
            wholes = [
                (target, None)
                if target.parts or target.id not in found
                else (collector.collected(target, found[target.id]), tuple(found[target.id]))
                for target in (each.in_force(as_of) for each in frame.targets)
            ]
        else:
            wholes = [(collector.whole(id_, results), tuple(results)) for id_, results in found.items()]
    ids = {target.id for target in frame.targets}
    lacking = {id_: member_of_result(results[0]) for id_, results in found.items() if ids and id_ not in ids}
    return Rollup(
        plan=frame,
        as_of=as_of,
        results=judge_wholes(frame, as_of, wholes),
        members=members,
        collector=collector,
        lacking=lacking,
    )


def _judged(joined: Joined, as_of: date) -> Evaluation:
    if joined.collected:
        return roll_up(joined.plan, joined.collected, as_of, joined.unread)
    return evaluate(joined.plan, as_of)


def is_silent(evaluation: Evaluation) -> bool:
    """Tells whether a plan owes figures, and has none at all for a day for which one is needed."""
    every = [each for result in evaluation.results for each in (result, *result.parts)]
    heard = any(
        each.needed_day and each.measured_on and each.measured_on >= each.needed_day for each in every
    )
    return not heard and any(each.status is Status.NOT_REPORTED for each in every)


def named_apart(plans: Sequence[Plan]) -> list[Plan]:
    """Returns several plans, called by their paths where two of them have one title."""
    if len({plan.title for plan in plans}) == len(plans):
        return list(plans)
    return [_called(plan, member_of(plan)._replace(name=member_of(plan).path)) for plan in plans]


def _called(plan: Plan, member: Member) -> Plan:
    targets = [
        each._replace(plan=member, parts=tuple([part._replace(plan=member) for part in each.parts]))
        for each in plan.targets
    ]
    return plan._replace(member=member, targets=tuple(targets))


def member_of(plan: Plan) -> Member:
    """Returns the path and the name by which one of several plans is told from the others."""
    if plan.member is None:
        raise ValueError(plan.title)
    return plan.member


def plans_worst_first(evaluation: Evaluation) -> list[Evaluation]:
    """Sorts plans by how many of their targets are missed, then behind, slipping, not reported."""
    members = evaluation.members if isinstance(evaluation, Rollup) else (evaluation,)
    ranked = [status for status in by_rank() if status.rank <= Status.NOT_REPORTED.rank]
    return sorted(members, key=lambda each: [-each.by_status[status] for status in ranked])
