"""Units as tables write them: which are the same, by how much others differ, and what a unit is."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from plan_tracker.plan.names import in_simplified_characters
from plan_tracker.plan.units import (
    HEADED,
    USUAL,
    is_share,
    plain_unit,
    power_between,
    stems,
    without_numerals,
)
from plan_tracker.wording import tables as words

_UNITS = USUAL | HEADED
_IN_YUAN = re.compile(r"人民币\(?(.*元)\)?|(.*元)\(?人民币\)?")
_SCALES = {
    "thousand": r"thousands?|tsd\.?|'000s?|0{3}s?|1[,.' ]?0{3}",
    "million": r"millions?|mn|mln|mio\.?|'000,000s?|1[,.' ]?0{3}[,.' ]?0{3}",
    "billion": r"billions?|bn|mrd\.?",
    "lakh": "lakhs?|lacs?",
    "crore": r"crores?|cr\.?",
}
"""The words and figures for a scale, such as thousands, that a unit may have beside Chinese numerals."""

_SCALE = "|".join(f"(?P<{scale}>{words})" for scale, words in _SCALES.items())
_BEFORE = re.compile(rf"(?:{_SCALE})(?:[,;]|\s+of\b)?\s*(?P<unit>[^\s\d,.'].*)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?P<unit>.*?[^\s\d,.']\.?)(?:[,;]|\s+[-–—]\s)?(?:\s+in\b)?\s*(?:{_SCALE})", re.IGNORECASE
)
_ALONE = re.compile(rf"(?P<unit>)(?=[^\d])(?:{_SCALE})", re.IGNORECASE)
_PLAIN_SCALE = re.compile("thousand|million|billion|lakh|crore|mn|mln|bn|(?:tsd|mio|mrd)\\.?", re.IGNORECASE)
_JOINT = re.compile(r"\s*[,;]\s+(?:in\s+)?|\s+in\s+|\s+[-–—]\s+", re.IGNORECASE)
"""What stands between a unit and its scale, beside a blank."""

_MONEY = "eur|usd|gbp|chf|cny|[$€£¥]"
_SIZED_MONEY = re.compile(f"(?:{_MONEY})(?:k|m|bn)|(?:k|m|bn)(?:{_MONEY})", re.IGNORECASE)
_MONEY_BEFORE = re.compile(r"([+-]?) ?([$€£₹]) ?(\d[\d.,]*) ?(.*)", re.ASCII)
_DIGITS = re.compile(r"^1[,.' ]?(0{1,4})(?=[一-鿿])")
_NUMERAL_OF = {"0": "十", "00": "百", "000": "千", "0000": "万"}
_QUOTES = dict.fromkeys(map(ord, "‘’′`´"), "'")
_PHRASES = (
    re.compile(rf"(?:(?:{'|'.join(words.FIGURES)})\s+)*in\s+(.+)", re.IGNORECASE),
    re.compile(rf"(?:(?:{'|'.join(words.FIGURES)})\s*)+:\s*(.+)", re.IGNORECASE),
    re.compile(rf"(?:{'|'.join(words.COUNTED)})*\s*[以按]\s*(.+?)\s*(?:为?(?:计量)?单位|计[算量价]?)"),
    re.compile(
        rf"(?:{'|'.join(words.COUNTED)})*(?:{'|'.join(words.UNIT_LINE)})(?:\s+|[均皆都]?[为是])\s*(.+)",
        re.IGNORECASE,
    ),
)
_COUNTED, _UNSURE = "个", frozenset("km")
"""A unit that has sizes, and letters that may be a scale or a unit."""

_WORD = 4
"""From how many letters on a unit is a word, whose capitals make no difference; MWh and mWh differ."""

_IN_BRACKETS = re.compile(
    r"(.+)[(（\[【〔](?:(?:计量)?单位[:：]\s*)?([^()（）\[\]【】〔〕]+)[)）\]】〕]", re.DOTALL
)
"""A name and the unit in brackets behind it: 投资（单位：亿元）."""

_IN_PERCENT = re.compile(r"(.*[^\d\s])\s*[%％]", re.DOTALL)


@lru_cache(maxsize=4096)  # a table has few different units
def _key(unit: str) -> str:
    if scaled := _scaled(unit):
        return f"{scaled.scale}{_key(scaled.unit)}"
    text = "".join(unicodedata.normalize("NFKC", unit).split()).removesuffix(".")
    if match := _IN_YUAN.fullmatch(text):
        text = match[1] or match[2]
    return plain_unit(in_simplified_characters(_in_numerals(text)))


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


@lru_cache(maxsize=4096)
def stems_of(unit: str) -> tuple[str, ...]:
    """Returns what a unit has in common with its other sizes: two sizes of one unit share a stem."""
    return tuple(dict.fromkeys(stem.casefold() for stem in stems(_key(unit))))


@lru_cache(maxsize=4096)
def is_larger_size(unit: str, of: str) -> bool:
    """Tells whether a unit is many of another one, which has no scale: 万元 of 元, thousand EUR of EUR."""
    scaled = _scaled(unit)
    is_many = same_unit(scaled.unit, of) if scaled else (power(unit, of) or 0) > 0
    return is_many and not is_scaled(of)


def name_and_unit(text: str) -> tuple[str, str]:
    """Splits a name from the unit in brackets behind it: 固定资产投资（亿元）; empty if there is none.

    Figures there are how many of something a name is about: Homes (1,000 units). A name that begins or ends
    with a sign of percent needs no brackets: % of bills paid, Churn %.
    """
    if percent := _IN_PERCENT.fullmatch(text.strip()):
        return percent[1], "%"
    if text.strip()[:1] in {"%", "％"}:
        return text, "%"
    match = _IN_BRACKETS.fullmatch(text.strip())
    is_named = match and is_unit(match[2]) and not match[2].strip()[0].isdigit()
    return (match[1].strip(), without_digits(match[2])) if match and is_named else (text, "")


def unit_of_phrase(text: str) -> str | None:
    """Returns the unit in a phrase that says what figures are in: in EUR, 以万元计, 单位为万元; else None."""
    found = (pattern.fullmatch(text.strip()) for pattern in _PHRASES)
    return next((match[1] for match in found if match), None)


def money_behind(text: str) -> str:
    """Returns a text with the sign of a currency behind its figure, where units stand: 24.0 £m for £24.0m."""
    if not (match := _MONEY_BEFORE.fullmatch(text)):
        return text
    sign, money, digits, scale = match.groups()
    return f"{sign}{digits} {money}{scale if len(scale) < _WORD else f' {scale}'}"


@lru_cache(maxsize=4096)
def is_unit(text: str) -> bool:
    """Tells whether a text is a unit that tables have: 万元, 个, 亿千瓦时, 微克/立方米, km², EUR."""
    key = _key(text)
    if _SIZED_MONEY.fullmatch(key):
        return True
    return bool(key) and all(_is_simple(each) for each in re.split(r"[/·*]|每", key))


def is_usual(text: str) -> bool:
    """Tells whether a text is a unit that cannot be another word, nor an amount: 1,000 EUR."""
    return (
        is_unit(text)
        and not text.strip()[0].isdigit()
        and without_numerals(_key(text)).casefold() not in HEADED
    )


class _Scaled(NamedTuple):
    """A unit of which a table counts thousands, millions or billions, and how the scale was written."""

    scale: str
    unit: str
    written: str


@lru_cache(maxsize=4096)
def _scaled(text: str) -> _Scaled | None:
    bare = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    bare = " ".join(bare.replace("(", " ").replace(")", " ").split())  # EUR (thousands)
    if _DIGITS.match(bare):
        return None
    for pattern in (_BEFORE, _BEHIND, _ALONE):
        match = pattern.fullmatch(bare)
        if match and (not match["unit"] or is_unit(match["unit"])):
            scale = next(each for each in _SCALES if match[each])
            return _Scaled(scale=scale, unit=match["unit"], written=match[scale])
    return None


def is_scaled(text: str) -> bool:
    """Tells whether a text is a unit with its scale: EUR million, thousands of EUR, EUR '000, €m, 万元."""
    scaled, key = _scaled(text), _key(text)
    is_numbered = is_usual(text) and without_numerals(key) not in {"", key}
    return bool(scaled and scaled.unit) or is_numbered or _SIZED_MONEY.fullmatch(key) is not None


