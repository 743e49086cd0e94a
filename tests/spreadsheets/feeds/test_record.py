"""`record --feed` as people use it, against real servers: all or nothing, the same twice, never a secret."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tomli

from kit.feeds import SUMS
from kit.forks import PROGRAM, Forks
from kit.postgres import PASSWORD, Server, proxy, until
from kit.program import Outcome, Run
from plan_tracker.spreadsheets.feeds import database

pytest.importorskip("sqlalchemy", reason="the extra `sql` is not installed")

VARIABLE = "PLAN_TRACKER_FEED_REGISTER"
HEAD = '[plan]\ntitle = "Plan"\nyear = 2024\nas_of = 2024-06-30\n'


def forty(query: str = "q.sql", timeout: int = 20) -> str:
    """A plan with the forty targets of the register."""
    feed = (
        f'[feeds.register]\nquery = "{query}" # the sums\ntime_zone = "Asia/Shanghai"\ntimeout = {timeout}\n'
    )
    targets = "".join(
        f'\n[targets.t{n:02}]\nname = "T{n}"\ngoal = {2500 * n}\nfeed = "register"\n' for n in range(1, 41)
    )
    return HEAD + feed + targets


@pytest.fixture
def register(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, its address in the environment, and a plan of forty targets here."""
    monkeypatch.setenv(VARIABLE, server.address())
    Path("targets.toml").write_text(forty(), encoding="utf-8")
    Path("q.sql").write_text(SUMS + "; -- as agreed", encoding="utf-8")
    return server


@contextmanager
def restated(server: Server) -> Iterator[None]:
    """The register with a late record for t07: 7000.5 instead of 7000."""
    server.execute("insert into payments values ('t07', 'north', 0.5, '2024-06-30 23:59:59.9+08')")
    try:
        yield
    finally:
        server.execute("delete from payments where amount = 0.5")


@pytest.mark.usefixtures("register")
def test_forty_sums_are_pulled_and_everything_else_stays(run: Run) -> None:
    before = Path("targets.toml").read_text(encoding="utf-8")
    done = run("record", "--feed", "register", "H1")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("targets.toml: 40 figures added, 0 revised, 0 unchanged\n")
    after = Path("targets.toml").read_text(encoding="utf-8")
    document = tomli.loads(after)
    for n in range(1, 41):
        assert document["targets"][f"t{n:02}"]["actual"] == {"H1": 1000 * n}
    pulled = document["feeds"]["register"]["pulled"]["H1"]
    assert (pulled["figures"], "records" in pulled) == (40, False)
    assert pulled["at"].utcoffset().total_seconds() == 8 * 3600
    lines = set(before.splitlines())
    assert [line for line in after.splitlines() if line in lines] == before.splitlines()
    assert run("validate", "--strict").code == 0


@pytest.mark.usefixtures("register")
def test_the_same_pull_leaves_the_same_bytes(run: Run) -> None:
    assert run("record", "--feed", "register", "H1").code == 0
    before, state = Path("targets.toml").read_bytes(), Path("targets.toml").stat()
    done = run("record", "--feed", "register", "H1")

    assert (done.code, done.out) == (0, "targets.toml: 0 figures added, 0 revised, 40 unchanged\n")
    assert Path("targets.toml").read_bytes() == before
    assert Path("targets.toml").stat() == state
    for same_day in ("Q2", "M06", "上半年", "2024-06-30"):
        assert run("record", "--feed", "register", same_day).code == 0
        assert Path("targets.toml").read_bytes() == before


@pytest.mark.usefixtures("register")
def test_a_new_query_with_the_same_figures_renews_only_the_line_of_the_pull(run: Run) -> None:
    assert run("record", "--feed", "register", "H1").code == 0
    before = Path("targets.toml").read_text(encoding="utf-8").splitlines()
    Path("q.sql").write_text(SUMS + " order by 1", encoding="utf-8")
    assert run("record", "--feed", "register", "H1").code == 0
    after = Path("targets.toml").read_text(encoding="utf-8").splitlines()

    assert [old[:4] for old, new in zip(before, after, strict=True) if old != new] == ["H1 ="]
    assert run("validate", "--strict").code == 0


