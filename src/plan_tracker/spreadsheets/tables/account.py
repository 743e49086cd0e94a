"""The account of a table: what was understood, and each column and row not used, once, with the reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, listed
from plan_tracker.problems import TOLD_AT_ONCE, first_of
from plan_tracker.spreadsheets.tables.column import Column
from plan_tracker.wording.sheets import rows_counted, rows_named

_MOST_RANGES = 20
"""How many rows are named; if there are more, that is said."""


class RowFault(NamedTuple):
    """What is wrong with a row of a table, and what to do; rows count from 1."""

    row: int
    message: Message
    hint: Message | None = None


class ColumnTold(NamedTuple):
    """A column and what it means, or why it is not used."""

    column: Column
    text: Message
    is_used: bool


@dataclass
class Account:
    """The account of one table; `rows` are row numbers by the phrase that says what is special about them."""

    notes: list[Message] = field(default_factory=list)
    columns: list[ColumnTold] = field(default_factory=list)
    rows: dict[Phrase, list[int]] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)
    doubts: list[Message] = field(default_factory=list)
    """What is probably wrong, though each figure by itself is right."""

    def row(self, phrase: Phrase, number: int) -> None:
        """Names a row under its reason, once."""
        numbers = self.rows.setdefault(phrase, [])
        if not numbers or numbers[-1] != number:
            numbers.append(number)

    def fault(self, row: int, message: Message, hint: Message | None = None) -> None:
        """Notes what is wrong with a row."""
        self.faults.append(RowFault(row, message, hint))

    def not_found(self, row: int, message: Message, find_hint: Callable[[], Message | None]) -> None:
        """Notes that a row means nothing that is known; what to do takes long to find, and is told of few."""
        self.fault(row, message, find_hint() if len(self.faults) < TOLD_AT_ONCE else None)

    def add_faults(self, faults: Iterable[RowFault]) -> None:
        """Adds what is wrong with rows, and keeps all that is by the order of the rows."""
        self.faults = sorted([*self.faults, *faults], key=lambda fault: fault.row)

    def told_rows(self) -> list[Message]:
        """Returns a sentence for each reason, with its rows."""
        return [with_rows(phrase, numbers) for phrase, numbers in self.rows.items()]


def with_rows(phrase: Phrase, numbers: Iterable[int]) -> Message:
    """Fills a phrase that speaks of rows with their numbers."""
    known = sorted(set(numbers))
    rows = _ranges(known)
    named = rows_named(rows, several=len(known) > 1)
    return inserted(phrase, rows=named, bare=rows, number=rows_counted(len(known))).fill()


def _ranges(numbers: Iterable[int]) -> Phrase:
    """Writes row numbers, from the lowest on, in short: 4, 9-12."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in found]
    return listed(first_of(texts, _MOST_RANGES))
