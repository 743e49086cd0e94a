"""The computed figures of a row, against the manual's formulas in fractions and against figures by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given

from kit.judged import HEAD, judged
from kit.oracle import order
from kit.some_plans import documents, wide_documents
from plan_tracker.judging.evaluation import evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT, plain, scale
from plan_tracker.plan.model import Direction, Kind
from plan_tracker.reading.validation import validate
from plan_tracker.reports.rows import COLUMNS, row

COMPUTED = (
    *("completion_rate", "pace", "expected", "lead_pp", "difference"),
    *("remaining", "projected", "required_multiple", "committed", "coverage", "uncovered"),
)
JUDGED = {Status.DONE, Status.ON_PACE, Status.SLIPPING, Status.BEHIND, Status.MISSED}
Figure = Fraction | None


def computed(result: Result) -> dict[str, str]:
    """The computed figures of a row as texts."""
    values = row(result)
    assert tuple(values) == COLUMNS
    found = {key: values[key] for key in COMPUTED}
    return {key: plain(value) if isinstance(value, Decimal) else str(value) for key, value in found.items()}


# --- the manual's formulas, in fractions


def by_the_manual(result: Result) -> dict[str, Fraction | None]:
    """The exact figures of the manual, from the typed ones."""
    found: dict[str, Fraction | None] = dict.fromkeys(COMPUTED)
    target, pace = result.target, result.pace
    found["pace"] = pace
    work = (
        sum((Fraction(each.amount) for each in target.committed), Fraction(0)) if target.committed else None
    )
    found["committed"] = work
    if target.goal is None or result.actual is None:
        return found
    goal, actual, is_bound = Fraction(target.goal), Fraction(result.actual.value), result.is_bound
    is_level, at_most = target.kind is Kind.LEVEL, target.direction is Direction.AT_MOST
    if is_level:
        found["difference"] = actual - goal
    if is_level and target.baseline is None:
        found["completion_rate"] = actual / goal if goal > 0 and not at_most else None
        found["expected"] = goal if result.status in JUDGED else None
        return found
    start = Fraction(target.baseline or 0)
    rate = (actual - start) / (goal - start) if goal != start else None
    found["completion_rate"] = rate
    if pace is not None:
        found["expected"] = start + (goal - start) * pace
        if rate is not None:
            found["lead_pp"] = (pace - rate if at_most and not is_level else rate - pace) * 100
    if result.status == "dropped":
        return found
    found |= _ahead(start, goal, actual, pace, work, is_level=is_level, at_most=at_most, is_bound=is_bound)
    return found


def _ahead(
    start: Fraction,
    goal: Fraction,
    actual: Fraction,
    pace: Figure,
    work: Figure,
    *,
    is_level: bool,
    at_most: bool,
    is_bound: bool,
) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    is_cap = at_most and not is_level
    remaining = actual - goal if is_level and at_most else goal - actual
    if not is_cap:
        remaining = max(remaining, Fraction(0))
    if is_bound and (is_cap or remaining):
        return found
    found["remaining"] = remaining
    if pace and not is_bound:
        found["projected"] = start + (actual - start) / pace
    if is_level or is_cap:
        return found
    if pace and pace < 1 and actual:
        found["required_multiple"] = (remaining / (1 - pace)) / (actual / pace)
    if work is not None:
        found["coverage"] = work / remaining if remaining else None
        found["uncovered"] = max(remaining - work, Fraction(0))
    return found


def shown(figure: Figure, digits: int, *marks: tuple[Figure, bool]) -> str:
    """A figure rounded half away from zero, in as many digits more as standing to its marks takes.

    A mark comes with whether it is printed in the same digits, or as it is.
    """
    if figure is None:
        return "None"
    while True:
        rounded = _half_up(figure, digits)
        beside = [
            (mark, _half_up(mark, digits) if both else mark) for mark, both in marks if mark is not None
        ]
        if all(order(rounded, printed) == order(figure, mark) for mark, printed in beside):
            return plain(scale(int(rounded * 10**digits), digits).normalize(EXACT))
        digits += 1


def digits_of(rate: Fraction, pace: Fraction) -> int:
    """In how many digits a rate stands to 0 and 1, and to its pace in the same digits, as it does."""
    digits = 6
    one = Fraction(1)
    pairs = ((rate, one), (pace, one), (rate, pace), (rate, Fraction(0)))
    while any(order(_half_up(a, digits), _half_up(b, digits)) != order(a, b) for a, b in pairs):
        digits += 1
    return digits


def _half_up(figure: Fraction, digits: int) -> Fraction:
    size = Fraction(floor(abs(figure) * 10**digits + Fraction(1, 2)), 10**digits)
    return size if figure >= 0 else -size


def compare(document: dict[str, Any], day: date) -> None:
    """Asserts that the computed figures of a plan without faults are those of the manual."""
    plan, _ = validate(document)
    for whole in evaluate(plan, day).results if plan else ():
        for result in (whole, *whole.parts):
            exact, found = by_the_manual(result), computed(result)
            none, one = (Fraction(0), False), (Fraction(1), False)
            rate, pace = exact["completion_rate"], result.pace
            marks: dict[str, list[tuple[Figure, bool]]] = {key: [none] for key in COMPUTED}
            marks |= {"completion_rate": [none, one, (result.pace, True)], "pace": [one]}
            marks |= {"coverage": [none, one], "required_multiple": [none, one]}
            actual = None if result.actual is None else Fraction(result.actual.value)
            goal = None if result.target.goal is None else Fraction(result.target.goal)
            marks |= {"expected": [none, (actual, False)], "projected": [none, (goal, False)]}
            together = (
                [_half_up(each, digits_of(rate, pace)) for each in (rate, pace)]
                if rate is not None and pace is not None
                else []
            )
            for key in COMPUTED:
                rounded = shown(exact[key], 4 if key == "lead_pp" else 6, *marks[key])
                if together and key in ("completion_rate", "pace"):
                    assert Fraction(found[key]) == together[key == "pace"], key
                else:
                    assert found[key] == rounded or Fraction(found[key]) == exact[key], key


@given(documents())
def test_computed_figures_are_those_of_the_manual(case: tuple[dict[str, Any], date]) -> None:
    compare(*case)


@given(wide_documents())
def test_computed_figures_are_those_of_the_manual_with_any_digits(case: tuple[dict[str, Any], date]) -> None:
    compare(*case)


# --- by hand


def figures_of(target: dict[str, Any]) -> list[str]:
    plan, _ = validate({"plan": {"title": "P", "year": 2024}, "targets": {"a": {"name": "A"} | target}})
    assert plan is not None
    (result,) = evaluate(plan).results
    return list(computed(result).values())


@pytest.mark.parametrize(
    ("target", "standing", "outlook"),
    [
        (
            # 200.0000001 of 400 is 0.50000000025; twice as much is 400.0000002; 150.5 of 200 is 0.7525
            {"goal": "400", "actual": "200.0000001", "committed": "150.50"},
            "0.5000000003 0.5 200 0.00000003 None",
            "199.9999999 400.0000002 0.999999999 150.5 0.7525 49.4999999",
        ),
        (
            {"goal": "400", "actual": "199.9999999"},
            "0.4999999998 0.5 200 -0.00000003 None",
            "200.0000001 399.9999998 1.000000001 None None None",
        ),
        (
            {"goal": "3", "actual": "2.9999999"},
            "0.99999997 0.5 1.5 50 None",
            "0.0000001 5.9999998 0.00000003 None None None",
        ),
        (
            # a millionth of a millionth is not nothing: half of it is expected, a month brought a sixth
            {"goal": "0.00000001", "actual": "0.0000000001", "committed": "0.000000000000001"},
            "0.01 0.5 0.000000005 -49 None",
            "0.0000000099 0.0000000002 99 0.000000000000001 0.0000001 0.000000009899999",
        ),
        (
            {"goal": "999999999999999", "actual": "1", "direction": "at_most"},
            "0.000000000000001 0.5 499999999999999.5 50 None",
            "999999999999998 2 None None None None",
        ),
        ({"goal": "1e5", "actual": "50000"}, "0.5 0.5 50000 0 None", "50000 100000 1 None None None"),
        (
            # 7 is half the way from 10 down to 4; twice a way of 2.9999999 ends at 4.0000002
            {"goal": "4", "baseline": "10", "actual": "7.0000001", "committed": "0.0"},
            "0.49999998 0.5 7 -0.000002 3.0000001",
            "3.0000001 4.0000002 None 0 None None",
        ),
        (
            {"goal": "0", "actual": "-0.0", "kind": "level"},
            "None None 0 None 0",
            "None None None None None None",
        ),
        (
            {"goal": "0", "actual": "0.0", "direction": "at_most"},
            "None 0.5 0 None None",
            "0 0 None None None None",
        ),
    ],
)
def test_figures_close_to_a_mark_are_not_rounded_to_it(
    target: dict[str, str], standing: str, outlook: str
) -> None:
    words = {"kind", "direction"}
    given: dict[str, Any] = {key: text if key in words else Decimal(text) for key, text in target.items()}
    given |= {"actual": {"H1": given["actual"]}} | ({"kind": "level"} if "baseline" in target else {})
    assert figures_of(given) == [*standing.split(), *outlook.split()]


def test_a_bound_that_reaches_the_goal_leaves_nothing_and_projects_nothing() -> None:
    # 10 of 4 is 2.5, two whole goals or 200 points above one half; nothing more is needed, so no speed
    parts = {"x": {"actual": {"H1": 10}}, "y": {}}
    found = figures_of({"goal": 4, "committed": 3, "parts": parts})
    assert found == ["2.5", "0.5", "2", "200", "None", "0", "None", "0", "3", "None", "0"]


@pytest.mark.parametrize(
    ("level", "figures"),
    [
        # 1 of a way of 6 is 0.1666…, 16.6666… points above the nothing that is due: nothing is projected
        (
            {"baseline": 10, "goal": 4, "actual": {"H1": 9}, "pace": {"H1": "0%"}},
            "0.166667 0 10 16.6667 5 5 None",
        ),
        # no way has no rate; 1 below in half the time is 2 below at its end
        ({"baseline": 10, "goal": 10, "actual": {"H1": 9}}, "None 0.5 10 None -1 1 8"),
        # a level that is not due has a rate, but no pace and nothing that follows from one
        ({"baseline": 4, "goal": 10, "actual": {"H1": 7}, "pace": "at_due"}, "0.5 None None None -3 3 None"),
    ],
)
def test_a_level_has_the_figures_that_its_way_and_pace_allow(level: dict[str, Any], figures: str) -> None:
    assert figures_of({"kind": "level"} | level) == [*figures.split(), *["None"] * 4]


def test_the_feed_of_a_target_is_that_of_its_parts() -> None:
    evaluation = judged(
        f'{HEAD}[feeds.register]\nquery = "q.sql"\n[targets.a]\nname = "A"\nfeed = "register"\n'
        '[targets.a.parts.n]\ngoal = 1\n[targets.b]\nname = "B"\n'
    )
    results = [each for whole in evaluation.results for each in (whole, *whole.parts)]

    feeds = {each.target.id: row(each)["feed"] for each in results}
    assert feeds == {"a": "register", "a/n": "register", "b": None}
