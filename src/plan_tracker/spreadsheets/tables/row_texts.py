"""What the text of a row says of it: a total, a part of one above (其中：), a note; numbers before names."""

import re
from collections.abc import Iterable

from plan_tracker.plan.names import in_simplified_characters, simplest
from plan_tracker.spreadsheets.cells import mark_behind
from plan_tracker.wording import tables as words

_MARKED = r"\s*[★☆▲△■□◆◇*＊※]"
_SERIAL = r"(?P<bracket>[(（]?)(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})"
_SERIAL_ENDS = r"(?:[)）]\s*[、.．]?|[、.．])"
_NUMBER = re.compile(rf"^(?:{_MARKED})?\s*(?:{_SERIAL}{_SERIAL_ENDS}\s*(?!\d)|(?P<circled>[①-⑳])\s*)")
"""A number before a name, perhaps behind a mark: 1. or （一） or ★①."""

_NUMBERING = re.compile(rf"\s*{_SERIAL}(?:{_SERIAL_ENDS}|\s*$)(?!\d)")
"""A number before a name, or alone in its own column."""

_BEHIND = mark_behind("★☆▲△")
_MARK = re.compile(rf"^{_MARKED}\s*|{_BEHIND.pattern}")
"""A mark before or behind a name, as binding targets have it in some tables, or that of a footnote."""

_FIRST = frozenset({"1", "01", "一", "①"})
_FEW = 2
"""How many names with a number before them are no coincidence."""

_IN_BRACKETS = re.compile(r"\([^()]*\)$")
_LONGEST_TOTAL = 20
_OF_WHICH = re.compile(rf"\s*[#＃]?\s*(?:{'|'.join(words.OF_WHICH)})[\s:：,，、]*", re.IGNORECASE)
_DASH = re.compile(r"^(?:[-–—•·●○]\s*(?=[^\d\s])|[#＃]\s*(?=[一-鿿]))")
_NOTE_WORDS = "|".join(sorted(words.NOTES, key=len, reverse=True))
_CONTINUED = "|".join(map(re.escape, words.CONTINUED))
_NOTE = re.compile(
    rf"\s*(?:(?:{_NOTE_WORDS})\s*(?:[(（][^()（）]*[)）]\s*)?(?:\d*\s*[:：]|\d+\s*[.．、)）])|[*※＊]"
    rf"|[(（]?(?:{_CONTINUED})[)）]?\s*$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:附件|附表|表|annex|appendix|table)\s*[\d一二三四五六七八九十-]*\s*[:：]?", re.IGNORECASE
)


def is_note(text: str) -> bool:
    """Tells whether a text begins as notes do: 注：, Source: or an asterisk."""
    return _NOTE.match(in_simplified_characters(text)) is not None


def is_label(text: str) -> bool:
    """Tells whether a line above a table only numbers it: 附件1, 表2, Annex 3."""
    return _LABEL.fullmatch(text.strip()) is not None


def is_total(name: str) -> bool:
    """Tells whether a row of this name adds up other rows, or repeats a part of one."""
    if is_of_which(name):
        return True
    text = _BEHIND.sub("", _NUMBER.sub("", name)) if len(name) <= _LONGEST_TOTAL else ""
    return _IN_BRACKETS.sub("", simplest(text).rstrip(":")) in words.TOTALS


def is_of_which(name: str) -> bool:
    """Tells whether a name begins with 其中：, so that its row is a part of one above."""
    return _OF_WHICH.match(name) is not None


def without_of_which(name: str) -> str:
    """Returns a name without 其中： and a number behind it: a row above is the whole."""
    return without_number(name[match.end() :]) if (match := _OF_WHICH.match(name)) else name


def bare_name(name: str) -> str:
    """Returns the name of a part without a dash or 其中： before it; empty for a row that only says 其中."""
    return without_of_which(_DASH.sub("", name))


def is_dashed(name: str) -> bool:
    """Tells whether a name stands behind a dash or a dot, as those below another do."""
    return _DASH.match(name) is not None


def without_number(name: str) -> str:
    """Returns a name without a number or a mark before it: 地区生产总值 for （一）地区生产总值."""
    return _MARK.sub("", _NUMBER.sub("", name)) or name


def numbering(text: str) -> tuple[bool, bool] | None:
    """Tells how a text is numbered: in brackets or not, in Chinese numerals or not; None if it is not."""
    match = _NUMBERING.match(text)
    return (bool(match["bracket"]), not match["number"].isdigit()) if match else None


def are_numbered(names: Iterable[str]) -> bool:
    """Tells whether the names of rows are numbered from 1 on, so that 一、二产业 alone keeps its name."""
    numbers = [match["number"] or match["circled"] for name in names if (match := _NUMBER.match(name))]
    return len(set(numbers)) >= _FEW and numbers[0] in _FIRST
