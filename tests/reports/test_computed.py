"""The fast figures for machines are the plain ones, for any target."""

from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from kit.some_plans import documents, wide_documents
from plan_tracker.judging.evaluation import Result, evaluate
from plan_tracker.numbers import DIGITS, EXACT, plain, shortest
from plan_tracker.plan import kinds
from plan_tracker.questions.outlook import outlook
from plan_tracker.reading.validation import validate
from plan_tracker.reports.computed import Outlook, Standing, computed
from plan_tracker.reports.figures import machine_figure, machine_lead, machine_share


def plainly(result: Result) -> tuple[Standing, Outlook]:
    """What the fractions say, rounded for machines."""
    ahead, typed = outlook(result), result.actual.value if result.actual else None
    rate, lead = result.completion_rate, result.lead

    def figure(value: Fraction | None, apart_from: Decimal | None) -> Decimal | None:
        return None if value is None else machine_figure(value, apart_from)

    def exact(value: Fraction | None) -> Decimal | None:
        return None if value is None else shortest(value, DIGITS)

    standing = (
        None if rate is None else machine_share(rate, result.pace),
        None if result.pace is None else machine_share(result.pace),
        # of a level to be held the goal is expected, with the digits it was typed with
        exact(result.expected) if kinds.is_held(result.target) else figure(result.expected, typed),
        None if lead is None else machine_lead(lead),
        exact(result.difference),
    )
    return standing, (
        exact(ahead.remaining),
        figure(ahead.projected, result.target.goal),
        figure(ahead.required_multiple, Decimal(1)),
        exact(ahead.committed),
        None if ahead.coverage is None else machine_share(ahead.coverage),
        exact(ahead.uncovered),
    )


def texts(figures: tuple[Standing, Outlook]) -> list[str]:
    """Each figure with all its digits; None where nothing applies."""
    return ["None" if each is None else plain(each) for group in figures for each in group]


def compare(document: dict[str, Any], day: date) -> None:
    """Asserts that the fast figures of a plan without faults are the plain ones, digit for digit."""
    plan, _ = validate(document)
    if plan is None:
        return
    for whole in evaluate(plan, day).results:
        for result in (whole, *whole.parts):
            with localcontext(EXACT):
                assert texts(computed(result)) == texts(plainly(result))


@given(documents())
def test_the_fast_figures_equal_the_plain_ones(case: tuple[dict[str, Any], date]) -> None:
    compare(*case)


@given(wide_documents())
def test_the_fast_figures_equal_the_plain_ones_with_any_digits(case: tuple[dict[str, Any], date]) -> None:
    compare(*case)


@pytest.mark.parametrize(
    ("target", "standing", "outlook"),
    [
        (
            # 200.0000001 of 400 is 0.50000000025; twice as much is 400.0000002; 150.5 of 200 is 0.7525
            {"goal": "400", "actual": "200.0000001", "committed": "150.50"},
            "0.500001 0.5 200 0.0001 None",
            "199.9999999 400.000001 0.999999 150.5 0.7525 49.4999999",
        ),
        (
            {"goal": "400", "actual": "199.9999999"},
            "0.499999 0.5 200 -0.0001 None",
            "200.0000001 399.999999 1.000001 None None None",
        ),
        ({"goal": "3", "actual": "2.9999999"}, "0.999999 0.5 1.5 50 None", "0.0000001 6 0 None None None"),
        ({"goal": "1e5", "actual": "50000"}, "0.5 0.5 50000 0 None", "50000 100000 1 None None None"),
        (
            # 7 is half the way from 10 down to 4; twice a way of 2.9999999 ends at 4.0000002
            {"goal": "4", "baseline": "10", "actual": "7.0000001", "committed": "0.0"},
            "0.499999 0.5 7 -0.0001 3.0000001",
            "3.0000001 4.000001 None 0 None None",
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
    given |= {"name": "A", "actual": {"H1": given["actual"]}}
    given |= {"kind": "level"} if "baseline" in target else {}
    plan, _ = validate({"plan": {"title": "P", "year": 2024}, "targets": {"a": given}})
    assert plan is not None
    (result,) = evaluate(plan).results
    with localcontext(EXACT):
        assert texts(computed(result)) == [*standing.split(), *outlook.split()]


def test_a_bound_that_reaches_the_goal_leaves_nothing_and_projects_nothing() -> None:
    parts = {"x": {"actual": {"H1": 10}}, "y": {}}
    target = {"name": "A", "goal": 4, "committed": 3, "parts": parts}
    plan, _ = validate({"plan": {"title": "P", "year": 2024}, "targets": {"a": target}})
    assert plan is not None
    (result,) = evaluate(plan).results
    with localcontext(EXACT):
        # 10 of 4 is 2.5, two whole goals or 200 points above one half; nothing more is needed, so no speed
        assert texts(computed(result)) == [
            "2.5",
            "0.5",
            "2",
            "200",
            "None",
            "0",
            "None",
            "0",
            "3",
            "None",
            "0",
        ]


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
    target = {"name": "A", "kind": "level"} | level
    plan, _ = validate({"plan": {"title": "P", "year": 2024}, "targets": {"a": target}})
    assert plan is not None
    (result,) = evaluate(plan).results
    with localcontext(EXACT):
        assert texts(computed(result)) == [*figures.split(), *["None"] * 4]
