"""What to write where a plan file has the right thing in other words: 目标值 = "400个" is goal = 400."""

import re
from collections.abc import Mapping
from decimal import Decimal

from plan_tracker.language import Message, inserted, listed
from plan_tracker.numbers import plain
from plan_tracker.plan.names import simplest
from plan_tracker.plan.pace import LAST_YEAR
from plan_tracker.plan.periods import parse_date
from plan_tracker.problems import LONGEST_QUOTED, Path, closest
from plan_tracker.reading.faults import hints, words
from plan_tracker.reading.meant.context import Context
from plan_tracker.reading.meant.figures import (
    ELSEWHERE,
    bare_figure,
    is_figure,
    lines_of_figure,
    pointed,
    share_meant,
)
from plan_tracker.reading.meant.periods import day_meant, key_for_period, label_meant, undotted, year_meant
from plan_tracker.reading.meant.values import in_braces, toml_value
from plan_tracker.reading.schema.tables import table_at
from plan_tracker.reading.secrets import discreet
from plan_tracker.toml.syntax.slips import half_width, key_text, toml_text

BY_PERIOD = frozenset({"actual", "stated", "last_year", "past", "pace", "adjusted"})
"""Keys of a target whose tables have periods, days or years for keys."""

_DAYS = frozenset({"start", "end", "due", "dropped"})
_FIGURES = frozenset({"goal", "baseline", "weight"})
_WHOLE = frozenset({"decimals", "timeout"})
_IN_POINTS = frozenset({"tolerance", "max_lag"})
"""Keys whose values are differences of percentages: 5pp, not 5%."""

_LINES = 3
"""How many periods with dots below one key are written at most: 2024.06.30 = 1, 2024.09.30 = 2."""

_LONGEST_LIST = 50
"""How many keys a table has at most that may be a numbered list: all of them are looked at for each."""

_TEXTS = frozenset({"title", "name", "unit", "group", "owner", "stage", "source", "note", "feed"})


def keys_of(table: Path) -> Mapping[str, str]:
    """Returns the keys of a table by the words that people write for them; empty if its keys are free."""
    return words.KEYS.get(table_at(table), {})


def right_key(table: Path, key: str, value: object = None) -> str:
    """Returns the key of a table for which people write a word; the word itself if it stands for none.

    What is meant may show from its value: 约束性 is no kind.
    """
    right = keys_of(table).get(simplest(key), key)
    return "binding" if right == "kind" and simplest(str(value)) in words.NATURE else right


def key_by_period(table: Path) -> str:
    """Returns the key whose table has periods for keys, if this is one; below a year of `past` are labels."""
    match table:
        case _ if keys_of(table):
            return ""
        case ("paces", _) | ("plan", "pace"):
            return "pace"
        case ("targets", _, "past") | ("targets", _, "parts", _, "past"):
            return "past"
        case ("targets", _, "past", _) | ("targets", _, "parts", _, "past", _):
            return "actual"
        case ("targets", _, str(key)) | ("targets", _, "parts", _, str(key)) if key in BY_PERIOD:
            return key
        case _:
            return ""


def pair_meant(table: Path, key: str, value: object, context: Context) -> Message | None:
    """Returns the hint that tells which lines to write instead of a pair; None if that is unknown.

    A figure of a target without a unit is told by itself: its unit may be that of the target.
    """
    if isinstance(value, str) and not keys_of(table) and not context.unit(table):
        return None
    lines = lines_meant(table, key, value, context)
    is_told = _are_alternatives(lines) and key in keys_of(table).values()  # the message lists the words
    return (
        None
        if is_told or lines == (f"{key_text(key)} = {toml_value(value)}",)
        else hint_of(lines, context.unit(table))
    )


def _are_alternatives(lines: tuple[str, ...]) -> bool:
    """Tells whether lines are for one key, of which a table has only one."""
    return len(lines) > len({line.partition(" = ")[0] for line in lines})


def hint_of(lines: tuple[str, ...], own: object) -> Message | None:
    """Makes the hint to write some lines; None if they cannot be shown, are very long, or have a secret.

    `own` is the unit of a target, in which a figure must be that was given in another one.
    """
    if not all(
        line.isprintable() and len(line) <= LONGEST_QUOTED and discreet(line) == line for line in lines
    ):
        return None
    if isinstance(own, str) and any(ELSEWHERE in line for line in lines):
        return hints.WRITE_IN_UNIT.fill(line=lines[0], unit=own)
    if _are_alternatives(lines):
        return inserted(hints.WRITE_ONE_LINE, lines=listed(f"`{line}`" for line in lines)).fill()
    match lines:
        case (line,):
            return hints.WRITE_LINE.fill(line=line)
        case (line, second):
            return hints.WRITE_TWO_LINES.fill(line=line, second=second)
        case (line, second, third, *_):
            return hints.WRITE_THREE_LINES.fill(line=line, second=second, third=third)
        case _:
            return None


