"""How the making of a long report is watched while it goes on."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Meter(Protocol):
    """Passes items on unchanged, and may show how far they are; the builtin `iter` shows nothing."""

    def __call__(self, items: Iterable[T], /) -> Iterator[T]:
        """Yields the same items."""
        ...
