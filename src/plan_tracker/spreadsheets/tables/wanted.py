"""The table that is looked for."""

from collections.abc import Callable
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.plan.periods import PlanTime
from plan_tracker.spreadsheets.tables.fiscal_years import PlanYears
from plan_tracker.spreadsheets.units import is_unit


class Wanted(NamedTuple):
    """The table that is looked for: what it must have, which columns, and what else helps to know it.

    `about` and `is_unit` are as in `meaning_of`. `years` and `time` are the plan's, as far as they are known.
    """

    enough: Callable[[set[str]], bool]
    """Whether the fields that the columns mean are those of the table that is looked for."""

    missing: Message
    """What is told where there is no such table."""

    named: tuple[tuple[str, str], ...] = ()
    """The columns that the user names: (field, heading or letter)."""

    is_name: Callable[[str], bool] | None = None
    """Whether the plan has this name, by which a table without headings is known; None without a plan."""

    is_unit: Callable[[str], bool] = is_unit
    about: Callable[[str], str | None] = lambda _: None
    years: PlanYears = PlanYears()
    time: PlanTime | None = None
    asked: str | None = None
    """The period that the user names."""

    is_dated: bool = False
    """Whether all figures are of that period."""

    @property
    def fields_named(self) -> set[str]:
        """The fields of which the user names the column."""
        return {field for field, _ in self.named}

    def unnamed(self) -> "Wanted":
        """Returns the same where the user names no columns."""
        return self._replace(named=())
