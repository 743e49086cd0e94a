"""Tells whether a number has a target's unit or another size of it: 3.2万人 is 32000人, but not 人次."""

import re
from collections.abc import Container, Iterable
from functools import cached_property
from math import prod

from plan_tracker.plan.units import NUMERALS, PERCENT, POINTS, PREFIXES, USUAL, plain_unit
from plan_tracker.questions.document.prose import Number, Prose
from plan_tracker.questions.document.spelling import WIDE_LETTER, narrow

_PERSONS = ("人", "名", "位")
_LONGER = "(?!次|时|百分点|多?月|工作日)"
"""What turns a unit into another one: 人次, 千瓦时, 个百分点, 个月."""

_NUMERALS = {numeral: 10**power for numeral, power in (NUMERALS | {"兆": 6, "吉": 9}).items()}
_WORDS = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
}
_PREFIXES = {prefix.lower(): 10**power for prefix, power in PREFIXES.items()}
_SIZES = _NUMERALS | _WORDS | _PREFIXES | {"kilo": 10**3, "mega": 10**6, "giga": 10**9}
_THOUSAND = {"公里": "米", "公斤": "克"}
"""Units that are a thousand of another."""

_SAME = (
    *(("瓦", "w"), ("瓦时", "wh"), ("米", "m", "metre", "meter"), ("克", "g", "gram"), ("升", "l", "litre")),
    *(("吨", "t", "tonne", "ton"), ("公顷", "ha", "hectare"), ("平方米", "m²", "m2"), ("立方米", "m³", "m3")),
    ("微克/立方米", "微克每立方米", "μg/m³", "μg/m3", "µg/m³", "µg/m3", "ug/m³", "ug/m3"),
    ("吨标准煤", "吨标煤", "tce"),
)
_WITH_PREFIX = frozenset({"w", "wh", "m", "g", "l", "t"})
_NUMERAL = "|".join(_NUMERALS)
_MAGNITUDE = "|".join(_WORDS)
_NEAR = 20
"""How many letters before a number its unit may stand in brackets."""

_WORDS_BETWEEN = r"(?: (?:out )?of (?:the |its )?\d[\d.,]*)?(?:[ -][A-Za-z][A-Za-z'’]*){0,3}?[ -]?"
_COUNTED = re.compile(rf"((?:{_NUMERAL})*)(.*)", re.DOTALL)
_CURRENCY = re.compile(r"([^\w\s%.,()-])(k|m|bn|tn)?", re.IGNORECASE)
_COUNTS = re.compile(rf"(?! ?(?:{_NUMERAL}|%|(?:{_MAGNITUDE}|k|m)\b))", re.IGNORECASE)
"""What stands behind a number that counts one by one: 34,300 jobs is 34.3 in a plan's unit `thousand`."""

_IN_BRACKETS = re.compile(r"\(([^()\n]{1,12})\)$")
_SEVERAL = re.compile(r"\(([^()\n]*、[^()\n]*)\)")
_MONEY = re.compile(rf" ?(?P<magnitude>{_MAGNITUDE}|k|m)(?![A-Za-z])", re.IGNORECASE)
"""How large the amount behind a sign of currency is: £3.2 million."""


