"""The course of a target over time: its figures, and what its pace expected."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.actuals import known_by
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.pace import ZERO
from plan_tracker.plan.periods import day_before


class Point(NamedTuple):
    """A point of a chart, each coordinate from 0 to 1: `x` runs from the start to the end, `y` upwards."""

    x: Fraction
    y: Fraction


class Course(NamedTuple):
    """A target's figures over its time; `expected` are the corners of its pace.

    `goal` is its height, and `zero` that of 0, if it lies between the lowest and the highest figure.
    """

    result: Result
    actuals: tuple[tuple[Actual, Point], ...]
    expected: tuple[Point, ...]
    goal: Fraction | None
    zero: Fraction | None


def has_course(result: Result, evaluation: Evaluation) -> bool:
    """Tells whether a target has several figures up to the as-of day."""
    return len(known_by(result.target, evaluation.as_of)) > 1


def course_of(result: Result, evaluation: Evaluation) -> Course:
    """Returns the course of a target that has one."""
    target, time = result.target, evaluation.plan.time
    actuals = known_by(target, evaluation.as_of)
    corners = [] if target.is_dropped(evaluation.as_of) else _corners(target)
    first = time.position(day_before(target.start))
    last = time.position(max(target.due, actuals[-1].day))
    values = [Fraction(actual.value) for actual in actuals] + [value for _, value in corners]
    if target.goal is not None:
        values.append(Fraction(target.goal))
    if kinds.is_total(target):
        values.append(ZERO)
    low, high = min(values), max(values)
    high = high if high > low else low + 1

    def height(value: Fraction | Decimal) -> Fraction:
        return (Fraction(value) - low) / (high - low)

    def place(position: Fraction) -> Fraction:
        return (position - first) / (last - first)

    return Course(
        result=result,
        actuals=tuple(
            (actual, Point(place(time.position(actual.day)), height(actual.value))) for actual in actuals
        ),
        expected=tuple(Point(place(position), height(value)) for position, value in corners),
        goal=None if target.goal is None else height(target.goal),
        zero=height(ZERO) if low <= 0 <= high else None,
    )


def _corners(target: Target) -> list[tuple[Fraction, Fraction]]:
    """Returns the corners of the expected course as (position, figure); none for a level to be held."""
    if target.pace is None or target.goal is None or kinds.is_held(target):
        return []
    return [
        (position, figure)
        for position, share in target.pace.corners()
        if (figure := kinds.expected(target, share)) is not None
    ]
