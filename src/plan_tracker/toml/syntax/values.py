"""Faults in a value, behind it, or between the values in brackets."""

import re

from plan_tracker.toml.syntax import phrases as say
from plan_tracker.toml.syntax.slips import (
    Slip,
    full_width_slip,
    half_width,
    is_full_width,
    is_value,
    value_slip,
)
from plan_tracker.toml.syntax.stops import Found, Stop

_SUM = r"""[^\w\s#"'()（）\[\]{}=;；|&、，]\s*[0-9]"""
_MORE, _GOES_ON = re.compile(rf"[^\W_]|{_SUM}|-[A-Za-z]"), re.compile(_SUM)
"""What goes on with a number, a date or a year and is no remark behind it: 30 mai 2024, 2024-H1; in braces
200+200, 24-09-30, 200~210."""

_DOUBLED = re.compile(r'""[^"\\]+""')
_SEVERAL = re.compile(r'"[^"\\]+"(?:\s*[,，、;；]\s*"[^"\\]+")+')
"""Texts behind each other, as if the key had a list: "A"、"B"."""

_WORD = re.compile(r"[^\s,\[\]{}]+|.")


def in_value(stop: Stop) -> Found | None:
    """Returns the slip where a value, its end or a comma was expected."""
    start = stop.skip_blanks(max(stop.around.value, stop.line_start))
    between = stop.skip_blanks(stop.around.value) < stop.line_start
    inside = bool(stop.around.opened)
    end = stop.item_end(stop.at) if inside else max(stop.at, stop.content_end(start))
    written = stop.text[start:end].rstrip()
    if not written:
        return _no_value(stop)
    slip = None if between else value_slip(written, stop.column(start))
    if slip and not (slip.code == "toml-unquoted-text" and _is_complete(stop, start)):
        return _at_slip(slip, start, written)
    if start < stop.at and not inside:
        return _behind(stop, start)
    return _unexpected(stop, start, written)


def _unexpected(stop: Stop, start: int, written: str) -> Found:
    at = stop.at
    if is_full_width(stop.character):
        slip = full_width_slip(stop.character, stop.column(at), half_width(stop.character))
        return Found(slip, (at, at + 1))
    if stop.reason.startswith("Unclosed") and not _GOES_ON.match(stop.text, at):
        return _between(stop)
    return _no_known_value(start, written)


def _no_known_value(start: int, written: str) -> Found:
    slip = Slip("toml-value", say.VALUE.fill(found=written), say.VALUE_HINT.fill())
    return Found(slip, (start, start + len(written)))


def never_closed(stop: Stop, bracket: int) -> Found:
    """Makes the slip of a bracket or brace that is not closed."""
    found = stop.text[bracket]
    hint = say.UNCLOSED_BRACKET_HINT.fill(fix=stop.closing(bracket))
    slip = Slip("toml-unclosed-bracket", say.UNCLOSED_BRACKET.fill(found=found), hint)
    return Found(slip, (bracket, bracket + 1))


def _is_complete(stop: Stop, start: int) -> bool:
    """Tells whether a whole value and a blank stand before the place."""
    value = stop.text[start : stop.at]
    return value.rstrip() != value and is_value(value)


def _at_slip(slip: Slip, start: int, written: str) -> Found:
    """Places a slip at what was found: a full-width character, or the text as a whole."""
    found = slip.message.values["found"]
    index = start + written.index(found)
    return Found(slip, (index, index + len(found)))


def _no_value(stop: Stop) -> Found:
    slip = Slip("toml-no-value", say.NO_VALUE.fill(), say.NO_VALUE_HINT.fill())
    if stop.text[stop.around.value - 1] == "=":
        return Found(slip, (stop.around.value - 1, stop.around.value))
    return Found(slip, (stop.at, stop.at + 1))


def _between(stop: Stop) -> Found:
    """Returns the slip if a complete value in brackets is followed neither by a comma nor by the end."""
    opened = stop.around.opened[-1]
    if (
        stop.character
        and stop.character in ")]}"
        and stop.character not in map(stop.closing, stop.around.opened)
    ):
        fix = stop.closing(opened)
        message = say.UNCLOSED_BRACKET.fill(found=stop.text[opened])
        slip = Slip("toml-unclosed-bracket", message, say.WRITE.fill(fix=fix), fix)
        return Found(slip, (stop.at, stop.at + 1))
    if stop.character in {"]", "}", "\n", "#"}:
        return never_closed(stop, opened)
    word = _WORD.match(stop.text, stop.at)
    found = word.group() if word else ""
    slip = Slip("toml-missing-comma", say.MISSING_COMMA.fill(found=found), say.MISSING_COMMA_HINT.fill())
    return Found(slip, (stop.at, stop.at + len(found)))


def _behind(stop: Stop, start: int) -> Found:
    """Returns the slip of something after a complete value or header."""
    text, at = stop.text, stop.at
    end = stop.content_end(at)
    whole = text[start:end]
    hint = say.STRAY_HINT.fill()
    quote, inner = whole[0], whole[1:-1]
    if (quote in "+-" or quote.isdigit()) and _MORE.match(text, at):
        return _no_known_value(start, whole)  # without what follows it would be another number
    if _DOUBLED.fullmatch(whole):
        message, hint = say.VALUE.fill(found=whole), say.WRITE.fill(fix=inner)
        return Found(Slip("toml-value", message, hint, inner), (start, end))
    if _SEVERAL.fullmatch(whole):
        hint = say.WRITE.fill(fix=f'"{inner.replace(quote, "")}"')
    elif quote == whole[-1] == '"' and "'" not in whole and "\\" not in whole:
        hint = say.INNER_QUOTES_HINT.fill(fix=f"'{inner}'")
    elif quote == whole[-1] == "'" and '"' not in whole and "\\" not in whole:
        hint = say.INNER_APOSTROPHE_HINT.fill(fix=f'"{inner}"')
    message = say.STRAY.fill(found=text[at:end], value=text[start:at].strip())
    return Found(Slip("toml-stray", message, hint), (at, end))
