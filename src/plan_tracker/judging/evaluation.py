"""The judgement of a plan on a day: one frozen Result per target, decided once from exact numbers."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal, localcontext
from functools import cached_property

from plan_tracker.judging.actuals import judged_actual, known_by, reached_late, settles
from plan_tracker.judging.mean import Mean, mean_completion
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Plan, Target
from plan_tracker.plan.periods import Reporting, day_before

# looked up once: each lookup takes a tenth of a microsecond in Python 3.11, and a judgement needs several
_DONE, _ON_PACE, _SLIPPING = Status.DONE, Status.ON_PACE, Status.SLIPPING
_BEHIND, _MISSED = Status.BEHIND, Status.MISSED
_NOT_REPORTED, _NOT_DUE = Status.NOT_REPORTED, Status.NOT_DUE
_NO_GOAL, _DROPPED = Status.NO_GOAL, Status.DROPPED


class Evaluation:
    """A plan judged as of a day. `results` follow the order of the file; parts stand within their target."""

    are_sums: bool = False
    """Whether the results are sums over several plans, and no plan's own targets."""

    def __init__(self, plan: Plan, as_of: date, results: tuple[Result, ...]) -> None:
        self.plan, self.as_of, self.results = plan, as_of, results

    @property
    def counted(self) -> tuple[Result, ...]:
        """The targets that are counted, which are those of the plan."""
        return self.results

    def plan_of(self, _target: Target, /) -> Plan:
        """Returns the plan by whose rules a target is judged."""
        return self.plan

    @cached_property
    def by_status(self) -> dict[Status, int]:
        """How many targets (not parts) have each status; all nine, zeros too."""
        counts = dict.fromkeys(Status, 0)
        for result in self.counted:
            counts[result.status] += 1
        return counts

    @cached_property
    def mean_completion(self) -> Mean:
        """The weighted mean completion rate, each rate limited to 0…1, and the number of targets in it."""
        return mean_completion(self.counted)


def default_day(plan: Plan) -> date:
    """Returns the day for which a plan is judged unless another is asked for.

    That is its own `as_of`, else the last day of the latest period with an actual, else the day before it
    starts.
    """
    if plan.as_of is not None:
        return plan.as_of
    return latest_figure(plan) or day_before(plan.time.start)


def latest_figure(plan: Plan) -> date | None:
    """Returns the last day of the latest period with an actual of a target or part, or None."""
    targets = [each for target in plan.targets for each in (target, *target.parts)]
    return max((each.actuals[-1].day for each in targets if each.actuals), default=None)


def evaluate(plan: Plan, as_of: date | None = None) -> Evaluation:
    """Judges every target of a plan as of a day, by default the plan's (see `default_day`)."""
    day = as_of or default_day(plan)
    judge = _Judge(plan, day)
    with localcontext(EXACT):
        return Evaluation(plan, day, tuple(judge.result(target.in_force(day)) for target in plan.targets))


def owing(plan: Plan, day: date) -> Iterator[tuple[Target, date]]:
    """Yields each target that owes a figure by a day, with the day of that figure.

    No other target can be `not_reported`.
    """
    judge = _Judge(plan, day)
    with_goal = (target for target in plan.targets if target.goal is not None)
    return ((target, needed) for target in with_goal if (needed := judge.needed_day(target)))


def judge_wholes(
    plan: Plan, as_of: date, wholes: Iterable[tuple[Target, tuple[Result, ...] | None]]
) -> tuple[Result, ...]:
    """Judges targets by the rules of a plan, but not their parts, which are judged already."""
    judge = _Judge(plan, as_of)
    with localcontext(EXACT):
        return tuple(judge.result(target, parts) for target, parts in wholes)


