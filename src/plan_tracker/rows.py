"""The machine-readable columns of a target: stable names, exact numbers, never translated."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from plan_tracker.evaluation import Evaluation, Result
from plan_tracker.exact import DIGITS, shortest
from plan_tracker.figures import machine_figure, machine_lead, machine_share
from plan_tracker.outlook import outlook

Value: TypeAlias = str | Decimal | bool | date | None
"""A field: None is not applicable; a Decimal is printed with the digits it has."""

COLUMNS = (
    *("id", "parent", "name", "group", "owner", "unit", "kind", "direction", "stage", "binding", "goal"),
    *("baseline", "start", "due", "pace_rule", "period", "measured_on", "actual", "completion_rate", "pace"),
    *("expected", "lead_pp", "difference", "status", "late", "remaining", "projected", "required_multiple"),
    *("committed", "coverage", "uncovered", "weight", "check", "source", "as_of"),
)
"""Every column, in the order of the contract."""


def rows(evaluation: Evaluation, *, parts: bool = True) -> Iterator[tuple[Value, ...]]:
    """One row per target in the order of the file, its parts after it; values in the order of COLUMNS."""
    for result in evaluation.results:
        yield row(result, evaluation.as_of)
        for part in result.parts if parts else ():
            yield row(part, evaluation.as_of)


def row(result: Result, as_of: date) -> tuple[Value, ...]:
    """The values of one target, in the order of COLUMNS."""
    target, actual, pace, ahead = result.target, result.actual, result.pace, outlook(result)
    rate, lead = result.completion_rate, result.lead
    typed = actual.value if actual else None
    return (
        target.id,
        target.parent,
        target.name,
        target.group or None,
        target.owner or None,
        target.unit or None,
        target.kind.value,
        target.direction.value,
        target.stage or None,
        target.binding,
        target.goal,
        target.baseline,
        target.start,
        target.due,
        target.pace.rule if target.pace else None,
        actual.period if actual else None,
        result.measured_on,
        typed,
        None if rate is None else machine_share(rate, pace),
        None if pace is None else machine_share(pace),
        _figure(result.expected, typed),
        None if lead is None else machine_lead(lead),
        _exact(result.difference),
        result.status.value,
        result.late,
        _exact(ahead.remaining),
        _figure(ahead.projected, target.goal),
        _figure(ahead.required_multiple, Decimal(1)),
        _exact(ahead.committed),
        None if ahead.coverage is None else machine_share(ahead.coverage),
        _exact(ahead.uncovered),
        target.weight,
        target.check.value,
        target.source or None,
        as_of,
    )


def _figure(value: Fraction | None, apart_from: Decimal | None = None) -> Decimal | None:
    return None if value is None else machine_figure(value, apart_from)


def _exact(value: Fraction | None) -> Decimal | None:
    """A sum or difference of typed figures, which ends where they do."""
    return None if value is None else shortest(value, DIGITS)
