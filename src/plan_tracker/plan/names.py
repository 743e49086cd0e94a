"""Finds a target by what people call it: its id, its name, its name and unit, `target/part`."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise

from plan_tracker.plan.model import Plan, Target

_LETTERS = 64
"""How many letters of a name are compared."""

_LOOKED_AT = 6000
"""How many names are looked at for the pairs of letters that they share with a word, rare pairs first.

With a third of it, one of 10,000 numbered names was mistaken for another of the same kind.
"""

_BEST, _CLOSE = 8, 0.6
"""How many candidates are compared letter by letter, and how similar one must be to be suggested."""

_BRACKETED = re.compile(r"(.+?) ?[(（]([^()（）]+)[)）]")
"""A name with its id, or a target with its part, as they are printed."""

_TRADITIONAL = str.maketrans(
    "萬與專業兩個爲為鄉於產畝億僅從價會體餘關內冊寫況準減幾劃則刪別辦務動勻區單佔歷釐縣變臺號後噸啓啟"
    "圍國場塊處備復頭學實審寬對導壽屬歲幣並牀應開張強當錄徑態總戶執報據攝數無時暫權條來標棟檢歐匯漢沒"
    "測濃滯點牽狀獨環現電監蓋碼種積稱籤簡類約級線組終經結絕統績續編聯節範規計許設評識話該語說説請諾讀"
    "課調貝負財責貨質資轉較輛邊達過還這進適裏裡鍾銷鎮鎊長門閉間隊階際頁頃項順預領頻題額機註畫",
    "万与专业两个为为乡于产亩亿仅从价会体余关内册写况准减几划则删别办务动匀区单占历厘县变台号后吨启启"
    "围国场块处备复头学实审宽对导寿属岁币并床应开张强当录径态总户执报据摄数无时暂权条来标栋检欧汇汉没"
    "测浓滞点牵状独环现电监盖码种积称签简类约级线组终经结绝统绩续编联节范规计许设评识话该语说说请诺读"
    "课调贝负财责货质资转较辆边达过还这进适里里钟销镇镑长门闭间队阶际页顷项顺预领频题额机注划",
)
"""The traditional characters of the words that people type here, and the simplified ones that are printed."""


@lru_cache(maxsize=8192)  # a table has the same units and names again and again
def simplified(text: str) -> str:
    """Returns text as it is compared: without blanks, in small half-width letters."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def simplest(text: str) -> str:
    """Returns a word as it is compared with those of this program, which has 滞后 for 滯後."""
    return in_simplified_characters(simplified(text))


def in_simplified_characters(text: str) -> str:
    """Returns text with simplified characters for traditional ones, as far as words typed here need them."""
    return text.translate(_TRADITIONAL)


def spelt_as(text: str, known: Iterable[str]) -> str | None:
    """Returns the known word that differs from a text only in blanks, capitals or width, or None."""
    return {simplified(each): each for each in known}.get(simplified(text))


