"""The query of a feed: SQL in the plan or in a file below its folder, with parameters for the days."""

import os
import re
import stat
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from plan_tracker.language import inserted, listed
from plan_tracker.plan.feeds import Feed, is_file, query_digest
from plan_tracker.plan.periods import Period
from plan_tracker.problems import NotDone, closest, printable
from plan_tracker.reading.faults import hints
from plan_tracker.wording import feeds as phrases
from plan_tracker.wording.documents import SAVE_AS_UTF8

PARAMETERS = ("last_day", "next_day", "start", "period_start")
_PIECE = re.compile(
    r"""(?P<literal>'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|(?P<tag>\$(?:[^\W\d]\w*)?\$).*?(?P=tag))
    |(?P<comment>--[^\n]*|/\*.*?\*/)
    |(?<![:\w\\]):(?P<name>\w+)(?:::(?P<type>\w+))?""",
    re.DOTALL | re.VERBOSE,
)
"""The pieces of SQL whose colons are looked at: what stands in quotes, a comment, a parameter."""


class NotPulled(NotDone):
    """A feed that gives no figures: why, and what to do; never with a part of the database's address."""


class Query(NamedTuple):
    """One SELECT without comments, with bare colons only in parameters; the digest is of the full text."""

    sql: str
    parameters: frozenset[str]
    digest: str


def read_query(feed: Feed, folder: Path) -> Query:
    """Reads and checks the query of a feed; a file must lie below the folder. Raises NotPulled."""
    text = _file(feed.query, folder) if is_file(feed.query) else feed.query
    names: list[str] = []

    def piece(match: re.Match[str]) -> str:
        if match["comment"]:
            return " "
        if match["literal"]:
            return match[0].replace(":", r"\:")
        if match["type"]:
            values = {"name": match["name"], "type": match["type"]}
            raise NotPulled(phrases.CAST_BY_COLONS.fill(**values), phrases.CAST_BY_WORD.fill(**values))
        names.append(match["name"])
        return match[0]

    sql = _PIECE.sub(piece, text).rstrip("; \t\r\n")
    _check_parameters(feed, names)
    if ";" in _PIECE.sub("", sql):
        raise NotPulled(phrases.SEVERAL_STATEMENTS.fill(feed=feed.name), phrases.ONE_SELECT.fill())
    return Query(sql=sql, parameters=frozenset(names), digest=query_digest(text))


def days_of(query: Query, start: date, period: Period) -> Mapping[str, date]:
    """Returns the days that a query asks for, by parameter; `start` is the plan's. Raises NotPulled."""
    known = {
        "last_day": period.last,
        "next_day": period.last + timedelta(days=1),
        "start": start,
        "period_start": period.first,
    }
    days = {name: day for name in query.parameters if (day := known[name])}
    if len(days) < len(query.parameters):
        raise NotPulled(phrases.NO_FIRST_DAY.fill(period=period.label), phrases.GIVE_LABEL.fill())
    return days


def _check_parameters(feed: Feed, names: list[str]) -> None:
    if unknown := next((name for name in names if name not in PARAMETERS), None):
        meant = closest(unknown.lower(), PARAMETERS)
        known = inserted(phrases.KNOWN_PARAMETERS, names=listed(f":{name}" for name in PARAMETERS)).fill()
        hint = hints.did_you_mean(meant and f":{meant}") or known
        raise NotPulled(phrases.UNKNOWN_PARAMETER.fill(feed=feed.name, name=printable(unknown)), hint)
    if not {"last_day", "next_day"} & set(names):
        raise NotPulled(phrases.QUERY_WITHOUT_DAY.fill(feed=feed.name), phrases.BIND_DAY.fill())


def _file(name: str, folder: Path) -> str:
    """Reads a query file; a link that leads out of the folder is refused like a path that does."""
    shown = printable(name)
    home, path = Path(os.path.realpath(folder)), Path(os.path.realpath(folder / name))
    if not path.is_relative_to(home):
        raise NotPulled(phrases.QUERY_OUTSIDE.fill(file=shown), phrases.BESIDE_PLAN.fill())
    try:
        if is_regular_file(path):  # reading a pipe would wait
            return path.read_text(encoding="utf-8-sig")
        refused = NotPulled(phrases.NO_QUERY_FILE.fill(file=shown), phrases.BESIDE_PLAN.fill())
    except UnicodeDecodeError:
        refused = NotPulled(phrases.QUERY_NOT_UTF8.fill(file=shown), SAVE_AS_UTF8.fill())
    except OSError as error:
        refused = NotPulled(phrases.QUERY_UNREADABLE.fill(file=shown, reason=error.strerror or ""))
    raise refused


def is_regular_file(path: Path) -> bool:
    """Tells whether there is such a file; raises OSError where that may not be looked at.

    `Path.is_file` raises there or says that there is none, as the version of Python is.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
