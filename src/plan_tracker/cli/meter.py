"""Progress on the terminal for work that takes longer than a second."""

import sys
from collections.abc import Iterable, Iterator
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds that pass before a bar is shown."""

_STEP = 200
"""By how many items at once the bar advances."""


class Meter:
    """Counts items as they pass; shows a bar on standard error if that is a terminal and it takes long."""

    def __init__(self, total: int) -> None:
        self._total, self._done, self._began = total, 0, monotonic()
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, items: Iterable[T]) -> Iterator[T]:
        """Yields the same items."""
        for item in items:
            yield item
            self._done += 1
            if self._done % _STEP == 0 and sys.stderr.isatty():
                self._advance()

    def _advance(self) -> None:
        if self._bar is None and monotonic() - self._began > _PATIENCE:
            progress = _progress()
            self._bar = (progress, progress.add_task("", total=self._total))
            progress.start()
        if self._bar is not None:
            self._bar[0].update(self._bar[1], completed=self._done)

    def __enter__(self) -> Self:
        """Returns the meter itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Removes the bar."""
        if self._bar is not None:
            self._bar[0].stop()


class Waiting:
    """Shows on a terminal that something goes on, once it has taken over a second: a clock watches."""

    def __init__(self) -> None:
        self._clock = Timer(_PATIENCE, self._show)
        self._clock.daemon = True
        self._ends = Lock()
        self._bar: Progress | None = None
        self._has_ended = False

    def _show(self) -> None:
        with self._ends:
            if not self._has_ended:
                self._bar = _progress()
                self._bar.add_task("", total=None)
                self._bar.start()

    def __enter__(self) -> None:
        """Begins to watch."""
        if sys.stderr.isatty():
            self._clock.start()

    def __exit__(self, *_: object) -> None:
        """Removes the sign of waiting."""
        self._clock.cancel()
        with self._ends:
            self._has_ended = True
        if self._bar is not None:
            self._bar.stop()


def _progress() -> "Progress":
    """Returns what shows bars on standard error, and takes them away in the end."""
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True)
