"""Turns the flaws that Pydantic found into problems: in two languages, and with a hint what to do."""

import re
from collections.abc import Collection, Mapping

from plan_tracker.language import inserted, listed
from plan_tracker.numbers import DIGITS
from plan_tracker.plan.feeds import MOST_SECONDS, variable_of
from plan_tracker.plan.names import Similar
from plan_tracker.plan.periods import EARLIEST_YEAR, LATEST_YEAR
from plan_tracker.problems import Path, Problem, closest, quoted
from plan_tracker.reading import faults
from plan_tracker.reading.faults import feeds as feed_faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.below import key_below
from plan_tracker.reading.faults.kind import Fault
from plan_tracker.reading.meant.advice import hint_for_key, hint_for_value, key_meant
from plan_tracker.reading.meant.context import Context
from plan_tracker.reading.meant.pairs import BY_PERIOD, line_above, pair_behind_number, pair_meant, right_key
from plan_tracker.reading.schema.checking import Flaw
from plan_tracker.reading.schema.field_types import MOST_DECIMALS, refused_character
from plan_tracker.reading.schema.tables import PartTable, TargetTable
from plan_tracker.reading.secrets import is_address_key
from plan_tracker.toml.syntax.slips import key_text

_CHOICES = re.compile(r"'([^']*)'")
_RANGES = {
    "year": (str(EARLIEST_YEAR), str(LATEST_YEAR)),
    "decimals": ("0", str(MOST_DECIMALS)),
    "timeout": ("1", str(MOST_SECONDS)),
    "figures": ("0", "9" * DIGITS),
    "records": ("0", "9" * DIGITS),
}
"""From what to what the numbers of these keys go."""

_SIMPLE: dict[str, Fault] = {
    "bool_type": faults.NOT_A_TRUTH,
    "date_range": faults.DATE_TOO_FAR,
    "date_type": faults.NOT_A_DATE,
    "dict_type": faults.NOT_A_TABLE,
    "int_type": faults.NOT_A_WHOLE_NUMBER,
    "list_type": faults.NOT_A_LIST,
    "model_type": faults.NOT_A_TABLE,
    "moment_type": feed_faults.NOT_A_MOMENT,
    "number_finite": faults.NUMBER_NOT_FINITE,
    "number_size": faults.NUMBER_TOO_LONG,
    "number_type": faults.NOT_A_NUMBER,
    "points_form": faults.NOT_POINTS,
    "share_form": faults.NOT_A_PERCENTAGE,
    "string_type": faults.NOT_TEXT,
    "zone_form": feed_faults.ZONE_FORM,
}
"""What each kind of flaw is called; the others need more than their kind."""

_ANSWERED = frozenset(
    {
        *("extra_forbidden", "enum", "literal_error", "bool_type", "date_type", "int_type", "list_type"),
        *("number_type", "string_type"),
    }
)
"""Flaws that may be the right thing in other words."""

_BELOW_PLAN = hints.WRITE_BELOW.fill(table="plan")
"""What is told of a key of the plan's own table that stands elsewhere; not where there is no such table."""

_FEW = 20
"""How many items a list may have for a hint to repeat it."""


def problems_of(flaws: Collection[Flaw], context: Context) -> list[Problem]:
    """Returns each flaw of a table as a problem, but not those that only follow from another."""
    headless = _without_heading(flaws)
    found = [
        _with_meant(_problem(flaw, context.begins), flaw, context)
        for flaw in _without_misnamed(flaws, context)
        if flaw.path not in headless
    ]
    found += [
        faults.NO_ID.at_path(path, key=str(path[-1])) for path, is_first in headless.items() if is_first
    ]
    dotted = {
        problem.path[:2] for problem in found if problem.hint and problem.hint.phrase is hints.QUOTE_DOTTED_ID
    }
    no_plan = any(flaw.missing == "plan" for flaw in flaws)
    return _with_close_ids(
        [
            problem
            for problem in found
            if not (
                problem.code == faults.MISSING_KEY.code
                and (problem.path in dotted or _stands_elsewhere(problem.path, context))
            )
            and not (no_plan and problem.hint == _BELOW_PLAN)
        ],
        context,
    )


