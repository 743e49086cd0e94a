"""Numbers before the names of rows: 1. and （一） say where a row stands, not what it is."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(
    r"^\s*[★☆▲△■□◆◇*＊※]?\s*(?:[(（]?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})"
    r"(?:[)）]\s*[、.．]?|[、.．])\s*(?!\d)|(?P<circled>[①-⑳])\s*)"
)
_MARK = re.compile(r"^\s*[★☆▲△■□◆◇*＊※]\s*|\s*[*＊※]+$")
"""A mark before or behind a name, as binding targets have it in some tables."""

_FIRST = frozenset({"1", "01", "一", "①"})
_FEW = 2
"""How many names with a number before them are no coincidence."""


def without_number(name: str) -> str:
    """Returns a name without a number or a mark before it: 地区生产总值 for （一）地区生产总值."""
    return _MARK.sub("", _NUMBER.sub("", name)) or name


def are_numbered(names: Iterable[str]) -> bool:
    """Tells whether the names of rows are numbered from 1 on, so that 一、二产业 alone keeps its name."""
    numbers = [match["number"] or match["circled"] for name in names if (match := _NUMBER.match(name))]
    return len(set(numbers)) >= _FEW and numbers[0] in _FIRST
