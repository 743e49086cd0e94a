"""What a reader asks to see of a plan: which targets, grouped how, in which order."""

from enum import StrEnum
from typing import NamedTuple


class GroupBy(StrEnum):
    """What a table is grouped by."""

    GROUP = "group"
    OWNER = "owner"
    STATUS = "status"
    BINDING = "binding"
    PLAN = "plan"


class SortBy(StrEnum):
    """The order of targets: by lead, the worst first; by rate, the lowest first; or as in the file."""

    FILE = "file"
    LEAD = "lead"
    RATE = "rate"


class PartsShown(StrEnum):
    """Which targets have their parts shown below them: those with a lagging part, all, or none."""

    LAGGING = "lagging"
    ALL = "all"
    NONE = "none"


class View(NamedTuple):
    """Which targets are shown, their arrangement, and how many rows at most.

    `only` names statuses, all if it is empty; `owner` and `group` are as in the plan, None for all.
    """

    only: frozenset[str] = frozenset()
    owner: str | None = None
    group: str | None = None
    group_by: GroupBy | None = GroupBy.GROUP
    sort: SortBy = SortBy.FILE
    parts: PartsShown = PartsShown.LAGGING
    limit: int | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether only some targets are asked for."""
        return bool(self.only) or self.owner is not None or self.group is not None
