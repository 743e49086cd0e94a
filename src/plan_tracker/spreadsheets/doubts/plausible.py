"""Doubts about tables: figures that are right one by one, but together look like a wrong column or unit."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.language import Message, Phrase, inserted, listed, literally
from plan_tracker.numbers import plain, trimmed
from plan_tracker.plan.units import converted
from plan_tracker.problems import first_of
from plan_tracker.spreadsheets.tables.account import Account, with_rows
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
from plan_tracker.spreadsheets.units import same_unit
from plan_tracker.wording import headings as words
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.importing import SINCE_THE_START
from plan_tracker.wording.sheets import rows_named

_TIMES = 10
"""How many times its goal a figure may be."""

_SHARES, _ALIKE = 2, 3
"""How many percentages below 1, and how many figures equal to their goals, are no coincidence."""

_MOST_NAMES = 20
"""How many targets are named."""


class Judged(NamedTuple):
    """A figure of a table, and its target's goal if it has one; `period` is any mark of its time."""

    row: int
    period: Hashable
    figure: Decimal
    goal: Decimal | None
    unit: str


def _doubts(figures: Iterable[Judged]) -> Iterator[tuple[Phrase, list[Judged]]]:
    """Yields what is probably wrong with figures that come together, and which ones it is wrong with."""
    known = [each for each in figures if each.goal is not None]
    if above := [each for each in known if _is_far_above(each)]:
        yield phrases.FAR_ABOVE_GOAL, above
    percent = [each for each in known if same_unit(each.unit, "%")]
    if len(percent) >= _SHARES and all(
        0 <= each.figure <= 1 and each.goal is not None and not 0 <= each.goal <= 1 for each in percent
    ):
        yield phrases.SHARES_FOR_PERCENT, percent
    for period in dict.fromkeys(each.period for each in known):
        alike = [each for each in known if each.period == period]
        if len(alike) >= _ALIKE and all(each.figure == each.goal for each in alike):
            yield phrases.ALL_ARE_GOALS, alike


def doubts_by_name(figures: Mapping[str, Judged]) -> Iterator[Message]:
    """Yields what is probably wrong with figures that come together, by the names of their targets."""
    names = {figure: name for name, figure in figures.items()}
    for name, figure in figures.items():
        if percent := _meant_percent(figure):
            yield _share(literally(name), figure, percent)
    for phrase, doubted in _doubts(figures.values()):
        yield inserted(phrase, rows=listed(first_of([names[each] for each in doubted], _MOST_NAMES))).fill()


def doubts_of_one(name: str, figure: Judged) -> Iterator[Message]:
    """Yields what is probably wrong with a figure that comes alone, of the target with this name."""
    named = literally(name)
    if _is_far_above(figure):
        yield inserted(phrases.FAR_ABOVE_GOAL, rows=named).fill()
    if percent := _meant_percent(figure):
        yield _share(named, figure, percent)


def tell_doubts(judged: Sequence[Judged], table: Table, account: Account) -> None:
    """Notes what is probably wrong with the figures of a table.

    Figures in percent that may be shares of 1 are doubts only where they may have been shown as percentages.
    """
    told = account.doubts if table.grid.sheet.lacks_formats else account.notes
    for each in judged:
        if percent := _meant_percent(each):
            told.append(_share(rows_named(literally(str(each.row)), several=False), each, percent))
    account.doubts += [with_rows(phrase, [each.row for each in found]) for phrase, found in _doubts(judged)]
    if _may_begin_earlier(table) and (rows := [each.row for each in judged if _is_above_half_again(each)]):
        account.doubts.append(with_rows(SINCE_THE_START, rows))


def _may_begin_earlier(table: Table) -> bool:
    """Tells whether totals to date of no year that is said stand beside the cost of whole projects."""
    totals = [
        column
        for column in table.having(ACTUAL)
        if column.speaks_of(words.RUNNING)
        and not (column.spoken or column.meaning.year or column.speaks_of((*words.ANNUAL, "年")))
    ]
    return bool(totals) and any(column.speaks_of(words.WHOLE_COSTS) for column in table.columns)


def _is_above_half_again(each: Judged) -> bool:
    return each.goal is not None and 0 < 3 * each.goal < 2 * each.figure


def _share(named: Phrase, figure: Judged, percent: Decimal) -> Message:
    values = {"figure": plain(figure.figure), "percent": plain(trimmed(percent))}
    return inserted(phrases.SHARE_FOR_PERCENT, rows=named).fill(**values)


def _meant_percent(each: Judged) -> Decimal | None:
    """Returns a hundredfold of a figure in percent if that is like the goal: 0.2 of 2 may be right."""
    if same_unit(each.unit, "%") and each.goal and 0 < each.figure < 1 < each.goal:
        hundredfold = converted(each.figure, 2)
        return hundredfold if each.goal <= 2 * hundredfold <= 4 * each.goal else None
    return None


def _is_far_above(each: Judged) -> bool:
    return each.goal is not None and 0 < _TIMES * each.goal < each.figure