def _without_heading(flaws: Collection[Flaw]) -> dict[Path, bool]:
    """Returns the keys of targets without a heading below other tables, and whether each is the first.

    A name alone is no target: [plan] may have one for its title, beside a note or an owner.
    """
    untitled = {flaw.path for flaw in flaws if flaw.missing == "title"}
    below: dict[Path, list[Path]] = {}
    for flaw in flaws:
        if flaw.path[:1] != ("targets",) and flaw.path[1:] and flaw.path[-1] in TargetTable.model_fields:
            below.setdefault(flaw.path[:-1], []).append(flaw.path)
    lost = [
        each
        for table, each in below.items()
        if (*table, "name") in each
        and not {(*table, "goal"), (*table, "actual")}.isdisjoint(each)
        and table not in untitled
    ]
    return {path: path == each[0] for each in lost for path in each}


def _without_misnamed(flaws: Collection[Flaw], context: Context) -> Collection[Flaw]:
    """Leaves out that a key is missing where the same table has it under another name.

    That there are no targets is told all the same: without them there is no plan.
    """
    if not any(flaw.missing for flaw in flaws):
        return flaws
    misnamed = {_meant(flaw, context) for flaw in flaws if flaw.kind == "extra_forbidden"} - {("targets",)}
    return [flaw for flaw in flaws if not flaw.missing or (*flaw.path, flaw.missing) not in misnamed]


def _meant(flaw: Flaw, context: Context) -> tuple[str | int | None, ...]:
    """Returns the path of the key that is meant by an unknown one."""
    table, key = flaw.path[:-1], str(flaw.path[-1])
    numbered = pair_behind_number(table, key, context)
    return *table, key_meant((*table, numbered[0] if numbered else key))


def _stands_elsewhere(path: Path, context: Context) -> bool:
    """Tells whether a target stands below another word for `targets`, too: what it lacks may be there."""
    return path[:1] == ("targets",) and any(
        isinstance(table, Mapping) and path[-1] in table and key_meant((key,)) == "targets"
        for key, table in context.document.items()
        if key != "targets"
    )


def _with_close_ids(found: list[Problem], context: Context) -> list[Problem]:
    """Asks for a target with nothing but tables below it, such as parts, whether another id is meant."""
    lost = {problem.path for problem in found if _is_only_above(problem, context)}
    if not lost:
        return found
    known = Similar(each for each in context.keys(("targets",)) if ("targets", each) not in lost)
    close = {path: known.closest(str(path[-1])) for path in lost}
    return [
        problem._replace(hint=hints.DID_YOU_MEAN.fill(word=word))
        if problem.path in lost and (word := close[problem.path])
        else problem
        for problem in found
    ]


def _is_only_above(problem: Problem, context: Context) -> bool:
    """Tells whether a problem is the missing name of a target that has only tables of its own."""
    match problem.path:
        case ("targets", _) if problem.code == faults.MISSING_KEY.code:
            table = context.at(problem.path)
            return isinstance(table, Mapping) and all(isinstance(each, Mapping) for each in table.values())
        case _:
            return False


def _with_meant(problem: Problem, flaw: Flaw, context: Context) -> Problem:
    """Adds the lines to write to a problem, if the right thing was written in other words."""
    path = flaw.path
    if flaw.missing or problem.code == faults.KEY_BELOW.code or not path:
        return problem
    if line := line_above(path[:-1], str(path[-1]), flaw.given, context):
        return key_below(path, line)
    if flaw.kind not in _ANSWERED:
        return problem
    if problem.code == faults.UNKNOWN_KEY.code and (key := _given_already(flaw, context)):
        return problem._replace(hint=hints.GIVEN_ALREADY.fill(key=key))
    if flaw.kind in ("enum", "literal_error") and isinstance(path[-1], int):
        path = path[:-1]
    given = context.at(path)
    if isinstance(given, list) and len(given) > _FEW:  # the hint would repeat it for each item
        return problem
    meant = pair_meant(path[:-1], str(path[-1]), given, context)
    return problem._replace(hint=meant) if meant else _or_part(problem, context)


