"""Finds the slip behind each place where tomli stops, and the stretch of one line to point at."""

import re
import unicodedata

from plan_tracker.problems import Path
from plan_tracker.toml.spans import STRING, Lines, first_clash
from plan_tracker.toml.syntax import phrases as say
from plan_tracker.toml.syntax.keys import in_header, in_key
from plan_tracker.toml.syntax.slips import Slip, full_width_slip, key_text
from plan_tracker.toml.syntax.stops import Found, Stop
from plan_tracker.toml.syntax.values import in_value, never_closed

HEADER_LINE = re.compile(r"""\s*\[\[?(?:[\w.\s-]|"[^"\n]*"|'[^'\n]*')+\]\]?\s*(?:#.*)?$""")
UNCLOSED_HEADER_LINE = re.compile(r"\s*\[\[?[A-Za-z_][\w.-]*\s*(?:#.*)?$")
NO_TABLE = "-------- "
"""How a table is called, with the number of a line, that stands for one whose heading could not be read."""

EMPTY_LINE = re.compile(r"\s*(?:#.*)?$")
PAIR_LINE = re.compile(
    r"""\s*+(?:(?:"[^"\n]*"|'[^'\n]*'|“[^”\n]*”|[\w. /()（）-])+[=＝]"""
    r"""|(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_. -])+[:：])"""
)
_BRACES = re.compile(r"""["']?[ \t]*=[ \t]*\{""")
_CURLY = re.compile("[“”„‟＂‘’‛＇]")
_ESCAPE = re.compile(r"\\[^\n]?")
_VALUE_REASONS = ("Invalid value", "Invalid date", "Unclosed", "Expected newline")


def diagnosis(stop: Stop) -> Found:
    """Returns the slip behind a fault."""
    if stop.is_duplicate:
        found = (in_header(stop) if stop.in_header else None) or _duplicate(stop)
    elif stop.around.quote is not None:
        found = _in_string(stop, stop.around.quote)
    elif found := _bad_character(stop) or _bracket_above(stop):
        pass
    elif stop.reason.startswith(_VALUE_REASONS):
        found = in_value(stop)
    else:
        found = in_header(stop) if stop.in_header else in_key(stop)
    return found or _unknown(stop)


def _unknown(stop: Stop) -> Found:
    slip = Slip("toml-syntax", say.SYNTAX.fill(reason=stop.reason), say.SYNTAX_HINT.fill())
    return Found(slip, (stop.at, max(stop.at, stop.content_end(stop.at))))


def _duplicate(stop: Stop) -> Found | None:
    closing = "".join(map(stop.closing, reversed(stop.around.opened)))
    clash = first_clash(stop.text[: stop.at] + closing)
    if clash is None:
        return None
    lines = Lines(stop.text)
    number = lines.position(clash.first[0])[0]
    found, line = _dotted(clash.path), str(number)
    if stop.in_header and lines.line(number).lstrip().startswith("["):
        message, hint = say.DUPLICATE_TABLE.fill(found=found, line=line), say.DUPLICATE_TABLE_HINT.fill()
        return Found(Slip("toml-duplicate-table", message, hint), clash.again)
    has_braces = all(_BRACES.match(stop.text, end) for _, end in (clash.first, clash.again))
    message = say.DUPLICATE_KEY.fill(found=found, line=line)
    advice = say.DUPLICATE_BRACES_HINT if has_braces else say.DUPLICATE_KEY_HINT
    if not (has_braces or stop.in_header or stop.around.opened) and _begins_table(lines, number):
        advice = say.NO_HEADING_HINT
    return Found(Slip("toml-duplicate-key", message, advice.fill()), clash.again)


def _begins_table(lines: Lines, number: int) -> bool:
    """Tells whether a line is the first one below the heading of a table."""
    above = (lines.line(each) for each in range(number - 1, 0, -1))
    return next((each.lstrip()[:1] == "[" for each in above if not EMPTY_LINE.match(each)), False)


def _dotted(path: Path) -> str:
    names = [part for part in path if isinstance(part, str) and not part.startswith(NO_TABLE)]
    return ".".join(map(key_text, names))


