"""The rules of judgement once more, read from the manual and written as plainly as possible.

Works on the parsed document alone, with fractions, and shares nothing with the package. Slow on purpose.
It expects a valid plan whose labels are dates, labels of the plan's year, or labels of a calendar year.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

EVENING = timedelta(days=1)
Table = Mapping[str, Any]
Knots = list[tuple[Fraction, Fraction]]
MONTHS_OF_LABEL = {"H": 6, "Q": 3, "M": 1, "F": 12}
MONTHS_OF_REPORTING = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


def order(one: Fraction | Decimal, other: Fraction | Decimal | int) -> int:
    """Tells how two numbers compare: below 0, 0, or above 0 as the first is less, equal, or more."""
    return (Fraction(one) > other) - (Fraction(one) < other)


class Verdict(NamedTuple):
    """What the manual says of one target, and the number of its rule that decides."""

    rule: int
    status: str
    pace: Fraction | None = None
    lead: Fraction | None = None
    expected: Fraction | None = None
    late: bool | None = None


class Figure(NamedTuple):
    """A running total or a level by the evening of a day; a bound is an incomplete total."""

    day: date
    value: Fraction
    bound: bool


class PlanOf(NamedTuple):
    """What a document says of the plan itself."""

    start: date
    end: date
    table: Table
    paces: Table


def judge(document: Table, as_of: date) -> dict[str, Verdict]:
    """Returns the verdict on each target and each part of a document, by id."""
    table = document["plan"]
    year = table.get("year")
    start = date(year, 1, 1) if year else table["start"]
    end = date(year, 12, 31) if year else table["end"]
    plan = PlanOf(start, end, table, document.get("paces", {}))
    verdicts: dict[str, Verdict] = {}
    for key, target in document["targets"].items():
        whole = {"start": start, "due": end, "kind": "cumulative"} | target
        whole["direction"] = direction(whole)
        whole = in_force(whole, as_of)
        verdicts[key] = verdict(plan, whole, whole, figures(plan, whole), as_of)
        for name, part in target.get("parts", {}).items():
            not_inherited = ("goal", "first", "adjusted", "actual", "baseline", "parts")
            inherited = {k: v for k, v in whole.items() if k not in not_inherited}
            own = in_force(inherited | part, as_of)
            verdicts[f"{key}/{name}"] = verdict(plan, own, whole, figures(plan, own), as_of)
    return verdicts


def in_force(target: Table, as_of: date) -> Table:
    """Returns the target with the goal in force on a day; keeps the first goal under a key of its own."""
    found: dict[str, Any] = {"first": target.get("goal"), **target}
    for day in sorted(target.get("adjusted", {})):
        if date.fromisoformat(day) <= as_of:
            adjusted = target["adjusted"][day]
            found["goal"] = adjusted["goal"] if isinstance(adjusted, dict) else adjusted
    return found


def direction(target: Table) -> str:
    """Returns at least or at most: as given, or as a baseline implies."""
    goal, baseline = target.get("goal"), target.get("baseline")
    if goal is None or baseline is None or goal == baseline:
        return str(target.get("direction", "at_least"))
    return "at_least" if goal > baseline else "at_most"


# --- time


def months_later(start: date, months: int) -> date:
    """Returns the same day so many months later, or the last of a month that is too short."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


@cache
def stretch(label: str, start: date) -> tuple[date, date]:
    """Returns the first and last day of a label; a date is its own first day."""
    if label[0].isdigit() and label[-3] == "-" and label[-2:].isdigit():
        return date.fromisoformat(label), date.fromisoformat(label)
    if label[0].isdigit():
        start, label = date(int(label[:4]), 1, 1), label[5:]
    length = MONTHS_OF_LABEL[label[0]]
    number = 1 if label == "FY" else int(label[1:])
    return months_later(start, length * (number - 1)), months_later(start, length * number) - EVENING


def position(plan: PlanOf, day: date) -> Fraction:
    """Returns the position of a day, in months or in days."""
    if plan.table.get("calendar") == "days":
        return Fraction(day.toordinal())
    return 12 * day.year + day.month - 1 + Fraction(day.day, calendar.monthrange(day.year, day.month)[1])


def needed_day(plan: PlanOf, target: Table, as_of: date) -> date | None:
    """Returns the due date once it is past, else the last reporting date after the start."""
    if target["due"] <= as_of:
        return date.fromisoformat(str(target["due"]))
    months = MONTHS_OF_REPORTING[target.get("reporting", plan.table.get("reporting", "half-year"))]
    ends = {plan.end} | {months_later(plan.start, n) - EVENING for n in range(months, 1200, months)}
    return max((day for day in ends if target["start"] < day <= min(as_of, plan.end)), default=None)


# --- pace


