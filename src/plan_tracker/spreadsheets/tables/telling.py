"""Tells what was understood of a table: its place, its columns, and each row that is not an entry."""

from collections.abc import Iterable, Iterator, Sequence

from plan_tracker.language import Message, Phrase, inserted, joined, listed, literally
from plan_tracker.plan.period_words import narrow
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.cells import shown
from plan_tracker.spreadsheets.files.opening import Source
from plan_tracker.spreadsheets.files.workbook import Workbook
from plan_tracker.spreadsheets.sheet import letter_of
from plan_tracker.spreadsheets.tables.account import Account, ColumnTold
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.spreadsheets.tables.fiscal_years import PlanYears
from plan_tracker.spreadsheets.tables.row_texts import bare_name
from plan_tracker.spreadsheets.tables.rows import Row, RowKind
from plan_tracker.spreadsheets.tables.side_by_side import begins_beside
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.unit_lines import is_unit_line, says_unknown_unit
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, FIELDS, GIVEN, GOAL, any_of
from plan_tracker.wording import headings as reasons
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused
from plan_tracker.wording.words import field_name

_LEFT_OUT: dict[RowKind, Phrase] = {
    RowKind.TOTAL: phrases.TOTAL_ROWS,
    RowKind.OF_WHICH: phrases.OF_WHICH_ROWS,
    RowKind.NOTE: phrases.NOTE_ROWS,
    RowKind.HEADINGS: phrases.HEADINGS_AGAIN,
}

_COMPUTED = frozenset(FIELDS) - GIVEN


def account_of(source: Source, table: Table, years: PlanYears) -> Account:
    """Makes the account of a table, with what stands around its rows, for a plan of some years."""
    doubts = [*_phased(table), *_pointed(table), *_of_other_years(table, years)]
    account = Account(notes=[*source.notes, *_places(source, table)], doubts=doubts)
    block, grid = table.block, table.grid
    for row in range(block.top):
        if texts := {grid.text(row, column) for column in grid.filled(row)}:
            has_units = len(texts) == 1 and any(map(is_unit_line, texts))
            account.row(phrases.UNIT_ROW if has_units else phrases.TITLE_ROWS, row + 1)
            if any(map(says_unknown_unit, texts)) and not any(map(is_unit_line, texts)):
                account.row(phrases.UNKNOWN_UNIT_ROW, row + 1)
    for row in range(block.top, block.bottom):
        account.row(phrases.HEADING_ROWS, row + 1)
    for row in sorted(grid.sheet.hidden_rows):
        if row in table.rows and grid.filled(row):
            account.row(phrases.HIDDEN_ROWS, row + 1)
    return account


def _places(source: Source, table: Table) -> Iterator[Message]:
    """Yields which sheet was read and which not, what is hidden, and the unit above the table."""
    sheet, content = table.grid.sheet, source.content
    if sheet.name:
        yield phrases.SHEET_READ.fill(sheet=printable(sheet.name))
    if table.others:
        yield inserted(phrases.OTHER_SHEETS, names=listed(table.others)).fill()
    if table.alike:
        yield inserted(phrases.SHEETS_ALIKE, names=listed(table.alike)).fill()
    if isinstance(content, Workbook) and content.hidden:
        names = listed(map(printable, content.hidden))
        yield inserted(phrases.HIDDEN_SHEETS, names=names).fill()
    if hidden := [column.letter for column in table.columns if column.at in sheet.hidden_columns]:
        yield inserted(phrases.HIDDEN_COLUMNS, columns=listed(hidden)).fill()
    if table.units:
        yield inserted(phrases.UNITS_ABOVE, units=listed(map(printable, table.units))).fill()


def _phased(table: Table) -> Iterator[Message]:
    """Yields a doubt where a title speaks of goals for quarters, and no heading of what is reached."""
    titles = narrow(" ".join((*table.titles, table.grid.sheet.name)))
    says, reached = (any_of(group).search(titles) for group in (reasons.PHASED, reasons.REPORTED))
    columns = [column for column in table.having(ACTUAL) if column.spoken]
    said_by = (*reasons.ACTUAL, *reasons.FACTUAL, *reasons.RUNNING)
    if says and not reached and len(columns) > 1 and not any(each.speaks_of(said_by) for each in columns):
        headings = listed(column.called for column in columns)
        yield inserted(phrases.MAY_BE_GOALS, headings=headings).fill()


