"""Progress as a workbook: numbers stay numbers, and texts never become formulas or links."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from plan_tracker.formats.width import width
from plan_tracker.numbers import plain, round_half_up
from plan_tracker.reports.sheets import Book, Field, Number, Points, Share, Sheet, Text
from plan_tracker.wording.tones import Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Style: TypeAlias = dict[str, str | int | bool]
Styles: TypeAlias = "Callable[[Style], Format]"

TEXT_LIMIT = 32_767
"""How many characters a cell holds."""
HEADER_LIMIT = 200
NARROW, WIDE, PADDING = 8, 44, 3
FONT = {Tone.GOOD: "#14664C", Tone.WARNING: "#744B00", Tone.BAD: "#9D211B", Tone.QUIET: "#53606E"}
FILL = {Tone.GOOD: "#E5F3EE", Tone.WARNING: "#FBF1DC", Tone.BAD: "#FBE9E7", Tone.QUIET: "#EBEFF3"}
BAR = {
    Tone.GOOD: "#7CC4AC",
    Tone.WARNING: "#E5B566",
    Tone.BAD: "#EE9A93",
    Tone.QUIET: "#B4BDC8",
    Tone.PLAIN: "#B4BDC8",
}
HEADING: Style = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#EBEFF3", "bottom": 1}
MIDDLE: Style = {"valign": "vcenter"}
DAY: Style = {**MIDDLE, "num_format": "yyyy-mm-dd", "align": "left"}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write(report: Book, out: BinaryIO) -> None:
    """Writes the sheets, the last of them with the rules by which the plan was judged."""
    from xlsxwriter import Workbook

    with Workbook(out, OPTIONS) as workbook:
        made = datetime.combine(report.day, time())  # the day judged for: the same plan gives the same file
        workbook.set_properties({"title": report.title, "comments": report.as_of, "created": made})
        styles = _styles(workbook)
        for sheet in report.sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, report, styles)
        _write_rules(workbook.add_worksheet(report.rules_sheet.name), report, styles)


def _styles(workbook: "Workbook") -> Styles:
    """Returns a function that makes each style once, however many cells have it."""
    made: dict[tuple[tuple[str, object], ...], Format] = {}

    def style(wanted: Style) -> "Format":
        key = tuple(sorted(wanted.items()))
        if key not in made:
            made[key] = workbook.add_format(wanted)
        return made[key]

    return style


def _write_sheet(worksheet: "Worksheet", sheet: Sheet, content: Book, styles: Styles) -> None:
    _write_table(worksheet, sheet, styles, first=0)
    worksheet.freeze_panes(1, sheet.names + 1)
    for column in sheet.bars:
        _draw_rates(worksheet, sheet, column)
    for column in sheet.leads:
        worksheet.conditional_format(1, column, max(1, len(sheet.rows)), column, LEAD_BAR)
    _set_page(worksheet, content)


def _write_table(worksheet: "Worksheet", sheet: Sheet, styles: Styles, *, first: int) -> None:
    for column, heading in enumerate(sheet.headings):
        worksheet.write_string(first, column, heading, styles(HEADING))
    for row, fields in enumerate(sheet.rows, start=first + 1):
        for column, field in enumerate(fields):
            _write_field(worksheet, row, column, field, styles)
    worksheet.autofilter(first, 0, first + max(1, len(sheet.rows)), len(sheet.headings) - 1)
    for column, heading in enumerate(sheet.headings):
        texts = [_shown(fields[column]) for fields in sheet.rows]
        widest = max([width(text) for text in texts] + [min(width(heading), 16) + 2])
        worksheet.set_column(column, column, min(max(widest + PADDING, NARROW), WIDE))
    worksheet.repeat_rows(first)


def _write_field(worksheet: "Worksheet", row: int, column: int, field: Field, styles: Styles) -> None:
    match field:
        case None | Text(text=""):
            return
        case Text():
            worksheet.write_string(row, column, field.text[:TEXT_LIMIT], styles(_text_style(field)))
        case date():
            worksheet.write_datetime(row, column, datetime.combine(field, time()), styles(DAY))
        case Number() | Share() | Points():
            worksheet.write_number(
                row, column, _Double(field.value), styles(MIDDLE | {"num_format": _format(field)})
            )


class _Double(float):
    """A number that is written with all its digits: XlsxWriter formats with 16, and some need 17."""

    def __format__(self, form: str, /) -> str:
        return repr(float(self))


def _text_style(field: Text) -> Style:
    style: Style = {**MIDDLE, "text_wrap": True, "indent": field.indent}
    if field.tone in FONT:
        return {**style, "font_color": FONT[field.tone], "bg_color": FILL[field.tone], "align": "center"}
    return style


def _format(field: Number | Share | Points) -> str:
    digits = "0" + "." * (field.decimals > 0) + "0" * field.decimals
    bound = f'"{field.bound}"' if field.bound else ""
    match field:
        case Number():
            return bound + digits
        case Share():
            return f"{bound}{digits}%"
        case Points():
            return f"{bound}+{digits};{bound}-{digits};{bound}{digits}"


def _shown(field: Field) -> str:
    """Returns about what a cell shows, to know how wide it is."""
    match field:
        case None:
            return ""
        case Text():
            return "  " * field.indent + field.text
        case date():
            return field.isoformat()
        case Number() | Points():
            return "≥" + plain(round_half_up(field.value, field.decimals))
        case Share():
            return plain(round_half_up(field.value * 100, field.decimals)) + "%%"


LEAD_BAR = {
    "type": "data_bar",
    "data_bar_2010": True,
    "bar_solid": True,
    "bar_color": BAR[Tone.GOOD],
    "bar_negative_color": BAR[Tone.BAD],
    "bar_axis_position": "middle",
}
"""Ahead of the pace to the right, behind it to the left."""


def _draw_rates(worksheet: "Worksheet", sheet: Sheet, column: int) -> None:
    """Draws bars from 0 to the goal, or to the highest rate if that is more, coloured by the verdict."""
    shares = [
        (row, field) for row, fields in enumerate(sheet.rows, 1) if isinstance(field := fields[column], Share)
    ]
    full = max([Fraction(1), *(share.value for _, share in shares)])
    for tone in Tone:
        rows = [row for row, share in shares if share.tone is tone]
        for first, last in _runs(rows):
            worksheet.conditional_format(
                first,
                column,
                last,
                column,
                {
                    "type": "data_bar",
                    "data_bar_2010": True,
                    "bar_solid": True,
                    "bar_color": BAR[tone],
                    "min_type": "num",
                    "min_value": 0,
                    "max_type": "num",
                    "max_value": float(full),
                },
            )


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Joins numbers of rows that follow one another into stretches: first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _write_rules(worksheet: "Worksheet", content: Book, styles: Styles) -> None:
    """Writes what the words mean, then the rules of each target."""
    sheet = content.rules_sheet
    for row, (word, meaning) in enumerate(content.rules):
        worksheet.write_string(row, 0, word, styles({**MIDDLE, "bold": True}))
        worksheet.merge_range(row, 1, row, len(sheet.headings) - 1, "")
        worksheet.write_string(row, 1, meaning[:TEXT_LIMIT], styles({**MIDDLE, "text_wrap": True}))
    _write_table(worksheet, sheet, styles, first=len(content.rules) + 1)
    _set_page(worksheet, content)


def _set_page(worksheet: "Worksheet", content: Book) -> None:
    title = f"{content.title}  {content.as_of}"[:HEADER_LIMIT].replace("&", "&&")
    worksheet.set_header(f"&L{title}")
    worksheet.set_footer("&R&P / &N")
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
