"""Replaces a plan on disk so that nothing is lost: a lock, a temporary file, then one atomic step."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, TypeVar

from plan_tracker.language import Message
from plan_tracker.problems import printable
from plan_tracker.reading.plan_file import ParsedFile, load_parsed
from plan_tracker.wording import recording as phrases

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
PATIENCE = 30
"""Seconds to wait for others who write the same plan."""

TRIES = 5
"""How often a plan is read again because an editor, which knows no lock, has saved it meanwhile."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class HasText(Protocol):
    """Whatever was made of a plan: its new text."""

    @property
    def text(self) -> str:
        """The text to be saved."""
        ...


T = TypeVar("T", bound=HasText)


class NotSaved(Exception):  # noqa: N818 - what is told is why nothing was saved
    """A file that could not be written, why, and what to do; it is as it was."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint


def update(path: Path, change: Callable[[ParsedFile], T]) -> T:
    """Reads a plan, changes it, and saves it, while no other `update` of the same file runs.

    Raises NotSaved; and whatever `change` and `load_parsed` raise, with nothing saved.
    """
    real = Path(os.path.realpath(path))
    if not real.exists():
        load_parsed(path)  # says it better
    with _told(path), _locked(real):
        for _ in range(TRIES):
            before = _identity(real)
            plan_file = load_parsed(path)
            changed = change(plan_file)
            if changed.text == plan_file.text or _put(real, changed.text, before):
                return changed
    raise NotSaved(phrases.RESTLESS.fill(file=printable(os.fspath(path))), phrases.TRY_AGAIN.fill())


def create(path: Path, text: str, *, force: bool) -> bool:
    """Writes a file that is not there yet, or with `force` replaces it; whether it was written.

    Raises NotSaved.
    """
    real = Path(os.path.realpath(path))
    with _told(path):
        if force and real.exists():
            with _locked(real):
                return _put(real, text, None)
        try:
            with real.open("xb") as out:
                _write(out.fileno(), text.encode())
        except FileExistsError:
            return False
        except OSError:
            real.unlink(missing_ok=True)
            raise
    return True


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turns what the system says into NotSaved."""
    file = printable(os.fspath(path))
    try:
        yield
    except PermissionError as error:
        reason = error.strerror or str(error)
        raise NotSaved(
            phrases.CANNOT_WRITE.fill(file=file, reason=reason), phrases.CHECK_FOLDER.fill()
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotSaved(phrases.CANNOT_WRITE.fill(file=file, reason=reason)) from None


@contextmanager
def _locked(real: Path) -> Iterator[None]:
    """Holds the lock of a plan. It lies beside it: the plan's own inode is replaced with every change."""
    from filelock import FileLock, Timeout  # only who writes needs it

    if real.exists() and not os.access(real, os.W_OK):
        raise NotSaved(phrases.READ_ONLY.fill(file=printable(os.fspath(real))))
    lock = FileLock(real.with_name(f".{real.name}.lock"), timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        file = printable(os.fspath(real))
        raise NotSaved(phrases.BUSY.fill(file=file), phrases.TRY_AGAIN.fill()) from None
    try:
        yield
    finally:
        lock.release()


def _identity(real: Path) -> tuple[int, ...] | None:
    """What changes when anybody saves the file; None where there is none."""
    try:
        status = real.stat()
    except FileNotFoundError:
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _put(real: Path, text: str, before: tuple[int, ...] | None) -> bool:
    """Replaces a file in one step, unless somebody changed it meanwhile (`before` is its old identity).

    The temporary file has one fixed name: what a killed process leaves is overwritten by the next.
    """
    old = real.read_bytes()
    data = (BYTE_ORDER_MARK if old.startswith(BYTE_ORDER_MARK) else b"") + text.encode()
    new = real.with_name(f".{real.name}.new")
    new.unlink(missing_ok=True)
    try:
        descriptor = os.open(new, _FLAGS, 0o600)
        try:
            _write(descriptor, data)
        finally:
            os.close(descriptor)
        _keep_rights(real, new)
        if before is not None and _identity(real) != before:
            return False
        os.replace(new, real)  # noqa: PTH105 - the one step that counts, by its own name
    finally:
        new.unlink(missing_ok=True)
    _sync_folder(real.parent)
    return True


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _keep_rights(old: Path, new: Path) -> None:
    status = old.stat()
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give a file away
            os.chown(new, status.st_uid, status.st_gid)
    new.chmod(status.st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Makes the replacement itself survive a loss of power; Windows cannot, and need not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
