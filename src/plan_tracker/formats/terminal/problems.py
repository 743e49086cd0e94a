"""Problems of a plan file as compilers show them: what, where, the line, a caret, and what to do."""

from collections.abc import Iterable
from typing import TextIO

from plan_tracker.formats.width import width
from plan_tracker.language import Language
from plan_tracker.problems import LocatedProblem, Place, Severity, first_told, printable
from plan_tracker.wording.problems import HINT, LABEL, MORE

_COLOR = {Severity.ERROR: "31;1", Severity.WARNING: "35;1", Severity.NOTE: "34;1"}
"""Red, magenta and blue: yellow and cyan cannot be read on white."""
_BEFORE, _WIDEST = 30, 80
"""How many characters of a long line are shown before the fault, and in all."""


def write_problems(
    problems: Iterable[LocatedProblem], language: Language, out: TextIO, *, color: bool = False
) -> None:
    """Writes problems with an empty line between two; of very many some, and the number of the rest."""
    every = tuple(problems)
    texts = [_problem_text(each, language, color=color) for each in first_told(every)]
    if left_out := len(every) - len(texts):
        texts.append(MORE.text(language, number=str(left_out)) + "\n")
    out.write("\n".join(texts))


def _problem_text(located: LocatedProblem, language: Language, *, color: bool) -> str:
    """Writes one problem on several lines."""
    problem = located.problem
    label = _colored(LABEL[problem.severity].text(language), _COLOR[problem.severity], color=color)
    lines = [f"{label}{problem.message.text(language)}"]
    margin = ""
    if located.place:
        lines += _frame(located.place)
        margin = " " * len(str(located.place.line)) + " = "
    if problem.hint:
        lines.append(f"{margin}{HINT.text(language)}{problem.hint.text(language)}")
    return "\n".join(lines) + "\n"


def _frame(place: Place) -> list[str]:
    number = str(place.line)
    margin = " " * len(number)
    start = max(0, place.column - 1 - _BEFORE) if len(place.text) > _WIDEST else 0
    shown = place.text[start : start + _WIDEST]
    before = _flat(shown[: place.column - 1 - start])
    marked = _flat(shown[place.column - 1 - start : place.end - 1 - start])
    lead, tail = "…" * (start > 0), "…" * (start + _WIDEST < len(place.text))
    return [
        f"{margin}--> {place.file}:{place.line}:{place.column}",
        f"{margin} |",
        f"{number} | {lead}{_flat(shown)}{tail}".rstrip(),
        f"{margin} | {' ' * (width(lead + before))}{'^' * max(1, width(marked))}",
    ]


def _flat(text: str) -> str:
    return printable(text.replace("\t", " "))


def _colored(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text