def _or_part(problem: Problem, context: Context) -> Problem:
    """Returns a problem with the hint that a table below a target may also be one of its parts."""
    hint, path = problem.hint, problem.path
    if hint is None or hint.phrase is not hints.QUOTE_DOTTED_ID or context.at((*path[:2], "name")) is None:
        return problem
    target, part = (quoted(key_text(str(path[at]))) for at in (1, -1))
    return problem._replace(hint=hints.PART_OR_ID.fill(target=target, part=part, id=hint.values["id"]))


def _given_already(flaw: Flaw, context: Context) -> str | None:
    """Returns the key for which there is another word if the table has both, and neither has a table."""
    table = flaw.path[:-1]
    key = right_key(table, str(flaw.path[-1]), flaw.given)
    if key == flaw.path[-1] or key not in context.keys(table):
        return None
    return None if any(isinstance(each, Mapping) for each in (flaw.given, context.at((*table, key)))) else key


def _problem(flaw: Flaw, begins: int) -> Problem:
    """Makes the problem of one flaw: by where it stands, else by its kind."""
    kind, path, value = flaw.kind, flaw.path, flaw.given
    key = str(path[-1]) if path else ""
    if flaw.missing:
        return _missing(path, flaw.missing)
    if path[:1] == ("feeds",) and is_address_key(key):
        return _address(path)
    if _stands_below(path):
        return key_below(path)
    if kind == "extra_forbidden":
        return faults.UNKNOWN_KEY.at_path(path, hint_for_key(path, value), key=key)
    if kind in ("enum", "literal_error"):
        choices = _CHOICES.findall(flaw.choices)
        close = closest(value, choices) if isinstance(value, str) else None
        hint = hints.did_you_mean(close)
        phrase = inserted(faults.NOT_A_CHOICE.phrase, choices=listed(choices))
        return faults.NOT_A_CHOICE._replace(phrase=phrase).at_path(path, hint, key=_named(path))
    if kind == "string_pattern_mismatch":
        return _unclean_text(path, str(value))
    if key in _RANGES and kind in ("greater_than_equal", "less_than", "less_than_equal"):
        low, high = _RANGES[key]
        return faults.NUMBER_RANGE.at_path(path, key=key, low=low, high=high)
    if fault := _SIMPLE.get(kind):
        return fault.at_path(path, hint_for_value(fault, path, value, begins), key=_named(path))
    return faults.OTHER.at_path(path, key=_named(path), reason=flaw.reason)


def _unclean_text(path: Path, text: str) -> Problem:
    character = refused_character(text)
    if character is None and text == path[-1]:
        return faults.KEY_BLANK.at_path(path, hints.CHOOSE_ID.fill() if path[:-1] == ("targets",) else None)
    if character is None:
        return faults.TEXT_BLANK.at_path(path, key=_named(path))
    advice = hints.LINES_IN_NOTE if "\n" in text else hints.TYPE_ANEW
    return faults.TEXT_CHARACTER.at_path(path, advice.fill(), key=_named(path), character=character)


def _address(path: Path) -> Problem:
    """Makes the problem of a key with a database's address or user; its value is never repeated."""
    name = str(path[1]) if len(path) > len(("feeds", "url")) else "NAME"
    hint = hints.SET_VARIABLE.fill(variable=variable_of(name))
    return feed_faults.ADDRESS_IN_PLAN.at_path(path, hint, key=str(path[-1]))


def _missing(path: Path, key: str) -> Problem:
    known = {"name": hints.ADD_NAME, "plan": hints.ADD_PLAN, "title": hints.ADD_TITLE}
    if key == "targets":
        return faults.NO_TARGETS.at_path(path, hints.ADD_TARGET.fill())
    hint = known[key].fill() if key in known else None
    return faults.MISSING_KEY.at_path(path, hint, key=key)


def _stands_below(path: Path) -> bool:
    match path:
        case ("targets", _, table, str(key)) | ("targets", _, "past" as table, _, str(key)):
            return table in {*BY_PERIOD, "committed", "parts"} and key in TargetTable.model_fields
        case ("targets", _, "parts", _, table, str(key)):
            return table in {*BY_PERIOD, "committed"} and key in PartTable.model_fields
        case _:
            return False


def _named(path: Path) -> str:
    """Returns the last key of a path, with its index if it is an item of a list."""
    if len(path) > 1 and isinstance(path[-1], int):
        return f"{path[-2]}[{path[-1]}]"
    return str(path[-1]) if path else ""
