"""Where each key and value of a TOML document stands: for error messages, and to insert a figure."""

import re
from bisect import bisect_right
from collections.abc import Container, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import tomli

from plan_tracker.problems import Path, Place

Stretch: TypeAlias = tuple[int, int]
"""A piece of the text: offsets in code points, the end exclusive."""


class Layout(StrEnum):
    """How a thing is written down."""

    FILE = "file"  # the document itself, path ()
    SCALAR = "scalar"
    ARRAY = "array"
    INLINE_TABLE = "inline-table"
    HEADER = "header"  # [a.b]: the table a.b
    IMPLICIT = "implicit"  # [a.b]: the table a, if no header names it
    DOTTED = "dotted"  # a.b = 1: the table a
    ARRAY_OF_TABLES = "array-of-tables"  # all [[a]] together
    ELEMENT = "element"  # one [[a]]


class Span(NamedTuple):
    """Where one path stands.

    `key` is the part of the key that names the path, without its neighbours in a dotted key; for an element
    of an array it is the value. `value` is the value with its quotes, brackets or braces; for a table under a
    header it is the header with its brackets; for dotted and implicit tables it is the key. `extent` runs
    from the start of the whole `key = value` to its end; under a header, to the end of the last pair below
    that header; for a dotted table, to the end of the last pair that adds to it.
    """

    key: Stretch
    value: Stretch
    layout: Layout
    extent: Stretch


class Clash(NamedTuple):
    """A path that is given twice: the key of the first time, and that of the second."""

    path: Path
    first: Stretch
    again: Stretch


def scan(text: str, start: int = 0, wanted: Container[Path] | None = None) -> dict[Path, Span]:
    """Returns the span of every path in a valid TOML document from a heading on, and of `()`, the document.

    With `wanted`, other single values are left out: they are most of a large plan.
    """
    scanner = _Scanner(text, wanted)
    scanner.at = start
    scanner.run()
    return scanner.spans


def first_clash(text: str) -> Clash | None:
    """Returns the first path that is given twice, in a text without other faults."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.clash


def known_path(spans: Mapping[Path, Span], path: Path) -> Path:
    """Returns the longest beginning of a path that is in the text; for a missing key, its table."""
    while path not in spans:
        path = path[:-1]
    return path


def unquoted(key: str) -> str:
    """Returns the key that is written in quotes; only tomli knows all escapes."""
    return next(iter(tomli.loads(f"{key} = 0"))) if "\\" in key else key[1:-1]


class Lines:
    """The lines of a text; lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[int, str] = {}
        self._starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Returns the line and the column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Returns the offset of a line and a column."""
        return self._starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """Returns a line without its line ending; always the same object, since a line may be very long."""
        if number not in self._lines:
            start, ends = self._starts[number - 1], self._starts
            end = ends[number] - 1 if number < len(ends) else len(self._text)
            line = self._text[start:end]
            self._lines[number] = line.removesuffix("\r") if number < len(ends) else line
        return self._lines[number]

    def place(self, file: str, stretch: Stretch) -> Place:
        """Returns the place of a stretch, cut to its first line and at least one column wide."""
        number, column = self.position(stretch[0])
        line = self.line(number)
        column = min(column, len(line) + 1)
        end = min(column + stretch[1] - stretch[0], len(line) + 1)
        return Place(file=file, line=number, column=column, end=max(end, column + 1), text=line)


BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
"""A key that needs no quotes."""

_BLANK = re.compile(r"[ \t]*+")
_TRIVIA = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SCALAR = re.compile(r"[^,\]}#\r\n]*[^,\]}#\r\n \t]")
STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+""""{0,2}'
    r"|'''(?:[^']|'(?!''))*+''''{0,2}"
    r'|"(?!"")(?:[^"\\\n]|\\.)*+"|""(?!")'
    r"|'(?!'')[^'\n]*+'|''(?!')",
    re.DOTALL,
)
"""A string of TOML of any of its four kinds: in three double or single quotes, in one double or single."""

# Layouts that may be added at a path that has one already: (before, now).
_JOIN = {
    (Layout.IMPLICIT, Layout.IMPLICIT),
    (Layout.DOTTED, Layout.IMPLICIT),
    (Layout.HEADER, Layout.IMPLICIT),
    (Layout.DOTTED, Layout.DOTTED),
    (Layout.ARRAY_OF_TABLES, Layout.ARRAY_OF_TABLES),
}
_BETTER = {(Layout.IMPLICIT, Layout.HEADER), (Layout.IMPLICIT, Layout.DOTTED)}


class _Open(NamedTuple):
    """A bracket or brace that is not closed yet."""

    path: Path
    layout: Layout
    value_start: int
    extent_start: int


