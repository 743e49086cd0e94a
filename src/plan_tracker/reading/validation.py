"""Makes a plan of a parsed TOML document, or all its problems: of single values, and between them.

A fault in one value must not hide the faults between the others: what does not fit is left out, and the rest
is judged as if it had not been given. Problems that could follow from what was left out are not told.
"""

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from datetime import date
from decimal import localcontext
from typing import Any

from plan_tracker.numbers import EXACT
from plan_tracker.plan.model import Plan
from plan_tracker.plan.names import simplest
from plan_tracker.plan.period_words import said
from plan_tracker.plan.periods import PlanTime, shared_time
from plan_tracker.problems import Path, Problem, Severity
from plan_tracker.reading import faults
from plan_tracker.reading.building.targets import Builder
from plan_tracker.reading.faults import feeds as feed_faults
from plan_tracker.reading.faults import hints, paces
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.checking import Flaw, read_file, read_target
from plan_tracker.reading.schema.tables import FileTable, PlanTable, TargetTable

_STAND_ALONE = frozenset(
    {
        *("name", "unit", "group", "owner", "weight", "check", "stage", "binding", "source", "note", "feed"),
        *("committed", "adjusted", "dropped", None),
    }
)
"""Keys of a target whose values have no influence on what is wrong with its other values, or none at all."""

_OWN = frozenset(
    fault.code
    for fault in (
        *(faults.BAD_ID, faults.DASHED_ID, faults.KEY_BELOW, faults.BAD_PERIOD, faults.PERIOD_TWICE),
        *(faults.STATED_FORM, faults.ADJUSTED_NEEDS_DATE, faults.PAST_NEEDS_LABEL, paces.UNKNOWN_PACE),
    )
)
"""Faults that a value of a target has by itself, whatever is wrong with the others."""

_TIME: frozenset[Path] = frozenset({("plan", "year"), ("plan", "start"), ("plan", "end")})
_FOLLOWS: dict[str, frozenset[Path]] = {
    faults.PLAN_TIME.code: _TIME,
    faults.PLAN_ENDS_EARLY.code: _TIME,
    faults.TOTAL_FALLS.code: frozenset({("plan", "counting")}),
    faults.STATED_PERIOD_MISSING.code: frozenset({("plan", "collect")}),
    feed_faults.FEED_COUNTING.code: frozenset({("plan", "counting")}),
    feed_faults.UNKNOWN_FEED.code: frozenset({("feeds",)}),
    paces.UNKNOWN_PACE.code: frozenset({("paces",)}),
}
"""Faults that may follow from what is wrong at these places of a file, targets aside."""


def validate(document: Mapping[str, object], below: str = "") -> tuple[Plan | None, list[Problem]]:
    """Returns the plan, None if any problem is an error, and all problems of a parsed document.

    `below` is the path of a plan that is one of several.
    """
    problems = Problems()
    with localcontext(EXACT):
        plan = _plan(document, problems, below)
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    return None if errors else plan, problems


def validate_again(
    old: Plan, document: Mapping[str, Any], changed: Collection[str]
) -> tuple[Plan | None, list[Problem]]:
    """Returns the plan after these targets changed or were added, and their problems only.

    A target is judged by itself and by what holds for the whole plan, never by other targets, so these stay
    as they were; only its feed must not change, whose targets are all counted alike. If the plan can no
    longer be judged, all problems are returned.
    """
    some = {key: target for key, target in document["targets"].items() if key in changed}
    plan, problems = validate({**document, "targets": some})
    if plan is None:
        return validate(document)
    targets = {target.id: target for target in (*old.targets, *plan.targets)}
    return old._replace(targets=tuple(targets[key] for key in document["targets"])), problems


def _plan(document: Mapping[str, object], problems: Problems, below: str) -> Plan | None:
    """Validates and builds each target by itself, then makes the plan; adds what is wrong to the problems."""
    tables, flaws = read_file(document)
    _tell(flaws, problems, document)
    wrong = frozenset(map(_place, flaws))
    builder = _builder(tables or _rest_of_file(document, flaws), flaws, problems, below)
    given = document.get("targets")
    if given == {}:
        problems.add(faults.NO_TARGETS, ("targets",), hints.ADD_TARGET.fill())
    targets = []
    for key, values in _with_ids(given, problems).items() if isinstance(given, dict) else ():
        table, flaws = read_target(key, values)
        if flaws:
            _tell(flaws, problems, document)
        if builder and table:
            targets.append(builder.target(key, table))
        elif builder and isinstance(values, dict):
            _tell_of_rest(key, values, flaws, builder, problems)
    plan = builder.plan(targets) if builder else None
    if wrong:
        problems[:] = [each for each in problems if not wrong & _FOLLOWS.get(each.code, frozenset())]
    return plan


