"""How a plan is looked at: which targets, grouped by what, in which order."""

from enum import StrEnum
from typing import NamedTuple


class GroupBy(StrEnum):
    """What a table is grouped by."""

    GROUP = "group"
    OWNER = "owner"
    STATUS = "status"


class SortBy(StrEnum):
    """In which order targets stand: the lead (worst first), the rate (lowest first), or as in the file."""

    FILE = "file"
    LEAD = "lead"
    RATE = "rate"


class PartsShown(StrEnum):
    """Which parts stand below their target: those of targets with a laggard among them, all, or none."""

    LAGGING = "lagging"
    ALL = "all"
    NONE = "none"


class View(NamedTuple):
    """What of a plan is shown, how it is arranged, and in how many rows at most."""

    only: frozenset[str] = frozenset()
    group_by: GroupBy | None = GroupBy.GROUP
    sort: SortBy = SortBy.FILE
    parts: PartsShown = PartsShown.LAGGING
    limit: int | None = None
