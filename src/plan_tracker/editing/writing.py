"""Writes files so that nothing is lost: first beside the old file, then put in its place in one step."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path
from time import sleep

from plan_tracker.language import Phrase
from plan_tracker.problems import NotDone, printable, reason_of
from plan_tracker.wording import writing as phrases

_FLAGS = os.O_WRONLY | getattr(os, "O_BINARY", 0)
_MODE_OF_NEW, _MODE_UNTIL_PLACED = 0o666, 0o600
_LINKS = 40
"""How many links may follow one another; Linux, too, takes more of them for a loop."""

_PLAN_HEADING = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t]*\[[ \t\"']*(?:plan[ \t\"']*\]|targets[ \t\"']*\.)", re.MULTILINE
)
_PLAN_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*[\"']?plan[\"']?[ \t]*[=.]", re.MULTILINE)
"""What shows that a file is a plan: [plan] or [targets.…], or `plan = {`, also behind a byte order mark."""

_BEATS, _BEAT = 20, 0.05
"""How often and how many seconds Windows is given until nobody has an old file open any more."""

_DESCRIPTOR = re.compile(r"/(?:dev/fd|proc/(?:self|thread-self)/fd)/(\d+)")
"""A file that this process has open, by its number: /dev/fd/1."""

_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}


class NotWritten(NotDone):
    """A file that could not be written: why, and what to do. The file is as it was."""


def write(path: Path, data: bytes, inputs: Iterable[Path] = ()) -> None:
    """Writes a file, new or in place of an old one, whose mode and owner it keeps; links stay links.

    A pipe or a device gets the bytes as they come. `inputs` are the files that the data were made from.
    Raises NotWritten, also if the file is one of those or holds a plan.
    """
    refuse(path, inputs)
    with told(path):
        if not write_device(path, data):
            real = Path(os.path.realpath(path))
            with beside(real, data) as new:
                replace(new, real, path)


def refuse(path: Path, inputs: Iterable[Path]) -> None:
    """Raises NotWritten if a file is one of the inputs, or a plan, or called `-`."""
    if os.fspath(path) == "-":
        raise NotWritten(phrases.DASH.fill(), phrases.LEAVE_OUT.fill())
    refuse_inputs(path, inputs)
    with told(path):
        if path.is_file() and _holds_plan(_bytes_of(path)):
            file = printable(path)
            raise NotWritten(phrases.HOLDS_PLAN.fill(file=file), phrases.WRITE_ELSEWHERE.fill())


def _bytes_of(old: Path) -> bytes:
    """Returns what is in a file that is to be replaced; raises NotWritten if it may not be read."""
    try:
        return old.read_bytes()
    except PermissionError as error:  # on Windows also while Excel has it open
        from plan_tracker.reading.faults.hints import CHECK_RIGHTS  # few files are

        message = phrases.CANNOT_WRITE.fill(file=printable(old), reason=reason_of(error))
        raise NotWritten(message, CHECK_RIGHTS.fill()) from None


def _holds_plan(data: bytes) -> bool:
    """Tells whether a file holds a plan: it has the headings of one, or is TOML with a key `plan`."""
    if _PLAN_HEADING.search(data):
        return True
    if not _PLAN_KEY.search(data):
        return False
    from plan_tracker.editing.plan_text import parsed  # few files get here

    return "plan" in (parsed(data.decode(errors="replace").removeprefix("\ufeff")) or {})


def refuse_inputs(path: Path, inputs: Iterable[Path]) -> None:
    """Raises NotWritten if a file is one of the inputs, under whatever name."""
    if (own := _identity(path)) and own in [_identity(each) for each in inputs]:
        file = printable(path)
        raise NotWritten(phrases.OWN_INPUT.fill(file=file), phrases.WRITE_ELSEWHERE.fill())


def refuse_read_only(real: Path, path: Path) -> None:
    """Raises NotWritten if a file may not be written; `path` is the name by which it is told."""
    if real.exists() and not os.access(real, os.W_OK):
        raise NotWritten(phrases.READ_ONLY.fill(file=printable(path)))


def _identity(path: Path) -> tuple[int, int] | None:
    """Returns the device and inode of a file, None if there is no file."""
    with suppress(OSError, ValueError):
        found = path.stat()
        if stat.S_ISREG(found.st_mode):
            return found.st_dev, found.st_ino
    return None


_WHAT_TO_DO: dict[type[Exception], Phrase] = {
    PermissionError: phrases.CHECK_FOLDER,
    IsADirectoryError: phrases.NAME_A_FILE,
    FileNotFoundError: phrases.MAKE_FOLDER,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns errors of the system into NotWritten."""
    file = printable(path)
    try:
        yield
    except (OSError, ValueError) as error:
        hint = _WHAT_TO_DO.get(type(error))
        message = phrases.CANNOT_WRITE.fill(file=file, reason=reason_of(error))
        raise NotWritten(message, hint.fill() if hint else None) from None


