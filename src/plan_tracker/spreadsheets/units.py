"""Units as tables write them: which are the same, by how much others differ, and what a unit is."""

import re
import unicodedata
from functools import lru_cache

from plan_tracker.plan.units import HEADED, NUMERALS, USUAL, power_between

_UNITS = USUAL | HEADED
_IN_YUAN = re.compile("^人民币(?=.*元$)|(?<=元)人民币$")
_ALIKE = {"pp": "个百分点", "百分点": "个百分点"}
_MAGNITUDE = "(?:thousand|million|billion|mn|bn)"
_MANY = re.compile(f"{_MAGNITUDE}(?P<behind>.+)|(?P<before>.+){_MAGNITUDE}", re.IGNORECASE)
_WORD = 4
"""From how many letters on a unit is a word, whose capitals make no difference; MWh and mWh differ."""

_IN_BRACKETS = re.compile(r"(.+)[(（]([^()（）]+)[)）]")
_SIZED = re.compile(f"[{''.join(NUMERALS)}]*")


@lru_cache(maxsize=4096)  # a table has few different units
def _key(unit: str) -> str:
    text = "".join(unicodedata.normalize("NFKC", unit).split())
    text = _IN_YUAN.sub("", text)
    return _ALIKE.get(text, text)


def same_unit(unit: str, other: str) -> bool:
    """Tells whether two texts are the same unit."""
    return power(unit, other) == 0


@lru_cache(maxsize=4096)
def power(given: str, unit: str) -> int | None:
    """Returns the power of ten between two sizes of a unit: 4 from 亿元 to 万元; None for different units."""
    one, other = _key(given), _key(unit)
    found = power_between(one, other)
    if found is None and len(one) >= _WORD and one.casefold() == other.casefold():
        return 0
    return found


def name_and_unit(text: str) -> tuple[str, str]:
    """Splits a name from the unit in brackets behind it: 固定资产投资（亿元）; empty if there is none."""
    match = _IN_BRACKETS.fullmatch(text.strip())
    return (match[1].strip(), match[2].strip()) if match and is_unit(match[2]) else (text, "")


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Tells whether a text is a unit that tables have: 万元, 个, 亿千瓦时, 微克/立方米, km², EUR."""
    key = _key(text)
    return bool(key) and all(_is_simple(each) for each in re.split(r"[/·*]|每", key))


def is_usual(text: str) -> bool:
    """Tells whether a text is a unit that cannot be another word."""
    return is_unit(text) and _SIZED.sub("", _key(text), count=1).casefold() not in HEADED


def _is_simple(text: str) -> bool:
    if text.casefold() in _UNITS:
        return True
    if many := _MANY.fullmatch(text):
        return _is_simple(many["behind"] or many["before"])
    rest = _SIZED.sub("", text, count=1)
    return bool(text) and (rest in _UNITS or (not rest and text[-1] in "万亿千百"))