@lru_cache(maxsize=4096)
def in_scale(scale: str, unit: str) -> str:
    """Returns a unit in the scale that a heading says: 万人 for 人 below 目标值（万）; else the unit itself.

    Percentages, and units that have a scale, stay as they are.
    """
    scaled = _scaled(scale)
    is_alone = not scaled.unit if scaled else is_unit(scale) and not without_numerals(_key(scale))
    if not unit or not is_alone or is_scaled(unit) or is_share(unit):
        return unit
    return f"{scaled.scale} {unit}" if scaled else f"{scale}{unit}"


def says_scale(text: str) -> bool:
    """Tells whether some word of a text is a scale or has one: thousands, '000, 万元."""
    clauses = [unit_of_phrase(each) or each for each in re.split(r"\s*[,;，；。]\s*", text)]
    pieces = {each for clause in clauses for each in (clause, *clause.split())}
    return any(is_scaled(piece) or _scaled(piece) is not None for piece in pieces)


def power_alone(text: str) -> int | None:
    """Returns the power of ten of a scale without a unit: 3 for k, 4 for 万; 0 for what is none.

    None where it may be one: 3 m are 3 million, or metres; words such as thousand have no power here, nor
    has 万 before other signs.
    """
    if by := power(f"{text}{_COUNTED}", _COUNTED):
        return by
    may_be = says_scale(text) or text.casefold() in _UNSURE or without_numerals(text) != text
    return None if may_be else 0


def without_digits(unit: str) -> str:
    """Returns a unit with its scale as a word, so that it can stand behind a figure: thousand EUR, 千元."""
    scaled = _scaled(unit)
    if _DIGITS.match(unit):
        return _in_numerals(unit)
    if scaled is None:
        return unit.strip()
    if _PLAIN_SCALE.fullmatch(scaled.written):
        return _JOINT.sub(" ", unit.strip())
    return f"{scaled.scale} {scaled.unit}".strip()


def _in_numerals(unit: str) -> str:
    """Returns a Chinese unit with its scale in Chinese: 十万元 for 10万元."""
    return _DIGITS.sub(lambda match: _NUMERAL_OF[match[1]], unit)


def _is_simple(text: str) -> bool:
    if text.casefold() in _UNITS:
        return True
    if text in _SCALES or any(text.startswith(scale) and _is_simple(text[len(scale) :]) for scale in _SCALES):
        return True
    rest = without_numerals(text)
    return bool(text) and (rest in _UNITS or (not rest and text[-1] in "万亿千百"))
