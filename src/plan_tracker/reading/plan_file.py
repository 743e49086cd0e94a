"""A plan on disk: finds it, reads it, and tells where in its text a thing stands."""

import os
import re
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tracker.language import Language
from plan_tracker.problems import LocatedProblem, Place, PlanError, Problem, Severity, printable
from plan_tracker.problems import Path as KeyPath
from plan_tracker.reading.faults import files as file_faults
from plan_tracker.reading.faults import hints

if TYPE_CHECKING:
    from plan_tracker.plan.model import Member, Plan
    from plan_tracker.reading.places import Places

DEFAULT_NAME = "targets.toml"
VARIABLE = "PLAN_TRACKER_FILE"
_MOST_BYTES = 256 << 20
"""How many bytes a plan has at most; a device or a pipe may have no end at all."""

_FEW_BYTES = 1 << 16
"""How many bytes nearly all plans have at most."""

_PATTERN = re.compile(r"[*?]|\[[^]]+\]")
_LANGUAGE_LINE = re.compile(
    r"""^[ \t]*["']?(?:language|语言)["']?[ \t]*[=＝:：][ \t]*["'“]?([\w-]+)""", re.MULTILINE
)


class PlanFile:
    """A valid plan with the text it was read from; `name` is the file's name for people."""

    def __init__(self, path: Path, text: str, plan: "Plan", problems: Sequence[Problem]) -> None:
        self.path, self.name, self.text, self.plan = path, printable(os.fspath(path)), text, plan
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
    """A plan file with its parsed document, so that what is written can be compared with it."""

    def __init__(
        self, path: Path, text: str, plan: "Plan", problems: Sequence[Problem], document: dict[str, object]
    ) -> None:
        super().__init__(path, text, plan, problems)
        self.document = document


def find(given: str | None, environment: Mapping[str, str], here: Path) -> Path:
    """Finds the plan's file: the one given, else that of the environment, else `targets.toml` here or above.

    The search goes up to the folder that holds `.git`. Raises PlanError if there is none, or for an empty
    name.
    """
    if given == "":
        raise _refusal(file_faults.FILE_NOT_FOUND.at_path((), hints.CHECK_NAME.fill(), file='""'))
    if given or (given := environment.get(VARIABLE)):
        return Path(given)
    for folder in (here, *here.parents):
        if (folder / DEFAULT_NAME).is_file():
            return Path(os.path.relpath(folder / DEFAULT_NAME, here))
        if (folder / ".git").exists():
            break
    raise _refusal(file_faults.NO_PLAN_HERE.at_path((), hints.RUN_INIT.fill()))


def means_several(path: Path) -> bool:
    """Tells whether a path means several plans: it is a folder, or a pattern and no file's name."""
    try:
        return path.is_dir() or (_PATTERN.search(os.fspath(path)) is not None and not path.exists())
    except OSError:  # no file can have that name
        return False


def load_file(path: Path) -> PlanFile:
    """Reads the plan in a file, with its text; raises PlanError with all problems that forbid judging it."""
    text = read_text(path)
    plan, problems, _ = _read(path, text)
    return PlanFile(path, text, plan, problems)


def load_member(path: Path, below: str) -> PlanFile | None:
    """Reads one of several plans, as `load_file`; None for a TOML file that is no plan.

    A pipe among them is not read: nobody may ever write to it.
    """
    with suppress(OSError):  # which is told where it is read
        if not stat.S_ISREG(path.stat().st_mode):
            raise _refusal(file_faults.NO_ORDINARY_FILE.at_path((), file=printable(os.fspath(path))))
    text = read_text(path)
    try:
        plan, problems, _ = _read(path, text, below)
    except PlanError:
        if _is_other_toml(text):
            return None
        raise
    return PlanFile(path, text, plan, problems)


def _is_other_toml(text: str) -> bool:
    """Tells whether a text is TOML that has something else than tables of a plan, which may be misspelt.

    A file that says nothing is no other TOML: a plan that lost its contents must not be passed over.
    """
    import tomli

    from plan_tracker.plan.names import simplified
    from plan_tracker.reading.faults.words import TABLES

    try:
        keys = {TABLES.get(simplified(key), key) for key in tomli.loads(text)}
    except (ValueError, RecursionError):
        return False
    return bool(keys) and keys.isdisjoint({"plan", "targets"})


def load_parsed(path: Path) -> ParsedFile:
    """Reads a plan as `load_file` does, with its document, which takes more memory than all the rest."""
    text = read_text(path)
    return ParsedFile(path, text, *_read(path, text))


def load_version(name: str, data: bytes) -> PlanFile:
    """Reads a plan from bytes that are no file, such as a git revision called `name`; raises PlanError."""
    path, text = Path(name), _decoded(printable(name), data)
    plan, problems, _ = _read(path, text)
    return PlanFile(path, text, plan, problems)


def load(path: str | os.PathLike[str]) -> "Plan":
    """Reads the plan in a file; raises PlanError with all its problems, each with its place."""
    return load_file(Path(path)).plan


def parse(text: str) -> "tuple[Plan | None, list[Problem]]":
    """Reads the plan in a text: None if it cannot be judged, and its problems."""
    return _parsed(text)[1:]


