"""Standard streams for a log of GitHub Actions: data on them are never taken for commands.

The runner obeys a line that begins with `::`, after blanks of any kind, and `##[` anywhere in a line.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

_VARIABLE = "GITHUB_ACTIONS"
_COMMAND = re.compile(r"(?:^|(?<=[\r\n]))[^\S\r\n]*:(?=:)|##(?=\[)")
_UNDECIDED = re.compile(r"[^\S\r\n]*:?")
"""The beginning of a line that may still become a command."""


class LogStream:
    """A stream that puts a blank into what the runner would obey; leaves the rest to the stream itself."""

    def __init__(self, stream: TextIO) -> None:
        self.exact = stream
        self._line = ""

    def __getattr__(self, name: str) -> object:
        """Returns whatever else the stream has."""
        return getattr(self.exact, name)

    def write(self, text: str) -> int:
        """Writes text; what was written of the line before counts, for it may come in pieces."""
        safe = _COMMAND.sub(r"\g<0> ", self._line + text)
        self.exact.write(safe[len(self._line) :])
        last = re.split(r"[\r\n]", safe)[-1]
        self._line = last if _UNDECIDED.fullmatch(last) else f"…{last[-2:]}"
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Writes texts."""
        for text in texts:
            self.write(text)


@contextmanager
def without_commands() -> Iterator[None]:
    """Makes both standard streams `LogStream`s while it runs, if GitHub Actions keeps the log."""
    out, errors = sys.stdout, sys.stderr
    if os.environ.get(_VARIABLE):
        # not a TextIO in name, for there is no part of one that it does not have
        sys.stdout, sys.stderr = cast("TextIO", LogStream(out)), cast("TextIO", LogStream(errors))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, errors


def exact(stream: TextIO) -> TextIO:
    """Returns the stream itself: for CSV, and for formats that make commands and escape the data."""
    found: TextIO = getattr(stream, "exact", stream)
    return found
