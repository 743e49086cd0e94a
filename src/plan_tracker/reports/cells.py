"""What tables for people are made of: cells with a text and a tone, and bars; formats only draw them."""

from fractions import Fraction
from typing import NamedTuple

from plan_tracker.wording.tones import Tone


class Bar(NamedTuple):
    """A completion rate to be drawn, and the pace to be marked on it, as shares."""

    rate: Fraction
    pace: Fraction | None


class Cell(NamedTuple):
    """A field of a table for people."""

    text: str
    tone: Tone = Tone.PLAIN
    bar: Bar | None = None
