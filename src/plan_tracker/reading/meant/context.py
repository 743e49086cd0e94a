"""What is known of a plan whose file has faults: its time, and the values in it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplest
from plan_tracker.plan.periods import PlanTime, calendar_year
from plan_tracker.problems import Path
from plan_tracker.reading.faults import words
from plan_tracker.reading.meant.periods import year_meant


class Context(NamedTuple):
    """The time of the plan as far as it is known, and its document, to look up keys and values."""

    time: PlanTime | None
    document: Mapping[str, object]

    @property
    def begins(self) -> int:
        """The year in which the plan begins, for examples; some year where that is not known."""
        return self.time.start.year if self.time else 2024

    def at(self, path: Path) -> object:
        """Returns the value at a path, or None."""
        found: object = self.document
        for part in path:
            found = found.get(str(part)) if isinstance(found, Mapping) else None
        return found

    def unit(self, table: Path) -> object:
        """Returns the unit of the target to which a table belongs, if it has one."""
        return self.at((*table[:2], "unit")) if table[:1] == ("targets",) else None

    def counting(self, table: Path) -> Counting:
        """Returns how the actuals of the target count to which a table belongs."""
        said = self.at((*table[:2], "counting")) or self.at(("plan", "counting"))
        word = words.CHOICES["counting"].get(simplest(str(said)), said)
        return Counting.PER_PERIOD if word == Counting.PER_PERIOD.value else Counting.TO_DATE

    def keys(self, table: Path) -> frozenset[str]:
        """Returns the keys that a table has."""
        found = self.at(table)
        return frozenset(found) if isinstance(found, Mapping) else frozenset()


def context_of(document: Mapping[str, object]) -> Context:
    """Returns what is known of a plan, however much else is wrong with it."""
    plan = document.get("plan")
    table: dict[str, object] = dict(plan) if isinstance(plan, Mapping) else {}
    meant = {words.PLAN_KEYS.get(simplest(key), key): value for key, value in table.items()} | table
    year, start, end = (meant.get(key) for key in ("year", "start", "end"))
    if isinstance(year, str) and (named := year_meant(year)):
        year = int(named)
    try:
        if type(year) is int:
            return Context(calendar_year(year), document)
        if type(start) is date and type(end) is date:
            return Context(PlanTime(start, end), document)
    except (ValueError, OverflowError):
        pass
    return Context(None, document)
