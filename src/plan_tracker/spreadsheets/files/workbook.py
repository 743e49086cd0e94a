"""Reads a workbook of any kind in a separate process, so that no file can end this one."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from plan_tracker.language import inserted, listed
from plan_tracker.numbers import EXACT, plain, trimmed
from plan_tracker.problems import printable
from plan_tracker.spreadsheets import apart
from plan_tracker.spreadsheets.apart import Reader, events
from plan_tracker.spreadsheets.cells import Broken, Cell, Percent, text_of
from plan_tracker.spreadsheets.files import printing
from plan_tracker.spreadsheets.files.formats import Limit, NumberFormat, Sized, Style
from plan_tracker.spreadsheets.files.kinds import FileKind
from plan_tracker.spreadsheets.files.look import Marks, marks_in
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Area, Sheet, indents_in
from plan_tracker.wording import files as phrases

_READER = Reader(printing.__name__, most_bytes=1 << 30, patience=600)
"""A workbook is read whole before anything of it is printed."""


class Workbook(NamedTuple):
    """The sheets that were read, and the names of hidden ones that were not."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


def read_workbook(data: bytes, kind: FileKind, name: str, wanted: str | None) -> Workbook:
    """Returns the visible sheets of a workbook, or the one wanted, even if hidden. Raises NotRead."""
    marks = marks_in(data, name, wanted) if kind is FileKind.XLSX else {}
    refusal = partial(_refusal, name)
    read = events(_READER, data, [] if wanted is None else [wanted], refusal)
    outline = next(read, None)
    if not isinstance(outline, list):
        raise refusal("", "")
    known = [each[0] for each in outline]
    if wanted is not None and wanted not in known:
        hint = inserted(phrases.SHEETS, names=listed(map(printable, known))).fill()
        raise NotRead(phrases.NO_SHEET.fill(file=name, sheet=printable(wanted)), hint)
    lines = chain.from_iterable(rows if isinstance(rows, list) else () for rows in read)
    sheets = tuple(
        _sheet(sheet, islice(lines, rows), merged, marks.get(sheet))
        for sheet, _, rows, merged in outline
        if rows is not None
    )
    return Workbook(
        sheets, tuple(sheet for sheet, visible, rows, _ in outline if not visible and rows is None)
    )


def _refusal(name: str, error: str, text: str) -> NotRead:
    """Makes the error that says why there are no sheets."""
    match error:
        case "too large":
            rows, _, columns = text.partition("x")
            values = {"file": name, "rows": f"{int(rows):,}", "columns": f"{int(columns):,}"}
            return NotRead(phrases.REACHES_TOO_FAR.fill(**values), phrases.SAVE_TABLE_ALONE.fill())
        case "PasswordError":
            return NotRead(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
        case "" | "MemoryError" | apart.SILENT:
            return NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_TABLE_ALONE.fill())
        case _:
            reason = printable(text)[:200] or error
            return NotRead(phrases.UNREADABLE.fill(file=name, reason=reason), phrases.OPEN_AND_SAVE.fill())


def _sheet(name: str, lines: Iterable[object], merged: list[list[list[int]]], marks: Marks | None) -> Sheet:
    rows, indents = _rows(lines)
    areas = tuple(Area(*first, *last) for first, last in merged)
    sheet = Sheet(name=name, rows=rows, merged=areas, indents=indents, lacks_formats=marks is None)
    if marks is None:
        return sheet
    _mark(rows, marks)
    return sheet._replace(
        hidden_rows=frozenset(marks.hidden_rows),
        hidden_columns=frozenset(marks.hidden_columns),
        indents=indents | marks.indents,
    )


def _rows(lines: Iterable[object]) -> tuple[list[list[Cell]], dict[tuple[int, int], int]]:
    """Returns the cells that the other process printed row by row, and the indents of texts among them."""
    rows: list[list[Cell]] = []
    indents: dict[tuple[int, int], int] = {}
    for line in lines:
        given = line if isinstance(line, list) else []
        bare = [value.strip() if isinstance(value, str) else value for value in given]
        if bare != given:
            indents |= indents_in(len(rows), given)
        rows.append(
            [
                (value or None)
                if isinstance(value, str)
                else date.fromisoformat(value[0])
                if isinstance(value, list)
                else value
                for value in bare
            ]
        )
    return rows, indents


def _mark(rows: list[list[Cell]], marks: Marks) -> None:
    """Makes cells what people see: percentages, thousands, months without a day, raised digits, errors."""
    if marks.raised:
        for cells in rows:
            cells[:] = [marks.raised.get(cell, cell) if isinstance(cell, str) else cell for cell in cells]
    for (row, column), style in marks.styles.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = _styled(rows[row][column], style)
    for (row, column), error in marks.errors.items():
        while len(rows) <= row:
            rows.append([])
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = Broken(error)


def _styled(cell: Cell, shown: NumberFormat) -> Cell:
    match shown, cell:
        case _, bool():
            return cell
        case Style.PERCENT, float() | int():
            return Percent(Decimal(repr(cell)))
        case Style.MONTH, date(day=1):
            return f"{cell.year}-{cell.month:02}"
        case Style.MONTH_IN_CHINESE, date(day=1):
            return f"{cell.year}年{cell.month}月"
        case Limit(sign, inner), float() | int():
            return f"{sign}{text_of(_styled(cell, inner))}"
        case Sized(power, behind), float() | int():
            number = Decimal(repr(cell)).scaleb(-power, EXACT)
            return f"{plain(trimmed(number))}{behind or f'×{10**power}'}"
        case _:
            return cell
