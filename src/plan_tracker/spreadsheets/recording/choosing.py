"""Which columns of a table hold the figures of a period, for targets that count to date or per period."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, joined, listed
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import Spoken
from plan_tracker.plan.periods import Period, PlanTime
from plan_tracker.plan.spoken import period_meant, period_of
from plan_tracker.problems import printable
from plan_tracker.reading.building.labels import unknown_label
from plan_tracker.spreadsheets.numbers import is_no_figure
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.column import Column, several
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording import unused
from plan_tracker.wording.periods import period_phrase, why_none


class Chosen(NamedTuple):
    """A column of figures, with the period of rows that name none; None where rows must name it."""

    column: Column
    period: Period | None


class NoPeriod(NamedTuple):
    """Why a text is not a period of a plan, and what to write."""

    message: Message
    hint: Message | None


class Times:
    """The periods that a table and the user name, as periods of a plan.

    `asked` is what the user says, `said` what the title and the sheet's name say. Raises NotRead if the user
    names no period of the plan.
    """

    def __init__(self, time: PlanTime, asked: str | None, said: Iterable[Spoken]) -> None:
        self.time, self.text = time, asked
        self.asked = {each: period_meant(asked, time, each) for each in Counting} if asked else {}
        self.any_asked = next(filter(None, self.asked.values()), None)
        if asked and self.any_asked is None:
            raise NotRead(*no_period(asked, time))
        titled = [{each: period_of(spoken, time, each) for each in Counting} for spoken in said]
        self._titled = [periods for periods in titled if any(periods.values())]

    def check_title(self, file: str) -> None:
        """Raises NotRead if the title, or the sheet's name, names another period than the user."""
        for periods in self._titled:
            said = next(filter(None, periods.values()), None)
            if named := self.of_another_period(phrases.TITLE_OF_ANOTHER_PERIOD, said):
                raise NotRead(named.fill(file=file), phrases.CHECK_FILE.fill())

    def of_another_period(self, phrase: Phrase, named: Period | None) -> Phrase | None:
        """Returns a phrase with the period that something names and the one asked for, if they differ."""
        asked = self.any_asked
        if asked is None or named is None or asked.last == named.last:
            return None
        return inserted(phrase, said=self.name(named), asked=self.name(asked))

    def name(self, period: Period) -> Phrase:
        """Returns the name of a period."""
        return period_phrase(period.label, self.time, Counting.PER_PERIOD)

    def default(self, counting: Counting) -> Period | None:
        """Returns the period of figures that name none themselves."""
        titled = self._of_titles(counting)
        is_clear = len({each.last for each in titled}) == 1
        return self.asked.get(counting) or (titled[0] if is_clear else None)

    def titled_otherwise(self, counting: Counting) -> Period | None:
        """Returns the period in the title whose figures are others than those of the one asked for."""
        asked, titled = self.asked.get(counting), self._of_titles(counting)
        return next((each for each in titled if asked and not are_same(each, asked, counting)), None)

    def _of_titles(self, counting: Counting) -> list[Period]:
        return [each for periods in self._titled if (each := periods.get(counting))]

    def of_column(self, column: Column, counting: Counting) -> Period | None:
        """Returns the period of the plan that a heading names."""
        return period_of(column.spoken, self.time, counting) if column.spoken else None

    def as_asked(self, period: Period, counting: Counting) -> Period:
        """Returns the period that the user names for one that stands for the same: H1 for 2024-06-30."""
        asked = self.asked.get(counting)
        is_same = asked and asked.last == period.last and counting is Counting.TO_DATE
        return asked if asked and is_same else period

    def none_of(self, asked: Period, found: Iterable[Period]) -> NotRead:
        """Makes the error for a table that has figures for other periods only."""
        names = list(dict.fromkeys(self.name(period) for period in sorted(found, key=lambda each: each.last)))
        phrase = inserted(phrases.NO_SUCH_PERIOD_HERE, asked=self.name(asked), found=joined(names))
        return NotRead(phrase.fill(), phrases.CHECK_FILE.fill())


@lru_cache(maxsize=1024)  # rows name the same few periods
def period_of_row(text: str, time: PlanTime, counting: Counting) -> Period | NoPeriod:
    """Returns the period that a row names, or why it is none."""
    return period_meant(text, time, counting) or no_period(text, time, counting)


def no_period(text: str, time: PlanTime, counting: Counting = Counting.TO_DATE) -> NoPeriod:
    """Tells why a text is not a period of a plan, and what to write."""
    problem = unknown_label(printable(text[:60]), ("plan",), time)
    return NoPeriod(problem.message, why_none(text, time, counting) or problem.hint)


def are_same(one: Period, other: Period, counting: Counting) -> bool:
    """Tells whether a figure of one period is one of the other, too: a running total if both end on one day.

    A date says only when a period ends.
    """
    begins = {one.first, other.first} - {None}
    return one.last == other.last and (counting is Counting.TO_DATE or len(begins) <= 1)


