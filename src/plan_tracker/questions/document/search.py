"""Finds each figure of a plan in a report's text.

A number is found by its value and its unit, and belongs to a target if its sentence shares enough of the
target's name: the fewer digits a number has, the more often it occurs, and the more of the name is asked for.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from plan_tracker.numbers import EXACT, plain
from plan_tracker.plan.stated import Relation, Stated
from plan_tracker.problems import printable
from plan_tracker.questions.document.completion import beside
from plan_tracker.questions.document.names import Name, Names, marks_of
from plan_tracker.questions.document.prose import LONGEST, Number, Prose, Stretch, within
from plan_tracker.questions.document.sought import Sought, is_rate, key_of
from plan_tracker.questions.document.source import Document
from plan_tracker.questions.document.spelling import significant
from plan_tracker.questions.document.topics import leans
from plan_tracker.questions.document.units import KnownUnits, Unit

AFTER, NEXT = 100, 40
"""So far behind a number its name is looked for at first, and so far stand the words next to it."""

FULL, LEANING = 4, 3
"""What a mark of the name counts that stands next to the number, and one in the sentence before."""

ENOUGH = {0: Fraction(1, 2), 1: Fraction(1, 2), 2: Fraction(2, 5)}
"""The share of a name that must be shared, by significant digits of the number; `ENOUGH_FOR_MORE` beyond."""

ENOUGH_FOR_MORE = Fraction(1, 4)

_IN_WORDS = {
    Decimal(50): re.compile("过半|一半以上|half", re.IGNORECASE),
    Decimal(100): re.compile("超额|exceed", re.IGNORECASE),
}
_UNIT_BEHIND = re.compile(
    r" ?(?:%|个?百分点|per ?cent|percentage points?|[\u3400-\u9fff]{1,2}|[A-Za-z°²³/]+)"
)
_PHRASE = re.compile(r"[^,;、。\n]*(?![A-Za-z])")
"""What follows up to the next comma, in whole words."""

_RESPECTIVELY = re.compile("分别|respectively", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_OF_GOALS = re.compile(r"目标|计划|任务|\b(?:goal|target|plan)", re.IGNORECASE)
_OF_DEEDS = re.compile(r"完成|实际|进度|占|率|\b(?:actual|done|complet|reach|achiev|progress)", re.IGNORECASE)
_OF_OTHER_YEARS = re.compile(r"上年|去年|同期|\b(?:last|previous) year", re.IGNORECASE)


class Finds:
    """Where a figure is printed, in order."""

    def __init__(self) -> None:
        self.starts, self._ends = array("q"), array("q")

    def add(self, number: Number) -> None:
        """One more place; a number torn apart comes after its pieces, and is put before them."""
        at = len(self.starts)
        while at and self.starts[at - 1] > number.start:
            at -= 1
        self.starts.insert(at, number.start)
        self._ends.insert(at, number.end)

    def numbers(self, text: str, places: Iterable[int] | None = None) -> Iterator[Number]:
        """The places with these indices, or all."""
        for at in range(len(self.starts)) if places is None else places:
            start, end = self.starts[at], self._ends[at]
            yield Number(text[start:end].replace(" ", "").replace(",", ""), start, end)


class Search:
    """The numbers of a text that may be figures of a plan, and which of them are."""

    def __init__(self, sought: list[Sought], document: Document) -> None:
        self.sought = sought
        units = {each.unit: None for each in sought}
        self.prose = Prose(document, KnownUnits(units))
        self.percentages = Finds()
        self._names = Names(each.name for each in sought)
        self._actuals = [Finds() for _ in sought]
        self._stated = {key_of(figure): Finds() for each in sought for figure in each.stated}
        self._scan()
        self.found = [
            self._find_actual(each, finds) for each, finds in zip(sought, self._actuals, strict=True)
        ]
        self._rated = sorted(
            (number.start, each.rates)
            for each, number in zip(sought, self.found, strict=True)
            if number and each.rates
        )

    def _scan(self) -> None:
        by_digits: dict[str, list[int]] = {}
        for index, each in enumerate(self.sought):
            if each.actual:
                by_digits.setdefault(significant(plain(each.actual.value)), []).append(index)
        rates = {figure for figure, is_lead in self._stated if not is_lead}
        leads = {figure for figure, is_lead in self._stated if is_lead}
        prose, nobody = self.prose, list[int]()

        def wanted(digits: str) -> bool:
            return significant(digits) in by_digits or digits in rates or digits in leads

        for number in prose.figures(wanted):
            digits = number.text
            for index in by_digits.get(significant(digits), nobody):
                if self._is_actual(self.sought[index], number):
                    self._actuals[index].add(number)
            if prose.is_percent(number):
                self.percentages.add(number)
                if digits in rates:
                    self._stated[digits, False].add(number)
            elif (bare := digits.lstrip("-")) in leads and prose.is_points(number):
                self._stated[bare, True].add(number)

    def _is_actual(self, sought: Sought, number: Number) -> bool:
        """Whether a number is the amount of an actual, in whatever unit of its kind."""
        scale = sought.unit.scale_at(self.prose, number)
        if scale is None or sought.actual is None:
            return False
        typed = EXACT.multiply(sought.actual.value, sought.unit.scale)
        return EXACT.multiply(Decimal(number.text), scale) == typed and not self.is_elsewhere(number)

    def is_elsewhere(self, number: Number) -> bool:
        """Whether a number stands in a column of goals, or of another year."""
        if not self.prose.is_in_table(number.start) or not (cell := self.prose.cell(number.start)):
            return False
        is_goal = _OF_GOALS.search(cell.heading) and not _OF_DEEDS.search(cell.heading)
        return bool(is_goal or _OF_OTHER_YEARS.search(cell.heading))

    def printed(self, number: Number, unit: Unit | None = None) -> str:
        """A number as the text prints it, with the unit behind it."""
        text, end = self.prose.text, unit.end_at(self.prose, number) if unit else number.end
        if end == number.end and (behind := _UNIT_BEHIND.match(text, end)):
            end = behind.end()
        return printable(text[number.start : end])

    # --- one figure

    def _find_actual(self, sought: Sought, finds: Finds) -> Number | None:
        """The place that names the target best, one beside a stated rate before all others."""
        best, best_key = None, (False, 0, 0)
        for number in finds.numbers(self.prose.text):
            score = self.likeness(sought.name, number)
            if not _is_enough(score, sought.name, number):
                continue
            words = marks_of(beside(self.prose, number))
            if self._names.is_anothers(sought.name, words):
                continue
            rated = any(self._candidates(number, stated) for stated in sought.stated if is_rate(stated))
            key = (rated, score, sought.name.shared(words))
            if best is None or key > best_key:
                best, best_key = number, key
        return best

    def occurrences(self, index: int) -> Iterator[Number]:
        """Wherever the text prints the amount of an actual, of whatever name."""
        return self._actuals[index].numbers(self.prose.text)

    def alone(self, sought: Sought, stated: Stated) -> Number | None:
        """A stated figure without its actual, by the target's name alone."""
        named = self._named(sought.name, self._stated[key_of(stated)].numbers(self.prose.text))
        return max(named, default=None, key=lambda each: (self.likeness(sought.name, each), -each.start))

    def beside(self, actual: Number, sought: Sought, stated: Stated) -> Number | None:
        """A stated figure in one sentence with its actual, the nearest, rather after it than before."""
        candidates = [
            each for each in self._candidates(actual, stated) if not self.is_anothers(actual, each, stated)
        ]
        if found := nearest(actual, candidates or self._below_one_heading(actual, sought, stated)):
            return found
        return self._in_words(actual, stated) if not is_rate(stated) and not stated.is_lead else None

    def stretches(self, number: Number) -> tuple[Stretch, Stretch]:
        """The clause and the sentence of a number; both are its row in a table."""
        if self.prose.is_in_table(number.start) and (cell := self.prose.cell(number.start)):
            return cell.row, cell.row
        return self.prose.clause(number.start), self.prose.sentence(number.start)

    def _candidates(self, actual: Number, stated: Stated) -> list[Number]:
        """Where the actual's clause prints a stated figure, or the next with no other figure before it."""
        clause, sentence = self.stretches(actual)
        finds = self._stated[key_of(stated)]
        places = within(finds.starts, Stretch(clause.start, sentence.end))
        found = [each for each in finds.numbers(self.prose.text, places) if each.end != actual.end]
        near = [each for each in found if each.start < clause.end]
        return near or [each for each in found if not _DIGIT.search(self.prose.text, clause.end, each.start)]

    def _below_one_heading(self, actual: Number, sought: Sought, stated: Stated) -> list[Number]:
        """Where a table has a target in each column: the stated figure in another row of that column."""
        cell = self.prose.cell(actual.start) if self.prose.is_in_table(actual.start) else None
        if cell is None or not 2 * sought.name.found_in(cell.heading.lower()) > len(sought.name):
            return []
        finds = self._stated[key_of(stated)]
        places = within(finds.starts, Stretch(cell.table.start, cell.table.end))
        found = ((each, self.prose.cell(each.start)) for each in finds.numbers(self.prose.text, places))
        return [each for each, other in found if other and other.heading == cell.heading]

    def is_anothers(self, actual: Number, figure: Number, stated: Stated) -> bool:
        """Whether a percentage belongs to another target's actual: the last before it, or else the next."""
        first, last = sorted((actual.start, figure.start))
        if _RESPECTIVELY.search(self.prose.text, first, last):
            return False
        begin = bisect_left(self._rated, self.stretches(actual)[0].start, key=_place)
        before = self._rated[begin : bisect_left(self._rated, figure.start, key=_place)]
        after = self._rated[begin + len(before) : bisect_left(self._rated, actual.start, key=_place)]
        place, rates = (before[-1:] or after[:1] or [(actual.start, [])])[0]
        return place != actual.start and plain(stated.figure) not in rates

    def _in_words(self, actual: Number, stated: Stated) -> Number | None:
        """A claim that is made in words: 任务过半 for more than half."""
        words = _IN_WORDS.get(stated.figure)
        if words is None or stated.relation not in (Relation.MORE, Relation.AT_LEAST):
            return None
        found = words.search(self.prose.text, *self.prose.sentence(actual.start))
        return Number(found[0], found.start(), found.end()) if found else None

    # --- names

    def _named(self, name: Name, numbers: Iterable[Number]) -> list[Number]:
        return [each for each in numbers if self.is_named(name, each)]

    def may_be_named(self, name: Name, number: Number) -> bool:
        """Whether enough of a name is anywhere near a number; told quickly."""
        window = self.prose.text[max(0, number.start - LONGEST) : number.end + AFTER]
        return _is_enough(FULL * name.found_in(window.lower()), name, number)

    def is_named(self, name: Name, number: Number) -> bool:
        """Whether enough of a name is around a number, and the words next to it are not another's."""
        if not _is_enough(self.likeness(name, number), name, number):
            return False
        return not self._names.is_anothers(name, marks_of(beside(self.prose, number)))

    def likeness(self, name: Name, number: Number) -> int:
        """How much of a name is around a number, `FULL` times its marks at most.

        Half of it for what the clause shares, half for the sentence; where these say nothing of their own,
        the sentence before speaks for them.
        """
        near, far, before, words = self._around(number)
        score = FULL // 2 * (name.found_in(near) + name.found_in(far))
        if (
            FULL // 2 * len(name) > score
            and name.found_in(before + far) * LEANING > score
            and leans(words, name)
        ):
            return name.found_in(before + far) * LEANING
        return score

    def _around(self, number: Number) -> tuple[str, str, str, str]:
        """The clause and the sentence of a number, the sentence before, and the words next to it."""
        prose = self.prose
        cell = prose.cell(number.start) if prose.is_in_table(number.start) else None
        if cell:
            near = f"{prose.label(cell)} {cell.heading}".lower()
            return near, f"{near} {cell.table.caption.lower()}", prose.before(cell.row).lower(), near
        clause, sentence = prose.clause(number.start), prose.sentence(number.start)
        near, far = (prose.text[part.start : part.end].lower() for part in (clause, sentence))
        behind = _PHRASE.match(prose.clause_after(number.end, NEXT))
        words = f"{prose.text[sentence.start : number.start]}\n{behind[0] if behind else ''}"
        return near, far, prose.before(sentence).lower(), words.lower()


def nearest(actual: Number, numbers: Iterable[Number]) -> Number | None:
    """The number nearest to another, rather after it than before."""
    return min(
        numbers,
        default=None,
        key=lambda each: (each.start < actual.start, abs(each.start - actual.start)),
    )


def _place(rated: tuple[int, list[str]]) -> int:
    return rated[0]


def _is_enough(score: int, name: Name, number: Number) -> bool:
    """Whether so much of a name is around a number that it belongs to it."""
    share = ENOUGH.get(len(significant(number.text)), ENOUGH_FOR_MORE)
    return score * share.denominator > share.numerator * FULL * len(name)