def _in_string(stop: Stop, quote: int) -> Found:
    if stop.reason.startswith(("Unescaped", "Invalid hex", "Escaped")):
        return _backslash(stop, quote, stop.text.rfind("\\", quote, stop.at))
    if stop.character not in {"", "\n"}:
        return _control(stop)
    triple = stop.text[quote : quote + 3]
    if triple in {'"""', "'''"}:
        slip = _unclosed_slip(stop, quote, "toml-unclosed-text", triple)
        return Found(slip, (quote, quote + 3))
    mark = stop.text[quote]
    end = stop.content_end(quote)
    if mark == '"' and stop.text.endswith('\\"', quote, end):
        return _backslash(stop, quote, end - 2)
    curly = [match.start() for match in _CURLY.finditer(stop.text, quote + 1, stop.end_of_line(quote))]
    if len(curly) % 2:
        last = curly[-1]
        return Found(full_width_slip(stop.text[last], stop.column(last), mark), (last, last + 1))
    return Found(_unclosed_slip(stop, quote, "toml-unclosed-quote", mark), (quote, end))


def _unclosed_slip(stop: Stop, quote: int, code: str, mark: str) -> Slip:
    message = say.UNCLOSED_QUOTE.fill(found=mark, column=str(stop.column(quote)))
    return Slip(code, message, say.UNCLOSED_QUOTE_HINT.fill(fix=mark))


def _backslash(stop: Stop, quote: int, backslash: int) -> Found:
    text = stop.text
    closed = STRING.match(text, quote, stop.end_of_line(quote))
    inner = text[quote + 1 : (closed.end() if closed else stop.content_end(quote)) - 1]
    fits = "'" not in inner and "\\" in inner and not text.startswith('"""', quote)
    fix = f"'{inner}'" if fits else "\\\\"
    escape = _ESCAPE.match(text, backslash)
    found = escape.group() if escape else "\\"
    slip = Slip("toml-backslash", say.BACKSLASH.fill(found=found), say.BACKSLASH_HINT.fill(fix=fix), fix)
    return Found(slip, (backslash, backslash + len(found)))


def _bad_character(stop: Stop) -> Found | None:
    """Returns the slip of a character that is wrong anywhere outside of quotes."""
    match unicodedata.category(stop.character) if stop.character else "":
        case "Cc" if stop.character not in "\n\t":
            return _control(stop)
        case "Cf" | "Zs" | "Zl" | "Zp" if stop.character != " ":
            name, column = f"U+{ord(stop.character):04X}", str(stop.column(stop.at))
            message, hint = say.INVISIBLE.fill(found=name, column=column), say.INVISIBLE_HINT.fill()
            return Found(Slip("toml-invisible-character", message, hint), (stop.at, stop.at + 1))
        case _:
            return None


def _control(stop: Stop) -> Found:
    message = say.CONTROL.fill(found=f"U+{ord(stop.character):04X}", column=str(stop.column(stop.at)))
    is_outside = stop.around.quote is None and stop.character == "\r"
    is_line_end = is_outside and not stop.text.startswith("\n", stop.at + 1)
    hint = say.NEW_LINE_HINT if is_line_end else say.CONTROL_HINT
    return Found(Slip("toml-control-character", message, hint.fill()), (stop.at, stop.at + 1))


def _bracket_above(stop: Stop) -> Found | None:
    """Returns the slip of a bracket that was not closed: the text ends, or a line below begins anew."""
    text, opened = stop.text, stop.around.opened
    if not opened or stop.in_header:
        return None
    if not stop.character:
        return never_closed(stop, opened[-1])
    above = [bracket for bracket in opened if bracket < stop.line_start]
    if not above:
        return None
    bracket = above[-1]
    line = text[stop.line_start : stop.end_of_line(stop.at)]
    # A brace at the end of its line was meant to be closed in a line below, and there are pairs in between.
    pair_is_new = text[bracket] == "[" or (
        stop.reason.startswith("Unclosed") and stop.content_end(bracket) > bracket + 1
    )
    is_new = HEADER_LINE.match(line) or (pair_is_new and PAIR_LINE.match(line))
    return never_closed(stop, bracket) if is_new else None
