"""What to write in a line that is not TOML but has a meaning: 目标值 = 400, due = 9月底, [指标.桥梁]."""

import re
from collections.abc import Iterable

from plan_tracker.language import Message
from plan_tracker.plan.ids import id_made_of, is_id
from plan_tracker.plan.names import simplest
from plan_tracker.problems import Problem
from plan_tracker.reading import faults
from plan_tracker.reading.advice import hint_for_key, hint_for_value, key_meant
from plan_tracker.reading.building.labels import unknown_label
from plan_tracker.reading.context import Context, context_of
from plan_tracker.reading.faults import hints, words
from plan_tracker.reading.faults.below import key_below
from plan_tracker.reading.figures_meant import ELSEWHERE, bare_figure
from plan_tracker.reading.loose_lines import Line, document_of, lines_of, right_table
from plan_tracker.reading.meant import (
    BY_PERIOD,
    IN_POINTS,
    hint_of,
    key_by_period,
    keys_of,
    line_above,
    lines_meant,
    right_key,
)
from plan_tracker.reading.periods_meant import key_for_period, label_meant
from plan_tracker.reading.secrets import is_address_key
from plan_tracker.reading.values_meant import QUOTES, right_value, toml_value, value_meant
from plan_tracker.toml.spans import Lines
from plan_tracker.toml.syntax import phrases as say
from plan_tracker.toml.syntax.slips import is_value, key_text

_LAST_KEY = re.compile(r"""([^\s{,;="':]+)["']?\s*[=:]\s*$""")
_MENDED = frozenset(
    {
        *("toml-value", "toml-unquoted-key", "toml-unquoted-text", "toml-full-width", "toml-colon"),
        *("toml-no-equals", "toml-no-braces", "toml-missing-comma", "toml-number-with-unit"),
        *("toml-bare-percent", "toml-date-without-day", "toml-true-false"),
    }
)
"""Slips that may be the right thing in other words."""

_WANTED = {
    **dict.fromkeys(("goal", "baseline", "weight", "committed"), faults.NOT_A_NUMBER),
    **dict.fromkeys(("start", "end", "due", "dropped"), faults.NOT_A_DATE),
    **dict.fromkeys(("year", "decimals", "timeout"), faults.NOT_A_WHOLE_NUMBER),
    **dict.fromkeys(("actual", "adjusted", "last_year", "past", "stated", "parts"), faults.NOT_A_TABLE),
    **dict.fromkeys(("tolerance", "max_lag"), faults.NOT_POINTS),
    "min_completion": faults.NOT_A_PERCENTAGE,
}
"""What is said of a text where a key takes none, which quotation marks would not mend."""

_TABLES_OF_FIGURES = frozenset({"actual", "adjusted", "last_year", "past", "committed"})


