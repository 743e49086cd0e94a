"""Faults in a key, in a header, or where the equals sign should stand."""

import re

from plan_tracker.toml.syntax import phrases as say
from plan_tracker.toml.syntax.slips import (
    WITH_COMMA,
    KeyPart,
    Slip,
    comma_slip,
    full_width_slip,
    half_width,
    is_full_width,
    is_value,
    key_parts,
    key_text,
    value_slip,
)
from plan_tracker.toml.syntax.stops import Found, Stop

SEPARATOR = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^=＝:：\n#"'])*+([=＝:：])""")
OTHER_COMMENT = "(?:＃|//|--|;|%|<!--)"
"""What begins a comment elsewhere, as a pattern."""

_OPENING = re.compile(r"[\[［【]{1,2}")
_CLOSING = re.compile(r"[\]］】]{1,2}$")
_COMMA = re.compile(rf"(?<![\w.,-])(?:{WITH_COMMA.pattern})(?=[ \t]*$)")
_WHOLE = re.compile(rf"(?:{WITH_COMMA.pattern})(?![\w-])")
_INDEXED = re.compile(r"""([A-Za-z_]++)\[ *+["']?([^\[\]"'=]++)["']? *+\] *+=(.+)$""")
_WITHOUT_SIGN = re.compile(r"([A-Za-z_]++)[ \t]*+(\{.*\})$")
"""What other languages have for `actual.H1 = 190` and for `actual = { H1 = 190 }`."""

_LONGEST = 64  # characters of a number that is looked for
_CONFLICT = re.compile("(?:<<<<<<<|=======|>>>>>>>)[^\n]*")


def in_header(stop: Stop) -> Found | None:
    """Returns the slip in a `[header]`."""
    start, end = stop.around.statement, stop.content_end(stop.around.statement)
    match = _OPENING.match(stop.text, start, end)
    opening = match.group() if match else ""
    inner = stop.text[start + len(opening) : end]
    closing = _CLOSING.search(inner)
    parts = list(key_parts(inner[: closing.start()] if closing else inner))
    if not all(part.fix for part in parts):
        return _no_key(stop) if stop.character in {"]", "."} else None
    fix = half_width(opening) + ".".join(part.fix for part in parts) + "]" * len(opening)
    if found := _bad_key(stop, parts, start + len(opening), fix):
        return found
    if closing and len(closing.group()) == len(opening):
        return None
    hint = say.WRITE.fill(fix=fix)
    slip = Slip("toml-unclosed-heading", say.UNCLOSED_BRACKET.fill(found=opening), hint, fix)
    return Found(slip, (start, end))


def in_key(stop: Stop) -> Found | None:
    """Returns the slip where a key, a part of one or an equals sign was expected."""
    at = stop.at
    if at == stop.line_start and (conflict := _CONFLICT.match(stop.text, at)):
        return Found(Slip("toml-conflict", say.CONFLICT.fill(), say.CONFLICT_HINT.fill()), conflict.span())
    if stop.around.opened and (number := _COMMA.search(stop.text, max(stop.line_start, at - _LONGEST), at)):
        whole = _WHOLE.match(stop.text, number.start())  # of 1,234,567 only 1,234 is before the place
        end = max(number.end(), whole.end() if whole else 0)
        return Found(comma_slip(stop.text[number.start() : end]), (number.start(), end))
    start = stop.skip_blanks(max(stop.around.value, stop.line_start))
    if re.match(OTHER_COMMENT, stop.text[start : start + 4]):
        return _no_separator(stop, start)
    if not stop.around.opened and (found := _in_other_languages(stop, start)):
        return found
    separator = SEPARATOR.match(stop.text, start)
    if separator is None or (stop.around.opened and stop.item_end(start) < separator.start(1)):
        return _no_separator(stop, start)
    parts = list(key_parts(stop.text[start : separator.start(1)]))
    if not all(part.fix for part in parts):
        return _no_key(stop) if stop.character in {"=", ".", "＝", ":", "："} else None
    if at == separator.start(1):
        return _wrong_separator(stop, start)
    return _bad_key(stop, parts, start, ".".join(part.fix for part in parts))


def _in_other_languages(stop: Stop, start: int) -> Found | None:
    """Returns the slip of a pair as other languages write it: `actual[H1] = 190`, `actual { H1 = 190 }`."""
    line = stop.text[start : stop.content_end(start)]
    indexed, table = _INDEXED.match(line), _WITHOUT_SIGN.match(line)
    if indexed and not indexed[2].strip().isdecimal():
        key, value = f"{indexed[1]}.{key_text(indexed[2].strip())}", indexed[3].strip()
    elif table:
        key, value = table.groups()
    else:
        return None
    if not is_value(value):
        return None
    fix = f"{key} = {value}"
    slip = Slip("toml-no-equals", say.NO_EQUALS.fill(found=line), say.WRITE.fill(fix=fix), fix)
    return Found(slip, (start, start + len(line)))


def _bad_key(stop: Stop, parts: list[KeyPart], start: int, fix: str) -> Found | None:
    """Returns the slip of a character or part of a key that cannot be written like this."""
    if is_full_width(stop.character) and not stop.character.isalnum():
        return Found(full_width_slip(stop.character, stop.column(stop.at), fix), (stop.at, stop.at + 1))
    for part in parts:
        first = start + part.start
        last = first + len(part.text)
        if not first <= stop.at < last or part.fix == part.text:
            continue
        if half_width(part.text) == part.fix:
            return Found(full_width_slip(part.text, stop.column(first), part.fix), (first, last))
        hint = say.UNQUOTED_KEY_HINT.fill(fix=fix)
        slip = Slip("toml-unquoted-key", say.UNQUOTED_KEY.fill(found=part.text), hint, fix)
        return Found(slip, (first, last))
    return None


def _no_key(stop: Stop) -> Found:
    slip = Slip("toml-no-key", say.NO_KEY.fill(found=stop.character), say.NO_KEY_HINT.fill())
    return Found(slip, (stop.at, stop.at + 1))


def _wrong_separator(stop: Stop, start: int) -> Found | None:
    at, text = stop.at, stop.text
    if is_full_width(stop.character):
        return Found(full_width_slip(stop.character, stop.column(at), "="), (at, at + 1))
    if stop.character != ":":
        return None
    value = text[at + 1 : stop.item_end(at)].removeprefix("=").strip().rstrip(", \t\r")
    slip = value_slip(value, 1) if value and not is_value(value) else None
    right = slip.fix if slip and slip.code != "toml-number-with-unit" else ""  # 1.2 is no 1.2万
    fix = f"{text[start:at].strip()} = {right or value}"
    hint = say.WRITE.fill(fix=fix) if value else say.NO_EQUALS_HINT.fill()
    return Found(Slip("toml-colon", say.COLON.fill(), hint, fix), (at, at + 1))


def _no_separator(stop: Stop, start: int) -> Found | None:
    found = stop.text[start : stop.item_end(start)].rstrip()
    if not found:
        return None if stop.character in {"", "\n"} else _no_key(stop)
    slip = Slip("toml-no-equals", say.NO_EQUALS.fill(found=found), say.NO_EQUALS_HINT.fill())
    return Found(slip, (start, start + len(found)))
