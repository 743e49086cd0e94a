"""Which value is meant by a text that is none in TOML, { Q1: 80；H1: 190 }; how values are written."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

import tomli

from plan_tracker.numbers import typed
from plan_tracker.reading.figures_meant import ungrouped
from plan_tracker.toml.syntax.slips import half_width, is_value, key_text, toml_text, value_slip

QUOTES = "\"'“”‘’＂＇` "
_BETWEEN_COMMAS = re.compile(r"(?:[^,;{}\[\]]++|[{\[][^{}\[\]]*+[}\]])++")
"""What stands between two commas or semicolons that are in no inner table or list."""

_BRACKETS = {"{": "}", "[": "]", "(": ")"}


def value_meant(raw: str) -> object:
    """Returns the value that is meant; a text if it is none in TOML."""
    for text in (raw, half_width(raw)):
        try:
            return tomli.loads(f"v = {text}", parse_float=typed)["v"]
        except (ValueError, RecursionError):
            pass
    half = ungrouped(half_width(raw)).strip()
    if half[1:] and _BRACKETS.get(half[0]) == half[-1] and half.count("{") == half.count("}"):
        items = [each for each in _BETWEEN_COMMAS.findall(half[1:-1]) if each.strip()]
        pairs = [each.replace(":", "=").partition("=") for each in items]
        if pairs and all(mark for _, mark, _ in pairs):  # else the comma stood in a key: 甲、乙 = 3
            return {key.strip(QUOTES): value_meant(value.strip()) for key, _, value in pairs}
        if (half[0] == "[" or items[1:]) and not any(mark for _, mark, _ in pairs):
            return [value_meant(each.strip()) for each in items]
    return raw.strip(QUOTES)


def right_value(raw: str) -> str:
    """Returns a value as it is written right; an ellipsis where that is not known."""
    if is_value(raw):
        return raw
    slip = value_slip(raw, 1)
    return slip.fix if slip and slip.fix else "…"


def toml_value(value: object) -> str:
    """Writes a value as TOML; an ellipsis stands for what is not TOML."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return toml_text(value)
        case int() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return in_braces((str(key), toml_value(each)) for key, each in value.items())
        case list():
            return f"[{', '.join(map(toml_value, value))}]"
        case _:
            return "…"


def in_braces(pairs: Iterable[Sequence[str]]) -> str:
    """Writes pairs of a key and its value in braces; which of two values is right the user knows."""
    written: dict[str, str] = {}
    for key, value in pairs:
        if written.setdefault(key_text(key), value) != value:
            written[key_text(key)] = "…"
    return f"{{ {', '.join(f'{key} = {value}' for key, value in written.items())} }}"
