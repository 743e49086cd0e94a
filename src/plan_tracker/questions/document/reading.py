"""A report's text against the plan: which line prints each actual and each stated figure, or that none does.

A number is found by its value and its unit, and belongs to a target if its sentence shares enough of the
target's name: the fewer digits a number has, the more often it occurs, and the more of the name is asked for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.stated import Relation, Stated
from plan_tracker.problems import printable
from plan_tracker.questions.document.completion import completions, phrase
from plan_tracker.questions.document.names import Name, Names, marks_of
from plan_tracker.questions.document.prose import Number, Prose, Stretch, canonical
from plan_tracker.questions.document.units import Unit

ENOUGH = {0: Fraction(1, 2), 1: Fraction(1, 2), 2: Fraction(2, 5)}
"""The share of a name that must be shared, by significant digits of the number; `ENOUGH_FOR_MORE` beyond."""

ENOUGH_FOR_MORE = Fraction(1, 4)

_IN_WORDS = {
    Decimal(50): re.compile("过半|一半以上|half", re.IGNORECASE),
    Decimal(100): re.compile("超额|exceed", re.IGNORECASE),
}
_RESPECTIVELY = re.compile("分别|respectively", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


class StatedLine(NamedTuple):
    """A stated figure, and the line that prints it in one sentence with the actual."""

    stated: Stated
    line: int | None


class Sighting(NamedTuple):
    """What the text prints of one target; where it does not print the actual, stated figures stand alone."""

    target: Target
    actual: Actual | None
    line: int | None
    stated: tuple[StatedLine, ...]

    @property
    def is_complete(self) -> bool:
        """Whether the text prints all that it should."""
        actual_found = self.actual is None or self.line is not None
        return actual_found and all(each.line is not None for each in self.stated)


class Uncovered(NamedTuple):
    """A completion percentage of the text that no target covers, with its line and the words around it."""

    line: int
    figure: str
    words: str


class Reading(NamedTuple):
    """A report's text read against a plan."""

    sightings: tuple[Sighting, ...]
    uncovered: tuple[Uncovered, ...]

    @property
    def missing(self) -> tuple[Sighting, ...]:
        """The targets of which something is not in the text."""
        return tuple(sighting for sighting in self.sightings if not sighting.is_complete)


def read(evaluation: Evaluation, source: str) -> Reading:
    """Where a report prints the figures of a plan as of its day, and what it prints besides."""
    return _Reader(evaluation, source).reading()


class _Sought(NamedTuple):
    target: Target
    name: Name
    unit: Unit
    actual: Actual | None
    stated: tuple[Stated, ...]

    @property
    def rates(self) -> list[str]:
        return [plain(each.figure) for each in self.stated if _is_rate(each)]


def _sought_in(evaluation: Evaluation) -> Iterator[_Sought]:
    """What a report as of the day should print; of parts only those that have a stated figure."""
    time = evaluation.plan.time
    for result in evaluation.results:
        for each in (result, *(part for part in result.parts if part.target.stated)):
            day = each.measured_on or evaluation.as_of
            stated = tuple(
                figure
                for figure in each.target.stated
                if (period := time.period(figure.period)) and period.last == day
            )
            if each.actual or stated:
                target = each.target
                yield _Sought(target, Name(target.name), Unit(target.unit), each.actual, stated)


def _is_rate(stated: Stated) -> bool:
    return stated.relation is Relation.EQUAL and not stated.is_lead


