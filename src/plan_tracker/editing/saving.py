"""Saves plans so that nothing is lost that other programs write to them at the same time."""

import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol, TypeVar

from plan_tracker.editing.writing import (
    NotWritten,
    beside,
    keep_rights,
    place,
    refuse_inputs,
    refuse_read_only,
    replace,
    told,
    write_device,
)
from plan_tracker.problems import printable, reason_of
from plan_tracker.reading.plan_file import ParsedFile, load_parsed
from plan_tracker.wording import writing as phrases

_ACCESS, _OWNERS = 0o777, 0o600
"""The bits of a file's mode that are permissions (it may have others), and those that a lock must have."""

PATIENCE = 30
"""Seconds to wait for others who write the same plan."""

_TRIES = 5
"""How often a plan is read again because an editor, which knows no lock, has saved it meanwhile."""


class HasText(Protocol):
    """Any result that has the new text of a plan."""

    @property
    def text(self) -> str:
        """The text to be saved."""
        ...


T = TypeVar("T", bound=HasText)


def update(path: Path, change: Callable[[ParsedFile], T]) -> T:
    """Reads a plan, changes it, and saves it, while no other `update` of the same file runs.

    Raises NotWritten, and whatever `change` and `load_parsed` raise; then nothing is saved.
    """
    file = printable(path)
    with told(path):
        real = Path(os.path.realpath(path))
        if not os.path.exists(real) or real.is_dir():  # noqa: PTH110 - `Path.exists` would raise
            load_parsed(path)  # which raises the clearer error
        elif not real.is_file():
            raise NotWritten(phrases.NO_FILE.fill(file=file))
        with _locked(real):
            for _ in range(_TRIES):
                before = _state(real)
                plan_file = load_parsed(path)
                changed = change(plan_file)
                if changed.text == plan_file.text or _put(real, changed.text, before, path):
                    return changed
    raise NotWritten(phrases.RESTLESS.fill(file=file), phrases.TRY_AGAIN.fill())


def create(path: Path, text: str, *, force: bool, inputs: Iterable[Path]) -> bool:
    """Writes a new plan, or with `force` replaces one; returns whether it was written.

    A pipe or a device always gets the text. Raises NotWritten, also if the file is one of the `inputs`.
    """
    refuse_inputs(path, inputs)
    if os.fspath(path) == "-":
        raise NotWritten(phrases.DASH.fill(), phrases.WRITE_ELSEWHERE.fill())
    with told(path):
        if write_device(path, text.encode()):
            return True
        real = Path(os.path.realpath(path))
        if not real.exists():
            try:
                with beside(real, text.encode()) as new:
                    place(new, real)
            except FileExistsError:
                return False
            return True
        if not force:
            return False
        with _locked(real):
            return _put(real, text, None, path)


@contextmanager
def _locked(real: Path) -> Iterator[None]:
    """Holds the lock of a plan, a file beside it: the plan's own inode is replaced with every change.

    The lock has the plan's mode and group, so that whoever may write the plan may take it. It is never
    removed: if it were, two could get in at once.
    """
    from filelock import FileLock, Timeout  # only who writes needs it

    refuse_read_only(real, real)
    path = real.with_name(f".{real.name}.lock")
    names = {"file": printable(real), "lock": printable(path.name)}
    if not path.exists():
        # by one fixed name, as below; another process may be making it at this very moment
        with suppress(FileExistsError, FileNotFoundError), beside(real, b"", f"{path.name}.new") as new:
            place(new, path)
    lock = FileLock(path, timeout=PATIENCE, mode=real.stat().st_mode & _ACCESS | _OWNERS)
    try:
        lock.acquire()
    except Timeout:
        raise NotWritten(phrases.BUSY.fill(**names), phrases.TRY_AGAIN.fill()) from None
    except OSError as error:
        raise NotWritten(
            phrases.NO_LOCK.fill(**names, reason=reason_of(error)), phrases.FREE_LOCK.fill(**names)
        ) from None
    try:
        keep_rights(real.stat(), path)
        yield
    finally:
        lock.release()


def _state(real: Path) -> tuple[int, ...] | None:
    """Returns a value that changes whenever somebody saves the file; None if there is no file."""
    try:
        status = real.stat()
    except FileNotFoundError:
        return None
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _put(real: Path, text: str, before: tuple[int, ...] | None, path: Path) -> bool:
    """Replaces a plan in one step, unless somebody changed it meanwhile (`before` is its old state).

    The new file has one fixed name: what a killed process leaves behind is overwritten by the next.
    """
    mark = BOM_UTF8 if real.read_bytes().startswith(BOM_UTF8) else b""
    with beside(real, mark + text.encode().removeprefix(mark), f".{real.name}.new") as new:
        if before is not None and _state(real) != before:
            return False
        replace(new, real, path)
    return True
