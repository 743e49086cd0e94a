"""Plans of every kind for Hypothesis, as parsed documents: few figures, so that equality is common."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from hypothesis import strategies as st

from kit import oracle
from kit.choices import Choices, drawn_bytes

Document: TypeAlias = dict[str, Any]
FIGURES = ("goal", "baseline", "actual", "last_year", "pace", "adjusted")


class Frame(NamedTuple):
    """A time for a plan, with labels that mean something in it and days around it."""

    plan: Document
    labels: tuple[str, ...]
    increments: tuple[str, ...]
    days: tuple[date, ...]


ONE_YEAR = ("M01", "Q1", "2024-05-15", "H1", "M07", "2024-08-15", "Q3", "M11", "FY")
FRAMES = (
    Frame(
        {"year": 2024},
        (*ONE_YEAR, "2025-03-31"),
        ("M01", "M02", "Q2", "Q3", "Q4"),
        (date(2023, 7, 1), date(2024, 1, 1), date(2024, 3, 16), date(2024, 6, 30), date(2024, 9, 30)),
    ),
    Frame(
        {"start": date(2024, 4, 1), "end": date(2025, 3, 31)},
        (*ONE_YEAR, "2025-08-01"),
        ("H1", "M07", "M08", "M09", "Q4"),
        (date(2024, 2, 1), date(2024, 7, 1), date(2024, 10, 15), date(2025, 3, 31), date(2025, 12, 31)),
    ),
    Frame(
        {"start": date(2021, 1, 1), "end": date(2025, 12, 31)},
        ("2021-FY", "2022-H1", "2023-02-10", "2023-Q3", "2024-M08", "2025-H1", "2025-FY"),
        ("2021-FY", "2022-H1", "2022-H2", "2023-FY", "2025-H2"),
        (date(2020, 1, 1), date(2021, 7, 1), date(2023, 1, 1), date(2024, 12, 31), date(2027, 1, 1)),
    ),
)
REPORTING, COUNTING = ("month", "quarter", "half-year", "year"), ("to_date", "per_period")


def documents() -> st.SearchStrategy[tuple[Document, date]]:
    """Draws a document (faulty only if a curve stands still over a target's time) and a day to judge it."""
    return drawn_bytes(120, 240).map(lambda drawn: _document(Choices(drawn)))


def _document(choices: Choices) -> tuple[Document, date]:
    frame = choices.pick(*FRAMES)
    plan: Document = {"title": "Plan"} | frame.plan
    plan["tolerance"] = choices.pick("12.5pp", "37.5pp", "50pp", "0pp")
    if choices.maybe():
        plan["calendar"] = choices.pick("months", "days")
    if choices.maybe():
        plan["reporting"] = choices.pick(*REPORTING)
    if choices.maybe():
        plan["counting"] = choices.pick(*COUNTING)
    if choices.maybe():
        words = choices.pick("all", "steady", "all", "at_due")
        plan["pace"] = _curve(choices, frame, {}) if choices.maybe() else words
    paces = {"all": _curve(choices, frame, {})}
    keys = ("t0", "t1")[: 1 + choices.number(1)]
    targets = {key: _target(choices, frame, plan) for key in keys}
    days = [day for day in ends_of(frame) if day >= last_day(frame, frame.labels[2])]
    day = choices.pick(*days) if choices.number(2) else _day(choices, *time_of(frame, {}))
    return {"plan": plan, "paces": paces, "targets": targets}, day


def _tenths(choices: Choices, least: int = 0) -> Decimal:
    return Decimal(least + choices.number(120)) / 10


def _day(choices: Choices, first: date, last: date) -> date:
    return first + timedelta(days=choices.number((last - first).days))


def _goal(choices: Choices) -> Document:
    """Chooses a goal, or none, of each kind and direction."""
    match choices.number(5):
        case 0 | 1:
            return {"kind": "cumulative", "goal": _tenths(choices, 1)}
        case 2:
            return {"kind": "cumulative", "goal": _tenths(choices), "direction": "at_most"}
        case 3:
            return {"kind": "level", "goal": _tenths(choices), "baseline": _tenths(choices)}
        case 4:
            capped = {"direction": "at_most"} if choices.maybe() else {}
            return {"kind": "level", "goal": _tenths(choices)} | capped
        case _:
            return {"kind": "cumulative"}


def _target(choices: Choices, frame: Frame, plan: Document) -> Document:
    target: Document = {"name": "Target"} | _goal(choices) | _times(choices, frame)
    level = target["kind"] == "level"
    if choices.maybe():
        target["reporting"] = choices.pick(*REPORTING)
    if not level and choices.maybe():
        target["counting"] = choices.pick(*COUNTING)
    if choices.maybe():
        if level and "baseline" not in target:
            target["pace"] = "at_due"
        else:
            word = choices.pick("all", "steady", "last_year", "at_due")
            target["pace"] = _curve(choices, frame, target) if choices.maybe() else word
        if frame.labels[3] == "H1":
            target["last_year"] = {"H1": _tenths(choices), "FY": Decimal("12.1")}
        elif target["pace"] == "last_year":
            del target["pace"]
    adds_up = not level and target.get("counting", plan.get("counting")) == "per_period"
    target["actual"] = _figures(choices, frame, target, adds_up)
    if choices.maybe():
        names = ("p", "q", "r")[: 1 + choices.number(2)]
        target["parts"] = {name: _part(choices, frame, target, adds_up) for name in names}
        if choices.maybe():
            del target["actual"]
    if choices.number(3) == 1:
        target["dropped"] = _day_within(choices, frame, target)
    return target | _adjustments(choices, frame, target, target)


def _adjustments(choices: Choices, frame: Frame, target: Document, own: Document) -> Document:
    """Chooses goals of later days, or none, for a target or for one of its parts (`own`)."""
    if "goal" not in own or choices.number(2) != 1:
        return {}
    goal, baseline = own["goal"], own.get("baseline")
    least = 0 if target["kind"] == "level" or "direction" in target else 1
    adjusted: Document = {}
    for _ in range(1 + choices.number(1)):
        day = str(_day_within(choices, frame, target))
        new = _tenths(choices, least) if baseline is None else _between(choices, baseline, goal)
        adjusted[day] = {"goal": new, "note": "why"} if choices.maybe() else new
    return {"adjusted": adjusted}


def _between(choices: Choices, baseline: Decimal, goal: Decimal) -> Decimal:
    """Chooses a goal on the same side of the baseline, at most twice as far from it."""
    return baseline + (goal - baseline) * (1 + choices.number(19)) / 10


def _day_within(choices: Choices, frame: Frame, target: Document) -> date:
    """Chooses a day on which a goal may be adjusted, or a target dropped."""
    start, due = time_of(frame, target)
    return _day(choices, start + timedelta(days=1), max(due, time_of(frame, {})[1]))


def _times(choices: Choices, frame: Frame) -> Document:
    """Chooses a start or a due date of the target's own, or neither."""
    given = {key: choices.pick(*frame.days) for key in ("start", "due") if choices.maybe()}
    start, due = time_of(frame, given)
    return dict(given) if start < due else {}


def _part(choices: Choices, frame: Frame, target: Document, adds_up: bool) -> Document:
    part: Document = {"actual": _figures(choices, frame, target, adds_up)}
    if choices.number(3) != 1:
        part["goal"] = _tenths(choices, 1)
    return part | _adjustments(choices, frame, target, part)


def _figures(choices: Choices, frame: Frame, target: Document, adds_up: bool) -> Document:
    """Chooses figures for some labels in the target's time; totals grow."""
    labels = within(frame, target, frame.increments if adds_up else frame.labels)
    fewest = min(choices.pick(2, 1, 3, 0), len(labels))
    chosen = sorted(choices.some(labels, len(labels), fewest))
    values = [_tenths(choices) for _ in chosen]
    if target["kind"] == "cumulative" and not adds_up:
        chosen.sort(key=lambda label: last_day(frame, label))
        values.sort()
    return dict(zip(chosen, values, strict=True))


def _curve(choices: Choices, frame: Frame, target: Document) -> Document:
    """Chooses a rising curve strictly within the time of a target, or of the plan; some of interim goals."""
    start, due = time_of(frame, target)
    labels = [label for label in frame.labels if start < last_day(frame, label) < due]
    shares = sorted(choices.number(20) for _ in range(min(choices.number(3), len(labels))))
    chosen = sorted(labels[: len(shares)], key=lambda label: last_day(frame, label))
    goal, origin = target.get("goal"), target.get("baseline", Decimal(0))
    if goal is not None and goal != origin and choices.maybe():
        return {label: origin + (goal - origin) * n / 20 for label, n in zip(chosen, shares, strict=True)}
    return {label: f"{5 * n}%" for label, n in zip(chosen, shares, strict=True)}


SPECIAL = tuple(map(Decimal, ("0", "-0.0", "1e5", "200", "1E-15", "0.0000005", "400.00")))
HOSTILE = ("A", "A,B", 'the "third"', " 1 ", "=1+1", "'", ";", "指标,甲")


def wide_documents() -> st.SearchStrategy[tuple[Document, date]]:
    """Draws a document of one target with figures of any digits, and a day; it may be faulty."""
    return drawn_bytes(120, 240).map(lambda drawn: _wide_document(Choices(drawn)))


def _wide(choices: Choices) -> Decimal:
    """Chooses a figure of any size and sign, many close to each other or with a zero at their end."""
    match choices.number(3):
        case 0:
            return choices.pick(*SPECIAL)
        case 1:
            return Decimal(choices.number(80) - 40) / 10
        case 2:
            return 200 + Decimal(choices.number(2 * 10**9) - 10**9).scaleb(-15)
        case _:
            digits = 10 ** choices.pick(30, 20, 15, 6) - 1
            return Decimal(f"{choices.number(2 * digits) - digits}e-15")  # exact: scaleb would round


def _wide_document(choices: Choices) -> tuple[Document, date]:
    kind, direction = choices.pick("cumulative", "level"), choices.pick("at_least", "at_most")
    level = kind == "level"

    def number(*, below: bool = level) -> Decimal:
        return _wide(choices) if below else abs(_wide(choices))

    def actual() -> Document:
        return {label: number() for label in ("Q1", "H1", "M11") if choices.maybe()}

    def part() -> Document:
        return {"goal": number()} | ({"actual": actual()} if choices.maybe() else {})

    given: dict[str, Callable[[], object]] = {
        "actual": actual,
        "goal": number,
        "committed": lambda: choices.pick(number(below=False), {key: number(below=False) for key in "xy"}),
        "weight": lambda: choices.pick(Decimal("0.50"), Decimal("1e1")),
        "pace": lambda: choices.pick("at_due", {"H1": "50%"}, {"H1": "0%"}, {"Q1": "99.99999999999%"}),
        "owner": lambda: choices.pick(*HOSTILE),
        "source": lambda: choices.pick(*HOSTILE),
        "binding": choices.maybe,
        "due": lambda: choices.pick(date(2024, 6, 30), date(2024, 10, 31), date(2026, 5, 5)),
    }
    if level:
        given["baseline"] = number
    else:
        given["parts"] = lambda: {name: part() for name in choices.some(HOSTILE, 2, least=1)}
        given["counting"] = lambda: choices.pick(*COUNTING)
    target: Document = {"name": choices.pick(*HOSTILE)}
    target |= {key: choose() for key, choose in given.items() if choices.maybe()}
    target |= {"kind": kind} if "baseline" in target else {"kind": kind, "direction": direction}
    document = {"plan": {"title": "Plan", "year": 2024}, "targets": {"a": target}}
    return document, choices.pick(date(2024, 3, 31), date(2024, 6, 30), date(2024, 12, 31))


def scaled(document: Document) -> Document:
    """Returns the same plan in a unit a tenth as large: every figure is ten times what it was."""
    targets = {key: ten_times(target) for key, target in document["targets"].items()}
    return document | {"targets": targets}


def ten_times(table: Mapping[str, Any]) -> Document:
    """Returns a table with its figures, and those of its parts, ten times as large."""
    grown = {key: grow(value) if key in FIGURES else value for key, value in table.items()}
    if "parts" in table:
        grown["parts"] = {name: ten_times(part) for name, part in table["parts"].items()}
    return grown


def grow(value: Any) -> Any:  # noqa: ANN401 - a figure, a table of figures and shares, or a word
    """Returns ten times a figure, or each figure of a table; shares and words stay as they are."""
    if isinstance(value, dict):
        return {key: grow(each) for key, each in value.items()}
    return value * 10 if isinstance(value, Decimal) else value


# --- the frame's days


def time_of(frame: Frame, target: Document) -> tuple[date, date]:
    """Returns the first and last day of a target, by default of the plan."""
    year = frame.plan.get("year")
    start = date(year, 1, 1) if year else frame.plan["start"]
    end = date(year, 12, 31) if year else frame.plan["end"]
    own = {"start": start, "due": end} | target
    return own["start"], own["due"]


def last_day(frame: Frame, label: str) -> date:
    """Returns the day that a label stands for."""
    return oracle.stretch(label, time_of(frame, {})[0])[1]


def within(frame: Frame, target: Document, labels: tuple[str, ...]) -> list[str]:
    """Returns the labels for which a target can have figures."""
    start, due = time_of(frame, target)
    last = max(due, time_of(frame, {})[1])
    return [label for label in labels if start <= last_day(frame, label) <= last]


def ends_of(frame: Frame) -> list[date]:
    """Returns the days on which most things happen."""
    return sorted({last_day(frame, label) for label in frame.labels} | set(frame.days))
