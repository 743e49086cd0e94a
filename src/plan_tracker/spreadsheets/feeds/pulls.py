"""Compares what a feed gave with the plan: did the query change since, or a figure by hand?"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from plan_tracker.editing.entries import actuals_of, entry_of, labels_of
from plan_tracker.editing.plan_text import Document
from plan_tracker.plan.feeds import Feed, Pull, figures_digest
from plan_tracker.plan.model import Plan
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import Path as KeyPath
from plan_tracker.problems import Problem, Severity
from plan_tracker.reading.faults import feeds as feed_faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.text import file_option
from plan_tracker.spreadsheets.feeds.query import NotPulled, read_query


def digest_of(plan: Plan, document: Document, feed: Feed, day: date) -> str:
    """Returns the digest of the figures, as typed, that a feed's targets and their parts have for a day."""
    return figures_digest(_figures(plan, document, feed, day))


def pull_for(feed: Feed, time: PlanTime, day: date) -> Pull | None:
    """Returns what a feed gave for a day, whatever label the period had."""
    days = ((pull, time.period(pull.period)) for pull in feed.pulls)
    return next((pull for pull, period in days if period and period.last == day), None)


def doubts(plan: Plan, document: Document, file: Path) -> Iterator[Problem]:
    """Yields what changed in a plan's file, or in a query below its folder, since figures were pulled."""
    for feed in plan.feeds:
        newest = max(feed.pulls, key=lambda pull: pull.at, default=None)
        digest = ""
        try:
            digest = read_query(feed, file.parent).digest
        except NotPulled as error:
            at: KeyPath = ("feeds", feed.name, "query")
            yield Problem(
                code="query-doubtful",
                path=at,
                message=error.message,
                hint=error.hint,
                severity=Severity.WARNING,
            )
        for pull in feed.pulls:
            at = ("feeds", feed.name, "pulled", pull.period)
            told = {"feed": feed.name, "period": pull.period}
            again = hints.PULL_AGAIN.fill(**told, file=file_option(file))
            if digest and pull.query_digest != digest:
                fault = feed_faults.QUERY_CHANGED if pull is newest else feed_faults.OTHER_QUERY
                yield fault.at_path(at, again, **told)
            period = plan.time.period(pull.period)
            if period and pull.figures_digest != digest_of(plan, document, feed, period.last):
                yield feed_faults.FIGURE_BY_HAND.at_path(at, again, **told)


def _figures(plan: Plan, document: Document, feed: Feed, day: date) -> Iterator[tuple[str, Decimal]]:
    for target in plan.targets:
        for each in (target, *target.parts) if target.feed == feed.name else ():
            actuals = actuals_of(document, entry_of(each.id, "", ""))
            known = actuals if isinstance(actuals, Mapping) else {}
            for label in labels_of(day, known, plan.time):
                if isinstance(figure := known[label], int | Decimal):
                    yield each.id, Decimal(figure)
