"""What can be wrong with a plan: a Problem is data, with its path in the file; PlanError carries them all."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, NamedTuple, TypeAlias

from plan_tracker.language import Language, Message

Path: TypeAlias = tuple[str | int, ...]
"""Where a thing stands in the TOML document: `("targets", "projects", "goal")`; `()` is the whole file."""


class Severity(StrEnum):
    """An error forbids judging the plan; a warning is shown, and judged all the same; a note is only said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(NamedTuple):
    """One fault of a plan file: what is wrong, at which key or value, and what to do about it.

    `span` is given where the place is known before the document could be read (a syntax error): a pair of
    offsets in code points into the text. Else the place is found from `path`.
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
    """A plan that cannot be judged: all its problems, each with its place."""

    def __init__(self, problems: tuple[LocatedProblem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(p.problem.message.text(Language.EN) for p in problems))


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, or None."""
    from difflib import get_close_matches  # costs more than all of a run in which nothing is wrong

    return next(iter(get_close_matches(word, list(known), n=1)), None)


def printable(text: str) -> str:
    """Text not yet found clean, with escapes for what could disturb a terminal or a log."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
