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


class Kind(StrEnum):
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


ENDINGS: dict[str, Kind] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), Kind.XLSX),
    ".xlsb": Kind.XLSB,
    ".xls": Kind.XLS,
    ".et": Kind.XLS,
    ".ods": Kind.ODS,
    **dict.fromkeys((".csv", ".tsv", ".txt", ".tab"), Kind.TEXT),
}
"""What the end of a table's name promises."""

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, ET.ParseError),
    *(LookupError, OSError, EOFError, ValueError, RuntimeError),
)
"""What reading an archive and the XML in it may raise where they are damaged."""

_ZIPS, _COMPOUND = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], Kind], ...] = (
    ((b"{\\rtf",), Kind.RICH_TEXT),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"), Kind.PICTURE),
    ((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"), Kind.ARCHIVE),
    ((b"SQLite format 3", b"PAR1"), Kind.DATABASE),
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
    *(("EncryptedPackage", Kind.LOCKED), ("EncryptionInfo", Kind.LOCKED)),
    *(("WordDocument", Kind.OLD_WORD), ("PowerPoint Document", Kind.SLIDES)),
    *(("Workbook", Kind.XLS), ("Book", Kind.XLS)),
)
"""The streams of compound files, which programs before 2007 wrote."""


def kind_of(data: bytes) -> Kind:
    """Tells what a file is."""
    if not data.strip(_MARKS):
        return Kind.EMPTY
    if data.startswith(_ZIPS):
        return _zipped(data)
    if data.startswith(_COMPOUND):
        return next(
            (kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), Kind.OLD_OFFICE
        )
    head = data[:_LOOKED_AT]
    if b"%PDF-" in head:
        return Kind.PDF
    for beginnings, kind in _BEGINNINGS:
        if head.startswith(beginnings):
            return kind
    if _OF_PLAN.match(data.lstrip(_MARKS)):
        return Kind.PLAN
    return Kind.JSON if _OF_JSON.match(head.lstrip(_MARKS)) else _marked_up(head)


def _marked_up(head: bytes) -> Kind:
    """Tells whether a text is a web page or other XML, in letters of one byte or two."""
    text = head.lstrip(_MARKS).replace(b"\0", b"").lower().lstrip()
    while text.startswith(b"<!--"):
        text = text.partition(b"-->")[2].lstrip()
    if text.startswith(_PAGES) or (text.startswith(b"<?xml") and b"<html" in text):
        return Kind.WEB_PAGE
    return Kind.XML if text.startswith(b"<?xml") else Kind.TEXT


def _zipped(data: bytes) -> Kind:
    """Tells what an archive holds, once it is clear that it can be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(each.file_size for each in entries) > MOST_BYTES:
                return Kind.BOMB
            if any(each.flag_bits & _ENCRYPTED for each in entries):
                return Kind.LOCKED
            names = {each.filename for each in entries}
            types = archive.read("[Content_Types].xml").lower() if "[Content_Types].xml" in names else b""
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except (*DAMAGE, NotImplementedError):
        return Kind.DAMAGED
    return _office(names, types, mimetype)


def _office(names: set[str], types: bytes, mimetype: bytes) -> Kind:
    """Tells what an archive with these files holds, by their names and by what two of them say."""
    below = {each.rpartition("/")[2] for each in names if each.startswith("xl/")}
    if any(each.startswith("workbook") and each.endswith(".bin") for each in below):
        return Kind.XLSB
    if below:
        return Kind.XLSX
    if any(each in types for each in _WORD):
        return Kind.DOCX
    if any(each.startswith("word/") for each in names):
        return Kind.PART_OF_DOCX
    if any(each.startswith("ppt/") for each in names) or b"presentation" in mimetype:
        return Kind.SLIDES
    if b"spreadsheet" in mimetype:
        return Kind.ODS
    if b"opendocument" in mimetype:
        return Kind.OPEN_TEXT
    return Kind.NUMBERS if any(each.endswith(".iwa") for each in names) else Kind.ARCHIVE
