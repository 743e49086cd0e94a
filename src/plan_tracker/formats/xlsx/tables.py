"""Tables of a workbook: objects with a name, bars behind figures, and a page that can be read on paper."""

from typing import TYPE_CHECKING, NamedTuple

from plan_tracker.formats.width import width
from plan_tracker.formats.xlsx.cells import HEADING, Styles, shown, write_field
from plan_tracker.reports.meter import Meter
from plan_tracker.reports.sheets import Book, Field, Number, Sheet, Text

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_HEADER_LIMIT = 255
"""What a page's header holds, in units of UTF-16: letters beyond its first plane take two."""

_NARROW, _WIDE, _WIDE_BESIDE, _PADDING = 8, 44, 88, 2
"""In letters: the narrowest column, the widest, the widest that is not printed, and what is free in each."""

_HEADING_WIDE = 12
"""Longer headings are wrapped, but not inside a word: of Chinese ones a bracket would stand alone."""
_LINES_BESIDE = 3
"""Up to how many lines a text that is not printed makes its row tall: long notes would leave pages empty."""

_LINE_HEIGHT, _TALLEST = 15, 409
"""In points: a line, and the row beyond which no program goes."""

_A4 = 9
_AHEAD, _BEHIND, _REACHED = "#7CC4AC", "#EE9A93", "#A9C3E2"
_BAR = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True}
_LEAD_BAR = _BAR | {
    "bar_color": _AHEAD,
    "bar_negative_color": _BEHIND,
    "bar_axis_position": "middle",
}
"""Ahead of the pace to the right, behind it to the left."""

_RATE_BAR = _BAR | {
    "bar_color": _REACHED,
    "min_type": "num",
    "min_value": 0,
    "max_type": "num",
    "max_value": 1,
}
"""From 0 to the goal. One colour for all: who sorts the table moves the figures and not the bars' rules."""


class _Column(NamedTuple):
    """How wide a column is, in letters, and whether it has figures: then its words stand at the right too."""

    wide: int
    has_figures: bool


def write_table(
    worksheet: "Worksheet", sheet: Sheet, styles: Styles, meter: Meter, *, first: int
) -> list[int]:
    """Writes a table whose headings stand in the row `first`; returns the widths of its columns in letters.

    Sets the height of its rows too, and what is printed.
    """
    last, right = first + len(sheet.rows), len(sheet.headings) - 1
    looks = [_column(sheet, number) for number in range(right + 1)]
    for number, column in enumerate(looks):
        worksheet.set_column(number, number, column.wide)
    _write_rows(worksheet, sheet, styles, meter, first=first + 1, looks=looks)
    headings = list(zip(sheet.headings, looks, strict=True))
    worksheet.set_row(first, height(max(wrapped(heading, column.wide) for heading, column in headings)))
    columns = [
        {
            "header": heading,
            "header_format": styles(HEADING | ({"align": "right"} if column.has_figures else {"indent": 1})),
        }
        for heading, column in headings
    ]
    table = {"name": sheet.table, "style": "Table Style Light 1", "columns": columns}
    worksheet.add_table(first, 0, last, right, table)
    for numbers, bar in ((sheet.bars, _RATE_BAR), (sheet.leads, _LEAD_BAR)):
        for number in numbers:
            worksheet.conditional_format(first + 1, number, last, number, bar)
    worksheet.repeat_rows(first)
    worksheet.print_area(0, 0, last, sheet.printed - 1)
    return [column.wide for column in looks]


def _write_rows(
    worksheet: "Worksheet", sheet: Sheet, styles: Styles, meter: Meter, *, first: int, looks: list[_Column]
) -> None:
    """Writes the rows of a table from the row `first` on."""
    for row, fields in enumerate(meter(sheet.rows), start=first):
        each = [_lines(field, column.wide) for field, column in zip(fields, looks, strict=True)]
        lines = max(*each[: sheet.printed], min(max(each), _LINES_BESIDE))
        if lines > 1:  # not every program makes room for text that is wrapped
            worksheet.set_row(row, height(lines))
        for number, (field, column) in enumerate(zip(fields, looks, strict=True)):
            write_field(worksheet, row, number, field, styles, right=column.has_figures)


def _column(sheet: Sheet, number: int) -> _Column:
    fields = [row[number] for row in sheet.rows]
    most = _WIDE if number < sheet.printed else _WIDE_BESIDE
    return _Column(
        wide=_width(sheet.headings[number], fields, most=most),
        has_figures=any(isinstance(field, Number) for field in fields),
    )


def _width(heading: str, fields: list[Field], *, most: int) -> int:
    """Returns how wide a column is, in letters."""
    words = [min(width(heading), _HEADING_WIDE), *map(width, heading.split())]
    widest = max([width(shown(field)) for field in fields] + words)
    return min(max(widest + _PADDING, _NARROW), most)


def _lines(field: Field, wide: int) -> int:
    """Returns over how many lines a text is wrapped in a column."""
    return wrapped(shown(field), wide) if isinstance(field, Text) else 1


def wrapped(text: str, wide: int) -> int:
    """Returns over about how many lines a text is wrapped; words do not fill a line whole."""
    return -(-width(text) // max(1, wide - 2))


def height(lines: int) -> int:
    """Returns how tall a row of some lines is, in points."""
    return min(lines * _LINE_HEIGHT, _TALLEST)


def set_page(worksheet: "Worksheet", book: Book) -> None:
    """Sets the paper: A4 across, all printed columns on one page, as many pages as the rows need."""
    worksheet.set_header(_header(book))
    worksheet.set_footer("&L&A&R&P / &N")
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
    worksheet.fit_to_pages(1, 0)


def _header(book: Book) -> str:
    """Returns the title and the day, with as much of a long title as fits; a & is written twice."""
    texts = (f"{book.title[:cut]}  {book.as_of}".replace("&", "&&") for cut in range(_HEADER_LIMIT, -1, -1))
    return next(f"&L{text}" for text in texts if len(f"&L{text}".encode("utf-16-le")) <= 2 * _HEADER_LIMIT)