class _Scanner:
    """Reads once through a text that tomli has read, without recursion: open brackets lie on a stack."""

    def __init__(self, text: str, wanted: Container[Path] | None = None) -> None:
        self.text = text
        self.at = 0
        self._wanted = wanted
        self.spans: dict[Path, Span] = {(): Span((0, 0), (0, 0), Layout.FILE, (0, 0))}
        self.clash: Clash | None = None
        self._open: list[_Open] = []
        self._array_sizes: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}  # the number of the current element of each array of tables

    def run(self) -> None:
        section: Path = ()
        self._take(_TRIVIA)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                section = self._header()
            else:
                self._statement(section)
                span = self.spans[section]
                self.spans[section] = span._replace(extent=(span.extent[0], self.at))
            self._take(_TRIVIA)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            message = f"not TOML at offset {self.at}"
            raise ValueError(message)
        self.at = match.end()
        return match.group()

    def _put(self, path: Path, span: Span) -> None:
        old = self.spans.get(path)
        meeting = (old.layout, span.layout) if old else None
        if old is None or meeting in _BETTER:
            self.spans[path] = span
        elif meeting not in _JOIN and self.clash is None:
            self.clash = Clash(path, old.key, span.key)

    def _key_parts(self) -> list[tuple[str, Stretch]]:
        parts = []
        while True:
            self._take(_BLANK)
            start = self.at
            name = unquoted(self._take(STRING)) if self.text[start] in "\"'" else self._take(BARE_KEY)
            parts.append((name, (start, self.at)))
            self._take(_BLANK)
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def _header(self) -> Path:
        """Reads a header and notes where its tables stand; returns the path of the lines below it."""
        start = self.at
        brackets = 2 if self.text.startswith("[[", start) else 1
        self.at += brackets
        parts = self._key_parts()
        self.at += brackets
        header = (start, self.at)
        path: Path = ()
        for name, key in parts[:-1]:
            path = (*path, name)
            if path in self._tables:
                path = (*path, self._tables[path])
            else:
                self._put(path, Span(key, key, Layout.IMPLICIT, header))
        name, key = parts[-1]
        path = (*path, name)
        if brackets == 1:
            self._put(path, Span(key, header, Layout.HEADER, header))
            return path
        self._put(path, Span(key, header, Layout.ARRAY_OF_TABLES, header))
        number = self._tables[path] = self._tables.get(path, -1) + 1
        path = (*path, number)
        self._put(path, Span(key, header, Layout.ELEMENT, header))
        return path

    def _statement(self, section: Path) -> None:
        """Reads a pair of a table, with all that stands in its brackets and braces."""
        self._pair(section)
        while self._open:
            self._take(_TRIVIA)
            inner = self._open[-1]
            match self.text[self.at]:
                case "]" | "}":
                    self.at += 1
                    self._close(self._open.pop())
                case ",":
                    self.at += 1
                case _ if inner.layout is Layout.ARRAY:
                    number = self._array_sizes.get(inner.path, 0)
                    self._array_sizes[inner.path] = number + 1
                    self._value((*inner.path, number), None, self.at)
                case _:
                    self._pair(inner.path)

    def _pair(self, table: Path) -> None:
        parts = self._key_parts()
        start = parts[0][1][0]
        self.at += 1  # the equals sign
        self._take(_BLANK)
        path = table
        for name, key in parts[:-1]:
            path = (*path, name)
            self._put(path, Span(key, key, Layout.DOTTED, (start, key[1])))
        name, key = parts[-1]
        self._value((*path, name), key, start)

    def _value(self, path: Path, key: Stretch | None, extent_start: int) -> None:
        """Reads a scalar, or the bracket that opens an array or a table in braces."""
        start = self.at
        layout = {"[": Layout.ARRAY, "{": Layout.INLINE_TABLE}.get(self.text[start], Layout.SCALAR)
        opened = _Open(path=path, layout=layout, value_start=start, extent_start=extent_start)
        if layout is not Layout.SCALAR:
            self.at += 1
            self._open.append(opened)
        else:
            self._take(STRING if self.text[start] in "\"'" else _SCALAR)
            if self._wanted is not None and path not in self._wanted:
                return
        value = (start, self.at)
        self._put(path, Span(key or value, value, layout, (extent_start, self.at)))
        if layout is Layout.SCALAR:
            self._close(opened)

    def _close(self, ended: _Open) -> None:
        """Notes where a value ends, and lets the tables of its dotted key reach as far."""
        path, start = ended.path, ended.value_start
        span = self.spans[path]
        if span.value[0] != start:
            return  # a second one at this path, which has left no span
        value = (start, self.at)
        key = value if span.key[0] == start else span.key
        self.spans[path] = Span(key, value, span.layout, (ended.extent_start, self.at))
        for depth in range(len(path) - 1, 0, -1):
            table = self.spans[path[:depth]]
            if table.layout is not Layout.DOTTED:
                break
            self.spans[path[:depth]] = table._replace(extent=(table.extent[0], self.at))
