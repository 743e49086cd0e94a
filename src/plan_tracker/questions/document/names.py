"""How much of a target's name a text shares: pairs of letters in Chinese, beginnings of words elsewhere."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from operator import add

from plan_tracker.questions.document.spelling import WIDE, narrow

_BEGINNING = 5
"""How many letters of two words must agree, so that `renewed` is found in `renewal`."""

_FEW = 2
"""A name with no more marks than this may be recognised by a single one."""

_MOST_COMPARED = 200
"""How many names at most are compared with the words next to a number."""

_SMALL_WORDS = frozenset({"and", "for", "from", "has", "have", "the", "was", "were", "with", "withi"})
_WIDE_RUN = re.compile(f"[{WIDE}]+")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST_WORD = 3
_LETTER = "a-z\u00c0-\u024f\u0370-\u1fff"
"""Letters of scripts that have words, as the inside of a character class."""


class Name:
    """The name of a target, cut into the marks that a text may share with it."""

    def __init__(self, name: str) -> None:
        text = narrow(name).lower()
        runs = _WIDE_RUN.findall(text)
        pairs = {run[i : i + 2] for run in runs for i in range(max(1, len(run) - 1))}
        words = _words(text)
        self.marks = frozenset(pairs | words) or frozenset({text})
        self._pairs = tuple(self.marks - words)
        self._words = tuple(re.compile(_pattern(word)) for word in words)

    def __len__(self) -> int:
        """Returns how many marks the name has."""
        return len(self.marks)

    def found_in(self, text: str) -> int:
        """Counts the marks that occur in a lower-case text; one of many may be chance and counts as none."""
        found = sum(pair in text for pair in self._pairs)
        if self._words:
            found += sum(word.search(text) is not None for word in self._words)
        return self._counted(found)

    def shared(self, marks: AbstractSet[str]) -> int:
        """Counts the marks among those of a text, like `found_in`."""
        return self._counted(len(self.marks & marks))

    def is_told_from(self, other: "Name", marks: AbstractSet[str]) -> bool:
        """Tells whether marks are of this one of two similar names by what the two do not share.

        They have half of what only this one has, and nothing of what only the other one has.
        """
        own, others = self.marks - other.marks, other.marks - self.marks
        are_similar = 2 * len(self.marks & other.marks) >= max(len(self), len(other))
        return (
            are_similar and bool(others) and marks.isdisjoint(others) and 2 * len(own & marks) >= len(own) > 0
        )

    def _counted(self, found: int) -> int:
        return found if found > 1 or len(self.marks) <= _FEW else 0

    def without(self, text: str) -> str:
        """Returns a lower-case text with the marks taken out."""
        letters = list(text)
        for pair in self._pairs:  # which may overlap
            at = text.find(pair)
            while at >= 0:
                letters[at : at + len(pair)] = "\n" * len(pair)
                at = text.find(pair, at + 1)
        text = "".join(letters)
        for word in self._words:
            text = word.sub("\n", text)
        return text


class Names:
    """All names of a plan, to find the one that fits a text best."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._with_mark: dict[str, list[Name]] = {}
        for name in names:
            for mark in name.marks:
                self._with_mark.setdefault(mark, []).append(name)

    def is_anothers(self, name: Name, marks: AbstractSet[str]) -> bool:
        """Tells whether some marks fit another name better: at least half of it, and less of this one.

        So do marks that only the other of two similar names has: 完工, for 小区改造开工 beside 小区改造完工.
        """
        if any(each.is_told_from(name, marks) for each in self._with(marks - name.marks)):
            return True
        own = name.shared(marks)
        return 2 * own < len(name) and any(
            2 * (shared := each.shared(marks)) >= len(each) and 2 * own * len(each) < shared * len(name)
            for each in self._with(marks)
        )

    def _with(self, marks: AbstractSet[str]) -> Iterator[Name]:
        """Yields names that have one of some marks, rare marks first, and at most `_MOST_COMPARED`."""
        lists = sorted((each for mark in sorted(marks) if (each := self._with_mark.get(mark))), key=len)
        return islice(dict.fromkeys(chain.from_iterable(lists)), _MOST_COMPARED)


def marks_of(text: str) -> set[str]:
    """Returns the marks of a text, of the kind that names are made of."""
    text = text.lower()
    marks = _words(text)
    for run in _WIDE_RUN.findall(text):
        marks.update(run, map(add, run, run[1:]))
    return marks


def _words(text: str) -> set[str]:
    words = {word[:_BEGINNING] for word in _WORD.findall(_WIDE_RUN.sub(" ", text))}
    return {word for word in words if len(word) >= _SHORTEST_WORD or word.isdigit()} - _SMALL_WORDS


def _pattern(word: str) -> str:
    if word.isdigit():
        return rf"(?<!\d){word}(?!\d)"
    rest = f"[{_LETTER}]*" if len(word) == _BEGINNING else f"(?![{_LETTER}])"
    return rf"(?<![{_LETTER}]){re.escape(word)}{rest}"
