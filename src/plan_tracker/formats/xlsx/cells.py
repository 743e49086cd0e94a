"""Cells of a workbook: numbers stay numbers, and texts never become formulas or links."""

from collections.abc import Callable
from datetime import date, datetime, time
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from plan_tracker.numbers import plain, round_half_up
from plan_tracker.reports.sheets import Field, Number, Text
from plan_tracker.wording.tones import Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Style: TypeAlias = dict[str, str | int | bool]
Styles: TypeAlias = "Callable[[Style], Format]"

TEXT_LIMIT = 32_767
"""How many characters a cell holds."""

_MANY = 9
"""From how many decimals on a double may be too coarse."""

_MOST = 30
"""How many decimals the format of a cell may have."""

_FONT = {Tone.GOOD: "#14664C", Tone.WARNING: "#744B00", Tone.BAD: "#9D211B", Tone.QUIET: "#53606E"}
_FILL = {Tone.GOOD: "#E5F3EE", Tone.WARNING: "#FBF1DC", Tone.BAD: "#FBE9E7", Tone.QUIET: "#EBEFF3"}
_LINE: Style = {"bottom": 1, "bottom_color": "#D8DEE5"}
MIDDLE: Style = {**_LINE, "valign": "vcenter"}
_DAY: Style = {**MIDDLE, "num_format": "yyyy-mm-dd", "align": "left", "indent": 1}
HEADING: Style = {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#EBEFF3", "bottom": 1}


def styles_of(workbook: "Workbook") -> Styles:
    """Returns a function that makes each style once, however many cells have it."""
    made: dict[tuple[tuple[str, object], ...], Format] = {}

    def style(wanted: Style) -> "Format":
        key = tuple(sorted(wanted.items()))
        if key not in made:
            made[key] = workbook.add_format(wanted)
        return made[key]

    return style


def write_field(
    worksheet: "Worksheet", row: int, column: int, field: Field, styles: Styles, *, right: bool = False
) -> None:
    """Writes one field; an empty one is a cell with nothing but its line. Words stand left, or `right`."""
    match field:
        case None | Text(text=""):
            worksheet.write_blank(row, column, None, styles(MIDDLE))
        case Text():
            worksheet.write_string(
                row, column, field.text[:TEXT_LIMIT], styles(_text_style(field, right=right))
            )
        case date():
            worksheet.write_datetime(row, column, datetime.combine(field, time()), styles(_DAY))
        case Number():
            style = styles(MIDDLE | {"num_format": _format(field)})
            worksheet.write_number(row, column, _Double(_in_a_double(field)), style)


def _in_a_double(field: Number) -> float:
    """Returns a figure as a double that is shown as the figure itself is, with the decimals of its cell.

    The nearest one may be on the other side of a tie: 99.99999999999949 % would be shown as 100.
    """
    nearest = float(field.value)
    if field.decimals < _MANY:
        return nearest
    digits = field.decimals + (2 if field.percent else 0)
    shown = round_half_up(field.value, digits)
    return nearest if round_half_up(Fraction(repr(nearest)), digits) == shown else float(shown)


class _Double(float):
    """A number that is written with all its digits: XlsxWriter formats with 16, and some need 17."""

    def __format__(self, form: str, /) -> str:
        return repr(float(self))


def _text_style(field: Text, *, right: bool) -> Style:
    style: Style = {**MIDDLE, "text_wrap": True}
    if right:
        return {**style, "align": "right"}
    style["indent"] = field.indent + 1
    if field.tone in _FONT:
        return {**style, "font_color": _FONT[field.tone], "bg_color": _FILL[field.tone], "align": "center"}
    return style


def _format(field: Number) -> str:
    whole = "0" if field.percent or field.signed else "#,##0"
    decimals = "." * (field.decimals > 0) + "0" * min(field.decimals, _MOST)
    digits = f"{whole}{decimals}{'%' if field.percent else ''}"
    bound = f'"{field.bound}"' if field.bound else ""
    if field.signed:
        return f"{bound}+{digits};{bound}-{digits};{bound}{digits}"
    below = f";{bound}-{digits}" if bound and field.value < 0 else ""  # else the minus stands first: -≤3
    return f"{bound}{digits}{below}"


def shown(field: Field) -> str:
    """Returns about what a cell shows, to know how wide it is."""
    match field:
        case None:
            return ""
        case Text():
            return "  " * (field.indent + 1) + field.text
        case date():
            return field.isoformat()
        case Number(percent=True):
            return plain(round_half_up(field.value * 100, field.decimals)) + "%%"
        case Number(signed=True):
            return "≥" + plain(round_half_up(field.value, field.decimals))
        case Number():
            whole, _, rest = plain(round_half_up(field.value, field.decimals)).partition(".")
            return f"≥{int(whole):,}.{rest}"
