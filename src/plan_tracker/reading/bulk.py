"""Reads the targets of a large plan line by line: what a line says is parsed and checked once, then known.

A plan of 10,000 targets repeats most of its lines. TOML is left to tomli and the checks to Pydantic's engine,
all but the plainest forms of a line: `key = "text"`, `key = 12.5`, `key = { H1 = 190, H2 = 400 }`; that takes
half the time. A target with anything else in it is parsed for itself. Where something is wrong, TooHard is
raised and the file must be read as a whole, for the full account.

Why the text may be cut at headings: a piece that is valid by itself ends outside of any string or array, so
the next one begins there, too; that holds for what stands before the first target, and then for each. What
pieces could have in common, and TOML forbids, is looked for: a target or a table that stands in two of them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain, islice
from typing import TypeAlias

import tomli

from plan_tracker.plan.model import Plan
from plan_tracker.problems import Problem, Severity
from plan_tracker.reading.building.targets import build_with
from plan_tracker.reading.schema import tables
from plan_tracker.reading.schema.engine import SchemaValidator, ValidationError, partial_validator
from plan_tracker.reading.schema.tables import FileTable, PartTable, TargetTable

_NUMBER = r"(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?"
_FIGURE = rf"[A-Z0-9]+ = {_NUMBER}"
_PLAIN = re.compile(
    rf'([a-z_]+) = (?:"([^"\\]*)"|({_NUMBER})|\{{ ([A-Z0-9]+) = ({_NUMBER})((?:, {_FIGURE})*) \}})'
)
_KEY = r'(?:[A-Za-z0-9_-]+|"[^"\\\n]+")'
_AMOUNT = re.compile(rf"({_KEY}) = ({_NUMBER})")
_HEADING = re.compile(rf"^\[targets\.{_KEY}\]\n", re.MULTILINE)
_BEGINNING = "[targets."
_HEAD = re.compile(rf'({_KEY})\]\n(?:name = "([^"\\\n]+)"\n)?')
_INNER_HEAD = re.compile(rf"({_KEY})\.(?:parts\.({_KEY})|committed)\]\n")
_OTHER_HEADING = re.compile(r"^\[(?!targets\.)", re.MULTILINE)
_KINDS_OF_KEY = tables.plain_keys()


BATCH = 1000
"""So many targets are read and then built: one by one takes a twelfth longer, all at once takes memory."""

Statement: TypeAlias = tuple[str, object]
"""A key and its value."""


class TooHard(Exception):  # noqa: N818 - what is told is that the whole file must be read
    """The text cannot be read in pieces: something is wrong with it, or it is written unusually."""


class _Known(dict[str, "Statement | None"]):
    """What lines say; a new one is read, and raises _Unusual where it is no statement of its own."""

    def __missing__(self, line: str) -> "Statement | None":
        if line.startswith("#") and line.isprintable():
            return None
        said = self[line] = _plain(line) or _said(line)
        return said


class _Unusual(Exception):  # noqa: N818 - what is told is that a target must be read as a whole
    """A line is no statement of its own."""


def plan_of(text: str, number: int = 0, count: int = 1) -> tuple[Plan, list[Problem]]:
    """The plan in a text with one of `count` shares of its targets, and what is doubtful; raises TooHard."""
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        raise TooHard
    start, end = _stretch_of_targets(text)
    _parsed(text[:start])  # or it could end within a text that begins there
    frame = _frame(f"{text[:start]}\n{text[end:]}")
    targets = _read(text[slice(*_share(text, start, end, number, count))])
    batches = iter(lambda: list(islice(targets, BATCH)), [])
    plan, problems = build_with(frame, chain.from_iterable(batches))
    if plan is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise TooHard
    return plan, problems


def _stretch_of_targets(text: str) -> tuple[int, int]:
    """From the first target to the first other table behind the last one, or the end."""
    first = _HEADING.search(text)
    if first is None:
        raise TooHard
    other = _OTHER_HEADING.search(text, text.rindex("[targets."))
    return first.start(), other.start() if other else len(text)


def _share(text: str, start: int, end: int, number: int, count: int) -> tuple[int, int]:
    """One of so many stretches of about the same length, each of them whole targets.

    The first is a twentieth shorter: who has it will write down what all have made.
    """
    marks = [start]
    for each in range(1, count):
        near = start + (end - start) * (20 * each - 1) // (20 * count - 1)
        found = _HEADING.search(text, max(marks[-1], near), end)
        marks.append(found.start() if found else end)
    return marks[number], [*marks[1:], end][number]


def _frame(rest: str) -> FileTable:
    """The tables of a plan besides its targets, of which nothing may be said there."""
    document = _parsed(f"{rest}\n[targets]\n")
    try:
        found = tables.read(document)
    except ValidationError:
        raise TooHard from None
    if found.targets:
        raise TooHard
    return found


def _read(text: str) -> Iterator[tuple[str, TargetTable]]:
    """Each target of a stretch of text by its id, as the model has checked it."""
    known = _Known({"": None})
    seen: set[str] = set()
    for key, name, lines, inner in _pieces(text):
        id_ = _bare(key)
        if not id_ or id_ in seen:
            raise TooHard
        seen.add(id_)
        yield id_, _by_lines(key, name, lines, inner, known) or _by_itself(key, name, lines, inner)


def _pieces(text: str) -> Iterator[tuple[str, str, str, list[str]]]:
    """Of each target its key, its name if that stands first, its other lines, and what comes before the next.

    That is what follows each further heading below `targets`, which may be of a table within the target.
    """
    if not text:
        return
    key, name, lines = "", "", ""
    inner: list[str] = []
    for piece in text.removeprefix(_BEGINNING).split(f"\n{_BEGINNING}"):
        if head := _HEAD.match(piece):
            if key:
                yield key, name, lines, inner
            key, name, lines, inner = head[1], head[2] or "", piece[head.end() :], []
        elif key:
            inner.append(piece)
        else:  # an empty target
            raise TooHard
    yield key, name, lines, inner


def _bare(key: str) -> str:
    """A key without quotes; empty if it is nothing that may be a key of a plan, or is not surely that."""
    text = key.strip('"')
    return text if text.isprintable() and not text.isspace() else ""


def _by_lines(key: str, name: str, lines: str, inner: list[str], known: _Known) -> TargetTable | None:
    """The table of a target each of whose lines is one key with its value, or None."""
    try:
        values = _statements(lines, known)
        if name:
            if "name" in values or not _is_plain(name):
                return None
            values["name"] = name
        elif "name" not in values:
            return None
        if inner:
            _add_inner(values, key, inner, known)
    except _Unusual:
        return None
    return TargetTable.of(values)


def _add_inner(values: dict[str, object], key: str, inner: list[str], known: _Known) -> None:
    """Adds the tables within a target."""
    parts: dict[str, PartTable] = {}
    for piece in inner:
        head = _INNER_HEAD.match(piece)
        if head is None or head[1] != key:
            raise _Unusual
        below = piece[head.end() :]
        if head[2] is None:
            if "committed" in values:
                raise _Unusual
            values["committed"] = _amounts(below)
        else:
            part = _bare(head[2])
            if not part or part in parts or "parts" in values:
                raise _Unusual
            parts[part] = _part(below, known)
    if parts:
        values["parts"] = parts


def _part(lines: str, known: _Known) -> PartTable:
    values = _statements(lines, known)
    if values.keys() - PartTable.types.keys():
        raise _Unusual
    return PartTable.of(values)


def _amounts(lines: str) -> dict[str, Decimal]:
    """The committed work in lines that each have a key and a number."""
    found: dict[str, Decimal] = {}
    for line in filter(None, lines.split("\n")):
        match = _AMOUNT.fullmatch(line)
        key = _bare(match[1]) if match else ""
        if match is None or not key or key in found:
            raise _Unusual
        found[key] = Decimal(match[2])
    return found


def _statements(lines: str, known: _Known) -> dict[str, object]:
    """What lines say that each have one key with its value."""
    said = list(filter(None, map(known.__getitem__, lines.split("\n"))))
    values = dict(said)
    if len(values) < len(said):
        raise _Unusual
    return values


def _plain(line: str) -> Statement | None:
    """What a line in one of the three plain forms says, if its key may hold that."""
    match = _PLAIN.fullmatch(line)
    if match is None:
        return None
    key, text, number, label, figure, more = match.groups()
    kind = _KINDS_OF_KEY.get(key)
    if text is not None:
        return (key, text) if kind == "text" and _is_plain(text) else None
    if number is not None:
        return (key, Decimal(number)) if kind == "number" else None
    figures = {label: Decimal(figure)}
    pairs = [pair.split(" = ") for pair in more.split(", ")[1:]] if more else ()
    for another, of_it in pairs:
        figures[another] = Decimal(of_it)
    return (key, figures) if kind == "figures" and len(figures) == 1 + len(pairs) else None


def _is_plain(text: str) -> bool:
    """Whether a text in quotes means itself, and may stand in a plan."""
    return text.isprintable() and '"' not in text and "\\" not in text and not text.isspace() and text != ""


def _said(line: str) -> Statement:
    """What any line says that is a statement of its own."""
    if line.lstrip().startswith("["):
        raise _Unusual
    try:
        values = _checks().validate_python(tomli.loads(line, parse_float=Decimal))
    except (ValueError, RecursionError, ArithmeticError):
        raise _Unusual from None
    if len(values) != 1:
        raise _Unusual
    statement: Statement = next(iter(values.items()))
    return statement


def _by_itself(key: str, name: str, lines: str, inner: list[str]) -> TargetTable:
    """The table of a target that is a document of its own."""
    named = f'name = "{name}"\n' if name else ""
    below = "".join(f"\n{_BEGINNING}{piece}" for piece in inner)
    # fails where `[targets]` comes again
    document = _parsed(f"[targets]\n[targets.{key}]\n{named}{lines}{below}\n")
    targets = document.pop("targets")
    if document or not isinstance(targets, dict) or len(targets) != 1:
        raise TooHard
    try:
        return tables.read_target(*targets.values())
    except ValidationError:
        raise TooHard from None


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomli.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):
        raise TooHard from None


@cache
def _checks() -> SchemaValidator:
    return partial_validator(TargetTable)
