"""Finds the table in a sheet or a text: its headings with their meanings, and the lines above them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plan_tracker.language import Message, inserted
from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import said
from plan_tracker.plan.periods import calendar_year
from plan_tracker.plan.spoken import period_meant, period_of
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.cells import is_digits, text_of
from plan_tracker.spreadsheets.files.decoding import GUESSED
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.files.text import Fields
from plan_tracker.spreadsheets.files.workbook import Workbook
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Sheet, column_of, letter_of
from plan_tracker.spreadsheets.tables.column_contents import with_meanings
from plan_tracker.spreadsheets.tables.columns import columns_of, is_headed, is_letter
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.grid import Grid
from plan_tracker.spreadsheets.tables.layout import (
    Block,
    above_first_name,
    blocks,
    likeliest_row,
    meanings_in_row,
    with_known_names,
)
from plan_tracker.spreadsheets.tables.likely import headings_told
from plan_tracker.spreadsheets.tables.row_texts import is_note
from plan_tracker.spreadsheets.tables.running_totals import beside_totals
from plan_tracker.spreadsheets.tables.side_by_side import alone, chosen_of, of_others, refused, sides_of
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.times import period_named
from plan_tracker.spreadsheets.tables.unit_lines import is_unit_line, units_above, units_in_note
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.tables.wanted import Wanted
from plan_tracker.spreadsheets.units import power
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.files import OR_ENCODING

_HEAD = 200
"""Rows of a text that are looked at to find its delimiter."""

_BESIDE = 2
"""How many cells a row may have that says a unit in its title: a date may stand beside it."""

_ANY = 2024
"""A year for periods that name none."""


def find_table(source: Source, wanted: Wanted) -> Table:
    """Returns the table in a file, in the first sheet with one, if need be in one whose name does not fit.

    Raises NotRead with the headings found.
    """
    if isinstance(source.content, Fields):
        sheets = [source.content.sheet(_delimiter(source.content, wanted))]
    else:
        sheets = list(source.content.sheets)
    seen: list[Table] = []
    for at, sheet in sorted(enumerate(sheets), key=lambda each: not _fits(each[1].name, wanted)):
        for table in _tables(Grid(sheet), wanted):
            if wanted.enough(table.fields):
                if table.sides:
                    raise refused(table.sides)
                return _with_other_sheets(table, [*sheets[:at], *sheets[at + 1 :]], wanted)
            seen.append(table)
    for sheet in sheets:
        seen += _headed(Grid(sheet), wanted)
    raise NotRead(wanted.missing, _hint(seen, source.content, wanted))


def _hint(seen: list[Table], content: Fields | Workbook, wanted: Wanted) -> Message:
    """Tells the headings of the likeliest of some tables, or that there are none, and what to do."""
    best = max(seen, key=_known, default=None)
    best = next((table for table in seen if best and _has_below(table, best)), best)
    if best and any(column.texts for column in best.columns):
        hint = headings_told(best, wanted.enough)
    else:
        hint = (phrases.NO_DELIMITER if isinstance(content, Fields) else phrases.NO_HEADINGS).fill()
    if isinstance(content, Fields) and content.encoding in GUESSED:
        or_encoding = inserted(OR_ENCODING, hint=hint.phrase)
        return or_encoding.fill(**hint.values, encoding=content.encoding)
    return hint


def _fits(name: str, wanted: Wanted) -> bool:
    """Tells whether a sheet of this name may be of the plan's year, and of the period asked for."""
    asked, named = wanted.asked, period_named(name)
    years = years_said([name])
    if wanted.years.another_in([name]) or (years and not any(map(wanted.years.fit, years))):
        return False
    if named is None or not asked:
        return True
    years_named = (each.year for each in (named, said(asked)) if each and each.year)
    time = wanted.time or calendar_year(next(years_named, _ANY))
    meant = {each.last for counting in Counting if (each := period_meant(asked, time, counting))}
    own = {each.last for counting in Counting if (each := period_of(named, time, counting))}
    return not meant or not own or bool(meant & own)


def _known(table: Table) -> int:
    return sum(bool(column.field) for column in table.columns)


