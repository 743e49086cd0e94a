"""From a parsed TOML document to a plan and all its problems: of single values, and between them.

A fault in one value must not hide the faults between the others: what is faulty is taken out and the rest is
judged as if it were not there. Findings that could follow from what was taken out are not told.
"""

from collections.abc import Collection, Mapping
from typing import Any

from plan_tracker.plan.model import Plan
from plan_tracker.problems import Path, Problem, Severity, closest
from plan_tracker.reading.building.targets import build
from plan_tracker.reading.schema import tables
from plan_tracker.reading.schema.engine import ValidationError
from plan_tracker.reading.schema.tables import TargetTable

_BEARS_ON_OTHERS = frozenset(TargetTable.types) - {
    *("name", "unit", "group", "owner", "weight", "check", "stage", "binding", "source", "note", "committed")
}
_IN_TARGET, _TARGET = 3, 2
_TIME = {("plan", "year"), ("plan", "start"), ("plan", "end")}


def validate(document: Mapping[str, object]) -> tuple[Plan | None, list[Problem]]:
    """The plan, None if any problem is an error, and all problems of a document that `tomli` has parsed."""
    try:
        plan, problems = build(tables.read(document))
    except ValidationError as error:
        from plan_tracker.reading.translation import path_in, problems_of  # only for what is wrong

        problems = problems_of(error, document)
        paths = [path_in(document, detail["loc"]) for detail in error.errors(include_url=False)]
        return None, problems + _between_the_rest(document, paths)
    errors = any(problem.severity is Severity.ERROR for problem in problems)
    return None if errors else plan, problems


def validate_again(
    old: Plan, document: Mapping[str, Any], changed: Collection[str]
) -> tuple[Plan | None, list[Problem]]:
    """The plan after only these targets have changed; problems of the other targets are left out.

    A target is judged by itself and by what holds for the whole plan, never by other targets, so that these
    stay as they were. Where the plan cannot be judged any more, all problems are told.
    """
    some = {key: target for key, target in document["targets"].items() if key in changed}
    plan, problems = validate({**document, "targets": some})
    if plan is None:
        return validate(document)
    fresh = {target.id: target for target in plan.targets}
    return old._replace(targets=tuple(fresh.get(each.id, each) for each in old.targets)), problems


def _between_the_rest(document: Mapping[str, object], faulty: list[Path]) -> list[Problem]:
    """The problems between those values of a document that are right one by one."""
    rest = {key: dict(value) if isinstance(value, dict) else value for key, value in document.items()}
    targets = rest.get("targets")
    if not isinstance(targets, dict) or ("plan",) in faulty or "plan" not in rest:
        return []
    shaken: set[str | int] = set()
    for path in faulty:
        _take_out(rest, targets, path)
        if len(path) >= _IN_TARGET and path[0] == "targets" and _bears_on_others(str(path[2])):
            shaken.add(path[1])
    for key, target in targets.items():
        if isinstance(target, dict):
            targets[key] = {"name": key} | target
    try:
        _, problems = build(tables.read(rest))
    except ValidationError:
        return []  # the plan's own time or title is at fault: nothing can be said of the rest
    told = {path[:_TARGET] for path in faulty if len(path) == _TARGET}
    time_is_faulty = any(path[:_TARGET] in _TIME for path in faulty)

    def follows(problem: Problem) -> bool:
        match problem.path:
            case ("targets", key, *_):
                return key in shaken or ("targets", key) in told
            case ("plan",):
                return time_is_faulty
            case path:
                return path == ("targets",)

    return [problem for problem in problems if not follows(problem)]


def _take_out(rest: dict[str, object], targets: dict[str, object], path: Path) -> None:
    match path:
        case ("targets", str(key)):
            if not isinstance(targets.get(key), dict):
                targets.pop(key, None)
        case ("targets", str(key), str(item), *_):
            target = targets.get(key)
            if isinstance(target, dict):
                targets[key] = {name: value for name, value in target.items() if name != item}
        case (str(table), str(item), *_):
            inner = rest.get(table)
            if isinstance(inner, dict):
                inner.pop(item, None)
        case (str(table),):
            rest.pop(table, None)
        case _:
            pass


def _bears_on_others(key: str) -> bool:
    return key in _BEARS_ON_OTHERS or closest(key, TargetTable.types) in _BEARS_ON_OTHERS
