"""What to write where a plan file has the right thing in other words: 目标值 = "400个" is goal = 400."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.language import Message, inserted, listed
from plan_tracker.numbers import percent, plain
from plan_tracker.plan.names import simplest
from plan_tracker.plan.pace import LAST_YEAR
from plan_tracker.plan.periods import PlanTime, calendar_year, parse_date
from plan_tracker.plan.units import is_share
from plan_tracker.problems import LONGEST_QUOTED, Path
from plan_tracker.reading.faults import hints, words
from plan_tracker.reading.periods_meant import day_meant, label_meant, period_meant, year_meant
from plan_tracker.toml.syntax.slips import half_width, key_text, toml_text

_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*(\D{0,10})", re.ASCII)
GROUPING = re.compile(
    r"(?<=\d)[,，](?=\d{3}(?!\d))|(?<=\d)\.(?=(?:\d{3}\.)+\d{3}(?!\d))|(?<=\.\d{3})\.(?=\d{3}(?!\d))",
    re.ASCII,
)
"""What groups digits: a comma in 1,550, points in 1.550.000; but 12,5 may be 12.5, and 1.550 is that."""

BY_PERIOD = frozenset({"actual", "stated", "last_year", "past", "pace", "adjusted"})
"""Keys of a target whose tables have periods, days or years for keys."""

_DAYS = frozenset({"start", "end", "due", "dropped"})
_FIGURES = frozenset({"goal", "baseline", "weight"})
IN_POINTS = frozenset({"tolerance", "max_lag"})
"""Keys whose values are differences of percentages: 5pp, not 5%."""

_TEXTS = frozenset({"title", "name", "unit", "group", "owner", "stage", "source", "note", "feed"})


class Context(NamedTuple):
    """The time of the plan as far as it is known, and its document, to look up keys and values."""

    time: PlanTime | None
    document: Mapping[str, object]

    def at(self, path: Path) -> object:
        """Returns the value at a path, or None."""
        found: object = self.document
        for part in path:
            found = found.get(str(part)) if isinstance(found, Mapping) else None
        return found

    def keys(self, table: Path) -> frozenset[str]:
        """Returns the keys that a table has."""
        found = self.at(table)
        return frozenset(found) if isinstance(found, Mapping) else frozenset()


def context_of(document: Mapping[str, object]) -> Context:
    """Returns what is known of a plan, however much else is wrong with it."""
    plan = document.get("plan")
    table: dict[str, object] = dict(plan) if isinstance(plan, Mapping) else {}
    meant = {words.PLAN_KEYS.get(simplest(key), key): value for key, value in table.items()} | table
    year, start, end = (meant.get(key) for key in ("year", "start", "end"))
    if isinstance(year, str) and (named := year_meant(year)):
        year = int(named)
    try:
        if type(year) is int:
            return Context(calendar_year(year), document)
        if type(start) is date and type(end) is date:
            return Context(PlanTime(start, end), document)
    except (ValueError, OverflowError):
        pass
    return Context(None, document)


def keys_of(table: Path) -> Mapping[str, str]:
    """Returns the keys of a table by the words that people write for them; empty if its keys are free."""
    match table:
        case ("plan",):
            return words.PLAN_KEYS
        case ("check",):
            return words.CHECK_KEYS
        case ("targets", _):
            return words.TARGET_KEYS
        case ("targets", _, "parts", _):
            return words.PART_KEYS
        case _:
            return {}


def pair_meant(table: Path, key: str, value: object, context: Context) -> Message | None:
    """Returns the hint that tells which lines to write instead of a pair; None if that is unknown."""
    lines = lines_meant(table, key, value, context)
    is_told = _are_alternatives(lines) and key in keys_of(table).values()  # the message lists the words
    return None if is_told or lines == (f"{key_text(key)} = {toml(value)}",) else hint_of(lines)


def _are_alternatives(lines: tuple[str, ...]) -> bool:
    """Tells whether lines are for one key, of which a table has only one."""
    return len(lines) > len({line.partition(" = ")[0] for line in lines})


def hint_of(lines: tuple[str, ...]) -> Message | None:
    """Makes the hint to write some lines; None if a terminal could not show them, or they are very long."""
    if not all(line.isprintable() and len(line) <= LONGEST_QUOTED for line in lines):
        return None
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
    if table == ("paces",) and isinstance(value, Mapping):
        pairs = _pairs("pace", value, context.time)
        return (f"{key_text(key)} = {pairs}",) if pairs else ()
    if table[2:] == ("parts",) and (goal := _figure(value)):
        return (f"{key_text(key)} = {{ goal = {goal} }}",)
    known = keys_of(table)
    meant = known.get(simplest(key), key)
    if meant == key and key not in known.values():
        if not known or table[:1] != ("targets",):
            return ()
        time = context.time
        label = label_meant(key, time) or (key if time and time.period(key) else None)
        if label is None:
            return ()
        figure = _figure(value)
        return (f"actual = {{ {key_text(label)} = {figure} }}",) if figure else ()
    return _written(table, meant, value, context)


def line_above(table: Path, key: str, value: object, context: Context) -> str:
    """Returns the line for a target's key in other words that stands below `committed` or `parts`.

    It is to be written above that table. Empty where the key may be the name of work or of a part.
    """
    match table:
        case ("targets", _, "committed" | "parts") | ("targets", _, "parts", _, "committed"):
            is_figure = isinstance(value, int | Decimal) and not isinstance(value, bool)
            own = words.OWN_FIGURES if is_figure else words.OWN_FIGURES.keys() | words.OWN_TEXTS
            if isinstance(value, Mapping) or simplest(key) not in own:
                return ""
            lines = lines_meant(table[:2], key, value, context)
            return f"{lines[0].partition(' = ')[0]} = …" if _are_alternatives(lines) else "".join(lines[:1])
        case _:
            return ""


def _written(table: Path, key: str, value: object, context: Context) -> tuple[str, ...]:
    if key == "kind" and isinstance(value, str) and (nature := words.NATURE.get(simplest(value))):
        return (f"binding = {nature}",)
    if key in words.CHOICES and isinstance(value, str | bool):
        meant = words.CHOICES[key]
        code = meant.get(simplest(str(value)), str(value))
        known = [each for each in dict.fromkeys(meant.values()) if (table, each) != (("plan",), LAST_YEAR)]
        is_known = code in known or (key == "pace" and code in context.keys(("paces",)))
        codes = [code] if is_known else known  # what another word means the user knows
        return tuple(f"{key} = {each if key == 'binding' else toml_text(each)}" for each in codes)
    if key in _DAYS:
        day = day_meant(value, context.time, is_start=key == "start")
        return (f"{key} = {day.isoformat()}",) if day else ()
    if key == "year" and isinstance(value, str):
        year = year_meant(value)
        return (f"year = {year}",) if year else ()
    if key == "as_of" and isinstance(value, str):
        label = label_meant(value, context.time) or (value if parse_date(value) else None)
        return (f"as_of = {toml_text(label)}",) if label else ()
    if key in {"fail_on", "warn_on"} and isinstance(value, str | list):
        return _judgements(key, value)
    if key in _FIGURES and isinstance(value, str):
        return _limit(key, value, _not_to_add(table, key, context), context.at((*table, "unit")))
    if key in BY_PERIOD and isinstance(value, Mapping):
        pairs = _pairs(key, value, context.time)
        return (f"{key} = {pairs}",) if pairs else ()
    if key == "parts" and isinstance(value, Mapping):
        goals = {name: {"goal": Decimal(figure)} for name, each in value.items() if (figure := _figure(each))}
        value = {**value, **goals}
    return (f"{key} = {toml(_typed(key, value))}",)


def _not_to_add(table: Path, key: str, context: Context) -> frozenset[str]:
    """Returns the keys that no line for a figure may add: those given, and those that are not its table's."""
    present = context.keys(table)
    is_plain = key == "weight" or keys_of(table) is words.PART_KEYS
    return present | {"unit", "direction", "kind"} if is_plain else present


