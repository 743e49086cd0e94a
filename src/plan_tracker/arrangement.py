"""What of an evaluation is shown, in which order, and what stands together; for tables and for machines."""

from enum import StrEnum
from typing import NamedTuple

from plan_tracker.evaluation import LAGGING, Evaluation, Result, Status


class GroupBy(StrEnum):
    """What a table is grouped by."""

    GROUP = "group"
    OWNER = "owner"
    STATUS = "status"


class SortBy(StrEnum):
    """In which order targets stand: the lead (worst first), the rate (lowest first), or as in the file."""

    FILE = "file"
    LEAD = "lead"
    RATE = "rate"


class PartsShown(StrEnum):
    """Which parts stand below their target: those of targets with a laggard among them, all, or none."""

    LAGGING = "lagging"
    ALL = "all"
    NONE = "none"


class View(NamedTuple):
    """What of a plan is shown, and how it is arranged."""

    only: frozenset[Status] = frozenset()
    group_by: GroupBy | None = GroupBy.GROUP
    sort: SortBy = SortBy.FILE
    parts: PartsShown = PartsShown.LAGGING

    def asks_for(self, result: Result) -> bool:
        """Whether a status was asked for, or none in particular."""
        return not self.only or result.status in self.only


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
        if view.asks_for(each)
    ]


def parts_below(result: Result, view: View) -> tuple[Result, ...]:
    """The parts that stand below their target: where statuses are asked for, those that have one of them."""
    match view.parts:
        case PartsShown.NONE:
            return ()
        case PartsShown.ALL:
            shown = result.parts
        case PartsShown.LAGGING if view.only or any(part.status in LAGGING for part in result.parts):
            shown = result.parts
        case PartsShown.LAGGING:
            return ()
    return tuple(
        part
        for part in shown
        if view.asks_for(part)
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
    return (entry, *parts) if parts or view.asks_for(entry.result) else ()


def _ordered(entries: list[Entry], sort: SortBy) -> list[Entry]:
    match sort:
        case SortBy.FILE:
            return entries
        case SortBy.LEAD:
            return sorted(entries, key=lambda each: (each.result.lead is None, each.result.lead or 0))
        case SortBy.RATE:
            return sorted(
                entries,
                key=lambda each: (each.result.completion_rate is None, each.result.completion_rate or 0),
            )


def _key(result: Result, group_by: GroupBy | None) -> str:
    match group_by:
        case None:
            return ""
        case GroupBy.GROUP:
            return result.target.group
        case GroupBy.OWNER:
            return result.target.owner
        case GroupBy.STATUS:
            return result.status.value
