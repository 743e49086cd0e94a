"""Which settings of the whole plan differ, and which of these demand less now."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.numbers import DIGITS, percent_text, plain, shortest
from plan_tracker.plan.feeds import Feed
from plan_tracker.plan.model import Plan


class Setting(NamedTuple):
    """A setting of the whole plan, as its file spells it, before and after; empty where it is not given."""

    table: str
    key: str
    old: str
    new: str
    eased: bool = False


class _Rule(NamedTuple):
    table: str
    key: str
    spelt: Callable[[Plan], str]
    eases: Callable[[Plan, Plan], bool] = lambda _old, _new: False


def _points(share: Fraction | None) -> str:
    return "" if share is None else f"{plain(shortest(share * 100, DIGITS))}pp"


def _percent(share: Fraction | None) -> str:
    return "" if share is None else percent_text(share)


def _is_lower(old: Fraction | None, new: Fraction | None) -> bool:
    """Tells whether a threshold asks for less than before; a threshold that is not given asks for nothing."""
    return old is not None and (new is None or new < old)


_RULES = (
    _Rule("plan", "title", lambda plan: plan.title),
    _Rule("plan", "start", lambda plan: plan.time.start.isoformat()),
    _Rule("plan", "end", lambda plan: plan.time.end.isoformat()),
    _Rule(
        "plan", "collect", lambda plan: plan.collect, lambda old, new: bool(old.collect and not new.collect)
    ),
    _Rule("plan", "language", lambda plan: plan.language),
    _Rule("plan", "decimals", lambda plan: str(plan.decimals)),
    _Rule("plan", "as_of", lambda plan: plan.as_of.isoformat() if plan.as_of else ""),
    _Rule(
        "plan",
        "tolerance",
        lambda plan: _points(plan.tolerance),
        lambda old, new: new.tolerance > old.tolerance,
    ),
    _Rule(
        "check",
        "fail_on",
        lambda plan: ", ".join(sorted(plan.check.fail_on)),
        lambda old, new: bool(old.check.fail_on - new.check.fail_on),
    ),
    _Rule("check", "warn_on", lambda plan: ", ".join(sorted(plan.check.warn_on))),
    _Rule(
        "check",
        "max_lag",
        lambda plan: _points(plan.check.max_lag),
        lambda old, new: (new.check.max_lag or 0) > (old.check.max_lag or 0),
    ),
    _Rule(
        "check",
        "min_completion",
        lambda plan: _percent(plan.check.min_completion),
        lambda old, new: _is_lower(old.check.min_completion, new.check.min_completion),
    ),
)
"""Start and end of the plan ease nothing by themselves: the targets that follow them tell of it."""


_OF_A_FEED: dict[str, Callable[[Feed], str]] = {
    "query": lambda feed: " ".join(feed.query.split()),
    "time_zone": lambda feed: feed.time_zone,
    "timeout": lambda feed: str(feed.timeout),
}


def settings(old: Plan, new: Plan) -> Iterator[Setting]:
    """Yields the settings that differ between two versions of a plan."""
    for rule in _RULES:
        before, after = rule.spelt(old), rule.spelt(new)
        if before != after:
            yield Setting(table=rule.table, key=rule.key, old=before, new=after, eased=rule.eases(old, new))
    were, are = ({feed.name: feed for feed in plan.feeds} for plan in (old, new))
    for name in sorted(were.keys() | are.keys()):
        for key, spelt in _OF_A_FEED.items():
            before, after = (spelt(feeds[name]) if name in feeds else "" for feeds in (were, are))
            if before != after:
                yield Setting(table=f"feeds.{name}", key=key, old=before, new=after)
