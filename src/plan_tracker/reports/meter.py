"""What is told of the making of a long report while it goes on."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Meter(Protocol):
    """Passes items on, and may show how far they are; `iter` shows nothing."""

    def __call__(self, items: Iterable[T], /) -> Iterator[T]:
        """The same items."""
        ...
