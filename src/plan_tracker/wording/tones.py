"""The tone of a word or a figure: good, bad or neither."""

from enum import StrEnum


class Tone(StrEnum):
    """How a text is to be taken, for colours; the words say it too."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    QUIET = "quiet"
    PLAIN = "plain"
