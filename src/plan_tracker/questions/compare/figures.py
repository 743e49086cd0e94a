"""Which figures were reported since, and which reported ones were corrected or taken away."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.numbers import EXACT, trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Counting, Target
from plan_tracker.plan.units import converted, power_between


class ActualMove(StrEnum):
    """What became of the figure of a day."""

    NEW = "new"
    REVISED = "revised"
    REMOVED = "removed"


class ActualChange(NamedTuple):
    """The figure of one day as typed before and after, of which at least one exists."""

    day: date
    old: Actual | None
    new: Actual | None

    @property
    def move(self) -> ActualMove:
        """What became of the figure."""
        if self.old is None:
            return ActualMove.NEW
        return ActualMove.REVISED if self.new else ActualMove.REMOVED


def actual_changes(old: Target, new: Target, then: date, now: date) -> Iterator[ActualChange]:
    """Yields the figures that are new, corrected or gone, in the order of their days.

    Corrected or gone are figures that the old file had for any day. New are also figures that it had already,
    but that count only now: their day lies after `then` and not after `now`, the days for which the two are
    judged. A sum is new, corrected or gone with a figure of a part, which tells it, or with a dropped part.
    """
    power = power_of_figures(old, new)
    before, after = _figures(old, new), _figures(new, old)
    for day in sorted(before.keys() | after.keys()):
        was, figure = before.get(day), after.get(day)
        if (was is None or was.is_sum) and (figure is None or figure.is_sum):
            continue
        if was and was.is_sum and was.total.missing:  # nobody had reported a figure of the whole
            was = None
        if was is None or figure is None:
            yield ActualChange(day=day, old=was and was.typed, new=figure and figure.typed)
        elif not _agree(was, figure, power):
            yield ActualChange(day=day, old=was.typed, new=figure.typed)
        elif then < day <= now:
            yield ActualChange(day=day, old=None, new=figure.typed)


def added(old: Result, new: Result) -> Decimal | None:
    """Returns the new actual less the old one, in the new unit.

    None where either is missing or only a bound, or where they are not figures of the same thing.
    """
    if old.actual is None or new.actual is None or old.target.kind is not new.target.kind:
        return None
    if power_between(old.target.unit, new.target.unit) is None or old.is_bound or new.is_bound:
        return None
    power = power_of_figures(old.target, new.target)
    return EXACT.subtract(new.actual.value, converted(old.actual.value, power))


def power_of_figures(old: Target, new: Target) -> int:
    """Returns by which power of ten figures were multiplied for a new unit; 0 if only its word was put right.

    Only the word was where goal or figures of both versions are the same as typed, and none is the same in
    the new size.
    """
    power = power_between(old.unit, new.unit)
    if not power:
        return 0
    was = {each.day: each.value for each in old.actuals}
    figures = ((was.get(each.day), each.value) for each in new.actuals)
    given = [(old.first_goal, new.first_goal), *figures]
    pairs = [(before, after) for before, after in given if before and after]
    is_word = any(before == after for before, after in pairs)
    return 0 if is_word and not any(converted(before, power) == after for before, after in pairs) else power


class _Figure(NamedTuple):
    """A figure as typed (an increment, if that is what was typed) and the total or level that it makes."""

    typed: Actual
    total: Actual
    is_sum: bool


def _figures(target: Target, other: Target) -> dict[date, _Figure]:
    """Returns a target's figures by day; increments only if both versions have them, and no parts to sum."""
    totals = tuple(each.own or each for each in target.actuals)
    typed = totals
    if {target.counting, other.counting} == {Counting.PER_PERIOD} and not (target.parts or other.parts):
        start = Actual(period="", day=date.min, value=Decimal(0))
        typed = tuple(
            total._replace(value=trimmed(EXACT.subtract(total.value, before.value)), missing=())
            for before, total in pairwise((start, *totals))
        )
    return {
        total.day: _Figure(typed=each, total=total, is_sum=_is_sum(target, total))
        for each, total in zip(typed, totals, strict=True)
    }


def _agree(old: _Figure, new: _Figure, power: int) -> bool:
    """Tells whether two figures of a day say the same: as typed, or in total if their periods differ."""
    if old.typed.period != new.typed.period and _are_equal(old.total, new.total, power):
        return True
    return _are_equal(old.typed, new.typed, power)


def _are_equal(old: Actual, new: Actual, power: int) -> bool:
    return converted(old.value, power) == new.value and old.missing == new.missing


def _is_sum(target: Target, actual: Actual) -> bool:
    """Tells whether a figure only adds up the parts' figures, whose own changes are told already."""
    if not kinds.is_total(target):
        return False
    if any(part.part_name in actual.missing for part in target.parts):
        return True
    given = [figure.value for part in target.parts for figure in part.actuals if figure.day == actual.day]
    return bool(given) and len(given) == len(target.parts) and sum(given, Decimal(0)) == actual.value
