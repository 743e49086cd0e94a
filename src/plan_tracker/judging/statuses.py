"""The statuses a target can have, and what follows from each: mypy finds a missing row."""

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """The verdict on a target, from good to bad; then the statuses that say why there is no verdict."""

    DONE = "done"
    ON_PACE = "on_pace"
    SLIPPING = "slipping"
    BEHIND = "behind"
    MISSED = "missed"
    NOT_REPORTED = "not_reported"
    NOT_DUE = "not_due"
    NO_GOAL = "no_goal"
    DROPPED = "dropped"

    @property
    def judged(self) -> bool:
        """Whether the status is a verdict on how the target stands."""
        return _ROWS[self].judged

    @property
    def lagging(self) -> bool:
        """Whether the target stands worse than it should."""
        return _ROWS[self].lagging

    @property
    def rank(self) -> int:
        """The position from 0 when statuses are sorted by how much they need attention, most first."""
        return _ROWS[self].rank


class _Row(NamedTuple):
    judged: bool
    lagging: bool
    rank: int


def _row(status: Status) -> _Row:
    """Returns the row of a status; its words stand in `wording/statuses`."""
    match status:
        case Status.DONE:
            return _Row(judged=True, lagging=False, rank=6)
        case Status.ON_PACE:
            return _Row(judged=True, lagging=False, rank=4)
        case Status.SLIPPING:
            return _Row(judged=True, lagging=True, rank=2)
        case Status.BEHIND:
            return _Row(judged=True, lagging=True, rank=1)
        case Status.MISSED:
            return _Row(judged=True, lagging=True, rank=0)
        case Status.NOT_REPORTED:
            return _Row(judged=False, lagging=False, rank=3)
        case Status.NOT_DUE:
            return _Row(judged=False, lagging=False, rank=5)
        case Status.NO_GOAL:
            return _Row(judged=False, lagging=False, rank=7)
        case Status.DROPPED:
            return _Row(judged=False, lagging=False, rank=8)


_ROWS = {status: _row(status) for status in Status}


def by_rank() -> list[Status]:
    """Returns all statuses, the worst first."""
    return sorted(Status, key=lambda status: status.rank)
