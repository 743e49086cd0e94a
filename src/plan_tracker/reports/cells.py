"""What tables for people are made of: cells with a text and a tone, and bars; formats only draw them."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Status


class Tone(StrEnum):
    """How a cell is to be taken, for colours; the words say it too."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    QUIET = "quiet"
    PLAIN = "plain"


TONE: dict[Status, Tone] = {
    Status.DONE: Tone.GOOD,
    Status.ON_PACE: Tone.GOOD,
    Status.SLIPPING: Tone.WARNING,
    Status.BEHIND: Tone.BAD,
    Status.MISSED: Tone.BAD,
    Status.NOT_REPORTED: Tone.WARNING,
    Status.NOT_DUE: Tone.QUIET,
    Status.NO_GOAL: Tone.QUIET,
}


class Bar(NamedTuple):
    """A completion rate to be drawn, and the pace to be marked on it, as shares."""

    rate: Fraction
    pace: Fraction | None


class Cell(NamedTuple):
    """A field of a table for people."""

    text: str
    tone: Tone = Tone.PLAIN
    bar: Bar | None = None