def _typed(key: str, value: object) -> object:
    """Returns a value as its key wants it: a number as text, a percentage as points."""
    if key in _TEXTS and isinstance(value, int | Decimal) and not isinstance(value, bool):
        return plain(Decimal(value))
    if key in IN_POINTS and isinstance(value, str) and percent(value) is not None:
        return f"{value.rstrip('%％ ')}pp"
    return value


def _limit(key: str, text: str, present: frozenset[str], own: object) -> tuple[str, ...]:
    """Returns the lines for a figure with words around it: 80以上, ≤28, 400个, 6.2%.

    What is only about right is kept as a note: 6左右. `own` is the unit that the target has, if any.
    """
    bare = GROUPING.sub("", half_width(text)).strip()
    direction = ""
    for code, limits in (("at_least", words.AT_LEAST), ("at_most", words.AT_MOST)):
        for word in sorted(limits.split(), key=len, reverse=True):
            cut = bare.removeprefix(word).removesuffix(word).strip()
            if cut != bare and not direction:
                bare, direction = cut, code
    exact = words.ABOUT.sub("", bare).strip()
    match = _NUMBER.fullmatch(exact)
    if match is None:
        return ()
    unit = words.ABOUT.sub("", match[2])
    lines = [f"{key} = {match[1]}"]
    if unit and "unit" not in present:
        lines.append(f"unit = {toml_text(unit)}")
    if direction == "at_most" and "direction" not in present:
        lines.append('direction = "at_most"')
    if is_share(unit) and (own is None or is_share(str(own))) and "kind" not in present:
        lines.append('kind = "level"')
    if (exact, unit) != (bare, match[2]) and "note" not in present:
        lines.append(f"note = {toml_text(text)}")
    return tuple(lines)


def _pairs(key: str, values: Mapping[str, object], time: PlanTime | None) -> str:
    """Writes the table of a key whose own keys are periods, days or years; empty if that is unknown."""
    pairs: dict[str, str] = {}
    for period, value in values.items():
        label = period_meant(key, period, time) or period
        if isinstance(value, Mapping):
            figure: str | None = _pairs("actual", value, time) if key == "past" else toml(value)
        else:
            figure = toml(value) if key in {"stated", "pace"} else _figure(value)
        if not figure:
            return ""
        if pairs.setdefault(label, figure) != figure:
            pairs[label] = "…"  # H1 and 上半年 with other figures: the user knows which one is right
    return f"{{ {', '.join(f'{key_text(label)} = {pairs[label]}' for label in pairs)} }}"


def _judgements(key: str, value: str | list[object]) -> tuple[str, ...]:
    given = re.split("[,，、;；]", value) if isinstance(value, str) else [str(each) for each in value]
    codes = [words.JUDGEMENTS.get(simplest(each), each.strip()) for each in given]
    is_none_known = set(words.JUDGEMENTS.values()).isdisjoint(codes)
    return () if is_none_known else (f"{key} = [{', '.join(map(toml_text, codes))}]",)


def _figure(value: object) -> str | None:
    """Returns a number as it is to be written, without its unit; None if there is none."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str) and (match := _NUMBER.fullmatch(GROUPING.sub("", half_width(value)).strip())):
        return match[1]
    return None


def toml(value: object) -> str:
    """Writes a value as TOML; an ellipsis stands for what is not TOML."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return toml_text(value)
        case int() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return f"{{ {', '.join(f'{key_text(str(key))} = {toml(each)}' for key, each in value.items())} }}"
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case _:
            return "…"