def is_device(path: Path) -> bool:
    """Tells whether a path is a pipe, a device or an open stream, not a file."""
    if _own_descriptor(path) is not None:
        return True
    with suppress(OSError):
        mode = path.stat().st_mode
        return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
    return False


def write_device(path: Path, data: bytes) -> bool:
    """Writes to a pipe or device and returns True; returns False for a file. Raises OSError for a folder."""
    if not is_device(path):
        with suppress(FileNotFoundError):
            if stat.S_ISDIR(path.stat().st_mode):
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        return False
    descriptor = _own_descriptor(path)
    opened = os.open(path, _FLAGS) if descriptor is None else os.dup(descriptor)
    try:
        with suppress(BrokenPipeError):  # the reader of a pipe may leave
            _write_all(opened, data)
    except OSError as error:
        file, reason = printable(path), reason_of(error)
        raise NotWritten(phrases.BROKE_OFF.fill(file=file, reason=reason)) from None
    finally:
        os.close(opened)
    return True


def _own_descriptor(path: Path) -> int | None:
    """Returns the number of the open stream that a path such as `/dev/stdout` means, also through links."""
    name = os.path.normpath(path)
    for _ in range(_LINKS):
        if match := _DESCRIPTOR.fullmatch(name):
            return int(match[1])
        if name in _STREAMS:
            return _STREAMS[name]
        if not Path(name).is_symlink():
            return None
        name = os.path.normpath(Path(name).parent / Path(name).readlink())
    return None


@contextmanager
def beside(real: Path, data: bytes, name: str | None = None) -> Iterator[Path]:
    """Writes a whole new file beside `real`, for `replace` or `place` to put there; else it is removed.

    Without a name it gets one that only this process uses.
    """
    old = real.stat() if real.exists() else None
    new = real.with_name(name or f".plan-tracker.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    try:
        mode = _MODE_OF_NEW if old is None else _MODE_UNTIL_PLACED
        opened = os.open(new, _FLAGS | os.O_CREAT | os.O_EXCL, mode)
        try:
            _write_all(opened, data)
            os.fsync(opened)
        finally:
            os.close(opened)
        if old:
            keep_rights(old, new)
        yield new
    finally:
        new.unlink(missing_ok=True)


def replace(new: Path, real: Path, path: Path) -> None:
    """Puts a whole new file in place of an old one, if there is one; `path` is the name the user gave.

    Raises NotWritten if the old one is read-only, or, on Windows, open in a program that does not let go of
    it.
    """
    refuse_read_only(real, path)
    try:
        _replace(new, real)
    except PermissionError as error:  # the folder can be written to: the new file was made there
        message = phrases.CANNOT_WRITE.fill(file=printable(path), reason=reason_of(error))
        raise NotWritten(message, phrases.CLOSE_IT.fill()) from None
    _sync_folder(real.parent)


def _replace(new: Path, real: Path) -> None:
    """Takes the one step that counts; on Windows waits for others who read the old file for a moment."""
    for _ in range(_BEATS if os.name == "nt" else 0):
        with suppress(PermissionError):
            os.replace(new, real)  # noqa: PTH105 - by its own name
            return
        sleep(_BEAT)
    os.replace(new, real)  # noqa: PTH105 - as above


def place(new: Path, real: Path) -> None:
    """Puts a whole new file where there is none yet; raises FileExistsError if there is one."""
    try:
        os.link(new, real)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(real):
            raise FileExistsError(os.fspath(real)) from None
        os.rename(new, real)  # noqa: PTH104 - as `os.replace`
    _sync_folder(real.parent)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def keep_rights(old: os.stat_result, new: Path) -> None:
    """Gives a file the mode, the group and the owner of another, as far as this user may."""
    if hasattr(os, "chown"):
        for owner, group in ((-1, old.st_gid), (old.st_uid, -1)):
            with suppress(OSError):  # only root may give a file away, and others to their own groups
                os.chown(new, owner, group)
    with suppress(OSError):  # the file may be another user's, who has set it right
        new.chmod(old.st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Makes the replacement itself survive a loss of power; Windows cannot do this, and need not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
