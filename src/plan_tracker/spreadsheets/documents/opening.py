"""Opens a report: reads its bytes, whatever its name, and says how they were understood."""

import codecs
import os
import stat
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.problems import printable
from plan_tracker.questions.document.source import Document
from plan_tracker.spreadsheets.documents.apart import Pages, Wait, read_apart
from plan_tracker.spreadsheets.documents.kinds import MOST_BYTES, SIZE, Kind, NotADocument, kind_of
from plan_tracker.wording import documents as phrases

_STREAMS = ("/dev/", "/proc/")
"""Where the pipes of this process are; any other pipe may wait for a writer for ever."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LIBRARIES = {Kind.PDF: ("pypdf", "pypdf"), Kind.WORD: ("python-docx", "docx")}
_NAMES = {"utf-8": "", "utf-8-sig": "", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_HEAD = 8192
_MOST_LISTED = 10


class Opened(NamedTuple):
    """A report, and remarks on how it was read."""

    document: Document
    notes: tuple[Message, ...]


def open_document(path: Path, wait: Wait = lambda: None) -> Opened:
    """Returns the text of a report; raises NotADocument.

    `wait` is called again and again while it takes long.
    """
    name = printable(os.fspath(path))
    data = _bytes(path, name)
    kind = kind_of(data, name)
    if kind is Kind.TEXT:
        return _text(data, name)
    package, module = _LIBRARIES[kind]
    if find_spec(module) is None:
        missing = phrases.PDF_UNREAD if kind is Kind.PDF else phrases.WORD_UNREAD
        raise NotADocument(missing.fill(file=name, package=package), phrases.INSTALL.fill())
    read = read_apart(data, kind, name, wait)
    return Opened(read.document, _told(read, name))


def _text(data: bytes, name: str) -> Opened:
    """Decodes a text by its byte order mark, else as UTF-8, as UTF-16 if it has zeros, or as GB18030."""
    codecs_tried = next(([codec] for mark, codec in _MARKS.items() if data.startswith(mark)), None)
    if codecs_tried is None and b"\0" in data[:_HEAD]:
        even, odd = data[:_HEAD:2].count(0), data[1:_HEAD:2].count(0)
        codecs_tried = ["utf-16-be" if even > odd else "utf-16-le"]
    for codec in codecs_tried or ["utf-8", "gb18030"]:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _is_binary(text):
            break
        told = _NAMES.get(codec, codec.upper())
        notes = (phrases.READ_AS.fill(file=name, encoding=told),) if told else ()
        return Opened(Document(text), notes)
    raise NotADocument(phrases.NO_TEXT.fill(file=name), phrases.SAVE_AS_UTF8.fill())


def _is_binary(text: str) -> bool:
    """Tells whether a text has control characters that no report has."""
    head = text[:_HEAD]
    odd = sum(letter < " " and letter not in "\t\r\n\f\v\x1b" for letter in head)
    return odd * 100 > len(head)


def _told(read: Pages, name: str) -> tuple[Message, ...]:
    """Tells which pages have no text, if any."""
    without = read.without_text
    if not without:
        return ()
    listed = ", ".join(map(str, without[:_MOST_LISTED])) + (" …" if len(without) > _MOST_LISTED else "")
    values = {"number": str(len(without)), "pages": str(read.number), "list": listed}
    return (phrases.PAGES_WITHOUT_TEXT.fill(file=name, **values),)


def _bytes(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        is_stream = stat.S_ISFIFO(mode) and os.fspath(path).startswith(_STREAMS)
        if not stat.S_ISREG(mode) and not is_stream:
            phrase = phrases.A_FOLDER if stat.S_ISDIR(mode) else phrases.NOT_ORDINARY
            raise NotADocument(phrase.fill(file=name), phrases.NAME_A_REPORT.fill())
        with path.open("rb") as content:
            data = content.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NotADocument(phrases.NO_FILE.fill(file=name), phrases.NAME_A_REPORT.fill()) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise NotADocument(phrases.UNREADABLE.fill(file=name, reason=printable(reason))) from None
    if len(data) > MOST_BYTES:
        too_large = phrases.TOO_LARGE.fill(file=name, size=SIZE)
        raise NotADocument(too_large, phrases.SAVE_TEXT_ALONE.fill())
    return data
