"""Plans of every kind for Hypothesis, as parsed documents: few figures, so that equality is common."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from hypothesis import strategies as st

from kit import oracle

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
REPORTING = st.sampled_from(["month", "quarter", "half-year", "year"])
COUNTING = st.sampled_from(["to_date", "per_period"])
TENTHS = st.integers(0, 120).map(lambda n: Decimal(n) / 10)
POSITIVE = st.integers(1, 121).map(lambda n: Decimal(n) / 10)
SHARES = st.lists(st.integers(0, 20), max_size=3).map(sorted)
TOTAL, LEVEL, CAP = {"kind": st.just("cumulative")}, {"kind": st.just("level")}, st.just("at_most")
GOALS = st.one_of(
    st.fixed_dictionaries(TOTAL | {"goal": POSITIVE}),
    st.fixed_dictionaries(TOTAL | {"goal": POSITIVE}),
    st.fixed_dictionaries(TOTAL | {"goal": TENTHS, "direction": CAP}),
    st.fixed_dictionaries(LEVEL | {"goal": TENTHS, "baseline": TENTHS}),
    st.fixed_dictionaries(LEVEL | {"goal": TENTHS}, optional={"direction": CAP}),
    st.fixed_dictionaries(TOTAL),
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, date]:
    """Draws a document (faulty only if a curve stands still over a target's time) and a day to judge it."""
    frame = draw(st.sampled_from(FRAMES))
    optional: dict[str, st.SearchStrategy[Any]] = {
        "calendar": st.sampled_from(["months", "days"]),
        "reporting": REPORTING,
        "counting": COUNTING,
        "pace": st.one_of(st.sampled_from(["all", "steady", "all", "at_due"]), curves(frame, {})),
    }
    tolerance = {"tolerance": st.sampled_from(["12.5pp", "37.5pp", "50pp", "0pp"])}
    plan = {"title": "Plan"} | frame.plan | draw(st.fixed_dictionaries(tolerance, optional=optional))
    paces = {"all": draw(curves(frame, {}))}
    keys = [f"t{n}" for n in range(draw(st.integers(1, 2)))]
    document = {"plan": plan, "paces": paces, "targets": {key: draw(targets(frame, plan)) for key in keys}}
    days = [day for day in ends_of(frame) if day >= last_day(frame, frame.labels[2])]
    start, end = time_of(frame, {})
    return document, draw(st.one_of(st.sampled_from(days), st.sampled_from(days), st.dates(start, end)))


@st.composite
def targets(draw: st.DrawFn, frame: Frame, plan: Document) -> Document:
    """Draws one target."""
    target: Document = {"name": "Target"} | draw(GOALS) | draw(times(frame))
    level = target["kind"] == "level"
    words_of_time = {"reporting": REPORTING} if level else {"reporting": REPORTING, "counting": COUNTING}
    target |= draw(st.fixed_dictionaries({}, optional=words_of_time))
    held = level and "baseline" not in target
    words = st.sampled_from(["at_due"] if held else ["all", "steady", "last_year", "at_due"])
    if draw(st.booleans()):
        target["pace"] = draw(words if held else words | curves(frame, target))
        if frame.labels[3] == "H1":
            target["last_year"] = {"H1": draw(TENTHS), "FY": Decimal("12.1")}
        elif target["pace"] == "last_year":
            del target["pace"]
    adds_up = not level and target.get("counting", plan.get("counting")) == "per_period"
    target["actual"] = draw(figures(frame, target, adds_up))
    if not level and draw(st.booleans()):
        names = ["p", "q", "r"][: draw(st.integers(1, 3))]
        target["parts"] = {name: draw(parts(frame, target, adds_up)) for name in names}
        if draw(st.booleans()):
            del target["actual"]
    if draw(st.integers(0, 3)) == 0:
        target["dropped"] = draw(days_within(frame, target))
    return target | draw(adjustments(frame, target, target))


@st.composite
def adjustments(draw: st.DrawFn, frame: Frame, target: Document, own: Document) -> Document:
    """Draws goals of later days, or none, for a target or for one of its parts (`own`)."""
    if "goal" not in own or draw(st.integers(0, 2)):
        return {}
    goal, baseline = own["goal"], own.get("baseline")
    if baseline is None:
        goals = TENTHS if target["kind"] == "level" or "direction" in target else POSITIVE
    else:
        goals = st.integers(1, 20).map(lambda n: baseline + (goal - baseline) * n / 10)
    days = draw(st.lists(days_within(frame, target), min_size=1, max_size=2, unique=True))
    noted = st.booleans()
    drawn = {str(day): {"goal": draw(goals), "note": "why"} if draw(noted) else draw(goals) for day in days}
    return {"adjusted": drawn}


def days_within(frame: Frame, target: Document) -> st.SearchStrategy[date]:
    """Returns the days on which a goal may be adjusted, or a target dropped."""
    start, due = time_of(frame, target)
    return st.dates(start + timedelta(days=1), max(due, time_of(frame, {})[1]))


@st.composite
def times(draw: st.DrawFn, frame: Frame) -> Document:
    """Draws a start or a due date of the target's own, or neither."""
    days = frame.days
    given: dict[str, date] = draw(
        st.fixed_dictionaries({}, optional={"start": st.sampled_from(days), "due": st.sampled_from(days)})
    )
    start, due = time_of(frame, given)
    return dict(given) if start < due else {}


@st.composite
def parts(draw: st.DrawFn, frame: Frame, target: Document, adds_up: bool) -> Document:
    """Draws one part of a target."""
    part: Document = {"actual": draw(figures(frame, target, adds_up))}
    if draw(st.sampled_from([True, True, True, False])):
        part["goal"] = draw(POSITIVE)
    return part | draw(adjustments(frame, target, part))


@st.composite
def figures(draw: st.DrawFn, frame: Frame, target: Document, adds_up: bool) -> Document:
    """Draws figures for some labels in the target's time; totals grow."""
    labels = within(frame, target, frame.increments if adds_up else frame.labels)
    fewest = min(draw(st.sampled_from([2, 1, 3, 0])), len(labels))
    chosen = sorted(draw(st.sets(st.sampled_from(labels), min_size=fewest))) if labels else []
    values = draw(st.lists(TENTHS, min_size=len(chosen), max_size=len(chosen)))
    if target["kind"] == "cumulative" and not adds_up:
        chosen.sort(key=lambda label: last_day(frame, label))
        values.sort()
    return dict(zip(chosen, values, strict=True))


@st.composite
def curves(draw: st.DrawFn, frame: Frame, target: Document) -> Document:
    """Draws a rising curve strictly within the time of a target, or of the plan; some of interim goals."""
    start, due = time_of(frame, target)
    labels = [label for label in frame.labels if start < last_day(frame, label) < due]
    shares = draw(SHARES)[: len(labels)]
    chosen = sorted(labels[: len(shares)], key=lambda label: last_day(frame, label))
    goal, origin = target.get("goal"), target.get("baseline", Decimal(0))
    if goal is not None and goal != origin and draw(st.booleans()):
        return {label: origin + (goal - origin) * n / 20 for label, n in zip(chosen, shares, strict=True)}
    return {label: f"{5 * n}%" for label, n in zip(chosen, shares, strict=True)}


LIMIT = Decimal(10) ** 15 - Decimal(10) ** -15
WIDE = st.one_of(
    st.sampled_from([Decimal(text) for text in ("0", "-0.0", "1e5", "200", "1E-15", "0.0000005", "400.00")]),
    st.integers(-40, 40).map(lambda n: Decimal(n) / 10),
    st.integers(-(10**9), 10**9).map(lambda n: 200 + Decimal(n).scaleb(-15)),
    st.decimals(-LIMIT, LIMIT, places=15),
)
"""Figures of any size and sign, many close to each other or with a zero at their end."""
WIDE_FROM_NOTHING = WIDE.map(abs)
HOSTILE = st.sampled_from(["A", "A,B", 'the "third"', " 1 ", "=1+1", "'", ";", "指标,甲"])


@st.composite
def wide_documents(draw: st.DrawFn) -> tuple[Document, date]:
    """Draws a document of one target with figures of any digits, and a day; it may be faulty."""
    kind, direction = (
        draw(st.sampled_from(["cumulative", "level"])),
        draw(st.sampled_from(["at_least", "at_most"])),
    )
    level = kind == "level"
    number = WIDE if level else WIDE_FROM_NOTHING
    given: dict[str, st.SearchStrategy[Any]] = {
        "actual": st.fixed_dictionaries({}, optional={"Q1": number, "H1": number, "M11": number}),
        "goal": number,
        "committed": WIDE_FROM_NOTHING
        | st.fixed_dictionaries({"x": WIDE_FROM_NOTHING, "y": WIDE_FROM_NOTHING}),
        "weight": st.sampled_from([Decimal("0.50"), Decimal("1e1")]),
        "pace": st.sampled_from(["at_due", {"H1": "50%"}, {"H1": "0%"}, {"Q1": "99.99999999999%"}]),
        "owner": HOSTILE,
        "source": HOSTILE,
        "binding": st.booleans(),
        "due": st.sampled_from([date(2024, 6, 30), date(2024, 10, 31), date(2026, 5, 5)]),
    }
    if level:
        given["baseline"] = WIDE
    else:
        part = st.fixed_dictionaries({"goal": number}, optional={"actual": given["actual"]})
        given["parts"] = st.dictionaries(HOSTILE, part, min_size=1, max_size=2)
        given["counting"] = COUNTING
    target = draw(st.fixed_dictionaries({"name": HOSTILE}, optional=given))
    target |= {"kind": kind} if "baseline" in target else {"kind": kind, "direction": direction}
    document = {"plan": {"title": "Plan", "year": 2024}, "targets": {"a": target}}
    return document, draw(st.sampled_from([date(2024, 3, 31), date(2024, 6, 30), date(2024, 12, 31)]))


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
