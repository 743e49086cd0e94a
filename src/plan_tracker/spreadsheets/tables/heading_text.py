"""What one of the texts over a column says: a field, a unit, periods, years; or goal, or actual."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from unicodedata import normalize

from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplified
from plan_tracker.plan.period_words import SPOKEN_YEAR, Months, Spoken, found_in, narrow, said, whole_year
from plan_tracker.spreadsheets.cells import FOOTNOTE
from plan_tracker.spreadsheets.tables.fiscal_years import without_span, years_begun, years_called
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, BASELINE, GOAL, any_of, labels
from plan_tracker.spreadsheets.units import is_scaled, is_usual, unit_of_phrase, without_digits
from plan_tracker.wording import headings as words

_TEXTS = frozenset({"name", "group", "owner", "parent", "stage", "source", "note", "due", "start"})
"""Fields whose heading may have any remark in brackets: it is no other unit or period of a figure."""

_BRACKET = re.compile(r"[(\[【〔{]([^()\[\]【】〔〕{}]*)[)\]】〕}]")
_YEAR = re.compile(rf"(?<!\d)(?:fy)?({SPOKEN_YEAR})(?:年度?)?")
_PUNCTUATION = re.compile(r"[\s:：、,，.。;；_\-/|·*]+")
_BEHIND = re.compile(r"(.+)(?:,|\s+in|\s+[-–—])\s+(.+?)\s*", re.IGNORECASE)
_MARK = re.compile(r"\s*[/:|]\s*")
_UNIT_BEFORE = re.compile(r"^(?:计量)?单位[:：]|^unit:", re.IGNORECASE)
_SPACED = re.compile(r"(?<![一-鿿])(?:[一-鿿]\s+)+[一-鿿](?![一-鿿])")
"""Letters set apart to fill a cell: 目 标 值."""

_AMONG = re.compile(
    r"^\s*(?:其中|of which)\s*[:：]?\s*"
    r"(?=(?:\d{4}|[本当今]年|this year)(?:年?度?\s*$|.*(?:完成|计划|目标|actual|target|plan)))",
    re.IGNORECASE,
)
"""Before what is of one year among that of the column beside it: 其中：2026年完成, but not 其中：二季度."""

_NAMES = dict.fromkeys(words.NAMES_BEHIND, ("name", ""))
_LONGEST = 1000
"""How many letters of a heading are looked into at most: what is longer is prose, and long to take apart."""

_COLUMN_MARK = re.compile(r"[A-F①-⑳]|\d{1,2}")
"""What numbers a column for the formulas of others: 目标值（A）, 完成率（B/A）."""


_AFFIXES: tuple[tuple[tuple[str, ...], Counting | bool], ...] = (
    (words.OWN, Counting.PER_PERIOD),
    (words.RUNNING, Counting.TO_DATE),
    (words.FACTUAL, True),
    (words.ANNUAL, False),
    (words.AFFIXES, False),
)
"""Words that are taken off, and what each says: how figures count, or that it is reached."""


@dataclass
class Piece:
    """What one of the texts over a column says; `counting` is None where it does not say that.

    `label` are the fields that the whole text may mean, `words` those of goal and actual that it says. `odd`
    is a bracket that is not understood, `rest` what is left. `begins` and `fy` are as in `Meaning`.
    """

    label: tuple[str, ...] = ()
    spoken: list[Spoken] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    begins: set[int] = field(default_factory=set)
    fy: set[int] = field(default_factory=set)
    unit: str = ""
    counting: Counting | None = None
    is_factual: bool = False
    words: frozenset[str] = frozenset()
    odd: str = ""
    rest: str = ""


def is_among(text: str) -> bool:
    """Tells whether a heading is of what is of one year among that of the column beside it."""
    return _AMONG.match(text) is not None


def piece_of(text: str, is_unit: Callable[[str], bool], about: Callable[[str], str | None]) -> Piece:
    """Returns what a text says; `is_unit` and `about` are as in `meaning_of`."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return Piece(rest=text)
    text = _AMONG.sub("", FOOTNOTE.sub("", text) or text)
    text = _SPACED.sub(lambda match: "".join(match[0].split()), text)
    label = labels().get(simplified(text), ()) or _NAMES.get(simplified(text)[-len("项目名称") :], ())
    if label in {(GOAL,), (ACTUAL,)}:
        return Piece(words=frozenset(label))
    if label:
        return Piece(label=label)
    if is_unit(text.strip()):
        return Piece(unit=without_digits(text))
    piece = Piece()
    bare = _BRACKET.sub(lambda match: _take_bracket(match[1], piece, is_unit), normalize("NFKC", text))
    bare, piece.unit = (bare, piece.unit) if piece.unit else _without_unit_behind(bare, is_unit)
    label = labels().get(simplified(bare), ())
    if label and (not piece.odd or label[0] in _TEXTS) and not {GOAL, ACTUAL} & set(label):
        return Piece(label=label, unit=piece.unit)
    bare = _without_time(narrow(bare), piece)
    label = labels().get(simplified(_PUNCTUATION.sub("", bare)), ())
    if label == (BASELINE,):
        return Piece(label=label, unit=piece.unit)  # in whatever year
    if label == (GOAL,):
        piece.words = frozenset(label)
        return piece
    if about(name := simplified(_PUNCTUATION.sub("", bare))) is not None:
        piece.rest = name  # a target may be called by words that headings have: 完成投资
        return piece
    bare = _without_affixes(bare, piece)
    piece.words, piece.rest = _words_in(simplified(_PUNCTUATION.sub("", bare)))
    if piece.counting is Counting.TO_DATE and piece.rest in words.SUMS:
        piece.rest = ""  # total to date
    return piece


