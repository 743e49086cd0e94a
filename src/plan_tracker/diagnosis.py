"""The slip behind each place where tomli stops, and the stretch of one line to point at."""

import re
import unicodedata
from typing import NamedTuple

from plan_tracker import syntax_phrases as say
from plan_tracker.faults import CLOSING, Fault
from plan_tracker.problems import Path
from plan_tracker.slips import (
    BARE_KEY,
    GROUPED,
    KeyPart,
    Slip,
    full_width_slip,
    half_width,
    is_full_width,
    is_value,
    key_parts,
    quoted,
    thousands_slip,
    value_slip,
)
from plan_tracker.spans import STRING, Lines, Stretch, first_clash

OPENING_BRACKETS = frozenset("[［【")
HEADER_LINE = re.compile(r"""\s*\[\[?(?:[\w.\s-]|"[^"\n]*"|'[^'\n]*')+\]\]?\s*(?:#.*)?$""")
PAIR_LINE = re.compile(r"""\s*[\w"'“.-][^=＝:：\[\]{},#]*[=＝:：]""")
SEPARATOR = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^=＝:：\n#"'])*+([=＝:：])""")
_HEADER = re.compile(r"([\[［【]{1,2})([^\n#]*?)\s*([\]］】]{0,2})[ \t]*(?:#[^\n]*)?$", re.MULTILINE)
_THOUSANDS = re.compile(rf"(?<![\w.,-]){GROUPED.pattern}(?=[ \t]*$)")
_IN_BRACKETS = re.compile(r"[^,\[\]{}\n#]*")
_CURLY = re.compile("[“”„‟＂‘’‛＇]")
_CONFLICT = re.compile("<<<<<<<|=======|>>>>>>>")
_ESCAPE = re.compile(r"\\[^\n]?")
_WORD = re.compile(r"[^\s,\[\]{}]+|.")


class Found(NamedTuple):
    """A slip and where it stands: a stretch of one line."""

    slip: Slip
    stretch: Stretch


def diagnosis(stop: Fault) -> Found:
    """The slip behind a fault."""
    if stop.is_duplicate:
        return _duplicate(stop)
    if stop.around.quote is not None:
        return _in_string(stop, stop.around.quote)
    found = _bad_character(stop) or _never_closed(stop)
    if found is None and stop.reason.startswith(
        ("Invalid value", "Invalid date", "Unclosed", "Expected newline"),
    ):
        found = _in_value(stop)
    elif found is None and stop.text[stop.around.statement : stop.at + 1][:1] in OPENING_BRACKETS:
        found = _in_header(stop)
    elif found is None:
        found = _in_key(stop)
    return found or _unknown(stop)


def _unknown(stop: Fault) -> Found:
    slip = Slip("toml-syntax", say.SYNTAX.fill(reason=stop.reason), say.SYNTAX_HINT.fill())
    return Found(slip, (stop.at, max(stop.at, stop.content_end(stop.at))))


def _duplicate(stop: Fault) -> Found:
    opened = reversed(stop.around.opened)
    letters = stop.text[: stop.at] + "".join(CLOSING[stop.text[bracket]] for bracket in opened)
    clash = first_clash(letters)
    if clash is None:
        return _unknown(stop)
    name = _dotted(clash.path)
    line = str(Lines(letters).position(clash.first[0])[0])
    if stop.text[stop.around.statement] == "[":
        message = say.DUPLICATE_TABLE.fill(found=name, line=line)
        return Found(Slip("toml-duplicate-table", message, say.DUPLICATE_TABLE_HINT.fill()), clash.again)
    message = say.DUPLICATE_KEY.fill(found=name, line=line)
    return Found(Slip("toml-duplicate-key", message, say.DUPLICATE_KEY_HINT.fill()), clash.again)


