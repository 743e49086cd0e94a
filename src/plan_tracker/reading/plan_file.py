"""A plan on disk: finds it, reads it, and says where in its text a thing stands."""

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tracker.problems import LocatedProblem, Place, PlanError, Problem, Severity, printable
from plan_tracker.problems import Path as KeyPath
from plan_tracker.reading import faults

if TYPE_CHECKING:
    from plan_tracker.plan.model import Plan
    from plan_tracker.toml.landmarks import Landmarks

DEFAULT_NAME = "targets.toml"
VARIABLE = "PLAN_TRACKER_FILE"


class PlanFile:
    """A valid plan with the text it was read from; `name` is how people call the file."""

    def __init__(self, path: Path, text: str, plan: "Plan", problems: list[Problem]) -> None:
        self.path, self.name, self.text, self.plan = path, printable(os.fspath(path)), text, plan
        self.problems = tuple(problems)

    @cached_property
    def warnings(self) -> tuple[LocatedProblem, ...]:
        """What is doubtful in the plan, each with its place."""
        return self._told(Severity.WARNING)

    @cached_property
    def notes(self) -> tuple[LocatedProblem, ...]:
        """What is worth knowing of the plan, though nothing is wrong with it, each with its place."""
        return self._told(Severity.NOTE)

    def _told(self, severity: Severity) -> tuple[LocatedProblem, ...]:
        return located(self.name, self.text, [each for each in self.problems if each.severity is severity])

    def place(self, path: KeyPath) -> Place:
        """Where the key of a path stands, or the nearest table around it."""
        return self._landmarks.place(self.name, path) or self._map.place(path, at_key=True)

    @cached_property
    def _landmarks(self) -> "Landmarks":
        from plan_tracker.toml.landmarks import Landmarks

        return Landmarks(self.text)

    @cached_property
    def _map(self) -> "_Map":
        return _Map(self.name, self.text)


class ParsedFile(PlanFile):
    """A plan file with the document that its text was parsed to, for what is written to be compared with."""

    def __init__(
        self, path: Path, text: str, plan: "Plan", problems: list[Problem], document: dict[str, object]
    ) -> None:
        super().__init__(path, text, plan, problems)
        self.document = document


class _Map:
    """The places of one text; scanned only when something must be shown."""

    def __init__(self, name: str, text: str) -> None:
        from plan_tracker.toml.spans import Lines, scan  # few runs have anything to show

        self._name, self._spans, self._lines = name, scan(text), Lines(text)

    def place(self, path: KeyPath, *, at_key: bool) -> Place:
        from plan_tracker.toml.spans import known_path

        span = self._spans[known_path(self._spans, path)]
        return self._lines.place(self._name, span.key if at_key else span.value)


def find(given: str | None, environment: Mapping[str, str], here: Path) -> Path:
    """The plan's file: the one given, else of the environment, else `targets.toml` here or above.

    The search goes up to the folder that holds `.git`. Raises PlanError where there is none.
    """
    if given or (given := environment.get(VARIABLE)):
        return Path(given)
    for folder in (here, *here.parents):
        if (folder / DEFAULT_NAME).is_file():
            return Path(os.path.relpath(folder / DEFAULT_NAME, here))
        if (folder / ".git").exists():
            break
    raise _refusal(faults.NO_PLAN_HERE.at_path((), faults.RUN_INIT.fill()))


def load_file(path: Path) -> PlanFile:
    """The plan in a file, with its text; raises PlanError with every problem that forbids judging it."""
    return _loaded(path, read_text(path))


def load_parsed(path: Path) -> ParsedFile:
    """The same with the document, which takes more memory than all the rest."""
    text = read_text(path)
    return ParsedFile(path, text, *_read(path, text))


def load_version(name: str, data: bytes) -> PlanFile:
    """The plan in the bytes of a version that is no file, called by its name; raises PlanError."""
    return _loaded(Path(name), _decoded(printable(name), data))


