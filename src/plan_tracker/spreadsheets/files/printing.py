"""Prints a workbook, read by python-calamine, as values: for the process that reads files apart.

The first is a list of the sheets, or an object that says why there is none; then come the rows of those
sheets that are wanted (by name, else all that are visible), in lists of about `_CELLS_AT_ONCE` cells.
"""

from collections.abc import Callable
from io import BytesIO

MOST_CELLS = 5_000_000
"""What has its cells spread over more is not read."""

_CELLS_AT_ONCE = 4_000
"""How many cells make one list of rows; to print each row by itself takes twice the time."""


def print_file(data: bytes, write: Callable[[object], None], wanted: str | None = None) -> None:
    """Prints the sheets of a workbook."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(BytesIO(data))
    known = [
        (each.name, each.visible == SheetVisibleEnum.Visible)
        for each in book.sheets_metadata
        if each.typ == SheetTypeEnum.WorkSheet
    ]
    read = [name for name, visible in known if (visible if wanted is None else name == wanted)]
    sheets = {name: book.get_sheet_by_name(name) for name in read}
    rows: dict[str, int] = {}
    for name, sheet in sheets.items():
        height, width = (last + 1 for last in sheet.end or (-1, -1))
        if height * width > MOST_CELLS:
            write({"error": "too large", "text": f"{height}x{width}"})
            return
        rows[name] = height
    merged = {name: sheet.merged_cell_ranges or [] for name, sheet in sheets.items()}
    write([[name, visible, rows.get(name), merged.get(name)] for name, visible in known])
    for name, sheet in sheets.items():
        cells = sheet.to_python(skip_empty_area=False) if rows[name] else []
        step = max(1, _CELLS_AT_ONCE // max(1, sheet.width))
        for first in range(0, len(cells), step):
            write(cells[first : first + step])
