"""One finder says what a file is: for tables and for reports alike."""

from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from kit.workbooks import zipped
from plan_tracker.language import Language
from plan_tracker.spreadsheets.documents.opening import REPORTS, open_document
from plan_tracker.spreadsheets.files.kinds import FileKind, kind_of
from plan_tracker.spreadsheets.files.opening import TABLES, open_source
from plan_tracker.spreadsheets.refusal import NotRead


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le")


def a_workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write(0, 0, "name")
    return out.getvalue()


def too_large() -> bytes:
    content = bytearray(zipped(a="x"))
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = ((1 << 30) + 1).to_bytes(4, "little")
    return bytes(content)


def locked() -> bytes:
    content = bytearray(zipped(a="x"))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


FILES: dict[FileKind, list[bytes]] = {
    FileKind.TEXT: [
        b"[planned],goal\nhomes,3\n",
        b"[1],[2]\nhomes,3\n",
        b"{name},goal\n",
        b"name,goal\nA,1\n",
        "指标,目标\n".encode("gb18030"),
        "BMI，1".encode("utf-16"),
        b"BM,II,MM,PA",
    ],
    FileKind.XLSX: [a_workbook(), zipped(xl__workbook="x")],
    FileKind.XLSB: [zipped(**{"xl__workbook.bin": "x"})],
    FileKind.XLS: [compound("Workbook"), compound("Book")],
    FileKind.ODS: [zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet")],
    FileKind.DOCX: [
        zipped(**{"[Content_Types].xml": "wordprocessingml.document.main+xml", "word__document.xml": "x"})
    ],
    FileKind.PDF: [b"%PDF-1.7\n", b"\n\n%PDF-1.4"],
    FileKind.PART_OF_DOCX: [zipped(word__document="x")],
    FileKind.OLD_WORD: [compound("WordDocument")],
    FileKind.RICH_TEXT: [b"{\\rtf1 740}"],
    FileKind.OPEN_TEXT: [zipped(mimetype="application/vnd.oasis.opendocument.text")],
    FileKind.SLIDES: [zipped(ppt__slide="x"), compound("PowerPoint Document")],
    FileKind.NUMBERS: [zipped(**{"Index__Document.iwa": "x"})],
    FileKind.OLD_OFFICE: [compound("")],
    FileKind.WEB_PAGE: [
        b"<html>",
        "\ufeff<!-- x --><TABLE>".encode(),
        b"MIME-Version: 1.0\n",
        b"<?xml?><html/>",
    ],
    FileKind.XML: [b'<?xml version="1.0"?><Workbook/>'],
    FileKind.PICTURE: [b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF89a"],
    FileKind.DATABASE: [b"SQLite format 3\0", b"PAR1" + bytes(20)],
    FileKind.ARCHIVE: [zipped(a="x"), b"\x1f\x8b" + bytes(20), b"Rar!" + bytes(20)],
    FileKind.PLAN: [
        b'[plan]\ntitle = "P"\n',
        "\ufeff# 某市计划\r\n\r\n  # x\n[ targets.a ]\n".encode(),
        b"[paces]\nx = 1",
    ],
    FileKind.JSON: [b'{\n "id": 1}', b'[{"id": 1}]', b"\xef\xbb\xbf[ {}]"],
    FileKind.LOCKED: [compound("EncryptedPackage"), locked()],
    FileKind.DAMAGED: [b"PK\x03\x04" + bytes(50), a_workbook()[:-100]],
    FileKind.BOMB: [too_large()],
    FileKind.EMPTY: [b"", b"\xef\xbb\xbf \r\n", b"\xff\xfe"],
}


def test_each_kind_is_found() -> None:
    assert {kind: [kind_of(data) for data in files] for kind, files in FILES.items()} == {
        kind: [kind] * len(FILES[kind]) for kind in FileKind
    }


@pytest.mark.parametrize("kind", [each for each in FileKind if each not in TABLES | REPORTS])
def test_what_is_neither_table_nor_report_is_told_in_both_languages(kind: FileKind, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(FILES[kind][0])
    for refused in (lambda: open_source(path, None, None), lambda: open_document(path)):
        with pytest.raises(NotRead) as failure:
            refused()
        texts = [failure.value.message.text(language) for language in Language]
        assert len(set(texts)) == len(texts)
        assert all(str(path) in text for text in texts)
        assert failure.value.hint or kind is FileKind.EMPTY
