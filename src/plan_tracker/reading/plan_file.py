"""A plan on disk: finds it, reads it, and tells where in its text a thing stands."""

import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tracker.problems import LocatedProblem, Place, PlanError, Problem, Severity, printable
from plan_tracker.problems import Path as KeyPath
from plan_tracker.reading.faults import files as file_faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.text import (
    DEFAULT_NAME,
    PATTERN,
    decoded,
    language_asked_for,
    of_another_kind,
    read_text,
    refusal,
)

if TYPE_CHECKING:
    from plan_tracker.plan.model import Member, Plan
    from plan_tracker.reading.places import Places

VARIABLE = "PLAN_TRACKER_FILE"


class PlanFile:
    """A valid plan with the text it was read from; `name` is the file's name for people."""

    def __init__(self, path: Path, text: str, plan: "Plan", problems: Sequence[Problem]) -> None:
        self.path, self.name, self.text, self.plan = path, printable(path), text, plan
        self.problems = tuple(problems)

    @property
    def inputs(self) -> list[Path]:
        """The file, as a list of those that were read."""
        return [self.path]

    @cached_property
    def warnings(self) -> tuple[LocatedProblem, ...]:
        """What is doubtful in the plan, each with its place."""
        return self._told(Severity.WARNING)

    @cached_property
    def notes(self) -> tuple[LocatedProblem, ...]:
        """What is worth knowing of the plan, though nothing is wrong with it, each with its place."""
        return self._told(Severity.NOTE)

    def place(self, path: KeyPath, _member: "Member | None" = None) -> Place:
        """Returns the place of the key of a path, or of the nearest table around it."""
        return self._places.place(path)

    def _told(self, severity: Severity) -> tuple[LocatedProblem, ...]:
        told = [each for each in self.problems if each.severity is severity]
        if not told:
            return ()
        from plan_tracker.reading.places import located  # few runs have anything to show

        return located(self.name, self.text, told)

    @cached_property
    def _places(self) -> "Places":
        from plan_tracker.reading.places import Places

        return Places(self.name, self.text)


class ParsedFile(PlanFile):
    """A plan file with its parsed document, with which what is written can be compared."""

    def __init__(
        self, path: Path, text: str, plan: "Plan", problems: Sequence[Problem], document: dict[str, object]
    ) -> None:
        super().__init__(path, text, plan, problems)
        self.document = document


def find(given: str | None, environment: Mapping[str, str], here: Path) -> Path:
    """Finds the plan's file: the one given, else that of the environment, else `targets.toml` here or above.

    The search goes up to the folder that holds `.git`. Raises PlanError if there is none, or for an empty
    name, or where the environment names a file that is missing.
    """
    if given == "":
        raise refusal(file_faults.FILE_NOT_FOUND.at_path((), hints.CHECK_NAME.fill(), file='""'))
    if given:
        return Path(given)
    if named := environment.get(VARIABLE):
        path = Path(named)
        if _is_missing(path) and not means_several(path):
            hint = hints.CHECK_VARIABLE.fill()
            raise refusal(file_faults.FILE_NOT_FOUND.at_path((), hint, file=printable(path)))
        return path
    for folder in (here, *here.parents):
        if (folder / DEFAULT_NAME).is_file():
            return Path(os.path.relpath(folder / DEFAULT_NAME, here))
        if (folder / ".git").exists():
            break
    raise refusal(file_faults.NO_PLAN_HERE.at_path((), hints.RUN_INIT.fill()))


def _is_missing(path: Path) -> bool:
    """Tells whether there is nothing of that name; what may not be looked at is told where it is read."""
    try:
        path.stat()
    except (OSError, ValueError) as error:  # the latter of a name that no file can have
        return isinstance(error, FileNotFoundError)
    return False


def means_several(path: Path) -> bool:
    """Tells whether a path means several plans: it is a folder, or a pattern and no file's name."""
    try:
        return path.is_dir() or (PATTERN.search(os.fspath(path)) is not None and not path.exists())
    except OSError:  # no file can have that name
        return False


