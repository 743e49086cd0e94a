"""Where targets and parts stand in a plan file's text, found without reading what they say."""

import re

from plan_tracker.problems import Path, Place

LONG_QUOTES = ('"""', "'''")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TARGET = "\n[targets."


class Landmarks:
    """The headings of targets and parts that stand in tables of their own.

    Those with blanks or escapes are left out, and all of them where a text of several lines could hold
    something that only looks like one.
    """

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}\n"
        self._found: dict[str, tuple[int, int]] = {}
        if any(quotes in text for quotes in LONG_QUOTES):
            return
        line, last, at = 0, 0, self._text.find(_TARGET)
        while at >= 0:
            line += self._text.count("\n", last, at + 1)
            self._found[self._text[at + 2 : self._text.find("]", at)]] = line, at + 1
            last, at = at + 1, self._text.find(_TARGET, at + 1)

    def place(self, file: str, path: Path) -> Place | None:
        """The place of the last key of a path, in its heading; None where there is none that is sure."""
        written = [part if _BARE.fullmatch(part) else f'"{part}"' for part in map(str, path)]
        heading = ".".join(written)
        if heading not in self._found or "\\" in heading:
            return None
        line, start = self._found[heading]
        end = 2 + len(heading)
        text = self._text[start : self._text.find("\n", start)]
        return Place(file, line, end - len(written[-1]), end, text.removesuffix("\r"))
