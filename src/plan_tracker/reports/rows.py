"""The machine-readable columns of a target: stable names, exact numbers, never translated."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.language import Language
from plan_tracker.numbers import EXACT, Terms, trimmed
from plan_tracker.questions.outlook import Gap, outlook_terms
from plan_tracker.reports.figures import machine_figure, machine_lead, machine_pace, machine_share

Value: TypeAlias = str | Decimal | bool | date | None
"""A field: None is not applicable; a Decimal is printed with the digits it has."""

T = TypeVar("T")
ONE = Decimal(1)

COLUMNS = (
    *("id", "parent", "name", "group", "owner", "unit", "kind", "direction", "stage", "binding", "goal"),
    *("baseline", "start", "due", "pace_rule", "period", "measured_on", "actual", "completion_rate", "pace"),
    *("expected", "lead_pp", "difference", "status", "late", "remaining", "projected", "required_multiple"),
    *("committed", "coverage", "uncovered", "weight", "check", "source", "as_of"),
)
"""Every column, in the order of the contract."""


class Form(NamedTuple, Generic[T]):
    """What becomes of a number, a day and a flag, and what stands where nothing applies; texts are kept."""

    number: Callable[[Decimal | None], T]
    day: Callable[[date], T]
    flag: Callable[[bool | None], T]
    nothing: T


def _itself(value: Value) -> Value:
    return value


VALUES: Form[Value] = Form(_itself, _itself, _itself, None)


def rows(evaluation: Evaluation, form: Form[T], *, parts: bool = True) -> Iterator[tuple[T | str, ...]]:
    """One row per target in the order of the file, its parts after it; fields in the order of COLUMNS.

    They are exact in the context `EXACT`, which whoever takes them enters once for all.
    """
    as_of = form.day(evaluation.as_of)
    for result in evaluation.results:
        for each in (result, *result.parts) if parts else (result,):
            fields = _row(each, as_of, form)  # named, so that mypy takes the form for what it is
            yield fields


def row(result: Result, as_of: date) -> tuple[Value, ...]:
    """The values of one target, in the order of COLUMNS."""
    with localcontext(EXACT):
        return _row(result, as_of, VALUES)


def _row(result: Result, as_of: T, form: Form[T]) -> tuple[T | str, ...]:
    target, actual = result.target, result.actual
    number, day, flag, nothing = form
    ahead, expected, typed = outlook_terms(result), result.expected_terms, actual.value if actual else None
    lead, difference = result.lead_terms(expected), result.difference
    return (
        target.id,
        target.parent or nothing,
        target.name,
        target.group or nothing,
        target.owner or nothing,
        target.unit or nothing,
        target.kind,
        target.direction,
        target.stage or nothing,
        flag(target.binding),
        number(target.goal),
        number(target.baseline),
        day(target.start),
        day(target.due),
        target.pace.rule if target.pace else nothing,
        actual.period if actual else nothing,
        day(actual.day) if actual else nothing,
        number(actual.value) if actual else nothing,
        number(_share(result.rate_terms, result.pace)),
        number(None if result.pace is None else machine_pace(*result.pace.as_integer_ratio())),
        number(_figure(expected, typed)),
        number(None if lead is None else machine_lead(lead)),
        number(None if difference is None else trimmed(difference)),
        result.status,
        flag(result.late),
        number(_exact(ahead.remaining)),
        number(_figure(ahead.projected, target.goal)),
        number(_figure(ahead.required_multiple, ONE)),
        number(_exact(ahead.committed)),
        number(_share(ahead.coverage)),
        number(_exact(ahead.uncovered)),
        number(target.weight),
        target.check,
        target.source or nothing,
        as_of,
    )


class Progress(NamedTuple):
    """All rows of a plan, which a format takes in the form that it needs, and the language of its reader."""

    evaluation: Evaluation
    language: Language
    parts: bool = True

    def rows(self, form: Form[T]) -> Iterator[tuple[T | str, ...]]:
        """One row per target in the order of the file, its parts after it."""
        return rows(self.evaluation, form, parts=self.parts)


def _share(share: Terms | Gap | None, pace: Fraction | None = None) -> Decimal | None:
    return machine_share(share, pace) if isinstance(share, tuple) else None


def _figure(figure: Terms | Gap | None, apart_from: Decimal | None) -> Decimal | None:
    return machine_figure(figure, apart_from) if isinstance(figure, tuple) else None


def _exact(figure: Terms | Gap) -> Decimal | None:
    """A figure that is no quotient: typed ones added or subtracted."""
    return trimmed(figure[0]) if isinstance(figure, tuple) else None
