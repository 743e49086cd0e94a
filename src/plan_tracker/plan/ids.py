"""The ids of targets: which letters they may have, and how one is made of a name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

_PLAIN = re.compile(r"[\w.-]+")
"""Most ids, which need no second look: they have no marks."""


def is_id(text: str) -> bool:
    """Tells whether a text may be an id: it has nothing but letters, marks, digits, `-`, `_` and `.`."""
    return _PLAIN.fullmatch(text) is not None or all(map(_fits, text))


@lru_cache(maxsize=4096)  # names share their letters
def _fits(letter: str) -> bool:
    return letter in "-_." or unicodedata.category(letter)[0] in "LMN"


def id_made_of(name: str) -> str:
    """Makes an id of a name: its letters, marks and digits.

    Capitals stay within another script (单位GDP能耗); a name that is all ASCII is written in small letters.
    """
    narrow = unicodedata.normalize("NFKC", name)
    narrow = narrow.lower() if narrow.isascii() else narrow
    kept = (letter if _fits(letter) and letter != "-" else " " for letter in narrow)
    return narrow if narrow.isalnum() else "-".join("".join(kept).split()) or "target"


class Ids:
    """The ids of targets beside each other: what is made of a name is numbered where another has it."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._numbers: defaultdict[str, int] = defaultdict(lambda: 1)

    def add(self, taken: str) -> None:
        """Notes that a target has an id, so that it is made of no name."""
        self._taken.add(taken)

    def made_of(self, name: str) -> str:
        """Makes an id of a name that no other target has, and adds it."""
        stem = made = id_made_of(name)
        while made in self._taken:
            self._numbers[stem] += 1
            made = f"{stem}-{self._numbers[stem]}"
        self._taken.add(made)
        return made
