"""Rows that are each of one target and one place: the places are parts of the target."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from plan_tracker.language import Message
from plan_tracker.plan.ids import Ids
from plan_tracker.spreadsheets.doubts.counted_twice import is_sum
from plan_tracker.spreadsheets.doubts.levels import says_level
from plan_tracker.spreadsheets.importing.targets import Draft
from plan_tracker.spreadsheets.importing.values import OF_PART, OF_PERIOD
from plan_tracker.spreadsheets.tables.account import Account, with_rows
from plan_tracker.spreadsheets.tables.vocabulary import GOAL
from plan_tracker.wording import importing as phrases

_MAY_DIFFER = OF_PERIOD.union(OF_PART)
"""Fields that the rows of one target's places may have for themselves."""


def are_by_place(rows: Iterable[tuple[Hashable, str]]) -> bool:
    """Tells whether some target has rows for several places; rows are given as target and place.

    Where each has a single row, the place only says where it is.
    """
    places: defaultdict[Hashable, set[str]] = defaultdict(set)
    for target, place in rows:
        if place:
            places[target].add(place)
    return any(len(found) > 1 for found in places.values())


def gathered(drafts: Sequence[Draft], places: Mapping[int, str], account: Account) -> Iterator[Draft]:
    """Yields the targets with their places as parts behind each; `places` are by the number of the row.

    A target without a row of its own is made of what its parts share, and of the sum of their goals.
    """
    families: defaultdict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        families[tuple(draft.fields.get(key, "") for key in ("name", "unit", "group"))].append(draft)
    account.doubts += _sums_of_places(families.values(), places)
    for family in families.values():
        parts = [draft for draft in family if places.get(draft.row)]
        whole = next((draft for draft in family if not places.get(draft.row)), None)
        if not parts:
            yield from family
            continue
        if whole is None:
            whole = Draft(row=parts[0].row, id=parts[0].id, fields={"name": parts[0].fields["name"]})
            _take_from_parts(whole, parts, account)
        whole.id = family[0].id
        yield whole
        _tell_differences(whole, parts, account)
        keys = Ids()
        for part in parts:
            name = places[part.row]
            part.id = f"{whole.id}/{keys.made_of(name)}"
            part.fields |= {"name": name, "parent": whole.id}
            yield part


def _sums_of_places(families: Iterable[Sequence[Draft]], places: Mapping[int, str]) -> Iterator[Message]:
    """Yields the rows of a place whose figures, several of them, are always those of all others added up."""
    sums: defaultdict[str, list[int]] = defaultdict(list)
    figures: Counter[str] = Counter()
    others: set[str] = set()
    for family in families:
        parts = [draft for draft in family if places.get(draft.row)]
        for part in parts:
            place, rest = places[part.row], [each.figures for each in parts if each is not part]
            if len(rest) > 1 and len(parts) == len(family) and is_sum(part.figures, rest):
                sums[place].append(part.row)
                figures[place] += len(part.figures)
            else:
                others.add(place)
    rows = [row for place in sums if place not in others and figures[place] > 1 for row in sums[place]]
    if rows:
        yield with_rows(phrases.SUMS_OF_PLACES, rows)


def _take_from_parts(whole: Draft, parts: Sequence[Draft], account: Account) -> None:
    """Gives a target what its parts share, and the sum of their goals if they are no levels."""
    first = parts[0].fields
    whole.fields |= {
        key: value
        for key, value in first.items()
        if (key == "owner" or key not in _MAY_DIFFER) and all(part.fields.get(key) == value for part in parts)
    }
    goals = [goal for part in parts if isinstance(goal := part.fields.get(GOAL), Decimal)]
    if says_level(first):
        account.row(phrases.LEVELS_NOT_ADDED, whole.row)
    elif len(goals) == len(parts):
        whole.fields[GOAL] = sum(goals, Decimal(0))
        account.row(phrases.GOALS_ADDED, whole.row)


def _tell_differences(whole: Draft, parts: Sequence[Draft], account: Account) -> None:
    """Notes as a fault what a part says otherwise than its target, but cannot have for itself."""
    for part in parts:
        for key, value in part.fields.items():
            if key not in _MAY_DIFFER and whole.fields.get(key) != value:
                told: Message = phrases.in_field(key, phrases.NOT_OF_PARTS).fill(
                    name=str(whole.fields["name"])
                )
                account.fault(part.row, told, phrases.SAME_FOR_PARTS.fill())