def test_a_restated_register_is_refused_and_revised_only_where_it_is_asked(
    run: Run, register: Server
) -> None:
    assert run("record", "--feed", "register", "H1").code == 0
    before = Path("targets.toml").read_text(encoding="utf-8")
    with restated(register):
        done = run("record", "--feed", "register", "H1")
        assert (done.code, done.out) == (2, "")
        assert "t07 has 7000 for H1 already; it was not replaced by 7000.5" in done.err
        assert "--revise" in done.err
        assert Path("targets.toml").read_text(encoding="utf-8") == before
        done = run("record", "--feed", "register", "H1", "--revise")

    assert (done.code, done.out.splitlines()[0]) == (
        0,
        "targets.toml: 0 figures added, 1 revised, 39 unchanged",
    )
    after = Path("targets.toml").read_text(encoding="utf-8")
    changed = [new for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new]
    assert [line[:8] for line in changed] == ["H1 = { a", "actual ="]
    assert changed[1] == "actual = { H1 = 7000.5 }"


def test_a_dry_run_shows_what_it_would_write_and_no_secret(run: Run, register: Server) -> None:
    before = Path("targets.toml").read_bytes()
    done = run("record", "--feed", "register", "H1", "--dry-run")

    assert done.code == 0
    assert "+actual = { H1 = 7000 }" in done.out
    assert "+[feeds.register.pulled]" in done.out
    assert Path("targets.toml").read_bytes() == before
    for secret in (PASSWORD, "s3cret", "reader", str(register.port), "127.0.0.1"):
        assert secret not in done.out + done.err


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "address",
    [
        "postgresql://reader:hunter2@127.0.0.1:{port}/postgres",
        "postgres://reader:hunter2@127.0.0.1:{port}/postgres",
        "postgresql://reader:hunter2@127.0.0.1:1/postgres",
        "reader:hunter2@127.0.0.1",
        "postgresql://reader:hun:ter2@hunter2:hunter2/hunter2",
    ],
)
def test_no_failure_tells_the_address(
    run: Run, register: Server, monkeypatch: pytest.MonkeyPatch, address: str, language: str
) -> None:
    monkeypatch.setenv(VARIABLE, address.format(port=register.port))
    before = Path("targets.toml").read_bytes()
    for more in ([], ["--dry-run"], ["--revise"], ["--partial"]):
        done = run("record", "--feed", "register", "H1", "--lang", language, *more)
        assert (done.code, done.out) == (2, "")
        assert VARIABLE in done.err
        assert "Traceback" not in done.err
        for secret in ("hunter2", "reader", "127.0.0.1", str(register.port)):
            assert secret not in done.err
    assert Path("targets.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("'b', null::numeric", ["row 2 (b): `actual` is NULL (if nothing recorded means 0, write coalesce"]),
        ("'b', 'NaN'::numeric", ["row 2 (b): `NaN` is not a number"]),
        ("'b', 'NaN'::float8", ["row 2 (b): "]),
        ("'b', 'infinity'::float8", ["row 2 (b): "]),
        (
            "'b', 0.1::float8 + 0.2::float8",
            ["row 2 (b): 0.30000000000000004 is a floating-point number", "sum(cast(x as decimal(20, 2)))"],
        ),
        ("'b', avg(x) from (values (1000.1), (2000.2), (703.403)) v (x)", ["1234.5676666666666667"]),
        ("'z', 2", ["row 2: there is no target", "there is no row for b"]),
        ("'a', 2", ["row 2 (a): ", "there is no row for b"]),
        ("'c', 2", ["row 2 (c): c is not a target of the feed `register`", "there is no row for b"]),
        ("'b', true", ["row 2 (b): "]),
        ("'b', current_date", ["row 2 (b): "]),
        ("'b', 'many'::text", ["row 2 (b): `many` is not a number"]),
        ("'b', -1", ["`H1` must not be negative"]),
        ("null, 2", ["row 2: `id` is NULL", "there is no row for b"]),
    ],
)
def test_all_or_nothing(run: Run, register: Server, second: str, said: list[str]) -> None:
    targets = "".join(f'[targets.{id_}]\nname = "{id_}"\nfeed = "register"\n' for id_ in "ab")
    text = forty()[: forty().index("\n[targets")] + targets + '[targets.c]\nname = "C"\n'
    Path("targets.toml").write_text(text)
    first = "select 'a' as id, 1 as actual"
    kinds = {"true": "true", "current_date": "date '2024-01-01'", "text": "'1'", "float8": "1::float8"}
    for kind, one in kinds.items():
        if kind in second:
            first = f"select 'a' as id, {one} as actual"
    rows = f"{first} union all select {second}"
    Path("q.sql").write_text(f"select * from ({rows}) r where :last_day > '2020-01-01'")  # noqa: S608 - a case
    done = run("record", "--feed", "register", "H1")

    assert (done.code, done.out) == (2, "")
    for each in said:
        assert each in done.err
    assert Path("targets.toml").read_text() == text
    assert until(lambda: register.sessions() == [])


