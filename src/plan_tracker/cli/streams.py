"""Standard streams: a reader who leaves changes no exit code, and no data are commands in a log.

The runner of GitHub Actions obeys a line that begins with `::`, after blanks of any kind, and `##[` anywhere
in a line; that of Azure Pipelines `##vso[` anywhere.
"""

import codecs
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
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


class PatientStream:
    """A stream whose reader may leave: what is written after that goes nowhere, and is no error."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        """Returns whatever else the stream has."""
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Writes text."""
        with suppress(BrokenPipeError):
            self._stream.write(text)
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Writes texts."""
        for piece in _joined(texts):
            self.write(piece)

    def flush(self) -> None:
        """Writes what waits."""
        with suppress(BrokenPipeError):
            self._stream.flush()


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
        self._line = last if _UNDECIDED.fullmatch(last) else f"…{last[-_LONGEST:]}"
        return len(text)

    def writelines(self, texts: Iterable[str]) -> None:
        """Writes texts."""
        for piece in _joined(texts):
            self.write(piece)


def _joined(texts: Iterable[str]) -> Iterator[str]:
    """Returns the texts a thousand in one, for each that is written may be a call of the system."""
    return map("".join, batched(texts, 1000))


@contextmanager
def safe_streams() -> Iterator[None]:
    """Makes both standard streams patient while it runs, and `LogStream`s if a runner keeps the log."""
    out, errors = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _safe(out), _safe(errors)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, errors


def _safe(stream: TextIO) -> TextIO:
    # neither is a TextIO in name, for there is no part of one that they do not have
    patient = cast("TextIO", PatientStream(stream))
    return cast("TextIO", LogStream(patient)) if any(map(os.environ.get, _VARIABLES)) else patient


def exact(stream: TextIO) -> TextIO:
    """Returns the stream itself: for CSV, and for formats that make commands and escape the data."""
    found: TextIO = getattr(stream, "exact", stream)
    return found
