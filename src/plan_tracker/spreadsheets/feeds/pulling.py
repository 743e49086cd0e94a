"""Pulls what a feed gives for a period, and writes into the plan that it did."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from plan_tracker.editing.plan_text import tables_of
from plan_tracker.editing.pulls import note_pull
from plan_tracker.editing.recording import Recorded
from plan_tracker.language import Message
from plan_tracker.plan.feeds import Feed, Pull
from plan_tracker.plan.model import Counting, Kind, Plan
from plan_tracker.plan.periods import Period
from plan_tracker.spreadsheets.feeds.database import ask
from plan_tracker.spreadsheets.feeds.pulls import digest_of, pull_for
from plan_tracker.spreadsheets.feeds.query import Query, days_of, read_query
from plan_tracker.spreadsheets.feeds.rows import Row, named, records_of
from plan_tracker.wording import feeds as phrases


class Pulled(NamedTuple):
    """What a feed gave for a period: its rows, the moment by the database's clock, and notes for the user."""

    feed: Feed
    period: Period
    rows: Sequence[Row]
    at: datetime
    query_digest: str
    notes: tuple[Message, ...]


def pull(plan: Plan, feed: Feed, period: Period, *, folder: Path, address: str, now: datetime) -> Pulled:
    """Asks the database of a feed. Raises NotPulled.

    `folder` is the plan's; `now` is the time for databases without a clock.
    """
    query = read_query(feed, folder)
    answer = ask(address, feed, query, days_of(query, plan.time.start, period))
    return Pulled(
        feed=feed,
        period=period,
        rows=named(answer.columns, answer.rows, feed),
        at=(answer.at or now).replace(microsecond=0),
        query_digest=query.digest,
        notes=(*answer.notes, *_notes(query, plan, feed, period)),
    )


def _notes(query: Query, plan: Plan, feed: Feed, period: Period) -> Iterator[Message]:
    """Yields what the user should know of a query that begins otherwise than its targets count."""
    served = [target for target in plan.targets if target.feed == feed.name]
    begins_with_period = "period_start" in query.parameters
    if period.first is None or period.first == plan.time.start:
        return
    if served[0].counting is Counting.PER_PERIOD:
        if not begins_with_period:
            yield phrases.NOT_ALONE.fill(period=period.label)
    elif begins_with_period and all(target.kind is Kind.CUMULATIVE for target in served):
        yield phrases.COUNTS_ALONE.fill(day=str(period.first))


def noted(recorded: Recorded, pulled: Pulled) -> Recorded:
    """Adds a note of the pull to the plan in which its figures were recorded. Raises NotWritten.

    Nothing is added if only the moment of the pull is new.
    """
    plan, day = recorded.plan, pulled.period.last
    feed = next(each for each in plan.feeds if each.name == pulled.feed.name)
    digest = digest_of(plan, tables_of(recorded.text), feed, day)
    old = pull_for(feed, plan.time, day)
    if old and (old.query_digest, old.figures_digest) == (pulled.query_digest, digest):
        return recorded
    pull = Pull(
        period=pulled.period.label,
        at=pulled.at,
        figures=len(recorded.changes),
        records=records_of(pulled.rows),
        query_digest=pulled.query_digest,
        figures_digest=digest,
    )
    return note_pull(recorded, feed.name, pull)