def _dotted(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return ".".join(name if BARE_KEY.fullmatch(name) else quoted(name) for name in names)


def _in_string(stop: Fault, quote: int) -> Found:
    text = stop.text
    if stop.reason.startswith(("Unescaped", "Invalid hex", "Escaped")):
        return _backslash(stop, quote, text.rfind("\\", quote, stop.at))
    if stop.character not in {"", "\n"}:
        return _control(stop)
    mark = text[quote : quote + 3]
    if mark not in {'"""', "'''"}:
        mark = text[quote]
    end = stop.content_end(quote)
    if mark == '"' and text[:end].endswith('\\"'):
        return _backslash(stop, quote, end - 2)
    curly = [match.start() for match in _CURLY.finditer(text, quote + 1, stop.end_of_line(quote))]
    if len(mark) == 1 and len(curly) % 2:
        column = stop.column(curly[-1])
        return Found(full_width_slip(text[curly[-1]], column, mark), (curly[-1], curly[-1] + 1))
    message = say.UNCLOSED_QUOTE.fill(found=mark, column=str(stop.column(quote)))
    code = "toml-unclosed-quote" if len(mark) == 1 else "toml-unclosed-text"
    slip = Slip(code, message, say.UNCLOSED_QUOTE_HINT.fill(fix=mark))
    return Found(slip, (quote, end if len(mark) == 1 else quote + 3))


def _backslash(stop: Fault, quote: int, backslash: int) -> Found:
    end = stop.end_of_line(quote)
    closed = STRING.match(stop.text, quote, end)
    inner = stop.text[quote + 1 : closed.end() - 1 if closed else stop.content_end(quote) - 1]
    fix = f"'{inner}'"
    if "'" in inner or "\\" not in inner or stop.text.startswith('"""', quote):
        fix = "\\\\"
    escape = _ESCAPE.match(stop.text, backslash)
    found = escape.group() if escape else "\\"
    slip = Slip("toml-backslash", say.BACKSLASH.fill(found=found), say.BACKSLASH_HINT.fill(fix=fix), fix)
    return Found(slip, (backslash, backslash + len(found)))


def _control(stop: Fault) -> Found:
    return _named_character(stop, "toml-control-character")


def _named_character(stop: Fault, code: str) -> Found:
    name = f"U+{ord(stop.character):04X}"
    message = say.INVISIBLE if code == "toml-invisible-character" else say.CONTROL
    hint = say.INVISIBLE_HINT if code == "toml-invisible-character" else say.CONTROL_HINT
    slip = Slip(code, message.fill(found=name, column=str(stop.column(stop.at))), hint.fill())
    return Found(slip, (stop.at, stop.at + 1))


def _bad_character(stop: Fault) -> Found | None:
    """A character that is wrong wherever it stands outside of quotes."""
    match unicodedata.category(stop.character) if stop.character else "":
        case "Cc" if stop.character not in "\n\t":
            return _named_character(stop, "toml-control-character")
        case "Cf" | "Zs" | "Zl" | "Zp" if stop.character != " ":
            return _named_character(stop, "toml-invisible-character")
        case _:
            return None


def _never_closed(stop: Fault) -> Found | None:
    """A bracket opened in a line above that was meant to end there."""
    text, line_start = stop.text, stop.line_start
    above = [bracket for bracket in stop.around.opened if bracket < line_start]
    if not above:
        return _bracket(stop, stop.around.opened[-1]) if stop.around.opened and not stop.character else None
    line = text[line_start : stop.line_end]
    bracket = above[-1]
    begins_anew = HEADER_LINE.match(line) or (
        PAIR_LINE.match(line)
        and (
            text[bracket] == "["
            or (stop.reason.startswith("Unclosed") and stop.content_end(bracket) > bracket + 1)
        )
    )
    return _bracket(stop, bracket) if begins_anew or not stop.character else None


def _bracket(stop: Fault, bracket: int) -> Found:
    found = stop.text[bracket]
    hint = say.UNCLOSED_BRACKET_HINT.fill(fix=CLOSING[found])
    slip = Slip("toml-unclosed-bracket", say.UNCLOSED_BRACKET.fill(found=found), hint)
    return Found(slip, (bracket, bracket + 1))


def _in_value(stop: Fault) -> Found | None:
    text, at = stop.text, stop.at
    start = max(stop.around.value, stop.line_start)
    if text[stop.around.statement] == "[" and not stop.around.opened:
        return _stray(stop, stop.around.statement)
    if stop.reason.startswith("Invalid value"):
        start = at
    start += len(text[start:at]) - len(text[start:at].lstrip())
    inside = bool(stop.around.opened)
    end = max(at, stop.content_end(start))
    if inside and (match := _IN_BRACKETS.match(text, at)):
        end = match.end()
    written = text[start:end].rstrip()
    if not written:
        return _no_value(stop)
    if slip := value_slip(written, stop.column(start)):
        return _at_slip(slip, start, written)
    if start < at and not inside:
        return _stray(stop, start)
    if is_full_width(stop.character):
        slip = full_width_slip(stop.character, stop.column(at), half_width(stop.character))
        return Found(slip, (at, at + 1))
    if not stop.reason.startswith("Unclosed"):
        slip = Slip("toml-value", say.VALUE.fill(found=written), say.VALUE_HINT.fill())
        return Found(slip, (start, start + len(written)))
    if stop.character in {"]", "}", "\n", "#"}:
        return _bracket(stop, stop.around.opened[-1])
    word = _WORD.match(text, at)
    found = word.group() if word else ""
    message = say.MISSING_COMMA.fill(found=found)
    return Found(Slip("toml-missing-comma", message, say.MISSING_COMMA_HINT.fill()), (at, at + len(found)))


def _at_slip(slip: Slip, start: int, written: str) -> Found:
    """A full-width character is pointed at itself, all else as a whole."""
    if slip.code != "toml-full-width":
        return Found(slip, (start, start + len(written)))
    found = slip.message.values["found"]
    index = start + written.index(found)
    return Found(slip, (index, index + len(found)))


def _no_value(stop: Fault) -> Found:
    slip = Slip("toml-no-value", say.NO_VALUE.fill(), say.NO_VALUE_HINT.fill())
    if stop.text[stop.around.value - 1] == "=":
        return Found(slip, (stop.around.value - 1, stop.around.value))
    return Found(slip, (stop.at, stop.at + 1))


def _stray(stop: Fault, start: int) -> Found:
    """Something behind a value or a header that is complete."""
    text, at = stop.text, stop.at
    value = text[start:at].strip()
    end = stop.content_end(at) if stop.text[at] != "#" else stop.line_end
    found = text[at:end]
    hint = say.STRAY_HINT.fill()
    whole = text[start:end]
    if whole[0] == whole[-1] == '"' and "'" not in whole and "\\" not in whole:
        hint = say.INNER_QUOTES_HINT.fill(fix=f"'{whole[1:-1]}'")
    return Found(Slip("toml-stray", say.STRAY.fill(found=found, value=value), hint), (at, end))


def _in_header(stop: Fault) -> Found | None:
    text, at = stop.text, stop.at
    match = _HEADER.match(text, stop.around.statement)
    if match is None:
        return None
    opening, inner, closing = match.groups()
    parts = list(key_parts(inner))
    fix = half_width(opening) + ".".join(part.fix for part in parts) + CLOSING["["] * len(opening)
    if all(part.fix for part in parts):
        if is_full_width(stop.character) and not stop.character.isalnum():
            return Found(full_width_slip(stop.character, stop.column(at), fix), (at, at + 1))
        if found := _key_part(stop, parts, match.start(2), fix):
            return found
        if len(closing) < len(opening):
            message = say.UNCLOSED_BRACKET.fill(found=opening)
            slip = Slip("toml-unclosed-heading", message, say.UNCLOSED_HEADER_HINT.fill(fix=fix), fix)
            return Found(slip, (match.start(), stop.content_end(match.start())))
    elif stop.character in {"]", ".", ""}:
        return _no_key(stop)
    return None


def _key_part(stop: Fault, parts: list[KeyPart], start: int, fix: str) -> Found | None:
    """The part of a key that holds the place of the fault, if it cannot be written like this."""
    for part in parts:
        first = start + part.start
        last = first + len(part.text)
        if first <= stop.at < last and part.fix != part.text:
            if half_width(part.text) == part.fix:
                return Found(full_width_slip(part.text, stop.column(first), part.fix), (first, last))
            hint = say.UNQUOTED_KEY_HINT.fill(fix=fix)
            slip = Slip("toml-unquoted-key", say.UNQUOTED_KEY.fill(found=part.text), hint, fix)
            return Found(slip, (first, last))
    return None


def _no_key(stop: Fault) -> Found:
    slip = Slip("toml-no-key", say.NO_KEY.fill(found=stop.character), say.NO_KEY_HINT.fill())
    return Found(slip, (stop.at, stop.at + 1))


def _in_key(stop: Fault) -> Found | None:
    text, at = stop.text, stop.at
    if _CONFLICT.match(text, at) and at == stop.line_start:
        slip = Slip("toml-conflict", say.CONFLICT.fill(), say.CONFLICT_HINT.fill())
        return Found(slip, (at, max(at + 7, stop.content_end(at))))
    if stop.around.opened and (number := _THOUSANDS.search(text, stop.line_start, at)):
        return Found(thousands_slip(number.group()), number.span())
    start = max(stop.around.value, stop.line_start)
    start += len(text[start:at]) - len(text[start:at].lstrip())
    separator = SEPARATOR.match(text, start)
    if separator is None:
        return _no_separator(stop, start)
    parts = list(key_parts(text[start : separator.start(1)]))
    if stop.character in {"=", "."} or not all(part.fix for part in parts):
        return _no_key(stop) if stop.character else None
    if at == separator.start(1):
        return _wrong_separator(stop, start)
    fix = ".".join(part.fix for part in parts)
    if is_full_width(stop.character) and not stop.character.isalnum():
        return Found(full_width_slip(stop.character, stop.column(at), fix), (at, at + 1))
    return _key_part(stop, parts, start, fix)


def _wrong_separator(stop: Fault, start: int) -> Found:
    at, text = stop.at, stop.text
    if stop.character != ":":
        return Found(full_width_slip(stop.character, stop.column(at), "="), (at, at + 1))
    value = text[at + 1 : stop.content_end(start)].strip().rstrip(",")
    slip = value_slip(value, 1) if value and not is_value(value) else None
    fix = f"{text[start:at].strip()} = {slip.fix if slip and slip.fix else value}"
    return Found(Slip("toml-colon", say.COLON.fill(), say.COLON_HINT.fill(fix=fix), fix), (at, at + 1))


def _no_separator(stop: Fault, start: int) -> Found | None:
    end = stop.content_end(start)
    if stop.around.opened and (match := _IN_BRACKETS.match(stop.text, start)):
        end = start + len(match.group().rstrip())
    if end <= start:
        return _no_key(stop) if stop.character not in {"", "\n"} else None
    found = stop.text[start:end]
    return Found(
        Slip("toml-no-equals", say.NO_EQUALS.fill(found=found), say.NO_EQUALS_HINT.fill()), (start, end)
    )
