"""Validates parsed tables, and tells what is wrong with them as data that needs no Pydantic.

Targets are validated one by one, so that the models of 100,000 need never exist at the same time.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from plan_tracker.problems import Path
from plan_tracker.reading.schema.field_types import STRICT, Text
from plan_tracker.reading.schema.tables import FileTable, TargetTable

_TARGET = TypeAdapter(dict[Text, TargetTable], config=STRICT).validator  # without the adapter around it


class Flaw(NamedTuple):
    """One error that Pydantic found: its kind, where it is, and what was given there.

    `kind` and `reason` are Pydantic's; `missing` names the key that is not there, and then the path is that
    of the table around it; `choices` are the words that would have been allowed, in Pydantic's own sentence.
    """

    kind: str
    path: Path
    given: object
    reason: str
    missing: str = ""
    choices: str = ""


def read_file(document: Mapping[str, object]) -> tuple[FileTable | None, list[Flaw]]:
    """Validates a document except for its targets: returns its tables, or None and all their flaws."""
    whole = isinstance(document.get("targets"), dict)
    try:
        return FileTable.model_validate({**document, "targets": {}} if whole else document), []
    except ValidationError as error:
        return None, list(_flaws(error, ()))


def read_target(id_: str, table: object) -> tuple[TargetTable | None, list[Flaw]]:
    """Validates one target: returns its table, or None and all flaws of the table and of its id."""
    try:
        found: dict[str, TargetTable] = _TARGET.validate_python({id_: table})
        return found[id_], []
    except ValidationError as error:
        return None, list(_flaws(error, ("targets",)))


def _flaws(error: ValidationError, above: Path) -> Iterator[Flaw]:
    for detail in error.errors(include_url=False):
        kind, place = detail["type"], (*above, *detail["loc"])
        missing = str(place[-1]) if kind == "missing" else ""
        if missing or _is_of_key(detail):
            place = place[:-1]
        choices = str(detail.get("ctx", {}).get("expected", ""))
        yield Flaw(
            kind=kind,
            path=place,
            given=detail["input"],
            reason=detail["msg"],
            missing=missing,
            choices=choices,
        )


def _is_of_key(detail: ErrorDetails) -> bool:
    """Tells whether an error is about a key itself: Pydantic then adds the mark `[key]` to its place.

    A plan may have a key of that name; an error of its value has another input.
    """
    *_, key, mark = (None, None, *detail["loc"])
    return (detail["type"], mark, detail["input"]) == ("string_pattern_mismatch", "[key]", key)