@pytest.mark.usefixtures("register")
def test_no_row_at_all_is_no_figure_of_zero(run: Run) -> None:
    Path("q.sql").write_text("select 'a' as id, 1 as actual where :last_day < '2000-01-01'")
    done = run("record", "--feed", "register", "H1", "--partial")

    assert done.code == 2
    assert "error: the query of the feed `register` returns no rows" in done.err


@pytest.mark.usefixtures("register")
def test_partial_writes_what_is_right_and_tells_the_rest(run: Run) -> None:
    Path("q.sql").write_text(
        "select target as id, case when target != 't02' then sum(amount) end as actual from by_target "
        "where recorded_at < :next_day and target < 't06' group by target"
    )
    assert run("record", "--feed", "register", "H1").code == 2
    done = run("record", "--feed", "register", "H1", "--partial")

    assert done.code == 0
    assert done.out.startswith("targets.toml: 4 figures added")
    assert "`actual` is NULL" in done.err
    assert "there is no row for t06" in done.err
    assert "that were left out: wrong: 1, missing: 35" in done.err
    document = tomli.loads(Path("targets.toml").read_text())
    assert document["feeds"]["register"]["pulled"]["H1"]["figures"] == 4
    assert run("validate", "--strict").code == 0


@pytest.mark.usefixtures("register")
def test_where_no_row_is_right_partial_is_not_advised(run: Run) -> None:
    Path("q.sql").write_text("select 't99' as id, 1 as actual where :last_day is not null")
    for more in ([], ["--partial"]):
        done = run("record", "--feed", "register", "H1", *more)

        assert done.code == 2
        assert "row 1: there is no target t99" in done.err
        assert done.err.splitlines()[-1].startswith("error: nothing from the feed `register` was written")


@pytest.mark.usefixtures("register")
def test_parts_are_pulled_and_their_records_counted(run: Run) -> None:
    Path("targets.toml").write_text(
        f'{HEAD}[feeds.register]\nquery = "q.sql"\ntime_zone = "UTC"\n'
        '[targets.t07]\nname = "T"\nfeed = "register"\n'
        "parts = { north = { goal = 5000 }, south = { goal = 5000 } }\n"
    )
    Path("q.sql").write_text(
        "select target as id, district as part, 'H1' as period, sum(amount) as actual, count(*) as records "
        "from payments where recorded_at < :next_day and target = 't07' group by target, district"
    )

    assert run("record", "--feed", "register", "H1").code == 0
    document = tomli.loads(Path("targets.toml").read_text())
    parts = document["targets"]["t07"]["parts"]
    assert {name: part["actual"] for name, part in parts.items()} == {
        "north": {"H1": 3500},
        "south": {"H1": 3500},
    }
    assert document["feeds"]["register"]["pulled"]["H1"]["records"] == 1000
    assert "records: 1000" in run("show", "t07/north").out

    where = "from payments where recorded_at < :next_day and target = 't07' and district = 'north'"
    whole, part = "null as part, 7000 as actual", "'north' as part, sum(amount) as actual"
    Path("q.sql").write_text(f"select 't07' as id, {whole} union all select 't07', {part} {where}")
    done = run("record", "--feed", "register", "H1")
    assert done.code == 0, done.err
    told = (
        "note: there is no row for t07/south, though there are rows for the whole target and for other parts"
    )
    assert told in done.err


