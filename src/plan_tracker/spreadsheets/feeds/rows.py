"""Makes figures of a plan from the rows of a database, by the rules that hold for all tables."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from plan_tracker.editing.entries import actuals_of
from plan_tracker.language import Message, inserted, listed
from plan_tracker.numbers import DIGITS, EXACT, fits, trimmed
from plan_tracker.plan.feeds import Feed
from plan_tracker.plan.model import Plan, Target
from plan_tracker.plan.periods import Period
from plan_tracker.plan.spoken import period_meant
from plan_tracker.problems import closest
from plan_tracker.reading.faults import hints
from plan_tracker.spreadsheets.cells import Cell, shown
from plan_tracker.spreadsheets.doubts.plausible import doubts_by_name
from plan_tracker.spreadsheets.feeds.query import NotPulled
from plan_tracker.spreadsheets.numbers import count_significant
from plan_tracker.spreadsheets.recording.choosing import are_same, no_period
from plan_tracker.spreadsheets.recording.collecting import Collected, Collector
from plan_tracker.spreadsheets.recording.finding import Finder, NotFound, Sought
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.wording import feeds as phrases
from plan_tracker.wording.figures import TOO_MANY_DIGITS

COLUMNS = ("id", "part", "period", "actual", "records")
_NEEDED = ("id", "actual")
_LIKENESS = 0.7
"""Of a slip in a column's name; `target` is as like to `part` as other words are, and means `id`."""

Row = Mapping[str, object]
"""A row of an answer, by column."""


class Rows(NamedTuple):
    """The figures in the rows of an answer, their account, and the ids that should have a row but do not.

    `spared` are parts without a row beside others, and their whole, that have one. `ids` are the targets of
    rows: an answer has no order of its own in which a number would find one.
    """

    collected: tuple[Collected, ...]
    account: Account
    missing: tuple[str, ...]
    spared: tuple[str, ...]
    ids: Mapping[int, str]


def named(columns: Sequence[str], rows: Sequence[Sequence[object]], feed: Feed) -> list[Row]:
    """Returns the rows of an answer by column. Raises NotPulled if columns are wrong or rows are missing."""
    names = _names(columns, feed)
    if not rows:
        raise NotPulled(phrases.NO_ROWS.fill(feed=feed.name), phrases.CHECK_ROWS.fill())
    return [dict(zip(names, row, strict=True)) for row in rows]


def _names(columns: Sequence[str], feed: Feed) -> list[str]:
    """Returns the columns in small letters: all known, none twice, and none missing that is needed."""
    names = [name.lower() for name in columns]
    known = inserted(phrases.COLUMNS, names=listed(COLUMNS)).fill()
    if unknown := next((name for name in names if name not in COLUMNS), None):
        meant = closest(unknown, COLUMNS, _LIKENESS)
        hint = hints.did_you_mean(meant) or known
        raise NotPulled(phrases.UNKNOWN_COLUMN.fill(feed=feed.name, name=shown(unknown)), hint)
    if missing := next((name for name in _NEEDED if name not in names), None):
        raise NotPulled(phrases.COLUMN_MISSING.fill(feed=feed.name, name=missing), known)
    if twice := next((name for name in COLUMNS if names.count(name) > 1), None):
        raise NotPulled(phrases.COLUMN_TWICE.fill(feed=feed.name, name=twice), known)
    return names


def read(rows: Sequence[Row], plan: Plan, document: Mapping[str, object], feed: Feed, period: Period) -> Rows:
    """Makes figures of rows, for a plan that was parsed to `document`; rows count from 1."""
    account, finder, collector = Account(), Finder(plan), Collector(None, phrases.ADD_UP)
    ids: dict[int, str] = {}
    for number, row in enumerate(rows, 1):
        target = None if row["id"] is None or _empty(row) else finder.target(_sought(row))
        if isinstance(target, NotFound):
            account.not_found(number, target.message, target.hint)
            continue
        wrong = [*_wrong(row), *(_foreign(row, target, plan, feed, period) if target else ())]
        for message, hint in wrong:
            account.fault(number, message, hint)
        if target:
            ids[number] = target.id
            if not wrong:
                collector.take(number, target, period, _cell(row["actual"]))
    missing, spared = _without_row(plan, feed, period.last, set(ids.values()))
    account.add_faults(collector.faults)
    collected = collector.as_reported(document, plan.time)
    news = [each for each in collected if not _stands(each, document)]  # what was written had its yes
    account.doubts += doubts_by_name({each.entry.id: each.judged for each in news})
    return Rows(
        collected=collected,
        account=account,
        missing=missing,
        spared=spared,
        ids=ids,
    )