class Choice:
    """The columns of figures that are used, for each way in which targets count."""

    def __init__(self, columns: list[Column], times: Times, *, by_rows: bool) -> None:
        """Sorts the columns; with `by_rows` the rows name their own periods."""
        self.columns, self._times, self._by_rows = columns, times, by_rows
        self.reasons: dict[int, Message] = {}
        self.used: set[int] = set()
        self._known: dict[Counting, list[Chosen] | NotRead] = {}

    def of(self, counting: Counting) -> list[Chosen] | NotRead:
        """Returns the columns for targets with this counting, or why none fits where others have theirs.

        Raises NotRead where none fits any target.
        """
        chosen = self._of(counting)
        others = (self._of(each) for each in Counting)
        if isinstance(chosen, NotRead) and all(isinstance(each, NotRead) or not each for each in others):
            raise chosen
        return chosen

    def _of(self, counting: Counting) -> list[Chosen] | NotRead:
        if counting not in self._known:
            try:
                self._known[counting] = chosen = self._choose(counting)
                self.used |= {each.column.at for each in chosen}
            except NotRead as error:
                self._known[counting] = error
        return self._known[counting]

    def candidates(self) -> list[int]:
        """Returns the columns in which a figure to be recorded may stand, however targets count."""
        asked = {period.last for period in self._times.asked.values() if period}
        found: list[int] = []
        for column in self.columns:
            own = {period.last for period in self._periods(column)}
            if not (asked and own) or asked & own:
                found.append(column.at)
        if self.columns and not found and (any_asked := self._times.any_asked):
            raise self._times.none_of(any_asked, self._named(self.columns))
        return found

    @cached_property
    def dated(self) -> list[tuple[date, Column]]:
        """The columns that may have running totals, each with the day that its heading names."""
        return [
            (period.last, column)
            for column in self.columns
            if column.counting is not Counting.PER_PERIOD
            and (period := self._times.of_column(column, Counting.TO_DATE))
        ]

    def others(self, asked: Period, table: Table) -> list[Period]:
        """Returns the other periods of which a table has figures."""
        filled = [column for column in self.columns if not all(map(is_no_figure, table.below(column)))]
        return [period for period in self._named(filled) if period.last != asked.last]

    def _named(self, columns: Iterable[Column]) -> list[Period]:
        """Returns the periods that headings name, one of each."""
        return [periods[0] for column in columns if (periods := self._periods(column))]

    def _periods(self, column: Column) -> list[Period]:
        """Returns the period that a heading names, for each way of counting that has it."""
        return [period for each in Counting if (period := self._times.of_column(column, each))]

    def _choose(self, counting: Counting) -> list[Chosen]:
        """Chooses the columns for targets that count in one way; notes why the others are not used."""
        times, asked = self._times, self._times.asked.get(counting)
        chosen: list[Chosen] = []
        others: list[Period] = []
        for column in self.columns:
            if column.counting not in (None, counting):
                phrase = unused.PERIOD_ALONE if counting is Counting.TO_DATE else unused.TOTAL_BESIDE
                self.reasons.setdefault(column.at, phrase.fill())
                continue
            period = times.of_column(column, counting)
            if column.spoken and period is None:
                self.reasons.setdefault(column.at, unused.NO_PERIOD_HERE.fill())
            elif period and asked and not are_same(period, asked, counting):
                others.append(period)
                reason = inserted(unused.OTHER_PERIOD, period=times.name(period))
                self.reasons[column.at] = reason.fill()
            else:
                given = asked if period and asked else period
                chosen.append(Chosen(column, given or self._default(column, counting)))
        self._refuse_several(chosen)
        if times.any_asked and others and not chosen:
            raise times.none_of(times.any_asked, others)
        if self.columns and not chosen and all(self._is_foreign(column) for column in self.columns):
            headings = listed(column.called for column in self.columns)
            labels = unknown_label("", ("plan",), times.time).hint
            raise NotRead(inserted(unused.NONE_OF_PLAN, headings=headings).fill(), labels)
        return chosen

    def _is_foreign(self, column: Column) -> bool:
        """Tells whether a heading names a period, but none of the plan."""
        reason = self.reasons.get(column.at)
        return reason is not None and reason.phrase is unused.NO_PERIOD_HERE

    def _default(self, column: Column, counting: Counting) -> Period | None:
        period, text = self._times.default(counting), self._times.text
        if text and self._times.asked.get(counting) is None:
            raise NotRead(*no_period(text, self._times.time, counting))
        if period and (titled := self._times.titled_otherwise(counting)):
            raise self._times.none_of(period, [titled])
        if period is None and not self._by_rows:
            raise NotRead(phrases.NO_PERIOD.fill(heading=column.heading), phrases.SAY_PERIOD.fill())
        return period

    def _refuse_several(self, chosen: list[Chosen]) -> None:
        """Raises NotRead if columns share a day, or if one names no day beside others that do."""
        by_day: dict[object, list[Column]] = {}
        for column, period in chosen:
            by_day.setdefault(period.last if period else None, []).append(column)
        for columns in by_day.values():
            if len(columns) > 1:
                raise several(columns, "actual")
        if None in by_day and len(by_day) > 1:
            raise several([column for columns in by_day.values() for column in columns], "actual")