@pytest.mark.usefixtures("register")
def test_a_row_of_another_period_is_refused(run: Run) -> None:
    Path("q.sql").write_text(SUMS.replace("sum(", "'Q1' as period, sum("))

    assert run("record", "--feed", "register", "H1").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--feed", "registry", "H1"], "did you mean `register`?"),
        (["--feed", "other", "H1"], "no target uses the feed `other`"),
        (["--feed", "register"], "name the period to pull"),
        (["--feed", "register", "H3"], "`H3` is not a period of this plan"),
        (["--feed", "register", "H1", "5"], "only PERIOD may follow"),
        (["--feed", "register", "H1", "--from", "t.csv"], "only PERIOD may follow"),
    ],
)
def test_what_is_asked_wrongly_is_told_before_anything_is_asked(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.setenv(VARIABLE, "no address at all")
    Path("targets.toml").write_text(f'{forty()}[feeds.other]\nquery = "q.sql"\n')
    done = run("record", *arguments)

    assert done.code == 2
    assert said in done.err


def test_an_address_given_for_a_name_is_not_repeated(run: Run) -> None:
    Path("targets.toml").write_text(forty())
    done = run("record", "--feed", "postgresql://reader:hunter2@db/kasse", "H1")

    assert done.code == 2
    assert "hunter2" not in done.err
    assert "kasse" not in done.err


@pytest.mark.parametrize("address", [None, "", "  "])
def test_without_an_address_it_is_told_where_it_is_looked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    if address is not None:
        monkeypatch.setenv(VARIABLE, address)
    Path("targets.toml").write_text(forty())
    done = run("record", "--feed", "register", "H1")

    assert done.code == 2
    assert f"${VARIABLE} is not set" in done.err


def start(python: str = sys.executable) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - the program itself
        [python, "-m", "plan_tracker", "record", "--feed", "register", "H1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PLAN_TRACKER_LANG": "en"},
    )


SLEEP = SUMS + " having pg_sleep(30) is not null"


def test_a_kill_in_the_middle_leaves_the_old_file(register: Server) -> None:
    Path("q.sql").write_text(SLEEP)
    before = Path("targets.toml").read_bytes()
    process = start()
    assert until(register.is_asleep)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    assert Path("targets.toml").read_bytes() == before
    assert {path.name for path in Path().iterdir()} <= {".git", "targets.toml", "q.sql"}
    register.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'reader'")


def test_an_interrupt_ends_the_query_on_the_server_too(register: Server) -> None:
    Path("q.sql").write_text(SLEEP)
    process = start()
    assert until(register.is_asleep)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)

    assert (process.returncode, out) == (130, "")
    assert len(err.splitlines()) <= 1
    assert until(lambda: register.sessions() == [])


def test_a_dead_network_ends_it_in_time_and_a_killed_backend_with_one_message(
    register: Server, monkeypatch: pytest.MonkeyPatch, forks: Forks
) -> None:
    """The network is waited for less long than usual: how long that is, `test_postgresql.py` measures."""
    Path("q.sql").write_text(SLEEP)
    Path("targets.toml").write_text(forty(timeout=1))
    hasty = (
        f"import {database.__name__} as database\n"
        "database._LEAD, database._CANCEL, database._LAST_WORD = 0.2, 0.2, 0.1\n"
    )
    before = Path("targets.toml").read_bytes()
    with proxy(register.port, b"pg_sleep") as between:
        monkeypatch.setenv(VARIABLE, register.address(port=between.port))
        begun = time.monotonic()
        done = forks.run(hasty + PROGRAM, "record", "--feed", "register", "H1")
        assert time.monotonic() - begun < 1 + 10
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("error: the feed `register` gave no answer within 1 second")
        assert len(done.err.splitlines()) == 2
        assert "active" not in register.sessions()

    monkeypatch.setenv(VARIABLE, register.address())
    Path("targets.toml").write_text(forty())
    process = start(forks.python)
    assert until(register.kill_sleeping, 20)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (2, "")
    assert err == (
        "error: the database rejected the query of the feed `register`: "
        "terminating connection due to administrator command\n"
    )
    Path("targets.toml").write_bytes(before)