def _of_other_years(table: Table, years: PlanYears) -> Iterator[Message]:
    """Yields a doubt for each column of figures of another year than the plan's, which the user named."""
    for column in (*table.having(GOAL), *table.having(ACTUAL)):
        if (year := column.meaning.year) and not years.fit(year):
            yield phrases.COLUMN_OF_ANOTHER_YEAR.fill(column=column.called, year=str(year), own=years.text)


def _pointed(table: Table) -> Iterator[Message]:
    """Yields a doubt where points may group digits: 1.200 and no other with a point, divided by `;`."""
    if figure := table.pointed():
        yield phrases.MAY_BE_GROUPED.fill(one=figure.replace(".", ""), other=figure)


def tell_row(account: Account, row: Row) -> None:
    """Notes what a row is that is not an entry."""
    if row.kind is RowKind.LONGER:
        account.fault(row.number, phrases.LONGER_ROW.fill(), phrases.QUOTE_DELIMITER.fill())
    elif row.kind is RowKind.OTHER:
        if unused.OTHER_TABLE_ROWS not in account.rows:
            account.fault(row.number, unused.OTHER_TABLE.fill(), unused.TABLE_OF_ITS_OWN.fill())
        account.row(unused.OTHER_TABLE_ROWS, row.number)
    elif row.kind is RowKind.OF_WHICH and not bare_name(row.name):
        account.row(phrases.OF_WHICH_ALONE, row.number)
    elif row.kind in _LEFT_OUT:
        account.row(_LEFT_OUT[row.kind], row.number)


def tell_blanks(account: Account, table: Table, entries: Sequence[Row]) -> None:
    """Notes rows that may be meant to have a group or an owner: each stands once, above blanks.

    Cells that are merged have its text, but text files and .ods do not tell which were.
    """
    named = [row for row in entries if row.name]
    for field, phrase in (("group", phrases.NO_GROUP_ROWS), ("owner", phrases.NO_OWNER_ROWS)):
        column = table.column(field)
        texts = [table.grid.text(row.at, column.at) for row in named] if column else []
        filled = list(filter(None, texts))
        if filled and texts[0] and len(filled) == len(set(filled)) < len(texts) - 1:
            for row, text in zip(named, texts, strict=True):
                if not text:
                    account.row(phrase, row.number)


def tell_groups(account: Account, numbers: Iterable[int], last: int) -> None:
    """Notes rows that have only a name: they head the rows below, if there are any up to the `last` row."""
    for number in numbers:
        account.row(phrases.GROUP_ROWS if number < last else phrases.ONLY_NAMES, number)


def tell_columns(account: Account, table: Table, used: dict[int, Message], left: dict[int, Message]) -> None:
    """Notes what each column means, or why it is not used: by its heading, or as `left` says."""
    for column in sorted(table.columns, key=lambda each: each.at):
        text = used.get(column.at) or left.get(column.at) or _reason(column)
        account.columns.append(ColumnTold(column, text, is_used=column.at in used))
    grid, bare = table.grid, table.unheaded()
    if another := begins_beside(grid, table.block, [each.at for each in bare]):
        row, at = another
        values = {"letter": letter_of(at), "heading": shown(grid.cell(row, at))}
        account.fault(row + 1, unused.TABLE_BESIDE.fill(**values), unused.TABLE_OF_ITS_OWN.fill())
    account.columns += [ColumnTold(column, unused.NO_HEADING.fill(), is_used=False) for column in bare]


def _reason(column: Column) -> Message:
    if column.reason:
        return column.reason
    return (unused.COMPUTED if column.field in _COMPUTED else unused.NOT_NEEDED).fill()


def means(column: Column, period: Phrase | None = None) -> Message:
    """Tells what a used column means: its field, and the period and unit of its figures."""
    pieces = [field_name(column.field), *([period] if period else [])]
    if column.unit:
        pieces.append(literally(shown(column.unit)))
    return joined(pieces).fill()
