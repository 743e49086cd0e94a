"""Opens a report: reads its bytes, whatever its name, and says how they were understood."""

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, listed
from plan_tracker.problems import first_of, printable
from plan_tracker.questions.document.source import Document
from plan_tracker.spreadsheets.documents.pages import Pages, read_pages
from plan_tracker.spreadsheets.files.content import Readable, content_of
from plan_tracker.spreadsheets.files.decoding import decoded
from plan_tracker.spreadsheets.files.kinds import FileKind
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import documents as phrases

_LIBRARIES = {FileKind.PDF: ("pypdf", "pypdf"), FileKind.DOCX: ("python-docx", "docx")}
_MOST_LISTED = 10


REPORTS = frozenset({FileKind.TEXT, FileKind.DOCX, FileKind.PDF})
"""The kinds of files that reports are read from."""

_NO_REPORTS: dict[FileKind, tuple[Phrase, Phrase | None]] = {
    **dict.fromkeys(
        (FileKind.XLSX, FileKind.XLSB, FileKind.XLS, FileKind.ODS), (phrases.WORKBOOK, phrases.RECORD_IT)
    ),
    FileKind.NUMBERS: (phrases.WORKBOOK, phrases.RECORD_IT),
    FileKind.PART_OF_DOCX: (phrases.INCOMPLETE, phrases.SAVE_AGAIN),
    FileKind.OLD_WORD: (phrases.OLD_WORD, phrases.SAVE_AS_DOCX),
    FileKind.OPEN_TEXT: (phrases.OPEN_DOCUMENT, phrases.SAVE_AS_DOCX),
    FileKind.RICH_TEXT: (phrases.RICH_TEXT, phrases.SAVE_AS_DOCX),
    FileKind.SLIDES: (phrases.SLIDES, phrases.SAVE_AS_DOCX),
    FileKind.OLD_OFFICE: (phrases.OLD_OFFICE, phrases.SAVE_AS_DOCX),
    FileKind.WEB_PAGE: (phrases.WEB_PAGE, phrases.SAVE_AS_DOCX),
    FileKind.XML: (phrases.XML, phrases.SAVE_AS_DOCX),
    FileKind.PICTURE: (phrases.PICTURE, phrases.READ_THE_TEXT),
    FileKind.DATABASE: (phrases.NO_TEXT, phrases.SAVE_AS_UTF8),
    FileKind.ARCHIVE: (phrases.ARCHIVE, phrases.UNPACK),
    FileKind.LOCKED: (phrases.LOCKED, phrases.TAKE_PASSWORD_OFF),
    FileKind.DAMAGED: (phrases.INCOMPLETE, phrases.SAVE_AGAIN),
    FileKind.BOMB: (phrases.UNPACKS_TOO_LARGE, phrases.SAVE_TEXT_ALONE),
    FileKind.PLAN: (phrases.A_PLAN, phrases.NAME_A_REPORT),
    FileKind.JSON: (phrases.JSON, phrases.NAME_A_REPORT),
    FileKind.EMPTY: (phrases.EMPTY, None),
}
"""Why there is no report in any other, and what to do."""

_READABLE = Readable(
    kinds=REPORTS, refusals=_NO_REPORTS, name_one=phrases.NAME_A_REPORT, save_less=phrases.SAVE_TEXT_ALONE
)


class Opened(NamedTuple):
    """A report, and remarks on how it was read."""

    document: Document
    notes: tuple[Message, ...]


def open_document(path: Path) -> Opened:
    """Returns the text of a report; raises NotRead."""
    name = printable(path)
    data, kind = content_of(path, _READABLE)
    if kind is FileKind.TEXT:
        return _text(data, name)
    package, module = _LIBRARIES[kind]
    if find_spec(module) is None:
        missing = phrases.PDF_UNREAD if kind is FileKind.PDF else phrases.WORD_UNREAD
        raise NotRead(missing.fill(file=name, package=package), phrases.INSTALL.fill())
    read = read_pages(data, kind, name)
    return Opened(read.document, _told(read, name))


def _text(data: bytes, name: str) -> Opened:
    found = decoded(data)
    if found is None:
        raise NotRead(phrases.NO_TEXT.fill(file=name), phrases.SAVE_AS_UTF8.fill())
    read_as = phrases.READ_AS.fill(file=name, encoding=found.encoding)
    return Opened(Document(found.text), () if found.encoding == "UTF-8" else (read_as,))


def _told(read: Pages, name: str) -> tuple[Message, ...]:
    """Tells which pages have no text, if any."""
    without = read.without_text
    if not without:
        return ()
    pages = listed(first_of([*map(str, without)], _MOST_LISTED))
    phrase = inserted(phrases.PAGES_WITHOUT_TEXT, list=pages)
    return (phrase.fill(file=name, number=str(len(without)), pages=str(read.number)),)