def test_sqlite_gives_figures_as_well(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect("register.db")) as file, file:
        file.execute("create table by_target (target text, amount numeric, recorded_at text)")
        rows = [("a", 1.5, "2024-06-30 23:59:59"), ("a", 2, "2024-01-01"), ("a", 4, "2024-07-01 00:00:00")]
        file.executemany("insert into by_target values (?, ?, ?)", rows)
    monkeypatch.setenv(VARIABLE, "sqlite:///register.db")
    Path("targets.toml").write_text(
        f'{HEAD}[feeds.register]\nquery = """{SUMS}"""\n[targets.a]\nname = "A"\nfeed = "register"\n'
    )
    done = run("record", "--feed", "register", "H1")

    assert (done.code, done.err) == (0, "")
    assert tomli.loads(Path("targets.toml").read_text())["targets"]["a"]["actual"] == {"H1": 3.5}
    assert "did you mean `register`?" in run("record", "--feed", "REGISTER", "H1").err
    assert run("record", "--feed", "register", "FY").code == 0
    assert tomli.loads(Path("targets.toml").read_text())["targets"]["a"]["actual"] == {"H1": 3.5, "FY": 7.5}


def test_a_plan_that_changes_while_the_database_works_keeps_both(
    register: Server, run: Run, forks: Forks
) -> None:
    Path("targets.toml").write_text(
        forty()[: forty().index("\n[targets.t02")] + '\n[targets.hand]\nname = "H"\n'
    )
    query = "select 't01' as id, 1 as actual from pg_advisory_lock(7) where :last_day is not null"
    Path("q.sql").write_text(query)
    with register.connect() as holder:
        holder.execute("select pg_advisory_lock(7)")
        process = start(forks.python)
        assert until(lambda: "active" in register.sessions())
        assert run("record", "hand", "H1", "5").code == 0
        holder.execute("select pg_advisory_unlock(7)")
        assert process.wait(10) == 0
    process.communicate()

    targets = tomli.loads(Path("targets.toml").read_text())["targets"]
    assert (targets["t01"]["actual"], targets["hand"]["actual"]) == ({"H1": 1}, {"H1": 5})


@pytest.mark.usefixtures("register")
def test_figures_that_look_wrong_are_written_only_where_they_are_said_to_be_right(run: Run) -> None:
    Path("targets.toml").write_text(forty().replace("goal = 17500", "goal = 1.75"))
    before = Path("targets.toml").read_bytes()
    done = run("record", "--feed", "register", "H1")
    assert done.code == 2
    assert "more than ten times the goal" in done.err
    assert "the figures of the feed `register` look wrong; nothing was written" in done.err
    assert Path("targets.toml").read_bytes() == before

    assert run("record", "--feed", "register", "H1", "--yes").code == 0
    written = Path("targets.toml").read_bytes()
    again = run("record", "--feed", "register", "H1")
    assert (again.code, "more than ten times" in again.err) == (0, False)
    assert Path("targets.toml").read_bytes() == written


@pytest.mark.usefixtures("register")
def test_figures_of_single_periods_are_pulled_from_their_first_day(run: Run) -> None:
    Path("q.sql").write_text(
        "select target as id, sum(amount) as actual from by_target "
        "where recorded_at >= :period_start and recorded_at < :next_day and target = 't07' group by target"
    )
    one = forty()[: forty().index("\n[targets")] + '[targets.t07]\nname = "T"\nfeed = "register"\n'
    Path("targets.toml").write_text(one + 'counting = "per_period"\n')

    assert run("record", "--feed", "register", "一季度").code == 0
    assert run("record", "--feed", "register", "Q3").code == 0
    document = tomli.loads(Path("targets.toml").read_text())
    assert document["targets"]["t07"]["actual"] == {"Q1": 7000, "Q3": 10500}  # 1,000 and 1,500 of 7 each
    done = run("record", "--feed", "register", "Q2")
    assert done.code == 2
    assert "returns no rows" in done.err
    assert run("record", "--feed", "register", "1-9月").code == 2