def _read(path: Path, text: str, below: str = "") -> "tuple[Plan, list[Problem], dict[str, object]]":
    name = printable(os.fspath(path))
    if not text.strip():
        raise _refusal(file_faults.FILE_EMPTY.at_path((), hints.RUN_INIT.fill(), file=name))
    document, plan, problems = _parsed(text, below)
    if plan and document:
        return plan, problems, document
    language = _language_asked_for(document, text)
    del document  # what tells of 100,000 problems needs the room
    from plan_tracker.reading.places import located

    raise PlanError(located(name, text, problems), language)


def _parsed(text: str, below: str = "") -> "tuple[dict[str, object] | None, Plan | None, list[Problem]]":
    from decimal import Decimal

    import tomli

    from plan_tracker.reading.validation import validate  # the models: a tenth of what a start costs

    try:
        document = tomli.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):  # a number of 5,000 digits is no TOMLDecodeError
        from plan_tracker.reading.lines import with_meant
        from plan_tracker.reading.secrets import discreet
        from plan_tracker.toml.syntax import syntax_problems  # only for what is no TOML

        clean = discreet(text)
        return None, None, with_meant(syntax_problems(clean), clean)
    return document, *validate(document, below)


def _language_asked_for(document: Mapping[str, object] | None, text: str) -> Language | None:
    """Returns the language that a faulty plan asks for, if not in TOML then in a line that looks like it."""
    match document:
        case {"plan": {"language": str(word)}} | {"plan": {"语言": str(word)}}:
            return _language_meant(word)
        case None:
            line = _LANGUAGE_LINE.search(text)
            return _language_meant(line[1]) if line else None
        case _:
            return None


def _language_meant(word: str) -> Language | None:
    """Returns the language that a word means, right or not: `language = "中文"` is answered in Chinese."""
    from plan_tracker.plan.names import simplified
    from plan_tracker.reading.faults.words import CHOICES

    code = CHOICES["language"].get(simplified(word), word)
    return next((each for each in Language if each.value == code), None)


def read_text(path: Path) -> str:
    """Reads the text of a plan file, without a byte order mark; raises PlanError if it cannot be read."""
    name = printable(os.fspath(path))
    try:
        with path.open("rb") as file:
            data = file.read(_FEW_BYTES)  # room is made for as many as are asked for
            if len(data) == _FEW_BYTES:
                data += file.read(_MOST_BYTES + 1 - _FEW_BYTES)
    except FileNotFoundError:
        if _PATTERN.search(name):
            problem = file_faults.SEVERAL_PLANS.at_path((), hints.NAME_ONE.fill(), file=name)
            raise _refusal(problem) from None
        raise _refusal(file_faults.FILE_NOT_FOUND.at_path((), hints.CHECK_NAME.fill(), file=name)) from None
    except IsADirectoryError:
        plans = sorted(path.glob("*.toml"), key=lambda plan: (plan.name != DEFAULT_NAME, plan.name))
        inside = printable(os.fspath(plans[0] if plans else path / DEFAULT_NAME))
        raise _refusal(
            file_faults.IS_A_FOLDER.at_path((), hints.NAME_THE_FILE.fill(file=inside), file=name)
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        hint = hints.CHECK_RIGHTS.fill() if isinstance(error, PermissionError) else None
        raise _refusal(file_faults.UNREADABLE.at_path((), hint, file=name, reason=reason)) from None
    if len(data) > _MOST_BYTES:
        raise _refusal(file_faults.FILE_TOO_LARGE.at_path((), file=name, size=str(_MOST_BYTES >> 20)))
    return _decoded(name, data)


def _decoded(name: str, data: bytes) -> str:
    if _is_utf16(data):
        raise _not_utf8(name, data, 0)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(name, data, error.start) from None


def _is_utf16(data: bytes) -> bool:
    """Tells whether bytes begin with the mark of UTF-16, or with an ASCII letter as it is there."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or (len(data) > 1 and data[0:2].count(0) == 1)


def _not_utf8(name: str, data: bytes, at: int) -> PlanError:
    start = data.rfind(b"\n", 0, at) + 1
    line = data[start:].split(b"\n", 1)[0].rstrip(b"\r")
    encoding = _encoding(data)
    shown = printable(line.decode(encoding if encoding.startswith("GB") else "utf-8", errors="replace"))
    column = len(data[start:at].decode("utf-8", errors="replace")) + 1
    problem = file_faults.NOT_UTF8.at_path((), hints.SAVE_AS_UTF8.fill(encoding=encoding), file=name)
    place = Place(file=name, line=data.count(b"\n", 0, at) + 1, column=column, end=column + 1, text=shown)
    meant = data.decode("utf-8" if encoding == "ANSI" else encoding, errors="replace")
    return PlanError((LocatedProblem(problem, place),), _language_asked_for(None, meant))


def _encoding(data: bytes) -> str:
    if _is_utf16(data):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "ANSI"
    return "GB18030"


def _refusal(problem: Problem) -> PlanError:
    return PlanError((LocatedProblem(problem, None),))
