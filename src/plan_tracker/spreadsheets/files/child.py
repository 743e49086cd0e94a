"""Reads a workbook by python-calamine and prints it as JSON: run as a program of its own, never imported.

If the library panics, aborts or takes memory without end, only this process ends. The first line is a list of
the sheets, or an object that says why there is none. Then comes one line for each row of the wanted sheet, or
of all visible ones.
"""

import json
import sys
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO

MOST_BYTES = 1 << 30
MOST_CELLS = 5_000_000


def main(path: list[str], wanted: str | None) -> None:
    """Reads standard input and prints the workbook; `path` is where modules are found."""
    sys.path[:] = path
    with suppress(ImportError, OSError, ValueError):
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    try:
        print_workbook(sys.stdin.buffer.read(), wanted)
    except BaseException as error:  # noqa: BLE001 - a panic of Rust is no Exception
        write({"error": type(error).__name__, "text": str(error)})


def print_workbook(data: bytes, wanted: str | None) -> None:
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
        for row in sheet.to_python(skip_empty_area=False) if rows[name] else ():
            write([field(value) for value in row])


def field(value: object) -> object:
    """Returns a cell for JSON: a date as a list with its text, other things as they are or as text."""
    match value:
        case "":
            return None
        case str() | bool() | int() | float() | None:
            return value
        case datetime() if (value.hour, value.minute, value.second) == (0, 0, 0):
            return [value.date().isoformat()]
        case date() if not isinstance(value, datetime):
            return [value.isoformat()]
        case _:
            return str(value)


def write(value: object) -> None:
    """Prints one line of JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)  # noqa: PLR2004 - the name may be missing