def with_meant(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Adds to the problems of a text that is not TOML what is to be written, where that can be told."""
    every = list(problems)
    if not any(each.code in _MENDED for each in every):
        return every
    lines, written = dict(lines_of(text)), Lines(text)
    context = context_of(document_of(lines.values()))
    return [_mended(each, lines, written, context) for each in every]


def _mended(problem: Problem, lines: dict[int, Line], written: Lines, context: Context) -> Problem:
    """Returns a problem with what to write instead of its line, as far as that is known."""
    if problem.code not in _MENDED or problem.span is None:
        return problem
    line = lines.get(written.position(problem.span[0])[0])
    if line is None:
        return problem
    if above := line.key and line_above(line.table, line.key, value_meant(line.raw), context):
        return _told_as(problem, key_below((*line.table, line.key), above))
    meant = _header(line) if not line.key else _pair(line, problem, context)
    if line.renamed and line.raw and not meant and problem.code == "toml-unquoted-key":
        meant = (f"{key_text(line.key)} = {right_value(line.raw)}",)
    meant = tuple(f"{line.before}{each}" for each in meant)
    given = _given_already(line, lines.values())
    hint = hints.GIVEN_ALREADY.fill(key=given) if given else hint_of(meant, context.unit(line.table))
    if hint and problem.code == "toml-bare-percent" and not _has_signs(line):
        # it needs no quotation marks, but no sign
        return problem._replace(message=say.UNIT.fill(**problem.message.values), hint=hint)
    if problem.code == "toml-unquoted-key":
        return _without_quotes(problem, line, context, hint)
    if hint is None and problem.code in {"toml-unquoted-text", "toml-true-false", "toml-number-with-unit"}:
        return _as_value(problem, line, context)
    return problem._replace(hint=hint) if hint else problem


def _told_as(problem: Problem, other: Problem) -> Problem:
    """Returns a problem, in its place, that says what another one says."""
    return problem._replace(message=other.message, hint=other.hint)


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


def _as_value(problem: Problem, line: Line, context: Context) -> Problem:
    """Says of a text without quotation marks what is wanted in its place, where that is no text at all."""
    found, key = str(problem.message.values["found"]), line.key
    own = _own(line)
    fault = _WANTED.get(own) if keys_of(line.table) else None
    if line.raw.startswith("{") or key_by_period(line.table):
        inner = _LAST_KEY.search(line.raw.partition(found)[0])
        key = inner[1] if inner else key
        is_figure = key != "note" and {own, key_by_period(line.table)} & _TABLES_OF_FIGURES
        fault = faults.NOT_A_NUMBER if is_figure else None
    if fault is None or (problem.code == "toml-number-with-unit" and fault is not faults.NOT_A_DATE):
        return problem
    path = (*line.table, key)
    is_yes = problem.hint and problem.hint.values.get("fix") == "true"
    hint = hint_for_value(fault, path, is_yes or found, context.begins)
    return _told_as(problem, fault.at_path(path, hint, key=key))


def _has_signs(line: Line) -> bool:
    return _own(line) in {"pace", "stated", *IN_POINTS} or line.table == ("paces",)


def _own(line: Line) -> str:
    """Returns the key that is meant, as the table has it; none is meant by the address of a database."""
    is_address = line.table[:1] == ("feeds",) and is_address_key(line.key)
    return (keys_of(line.table) and not is_address and key_meant((*line.table, line.key))) or line.key


def _without_quotes(problem: Problem, line: Line, context: Context, hint: Message | None) -> Problem:
    """Says of a key without quotation marks that it is unknown, where they would not make it a known one."""
    found = str(problem.message.values["found"])
    if told := _no_period(found, line, context):
        return _told_as(problem, told)
    if hint and not line.key and line.table[1:2] == (found,) and not is_id(found):
        return problem._replace(message=faults.BAD_ID.phrase.fill(key=found), hint=hint)
    if hint is None and found == line.key and keys_of(line.table):
        hint = hint_for_key((*line.table, found), None)
    elif hint is None and not line.key and line.table == (found,):
        hint = hint_for_key(line.table, context.at(line.table))
    known = words.TABLES.keys() | words.TARGET_KEYS.keys()
    is_free = line.table == ("paces",) or line.table[-1:] in {("parts",), ("committed",)}
    is_none = (
        (found == line.key and not is_free) or label_meant(found, context.time) or simplest(found) in known
    )
    message = faults.UNKNOWN_KEY.phrase.fill(key=found) if hint and is_none else problem.message
    return problem._replace(message=message, hint=hint or problem.hint)


def _no_period(found: str, line: Line, context: Context) -> Problem | None:
    """Makes the problem of a key that must be a period and is none, as quotation marks do not make it one."""
    outer = right_key(line.table, line.key)
    key = key_by_period(line.table) if found == line.key else outer if outer in BY_PERIOD else ""
    time, counting = context.time, context.counting(line.table)
    is_other = not line.key or key in {"", "adjusted", "past"}  # whose keys are days and years
    if is_other or time is None or key_for_period(key, found, time, counting):
        return None
    return unknown_label(found, (*line.table, found), time, counting)


def _header(line: Line) -> tuple[str, ...]:
    """Returns the header of a table if its words are not those of a plan file; else nothing."""
    names = [str(part) for part in right_table(line.table)]
    if names[0] == "targets":  # quotation marks alone do not make an id of `a b`
        names[1:2] = [each if is_id(each) else id_made_of(each) for each in names[1:2]]
    if names == [str(part) for part in line.table] and not line.renamed:
        return ()
    return (f"[{'.'.join(map(key_text, names))}]",)


def _pair(line: Line, problem: Problem, context: Context) -> tuple[str, ...]:
    """Returns the lines to write instead of a pair; none where the problem's own hint tells the same."""
    value, code = value_meant(line.raw), problem.code
    if by_period := key_by_period(line.table):
        label = key_for_period(by_period, line.key, context.time, context.counting(line.table))
        is_bare = isinstance(value, str) and line.raw[:1] not in QUOTES
        are_figures = is_bare and by_period not in {"pace", "stated"}
        figure = bare_figure(value, context.unit(line.table)) if are_figures else None
        if are_figures and code == "toml-number-with-unit":
            figure = figure or ELSEWHERE  # 90左右: neither that figure nor its unit
        if figure and (label or code in {"toml-number-with-unit", "toml-bare-percent"}):
            return (f"{label or line.key} = {figure}",)
        return (
            (f"{label} = {right_value(line.raw) if is_bare else toml_value(value)}",)
            if label and line.raw
            else ()
        )
    if isinstance(value, str) and (value[:1] in {"{", "["} or value.count('"') % 2):
        return ()  # a table, list or pair with a slip that is not understood is no text
    lines = lines_meant(line.table, line.key, value, context)
    lines = lines or lines_meant(line.table, _own(line), value, context)
    return () if _is_told(line, problem, lines, context) else lines


def _is_told(line: Line, problem: Problem, lines: tuple[str, ...], context: Context) -> bool:
    """Tells whether a pair is right once what a problem is about is written as its own hint says."""
    is_word = line.key in words.CHOICES and line.raw[:1] != "{"
    if line.key not in keys_of(line.table).values() or is_word:
        return False
    if problem.code == "toml-number-with-unit":
        return [each.partition(" = ")[0] for each in lines] == [line.key, "unit"]
    found, fix = problem.message.values.get("found"), problem.hint and problem.hint.values.get("fix")
    if problem.code == "toml-colon":
        found, fix = (":", "=") if line.raw[:1] == "{" else (line.raw, str(fix).partition(" = ")[2])
    is_sign = problem.code == "toml-full-width"
    if not fix or not (is_sign or str(found) in line.raw):
        return False
    raw = str(fix) if is_sign and is_value(str(fix)) else line.raw.replace(str(found), str(fix), 1)
    own = f"{line.key} = {toml_value(value_meant(raw))}"
    return is_value(raw) and lines_meant(line.table, line.key, value_meant(raw), context) == (own,)
