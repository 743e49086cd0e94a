"""What to write in a line that is not TOML but has a meaning: 目标值 = 400, due = 9月底, [指标.桥梁]."""

from collections.abc import Iterable, Mapping

from plan_tracker.language import Message
from plan_tracker.plan.ids import id_made_of, is_id
from plan_tracker.plan.names import simplest
from plan_tracker.problems import Path, Problem, Severity
from plan_tracker.reading import faults
from plan_tracker.reading.faults import feeds as feed_faults
from plan_tracker.reading.faults import hints, words
from plan_tracker.reading.faults.below import outside
from plan_tracker.reading.meant.advice import key_meant
from plan_tracker.reading.meant.context import Context, context_of
from plan_tracker.reading.meant.loose_lines import Line, document_of, lines_of
from plan_tracker.reading.meant.pairs import (
    hint_of,
    key_by_period,
    keys_of,
    lines_meant,
    right_key,
)
from plan_tracker.reading.meant.periods import key_for_period
from plan_tracker.reading.meant.values import toml_value, value_meant
from plan_tracker.reading.secrets import is_address_key
from plan_tracker.reading.validation import validate
from plan_tracker.toml.spans import Lines
from plan_tracker.toml.syntax.slips import half_width, is_value, key_text, without_quotes

_MENDED = frozenset(
    {
        *("toml-value", "toml-unquoted-key", "toml-unquoted-text", "toml-full-width", "toml-colon"),
        *("toml-no-equals", "toml-no-braces", "toml-missing-comma", "toml-number-with-unit"),
        *("toml-bare-percent", "toml-date-form", "toml-date-without-day", "toml-true-false"),
    }
)
"""Slips that may be the right thing in other words."""

_NULL = "toml-null"
"""The slip of a word for nothing, which some keys may have: check = none."""

_TOLD_IN_QUOTES = frozenset(
    {"toml-unquoted-key", "toml-unquoted-text", "toml-true-false", "toml-number-with-unit"}
)
"""Slips of which it is also told what would still be wrong with them in quotation marks."""

_FITTING = {"stated": "1%", "pace": "1%"}
"""A value that is right in tables by period that hold no figures; in all others 1 is right."""

_OF_OTHER_PLACES = frozenset({faults.MISSING_KEY.code, feed_faults.UNKNOWN_FEED.code})
"""Faults that do not show that a line is wrong."""


