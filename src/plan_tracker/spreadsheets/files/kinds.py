"""Tells what a file is by its bytes and not by its name: a workbook, a text, or no table at all."""

import re
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.parsers import expat

MOST_BYTES = 1 << 30
"""What is larger, or unpacks to more, is not read."""


class FileKind(StrEnum):
    """What a file may be; tables are read from the first five, reports from text and the two after them."""

    TEXT = "text"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    PDF = "pdf"
    PART_OF_DOCX = "part of docx"
    OLD_WORD = "doc"
    RICH_TEXT = "rtf"
    OPEN_TEXT = "odt"
    SLIDES = "slides"
    NUMBERS = "numbers"
    OLD_OFFICE = "old office"
    WEB_PAGE = "web page"
    XML = "xml"
    PICTURE = "picture"
    DATABASE = "database"
    ARCHIVE = "archive"
    LOCKED = "locked"
    DAMAGED = "damaged"
    BOMB = "bomb"
    """An archive that unpacks to more than is read of any file."""

    PLAN = "plan"
    JSON = "json"
    EMPTY = "empty"


ENDINGS: dict[str, FileKind] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), FileKind.XLSX),
    ".xlsb": FileKind.XLSB,
    ".xls": FileKind.XLS,
    ".et": FileKind.XLS,
    ".ods": FileKind.ODS,
    **dict.fromkeys((".csv", ".tsv", ".txt", ".tab"), FileKind.TEXT),
}
"""What the end of a table's name promises."""

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, ET.ParseError),
    *(LookupError, OSError, EOFError, ValueError, RuntimeError),
)
"""What reading an archive and the XML in it may raise where they are damaged."""

_ZIPS, _COMPOUND = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], FileKind], ...] = (
    ((b"{\\rtf",), FileKind.RICH_TEXT),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"), FileKind.PICTURE),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), FileKind.ARCHIVE),
    ((b"SQLite format 3", b"PAR1"), FileKind.DATABASE),
)
_PAGES = (
    *(b"<html", b"<!doctype html", b"<head", b"<body", b"<meta", b"<div", b"<table", b"<p>", b"<style"),
    *(b"<frameset", b"mime-version:"),
)
_OF_PLAN = re.compile(rb"(?:\s|#[^\n]*\n)*+\[[ \t]*(?:plan|targets|check|paces|feeds)[ \t]*(?:\.[^\]\n]+)?\]")
"""A table of a plan, perhaps below comments."""

_OF_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*\{)")
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_LOOKED_AT = 1024
_ENCRYPTED = 1
_WORD = (
    *(b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"),
    *(b"ms-word.document.macroenabled.main+xml", b"ms-word.template.macroenabledtemplate.main+xml"),
)
_STREAMS = (
    *(("EncryptedPackage", FileKind.LOCKED), ("EncryptionInfo", FileKind.LOCKED)),
    *(("WordDocument", FileKind.OLD_WORD), ("PowerPoint Document", FileKind.SLIDES)),
    *(("Workbook", FileKind.XLS), ("Book", FileKind.XLS)),
)
"""The streams of compound files, which programs before 2007 wrote."""


def kind_of(data: bytes) -> FileKind:
    """Tells what a file is."""
    if not data.strip(_MARKS):
        return FileKind.EMPTY
    if data.startswith(_ZIPS):
        return _zipped(data)
    if data.startswith(_COMPOUND):
        return next(
            (kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), FileKind.OLD_OFFICE
        )
    head = data[:_LOOKED_AT]
    if b"%PDF-" in head:
        return FileKind.PDF
    for beginnings, kind in _BEGINNINGS:
        if head.startswith(beginnings):
            return kind
    if _OF_PLAN.match(data.lstrip(_MARKS)):
        return FileKind.PLAN
    return FileKind.JSON if _OF_JSON.match(head.lstrip(_MARKS)) else _marked_up(head)


def _marked_up(head: bytes) -> FileKind:
    """Tells whether a text is a web page or other XML, in letters of one byte or two."""
    text = head.lstrip(_MARKS).replace(b"\0", b"").lower().lstrip()
    while text.startswith(b"<!--"):
        text = text.partition(b"-->")[2].lstrip()
    if text.startswith(_PAGES) or (text.startswith(b"<?xml") and b"<html" in text):
        return FileKind.WEB_PAGE
    return FileKind.XML if text.startswith(b"<?xml") else FileKind.TEXT


def _zipped(data: bytes) -> FileKind:
    """Tells what an archive holds, once it is clear that it can be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(each.file_size for each in entries) > MOST_BYTES:
                return FileKind.BOMB
            if any(each.flag_bits & _ENCRYPTED for each in entries):
                return FileKind.LOCKED
            names = {each.filename for each in entries}
            types = archive.read("[Content_Types].xml").lower() if "[Content_Types].xml" in names else b""
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (*DAMAGE, NotImplementedError):
        return FileKind.DAMAGED
    return _office(names, types, mimetype)


def _office(names: set[str], types: bytes, mimetype: bytes) -> FileKind:
    """Tells what an archive with these files holds, by their names and by what two of them say."""
    below = {each.rpartition("/")[2] for each in names if each.startswith("xl/")}
    if any(each.startswith("workbook") and each.endswith(".bin") for each in below):
        return FileKind.XLSB
    if below:
        return FileKind.XLSX
    if any(each in types for each in _WORD):
        return FileKind.DOCX
    if any(each.startswith("word/") for each in names):
        return FileKind.PART_OF_DOCX
    if any(each.startswith("ppt/") for each in names) or b"presentation" in mimetype:
        return FileKind.SLIDES
    if b"spreadsheet" in mimetype:
        return FileKind.ODS
    if b"opendocument" in mimetype:
        return FileKind.OPEN_TEXT
    return FileKind.NUMBERS if any(each.endswith(".iwa") for each in names) else FileKind.ARCHIVE
