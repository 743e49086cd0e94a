"""Workbooks written by hand, for what no program would write: a cell far away, a formula never calculated."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
FORMATS = (0, 9, 10, 14, 17, 57, 164, 165, 166)
"""By the number that a cell says: plain, 0%, 0.00%, a date, two months, and three of our own."""

OWN_FORMATS = {164: '0.0"%"', 165: "[Red]#,##0.0%;-0.0%", 166: 'yyyy"年"m"月"'}


def workbook(
    sheets: Mapping[str, str] | str,
    *,
    hidden: Sequence[str] = (),
    calculate: bool = False,
    doctype: str = "",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Makes an .xlsx of sheets, each given by its rows as XML, or by all its XML."""
    named = {"Sheet1": sheets} if isinstance(sheets, str) else sheets
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.xml")}))
        parts = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(named) + 1)}
        archive.writestr(
            "xl/_rels/workbook.xml.rels", _relations({**parts, "rIdS": ("styles", "/xl/styles.xml")})
        )
        states = {name: ' state="hidden"' if name in hidden else "" for name in named}
        listed = "".join(
            f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"{states[name]}/>'
            for n, name in enumerate(named, 1)
        )
        stale = '<calcPr fullCalcOnLoad="1"/>' if calculate else ""
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>{stale}</workbook>',
        )
        archive.writestr("xl/styles.xml", _styles())
        for n, rows in enumerate(named.values(), 1):
            whole = rows if "sheetData" in rows else _sheet(rows)
            archive.writestr(f"xl/worksheets/sheet{n}.xml", f'<?xml version="1.0"?>{doctype}{whole}')
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return content.getvalue()


def zipped(**files: str | bytes) -> bytes:
    """Makes an archive of files; `__` in a name stands for a slash."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return content.getvalue()


def text(reference: str, value: str) -> str:
    """Returns a cell with a text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{value}</t></is></c>'


def _sheet(rows: str) -> str:
    return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _styles() -> str:
    own = "".join(
        f'<numFmt numFmtId="{key}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for key, code in OWN_FORMATS.items()
    )
    used = "".join(f'<xf numFmtId="{key}"/>' for key in FORMATS)
    return f'<styleSheet xmlns="{SPREADSHEET}"><numFmts>{own}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def odf_text(cell: str, rows: int = 1) -> str:
    """Makes a cell of an .ods with a text, merged over some rows; below it the others are covered."""
    merged = f' table:number-rows-spanned="{rows}" table:number-columns-spanned="1"' if rows > 1 else ""
    return f'<table:table-cell office:value-type="string"{merged}><text:p>{cell}</text:p></table:table-cell>'


ODF_COVERED = "<table:covered-table-cell/>"


def opendocument(rows: Sequence[Sequence[str]]) -> bytes:
    """Makes an .ods of rows of cells as XML."""
    lines = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in rows)
    content = f"""<office:document-content xmlns:office="{_ODF}office:1.0" xmlns:table="{_ODF}table:1.0"
        xmlns:text="{_ODF}text:1.0"><office:body><office:spreadsheet><table:table table:name="S">{lines}
        </table:table></office:spreadsheet></office:body></office:document-content>"""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{_ODF}manifest:1.0"/>')
        archive.writestr("content.xml", content)
    return packed.getvalue()


def opendocument_of(rows: Sequence[Sequence[str | int | date]]) -> bytes:
    """Makes an .ods of texts, numbers and days; how the days are shown it does not say."""
    return opendocument([[_odf_cell(value) for value in row] for row in rows])


def _odf_cell(value: str | int | date) -> str:
    match value:
        case str():
            return odf_text(value)
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
        case _:
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
