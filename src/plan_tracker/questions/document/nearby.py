"""What comes near a missing figure: another figure in its place, or its figure without the name."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from plan_tracker.numbers import EXACT, plain
from plan_tracker.plan.stated import Stated
from plan_tracker.questions.document.completion import is_completion
from plan_tracker.questions.document.prose import Number
from plan_tracker.questions.document.rounded import rounds_to
from plan_tracker.questions.document.search import Search, nearest
from plan_tracker.questions.document.sought import Sought
from plan_tracker.questions.document.spelling import significant
from plan_tracker.questions.document.units import Unit

_CLOSE = Decimal("0.1")
"""By what share of itself a figure may be off to come near, if its sentence names the target."""

_CLOSE_POINTS = Decimal(1)
"""By how many percentage points a rate may be off to come near."""

_TRIED = 5_000
"""How many numbers are looked at for each figure; in a text full of similar ones they mean nothing."""

_TRIED_IN_ALL = 60_000
"""How many numbers are looked at for all figures together, if many are missing."""

_FEW = 3
"""How often a number may occur to be told without the name around it; one with a single digit only once."""

_STEP = Decimal("1.009")
_LEAST = Decimal("0.01")


class Hint(StrEnum):
    """What the text has instead: another figure, the figure without the name, or far from the actual."""

    PRINTS = "prints"
    UNNAMED = "unnamed"
    APART = "apart"


class Near(NamedTuple):
    """What the text prints on a line where it comes near a figure of the plan."""

    hint: Hint
    line: int
    printed: str


class Missing(NamedTuple):
    """A figure that was not found: the actual of a target, given by its index, or a figure stated of it."""

    sought: int
    stated: Stated | None = None


class Nearby:
    """Looks for what comes near the missing figures; `taken` has the ends of numbers found for others."""

    def __init__(self, search: Search, missing: Sequence[Missing], taken: set[int]) -> None:
        self._search, self._prose, self.taken = search, search.prose, taken
        self._like = _alike(search, missing, taken)
        self._places = search.occurrences(_TRIED)
        self._apart = search.alone((each.sought, each.stated) for each in missing if each.stated)

    def of_actual(self, index: int) -> tuple[Near | None, Number | None]:
        """Returns what comes near an actual, and the number that stands in its place.

        Only the number is returned where it is the actual in a round number: 近3.5万人 for 3.43.
        """
        sought = self._search.sought[index]
        if (other := self._like.get(Missing(index))) and other.end not in self.taken:
            if sought.actual and rounds_to(self._prose, other, sought.unit, sought.actual.value):
                self.taken.add(other.end)
                return None, other
            return self._told(Hint.PRINTS, other, sought.unit), other
        rates = [each for each in sought.stated if each.is_rate]
        places = [each for each in self._places.get(index, ()) if each.end not in self.taken]
        scored = [
            (
                any(self._search.beside(each, sought, rate) for rate in rates),
                self._search.naming.likeness(sought.name, each),
                -each.start,
                each,
            )
            for each in places
        ]
        is_rated, likeness, _, best = max(scored, default=(False, 0, 0, None))
        if best and (is_rated or likeness or len(places) <= (_FEW if _is_telling(best) else 1)):
            return self._near(Hint.UNNAMED, best, sought.unit), best
        return None, None

    def of_stated(self, index: int, stated: Stated, actual: Number | None) -> Near | None:
        """Returns what comes near a stated figure: another percentage beside the actual, or it elsewhere.

        `actual` is the number that is the actual, or stands in its place.
        """
        search, sought = self._search, self._search.sought[index]
        if not stated.is_rate and not stated.is_lead:
            return None
        if actual and search.found[index] is None and (same := search.beside(actual, sought, stated)):
            return self._told(Hint.UNNAMED, same)
        if actual and (found := nearest(actual, self._beside(actual, stated))):
            return self._told(Hint.PRINTS, found)
        if apart := self._apart.get((index, stated)):
            return self._near(Hint.APART, apart)
        other = self._like.get(Missing(index, stated)) if actual is None else None
        return self._told(Hint.PRINTS, other) if other and other.end not in self.taken else None

    def _told(self, hint: Hint, number: Number, unit: Unit | None = None) -> Near:
        self.taken.add(number.end)
        return self._near(hint, number, unit)

    def _near(self, hint: Hint, number: Number, unit: Unit | None = None) -> Near:
        return Near(hint, self._prose.line(number.start), self._search.printed(number, unit))

    def _beside(self, actual: Number, stated: Stated) -> Iterator[Number]:
        for number in self._prose.figures_in(self._search.naming.around(actual).from_clause):
            if (
                number.end in self.taken
                or number.end == actual.end
                or not self._search.context.is_rate(number)
            ):
                continue
            if stated.is_lead:
                if self._prose.is_points(number):
                    yield number
            elif self._prose.is_percent(number) and not self._search.is_of_another(actual, number, stated):
                close = abs(Decimal(number.text) - stated.figure) <= _CLOSE_POINTS
                if close or is_completion(self._prose, number):
                    yield number


def _alike(search: Search, missing: Iterable[Missing], taken: set[int]) -> dict[Missing, Number]:
    """Returns for each missing figure the number nearest to it, first by the name around it, then by size."""
    wanted = [each for each in missing if each.stated is None or each.stated.is_rate]
    sizes = {each: _sizes_near(search.sought[each.sought], each.stated) for each in wanted}
    by_size: dict[str, list[Missing]] = {}
    for each in wanted:
        for size in sizes[each]:
            by_size.setdefault(size, []).append(each)
    best: dict[Missing, tuple[int, Decimal, Number]] = {}
    left = dict.fromkeys(wanted, min(_TRIED, max(_FEW, _TRIED_IN_ALL // max(1, len(wanted)))))
    for number in search.prose.figures(lambda digits: _size(digits) in by_size) if by_size else ():
        for each in tuple(by_size.get(_size(number.text), ())):
            scored = None if number.end in taken else _scored(search, each, number)
            if scored and (each not in best or scored[:2] > best[each][:2]):
                best[each] = scored
            left[each] -= 1
            if not left[each]:
                _give_up(each, sizes[each], by_size)
        if not by_size:
            break
    return {each: number for each, (_, _, number) in best.items()}


def _give_up(missing: Missing, sizes: Iterable[str], by_size: dict[str, list[Missing]]) -> None:
    """Stops looking for a figure, and for sizes that no other figure has."""
    for size in sizes:
        by_size[size].remove(missing)
        if not by_size[size]:
            del by_size[size]


def _scored(search: Search, missing: Missing, number: Number) -> tuple[int, Decimal, Number] | None:
    """Returns a key for how well a number fits a figure, by name, then by size; None if not at all."""
    name = search.sought[missing.sought].name
    if not search.naming.may_be_named(name, number):
        return None
    off = _off(search, missing, number)
    if off is None or not search.naming.is_surely_named(name, number):
        return None
    return search.naming.likeness(name, number), -off, number


def _off(search: Search, missing: Missing, number: Number) -> Decimal | None:
    """Returns by how much a figure differs from a number that may stand for it; None where it may not."""
    prose, sought = search.prose, search.sought[missing.sought]
    if missing.stated:
        off = abs(Decimal(number.text) - missing.stated.figure)
        fits = off <= _CLOSE_POINTS and prose.is_percent(number) and is_completion(prose, number)
        return off if fits and search.context.is_rate(number) else None
    target, actual, unit = sought.target, sought.actual, sought.unit
    if actual is None:
        return None
    scale, printed, typed = unit.scale_at(prose, number), Decimal(number.text), actual.value
    if scale is None:
        counts_nothing = prose.is_percent(number) or prose.is_points(number) or prose.is_ordinal(number)
        is_it = printed == typed and _is_telling(number) and not counts_nothing
        return abs(typed) if is_it and search.context.is_actual(number, sought) else None
    amount, typed_amount = EXACT.multiply(printed, scale), EXACT.multiply(typed, unit.scale)
    if target.goal is not None and amount == EXACT.multiply(target.goal, unit.scale):
        return None
    off = abs(amount - typed_amount)
    if not off:
        return None  # the figure itself, but of another name
    if rounds_to(prose, number, unit, typed):
        off = Decimal()
    is_near = off <= _CLOSE * abs(typed_amount) or printed == typed
    return off if is_near and search.context.is_actual(number, sought) else None


def _is_telling(number: Number) -> bool:
    """Tells whether a number has more than one digit: single digits occur everywhere."""
    return len(significant(number.text)) > 1


def _sizes_near(sought: Sought, stated: Stated | None) -> set[str]:
    """Returns the sizes (see `_size`) that a number in a figure's place may have."""
    if stated:
        low, high = stated.figure - _CLOSE_POINTS, stated.figure + _CLOSE_POINTS
    elif sought.actual and sought.actual.value:
        typed = abs(sought.actual.value)
        low, high = typed * (1 - _CLOSE), typed * (1 + _CLOSE)
    else:
        return set()
    size = max(low, _LEAST)
    sizes = {_size(plain(abs(high)))}
    others = () if stated else (1, 10**3, 10**4, 10**6, 10**8)
    scales = {Decimal(1), *(Decimal(sought.unit.scale) / each for each in others)}
    while size <= high:
        sizes.update(_size(f"{size * scale:f}") for scale in scales)
        size *= _STEP
    return sizes


def _size(digits: str) -> str:
    """Cuts a number to two digits and counts those before its point; quickly, for every number is asked."""
    whole, _, decimals = digits.partition(".")
    whole = whole.lstrip("-0")
    if whole:
        return f"{len(whole)} {(whole + decimals + '0')[:2]}"
    kept = decimals.lstrip("0")
    return f"{len(kept) - len(decimals)} {(kept + '0')[:2]}"
