"""What columns mean by what stands in them, where no heading says it: units, years, periods."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence

from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import Day, Spoken, narrow, said
from plan_tracker.spreadsheets.cells import Cell, is_digits, text_of
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.headings import Meaning, own_meaning
from plan_tracker.spreadsheets.tables.row_texts import is_note
from plan_tracker.spreadsheets.tables.times import is_year, period_text
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import is_unit, is_usual
from plan_tracker.wording import headings as words
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.tables import ABOUT_BEFORE, AT_LEAST, AT_MOST, NO_LIMIT, SIDES

_NEARLY = re.compile(rf"(?:{'|'.join(map(re.escape, ABOUT_BEFORE))})\s*\d", re.IGNORECASE)


def with_meanings(grid: Grid, bottom: int, columns: list[Column], *, is_dated: bool) -> list[Column]:
    """Gives columns with unclear headings the meaning that their cells show, from the row `bottom` on.

    `is_dated` tells whether the user says the period of all figures.
    """
    columns = _below_one_heading(grid, bottom, _with_units(grid, bottom, columns))
    columns = _without_rates(grid, bottom, _without_reports(grid, bottom, columns))
    columns = _with(columns, "direction", lambda column: _holds_limits(grid, bottom, column))
    columns = _with(columns, "binding", lambda column: _holds_natures(grid, bottom, column))
    columns = _with(columns, "group", lambda column: _is_of_categories(column, columns))
    columns = _with(columns, "year", lambda column: _holds_years(grid, bottom, column))
    if any(column.field == ACTUAL and column.spoken for column in columns):
        return columns  # the headings name the periods

    def are_of_figures(column: Column) -> bool:
        """Tells whether periods are surely not those in which the targets are due, as below 时间."""
        is_one = len({*_texts(grid, bottom, column)}) == 1
        is_sure = column.speaks_of(words.UNTIL) or (is_one and not is_dated)
        return is_sure or _has_rows_alike(grid, bottom, columns)

    return _with(
        columns, "period", lambda column: _holds_periods(grid, bottom, column) and are_of_figures(column)
    )


def refuse_rows_of_goals(grid: Grid, bottom: int, columns: Sequence[Column]) -> None:
    """Raises NotRead where a column says of each row whether its figures are goals or actuals.

    Words such as done and planned may also tell how each target stands: then each has only one row. A column
    of groups may say 任务 or Targets: then the headings of figures say what these are.
    """
    figures = [column for column in columns if column.field in {GOAL, ACTUAL}]
    are_told = bool(figures) and all(
        column.field == GOAL or column.speaks_of(words.ACTUAL) for column in figures
    )
    has_rows_alike = _has_rows_alike(grid, bottom, columns)
    for column in columns:
        if column.is_unknown or column.field in {"stage", "kind", "group"}:
            fields = _fields_said(grid.below(bottom, column.at))
            if (fields == {GOAL} and not are_told) or (has_rows_alike and {GOAL, ACTUAL} <= fields):
                told = phrases.ROWS_OF_GOALS.fill(letter=column.letter, heading=column.heading)
                raise NotRead(told, phrases.GOALS_BESIDE.fill())


def _without_reports(grid: Grid, bottom: int, columns: list[Column]) -> list[Column]:
    """Drops columns of nothing but words (完成情况: 进展顺利) beside that of figures of the same period."""
    actuals = [column for column in columns if column.field == ACTUAL]
    reports = [column for column in actuals if len(actuals) > 1 and _holds_words(grid, bottom, column)]
    periods = {column.spoken for column in actuals if column not in reports}
    dropped = [each for each in reports if each.spoken in periods or (periods and each.spoken is None)]
    return [
        column._replace(meaning=None, reason=words.TEXTS_ONLY.fill()) if column in dropped else column
        for column in columns
    ]


def _without_rates(grid: Grid, bottom: int, columns: list[Column]) -> list[Column]:
    """Drops 1-6月完成（%） beside 1-6月完成, unless goals are in percent: it tells how much is reached.

    Where a row has only the former, it may be the figure of a target in percent.
    """
    if any(column.field == GOAL and column.is_in_percent for column in columns):
        return columns
    actuals = [column for column in columns if column.field == ACTUAL]
    plain = [column for column in actuals if not column.is_in_percent]

    def is_rate(rate: Column) -> bool:
        beside = [
            column
            for column in plain
            if rate.spoken in {None, column.spoken}
            and (rate.counting is Counting.PER_PERIOD) is (column.counting is Counting.PER_PERIOD)
        ]
        rows = [row for row in range(bottom, grid.height) if not is_no_figure(grid.cell(row, rate.at))]
        return bool(beside) and not any(
            all(is_no_figure(grid.cell(row, column.at)) for column in beside) for row in rows
        )

    return [
        column._replace(meaning=None, reason=words.COMPUTED.fill())
        if column in actuals and column.is_in_percent and column.speaks_of(words.ACTUAL) and is_rate(column)
        else column
        for column in columns
    ]


def _holds_words(grid: Grid, bottom: int, column: Column) -> bool:
    """Tells whether all filled cells of a column begin with a word that does not stand before a figure."""
    cells = [cell for cell in _own_cells(grid, bottom, column) if not is_no_figure(cell)]
    return bool(cells) and all(
        isinstance(cell, str) and cell[0].isalpha() and not _NEARLY.match(cell) for cell in cells
    )


def _below_one_heading(grid: Grid, bottom: int, columns: list[Column]) -> list[Column]:
    """Makes groups of the first of several columns of names below one merged heading; the last has names."""
    names = [column for column in columns if column.field == "name"]
    areas = {grid.area(bottom - 1, column.at) for column in names}
    if len(names) <= 1 or len(areas) > 1 or None in areas:
        return columns
    has_groups = any(column.field == "group" for column in columns)
    *others, last = names
    kept = {last.at: last}
    for column in others:
        is_group = column is others[0] and not has_groups
        meaning = Meaning("group") if is_group else None
        kept[column.at] = column._replace(meaning=meaning, reason=None if is_group else words.UNKNOWN.fill())
    return [kept.get(column.at, column) for column in columns]


def _texts(grid: Grid, bottom: int, column: Column) -> list[str]:
    """Returns the texts of a column without blanks and notes."""
    texts = (text_of(cell).strip() for cell in _own_cells(grid, bottom, column))
    return [text for text in texts if text and not is_note(text)]


def _own_cells(grid: Grid, bottom: int, column: Column) -> Iterator[Cell]:
    """Yields the cells of a column without those that are merged with others beside them: 合计."""
    for row in range(bottom, grid.height):
        area = grid.area(row, column.at)
        if area is None or area.left == area.right:
            yield grid.cell(row, column.at)


def _has_rows_alike(grid: Grid, bottom: int, columns: Sequence[Column]) -> bool:
    """Tells whether several rows have one name."""
    named = [column.at for column in columns if column.field == "name"]
    names = [text for at in named for row in range(bottom, grid.height) if (text := grid.text(row, at))]
    return len(set(names)) < len(names)


def _fields_said(cells: Iterable[Cell]) -> set[str]:
    """Returns what the texts of a column would mean as headings; nothing, if one of them means nothing."""
    fields: dict[str, str] = {}
    for cell in cells:
        text = text_of(cell)
        if not text or text in fields or is_note(text):
            continue
        if (field := _field_said(text)) is None:
            return set()  # most columns end here at their first row
        fields[text] = field
    return set(fields.values())


def _field_said(text: str) -> str | None:
    """Returns what a text would mean as a heading without a period: goal for 目标; None for others."""
    meaning = None if is_digits(text) else own_meaning(text)
    if not isinstance(meaning, Meaning) or meaning.spoken is not None:
        return None
    return GOAL if meaning.either == GOAL else meaning.field


def _with(columns: list[Column], field: str, holds: Callable[[Column], bool]) -> list[Column]:
    """Gives the first column that holds it the meaning `field`, if no heading does."""
    if any(column.field == field for column in columns):
        return columns
    found = next((column for column in columns if column.texts and holds(column)), None)
    return [
        column._replace(meaning=Meaning(field), reason=None) if column is found else column
        for column in columns
    ]


def _with_units(grid: Grid, bottom: int, columns: list[Column]) -> list[Column]:
    """Gives columns of nothing but units that meaning, if no heading does: below `UoM`, or below none."""
    if any(column.field == "unit" for column in columns):
        return columns
    names = [column.at for column in columns if column.field == "name"]
    unclear = {column.at for column in columns if column.meaning is None or column.at in names[1:]}
    unclear |= set(range(grid.width)) - {column.at for column in columns}
    found = {at for at in unclear if _holds_units(grid, bottom, at)}
    known = {column.at: column for column in columns}
    return [each for each in columns if each.at not in found] + [
        known.get(at, Column(at=at))._replace(meaning=Meaning("unit"), reason=None) for at in found
    ]


def _holds_units(grid: Grid, bottom: int, at: int) -> bool:
    """Tells whether all cells of a column are units, and two or more of them surely nothing else."""
    sure = 0
    for row in range(bottom, grid.height):
        if text := grid.text(row, at):
            if not is_unit(text):
                return False
            sure += is_usual(text)
    return sure > 1


def _holds_natures(grid: Grid, bottom: int, column: Column) -> bool:
    """Tells whether a column says of each target whether it is binding, as below 性质 or 类型."""
    if not column.is_unknown and column.field != "kind":
        return False
    texts = (text_of(cell) for cell in _own_cells(grid, bottom, column))
    natures = (simplified(text).strip("[]()【】") in words.NATURES for text in texts if text)
    return next(natures, False) and all(natures)


def _is_of_categories(column: Column, columns: Sequence[Column]) -> bool:
    is_before_names = any(each.field == "name" and column.at < each.at for each in columns)
    headings = (*words.CATEGORIES, *(words.RESULTS if is_before_names else ()))
    return column.is_unknown and simplified(column.texts[-1]) in headings


def _holds_limits(grid: Grid, bottom: int, column: Column) -> bool:
    """Tells whether a column says of each goal which side is good: ≥, ≤, =, or 正向, as below 指标性质."""
    if not column.is_unknown and column.field != "binding":
        return False
    limits, found = {*AT_LEAST[0], *AT_MOST[0], *SIDES}, False
    for cell in _own_cells(grid, bottom, column):
        text = narrow(text_of(cell))
        if text in limits:
            found = True
        elif text and text not in NO_LIMIT and not is_note(text):
            return False  # most columns end here at their first row
    return found


def _holds_years(grid: Grid, bottom: int, column: Column) -> bool:
    """Tells whether a column holds nothing but years, and its heading says so: 年份, Fiscal year."""
    is_headed = column.meaning is None and simplified(column.texts[-1]) in words.YEARS
    texts = (text_of(cell) for cell in grid.below(bottom, column.at) if cell is not None)
    return is_headed and all(map(is_year, texts))


def _holds_periods(grid: Grid, bottom: int, column: Column) -> bool:
    """Tells whether a column holds nothing but periods, and its heading is about time: 截止月份, As at.

    When something is planned, began or was entered says nothing about the figures; nor does a day within a
    month, unless the heading says that figures run up to it.
    """
    may_be = column.is_unknown or column.field in {"as_of", "measured_on"}
    if not may_be or not column.speaks_of(words.TIMES) or column.speaks_of(words.OTHER_TIMES):
        return False
    texts = _texts(grid, bottom, column)
    if any(text.isdecimal() and len(text) <= len("12") for text in texts):
        return False  # 工期（月）: how many months
    periods = [said(period_text(column, text, "")) for text in texts]
    takes_days = column.field == "measured_on" or column.speaks_of(words.UNTIL)
    return bool(periods) and all(each and (takes_days or _ends_month(each)) for each in periods)


def _ends_month(spoken: Spoken) -> bool:
    """Tells whether a period is no day, or the last one of a month."""
    if not isinstance(spoken, Day):
        return True
    return spoken.day == monthrange(spoken.year or _LEAP_YEAR, spoken.month)[1]


_LEAP_YEAR = 2024
"""For days without a year."""
