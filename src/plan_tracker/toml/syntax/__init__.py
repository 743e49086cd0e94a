"""Tells everything that keeps a plan from being TOML, as the slips that people make."""

import re
from typing import NamedTuple

from plan_tracker.language import Message, Phrase
from plan_tracker.problems import LONGEST_QUOTED, Problem, quoted
from plan_tracker.toml.spans import Lines, Stretch
from plan_tracker.toml.syntax import phrases as say
from plan_tracker.toml.syntax.diagnosis import (
    EMPTY_LINE,
    HEADER_LINE,
    NO_TABLE,
    PAIR_LINE,
    UNCLOSED_HEADER_LINE,
    diagnosis,
)
from plan_tracker.toml.syntax.keys import SEPARATOR
from plan_tracker.toml.syntax.slips import half_width
from plan_tracker.toml.syntax.stops import Found, Stop, first_stop, stands_alone

LIMIT = 20
"""How many faults are told at once; after each of them the whole text is parsed again."""

_QUOTATION = 40
"""How many letters are quoted of what was found: what to write instead may be longer."""

_LAST = {"toml-conflict", "toml-unclosed-bracket", "toml-unclosed-text", "toml-syntax"}
_LONG_NUMBER = re.compile("[0-9_]{1000,}")


class Reading(NamedTuple):
    """What keeps a text from being TOML; the text without it, None if that is unknown; the emptied lines."""

    problems: tuple[Problem, ...]
    rest: str | None
    emptied: frozenset[int]


def reading_of(text: str) -> Reading:
    """Finds the faults that keep a text from being TOML, but none that may only follow from another.

    After a fault in a line that does not depend on others, that line is taken out and the rest is read again.
    """
    emptied: set[int] = set()
    lines = text.replace("\r\n", "\n").split("\n")
    written = Lines(text)
    problems: list[Problem] = []
    start = 0
    while len(problems) < LIMIT:
        read = "\n".join(lines)
        try:
            stop = first_stop(read, start)
        except RecursionError:
            problems.append(too_deep())
            break
        except ValueError:
            number = _LONG_NUMBER.search(text)
            problems.append(_somewhere("toml-too-long", say.TOO_LONG, number.span() if number else (0, 0)))
            break
        if stop is None:
            return Reading(tuple(problems), read, frozenset(emptied))
        found, here = diagnosis(stop), Lines(read)
        problems.append(_problem(found, here, written))
        first = here.position(stop.around.statement)[0]
        last = here.position(stop.at if stop.is_duplicate else found.stretch[0])[0]
        if not _goes_on(stop, found, lines, first, last):
            break
        emptied.update(range(first, last + 1))
        lines[first - 1 : last] = [""] * (last - first + 1)
        if not _is_pair(stop) or (found.slip.hint and found.slip.hint.phrase is say.NO_HEADING_HINT):
            # What follows belongs to no table above, and so cannot clash with one.
            lines[first - 1] = f'["{NO_TABLE}{first}"]'
        start = sum(map(len, lines[: first - 1])) + first - 1
    return Reading(tuple(problems), None, frozenset())


def too_deep() -> Problem:
    """Returns what is told of a text with brackets or keys that are nested deeper than can be followed."""
    return _somewhere("toml-too-deep", say.TOO_DEEP, (0, 0))


def _problem(found: Found, here: Lines, written: Lines) -> Problem:
    """Makes the problem of a slip in lines that are read, some of them emptied, with its place as written."""
    start, end = found.stretch
    offset = written.offset(*here.position(start))
    return Problem(
        code=found.slip.code,
        path=(),
        message=_fit_to_print(found.slip.message),
        hint=found.slip.hint and _fit_to_print(found.slip.hint),
        span=(offset, offset + end - start),
    )


def _fit_to_print(message: Message) -> Message:
    """Returns the message without what could upset a terminal, and with long quotations cut."""
    values = {
        name: quoted(value, _QUOTATION if name in {"found", "value"} else LONGEST_QUOTED)
        for name, value in message.values.items()
    }
    return Message(message.phrase, values)


def _somewhere(code: str, message: Phrase, span: Stretch) -> Problem:
    return Problem(code, (), message.fill(), span=span)


def _is_pair(stop: Stop) -> bool:
    pair = None if stop.in_header else SEPARATOR.match(stop.text, stop.around.statement)
    return pair is not None and pair.start(1) > pair.start()


def _is_statement(line: str) -> bool:
    half = half_width(line)
    return bool(HEADER_LINE.match(half) or UNCLOSED_HEADER_LINE.match(half) or PAIR_LINE.match(line))


def _goes_on(stop: Stop, found: Found, lines: list[str], first: int, last: int) -> bool:
    """Tells whether the lines below keep their meaning although this statement is wrong."""
    if found.slip.code in _LAST:
        return False
    following = next((line for line in lines[last:] if not EMPTY_LINE.match(line)), None)
    if following and not _is_statement(following):
        return False
    line = half_width(lines[first - 1]).strip()
    if line.startswith("["):
        return first == last and not line.startswith("[[")
    if stop.is_duplicate and not stop.around.opened:
        return True
    return first == last and stands_alone(line)