def with_meant(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Adds to the problems of a text that is not TOML what is to be written, where that can be told."""
    every = list(problems)
    if _NULL not in (codes := {each.code for each in every}) and codes.isdisjoint(_MENDED):
        return every
    lines, written = dict(lines_of(text)), Lines(text)
    context = context_of(document_of(lines.values()))
    return [_mended(each, lines, written, context) for each in every]


def _mended(problem: Problem, lines: dict[int, Line], written: Lines, context: Context) -> Problem:
    """Returns a problem with what to write instead of its line, as far as that is known."""
    line = lines.get(written.position(problem.span[0])[0]) if problem.span else None
    if line is None or not (problem.code in _MENDED or _is_choice(problem, line)):
        return problem
    if not (line.table or line.key):  # of "" above all tables
        return problem
    told = _in_quotes(line, problem, context)
    if told and told.code == faults.KEY_BELOW.code:
        has_heading = told.path == (*line.table, line.key) and not line.before
        return _told_as(problem, told if has_heading else outside(told))
    meant = _pair(line, context) if line.key else _header(line)
    if _is_told(line, problem, meant, context):
        if told is None or problem.code == "toml-number-with-unit":
            return problem
        meant = ()
    elif line.renamed and line.raw and not meant and problem.code == "toml-unquoted-key":
        label = _label(line, context) or right_key(line.table, line.key)
        meant = (f"{key_text(label)} = {line.raw if is_value(line.raw) else '…'}",)
    meant = tuple(f"{line.before}{each}" for each in meant)
    if told and f'"{_found(problem)}"' in line.before:
        meant = ()
    given = _given_already(line, lines.values())
    hint = hints.GIVEN_ALREADY.fill(key=given) if given else hint_of(meant, context.unit(line.table))
    if hint is None:
        return _told_as(problem, told) if told and problem.code in _TOLD_IN_QUOTES else problem
    return problem._replace(message=_message(problem, told, meant), hint=hint)


def _is_choice(problem: Problem, line: Line) -> bool:
    """Tells whether a key may be given a word that else is no value: check = none."""
    return problem.code == _NULL and simplest(_found(problem)) in words.CHOICES.get(line.key, ())


def _message(problem: Problem, told: Problem | None, meant: Iterable[str]) -> Message:
    """Returns what is said beside the lines to write: of missing quotes only where those lines have some."""
    is_key = problem.code == "toml-unquoted-key"
    if not (is_key or problem.code == "toml-bare-percent") or _is_quoted(problem, meant):
        return problem.message
    if told:
        return told.message
    return faults.UNKNOWN_KEY.phrase.fill(key=_found(problem)) if is_key else problem.message


def _is_quoted(problem: Problem, lines: Iterable[str]) -> bool:
    return any(f'"{_found(problem)}"' in each for each in lines)


def _found(problem: Problem) -> str:
    return str(problem.message.values.get("found"))


def _in_quotes(line: Line, problem: Problem, context: Context) -> Problem | None:
    """Returns what would be wrong with the key or value at which a problem stands, if it were in quotes."""
    is_key, word = problem.code == "toml-unquoted-key", _found(problem)
    key, is_whole = line.key if is_key and word == line.key else _own(line), _shows(word, line.raw)
    path = (*line.table, key) if key else line.table
    value = value_meant(line.raw) if key else context.at(path)
    if is_key:
        value = _fitting(path, value, word)
    elif is_whole:
        is_yes = problem.hint is not None and problem.hint.values.get("fix") == "true"
        value = is_yes if problem.code == "toml-true-false" else without_quotes(line.raw)
    document = {"plan": _known(("plan",), context), "paces": context.at(("paces",)) or {}, "targets": {}}
    inner: dict[str, object] = document
    for at, part in enumerate(path[:-1], 1):
        inner[str(part)] = inner = _known(path[:at], context)
    inner.pop(right_key(line.table, line.key, value), None)
    inner[str(path[-1])] = value
    for each in validate(document)[1]:
        is_here = all(one == other for one, other in zip(each.path, path, strict=False))
        if is_here and each.severity is Severity.ERROR and each.code not in _OF_OTHER_PLACES:
            is_of_key = each.at == "key" and _shows(word, str(each.path[-1]))
            given = Context(None, document).at(each.path)
            is_other = isinstance(given, str) and half_width(given) not in half_width(word)
            is_of_value = is_whole or not is_other or _shows(word, str(given))
            if each.code == faults.KEY_BELOW.code or (is_of_key if is_key else is_of_value):
                return each
    return None


def _shows(found: str, text: str) -> bool:
    """Tells whether what a problem quotes is a text, or its beginning if that is long."""
    return found == text or (found.endswith("…") and text.startswith(found.rstrip("… ")))


def _fitting(path: Path, value: object, word: str) -> object:
    """Returns a value that fits, so that only its keys can be wrong; a list for a table not understood."""
    by_period = key_by_period(path[:-1])
    is_inside = by_period in {"", "past"} or (by_period == "adjusted" and path[-1] != word)
    if isinstance(value, Mapping) and is_inside:
        return {key: _fitting((*path, key), each, word) for key, each in value.items()}
    if by_period or path[-1] == "goal":
        return _FITTING.get(by_period, 1)
    return [] if isinstance(value, str) and value[:1] == "{" else value


def _known(table: Path, context: Context) -> dict[str, object]:
    """Returns the single values that a table has for its keys; of others it may have very many."""
    known = frozenset(keys_of(table).values())
    given = context.at(table) if known else None
    values = given.items() if isinstance(given, Mapping) else ()
    return {key: value for key, value in values if key in known and not isinstance(value, Mapping)}


def _told_as(problem: Problem, other: Problem) -> Problem:
    """Returns a problem, in its place, that says what another one says."""
    return problem._replace(message=other.message, hint=other.hint)


def _label(line: Line, context: Context) -> str | None:
    """Returns the key of a line as the table has it, if its keys are periods, days or years."""
    by_period, counting = key_by_period(line.table), context.counting(line.table)
    return key_for_period(by_period, line.key, context.time, counting) if by_period else None


def _given_already(line: Line, lines: Iterable[Line]) -> str | None:
    """Returns the key for which a line has another word, if its table has that too; none that has a table."""
    key = right_key(line.table, line.key, value_meant(line.raw))
    if key == line.key or line.raw[:1] == "{":
        return None
    for each in lines:
        if each.table == line.table:
            if _goes_on(each.raw):  # what follows may look like keys of this table
                return None
            if each.key == key and each.raw[:1] != "{":
                return key
    return None


def _goes_on(raw: str) -> bool:
    """Tells whether a value begins a text or a table that ends on a later line."""
    return raw.count("{") > raw.count("}") or any(raw.count(mark) % 2 for mark in ('"""', "'''"))


def _own(line: Line) -> str:
    """Returns the key that is meant, as the table has it; none is meant by the address of a database."""
    is_address = line.table[:1] == ("feeds",) and is_address_key(line.key)
    return (keys_of(line.table) and not is_address and key_meant((*line.table, line.key))) or line.key


def _header(line: Line) -> tuple[str, ...]:
    """Returns the header of a table if its words are not those of a plan file; else nothing."""
    names = [str(part) for part in line.table]
    if names[0] == "targets":  # quotation marks alone do not make an id of `a b`
        names[1:2] = [each if is_id(each) else id_made_of(each) for each in names[1:2]]
    if (*names,) == line.table and not line.renamed:
        return ()
    return (f"[{'.'.join(map(key_text, names))}]",)


def _pair(line: Line, context: Context) -> tuple[str, ...]:
    """Returns the lines to write instead of a pair; none where that is unknown."""
    value = value_meant(line.raw)
    if isinstance(value, str) and (value[:1] in {"{", "["} or value.count('"') % 2):
        return ()  # a table, list or pair with a slip that is not understood is no text
    lines = lines_meant(line.table, line.key, value, context)
    return lines or lines_meant(line.table, _own(line), value, context)


def _is_told(line: Line, problem: Problem, lines: tuple[str, ...], context: Context) -> bool:
    """Tells whether a line needs no other hint: right once written as its problem's own one says."""
    known = keys_of(line.table).values()
    is_word = line.key in words.CHOICES and line.raw[:1] != "{"
    if not line.key or line.renamed or is_word or (known and line.key not in known):
        return False
    if _found(problem) == line.key:
        return lines == (f"{key_text(line.key)} = {line.raw}",)
    if problem.code == "toml-number-with-unit":
        return [each.partition(" = ")[0] for each in lines] == [line.key, "unit"]
    raw = _as_hinted(line.raw, problem)
    value = value_meant(raw)
    own = f"{line.key} = {toml_value(value)}"
    return is_value(raw) and lines_meant(line.table, line.key, value, context) == (own,)


def _as_hinted(raw: str, problem: Problem) -> str:
    """Returns the value of a line as the own hint of a problem with it writes it; empty if it does not."""
    found, fix = _found(problem), str(problem.hint.values.get("fix", "")) if problem.hint else ""
    if problem.code == "toml-colon":
        found, fix = (":", "=") if raw[:1] == "{" else (raw, fix.partition(" = ")[2])
    is_sign = problem.code == "toml-full-width"
    if is_sign and is_value(fix):
        return fix
    return raw.replace(found, fix, 1) if fix and (is_sign or found in raw) else ""
