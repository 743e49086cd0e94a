"""Where in the text of a plan file a thing stands; looked up only when something must be shown."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from plan_tracker.language import Message
from plan_tracker.problems import LONGEST_QUOTED, LocatedProblem, Path, Place, Problem
from plan_tracker.reading.faults import KEY_BELOW, hints
from plan_tracker.reading.faults.below import outside
from plan_tracker.toml.headings import Headings
from plan_tracker.toml.spans import Layout, Lines, Span, Stretch, known_path, scan

_LINES = frozenset(
    {hints.WRITE_LINE, hints.WRITE_TWO_LINES, hints.WRITE_THREE_LINES, hints.WRITE_IN_UNIT},
)
_IN_LINES = frozenset({Layout.SCALAR, Layout.ARRAY, Layout.INLINE_TABLE})


class Places:
    """The places of the tables in a text; most have a heading, which is found without reading the rest."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text, self._headings = name, text, Headings(text)

    def place(self, path: Path) -> Place:
        """Returns the place of the key of a path, or of the nearest table around it."""
        if place := self._headings.place(self._name, path):
            return place
        return self._lines.place(self._name, self._spans[known_path(self._spans, path)].key)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text)

    @cached_property
    def _spans(self) -> dict[Path, Span]:
        return scan(self._text)


def located(name: str, text: str, problems: Sequence[Problem]) -> tuple[LocatedProblem, ...]:
    """Returns problems with their places, in the order of the file."""
    if not problems:
        return ()
    from plan_tracker.reading.secrets import discreet

    lines = Lines(discreet(text))
    wanted = {problem.path for problem in problems if problem.span is None}
    spans = scan(text, wanted=wanted) if wanted else {}  # a text that is no TOML could not be scanned

    def stretch(problem: Problem) -> Stretch:
        if problem.span is not None:
            return problem.span
        span = spans[known_path(spans, problem.path)]
        return span.key if problem.at == "key" else span.value

    found = sorted(((stretch(problem), problem) for problem in problems), key=lambda each: each[0][0])
    return tuple(
        LocatedProblem(_as_laid_out(problem, spans, text), lines.place(name, where))
        for where, problem in found
    )


def _as_laid_out(problem: Problem, spans: Mapping[Path, Span], text: str) -> Problem:
    """Returns a problem with a hint that fits how the text lays out what it is about.

    The line instead of p.goal = "3" begins with `p.`; a table within braces has no line [heading].
    """
    if problem.hint is None or problem.span is not None:
        return problem
    if problem.code != KEY_BELOW.code:
        span = spans.get(problem.path)
        before = text[span.extent[0] : span.key[0]] if span and span.layout in _IN_LINES else ""
        can_be_shown = before.isprintable() and len(before) <= LONGEST_QUOTED
        is_dotted = before and can_be_shown and problem.hint.phrase in _LINES
        return problem._replace(hint=_begun(problem.hint, before)) if is_dotted else problem
    table = problem.path[:-1]
    named = table if problem.hint.values["table"] == ".".join(map(str, table)) else table[:4]
    has_heading = spans[known_path(spans, named)].layout in {Layout.HEADER, Layout.IMPLICIT}
    return problem if has_heading else outside(problem)


def _begun(hint: Message, before: str) -> Message:
    """Returns the hint to write some lines, each with what stands before its key."""
    values = {key: f"{before}{value}" if key != "unit" else value for key, value in hint.values.items()}
    return hint.phrase.fill(**values)
