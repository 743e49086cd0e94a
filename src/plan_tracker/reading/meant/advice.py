"""What to write instead of a value that does not fit, or of a key that its table does not know."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import TypeGuard

from plan_tracker.language import Message, inserted, listed
from plan_tracker.numbers import plain
from plan_tracker.plan.names import simplest
from plan_tracker.plan.period_words import said
from plan_tracker.problems import Path, closest
from plan_tracker.reading import faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.kind import Fault
from plan_tracker.reading.faults.words import ABOUT, TABLES, TARGET_KEYS
from plan_tracker.reading.meant.figures import in_percent, pointed, ungrouped
from plan_tracker.reading.meant.pairs import keys_of
from plan_tracker.reading.meant.periods import which_day
from plan_tracker.reading.schema.tables import CheckTable, FileTable, PlanTable, TargetTable, table_at
from plan_tracker.toml.syntax.slips import NO_ZEROS, key_text, without_end

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_PERCENT = re.compile(r"([+-]?\d+(?:\.\d+)?)([%％]?)", re.ASCII)
_POINTS = re.compile(r"\+?(\d+(?:\.\d+)?)([%％]|pp|points?|个?百分点)?", re.ASCII)
_WITH_UNIT = re.compile(
    rf"([+-]?\d+(?:\.\d+)?) ?{NO_ZEROS}([^\d'’,，.:：;；/~～≈+*=—–―至到(（)）!！\"”…-][^\s\d]{{0,8}}[23²³]?)",
    re.ASCII,
)
"""A number and its unit; what may stand between two numbers begins no unit: 10~12."""

_ONE_YEAR = re.compile(r"\d{4}(?:\.0*)?\W*[年度]*", re.ASCII)
_NOTHINGS = frozenset({"", "-", "--", "—", "——", "/", "n/a", "na", "tbd", "无", "暂无", "未报", "待定"})
_TABLES_OF_TARGET = frozenset({"actual", "adjusted", "committed", "last_year", "parts", "past", "stated"})
_NO_TABLES = TargetTable.model_fields.keys() - {*_TABLES_OF_TARGET, "pace"}
"""Keys of a target that have a single value: a table with a name like one is no slip of it."""

_LIKENESS = 0.75
"""How similar a key must be to be suggested: people add their own, and `status` is no slip of `start`."""

_BY_ID = frozenset({"targets", "parts", "feeds", "paces", "pulled"})
"""Tables of tables."""


_SIGNS = r"->|[.．。·:：/／\\,，、\s]"
_BETWEEN, _FIRST = re.compile(rf"\s*(?:{_SIGNS})\s*"), re.compile(rf"\s*(?:{_SIGNS}|[_-])\s*")
"""What people put between the parts of a heading; - and _ only before an id, which may have them itself."""


def key_meant(path: Path) -> str | None:
    """Returns the key that probably was meant by one that its table does not know, or None."""
    key = str(path[-1])
    words = keys_of(path[:-1]) if path[1:] else TABLES
    return words.get(simplest(key)) or closest(key.lower(), _known(path[:-1]), _LIKENESS)


def _known(table: Path) -> Collection[str]:
    return (table_at(table) or FileTable).model_fields


def table_meant(key: str) -> tuple[str, ...]:
    """Returns the table that is meant by one key, such as targets/roads; empty for other keys."""
    first, *behind = _FIRST.split(key.strip(), maxsplit=1)
    table = TABLES.get(simplest(first))
    rest = [each.strip("\"'“”") for each in _BETWEEN.split(behind[0])] if behind else []
    return (table, *rest) if table in _BY_ID and rest and all(rest) else ()


def hint_for_key(path: Path, value: object) -> Message:
    """Returns the hint for a key that its table does not know."""
    key, known = str(path[-1]), _known(path[:-1])
    is_table, of_target = isinstance(value, Mapping), TARGET_KEYS.get(simplest(key), "")
    if is_table and path == (key,) and of_target in _TABLES_OF_TARGET:
        return hints.WRITE_OF_TARGET.fill(table=of_target)
    if is_table and path == (key,) and (table := table_meant(key)):
        return hints.WRITE_LINE.fill(line=f"[{'.'.join(map(key_text, table))}]")
    if not is_table and path[:-1] in {(), ("plan",), ("check",)} and (own := _table_of(key)):
        return hints.WRITE_BELOW.fill(table=own)
    if is_table and path == (key,) and key_meant(path) == "targets" and _is_target(value):
        return hints.GIVE_ID.fill()
    if (meant := key_meant(path)) and not (is_table and path[:1] == ("targets",) and meant in _NO_TABLES):
        return hints.DID_YOU_MEAN.fill(word=meant)
    match path, value:
        case ("targets", target, _), Mapping() if not said(key) and any(
            keys_of(path[:-1]).get(simplest(each)) for each in value
        ):
            return hints.QUOTE_DOTTED_ID.fill(id=f"{target}.{key}")
        case ("targets", target, _), Mapping() if names := _names_to_target(value):
            return hints.QUOTE_DOTTED_ID.fill(id=".".join((str(target), key, *names)))
        case (_,), {"name": _}:
            return hints.TARGET_IS_TABLE.fill(id=key_text(key))
        case _:
            return inserted(hints.KNOWN_KEYS, keys=listed(known)).fill()


def _table_of(key: str) -> str:
    """Returns the table of a file that has a key for itself; empty if none has."""
    if key in PlanTable.model_fields:
        return "plan"
    return "check" if key in CheckTable.model_fields else ""


def _names_to_target(value: object) -> list[str]:
    """Returns the names of tables of tables down to one that has the name of a target; none if none has."""
    names = []
    while isinstance(value, Mapping) and value and all(isinstance(each, Mapping) for each in value.values()):
        name, value = next(iter(value.items()))
        names.append(name)
    return names if _is_target(value) else []


def _is_target(value: object) -> bool:
    """Tells whether a value is a table with the name of a target."""
    return isinstance(value, Mapping) and "name" in (TARGET_KEYS.get(simplest(each)) for each in value)


def hint_for_value(fault: Fault, path: Path, value: object, begins: int) -> Message | None:
    """Returns the hint for a value that does not fit; None if nothing is known of what was meant.

    `begins` is the year in which the plan does.
    """
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if fault is faults.NOT_A_TABLE and "past" in path[2:3]:
        return hints.WRITE_PAST.fill(year=str(begins - 1))
    if fault is faults.NOT_A_DATE and value is True and key == "dropped":
        return hints.WRITE_DROPPED.fill(year=str(begins))
    match value:
        case str() if fault is faults.NOT_A_TABLE and _NUMBER.fullmatch(value):
            return _hint_for_number(fault, path, key, value, begins)
        case str():
            return _hint_for_text(fault, key, value.strip())
        case [Mapping() as first, *_] if fault is faults.NOT_A_TABLE:
            return _hint_for_list(path, first)
        case _ if _is_number(value):
            return _hint_for_number(fault, path, key, plain(Decimal(value)), begins)
        case _:
            return None


def _hint_for_number(fault: Fault, path: Path, key: str, number: str, begins: int) -> Message | None:
    if fault is faults.NOT_A_TABLE and key == "actual":
        return hints.WRITE_ACTUAL.fill(value=number)
    if fault is faults.NOT_A_TABLE and key == "stated":
        return hints.WRITE_STATED.fill(text=f"{in_percent(number)}%")
    if fault is faults.NOT_A_TABLE and "parts" in path[-2:-1]:
        return hints.WRITE_PART.fill(part=key_text(key), value=number)
    if fault is faults.NOT_A_TABLE and key == "adjusted":
        return hints.WRITE_ADJUSTED.fill(year=str(begins), value=number)
    if fault is faults.NOT_A_PERCENTAGE or (fault is faults.NOT_TEXT and "stated" in path):
        return hints.WRITE_PERCENT.fill(number=in_percent(number))
    if fault is faults.NOT_TEXT:
        return hints.WRITE_TEXT.fill(text=number)
    are_points = fault is faults.NOT_POINTS and not number.startswith("-")
    return _points(number) if are_points else None


def _points(number: str) -> Message:
    """Returns the hint for a number without `pp`: 0.05 may be meant as it stands, or be a share, 5pp."""
    if (other := in_percent(number)) == number:
        return hints.WRITE_POINTS.fill(number=number)
    return hints.EITHER_POINTS.fill(number=other, other=number)


def _is_number(value: object) -> TypeGuard[int | Decimal]:
    return type(value) is int or (isinstance(value, Decimal) and value.is_finite())


def _hint_for_text(fault: Fault, key: str, text: str) -> Message | None:
    bare = pointed(text).replace(" ", "")
    if key == "year" and not _ONE_YEAR.fullmatch(bare):
        return hints.WRITE_PLAN_TIME.fill()
    if fault in (faults.NOT_A_NUMBER, faults.NOT_A_WHOLE_NUMBER):
        return _hint_for_digits(
            ungrouped(without_end(text)).replace(" ", ""), is_counted=fault is faults.NOT_A_WHOLE_NUMBER
        )
    if fault is faults.NOT_A_DATE:
        return which_day(text)
    if fault is faults.NOT_A_TABLE and key == "stated":
        return hints.WRITE_STATED.fill(text=text)
    if fault is faults.NOT_A_PERCENTAGE and (match := _PERCENT.fullmatch(bare)):
        return hints.WRITE_PERCENT.fill(number=match[1] if match[2] else in_percent(match[1]))
    if fault is faults.NOT_POINTS and (match := _POINTS.fullmatch(bare)):
        return hints.WRITE_POINTS.fill(number=match[1]) if match[2] else _points(match[1])
    return None


def _hint_for_digits(text: str, *, is_counted: bool) -> Message | None:
    if text.casefold() in _NOTHINGS and not is_counted:
        return hints.LEAVE_UNKNOWN.fill()
    if _NUMBER.fullmatch(text):
        return hints.WRITE_NUMBER.fill(number=text)
    match = None if ABOUT.search(text) else _WITH_UNIT.fullmatch(text)
    if match and is_counted:
        return hints.WRITE_NUMBER.fill(number=match[1])
    return hints.NUMBER_AND_UNIT.fill(number=match[1], unit=match[2]) if match else None


def _hint_for_list(path: Path, first: Mapping[str, object]) -> Message:
    """Returns the hint for `[[targets]]`, which other files have for lists of tables."""
    table = ".".join(key_text(str(key)) for key in path)
    if path[-1] not in _BY_ID:
        return hints.SINGLE_BRACKETS.fill(table=table)
    given = next((id_ for id_ in (first.get("id"), first.get("name")) if isinstance(id_, str) and id_), "id")
    return hints.EACH_BY_ID.fill(table=f"{table}.{key_text(given)}")
