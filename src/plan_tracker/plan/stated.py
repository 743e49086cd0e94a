"""A figure as a published report prints it: a rate, a claim about it, or a lead in percentage points."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from operator import eq, ge, gt, le, lt
from typing import NamedTuple


class Relation(StrEnum):
    """What a stated figure says of the rate: that it equals the figure, is more, or is less."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="

    def holds(self, rate: Fraction, figure: Fraction) -> bool:
        """Tells whether what is stated is true of a rate."""
        return _HOLDS[self](rate, figure)


_HOLDS: dict[Relation, Callable[[Fraction, Fraction], bool]] = {
    Relation.EQUAL: eq,
    Relation.MORE: gt,
    Relation.AT_LEAST: ge,
    Relation.LESS: lt,
    Relation.AT_MOST: le,
}


class Stated(NamedTuple):
    """One stated figure: `figure` in percent, or in percentage points where it is a lead, as printed."""

    period: str
    text: str
    relation: Relation
    figure: Decimal
    is_lead: bool

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage and claims nothing but itself."""
        return self.relation is Relation.EQUAL and not self.is_lead


_NARROW = str.maketrans("＞＜≥≤％＋－＝．０１２３４５６７８９", "><≥≤%+-=.0123456789")
_RATE = re.compile(r"(>=|<=|>|<|=)? ?(-?\d{1,15}(?:\.\d{1,15})?) ?%", re.ASCII)
_LEAD = re.compile(r"([+-]\d{1,15}(?:\.\d{1,15})?) ?(?:pp|个?百分点)", re.ASCII)
"""A rate, perhaps with a relation before it; a lead, which has a sign: +5.90pp."""


@lru_cache(maxsize=1024)  # the same few hundred figures recur in every plan
def parse(period: str, text: str) -> Stated | None:
    """Returns the stated figure in `47.5%`, `>50%`, `≥100％` or `+5.90pp`, or None for any other text."""
    plain = text.strip().translate(_NARROW).replace("≥", ">=").replace("≤", "<=")
    if rate := _RATE.fullmatch(plain):
        return Stated(period, text, Relation(rate[1] or "="), Decimal(rate[2]), is_lead=False)
    lead = _LEAD.fullmatch(plain)
    return Stated(period, text, Relation.EQUAL, Decimal(lead[1]), is_lead=True) if lead else None