class Similar:
    """Finds the known word that was probably meant, among tens of thousands as fast as among ten."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words = list(dict.fromkeys(known))
        self._with_pair: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            for pair in _pairs(word):
                self._with_pair[pair].append(number)

    def closest(self, word: str, likeness: float = _CLOSE) -> str | None:
        """Returns the most similar known word, or None if none is as similar as that (from 0 to 1)."""
        from difflib import SequenceMatcher  # few words are unknown

        shared: Counter[int] = Counter()
        left = _LOOKED_AT
        for numbers in sorted((self._with_pair.get(pair, []) for pair in _pairs(word)), key=len):
            shared.update(numbers[:left])
            left -= len(numbers)
            if left <= 0:
                break
        matcher = SequenceMatcher(b=simplified(word)[:_LETTERS])
        best: tuple[float, str] | None = None
        for number, _ in shared.most_common(_BEST):
            matcher.set_seq1(simplified(self._words[number])[:_LETTERS])
            ratio = matcher.ratio()
            if ratio >= likeness and (best is None or ratio > best[0]):
                best = (ratio, self._words[number])
        return best[1] if best else None


def _pairs(word: str) -> Iterable[tuple[str, str]]:
    """Returns the pairs of letters in a word, each once, with marks for its beginning and its end.

    They are in order: with any other the same word might find another one the next time.
    """
    return dict.fromkeys(pairwise(f"\0{simplified(word)[:_LETTERS]}\0"))


class Names:
    """The targets and parts of a plan by what people call them."""

    def __init__(self, plan: Plan) -> None:
        self._targets = plan.targets

    @cached_property
    def _by_id(self) -> dict[str, list[Target]]:
        return {each.id: [each] for target in self._targets for each in (*target.parts, target)}

    @cached_property
    def _by_name(self) -> dict[str, list[Target]]:
        return _named(self._targets)

    @cached_property
    def _parts_by_name(self) -> dict[str, list[Target]]:
        return _named(part for target in self._targets for part in target.parts)

    @cached_property
    def _parts_by_place(self) -> dict[tuple[str, str], list[Target]]:
        found: defaultdict[tuple[str, str], list[Target]] = defaultdict(list)
        for target in self._targets:
            for part in target.parts:
                found[target.id, simplified(part.name)].append(part)
        return found

    def with_id(self, text: str) -> list[Target]:
        """Returns the target with an id, or the part (projects/新城区); empty if there is none."""
        return self._by_id.get(text.strip(), [])

    def named(self, text: str) -> list[Target]:
        """Returns the targets that have a text as their name."""
        return self._by_name.get(simplified(text), [])

    def targets(self, text: str) -> list[Target]:
        """Returns the targets that a text means: the one with that id, else all with that name."""
        return [target for target in self.with_id(text) if target.parent is None] or self.named(text)

    def parts(self, target: Target, text: str) -> list[Target]:
        """Returns the parts of a target that a text means: by key, by id, or by name."""
        given = text.strip()
        exact = [
            part
            for id_ in (given, f"{target.id}/{given}")
            for part in self.with_id(id_)
            if part.parent == target.id
        ]
        return exact or self._parts_by_place.get((target.id, simplified(text)), [])

    def found(self, text: str) -> list[Target]:
        """Returns all that a text may mean: targets, `target/part`, else the parts with that name."""
        if targets := self.with_id(text) or self.named(text):
            return targets
        divided = [
            part
            for head, tail in _divisions(text)
            for target in self.targets(head)
            for part in self.parts(target, tail)
        ]
        return divided or self._parts_by_name.get(simplified(text), []) or self._as_printed(text)

    def _as_printed(self, text: str) -> list[Target]:
        """Returns what is printed with brackets: a name with its id, or a target with its part."""
        match = _BRACKETED.fullmatch(text.strip())
        if match is None:
            return []
        name, within = match[1], match[2]
        with_id = [each for each in self.with_id(within) if simplified(each.name) == simplified(name)]
        return with_id or [part for target in self.targets(name) for part in self.parts(target, within)]

    def ids(self) -> list[str]:
        """Returns all ids, each target's before those of its parts."""
        return [each.id for target in self._targets for each in (target, *target.parts)]

    def containing(self, text: str) -> list[Target]:
        """Returns the targets in whose name or id a text stands."""
        word = simplified(text)
        return [
            each
            for each in self._targets
            if word and word in f"{simplified(each.name)}\0{simplified(each.id)}"
        ]

    def similar(self, text: str) -> str | None:
        """Returns the id or name, as it stands in the plan, of the target that was probably meant.

        Where a part of it is named behind it, it is that part: cheese/north for Cheese north.
        """
        found, word = self._similar.closest(text), simplified(text)
        named = [
            part
            for target in (self.targets(found) if found else [])
            for part in target.parts
            for name in (target.id, target.name)
            if simplified(part.name) in word.partition(simplified(name))[2]
        ]
        return max(named, key=lambda part: len(part.name)).id if named else found

    @cached_property
    def _similar(self) -> Similar:
        return Similar(word for target in self._targets for word in (target.id, target.name))


def _named(targets: Iterable[Target]) -> dict[str, list[Target]]:
    named: dict[str, list[Target]] = {}
    for target in targets:
        named.setdefault(simplified(target.name), []).append(target)
    return named


def _divisions(text: str) -> Iterable[tuple[str, str]]:
    """Yields each way to divide a text at a slash, for names may contain slashes."""
    for at, letter in enumerate(text):
        if letter in "/／":
            yield text[:at], text[at + 1 :]
