"""What `docs/databases.md` and the example of a register show works as it says."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import tomli

from kit.feeds import SUMS
from kit.manual import blocks
from kit.postgres import PASSWORD, Server
from kit.program import ROOT, Run
from plan_tracker.plan.feeds import MOST_SECONDS
from plan_tracker.plan.periods import PlanTime
from plan_tracker.plan.spoken import period_meant
from plan_tracker.reading.schema.tables import FeedTable
from plan_tracker.spreadsheets.feeds.database import MOST_ROWS
from plan_tracker.spreadsheets.feeds.query import PARAMETERS
from plan_tracker.spreadsheets.feeds.rows import COLUMNS

pytest.importorskip("sqlalchemy", reason="the extra `sql` is not installed")

MANUALS = [ROOT / "docs" / name for name in ("databases.md", "databases.zh.md")]
REGISTER = ROOT / "examples" / "register"


def texts(manual: Path, language: str) -> list[str]:
    return [block.text for block in blocks(manual.read_text(encoding="utf-8")) if block.language == language]


def statements(text: str) -> list[str]:
    return [each for each in re.sub(r"--.*", "", text).split(";") if each.strip()]


@pytest.fixture
def base(server: Server) -> Iterator[str]:
    """A database of its own on the server."""
    server.execute("create database manual")
    yield "manual"
    server.execute("drop database manual")


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_the_keys_columns_and_parameters_of_the_manual_are_those_there_are(manual: Path) -> None:
    text = manual.read_text(encoding="utf-8")
    named = re.findall(r"^\| `(:?\w+)` \|", text, re.MULTILINE)

    assert sorted(named) == sorted([*FeedTable.model_fields, *COLUMNS, *(f":{name}" for name in PARAMETERS)])
    assert f"{MOST_SECONDS}" in text
    assert f"{MOST_ROWS:,}" in text


@pytest.mark.parametrize("language", ["sql", "sh", "yaml", "diff", "ini"])
def test_both_languages_show_the_same_code(language: str) -> None:
    spoken = re.compile(r" *(#|-- ).*|\"Figures of last month\"|\"上月数据\"")
    english, chinese = ([spoken.sub("", block) for block in texts(each, language)] for each in MANUALS)

    assert english == chinese


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_the_role_and_the_query_of_the_manual_work(
    run: Run, server: Server, base: str, monkeypatch: pytest.MonkeyPatch, manual: Path
) -> None:
    query, role = texts(manual, "sql")
    server.execute(
        "create table payments "
        "(target text, amount numeric, recorded_at timestamptz, cancelled_at timestamptz)",
        "insert into payments values ('projects', 190, '2024-06-30 23:59+08', null), "
        "('projects', 1, '2024-07-01 00:00+08', null), ('projects', 1, '2024-01-01', '2024-01-02')",
        *statements(role),
        f"alter role plan_reader password '{PASSWORD}'",
        base=base,
    )
    Path("feeds").mkdir()
    Path("feeds/register.sql").write_text(query)
    (plan,) = texts(manual, "toml")
    Path("targets.toml").write_text(f'[plan]\ntitle = "P"\nyear = 2024\n{plan}')
    try:
        monkeypatch.setenv("PLAN_TRACKER_FEED_REGISTER", server.address("plan_reader", base=base))
        done = run("record", "--feed", "register", "H1")
        assert (done.code, done.err) == (0, "")
        assert tomli.loads(Path("targets.toml").read_text())["targets"]["projects"]["actual"] == {"H1": 190}

        Path("feeds/register.sql").write_text(query.replace("by_target", "payments"))
        assert "permission denied for table payments" in run("record", "--feed", "register", "FY").err
    finally:
        server.execute("drop view by_target", "drop role plan_reader", base=base)


def test_an_address_of_the_manual_has_no_password(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    service, passwords = tmp_path / "pg_service.conf", tmp_path / "pgpass"
    (shown,) = texts(MANUALS[0], "ini")
    own = {
        "host": "127.0.0.1",
        "port": server.port,
        "dbname": "postgres",
        "user": "reader",
        "sslmode": "prefer",
    }
    for key, value in own.items():
        shown, count = re.subn(rf"^{key}=.*$", f"{key}={value}", shown, flags=re.MULTILINE)
        assert count == 1
    service.write_text(shown)
    escaped = PASSWORD.replace(":", r"\:")
    passwords.write_text(f"127.0.0.1:{server.port}:postgres:reader:{escaped}\n")
    passwords.chmod(0o600)
    monkeypatch.setenv("PGSERVICEFILE", str(service))
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    monkeypatch.setenv("PLAN_TRACKER_FEED_REGISTER", "postgresql://?service=register")
    Path("targets.toml").write_text(
        f'[plan]\ntitle = "P"\nyear = 2024\n[feeds.register]\nquery = """{SUMS}"""\ntime_zone = "UTC"\n'
        '[targets.t01]\nname = "T"\nfeed = "register"\n'
    )

    assert run("record", "--feed", "register", "H1", "--partial").code == 0


@pytest.fixture
def example() -> None:
    """The example of a register, here."""
    for name in ("targets.toml", "feeds/payments.sql"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes((REGISTER / name).read_bytes())


@pytest.mark.usefixtures("example")
def test_the_example_is_pulled_from_sqlite(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect("payments.db")) as file:
        file.executescript((REGISTER / "payments.sql").read_text(encoding="utf-8"))
    monkeypatch.setenv("PLAN_TRACKER_FEED_PAYMENTS", "sqlite:///payments.db")

    assert run("record", "--feed", "payments", "H1").code == 0
    targets = tomli.loads(Path("targets.toml").read_text())["targets"]
    assert (
        targets["roofs"]["actual"]["H1"] == 605.5
    )  # 180 + 95.5 + 210 + 120, and not what was paid at midnight
    parts = targets["windows"]["parts"]
    assert (parts["north"]["actual"]["H1"], parts["south"]["actual"]["H1"]) == (230.25, 60)
    assert run("validate", "--strict").code == 0
    assert "records: 7" in run("show", "roofs").out


@pytest.mark.usefixtures("example")
def test_the_example_is_pulled_from_postgresql_as_well(
    run: Run, server: Server, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.execute(*statements((REGISTER / "payments.sql").read_text(encoding="utf-8")), base=base)
    monkeypatch.setenv("PLAN_TRACKER_FEED_PAYMENTS", server.address("boss", base=base))
    plan = Path("targets.toml")
    plan.write_text(
        plan.read_text().replace('payments.sql"\n', 'payments.sql"\ntime_zone = "Europe/Berlin"\n')
    )

    assert run("record", "--feed", "payments", "H1").code == 0
    assert tomli.loads(plan.read_text())["targets"]["roofs"]["actual"]["H1"] == 605.5


@pytest.mark.parametrize("manual", MANUALS, ids=lambda path: path.name)
def test_what_a_schedule_pulls_is_last_month_also_in_a_plan_from_october(manual: Path) -> None:
    forms = re.findall(r"date -d 'last month' \+([^)]+)\)", manual.read_text(encoding="utf-8"))
    assert len(forms) == 2
    for form in forms:
        said = date(2026, 6, 1).strftime(form.replace("\\", ""))
        for time, label in (
            (PlanTime(date(2026, 1, 1), date(2026, 12, 31)), "M06"),
            (PlanTime(date(2025, 10, 1), date(2026, 9, 30)), "M09"),
        ):
            period = period_meant(said, time)
            assert period is not None
            assert period.label == label
