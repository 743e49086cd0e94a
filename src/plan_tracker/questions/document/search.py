"""Finds each figure of a plan in a report's text.

A number is found by its value and its unit. It belongs to a target if its sentence shares enough of the
target's name: the fewer digits a number has, the more often it occurs by chance, and the more of the name is
required.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from operator import itemgetter
from typing import TypeAlias

from plan_tracker.numbers import EXACT, plain
from plan_tracker.plan.periods import PlanTime
from plan_tracker.plan.stated import Relation, Stated
from plan_tracker.problems import printable
from plan_tracker.questions.document.context import Context
from plan_tracker.questions.document.names import Names
from plan_tracker.questions.document.naming import Naming, respective
from plan_tracker.questions.document.prose import Finds, Number, Prose, Stretch
from plan_tracker.questions.document.sought import Sought, key_of
from plan_tracker.questions.document.source import Document
from plan_tracker.questions.document.spelling import significant
from plan_tracker.questions.document.units import KnownUnits, Unit

_IN_WORDS = {
    **{
        Decimal(10 * tenths): re.compile(f"{word}成(?:以上|多)")
        for tenths, word in enumerate("一二三四五六七八九", 1)
    },
    Decimal(50): re.compile("过半|一半以上|五成(?:以上|多)|half", re.IGNORECASE),
    Decimal(100): re.compile("超额|exceed", re.IGNORECASE),
}
_UNIT_BEHIND = re.compile(
    r" ?(?:%|个?百分点|per ?cent|percentage points?|[\u3400-\u9fff]{1,2}|[A-Za-z°²³/]+)"
)
"""What is printed behind a number as its unit, whatever it is."""

_RESPECTIVELY = re.compile("分别|respectively", re.IGNORECASE)
_DIGIT = re.compile(r"\d")

_Amounts: TypeAlias = dict[Unit, dict[Decimal, list[int]]]
"""Targets by their indices: by unit, then by amount."""


class Search:
    """The numbers of a text that may be figures of a plan, and which of them are."""

    def __init__(self, sought: list[Sought], document: Document, time: PlanTime) -> None:
        """Searches the text; `time` is that of the plan."""
        self.sought = sought
        units = {each.unit: None for each in sought}
        self.prose = Prose(document, KnownUnits(units))
        self.context = Context(self.prose, time, sought)
        self.naming = Naming(self.prose, Names(each.name for each in sought))
        self.percentages = Finds()
        self._actuals, self._whose = Finds(), array("q")
        self._stated = {key_of(figure): Finds() for each in sought for figure in each.stated}
        self._scan()
        self.found = self._find_actuals()
        self._rated = sorted(
            (number.start, each.rates)
            for each, number in zip(sought, self.found, strict=True)
            if number and each.rates
        )

    def _scan(self) -> None:
        """Goes once through the numbers of the text, and keeps those that may be figures of the plan."""
        amounts = self._amounts()
        prose, digits_of_stated = self.prose, {digits for digits, _ in self._stated}

        def wanted(digits: str) -> bool:
            return significant(digits) in amounts or digits in digits_of_stated

        for number in prose.figures(wanted):
            digits = number.text
            if of_unit := amounts.get(significant(digits)):
                self._add_actuals(number, of_unit)
            if prose.is_percent(number):
                self.percentages.add(number)
                if (rates := self._stated.get((digits, False))) and self.context.is_rate(number):
                    rates.add(number)
            elif prose.is_points(number) and (leads := self._stated.get((digits.lstrip("-"), True))):
                leads.add(number)

    def _add_actuals(self, number: Number, amounts: _Amounts) -> None:
        """Adds a number to the places of the targets whose actual it may be, if it is in their units."""
        for unit, wanted_by in amounts.items():
            scale = unit.scale_at(self.prose, number)
            if not scale:
                continue
            amount = EXACT.multiply(Decimal(number.text), scale)
            whose, is_below_zero = wanted_by.get(amount), False
            if whose is None and self.context.has_fallen(number):
                whose, is_below_zero = wanted_by.get(-amount), True
            for index in whose or ():
                if self.context.is_actual(number, self.sought[index], is_below_zero=is_below_zero):
                    self._whose.insert(self._actuals.add(number), index)

    def _amounts(self) -> dict[str, _Amounts]:
        """Returns the targets by the amounts they want: by digits, then by unit, then by amount."""
        amounts: dict[str, _Amounts] = {}
        for index, each in enumerate(self.sought):
            if each.actual:
                of_unit = amounts.setdefault(significant(plain(each.actual.value)), _Amounts())
                amount = EXACT.multiply(each.actual.value, each.unit.scale)
                of_unit.setdefault(each.unit, {}).setdefault(amount, []).append(index)
        return amounts

    def printed(self, number: Number, unit: Unit | None = None) -> str:
        """Returns a number as the text prints it, with the unit behind it."""
        text, end = self.prose.text, unit.end_at(self.prose, number) if unit else number.end
        if end == number.end and (behind := _UNIT_BEHIND.match(text, end)):
            end = behind.end()
        return printable(text[number.start : end])

    # --- one figure

    def _find_actuals(self) -> list[Number | None]:
        """Returns for each target the place that names it best; places beside a stated rate come first."""
        best: dict[int, tuple[tuple[bool, int, int], Number]] = {}
        for index, number in self._places():
            sought, naming = self.sought[index], self.naming
            if score := naming.score(sought.name, number):
                rated = any(self._candidates(number, stated) for stated in sought.stated if stated.is_rate)
                key = (rated, score, sought.name.shared(naming.marks_beside(number)))
                if index not in best or key > best[index][0]:
                    best[index] = key, number
        return [best[index][1] if index in best else None for index in range(len(self.sought))]

    def _places(self) -> Iterator[tuple[int, Number]]:
        """Yields each place that may print an actual, with the index of its target."""
        return zip(self._whose, self._actuals.numbers(self.prose.text), strict=True)

    def occurrences(self, most: int) -> dict[int, list[Number]]:
        """Returns, by target, the first `most` places that print an actual which was not found by name."""
        places: dict[int, list[Number]] = {}
        for index, number in self._places():
            if self.found[index] is None and len(each := places.setdefault(index, [])) < most:
                each.append(number)
        return places

    def alone(self, wanted: Iterable[tuple[int, Stated]]) -> dict[tuple[int, Stated], Number]:
        """Finds stated figures (of targets by their index) only by the names of their targets."""
        by_key: dict[tuple[str, bool], list[tuple[int, Stated]]] = {}
        for each in wanted:
            by_key.setdefault(key_of(each[1]), []).append(each)
        best: dict[tuple[int, Stated], tuple[int, Number]] = {}
        for key, of_key in by_key.items():
            for number in self._stated[key].numbers(self.prose.text):
                for each in of_key:
                    score = self.naming.score(self.sought[each[0]].name, number)
                    if score > (best[each][0] if each in best else 0):
                        best[each] = score, number
        return {each: number for each, (_, number) in best.items()}

    def beside(self, actual: Number, sought: Sought, stated: Stated) -> Number | None:
        """Finds a stated figure in one sentence with its actual, the nearest, rather after than before it."""
        candidates = [
            each for each in self._candidates(actual, stated) if not self.is_of_another(actual, each, stated)
        ]
        candidates = candidates or self._below_one_heading(actual, sought, stated)
        return nearest(actual, candidates) or self._in_words(actual, stated)

    def _candidates(self, actual: Number, stated: Stated) -> list[Number]:
        """Returns a stated figure's places in the actual's clause, or behind it before other figures."""
        around, finds = self.naming.around(actual), self._stated[key_of(stated)]
        found = [each for each in finds.within(self.prose.text, around.from_clause) if each.end != actual.end]
        end = around.clause.end
        near = [each for each in found if each.start < end]
        return near or [each for each in found if not _DIGIT.search(self.prose.text, end, each.start)]

    def _below_one_heading(self, actual: Number, sought: Sought, stated: Stated) -> list[Number]:
        """Returns a stated figure's places in other rows of its column, if each target has a column."""
        cell = self.prose.cell(actual.start)
        if cell is None or not 2 * sought.name.found_in(cell.heading.lower()) > len(sought.name):
            return []
        table = Stretch(cell.table.start, cell.table.end)
        found = self._stated[key_of(stated)].within(self.prose.text, table)
        return [
            each for each in found if (other := self.prose.cell(each.start)) and other.heading == cell.heading
        ]

    def is_of_another(self, actual: Number, figure: Number, stated: Stated) -> bool:
        """Tells whether a percentage is that of another actual: of the last before it, or else the next."""
        first, last = sorted((actual.start, figure.start))
        clause = self.naming.around(actual).clause.start
        if _RESPECTIVELY.search(self.prose.text, min(clause, first), last):
            own, other = (respective(self.prose, each) for each in (actual, figure))
            return bool(own and other) and own != other
        place = itemgetter(0)
        begin = bisect_left(self._rated, clause, key=place)
        before = self._rated[begin : bisect_left(self._rated, figure.start, key=place)]
        after = self._rated[begin + len(before) : bisect_left(self._rated, actual.start, key=place)]
        start, rates = (before[-1:] or after[:1] or [(actual.start, [])])[0]
        return start != actual.start and plain(stated.figure) not in rates

    def _in_words(self, actual: Number, stated: Stated) -> Number | None:
        """Returns the place of a claim made in words: 任务过半 for more than half."""
        words = _IN_WORDS.get(stated.figure)
        if words is None or stated.is_lead or stated.relation not in (Relation.MORE, Relation.AT_LEAST):
            return None
        found = words.search(self.prose.text, *self.prose.sentence(actual.start))
        return Number(found[0], found.start(), found.end()) if found else None


def nearest(actual: Number, numbers: Iterable[Number]) -> Number | None:
    """Returns the number nearest to another, and rather one after it than one before."""
    return min(
        numbers,
        default=None,
        key=lambda each: (each.start < actual.start, abs(each.start - actual.start)),
    )
