"""Finds what limits a figure in words: ≥85, 4.5以内, at most 28, 控制在400以内, less than 5."""

import re
from functools import cache

from plan_tracker.language import words
from plan_tracker.plan.model import Direction

NO_LESS_THAN = words(
    "≥, ≧, ≮, >=, =>, 不低于, 不少于, 不小于, 不得低于, 不得少于, 至少, 大于等于, 大于或等于",
    "at least, minimum, min., min, no less than, not less than, no fewer than, not below, no lower than",
)
NO_MORE_THAN = words(
    "≤, ≦, ≯, <=, =<, 不超过, 不高于, 不大于, 不多于, 不得超过, 不得高于, 不突破, 最多, 至多, 小于等于",
    "小于或等于, 控制在, at most, maximum, max., max, no more than, not more than, not exceeding",
    "not above, no higher than, up to",
)
"""What stands before the figure of a goal that is a lower or an upper limit."""

_OR_MORE = words("及以上, 或以上, 以上, or more, and more, or above, and above, minimum")
_OR_LESS = words(
    "及以下, 或以下, 以下, 以内, 之内, 内, or less, or fewer, and less, or below, and below, maximum, max"
)
"""What stands behind it."""

LESS_THAN = words("<, ＜, 低于, 小于, 少于, 不足, below, under, less than, fewer than, lower than")
MORE_THAN = words(">, ＞, 高于, 大于, 多于, 超过, 超, above, over, more than, higher than, greater than")
"""What stands before a limit that does not meet the goal itself."""

_INCLUDED = words("（含）, (含), （含本数）, (含本数)")
"""What stands behind a limit, or before its word, and changes nothing: 85%（含）以上."""

_EXACTLY = re.compile(r"^(?:[=＝]|(?:力争|确保)?(?:达到?|完成|实现)|力争|确保)\s*(?=[^\d\s]*[\d０-９])")
_BEGINS = r"\s*(?=[\d０-９+$€£₹¥￥-])"
"""How a figure begins."""


def unlimited(text: str) -> tuple[str, set[Direction]]:
    """Returns a text without its words of a limit, and which limits they say: none, one or both."""
    rest, found = text, set[Direction]()
    for word in _INCLUDED:
        rest = rest.replace(word, "")
    rest = _EXACTLY.sub("", rest.strip())
    for before, behind, direction in _limits():
        bare = before.sub("", rest, count=1)
        bare = behind.sub("", bare, count=1).strip()
        if bare != rest:
            rest = bare
            found.add(direction)
    return rest, found


def without_bound(text: str) -> tuple[str, Direction | None]:
    """Returns a text without the word of a limit that is not met itself, and its side: 5 of 低于5."""
    for direction, before in ((Direction.AT_MOST, LESS_THAN), (Direction.AT_LEAST, MORE_THAN)):
        if (bare := _before(before).sub("", text, count=1)) != text:
            return bare, direction
    return text, None


@cache
def _limits() -> tuple[tuple[re.Pattern[str], re.Pattern[str], Direction], ...]:
    both = ((NO_LESS_THAN, _OR_MORE, Direction.AT_LEAST), (NO_MORE_THAN, _OR_LESS, Direction.AT_MOST))
    return tuple(
        (
            _before(before),
            re.compile(rf"(?<!\s)\s*+(?:{'|'.join(map(re.escape, behind))})$", re.IGNORECASE),
            direction,
        )
        for before, behind, direction in both
    )


@cache
def _before(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))}){_BEGINS}", re.IGNORECASE)
