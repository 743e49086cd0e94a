"""Charts of a workbook, drawn by the spreadsheet program from its cells."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from plan_tracker.reports.sheets import Chart, Number, Sheet, Trend
from plan_tracker.reports.status import Count
from plan_tracker.wording.tones import Tone

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.chart_scatter import ChartScatter
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLOURS = {
    Tone.GOOD: "#2B876B",
    Tone.WARNING: "#A96A08",
    Tone.BAD: "#C33F35",
    Tone.QUIET: "#6A7583",
    Tone.PLAIN: "#6A7583",
}
_ACTUAL, _PACE = "#2F6DB5", "#A3ACB7"
_GRID = {"visible": True, "line": {"color": "#D8DEE5"}}
_MARKS, _MORE = 6, 2
"""How many days of a line are marked; 62 days after one month comes the next but one, whichever it is."""

_TITLE = {"bold": True, "size": 11}
_SMALL = {"size": 9}
_SHARES = {"num_format": "0%", "num_font": _SMALL, "major_gridlines": _GRID}
"""How an axis of shares looks."""


class Frame(NamedTuple):
    """Where a chart stands: the row and column of its corner, pixels right of that, its size in pixels."""

    row: int
    column: int
    left: int
    width: int
    height: int


def draw_counts(
    workbook: "Workbook", worksheet: "Worksheet", counts: tuple[Count, ...], title: str, frame: Frame
) -> None:
    """Draws how many targets have which status; the counts begin below the row of the frame."""
    chart = cast("ChartBar", workbook.add_chart({"type": "bar"}))
    name, first = worksheet.name, frame.row
    last = first + len(counts)
    chart.add_series(
        {
            "categories": [name, first + 1, 0, last, 0],
            "values": [name, first + 1, 1, last, 1],
            "points": [{"fill": {"color": _COLOURS[count.tone]}} for count in counts],
            "data_labels": {"value": True, "font": _SMALL},
            "gap": 40,
        }
    )
    chart.set_title({"name": title, "name_font": _TITLE, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_y_axis({"reverse": True, "num_font": _SMALL, "line": {"none": True}})
    _insert(worksheet, chart, title, frame)


def draw_worst(
    workbook: "Workbook", worksheet: "Worksheet", chart: Chart, sheet: Sheet, frame: Frame, *, first: int
) -> None:
    """Draws columns of the table whose headings stand in the row `first`."""
    drawn = cast("ChartBar", workbook.add_chart({"type": "bar"}))
    name, last = worksheet.name, first + chart.rows
    for key, colour in zip(chart.values, (_ACTUAL, _PACE), strict=False):
        column = sheet.keys.index(key)
        drawn.add_series(
            {
                "name": [name, first, column],
                "categories": [name, first + 1, sheet.names, last, sheet.names],
                "values": [name, first + 1, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    drawn.set_title({"name": chart.title, "name_font": _TITLE, "overlay": False})
    drawn.set_legend({"position": "bottom", "font": _SMALL})
    drawn.set_x_axis(_SHARES | _from_nothing(sheet, chart.values))
    drawn.set_y_axis({"reverse": True, "num_font": _SMALL, "interval_unit": 1})
    _insert(worksheet, drawn, chart.title, frame)


def draw_trend(
    workbook: "Workbook", worksheet: "Worksheet", trend: Trend, table: Sheet, frame: Frame
) -> None:
    """Draws lines over the days of a table that begins on the first row of a sheet of its own."""
    drawn = cast("ChartScatter", workbook.add_chart({"type": "scatter", "subtype": "straight_with_markers"}))
    day, value = table.keys.index(trend.day), table.keys.index(trend.value)
    for line in trend.lines:
        first, last = line.first + 1, line.last + 1
        drawn.add_series(
            {
                "name": [table.name, first, table.names],
                "categories": [table.name, first, day, last, day],
                "values": [table.name, first, value, last, value],
            }
        )
    drawn.set_title({"name": trend.title, "name_font": _TITLE, "overlay": False})
    drawn.set_legend({"position": "right", "font": _SMALL})
    drawn.set_x_axis(
        {
            "num_format": "yyyy-mm",
            "num_font": _SMALL,
            "major_gridlines": _GRID,
            "major_unit": (trend.last - trend.first).days // _MARKS + _MORE,
            "label_position": "low",  # figures below 0 leave the labels where they are
            "min": _serial(trend.first),
            "max": _serial(trend.last),
        }
    )
    drawn.set_y_axis(_SHARES | _from_nothing(table, [trend.value]))
    _insert(worksheet, drawn, trend.title, frame)


def _from_nothing(sheet: Sheet, keys: Iterable[str]) -> dict[str, int]:
    """Lets an axis begin at 0 unless a figure lies below, for programs begin where they like."""
    columns = [sheet.keys.index(key) for key in keys]
    fields = (row[column] for row in sheet.rows for column in columns)
    return {} if any(isinstance(field, Number) and field.value < 0 for field in fields) else {"min": 0}


def _serial(day: date) -> int:
    """Returns the number by which a workbook knows a day."""
    return (day - date(1899, 12, 30)).days


def _insert(worksheet: "Worksheet", chart: "ChartBar | ChartScatter", text: str, frame: Frame) -> None:
    chart.set_size({"width": frame.width, "height": frame.height})
    options = {"x_offset": frame.left, "description": text, "object_position": 2}
    worksheet.insert_chart(frame.row, frame.column, chart, options)
