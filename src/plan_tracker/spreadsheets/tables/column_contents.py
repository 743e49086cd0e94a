"""What columns mean by what stands in them, where no heading says it: units, years, periods."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from functools import partial

from plan_tracker.plan.limits import NO_LESS_THAN, NO_MORE_THAN
from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import Day, Spoken, narrow, said
from plan_tracker.spreadsheets.cells import is_digits, text_of
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import LEAP_YEAR, is_year, period_text
from plan_tracker.spreadsheets.tables.two_meanings import holds_words, with_one_meaning
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import is_unit, is_usual
from plan_tracker.wording import headings as words
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused
from plan_tracker.wording.tables import NO_LIMIT, SIDES


def with_meanings(table: Table, *, is_dated: bool) -> Table:
    """Gives columns with unclear headings the meaning that their cells show.

    `is_dated` tells whether the user says the period of all figures.
    """
    table = _below_one_heading(_without_counts(_with_units(with_one_meaning(table))))
    table = _without_reports(_without_reports(table, GOAL), ACTUAL)
    table = _without_rates(_without_shares(_with_numbers(table)))
    table = _with(table, GOAL, _is_beside_actuals)
    table = _with(table, "direction", _holds_limits)
    table = _with(table, "binding", _holds_natures)
    table = _with(table, "group", _is_of_categories)
    table = _without_years(_with(table, "year", _holds_years))
    if any(column.spoken for column in table.having(ACTUAL)):
        return table  # the headings name the periods
    return _with(table, "period", partial(_holds_periods, is_dated=is_dated))


def refuse_rows_of_goals(table: Table) -> None:
    """Raises NotRead where a column says of each row whether its figures are goals or actuals.

    Words such as done and planned may also tell how each target stands: then each has only one row. A column
    of groups may say 任务 or Targets: then the headings of figures say what these are.
    """
    goals, actuals = table.having(GOAL), table.having(ACTUAL)
    are_told = bool(goals or actuals) and all(column.speaks_of(words.ACTUAL) for column in actuals)
    has_rows_alike = _has_rows_alike(table)
    for column in table.columns:
        if column.is_unknown or column.field in {"stage", "kind", "group"}:
            fields = _fields_said(table.texts(column))
            if (fields == {GOAL} and not are_told) or (has_rows_alike and {GOAL, ACTUAL} <= fields):
                told = phrases.ROWS_OF_GOALS.fill(letter=column.letter, heading=column.heading)
                raise NotRead(told, phrases.GOALS_BESIDE.fill())


def _without_years(table: Table) -> Table:
    """Drops 2023 and 2024 below Year where Baseline or Target stands above: they say when, not how much."""
    return table.with_columns(
        column.unused(unused.YEARS_ONLY.fill())
        for column in table.columns
        if column.field in {"baseline", GOAL, ACTUAL} and _says_years(table, column)
    )


def _without_reports(table: Table, field: str) -> Table:
    """Drops columns of nothing but words (完成情况: 进展顺利) beside that of figures of the same period."""
    columns = table.having(field)
    are_goals = field == GOAL
    reports = [each for each in columns if len(columns) > 1 and holds_words(table, each, are_goals=are_goals)]
    periods = {column.spoken for column in columns if column not in reports}
    dropped = [each for each in reports if each.spoken in periods or (periods and each.spoken is None)]
    return table.with_columns(column.unused(unused.TEXTS_ONLY.fill()) for column in dropped)


def _with_numbers(table: Table) -> Table:
    """Takes No. for figures beside % below one heading of them; Target over No. and Name numbers rows."""
    figures = (*table.having(GOAL), *table.having(ACTUAL))
    shares = {column.texts[:-1]: column.meaning for column in figures if column.is_in_percent}
    return table.with_columns(
        column.meant(shares[column.texts[:-1]]._replace(unit=""))
        for column in table.columns
        if column.texts[1:] and simplified(column.texts[-1]) in words.COUNTS and column.texts[:-1] in shares
    )


def _without_shares(table: Table) -> Table:
    """Drops goals in percent beside others below one heading: Target over No. and %, both in each row."""
    grid, goals = table.grid, table.having(GOAL)
    wholes = {column.texts[:-1]: column.at for column in goals if not column.is_in_percent}

    def is_share(column: Column) -> bool:
        at = wholes.get(column.texts[:-1]) if column.is_in_percent and len(column.texts) > 1 else None
        rows = [row for row in table.rows if not is_no_figure(grid.cell(row, column.at))]
        return at is not None and not any(is_no_figure(grid.cell(row, at)) for row in rows)

    return table.with_columns(column.unused(unused.COMPUTED.fill()) for column in goals if is_share(column))


def _without_rates(table: Table) -> Table:
    """Drops 1-6月完成（%） beside 1-6月完成, unless goals are in percent: it tells how much is reached.

    Where a row has only the former, it may be the figure of a target in percent.
    """
    if any(column.is_in_percent for column in table.having(GOAL)):
        return table
    grid, actuals = table.grid, table.having(ACTUAL)
    plain = [column for column in actuals if not column.is_in_percent]

    def is_rate(rate: Column) -> bool:
        beside = [
            column
            for column in plain
            if rate.spoken in {None, column.spoken}
            and (rate.counting is Counting.PER_PERIOD) is (column.counting is Counting.PER_PERIOD)
        ]
        rows = [row for row in table.rows if not is_no_figure(grid.cell(row, rate.at))]
        return bool(beside) and not any(
            all(is_no_figure(grid.cell(row, column.at)) for column in beside) for row in rows
        )

    rates = (
        each for each in actuals if each.is_in_percent and each.speaks_of(words.ACTUAL) and is_rate(each)
    )
    return table.with_columns(column.unused(unused.COMPUTED.fill()) for column in rates)


def _without_counts(table: Table) -> Table:
    """Drops of several columns of names those of nothing but numbers: 项目（个） below 任务数.

    Not where names would then repeat, which the numbers tell apart.
    """
    names = table.having("name")
    counts = [
        column
        for column in names
        if len(names) > 1
        and all(is_no_figure(cell) or is_digits(text_of(cell)) for cell in table.below(column))
    ]
    others = table.with_columns(column.unused(unused.UNKNOWN.fill()) for column in counts)
    return table if _has_rows_alike(others) else others


def _below_one_heading(table: Table) -> Table:
    """Makes groups of the first of several columns of names below one merged heading; the last has names."""
    names = table.having("name")
    areas = {table.grid.area(table.block.bottom - 1, column.at) for column in names}
    if len(names) <= 1 or len(areas) > 1 or None in areas:
        return table
    first, *others = (column.unused(unused.UNKNOWN.fill()) for column in names[:-1])
    return table.with_columns([first if table.having("group") else first.meant(Meaning("group")), *others])


def _has_rows_alike(table: Table) -> bool:
    """Tells whether several rows have one name."""
    names = [
        text for column in table.having("name") for cell in table.below(column) if (text := text_of(cell))
    ]
    return len(set(names)) < len(names)


def _fields_said(texts: Iterable[str]) -> set[str]:
    """Returns what the texts of a column would mean as headings without a period: goal for 目标.

    That is nothing, if one of them means nothing.
    """
    fields = set[str]()
    for text in texts:
        meaning = Meaning() if is_digits(text) else own_meaning(text)
        if not meaning.field or meaning.spoken is not None:
            return set()  # most columns end here at their first row
        fields.add(GOAL if meaning.either == GOAL else meaning.field)
    return fields


def _with(table: Table, field: str, holds: Callable[[Table, Column], bool]) -> Table:
    """Gives the first column that holds it the meaning `field`, if no heading does."""
    if table.having(field):
        return table
    found = (column for column in table.columns if column.texts and holds(table, column))
    first = next(found, None)
    return table.with_columns([first.meant(Meaning(field))]) if first else table


def _with_units(table: Table) -> Table:
    """Gives columns of nothing but units that meaning, if no heading does: below `UoM`, or below none."""
    if table.having("unit"):
        return table
    others = table.having("name")[1:]
    unclear = [each for each in table.columns if not each.field or each in others] + table.unheaded()
    found = {each.at: each.meant(Meaning("unit")) for each in unclear if _holds_units(table, each)}
    kept = [each for each in table.columns if each.at not in found]
    return table._replace(columns=[*kept, *(found[at] for at in sorted(found))])


def _holds_units(table: Table, column: Column) -> bool:
    """Tells whether all cells of a column are units, and two or more of them surely nothing else."""
    sure = 0
    for text in filter(None, map(text_of, table.below(column))):
        if not is_unit(text):
            return False
        sure += is_usual(text)
    return sure > 1


def _holds_natures(table: Table, column: Column) -> bool:
    """Tells whether a column says of each target whether it is binding, as below 性质 or 类型."""
    if not column.is_unknown and column.field != "kind":
        return False
    natures = (simplified(text).strip("[]()【】") in words.NATURES for text in table.texts(column))
    return next(natures, False) and all(natures)


def _is_of_categories(table: Table, column: Column) -> bool:
    is_before_names = any(column.at < name.at for name in table.having("name"))
    headings = (*words.CATEGORIES, *(words.RESULTS if is_before_names else ()))
    return column.is_unknown and simplified(column.texts[-1]) in headings


def _is_beside_actuals(table: Table, column: Column) -> bool:
    is_headed = column.is_unknown and simplified(column.texts[-1]) in words.OF_INDICATORS
    return is_headed and any(each.speaks_of(words.ACTUAL) for each in table.having(ACTUAL))


def _holds_limits(table: Table, column: Column) -> bool:
    """Tells whether a column says of each goal which side is good: ≥, ≤, =, or 正向, as below 指标性质."""
    if not column.is_unknown and column.field != "binding":
        return False
    limits, found = {*NO_LESS_THAN, *NO_MORE_THAN, *SIDES}, False
    for text in map(narrow, table.texts(column)):
        found |= text in limits
        if text not in limits and text not in NO_LIMIT:
            return False  # most columns end here at their first row
    return found


def _holds_years(table: Table, column: Column) -> bool:
    """Tells whether a column of no other meaning holds nothing but years, and its heading says so."""
    return not column.field and _says_years(table, column)


def _says_years(table: Table, column: Column) -> bool:
    """Tells whether a column holds nothing but years, and its lowest heading says so: 年份, Fiscal year."""
    is_headed = bool(column.texts) and simplified(column.texts[-1]) in words.YEARS
    return is_headed and all(map(is_year, table.texts(column)))


def _holds_periods(table: Table, column: Column, *, is_dated: bool) -> bool:
    """Tells whether a column holds nothing but periods, and its heading is about time: 截止月份, As at.

    When something is planned, began or was entered says nothing about the figures; nor does a day within a
    month, unless the heading says that figures run up to it. Below 时间 targets may be due then, unless all
    rows have one period or several rows one name.
    """
    may_be = column.is_unknown or column.field in {"as_of", "measured_on"}
    if not may_be or not column.speaks_of(words.TIMES) or column.speaks_of(words.OTHER_TIMES):
        return False
    texts = list(table.texts(column))
    if any(text.isdecimal() and len(text) <= len("12") for text in texts):
        return False  # 工期（月）: how many months
    periods = [said(period_text(column, text, "")) for text in texts]
    is_until = column.speaks_of(words.UNTIL)
    takes_days = is_until or column.field == "measured_on"
    if not periods or not all(each and (takes_days or _ends_month(each)) for each in periods):
        return False
    is_one = len(set(texts)) == 1
    return is_until or (is_one and not is_dated) or _has_rows_alike(table)


def _ends_month(spoken: Spoken) -> bool:
    """Tells whether a period is no day, or the last one of a month."""
    if not isinstance(spoken, Day):
        return True
    return spoken.day == monthrange(spoken.year or LEAP_YEAR, spoken.month)[1]
