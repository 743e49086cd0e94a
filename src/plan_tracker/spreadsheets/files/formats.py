"""What the number formats of a workbook say about the numbers they show."""

import re
from enum import Enum, auto
from typing import NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

from plan_tracker.spreadsheets.units import is_unit


class Style(Enum):
    """How a cell shows its number, as far as that matters."""

    PLAIN = auto()
    PERCENT = auto()
    MONTH = auto()
    MONTH_IN_CHINESE = auto()
    """A date without its day: Sep-24 and 2024年9月 are kept as 1 September."""


class Sized(NamedTuple):
    """A style that shows how many thousands (`power` is 3) or 万 (4) a number has, or a unit behind it.

    Without a unit it is not clear whether the table speaks of what is seen or of what is kept.
    """

    power: int
    behind: str


class Limit(NamedTuple):
    """A style that shows a sign before its number: ≤5.5 for a limit, ≥41 for a bound."""

    sign: str
    inner: Style | Sized


NumberFormat: TypeAlias = Style | Sized | Limit

_KNOWN = {
    "9": Style.PERCENT,
    "10": Style.PERCENT,
    "17": Style.MONTH,
    "57": Style.MONTH_IN_CHINESE,
}
"""Formats that every spreadsheet program knows by number: 0%, 0.00%; Sep-24, 2024年9月."""

_HIDDEN = re.compile(r"_.|\*.|\[[^\]]*\]")
_LIMIT = re.compile(r"""["\\]?\s*([≥≤])\s*"?""")
_QUOTED = re.compile(r'"[^"]*"|\\.')
_SIZED = re.compile(
    r'(?:"[^"]*"|[^"])*?(?:[0#?][0#?,.]*|(?i:general))(?<!,)(,*)((?:"[^"]*"|\\.|[^"\\0#?.,!])*)'
)
_POINT = re.compile(r'(?<=[0#?])(?:\\\.|"\.")(?=([0#?]+))')
"""A point that is only written between digits: 0\\.0, shows 12,345 as 1.2, as people do to see 万."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TIMES = frozenset({"月", "月份", "季度", "年", "日"})
_MAGNITUDES = {"k": 3, "千": 3, "万": 4, "m": 6, "mn": 6, "百万": 6, "亿": 8, "bn": 9}


def styles_of(styles: ET.Element) -> list[NumberFormat]:
    """Returns the styles in the order in which cells refer to them, from the XML of a workbook's styles."""
    own = {table.tag.rpartition("}")[2]: table for table in styles}
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in own.get("numFmts", ())}
    numbers = [each.get("numFmtId", "0") for each in own.get("cellXfs", ())]
    known = {number: _style(number, codes.get(number)) for number in set(numbers)}
    return [known[number] for number in numbers]


def indents_of(styles: ET.Element) -> list[int]:
    """Returns by how much cells of each style are indented, in the order of `styles_of`."""
    formats = next((table for table in styles if table.tag.rpartition("}")[2] == "cellXfs"), ())
    return [
        max((int(text) for each in cell if (text := each.get("indent", "")).isdecimal()), default=0)
        for cell in formats
    ]


def raised_in(shared: ET.Element) -> dict[str, str]:
    """Returns the texts with raised digits as they are seen, 177.5¹, by what they are without their looks."""
    found: dict[str, str] = {}
    for item in shared:
        texts = [
            (each.text or "", _is_raised(run)) for run in item for each in run if each.tag.endswith("}t")
        ]
        plain = "".join(text for text, _ in texts).strip()
        seen = "".join(text.translate(_RAISED) if is_raised else text for text, is_raised in texts).strip()
        if plain != seen:
            found[plain] = seen
    return found


def _is_raised(run: ET.Element) -> bool:
    return any(each.tag.endswith("}vertAlign") and each.get("val") == "superscript" for each in run.iter())


def _style(number: str, code: str | None) -> NumberFormat:
    if code is None:
        return _KNOWN.get(number, Style.PLAIN)
    shown = _HIDDEN.sub("", code.split(";")[0].replace("!", "\\"))
    if limit := _LIMIT.match(shown):
        return Limit(limit[1], _inner(shown[limit.end() :], code))
    return _inner(shown, code)


def _inner(shown: str, code: str) -> Style | Sized:
    """Returns what the part of a format for numbers shows, without a sign before it."""
    bare = _QUOTED.sub("", shown).casefold()
    if "%" in bare:
        return Style.PERCENT
    if "m" in bare and not set("dhs") & set(bare):
        return Style.MONTH_IN_CHINESE if "月" in code else Style.MONTH if "y" in bare else Style.PLAIN
    return _sized(shown)


def _sized(shown: str) -> Style | Sized:
    """Reads a format such as `#,##0,` or `0.00"万元"`, whose numbers are not what people see."""
    points = _POINT.findall(shown)
    match = _SIZED.fullmatch(_POINT.sub("", shown))
    if match is None or len(points) > 1:
        return Style.PLAIN
    power, words = 3 * len(match[1]) + sum(map(len, points)), re.sub(r'["\\ ]', "", match[2])
    if (own := _MAGNITUDES.get(words.casefold())) is not None:
        return Style.PLAIN if power == own else Sized(power, words)  # 5,000 shown as 5k
    behind = words if words in _TIMES or (is_unit(words) and words.isalnum()) else ""
    return Sized(power, behind) if power or behind else Style.PLAIN
