"""The bytes of a file that somebody names as a table or a report."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import Phrase
from plan_tracker.problems import printable, reason_of
from plan_tracker.reading.faults.hints import CHECK_RIGHTS
from plan_tracker.spreadsheets.files.kinds import MOST_BYTES, FileKind, kind_of
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import files as phrases

_STREAMS = ("/dev/", "/proc/")
"""Where the pipes of this process are; any other pipe may wait for a writer for ever."""


class Readable(NamedTuple):
    """Which kinds of files are read, why any other is not, and what to do instead.

    `name_one` says which file to name, `save_less` what to save of a large one.
    """

    kinds: frozenset[FileKind]
    refusals: Mapping[FileKind, tuple[Phrase, Phrase | None]]
    name_one: Phrase
    save_less: Phrase


def content_of(path: Path, readable: Readable) -> tuple[bytes, FileKind]:
    """Returns all bytes of a file, and what it is; raises NotRead if that is not read."""
    name = printable(path)
    data = _bytes_of(path, name, readable)
    kind = kind_of(data)
    if kind not in readable.kinds:
        message, hint = readable.refusals[kind]
        raise NotRead(message.fill(file=name), hint.fill() if hint else None)
    return data, kind


def _bytes_of(path: Path, name: str, readable: Readable) -> bytes:
    try:
        found = path.stat()
        mode, size = found.st_mode, found.st_size
        is_stream = stat.S_ISFIFO(mode) and os.fspath(path).startswith(_STREAMS)
        if not stat.S_ISREG(mode) and not is_stream:
            phrase = phrases.A_FOLDER if stat.S_ISDIR(mode) else phrases.NO_FILE
            raise NotRead(phrase.fill(file=name), readable.name_one.fill())
        with path.open("rb") as content:
            data = content.read(MOST_BYTES + 1 if size <= MOST_BYTES else 0)  # a pipe says no size
    except FileNotFoundError:
        raise NotRead(phrases.NOT_THERE.fill(file=name), readable.name_one.fill()) from None
    except (OSError, ValueError) as error:
        hint = CHECK_RIGHTS.fill() if isinstance(error, PermissionError) else None
        reason = printable(reason_of(error))
        raise NotRead(phrases.UNREADABLE.fill(file=name, reason=reason), hint) from None
    if max(size, len(data)) > MOST_BYTES:
        raise NotRead(phrases.TOO_LARGE.fill(file=name), readable.save_less.fill())
    return data
