"""What the number formats of a workbook say about the numbers they show."""

import re
from enum import Enum, auto
from xml.etree import ElementTree as ET


class Style(Enum):
    """How a cell shows its number, as far as that matters."""

    PLAIN = auto()
    PERCENT = auto()
    MONTH = auto()
    """A date without its day: 2024年9月 is kept as 1 September."""


_PERCENT, _MONTH = frozenset({"9", "10"}), frozenset({"17", "57"})
"""Formats that every spreadsheet program knows by number: 0%, 0.00%; Sep-24, 2024年9月."""

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def styles_of(styles: ET.Element) -> list[Style]:
    """Returns the styles in the order in which cells refer to them, from the XML of a workbook's styles."""
    own = {table.tag.rpartition("}")[2]: table for table in styles}
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in own.get("numFmts", ())}
    numbers = [each.get("numFmtId", "0") for each in own.get("cellXfs", ())]
    known = {number: _style(number, codes.get(number)) for number in set(numbers)}
    return [known[number] for number in numbers]


def _style(number: str, code: str | None) -> Style:
    if code is None:
        return Style.PERCENT if number in _PERCENT else Style.MONTH if number in _MONTH else Style.PLAIN
    bare = _LITERAL.sub("", code.split(";")[0]).casefold()
    if "%" in bare:
        return Style.PERCENT
    is_month = "m" in bare and not set("dhs") & set(bare)
    return Style.MONTH if is_month and ("y" in bare or "月" in code) else Style.PLAIN
