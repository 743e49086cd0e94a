"""What of an evaluation is shown, in which order, and what stands together; for tables and for machines."""

from fractions import Fraction
from typing import NamedTuple

from plan_tracker.evaluation import LAGGING, Evaluation, Result
from plan_tracker.view import GroupBy, PartsShown, SortBy, View

NOTHING = Fraction(0)


class Entry(NamedTuple):
    """A target or a part in its place: below its target, or by itself, and then `whole` is its target."""

    result: Result
    below: bool = False
    whole: Result | None = None


class Group(NamedTuple):
    """What stands under one heading. `own` is all that belongs there, shown or not: it is what is counted."""

    key: str
    entries: tuple[Entry, ...]
    own: tuple[Entry, ...]


def asks_for(view: View, result: Result) -> bool:
    """Whether a status was asked for, or none in particular."""
    return not view.only or result.status in view.only


def groups(evaluation: Evaluation, view: View) -> list[Group]:
    """The targets asked for under their headings, each followed by its parts.

    By owner, a part that another owner answers for stands by itself under that owner; below its target it is
    repeated where it lags, for the owner of the whole must know.
    """
    own: dict[str, list[Entry]] = {}
    for entry in _ordered(_standing(evaluation, view), view.sort):
        own.setdefault(_key(entry.result, view.group_by), []).append(entry)
    found = [
        Group(key, tuple(each for entry in members for each in _with_parts(entry, view)), tuple(members))
        for key, members in own.items()
    ]
    return [group for group in found if group.entries]


def flat(evaluation: Evaluation, view: View) -> list[Result]:
    """The targets and parts asked for, one by one, for machines: a part is there by its own status only."""
    entries = _ordered([Entry(result) for result in evaluation.results], view.sort)
    return [
        each
        for entry in entries
        for each in (entry.result, *(() if view.parts is PartsShown.NONE else entry.result.parts))
        if asks_for(view, each)
    ]


def parts_below(result: Result, view: View) -> tuple[Result, ...]:
    """The parts that stand below their target: where statuses are asked for, those that have one of them."""
    lags = any(part.status in LAGGING for part in result.parts)
    if view.parts is PartsShown.NONE or (view.parts is PartsShown.LAGGING and not view.only and not lags):
        return ()
    return tuple(
        part
        for part in result.parts
        if asks_for(view, part)
        and (
            view.group_by is not GroupBy.OWNER
            or view.parts is PartsShown.ALL
            or part.status in LAGGING
            or part.target.owner == result.target.owner
        )
    )


def _standing(evaluation: Evaluation, view: View) -> list[Entry]:
    alone = view.group_by is GroupBy.OWNER and view.parts is not PartsShown.NONE
    return [
        entry
        for whole in evaluation.results
        for entry in (
            Entry(whole),
            *(
                Entry(part, whole=whole)
                for part in whole.parts
                if alone and part.target.owner != whole.target.owner
            ),
        )
    ]


def _with_parts(entry: Entry, view: View) -> tuple[Entry, ...]:
    parts = tuple(Entry(part, below=True) for part in parts_below(entry.result, view))
    return (entry, *parts) if parts or asks_for(view, entry.result) else ()


def _ordered(entries: list[Entry], sort: SortBy) -> list[Entry]:
    """Entries by lead or rate, the lowest first and those without one last; else as in the file."""
    if sort is SortBy.FILE:
        return entries

    def key(entry: Entry) -> tuple[bool, Fraction]:
        measure = entry.result.lead if sort is SortBy.LEAD else entry.result.completion_rate
        return measure is None, measure or NOTHING

    return sorted(entries, key=key)


def _key(result: Result, group_by: GroupBy | None) -> str:
    keys = {
        None: "",
        GroupBy.GROUP: result.target.group,
        GroupBy.OWNER: result.target.owner,
        GroupBy.STATUS: result.status.value,
    }
    return keys[group_by]
