"""The bytes of a file that somebody names as a table or a report."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import Phrase
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.wording import files as phrases

MOST_BYTES = 1 << 30
"""What is larger, or unpacks to more, is not read."""

_STREAMS = ("/dev/", "/proc/")
"""Where the pipes of this process are; any other pipe may wait for a writer for ever."""


class Advice(NamedTuple):
    """What to do instead: which file to name, and what to save of a large one."""

    name_one: Phrase
    save_less: Phrase


def bytes_of(path: Path, advice: Advice) -> bytes:
    """Returns all bytes of a file; raises NotRead."""
    name = printable(os.fspath(path))
    try:
        found = path.stat()
        mode, size = found.st_mode, found.st_size
        is_stream = stat.S_ISFIFO(mode) and os.fspath(path).startswith(_STREAMS)
        if not stat.S_ISREG(mode) and not is_stream:
            phrase = phrases.A_FOLDER if stat.S_ISDIR(mode) else phrases.NO_FILE
            raise NotRead(phrase.fill(file=name), advice.name_one.fill())
        with path.open("rb") as content:
            data = content.read(MOST_BYTES + 1 if size <= MOST_BYTES else 0)  # a pipe says no size
    except FileNotFoundError:
        raise NotRead(phrases.NOT_THERE.fill(file=name), advice.name_one.fill()) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise NotRead(phrases.UNREADABLE.fill(file=name, reason=printable(reason))) from None
    if max(size, len(data)) > MOST_BYTES:
        raise NotRead(phrases.TOO_LARGE.fill(file=name), advice.save_less.fill())
    return data