def _has_below(table: Table, rest: Table) -> bool:
    """Tells whether the headings of one are those of another with more rows above them: 区县 over 目标."""
    return table.block.top < rest.block.top and table.block.bottom == rest.block.bottom


def _with_other_sheets(table: Table, others: Sequence[Sheet], wanted: Wanted) -> Table:
    """Returns the table with the names of further sheets that are not blank, none of which is read."""
    filled = [sheet for sheet in others if sheet.rows]
    return table._replace(
        others=tuple(printable(each.name) for each in filled),
        alike=() if table.having("status") else tuple(_with_targets(filled, wanted)),
    )


def _headed(grid: Grid, wanted: Wanted) -> Iterator[Table]:
    """Yields what may be tables, for one who has to name their columns.

    They are below each row in which a heading means something, else below the first row of several texts.
    """
    first = likeliest_row(grid)

    def heads_in(row: int) -> list[int]:
        heads = meanings_in_row(grid, row)
        names = [column for column, each in heads.items() if each.is_of_names]
        return names or list(heads) or (grid.filled(row) if row == first else [])

    for block in blocks(grid, heads_in):
        yield _table(grid, block, wanted.unnamed())


def _with_targets(sheets: Iterable[Sheet], wanted: Wanted) -> Iterator[str]:
    """Yields the names of sheets with rows of targets, unless they are named for months: 8月 beside 9月."""
    for sheet in sheets:
        if period_named(sheet.name) is None and above_first_name(Grid(sheet), wanted.is_name) is not None:
            yield printable(sheet.name)


def _delimiter(fields: Fields, wanted: Wanted) -> str:
    """Returns the delimiter with which most headings mean something, and rows are as long as these.

    Raises NotRead where quotation marks do not fit together with any that makes a table.
    """
    fits: dict[str, _Fitness] = {}
    faults: list[NotRead] = []
    for each in fields.delimiters():
        try:
            fits[each] = _fitness(fields.sheet(each, _HEAD), wanted)
        except NotRead as error:
            faults.append(error)
    if faults and not any(fitness.is_table for fitness in fits.values()):
        raise faults[0]
    return max(fits, key=fits.__getitem__)


class _Fitness(NamedTuple):
    """How well a delimiter divides a text: more of what comes first is better than any of the rest."""

    is_table: bool = False
    known: int = 0
    """How many headings mean something."""

    alike: int = 0
    """How many rows are as long as the headings, or else as one another."""


def _fitness(sheet: Sheet, wanted: Wanted) -> _Fitness:
    best = _Fitness()
    for table in _tables(Grid(sheet), wanted.unnamed()):
        width = max(table.block.texts, default=0) + 1
        known = _known(table)
        alike = sum(len(row) == width for row in sheet.rows[table.block.bottom :])
        best = max(best, _Fitness(is_table=wanted.enough(table.fields), known=known, alike=alike))
    if best == _Fitness():
        widths = Counter(len(row) for row in sheet.rows if len(row) > 1)
        return _Fitness(alike=max(widths.values(), default=0))
    return best


def _tables(grid: Grid, wanted: Wanted) -> Iterator[Table]:
    """Yields what may be the table of a sheet, the likeliest first."""
    named = wanted.named
    naming = [text for field, text in named if field in {"id", "name"}]
    chosen = set(map(simplified, naming))
    lettered = {column_of(text) for text in naming if is_letter(text)}
    meant = likeliest_row(grid) if named else None

    def names_in(row: int) -> list[int]:
        """Returns the columns with headings of names or ids; 目标任务 heads names only beside no other."""
        heads = {column: each for column, each in meanings_in_row(grid, row).items() if each.is_of_names}
        asked = [column for column in grid.filled(row) if simplified(grid.text(row, column)) in chosen]
        if row == meant:
            asked += [column for column in lettered if column < grid.width]
        sure = [column for column, each in heads.items() if each.either not in {GOAL, ""}]
        sure = sure or [column for column, each in heads.items() if each.either != GOAL]
        return sorted({*asked, *(sure or heads)})

    def unlikely(block: Block) -> tuple[int, bool]:
        """Ranks headings that lack a named column, and those of a form above the table, behind others."""
        texts = block.texts.values()
        lacking = sum(
            not is_letter(text) and not any(is_headed(each, text) for each in texts) for _, text in named
        )
        return lacking, meant is not None and not block.top <= meant < block.bottom

    found = blocks(grid, names_in)
    for block in sorted(found, key=unlikely) if named else found:
        yield _table(grid, with_known_names(grid, block, wanted.is_name), wanted)
    if (known := above_first_name(grid, wanted.is_name)) is not None:
        yield _table(grid, known, wanted)


