"""What is wrong with a plan beside the slips that keep it from being TOML: all faults are told at once.

Of a target in which a slip stands only that is told which needs no other line of it; nothing is told where a
slip stands outside of targets.
"""

import re
from collections.abc import Iterable

import tomli

from plan_tracker.numbers import toml_number
from plan_tracker.problems import Problem, Severity
from plan_tracker.reading import faults
from plan_tracker.reading.faults import feeds as feed_faults
from plan_tracker.reading.faults import paces
from plan_tracker.reading.places import located
from plan_tracker.reading.validation import validate
from plan_tracker.toml.spans import Lines
from plan_tracker.toml.syntax import Reading
from plan_tracker.toml.syntax.diagnosis import NO_TABLE

_TWICE = "toml-duplicate-table"
"""The slip of two headings that are alike: nobody knows which of them is wrong."""

_OF_OTHERS = frozenset({faults.NO_TARGETS.code, feed_faults.FEED_COUNTING.code})
"""Faults that may come from targets that are left out."""

_OF_HEADINGS = frozenset(
    each.code for each in (faults.MISSING_KEY, faults.PLAN_TIME, paces.UNKNOWN_PACE, feed_faults.UNKNOWN_FEED)
)
"""Faults that may come from a heading that cannot be read."""

_BY_ITSELF = frozenset(each.code for each in (faults.UNKNOWN_KEY, faults.NOT_A_CHOICE, faults.NOT_A_DATE))
"""Faults that are told whatever value of a target cannot be read."""

_HEADING = re.compile(r"[\[［【]|[=＝:：]\s*(?:#.*)?$")
"""What an emptied line has that may be a heading, or hold one: the lines below may be another table's."""


def faults_beside(reading: Reading, text: str) -> Iterable[Problem]:
    """Yields what is wrong with the rest of a text that is no TOML, each with its place in the text."""
    rest = reading.rest
    if rest is None or any(each.code == _TWICE for each in reading.problems):
        return
    document = tomli.loads(rest, parse_float=toml_number)
    given = document.get("targets")
    targets = given if isinstance(given, dict) else {}
    written = Lines(text)
    touched = _touched(rest, reading.emptied, written, targets)
    if touched is None:
        return
    left = {key: each for key, each in document.items() if not key.startswith(NO_TABLE)}
    are_headings_lost = len(left) < len(document) or any(
        _HEADING.search(written.line(number)) for number in reading.emptied
    )
    if are_headings_lost:  # that of a target with nothing but tables may be among them
        touched |= {
            (id_,) for id_, each in targets.items() if not isinstance(each, dict) or "name" not in each
        }
    found = [
        each
        for each in validate(left)[1]
        if each.severity is Severity.ERROR
        and each.code not in _OF_OTHERS
        and not (are_headings_lost and each.code in _OF_HEADINGS)
        and (each.path[1:2] not in touched or (each.code in _BY_ITSELF and not are_headings_lost))
    ]
    for problem, place in located("", rest, found):
        if place:
            at = written.offset(place.line, place.column)
            yield problem._replace(span=(at, at + place.end - place.column))


def _touched(
    rest: str, emptied: Iterable[int], written: Lines, targets: Iterable[str]
) -> set[tuple[str]] | None:
    """Returns the ids of targets in which lines were emptied; None where some may belong to another table."""
    lines = rest.split("\n")
    touched: set[tuple[str]] = set()
    for number in emptied:
        given = written.line(number).lstrip()
        above = number if given.startswith("[") else number - 1  # any other line may belong to what is above
        header = next((line for line in reversed(lines[:above]) if line.lstrip().startswith("[")), "")
        try:
            table = tomli.loads(header)
        except ValueError:  # it is within brackets
            return None
        match [*table.items()]:
            case [(name, _)] if name.startswith(NO_TABLE):
                touched.update((id_,) for id_ in targets if id_ in given)
            case [("targets", {**below})] if below:
                touched.update((str(id_),) for id_ in below)
            case _:
                return None
    return touched
