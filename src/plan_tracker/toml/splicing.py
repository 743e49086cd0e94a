"""Where in a TOML text a pair can be added so that nothing else changes, whatever the table's layout."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from plan_tracker.problems import Path
from plan_tracker.toml.headings import stretch_of
from plan_tracker.toml.spans import Layout, Span, Stretch, scan

_COMMA_THEN_LINE_END = re.compile(r"[ \t]*,[ \t]*(?:#[^\r\n]*)?(?=\r?\n)")
_NOTHING_THEN_LINE_END = re.compile(r"[ \t]*(?=\r?\n)")
OWN_COMMENTS = re.compile(r"(?:\r?\n[ \t]*+#[^\r\n]*+)++(?=\r?\n[ \t]*+(?:\r?\n|\Z)|\Z)")
"""Lines of comments below a table, with a blank line or the end of the file behind them."""

_ELSEWHERE = frozenset({Layout.HEADER, Layout.IMPLICIT})
"""Layouts of tables that stand below a header of their own."""


class Splice(NamedTuple):
    """A stretch of a text and what replaces it."""

    start: int
    end: int
    text: str


def apply(text: str, splices: Iterable[Splice]) -> str:
    """Returns the text after all splices; several at one place are inserted one after the other."""
    pieces, at = list[str](), 0
    for splice in sorted(splices, key=lambda each: each.start):
        pieces += (text[at : splice.start], splice.text)
        at = splice.end
    return "".join([*pieces, text[at:]])


class Scanned(NamedTuple):
    """A text, where everything in it stands, and which paths are directly below which."""

    text: str
    spans: Mapping[Path, Span]
    children: Mapping[Path, list[Path]]


@lru_cache(maxsize=1)  # a revision looks at the same text twice: for what stands there and for where to write
def scanned(text: str, target: str | None = None) -> Scanned:
    """Scans a TOML text; only one target of it, if that stands in one stretch."""
    own = None if target is None else stretch_of(text, target)
    start, end = own or (0, len(text))
    spans = scan(text[:end], start)
    children: dict[Path, list[Path]] = {}
    for path in spans:
        children.setdefault(path[:-1], []).append(path)
    return Scanned(text, spans, children)


def add_splice(
    document: Scanned, table: Path, key: str, value: str, where: Path | Literal["first", "last"]
) -> Splice:
    """Makes the splice that adds a pair (both as TOML) to a table: after a pair of it, first, or last.

    Dotted keys have no first place: a comment above them would come to stand above the new one.
    """
    text, spans, children = document
    span, written = spans[table], f"{key} = {value}"
    own = [spans[path] for path in children.get(table, ()) if spans[path].layout not in _ELSEWHERE]
    last = max(own, key=lambda each: each.extent[1], default=None)
    anchor = last if isinstance(where, str) else spans[where]
    match span.layout:
        case Layout.INLINE_TABLE:
            if anchor is None:
                return _into_braces(text, span, written)
            if where == "first":
                start = min(each.extent[0] for each in own)
                return Splice(start, start, f"{written}, ")
            return _behind_in_braces(text, anchor, written)
        case Layout.DOTTED:
            prefix = f"{text[span.extent[0] : span.key[1]]}."
            behind = anchor or span
            if any(spans[table[:depth]].layout is Layout.INLINE_TABLE for depth in range(1, len(table))):
                return _behind_in_braces(text, behind, prefix + written)
            return _line_behind(text, behind.extent, prefix + written)
        case Layout.IMPLICIT:
            header = f"{text[span.extent[0] : span.key[1]]}]"
            section = next(each for each in spans.values() if each.value == span.extent)
            return _line_behind(text, section.extent, "", header, written)
        case _:
            above = span.value if anchor is None or where == "first" else anchor.extent
            return _line_behind(text, above, written)


def add_table(document: Scanned, table: Path, key: str, pair: str) -> Splice:
    """Makes the splice that adds a table with one pair below `[table]`, under a header of its own."""
    text, span = document.text, document.spans[table]
    start, end = span.value
    return _line_behind(text, span.extent, f"{text[start : end - 1]}.{key}]", pair)


def add_section(document: Scanned, table: Path, *lines: str) -> Splice:
    """Makes the splice that adds lines, a header first, behind a table and all that follows below it.

    Comments right below belong to the table, unless the next header follows them at once.
    """
    text, spans, _ = document
    headers = ((span.value[0], path) for path, span in spans.items() if span.layout is Layout.HEADER)
    sections = [path for _, path in sorted(headers)]
    own = [path[: len(table)] == table for path in sections]
    last = first = sections.index(table) if table in sections else own.index(True)
    while own[last + 1 : last + 2] == [True]:
        last += 1
    indent = _indent(text, spans[sections[first]].extent[0])
    end = line_end(text, spans[sections[last]].extent[1])
    if comments := OWN_COMMENTS.match(text, end):
        end = comments.end()
    return _lines_at(text, end, indent, "", *lines)


def _line_behind(text: str, extent: Stretch, *lines: str) -> Splice:
    """Makes the splice of new lines below the line on which the extent ends, indented as the extent is."""
    return _lines_at(text, line_end(text, extent[1]), _indent(text, extent[0]), *lines)


def _lines_at(text: str, end: int, indent: str, *lines: str) -> Splice:
    """Makes the splice of lines behind the line that ends at an offset."""
    newline = _newline(text, end)
    return Splice(end, end, "".join(f"{newline}{indent if line else ''}{line}" for line in lines))


def _indent(text: str, at: int) -> str:
    """Returns what stands before an offset on its line."""
    return text[text.rfind("\n", 0, at) + 1 : at]


def line_end(text: str, at: int) -> int:
    """Returns where the line of an offset ends, before its line ending."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end - (text[end - 1] == "\r")


def _behind_in_braces(text: str, pair: Span, written: str) -> Splice:
    """Makes the splice after a pair in braces, on its own line if the pair has one and no comment moves."""
    start, end = pair.extent
    line = text.rfind("\n", 0, start) + 1
    indent = text[line:start]
    if not indent.strip(" \t"):
        newline = _newline(text, end)
        if match := _COMMA_THEN_LINE_END.match(text, end):
            return Splice(match.end(), match.end(), f"{newline}{indent}{written},")
        if _NOTHING_THEN_LINE_END.match(text, end):
            return Splice(end, end, f",{newline}{indent}{written}")
    return Splice(end, end, f", {written}")


def _into_braces(text: str, table: Span, written: str) -> Splice:
    start = table.value[0] + 1
    return Splice(start, start, f" {written}{' ' if text[start] == '}' else ''}")


def _newline(text: str, at: int) -> str:
    """Returns the line ending that is used here, else anywhere in the text."""
    end = text.find("\n", at)
    if end < 0:
        end = text.rfind("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"
