"""Word documents made from the XML of their body, for what python-docx cannot write."""

from io import BytesIO
from typing import Any

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def word(*blocks: str) -> bytes:
    """Makes a document of paragraphs (texts) and other blocks (XML)."""
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
    """Returns the bytes of a document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def row(*cells: str) -> str:
    """Returns the XML of a row of cells, which are texts or the XML of their insides."""
    inner = (each if each.startswith("<") else f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in cells)
    return f"<w:tr>{''.join(f'<w:tc>{each}</w:tc>' for each in inner)}</w:tr>"


def table(*rows: str) -> str:
    """Returns the XML of a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def paragraph(text: str) -> str:
    """Returns the XML of a paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_notes(document: Any, kind: str, *texts: str) -> None:  # noqa: ANN401 - as above
    """Adds footnotes or endnotes to a document, and the line above them that programs write too."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    one = kind.removesuffix("s")
    line = f'<w:{one} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{one}>'
    notes = "".join(
        f'<w:{one} w:id="{at}"><w:p><w:r><w:{one}Ref/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:{one}>'
        for at, text in enumerate(texts, 1)
    )
    part = Part(
        PackURI(f"/word/{kind}.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml",
        f"<w:{kind} {NAMES}>{line}{notes}</w:{kind}>".encode(),
        document.part.package,
    )
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    document.part.relate_to(part, f"{base}/{kind}")
