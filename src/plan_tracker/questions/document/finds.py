"""Places of a text that print a figure, kept as numbers: a text may have a million of them."""

from array import array
from collections.abc import Iterable, Iterator

from plan_tracker.questions.document.prose import Number


class Finds:
    """The places that print a figure, in the order of the text."""

    def __init__(self) -> None:
        self.starts, self._ends = array("q"), array("q")

    def add(self, number: Number) -> int:
        """Puts one more place among the others and returns its index.

        A number torn apart comes after its pieces, and is put before them.
        """
        at = len(self.starts)
        while at and self.starts[at - 1] > number.start:
            at -= 1
        self.starts.insert(at, number.start)
        self._ends.insert(at, number.end)
        return at

    def numbers(self, text: str, places: Iterable[int] | None = None) -> Iterator[Number]:
        """Yields the places with these indices, or all places."""
        for at in range(len(self.starts)) if places is None else places:
            start, end = self.starts[at], self._ends[at]
            yield Number(text[start:end].replace(" ", "").replace(",", ""), start, end)
