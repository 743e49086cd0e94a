"""The machine-readable columns of a target: stable names, exact numbers, never translated."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal, localcontext
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from plan_tracker.judging.evaluation import Evaluation, descended
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import EXACT, trimmed
from plan_tracker.questions.history import history
from plan_tracker.questions.meeting import per_month, shortfall, timing
from plan_tracker.questions.outlook import outlook_terms
from plan_tracker.questions.past import projected_range, year_on_year
from plan_tracker.reports.batches import AT_ONCE, batched
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

T = TypeVar("T", str, Value)
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
"""Every column in the order of the contract, with the type of its values."""

COLUMNS = tuple(COLUMN_TYPES)


Fields: TypeAlias = dict[str, T]
"""The fields of a row by their columns, in the order of COLUMNS."""


class Form(NamedTuple, Generic[T]):
    """How a format writes a number, day, flag or list of names, and nothing; texts are kept."""

    number: Callable[[Decimal], T]
    day: Callable[[date], T]
    flag: Callable[[bool], T]
    names: Callable[[tuple[str, ...]], T]
    nothing: T


def _itself(value: Value) -> Value:
    return value


VALUES: Form[Value] = Form(number=_itself, day=_itself, flag=_itself, names=_itself, nothing=None)


def row(result: Result) -> Fields[Value]:
    """Returns the values of one target by their columns, in the order of COLUMNS."""
    (fields,) = rows_of([result], VALUES)
    return fields


def rows_of(results: Iterable[Result], form: Form[T]) -> Iterator[Fields[T]]:
    """Yields a row for each result; fields as in COLUMNS."""
    blank: Fields[T] = dict.fromkeys(COLUMNS, form.nothing)
    for some in batched(results, AT_ONCE):
        with localcontext(EXACT):
            rows = _rows(some, blank, form)
        yield from rows


def _rows(results: list[Result], blank: Fields[T], form: Form[T]) -> list[Fields[T]]:
    """Makes a row for each of some results, one group of columns after the other."""
    rows = [blank.copy() for _ in results]
    for fill in (_of_standing, _of_target, _of_actual, _of_outlook, _of_months, _of_past):
        for fields, result in zip(rows, results, strict=True):
            fill(fields, result, form)
    return rows


def _of_target(fields: Fields[T], result: Result, form: Form[T]) -> None:
    """Fills in what the plan says of a target."""
    target, number, day, nothing = result.target, form.number, form.day, form.nothing
    fields["id"] = target.id
    fields["parent"] = target.parent or (target.id if target.plan else nothing)
    fields["name"] = target.name
    fields["group"] = target.group or nothing
    fields["owner"] = target.owner or nothing
    fields["unit"] = target.unit or nothing
    fields["kind"] = target.kind
    fields["direction"] = target.direction
    fields["stage"] = target.stage or nothing
    if target.binding is not None:
        fields["binding"] = form.flag(target.binding)
    if target.goal is not None:
        fields["goal"] = number(target.goal)
    if target.baseline is not None:
        fields["baseline"] = number(target.baseline)
    if target.original_goal is not None:
        fields["original_goal"] = number(target.original_goal)
    fields["start"] = day(target.start)
    fields["due"] = day(target.due)
    if target.pace:
        fields["pace_rule"] = target.pace.rule
    fields["weight"] = number(target.weight)
    fields["check"] = target.check
    fields["source"] = target.source or nothing
    fields["feed"] = target.feed or nothing
    if target.plan:
        fields["plan"] = target.plan.path


def _of_actual(fields: Fields[T], result: Result, form: Form[T]) -> None:
    """Fills in the figure reached, and the verdict."""
    number, day, actual, difference = form.number, form.day, result.actual, result.difference
    if actual:
        fields["period"] = actual.period
        fields["measured_on"] = day(actual.day)
        fields["actual"] = number(actual.value)
        fields["missing"] = form.names(actual.missing)
    if difference is not None:
        fields["difference"] = number(trimmed(difference))
    if result.target.is_summed:
        fields["status"] = result.status
    if result.late is not None:
        fields["late"] = form.flag(result.late)
    fields["as_of"] = day(result.as_of)


def _of_standing(fields: Fields[T], result: Result, form: Form[T]) -> None:
    """Fills in how far a target has come beside what is expected: as shares, in its unit, in days."""
    number, actual, pace = form.number, result.actual, result.pace
    rate, expected = result.rate_ratio, result.expected_terms
    if rate:
        shown, against = machine_rate_and_pace(rate, pace)
        fields["completion_rate"] = number(shown)
        if against is not None:
            fields["pace"] = number(against)
    elif pace is not None:
        fields["pace"] = number(machine_share(pace))
    if expected:
        fields["expected"] = number(machine_figure(expected, actual.value if actual else None))
    if lead := result.lead_ratio:
        fields["lead_pp"] = number(machine_lead(lead, lag_marks(result.tolerance)))
    if missing := shortfall(result):
        fields["shortfall"] = number(machine_figure(missing))
    if time := timing(result):
        fields["lead_days"] = number(Decimal(time.lead_days))
        if time.reached_on:
            fields["reached_on"] = form.day(time.reached_on)


def _of_outlook(fields: Fields[T], result: Result, form: Form[T]) -> None:
    """Fills in what is left, how fast it must go on, and what committed work covers."""
    beside = {"projected": result.target.goal, "required_multiple": _ONE}
    for key, figure in outlook_terms(result).items():
        if isinstance(figure, tuple):
            is_share = key == "coverage"
            shown = machine_share(figure) if is_share else machine_figure(figure, beside.get(key))
            fields[key] = form.number(shown)


def _of_months(fields: Fields[T], result: Result, form: Form[T]) -> None:
    """Fills in what a month brought and must bring."""
    if months := per_month(result):
        so_far, required = machine_pace(*months)
        fields["per_month_so_far"] = form.number(so_far)
        if required is not None:
            fields["per_month_required"] = form.number(required)


def _of_past(fields: Fields[T], result: Result, form: Form[T]) -> None:
    """Fills in what earlier years say of this one."""
    number, goal = form.number, result.target.goal
    if growth := year_on_year(result):
        fields["year_on_year"] = number(machine_growth(growth))
    if years := projected_range(result):
        fields["projected_low"] = number(machine_figure(years.low, goal))
        fields["projected_high"] = number(machine_figure(years.high, goal))


class Progress(NamedTuple):
    """All rows of a plan, in whatever form a format asks for, and the language of its reader.

    With `over_time` each target has a row for each of its periods, judged as of the period's last day.
    """

    evaluation: Evaluation
    language: Language
    parts: bool = True
    over_time: bool = False

    def rows(self, form: Form[T]) -> Iterator[Fields[T]]:
        """Yields a row for each target (and period) in the order of the file, its parts after it."""
        judged, parts = self.evaluation, self.parts
        shown = history(judged, parts=parts) if self.over_time else descended(judged.results, parts=parts)
        return rows_of(shown, form)