def share(plan: PlanOf, target: Table, whole: Table, day: date) -> Fraction | None:
    """Returns the share of the goal expected by a day; None where a level has no pace."""
    rule = target.get("pace", plan.table.get("pace", "steady"))
    if target["kind"] == "level" and "baseline" not in target:
        if target.get("pace") != "at_due":
            return None
        rule = "at_due"
    if rule == "at_due":
        return Fraction(1 if day >= target["due"] else 0)
    first, last = target["start"], target["due"]
    knots: Mapping[str, Fraction] = {}
    if "pace" in target and not isinstance(rule, str):
        origin = Fraction(whole.get("baseline", 0))
        knots = {k: as_share(v, origin, Fraction(whole["first"] or 0)) for k, v in rule.items()}
    elif rule != "steady":
        first, last = plan.start, plan.end
        knots = of_last_year(plan, target) if rule == "last_year" else of_table(plan, rule)
    line = [(position(plan, stretch(k, plan.start)[1]), v) for k, v in knots.items()]
    line += [(position(plan, first - EVENING), Fraction(0)), (position(plan, last), Fraction(1))]
    begin = along(sorted(line), position(plan, target["start"] - EVENING))
    whole_way = along(sorted(line), position(plan, target["due"])) - begin
    gone = along(sorted(line), position(plan, day)) - begin
    return min(max(gone / whole_way, Fraction(0)), Fraction(1))


def of_table(plan: PlanOf, rule: Any) -> dict[str, Fraction]:  # noqa: ANN401 - a name or a table
    """Returns the shares of a curve for the whole plan."""
    table = plan.paces[rule] if isinstance(rule, str) else rule
    return {label: as_share(value, Fraction(0), Fraction(0)) for label, value in table.items()}


def of_last_year(plan: PlanOf, target: Table) -> dict[str, Fraction]:
    """Returns last year's totals as shares of their last one."""
    totals = {label: Fraction(value) for label, value in target["last_year"].items()}
    (whole,) = (value for label, value in totals.items() if stretch(label, plan.start)[1] == plan.end)
    return {label: value / whole for label, value in totals.items()}


def as_share(value: str | Decimal, origin: Fraction, goal: Fraction) -> Fraction:
    """Returns a share as typed in percent, or that of an interim goal."""
    if isinstance(value, str):
        return Fraction(value.removesuffix("%")) / 100
    return (Fraction(value) - origin) / (goal - origin)


def along(line: Knots, at: Fraction) -> Fraction:
    """Returns the height of a broken line, level beyond its ends."""
    if at <= line[0][0]:
        return line[0][1]
    for (x0, y0), (x1, y1) in pairwise(line):
        if x0 <= at <= x1 and x0 < x1:
            return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
    return line[-1][1]


# --- figures


def figures(plan: PlanOf, target: Table) -> list[Figure]:
    """Returns the totals or levels of a target in order; on days without one, the sums of its parts."""
    actual = target.get("actual", {})
    typed = sorted((*stretch(label, plan.start)[::-1], Fraction(value)) for label, value in actual.items())
    if target["kind"] == "cumulative" and "parts" in target:
        own = figures(plan, {key: value for key, value in target.items() if key != "parts"})
        return known_of(own, sums(plan, target))
    counting = target.get("counting", plan.table.get("counting"))
    if counting != "per_period" or target["kind"] == "level":
        return [Figure(last, value, bound=False) for last, _, value in typed]
    found: list[Figure] = []
    total, bound, next_day = Fraction(0), False, target["start"]
    for last, first, value in typed:
        total += value
        bound = bound or first > next_day
        next_day = last + EVENING
        found.append(Figure(last, total, bound))
    return found


def known_of(own: list[Figure], sums_: list[Figure]) -> list[Figure]:
    """Returns what is known by each day: a complete own figure, else a complete sum, else a bound."""
    found: list[Figure] = []
    for day in sorted({figure.day for figure in own + sums_}):
        complete = [each for each in own + sums_ if each.day == day and not each.bound]
        latest = [[figure for figure in each if figure.day <= day][-1:] for each in (own, sums_)]
        least = max(figure.value for each in latest for figure in each)
        found.append(complete[0] if complete else Figure(day, least, bound=True))
    return found


def sums(plan: PlanOf, target: Table) -> list[Figure]:
    """Adds up the parts' latest totals, for each day on which any has one."""
    parts = target.get("parts", {}).values()
    inherited = {k: v for k, v in target.items() if k not in ("goal", "actual", "parts")}
    of_parts = [figures(plan, inherited | part) for part in parts]
    found: list[Figure] = []
    for day in sorted({figure.day for each in of_parts for figure in each}):
        latest = [[figure for figure in each if figure.day <= day][-1:] for each in of_parts]
        total = sum((figure.value for each in latest for figure in each), Fraction(0))
        bound = not all(each and each[0].day == day and not each[0].bound for each in latest)
        found.append(Figure(day, total, bound))
    return found


# --- the verdict


