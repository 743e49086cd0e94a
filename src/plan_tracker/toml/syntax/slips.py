"""Recognises the slips in a bare value or key by their letters alone, with how each is written right."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import tomli

from plan_tracker.language import Message, Phrase
from plan_tracker.plan.period_words import Day, said
from plan_tracker.toml.spans import BARE_KEY
from plan_tracker.toml.syntax import phrases as say

_QUOTES = "“”„‟＂‘’‛＇"
CURLY = "(?:“[^“”]*+(?:“[^“”]*+”[^“”]*+)*+”|‘[^‘’]*+’)"
"""A text in typographic quotes, in which others may stand, as part of a pattern."""

_HALF = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "“”„‟＂"), '"'),
    **dict.fromkeys(map(ord, "‘’‛＇"), "'"),
    **dict.fromkeys(map(ord, "−–—"), "-"),
    **dict(zip(map(ord, "、；。【】"), ",,.[]", strict=True)),
    0x3000: " ",
}
_NUMBER = r"[+-]?[0-9]+(?:\.[0-9]+)?"
_GROUPED = r"[+-]?[1-9][0-9]{0,2}(?:(?:[, '][0-9]{3})+(?:\.[0-9]+)?|(?:\.[0-9]{3}){2,})"
_DECIMAL = r"[+-]?[0-9]{1,3}(?:\.?[0-9]{3})*,[0-9]+"
"""A number with its decimals behind a comma, and perhaps points between its thousands."""

WITH_COMMA = re.compile(rf"{_GROUPED}|{_DECIMAL}")
_PERCENT = re.compile(rf"({_GROUPED}|{_DECIMAL}|{_NUMBER}) *(%|pp)")
_DATE = re.compile(r"([0-9]{4}) *[-/.年] *([0-9]{1,2}) *[-/.月] *([0-9]{1,2}) *日?")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) *([-/.]) *([0-9]{1,2}) *\2 *([0-9]{4})")
_YEAR_AND_MONTH = re.compile(r"[0-9]{4} *(?:[-/] *[0-9]{1,2}|年 *[0-9]{1,2} *月[底末]?)")
_TWO_YEARS = re.compile(r"([0-9]{4}) *[-/] *(?:[0-9]{2})?([0-9]{2})")
_YEAR = re.compile(r"([0-9]{4}) *年")
_LEADING_ZERO = re.compile(r"([+-]?)0([0-9]+)((?:\.[0-9]+)?)")
_BARE_POINT = re.compile(r"([+-]?)([0-9]*)\.([0-9]*)")
NO_ZEROS = "(?![Oo]+[0-9]*$)"
"""What letters are no unit, as part of a pattern: 4OO is meant to be 400."""

_UNIT = re.compile(
    rf"(?P<money>[¥￥$€£₹]?) *(?P<number>{_GROUPED}|{_DECIMAL}|{_NUMBER}) *(?![eE][+-]?$)"
    rf"(?P<unit>{NO_ZEROS}(?:[^\W\d_]|[%‰°℃])[^\s\"'=,0-9]*[23²³]?)"
)
_MONEY = re.compile(rf"(?P<money>)(?P<unit>[¥￥$€£₹]) *(?P<number>{_GROUPED}|{_DECIMAL}|{_NUMBER})")
_SIZE = re.compile("k|m|bn", re.IGNORECASE)
"""What is a unit only with the sign of its currency: £5m."""
_SENTENCE_END = ".,;:!，；：！。 \t"
_PREFIXED = re.compile("0[xob]", re.IGNORECASE)
_TRUTHS = {"true": "true", "yes": "true", "是": "true", "false": "false", "no": "false", "否": "false"}
_NOTHINGS = {"null", "none", "nil", "n/a", "na", "undefined", "-", "--", "无", "暂无"}
_KEY_PART = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^.．]*)\s*([.．]|$)""")
_MONTHS, _FEW_DECIMALS = 12, 2


class Slip(NamedTuple):
    """A slip that is recognised: what to say, and the right way to write it, if that is known."""

    code: str
    message: Message
    hint: Message | None
    fix: str = ""


def half_width(text: str) -> str:
    """Returns a text with each full-width character, typographic quote and dash replaced by its ASCII one."""
    return text.translate(_HALF)


def is_full_width(character: str) -> bool:
    """Tells whether a character can be mistaken for one of ASCII."""
    return len(character) == 1 and ord(character) in _HALF


def unit_beside(money: str, unit: str) -> str:
    """Returns the unit of a figure with a currency before it and a unit behind, either of which may be empty.

    Of £5m it is £m.
    """
    return money + unit if _SIZE.fullmatch(unit) else unit or money