class _Reader:
    def __init__(self, evaluation: Evaluation, source: str) -> None:
        self._prose = Prose(source)
        self._sought = list(_sought_in(evaluation))
        wanted = {canonical(plain(each.actual.value)) for each in self._sought if each.actual}
        wanted |= {canonical(plain(abs(figure.figure))) for each in self._sought for figure in each.stated}
        self._numbers: dict[str, list[Number]] = {digits: [] for digits in wanted}
        self._percentages: list[Number] = []
        for number in self._prose.numbers():
            if (digits := canonical(number.text)) in wanted:
                self._numbers[digits].append(number)
            if self._prose.is_percent(number):
                self._percentages.append(number)
        for found in (*self._numbers.values(), self._percentages):
            found.sort(key=_start)  # a number torn apart comes after its pieces
        self._names = Names(each.name for each in self._sought)
        self._marks: dict[Stretch, set[str]] = {}
        self._rated: list[tuple[int, list[str]]] = []
        self._covered: set[int] = set()

    def reading(self) -> Reading:
        actuals = [self._find_actual(each) for each in self._sought]
        self._rated = sorted(
            (number.start, each.rates)
            for each, number in zip(self._sought, actuals, strict=True)
            if number and each.rates
        )
        sightings = [self._sighting(each, number) for each, number in zip(self._sought, actuals, strict=True)]
        return Reading(tuple(sightings), tuple(self._uncovered()))

    def _sighting(self, sought: _Sought, number: Number | None) -> Sighting:
        lines: list[StatedLine] = []
        for stated in sought.stated:
            found = self._beside(number, stated) if number else self._alone(sought, stated)
            if found:
                self._covered.add(found.end)
            lines.append(StatedLine(stated, self._prose.line(found.start) if found else None))
        if number:
            self._covered.add(number.end)
        line = self._prose.line(number.start) if number else None
        return Sighting(sought.target, sought.actual, line, tuple(lines))

    # --- one number

    def _find_actual(self, sought: _Sought) -> Number | None:
        if sought.actual is None:
            return None
        figures = self._numbers[canonical(plain(sought.actual.value))]
        named = self._named(sought.name, (each for each in figures if sought.unit.follows(self._prose, each)))
        return max(
            named,
            default=None,
            key=lambda each: (
                any(self._candidates(each, stated) for stated in sought.stated if _is_rate(stated)),
                self._likeness(sought.name, each),
                sought.name.share(self._marks_beside(each)),
                -each.start,
            ),
        )

    def _alone(self, sought: _Sought, stated: Stated) -> Number | None:
        """A stated figure without its actual, by the target's name alone."""
        figures = (each for each in self._numbers[_key(stated)] if self._is_printed(stated, each))
        named = self._named(sought.name, figures)
        return max(named, default=None, key=lambda each: (self._likeness(sought.name, each), -each.start))

    def _beside(self, actual: Number, stated: Stated) -> Number | None:
        """A stated figure in one sentence with its actual, the nearest, rather after it than before."""
        candidates = [
            each for each in self._candidates(actual, stated) if not self._is_anothers(actual, each, stated)
        ]
        if candidates:
            return min(
                candidates, key=lambda each: (each.start < actual.start, abs(each.start - actual.start))
            )
        return self._in_words(actual, stated) if not _is_rate(stated) and not stated.is_lead else None

    def _candidates(self, actual: Number, stated: Stated) -> list[Number]:
        """Where the actual's clause prints a stated figure, or the next with no other figure before it."""
        clause, sentence = self._prose.clause(actual.start), self._prose.sentence(actual.start)
        found = [
            each
            for each in _within(self._numbers[_key(stated)], Stretch(clause.start, sentence.end))
            if self._is_printed(stated, each) and each.end != actual.end
        ]
        near = [each for each in found if each.start < clause.end]
        return near or [each for each in found if not _DIGIT.search(self._prose.text, clause.end, each.start)]

    def _is_printed(self, stated: Stated, number: Number) -> bool:
        """Whether a number is a stated figure to the digit."""
        if stated.is_lead:
            is_alike = number.text.lstrip("-") == plain(abs(stated.figure))
            return is_alike and self._prose.is_points(number)
        return number.text == plain(stated.figure) and self._prose.is_percent(number)

    def _is_anothers(self, actual: Number, figure: Number, stated: Stated) -> bool:
        """Whether a percentage belongs to another target's actual: the last before it, or else the next."""
        first, last = sorted((actual.start, figure.start))
        if _RESPECTIVELY.search(self._prose.text, first, last):
            return False
        begin = bisect_left(self._rated, self._prose.clause(actual.start).start, key=_place)
        before = self._rated[begin : bisect_left(self._rated, figure.start, key=_place)]
        after = self._rated[begin + len(before) : bisect_left(self._rated, actual.start, key=_place)]
        place, rates = (before[-1:] or after[:1] or [(actual.start, [])])[0]
        return place != actual.start and plain(stated.figure) not in rates

    def _in_words(self, actual: Number, stated: Stated) -> Number | None:
        """A claim that is made in words: 任务过半 for more than half."""
        words = _IN_WORDS.get(stated.figure)
        if words is None or stated.relation not in (Relation.MORE, Relation.AT_LEAST):
            return None
        sentence = self._prose.sentence(actual.start)
        found = words.search(self._prose.text, sentence.start, sentence.end)
        return Number(found[0], found.start(), found.end()) if found else None

    # --- names

    def _named(self, name: Name, numbers: Iterable[Number]) -> list[Number]:
        return [
            each
            for each in numbers
            if self._likeness(name, each) > _enough(each) and not self._is_of_another(name, each)
        ]

    def _likeness(self, name: Name, number: Number) -> Fraction:
        """How much of a name is around a number: what its clause shares, and half of the sentence's rest."""
        near = name.share(self._marks_in(self._prose.clause(number.start)))
        far = name.share(self._marks_in(self._prose.sentence(number.start)))
        return (near + far) / 2

    def _marks_in(self, stretch: Stretch) -> set[str]:
        if stretch not in self._marks:
            self._marks[stretch] = marks_of(self._prose.text[stretch.start : stretch.end])
        return self._marks[stretch]

    def _marks_beside(self, number: Number) -> set[str]:
        return marks_of(phrase(self._prose, number))

    def _is_of_another(self, name: Name, number: Number) -> bool:
        """Whether the words next to a number are another name, and not half as much this one."""
        marks = self._marks_beside(number)
        best = self._names.best_share(marks)
        return best >= Fraction(1, 2) and name.share(marks) < best / 2

    # --- the reverse

    def _uncovered(self) -> Iterator[Uncovered]:
        by_figure: dict[str, list[Name]] = {}
        for each in self._sought:
            levels = [plain(each.actual.value)] if each.actual and each.unit.is_percent else []
            for figure in (*each.rates, *levels):
                by_figure.setdefault(figure, []).append(each.name)
        known = set(self._covered)
        for number in completions(self._prose, self._percentages):
            named = (self._named(name, [number]) for name in by_figure.get(number.text, ()))
            if number.end in known or any(named):
                continue
            known.add(number.end)
            words = printable(phrase(self._prose, number))
            yield Uncovered(self._prose.line(number.start), f"{number.text}%", words)


def _key(stated: Stated) -> str:
    return canonical(plain(abs(stated.figure)))


def _start(number: Number) -> int:
    return number.start


def _place(rated: tuple[int, list[str]]) -> int:
    return rated[0]


def _within(numbers: list[Number], stretch: Stretch) -> list[Number]:
    first = bisect_left(numbers, stretch.start, key=_start)
    return numbers[first : bisect_left(numbers, stretch.end, key=_start)]


def _enough(number: Number) -> Fraction:
    """The share of a name above which a number belongs to it."""
    digits = canonical(number.text).replace(".", "").strip("-0")
    return ENOUGH.get(len(digits), ENOUGH_FOR_MORE)
