"""The text of a report as it was meant to be read: words and sentences made whole, each with its line.

White space and line breaks within Chinese text, full-width letters, page numbers and marks of Markdown are
taken out; headings stand at the end. Figures in tables have their units behind them. Everything is linear in
the length of the text, and needs little more memory than the text itself.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from plan_tracker.questions.document.joining import CLAUSE_END, Joined
from plan_tracker.questions.document.source import Document
from plan_tracker.questions.document.tables import Table

LONGEST = 400
"""How many letters from a figure its words may stand."""

_WIDEST, _LONGEST_FIGURE = 2_000, 24
"""How long a row of a table may be, and how long a cell with only a figure and its unit."""

_ENDS = "。!?\n"
_CLAUSE_ENDS = _ENDS + ";"
_RUN = re.compile(r"-?[0-9]+(?:[., ](?=[0-9. ])[0-9]*)*")
_RUN_AND_SIGN = re.compile(rf"({_RUN.pattern})(%| %| [pP]|[pP][eE])?")
"""With the beginning of what may say that it is a percentage."""

_SIMPLE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d[.~–-])(?:(?<![\dA-Za-z])-)?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?", re.ASCII
)
_PERCENT = re.compile(r" ?%| ?per ?cent(?![a-z])", re.IGNORECASE)
_POINTS = re.compile(r" ?(?:个?百分点|pp(?![a-z])|percentage points?)", re.IGNORECASE)
_WORDS_BEHIND = re.compile(" (?!per ?cent|thousand|million|billion|trillion)[a-z]{2}", re.IGNORECASE)
_IN_TWO = re.compile(r"(?<![\d.,])(\d{1,6})亿$", re.ASCII)
"""What stands before the 2300 of 3亿2300万元, which is 32300万元."""

_TORN = 2
"""How many digits stand behind a decimal point at most, as reports print them."""

_GAPS = frozenset({" ", ". ", " .", " . "})
"""The blanks that may stand inside a number that was torn apart."""

_MOST_DIGITS = 32
"""How many digits a figure of a plan has at most."""

_MOST_KNOWN = 200_000
"""For how many different numbers it is remembered whether they are wanted."""

_MOST_PIECES = 16
"""Into how many pieces a number may be torn: it has no more digits."""


class Number(NamedTuple):
    """A number as printed (without thousands separators), from `start` to `end` in the text."""

    text: str
    start: int
    end: int


class Stretch(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


class Cell(NamedTuple):
    """A figure's place in a table: its row, the texts of the row, and the heading of its column."""

    row: Stretch
    texts: list[str]
    heading: str
    table: Table

    @property
    def label(self) -> str:
        """The texts of the row without its figures."""
        return self.table.label(self.texts)

    @property
    def words(self) -> str:
        """What the table says of the figure."""
        return f"{self.label} {self.heading}"


class Prose:
    """A report's text in one piece; knows for each place where it stood in the file."""

    def __init__(self, document: Document, units: Container[str]) -> None:
        self._read = Joined(document, units)
        self.text = self._read.finished()
        self.cell = lru_cache(maxsize=1)(self._cell)

    def line(self, place: int) -> int:
        """Returns the line of the file, counted from 1, for a place in the text."""
        return self._read.lines[bisect_right(self._read.starts, place) - 1]

    # --- stretches

    def clause(self, place: int) -> Stretch:
        """Returns the part of a sentence around a place, up to a semicolon."""
        return Stretch(self._begin(place, _CLAUSE_ENDS), self._end(place, _CLAUSE_ENDS))

    def sentence(self, place: int) -> Stretch:
        """Returns the sentence around a place."""
        return Stretch(self._begin(place, _ENDS), self._end(place, _ENDS))

    def clause_before(self, place: int, reach: int) -> str:
        """Returns the part of a clause before a place, at most `reach` letters."""
        return self.text[self._begin(place, _CLAUSE_ENDS, reach) : place]

    def clause_after(self, place: int, reach: int) -> str:
        """Returns the part of a clause from a place on, at most `reach` letters."""
        return self.text[place : self._end(place, _CLAUSE_ENDS, reach)]

    def _begin(self, place: int, ends: str, reach: int = LONGEST) -> int:
        start = max(0, place - reach)
        start += max(map(self.text[start:place].rfind, ends)) + 1
        if self.text.find(".", start, place) >= 0:  # which few Chinese sentences have
            for match in CLAUSE_END.finditer(self.text, start, place):
                if match[0] == ".":
                    start = match.end()
        return start

    def _end(self, place: int, ends: str, reach: int = LONGEST) -> int:
        last = min(len(self.text), place + reach)
        found = CLAUSE_END.search(self.text, place, last)
        while found and found[0] == ";" and ";" not in ends:
            found = CLAUSE_END.search(self.text, found.end(), last)
        return found.end() if found else last

    def before(self, sentence: Stretch) -> str:
        """Returns the sentence before another one, or the heading that stands there."""
        headings = self._read.headings
        at = bisect_right(headings, sentence.start, key=attrgetter("anchor")) - 1
        if at >= 0 and headings[at].anchor >= sentence.start - 1 and not headings[at].tears:
            return headings[at].text
        place = sentence.start - 1
        while place > 0 and self.text[place] in "\n ":
            place -= 1
        return self.text[slice(*self.sentence(place))] if place >= 0 else ""

    def _cell(self, place: int) -> Cell | None:
        """Returns the table cell of a figure; None outside tables, and in sentences that stand in one."""
        tables, text = self._read.tables, self.text
        at = bisect_right(tables, place, key=attrgetter("start")) - 1
        if at < 0 or place >= tables[at].end:
            return None
        start = text.rfind("\n", max(0, place - _WIDEST), place) + 1
        end = text.find("\n", place, place + _WIDEST)
        row = Stretch(start, end if end >= 0 else len(text))
        if not text.startswith("|", start) or row.end > place + _WIDEST:
            return None
        texts = text[start + 2 : row.end - 2].split(" | ")
        column = text.count("|", start, place) - 1
        if not 0 <= column < len(texts) or len(texts[column]) > _LONGEST_FIGURE:
            return None
        return Cell(row, texts, tables[at].heading(column, len(texts)), tables[at])

    # --- numbers

    def figures(self, wanted: Callable[[str], bool]) -> Iterator[Number]:
        """Yields every percentage, and other numbers whose digits are `wanted`, in the order of their ends.

        A number with a space inside is also yielded as one number without the space.
        """
        text, known, by_hundred = self.text, dict[str, bool](), "百分之" in self.text
        for match in _RUN_AND_SIGN.finditer(text):
            run = match[1]
            if text.startswith("万", match.end(1)) and (more := _before_it(text, match.start(), run)):
                yield Number(f"{more[1]}{run:0>4}", more.start(), match.end(1))
                continue
            is_wanted = known.get(run)
            if is_wanted is None:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                is_wanted = known[run] = not _SIMPLE.fullmatch(run) or (
                    len(run) <= _MOST_DIGITS and wanted(run)
                )
            if not is_wanted and match.lastindex == 1 and not by_hundred:
                continue
            start, end = match.span(1)
            if _SIMPLE.fullmatch(run) and not (start and text[start - 1] in ".~–-,"):
                number = Number(run, start, end)
                if is_wanted or self.is_percent(number):
                    yield number
            else:
                yield from _numbers_of(text, start, end)

    def figures_in(self, stretch: Stretch) -> Iterator[Number]:
        """Yields every number in a stretch."""
        for match in _RUN.finditer(self.text, *stretch):
            yield from _numbers_of(self.text, *match.span())

    def is_percent(self, number: Number) -> bool:
        """Tells whether a number is a percentage."""
        return bool(_PERCENT.match(self.text, number.end)) or self.text.endswith("百分之", 0, number.start)

    def is_points(self, number: Number) -> bool:
        """Tells whether a number is in percentage points."""
        return bool(_POINTS.match(self.text, number.end))

    def is_ordinal(self, number: Number) -> bool:
        """Tells whether a number names a place in an order, 第4个, and so counts nothing."""
        return self.text.endswith(("第", "第 "), 0, number.start)


