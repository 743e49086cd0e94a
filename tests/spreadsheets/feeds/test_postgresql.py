"""Asking a real PostgreSQL server: what comes back, what cannot be done, and that it always ends."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from threading import Thread

import pytest

from kit.feeds import SUMS, asked, feed, refused
from kit.postgres import Server, proxy, until
from plan_tracker.spreadsheets.feeds import database

SLEEP = "select 't01' as id, 1 as actual from pg_sleep(60) where :last_day > '2020-01-01'"


def test_the_sums_of_a_register_of_100_000_records(server: Server) -> None:
    answer = asked(server.address(), feed())

    assert answer.columns == ("id", "actual")
    assert sorted(answer.rows) == [(f"t{n:02}", Decimal(n * 1000)) for n in range(1, 41)]
    assert answer.at is not None
    assert answer.at.utcoffset() == timedelta(hours=8)
    assert abs(answer.at - datetime.now(UTC)) < timedelta(minutes=1)
    assert answer.notes == ()


def test_every_parameter_is_a_date_and_other_colons_and_percent_signs_are_left_alone(server: Server) -> None:
    query = """
        select pg_typeof(:last_day)::text, :next_day - :last_day, :last_day - :period_start,
            :start = :period_start, to_char(timestamp '2024-06-30 08:09:10', 'HH24:MI'), 7 % 4,
            'x%y' like 'x%%', (array[1,2,3])[1:2], ';', 'it''s :x' -- :what
    """

    assert asked(server.address(), feed(query)).rows == (
        ("date", 1, 181, True, "08:09", 3, True, [1, 2], ";", "it's :x"),
    )


@pytest.mark.parametrize(
    ("zone", "counted"),
    [("Asia/Shanghai", 1), ("UTC", 2), ("America/Los_Angeles", 3)],
)
def test_the_time_zone_decides_to_which_period_a_moment_belongs(
    server: Server, zone: str, counted: int
) -> None:
    # 23:59:59 of 30 June in Shanghai, then in London's winter, then in Los Angeles
    query = """
        select 'x' as id, count(*) as actual
        from unnest(array['2024-06-30 15:59:59Z', '2024-06-30 23:59:59Z', '2024-07-01 06:59:59Z']) t
        where t::timestamptz < :next_day
    """

    assert asked(server.address(), feed(query, time_zone=zone)).rows == (("x", counted),)


def test_the_time_zone_of_the_session_is_only_that_of_the_transaction(server: Server) -> None:
    query = """select current_setting('TimeZone'), current_setting('transaction_read_only')
        where :last_day is not null"""

    assert asked(server.address(), feed(query)).rows == (("Asia/Shanghai", "on"),)


@pytest.mark.parametrize(
    "query",
    [
        "select sneak() as id, 1 as actual where :last_day > '2020-01-01'",
        "with x as (insert into payments values (:last_day) returning 1 as one) select 'x' as id, one from x",
        "insert into payments (target) values (:last_day) returning target as id, 1 as actual",
        "select nextval('counter') as actual, 'x' as id where :last_day > '2020-01-01'",
        "select set_config('transaction_read_only', 'off', true) as id where :last_day > '2020-01-01'",
        "select 1) as feed; create table made (x int); select (:last_day",
        "create table made as select :last_day as x",
    ],
)
def test_no_query_can_write_even_one_that_may(server: Server, query: str) -> None:
    server.execute(
        "create sequence if not exists counter",
        """create or replace function sneak() returns text language plpgsql as $$ begin
            perform set_config('transaction_read_only', 'off', true);
            execute 'create table made (x int)'; return 'x'; end $$""",
    )

    refused(server.address("boss"), feed(query))

    assert server.execute("select to_regclass('made') is null, (select is_called from counter)") == [
        (True, False)
    ]
    assert server.execute("select count(*) from payments") == [(100_000,)]


def test_that_it_writes_is_told(server: Server) -> None:
    query = "select nextval('counter') as actual, 'x' as id where :last_day > '2020-01-01'"
    server.execute("create sequence if not exists counter")

    message, hint = refused(server.address("boss"), feed(query))
    assert message == "the query of the feed `register` tries to write; nothing was changed"
    assert "only reads" in hint


def test_nothing_is_asked_for_at_the_start_that_a_pooler_refuses(server: Server) -> None:
    with proxy(server.port) as between:
        asked(server.address(port=between.port), feed())
    start = between.sent[between.sent.index(b"user\0") :]
    words = start[: start.index(b"\0\0")].split(b"\0")
    assert set(words[::2]) <= {b"user", b"database", b"client_encoding", b"application_name"}


def test_the_server_ends_a_query_that_takes_too_long(server: Server) -> None:
    begun = time.monotonic()
    message, hint = refused(server.address(), feed(SLEEP, timeout=1))

    assert message == "the feed `register` gave no answer within 1 second; its query was cancelled"
    assert "600" in hint
    assert 1 <= time.monotonic() - begun < 30
    assert until(lambda: server.sessions() == [])


def test_a_lock_is_not_waited_for_as_long_as_for_a_query(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    server.execute("create table if not exists held (x int)", "grant select on held to reader")
    query = "select 'x' as id, count(*) as actual from held where :last_day is not null"
    with server.connect() as holder, holder.transaction():
        holder.execute("lock table held in access exclusive mode")
        message, _ = refused(server.address(), feed(query))

    assert message.endswith("canceling statement due to lock timeout")


def test_a_network_that_goes_dead_is_not_waited_for_and_no_transaction_stays_open(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Four networks are waited for at the same time; `by_target` is in a query that ends at once.

    Each wait is shorter than usual, and so must be their sum; a connection is still given up by itself.
    """
    saved = 0.0
    for wait, seconds in {"_LEAD": 1.2, "_CANCEL": 0.2, "_LAST_WORD": 0.1}.items():
        saved += getattr(database, wait) - seconds
        monkeypatch.setattr(database, wait, seconds)
    still = (
        "from pg_stat_activity where usename = 'reader' and (state = 'active' or query like '%by_target%')"
    )
    cases = {b"pg_sleep": SLEEP, b"SET TRANSACTION": SLEEP, b"reader": SLEEP, b"by_target": SUMS}
    with ExitStack() as proxies, ThreadPoolExecutor(len(cases)) as pool:
        between = {dead_after: proxies.enter_context(proxy(server.port, dead_after)) for dead_after in cases}

        def outcome(dead_after: bytes) -> tuple[str, float]:
            begun = time.monotonic()
            address = server.address(port=between[dead_after].port)
            message, _ = refused(address, feed(cases[dead_after], timeout=1))
            return message, time.monotonic() - begun

        for dead_after, (message, took) in zip(cases, pool.map(outcome, cases), strict=True):
            assert between[dead_after].dead, dead_after
            assert "no answer within 1 second" in message or "cannot be reached" in message, dead_after
            assert took < 1 + 10 - saved, dead_after
        # the networks stay dead: that nothing runs or waits is the server's own doing
        assert until(lambda: server.execute(f"select pid {still}") == [])


