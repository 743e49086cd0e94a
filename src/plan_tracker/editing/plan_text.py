"""The tables of a plan file and its text: the one is made of the other, laid out as a person would do it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

import tomli

from plan_tracker.numbers import plain, toml_number
from plan_tracker.toml.spans import BARE_KEY

Document: TypeAlias = dict[str, object]
"""Tables as `tomli` gives them: text, decimals, dates, truths, and tables of those."""


def tables_of(text: str) -> dict[str, Any]:
    """Parses the text of a valid plan into its tables."""
    return tomli.loads(text, parse_float=toml_number)


def parsed(text: str) -> Document | None:
    """Parses a text into its tables; returns None if it is not TOML."""
    try:
        return tables_of(text)
    except (ValueError, RecursionError):
        return None


def table_in(table: Mapping[str, object], key: str) -> Document:
    """Returns the table under a key, or an empty one."""
    inner = table.get(key)
    return inner if isinstance(inner, dict) else {}


def plan_text(document: Mapping[str, object], comment: str) -> str:
    """Writes the text of a plan file, one table per target, with a comment before it."""
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    lines += ["", "[plan]", *pairs(table_in(document, "plan"))]
    targets = table_in(document, "targets")
    for name in targets:
        table = table_in(targets, name)
        parts = table_in(table, "parts")
        lines += ["", f"[targets.{key(name)}]", *pairs(table)]
        for part in parts:
            lines += ["", f"[targets.{key(name)}.parts.{key(part)}]", *pairs(table_in(parts, part))]
    return "\n".join(lines) + "\n"


def pairs(table: Mapping[str, object]) -> list[str]:
    """Returns the lines of a table's pairs, without its parts, which have tables of their own."""
    return [f"{key(name)} = {literal(value)}" for name, value in table.items() if name != "parts"]


@lru_cache(maxsize=4096)  # all tables have the same keys
def key(name: str) -> str:
    """Writes a key as TOML: bare, or else as a text."""
    return name if BARE_KEY.fullmatch(name) else literal(name)


def literal(value: object) -> str:
    """Writes a value as TOML; numbers keep their digits and never have an exponent."""
    if isinstance(value, str) and value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'  # the usual case, as tomli_w writes it: in a thirtieth of the time
    match value:
        case Decimal():
            return plain(value)
        case bool() | int() | str():
            import tomli_w  # only where a plan is written

            return tomli_w.dumps({"k": value}).removeprefix("k = ").removesuffix("\n")
        case date():  # also for a moment, which is a date too
            return value.isoformat()
        case dict():
            inner = [f"{key(str(name))} = {literal(each)}" for name, each in value.items()]
            return f"{{ {', '.join(inner)} }}"
        case _:
            raise TypeError(value)