def verdict(plan: PlanOf, target: Table, whole: Table, known: list[Figure], as_of: date) -> Verdict:
    """Returns the first rule that applies, with pace, expected figure and lead where there is a judgement."""
    if "dropped" in target and target["dropped"] <= as_of:
        return Verdict(0, "dropped")
    if target.get("goal") is None:
        return Verdict(1, "no_goal")
    known = [figure for figure in known if figure.day <= as_of]
    latest = chosen(target, known, needed_day(plan, target, as_of))
    rule, status = decide(plan, target, whole, latest, as_of)
    if latest is None or status in ("not_due", "not_reported"):
        return Verdict(rule, status)
    goal, pace = Fraction(target["goal"]), share(plan, target, whole, latest.day)
    if is_total(target) and target["direction"] == "at_most" and pace_word(plan, target) == "at_due":
        pace = Fraction(1)  # all of a cap is allowed on any day
    origin = start_of(target)
    rate = None if goal == origin else (latest.value - origin) / (goal - origin)
    lead = None
    if rate is not None and pace is not None and not held(target):
        lead = pace - rate if target["direction"] == "at_most" and is_total(target) else rate - pace
    expected = origin + (goal - origin) * (1 if pace is None else pace)
    return Verdict(rule, status, pace, lead, expected, late(target, known) if status == "done" else None)


def chosen(target: Table, known: list[Figure], needed: date | None) -> Figure | None:
    """Returns the figure that is judged, as the manual's section on parts says."""
    if not known:
        return None
    goal, complete = Fraction(target["goal"]), [figure for figure in known if not figure.bound][-1:]

    def proves(figure: Figure) -> bool:
        return is_total(target) and (
            figure.value >= goal if target["direction"] == "at_least" else figure.value > goal
        )

    if known[-1].bound and proves(known[-1]):
        return complete[0] if complete and proves(complete[0]) else known[-1]
    if complete and (needed is None or complete[0].day >= needed):
        return complete[0]
    if not known[-1].bound or needed is None or "parts" not in target:
        return known[-1]
    by_then = [figure for figure in known if figure.day <= needed]
    return Figure(needed, by_then[-1].value, bound=True) if by_then else None


def is_total(target: Table) -> bool:
    """Tells whether the figures are totals."""
    return bool(target["kind"] == "cumulative")


def held(target: Table) -> bool:
    """Tells whether the target is a level without baseline."""
    return not is_total(target) and "baseline" not in target


def start_of(target: Table) -> Fraction:
    """Returns the figure from which the goal is approached."""
    return Fraction(0) if is_total(target) else Fraction(target.get("baseline", target["goal"]))


def met(target: Table, value: Fraction, mark: Fraction) -> bool:
    """Tells whether a figure is on the right side of a mark."""
    return value >= mark if target["direction"] == "at_least" else value <= mark


def decide(plan: PlanOf, target: Table, whole: Table, latest: Figure | None, as_of: date) -> tuple[int, str]:
    """Applies rules 2 to 8. A bound that proves nothing counts under rule 6: the figure is not complete."""
    goal, at_most = Fraction(target["goal"]), target["direction"] == "at_most"
    if latest and is_total(target) and not at_most and latest.value >= goal:
        return 2, "done"
    if latest and is_total(target) and at_most and latest.value > goal:
        return 3, "missed"
    if target["start"] > as_of or (pace_word(plan, target) == "at_due" and target["due"] > as_of):
        return 4, "not_due"
    needed = needed_day(plan, target, as_of)
    if latest is None and needed is None:
        return 5, "not_due"
    if latest is None or (needed is not None and latest.day < needed):
        return 6, "not_reported"
    if target["due"] <= as_of:
        rule, status = 7, "done" if met(target, latest.value, goal) else "missed"
    else:
        rule, status = 8, on_the_way(plan, target, whole, latest)
    if latest.bound and status != ("behind" if at_most else "on_pace"):
        return (5, "not_due") if needed is None else (6, "not_reported")
    return rule, status


def pace_word(plan: PlanOf, target: Table) -> object:
    """Returns the pace as the target has it, or the plan for it."""
    return target.get("pace", None if held(target) else plan.table.get("pace"))


def on_the_way(plan: PlanOf, target: Table, whole: Table, latest: Figure) -> str:
    """Applies rule 8."""
    goal, origin, pace = Fraction(target["goal"]), start_of(target), share(plan, target, whole, latest.day)
    expected = origin + (goal - origin) * (1 if pace is None else pace)
    if met(target, latest.value, expected):
        return "on_pace"
    tolerance = Fraction(plan.table.get("tolerance", "0pp").removesuffix("pp")) / 100
    slips = pace is not None and goal != origin
    if slips and abs(latest.value - expected) / abs(goal - origin) <= tolerance:
        return "slipping"
    return "behind"


def late(target: Table, known: list[Figure]) -> bool | None:
    """Tells whether the goal was reached after its due date, as far as the figures tell."""
    goal = Fraction(target["goal"])
    known = [figure for figure in known if met(target, figure.value, goal) or not figure.bound]
    for_good = len(known)
    while for_good and met(target, known[for_good - 1].value, goal):
        for_good -= 1
    if any(figure.day >= target["due"] for figure in known[:for_good]):
        return True
    return False if for_good < len(known) and known[for_good].day <= target["due"] else None
