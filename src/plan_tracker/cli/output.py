"""Where a command's output goes: to standard output, or to a file that is put in place whole."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from plan_tracker.cli.streams import reader_may_leave
from plan_tracker.cli.telling import warn
from plan_tracker.problems import NotDone, printable, reason_of
from plan_tracker.wording import writing as phrases


def write_text(output: Path | None, inputs: Iterable[Path], write: Callable[[TextIO], object]) -> None:
    """Writes text as UTF-8, line ends kept, to a file that is not an input, or at once to standard output."""
    if output is None:
        if hasattr(sys.stdout, "reconfigure") and not sys.stdout.isatty():
            sys.stdout.reconfigure(newline="")  # where the system would change them
        write(sys.stdout)
        return
    whole = BytesIO()
    text = TextIOWrapper(whole, encoding="utf-8", newline="")
    write(text)
    text.detach()
    _write_file(output, whole.getvalue(), inputs)


def write_binary(output: Path | None, inputs: Iterable[Path], write: Callable[[BinaryIO], object]) -> None:
    """Writes bytes to a file that is not an input, or to standard output unless that is a terminal."""
    if output is None and sys.stdout.isatty():
        raise NotDone(phrases.BINARY.fill(), phrases.GIVE_FILE.fill())
    whole = BytesIO()
    write(whole)
    if output is None:
        sys.stdout.flush()
        with reader_may_leave():
            sys.stdout.buffer.write(whole.getvalue())
            sys.stdout.buffer.flush()
    else:
        _write_file(output, whole.getvalue(), inputs)


def _write_file(output: Path, content: bytes, inputs: Iterable[Path]) -> None:
    """Writes a file that is not an input; raises NotDone if it cannot be written."""
    from plan_tracker.editing.writing import write

    sys.stdout.flush()  # the file may be standard output by another name
    write(output, content, inputs)


@contextmanager
def answering(file: Path) -> Iterator[TextIO]:
    """Gives the stream on which to tell of a file once it is written; the file stays if that fails.

    That is standard error if the file is a device or a pipe, which may be standard output by another name.
    """
    from plan_tracker.editing.writing import is_device

    try:
        yield sys.stderr if is_device(file) else sys.stdout
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # neither can what still waits
        with suppress(OSError):  # this may fail, too
            warn(phrases.UNTOLD.fill(file=printable(file), reason=reason_of(error)))
            sys.stderr.flush()
