"""A feed: a query to a database whose sums are figures of the plan, and what it has given so far."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import NamedTuple

from plan_tracker.numbers import EXACT

MOST_SECONDS = 600
"""The longest `timeout` of a feed; 60 is the usual one."""

_DIGEST_DIGITS = 12


class Pull(NamedTuple):
    """What a feed gave for a period, and when by the database's clock; `records` is None if not counted."""

    period: str
    at: datetime
    figures: int
    records: int | None
    query_digest: str
    figures_digest: str


class Feed(NamedTuple):
    """A query to a database: SQL, or the path of a file below the plan's folder; `timeout` in seconds."""

    name: str
    query: str
    time_zone: str
    timeout: int
    pulls: tuple[Pull, ...]

    @property
    def asks(self) -> "Feed":
        """The feed without what it gave: it is another one if it asks for something else."""
        return self._replace(pulls=())

    @property
    def variable(self) -> str:
        """The environment variable that holds the database's address."""
        return variable_of(self.name)


def variable_of(feed: str) -> str:
    """Returns the environment variable that holds the address of a feed's database."""
    return f"PLAN_TRACKER_FEED_{feed.upper()}"


def is_file(query: str) -> bool:
    """Tells whether a feed's `query` names a file: SQL has blanks, and does not end in `.sql`."""
    return query.lower().endswith(".sql") or not any(letter.isspace() for letter in query)


def query_digest(sql: str) -> str:
    """Returns a digest of a query's text, without regard to line ends and blanks around it."""
    return _digest("\n".join(sql.split("\r\n")).strip())


def figures_digest(figures: Iterable[tuple[str, Decimal]]) -> str:
    """Returns a digest of figures, given as pairs of id and figure, without regard to how they are typed."""
    return _digest("\n".join(sorted(f"{known} {number.normalize(EXACT)}" for known, number in figures)))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGEST_DIGITS]
