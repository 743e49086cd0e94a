"""What a feed gave is noted in one line, whatever the layout of its table; nothing else changes."""

from datetime import datetime
from decimal import Decimal

import pytest
import tomli

from kit.judged import HEAD
from plan_tracker.editing.pulls import note_pull
from plan_tracker.editing.recording import Recorded
from plan_tracker.plan.feeds import Pull
from plan_tracker.reading.plan_file import parse

AT = datetime.fromisoformat("2024-07-05T08:12:03+08:00")
LINE = (
    "H1 = { at = 2024-07-05T08:12:03+08:00, figures = 40, records = 1778387,"
    ' query_digest = "q", figures_digest = "f" }'
)
Q1 = 'Q1 = { at = 2024-04-05T08:12:03+08:00, figures = 1, query_digest = "q", figures_digest = "f" }'
Q3 = Q1.replace("Q1", "Q3")
PULLED = "[feeds.register.pulled]\n"
TARGET = '[targets.a] # a\nname = "A"\n'


def noted(text: str, period: str = "H1") -> str:
    plan, problems = parse(text)
    assert plan is not None, problems
    pull = Pull(period, AT, 40, 1778387, "q", "f")
    new = note_pull(Recorded(text, plan, (), ()), "register", pull).text
    plan, problems = parse(new)
    assert plan is not None, problems
    assert [each._replace(period=period) for each in plan.feeds[0].pulls if each.at == AT] == [pull]
    return new


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f'[feeds.register] # the sums\nquery = "q.sql" # here\n\n# about a\n{TARGET}',
            f'[feeds.register] # the sums\nquery = "q.sql" # here\n{PULLED}{LINE}\n\n# about a\n{TARGET}',
        ),
        (
            f'{TARGET}[feeds.register]\nquery = "q.sql"',
            f'{TARGET}[feeds.register]\nquery = "q.sql"\n[feeds.register.pulled]\n{LINE}',
        ),
        (
            f'[feeds.register]\nquery = "q.sql"\n[feeds.register.pulled]\n{Q1} # spring\n{Q3}\n{TARGET}',
            f'[feeds.register]\nquery = "q.sql"\n{PULLED}{Q1} # spring\n{LINE}\n{Q3}\n{TARGET}',
        ),
        (
            f'[feeds.register.pulled]\n{Q3}\n[feeds.register]\nquery = "q.sql"\n{TARGET}',
            f'[feeds.register.pulled]\n{LINE}\n{Q3}\n[feeds.register]\nquery = "q.sql"\n{TARGET}',
        ),
        (
            f'[feeds]\nregister = {{ query = "q.sql", timeout = 9 }}\n{TARGET}',
            f'[feeds]\nregister = {{ query = "q.sql", timeout = 9, pulled = {{ {LINE} }} }}\n{TARGET}',
        ),
        (
            f'[feeds]\nregister.query = "q.sql"\n{TARGET}',
            f'[feeds]\nregister.query = "q.sql"\nregister.pulled = {{ {LINE} }}\n{TARGET}',
        ),
        (
            f'[feeds.register]\nquery = "q.sql"\npulled = {{ {Q1} }}\n{TARGET}',
            f'[feeds.register]\nquery = "q.sql"\npulled = {{ {Q1}, {LINE} }}\n{TARGET}',
        ),
        (
            f'[feeds.register]\r\nquery = "q.sql"\r\n{TARGET}',
            f'[feeds.register]\r\nquery = "q.sql"\r\n[feeds.register.pulled]\r\n{LINE}\r\n{TARGET}',
        ),
        (
            f'  [ feeds."register" ]\n  query = "q.sql"\n{TARGET}',
            f'  [ feeds."register" ]\n  query = "q.sql"\n  [ feeds."register" .pulled]\n  {LINE}\n{TARGET}',
        ),
    ],
)
def test_one_line_is_added_in_the_order_of_time(before: str, after: str) -> None:
    assert noted(HEAD + before) == HEAD + after


@pytest.mark.parametrize("label", ["H1", "Q2", "2024-06-30"])
def test_an_earlier_pull_for_the_same_day_is_replaced(label: str) -> None:
    feed = f'{HEAD}[feeds.register]\nquery = "q.sql"\n[feeds.register.pulled]\n'
    old = Q1.replace("Q1", label)

    assert (
        noted(f"{feed}{old} # so far\n{TARGET}") == f"{feed}{LINE.replace('H1', label, 1)} # so far\n{TARGET}"
    )


def test_what_is_written_is_toml_as_others_read_it() -> None:
    text = noted(f'{HEAD}[feeds.register]\nquery = "q.sql"\n{TARGET}', "2024-08-15")

    assert tomli.loads(text, parse_float=Decimal)["feeds"]["register"]["pulled"] == {
        "2024-08-15": {
            "at": AT,
            "figures": 40,
            "records": 1778387,
            "query_digest": "q",
            "figures_digest": "f",
        }
    }