def _take_bracket(content: str, piece: Piece, is_unit: Callable[[str], bool]) -> str:
    """Notes what brackets say: a unit, a year, a period, or nothing of interest; returns what is left."""
    if _COLUMN_MARK.fullmatch(content.strip()):
        return " "
    unit = _UNIT_BEFORE.sub("", unit_of_phrase(content) or content.strip()).strip()
    if is_unit(unit):
        piece.unit = without_digits(unit)
        return " "
    if _remark(content, Piece()):  # what is not understood whole says nothing of time either
        piece.odd = piece.odd or content.strip()
    else:
        _remark(content, piece)
    return " "


def _remark(content: str, piece: Piece) -> str:
    """Notes what brackets say of time and of how figures count; returns what they say beside that."""
    return _PUNCTUATION.sub("", _without_affixes(_without_time(narrow(content), piece), piece))


def _without_unit_behind(text: str, is_unit: Callable[[str], bool]) -> tuple[str, str]:
    """Splits a heading from a unit that ends it: Goal, EUR million; Actual in km; Goal EUR '000; 目标/元."""
    if (match := _BEHIND.fullmatch(text)) and is_unit(match[2]):
        return match[1], without_digits(match[2])
    for mark in _MARK.finditer(text):
        head, tail = text[: mark.start()], text[mark.end() :].strip()
        if head and is_unit(tail) and not _ends_in_unit(head):
            return head, without_digits(tail)
    words = text.split()
    tails = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return next(((head, without_digits(tail)) for head, tail in tails if is_scaled(tail)), (text, ""))


def _ends_in_unit(text: str) -> bool:
    """Tells whether a text ends in a unit, which then belongs to the one behind a slash: 目标 元/人."""
    return any(is_usual(text[at:].strip()) for at in range(len(text)) if text[at:].strip())


def _without_time(text: str, piece: Piece) -> str:
    """Returns the text without periods and years, which are noted in the piece."""
    piece.begins |= years_begun(text)
    piece.fy |= years_called(text)
    text = without_span(text)
    if isinstance(alone := said(text), Months) and alone.year:
        piece.spoken.insert(0, alone)  # 2024/6
        return ""
    for found in reversed(found_in(text)):
        piece.spoken.insert(0, found.spoken)
        text = f"{text[: found.start]} {text[found.end :]}"
    piece.years += map(whole_year, _YEAR.findall(text))
    return _YEAR.sub(" ", text)


def _without_affixes(text: str, piece: Piece) -> str:
    for group, note in _AFFIXES:
        text, number = any_of(group).subn(" ", text)
        if number:
            if isinstance(note, Counting):
                piece.counting = note
            elif note:
                piece.is_factual = True
    return text


def _words_in(rest: str) -> tuple[frozenset[str], str]:
    """Returns what a text says (goal, actual or both), and what is left of it then."""
    bare = rest.removeprefix("年")
    if bare in words.GOAL:
        return frozenset({GOAL}), ""
    if bare in words.ACTUAL:
        return frozenset({ACTUAL}), ""
    for goal in words.GOAL:
        if goal in bare and bare.replace(goal, "", 1) in words.ACTUAL:
            return frozenset({GOAL, ACTUAL}), ""
    return frozenset(), bare
