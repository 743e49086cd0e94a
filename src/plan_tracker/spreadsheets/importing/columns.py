"""Which columns of a table are read for a plan, and of which periods those of figures are."""

from plan_tracker.language import Message, Phrase
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import Spoken, said
from plan_tracker.plan.periods import PlanTime
from plan_tracker.plan.spoken import period_of
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.cells import text_of
from plan_tracker.spreadsheets.importing.values import READ, SINGLE
from plan_tracker.spreadsheets.importing.wanting import Wish, period_titled
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.column import Column, several
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.telling import means, tell_columns
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL, FIELDS, GOAL
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import unused
from plan_tracker.wording.periods import period_phrase, said_phrase


class Columns:
    """The columns of a table that are read; raises NotRead if several mean the same.

    `fields` are those of one meaning each, `figures` those of actuals with their periods. `periods` are that
    of the user and that of the titles, where some figures are for the one the user says.
    """

    def __init__(self, table: Table, wish: Wish, account: Account) -> None:
        self._table, self._account = table, account
        known = (field for field in (*FIELDS, "year") if field in SINGLE)
        self.fields = {field: column for field in known if (column := table.column(field))}
        titled = period_titled(table)
        period = said(wish.period) if wish.period else titled
        if wish.period and period is None:
            refused = phrases.NO_SUCH_PERIOD.fill(text=printable(wish.period))
            raise NotRead(refused, phrases.SAY_PERIOD.fill())
        self.figures = self._of_actuals(period, is_named=ACTUAL in wish.fields_named)
        are_headed = all(column.spoken for column, _ in self.figures)
        is_asked = wish.period and not are_headed
        self.periods = (period, titled) if is_asked and period and titled else None
        if wish.period and are_headed:
            note = phrases.PERIOD_NOT_USED if self.figures else phrases.PERIOD_OF_NOTHING
            account.notes.append(note.fill())
        elif wish.period and "period" in self.fields:
            account.notes.append(phrases.PERIOD_OF_OTHER_ROWS.fill())

    def _of_actuals(self, period: Spoken | None, *, is_named: bool) -> list[tuple[Column, Spoken | None]]:
        """Returns the columns of actuals, each with the period of its heading, else the one given.

        Those of a period alone are none, unless the user names one.
        """
        found: dict[Spoken | None, list[Column]] = {}
        for column in self._table.having(ACTUAL):
            if is_named or column.counting is not Counting.PER_PERIOD:
                found.setdefault(column.spoken or period, []).append(column)
        for columns in found.values():
            if len(columns) > 1:
                raise several(columns, ACTUAL)
        return [(columns[0], spoken) for spoken, columns in found.items()]

    @property
    def with_numbers(self) -> list[int]:
        """The places of the columns of actuals and goals."""
        return [column.at for column in (*(column for column, _ in self.figures), *self._table.having(GOAL))]

    @property
    def say_parts(self) -> bool:
        """Whether the table itself says which row is a part of which, by ids or by parents."""
        return not self.fields.keys().isdisjoint({"id", "parent"})

    def tell(self, time: PlanTime | None, places: Column | None) -> None:
        """Notes what each column means, or why it is not read; `places` are those of parts, if any."""
        used = {column.at: means(column) for field, column in self.fields.items() if field in READ}
        for column, spoken in self.figures:
            own = column.spoken if "period" in self.fields else spoken
            used[column.at] = means(column, _called(own, time) if own else None)
        if places:
            used[places.at] = unused.PLACES_OF_PARTS.fill()
        left: dict[int, Message] = {}
        for column in self._table.having(ACTUAL):
            left[column.at] = unused.PERIOD_ALONE.fill()
        for column in self._table.having("place"):
            left[column.at] = unused.UNKNOWN.fill()
        for field, column in self.fields.items():
            if field in phrases.NOT_FROM_TABLES and any(map(text_of, self._table.below(column))):
                left[column.at] = phrases.NOT_FROM_TABLES[field].fill()
        tell_columns(self._account, self._table, used, left)


def _called(spoken: Spoken, time: PlanTime | None) -> Phrase:
    """Returns what a period is called in the plan, if the plan's time is known: M03 for Dec."""
    period = period_of(spoken, time) if time else None
    return period_phrase(period.label, time, Counting.TO_DATE) if time and period else said_phrase(spoken)
