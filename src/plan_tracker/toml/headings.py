"""Finds the headings of a plan's tables without reading what stands below them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan_tracker.problems import Path, Place
from plan_tracker.toml.spans import STRING, Stretch, unquoted

_KEY = r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'"""
_EVERY_KEY = re.compile(_KEY)
_HEADING = re.compile(  # found three times as fast as with "^" in place of the line feed
    rf"\n[ \t]*+\[[ \t]*+((?:{_KEY})(?:[ \t]*+\.[ \t]*+(?:{_KEY}))++)[ \t]*+\]"
)
"""The heading of a table with two or more keys."""

_BARE = re.compile(r"[A-Za-z0-9_.-]+")
_TEXT_OR_COMMENT = re.compile(rf"{STRING.pattern}|\#[^\n]*+", re.DOTALL)
"""What may hold the like of a heading without being one."""


class Heading(NamedTuple):
    """The heading of one table: its path, its line, the offset of that line, and its last key's place."""

    path: Path
    line: int
    start: int
    key: Stretch


class Headings:
    """The headings of a text by their paths; they are looked up only as far as anyone asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rest = headings(text)
        self._known: dict[Path, Heading] = {}

    def place(self, file: str, path: Path) -> Place | None:
        """Returns the place of the last key of a path in its heading; None if it has no heading."""
        while path not in self._known and (heading := next(self._rest, None)):
            self._known[heading.path] = heading
        if (found := self._known.get(path)) is None:
            return None
        start, (first, last) = found.start, found.key
        end = self._text.find("\n", start)
        text = self._text[start : end if end >= 0 else None].removesuffix("\r")
        return Place(file=file, line=found.line, column=first - start + 1, end=last - start + 1, text=text)


def headings(text: str) -> Iterator[Heading]:
    """Yields the headings of two or more keys, such as `[targets.a]`, in a valid TOML text.

    Lines within texts of several lines are skipped. A list can have the line `[1.5]`, which is taken for a
    heading, but no line that could be taken for the heading of a target.
    """
    hidden, never = _long_texts(text), (len(text) + 1, len(text) + 1)
    first, last = next(hidden, never)
    line, counted = 1, 0
    for match in _HEADING.finditer(f"\n{text}"):
        start, end = match.start(), match.end(1) - 1
        while last <= start:
            first, last = next(hidden, never)
        if start <= first:
            line += text.count("\n", counted, start)
            counted = start
            path, key = _path(match[1])
            yield Heading(path=path, line=line, start=start, key=(end - len(key), end))


def stretch_of(text: str, target: str) -> Stretch | None:
    """Returns the stretch from a target's heading to the next target's; None if it is in several pieces."""
    found = [heading for heading in headings(text) if heading.path[0] == "targets"]
    own = [number for number, heading in enumerate(found) if heading.path[1] == target]
    if ("targets", target) not in (found[each].path for each in own) or own[-1] - own[0] >= len(own):
        return None
    below = own[-1] + 1
    return found[own[0]].start, found[below].start if below < len(found) else len(text)


def _path(keys: str) -> tuple[Path, str]:
    """Returns the path that dotted keys mean, and the last key as it is written."""
    if _BARE.fullmatch(keys):  # nearly all: found in half the time
        path = tuple(keys.split("."))
        return path, path[-1]
    several = _EVERY_KEY.findall(keys)
    return tuple([key if key[0] not in "\"'" else unquoted(key) for key in several]), several[-1]


def _long_texts(text: str) -> Iterator[Stretch]:
    """Yields the stretches of all texts in triple quotes."""
    if '"""' in text or "'''" in text:
        for match in _TEXT_OR_COMMENT.finditer(text):
            if match[0].startswith(('"""', "'''")):
                yield match.span()
