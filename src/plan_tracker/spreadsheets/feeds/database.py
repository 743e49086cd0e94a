"""Connects to databases, and nothing else does: one read-only query, a time limit, a secret address.

What a library says of a failure may contain the address or a password. It is looked at here, and only what is
known to be harmless is taken from it: no exception of a library leaves this module, not even as a cause.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from warnings import catch_warnings

from plan_tracker.language import Message
from plan_tracker.plan.feeds import MOST_SECONDS, Feed
from plan_tracker.problems import closest, printable
from plan_tracker.spreadsheets.feeds.query import NotPulled, Query, is_regular_file
from plan_tracker.wording import feeds as phrases

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

MOST_ROWS = 200_000
PATIENCE = 10
"""Seconds to wait at most for a connection, and for a lock that somebody else holds."""

_LEAD, _CANCEL, _LAST_WORD = 2, 2, 1
"""Seconds by which the server's own limit is earlier, to wait for cancelling, and for its answer."""

_SHOWN = 200
_NAMED = re.compile(r"""\"[^"]*\"|(?<!\w)'[^']*'|[«»„“][^«»„“”]*[«»“”]|\([\d.:a-f]+\)""")
"""A name between quotation marks, as servers of any language write them, or an address in brackets."""
_ACCOUNT = re.compile(r"'[^']*'@'[^']*'")
"""A user, and the host it comes from, as MySQL names them in what it says of a query, too."""

_EXTRAS = {"sqlalchemy": '"plan-tracker[sql]"', "psycopg": '"plan-tracker[postgres]"'}


class Answer(NamedTuple):
    """What a query returned; `at` is the server's time (None if it has none), `notes` are for the user."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    at: datetime | None
    notes: tuple[Message, ...]


def ask(address: str, feed: Feed, query: Query, days: Mapping[str, date]) -> Answer:
    """Runs the query for these days, at most 10 seconds longer than the feed's timeout. Raises NotPulled."""
    outcome: list[Answer | NotPulled] = []
    stops: list[Callable[[], object]] = []

    def work() -> None:
        try:
            outcome.append(_answer(engine, feed, query, days, stops, reached=reached))
        except BaseException as error:  # noqa: BLE001 - a thread would print it, with whatever it holds
            outcome.append(_told(error, feed, engine.url, is_reached=reached.is_set()))
        finished.set()

    engine = _engine(address, feed)
    reached, finished = Event(), Event()  # after Ctrl-C, joining the thread would take it for ended
    Thread(target=work, daemon=True).start()
    in_time = False
    try:
        in_time = finished.wait(feed.timeout + _LEAD)
    finally:
        if not in_time:
            _cancel(stops)
            finished.wait(_LAST_WORD)
    result = outcome[0] if outcome else None
    if isinstance(result, Answer):
        return result
    if result is None or not in_time:  # the result only says that the query was interrupted
        result = _too_slow(feed, can_stop=bool(stops)) if reached.is_set() else _unanswered(feed)
    raise result


def _engine(address: str, feed: Feed) -> "Engine":
    """Makes the engine for an address, without connecting. Raises NotPulled."""
    refused: NotPulled
    try:
        from sqlalchemy import NullPool, create_engine, make_url
        from sqlalchemy.exc import SAWarning

        url = make_url(address.strip())
        backend = url.get_backend_name()
        if url.get_driver_name() == _DRIVERS.get(backend, url.get_driver_name()):
            given = _connecting(backend, feed)
            with catch_warnings(action="error", category=SAWarning):  # it would name a part of the address
                engine = create_engine(url, poolclass=NullPool, hide_parameters=True, **given)
            _check(engine, feed)
            return engine
        refused = NotPulled(
            phrases.OTHER_DRIVER.fill(variable=feed.variable, name=url.drivername),
            phrases.WRITE_SCHEME.fill(name=backend),
        )
    except NotPulled as error:
        refused = error
    except ImportError as error:
        refused = _no_module(error, feed)
    except Exception as error:  # noqa: BLE001 - none of them may be told
        refused = _not_an_address(address, error, feed)
    raise refused


_DRIVERS = {"postgresql": "psycopg", "sqlite": "pysqlite"}
"""Drivers with a way to cancel a query; others would wait for their server."""


