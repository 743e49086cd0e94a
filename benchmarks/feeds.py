"""What a pull of forty sums costs beside the same query in psql: `python benchmarks/feeds.py 1000000`.

Starts a PostgreSQL server of its own, as the tests do, and fills it with a register of that size.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import measure
import register
from measure import Command

TESTS = Path(__file__).parents[1] / "tests"
MOST = 0.6
"""Seconds that a pull may take longer than its query, by the clock on the wall: both wait for the server."""

TABLE = "create table register (target text, district text, amount numeric(14, 2), recorded_at timestamptz)"
QUERY = """\
select target as id, sum(amount) as actual, count(*) as records
from register where recorded_at < {day} group by target"""
PLAN = """\
[plan]
title = "Plan"
year = 2024

[feeds.register]
query = "q.sql"
time_zone = "Asia/Shanghai"
timeout = 600
"""


@contextmanager
def filled(size: int) -> Iterator[str]:
    """The address of a server with a register of so many records."""
    sys.path.insert(0, str(TESTS))
    import psycopg

    from kit.postgres import start

    for server in start():
        address = server.address("boss")
        with psycopg.connect(address) as connection:
            connection.execute(TABLE)
            with connection.cursor().copy("copy register from stdin (format csv)") as copy:
                for record in register.records(size):
                    copy.write(record)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("vacuum analyze register")
        yield address


def commands(address: str, folder: Path, python: str) -> tuple[Command, Command]:
    """The query in the server's own client, and a pull of it: the first writes, the others find it there."""
    plan = folder / "targets.toml"
    targets = [
        f'[targets.t{n:02}]\nname = "T{n}"\nfeed = "register"\n' for n in range(1, register.TARGETS + 1)
    ]
    plan.write_text("\n".join([PLAN, *targets]), encoding="utf-8")
    (folder / "q.sql").write_text(QUERY.format(day=":next_day"), encoding="utf-8")
    words = ("psql", "-X", "-q", "-A", "-t", "-c", QUERY.format(day="date '2024-07-01'"), address)
    pull = (python, "-m", "plan_tracker", "record", "-f", str(plan), "--feed", "register", "H1")
    return (
        Command("psql", words, environment={"PGTZ": "Asia/Shanghai"}, lines=register.TARGETS),
        Command("pull", pull, environment={"PLAN_TRACKER_FEED_REGISTER": address}, shows="figures added"),
    )


def main() -> None:
    """Prints medians; exit code 1 where a pull costs too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", type=int, nargs="?", default=1_000_000, help="how many records")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has plan-tracker")
    given = parser.parse_args()
    with filled(given.size) as address, tempfile.TemporaryDirectory() as folder:
        samples = measure.interleave(commands(address, Path(folder), given.python), given.runs)
    if faults := [f"{name}: {sample.fault}" for name, sample in samples.items() if sample.fault]:
        sys.exit("\n".join(faults))
    query, pull = samples["psql"], samples["pull"]
    over = pull.elapsed - query.elapsed
    rows = [
        ("query in psql", measure.milliseconds(query.elapsed), ""),
        ("record --feed", measure.milliseconds(pull.elapsed), f"{pull.peak / 1e6:.0f} MB"),
        ("more", measure.milliseconds(over), f"at most {measure.milliseconds(MOST)}"),
    ]
    print(measure.table((f"{given.size:,} records", "time", ""), rows))
    sys.exit(over > MOST)


if __name__ == "__main__":
    main()
