"""The text of a report as it was meant to be read: words and sentences made whole, each with its line.

White space and line breaks within Chinese text, full-width letters, page numbers, headings and marks of
Markdown are taken out; headings stand at the end. Everything is linear in the length of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

WIDE = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters and punctuation written without spaces between words, as the inside of a character class."""

SHORT, LONGEST = 40, 400
"""Longer lines are no headings or page numbers; further from a figure than `LONGEST` nothing speaks of it."""

_CLEAN: dict[int, int | None] = {
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")),
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    ord("﹪"): ord("%"),
    ord("−"): ord("-"),
}
_BETWEEN_WIDE = re.compile(f"(?<=[{WIDE}]) | (?=[{WIDE}])")
_MARKS = re.compile(r"\*\*|__|`")
_PAGE = re.compile(
    r"[-–—―·•| ]*(?:第 ?\d{1,4} ?页|\d{1,4} ?/ ?\d{1,4}|page \d{1,4})"
    r"(?:[, ]*(?:共|of|/) ?\d{1,4} ?页?)?[-–—―·•| ]*"
    r"|[-–—―·•]+ ?\d{1,4} ?[-–—―·•]+",
    re.IGNORECASE | re.ASCII,
)
_BARE_PAGE = re.compile(r"\d{1,4}", re.ASCII)
_RULE = re.compile(r"[-*_=]{3,}|\|?[-:| ]{3,}\|?")
_HEADING = re.compile(r"#{1,6} ?(?=[^#])")
_PLAIN_HEADING = re.compile(r"\(?[一二三四五六七八九十]{1,3}[)、.][^0-9。;!?]*")
_ITEM = re.compile(rf"[-+*•·] |\d{{1,2}}[.)] ?(?=[A-Za-z{WIDE}])", re.ASCII)
_CLAUSE_END = re.compile(
    rf"[。!?;\n]|\.(?=[\"')\]”’]{{0,3}} [\"'(\[“‘]{{0,3}}[A-Z])|(?<=[^0-9 .])\.(?=[{WIDE}])"
)
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.~–-])(?:(?<![\dA-Za-z])-)?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?", re.ASCII
)
_PERCENT = re.compile(r" ?%| ?per ?cent(?![a-z])", re.IGNORECASE)
_POINTS = re.compile(r" ?(?:个?百分点|pp(?![a-z])|percentage points?)", re.IGNORECASE)


class Number(NamedTuple):
    """A number as printed (without thousands separators), from `start` to `end` in the text."""

    text: str
    start: int
    end: int


