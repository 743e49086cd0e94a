"""Progress on the terminal for work that takes longer than a second."""

import sys
from collections.abc import Iterable, Iterator
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")
_PATIENCE = 1.0
"""Seconds that pass before a bar is shown."""

_STEPS = 100
"""In how many steps the bar advances, where there are as many items."""


class Meter:
    """Shows a bar on standard error, if that is a terminal, once work has taken over a second.

    It counts the items that pass of a total; where there are none it shows that something goes on. A clock
    watches, for the first item may take long.
    """

    def __init__(self, total: int | None = None) -> None:
        self._total, self._done = total, 0
        self._step = max(1, (total or 0) // _STEPS)
        self._clock = Timer(_PATIENCE, self._show)
        self._clock.daemon = True
        self._ends = Lock()
        self._has_ended = False
        self._bar: tuple[Progress, TaskID] | None = None

    def __call__(self, items: Iterable[T]) -> Iterator[T]:
        """Yields the same items."""
        for item in items:
            yield item
            self._done += 1
            if self._bar is not None and self._done % self._step == 0:
                progress, task = self._bar
                progress.update(task, completed=self._done)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import Progress

        with self._ends:
            if not self._has_ended:
                progress = Progress(console=Console(stderr=True), transient=True)
                self._bar = progress, progress.add_task("", total=self._total, completed=self._done)
                progress.start()

    def __enter__(self) -> Self:
        """Begins to watch."""
        if sys.stderr.isatty():
            self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Removes the bar."""
        self._clock.cancel()
        with self._ends:
            self._has_ended = True
        if self._bar is not None:
            self._bar[0].stop()