def lines_meant(table: Path, key: str, value: object, context: Context) -> tuple[str, ...]:
    """Returns the lines to write instead of a key and its value; empty if that is unknown.

    Of lines for one key the user chooses one.
    """
    if numbered := pair_behind_number(table, key, context):
        return lines_meant(table, *numbered, context)
    if by_period := key_by_period(table):
        figures = {key: value} if by_period == "past" else undotted(key, value)
        lines = [_by_period(by_period, *each, context, table) for each in figures.items()]
        return tuple(line for each in lines for line in each) if all(lines) and len(lines) <= _LINES else ()
    own = context.unit(table)
    if isinstance(value, Mapping) and (table == ("paces",) or keys_of((*table, key))):
        text = _inner((*table, key), value, context)
        return (f"{key_text(key)} = {text}",) if text else ()
    if table[2:] == ("parts",) and (goal := bare_figure(value, own)):
        return (f"{key_text(key)} = {{ goal = {goal} }}",)
    if table[-1:] == ("committed",):
        figure = bare_figure(value, own)
        return (f"{key_text(key)} = {figure}",) if figure else ()
    known = keys_of(table)
    meant = right_key(table, key, value)
    if meant == key and key not in known.values():
        if not known or known is words.ADJUSTMENT_KEYS or table[:1] != ("targets",):
            return ()
        time, counting = context.time, context.counting(table)
        label = label_meant(key, time, counting) or (key if time and time.period(key) else None)
        if label is None:
            return ()
        figure = bare_figure(value, own)
        return (f"actual = {{ {key_text(label)} = {figure} }}",) if figure else ()
    return _written(table, meant, value, context)


def pair_behind_number(table: Path, key: str, context: Context) -> tuple[str, object] | None:
    """Returns the pair of a line in a numbered list: `1. goal = 400` is a table `1` with a goal.

    [targets.pm2.5] with nothing but a name is no list, nor are [targets.env.1] and [targets.env.2].
    """
    every = context.at(table)
    if not (key.isdecimal() and keys_of(table) and isinstance(every, Mapping)):
        return None
    if not 1 < len(every) <= _LONGEST_LIST:
        return None
    lines = {each: [*pair.items()] for each, pair in every.items() if isinstance(pair, Mapping)}
    own = [pairs[0] for number, pairs in lines.items() if number.isdecimal() and len(pairs) == 1]
    is_list = len(own) == len(dict(own)) and not any(each.isdecimal() for each, _ in own)
    return lines[key][0] if is_list and len(lines.get(key, ())) == 1 else None


def _inner(table: Path, value: Mapping[str, object], context: Context) -> str:
    """Writes a table in braces, with each of its pairs as it is meant; empty if one is unknown."""
    pairs = [lines_meant(table, each, value[each], context) for each in value]
    if not all(pairs) or any(map(_are_alternatives, pairs)):
        return ""
    return in_braces(line for lines in pairs for line in lines)


def line_above(table: Path, key: str, value: object, context: Context) -> str:
    """Returns the line for a target's key in other words that stands below `committed` or `parts`.

    It is to be written above that table. Empty where the key may be the name of work or of a part.
    """
    match table:
        case ("targets", _, "committed" | "parts") | ("targets", _, "parts", _, "committed"):
            own = words.OWN_FIGURES if bare_figure(value) else words.OWN_FIGURES.keys() | words.OWN_TEXTS
            if isinstance(value, Mapping) or simplest(key) not in own:
                return ""
            lines = lines_meant(table[:2], key, value, context)
            return f"{lines[0].partition(' = ')[0]} = …" if _are_alternatives(lines) else "".join(lines[:1])
        case _:
            return ""