def _connecting(backend: str, feed: Feed) -> dict[str, Any]:
    """Returns the arguments for connecting, without start-up `options`, which poolers refuse."""
    patience = min(PATIENCE, feed.timeout)
    if backend == "postgresql":
        session = {"client_encoding": "utf8", "fallback_application_name": "plan-tracker"}
        return {
            "connect_args": {"connect_timeout": patience, **session},
            "use_native_hstore": False,  # saves a query
        }
    return {"connect_args": {"timeout": patience}} if backend == "sqlite" else {}


def _check(engine: "Engine", feed: Feed) -> None:
    """Raises NotPulled for a missing file before a connection is made, which would create the file."""
    name, kind = engine.url.database, engine.dialect.name
    if name and engine.url.query.get("uri"):  # file:/srv/register.db, as SQLite has it with `mode=ro`
        name = name.removeprefix("file:")
    match kind:
        case "postgresql" if not feed.time_zone:
            raise NotPulled(
                phrases.NO_TIME_ZONE.fill(feed=feed.name), phrases.ADD_TIME_ZONE.fill(feed=feed.name)
            )
        case "duckdb" if name and ":" in name:  # `:memory:`, or a server such as `md:`
            return
        case "sqlite" | "duckdb" if name and _is_no_file(name):
            missing = phrases.NO_DATABASE_FILE.fill(variable=feed.variable)
            raise NotPulled(missing, phrases.WHOLE_PATH.fill(kind=kind))


def _is_no_file(name: str) -> bool:
    """Tells whether there is no such file; of one that may not be looked at, the library will tell."""
    try:
        return not is_regular_file(Path(name))
    except OSError:
        return False


def _answer(
    engine: "Engine",
    feed: Feed,
    query: Query,
    days: Mapping[str, date],
    stops: list[Callable[[], object]],
    *,
    reached: Event,
) -> Answer:
    """Asks the query on a connection that can only read, and says by `reached` when it is open."""
    from sqlalchemy import select, text

    with engine.connect() as connection:  # nothing is ever committed
        reached.set()
        at, notes = _guard(connection, feed, stops)
        asked = text(query.sql).bindparams(**days).columns().subquery("feed")
        result = connection.execute(select(text("*")).select_from(asked).limit(MOST_ROWS + 1))
        columns, rows = tuple(result.keys()), tuple(map(tuple, result))
    if len(rows) > MOST_ROWS:
        message = phrases.TOO_MANY_ROWS.fill(feed=feed.name, most=str(MOST_ROWS))
        raise NotPulled(message, phrases.ADD_UP.fill())
    return Answer(columns=columns, rows=rows, at=at, notes=tuple(notes))


def _guard(
    connection: "Connection", feed: Feed, stops: list[Callable[[], object]]
) -> tuple[datetime | None, list[Message]]:
    """Makes the connection read-only and limited in time; returns the server's time, and notes to tell."""
    driver: Any = connection.connection.driver_connection
    match connection.dialect.name:
        case "postgresql":
            stops.append(partial(driver.cancel_safe, timeout=_CANCEL))
            return _guard_postgresql(connection, feed), []
        case "sqlite":
            stops.append(driver.interrupt)
            _guard_sqlite(connection, driver)
            return None, [phrases.NO_ZONES.fill()] if feed.time_zone else []
        case name:
            if interrupt := getattr(driver, "interrupt", None):
                stops.append(interrupt)
            notes = [phrases.ENGINE_UNGUARDED, *([phrases.ZONE_OF_SERVER] if feed.time_zone else [])]
            return None, [each.fill(engine=printable(name)) for each in notes]


def _guard_postgresql(connection: "Connection", feed: Feed) -> datetime:
    """Makes the transaction read only and short; returns its time in the feed's time zone."""
    from sqlalchemy import func, select

    settings = {
        "TimeZone": feed.time_zone,
        "statement_timeout": f"{feed.timeout}s",
        "lock_timeout": f"{min(PATIENCE, feed.timeout)}s",
        # an answer that cannot be delivered leaves a transaction that would stay open
        "idle_in_transaction_session_timeout": f"{feed.timeout}s",
    }
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    local = [func.set_config(name, value, True) for name, value in settings.items()]
    at: datetime = connection.execute(select(func.now(), *local)).scalar_one()
    return at