def _stands(each: Collected, document: Mapping[str, object]) -> bool:
    """Tells whether the plan, parsed to `document`, has this figure already."""
    actuals = actuals_of(document, each.entry)
    return isinstance(actuals, Mapping) and actuals.get(each.entry.period) == each.figure


def records_of(rows: Sequence[Row]) -> int | None:
    """Returns from how many records the figures were added up; None if that was not counted."""
    if "records" not in rows[0]:
        return None
    return sum(count for row in rows if (count := _count(row["records"])) is not None)


def _sought(row: Row) -> Sought:
    id_, part = str(row["id"]), row.get("part")
    return Sought(id=id_) if part is None else Sought(id=str(part), parent=id_)


def _wrong(row: Row) -> Iterator[tuple[Message, Message | None]]:
    """Yields faults that only a database makes; the rules for all tables judge whether a figure is one."""
    if row["id"] is None:
        yield phrases.NULL.fill(name="id"), None
    for name in _empty(row):
        hint = phrases.NULL_IF_EMPTY.fill(name=name) if name == "part" else None
        yield phrases.EMPTY.fill(name=name), hint
    actual = row["actual"]
    if actual is None:
        yield phrases.NULL.fill(name="actual"), phrases.COALESCE.fill()
    if isinstance(actual, float) and count_significant(Decimal(repr(actual))) > DIGITS:
        yield phrases.FLOAT.fill(text=repr(actual)), phrases.CAST_TO_NUMERIC.fill()
    if isinstance(actual, Decimal) and actual.is_finite() and not _fits_without_zeros(actual):
        yield TOO_MANY_DIGITS.fill(text=shown(actual)), phrases.ROUND.fill()
    if isinstance(actual, date):
        yield phrases.A_DATE.fill(text=shown(_cell(actual))), phrases.SUM.fill()
    if "records" in row and row["records"] is None:
        yield phrases.NULL.fill(name="records"), phrases.COUNT.fill()
    elif "records" in row and _count(row["records"]) is None:
        yield phrases.NOT_A_COUNT.fill(text=shown(_cell(row["records"]))), phrases.COUNT.fill()


def _fits_without_zeros(number: Decimal) -> bool:
    """Tells whether a plan holds a number, which a database may give with thousands of digits."""
    return len(number.as_tuple().digits) < EXACT.prec and fits(trimmed(number))


def _empty(row: Row) -> list[str]:
    """Returns the columns of names that hold a text without letters, which names nothing."""
    return [name for name in ("id", "part") if isinstance(text := row.get(name), str) and not text.strip()]


def _count(value: object) -> int | None:
    """Returns a number of records, which a sum of counts may give as 12.0 or 12.00; None if it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or not isfinite(value):
        return None
    return int(value) if value >= 0 and value == int(value) else None


def _foreign(
    row: Row, target: Target, plan: Plan, feed: Feed, period: Period
) -> Iterator[tuple[Message, Message | None]]:
    """Yields why a row does not belong to this pull: another feed's target, or one not begun, or period."""
    if target.feed != feed.name:
        values = {"id": target.id, "feed": feed.name}
        hint = (
            phrases.LEAVE_OUT.fill(feed=target.feed) if target.feed else phrases.SAY_FEED.fill(feed=feed.name)
        )
        yield phrases.NOT_OF_FEED.fill(**values), hint
    elif not _has_begun(target, period.last):
        values = {"id": target.id, "start": str(target.start), "day": str(period.last)}
        yield phrases.NOT_BEGUN.fill(**values), None
    if (text := row.get("period")) is None:
        return
    own = period_meant(str(text), plan.time, target.counting)
    if own is None:
        yield no_period(str(text), plan.time, target.counting)
    elif not are_same(own, period, target.counting):
        yield phrases.OTHER_PERIOD.fill(own=own.label, asked=period.label), None


def _cell(value: object) -> Cell:
    return value if value is None or isinstance(value, str | int | float | Decimal | date) else str(value)


def _without_row(
    plan: Plan, feed: Feed, day: date, came: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the ids that should have a row for a day but do not, and those of parts that may do without.

    A row is owed by a target of the feed, or by each of its parts instead.
    """
    missing, spared = list[str](), list[str]()
    for target in plan.targets:
        if target.feed != feed.name or not _owes(target, day):
            continue
        parts = [part.id for part in target.parts if _owes(part, day)]
        without = [part for part in parts if part not in came]
        if target.id in came:
            spared += without if len(without) < len(parts) else []
        else:
            missing += without if len(without) < len(parts) else [target.id]
    return tuple(missing), tuple(spared)


def _owes(target: Target, day: date) -> bool:
    return _has_begun(target, day) and not target.is_dropped(day)


def _has_begun(target: Target, day: date) -> bool:
    return target.start <= day
