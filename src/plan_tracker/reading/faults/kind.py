"""The kinds of faults that a plan can have: code, words, gravity, and what is to blame."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from plan_tracker.language import Message, Phrase
from plan_tracker.problems import Path, Problem, Severity, quoted

_OUR_OWN = frozenset({"file", "where"})
"""Values of messages that are never cut, such as the name of a file."""


class Fault(NamedTuple):
    """A kind of fault: its stable code, its words, how grave it is, and whether key or value is to blame.

    `hint` says what to do where nothing more exact is known of the place.
    """

    code: str
    phrase: Phrase
    severity: Severity = Severity.ERROR
    at: Literal["key", "value"] = "value"
    hint: Phrase | None = None

    def at_path(self, path: Path, hint: Message | None = None, /, **values: str) -> Problem:
        """Makes the problem that a plan has this fault at one place; makes its values fit to be printed."""
        hint = hint or (self.hint and self.hint.fill())
        return Problem(
            code=self.code,
            path=path,
            message=self.phrase.fill(**_quoted(values)),
            hint=hint and hint.phrase.fill(**_quoted(hint.values)),
            severity=self.severity,
            at=self.at,
        )


class Problems(list[Problem]):
    """The problems found in a plan so far; everybody who builds a part of it adds to the same list."""

    def add(self, fault: Fault, path: Path, hint: Message | None = None, /, **values: str) -> None:
        """Adds the problem that the plan has a fault at one place."""
        self.append(fault.at_path(path, hint, **values))


def _quoted(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value if name in _OUR_OWN else quoted(value) for name, value in values.items()}


def fault(
    code: str, en: str, zh: str, at: Literal["key", "value"] = "value", hint: Phrase | None = None
) -> Fault:
    """Makes a fault that forbids judging the plan."""
    return Fault(code, Phrase(en, zh), Severity.ERROR, at, hint)


def warning(code: str, en: str, zh: str, at: Literal["key", "value"] = "value") -> Fault:
    """Makes a fault that is shown, and the plan judged all the same."""
    return Fault(code, Phrase(en, zh), Severity.WARNING, at)


def note(code: str, en: str, zh: str) -> Fault:
    """Makes a remark on a key with which nothing is wrong."""
    return Fault(code, Phrase(en, zh), Severity.NOTE, "key")