class Stretch(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


_GAPS = frozenset({" ", ". ", " .", " . "})
"""What may stand inside a number that was torn apart."""
WIDEST_GAP = max(map(len, _GAPS))


class Prose:
    """A report's text in one piece, and where each place of it stood in the file."""

    def __init__(self, source: str) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._lines: list[int] = []
        self._length = 0
        self._read(source)
        self.text = "".join(self._pieces)
        ends = [match.end() for match in _CLAUSE_END.finditer(self.text)]
        self._clause_ends = ends
        self._sentence_ends = [end for end in ends if self.text[end - 1] != ";"]

    def line(self, place: int) -> int:
        """The line of the file, from 1, where a place of the text stood."""
        return self._lines[bisect_right(self._starts, place) - 1]

    def clause(self, place: int) -> Stretch:
        """The part of a sentence, up to a semicolon, around a place."""
        return _around(place, self._clause_ends, len(self.text))

    def sentence(self, place: int) -> Stretch:
        """The sentence around a place."""
        return _around(place, self._sentence_ends, len(self.text))

    def numbers(self) -> Iterator[Number]:
        """Every number, whole; one with a space inside is also given as the number it is without."""
        run: list[Number] = []
        for match in _NUMBER.finditer(self.text):
            number = Number(match[0].replace(",", ""), match.start(), match.end())
            end = run[-1].end if run else number.start
            if number.start > end + WIDEST_GAP or self.text[end : number.start] not in _GAPS:
                yield from _joined(run, self.text)
                run = []
            run.append(number)
        yield from _joined(run, self.text)

    def is_percent(self, number: Number) -> bool:
        """Whether a number is a percentage."""
        return bool(_PERCENT.match(self.text, number.end)) or self.text.endswith("百分之", 0, number.start)

    def is_points(self, number: Number) -> bool:
        """Whether a number is of percentage points."""
        return bool(_POINTS.match(self.text, number.end))

    def _read(self, source: str) -> None:
        lines = [narrow(line) for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
        headings: list[tuple[str, int]] = []
        in_table = False
        for number, (before, line, after) in enumerate(
            zip(["", *lines], lines, [*lines[1:], ""], strict=False), start=1
        ):
            stands_alone = not before and not after
            if not line or _is_noise(line, stands_alone=stands_alone):
                continue
            if _is_heading(line, stands_alone=stands_alone):
                headings.append((line, number))
                continue
            is_row = line.startswith("|")
            self._add(line, number, breaks=is_row or in_table or bool(_ITEM.match(line)))
            in_table = is_row
        for heading, number in headings:
            self._add(heading, number, breaks=True)

    def _add(self, line: str, number: int, *, breaks: bool) -> None:
        line = _MARKS.sub("", _BETWEEN_WIDE.sub("", line))
        last = self._pieces[-1] if self._pieces else ""
        joint = "\n" if breaks else " "
        if _BETWEEN_WIDE.search(f"{last[-1:]} {line[:1]}") and not breaks:
            joint = ""
        elif last[-1:] == "-" and last[-2:-1].isalpha() and line[:1].islower():
            self._pieces[-1] = last[:-1]
            self._length -= 1
            joint = ""
        self._pieces.append(joint + line)
        self._starts.append(self._length)
        self._lines.append(number)
        self._length += len(joint) + len(line)


def narrow(text: str) -> str:
    """The text in half-width letters, with single spaces and nothing invisible."""
    return " ".join(text.translate(_CLEAN).split())


def canonical(number: str) -> str:
    """A number's digits without those that do not change its value: 40 for 40.0."""
    whole, _, decimals = number.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-0") or "0"
    decimals = decimals.rstrip("0")
    return f"{sign}{digits}.{decimals}" if decimals else sign + digits


def _is_noise(line: str, *, stands_alone: bool) -> bool:
    if len(line) > SHORT:
        return False
    is_page = _PAGE.fullmatch(line) or (stands_alone and _BARE_PAGE.fullmatch(line))
    return bool(is_page or _RULE.fullmatch(line))


def _is_heading(line: str, *, stands_alone: bool) -> bool:
    if _HEADING.match(line):
        return True
    return stands_alone and len(line) <= SHORT and bool(_PLAIN_HEADING.fullmatch(line))


def _around(place: int, ends: list[int], length: int) -> Stretch:
    after = bisect_right(ends, place)
    start = ends[after - 1] if after else 0
    end = ends[after] if after < len(ends) else length
    block = place - place % LONGEST  # neighbours share their stretch, and what is worked out for it
    return Stretch(max(start, block - LONGEST), min(end, block + 2 * LONGEST))


def _joined(run: list[Number], text: str) -> Iterator[Number]:
    """The numbers of a run with only gaps between them: each alone, each with the next, and all of them.

    What follows a torn decimal point is no number of its own, unless a year ends the sentence before it.
    """
    for index, number in enumerate(run):
        gap = text[run[index - 1].end : number.start] if index else ""
        if "." not in gap or len(run[index - 1].text) == len("2024"):
            yield number
    for left, right in pairwise(run):
        yield Number(_without_gaps(left, right, text), left.start, right.end)
    if len(run) > 2:  # noqa: PLR2004 - two are a pair
        yield Number(_without_gaps(run[0], run[-1], text), run[0].start, run[-1].end)


def _without_gaps(first: Number, last: Number, text: str) -> str:
    return text[first.start : last.end].replace(" ", "").replace(",", "")
