"""Feeds for tests: named `feed`, with whatever else a test says."""

from pathlib import Path
from typing import NamedTuple

import pytest

from kit.plan_times import YEAR
from plan_tracker.language import Language
from plan_tracker.plan.feeds import Feed
from plan_tracker.spreadsheets.feeds.database import Answer, ask
from plan_tracker.spreadsheets.feeds.query import NotPulled, days_of, read_query

SUMS = (
    "select target as id, sum(amount) as actual from by_target where recorded_at < :next_day group by target"
)


def feed(query: str = SUMS, *, time_zone: str = "Asia/Shanghai", timeout: int = 20) -> Feed:
    return Feed("register", query, time_zone, timeout, ())


def asked(address: str, about: Feed, period: str = "H1") -> Answer:
    """Asks a feed for a period of 2024."""
    query, stretch = read_query(about, Path()), YEAR.period(period)
    assert stretch is not None
    return ask(address, about, query, days_of(query, YEAR.start, stretch))


class Refusal(NamedTuple):
    """Why nothing was pulled, in English, and the hint."""

    message: str
    hint: str


def refused(address: str, about: Feed, period: str = "H1") -> Refusal:
    """Tells why a feed gives nothing."""
    with pytest.raises(NotPulled) as raised:
        asked(address, about, period)
    error = raised.value
    assert error.__context__ is None, "a library's exception may hold the address"
    return Refusal(error.message.text(Language.EN), error.hint.text(Language.EN) if error.hint else "")
