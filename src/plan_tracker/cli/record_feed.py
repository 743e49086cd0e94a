"""`record --feed`: the figures that a database adds up are asked for, looked at, and written together."""

import os
from contextlib import suppress
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from plan_tracker.cli.record_table import written
from plan_tracker.cli.session import plan_path
from plan_tracker.cli.speech import hear, speaking
from plan_tracker.cli.spreadsheets import tell_doubts, tell_faults
from plan_tracker.cli.telling import note, tell, warn
from plan_tracker.language import inserted, listed
from plan_tracker.problems import NotDone, closest, first_of, quoted
from plan_tracker.wording import feeds as phrases
from plan_tracker.wording.words import day_text

if TYPE_CHECKING:
    from plan_tracker.editing.recording import Recorded
    from plan_tracker.plan.feeds import Feed
    from plan_tracker.plan.model import Plan
    from plan_tracker.plan.periods import Period
    from plan_tracker.reading.plan_file import ParsedFile
    from plan_tracker.spreadsheets.feeds.pulling import Pulled

_SHOWN = 20
"""How many ids without a row are named."""


def with_pulled(
    plan_file: "ParsedFile",
    *,
    pulled: "Pulled",
    revise: bool,
    partial: bool,
    yes: bool,
) -> "Recorded":
    """Returns a plan with what a feed gave; raises NotDone, with nothing written, if a row is faulty."""
    from plan_tracker.spreadsheets.feeds.pulling import noted
    from plan_tracker.spreadsheets.feeds.rows import read

    plan = plan_file.plan
    name = pulled.feed.name
    if all(feed.asks != pulled.feed.asks for feed in plan.feeds):
        raise NotDone(phrases.FEED_CHANGED.fill(feed=name))
    rows = read(pulled.rows, plan, plan_file.document, pulled.feed, pulled.period)
    recorded, more = written(plan_file, rows.collected, revise=revise)
    faults = sorted([*rows.account.faults, *more], key=lambda fault: fault.row)
    tell_faults(faults, rows.ids)
    if rows.missing:
        tell(inserted(phrases.WITHOUT_ROW, ids=listed(first_of(rows.missing, _SHOWN))).fill())
    if faults or rows.missing:
        wrong = len({fault.row for fault in faults})
        numbers = {"feed": name, "wrong": str(wrong), "missing": str(len(rows.missing))}
        if not partial or not recorded.changes:
            rest = phrases.SAY_PARTIAL.fill() if recorded.changes else None
            raise NotDone(phrases.PULL_REFUSED.fill(**numbers), rest)
        warn(phrases.LEFT_OUT.fill(**numbers))
    if rows.spared:
        note(inserted(phrases.PARTS_WITHOUT_ROW, ids=listed(first_of(rows.spared, _SHOWN))).fill())
    tell_doubts(rows.account, phrases.THE_FEED.text(speaking(), feed=name), yes=yes)
    return noted(recorded, pulled)


def pull_feed(name: str, period: str | None, file: str | None, *, yes: bool) -> "Pulled":
    """Returns what a feed of the plan gives for a period; raises NotDone or PlanError.

    What has been recorded so far is no figure of a period that is not over, unless the user says `yes`.
    """
    from plan_tracker.reading.plan_file import load_file
    from plan_tracker.spreadsheets.feeds.pulling import pull

    path = plan_path(file)
    plan = load_file(path).plan
    hear(plan.language)
    feed = _feed(plan, name)
    asked = _period(plan, period, feed)
    now = datetime.now().astimezone()
    if asked.last >= now.astimezone(_zone(feed)).date() and not yes:
        message = phrases.NOT_OVER.fill(day=day_text(asked.last, speaking()))
        raise NotDone(message, phrases.PULL_SO_FAR.fill())
    address = os.environ.get(feed.variable, "")
    if not address.strip():
        message = phrases.NO_ADDRESS.fill(feed=name, variable=feed.variable)
        raise NotDone(message, phrases.ADDRESS_BY_EXAMPLE.fill(variable=feed.variable))
    pulled = pull(plan, feed, asked, folder=path.parent, address=address, now=now)
    for each in pulled.notes:
        note(each)
    return pulled


def _zone(feed: "Feed") -> tzinfo | None:
    """Returns the time zone of a feed; None, the machine's own, if it has none, or the machine no zones."""
    from zoneinfo import ZoneInfo

    with suppress(KeyError, ValueError, OSError):
        return ZoneInfo(feed.time_zone)
    return None


def _feed(plan: "Plan", name: str) -> "Feed":
    """Returns the feed of a name, which serves some target; raises NotDone."""
    feeds = {feed.name: feed for feed in plan.feeds}
    if name not in feeds:
        from plan_tracker.reading.faults.hints import ADD_FEED, did_you_mean
        from plan_tracker.reading.secrets import discreet

        meant = next((each for each in feeds if each.lower() == name.lower()), None) or closest(name, feeds)
        told = quoted(discreet(name))  # it could be an address that is meant for the environment
        hint = did_you_mean(meant) or ADD_FEED.fill(name=told)
        raise NotDone(phrases.NO_FEED.fill(name=told), hint)
    if all(target.feed != name for target in plan.targets):
        hint = phrases.SAY_FEED.fill(feed=name)
        raise NotDone(phrases.SERVES_NOTHING.fill(feed=name), hint)
    return feeds[name]


def _period(plan: "Plan", text: str | None, feed: "Feed") -> "Period":
    """Returns the period for targets that count as those of the feed do; raises NotDone."""
    from plan_tracker.plan.spoken import period_meant
    from plan_tracker.spreadsheets.recording.choosing import no_period

    if text is None:
        hint = phrases.SAY_PERIOD.fill(feed=feed.name)
        raise NotDone(phrases.WHICH_PERIOD.fill(), hint)
    counting = next(target.counting for target in plan.targets if target.feed == feed.name)
    period = period_meant(text, plan.time, counting)
    if period is None:
        raise NotDone(*no_period(text, plan.time, counting))
    return period
