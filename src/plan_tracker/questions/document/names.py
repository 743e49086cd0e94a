"""How much of a target's name a text shares: pairs of letters in Chinese, beginnings of words elsewhere."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from operator import add

from plan_tracker.questions.document.spelling import WIDE, WIDE_LETTER, narrow

_PAIR = 2
"""How many letters of Chinese text make a mark; one that stands alone is one, too."""

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

_MOST_LETTERS, _MOST_WORDS = 1, 1
"""How much may be left that is not understood: one Chinese letter, or one word of another script."""


_GENERIC = re.compile(
    "截至|截止|到目前为止|目前|年初以来|今年|本年度|本年|当年|上半年|下半年|前三季度|全年|年度|年内|至今|以来|季度|月份|同期|去年|上年"
    "|全市|全区|全县|全省|全国|我市|我区|我县|我省|本市|全州|全旗|全镇|累计|总计|合计|共计|已经|实现|完成|达成|实际"
    "|新增|增加|增长|同比|环比|目标|任务|计划|指标|进度|序时|总数|总量|总额|规模|提前|左右|以上|以下|分别|预计|过半|时间"
    "|情况|工作|方面|顺利|推进|取得|比例|比重"
    "|[年月日底末期已均约近超达为有较比的了在到至于从并也还又仅只刚按与和及以共占数量额率第其中该此这"
    "个项家户件处座台套所人名次元亿万千百吨亩位辆公里米]"
)
"""Chinese words that name no topic; a longer word stands before those that it contains."""

_ENGLISH = re.compile(
    "a|about|achieved|already|altogether|amount|amounted|an|and|annual|april|are|as|at|august|been|by"
    "|came|cent|come|comes|completed|date|december|delivered|done|end|far|february|finished|first|for"
    "|from|goal|had|half|has|have|in|is|it|its|january|july|june|just|march|may|month|months|nearly"
    "|november|now|number|october|of|on|only|or|our|over|per|percent|plan|quarter|reached|second"
    "|september|since|so|some|stand|stands|stood|target|that|the|their|there|these|they|third|this"
    "|those|to|total|up|was|we|were|which|with|year"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_PUNCTUATION = re.compile("[。、·—…“”‘’《》〈〉「」『』【】]")


class Name:
    """The name of a target, cut into the marks that a text may share with it."""

    def __init__(self, name: str) -> None:
        text = narrow(name).lower()
        runs = _WIDE_RUN.findall(text)
        pairs = {run[i : i + _PAIR] for run in runs for i in range(max(1, len(run) - 1))}
        words = _words(text)
        self.marks = frozenset(pairs | words) or frozenset({text})
        self._pairs = tuple(self.marks - words)
        self._runs = re.compile(_runs_of(self._pairs))
        self._words = tuple(re.compile(_pattern(word)) for word in words)

    def __len__(self) -> int:
        """Returns how many marks the name has."""
        return len(self.marks)

    def found_in(self, text: str) -> int:
        """Counts the marks that occur in a lower-case text; one of many may be chance and counts as none."""
        pairs = sum(pair in text for pair in self._pairs)
        return self._counted(pairs + sum(word.search(text) is not None for word in self._words))

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

    def without(self, text: str, *, repeated: bool = False) -> str:
        """Returns a lower-case text with the marks taken out.

        A single word of the name that comes once more behind it says something else, and is only taken out
        where `repeated` says so: 一般公共预算收入预算136.8亿元, but not 一般公共预算收入(预算收入)136.8亿元.
        """
        longest = ""

        def blanked(run: re.Match[str]) -> str:
            nonlocal longest
            is_word_again = run[0] in self.marks and run[0] in longest and run[0] != longest
            if is_word_again and not repeated:
                return run[0]
            longest = max(longest, run[0], key=len)
            return "\n" * len(run[0])

        text = self._runs.sub(blanked, text)
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


def _runs_of(pairs: Iterable[str]) -> str:
    """Returns a pattern for pairs of letters that overlap (预算收入 of 预算, 算收, 收入), or another mark."""
    overlapping = "|".join(re.escape(each) for each in pairs if len(each) == _PAIR) or "(?!)"
    others = "".join(f"|{re.escape(each)}" for each in pairs if len(each) != _PAIR)
    return f"(?:(?={overlapping}).)+.{others}"


def _pattern(word: str) -> str:
    if word.isdigit():
        return rf"(?<!\d){word}(?!\d)"
    rest = f"[{_LETTER}]*" if len(word) == _BEGINNING else f"(?![{_LETTER}])"
    return rf"(?<![{_LETTER}]){re.escape(word)}{rest}"


def leans(words: str, name: Name) -> bool:
    """Tells whether the lower-case words around a figure name nothing but what `name` shares with them.

    They only say when, how much, or that it was done, and leave their topic to the sentence before: "Mains
    are on schedule. So far 28.2 km".
    """
    rest = _PUNCTUATION.sub(" ", name.without(words, repeated=True))
    letters = len(WIDE_LETTER.findall(_GENERIC.sub(" ", rest)))
    others = [word for word in _LETTERS.findall(WIDE_LETTER.sub(" ", rest)) if not _ENGLISH.fullmatch(word)]
    return letters <= _MOST_LETTERS and len(others) <= _MOST_WORDS
