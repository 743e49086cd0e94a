"""Where the figures of a target come from: which feed gave them, when, and from how many records."""

from plan_tracker.language import Language
from plan_tracker.plan.feeds import Feed, Pull
from plan_tracker.plan.model import Plan, Target
from plan_tracker.reports.show.facts import Fact
from plan_tracker.wording import feeds as phrases
from plan_tracker.wording import words


def feed_facts(plan: Plan, target: Target, language: Language) -> list[Fact]:
    """Returns one fact for each figure that was pulled, none for a target without a feed."""
    feed = next((each for each in plan.feeds if each.name == target.feed), None)
    if feed is None:
        return []
    days = {actual.day for actual in target.actuals}
    found = [
        Fact(label=phrases.PULLED.text(language, period=pull.period), text=_origin(feed, pull, language))
        for pull in feed.pulls
        if (period := plan.time.period(pull.period)) and period.last in days
    ]
    nothing = phrases.NOTHING_PULLED.text(language, feed=feed.name)
    return found or [Fact(label=words.COLUMN["feed"].text(language), text=nothing)]


def _origin(feed: Feed, pull: Pull, language: Language) -> str:
    values = {
        "feed": feed.name,
        "day": words.day_text(pull.at.date(), language),
        "time": pull.at.strftime("%H:%M"),
        "offset": pull.at.strftime("%z"),
        "figures": str(pull.figures),
    }
    if pull.records is None:
        return phrases.ORIGIN.text(language, **values)
    return phrases.ORIGIN_IN_RECORDS.text(language, records=str(pull.records), **values)
