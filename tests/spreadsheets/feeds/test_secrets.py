"""Whatever is wrong with an address: it is told what to do, and nothing of the address."""

import sys
import traceback
import warnings
from threading import Event

import pytest

from kit.feeds import asked, feed, refused
from kit.postgres import PASSWORD, Server
from plan_tracker.spreadsheets.feeds import database
from plan_tracker.spreadsheets.feeds.query import NotPulled

pytest.importorskip("sqlalchemy", reason="the extra `sql` is not installed")

USER, WORD, HOST, BASE = "klara_u", "hunter2-XyZ", "db.intern.invalid", "kasse_db"
SECRETS = (USER, WORD, HOST, BASE, "127.0.0.1")

NO_ADDRESS = "$PLAN_TRACKER_FEED_REGISTER does not contain a database address (its value is not shown)"
BEGINS = "the address in $PLAN_TRACKER_FEED_REGISTER begins with "
UNREACHED = "the database of the feed `register` cannot be reached: "


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        ("", NO_ADDRESS, "%40"),
        (WORD, NO_ADDRESS, "%40"),
        (f"{USER}:{WORD}@{HOST}/{BASE}", NO_ADDRESS, "%40"),
        (f"postgresql://{USER}:{WORD}:x@{HOST}:port/{BASE}", NO_ADDRESS, "%40"),
        (f"postgresql://{USER}@{HOST}:{WORD}/{BASE}", NO_ADDRESS, "%40"),
        (f"postgres://{USER}:{WORD}@{HOST}/{BASE}", BEGINS + "`postgres://`", "write postgresql://"),
        (f"postgersql://{USER}:{WORD}@{HOST}/{BASE}", BEGINS + "`postgersql://`", "write postgresql://"),
        (f"postgresql+pg9000://{USER}:{WORD}@{HOST}/{BASE}", BEGINS + "`postgresql+pg9000://`", "postgresql"),
        (f"postgresql+psycopg2://{USER}:{WORD}@{HOST}/{BASE}", BEGINS, "write postgresql://"),
        (f"postgresql+asyncpg://{USER}:{WORD}@{HOST}/{BASE}", BEGINS, "write postgresql://"),
        (f"frobnicate://{USER}:{WORD}@{HOST}/{BASE}", BEGINS + "`frobnicate://`", "dialect"),
        (f"mysql+pymysql://{USER}:{WORD}@{HOST}/{BASE}", "needs the Python module pymysql", "driver"),
        (f"postgresql://{USER}:{WORD}@{HOST}/{BASE}", UNREACHED + "failed to resolve host …", "never shown"),
        (f"postgresql://{USER}:{WORD}@127.0.0.1:1/{BASE}", UNREACHED + "Connection refused", "never shown"),
        (f"postgresql://{USER}:{WORD}@127.0.0.1:1/{BASE}?sslmode={WORD}", UNREACHED, "never shown"),
        (f"postgresql://{USER}@127.0.0.1:1/{BASE}?{WORD}=x", UNREACHED, "never shown"),
        (f"postgresql://?service={WORD}", UNREACHED + "definition of service … not found", "never shown"),
        (f"postgresql://{USER}:{WORD}@{HOST}@{HOST}/{BASE}", UNREACHED, "never shown"),
        (f"sqlite:////{HOST}/{WORD}.db", "the database file that $PLAN_TRACKER_FEED_REGISTER names", ""),
        (
            f"sqlite:///{WORD}.db",
            "the database file that $PLAN_TRACKER_FEED_REGISTER names",
            "the whole path",
        ),
        (f"sqlite:///{WORD}.db?{BASE}=ro", NO_ADDRESS, "sqlite:///file.db"),
        (f"postgresql://{USER}:{WORD}@{HOST}/{BASE}?plugin={WORD}", NO_ADDRESS, "%40"),
    ],
)
def test_what_is_wrong_is_told_without_the_address(address: str, message: str, hint: str) -> None:
    with warnings.catch_warnings(record=True) as printed:
        warnings.simplefilter("always")
        told = refused(address, feed())

    assert not printed
    assert message in told.message
    assert hint in told.hint
    for secret in SECRETS:
        assert secret not in f"{told}"


@pytest.mark.parametrize(
    ("user", "password", "base", "said"),
    [
        ("reader", WORD, "postgres", "password authentication failed for user …"),
        (USER, WORD, "postgres", "password authentication failed for user …"),
        ("reader", PASSWORD, "kasse_db", "database … does not exist"),
    ],
)
def test_what_the_server_says_of_a_login_is_told_without_names(
    server: Server, user: str, password: str, base: str, said: str
) -> None:
    told = refused(server.address(user, password=password, base=base), feed())

    assert told.message == f"{UNREACHED}{said}"
    for secret in (*SECRETS, str(server.port)):
        assert secret not in f"{told}"


