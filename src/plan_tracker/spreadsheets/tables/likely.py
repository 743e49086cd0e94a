"""Which columns may have names, goals or actuals though their headings do not say so: what hints propose."""

from collections.abc import Callable, Collection, Iterator

from plan_tracker.language import Message, inserted
from plan_tracker.plan.period_words import found_in, narrow
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.tables.column import (
    Column,
    headings_found,
    is_no_goal,
    likeliest,
    speaks_of_actuals,
)
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL, any_of
from plan_tracker.wording import headings as words
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused


def may_be_actuals(table: Table, year: int | None, *, is_dated: bool) -> list[Column]:
    """Returns what may be actuals: its heading speaks of them, or names a time and no goal: not 分季度目标.

    `year` is that of the plan, if it is known. Where figures are asked for, or the user says of which period
    they are (`is_dated`), a heading need not name a time, unless it speaks of a share, and those of a
    period alone may be meant.
    """

    def may_head(column: Column) -> bool:
        if speaks_of_actuals(column) or column.speaks_of(words.GOAL):
            return speaks_of_actuals(column)
        periods = (each.spoken for text in column.texts for each in found_in(narrow(text)))
        is_of_period = any(spoken.year in {None, year} for spoken in periods)
        return is_of_period or (is_dated and not column.speaks_of((*words.SHARES, *words.BUDGETS)))

    alone = table.having(ACTUAL) if is_dated else []
    return alone or [
        column
        for column in table.columns
        if column.is_unused_for(unused.UNKNOWN, unused.ODD_BRACKET, unused.TWO_PERIODS)
        and may_head(column)
        and table.has_figures(column)
    ]


def may_be_goals(table: Table, year: int | None, but: Collection[Column] = ()) -> list[Column]:
    """Returns what may be goals: its heading speaks of them, or it has numbers, and nothing is against it.

    Without a word of goals `but` some columns, which may be actuals.
    """
    columns = [column for column in table.columns if not column.field]

    def may_head(column: Column) -> bool:
        is_of_year = year is None or year in years_said(column.texts)
        is_unknown = column.is_unknown and not column.speaks_of(words.ACTUAL)
        is_year = is_of_year and column.is_unused_for(unused.ONLY_A_YEAR)
        return is_unknown or is_year or column.speaks_of(words.INTENDED)

    named = [column for column in columns if column.speaks_of(words.GOAL)]
    numbers = [
        column for column in columns if any(number_in(cell) is not None for cell in table.below(column))
    ]
    if named:
        return [column for column in named if column in numbers] or named
    return [column for column in numbers if column not in but and may_head(column)]


def headings_told(table: Table, enough: Callable[[set[str]], bool]) -> Message:
    """Lists the headings of a table that has not `enough` fields, and proposes one for what it lacks."""
    told = headings_found(table.columns)
    for field, columns in _lacking(table, enough):
        fit = [column for column in columns if not is_no_goal(column)]
        if fit := [column for column in fit if not column.is_unused_for(unused.ANOTHER_YEAR)]:
            letter = likeliest(fit, field).letter
            return inserted(phrases.NAME_ONE_OF, found=told).fill(field=field, letter=letter)
    return told.fill()


def _lacking(table: Table, enough: Callable[[set[str]], bool]) -> Iterator[tuple[str, list[Column]]]:
    """Yields what a table lacks, and which columns may have it: actuals first, but not below 目标分解表."""
    if enough(table.fields):
        return
    lacks = [field for field in (ACTUAL, GOAL) if enough({*table.fields, field})]
    for field in reversed(lacks) if _is_of_goals(table) else lacks:
        found = may_be_goals(table, None) if field == GOAL else may_be_actuals(table, None, is_dated=True)
        yield field, found
    if not lacks:
        yield "name", _may_be_names(table)


def _is_of_goals(table: Table) -> bool:
    """Tells whether titles speak of goals, and not of what is reached."""
    titles = narrow(" ".join(table.titles))
    return bool(any_of((*words.GOAL,)).search(titles) and not any_of(words.REPORTED).search(titles))


def _may_be_names(table: Table) -> list[Column]:
    """Returns what may be names: columns without figures, best those whose heading is not understood."""
    columns = [each for each in table.columns if not each.is_unused_for(unused.SERIAL_NUMBERS)]
    texts = [each for each in (*columns, *table.unheaded()) if not table.has_figures(each)]
    kinds = (
        [each for each in texts if each.is_unknown],
        [each for each in texts if not each.texts],
        [each for each in texts if each.reason],
        [each for each in texts if each.field != "unit"],
        [each for each in columns if each.reason],
        texts,
    )
    return next(filter(None, kinds), [])
