"""The terms of a target besides goal and figures: which differ, and which of these demand less now."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.plan import kinds
from plan_tracker.plan.model import CheckLevel, Past, Target
from plan_tracker.plan.periods import Reporting
from plan_tracker.plan.units import converted
from plan_tracker.questions.compare.figures import power_of_figures

PACE, STATED, COMMITTED = "pace_rule", "stated", "committed"
_BENDING = frozenset({"start", "due", "kind", "direction"})
"""Terms that move the pace with them."""
_STRICTEST_FIRST = (CheckLevel.FAIL, CheckLevel.WARN, CheckLevel.OFF)


class PaceDrop(NamedTuple):
    """The reporting date on which the pace fell most: the share demanded before, and the smaller one now.

    For a cap it is the share that may be used, and larger now.
    """

    day: date
    old: Fraction
    new: Fraction


class TermChange(NamedTuple):
    """A term before and after; `drop` tells of the day on which an eased pace fell most."""

    key: str
    old: object
    new: object
    eased: bool = False
    drop: PaceDrop | None = None


class _Term(NamedTuple):
    key: str
    eases: Callable[[Target, Target], bool] = lambda _old, _new: False
    shown: Callable[[Target], object] | None = None

    def of(self, target: Target) -> object:
        """Returns what a target has under the key, in the form that is shown."""
        return self.shown(target) if self.shown else getattr(target, self.key)


def _always(_old: Target, _new: Target) -> bool:
    return True


def _is_less_strict(old: Target, new: Target) -> bool:
    return _STRICTEST_FIRST.index(new.check) > _STRICTEST_FIRST.index(old.check)


def _is_due_otherwise(old: Target, new: Target) -> bool:
    """Tells whether there is more time, or, of a level to be held, whether it is to be held less long."""
    return new.due > old.due or (new.due < old.due and kinds.is_held(new))


def _is_dropped_sooner(old: Target, new: Target) -> bool:
    return new.dropped is not None and not old.is_dropped(new.dropped)


def _course(target: Target) -> tuple[object, ...]:
    """Returns the rule of a pace and the points of its curve, without the ends, which move with the dates."""
    pace = target.pace
    if pace is None or pace.clock is None:
        return (pace and pace.rule,)
    return pace.rule, pace.clock.positions[1:-1], pace.clock.shares[1:-1]


_TERMS = (
    *map(_Term, ("name", "group", "owner", "unit")),
    _Term("kind", eases=_always),
    _Term("direction", eases=_always),
    *map(_Term, ("stage", "binding")),
    _Term("baseline", eases=_always),
    _Term("start", eases=lambda old, new: new.start > old.start),
    _Term("due", eases=_is_due_otherwise),
    _Term(PACE, shown=_course),
    _Term(COMMITTED, shown=lambda target: sorted(target.committed)),  # in whatever order
    _Term("weight"),
    _Term("check", eases=_is_less_strict),
    _Term("reporting", eases=lambda old, new: new.reporting.months > old.reporting.months),
    _Term("counting", eases=_always),
    _Term("dropped", eases=_is_dropped_sooner),
    _Term("past"),
    _Term(STATED, shown=lambda target: tuple((each.period, each.text) for each in target.stated)),
    *map(_Term, ("feed", "source", "note")),
)
"""In the order of the columns; each knows when a change of it demands less."""


def term_changes(
    old: Target, new: Target, days: Mapping[Reporting, frozenset[date]]
) -> tuple[TermChange, ...]:
    """Returns the terms of a target that differ; `days` are the reporting dates of both plans, by rhythm.

    A pace that is lower only because the start or due date moved, or because the target counts another thing,
    is not reported as a second easing. Figures that were only put in another size of the unit are the same.
    """
    sized = _resized(old, power_of_figures(old, new))
    found = {
        term.key: TermChange(key=term.key, old=term.of(old), new=after, eased=term.eases(old, new))
        for term in _TERMS
        if term.of(sized) != (after := term.of(new))
    }
    is_bent = any(change.eased and change.key in _BENDING for change in found.values())
    drop = None if is_bent else _pace_drop(old, new, days[old.reporting] | days[new.reporting])
    if drop:
        found[PACE] = TermChange(key=PACE, old=_course(old), new=_course(new), eased=True, drop=drop)
    return tuple(found[term.key] for term in _TERMS if term.key in found)


def _resized(target: Target, power: int) -> Target:
    """Multiplies the figures among a target's terms by a power of ten."""
    if not power:
        return target
    baseline = target.baseline
    return target._replace(
        baseline=None if baseline is None else converted(baseline, power),
        committed=tuple(work._replace(amount=converted(work.amount, power)) for work in target.committed),
        past=target.past and _resized_past(target.past, power),
    )


def _resized_past(past: Past, power: int) -> Past:
    return past._replace(
        years=tuple(
            year._replace(
                totals=tuple(each._replace(value=converted(each.value, power)) for each in year.totals)
            )
            for year in past.years
        )
    )


def own_terms(
    part: Iterable[TermChange],
    whole: Iterable[TermChange],
    was: tuple[Target, Target],
    now: tuple[Target, Target],
) -> tuple[TermChange, ...]:
    """Returns the changed terms of a part that did not change in the same way for its target.

    `was` and `now` are the part and its target: a term that both have alike is inherited. A pace demands less
    of a part also where it demands nothing of its target, which has no goal.
    """
    of_whole = {change.key: change for change in whole}
    inherited = {
        term.key
        for term in _TERMS
        if term.key in of_whole and all(term.of(each) == term.of(its) for each, its in (was, now))
    }
    return tuple(
        change
        for change in part
        if change.key not in inherited or (change.eased and not of_whole[change.key].eased)
    )


def _pace_drop(old: Target, new: Target, days: Iterable[date]) -> PaceDrop | None:
    """Finds the day on which the demand fell most; None if it fell nowhere, or there is no goal."""
    if old.goal is None or new.goal is None or _basis(old) == _basis(new):
        return None
    sign = -1 if kinds.is_cap(new) else 1
    drops = [
        PaceDrop(day=day, old=kinds.share_of_goal(old, day), new=kinds.share_of_goal(new, day))
        for day in sorted(days)
    ]
    worst = max(drops, key=lambda drop: sign * (drop.old - drop.new))
    return worst if sign * (worst.old - worst.new) > 0 else None


def _basis(target: Target) -> object:
    """Returns all that a pace is computed from: where two have the same, no share differs."""
    pace = target.pace
    return pace and (pace.clock, pace.start, pace.due)
