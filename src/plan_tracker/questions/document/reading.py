"""A report's text read against the plan: the line that prints each figure, or what comes near it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, overload

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.stated import Stated
from plan_tracker.problems import printable
from plan_tracker.questions.document.completion import completions, phrase
from plan_tracker.questions.document.names import Name
from plan_tracker.questions.document.nearby import Missing, Near, Nearby
from plan_tracker.questions.document.prose import Finds, Number
from plan_tracker.questions.document.search import Search
from plan_tracker.questions.document.sought import sought_in
from plan_tracker.questions.document.source import Document


class StatedLine(NamedTuple):
    """A stated figure, and the line that prints it in one sentence with the actual, or what comes near it."""

    stated: Stated
    line: int | None
    near: Near | None = None


class Sighting(NamedTuple):
    """What the text prints of one target; without the actual, stated figures are sought alone."""

    target: Target
    actual: Actual | None
    line: int | None
    stated: tuple[StatedLine, ...]
    near: Near | None = None

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

    document: Document
    sightings: tuple[Sighting, ...]
    uncovered: Sequence[Uncovered]

    @property
    def missing(self) -> tuple[Sighting, ...]:
        """The targets with a figure that is not in the text."""
        return tuple(sighting for sighting in self.sightings if not sighting.is_complete)


def read(evaluation: Evaluation, document: Document) -> Reading:
    """Finds where a report prints the plan's figures as of the day, and percentages it prints besides."""
    search = Search(list(sought_in(evaluation)), document, evaluation.plan.time)
    stated, taken = _stated_numbers(search)
    missing = [
        Missing(index) for index, each in enumerate(search.sought) if each.actual and not search.found[index]
    ]
    missing += [Missing(index, figure) for (index, figure), number in stated.items() if number is None]
    nearby = Nearby(search, missing, taken)
    sightings = [_sighting(index, search, stated, nearby) for index in range(len(search.sought))]
    return Reading(document, tuple(sightings), _Rest(search, nearby.taken))


def _stated_numbers(search: Search) -> tuple[dict[tuple[int, Stated], Number | None], set[int]]:
    """Returns where each stated figure stands, by its target's index, and where all found numbers end."""
    numbers: dict[tuple[int, Stated], Number | None] = {}
    for index, (each, actual) in enumerate(zip(search.sought, search.found, strict=True)):
        for figure in each.stated:
            numbers[index, figure] = search.beside(actual, each, figure) if actual else None
    numbers.update(search.alone(each for each in numbers if search.found[each[0]] is None))
    return numbers, {number.end for number in (*search.found, *numbers.values()) if number}


def _sighting(
    index: int, search: Search, stated: dict[tuple[int, Stated], Number | None], nearby: Nearby
) -> Sighting:
    """Tells where the figures of one target stand; of those not found, what comes near."""
    sought, actual, near = search.sought[index], search.found[index], None
    line = search.prose.line(actual.start) if actual else None
    if sought.actual and actual is None:
        near, actual = nearby.of_actual(index)
        line = search.prose.line(actual.start) if actual and near is None else None
    lines: list[StatedLine] = []
    for figure in sought.stated:
        if found := stated[index, figure]:
            lines.append(StatedLine(figure, search.prose.line(found.start)))
        else:
            lines.append(StatedLine(figure, None, nearby.of_stated(index, figure, actual)))
    return Sighting(target=sought.target, actual=sought.actual, line=line, stated=tuple(lines), near=near)


class _Rest(Sequence[Uncovered]):
    """The completion percentages of no target; a text may have a million, so each is made when asked for."""

    def __init__(self, search: Search, taken: set[int]) -> None:
        self._prose = search.prose
        self._found = Finds()
        for number in _uncovered(search, taken):
            self._found.add(number)

    def __len__(self) -> int:
        """Returns how many there are."""
        return len(self._found.starts)

    @overload
    def __getitem__(self, index: int) -> Uncovered: ...
    @overload
    def __getitem__(self, index: slice) -> list[Uncovered]: ...
    def __getitem__(self, index: int | slice) -> Uncovered | list[Uncovered]:
        """Returns one of them, or several."""
        if isinstance(index, slice):
            return [self[each] for each in range(len(self))[index]]
        (number,) = self._found.numbers(self._prose.text, (range(len(self))[index],))
        words = printable(phrase(self._prose, number))
        return Uncovered(line=self._prose.line(number.start), figure=f"{number.text}%", words=words)


def _uncovered(search: Search, taken: set[int]) -> Iterator[Number]:
    """Yields the completion percentages that stand for no figure of the plan."""
    by_figure: dict[Decimal, list[Name]] = {}  # 55.0% is 55%
    for each in search.sought:
        levels = [each.actual.value] if each.actual and each.unit.is_percent else []
        for figure in (*(stated.figure for stated in each.target.stated if stated.is_rate), *levels):
            by_figure.setdefault(figure, []).append(each.name)
    last = -1
    for number in completions(search.prose, search.percentages.numbers(search.prose.text)):
        if number.end in taken or number.end == last:
            continue
        last = number.end
        if not any(search.naming.score(name, number) for name in by_figure.get(Decimal(number.text), ())):
            yield number