@pytest.mark.parametrize("query", ["select nothing from nowhere where :last_day > '2020-01-01'", "select :x"])
@pytest.mark.parametrize("user", ["reader", USER])
def test_no_traceback_has_the_address(server: Server, query: str, user: str) -> None:
    with pytest.raises(NotPulled) as raised:
        asked(server.address(user), feed(query))

    error = raised.value
    text = "".join(traceback.format_exception(error)) + repr(error) + str(vars(error))
    assert error.__cause__ is error.__context__ is None
    for secret in (USER, "s3cret", "127.0.0.1", str(server.port)):
        assert secret not in text


@pytest.mark.parametrize(
    ("number", "said", "told"),
    [
        (
            1045,
            f"Access denied for user '{USER}'@'{HOST}' (using password: YES)",
            "Access denied for user …@…",
        ),
        (
            2003,
            f"Can't connect to MySQL server on '{HOST}' ([Errno 111])",
            "Can't connect to MySQL server on …",
        ),
        (2013, f"Lost connection to {HOST} as {USER}", "Lost connection to … as …"),
        (0, "Datenbank »lohn« existiert nicht", "Datenbank … existiert nicht"),
        (0, "la base de données « paie » n'existe pas", "la base de données … n'existe pas"),
    ],
)
def test_a_driver_that_numbers_its_errors_is_told_by_what_it_says(
    monkeypatch: pytest.MonkeyPatch, number: int, said: str, told: str
) -> None:
    """As `pymysql` has them: a number and a sentence."""
    install_driver(monkeypatch, fails_with=DriverError(number, said))

    message = refused(MYSQL, feed()).message
    assert message.startswith(UNREACHED + told)
    assert not [secret for secret in SECRETS if secret in message]


def test_a_driver_that_fails_before_it_connects_could_not_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where an address has words behind `?` that the driver does not know."""
    install_driver(monkeypatch, fails_with=TypeError(f"unexpected keyword argument {WORD}"))

    message, hint = refused(f"{MYSQL}?{WORD}=1", feed())
    assert message == UNREACHED + "TypeError"
    assert hint == "check the address in $PLAN_TRACKER_FEED_REGISTER; it is never shown"


def test_a_server_that_never_answers_is_no_query_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_LEAD", "_LAST_WORD"):
        monkeypatch.setattr(database, name, 0)
    install_driver(monkeypatch, fails_with=None)

    message, hint = refused(MYSQL, feed(timeout=1))
    assert message == UNREACHED + "no connection came about within 1 second"
    assert hint == "check the address in $PLAN_TRACKER_FEED_REGISTER; it is never shown"


MYSQL = f"mysql+pymysql://{USER}:{WORD}@{HOST}/{BASE}"


class DriverError(Exception):
    """An error of a driver, as it names all of them."""


def install_driver(patch: pytest.MonkeyPatch, *, fails_with: Exception | None) -> None:
    """Installs a driver for MySQL whose connections fail, or never come about."""

    class Driver:
        paramstyle = "pyformat"

        def connect(self, **_: object) -> None:
            if fails_with:
                raise fails_with
            Event().wait(10)

        def __getattr__(self, name: str) -> type[DriverError]:
            if name.endswith("Error"):
                return DriverError
            raise AttributeError(name)

    patch.setitem(sys.modules, "pymysql", Driver())


def test_what_is_said_of_a_query_names_no_user(server: Server) -> None:
    """As MySQL says that a user may not read a table; here the text stands in the query."""
    account = f"SELECT command denied to user ''{USER}''@''{HOST}'' for table `x`"
    query = f"select 'x' as id, '{account}'::numeric as actual where :last_day > '2020-01-01'"

    assert refused(server.address(), feed(query)).message.endswith(
        'invalid input syntax for type numeric: "SELECT command denied to user … for table `x`"'
    )


def test_blanks_around_an_address_are_no_part_of_it(server: Server) -> None:
    assert len(asked(f" {server.address()}\n", feed()).rows) == 40


def test_a_password_that_a_server_repeats_is_taken_out(server: Server) -> None:
    query = f"select '{PASSWORD}'::numeric as actual, 'x' as id where :last_day > '2020-01-01'"

    assert refused(server.address(), feed(query)).message.endswith(
        'invalid input syntax for type numeric: "…"'
    )


@pytest.mark.parametrize(
    ("missing", "extra"), [("sqlalchemy", "plan-tracker[sql]"), ("psycopg", "plan-tracker[postgres]")]
)
def test_what_is_not_installed_is_told_with_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, missing: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)

    assert refused(f"postgresql://{USER}:{WORD}@{HOST}/{BASE}", feed()) == (
        f"the feed `register` needs the Python module {missing}, which is not installed",
        f'pip install "{extra}"',
    )
