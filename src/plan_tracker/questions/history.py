"""How a plan stood over time: each target as of each of its periods, by what was known and in force then."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plan_tracker.judging.actuals import reporting_days
from plan_tracker.judging.collecting import Joined, Rollup, roll_up
from plan_tracker.judging.evaluation import Evaluation, evaluate
from plan_tracker.judging.result import Result
from plan_tracker.plan.model import Plan, Target


def history(evaluation: Evaluation, *, parts: bool = True) -> Iterator[Result]:
    """Yields each target as of each of its days, oldest first, then its parts alike; in the file's order.

    Its days are those for which it has a figure, and the reporting dates on which it owed one, up to the
    as-of day.
    """
    if isinstance(evaluation, Rollup):
        yield from _of_several(evaluation, parts=parts)
        return
    plan = evaluation.plan
    asked = {
        each.id: _days(each, evaluation)
        for target in plan.targets
        for each in (target, *(target.parts if parts else ()))
    }
    found = dict(_found(plan, asked))
    for id_, days in asked.items():
        yield from (found[id_, day] for day in days)


def _of_several(rollup: Rollup, *, parts: bool) -> Iterator[Result]:
    """Yields what several plans came to as of each day, then each plan's targets that are part of that."""
    asked = {result.target.id: _days(result.target, rollup) for result in rollup.results}
    then = {day: _sums(rollup, day) for day in {day for days in asked.values() for day in days}}
    for id_, days in asked.items():
        yield from (then[day][id_] for day in days)
    for member in rollup.members if parts else ():
        yield from (each for each in history(member) if (each.target.parent or each.target.id) in asked)


def _sums(rollup: Rollup, day: date) -> dict[str, Result]:
    """Returns what the plans come to as of another day, with the goals that were in force then, by id."""
    whole = _joined(rollup)
    frame = whole.plan._replace(targets=()) if rollup.are_sums else whole.plan
    results = roll_up(frame, whole.collected, day, whole.unread).results
    return {result.target.id: result for result in results}


def _joined(evaluation: Evaluation) -> Joined:
    if not isinstance(evaluation, Rollup):
        return Joined(evaluation.plan)
    return Joined(evaluation.plan, tuple(map(_joined, evaluation.members)), evaluation.unread)


def _found(plan: Plan, asked: dict[str, list[date]]) -> Iterator[tuple[tuple[str, date], Result]]:
    """Judges, for each day, only the targets that have it among their days, or among those of their parts."""
    targets: defaultdict[date, list[Target]] = defaultdict(list)
    for target in plan.targets:
        for day in {day for each in (target, *target.parts) for day in asked.get(each.id, ())}:
            targets[day].append(target)
    for day, some in targets.items():
        for result in evaluate(plan._replace(targets=tuple(some)), day).results:
            yield (result.target.id, day), result
            own = (each for each in result.parts if each.target.parent == result.target.id)
            yield from (((each.target.id, day), each) for each in own)


def _days(target: Target, evaluation: Evaluation) -> list[date]:
    reported = {actual.day for actual in target.actuals}
    owed = set() if target.goal is None else reporting_days(target, evaluation.plan.time)
    if target.pace and target.pace.at_due:  # nothing is owed before
        owed &= {target.due}
    return sorted(day for day in reported | owed if day <= evaluation.as_of)
