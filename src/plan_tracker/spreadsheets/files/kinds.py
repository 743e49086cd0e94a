"""Tells what a file is by its bytes and not by its name: a workbook, a text, or no table at all."""

import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from xml.etree import ElementTree as ET
from xml.parsers import expat

from plan_tracker.language import Phrase
from plan_tracker.spreadsheets.sheet import NotASheet
from plan_tracker.wording import sheets as phrases


class Kind(StrEnum):
    """The kinds of files that hold tables."""

    TEXT = "text"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"


ENDINGS: dict[str, Kind] = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), Kind.XLSX),
    ".xlsb": Kind.XLSB,
    ".xls": Kind.XLS,
    ".et": Kind.XLS,
    ".ods": Kind.ODS,
    **dict.fromkeys((".csv", ".tsv", ".txt", ".tab"), Kind.TEXT),
}
"""What the end of a name promises."""

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, ET.ParseError),
    *(LookupError, OSError, EOFError, ValueError, RuntimeError),
)
"""What reading an archive and the XML in it may raise where they are damaged."""

_ZIP, _EMPTY_ZIP, _COMPOUND = b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNINGS: tuple[tuple[bytes, Phrase], ...] = (
    (b"%PDF", phrases.A_PDF),
    (b"{\\rtf", phrases.A_WORD_FILE),
    (b"\x89PNG", phrases.A_PICTURE),
    (b"\xff\xd8\xff", phrases.A_PICTURE),
    (b"GIF8", phrases.A_PICTURE),
    (b"\x1f\x8b", phrases.AN_ARCHIVE),
    (b"7z\xbc\xaf", phrases.AN_ARCHIVE),
    (b"Rar!", phrases.AN_ARCHIVE),
    (b"SQLite format 3", phrases.A_DATABASE),
    (b"PAR1", phrases.A_DATABASE),
)
_PAGES = (
    b"<html",
    b"<!doctype html",
    b"<table",
    b"<meta",
    b"<head",
    b"<style",
    b"<body",
    b"<div",
    b"<frameset",
)
_LOOKED_AT = 1024


def kind_of(data: bytes, name: str) -> Kind:
    """Tells what a file is; raises NotASheet, with what to do, if it is no table.

    `name` is that of the file.
    """
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise NotASheet(phrases.EMPTY.fill(file=name))
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zipped(data, name)
    if data.startswith(_COMPOUND):
        return _compound(data, name)
    for beginning, phrase in _BEGINNINGS:
        if data.startswith(beginning):
            raise NotASheet(phrase.fill(file=name), phrases.SAVE_AS_WORKBOOK.fill())
    head = _letters(data[:_LOOKED_AT])
    if (
        head.startswith(_PAGES)
        or (head.startswith(b"<?xml") and b"<html" in head)
        or head.startswith(b"mime-version:")
    ):
        raise NotASheet(phrases.A_WEB_PAGE.fill(file=name), phrases.OPEN_AND_SAVE.fill())
    if head.startswith(b"<?xml"):
        raise NotASheet(phrases.XML.fill(file=name), phrases.OPEN_AND_SAVE.fill())
    return Kind.TEXT


def _letters(data: bytes) -> bytes:
    """Returns the beginning of a text in small ASCII letters, whether a letter has one byte or two."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower().lstrip()


def _zipped(data: bytes, name: str) -> Kind:
    """Tells what an archive holds."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except DAMAGE:
        raise NotASheet(phrases.DAMAGED.fill(file=name), phrases.OPEN_AND_SAVE.fill()) from None
    below = {each.rpartition("/")[2] for each in names if each.startswith("xl/")}
    if any(each.startswith("workbook") and each.endswith(".bin") for each in below):
        return Kind.XLSB
    if below:
        return Kind.XLSX
    if b"opendocument.spreadsheet" in mimetype:
        return Kind.ODS
    if b"opendocument" in mimetype or any(each.startswith("word/") for each in names):
        raise NotASheet(phrases.A_WORD_FILE.fill(file=name), phrases.COPY_TABLE.fill())
    if any(each.endswith(".iwa") for each in names):
        raise NotASheet(phrases.A_NUMBERS_FILE.fill(file=name), phrases.SAVE_AS_WORKBOOK.fill())
    if any(each.startswith("ppt/") for each in names):
        raise NotASheet(phrases.SLIDES.fill(file=name), phrases.COPY_TABLE.fill())
    raise NotASheet(phrases.AN_ARCHIVE.fill(file=name), phrases.UNPACK.fill())


def _compound(data: bytes, name: str) -> Kind:
    """Tells what a compound file of older programs holds, by the names of its streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        raise NotASheet(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
    if holds("WordDocument"):
        raise NotASheet(phrases.A_WORD_FILE.fill(file=name), phrases.COPY_TABLE.fill())
    if holds("PowerPoint Document"):
        raise NotASheet(phrases.SLIDES.fill(file=name), phrases.COPY_TABLE.fill())
    return Kind.XLS
