"""Reads a workbook of any kind in a separate process, so that no file can end this one."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from plan_tracker.problems import printable
from plan_tracker.spreadsheets.cells import Broken, Cell, Percent
from plan_tracker.spreadsheets.files.formats import Style
from plan_tracker.spreadsheets.files.kinds import Kind
from plan_tracker.spreadsheets.files.look import Look, Marks
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import Area, Sheet
from plan_tracker.wording import sheets as phrases

_CHILD = Path(__file__).with_name("child.py")
_PATIENCE = 0.2
"""Seconds between two looks at the other process."""


class Workbook(NamedTuple):
    """The sheets that were read, and the names of hidden ones that were not."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


def read_workbook(
    data: bytes, kind: Kind, name: str, wanted: str | None, wait: Callable[[], None]
) -> Workbook:
    """Returns the visible sheets of a workbook, or the one wanted, even if hidden. Raises NotRead."""
    look = Look(data, name) if kind is Kind.XLSX else None
    marks = look.marks(wanted, wait) if look else {}
    lines = iter(_printed(data, name, wanted, wait))
    outline = json.loads(next(lines, "null"))
    if not isinstance(outline, list):
        raise _refusal(outline, name)
    known = [each[0] for each in outline]
    if wanted is not None and wanted not in known:
        hint = phrases.SHEETS.fill(names=", ".join(map(printable, known)))
        raise NotRead(phrases.NO_SHEET.fill(file=name, sheet=printable(wanted)), hint)
    sheets = tuple(
        _marked(sheet, [_row(next(lines)) for _ in range(rows)], merged, marks.get(sheet))
        for sheet, _, rows, merged in outline
        if rows is not None
    )
    return Workbook(
        sheets, tuple(sheet for sheet, visible, rows, _ in outline if not visible and rows is None)
    )


def _printed(data: bytes, name: str, wanted: str | None, wait: Callable[[], None]) -> Iterator[str]:
    """Yields what the other process prints, line by line."""
    arguments = [json.dumps(sys.path), *([] if wanted is None else [wanted])]
    command = [sys.executable, "-I", "-S", str(_CHILD), *arguments]
    with subprocess.Popen(  # noqa: S603 - our own code
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        given: bytes | None = data
        while True:
            try:
                out, _ = child.communicate(given, timeout=_PATIENCE)
                break
            except subprocess.TimeoutExpired:
                given = None
                wait()
    if child.returncode:
        raise NotRead(phrases.GAVE_UP.fill(file=name), phrases.OPEN_AND_SAVE.fill())
    return iter(out.decode("ascii").splitlines())


def _refusal(outline: object, name: str) -> NotRead:
    """Makes the error that says why there are no sheets."""
    error, text = (
        (str(outline.get("error")), str(outline.get("text"))) if isinstance(outline, dict) else ("", "")
    )
    match error:
        case "too large":
            rows, _, columns = text.partition("x")
            values = {"file": name, "rows": f"{int(rows):,}", "columns": f"{int(columns):,}"}
            return NotRead(phrases.REACHES_TOO_FAR.fill(**values), phrases.SAVE_TABLE_ALONE.fill())
        case "PasswordError":
            return NotRead(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
        case "MemoryError":
            return NotRead(phrases.GAVE_UP.fill(file=name), phrases.SAVE_TABLE_ALONE.fill())
        case _:
            reason = printable(text)[:200] or error
            return NotRead(phrases.UNREADABLE.fill(file=name, reason=reason), phrases.OPEN_AND_SAVE.fill())


def _row(line: str) -> list[Cell]:
    return [
        (value.strip() or None)
        if isinstance(value, str)
        else date.fromisoformat(value[0])
        if isinstance(value, list)
        else value
        for value in json.loads(line)
    ]


def _marked(name: str, rows: list[list[Cell]], merged: list[list[list[int]]], marks: Marks | None) -> Sheet:
    """Returns a sheet with cells as people see them: percentages, months without a day, errors."""
    areas = tuple(Area(*first, *last) for first, last in merged)
    if marks is None:
        return Sheet(name, rows, areas)
    for (row, column), style in marks.styles.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = _styled(rows[row][column], style)
    for (row, column), error in marks.errors.items():
        while len(rows) <= row:
            rows.append([])
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = Broken(error)
    return Sheet(name, rows, areas, marks.hidden_rows, marks.hidden_columns)


def _styled(cell: Cell, style: Style) -> Cell:
    if style is Style.PERCENT and isinstance(cell, float | int) and not isinstance(cell, bool):
        return Percent(Decimal(repr(cell)))
    if style is Style.MONTH and isinstance(cell, date) and cell.day == 1:
        return f"{cell.year}年{cell.month}月"
    return cell
