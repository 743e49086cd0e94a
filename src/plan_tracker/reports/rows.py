"""The machine-readable columns of a target: stable names, exact numbers, never translated."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from plan_tracker.judging.evaluation import Evaluation, descended
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import EXACT, NOTHING, Ratio, Terms, terms, trimmed
from plan_tracker.questions.history import history
from plan_tracker.questions.meeting import per_month, shortfall, timing
from plan_tracker.questions.outlook import Gap, outlook_terms
from plan_tracker.questions.past import projected_range, year_on_year
from plan_tracker.reports.figures import (
    lag_marks,
    machine_figure,
    machine_growth,
    machine_lead,
    machine_pace,
    machine_rate_and_pace,
    machine_share,
)

Value: TypeAlias = str | Decimal | bool | date | tuple[str, ...] | None
"""A field: None is not applicable; a Decimal has the digits to be printed; a tuple is a list of names."""

T = TypeVar("T")
_ONE = Decimal(1)

COLUMN_TYPES: dict[str, type[str | Decimal | bool | date]] = {
    **dict.fromkeys(("id", "parent", "name", "group", "owner", "unit", "kind", "direction", "stage"), str),
    "binding": bool,
    **dict.fromkeys(("goal", "baseline"), Decimal),
    **dict.fromkeys(("start", "due"), date),
    **dict.fromkeys(("pace_rule", "period"), str),
    "measured_on": date,
    **dict.fromkeys(("actual", "completion_rate", "pace", "expected", "lead_pp", "difference"), Decimal),
    "status": str,
    "late": bool,
    **dict.fromkeys(("remaining", "projected", "required_multiple", "committed", "coverage"), Decimal),
    **dict.fromkeys(("uncovered", "weight"), Decimal),
    **dict.fromkeys(("check", "source"), str),
    "as_of": date,
    "missing": str,
    **dict.fromkeys(("shortfall", "lead_days"), Decimal),
    "reached_on": date,
    **dict.fromkeys(("per_month_so_far", "per_month_required", "year_on_year"), Decimal),
    **dict.fromkeys(("projected_low", "projected_high", "original_goal"), Decimal),
    **dict.fromkeys(("feed", "plan"), str),
}
"""Every column in the order of the contract, and of which type its values are."""

COLUMNS = tuple(COLUMN_TYPES)


class Form(NamedTuple, Generic[T]):
    """How a format writes a number, day, flag or list of names, and nothing; texts are kept."""

    number: Callable[[Decimal | None], T]
    day: Callable[[date], T]
    flag: Callable[[bool | None], T]
    names: Callable[[tuple[str, ...]], T]
    nothing: T


def _itself(value: Value) -> Value:
    return value


VALUES: Form[Value] = Form(number=_itself, day=_itself, flag=_itself, names=_itself, nothing=None)


def rows(
    evaluation: Evaluation, form: Form[T], *, parts: bool = True, over_time: bool = False
) -> Iterator[Mapping[str, T | str]]:
    """Yields a row for each target in the order of the file, its parts after it; fields as in COLUMNS.

    With `over_time` each target has a row for each of its periods, judged as of the period's last day. Must
    run in the context `EXACT`, or figures may lose digits.
    """
    marks = lag_marks(evaluation.plan.tolerance)
    everything = history(evaluation, parts=parts) if over_time else _all(evaluation, parts=parts)
    for result in everything:
        fields = _row(result, form.day(result.as_of), marks, form)  # a variable, or mypy cannot infer T
        yield fields


def _all(evaluation: Evaluation, *, parts: bool) -> Iterator[Result]:
    for result in evaluation.results:
        yield from descended(result, parts=parts)


def row(result: Result, as_of: date, tolerance: Fraction | None = None) -> dict[str, Value]:
    """Returns the values of one target by their columns, in the order of COLUMNS."""
    with localcontext(EXACT):
        return {**_row(result, as_of, lag_marks(tolerance), VALUES)}


def _row(result: Result, as_of: T, marks: Sequence[Ratio], form: Form[T]) -> Mapping[str, T | str]:
    target, actual = result.target, result.actual
    number, day, flag, names, nothing = form
    ahead, expected, typed = outlook_terms(result), result.expected_terms, actual.value if actual else None
    exact, difference = result.rate_ratio, result.difference
    lead = result.lead_ratio(exact)
    rate, pace = _rate_and_pace(exact, result.pace)
    year: Mapping[str, T] = _of_the_year(result, exact, expected, form)
    return {
        "id": target.id,
        "parent": target.parent or (target.id if target.plan else nothing),
        "name": target.name,
        "group": target.group or nothing,
        "owner": target.owner or nothing,
        "unit": target.unit or nothing,
        "kind": target.kind,
        "direction": target.direction,
        "stage": target.stage or nothing,
        "binding": flag(target.binding),
        "goal": number(target.goal),
        "baseline": number(target.baseline),
        "start": day(target.start),
        "due": day(target.due),
        "pace_rule": target.pace.rule if target.pace else nothing,
        "period": actual.period if actual else nothing,
        "measured_on": day(actual.day) if actual else nothing,
        "actual": number(actual.value) if actual else nothing,
        "completion_rate": number(rate),
        "pace": number(pace),
        "expected": number(_figure(expected, typed)),
        "lead_pp": number(None if lead is None else machine_lead(lead, marks)),
        "difference": number(None if difference is None else trimmed(difference)),
        "status": result.status if target.is_summed else nothing,
        "late": flag(result.late),
        "remaining": number(_exact(ahead.remaining)),
        "projected": number(_figure(ahead.projected, target.goal)),
        "required_multiple": number(_figure(ahead.required_multiple, _ONE)),
        "committed": number(_exact(ahead.committed)),
        "coverage": number(_share(ahead.coverage)),
        "uncovered": number(_exact(ahead.uncovered)),
        "weight": number(target.weight),
        "check": target.check,
        "source": target.source or nothing,
        "as_of": as_of,
        "missing": names(actual.missing) if actual else nothing,
        **year,
        "feed": target.feed or nothing,
        "plan": target.plan.path if target.plan else nothing,
    }


def _of_the_year(
    result: Result, rate: Ratio | None, expected: Terms | None, form: Form[T]
) -> Mapping[str, T]:
    """Returns the fields that a dispatch meeting asks for, and those of earlier years."""
    number, goal, nothing = form.number, result.target.goal, form.nothing
    missing, time = shortfall(result, expected), timing(result, rate)
    growth, years = (year_on_year(result), projected_range(result)) if result.target.past else (None, None)
    so_far, required = machine_pace(*months) if (months := per_month(result)) else (None, None)
    return {
        "shortfall": number(None if missing is None else machine_figure(missing, NOTHING)),
        "lead_days": number(Decimal(time.lead_days) if time else None),
        "reached_on": form.day(time.reached_on) if time and time.reached_on else nothing,
        "per_month_so_far": number(so_far),
        "per_month_required": number(required),
        "year_on_year": number(None if growth is None else machine_growth(growth)),
        "projected_low": number(None if years is None else machine_figure(years.low, goal)),
        "projected_high": number(None if years is None else machine_figure(years.high, goal)),
        "original_goal": number(result.target.original_goal),
    }


class Progress(NamedTuple):
    """All rows of a plan, in whatever form a format asks for, and the language of its reader.

    With `over_time` each target has a row for each of its periods, judged as of the period's last day.
    """

    evaluation: Evaluation
    language: Language
    parts: bool = True
    over_time: bool = False

    def rows(self, form: Form[T]) -> Iterator[Mapping[str, T | str]]:
        """Yields a row for each target (and period) in the order of the file, its parts after it."""
        return rows(self.evaluation, form, parts=self.parts, over_time=self.over_time)


def _rate_and_pace(rate: Ratio | None, pace: Fraction | None) -> tuple[Decimal | None, Decimal | None]:
    if rate is None:
        return None, None if pace is None else machine_share(pace.as_integer_ratio())
    return machine_rate_and_pace(rate, pace)


def _share(share: Terms | Gap) -> Decimal | None:
    return machine_share(terms(*share)) if isinstance(share, tuple) else None


def _figure(figure: Terms | Gap | None, apart_from: Decimal | None) -> Decimal | None:
    return machine_figure(figure, apart_from) if isinstance(figure, tuple) else None


def _exact(figure: Terms | Gap) -> Decimal | None:
    """Returns the exact value of a figure that is no quotient, but only adds or subtracts typed figures."""
    return trimmed(figure[0]) if isinstance(figure, tuple) else None
