"""What can be wrong with a plan: a Problem is data, with its path in the file; PlanError carries them all."""

import os
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from plan_tracker.language import Language, Message

Path: TypeAlias = tuple[str | int, ...]
"""Where a thing stands in the TOML document: `("targets", "projects", "goal")`; `()` is the whole file."""


TOLD_AT_ONCE = 100
"""How many problems of a plan are shown; further ones are only counted."""

LONGEST_QUOTED = 200
"""How many letters of a value a message quotes at most."""

_JOINERS = "\u200c\u200d\u3000"
"""What joins letters and emoji, and the full-width space: they disturb nothing."""


_BARE = "-_./:@%+,~^"
"""What may stand in a word of a command besides letters and digits of any script."""


class Severity(StrEnum):
    """An error forbids judging the plan; a warning is shown, and the plan judged; a note is only shown."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(NamedTuple):
    """One fault of a plan file: what is wrong, at which key or value, and what to do about it.

    `span` is given where the place is known before the document could be read (a syntax error): a pair of
    offsets in code points into the text. Otherwise the place is found from `path`.
    """

    code: str
    path: Path
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR
    at: Literal["key", "value"] = "value"
    span: tuple[int, int] | None = None


class Place(NamedTuple):
    """A stretch of one line of a file: line and columns count from 1, in code points; `end` is exclusive."""

    file: str
    line: int
    column: int
    end: int
    text: str


class LocatedProblem(NamedTuple):
    """A problem with its place, where it has one (a file that cannot be read has none)."""

    problem: Problem
    place: Place | None


class PlanError(Exception):
    """A plan that cannot be judged: its problems, each with its place, and the language that it asks for.

    As text it is in English, one line per problem: `targets.toml:7:1: there is no key …`, followed by its
    hint.
    """

    def __init__(self, problems: tuple[LocatedProblem, ...], language: Language | None = None) -> None:
        super().__init__(problems, language)  # a copy in another process is made of these
        self.problems, self.language = problems, language

    def __str__(self) -> str:
        """Writes the problems, at most as many as a person reads."""
        lines = [_line(each) for each in first_told(self.problems)]
        left = len(self.problems) - len(lines)
        return "\n".join([*lines, *([f"… and {left} more"] if left else [])])


class NotDone(Exception):  # noqa: N818 - what is told is why nothing was done
    """Something that was asked for and cannot be done: why, and what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint


def first_told(problems: Sequence[LocatedProblem]) -> Sequence[LocatedProblem]:
    """Returns the problems that are shown: of too many the first, errors before all others."""
    if len(problems) <= TOLD_AT_ONCE:
        return problems
    return sorted(problems, key=lambda each: each.problem.severity is not Severity.ERROR)[:TOLD_AT_ONCE]


def _line(located: LocatedProblem) -> str:
    problem, place = located
    where = f"{place.file}:{place.line}:{place.column}: " if place else ""
    hint = f" (hint: {problem.hint.text(Language.EN)})" if problem.hint else ""
    return f"{where}{problem.message.text(Language.EN)}{hint}"


def first_of(words: Sequence[str], most: int) -> list[str]:
    """Returns the words; of many the first, and an ellipsis."""
    return [*words[:most], *(["…"] if len(words) > most else [])]


def closest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Returns the known word that was probably meant, or None if none is as similar as that (from 0 to 1)."""
    return _closest(word, tuple(known), likeness)


@lru_cache(maxsize=100_000)  # a slip comes many times in a plan, and is asked about more than once
def _closest(word: str, known: tuple[str, ...], likeness: float) -> str | None:
    from difflib import get_close_matches  # its import costs more than a whole run without faults

    return next(iter(get_close_matches(word, known, n=1, cutoff=likeness)), None)


def printable(outside: str | os.PathLike[str]) -> str:
    """Returns a text or path from outside, with escapes for what could disturb a terminal or a log."""
    text = os.fspath(outside)
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or letter in _JOINERS else f"\\u{ord(letter):04x}" for letter in text
    )


def reason_of(error: Exception) -> str:
    """Returns why the system refuses something, without the number and the file that it names, too."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def in_shell(outside: str | os.PathLike[str]) -> str:
    """Returns a name as hints write it in a command: printable, between quotes where a shell needs them.

    The shells of Windows take what stands between double quotes, and a backslash as it is.
    """
    name = printable(outside)
    bare = f"{_BARE}\\" if os.name == "nt" else _BARE
    if name and all(letter.isalnum() or letter in bare for letter in name):
        return name
    if os.name == "nt":
        text = name.replace('"', '\\"')
        return f'"{text}"'
    from shlex import quote  # few names need it

    return quote(name)


def quoted(text: str, most: int = LONGEST_QUOTED) -> str:
    """Returns a value as messages quote it: printable, and cut if it has more letters than `most`."""
    start = printable(text[: most + 1])
    return start if len(start) <= most else f"{start[: most - 1]}…"
