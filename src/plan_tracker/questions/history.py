"""How a plan stood over time: each target as of each of its periods, by what was known and in force then."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation, Result, evaluate
from plan_tracker.plan.model import Plan, Target


def history(evaluation: Evaluation, *, parts: bool = True) -> Iterator[Result]:
    """Yields each target as of each of its days, oldest first, then each of its parts; as in the file.

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
    """Yields what several plans come to over time, then each plan by itself."""
    sums = rollup.plan._replace(targets=tuple(result.target for result in rollup.results))
    yield from history(Evaluation(sums, rollup.as_of, rollup.results), parts=False)
    for member in rollup.members if parts else ():
        yield from history(member)


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
    owed: set[date] = set()
    if target.goal is not None:
        dates = {*evaluation.plan.time.reporting_dates(target.reporting), target.due}
        owed = {day for day in dates if target.start < day <= target.due and not target.is_dropped(day)}
    return sorted(day for day in reported | owed if day <= evaluation.as_of)
