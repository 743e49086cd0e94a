"""The machine-readable columns of a target: stable names, exact numbers, never translated."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from plan_tracker.computed import computed, pace_shown
from plan_tracker.evaluation import Evaluation, Result

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
    target, actual, pace = result.target, result.actual, result.pace
    numbers = computed(result)
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
        actual.day if actual else None,
        actual.value if actual else None,
        numbers.completion_rate,
        None if pace is None else pace_shown(pace),
        numbers.expected,
        numbers.lead_pp,
        numbers.difference,
        result.status.value,
        result.late,
        numbers.remaining,
        numbers.projected,
        numbers.required_multiple,
        numbers.committed,
        numbers.coverage,
        numbers.uncovered,
        target.weight,
        target.check.value,
        target.source or None,
        as_of,
    )
