"""The annex of a report as a Word document: sentences and real tables, on paper as offices print them.

Fonts are those that Word has in every language. The same report gives the same bytes: no clock is asked.
"""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple
from xml.sax.saxutils import escape

from plan_tracker.formats.width import width
from plan_tracker.language import Language
from plan_tracker.reports.cells import Column, Row, Section, Table
from plan_tracker.reports.status import StatusReport

if TYPE_CHECKING:
    from docx.document import Document

_LATIN = "Times New Roman"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TABLE_TEXT = "TableText"
_BOLD = frozenset({"Title", "Heading 1"})
_SHORT_SIDE, _LONG_SIDE, _MARGIN = 11906, 16838, 1361
"""A4 and its margins of 24 mm, in twentieths of a point."""

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

_SHORT = 400
"""Up to how many letters a text is kept on the page of the table below it."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that archives give to what has none."""


class _Looks(NamedTuple):
    """The fonts and sizes (in half points) of a language, and how its lines and paragraphs stand."""

    tag: str
    title: tuple[str, int]
    heading: tuple[str, int]
    body: tuple[str, int]
    table: tuple[str, int]
    paragraph: str
    """The settings of a paragraph of the body, as XML."""


_LOOKS: dict[Language, _Looks] = {
    Language.ZH: _Looks(
        tag="zh-CN",
        title=("黑体", 44),
        heading=("黑体", 32),
        body=("仿宋", 32),
        table=("宋体", 21),
        paragraph='<w:spacing w:line="560" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
    ),
    Language.EN: _Looks(
        tag="en-US",
        title=("黑体", 36),
        heading=("黑体", 26),
        body=("宋体", 22),
        table=("宋体", 19),
        paragraph='<w:spacing w:after="120"/>',
    ),
}


def write(report: StatusReport[Row], out: BinaryIO) -> None:
    """Writes the title, the day, the counts, and for each heading its sentences and its table."""
    from docx import Document

    table, document = report.table, Document()
    looks = _LOOKS[table.language]
    columns = [column for column in table.columns if column.on_paper and not table.is_empty(column)]
    widths = _widths(table, columns, looks)
    least = sum(widths[1:]) + min(widths[0], _twips(_NAME_SHORT, _TEXT, looks))
    room = _SHORT_SIDE if least <= _SHORT_SIDE - 2 * _MARGIN else _LONG_SIDE
    _set_styles(document, looks)
    _set_page(document, is_wide=room == _LONG_SIDE)
    widths = _fitted(widths, columns, room - 2 * _MARGIN, looks)
    document.add_paragraph(report.title, "Title")
    document.add_paragraph(report.as_of, "Subtitle")
    counts = " · ".join(cell.text for cell in report.counts)
    said = filter(None, (counts, report.mean, *report.remarks, report.more))
    document.add_paragraph("  ".join(said), "Normal")
    for section in table.sections:
        if section.heading:
            document.add_paragraph(section.heading, "Heading 1")
        if section.summary:
            text = " · ".join(section.summary)
            summary = document.add_paragraph(text, "Normal")
            summary.paragraph_format.keep_with_next = len(text) <= _SHORT
        _add(document, _table_xml(table, section, columns, widths))
        _add(document, f'<w:p {_NAMES}><w:pPr><w:pStyle w:val="{_TABLE_TEXT}"/></w:pPr></w:p>')
    _save(document, report.title, looks, out)


# --- tables


def _widths(table: Table[Row], columns: Sequence[Column], looks: _Looks) -> list[int]:
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


def _twips(cells: int, letters: int, looks: _Looks) -> int:
    """Returns the width of some cells in twips; `letters` is a size in half points of ten twips each."""
    return cells * looks.table[1] * letters // 10 + 2 * _PADDING