def _loaded(path: Path, text: str) -> PlanFile:
    """The plan in the text of a file; raises PlanError with every problem that forbids judging it."""
    plan, problems, _ = _read(path, text)
    return PlanFile(path, text, plan, problems)


def _read(path: Path, text: str) -> "tuple[Plan, list[Problem], dict[str, object]]":
    name = printable(os.fspath(path))
    if not text.strip():
        raise _refusal(faults.FILE_EMPTY.at_path((), faults.RUN_INIT.fill(), file=name))
    document, plan, problems = _parsed(text)
    if document is None or plan is None:
        raise PlanError(located(name, text, problems))
    return plan, problems, document


def load(path: str | os.PathLike[str]) -> "Plan":
    """The plan in a file; raises PlanError with all its problems, each with its place."""
    return load_file(Path(path)).plan


def parse(text: str) -> "tuple[Plan | None, list[Problem]]":
    """The plan in a text, None if it cannot be judged, and its problems."""
    return _parsed(text)[1:]


def _parsed(text: str) -> "tuple[dict[str, object] | None, Plan | None, list[Problem]]":
    from decimal import Decimal

    import tomli

    from plan_tracker.reading.validation import validate  # the model: most of what a start costs

    try:
        document = tomli.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):  # a number of 5,000 digits is no TOMLDecodeError
        from plan_tracker.toml.syntax import syntax_problems  # only for what is no TOML

        return None, None, list(syntax_problems(text))
    return document, *validate(document)


def read_text(path: Path) -> str:
    """The text of a plan file, without a byte order mark; raises PlanError where it cannot be read."""
    name = printable(os.fspath(path))
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _refusal(faults.FILE_NOT_FOUND.at_path((), faults.CHECK_NAME.fill(), file=name)) from None
    except IsADirectoryError:
        inside = printable(os.fspath(path / DEFAULT_NAME))
        raise _refusal(
            faults.IS_A_FOLDER.at_path((), faults.NAME_THE_FILE.fill(file=inside), file=name)
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        hint = faults.CHECK_RIGHTS.fill() if isinstance(error, PermissionError) else None
        raise _refusal(faults.UNREADABLE.at_path((), hint, file=name, reason=reason)) from None
    return _decoded(name, data)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(name, data, error.start) from None


def located(name: str, text: str, problems: Sequence[Problem]) -> tuple[LocatedProblem, ...]:
    """Problems with their places, in the order of the file."""
    if not problems:
        return ()
    from plan_tracker.toml.spans import Lines

    lines = Lines(text)
    spans = _Map(name, text) if any(problem.span is None for problem in problems) else None
    found: list[LocatedProblem] = []
    for problem in problems:
        if problem.span is not None:
            found.append(LocatedProblem(problem, lines.place(name, problem.span)))
        elif spans:
            found.append(LocatedProblem(problem, spans.place(problem.path, at_key=problem.at == "key")))
    return tuple(
        sorted(found, key=lambda each: (each.place.line, each.place.column) if each.place else (0, 0))
    )


def _not_utf8(name: str, data: bytes, at: int) -> PlanError:
    start = data.rfind(b"\n", 0, at) + 1
    line = data[start:].split(b"\n", 1)[0].rstrip(b"\r")
    encoding = _encoding(data)
    shown = printable(line.decode(encoding if encoding.startswith("GB") else "utf-8", errors="replace"))
    column = len(data[start:at].decode("utf-8", errors="replace")) + 1
    problem = faults.NOT_UTF8.at_path((), faults.SAVE_AS_UTF8.fill(encoding=encoding), file=name)
    place = Place(name, data.count(b"\n", 0, at) + 1, column, column + 1, shown)
    return PlanError((LocatedProblem(problem, place),))


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "ANSI"
    return "GB18030"


def _refusal(problem: Problem) -> PlanError:
    return PlanError((LocatedProblem(problem, None),))
