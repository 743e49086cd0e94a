"""Tells whether a number in a text belongs to a target, by how much of the name stands around it."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plan_tracker.questions.document.completion import beside
from plan_tracker.questions.document.names import Name, Names, leans, marks_of
from plan_tracker.questions.document.prose import LONGEST, Number, Prose, Stretch
from plan_tracker.questions.document.spelling import significant

_AFTER, _NEXT = 100, 40
"""How far behind a number its name is looked for at first, and how far the words next to it reach."""

_FULL, _LEANING = 4, 3
"""How much a mark of the name counts next to the number, and how much in the sentence before."""

_ENOUGH = {0: Fraction(1, 2), 1: Fraction(1, 2), 2: Fraction(2, 5)}
"""The share of a name that must be found, by significant digits of the number; `_ENOUGH_FOR_MORE` beyond."""

_ENOUGH_FOR_MORE = Fraction(1, 4)
_APART = "分别"
_PART_ENDS, _JOINED = re.compile(r"[,;:。](?!\d)"), re.compile("、|以及|和|与|及")
_FIGURE = re.compile(r"\d[\d.,]*", re.ASCII)
_LISTED = 80
"""How far figures are counted that belong to names one by one."""

_PHRASE = re.compile(r"[^,;、。\n]*(?![A-Za-z])")
"""The text up to the next comma, in whole words."""


class Surroundings(NamedTuple):
    """What stands around a number: its clause, its sentence (in a table its row), and the words of these.

    `before` is the sentence before; `words` are the words of the sentence that are next to the number.
    """

    clause: Stretch
    sentence: Stretch
    near: str
    far: str
    before: str
    words: str

    @property
    def from_clause(self) -> Stretch:
        """From the beginning of the clause to the end of the sentence."""
        return Stretch(self.clause.start, self.sentence.end)


class Naming:
    """Tells to which names the numbers of a text belong; keeps what it found around the last number."""

    def __init__(self, prose: Prose, names: Names) -> None:
        self._prose, self._names = prose, names
        self.around = lru_cache(maxsize=1)(self._around)
        self.marks_beside = lru_cache(maxsize=1)(self._marks_beside)

    def _marks_beside(self, number: Number) -> set[str]:
        """Returns the marks of the words next to a number."""
        return marks_of(respective(self._prose, number) or beside(self._prose, number))

    def _around(self, number: Number) -> Surroundings:
        """Returns what stands around a number."""
        prose = self._prose
        if cell := prose.cell(number.start):
            clause = sentence = cell.row
            near = words = cell.words
            far = f"{near} {cell.table.caption}"
        else:
            clause, sentence = prose.clause(number.start), prose.sentence(number.start)
            near, far = (prose.text[slice(*part)] for part in (clause, sentence))
            behind = _PHRASE.match(prose.clause_after(number.end, _NEXT))
            words = f"{prose.text[sentence.start : number.start]}\n{behind[0] if behind else ''}"
        return Surroundings(
            clause=clause,
            sentence=sentence,
            near=near.lower(),
            far=far.lower(),
            before=prose.before(sentence).lower(),
            words=words.lower(),
        )

    def likeness(self, name: Name, number: Number) -> int:
        """Scores how much of a name stands around a number, at most `_FULL` times the number of its marks.

        Half of the score comes from the clause, half from the sentence; where these say nothing of their own,
        the sentence before counts in their place.
        """
        around = self.around(number)
        score = _FULL // 2 * (name.found_in(around.near) + name.found_in(around.far))
        if _FULL // 2 * len(name) <= score:
            return score
        with_before = name.found_in(f"{around.before} {around.far}") * _LEANING
        return with_before if with_before > score and leans(around.words, name) else score

    def _is_enough(self, score: int, name: Name, number: Number) -> bool:
        """Tells whether a score is high enough for a number to belong to a name."""
        share = _ENOUGH.get(len(significant(number.text)), _ENOUGH_FOR_MORE)
        return score * share.denominator > share.numerator * _FULL * len(name)

    def may_be_named(self, name: Name, number: Number) -> bool:
        """Tells quickly whether enough of a name stands anywhere near a number."""
        window = self._prose.text[max(0, number.start - LONGEST) : number.end + _AFTER]
        return self._is_enough(_FULL * name.found_in(window.lower()), name, number)

    def score(self, name: Name, number: Number) -> int:
        """Returns the likeness of a name that belongs to a number, else 0.

        Enough of it is around the number, and the words next to the number are not another's.
        """
        score = self.likeness(name, number)
        if not self._is_enough(score, name, number) or self._names.is_anothers(
            name, self.marks_beside(number)
        ):
            return 0
        return score

    def is_surely_named(self, name: Name, number: Number) -> bool:
        """Tells whether more than half of a name is around a number, in a clause that is not another's."""
        if 2 * self.likeness(name, number) <= _FULL * len(name):
            return False
        return not self._names.is_anothers(name, marks_of(self.around(number).near))


def respective(prose: Prose, number: Number) -> str:
    """Returns the one of several names to which a number belongs by its place: 甲、乙分别为3套和4套."""
    before = prose.text[prose.sentence(number.start).start : number.start]
    names, _, behind = before.partition(_APART)
    between = behind.rpartition(_APART)[2]
    if not behind or _PART_ENDS.search(between):
        return ""
    at = len(_FIGURE.findall(between))
    rest = _PART_ENDS.split(prose.clause_after(number.end, _LISTED))[0].partition(_APART)[0]
    figures = at + 1 + len(_FIGURE.findall(rest))
    listed = _PART_ENDS.split(names)[-1]
    every = (listed.split("、"), _JOINED.split(listed))
    return next((items[at] for items in every if len(items) == figures > 1), "")
