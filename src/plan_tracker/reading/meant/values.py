"""Which value is meant by a text that TOML refuses, { Q1: 80；H1: 190 }; how values are written."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

import tomli

from plan_tracker.numbers import toml_number
from plan_tracker.reading.meant.figures import ungrouped
from plan_tracker.toml.syntax.slips import (
    CURLY,
    half_width,
    is_value,
    key_text,
    toml_text,
    without_quotes,
)

_BEGINS, _ENDS = r"(?<![^\s\[{(,;:=，；：＝｛［（、])", r"(?=\s*+(?:[\]}),;:=，；：＝｝］）、]|$))"
"""Where a text may begin and end, so that in { H1 = "47.5%, Q1 = ">50%" } there is no text `", Q1 = "`."""

_STRAIGHT = r"""(?:"(?:[^"\\]|\\.)*+"|'[^']*+')"""
_TEXT = rf"(?:{_BEGINS}{_STRAIGHT}{_ENDS}|{CURLY})"
_TEXTS = re.compile(f"({_TEXT})")
_INNER = r"[{\[][^{}\[\]]*+[}\]]"
for _ in range(4):  # as deep as an adjusted goal of a part stands in its target
    _INNER = rf"[{{\[](?:[^{{}}\[\]]++|{_INNER})*+[}}\]]"
_BETWEEN_COMMAS = re.compile(rf"(?:{_TEXT}|[^,;{{}}\[\]\"'“‘]++|[\"'“‘]|{_INNER})++")
"""What stands between two commas or semicolons that are in no text and in no inner table or list."""

_PAIR = re.compile(rf"\s*+({_TEXT}\s*+|[^=:{{}}]*+)(?:=>(?=\s)|[=:])((?:{_TEXT}|{_INNER}|[^={{}}])*+)$")
"""A key and its value; nothing with a second `=`, which begins another pair whose comma is missing."""

_KEY = re.compile(rf"({_STRAIGHT}|[^\"' ]*) = ")
"""A key as it is written, up to its value."""

_IN_BRACKETS = re.compile(rf"{_INNER}|\(.+\)", re.DOTALL)


def value_meant(raw: str) -> object:
    """Returns the value that is meant; the text itself where nothing else can be made of it."""
    half = _outside_of_texts(raw, half_width)
    for text in (raw, half):
        try:
            return tomli.loads(f"v = {text}", parse_float=toml_number)["v"]
        except (ValueError, RecursionError):
            pass
    half = _outside_of_texts(half, ungrouped).strip()
    if _IN_BRACKETS.fullmatch(half):
        items = [each for each in _BETWEEN_COMMAS.findall(half[1:-1]) if each.strip()]
        pairs = [_PAIR.match(each) for each in items]
        if pairs and all(pairs):  # else the comma stood in a key: 甲、乙 = 3
            return {_text(pair[1].strip()): value_meant(pair[2].strip()) for pair in pairs if pair}
        if (half[0] == "[" or items[1:]) and not any(pairs):
            return [value_meant(each.strip()) for each in items]
    return _text(raw)


def _text(raw: str) -> str:
    """Returns a text as it is without the quotation marks around it."""
    if re.fullmatch(_STRAIGHT, raw) and is_value(raw):
        return str(tomli.loads(f"v = {raw}")["v"])
    return without_quotes(raw)


def _outside_of_texts(raw: str, change: Callable[[str], str]) -> str:
    """Returns a value that is changed but for the texts in it."""
    return "".join(part if at % 2 else change(part) for at, part in enumerate(_TEXTS.split(raw)))


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
            return in_braces(f"{key_text(str(key))} = {toml_value(each)}" for key, each in value.items())
        case list():
            return f"[{', '.join(map(toml_value, value))}]"
        case _:
            return "…"


def in_braces(lines: Iterable[str]) -> str:
    """Writes lines with a key and its value in braces; which of two values is right the user knows."""
    written: dict[str, str] = {}
    for line in lines:
        _, key, value = _KEY.split(line, 1)
        if written.setdefault(key, value) != value:
            written[key] = "…"
    return f"{{ {', '.join(f'{key} = {value}' for key, value in written.items())} }}"
