"""The fast figures for machines are the plain ones, for any target."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given

from plan_tracker.computed import Computed, computed, pace_shown
from plan_tracker.evaluation import Result, evaluate
from plan_tracker.exact import DIGITS, shortest
from plan_tracker.figures import machine_figure, machine_lead, machine_share
from plan_tracker.outlook import outlook
from plan_tracker.validation import validate
from some_plans import documents


def plainly(result: Result) -> Computed:
    """What the fractions say, rounded for machines."""
    ahead, typed = outlook(result), result.actual.value if result.actual else None
    rate, lead = result.completion_rate, result.lead

    def figure(value: Fraction | None, apart_from: Decimal | None) -> Decimal | None:
        return None if value is None else machine_figure(value, apart_from)

    def exact(value: Fraction | None) -> Decimal | None:
        return None if value is None else shortest(value, DIGITS)

    return Computed(
        completion_rate=None if rate is None else machine_share(rate, result.pace),
        expected=figure(result.expected, typed),
        lead_pp=None if lead is None else machine_lead(lead),
        difference=exact(result.difference),
        remaining=exact(ahead.remaining),
        projected=figure(ahead.projected, result.target.goal),
        required_multiple=figure(ahead.required_multiple, Decimal(1)),
        committed=exact(ahead.committed),
        coverage=None if ahead.coverage is None else machine_share(ahead.coverage),
        uncovered=exact(ahead.uncovered),
    )


@given(documents())
def test_the_fast_figures_equal_the_plain_ones(case: tuple[dict[str, Any], date]) -> None:
    document, day = case
    plan, _ = validate(document)
    if plan is None:
        return
    for whole in evaluate(plan, day).results:
        for result in (whole, *whole.parts):
            assert computed(result) == plainly(result)
            assert result.pace is None or pace_shown(result.pace) == machine_share(result.pace)


def test_figures_close_to_a_mark_are_not_rounded_to_it() -> None:
    for goal, actual in (("400", "200.0000001"), ("400", "199.9999999"), ("3", "2.9999999"), ("700", "350")):
        target = {
            "name": "A",
            "goal": Decimal(goal),
            "actual": {"H1": Decimal(actual)},
            "committed": Decimal(7),
        }
        plan, _ = validate({"plan": {"title": "P", "year": 2024}, "targets": {"a": target}})
        assert plan is not None
        (result,) = evaluate(plan).results
        assert computed(result) == plainly(result)
