"""Takes tables and pairs out of a TOML text, with the comments that stand with them, and nothing else."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from plan_tracker.problems import Path
from plan_tracker.toml.spans import Layout, Span, Stretch
from plan_tracker.toml.splicing import OWN_COMMENTS, Scanned, Splice, line_end

_WITH_PAIRS = frozenset({Layout.FILE, Layout.HEADER})
_BLANK_LINES = re.compile(r"(?:[ \t]*+\r?\n)++")
_COMMA = re.compile(r"[ \t]*+,")


def cuts(document: Scanned, gone: Collection[Path]) -> list[Splice]:
    """Makes the splices that take out what stands at these paths; none of them may lie below another."""
    sections, pairs = list[Span](), list[Path]()
    for path in gone:
        _sort_out(document, path, sections, pairs)
    ends = sorted(span.extent[1] for span in document.spans.values() if span.layout in _WITH_PAIRS)
    stretches = list[Stretch]()
    for span in sorted(sections, key=lambda section: section.extent):
        stretches.append(_section(document.text, span, ends, stretches[-1][1] if stretches else 0))
    in_braces: dict[Path, set[Path]] = {}
    for pair in pairs:
        braces = _braces_around(document, pair)
        if braces is None:
            stretches.append(_lines(document.text, document.spans[pair].extent))
        else:
            in_braces.setdefault(braces, set()).add(pair)
    for braces, some in in_braces.items():
        stretches += _between(document, braces, some)
    return [Splice(start, end, "") for start, end in sorted(stretches)]


def is_on_a_line(document: Scanned, path: Path) -> bool:
    """Tells whether a path is one pair on a line of its own, so that it could be made a comment."""
    span = document.spans[path]
    is_pair = span.layout not in {Layout.HEADER, Layout.IMPLICIT, Layout.DOTTED}
    return (
        is_pair and "\n" not in document.text[slice(*span.extent)] and _braces_around(document, path) is None
    )


def _sort_out(document: Scanned, path: Path, sections: list[Span], pairs: list[Path]) -> None:
    """Adds the sections of a path, and the pairs that stand in other sections."""
    span = document.spans[path]
    match span.layout:
        case Layout.HEADER:
            sections.append(span)
            covered: list[Path] = []
            for child in document.children.get(path, ()):
                _sort_out(document, child, sections, covered)
        case Layout.IMPLICIT | Layout.DOTTED:
            for child in document.children.get(path, ()):
                _sort_out(document, child, sections, pairs)
        case _:
            pairs.append(path)


def _section(text: str, span: Span, ends: Sequence[int], taken: int) -> Stretch:
    """Returns the lines of a section, its comments, and blank lines behind it (before it, at the end).

    Blank lines stay where none stands before it and what does is not taken out: up to `taken` all is.
    `ends` are where sections end: what looks like a comment before may be the last line of a text.
    """
    before = bisect_right(ends, span.extent[0])
    start, floor = text.rfind("\n", 0, span.extent[0]) + 1, ends[before - 1] if before else 0
    while (above := text.rfind("\n", 0, max(start - 1, 0)) + 1) < start and above >= floor:
        if not text[above:start].lstrip(" \t").startswith("#"):
            break
        start = above
    end = line_end(text, span.extent[1])
    if comments := OWN_COMMENTS.match(text, end):
        end = comments.end()
    end = _next_line(text, end)
    is_apart = start == taken or not text[above:start].strip()
    if (blank := _BLANK_LINES.match(text, end)) and (is_apart or blank.end() == len(text)):
        end = blank.end()
    if end == len(text) and start:
        start = line_end(text, len(text[:start].rstrip(" \t\r\n")))
        end = line_end(text, end - 1) if text.endswith("\n") else end
    return start, end


def _lines(text: str, extent: Stretch) -> Stretch:
    """Returns the lines of a pair with the comment behind it."""
    start, end = text.rfind("\n", 0, extent[0]) + 1, _next_line(text, extent[1])
    if end == len(text) and not text.endswith("\n") and start:
        start -= 2 if text[start - 2 : start] == "\r\n" else 1
    return start, end


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _braces_around(document: Scanned, path: Path) -> Path | None:
    """Returns the nearest table in braces around a pair."""
    for depth in range(len(path) - 1, 0, -1):
        span = document.spans.get(path[:depth])
        if span and span.layout is Layout.INLINE_TABLE:
            return path[:depth]
    return None


def _between(document: Scanned, braces: Path, gone: Collection[Path]) -> Iterator[Stretch]:
    """Yields the stretches of some pairs in braces, each run of them with the commas that are left over."""
    text, spans = document.text, document.spans
    every = sorted(_statements(document, braces), key=lambda path: spans[path].extent)
    at = 0
    while at < len(every):
        if every[at] not in gone:
            at += 1
            continue
        first = at
        while at < len(every) and every[at] in gone:
            at += 1
        start, end = spans[every[first]].extent[0], spans[every[at - 1]].extent[1]
        before = spans[every[first - 1]].extent[1] if first else None
        if at < len(every):
            end = spans[every[at]].extent[0]
        elif before is not None and "\n" not in text[before:start]:
            start = before
        elif comma := _COMMA.match(text, end):
            end = comma.end()
        yield start, end


def _statements(document: Scanned, table: Path) -> Iterator[Path]:
    """Yields the pairs that are written in a table, also those with dotted keys."""
    for child in document.children.get(table, ()):
        if document.spans[child].layout is Layout.DOTTED:
            yield from _statements(document, child)
        else:
            yield child
