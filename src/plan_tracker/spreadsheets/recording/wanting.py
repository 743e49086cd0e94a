"""What a table must have, and what its headings may say, for its figures to be recorded."""

from typing import NamedTuple

from plan_tracker.plan.model import Counting, Plan, Target
from plan_tracker.plan.names import simplified
from plan_tracker.plan.spoken import period_meant, period_of
from plan_tracker.spreadsheets.recording.finding import Finder
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.columns import Expected
from plan_tracker.spreadsheets.tables.fiscal_years import PlanYears, year_text
from plan_tracker.spreadsheets.tables.headings import rest_of
from plan_tracker.spreadsheets.tables.search import Wanted
from plan_tracker.spreadsheets.tables.times import only_year_called, period_named, years_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
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

    def enough(columns: list[Column]) -> bool:
        fields = {column.field for column in columns}
        return bool({"id", "name"} & fields) and ACTUAL in fields

    expected = Expected(
        named=wish.columns,
        is_unit=lambda text: simplified(text) in units or is_unit(text),
        about=lambda rest: "" if rest in own else others.get(rest),
        years=_years_of(plan),
    )
    missing = phrases.NO_FIGURES_HEADED.fill(file=file)
    return Wanted(
        expected=expected,
        enough=enough,
        names_row=finder.knows,
        missing=missing,
        fits=lambda name: _fits(name, plan, wish.period),
    )


def _fits(name: str, plan: Plan, asked: str | None) -> bool:
    """Tells whether a sheet of this name may have figures of a plan, for the period asked for."""
    if year_of_another([name], plan):
        return False
    said, time = period_named(name), plan.time
    wanted = {each.last for counting in Counting if asked and (each := period_meant(asked, time, counting))}
    named = {each.last for counting in Counting if said and (each := period_of(said, time, counting))}
    return not wanted or not named or bool(wanted & named)


def _keys(*names: str) -> set[str]:
    """Returns names as headings may have them: whole, and without words that headings add."""
    return {key for name in names for key in (simplified(name), rest_of(name)) if key}


def year_called(plan: Plan) -> str:
    """Returns how messages call the year of a plan: 2024, 2025/26."""
    return year_text(plan.time.start.year, plan.time.end.year)


def year_of_another(texts: list[str], plan: Plan) -> str:
    """Returns the year that titles name, if it is not the plan's; else nothing."""
    own, said = _years_of(plan), years_said(texts)
    other = str(min(said)) if len(said) == 1 and not said <= own.known else ""
    return own.another_in(texts) or other


def _years_of(plan: Plan) -> PlanYears:
    time = plan.time
    years = frozenset(range(time.start.year, time.end.year + 1))
    return PlanYears(years, time.start.month if time.has_labels else None, only_year_called([plan.title]))
