"""Spellings made alike: full-width letters, white space and invisible characters make no difference."""

import re

WIDE = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters and punctuation written without spaces between words, as the inside of a character class."""

WIDE_LETTER = re.compile(f"[{WIDE}]")

GAP = "\t"
"""What columns of a table without lines are set apart by: a tab, several spaces, or wide ones."""

_SAME: dict[str, str] = {
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("\u00a0\u0085\u000b\u000c\u2028\u2029\u202f\u205f", " "),
    **{chr(space): " " for space in range(0x2000, 0x200B)},
    "\u3000": GAP,
    "﹪": "%",
    "−": "-",
    "〜": "~",
}
_FREQUENT = "，：；（）％"
_SELDOM = re.compile(f"[{''.join(_SAME.keys() - set(_FREQUENT))}]")
_GAPS = re.compile(r"\t[ \t]*| [ \t]+")
_BETWEEN_WIDE = re.compile(f" (?:(?=[{WIDE}])|(?<=[{WIDE}] ))")
"""A blank before or behind a letter of Chinese text."""


def spelt(text: str) -> str:
    """Returns a text in half-width letters, with gaps as tabs and with its line breaks; in linear time."""
    if not text.isascii():
        for letter in _FREQUENT:
            text = text.replace(letter, _SAME[letter])
        text = _SELDOM.sub(lambda match: _SAME[match[0]], text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _GAPS.sub(GAP, text) if GAP in text or "  " in text else text


def closed(line: str) -> str:
    """Returns a line without the blanks within or beside Chinese text."""
    return _BETWEEN_WIDE.sub("", line.replace(GAP, " "))


def narrow(text: str) -> str:
    """Returns a name or a unit in half-width letters, with single spaces and nothing invisible."""
    return " ".join(spelt(text).split())


def significant(number: str) -> str:
    """Returns the digits that a number keeps in every unit: 32 for 32000 and for 3.20."""
    return number.replace(".", "").strip("-0")
