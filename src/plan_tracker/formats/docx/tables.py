"""The tables of the annex, in the XML of Word: how wide their columns are, and their rows."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple
from xml.sax.saxutils import escape

from plan_tracker.formats.docx.looks import LONG_SIDE, MARGIN, NAMES, SHORT_SIDE, TABLE_TEXT, Looks
from plan_tracker.formats.width import width
from plan_tracker.reports.cells import Column, Row, Section, Table

_PADDING = 80
"""What stands free at either side of a cell."""

_TEXT, _FIGURE = 55, 65
"""The widths of one terminal cell of a text and of a figure, in hundredths of the height of letters.

That of figures has room to spare, so that none is folded where a wider font stands in for theirs.
"""

_NAME_LONG, _NAME_SHORT, _TEXT_LONG, _HEADING = 44, 20, 22, 8
"""In terminal cells: the widest first column; the narrowest, to which it is folded before the page is turned;
the widest column of other texts; and the width of a word in a heading."""

_WIDER = frozenset("≥≤+−–—")


class Layout(NamedTuple):
    """The columns of a table, the widths that they want, and whether the page lies on its side."""

    columns: list[Column]
    wanted: list[int]
    is_wide: bool
    looks: Looks

    def of(self, section: Section[Row]) -> tuple[list[Column], list[int]]:
        """Returns the columns that are not empty in a section, and the widths to fill the page."""
        shown = [not section.is_empty(column) for column in self.columns]
        columns, wanted = list(compress(self.columns, shown)), list(compress(self.wanted, shown))
        room = (LONG_SIDE if self.is_wide else SHORT_SIDE) - 2 * MARGIN
        return columns, _fitted(wanted, columns, room, self.looks)


def layout_of(table: Table[Row], looks: Looks) -> Layout:
    """Lays out the columns that are meant for paper and not empty."""
    columns = table.on_paper()
    widths = _widths(table, columns, looks)
    least = sum(widths[1:]) + min(widths[0], _twips(_NAME_SHORT, _TEXT, looks))
    is_wide = least > SHORT_SIDE - 2 * MARGIN
    return Layout(columns=columns, wanted=widths, is_wide=is_wide, looks=looks)


def _widths(table: Table[Row], columns: Sequence[Column], looks: Looks) -> list[int]:
    """Returns the width that each column would like to have, in twips."""
    wanted: list[int] = []
    for column in columns:
        texts = [cell.text for section in table.sections for cell in section.cells(column)]
        heading = max(map(width, table.heading(column).split()), default=0)
        longest = max(min(heading, _HEADING), *map(_cells, texts))
        most = _NAME_LONG if column is columns[0] else _TEXT_LONG
        wanted.append(
            _twips(longest, _FIGURE, looks) if column.right else _twips(min(longest, most), _TEXT, looks)
        )
    return wanted


def _cells(text: str) -> int:
    """Counts the cells that a text takes; signs such as ≥ are wider in print than in a terminal."""
    return width(text) + sum(letter in _WIDER for letter in text)


def _twips(cells: int, letters: int, looks: Looks) -> int:
    """Returns the width of some cells in twips; `letters` is a size in half points of ten twips each."""
    return cells * looks.table.size * letters // 10 + 2 * _PADDING


def _fitted(wanted: list[int], columns: Sequence[Column], room: int, looks: Looks) -> list[int]:
    """Returns widths that fill the room: texts get more, or give way, and after them figures."""
    first, *others = wanted
    over, word = sum(wanted) - room, _twips(_HEADING, _TEXT, looks)
    texts = [0 if column.right else each for each, column in zip(wanted, columns, strict=True)]
    if over <= 0:
        return _less(wanted, texts, over)
    if over <= first // 2:
        return [first - over, *others]
    narrower = _less(wanted, [max(each - word, 0) for each in texts], over)
    figures = [max(each - text - word, 0) for each, text in zip(wanted, texts, strict=True)]
    return _less(narrower, figures, sum(narrower) - room)


def _less(widths: list[int], spare: list[int], over: int) -> list[int]:
    """Takes what is over from the widths, at most all that they can spare, in proportion to that."""
    whole = max(sum(spare), 1)
    return [each + -min(over, whole) * free // whole for each, free in zip(widths, spare, strict=True)]


def table_xml(table: Table[Row], section: Section[Row], layout: Layout) -> str:
    """Returns a section of a table."""
    columns, widths = layout.of(section)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    margins = "".join(f'<w:{side} w:w="{_PADDING}" w:type="dxa"/>' for side in ("left", "right"))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"<w:tbl {NAMES}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_rows(table, section, columns, widths))}</w:tbl>"
    )


def _rows(
    table: Table[Row], section: Section[Row], columns: list[Column], widths: list[int]
) -> Iterator[str]:
    heads = [
        _cell(table.heading(column), cells, "center", bold=True)
        for column, cells in zip(columns, widths, strict=True)
    ]
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
    texts = [[cell.text for cell in section.cells(column)] for column in columns]
    for row, *cells in zip(section.rows, *texts, strict=True):
        inner = [
            _cell(text, cells, "right" if column.right else "left", indent=row.depth if at == 0 else 0)
            for at, (column, text, cells) in enumerate(zip(columns, cells, widths, strict=True))
        ]
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(inner)}</w:tr>"


def _cell(text: str, cells: int, side: str, *, bold: bool = False, indent: int = 0) -> str:
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    left = f'<w:ind w:left="{240 * indent}"/>' if indent else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cells}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{TABLE_TEXT}"/>{left}<w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
    )
