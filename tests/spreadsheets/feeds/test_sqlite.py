"""Asking a real SQLite file: it is only read, and no other file is touched."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kit.feeds import asked, feed, refused
from plan_tracker.language import Language
from plan_tracker.spreadsheets.feeds import database

pytest.importorskip("sqlalchemy", reason="the extra `sql` is not installed")

DAYS = ("2024-01-01", "2024-06-30", "2024-07-01")


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Path]:
    """A register of three records, 10 each."""
    path = tmp_path / "register.db"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("create table by_target (target text, amount integer, recorded_at text)")
        file.executemany("insert into by_target values ('x', 10, ?)", [(day,) for day in DAYS])
    before = path.read_bytes()
    yield path
    assert path.read_bytes() == before


def test_sums_come_back_and_days_are_text(register: Path) -> None:
    answer = asked(f"sqlite:///{register}", feed(time_zone=""))

    assert answer == (("id", "actual"), (("x", 20),), None, ())
    assert asked(f"sqlite:///{register}", feed("select typeof(:last_day), :next_day")).rows == (
        ("text", "2024-07-01"),
    )


def test_a_time_zone_is_told_to_have_no_effect(register: Path) -> None:
    (note,) = asked(f"sqlite:///{register}", feed(time_zone="Asia/Shanghai")).notes

    assert "no effect" in note.phrase.en


@pytest.mark.parametrize(
    "query",
    [
        "attach :last_day as other",
        "select * from pragma_query_only(0) where :last_day is not null",
        "insert into by_target values ('y', 1, :last_day) returning target as id, amount as actual",
        "delete from by_target where recorded_at < :next_day",
        "pragma query_only = 0 /* */ where :last_day",
        "vacuum into :last_day",
        "select load_extension('x') where :last_day",
        "select writefile('made', 'x') where :last_day",
    ],
)
def test_nothing_is_written_nor_attached(register: Path, query: str) -> None:
    refused(f"sqlite:///{register}", feed(query))

    assert list(Path().iterdir()) == [Path(".git")]
    assert [path.name for path in register.parent.iterdir() if path.is_file()] == ["register.db"]


def test_attach_is_refused_where_it_could_be_reached(register: Path) -> None:
    """The query is put into a select, where no `attach` can stand; the driver refuses it as well."""
    from sqlalchemy import NullPool, create_engine, text
    from sqlalchemy.exc import DatabaseError

    with create_engine(f"sqlite:///{register}", poolclass=NullPool).connect() as connection:
        database._guard(connection, feed(time_zone=""), [])  # noqa: SLF001 - what stands behind the select
        for statement in (
            "attach 'made.db' as other",
            "create table made (x)",
            "insert into by_target values (1, 2, 3)",
        ):
            with pytest.raises(DatabaseError, match=r"not authorized|readonly"):
                connection.execute(text(statement))
    assert not Path("made.db").exists()


def test_a_query_without_end_is_interrupted(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No limit of a server comes first here: nothing is to be waited for longer than the timeout."""
    monkeypatch.setattr(database, "_LEAD", 0)
    endless = """
        with recursive n(i) as (select 1 union all select i + 1 from n)
        select 'x' as id, sum(i) as actual from n where :last_day > '2020'
    """
    begun = time.monotonic()
    message, _ = refused(f"sqlite:///{register}", feed(endless, timeout=1))

    assert message == "the feed `register` gave no answer within 1 second; its query was cancelled"
    assert time.monotonic() - begun < 1 + 10


def test_of_rows_without_end_no_more_are_read_than_are_refused(register: Path) -> None:
    endless = """
        with recursive n(i) as (select 1 union all select i + 1 from n)
        select cast(i as text) as id, i as actual from n where :last_day > '2020'
    """
    message, _ = refused(f"sqlite:///{register}", feed(endless))
    assert message == "the query of the feed `register` returns more than 200000 rows"


def test_a_file_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    message, _ = refused(f"sqlite:///{tmp_path}/none.db", feed())

    assert message == "the database file that $PLAN_TRACKER_FEED_REGISTER names does not exist"
    assert not (tmp_path / "none.db").exists()


def test_a_file_may_be_named_by_a_uri_and_is_not_made_either(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(register.parent)
    options = "immutable=1&uri=true"

    assert len(asked(f"sqlite:///file:{register.name}?{options}", feed(time_zone="")).rows) == 1
    assert refused(f"sqlite:///file:none.db?{options}", feed()).message.endswith("names does not exist")
    assert not Path("none.db").exists()


def test_a_file_that_may_not_be_looked_at_is_not_told_to_be_missing(tmp_path: Path) -> None:
    message, hint = refused(f"sqlite:///{tmp_path}/{'x' * 300}.db", feed())  # as in a folder of somebody else
    assert message == ("the database of the feed `register` cannot be reached: unable to open database file")
    assert "$PLAN_TRACKER_FEED_REGISTER" in hint


@pytest.fixture
def _duckdb(monkeypatch: pytest.MonkeyPatch) -> None:
    """DuckDB, for which SQLite stands here."""
    from sqlalchemy.dialects import registry
    from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

    class DuckDb(SQLiteDialect_pysqlite):
        name = "duckdb"
        supports_statement_cache = True

    monkeypatch.setitem(registry.impls, "duckdb", lambda: DuckDb)


@pytest.mark.usefixtures("_duckdb")
def test_a_file_of_duckdb_that_does_not_exist_is_not_made(tmp_path: Path) -> None:
    told = refused(f"duckdb:///{tmp_path}/none.db", feed())

    assert told.message == "the database file that $PLAN_TRACKER_FEED_REGISTER names does not exist"
    assert "duckdb:////srv/register.db, on Windows duckdb:///C:/srv/register.db;" in told.hint
    assert not (tmp_path / "none.db").exists()
    assert "no such table" in refused("duckdb:///:memory:", feed()).message


@pytest.mark.usefixtures("_duckdb")
def test_of_an_engine_that_takes_no_time_zone_it_is_told_that_the_one_of_the_feed_has_no_effect(
    register: Path,
) -> None:
    for zone, number in (("Asia/Shanghai", 2), ("", 1)):
        first, *more = asked(f"duckdb:///{register}", feed(time_zone=zone)).notes
        assert "duckdb is queried without a read-only transaction" in first.text(Language.EN)
        assert len(more) == number - 1
        for each in more:
            assert each.text(Language.EN).startswith("`time_zone` has no effect in duckdb: on which day")


def test_a_text_that_cannot_be_read_is_a_fault_of_the_query(register: Path) -> None:
    query = "select 't01' as id, cast(x'ff31' as text) as actual where :next_day > ''"
    message, _ = refused(f"sqlite:///{register}", feed(query))

    assert message.startswith("the database rejected the query of the feed `register`: Could not decode")


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, but more than a hundred letters " * 10)
    message, _ = refused(f"sqlite:///{tmp_path}/text.db", feed())

    assert "file is not a database" in message


def test_a_file_that_somebody_writes_is_told(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with closing(sqlite3.connect(register, isolation_level=None)) as writer:
        writer.execute("begin exclusive")
        message, _ = refused(f"sqlite:///{register}", feed())
        writer.execute("rollback")

    assert "locked" in message or "no answer" in message
