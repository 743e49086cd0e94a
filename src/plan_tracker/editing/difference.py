"""What changes in a plan file, as `diff -u` shows it."""

from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise

_AROUND = 2
"""How many lines are shown before and after each change."""


def difference(old: str, new: str, file: str) -> Iterator[str]:
    """Yields the lines that tell how a plan changes; none if it does not."""
    before, after = _lines(old), _lines(new)
    for number, group in enumerate(_ByTables(before, after).get_grouped_opcodes(_AROUND)):
        if number == 0:
            yield from (f"--- {file}", f"+++ {file}")
        (_, first, _, other_first, _), (_, _, last, _, other_last) = group[0], group[-1]
        yield f"@@ -{_range(first, last)} +{_range(other_first, other_last)} @@"
        for tag, start, end, other_start, other_end in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[start:end])
            else:
                yield from (f"-{line}" for line in before[start:end])
                yield from (f"+{line}" for line in after[other_start:other_end])


def _lines(text: str) -> list[str]:
    """Returns the lines as editors count them: U+2028 and the like, which `splitlines` heeds, end none."""
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    return lines if lines[-1] else lines[:-1]


def _range(start: int, end: int) -> str:
    """Writes the lines of one file that a piece of a difference is about."""
    length = end - start
    return str(start + 1) if length == 1 else f"{start + 1 if length else start},{length}"


class _ByTables(SequenceMatcher[str]):
    """Compares two plans table by table, and takes as long for each table that changed.

    `difflib` alone looks through the whole plan again for each change if the tables are of one length, and
    takes lines such as `unit = "km"` of one table for those of another.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        self._old, self._new = old, new

    def get_matching_blocks(self) -> list[Match]:
        """Returns the stretches of lines that both plans have, and an empty one at the end."""
        old, new = _tables(self._old), _tables(self._new)
        headings = SequenceMatcher(
            None,
            [self._old[table.start] for table in old],
            [self._new[table.start] for table in new],
            autojunk=False,
        )
        blocks: list[Match] = []
        for at, other, size in headings.get_matching_blocks():
            for table, its_own in zip(old[at : at + size], new[other : other + size], strict=True):
                for block in _alike(
                    self._old[table.start : table.stop], self._new[its_own.start : its_own.stop]
                ):
                    _add(blocks, Match(table.start + block.a, its_own.start + block.b, block.size))
        return [*blocks, Match(len(self._old), len(self._new), 0)]


def _tables(lines: Sequence[str]) -> list[range]:
    """Returns where the lines of each table are; the first begins where the plan does.

    A line within a text or a list may look like a heading: then what is compared is only divided once more.
    """
    starts = [0, *(at for at, line in enumerate(lines) if at and line.startswith("[")), len(lines)]
    return [range(*ends) for ends in pairwise(starts) if ends[0] < ends[1]]


def _alike(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    if old == new:
        return [Match(0, 0, len(old))]
    return SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()[:-1]


def _add(blocks: list[Match], block: Match) -> None:
    """Adds a stretch, to the last one if it begins where that ends in both plans."""
    last = blocks[-1] if blocks else Match(0, 0, 0)
    if (last.a + last.size, last.b + last.size) == (block.a, block.b):
        block = Match(last.a, last.b, last.size + block.size)
        del blocks[-1:]
    blocks.append(block)
