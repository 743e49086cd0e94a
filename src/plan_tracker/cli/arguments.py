"""The words of a command line before Typer reads them: -f and --lang may stand before the command."""

import os
from collections.abc import Iterable, Sequence
from itertools import chain

_SHARED, _OWN = ("-f", "--file", "--lang"), ("-h", "--help", "--version")
_ANY_COMMAND = "status"
"""A command that has these options: before the command their values are completed as behind it."""

_ASKED, _BASH, _BASH_AT, _OTHERS = (
    "_PLAN_TRACKER_COMPLETE",
    "COMP_WORDS",
    "COMP_CWORD",
    "_TYPER_COMPLETE_ARGS",
)
"""What a shell asks, and the variables in which it gives the words: bash with a place, others as typed."""


def behind_the_command(words: Sequence[str]) -> list[str]:
    """Moves options that stand before the command behind it, or drops them if there is no command.

    A plan named there, as an alias does, gives way to one that is named behind the command.
    """
    own, shared, rest = _parted(words)
    if any(map(_names_plan, rest[1:])):
        shared = [each for each in shared if not _names_plan(each[0])]
    return [*own, *rest[:1], *chain(*shared), *rest[1:]] if rest else own


def _names_plan(word: str) -> bool:
    return word == "--file" or word.startswith("--file=") or word[:2] == "-f"


def words_to_complete() -> list[str]:
    """Returns the words behind the program's name that a shell asks to complete, as Typer reads them.

    They are changed in the environment so that Typer finds them as if no option stood before the command.
    """
    asked = os.environ.get(_ASKED, "")
    if not asked:
        return []
    variable = _BASH if asked.endswith("bash") else _OTHERS
    text = os.environ.get(variable, "")
    program, *words = text.split() or [""]
    is_begun = not text.endswith((" ", "\n")) if variable == _OTHERS else len(words) >= _place()
    own, shared, rest = _parted(words)
    if shared:
        if not rest and _ends_in_value(shared, is_begun=is_begun):
            words = [_ANY_COMMAND, *chain(*shared)]
        else:
            words = behind_the_command(words) if len(rest) > is_begun else [*own, *rest]
        os.environ[variable] = " ".join([program, *words, *([] if is_begun else [""])])
        os.environ[_BASH_AT] = str(len(words) + (not is_begun))
    return words


def _ends_in_value(shared: Sequence[list[str]], *, is_begun: bool) -> bool:
    """Tells whether the word to complete, which may be begun, is the value of the last option."""
    name, *value = shared[-1]
    return bool(value) if is_begun else name in _SHARED and not value


def _place() -> int:
    place = os.environ.get(_BASH_AT, "0")
    return int(place) if place.isdecimal() else 0


def _parted(words: Iterable[str]) -> tuple[list[str], list[list[str]], list[str]]:
    """Splits off the program's own options before the command, those of all commands there, and the rest.

    An option of all commands comes with its value.
    """
    own: list[str] = []
    shared: list[list[str]] = []
    left = list(words)
    while left:
        if left[0] in _SHARED:
            shared, left = [*shared, left[:2]], left[2:]
        elif left[0].startswith(("--file=", "--lang=")):
            shared.append([left.pop(0)])
        elif left[0] in _OWN:
            own.append(left.pop(0))
        else:
            break
    return own, shared, left
