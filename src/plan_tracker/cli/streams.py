"""Standard streams: a reader who leaves changes no exit code, and no data are commands in a log.

The runner of GitHub Actions obeys a line that begins with `::`, after blanks of any kind, and `##[` anywhere
in a line; that of Azure Pipelines `##vso[` anywhere.
"""

import codecs
import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

from plan_tracker.reports.batches import batched

_VARIABLES = ("GITHUB_ACTIONS", "TF_BUILD")
"""What GitHub Actions and Azure Pipelines set."""

_COMMAND = re.compile(r"(?:^|(?<=[\r\n]))[^\S\r\n]*:(?=:)|##(?:vso)?(?=\[)", re.IGNORECASE)
_LONGEST = len("##vso")
"""How many letters at most stand before the bracket that makes them a command."""

_UNDECIDED = re.compile(r"[^\S\r\n]*:?")
"""The beginning of a line that may still become a command."""


SPELT = "plan_tracker.spelt"
"""How a terminal shows what it has no letter for: signs of ours as others, the rest as a question mark."""

_SIGNS = {"≤": "<=", "≥": ">=", "→": "->", "…": "...", "█": "#", "┃": "|", "▸": ">"}
_SIGNS |= dict.fromkeys("▏▎▍▌▋▊▉·—–└", "-")


def _spelt(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_SIGNS.get(letter, "?") for letter in error.object[error.start : error.end]), error.end


codecs.register_error(SPELT, _spelt)


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """Makes it no error that nobody reads a pipe any more, which Windows calls an invalid argument."""
    try:
        yield
    except BrokenPipeError:
        pass
    except OSError as error:
        if os.name != "nt" or error.errno != errno.EINVAL:
            raise


class SafeStream:
    """A stream whose reader may leave: what is written after that goes nowhere, and is no error.

    In a log it puts a blank into what the runner would obey.
    """

    def __init__(self, stream: TextIO, *, in_log: bool) -> None:
        self.bare, self._in_log, self._line = stream, in_log, ""

    def __getattr__(self, name: str) -> object:
        """Returns whatever else the stream has."""
        return getattr(self.bare, name)

    def write(self, text: str) -> int:
        """Writes text."""
        with reader_may_leave():
            self.bare.write(self._no_command(text) if self._in_log else text)
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Writes texts, a thousand at once, for each that is written may be a call of the system."""
        for piece in map("".join, batched(texts, 1000)):
            self.write(piece)

    def flush(self) -> None:
        """Writes what waits."""
        with reader_may_leave():
            self.bare.flush()

    def _no_command(self, text: str) -> str:
        """Returns text with blanks; what was written of the line before counts, for it may come in pieces."""
        safe = _COMMAND.sub(r"\g<0> ", self._line + text)
        new = safe[len(self._line) :]
        last = re.split(r"[\r\n]", safe)[-1]
        self._line = last if _UNDECIDED.fullmatch(last) else f"…{last[-_LONGEST:]}"
        return new


@contextmanager
def safe_streams() -> Iterator[None]:
    """Makes both standard streams safe while it runs."""
    out, errors = sys.stdout, sys.stderr
    in_log = any(map(os.environ.get, _VARIABLES))
    sys.stdout, sys.stderr = (_as_text(SafeStream(each, in_log=in_log)) for each in (out, errors))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, errors


def _as_text(stream: SafeStream) -> TextIO:
    return cast("TextIO", stream)  # not in name, but there is no part of one that it does not have


def exact(stream: TextIO) -> TextIO:
    """Returns a stream that changes no text: for CSV, and for commands of a log whose data are escaped."""
    return _as_text(SafeStream(stream.bare, in_log=False)) if isinstance(stream, SafeStream) else stream
