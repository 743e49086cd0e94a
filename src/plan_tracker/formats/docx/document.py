"""The annex of a report as a Word document: sentences and real tables, on paper as offices print them.

Fonts are those that Word has in every language. The same report gives the same bytes: no clock is asked.
"""

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from xml.sax.saxutils import escape

from plan_tracker.formats.docx.looks import LOOKS, NAMES, TABLE_TEXT, Looks, set_page, set_styles
from plan_tracker.formats.docx.tables import layout_of, table_xml
from plan_tracker.reports.cells import Row
from plan_tracker.reports.status import StatusReport

if TYPE_CHECKING:
    from docx.document import Document

_SHORT = 400
"""Up to how many letters a text is kept on the page of the table below it."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that archives give to what has none."""


def write(report: StatusReport[Row], out: BinaryIO) -> None:
    """Writes the title, the day, what is said of all targets, and for each heading its text and table."""
    from docx import Document

    table, document = report.table, Document()
    looks = LOOKS[table.language]
    layout = layout_of(table, looks)
    set_styles(document, looks)
    set_page(document, is_wide=layout.is_wide)
    document.add_paragraph(report.title, "Title")
    document.add_paragraph(report.as_of, "Subtitle")
    for text in filter(None, (report.targets, report.mean, *report.remarks, report.more)):
        document.add_paragraph(text, "Normal")
    for section in table.sections:
        if section.heading:
            document.add_paragraph(section.heading, "Heading 1")
        for text in section.summary:
            summary = document.add_paragraph(text, "Normal")
            summary.paragraph_format.keep_with_next = len(text) <= _SHORT
        _add(document, table_xml(table, section, layout))
        _add(document, f'<w:p {NAMES}><w:pPr><w:pStyle w:val="{TABLE_TEXT}"/></w:pPr></w:p>')
    _save(document, report.title, looks, out)


def _add(document: "Document", xml: str) -> None:
    from docx.oxml.parser import parse_xml

    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))  # the last element is the section of the page


def _save(document: "Document", title: str, looks: Looks, out: BinaryIO) -> None:
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


def _properties(title: str, looks: Looks) -> str:
    package, terms = "http://schemas.openxmlformats.org/package/2006", "http://purl.org/dc/elements/1.1/"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" xmlns:dc="{terms}">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{looks.tag}</dc:language></cp:coreProperties>"
    )