class _Judge:
    def __init__(self, plan: Plan, as_of: date) -> None:
        self._as_of, self._tolerance = as_of, plan.tolerance
        dates = {reporting: plan.time.reporting_dates(reporting) for reporting in Reporting}
        self._last_report = {
            reporting: max((day for day in days if day <= as_of), default=None)
            for reporting, days in dates.items()
        }

    def result(self, target: Target, judged_parts: tuple[Result, ...] | None = None) -> Result:
        """Judges a target, and its parts unless these are judged already."""
        known, needed = known_by(target, self._as_of), self.needed_day(target)
        actual = judged_actual(target, known, needed)
        status = self._status(target, actual, needed)
        judged = status.judged
        return Result(
            target=target,
            as_of=self._as_of,
            status=status,
            actual=actual,
            pace=kinds.share_asked(target, actual.day) if judged and actual else None,
            needed_day=needed,
            late=reached_late(target, target.goal, known)
            if status is _DONE and target.goal is not None
            else None,
            tolerance=self._tolerance,
            parts=tuple([self.result(part) for part in target.parts])
            if judged_parts is None and target.parts
            else judged_parts or (),
        )

    def needed_day(self, target: Target) -> date | None:
        if target.is_dropped(self._as_of):
            return None
        if target.due <= self._as_of:
            return target.due
        last = self._last_report[target.reporting]
        return last if last and last > target.start else None

    def _status(self, target: Target, actual: Actual | None, needed: date | None) -> Status:
        """Returns the first of the nine statuses whose rule applies, in the order of the manual.

        A bound (an actual with something missing) decides only what it proves, whatever the rest may be.
        """
        if target.is_dropped(self._as_of):
            return _DROPPED
        goal = target.goal
        if goal is None:
            return _NO_GOAL
        cap = kinds.is_cap(target)
        if actual and settles(target, actual.value):
            return _MISSED if cap else _DONE
        is_open = target.due > self._as_of
        if target.start > self._as_of or (target.pace and target.pace.at_due and is_open):
            return _NOT_DUE
        unreported = _NOT_DUE if needed is None else _NOT_REPORTED
        if actual is None:
            return unreported
        if needed and actual.day < needed:
            return _NOT_REPORTED
        if not is_open:
            status = _DONE if kinds.reaches(target, goal, actual.value) else _MISSED
        else:
            status = self._on_the_way(target, goal, actual)
        proven = _BEHIND if cap else _ON_PACE
        return unreported if actual.missing and status is not proven else status

    def _on_the_way(self, target: Target, goal: Decimal, actual: Actual) -> Status:
        share = kinds.share_of_goal(target, actual.day)
        lag = kinds.lag(target, actual.value, kinds.expected_terms(target, goal, share))
        if lag <= 0:
            return _ON_PACE
        if not self._tolerance:
            return _BEHIND
        allowed = kinds.way(target, goal) * share.denominator * self._tolerance.numerator
        return _SLIPPING if lag * self._tolerance.denominator <= allowed else _BEHIND


def later_changes(evaluation: Evaluation) -> tuple[int, int]:
    """Counts the goals (of parts too) adjusted after the as-of day, and the targets dropped after it."""
    day = evaluation.as_of
    goals = sum(
        bool(each.target.adjusted) and each.target.adjusted[-1].day > day
        for result in evaluation.counted
        for each in (result, *result.parts)
        if each.status is not Status.DROPPED
    )
    dropped = sum(
        bool(result.target.dropped and result.target.dropped > day) for result in evaluation.counted
    )
    return goals, dropped


def find(evaluation: Evaluation, wanted: str) -> tuple[Result, Result | None]:
    """Returns the target or part with an id, and for a part its target; the id must exist."""
    return next(found for found in everything(evaluation) if found[0].target.id == wanted)


def descended(results: Iterable[Result], *, parts: bool = True) -> Iterator[Result]:
    """Yields targets, each before its parts, and these before theirs: sums of several plans have such."""
    for result in results:
        yield result
        if parts:
            yield from descended(result.parts)


def everything(evaluation: Evaluation) -> Iterator[tuple[Result, Result | None]]:
    """Yields every target followed by its parts, each part with its target."""
    for result in evaluation.results:
        yield result, None
        for part in result.parts:
            yield part, result
