"""Which table, year and period are meant: as the user says, else as titles, headings and sheets do."""

from datetime import date
from typing import NamedTuple

from plan_tracker.language import inserted, listed
from plan_tracker.plan.period_words import Spoken, distinct, narrow
from plan_tracker.plan.periods import PlanTime, calendar_year
from plan_tracker.spreadsheets.cells import text_of
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.fiscal_years import (
    Fiscal,
    PlanYears,
    calls_fiscal,
    fiscal_in,
    span_in,
    years_of,
    years_said,
)
from plan_tracker.spreadsheets.tables.row_texts import is_note
from plan_tracker.spreadsheets.tables.search import find_table
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_named, period_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.tables.wanted import Wanted
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import sheets as sheet_phrases


class Wish(NamedTuple):
    """What the user says about the table and its plan; None for what the table is to say itself.

    `named` is the name of the file, which may mention the year.
    """

    year: int | None = None
    period: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    language: str | None = None
    named: str = ""

    @property
    def fields_named(self) -> set[str]:
        """The fields of which the user names the column."""
        return {field for field, _ in self.columns}


class Dated(NamedTuple):
    """What a table says of its plan's time: a calendar year, twelve months, or a year such as 2025/26."""

    year: int | None = None
    time: PlanTime | None = None
    fiscal: Fiscal | None = None
    is_called_fiscal: bool = False
    titles: tuple[str, ...] = ()
    """The titles, which may call it FY2026 by the year of its end."""

    @property
    def known(self) -> PlanTime | None:
        """The time of the plan, if it is known: not of 2025/26, which may begin in any month."""
        if self.time or self.year is None or self.fiscal:
            return self.time
        return calendar_year(self.year)

    @property
    def years(self) -> PlanYears:
        """The years of the plan, as far as they are known."""
        if time := self.known:
            return years_of(time, self.titles)
        return PlanYears(frozenset() if self.year is None else frozenset({self.year}))


def table_of(source: Source, wish: Wish, when: Dated) -> Table:
    """Returns the first table with goals or figures, else the first that says anything of what it names.

    `when` is what is known of its plan's time.
    """
    asked = wanted(source, wish, when)

    def has_figures(fields: set[str]) -> bool:
        return "name" in fields and bool(fields & {GOAL, ACTUAL})

    try:
        return find_table(source, asked._replace(enough=has_figures))
    except NotRead:
        return find_table(source, asked)


def wanted(source: Source, wish: Wish, when: Dated) -> Wanted:
    """Returns what a table of targets must have: names, and something that is said of them."""
    return Wanted(
        enough=lambda fields: "name" in fields and len(fields - {"place"}) > 1,
        missing=sheet_phrases.NO_NAMES_HEADED.fill(file=source.file),
        named=wish.columns,
        years=when.years,
        time=when.known,
        asked=wish.period,
        is_dated=wish.period is not None,
    )


def dated(source: Source, wish: Wish) -> Dated:
    """Returns the time of the plan: as the user says, else as title and headings do.

    Raises NotRead where the figures are of several years: those of another must not become this year's.
    """
    if wish.year:
        span = span_in(narrow(wish.title or ""))
        if span and (span.time.start, span.time.end) != (date(wish.year, 1, 1), date(wish.year, 12, 31)):
            raise NotRead(phrases.TWO_TIMES.fill(year=str(wish.year)), phrases.ONE_TIME.fill())
        return Dated(wish.year)
    table = table_of(source, wish, Dated())
    titles = (wish.title or "", *table.titles, table.grid.sheet.name)
    figures = [text for field in (GOAL, ACTUAL) for column in table.having(field) for text in column.texts]
    spans = (span_in(narrow(text)) for text in (*titles, *figures) if not is_note(text))
    if span := next(filter(None, spans), None):
        return Dated(time=span.time, titles=titles)
    if fiscal := next(filter(None, map(fiscal_in, (*titles, *figures))), None):
        return Dated(year=fiscal.year, fiscal=fiscal)
    is_called_fiscal = any(map(calls_fiscal, (*titles, *figures)))
    return Dated(year=_year_of(source, table), is_called_fiscal=is_called_fiscal)


def _year_of(source: Source, table: Table) -> int | None:
    """Returns the year that title and headings name, if it is only one, else that of title and goals.

    Without a title it is the one of which there are both goals and actuals. Goals of no year are of that of
    the title, whatever goals stand beside them: 年度目标 beside 2027年目标.
    """
    titles = years_said([*table.titles, table.grid.sheet.name])
    years = titles | years_said(text for column in table.columns for text in column.texts)
    column = table.column("year")
    rows = years_said(map(text_of, table.below(column))) if column else set()
    if len(years | rows) == 1:
        return (years | rows).pop()
    if len(rows) > 1 and not titles:
        raise _several(source, rows, max(rows))
    goals, actuals = (_years_of_figures(table, field) for field in (GOAL, ACTUAL))
    is_of_title = bool(titles) and not actuals - titles
    are_called = not is_of_title or all(column.meaning.year for column in table.having(GOAL))
    planned = (titles or actuals) & goals if goals and are_called else titles
    if len(planned) == 1 and (table.having(GOAL) or planned & actuals):
        return planned.pop()
    if len(figures := goals | actuals) > 1:
        raise _several(source, figures, max(goals or figures))
    return None


def _several(source: Source, years: set[int], likely: int) -> NotRead:
    """Makes the error for a table of several years."""
    hint = inserted(phrases.SAY_WHICH_YEAR, years=listed(map(str, sorted(years)))).fill(year=str(likely))
    return NotRead(phrases.NO_YEAR.fill(file=source.file), hint)


def _years_of_figures(table: Table, field: str) -> set[int]:
    return {year for column in table.having(field) if (year := column.meaning.year)}


def period_titled(table: Table) -> Spoken | None:
    """Returns the period that the title or the name of the sheet says; None if they differ."""
    both = [each for each in (period_said(table.titles), period_named(table.grid.sheet.name)) if each]
    different = distinct(both)
    return different[0] if len(different) == 1 else None