def _guard_sqlite(connection: "Connection", driver: Any) -> None:  # noqa: ANN401 - a driver has no type
    """Forbids writing and attaching other files: a file opened read-only would allow both."""
    import sqlite3

    connection.exec_driver_sql("PRAGMA query_only = 1")
    driver.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK
    )


def _cancel(stops: list[Callable[[], object]]) -> None:
    """Ends what runs on the server; if that fails over a dead network, the server's own limit ends it."""
    for stop in stops:
        with suppress(Exception):  # the user is told in any case that it took too long
            stop()


_CANCELED = "57014"
_WRITING = {"25006", "SQLITE_READONLY", "SQLITE_AUTH"}


def _too_slow(feed: Feed, *, can_stop: bool = True) -> NotPulled:
    phrase = phrases.TOO_SLOW if can_stop else phrases.LEFT_ALONE
    message = phrase.fill(feed=feed.name, seconds=str(feed.timeout))
    return NotPulled(message, phrases.MORE_TIME.fill(most=str(MOST_SECONDS)))


def _unanswered(feed: Feed) -> NotPulled:
    message = phrases.UNANSWERED.fill(feed=feed.name, seconds=str(feed.timeout))
    return NotPulled(message, phrases.CHECK_ADDRESS.fill(variable=feed.variable))


def _no_module(error: ImportError, feed: Feed) -> NotPulled:
    module = (error.name or "psycopg").partition(".")[0]
    extra = _EXTRAS.get(module)
    hint = phrases.INSTALL.fill(package=extra) if extra else phrases.INSTALL_DRIVER.fill()
    return NotPulled(phrases.NO_MODULE.fill(feed=feed.name, module=module), hint)


def _not_an_address(address: str, error: Exception, feed: Feed) -> NotPulled:
    from sqlalchemy.exc import NoSuchModuleError

    name = address.strip().partition("://")[0]
    if not isinstance(error, NoSuchModuleError) or name in _DRIVERS:
        message = phrases.NOT_AN_ADDRESS.fill(variable=feed.variable)
        return NotPulled(message, phrases.ADDRESS_FORM.fill())
    meant = closest(name, _DRIVERS)
    hint = phrases.WRITE_SCHEME.fill(name=meant) if meant else phrases.INSTALL_DIALECT.fill()
    return NotPulled(phrases.NO_DIALECT.fill(variable=feed.variable, name=printable(name)), hint)


def _told(error: BaseException, feed: Feed, url: "URL", *, is_reached: bool) -> NotPulled:
    """Makes the error for a failure, of nothing but what may be told of it."""
    from sqlalchemy.exc import DBAPIError

    if isinstance(error, NotPulled):
        return error
    cause = error.orig if isinstance(error, DBAPIError) else None
    state = getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorname", None)
    if state == _CANCELED:
        return _too_slow(feed)
    if state in _WRITING:
        return NotPulled(phrases.QUERY_WRITES.fill(feed=feed.name), phrases.ONLY_SELECT.fill())
    said = [each for each in getattr(cause, "args", ()) if isinstance(each, str)]  # some have a number before
    said = said or [str(cause or type(error).__name__)]
    reason = getattr(getattr(cause, "diag", None), "message_primary", None) or said[-1]
    if is_reached:
        return NotPulled(phrases.QUERY_FAILED.fill(feed=feed.name, reason=_clean(reason, url)))
    reason = reason.partition("\n")[0].removeprefix("connection is bad: ").rpartition(" failed: ")[2]
    reason = _NAMED.sub("…", reason.rpartition(":  ")[2])
    for name in filter(None, (url.host, url.username, url.database)):  # also where no quotes stand around it
        reason = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", reason)
    return NotPulled(
        phrases.NOT_CONNECTED.fill(feed=feed.name, reason=_clean(reason, url)),
        phrases.CHECK_ADDRESS.fill(variable=feed.variable),
    )


def _clean(reason: str, url: "URL") -> str:
    """Returns the first line of what an engine says, without the password and the user with its host."""
    line = _ACCOUNT.sub("…", reason.strip().partition("\n")[0])
    if url.password:
        line = line.replace(str(url.password), "…")
    return printable(line[:_SHOWN])
