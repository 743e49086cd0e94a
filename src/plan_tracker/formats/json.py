"""JSON: numbers with their exact digits, which the standard encoder cannot write."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from json import JSONEncoder
from typing import TextIO

from plan_tracker.numbers import plain
from plan_tracker.reports.objects import Json, Object

_INNER, _INMOST = "\n  ", "\n    "


def write(value: Object, out: TextIO) -> None:
    """Writes an object and a line feed; of items that are made one by one no more than one is ever held."""
    before = "{"
    for key, item in value.items():
        out.write(f"{before}{_INNER}{_key(key)}")
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
        case None:
            return "null"
        case str():
            return _quoted(value)
        case Decimal():
            return plain(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return f'"{value.isoformat()}"'
        case Mapping():
            inner = indent + "  "
            items = [f"{_key(key)}{encode(item, inner)}" for key, item in value.items()]
            return f"{{{inner}{f',{inner}'.join(items)}{indent}}}" if items else "{}"
        case _:
            inner = indent + "  "
            items = [encode(item, inner) for item in value]
            return f"[{inner}{f',{inner}'.join(items)}{indent}]" if items else "[]"


_LOG_COMMAND = re.compile(r"(##(?:vso)?)\[", re.IGNORECASE)
_written = JSONEncoder(ensure_ascii=False).encode  # json.dumps makes an encoder for each text


def _quoted(text: str) -> str:
    """Writes a text as JSON, with `##[` and `##vso[`, which a log takes for a command, escaped."""
    written = _written(text)
    return _LOG_COMMAND.sub(r"\1\\u005b", written) if "##" in written else written


@lru_cache(maxsize=1024)  # all rows have the same keys
def _key(text: str) -> str:
    return f"{_quoted(text)}: "
