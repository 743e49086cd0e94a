"""Why something is not read: a whole file, which raises an exception, or one cell, which is noted."""

from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.problems import NotDone


class NotRead(NotDone):
    """A file that cannot be read as what it should be, a plan among others: why, and what to do."""


class NoNumber(NamedTuple):
    """Why a text is not a figure, and what to do."""

    message: Message
    hint: Message | None = None
