"""How much of a target's name a text shares: pairs of letters in Chinese, beginnings of words elsewhere."""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from fractions import Fraction
from operator import add

from plan_tracker.questions.document.prose import WIDE, narrow

BEGINNING = 5
"""Letters of a word that must agree, so that `renewed` is found in `renewal`."""

FEW = 2
"""A name of no more marks may be known by one."""

_SMALL_WORDS = frozenset({"and", "for", "from", "has", "have", "the", "was", "were", "with", "withi"})
_WIDE_RUN = re.compile(f"[{WIDE}]+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST_WORD = 3


class Name:
    """The name of a target by the marks that a text may share with it."""

    def __init__(self, name: str) -> None:
        text = narrow(name).lower()
        runs = _WIDE_RUN.findall(text)
        pairs = {run[i : i + 2] for run in runs for i in range(max(1, len(run) - 1))}
        self.marks = frozenset(pairs | _words(text)) or frozenset({text})

    def share(self, marks: AbstractSet[str]) -> Fraction:
        """Which share of the name's marks is among those of a text."""
        return self.of_so_many(len(self.marks & marks))

    def of_so_many(self, found: int) -> Fraction:
        """The share that so many marks are; a single one of many is chance and none."""
        return Fraction(found if found > 1 or len(self.marks) <= FEW else 0, len(self.marks))


class Names:
    """All names of a plan, to find the one that a text fits best."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._with_mark: dict[str, list[Name]] = {}
        for name in names:
            for mark in name.marks:
                self._with_mark.setdefault(mark, []).append(name)

    def best_share(self, marks: AbstractSet[str]) -> Fraction:
        """The largest share of any name that is among the marks of a text."""
        found = Counter(name for mark in marks for name in self._with_mark.get(mark, ()))
        return max((name.of_so_many(number) for name, number in found.items()), default=Fraction(0))


def marks_of(text: str) -> set[str]:
    """The marks of a text that a name may have too."""
    text = text.lower()
    marks = _words(text)
    for run in _WIDE_RUN.findall(text):
        marks.update(run, map(add, run, run[1:]))
    return marks


def _words(text: str) -> set[str]:
    words = {word[:BEGINNING] for word in _WORD.findall(_WIDE_RUN.sub(" ", text))}
    return {word for word in words if len(word) >= _SHORTEST_WORD or word.isdigit()} - _SMALL_WORDS