def _table(grid: Grid, whole: Block, wanted: Wanted) -> Table:
    """Returns the table below headings; of several side by side the one whose names the user names."""
    sides = sides_of(grid, whole)
    chosen = chosen_of(sides, columns_of(whole.texts, grid.width, wanted), wanted.named) if sides else set()
    if not chosen:
        return _single(grid, whole, wanted)._replace(sides=sides)
    table = _single(*alone(grid, whole, chosen), wanted)
    return table._replace(columns=[*table.columns, *of_others(whole, chosen)])


def _single(grid: Grid, block: Block, wanted: Wanted) -> Table:
    """Returns the table below headings beside which no other table stands."""
    titles = tuple(grid.text(row, column) for row in range(block.top) for column in _once(grid, row))
    grid = grid.without_dittos(block.bottom)
    table = _with_columns(Table(grid, block, [], titles), wanted)
    if column := next(iter(table.having("unit")), None):
        own, known = {simplified(text_of(cell)) for cell in table.below(column)} - {""}, wanted.is_unit
        told = wanted._replace(is_unit=lambda text: known(text) or simplified(text) in own)
        table = _with_columns(table, told)
    figures = [each.unit for each in (*table.having(GOAL), *table.having(ACTUAL)) if not each.is_in_percent]
    others = list(filter(None, figures))  # 项目（个） beside 目标（亿元） counts what the names are about
    units = [
        unit
        for column in table.having("name")
        if (unit := column.unit) and all(power(unit, other) is not None for other in others)
    ]
    units = units or _units_above(table, wanted) or _units_below(table, wanted)
    return table._replace(units=tuple(dict.fromkeys(units)))


def _with_columns(table: Table, wanted: Wanted) -> Table:
    """Returns a table with its columns: by their headings, by what stands in them, by one another."""
    named = _named_by_rows(table.block, wanted)
    columns = columns_of(table.block.texts, table.grid.width, named)
    table = with_meanings(table._replace(columns=columns), is_dated=wanted.is_dated)
    return beside_totals(table, wanted)


def _units_above(table: Table, wanted: Wanted) -> list[str]:
    """Returns the units of lines above a table; 资金（万元） beside other cells is the heading of a form."""
    grid = table.grid
    found: list[str] = []
    for row in range(table.block.top):
        texts = [grid.text(row, column) for column in _once(grid, row)]
        may_be_form = len(texts) > _BESIDE or any(map(is_digits, texts))
        for text in texts:
            if not may_be_form or is_unit_line(text) or years_said([text]):  # 2024年计划（亿元）
                found += units_above(text, wanted.is_unit)
    return found


def _units_below(table: Table, wanted: Wanted) -> list[str]:
    """Returns the units that notes at the end of a table say: 注：金额单位为万元."""
    for row in reversed(table.rows):
        text = table.grid.first_text(row, range(table.grid.width))
        if text and not is_note(text):
            return []
        if units := units_in_note(text, wanted.is_unit):
            return units
    return []


def _named_by_rows(block: Block, wanted: Wanted) -> Wanted:
    """Adds the column of names that the rows show, unless the user names it."""
    if block.names is None or {"id", "name"} & wanted.fields_named:
        return wanted
    return wanted._replace(named=(*wanted.named, ("name", letter_of(block.names))))


def _once(grid: Grid, row: int) -> list[int]:
    """Returns the columns of a row in which a cell or merged area begins."""
    return [
        column
        for column in grid.filled(row)
        if (area := grid.area(row, column)) is None or (area.top, area.left) == (row, column)
    ]
