"""What changed between two judgements, target by target, and what of it can be refused."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.plan.model import Target
from plan_tracker.plan.periods import Reporting
from plan_tracker.questions.compare.figures import ActualChange, ActualMove, actual_changes, added
from plan_tracker.questions.compare.moves import GoalMove, StatusMove, goal_move, status_move
from plan_tracker.questions.compare.settings import Setting, settings
from plan_tracker.questions.compare.terms import TermChange, own_terms, term_changes
from plan_tracker.questions.compare.years import same_year


class Refusal(StrEnum):
    """What `--fail-on` can refuse. A goal that cannot be compared is not proven to be no lower."""

    WORSE = "worse"
    GOAL_LOWERED = "goal_lowered"
    ACTUAL_REVISED = "actual_revised"
    REMOVED = "removed"
    EASED = "eased"


ACROSS_YEARS = frozenset({Refusal.WORSE, Refusal.REMOVED})
"""What can be refused between plans of different years, of which only rates and verdicts are compared."""


class Change(NamedTuple):
    """What changed about one target or part; `old` is None if it was added, `new` if it was removed.

    `added` is the new actual less the old one, in the new unit. `lead` is by how much the lead moved, as a
    share. Both are None where an actual is only a bound. A sum is `of_other_plans` if it had others before.
    """

    old: Result | None
    new: Result | None
    goal: GoalMove | None = None
    status: StatusMove | None = None
    actuals: tuple[ActualChange, ...] = ()
    added: Decimal | None = None
    lead: Fraction | None = None
    terms: tuple[TermChange, ...] = ()
    of_other_plans: bool = False

    @property
    def target(self) -> Target:
        """The target as it is now, or as it was before it was removed."""
        if self.new:
            return self.new.target
        if self.old:
            return self.old.target
        raise ValueError(self)


class Comparison(NamedTuple):
    """Two judgements and the changed targets and parts, in the new version's order, removed ones last.

    Of plans of different years (not `same_year`) only rates and statuses are compared.
    """

    old: Evaluation
    new: Evaluation
    same_year: bool
    changes: tuple[Change, ...]
    settings: tuple[Setting, ...] = ()


def compare(old: Evaluation, new: Evaluation) -> Comparison:
    """Compares two judgements; a target that was added or removed is one change, with its parts."""
    same = same_year(old.plan.time, new.plan.time)
    comparer = _Comparer(old, new, same=same)
    return Comparison(
        old=old,
        new=new,
        same_year=same,
        changes=tuple(comparer.changes(old.results, new.results)),
        settings=tuple(_settings(old, new)) if same else (),
    )


def refusals(change: Change) -> frozenset[Refusal]:
    """Returns all that can be refused about a change."""
    found = {
        Refusal.WORSE: change.status is StatusMove.WORSE,
        Refusal.GOAL_LOWERED: change.goal in (GoalMove.LOWERED, GoalMove.INCOMPARABLE),
        Refusal.ACTUAL_REVISED: any(each.move is not ActualMove.NEW for each in change.actuals),
        Refusal.REMOVED: change.new is None,
        Refusal.EASED: any(each.eased for each in change.terms),
    }
    return frozenset(refusal for refusal, is_so in found.items() if is_so)


def refused(comparison: Comparison, asked: frozenset[Refusal]) -> dict[Refusal, int]:
    """Counts the targets, parts and settings with each kind of change that is `asked` for and occurs."""
    occurred = [each for change in comparison.changes for each in refusals(change)]
    occurred += [Refusal.EASED for setting in comparison.settings if setting.eased]
    return {each: occurred.count(each) for each in Refusal if each in asked and each in occurred}


class _Comparer:
    def __init__(self, old: Evaluation, new: Evaluation, *, same: bool) -> None:
        self._old, self._new, self._same = old, new, same
        self._are_sums = new.are_sums
        times = old.plan.time, new.plan.time
        self._days = {
            reporting: frozenset(day for time in times for day in time.reporting_dates(reporting))
            for reporting in Reporting
        }

    def changes(
        self, before: tuple[Result, ...], after: tuple[Result, ...], whole: Change | None = None
    ) -> Iterator[Change]:
        """Yields the changes of targets, or of parts: then `whole` is the change of their target."""
        were = {result.target.key: result for result in before}
        are = {result.target.key for result in after}
        for result in after:
            was = were.get(result.target.key)
            if was is None:
                yield Change(old=None, new=result)
                continue
            change = self._change(was, result, whole)
            is_told = was.target.is_summed and result.target.is_summed  # else there are only its plans
            if is_told and self._is_a_change(change, was, result):
                yield change
            yield from self.changes(was.parts, result.parts, change if is_told else None)
        yield from (Change(old=result, new=None) for result in before if result.target.key not in are)

    def _change(self, was: Result, result: Result, whole: Change | None) -> Change:
        """Tells what changed about a target that both versions have; between years it is its status only."""
        status = status_move(was.status, result.status)
        if not self._same:
            return Change(old=was, new=result, status=status)
        old, new = was.target, result.target
        terms = term_changes(old, new, self._days)
        if whole and whole.old and whole.new:
            terms = own_terms(terms, whole.terms, (old, whole.old.target), (new, whole.new.target))
        goal, were, are = goal_move(old, new), _plans(was), _plans(result)
        of_other_plans = self._are_sums and whole is None and were != are
        if goal and of_other_plans and (were < are or are < were):  # else a file may have another name now
            goal = GoalMove.OF_OTHER_PLANS
        return Change(
            old=was,
            new=result,
            goal=goal,
            status=status,
            actuals=tuple(actual_changes(old, new, self._old.as_of, self._new.as_of)),
            added=added(was, result),
            lead=_lead_moved(was, result),
            terms=terms,
            of_other_plans=of_other_plans,
        )

    def _is_a_change(self, change: Change, old: Result, new: Result) -> bool:
        """Tells whether anything differs at all between two results of the same target."""
        found = change.goal, change.status, change.actuals, change.terms
        if any(found) or old.completion_rate != new.completion_rate or old.lead != new.lead:
            return True
        return self._same and _figure(old) != _figure(new)


def _lead_moved(old: Result, new: Result) -> Fraction | None:
    if old.lead is None or new.lead is None or old.is_bound or new.is_bound:
        return None
    return new.lead - old.lead


def _settings(old: Evaluation, new: Evaluation) -> Iterator[Setting]:
    """Yields the settings that differ; of several plans those of each that both versions have."""
    if not isinstance(old, Rollup) or not isinstance(new, Rollup):
        yield from settings(old.plan, new.plan)
        return
    if not (old.are_sums or new.are_sums):
        yield from settings(old.plan, new.plan)
    known = {member.path: plan for member, plan in old.plans.items()}
    for member, plan in new.plans.items():
        for setting in settings(known[member.path], plan) if member.path in known else ():
            yield setting._replace(key=f"{setting.key} ({member.path})")


def _plans(whole: Result) -> set[str]:
    """Returns the paths of the plans whose targets a sum adds up."""
    return {part.target.plan.path for part in whole.parts if part.target.plan}


def _figure(result: Result) -> tuple[Decimal, bool] | None:
    """Returns the actual, and whether it is only a bound."""
    return (result.actual.value, result.is_bound) if result.actual else None
