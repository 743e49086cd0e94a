"""Commas and points among digits: whether they group the digits, are decimal, or may be either.

A comma groups digits only where the figure, or another in the same file, shows that it does (1,234,567 or
1,058.3). 3,425 alone and decimal commas are refused: who writes 3,425 may mean either.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plan_tracker.spreadsheets.cells import Cell, shown
from plan_tracker.spreadsheets.refusal import NoNumber
from plan_tracker.spreadsheets.units import money_behind
from plan_tracker.wording import figures as phrases

_NARROW = str.maketrans("０１２３４５６７８９．，－＋−　\u00a0\u202f", "0123456789.,-+-   ")
NUMBER = re.compile(r"([+-]?) ?((?:\d[\d.,]*)?\d)(?![\d.,])", re.ASCII)
"""A sign and digits with whatever commas and points, at the beginning of a text."""

GROUPED_DIGITS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_ONE_GROUP = re.compile(r"[1-9]\d{0,2},\d{3}", re.ASCII)
ONE_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""Three decimals, or thousands: 1.200."""

_DECIMAL_COMMA = re.compile(r"(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+", re.ASCII)
_POINTS_GROUP = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}", re.ASCII)


class Commas(NamedTuple):
    """What the figures of a file show about its commas: that they group digits, or that they are decimal."""

    group: bool = False
    decimal: bool = False


GROUPED = Commas(group=True)
"""The commas of figures of which it is only asked whether they are figures, or what they add up to."""


def grouping(commas: Commas) -> Commas:
    """Returns what figures show about commas; where they show nothing, that they group, as in most totals."""
    return commas if any(commas) else GROUPED


def in_half_width(text: str) -> str:
    """Returns a text without blanks around it, with digits and what stands among them in half width."""
    return text.translate(_NARROW).strip()


def commas_of(cells: Iterable[Cell]) -> Commas:
    """Returns what the figures of a file show about its commas."""
    group = decimal = False
    for cell in cells:
        text = in_half_width(cell) if isinstance(cell, str) else ""
        if ("," in text or text.count(".") > 1) and (match := NUMBER.match(money_behind(text))):
            digits = match[2]
            if GROUPED_DIGITS.fullmatch(digits):
                group |= not _ONE_GROUP.fullmatch(digits)
            elif _DECIMAL_COMMA.fullmatch(digits) or _POINTS_GROUP.fullmatch(digits):
                decimal = True
    return Commas(group, decimal)


def doubt_of(digits: str, cell: str, commas: Commas, *, sign: str, unit: str) -> NoNumber | None:
    """Tells why digits with commas or points may mean more than one number; of others it tells nothing.

    `cell` is the whole text; a minus before the digits (`sign`) and a `unit` behind them may be empty.
    """
    text, number = shown(cell), digits.replace(".", "")
    bare, pointed = f"{sign}{number.replace(',', '')}{unit}", f"{sign}{number.replace(',', '.')}{unit}"
    if _ONE_GROUP.fullmatch(digits) and not (commas.group and not commas.decimal):
        either = phrases.WHICH_NUMBER.fill(one=bare, other=pointed)
        return NoNumber(phrases.COMMA_OR_POINT.fill(text=text), either)
    if _DECIMAL_COMMA.fullmatch(digits) and not GROUPED_DIGITS.fullmatch(digits):
        return NoNumber(phrases.DECIMAL_COMMA.fill(text=text), phrases.WRITE_POINT.fill(number=pointed))
    if _POINTS_GROUP.fullmatch(digits):
        return NoNumber(phrases.POINTS_GROUP.fill(text=text), phrases.WRITE_FIGURE.fill(figure=bare))
    if commas.decimal and ONE_POINT.fullmatch(digits):
        either = phrases.WHICH_NUMBER.fill(one=bare, other=f"{sign}{digits}{unit}")
        return NoNumber(phrases.POINT_BESIDE_COMMAS.fill(text=text), either)
    return None