class Unit:
    """A unit of a plan, to be recognised in a text.

    `scale` is how many of the smallest unit of its kind it is: 10,000 persons for 万人, 1,000 watts for
    千瓦.
    """

    def __init__(self, unit: str) -> None:
        self._text = narrow(unit)
        self.scale, self._base = _taken_apart(self._text)
        self._own = _WORDS.get(self._base.lower()) or _NUMERALS.get(self._base, 1)
        self.scale *= self._own

    @property
    def names(self) -> frozenset[str]:
        """The lower-case spellings of the unit, in all its sizes."""
        spellings = _spellings(self._base) if self._base else []
        prefixed = [prefix + each for each in spellings if each in _WITH_PREFIX for prefix in _PREFIXES]
        return frozenset((self._text.lower(), *spellings, *prefixed, *_thousands_of(spellings))) - {""}

    @property
    def is_percent(self) -> bool:
        """Whether figures in this unit are percentages."""
        return plain_unit(self._text) == PERCENT

    @property
    def is_of_shares(self) -> bool:
        """Whether figures in this unit are percentages or points."""
        return plain_unit(self._text) in (PERCENT, POINTS)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self._pattern(), re.IGNORECASE)

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{self._pattern()})(?![\w%])", re.IGNORECASE)

    def _pattern(self) -> str:
        """Returns a pattern for the unit behind a number; its groups tell the size of the unit."""
        if not self._base:
            return "(?! ?%)"
        spellings = _spellings(self._base)
        wide = [each for each in spellings if WIDE_LETTER.search(each)]
        latin = [each.removesuffix("s") for each in spellings if not WIDE_LETTER.search(each)]
        forms: list[str] = []
        if wide:
            wide += _thousands_of(wide)
            forms.append(rf"(?P<name>{'|'.join(map(re.escape, wide))}){_LONGER}")
        if latin:
            prefix = "(?P<prefix>(?-i:[kKMGT])|kilo|mega|giga)?" if _WITH_PREFIX & set(latin) else ""
            between = "[ -]?" if prefix else _WORDS_BETWEEN
            names = "|".join(map(re.escape, latin))
            if _CURRENCY.fullmatch(self._base):
                names = rf"(?:{names})(?P<letters>k|m|bn|tn| (?:{_MAGNITUDE})(?![A-Za-z]))?"
            magnitude = rf"(?: ?(?P<magnitude>{_MAGNITUDE}|(?<=\d)[mk])(?![A-Za-z]))?"
            forms.append(rf"{magnitude}{between}{prefix}(?:{names})s?(?![A-Za-z0-9²³/])")
        return rf" ?[余多]?(?P<numerals>(?:{_NUMERAL})*)[余多]?(?:{'|'.join(forms)})"

    def end_at(self, prose: Prose, number: Number) -> int:
        """Returns where the unit behind a number ends, or the number itself if another unit is there."""
        found = self._after.match(prose.text, number.end) if self._base else None
        return found.end() if found else number.end

    def scale_at(self, prose: Prose, number: Number) -> int | None:
        """Returns how many of the smallest unit the number counts by; None if it is in another unit."""
        if self.is_percent:
            return 1 if prose.is_percent(number) else None
        if plain_unit(self._text) == POINTS:
            return 1 if prose.is_points(number) else None
        if prose.is_ordinal(number):
            return None
        if found := self._after.match(prose.text, number.end):
            return self._own * _scale_of(found)
        told = self._told_before(prose, number) or self._among_several(prose, number)
        return told or (1 if self._own > 1 and _COUNTS.match(prose.text, number.end) else None)

    def _told_before(self, prose: Prose, number: Number) -> int | None:
        """Returns the scale told before a number: by a sign of currency, or in brackets: mains (km): 28.2."""
        before = prose.text[max(0, number.start - _NEAR) : number.start].rstrip(": ")
        if (named := _IN_BRACKETS.search(before)) and (scale := self._scale_alone(named[1])):
            return scale
        at = len(before) - len(self._base)
        if (
            not self._base
            or WIDE_LETTER.search(self._base)
            or before[max(0, at) :].lower() != self._base.lower()
        ):
            return None
        if (
            at > 0
            and before[at].isalpha()
            and before[at - 1].isalpha()
            and not WIDE_LETTER.match(before[at - 1])
        ):
            return None  # it is the end of another word
        found = _MONEY.match(prose.text, number.end)
        return _scale_of(found) if found else 1

    def _among_several(self, prose: Prose, number: Number) -> int | None:
        """Returns the scale if it is among several units above a table, for a number without one."""
        listed = _SEVERAL.match(prose.text, number.end)
        scales = map(self._scale_alone, listed[1].split("、") if listed else ())
        return next(filter(None, scales), None)

    def _scale_alone(self, text: str) -> int | None:
        """Returns the scale of a unit that stands alone, as in a heading; None for another unit."""
        if not self._base:
            return None
        if self._text == text:
            return self.scale
        found = self._alone.fullmatch(text)
        return self._own * _scale_of(found) if found else None


def _taken_apart(unit: str) -> tuple[int, str]:
    """Returns how many a unit counts, and of what: of 万人, million litres, £m."""
    scale = 1
    if unit.endswith("百分点"):
        return scale, unit
    words = unit.split()
    told = [word for word in words if word.lower() in _WORDS]
    if told and len(words) > len(told):
        unit = " ".join(word for word in words if word not in told)
        scale = _WORDS[told[0].lower()]
    elif (currency := _CURRENCY.fullmatch(unit)) and currency[2]:
        unit, scale = currency[1], _SIZES[currency[2].lower()]
    if (counted := _COUNTED.fullmatch(unit)) and counted[2]:
        scale, unit = scale * _product(counted[1]), counted[2]
    if unit in _THOUSAND:
        return scale * 1000, _THOUSAND[unit]
    if unit[:1] in "kKMGT" and unit[1:].lower() in _WITH_PREFIX:
        return scale * _PREFIXES[unit[0].lower()], unit[1:]
    return scale, unit


def _scale_of(found: re.Match[str]) -> int:
    """Returns the product of what the groups of a unit's pattern count."""
    groups = found.groupdict("")
    scale = _product(groups.get("numerals", "")) * (1000 if groups.get("name") in _THOUSAND else 1)
    return scale * _product(groups.get(each, "").strip() for each in ("prefix", "letters", "magnitude"))


def _product(sizes: Iterable[str]) -> int:
    return prod(_SIZES[each.lower()] for each in sizes if each)


def _thousands_of(names: Iterable[str]) -> list[str]:
    return [many for many, one in _THOUSAND.items() if one in names]


def _spellings(base: str) -> list[str]:
    """Returns what a unit without numerals and prefixes is also called."""
    base = base.lower()
    if base[-1:] in _PERSONS:
        return [base[:-1] + each for each in _PERSONS]
    return list(next((each for each in _SAME if base in each), (base,)))


_COMMON = frozenset[str]().union(*(Unit(each).names for each in (*USUAL, "年")))
"""The names of usual units, and of years, which are no unit over a column: there they name a period."""


class KnownUnits(Container[str]):
    """The words that are units where they stand alone: those of a plan, and the usual ones."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._names = _COMMON.union(*(each.names for each in units))

    def __contains__(self, text: object) -> bool:
        """Tells whether a text is a unit and nothing else."""
        if not isinstance(text, str):
            return False
        return text.lower() in self._names or _taken_apart(text)[1].lower() in self._names