def without_end(text: str) -> str:
    """Returns a figure without what ends a sentence behind it: 400个 of 400个。, but 5 sq.ft. as it is."""
    bare = text.rstrip(_SENTENCE_END)
    is_short_form = bare[-1:].isascii() and bare[-1:].isalpha() and text[len(bare) :].startswith(".")
    return f"{bare}." if is_short_form else bare


def is_value(text: str) -> bool:
    """Tells whether the text is a value in TOML."""
    try:
        return len(tomli.loads(f"v = {text}")) == 1
    except (ValueError, RecursionError):
        return False


def without_quotes(text: str) -> str:
    """Returns a text without the quotes around it; those of “十四五”规划 are its own."""
    if re.fullmatch(CURLY, text):
        return text[1:-1]
    return text if re.search(CURLY, text) else text.strip(f"{_QUOTES}\"'` ")


def toml_text(text: str) -> str:
    """Writes the text as a TOML string."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def key_text(key: str) -> str:
    """Writes a key as TOML."""
    return key if BARE_KEY.fullmatch(key) else toml_text(key)


def full_width_slip(found: str, column: int, fix: str) -> Slip:
    """Makes the slip of a full-width character in a column, with what to write for it."""
    message = say.FULL_WIDTH.fill(found=found, column=str(column))
    return Slip("toml-full-width", message, say.FULL_WIDTH_HINT.fill(fix=fix), fix)


def value_slip(text: str, column: int) -> Slip | None:
    """Returns the slip in a bare value that begins in a column, if it is a known one."""
    if text[0] in _QUOTES:
        return full_width_slip(text[0], column, toml_text(without_quotes(text)))
    if slip := _number_slip(text) or _word_slip(text) or _pairs_slip(text):
        return slip
    half = half_width(text)
    if half != text:
        inner = _number_slip(half) or _word_slip(half)
        if inner or is_value(half):
            return _first_full_width(text, column, inner.fix if inner and inner.fix else half)
    if text[0] in "\"'[]{}=+-,#" or (text[0].isascii() and text[0].isdigit()):
        return None
    return _fixed("toml-unquoted-text", say.UNQUOTED_TEXT, text, toml_text(without_quotes(text)))


def _first_full_width(text: str, column: int, fix: str) -> Slip:
    index = next(index for index, character in enumerate(text) if is_full_width(character))
    return full_width_slip(text[index], column + index, fix)


def _fixed(code: str, message: Phrase, found: str, fix: str, hint: Phrase = say.WRITE) -> Slip:
    return Slip(code, message.fill(found=found), hint.fill(fix=fix), fix)


def _number_slip(text: str) -> Slip | None:
    if WITH_COMMA.fullmatch(text):
        return comma_slip(text)
    if (match := _PERCENT.fullmatch(text)) and (number := _without_comma(match[1])):
        return _fixed("toml-bare-percent", say.PERCENT, text, f'"{number}{match[2]}"')
    if slip := _day_slip(text):
        return slip
    if match := _YEAR.fullmatch(text):
        return _fixed("toml-date-form", say.DATE, text, match[1], say.DATE_HINT)
    return _digits_slip(text) or _unit_slip(text)


def _digits_slip(text: str) -> Slip | None:
    if match := _LEADING_ZERO.fullmatch(text):
        fix = match[1] + (match[2].lstrip("0") or "0") + match[3]
        return _fixed("toml-leading-zero", say.LEADING_ZERO, text, fix)
    if (match := _BARE_POINT.fullmatch(text)) and bool(match[2]) != bool(match[3]):
        fix = match[1] + (match[2] or f"0.{match[3]}")
        return _fixed("toml-bare-point", say.BARE_POINT, text, fix)
    return None


def comma_slip(text: str) -> Slip:
    """Makes the slip of a number whose digits are grouped, or whose decimals stand behind a comma."""
    bare = _ungrouped(text)
    if re.fullmatch(_GROUPED, text):
        return _fixed("toml-thousands", say.THOUSANDS, text, bare)
    whole, _, decimals = text.replace(".", "").partition(",")
    fix, message = f"{whole}.{decimals}", say.DECIMAL_COMMA.fill(found=text)
    if "." in text or len(decimals) <= _FEW_DECIMALS or not int(whole):
        return Slip("toml-decimal-comma", message, say.WRITE.fill(fix=fix), fix)
    return Slip("toml-decimal-comma", message, say.UNCLEAR_COMMA_HINT.fill(fix=fix, other=bare))


def _ungrouped(number: str) -> str:
    """Returns a number without what groups its digits: of several points none is that of decimals."""
    return re.sub("[, '.]" if number.count(".") > 1 else "[, ']", "", number)


def _without_comma(number: str) -> str:
    """Returns a number as TOML has it; empty for 12,3456, which may be 12.3456 or 123456."""
    return comma_slip(number).fix if "," in number else _ungrouped(number)


def _day_slip(text: str) -> Slip | None:
    if match := _DATE.fullmatch(text):
        return _date_slip(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(text):
        return _american_or_european(text, int(match[1]), int(match[3]), int(match[4]))
    if text.isascii() and isinstance(spoken := said(text), Day) and spoken.year:
        return _date_slip(text, spoken.year, spoken.month, spoken.day)
    if (match := _TWO_YEARS.fullmatch(text)) and int(match[2]) == (int(match[1]) + 1) % 100 > _MONTHS:
        hint = say.TWO_YEARS_HINT.fill(first=match[1], second=str(int(match[1]) + 1))
        return Slip("toml-two-years", say.TWO_YEARS.fill(found=text), hint)
    if _YEAR_AND_MONTH.fullmatch(text):
        return Slip("toml-date-without-day", say.DATE.fill(found=text), say.DATE_ORDER_HINT.fill())
    return None


def _american_or_european(text: str, one: int, other: int, year: int) -> Slip:
    """Makes the slip of 31/10/2024; what 5/6/2024 means nobody can tell."""
    if one == other or one > _MONTHS:
        return _date_slip(text, year, other, one)
    if other > _MONTHS:
        return _date_slip(text, year, one, other)
    return Slip("toml-date-form", say.DATE.fill(found=text), say.DATE_ORDER_HINT.fill())


def _unit_slip(text: str) -> Slip | None:
    bare = without_end(text)
    match = None if _PREFIXED.match(text) else _UNIT.fullmatch(bare) or _MONEY.fullmatch(bare)
    if match is None:
        return None
    number, unit = match["number"], unit_beside(match["money"], match["unit"])
    if not (fix := _without_comma(number)):
        return None
    message, hint = say.UNIT.fill(found=text), say.UNIT_HINT.fill(fix=fix, unit=unit)
    return Slip("toml-number-with-unit", message, hint, fix)


def _date_slip(text: str, year: int, month: int, day: int) -> Slip:
    try:
        fix = date(year, month, day).isoformat()
    except ValueError:
        message = say.NO_SUCH_DATE.fill(found=text)
        if not (1 <= month <= _MONTHS and day > 0 and year > 0):
            return Slip("toml-no-such-date", message, say.DATE_ORDER_HINT.fill())
        last = date(year, month, monthrange(year, month)[1]).isoformat()
        return Slip("toml-no-such-date", message, say.MONTH_LENGTH_HINT.fill(fix=last))
    return _fixed("toml-date-form", say.DATE, text, fix, say.DATE_HINT)


def _word_slip(text: str) -> Slip | None:
    word = half_width(text).lower()
    if word in _TRUTHS:
        return _fixed("toml-true-false", say.TRUTH, text, _TRUTHS[word], say.TRUTH_HINT)
    if word in _NOTHINGS:
        return Slip("toml-null", say.NOTHING.fill(found=text), say.NOTHING_HINT.fill())
    return None


def _pairs_slip(text: str) -> Slip | None:
    """Returns the slip of pairs that lack their braces: `actual = H1 = 190`."""
    fix = f"{{ {text} }}"
    if "=" not in text or text[0] in "[{" or re.match(rf"{_NUMBER} *=", text) or not is_value(fix):
        return None
    return _fixed("toml-no-braces", say.NO_BRACES, text, fix)


class KeyPart(NamedTuple):
    """A part of a dotted key as it is written, where it starts in the key, and how it must be written."""

    text: str
    start: int
    fix: str


def key_parts(key: str) -> Iterator[KeyPart]:
    """Yields the parts of a key that may have slips."""
    for match in _KEY_PART.finditer(key):
        text = match[1].rstrip()
        yield KeyPart(text=text, start=match.start(1), fix=_key_fix(text))
        if not match[2]:
            return


def _key_fix(part: str) -> str:
    if BARE_KEY.fullmatch(part) or not part:
        return part
    if part[0] in "\"'" and len(part) > 1 and part[-1] == part[0]:
        return part
    half = half_width(part).strip()
    return half if BARE_KEY.fullmatch(half) else toml_text(without_quotes(part))