def _fitted(wanted: list[int], columns: Sequence[Column], room: int, looks: _Looks) -> list[int]:
    """Returns widths that fill the room: texts get more, or give way, to half, and after them figures."""
    first, *others = wanted
    over, word = sum(wanted) - room, _twips(_HEADING, _TEXT, looks)
    texts = [0 if column.right else each for each, column in zip(wanted, columns, strict=True)]
    if over <= 0:
        return _less(wanted, texts, over)
    if over <= first // 2:
        return [first - over, *others]
    narrower = _less(wanted, [max(each - word, 0) // 2 for each in texts], over)
    figures = [max(each - text - word, 0) for each, text in zip(wanted, texts, strict=True)]
    return _less(narrower, figures, sum(narrower) - room)


def _less(widths: list[int], spare: list[int], over: int) -> list[int]:
    """Takes what is over from the widths, at most all that they can spare, in proportion to that."""
    whole = max(sum(spare), 1)
    return [each + -min(over, whole) * free // whole for each, free in zip(widths, spare, strict=True)]


def _table_xml(table: Table[Row], section: Section[Row], columns: Sequence[Column], widths: list[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    margins = "".join(f'<w:{side} w:w="{_PADDING}" w:type="dxa"/>' for side in ("left", "right"))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"<w:tbl {_NAMES}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(_rows(table, section, columns, widths))}</w:tbl>"
    )


def _rows(
    table: Table[Row], section: Section[Row], columns: Sequence[Column], widths: list[int]
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
        f'<w:p><w:pPr><w:pStyle w:val="{_TABLE_TEXT}"/>{left}<w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'
    )


def _add(document: "Document", xml: str) -> None:
    from docx.oxml.parser import parse_xml

    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))  # the last element is the section of the page


# --- the page and the styles


def _set_page(document: "Document", *, is_wide: bool) -> None:
    """Sets the page to A4, upright or lying, with its number below."""
    from docx.enum.section import WD_ORIENTATION
    from docx.oxml.parser import parse_xml
    from docx.shared import Twips

    section = document.sections[0]
    sides = (_LONG_SIDE, _SHORT_SIDE) if is_wide else (_SHORT_SIDE, _LONG_SIDE)
    section.page_width, section.page_height = map(Twips, sides)
    section.orientation = WD_ORIENTATION.LANDSCAPE if is_wide else WD_ORIENTATION.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    number = (
        f'<w:p {_NAMES}><w:pPr><w:pStyle w:val="{_TABLE_TEXT}"/><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
        '</w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )
    footer = section.footer
    footer.is_linked_to_previous = False
    below = footer.paragraphs[0]._element  # noqa: SLF001 - there is no public way to its XML
    below.getparent().replace(below, parse_xml(number))


def _set_styles(document: "Document", looks: _Looks) -> None:
    """Sets the styles of the few kinds of paragraphs, with fonts for Chinese and for Latin letters."""
    from docx.enum.style import WD_STYLE_TYPE

    document.styles.add_style(_TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    top = (
        f'<w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>{flush}<w:jc w:val="center"/>'
    )
    heading = f'<w:keepNext/><w:spacing w:before="240" w:after="120"/>{flush}<w:outlineLvl w:val="0"/>'
    narrow = f'<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>{flush}'
    for name, letters, paragraph in (
        ("Normal", looks.body, looks.paragraph),
        ("Title", looks.title, top),
        ("Subtitle", looks.body, top),
        ("Heading 1", looks.heading, heading),
        (_TABLE_TEXT, looks.table, narrow),
    ):
        _set_style(document.styles[name].element, letters, paragraph, bold=name in _BOLD)
    for language in document.styles.element.iter(f"{_W}lang"):
        language.set(f"{_W}eastAsia", "zh-CN")


def _set_style(style: Any, letters: tuple[str, int], paragraph: str, *, bold: bool) -> None:  # noqa: ANN401 - XML
    from docx.oxml.parser import parse_xml

    for each in [child for child in style if child.tag in (f"{_W}pPr", f"{_W}rPr")]:
        style.remove(each)
    font, size = letters
    latin = "".join(f'w:{script}="{_LATIN}" ' for script in ("ascii", "hAnsi", "cs"))
    strong = "<w:b/>" if bold else ""
    style.append(parse_xml(f"<w:pPr {_NAMES}>{paragraph}</w:pPr>"))
    style.append(
        parse_xml(
            f'<w:rPr {_NAMES}><w:rFonts {latin}w:eastAsia="{font}"/>{strong}<w:color w:val="000000"/>'
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        )
    )


# --- the file


def _save(document: "Document", title: str, looks: _Looks, out: BinaryIO) -> None:
    """Writes the parts of the document, without the day on which that is done and without a preview."""
    relations = document.part.package.rels
    for key in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[key]
    drawn = BytesIO()
    document.save(drawn)
    with zipfile.ZipFile(drawn) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name in made.namelist():
            content = _properties(title, looks) if name == "docProps/core.xml" else made.read(name)
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, content)


def _properties(title: str, looks: _Looks) -> str:
    package, terms = "http://schemas.openxmlformats.org/package/2006", "http://purl.org/dc/elements/1.1/"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" xmlns:dc="{terms}">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{looks.tag}</dc:language></cp:coreProperties>"
    )
