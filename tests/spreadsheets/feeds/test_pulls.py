"""Without a database: has a query changed since figures were pulled, or a figure by hand?"""

from pathlib import Path

import pytest

from kit.program import Run, Write
from plan_tracker.editing.plan_text import tables_of
from plan_tracker.plan.model import Plan
from plan_tracker.reading.plan_file import parse
from plan_tracker.spreadsheets.feeds.pulls import digest_of
from plan_tracker.spreadsheets.feeds.query import read_query

QUERY = "select id, actual from sums where day <= :last_day"
PLAN = """
[plan]
title = "Plan"
year = 2024
[feeds.register]
query = "q.sql"
[feeds.register.pulled]
Q1 = {{ at = 2024-04-05T08:00:00+08:00, figures = 2, query_digest = "{q1}", figures_digest = "{spring}" }}
H1 = {{ at = 2024-07-05T08:00:00+08:00, figures = 2, query_digest = "{h1}", figures_digest = "{june}" }}
[targets.a]
name = "A"
feed = "register"
actual = {{ Q1 = 1, H1 = 2.50 }}
[targets.b]
name = "B"
feed = "register"
[targets.b.parts.n]
actual = {{ Q1 = 3, H1 = 4, M07 = 90 }}
[targets.c]
name = "C"
actual = {{ H1 = 5 }}
"""


def parsed(text: str) -> Plan:
    plan, problems = parse(text)
    assert plan is not None, problems
    return plan


@pytest.fixture
def pulled(tmp_path: Path) -> str:
    """The text of a plan whose digests are right, beside its query."""
    (tmp_path / "q.sql").write_text(QUERY)
    text = PLAN.format(q1="-", h1="-", spring="-", june="-")
    plan = parsed(text)
    feed, document = plan.feeds[0], tables_of(text)
    query = read_query(feed, tmp_path).digest
    days = [period.last for label in ("Q1", "H1") if (period := plan.time.period(label))]
    spring, june = (digest_of(plan, document, feed, day) for day in days)
    return PLAN.format(q1=query, h1=query, spring=spring, june=june)


def test_what_has_not_changed_is_not_doubted(run: Run, plan: Write, pulled: str) -> None:
    assert run("validate", plan(pulled)).err.endswith("3 targets, nothing wrong\n")
    assert run("validate", "--strict", plan(pulled)).code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("H1 = 2.50", "H1 = 2.5"),
        ("H1 = 2.50", "Q2 = 2.50"),
        ("M07 = 90", "M07 = 91"),
        ("H1 = 5", "H1 = 6"),
        ('title = "Plan"', 'title = "New"'),
        ("[targets.c]", '[targets.d]\nname = "D"\nfeed = "register"\n[targets.c]'),
    ],
)
def test_what_is_no_figure_of_the_pull_may_change(
    run: Run, plan: Write, pulled: str, old: str, new: str
) -> None:
    assert "nothing wrong" in run("validate", plan(pulled.replace(old, new))).err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("H1 = 2.50", "H1 = 2.51"),
        ("H1 = 4, ", "H1 = 40, "),
        (", H1 = 2.50", ""),
        ("[targets.b.parts.n]", "actual = { H1 = 4 }\n[targets.b.parts.n]"),
        ('[targets.c]\nname = "C"', '[targets.c]\nname = "C"\nfeed = "register"'),
    ],
)
def test_a_figure_changed_by_hand_is_told_at_the_line_of_its_pull(
    run: Run, plan: Write, pulled: str, old: str, new: str
) -> None:
    file = plan(pulled.replace(old, new))
    done = run("validate", file)

    assert done.code == 0
    assert (
        "the figures for H1 no longer match what the feed `register` gave: one was changed by hand"
        in done.err
    )
    assert "plan.toml:9:1" in done.err
    assert f"plan-tracker record -f {file} --feed register H1 --revise" in done.err
    assert "figures of Q1" not in done.err
    assert "can be judged, with the warnings above" in done.err
    assert run("validate", "--strict", plan(pulled.replace(old, new))).code == 2


def test_where_a_target_says_from_which_feed_its_figures_come_it_is_told_too(
    run: Run, plan: Write, pulled: str
) -> None:
    told = (
        "warning: the figures for H1 no longer match what the feed `register` gave: one was changed by hand"
    )
    file = plan(pulled.replace("H1 = 4, ", "H1 = 40, "))
    for fed in ("a", "b", "b/n"):
        done = run("show", fed, "-f", file)
        assert (done.code, done.err.count(told)) == (0, 1)
        assert "H1 pulled: feed register" in done.out
    assert run("show", "c", "-f", file).err == ""
    assert run("show", "a", "-f", plan(pulled)).err == ""


def test_what_changed_in_one_of_several_plans_is_told_too(run: Run, pulled: str, tmp_path: Path) -> None:
    below = tmp_path / "counties"
    below.mkdir()
    (below / "q.sql").write_text(QUERY)
    (below / "a.toml").write_text(pulled.replace("H1 = 2.50", "H1 = 2.6"))
    (below / "b.toml").write_text(pulled)
    province = tmp_path / "province.toml"
    head = '[plan]\ntitle = "P"\nyear = 2024\ncollect = "counties/*.toml"\n'
    province.write_text(head + '[targets.a]\nname = "A"\n')
    for several in (below, below / "*.toml", province):
        done = run("validate", str(several))
        assert (done.code, done.err.count("the figures for H1 no longer match")) == (0, 1)
        assert "a.toml:9:1" in done.err
        assert f"record -f {below / 'a.toml'} --feed register H1 --revise" in done.err
        assert run("validate", "--strict", str(several)).code == 2


def test_a_query_that_changed_is_told_and_for_earlier_periods_only_noted(
    run: Run, plan: Write, pulled: str, tmp_path: Path
) -> None:
    path = plan(pulled)
    (tmp_path / "q.sql").write_text(QUERY + " -- corrected")
    done = run("validate", path)

    assert "warning: the query of the feed `register` has changed since H1 was pulled" in done.err
    assert "note: Q1 was pulled with a different query from the one the feed `register` has now" in done.err
    assert run("status", "-f", path).err == ""


def test_a_query_that_cannot_be_read_is_told(run: Run, plan: Write, pulled: str, tmp_path: Path) -> None:
    path = plan(pulled)
    (tmp_path / "q.sql").unlink()

    assert "warning: there is no query file q.sql" in run("validate", path).err
    assert run("validate", "--lang", "zh", path).err.startswith("警告：没有查询文件 q.sql")


def test_increments_are_digested_as_they_stand(run: Run, plan: Write, pulled: str) -> None:
    text = pulled.replace('feed = "register"', 'feed = "register"\ncounting = "per_period"')
    text = text.replace("H1", "Q2")
    assert "nothing wrong" in run("validate", plan(text)).err

    done = run("validate", plan(text.replace("{ Q1 = 1, ", "{ Q1 = 2, ")))
    assert "the figures for Q1" in done.err
    assert "the figures of Q2" not in done.err
