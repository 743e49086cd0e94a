"""The query of a feed: where its text comes from, which day it asks for, and what it must not be."""

import os
from datetime import date
from pathlib import Path

import pytest

from kit.feeds import feed
from kit.plan_times import YEAR
from plan_tracker.language import Language
from plan_tracker.spreadsheets.feeds.query import NotPulled, days_of, read_query

GOOD = "select id, actual from sums where day <= :last_day"


def refusal(query: str, folder: Path = Path()) -> tuple[str, str]:
    with pytest.raises(NotPulled) as raised:
        read_query(feed(query), folder)
    hint = raised.value.hint
    return raised.value.message.text(Language.EN), hint.text(Language.EN) if hint else ""


@pytest.mark.parametrize(
    "name", ["feeds/register.sql", "register.SQL", "取数.sql", "a query.sql", "register"]
)
def test_one_word_or_an_ending_in_sql_names_a_file_below_the_folder_of_the_plan(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(GOOD, encoding="utf-8-sig")

    assert read_query(feed(name), tmp_path) == read_query(feed(GOOD), tmp_path)


@pytest.mark.parametrize("name", ["../q.sql", "feeds/../../q.sql", "/etc/hostname", "link.sql", "out/q.sql"])
def test_a_file_outside_the_folder_is_refused_on_whatever_way_it_is_reached(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "q.sql").write_text(GOOD)
    folder = tmp_path / "plan"
    (folder / "feeds").mkdir(parents=True)
    (folder / "link.sql").symlink_to(tmp_path / "q.sql")
    (folder / "out").symlink_to(tmp_path)

    assert "lies outside the folder of the plan" in refusal(name, folder)[0]


def test_a_link_within_the_folder_is_followed_also_where_the_folder_is_reached_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "q.sql").write_text(GOOD)
    (folder / "link.sql").symlink_to("q.sql")
    (tmp_path / "other").symlink_to(folder)

    assert read_query(feed("link.sql"), tmp_path / "other").parameters == {"last_day"}


def test_what_is_no_readable_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.sql").mkdir()
    (tmp_path / "chinese.sql").write_bytes("select '计划'".encode("gb18030"))
    os.mkfifo(tmp_path / "pipe.sql")
    for name in ("none.sql", "folder.sql", "pipe.sql", "no/such.sql"):
        message, hint = refusal(name, tmp_path)
        assert message == f"there is no query file {name}"
        assert hint == "the file named by `query` must be in the plan's folder or below it"
    assert refusal("chinese.sql", tmp_path) == (
        "the query file chinese.sql is not UTF-8 text",
        "save it as text in UTF-8",
    )
    message, hint = refusal("x" * 300 + ".sql", tmp_path)
    assert "cannot be read" in message
    assert not hint


@pytest.mark.parametrize(
    "query",
    [
        "select id, sum(x) as actual from r group by id",
        "select id, actual from r -- :last_day",
        "select id, actual from r /* :next_day\n */ where d > :start",
        "select id, ':last_day' as note from r",
        'select id, "a:last_day" from r',
        "select id, $x$ :last_day $x$ from r",
    ],
)
def test_a_query_must_ask_for_the_day_and_not_only_mention_it(query: str) -> None:
    message, hint = refusal(query)

    assert message == "the query of the feed `register` uses neither `:last_day` nor `:next_day`"
    assert ":next_day" in hint


def test_what_only_looks_like_a_parameter_is_none() -> None:
    query = read_query(
        feed(
            "select to_char(t, 'HH24:MI :x') as \"a :b\", a[1:2], t::date -- :y\nfrom r where t < :next_day"
        ),
        Path(),
    )

    assert query.parameters == {"next_day"}
    assert r"'HH24\:MI \:x')" in query.sql
    assert ":y" not in query.sql


def test_the_cast_that_hides_a_parameter_has_its_own_hint() -> None:
    message, hint = refusal("select id, actual from r where d <= :last_day::date")

    assert "`:last_day::date` cannot be understood" in message
    assert hint == "write cast(:last_day as date); the day parameters are dates already"


def test_an_unknown_parameter_is_told_with_what_was_meant() -> None:
    assert refusal("select 1 where :lastday > :last_day") == (
        "the query of the feed `register` uses `:lastday`, which does not exist",
        "did you mean `:last_day`?",
    )
    assert ":period_start" in refusal("select a[:3] where x < :next_day")[1]


@pytest.mark.parametrize("query", [GOOD + ";", GOOD + " ; -- that is all\n", GOOD + "\n;;\n/* end; */ "])
def test_a_semicolon_at_the_end_is_no_second_statement(query: str) -> None:
    assert read_query(feed(query), Path()).sql == GOOD


@pytest.mark.parametrize(
    "query",
    [
        "set transaction read write; create table t (x int); " + GOOD,
        GOOD + "; drop table r",
        "begin; " + GOOD + "; commit",
    ],
)
def test_several_statements_are_refused(query: str) -> None:
    assert refusal(query)[0] == "the query of the feed `register` must be one statement"


def test_a_semicolon_within_a_text_is_no_end() -> None:
    assert read_query(feed("select ';' as id, 1 as actual where :last_day > '2024-01-01'"), Path()).sql


def test_the_days_are_those_of_the_period_and_of_the_plan() -> None:
    query = read_query(feed("select :start, :period_start, :last_day, :next_day from r"), Path())
    period = YEAR.period("Q2")
    assert period is not None

    assert days_of(query, YEAR.start, period) == {
        "start": date(2024, 1, 1),
        "period_start": date(2024, 4, 1),
        "last_day": date(2024, 6, 30),
        "next_day": date(2024, 7, 1),
    }


def test_a_day_has_no_first_day() -> None:
    query = read_query(feed("select 1 from r where d between :period_start and :last_day"), Path())
    day = YEAR.period("2024-08-15")
    assert day is not None

    with pytest.raises(NotPulled) as raised:
        days_of(query, YEAR.start, day)
    assert raised.value.message.text(Language.EN) == "the query uses `:period_start`, but 2024-08-15 is a day"


def test_the_digest_changes_with_the_text_and_not_with_its_line_ends() -> None:
    digests = [read_query(feed(text), Path()).digest for text in (GOOD, GOOD + " -- x", f"\n{GOOD}\r\n")]

    assert digests[0] == digests[2] != digests[1]
    assert [len(digest) for digest in digests] == [12] * 3
