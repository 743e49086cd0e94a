"""Texts that a spreadsheet would retype: as a formula, number, date, time or truth value."""

import re
import unicodedata

_FORMULA_LEADS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings of texts that a spreadsheet may take for a formula."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DIGIT = r"[\d〇零一二三四五六七八九十]"
_BETWEEN = r"[-/., ]*"
_NUMBER = r"[($¥€£]*[.,]?\d[\d.,'’ ]*(?:[ed][+-]?\d+)?[)%$¥€£-]*"
_DATES = (
    r"\d{1,4}(?: ?[-/.] ?\d{1,4}){1,2}",
    rf"{_MONTH}{_BETWEEN}\d{{1,4}}(?:{_BETWEEN}\d{{1,4}})?",
    rf"\d{{1,4}}{_BETWEEN}{_MONTH}(?:{_BETWEEN}\d{{1,4}})?",
    rf"(?:{_DIGIT}{{2,4}}年)?{_DIGIT}{{1,2}}月{_DIGIT}{{1,3}}[日号]?",
    rf"{_DIGIT}{{2,4}}年{_DIGIT}{{1,2}}月",
)
_TIMES = (
    r"\d{1,4}:(?:\d{1,2}(?::\d{1,2})?(?:[.,]\d+)?)?(?: ?[ap]\.?m?\.?)?z?",
    r"\d{1,2} ?[ap]\.?m?\.?",
    r"(?:上午|下午)?\d{1,2}[时點点](?:\d{1,2}分(?:\d{1,2}秒)?)?",
)
_DATE, _TIME = "|".join(_DATES), "|".join(_TIMES)
_RETYPED = re.compile(
    rf"{_NUMBER}|\d+ \d+/\d+|(?:{_DATE})(?:[ t]+(?:{_TIME}))?|{_TIME}|true|false"
    r"|#(?:n/a|null!|name\?|num!|div/0!|ref!|value!|spill!|calc!)"
)
"""What a spreadsheet takes for a number, a fraction, a date, a time, a truth value, or an error."""


def guarded(text: str) -> str:
    """Returns a text as a spreadsheet keeps it: an apostrophe before one that it would retype."""
    return f"'{text}" if _is_retyped(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """Returns the text that `guarded` was given; also of `="0012"`, which people write to the same end."""
    if text.startswith("'") and _is_retyped(text.lstrip("'")):
        return text[1:]
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return text


def _is_retyped(text: str) -> bool:
    """Tells whether a spreadsheet would show something else: 12 for `0012`, a day for `MAR1`.

    Spreadsheets differ by maker and language; it is true if one of them would.
    """
    plain = unicodedata.normalize("NFKC", text).lstrip(" ")
    return plain.startswith(_FORMULA_LEADS) or _RETYPED.fullmatch(plain.rstrip().casefold()) is not None
