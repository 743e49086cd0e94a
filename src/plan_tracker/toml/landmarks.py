"""Where targets and parts stand in a plan file's text, found without reading what they say."""

import re
from collections.abc import Iterator

from plan_tracker.problems import Path, Place

LONG_QUOTES = ('"""', "'''")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TARGET = "[targets."


class Landmarks:
    """The headings of targets and parts that stand in tables of their own.

    Those with blanks or escapes are left out, and all of them where a text of several lines could hold
    something that only looks like one. They are looked for as far as anyone asks, from the first one asked
    for: most who ask go through the file, or a share of it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, tuple[int, int]] = {}
        self._search: Iterator[str] | None = (
            iter(()) if any(quotes in text for quotes in LONG_QUOTES) else None
        )

    def place(self, file: str, path: Path) -> Place | None:
        """The place of the last key of a path, in its heading; None where there is none that is sure."""
        written = [part if _BARE.fullmatch(part) else f'"{part}"' for part in map(str, path)]
        heading = ".".join(written)
        position = None if "\\" in heading else self._position(heading)
        if position is None:
            return None
        line, start = position
        end, stop = 2 + len(heading), self._text.find("\n", start)
        text = self._text[start : stop if stop >= 0 else None]
        return Place(file, line, end - len(written[-1]), end, text.removesuffix("\r"))

    def _position(self, heading: str) -> tuple[int, int] | None:
        """The line of a heading, and where that begins."""
        if self._search is None:
            self._search = self._headings(self._text.find(f"\n[{heading}]") + 1)
        if heading not in self._found:
            any(found == heading for found in self._search)
        return self._found.get(heading)

    def _headings(self, begin: int) -> Iterator[str]:
        """Finds all headings, from the beginning of a line to the end and then those before it."""
        text = self._text
        for first, end in ((begin, len(text)), (0, begin)):
            line, at = text.count("\n", 0, first) + 1, first
            if text.startswith(_TARGET, at, end):
                yield self._note(at, line)
            while (after := text.find(f"\n{_TARGET}", at, end)) >= 0:
                line += text.count("\n", at, after + 1)
                at = after + 1
                yield self._note(at, line)

    def _note(self, at: int, line: int) -> str:
        heading = self._text[at + 1 : self._text.find("]", at)]
        self._found[heading] = line, at
        return heading
