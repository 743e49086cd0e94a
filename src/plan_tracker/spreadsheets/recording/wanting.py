"""What a table must have, and what its headings may say, for its figures to be recorded."""

from typing import NamedTuple

from plan_tracker.plan.model import Plan, Target
from plan_tracker.plan.names import simplified
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.tables.headings import rest_of
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
from plan_tracker.spreadsheets.tables.wanted import Wanted
from plan_tracker.spreadsheets.units import is_unit
from plan_tracker.wording import sheets as phrases


class Wish(NamedTuple):
    """What the user says about a table: the period of its figures, its columns, whose parts its rows are."""

    period: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    under: Target | None = None


def wanted(file: str, plan: Plan, finder: Finder, wish: Wish) -> Wanted:
    """Returns what a table must have for figures of a plan to be recorded from it."""
    units = {simplified(target.unit) for target in plan.targets} - {""}
    under = wish.under
    own = _keys(under.name, under.id) if under else set()
    others = {key: target.name for target in plan.targets for key in _keys(target.name)} if under else {}
    return Wanted(
        enough=lambda fields: bool({"id", "name"} & fields) and ACTUAL in fields,
        missing=phrases.NO_FIGURES_HEADED.fill(file=file),
        named=wish.columns,
        is_name=finder.knows,
        is_unit=lambda text: simplified(text) in units or is_unit(text),
        about=lambda rest: "" if rest in own else others.get(rest),
        years=finder.years,
        time=plan.time,
        asked=wish.period,
    )


def _keys(*names: str) -> set[str]:
    """Returns names as headings may have them: whole, and without words that headings add."""
    return {key for name in names for key in (simplified(name), rest_of(name)) if key}