def load_file(path: Path) -> PlanFile:
    """Reads the plan in a file, with its text; raises PlanError with all problems that forbid judging it."""
    return _read(path, read_text(path))[0]


def load_member(path: Path, below: str) -> PlanFile | None:
    """Reads one of several plans, as `load_file`; None for a TOML file that is no plan.

    A pipe among them is not read: nobody may ever write to it.
    """
    with suppress(OSError):  # which is told where it is read
        if not stat.S_ISREG(path.stat().st_mode):
            raise refusal(file_faults.NO_ORDINARY_FILE.at_path((), file=printable(path)))
    text = read_text(path)
    try:
        return _read(path, text, below)[0]
    except PlanError:
        if _is_other_toml(text):
            return None
        raise


def _is_other_toml(text: str) -> bool:
    """Tells whether a text is TOML that has something else than tables of a plan, which may be misspelt.

    A file that says nothing is no other TOML: a plan that lost its contents must not be passed over.
    """
    import tomli

    from plan_tracker.plan.names import simplest
    from plan_tracker.reading.faults.words import TABLES

    try:
        keys = {TABLES.get(simplest(key), key) for key in tomli.loads(text)}
    except (ValueError, RecursionError):
        return False
    return bool(keys) and keys.isdisjoint({"plan", "targets"})


def load_parsed(path: Path) -> ParsedFile:
    """Reads a plan as `load_file` does, with its document, which takes more memory than all the rest."""
    file, document = _read(path, read_text(path))
    return ParsedFile(path, file.text, file.plan, file.problems, document)


def load_version(name: str, data: bytes) -> PlanFile:
    """Reads a plan from bytes that are no file, such as a git revision called `name`; raises PlanError."""
    return _read(Path(name), decoded(printable(name), data))[0]


def load(path: str | os.PathLike[str]) -> "Plan":
    """Reads the plan in a file; raises PlanError with all its problems, each with its place."""
    return load_file(Path(path)).plan


def parse(text: str) -> "tuple[Plan | None, list[Problem]]":
    """Reads the plan in a text: None if it cannot be judged, and its problems."""
    return _parsed(text)[1:]


def _read(path: Path, text: str, below: str = "") -> tuple[PlanFile, dict[str, object]]:
    """Returns the plan in a text with its document; raises PlanError where it cannot be judged."""
    name = printable(path)
    if not text.strip():
        raise refusal(file_faults.FILE_EMPTY.at_path((), hints.RUN_INIT.fill(), file=name))
    document, plan, problems = _parsed(text, below)
    if plan and document:
        return PlanFile(path, text, plan, problems), document
    if document is None and (other := of_another_kind(name)):
        raise refusal(other)
    language = language_asked_for(document, text)
    del document  # what tells of 100,000 problems needs the room
    from plan_tracker.reading.places import located

    raise PlanError(located(name, text, problems), language)


def _parsed(text: str, below: str = "") -> "tuple[dict[str, object] | None, Plan | None, list[Problem]]":
    """Returns a document (None for what is no TOML), its plan (None if it has errors), its problems."""
    try:
        return _validated(text, below)
    except RecursionError:  # what looks for faults goes deeper than what parses
        from plan_tracker.toml.syntax import too_deep

        return None, None, [too_deep()]


def _validated(text: str, below: str) -> "tuple[dict[str, object] | None, Plan | None, list[Problem]]":
    """Returns what `_parsed` does; raises RecursionError for what is nested too deep."""
    import tomli

    from plan_tracker.numbers import toml_number
    from plan_tracker.reading.validation import validate  # the models: a tenth of what a start costs

    try:
        document = tomli.loads(text, parse_float=toml_number)
    except (ValueError, RecursionError):  # a number of 5,000 digits is no TOMLDecodeError
        from plan_tracker.reading.beside import faults_beside
        from plan_tracker.reading.meant.lines import with_meant
        from plan_tracker.reading.secrets import discreet
        from plan_tracker.toml.syntax import reading_of  # only for what is no TOML

        clean = discreet(text)
        reading = reading_of(clean)
        return None, None, [*with_meant(reading.problems, clean), *faults_beside(reading, clean)]
    return document, *validate(document, below)
