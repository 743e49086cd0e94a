"""Tells what a file is by its bytes and not by its name: text, a Word document, a PDF, or no report."""

import zipfile
from enum import StrEnum
from io import BytesIO

from plan_tracker.language import Message, Phrase
from plan_tracker.wording import documents as phrases

MOST_BYTES = 1 << 30
"""What is larger, or unpacks to more, is not read."""

SIZE = "1 GB"


class Kind(StrEnum):
    """The kinds of files that hold reports."""

    TEXT = "text"
    WORD = "docx"
    PDF = "pdf"


class NotADocument(Exception):  # noqa: N818 - what is told is why it cannot be read
    """A file that cannot be read as a report."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint


_ZIPS, _COMPOUND = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_PAGES = (b"<html", b"<!doctype html", b"<head", b"<body", b"<meta", b"<div", b"<table", b"<p>", b"<style")
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_LOOKED_AT = 1024
_DAMAGE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, KeyError)
_ENCRYPTED = 1
_MAIN = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
_MACROS = b"ms-word.document.macroenabled.main+xml", b"ms-word.template.macroenabledtemplate.main+xml"


def kind_of(data: bytes, name: str) -> Kind:
    """Tells what a file is; raises NotADocument, with what to do, if it is no report.

    `name` is for messages.
    """
    if not data.strip(_MARKS):
        raise NotADocument(phrases.EMPTY.fill(file=name))
    if data.startswith(_ZIPS):
        return _zipped(data, name)
    if b"%PDF-" in data[:_LOOKED_AT]:
        return Kind.PDF
    if data.startswith(_COMPOUND):
        raise _compound(data, name)
    for beginnings, phrase, hint in (
        (b"{\\rtf", phrases.RICH_TEXT, phrases.SAVE_AS_DOCX),
        (_PICTURES, phrases.PICTURE, phrases.READ_THE_TEXT),
        (_ARCHIVES, phrases.ARCHIVE, phrases.UNPACK),
    ):
        if data.startswith(beginnings):
            raise NotADocument(phrase.fill(file=name), hint.fill())
    _refuse_marked_up(data, name)
    return Kind.TEXT


def _refuse_marked_up(data: bytes, name: str) -> None:
    """Raises NotADocument for a web page or other XML, in letters of one byte or two."""
    head = data[:_LOOKED_AT].lstrip(_MARKS).replace(b"\0", b"").lower().lstrip()
    while head.startswith(b"<!--"):
        head = head.partition(b"-->")[2].lstrip()
    phrase: Phrase | None = None
    if head.startswith((*_PAGES, b"mime-version:")) or (head.startswith(b"<?xml") and b"<html" in head):
        phrase = phrases.WEB_PAGE
    elif head.startswith(b"<?xml"):
        phrase = phrases.XML
    if phrase:
        raise NotADocument(phrase.fill(file=name), phrases.SAVE_AS_DOCX.fill())


def _zipped(data: bytes, name: str) -> Kind:
    """Tells what an archive holds, once it is clear that it can be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(each.file_size for each in entries) > MOST_BYTES:
                too_large = phrases.UNPACKS_TOO_LARGE.fill(file=name, size=SIZE)
                raise NotADocument(too_large, phrases.SAVE_TEXT_ALONE.fill())
            if any(each.flag_bits & _ENCRYPTED for each in entries):
                raise NotADocument(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
            names = {each.filename for each in entries}
            types = archive.read("[Content_Types].xml").lower() if "[Content_Types].xml" in names else b""
            mimetype = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except _DAMAGE:
        raise NotADocument(phrases.INCOMPLETE.fill(file=name), phrases.SAVE_AGAIN.fill()) from None
    if any(each in types for each in (*_MAIN, *_MACROS)):
        return Kind.WORD
    phrase, hint = phrases.ARCHIVE, phrases.UNPACK
    if b"opendocument.text" in mimetype:
        phrase, hint = phrases.OPEN_DOCUMENT, phrases.SAVE_AS_DOCX
    elif b"spreadsheet" in mimetype or any(each.startswith("xl/") for each in names):
        phrase, hint = phrases.WORKBOOK, phrases.RECORD_IT
    elif b"presentation" in mimetype or any(each.startswith("ppt/") for each in names):
        phrase, hint = phrases.SLIDES, phrases.SAVE_AS_DOCX
    elif any(each.startswith("word/") for each in names):
        phrase, hint = phrases.INCOMPLETE, phrases.SAVE_AGAIN
    raise NotADocument(phrase.fill(file=name), hint.fill())


def _compound(data: bytes, name: str) -> NotADocument:
    """Makes the error for a compound file of older programs, by the names of its streams."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return NotADocument(phrases.LOCKED.fill(file=name), phrases.TAKE_PASSWORD_OFF.fill())
    if holds("WordDocument"):
        return NotADocument(phrases.OLD_WORD.fill(file=name), phrases.SAVE_AS_DOCX.fill())
    if holds("Workbook") or holds("Book"):
        return NotADocument(phrases.WORKBOOK.fill(file=name), phrases.RECORD_IT.fill())
    return NotADocument(phrases.COMPOUND.fill(file=name), phrases.SAVE_AS_DOCX.fill())
