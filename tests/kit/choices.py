"""Choices that drawn bytes make: Hypothesis takes as long for one number as for all the bytes of a plan.

Fewer and lower bytes make a smaller plan, so that what fails shrinks as usual: the first of what can be
picked is the simplest.
"""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


def drawn_bytes(least: int, most: int) -> st.SearchStrategy[bytes]:
    """Draws `least` to `most` bytes: as many as can be, and how many are kept.

    To ask after each byte whether another one follows, as for a length that is not fixed, takes ten times as
    long as the bytes.
    """
    every = st.binary(min_size=most, max_size=most)
    return st.builds(lambda drawn, kept: drawn[:kept], every, st.integers(least, most))


class Choices:
    """Chooses as the bytes say, one after the other; the first, or nothing, once they have run out."""

    def __init__(self, choices: bytes) -> None:
        self._choices = iter(choices)

    def number(self, most: int) -> int:
        """Returns a number from 0 to `most`; 0 once the bytes have run out."""
        drawn = 0
        for _ in range(0, most.bit_length(), 8):
            drawn = drawn * 256 + next(self._choices, 0)
        return drawn % (most + 1)

    def pick(self, *choices: T) -> T:
        """Returns one of these."""
        return choices[self.number(len(choices) - 1)]

    def some(self, choices: Sequence[T], most: int, least: int = 0) -> list[T]:
        """Returns `least` to `most` different ones, in any order."""
        left, found = list(choices), list[T]()
        for _ in range(least + self.number(most - least)):
            found.append(left.pop(self.number(len(left) - 1)))
        return found

    def maybe(self) -> bool:
        """Returns true or false."""
        return self.number(1) == 1