def test_a_backend_that_is_killed_is_told(server: Server) -> None:
    killer = Thread(target=until, args=[server.kill_sleeping, 20])
    killer.start()
    message, _ = refused(server.address(), feed(SLEEP))
    killer.join()

    assert message == (
        "the database rejected the query of the feed `register`: "
        "terminating connection due to administrator command"
    )


def test_a_wrong_query_is_told_in_the_words_of_the_server(server: Server) -> None:
    message, _ = refused(
        server.address(),
        feed("select target as id, amont as actual from by_target where :last_day > '2020-01-01'"),
    )

    assert message == 'the database rejected the query of the feed `register`: column "amont" does not exist'


def test_what_its_user_may_not_read_is_told(server: Server) -> None:
    server.execute("create table if not exists secrets (x int)")
    message, _ = refused(
        server.address(), feed("select 'x' as id, x as actual from secrets where :last_day > '2020-01-01'")
    )

    assert message.endswith("permission denied for table secrets")


def test_more_than_200_000_rows_are_refused(server: Server) -> None:
    query = "select n::text as id, n as actual from generate_series(1, {}) n where :last_day > '2020-01-01'"

    assert len(asked(server.address(), feed(query.format(200_000))).rows) == 200_000
    message, hint = refused(server.address(), feed(query.format(200_001)))
    assert message == "the query of the feed `register` returns more than 200000 rows"
    assert "group by" in hint


def test_without_a_time_zone_it_is_not_asked(server: Server) -> None:
    message, hint = refused(server.address(), feed(time_zone=""))

    assert message.startswith("the feed `register` needs `time_zone`")
    assert hint == 'add time_zone = "Asia/Shanghai" below [feeds.register]'


def test_an_unknown_time_zone_is_told(server: Server) -> None:
    message, _ = refused(server.address(), feed(time_zone="Asia/Shangai"))

    assert message.endswith('invalid value for parameter "TimeZone": "Asia/Shangai"')
