"""JSON: numbers with their exact digits, which the standard encoder cannot write."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TextIO

from plan_tracker.numbers import plain
from plan_tracker.reports.objects import Json, Object

_INNER, _INMOST = "\n  ", "\n    "


def write(value: Object, out: TextIO) -> None:
    """Writes an object and a line feed; of items that are made one by one no more than one is ever held."""
    before = "{"
    for key, item in value.items():
        out.write(f"{before}{_INNER}{_quoted(key)}: ")
        if isinstance(item, Iterator):
            out.writelines(_one_by_one(item))
        else:
            out.write(encode(item, _INNER))
        before = ","
    out.write("\n}\n")


def _one_by_one(items: Iterator[Json]) -> Iterator[str]:
    before = "["
    for item in items:
        yield f"{before}{_INMOST}{encode(item, _INMOST)}"
        before = ","
    yield "[]" if before == "[" else f"{_INNER}]"


def encode(value: Json, indent: str = "\n") -> str:
    """Returns a value as JSON, each item of an object or list on its own line, no letter escaped."""
    match value:
        case str():
            return _quoted(value)
        case None | bool() | int():
            return json.dumps(value)
        case Decimal():
            return plain(value)
        case date():
            return f'"{value.isoformat()}"'
        case Mapping():
            inner = indent + "  "
            items = [f"{_quoted(key)}: {encode(item, inner)}" for key, item in value.items()]
            return f"{{{inner}{f',{inner}'.join(items)}{indent}}}" if items else "{}"
        case _:
            inner = indent + "  "
            items = [encode(item, inner) for item in value]
            return f"[{inner}{f',{inner}'.join(items)}{indent}]" if items else "[]"


def _quoted(text: str) -> str:
    """Writes a text as JSON, with `##[`, which a log of GitHub Actions takes for a command, escaped."""
    return json.dumps(text, ensure_ascii=False).replace("##[", "##\\u005b")
