"""Word documents made of the XML of their body, as programs write it that do more than python-docx."""

from io import BytesIO
from typing import Any

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word(*blocks: str) -> bytes:
    """A document of paragraphs (texts) and other blocks (XML)."""
    from docx import Document

    document = Document()
    for block in blocks:
        if block.startswith("<"):
            add(document, block)
        else:
            document.add_paragraph(block)
    return saved(document)


def add(document: Any, xml: str) -> None:  # noqa: ANN401 - python-docx has a function of this name only
    """Adds a block of XML at the end of a document."""
    from docx.oxml.parser import parse_xml

    start, _, rest = xml.partition(">")
    slash = "/" if start.endswith("/") else ""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"{start.removesuffix('/')} {NAMES}{slash}>{rest}"))


def saved(document: Any) -> bytes:  # noqa: ANN401 - as above
    """The bytes of a document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def row(*cells: str) -> str:
    """The XML of a row of cells, which are texts or the XML of their insides."""
    inner = (each if each.startswith("<") else f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in cells)
    return f"<w:tr>{''.join(f'<w:tc>{each}</w:tc>' for each in inner)}</w:tr>"


def table(*rows: str) -> str:
    """The XML of a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def paragraph(text: str) -> str:
    """The XML of a paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
