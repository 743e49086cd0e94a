"""Which settings of the whole plan differ, and which of these demand less now."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.numbers import hundredths, percent_text
from plan_tracker.plan.model import Plan

_FEEDS = "feeds."


class Setting(NamedTuple):
    """A setting of the whole plan, as its file spells it, before and after; empty where it is not given."""

    table: str
    key: str
    old: str
    new: str
    eased: bool = False


def settings(old: Plan, new: Plan) -> Iterator[Setting]:
    """Yields the settings that differ between two versions of a plan, those of feeds last."""
    were, are = _spelt(old), _spelt(new)
    for table, key in sorted(dict.fromkeys((*were, *are)), key=_feed):
        before, after = (spelt.get((table, key), "") for spelt in (were, are))
        if before != after:
            yield Setting(table=table, key=key, old=before, new=after, eased=_is_eased(key, old, new))


def _feed(place: tuple[str, str]) -> str:
    """Returns the table of a feed's setting; empty for others."""
    return place[0] if place[0].startswith(_FEEDS) else ""


def _spelt(plan: Plan) -> dict[tuple[str, str], str]:
    """Returns the settings of a plan by table and key, as its file spells them."""
    check, least = plan.check, plan.check.min_completion
    spelt = {
        ("plan", "title"): plan.title,
        ("plan", "start"): plan.time.start.isoformat(),
        ("plan", "end"): plan.time.end.isoformat(),
        ("plan", "collect"): plan.collect,
        ("plan", "language"): plan.language,
        ("plan", "decimals"): str(plan.decimals),
        ("plan", "as_of"): plan.as_of.isoformat() if plan.as_of else "",
        ("plan", "tolerance"): _points(plan.tolerance),
        ("check", "fail_on"): ", ".join(sorted(check.fail_on)),
        ("check", "warn_on"): ", ".join(sorted(check.warn_on)),
        ("check", "max_lag"): _points(check.max_lag),
        ("check", "min_completion"): "" if least is None else percent_text(least),
    }
    for feed in plan.feeds:
        table = f"{_FEEDS}{feed.name}"
        spelt[table, "query"] = " ".join(feed.query.split())
        spelt[table, "time_zone"] = feed.time_zone
        spelt[table, "timeout"] = str(feed.timeout)
    return spelt


def _points(share: Fraction | None) -> str:
    return "" if share is None else f"{hundredths(share)}pp"


def _is_eased(key: str, old: Plan, new: Plan) -> bool:
    """Tells whether less is demanded now; a threshold that is not given demands nothing.

    Start and end of the plan ease nothing by themselves: the targets that follow them tell of it.
    """
    match key:
        case "collect":
            return bool(old.collect and not new.collect)
        case "as_of":  # figures after it are ignored
            return bool(old.as_of and new.as_of and new.as_of < old.as_of)
        case "tolerance":
            return new.tolerance > old.tolerance
        case "fail_on":
            return bool(old.check.fail_on - new.check.fail_on)
        case "max_lag":
            return (new.check.max_lag or 0) > (old.check.max_lag or 0)
        case "min_completion":
            before, after = old.check.min_completion, new.check.min_completion
            return before is not None and (after is None or after < before)
        case _:
            return False
