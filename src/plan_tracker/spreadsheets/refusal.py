"""Why a file is not read: one exception for tables and documents."""

from plan_tracker.problems import NotDone


class NotRead(NotDone):
    """A file that cannot be read as what it should be, a plan among others: why, and what to do."""
