"""Opens a file that holds a table: reads its bytes, whatever its name, and says how they were understood."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.files.kinds import ENDINGS, Kind, kind_of
from plan_tracker.spreadsheets.files.look import MOST_BYTES
from plan_tracker.spreadsheets.files.text import Fields, decoded
from plan_tracker.spreadsheets.files.workbook import Workbook, read_workbook
from plan_tracker.spreadsheets.sheet import NotASheet
from plan_tracker.wording import sheets as phrases

_STREAMS = ("/dev/", "/proc/")
"""Where the pipes of this process are; any other pipe may wait for a writer for ever."""


class Source(NamedTuple):
    """What a file holds: a workbook, or a text whose delimiter the headings will tell."""

    file: str
    content: Workbook | Fields
    notes: tuple[Message, ...]


def open_source(
    path: Path, sheet: str | None, encoding: str | None, wait: Callable[[], None] = lambda: None
) -> Source:
    """Reads a file; of a workbook the sheet named, else all visible ones. Raises NotASheet.

    `encoding` is that of a text, as the user says; `wait` is called again and again while it takes long.
    """
    name = printable(os.fspath(path))
    data = _bytes(path, name)
    kind = kind_of(data, name)
    promised = ENDINGS.get(path.suffix.lower())
    notes = [phrases.REALLY.fill(file=name, kind=kind)] if promised not in (None, kind) else []
    if kind is not Kind.TEXT:
        if encoding is not None:
            raise NotASheet(
                phrases.NO_ENCODING_OF_WORKBOOK.fill(file=name), phrases.LEAVE_OUT_ENCODING.fill()
            )
        return Source(name, read_workbook(data, kind, name, sheet, wait), tuple(notes))
    if sheet is not None:
        raise NotASheet(phrases.NO_SHEETS_IN_TEXT.fill(file=name), phrases.LEAVE_OUT_SHEET.fill())
    fields = decoded(data, name, encoding)
    notes.append(phrases.READ_AS.fill(file=name, encoding=fields.encoding))
    return Source(name, fields, tuple(notes))


def _bytes(path: Path, name: str) -> bytes:
    try:
        mode = path.stat().st_mode
        is_stream = stat.S_ISFIFO(mode) and os.fspath(path).startswith(_STREAMS)
        if not stat.S_ISREG(mode) and not is_stream:
            phrase = phrases.A_FOLDER if stat.S_ISDIR(mode) else phrases.NO_FILE
            raise NotASheet(phrase.fill(file=name), phrases.NAME_A_FILE.fill())
        with path.open("rb") as content:
            data = content.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise NotASheet(phrases.UNREADABLE.fill(file=name, reason=reason)) from None
    if len(data) > MOST_BYTES:
        raise NotASheet(phrases.UNPACKS_TOO_LARGE.fill(file=name), phrases.SAVE_TABLE_ALONE.fill())
    return data
