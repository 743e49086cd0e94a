"""The words of headings: whole headings by what they mean, and words that are taken off others."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from plan_tracker.plan.names import simplest, simplified
from plan_tracker.wording import headings as words
from plan_tracker.wording.words import COLUMN

ACTUAL, BASELINE, GOAL = "actual", "baseline", "goal"
FIELDS = tuple(COLUMN)
"""Every column that has a meaning: those that `export` writes, and some of its workbook."""

GIVEN = frozenset(
    {
        *("id", "parent", "name", "group", "owner", "unit", "kind", "direction", "stage", "binding", "goal"),
        *("baseline", "start", "due", "pace_rule", "period", "measured_on", "actual", "status", "committed"),
        *("weight", "check", "source", "as_of", "note", "reporting", "dropped"),
        *("original_goal", "feed", "past", "plan"),
    }
)
"""Those that say something of their own; the others are computed from them."""


@lru_cache(maxsize=256)  # the same few groups of words are looked for in every heading
def any_of(group: tuple[str, ...]) -> re.Pattern[str]:
    """Returns a pattern for any of some words: Chinese ones anywhere, others only as whole words."""
    return any_pattern(map(re.escape, sorted(group, key=len, reverse=True)))


def any_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    """Returns a pattern for any of some: those that begin in Chinese anywhere, others only as whole words."""
    every = list(patterns)
    wide = "|".join(each for each in every if each >= "\x80")
    narrow_ones = "|".join(each for each in every if each < "\x80")
    return re.compile(rf"{wide or '(?!)'}|(?<![a-z])(?:{narrow_ones or '(?!)'})(?![a-z])")


@cache
def labels() -> dict[str, tuple[str, ...]]:
    """Returns whole headings by what they mean: the words that the program prints, and others."""
    found: dict[str, tuple[str, ...]] = {}
    for name, also in words.ALSO.items():
        found |= {simplified(word): (name,) for word in also}
    for name, phrase in COLUMN.items():
        for word in (name, name.replace("_", " "), *phrase):
            found[simplified(word)] = (name,)
    found |= {simplified(word): ("serial",) for word in words.SERIAL}
    found |= {simplified(word): ("name", "place") for word in words.PLACES}
    return found | {simplified(word): pair for word, pair in words.EITHER.items()}


def heads_names(text: str) -> bool:
    """Tells whether a text is a whole heading of names or ids: a look that every row can afford."""
    return bool({"name", "id"} & {*labels().get(simplest(text), ())})
