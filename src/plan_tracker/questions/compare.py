"""Two versions of a plan, or two days of one: what changed in it, and what that does to the verdicts."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import DIGITS, percent_text, plain, shortest
from plan_tracker.plan.model import Actual, Direction, Plan, Target


class GoalMove(StrEnum):
    """What became of a goal: harder, easier, or no longer the same thing (another unit, kind or direction).

    An easier one is `lowered`, though the figure of a cap or of a falling level rises then.
    """

    RAISED = "raised"
    LOWERED = "lowered"
    INCOMPARABLE = "incomparable"


class StatusMove(StrEnum):
    """What became of a status; `other` where neither is better, as from not due to on pace."""

    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"


class ActualMove(StrEnum):
    """What became of the figure of a day."""

    NEW = "new"
    REVISED = "revised"
    REMOVED = "removed"


class ActualChange(NamedTuple):
    """The figure of one day before and after, of which at least one exists."""

    day: date
    old: Actual | None
    new: Actual | None

    @property
    def move(self) -> ActualMove:
        """What became of the figure."""
        if self.old is None:
            return ActualMove.NEW
        return ActualMove.REVISED if self.new else ActualMove.REMOVED


class Change(NamedTuple):
    """What changed about one target or part; `old` is None if it was added, `new` if it was removed.

    `lead` is by how much the lead moved, as a share. `terms` are the columns of other settings that differ.
    """

    old: Result | None
    new: Result | None
    goal: GoalMove | None = None
    status: StatusMove | None = None
    actuals: tuple[ActualChange, ...] = ()
    lead: Fraction | None = None
    terms: tuple[str, ...] = ()

    @property
    def target(self) -> Target:
        """The target as it is now, or was before it was removed."""
        if self.new:
            return self.new.target
        if self.old:
            return self.old.target
        raise ValueError(self)


class Refusal(StrEnum):
    """What `--fail-on` can refuse. A goal that cannot be compared is not proven to be no lower."""

    WORSE = "worse"
    GOAL_LOWERED = "goal_lowered"
    ACTUAL_REVISED = "actual_revised"
    REMOVED = "removed"


class Setting(NamedTuple):
    """A setting of the whole plan, as its file spells it, before and after; empty where it is not given."""

    table: str
    key: str
    old: str
    new: str


class Comparison(NamedTuple):
    """Two judgements, and the targets and parts that differ in the order of the new version, removed last."""

    old: Evaluation
    new: Evaluation
    changes: tuple[Change, ...]
    settings: tuple[Setting, ...] = ()


TERMS = (
    *("name", "group", "owner", "unit", "kind", "direction", "stage", "binding", "baseline", "start", "due"),
    *("pace_rule", "committed", "weight", "check"),
)
"""The columns that are settings of a target, besides its goal and its actuals."""


def compare(old: Evaluation, new: Evaluation) -> Comparison:
    """What differs between two judgements, target by target; the parts of an added target go with it.

    Where both are as of the same day all figures of the two files are compared, later ones too; else only
    those that count on their day.
    """
    whole = old.as_of == new.as_of
    changes = list(_changes(old.results, new.results, old, new, whole=whole))
    return Comparison(old, new, tuple(changes), tuple(_settings(old.plan, new.plan)))


def refusals(change: Change) -> frozenset[Refusal]:
    """What could be refused about a change."""
    found = {
        Refusal.WORSE: change.status is StatusMove.WORSE,
        Refusal.GOAL_LOWERED: change.goal in (GoalMove.LOWERED, GoalMove.INCOMPARABLE),
        Refusal.ACTUAL_REVISED: any(each.move is not ActualMove.NEW for each in change.actuals),
        Refusal.REMOVED: change.new is None,
    }
    return frozenset(refusal for refusal, is_so in found.items() if is_so)


def _changes(
    before: tuple[Result, ...], after: tuple[Result, ...], old: Evaluation, new: Evaluation, *, whole: bool
) -> Iterator[Change]:
    were = {result.target.id: result for result in before}
    are = {result.target.id for result in after}
    for result in after:
        was = were.get(result.target.id)
        if was is None:
            yield Change(None, result)
            continue
        change = _change(was, result, old, new, whole=whole)
        if change != Change(was, result):
            yield change
        yield from _changes(was.parts, result.parts, old, new, whole=whole)
    yield from (Change(result, None) for result in before if result.target.id not in are)


def _change(was: Result, result: Result, old: Evaluation, new: Evaluation, *, whole: bool) -> Change:
    moved = None if was.lead is None or result.lead is None else result.lead - was.lead
    return Change(
        was,
        result,
        goal=goal_move(was.target, result.target),
        status=status_move(was.status, result.status),
        actuals=_actual_changes(
            _figures(was.target, None if whole else old.as_of),
            _figures(result.target, None if whole else new.as_of),
        ),
        lead=moved or None,
        terms=_terms(was, result),
    )


def goal_move(old: Target, new: Target) -> GoalMove | None:
    """What became of a goal, None if nothing; one that is no longer given is lowered."""
    if old.goal is None or new.goal is None:
        if old.goal == new.goal:
            return None
        return GoalMove.RAISED if old.goal is None else GoalMove.LOWERED
    if (old.unit, old.kind, old.direction) != (new.unit, new.kind, new.direction):
        return GoalMove.INCOMPARABLE
    if old.goal == new.goal:
        return None
    more = new.goal > old.goal
    return GoalMove.RAISED if more is (new.direction is Direction.AT_LEAST) else GoalMove.LOWERED


def status_move(old: Status, new: Status) -> StatusMove | None:
    """Whether a status became better or worse, None if it is the same.

    Among those that judge, by their rank. To lose the figures is worse; to report them is better if the
    target then stands well. To fall behind at once when something is first due is worse.
    """
    if old is new:
        return None
    if old.judged and new.judged:
        return StatusMove.BETTER if new.rank > old.rank else StatusMove.WORSE
    if new is Status.NOT_REPORTED and (old.judged or old is Status.NOT_DUE):
        return StatusMove.WORSE
    if old is Status.NOT_DUE and new.lagging:
        return StatusMove.WORSE
    if old is Status.NOT_REPORTED and new in (Status.DONE, Status.ON_PACE):
        return StatusMove.BETTER
    return StatusMove.OTHER


def _figures(target: Target, until: date | None) -> dict[date, Actual]:
    return {actual.day: actual for actual in target.actuals if until is None or actual.day <= until}


def _actual_changes(old: dict[date, Actual], new: dict[date, Actual]) -> tuple[ActualChange, ...]:
    return tuple(
        ActualChange(day, was, now)
        for day in sorted(old.keys() | new.keys())
        if _said(was := old.get(day)) != _said(now := new.get(day))
    )


def _said(actual: Actual | None) -> object:
    return None if actual is None else (actual.value, actual.missing)


def _terms(was: Result, result: Result) -> tuple[str, ...]:
    before, after = _settings_of(was.target), _settings_of(result.target)
    return tuple(
        key for key in TERMS if before[key] != after[key] or (key == "pace_rule" and _bends(was, result))
    )


def _settings_of(target: Target) -> dict[str, object]:
    committed = sum((work.amount for work in target.committed), Decimal(0)) if target.committed else None
    pace_rule = target.pace.rule if target.pace else None
    return target._asdict() | {"committed": committed, "pace_rule": pace_rule}


def _bends(was: Result, result: Result) -> bool:
    """Whether a curve has other points, though its dates and its name are the same."""
    old, new = was.target.pace, result.target.pace
    if old is None or new is None or (old.start, old.due) != (new.start, new.due):
        return False
    return old.clock != new.clock


def _settings(old: Plan, new: Plan) -> Iterator[Setting]:
    for (table, key), was in _spelt(old).items():
        if was != (now := _spelt(new)[table, key]):
            yield Setting(table, key, was, now)


def _spelt(plan: Plan) -> dict[tuple[str, str], str]:
    check = plan.check
    return {
        ("plan", "title"): plan.title,
        ("plan", "start"): plan.time.start.isoformat(),
        ("plan", "end"): plan.time.end.isoformat(),
        ("plan", "as_of"): plan.as_of.isoformat() if plan.as_of else "",
        ("plan", "tolerance"): _points(plan.tolerance),
        ("check", "fail_on"): ", ".join(sorted(check.fail_on)),
        ("check", "warn_on"): ", ".join(sorted(check.warn_on)),
        ("check", "max_lag"): "" if check.max_lag is None else _points(check.max_lag),
        ("check", "min_completion"): (
            "" if check.min_completion is None else percent_text(check.min_completion)
        ),
    }


def _points(share: Fraction) -> str:
    return f"{plain(shortest(share * 100, DIGITS))}pp"
