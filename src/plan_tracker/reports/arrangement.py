"""Which targets and parts are shown, in which order, and under which headings."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from operator import attrgetter
from typing import NamedTuple, TypeVar

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation, descended
from plan_tracker.judging.result import Result
from plan_tracker.judging.wholes import is_whole
from plan_tracker.plan.units import is_percent
from plan_tracker.reports.view import GroupBy, PartsShown, SortBy, View

T = TypeVar("T")
_NOTHING = Fraction(0)
_MOST_BELOW = 10_000
"""How many targets of several plans have lines of their own where people read them."""


class Entry(NamedTuple):
    """A target or part in its place: a part stands `below` its target, or alone, and then `whole` is that.

    A part in one of several plans has both: it stands below the sum over them, and `whole` is its target.
    """

    result: Result
    below: bool = False
    whole: Result | None = None


_is_below = attrgetter("below")


class Group(NamedTuple):
    """The entries under one heading; `own` are all results that are counted there, shown or not."""

    key: str
    entries: tuple[Entry, ...]
    own: tuple[Entry, ...]


def _asks_for(view: View, result: Result) -> bool:
    """Tells whether the view shows targets of that status, owner and group."""
    target = result.target
    return (
        (not view.only or result.status in view.only)
        and view.owner in (None, target.owner)
        and view.group in (None, target.group)
    )


def groups(evaluation: Evaluation, view: View) -> list[Group]:
    """Returns the targets asked for under their headings, each followed by its parts.

    By owner, a part that another owner answers for stands alone under that owner. Below its target it is
    repeated if it lags, for the owner of the whole must know.
    """
    own: dict[str, list[Entry]] = {}
    for entry in _ordered(_standing(evaluation, view), view.sort):
        own.setdefault(_key(entry.result, view.group_by), []).append(entry)
    found = [
        Group(key, tuple(each for entry in members for each in _with_parts(entry, view)), tuple(members))
        for key, members in own.items()
    ]
    return [group for group in found if group.entries]


def worst_of(found: list[Group], limit: int, sort: SortBy) -> tuple[list[Group], int]:
    """Keeps the worst `limit` rows under their headings, and counts the rest.

    Where rows are left out, the worst stand first unless another order was asked for; a target and its parts
    stand where the worst of them belongs.
    """
    from heapq import nsmallest

    left_out = sum(len(group.entries) for group in found) - limit
    if left_out <= 0:
        return found, 0
    shown: dict[str, list[Entry]] = {}
    room = limit
    every = ((group.key, family) for group in found for family in families(group.entries, _is_below))
    for key, entries in nsmallest(limit, every, key=lambda each: _badness(each[1], sort)):
        if room:
            shown.setdefault(key, []).extend(entries[:room])
            room -= len(entries[:room])
    own = {group.key: group.own for group in found}
    return [Group(key, tuple(entries), own[key]) for key, entries in shown.items()], left_out


def families(entries: Iterable[T], is_below: Callable[[T], object]) -> Iterator[list[T]]:
    """Yields each target together with the parts that stand below it."""
    family: list[T] = []
    for entry in entries:
        if family and not is_below(entry):
            yield family
            family = []
        family.append(entry)
    yield family


def _badness(entries: list[Entry], sort: SortBy) -> tuple[int, bool, Fraction]:
    if sort is not SortBy.FILE:
        return 0, *measure(entries[0].result, sort)
    return min(badness(entry.result) for entry in entries)


def asked_for(evaluation: Evaluation, view: View) -> list[Result]:
    """Returns the targets and parts asked for in one list for programs; each is chosen by its own status."""
    entries = _ordered([Entry(result) for result in evaluation.results], view.sort)
    every = descended((entry.result for entry in entries), parts=view.parts is not PartsShown.NONE)
    return [each for each in every if _asks_for(view, each)]


def parts_to_read(evaluation: Evaluation, *, wanted: bool) -> PartsShown:
    """Returns which parts a page or a document shows: all, but of very many plans only their sums."""
    if not wanted:
        return PartsShown.NONE
    below = sum(len(each.parts) for each in evaluation.results) if isinstance(evaluation, Rollup) else 0
    return PartsShown.LAGGING if below > _MOST_BELOW else PartsShown.ALL


def parts_below(result: Result, view: View) -> tuple[Result, ...]:
    """Returns the parts to show below a target: only those asked for, if any are."""
    if not result.parts or view.parts is PartsShown.NONE:  # most targets have no parts
        return ()
    lags = any(part.status.lagging for part in result.parts) and not is_whole(result)
    if view.parts is PartsShown.LAGGING and not view.is_filtered and not lags:
        return ()
    return tuple(
        part
        for part in result.parts
        if _asks_for(view, part)
        and (
            view.group_by is not GroupBy.OWNER
            or view.parts is PartsShown.ALL
            or part.status.lagging
            or part.target.owner == result.target.owner
        )
    )


def _standing(evaluation: Evaluation, view: View) -> list[Entry]:
    alone = view.group_by is GroupBy.OWNER and view.parts is not PartsShown.NONE
    found = []
    for whole in evaluation.results:
        found.append(Entry(whole))
        if alone:
            found += [
                Entry(part, whole=whole) for part in whole.parts if part.target.owner != whole.target.owner
            ]
    return found


def _with_parts(entry: Entry, view: View) -> tuple[Entry, ...]:
    below = tuple(_below(entry.result, view))
    return (entry, *below) if below or _asks_for(view, entry.result) else ()


def _below(result: Result, view: View) -> Iterator[Entry]:
    """Yields the parts of a target; of several plans also the parts of each, where some are asked for."""
    shown = parts_below(result, view)
    if not (view.is_filtered and is_whole(result)):
        yield from (Entry(part, below=True) for part in shown)
        return
    asked = set(map(id, shown))
    for part in result.parts:
        if id(part) in asked:
            yield Entry(part, below=True)
        yield from (Entry(each, below=True, whole=part) for each in parts_below(part, view))


def _ordered(entries: list[Entry], sort: SortBy) -> list[Entry]:
    """Sorts entries by lead or rate, the lowest first, those without one last; or keeps the file's order."""
    if sort is SortBy.FILE:
        return entries
    return sorted(entries, key=lambda entry: measure(entry.result, sort))


def badness(result: Result) -> tuple[int, bool, Fraction]:
    """Returns the key that sorts targets by their status, the worst first, then by lead or margin."""
    return result.status.rank, *measure(result, SortBy.LEAD)


def measure(result: Result, sort: SortBy) -> tuple[bool, Fraction]:
    """Returns the key that sorts targets by lead or rate: the lowest first, those without one last."""
    measure = _lead_or_margin(result) if sort is SortBy.LEAD else result.completion_rate
    return measure is None, measure or _NOTHING


def _lead_or_margin(result: Result) -> Fraction | None:
    """Returns the lead, or of a level to be held its margin: in points, else as a share of its goal."""
    margin, goal = result.margin, result.target.goal
    if margin is None or goal is None:
        return result.lead
    if is_percent(result.target.unit):
        return Fraction(margin) / 100
    return Fraction(margin) / abs(Fraction(goal)) if goal else Fraction(margin)


def _key(result: Result, group_by: GroupBy | None) -> str:
    match group_by:
        case GroupBy.GROUP:
            return result.target.group
        case GroupBy.OWNER:
            return result.target.owner
        case GroupBy.STATUS:
            return result.status.value
        case GroupBy.BINDING:
            return str(result.target.binding)
        case GroupBy.PLAN | None:
            return ""
