"""A column of a table: the texts over it, what they mean, and how messages name it."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, joined, listed
from plan_tracker.plan.model import Counting
from plan_tracker.plan.names import simplest, simplified
from plan_tracker.plan.period_words import Spoken, narrow
from plan_tracker.problems import LONGEST_QUOTED
from plan_tracker.spreadsheets.cells import shown
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.sheet import letter_of
from plan_tracker.spreadsheets.tables.fiscal_years import years_said
from plan_tracker.spreadsheets.tables.heading_text import is_among
from plan_tracker.spreadsheets.tables.headings import Meaning
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, GOAL
from plan_tracker.spreadsheets.units import same_unit
from plan_tracker.wording import headings as words
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused
from plan_tracker.wording.words import LIST, field_name

_DATED = re.compile(r"(?=.*[0-9])[-0-9 ./年月日季度上下半底末止份至到hqm()]+")
"""What is surely a time, in whatever spelling: 2025.1-6, 6/30, 2025上."""


class Column(NamedTuple):
    """A column, the texts over it from the top, and what it means or why that is unknown."""

    at: int
    texts: tuple[str, ...] = ()
    meaning: Meaning = Meaning()

    @property
    def letter(self) -> str:
        """The letters by which spreadsheets call the column."""
        return letter_of(self.at)

    @property
    def heading(self) -> str:
        """Its texts joined, for a message: of a long one only the beginning."""
        return shown("/".join(" ".join(text.split()) for text in self.texts))

    @property
    def called(self) -> str:
        """Its letter and its heading, as messages name it."""
        return f"{self.letter} `{self.heading}`"

    @property
    def field(self) -> str:
        """The field that it means; empty if that is unknown."""
        return self.meaning.field

    @property
    def spoken(self) -> Spoken | None:
        """The period that its heading says, if any."""
        return self.meaning.spoken

    @property
    def counting(self) -> Counting | None:
        """Whether its figures are of the period alone or running totals, if its heading says that."""
        return self.meaning.counting

    @property
    def unit(self) -> str:
        """The unit that its heading says; empty if it says none."""
        return self.meaning.unit

    @property
    def reason(self) -> Message | None:
        """Why it has no meaning; None if it has one."""
        return self.meaning.reason

    def is_unused_for(self, *reasons: Phrase) -> bool:
        """Tells whether it has no meaning for one of some reasons."""
        return self.reason is not None and self.reason.phrase in reasons

    @property
    def is_unknown(self) -> bool:
        """Whether its heading was not understood at all."""
        return self.is_unused_for(unused.UNKNOWN)

    @property
    def is_in_percent(self) -> bool:
        """Whether its heading says %: 完成（%） in a row of 亿元 is how much of the goal is reached."""
        return same_unit(self.unit, "%")

    def meant(self, meaning: Meaning) -> "Column":
        """Returns the column with another meaning."""
        return self._replace(meaning=meaning)

    def unused(self, reason: Message) -> "Column":
        """Returns the column without a meaning, and why it has none."""
        return self._replace(meaning=Meaning(reason=reason))

    @property
    def says_until(self) -> bool:
        """Whether its heading says up to when figures run: 截至6月底, to June."""
        return self.speaks_of((*words.UNTIL, *words.ENDS, "to"))

    def speaks_of(self, words: Iterable[str]) -> bool:
        """Tells whether one of some words stands over the column: in Latin letters whole, or with an s."""
        text, spaced = simplest("".join(self.texts)), " ".join(self.texts).casefold()
        return any(
            re.search(rf"(?<![a-z]){word}s?(?![a-z])", spaced) if word.isascii() else word in text
            for word in words
        )


def likeliest(columns: Iterable[Column], field: str) -> Column:
    """Returns the first of the columns that are the most likely to have goals, or actuals; of others any."""
    return min(columns, key=_RANKS.get(field, lambda _: ()))


def is_no_goal(column: Column) -> bool:
    """Tells whether a column is of years, of goals for another time than one, or of how much is done."""
    is_share = column.speaks_of(words.SHARES) and not column.speaks_of(words.GOAL)
    return (
        is_share
        or column.speaks_of(words.BEYOND_A_YEAR)
        or column.is_unused_for(unused.PART_OF_A_GOAL, unused.YEARS_ONLY)
    )


def speaks_of_actuals(column: Column) -> bool:
    """Tells whether a heading speaks of what is reached, or is nothing but a time."""
    is_dated = _DATED.fullmatch(narrow("".join(column.texts)))
    return is_dated is not None or column.speaks_of((*words.ACTUAL, *words.RUNNING))


def _rank_of_goals(column: Column) -> tuple[int, ...]:
    """Ranks goals: of the year before others, adjusted before first ones, later years before earlier ones."""
    latest = 0 if column.field else max(years_said(column.texts), default=0)
    return (
        is_no_goal(column),
        not column.speaks_of(words.ANNUAL),
        not column.speaks_of(words.ADJUSTED),
        -latest,
    )


def _rank_of_actuals(column: Column) -> tuple[int, ...]:
    """Ranks actuals: what is reached before what is planned or a share, of a year before running totals.

    What was invested to date (累计完成投资) may be since the work began, and does not go before 完成.
    """
    is_of_year = column.speaks_of((*words.ANNUAL, *words.SINCE_NEW_YEAR)) or any(map(is_among, column.texts))
    return (
        column.speaks_of(words.SHARES),
        column.field != ACTUAL and not speaks_of_actuals(column),
        not is_of_year,
        column.spoken is None or not (column.counting is Counting.TO_DATE or column.says_until),
        column.speaks_of(words.INVESTED) or not column.speaks_of(words.RUNNING),
    )


_RANKS: dict[str, Callable[[Column], tuple[int, ...]]] = {GOAL: _rank_of_goals, ACTUAL: _rank_of_actuals}


def several(columns: Sequence[Column], field: str) -> NotRead:
    """Makes the error for columns that mean the same; it says how to name one: of those alike the last."""
    found, likely = listed(column.called for column in columns), likeliest(reversed(columns), field)
    is_one_of_a_kind = all(
        simplified(column.heading) != simplified(likely.heading) for column in columns if column is not likely
    )
    is_whole = len(likely.heading) < LONGEST_QUOTED
    name_one = phrases.NAME_ONE if is_one_of_a_kind and is_whole else phrases.NAME_ONE_BY_LETTER
    hint = name_one.fill(field=field, letter=likely.letter, heading=likely.heading)
    phrase = inserted(phrases.SEVERAL_COLUMNS, field=field_name(field), columns=found)
    return NotRead(phrase.fill(), hint)


def headings_found(columns: Iterable[Column]) -> Phrase:
    """Lists the headings, and why some have no meaning."""
    found = [phrases.heading_and_reason(column.called, column.reason) for column in columns if column.texts]
    return inserted(phrases.HEADINGS_FOUND, headings=joined(found, LIST))