def _before_it(text: str, place: int, run: str) -> re.Match[str] | None:
    """Returns the hundreds of millions before a place where the ten thousands of the same number begin."""
    is_rest = run.isdigit() and len(run) <= len("9999")
    return _IN_TWO.search(text, max(0, place - 8), place) if is_rest else None


def _numbers_of(text: str, start: int, end: int) -> Iterator[Number]:
    """Yields the numbers of a run of digits: each alone, each joined with the next, and all across gaps."""
    run: list[Number] = []
    for match in _NUMBER.finditer(text, start, end):
        number = Number(match[0].replace(",", ""), match.start(), match.end())
        if match.end() - match.start() > _MOST_DIGITS:
            continue
        if run and (len(run) == _MOST_PIECES or text[run[-1].end : number.start] not in _GAPS):
            yield from _joined(run, text)
            run = []
        run.append(number)
    yield from _joined(run, text)


def _joined(run: list[Number], text: str) -> Iterator[Number]:
    """Yields the numbers of a run with only gaps between: each alone, each joined with the next, and all.

    What follows a torn decimal point is no number of its own, unless a year ends the sentence before it, or
    it has more digits than decimals have, and words follow: reached 240. 468 homes, but 12. 5 homes.
    """
    for index, number in enumerate(run):
        gap = text[run[index - 1].end : number.start] if index else ""
        is_start = gap == ". " and len(number.text) > _TORN and _WORDS_BEHIND.match(text, number.end)
        if "." not in gap or is_start or len(run[index - 1].text) == len("2024"):
            yield number
    ends = [*pairwise(run), *([(run[0], run[-1])] if len(run) > 2 else [])]  # noqa: PLR2004 - two are a pair
    for first, last in ends:
        joined = text[first.start : last.end].replace(" ", "").replace(",", "")
        if _SIMPLE.fullmatch(joined.removeprefix("-")):  # 7.5 7.9 are two
            yield Number(joined, first.start, last.end)


class Finds:
    """The places that print a figure, in the order of the text: as numbers, for there may be a million."""

    def __init__(self) -> None:
        self.starts, self._ends = array("q"), array("q")

    def add(self, number: Number) -> int:
        """Puts one more place among the others and returns its index.

        A number torn apart comes after its pieces, and is put before them.
        """
        at = len(self.starts)
        while at and self.starts[at - 1] > number.start:
            at -= 1
        self.starts.insert(at, number.start)
        self._ends.insert(at, number.end)
        return at

    def numbers(self, text: str, places: Iterable[int] | None = None) -> Iterator[Number]:
        """Yields the places with these indices, or all places."""
        for at in range(len(self.starts)) if places is None else places:
            start, end = self.starts[at], self._ends[at]
            yield Number(text[start:end].replace(" ", "").replace(",", ""), start, end)

    def within(self, text: str, stretch: Stretch) -> list[Number]:
        """Returns the places that lie in a stretch."""
        first, end = (bisect_left(self.starts, place) for place in stretch)
        return list(self.numbers(text, range(first, end)))
