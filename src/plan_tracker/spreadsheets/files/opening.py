"""Opens a file that holds a table: reads its bytes, whatever its name, and says how they were understood."""

from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.files.content import Readable, content_of
from plan_tracker.spreadsheets.files.kinds import ENDINGS, FileKind
from plan_tracker.spreadsheets.files.text import Fields, fields_of
from plan_tracker.spreadsheets.files.workbook import Workbook, read_workbook
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import files as phrases

TABLES = frozenset({FileKind.TEXT, FileKind.XLSX, FileKind.XLSB, FileKind.XLS, FileKind.ODS})
"""The kinds of files that tables are read from."""

_NO_TABLES: dict[FileKind, tuple[Phrase, Phrase | None]] = {
    FileKind.DOCX: (phrases.A_WORD_FILE, phrases.COPY_TABLE),
    FileKind.PART_OF_DOCX: (phrases.A_WORD_FILE, phrases.COPY_TABLE),
    FileKind.OLD_WORD: (phrases.A_WORD_FILE, phrases.COPY_TABLE),
    FileKind.OPEN_TEXT: (phrases.A_WORD_FILE, phrases.COPY_TABLE),
    FileKind.RICH_TEXT: (phrases.A_WORD_FILE, phrases.SAVE_AS_WORKBOOK),
    FileKind.PDF: (phrases.A_PDF, phrases.SAVE_AS_WORKBOOK),
    FileKind.SLIDES: (phrases.SLIDES, phrases.COPY_TABLE),
    FileKind.NUMBERS: (phrases.A_NUMBERS_FILE, phrases.SAVE_AS_WORKBOOK),
    FileKind.OLD_OFFICE: (phrases.OLD_OFFICE, phrases.OPEN_AND_SAVE),
    FileKind.WEB_PAGE: (phrases.A_WEB_PAGE, phrases.OPEN_AND_SAVE),
    FileKind.XML: (phrases.XML, phrases.OPEN_AND_SAVE),
    FileKind.PICTURE: (phrases.A_PICTURE, phrases.SAVE_AS_WORKBOOK),
    FileKind.DATABASE: (phrases.A_DATABASE, phrases.SAVE_AS_WORKBOOK),
    FileKind.ARCHIVE: (phrases.AN_ARCHIVE, phrases.UNPACK),
    FileKind.LOCKED: (phrases.LOCKED, phrases.TAKE_PASSWORD_OFF),
    FileKind.DAMAGED: (phrases.DAMAGED, phrases.OPEN_AND_SAVE),
    FileKind.BOMB: (phrases.UNPACKS_TOO_LARGE, phrases.SAVE_TABLE_ALONE),
    FileKind.PLAN: (phrases.A_PLAN, phrases.NAME_A_FILE),
    FileKind.JSON: (phrases.JSON, phrases.SAVE_AS_WORKBOOK),
    FileKind.EMPTY: (phrases.EMPTY, None),
}
"""Why there is no table in any other, and what to do."""

_READABLE = Readable(
    kinds=TABLES, refusals=_NO_TABLES, name_one=phrases.NAME_A_FILE, save_less=phrases.SAVE_TABLE_ALONE
)


class Source(NamedTuple):
    """What a file holds: a workbook, or a text whose delimiter the headings will tell."""

    file: str
    content: Workbook | Fields
    notes: tuple[Message, ...]


def open_source(path: Path, sheet: str | None, encoding: str | None) -> Source:
    """Reads a file; of a workbook the sheet named, else all visible ones. Raises NotRead.

    `encoding` is that of a text, as the user says.
    """
    name = printable(path)
    data, kind = content_of(path, _READABLE)
    promised = ENDINGS.get(path.suffix.lower())
    called = phrases.A_TEXT if kind is FileKind.TEXT else Phrase(kind, f" {kind}")
    really = inserted(phrases.REALLY, kind=called).fill(file=name)
    notes = [really] if promised not in (None, kind) else []
    if kind is not FileKind.TEXT:
        if encoding is not None:
            raise NotRead(phrases.NO_ENCODING_OF_WORKBOOK.fill(file=name), phrases.LEAVE_OUT_ENCODING.fill())
        return Source(name, read_workbook(data, kind, name, sheet), tuple(notes))
    if sheet is not None:
        raise NotRead(phrases.NO_SHEETS_IN_TEXT.fill(file=name), phrases.LEAVE_OUT_SHEET.fill())
    fields = fields_of(data, name, encoding)
    notes.append(phrases.READ_AS.fill(file=name, encoding=fields.encoding))
    return Source(name, fields, tuple(notes))
