"""How the annex looks: its page, and the fonts, sizes and lines of the few kinds of its paragraphs."""

from typing import TYPE_CHECKING, Any, NamedTuple

from plan_tracker.language import Language

if TYPE_CHECKING:
    from docx.document import Document

_LATIN = "Times New Roman"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TABLE_TEXT = "TableText"
_BOLD = frozenset({"Title", "Heading 1"})
SHORT_SIDE, LONG_SIDE, MARGIN = 11906, 16838, 1361
"""A4 and its margins of 24 mm, in twentieths of a point."""


class Font(NamedTuple):
    """The font of Chinese letters, and the size of all, in half points."""

    name: str
    size: int


class Looks(NamedTuple):
    """The fonts of a language, and how its lines and paragraphs stand."""

    tag: str
    title: Font
    heading: Font
    body: Font
    table: Font
    paragraph: str
    """The settings of a paragraph of the body, as XML."""


LOOKS: dict[Language, Looks] = {
    Language.ZH: Looks(
        tag="zh-CN",
        title=Font("黑体", 44),
        heading=Font("黑体", 32),
        body=Font("仿宋", 32),
        table=Font("宋体", 21),
        paragraph='<w:spacing w:line="560" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
    ),
    Language.EN: Looks(
        tag="en-US",
        title=Font("黑体", 36),
        heading=Font("黑体", 26),
        body=Font("宋体", 22),
        table=Font("宋体", 19),
        paragraph='<w:spacing w:after="120"/>',
    ),
}


def set_page(document: "Document", *, is_wide: bool) -> None:
    """Sets the page to A4, upright or lying, with its number below."""
    from docx.enum.section import WD_ORIENTATION
    from docx.oxml.parser import parse_xml
    from docx.shared import Twips

    section = document.sections[0]
    sides = (LONG_SIDE, SHORT_SIDE) if is_wide else (SHORT_SIDE, LONG_SIDE)
    section.page_width, section.page_height = map(Twips, sides)
    section.orientation = WD_ORIENTATION.LANDSCAPE if is_wide else WD_ORIENTATION.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(MARGIN)
    number = (
        f'<w:p {NAMES}><w:pPr><w:pStyle w:val="{TABLE_TEXT}"/><w:jc w:val="center"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
        '</w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
    )
    footer = section.footer
    footer.is_linked_to_previous = False
    below = footer.paragraphs[0]._element  # noqa: SLF001 - there is no public way to its XML
    below.getparent().replace(below, parse_xml(number))


def set_styles(document: "Document", looks: Looks) -> None:
    """Sets the styles of the few kinds of paragraphs, with fonts for Chinese and for Latin letters."""
    from docx.enum.style import WD_STYLE_TYPE

    document.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
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
        (TABLE_TEXT, looks.table, narrow),
    ):
        _set_style(document.styles[name].element, letters, paragraph, bold=name in _BOLD)
    for language in document.styles.element.iter(f"{_W}lang"):
        language.set(f"{_W}eastAsia", "zh-CN")


def _set_style(style: Any, letters: Font, paragraph: str, *, bold: bool) -> None:  # noqa: ANN401 - XML
    from docx.oxml.parser import parse_xml

    for each in [child for child in style if child.tag in (f"{_W}pPr", f"{_W}rPr")]:
        style.remove(each)
    latin = "".join(f'w:{script}="{_LATIN}" ' for script in ("ascii", "hAnsi", "cs"))
    strong = "<w:b/>" if bold else ""
    style.append(parse_xml(f"<w:pPr {NAMES}>{paragraph}</w:pPr>"))
    style.append(
        parse_xml(
            f'<w:rPr {NAMES}><w:rFonts {latin}w:eastAsia="{letters.name}"/>{strong}<w:color w:val="000000"/>'
            f'<w:sz w:val="{letters.size}"/><w:szCs w:val="{letters.size}"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
        )
    )
