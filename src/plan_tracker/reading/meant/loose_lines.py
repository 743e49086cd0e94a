"""The lines of a text that is not TOML, as far as they can be told: what begins a table, keys and values."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plan_tracker.plan.names import simplest
from plan_tracker.plan.period_words import said
from plan_tracker.problems import Path
from plan_tracker.reading.faults import words
from plan_tracker.reading.meant.advice import table_meant
from plan_tracker.reading.meant.pairs import keys_of, right_key
from plan_tracker.reading.meant.values import value_meant
from plan_tracker.toml.syntax.keys import OTHER_COMMENT
from plan_tracker.toml.syntax.slips import key_parts, key_text, without_quotes

_HEADER = re.compile(r"\s*[\[［【]([^\[\]［］【】]+)[\]］】]?\s*(?:#.*)?$")
_NO_HEADER = re.compile(r"\s*[({（]?([^\s\[\](){}（）=＝#]+?)[\])}）:：]?\s*$")
"""What may be a header in other brackets, or in none."""

_GOES_ON = re.compile(r"\s*[\[［【]([^\[\]［］【】]+)[\]］】]")
"""What may be a header with something behind it: `[targets.a]]`."""

_PAIR = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|“[^”]*”|[^=＝:：#"'{}\[\]])++)(?:=>|[=＝:：]+)\s*(.*)$""")
_BEHIND = " \t\r,，;；"
"""What is no part of a value: a comma behind it is that of JSON."""

_COMMENT = re.compile(rf"""\s*{OTHER_COMMENT}.*$|((?:"[^"]*"|'[^']*'|“[^”]*”|[^#"'“])*)#.*$""")
"""A comment, also behind a sign of another language, that does not stand in quotes."""


class Line(NamedTuple):
    """A line that begins a table, or has a key and its value, with the table in which it stands.

    Of a dotted key, `actual.H1`, `key` is the last part and `table` that of the others; `before` is how these
    are rightly written, and `renamed` says that they were not.
    """

    table: Path
    key: str
    raw: str
    before: str = ""
    renamed: bool = False


def lines_of(text: str) -> Iterator[tuple[int, Line]]:
    """Yields the lines that begin tables or have pairs, by their numbers."""
    table: Path = ()
    around: list[Path] = []
    for number, whole in enumerate(text.split("\n"), 1):
        line = match[1] or "" if (match := _COMMENT.fullmatch(whole)) else whole
        if header := _header_in(line):
            yield number, header
            table, around = header.table, []
        elif pair := _PAIR.match(line):
            found = _line(table, pair[1].rstrip(), pair[2].rstrip(_BEHIND))
            yield number, found
            if found.raw == "{":  # its pairs follow on lines of their own
                around.append(table)
                table = _right_table((*found.table, found.key))
        elif around and line.strip()[:1] == "}":
            table = around.pop()


def _header_in(line: str) -> Line | None:
    """Returns the table that a line begins, also one in other brackets or with other signs than dots."""
    header = _HEADER.match(line)
    match = header or _NO_HEADER.match(line) or _GOES_ON.match(line)
    if match is None:
        return None
    written = tuple(part.fix.strip("\"'") for part in key_parts(match[1]))
    table = _right_table((table_meant(written[0]) if len(written) == 1 else ()) or written)
    if header is None and table[0] not in words.TABLES.values():
        return None
    return Line(table=table, key="", raw="", renamed=header is None or table != written)


def _line(table: Path, key: str, raw: str) -> Line:
    """Returns the line of a key in a table; the parts of a dotted one but the last are tables below it."""
    whole = without_quotes(key)
    *above, last = [part.fix.strip("\"'") for part in key_parts(key)]
    if keys_of(table) and "".join(above).isdecimal():  # of a numbered list
        return Line(table, last, raw)
    if not above or not all((*above, last)) or said(whole):
        return Line(table=table, key=whole, raw=raw)
    below = _right_table((*table, *above))
    names = [str(part) for part in below[len(table) :]]
    return Line(
        below, last, raw, before="".join(f"{key_text(each)}." for each in names), renamed=names != above
    )


def _right_table(table: Path) -> Path:
    """Returns the table under its right name."""
    first, *rest = table
    rest = [
        words.TARGET_KEYS.get(simplest(str(each)), each) if at % 2 else each for at, each in enumerate(rest)
    ]
    return (words.TABLES.get(simplest(str(first)), first), *rest)


def document_of(lines: Iterable[Line]) -> dict[str, object]:
    """Returns the tables of a text as far as they can be told."""
    document: dict[str, object] = {}
    for line in lines:
        inner: dict[str, object] = document
        for part in line.table:
            below = inner.setdefault(str(part), {})
            if not isinstance(below, dict):
                break
            inner = below
        else:
            if line.key:
                inner.setdefault(right_key(line.table, line.key), value_meant(line.raw))
    return document
