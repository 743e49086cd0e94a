"""Running totals beside figures of single months or quarters: which column has which, and how far they go."""

from collections.abc import Iterable

from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import QUARTER, Label, Months, Spoken, distinct
from plan_tracker.plan.periods import MONTHS_A_YEAR, PlanTime
from plan_tracker.spreadsheets.goals import number_in
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.headings import Meaning, rest_of
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import is_whole_year, period_said
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
from plan_tracker.spreadsheets.tables.wanted import Wanted
from plan_tracker.wording import headings as words

_SEVERAL = 2
"""Of how many months a column called 合计 must be the sum."""


def beside_totals(table: Table, wanted: Wanted) -> Table:
    """Tells running totals (累计, 1-10月, 合计 of all months) from the figures of months alone beside them.

    Totals that name no period go as far as the last of these months with figures, unless a title names
    another, or the user the column.
    """
    if ACTUAL in wanted.fields_named:
        return table
    first_month = wanted.years.first_month
    table = _as_single(_with_sums(table, first_month), first_month)
    last, title = _last_filled(table, first_month), period_said(table.titles)
    if title and last and len(distinct([title, last])) > 1:
        return table
    return table.with_columns(
        column.meant(column.meaning._replace(spoken=last))
        for column in table.columns
        if _is_running(column) and column.spoken is None
    )


def _with_sums(table: Table, first_month: int | None) -> Table:
    """Takes months beside their sum (合计, or 全年 where it adds up) as figures of these months alone.

    The sum is the running total if they are all months since the year's start.
    """
    actuals = table.having(ACTUAL)
    months = [column for column in actuals if months_ended(column.spoken) is not None]
    above = {column.texts[:-1] for column in months}
    if any(map(_is_running, actuals)) or len(months) < _SEVERAL:
        return table
    sums = [
        column
        for column in table.columns
        if {column.texts[:-1]} == above and (_is_called_sum(column) or _is_sum_of(column, months, table))
    ]
    if len(sums) != 1:
        return table
    ends = sorted(months_ended(column.spoken, first_month) or 0 for column in months)
    if ends != list(range(ends[0], ends[-1] + 1, ends[0])):
        return table.with_columns(map(_of_period, months))
    return table.with_columns([sums[0].meant(Meaning(ACTUAL, counting=Counting.TO_DATE, unit=sums[0].unit))])


def _of_period(column: Column) -> Column:
    """Returns a column with the meaning that its figures are of its period alone."""
    return column.meant(column.meaning._replace(counting=Counting.PER_PERIOD))


def _is_called_sum(column: Column) -> bool:
    return not column.field and bool(column.texts) and rest_of(column.texts[-1]) in words.SUMS


def _is_sum_of(total: Column, months: list[Column], table: Table) -> bool:
    """Tells whether a column of the whole year has the sums of months in all rows, of several in some."""
    if total.field != ACTUAL or not is_whole_year(total.spoken):
        return False
    several = False
    for row in table.rows:
        cells = (table.grid.cell(row, column.at) for column in (total, *months))
        whole, *found = map(number_in, cells)
        numbers = [each for each in found if each is not None]
        if whole is not None and sum(numbers) != whole:
            return False
        several |= whole is not None and len(numbers) >= _SEVERAL
    return several


def _as_single(table: Table, first_month: int | None) -> Table:
    """Takes a month or quarter beside a running total (10月 beside 1-10月 or 累计) as that month alone.

    The year's first one is a running total, too, unless another column has that of its period. Totals whose
    headings are not understood otherwise count beside months without a word: 10月, but not 10月完成.
    """
    totals = {column.spoken for column in table.columns if _is_running(column)}
    if not totals and not any(map(_may_be_running, table.columns)):
        return table
    last_months = {total.last if isinstance(total, Months) else None for total in totals or {None}}

    def is_single(spoken: Spoken | None) -> bool:
        is_total = (
            isinstance(spoken, Months)
            and spoken.first == first_month
            and last_months.isdisjoint({spoken.last, None})
        )
        return months_ended(spoken) is not None and not is_total

    return table.with_columns(
        _of_period(column)
        for column in table.having(ACTUAL)
        if column.counting is None
        and not column.says_until
        and is_single(column.spoken)
        and (totals or not column.speaks_of((*words.ACTUAL, *words.FACTUAL)))
    )


def _is_running(column: Column) -> bool:
    return column.field == ACTUAL and column.counting is Counting.TO_DATE


def _may_be_running(column: Column) -> bool:
    is_running = column.is_unknown and column.speaks_of(words.RUNNING)
    return is_running and not column.speaks_of((*words.GOAL, *words.BEYOND))


def months_ended(spoken: Spoken | None, first_month: int | None = None) -> int | None:
    """Returns how many months of a year end with a month or quarter; None for any other period."""
    match spoken:
        case Months(last=last, word="month" | "quarter"):
            return (last - (first_month or 1)) % MONTHS_A_YEAR + 1
        case Label(label=label) if label[0] in "MQ":
            return int(label[1:]) * (QUARTER if label[0] == "Q" else 1)
        case _:
            return None


def alone_of(columns: Iterable[Column], time: PlanTime | None) -> tuple[str, ...]:
    """Returns columns, as messages call them, that may be of a period alone: 二季度, Q2, 下半年.

    The period that the year begins with is the running total, too. Without a `time` it is the calendar year.
    """
    first_month = time.start.month if time else 1
    return tuple(column.called for column in columns if _may_be_alone(column, first_month))


def _may_be_alone(column: Column, first_month: int) -> bool:
    if column.counting is not None or column.says_until:
        return False
    match column.spoken:
        case Months(first=first, word="month" | "quarter" | "half"):
            return first != first_month
        case Label(label=label):
            return label != "FY" and int(label[1:]) > 1
        case _:
            return False


def _last_filled(table: Table, first_month: int | None) -> Spoken | None:
    """Returns the last of the single months (or quarters) with a figure; 0 often stands in those to come."""
    ends = [
        (end, column.spoken)
        for column in table.columns
        if column.counting is Counting.PER_PERIOD
        and (end := months_ended(column.spoken, first_month))
        and any(not is_no_figure(cell) and number_in(cell) != 0 for cell in table.below(column))
    ]
    return max(ends, key=lambda each: each[0], default=(0, None))[1]
