"""Texts in the cells of a terminal: how many they take, and how they are folded. Knows Rich's widths."""

import re
from collections.abc import Collection
from functools import lru_cache

from rich.cells import cell_len, chop_cells

_CHINESE = re.compile(r"[ -~\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*").fullmatch
"""Letters of one byte and one cell, or of three bytes and two cells: nearly all of a Chinese plan."""


def wide(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return len(text) if _is_plain(text) else _wide(text)


def widest(texts: Collection[str]) -> int:
    """How many cells the widest of some texts takes; 0 of none."""
    return max(map(len if _is_plain("".join(texts)) else wide, texts), default=0)


def at_right(texts: Collection[str], width: int) -> list[str] | None:
    """Numbers behind blanks up to a width; None where one is wider, or has blanks or other letters."""
    joined = "".join(texts)
    if not _is_plain(joined) or " " in joined or max(map(len, texts), default=0) > width:
        return None
    return [text.rjust(width) for text in texts]


def _is_plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


@lru_cache(maxsize=1 << 14)  # a text is measured for its column, its fold, its indent, its line
def _wide(text: str) -> int:
    if _CHINESE(text):  # Rich asks letter by letter, which takes ten times as long
        return (len(text) + len(text.encode())) // 2
    return cell_len(text)


def fold(text: str, width: int) -> list[str]:
    """The text in pieces that fit a width in cells: broken at blanks, within a word only if it must be."""
    if wide(text) <= width:
        return [text]
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if wide(joined) <= width:
            lines[-1] = joined
            continue
        pieces = chop_cells(word, width) if wide(word) > width else [word]
        lines = [*lines, *pieces] if lines[-1] else pieces
    return lines


def hanging(text: str, width: int, indent: str) -> list[str]:
    """The text behind an indent, its further lines set in as far, and all of about the same length."""
    room = max(2, width - wide(indent))
    lines = fold(text, room)
    longest = max(map(wide, text.split(" ")))
    for narrower in range(room - 1, max(room // 2, longest - 1 if longest <= room else 0), -1):
        if len(lines) == 1 or len(again := fold(text, narrower)) > len(lines):
            break
        lines = again
    return [(indent if number == 0 else " " * wide(indent)) + line for number, line in enumerate(lines)]
