"""Reads tables that spreadsheets have written: CSV in any usual encoding, and XLSX, XLS or ODS."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeAlias

from plan_tracker.language import Message
from plan_tracker.numbers import rounded
from plan_tracker.problems import printable
from plan_tracker.wording import sheets as phrases

Cell: TypeAlias = str | Decimal | date | bool | None
"""A field: text without the blanks around it, None where there is nothing."""

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_ZIP = b"PK\x03\x04"
_DELIMITERS = ",;\t，"


class Sheet(NamedTuple):
    """The rows of a table; `encoding` is what the text was read as, None where it was a workbook."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    encoding: str | None


class NotASheet(Exception):  # noqa: N818 - what is told is why it cannot be read
    """A file that is no table that can be read."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint


def read_sheets(path: Path, sheet: str | None = None) -> tuple[Sheet, ...]:
    """The table in a file; of a workbook the sheet with that name, else all of them. Raises NotASheet."""
    name = printable(os.fspath(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotASheet(phrases.UNREADABLE.fill(file=name, reason=reason)) from None
    if path.suffix.lower() in WORKBOOKS or data.startswith(_ZIP):
        return tuple(Sheet(name, rows, None) for rows in _workbook(data, name, sheet))
    text, encoding = _decoded(data, name)
    return (Sheet(name, _csv(text), encoding),)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text and what it was encoded in: a mark says so, else UTF-8 if it is that, else GB18030."""
    marked = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    codecs = [codec for mark, codec in marked.items() if data.startswith(mark)] or ["utf-8", "gb18030"]
    for codec in codecs:
        try:
            return data.decode(codec), codec.upper().removesuffix("-SIG")
        except UnicodeDecodeError:
            continue
    raise NotASheet(phrases.NO_ENCODING.fill(file=name), phrases.SAVE_AS_UTF8.fill())


def _csv(text: str) -> tuple[tuple[Cell, ...], ...]:
    import csv  # only where a table is read
    from io import StringIO

    head = text[:10_000]
    delimiter = max(_DELIMITERS, key=lambda each: (head.count(each), -_DELIMITERS.index(each)))
    rows = csv.reader(StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    return tuple(tuple(cell.strip() or None for cell in row) for row in rows)


def _workbook(data: bytes, name: str, sheet: str | None) -> list[tuple[tuple[Cell, ...], ...]]:
    from io import BytesIO

    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        names = book.sheet_names
        if sheet is not None and sheet not in names:
            hint = phrases.SHEETS.fill(names=", ".join(map(printable, names)))
            raise NotASheet(phrases.NO_SHEET.fill(file=name, sheet=printable(sheet)), hint)
        read = [names[0], *names[1:]] if sheet is None else [sheet]
        sheets = [book.get_sheet_by_name(each).to_python(skip_empty_area=False) for each in read]
    except (CalamineError, OSError, IndexError) as error:
        raise NotASheet(phrases.UNREADABLE.fill(file=name, reason=printable(str(error)))) from None
    return [tuple(tuple(_cell(cell) for cell in row) for row in rows) for rows in sheets]


def _cell(value: object) -> Cell:
    match value:
        case bool() | None:
            return value
        case int():
            return Decimal(value)
        case float():
            # The door: a spreadsheet holds binary numbers, of which 15 digits are meant.
            number = Decimal(repr(value))
            return rounded(number) if number.is_finite() else str(value)
        case datetime() if (value.hour, value.minute, value.second) == (0, 0, 0):
            return value.date()
        case date() if not isinstance(value, datetime):
            return value
        case _:
            return str(value).strip() or None


def shown(cell: Cell) -> str:
    """A cell as text for a message."""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return "" if cell is None else printable(str(cell))


def is_blank(row: Sequence[Cell]) -> bool:
    """Whether nothing stands in a row."""
    return all(cell is None for cell in row)