def _written(table: Path, key: str, value: object, context: Context) -> tuple[str, ...]:
    """Returns the lines that give a key of a table the value that is meant; empty if that is unknown."""
    if key in words.CHOICES and isinstance(value, str | bool):
        return _choices(table, key, value, context)
    if key in {"fail_on", "warn_on"} and isinstance(value, str | list):
        return _judgements(key, value)
    if key in _FIGURES and isinstance(value, str):
        own = None if key == "weight" else context.unit(table)
        return lines_of_figure(key, value, _not_to_add(table, key, context), own)
    text = _value(table, key, value, context)
    return (f"{key} = {text}",) if text else ()


def _choices(table: Path, key: str, value: str | bool, context: Context) -> tuple[str, ...]:
    """Returns the line with the word that is meant; of another word a line for each that there is."""
    meant = words.CHOICES[key]
    code = meant.get(simplest(str(value)), str(value))
    known = [each for each in dict.fromkeys(meant.values()) if (table, each) != (("plan",), LAST_YEAR)]
    is_known = code in known or (key == "pace" and code in context.keys(("paces",)))
    codes = [code] if is_known else known
    return tuple(f"{key} = {each if key == 'binding' else toml_text(each)}" for each in codes)


def _value(table: Path, key: str, value: object, context: Context) -> str:
    """Writes the value that is meant for a key that has only one line; empty if that is unknown."""
    if key in _DAYS:
        day = day_meant(value, context.time, is_start=key == "start")
        return day.isoformat() if day else ""
    if key == "year" and isinstance(value, str):
        return year_meant(value) or ""
    if key in _WHOLE and isinstance(value, str):
        return ""
    if key == "as_of" and isinstance(value, str):
        is_right = parse_date(value) or (context.time and context.time.period(value))
        label = value if is_right else label_meant(value, context.time)
        return toml_text(label) if label else ""
    if isinstance(value, list):
        texts = [each for each in value if isinstance(each, str)]
        is_text = key in _TEXTS and texts and texts == value
        return toml_text((", " if "".join(texts).isascii() else "、").join(texts)) if is_text else ""
    if key in {"parts", "committed"} or (key in BY_PERIOD and (key != "pace" or isinstance(value, Mapping))):
        return _table(key, value, context, table)
    return toml_value(_typed(key, value))


def _table(key: str, value: object, context: Context, table: Path) -> str:
    """Writes the table that is meant by the value of a key that has one; empty if that is unknown."""
    if not isinstance(value, Mapping):
        figure = bare_figure(value, context.unit(table)) if key in {"actual", "committed"} else None
        return f"{{ H1 = {figure} }}" if figure and key == "actual" else figure or ""
    return _inner((*table, key), value, context)


def _not_to_add(table: Path, key: str, context: Context) -> frozenset[str]:
    """Returns the keys that no line for a figure may add: those given, and those that are not its table's."""
    present = context.keys(table)
    is_plain = key == "weight" or keys_of(table) is not words.TARGET_KEYS
    return present | {"unit", "direction", "kind"} if is_plain else present


def _typed(key: str, value: object) -> object:
    """Returns a value as its key wants it: a number as text, a percentage as points."""
    if key in _TEXTS and is_figure(value):
        return plain(Decimal(value))
    if key in _IN_POINTS and isinstance(value, str) and (number := share_meant(value)):
        return f"{number}pp"
    return value


def _by_period(key: str, period: str, value: object, context: Context, table: Path) -> tuple[str, ...]:
    """Returns the line for a period, a day or a year in the table of a key; empty if that is unknown."""
    label = key_for_period(key, period, context.time, context.counting(table))
    if label is None:
        return ()
    figure: str | None
    if isinstance(value, Mapping):
        inner = (*table, label)
        figure = _inner(inner, value, context) if keys_of(inner) or key == "past" else None
    elif key in {"stated", "pace"}:
        figure = toml_value(pointed(half_width(value)) if isinstance(value, str) else value)
    else:
        figure = bare_figure(value, context.unit(table))
    return (f"{key_text(label)} = {figure}",) if figure else ()


def _judgements(key: str, value: str | list[object]) -> tuple[str, ...]:
    given = re.split("[,，、;；]", value) if isinstance(value, str) else [str(each) for each in value]
    codes = [words.JUDGEMENTS.get(simplest(each), each.strip()) for each in given]
    known = set(words.JUDGEMENTS.values())
    if known.isdisjoint(codes):
        return ()
    if codes != given:  # a list that only has words misspelt is told word by word
        codes = [each if each in known else closest(each, sorted(known)) or each for each in codes]
    return (f"{key} = [{', '.join(map(toml_text, dict.fromkeys(codes)))}]",)
