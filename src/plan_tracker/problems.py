"""What can be wrong with a plan: a Problem is data, with its path in the file; PlanError carries them all."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from plan_tracker.language import Message

Path: TypeAlias = tuple[str | int, ...]
"""Where a thing stands in the TOML document: `("targets", "projects", "goal")`; `()` is the whole file."""


class Severity(StrEnum):
    """An error forbids judging the plan; a warning is shown, and judged all the same; a note is only said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
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


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file: line and columns count from 1, in code points; `end` is exclusive."""

    file: str
    line: int
    column: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LocatedProblem:
    """A problem with its place, where it has one (a file that cannot be read has none)."""

    problem: Problem
    place: Place | None


class PlanError(Exception):
    """A plan that cannot be judged: all its problems, each with its place."""

    def __init__(self, problems: tuple[LocatedProblem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(str(p.problem.message.phrase.en) for p in problems))


def printable(text: str) -> str:
    """Text not yet found clean, with escapes for what could disturb a terminal or a log."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
