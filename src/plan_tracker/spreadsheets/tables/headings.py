"""What the heading of a column means; its texts may stand in up to three rows, one below the other.

It is understood if a known word is left when year, period, unit in brackets and words such as 全年 or
累计 are taken off. Nothing is guessed: what is not understood keeps the reason.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import in_simplified_characters, simplified
from plan_tracker.plan.period_words import RUNNING, Label, Months, Spoken, distinct, narrow
from plan_tracker.spreadsheets.tables.heading_text import Piece, piece_of
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, BASELINE, GOAL, any_of
from plan_tracker.spreadsheets.units import is_unit
from plan_tracker.wording import headings as words
from plan_tracker.wording import unused


class Meaning(NamedTuple):
    """What a heading means; `above` are texts over it that say something else, such as a target's name.

    Without a `field` it means nothing that is known.
    """

    field: str = ""
    either: str | None = None
    """The meaning instead of that where another column surely has it; empty for none, None if it is sure."""

    spoken: Spoken | None = None
    year: int | None = None
    unit: str = ""
    counting: Counting | None = None
    """Whether figures are of the period alone or running totals; None where the heading does not say it."""

    above: tuple[str, ...] = ()
    begins: int | None = None
    """The calendar year in which a year of two begins: 2025 of 2025/26, or of Apr 2025–Mar 2026."""

    fy: int | None = None
    """The year that FY2026 names, which may begin or end then."""

    reason: Message | None = None
    """Why it means nothing that is known."""

    @property
    def is_of_names(self) -> bool:
        """Whether it is, or may be, the name or the id of what a row is about."""
        return self.field in {"id", "name"}


def meaning_of(
    texts: Sequence[str], is_unit: Callable[[str], bool], about: Callable[[str], str | None]
) -> Meaning:
    """Returns what the texts over a column mean; they are given from the top.

    `is_unit` tells what is a unit. `about` is asked about other texts whether they name a target: an empty
    answer is the target at hand, None is no target. Where it is not understood in traditional characters, it
    is read in simplified ones.
    """
    found = _meaning_of(texts, is_unit, about)
    plain = [in_simplified_characters(text) for text in texts]
    if found.field or plain == [*texts]:
        return found
    found = _meaning_of(plain, is_unit, about)
    return found._replace(unit=_unit_of([piece_of(text, is_unit, about) for text in texts]))


def _meaning_of(
    texts: Sequence[str], is_unit: Callable[[str], bool], about: Callable[[str], str | None]
) -> Meaning:
    pieces = [piece_of(text, is_unit, about) for text in texts]
    if len(pieces) > 1:
        for piece in pieces:
            if GOAL in piece.label:
                piece.label, piece.words = (), frozenset({GOAL})  # 目标任务 below 全年
    if simplified(texts[-1]) in words.VALUES and any(map(_says_which, pieces[:-1])):
        pieces[-1] = Piece()
    said = [piece for piece in pieces if _says_more(piece)]
    if said and said[-1].label:
        one, *other = said[-1].label
        return Meaning(field=one, either=other[0] if other else None, unit=pieces[-1].unit)
    return _figure(pieces, texts, about)


@lru_cache(maxsize=4096)  # where a table may begin is asked of the same texts again and again
def own_meaning(*texts: str) -> Meaning:
    """Returns what texts over a column mean by themselves, whatever the targets of a plan are called."""
    return meaning_of(texts, is_unit, lambda _: None)


def own_meanings(texts: Mapping[int, Sequence[str]]) -> dict[int, Meaning]:
    """Returns what texts over columns mean by themselves, without those that nobody understands."""
    meanings = {at: own_meaning(*over) for at, over in texts.items()}
    return {at: meaning for at, meaning in meanings.items() if meaning.field}


def named_meaning(field_: str, texts: Sequence[str], is_unit: Callable[[str], bool]) -> Meaning:
    """Returns the meaning of a column that the user names: he says the field, the heading says the rest."""
    pieces = [piece_of(text, is_unit, lambda _: None) for text in texts]
    spoken, years = _times_of(pieces)
    meaning = _of_figures(field_, pieces, spoken[0] if len(spoken) == 1 else None)
    return meaning._replace(year=_only([years]))


def rest_of(name: str) -> str:
    """Returns what is left of a name when everything else that headings say is taken off."""
    return piece_of(name, lambda _: False, lambda _: None).rest


def _says_which(piece: Piece) -> bool:
    """Tells whether a text says of the figures below it whether they are goals, actuals or baselines."""
    return bool(piece.words) or not {ACTUAL, BASELINE}.isdisjoint(piece.label)


def _says_more(piece: Piece) -> bool:
    return bool(piece.label or piece.words or piece.rest or piece.odd or piece.spoken or piece.years)


def _figure(pieces: list[Piece], texts: Sequence[str], about: Callable[[str], str | None]) -> Meaning:
    """Returns the meaning of a column of goals or actuals."""
    if odd := next((piece.odd for piece in pieces if piece.odd), ""):
        return Meaning(reason=unused.ODD_BRACKET.fill(text=odd))
    if _speaks_otherwise(texts):
        return Meaning(reason=unused.ANOTHER_TIME.fill())
    spoken, years = _times_of(pieces)
    if len(spoken) > 1:  # FY2025 Q2 is a quarter
        spoken = [
            each for each in spoken if not (isinstance(each, Label) and each.label == "FY" and each.year)
        ]
    if len(spoken) > 1 or len(years) > 1:
        return Meaning(reason=unused.TWO_PERIODS.fill())
    named = [(piece, about(piece.rest)) for piece in pieces if piece.rest]
    if other := next((name for _, name in named if name), ""):
        return Meaning(reason=unused.OF_ANOTHER_TARGET.fill(name=other))
    if pieces[-1].rest and named[-1][1] is None:
        return Meaning(reason=unused.UNKNOWN.fill())
    known = _words_of(pieces)
    if len(known) > 1:
        return Meaning(reason=unused.TWO_MEANINGS.fill())
    period = _period_of(pieces, spoken[0]) if spoken else None
    meaning = _of_figures(next(iter(known), ACTUAL), pieces, period)
    says_actual = period or meaning.counting or any(piece.is_factual for piece in pieces)
    if not known and not says_actual and "" not in [name for _, name in named]:
        return Meaning(reason=(unused.ONLY_A_YEAR if years else unused.UNKNOWN).fill())
    return meaning._replace(
        either="" if any(map(any_of(words.LESS_SURE).search, map(narrow, texts))) else None,
        year=next(iter(years), None),
        above=tuple(piece.rest for piece, name in named if name is None),
    )


def _of_figures(field: str, pieces: list[Piece], period: Spoken | None) -> Meaning:
    """Returns the meaning of a column of figures, as far as each of its texts says it by itself."""
    return Meaning(
        field=field,
        spoken=period,
        unit=_unit_of(pieces),
        counting=_counting_of(pieces, period),
        begins=_only(piece.begins for piece in pieces),
        fy=_only(piece.fy for piece in pieces),
    )


def _times_of(pieces: list[Piece]) -> tuple[list[Spoken], set[int]]:
    """Returns the periods and the years that texts name."""
    spoken = distinct(each for piece in pieces for each in piece.spoken)
    years = {year for piece in pieces for year in piece.years}
    return spoken, years | {each.year for each in spoken if each.year}


def _only(years: Iterable[set[int]]) -> int | None:
    """Returns the year that headings name, if it is only one."""
    found = {year for each in years for year in each}
    return found.pop() if len(found) == 1 else None


def _unit_of(pieces: list[Piece]) -> str:
    """Returns the unit of the lowest text that names one."""
    return next((piece.unit for piece in reversed(pieces) if piece.unit), "")


def _period_of(pieces: list[Piece], whole: Spoken) -> Spoken:
    """Returns the period of a column: 9月 below 1-9月 may stand beside the running totals."""
    lowest = next(piece.spoken for piece in reversed(pieces) if piece.spoken)
    is_single = len(lowest) == 1 and isinstance(lowest[0], Months) and lowest[0].word not in RUNNING
    return lowest[0]._replace(year=whole.year) if is_single else whole


def _counting_of(pieces: list[Piece], period: Spoken | None) -> Counting | None:
    """Returns how figures count, by the lowest text that says it; 1-10月 says it too."""
    if isinstance(period, Months) and period.word in RUNNING:
        return Counting.TO_DATE
    return next((piece.counting for piece in reversed(pieces) if piece.counting), None)


def _words_of(pieces: list[Piece]) -> frozenset[str]:
    """Returns goal or actual, as texts say; both where they contradict each other, or one says both alone."""
    found = [piece.words or frozenset(piece.label) & {GOAL, ACTUAL} for piece in pieces]
    return frozenset[str]().union(*([each for each in found if len(each) == 1] or found))


def _speaks_otherwise(texts: Iterable[str]) -> bool:
    """Tells whether a heading is about a comparison, another time, or an expectation."""
    whole = " ".join(map(narrow, texts)).replace("预期目标", "")
    return any_of(words.OTHERWISE).search(whole) is not None