def _with_ids(given: Mapping[str, object], problems: Problems) -> Mapping[str, object]:
    """Returns the targets without the keys of one that has no id; tells of the first of these."""
    if all(isinstance(each, dict) for each in given.values()):
        return given
    from plan_tracker.reading.faults.words import TARGET_KEYS  # few plans have flaws

    keys = [key for key, each in given.items() if not isinstance(each, dict) and simplest(key) in TARGET_KEYS]
    if not keys:
        return given
    problems.add(faults.NO_ID, ("targets", keys[0]), key=keys[0])
    own = {*keys, *TargetTable.model_fields}
    return {key: each for key, each in given.items() if key not in own}


def _place(flaw: Flaw) -> Path:
    """Returns where a flaw of a file leaves a value out, by the key that is meant there."""
    from plan_tracker.reading.meant.advice import key_meant  # few plans have flaws

    if flaw.kind == "extra_forbidden":
        return (*flaw.path[:-1], key_meant(flaw.path) or flaw.path[-1])
    return flaw.path[:2]


def _tell(flaws: list[Flaw], problems: Problems, document: Mapping[str, object]) -> None:
    if flaws:
        from plan_tracker.reading.meant.context import context_of
        from plan_tracker.reading.translation import problems_of  # few plans have flaws

        problems += problems_of(flaws, context_of(document))


def _builder(
    tables: FileTable | None, flaws: Collection[Flaw], problems: Problems, below: str
) -> Builder | None:
    """Makes the builder of the targets, or None if the time of the plan is not known.

    `flaws` are those of the file's tables, targets aside.
    """
    if tables is None:
        return None
    time = _plan_time(tables.plan, problems)
    if time is None:
        return None
    return Builder(
        tables,
        time,
        problems,
        faulty_paces=_faulty(flaws, "paces"),
        faulty_feeds=_faulty(flaws, "feeds"),
        below=below,
    )


def _faulty(flaws: Iterable[Flaw], table: str) -> set[str]:
    """Returns the names below a table that have flaws."""
    return {str(path[1]) for path in (flaw.path for flaw in flaws) if path[:1] == (table,) and path[1:]}


def _plan_time(table: PlanTable, problems: Problems) -> PlanTime | None:
    """Returns the time that a plan runs, or None if that cannot be known."""
    start, end = table.start, table.end
    if table.year is not None and start is None and end is None:
        return shared_time(date(table.year, 1, 1), date(table.year, 12, 31), table.calendar)
    if table.year is not None or start is None or end is None:
        problems.add(faults.PLAN_TIME, ("plan",))
        return None
    if end <= start:
        problems.add(faults.PLAN_ENDS_EARLY, ("plan", "end"), end=str(end))
        return None
    return shared_time(start, end, table.calendar)


def _rest_of_file(document: Mapping[str, object], flaws: Iterable[Flaw]) -> FileTable | None:
    """Returns the tables of a file without what does not fit; None if no plan is left."""
    rest: dict[str, Any] = {key: dict(value) for key, value in document.items() if isinstance(value, dict)}
    if "plan" not in rest:
        return None
    rest["targets"] = {}
    for flaw in flaws:
        if flaw.path[1:] or not flaw.missing:  # a title that is missing takes nothing else away
            _remove(rest, flaw.path[:2])
    rest["plan"] = {"title": "-"} | rest["plan"]
    return read_file(rest)[0]


def _tell_of_rest(
    key: str, values: Mapping[str, object], flaws: Collection[Flaw], builder: Builder, problems: Problems
) -> None:
    """Adds what is wrong with a target without what does not fit, but nothing that could follow from that."""
    rest = deepcopy(dict(values))
    for flaw in flaws:
        _remove(rest, flaw.path[2:])
    wrong = {_meant(flaw.path[:3]) for flaw in flaws if flaw.path[2:]}
    alone = wrong <= _STAND_ALONE
    own = _OWN if wrong & {"start", "due"} else {*_OWN, faults.DUE_TOO_EARLY.code}
    if not alone:
        rest.pop("feed", None)  # other targets of the feed are held against how this one counts
    table, _ = read_target("-", {"name": "-", **rest})  # under an id that fits
    if table:
        told = len(problems)
        builder.target(key, table)
        of_id = {faults.BAD_ID.code} if any(not (flaw.path[2:] or flaw.missing) for flaw in flaws) else set()
        problems[told:] = [
            each for each in problems[told:] if (alone or each.code in own) and each.code not in of_id
        ]


def _remove(table: dict[Any, Any], path: Path) -> None:
    """Removes the value at a path below a table, or the list that has the value."""
    for at, key in enumerate(path):
        if at == len(path) - 1 or not isinstance(table.get(key), dict):
            table.pop(key, None)
            return
        table = table[key]


def _meant(path: Path) -> str | None:
    """Returns the known key that a key means, itself or another; None for an unknown one that means none."""
    from plan_tracker.reading.meant.advice import key_meant

    return "actual" if said(str(path[-1])) else key_meant(path)