def test_a_period_that_is_not_over_is_not_pulled_unasked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect("register.db")) as file, file:
        file.execute("create table by_target (target text, amount numeric, recorded_at text)")
        file.execute("insert into by_target values ('a', 1.5, '2024-06-30')")
    monkeypatch.setenv(VARIABLE, "sqlite:///register.db")
    Path("targets.toml").write_text(
        f'{HEAD.replace("2024", "2999")}[feeds.register]\nquery = """{SUMS}"""\n'
        '[targets.a]\nname = "A"\nfeed = "register"\n'
    )
    done = run("record", "--feed", "register", "H1")
    assert (done.code, done.out) == (2, "")
    assert "2999-06-30 is not over yet" in done.err
    assert "hint: to pull what is recorded so far, add --yes" in done.err
    assert run("record", "--feed", "register", "H1", "--yes").code == 0
    assert tomli.loads(Path("targets.toml").read_text())["targets"]["a"]["actual"] == {"H1": 1.5}


def test_the_last_day_of_a_period_is_over_when_it_is_in_the_time_zone_of_the_feed(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect("register.db")) as file, file:
        file.execute("create table by_target (target text, amount numeric, recorded_at text)")
        file.execute("insert into by_target values ('a', 1.5, '1999-06-30')")
    monkeypatch.setenv(VARIABLE, "sqlite:///register.db")
    west, east = "Pacific/Pago_Pago", "Pacific/Kiritimati"  # 25 hours apart: it is never the same day
    today = datetime.now(ZoneInfo(east)).date()
    yesterday = today - timedelta(days=1)

    def pulled(day: date, zone: str) -> Outcome:
        Path("targets.toml").write_text(
            f'{HEAD.replace("2024", str(day.year))}[feeds.register]\nquery = """{SUMS}"""\n'
            f'time_zone = "{zone}"\n[targets.a]\nname = "A"\nfeed = "register"\n'
        )
        return run("record", "--feed", "register", str(day))

    assert pulled(yesterday, east).code == 0
    for day, zone in ((today, east), (yesterday, west)):
        done = pulled(day, zone)
        assert done.code == 2
        assert f"error: {day} is not over yet: a pull now would lack what is still to be recorded" in done.err


FROM_PERIOD = "recorded_at >= :period_start and recorded_at < :next_day"


@pytest.mark.parametrize(
    ("key", "where", "period", "told"),
    [
        ('counting = "per_period"', "recorded_at < :next_day", "Q2", "must be those of Q2 alone"),
        ('counting = "per_period"', "recorded_at < :next_day", "H1", ""),
        ('counting = "per_period"', FROM_PERIOD, "Q2", ""),
        ("", FROM_PERIOD, "M06", "`:period_start`, 2024-06-01 here, but its targets take running totals"),
        ("", FROM_PERIOD, "H1", ""),
        ("", "recorded_at < :next_day", "M06", ""),
        ('kind = "level"', FROM_PERIOD, "M06", ""),
    ],
)
def test_a_query_that_begins_otherwise_than_its_targets_count_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, *, key: str, where: str, period: str, told: str
) -> None:
    with closing(sqlite3.connect("register.db")) as file, file:
        file.execute("create table payments (amount numeric, recorded_at text)")
        file.execute("insert into payments values (1, '2024-06-01')")
    monkeypatch.setenv(VARIABLE, "sqlite:///register.db")
    query = f"select 'a' as id, sum(amount) as actual from payments where {where}"  # noqa: S608 - a case
    Path("targets.toml").write_text(
        f'{HEAD}[feeds.register]\nquery = """{query}"""\n[targets.a]\nname = "A"\nfeed = "register"\n{key}\n'
    )
    done = run("record", "--feed", "register", period)

    assert done.code == 0, done.err
    assert told in done.err
    assert ("note: the query " in done.err) == bool(told)
