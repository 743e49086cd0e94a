"""Feeds in a plan: what they are made of, and which targets they serve."""

from datetime import UTC, datetime
from decimal import Decimal

from kit.judged import HEAD, problem_codes
from plan_tracker.plan.feeds import Feed, Pull, figures_digest
from plan_tracker.reading.plan_file import parse

FEED = """
[feeds.register]
query = "feeds/register.sql"
time_zone = "Asia/Shanghai"
timeout = 90
[feeds.register.pulled]
Q1 = { at = 2024-04-05T00:12:03Z, figures = 2, query_digest = "1ed0", figures_digest = "9c41" }
H1 = { at = 2024-07-05T00:12:03Z, figures = 40, records = 1778387, query_digest = "q", figures_digest = "f" }
[feeds.other]
query = "select id, actual from r where d <= :last_day"
"""


def test_a_feed_is_read_with_what_it_gave() -> None:
    plan, problems = parse(
        f'{HEAD}{FEED}[targets.a]\nname = "A"\nfeed = "register"\n[targets.a.parts.n]\ngoal = 1\n'
    )

    assert plan is not None, problems
    at = datetime(2024, 4, 5, 0, 12, 3, tzinfo=UTC)
    assert plan.feeds == (
        Feed(
            "register",
            "feeds/register.sql",
            "Asia/Shanghai",
            90,
            (Pull("Q1", at, 2, None, "1ed0", "9c41"), Pull("H1", at.replace(month=7), 40, 1778387, "q", "f")),
        ),
        Feed("other", "select id, actual from r where d <= :last_day", "", 60, ()),
    )
    assert plan.feeds[0].variable == "PLAN_TRACKER_FEED_REGISTER"
    assert plan.targets[0].feed == "register"
    assert plan.targets[0].parts[0].feed == "register"


def test_a_feed_that_is_wrong_is_no_unknown_one() -> None:
    codes = problem_codes('[feeds.register]\ntimeout = 0\n[targets.a]\nname = "A"\nfeed = "register"\n')

    assert codes == [("error", "missing-key"), ("error", "number-range")]


def test_levels_and_running_totals_are_counted_alike_and_increments_otherwise() -> None:
    level = '[targets.l]\nname = "L"\nkind = "level"\nfeed = "register"\n'
    total = '[targets.t]\nname = "T"\nfeed = "register"\n'
    feed = '[feeds.register]\nquery = "q.sql"\n'

    assert problem_codes(feed + level + total) == []
    per_period = total + 'counting = "per_period"\n'
    assert problem_codes(feed + per_period.replace("targets.t", "targets.u") + per_period) == []
    assert problem_codes(feed + level + per_period) == [("error", "feed-counting")]


def test_the_digest_of_figures_is_that_of_their_values() -> None:
    one = figures_digest([("b", Decimal("1.50")), ("a", Decimal(100))])

    assert one == figures_digest([("a", Decimal("1E+2")), ("b", Decimal("1.5"))])
    assert one != figures_digest([("a", Decimal(100)), ("b", Decimal("1.51"))])
    assert one != figures_digest([("a", Decimal("1.50")), ("b", Decimal(100))])
    assert one != figures_digest([("a", Decimal(100))])
