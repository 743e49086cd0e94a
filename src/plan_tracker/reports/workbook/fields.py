"""The fields of a workbook's rows: exact figures, each with the digits that it is shown with."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import DIGITS, decimals_of, shortest, trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.plan.units import is_percent
from plan_tracker.questions.meeting import shortfall, timing
from plan_tracker.questions.outlook import Outlook
from plan_tracker.questions.past import projected_range, year_on_year
from plan_tracker.reports import figures
from plan_tracker.reports.meeting import (
    Monthly,
    exactly,
    growth_shown,
    months_of,
    reached_on_text,
    shortfall_shown,
)
from plan_tracker.reports.projection import end_shown, projected_shown, reached_text
from plan_tracker.reports.sheets import Field, Fields, Number, Text
from plan_tracker.reports.texts import bound_of, expected_shown, full_name, lead_bound, margin_text
from plan_tracker.wording import outlook as outlook_phrases
from plan_tracker.wording.statuses import STATUSES


def of_target(result: Result, language: Language) -> Fields:
    """Returns what all sheets tell of a target or part; the name of a part is set in."""
    target, status = result.target, STATUSES[result.status]
    return {
        "name": Text(target.part_name, indent=int(target.is_below)),
        "unit": Text(target.unit),
        "goal": goal(target, target.goal),
        "actual": typed(result.actual.value if result.actual else None, bound_of(result.actual).sign),
        "status": Text(status.name.text(language), status.tone) if target.is_summed else Text(""),
        "owner": Text(target.owner),
        "group": Text(target.group),
        "id": Text(target.id),
        "plan": Text(target.plan_path),
    }


def typed(number: Decimal | None, bound: str = "") -> Number | None:
    """Returns a figure with the decimals with which it was typed, and the sign of a bound."""
    return None if number is None else Number(Fraction(number), decimals_of(number), bound)


def goal(target: Target, number: Decimal | None) -> Number | None:
    """Returns a goal as typed, marked as a limit where it must not be exceeded."""
    return typed(number, "≤" if target.direction is kinds.AT_MOST else "")


def _points(result: Result, plan: Plan) -> Number | Text | None:
    """Returns the lead; of a level to be held the margin, as text if its unit is not the heading's."""
    lead, margin, marks = result.lead, result.margin, figures.lag_marks(result.tolerance)
    if lead is not None:
        bound = lead_bound(result.target, result.actual)
        shown = figures.lead(lead, plan.decimals, marks, bound)
        return Number(_as_shown(lead * 100, shown, bound), decimals_of(shown), bound.sign, signed=True)
    if margin is None:
        return None
    if is_percent(result.target.unit):
        return Number(Fraction(margin), decimals_of(trimmed(margin)), signed=True)
    return Text(margin_text(result))


def _as_shown(exact: Fraction, shown: Decimal, bound: figures.Bound) -> Fraction:
    """Returns what a cell holds: of a bound no more than is shown, as a cell rounds to the nearest."""
    return exact if bound is figures.KNOWN else Fraction(shown)


def exact(number: Fraction | None) -> Number | None:
    """Returns a sum or difference of typed figures with all its decimals."""
    return None if number is None else Number(number, decimals_of(shortest(number, DIGITS)))


def projected(result: Result, ahead: Outlook, language: Language) -> Field:
    """Returns the projection: exact, or whole as it is printed, or that the goal is reached."""
    shown = projected_shown(result, ahead)
    if shown is None or ahead.projected is None:
        return Text(reached_text(result, ahead, language))
    digits = decimals_of(shown)
    return Number(ahead.projected if digits else Fraction(shown), digits)


def coverage(coverage: Fraction | None, decimals: int, language: Language) -> Field:
    """Returns what share of what remains is covered, or that all is."""
    if coverage is None:
        return None
    if coverage > 1:
        return Text(outlook_phrases.COVERED.text(language))
    digits = decimals_of(figures.rate_and_pace(coverage, None, decimals)[0])
    return Number(coverage, digits, percent=True)


def computed(number: Fraction | None, *beside: Decimal | None) -> Number | None:
    """Returns a computed figure, with the decimals that comparing it with those beside it needs."""
    return None if number is None else Number(number, decimals_of(expected_shown(number, *beside)))


def multiple(number: Fraction | None) -> Number | None:
    """Returns how many times as fast the rest must go, with the decimals that other reports print."""
    return None if number is None else Number(number, decimals_of(figures.multiple(number)))


def rates(result: Result, plan: Plan) -> Fields:
    """Returns rate, pace and lead, rate and pace with the same number of decimals."""
    rate, digits, reached = result.completion_rate, plan.decimals, None
    if rate is not None:
        bound = bound_of(result.actual)
        shown, _ = figures.rate_and_pace(rate, result.pace, plan.decimals, bound)
        digits = decimals_of(shown)
        reached = Number(_as_shown(rate * 100, shown, bound) / 100, digits, bound.sign, percent=True)
    return {
        "completion_rate": reached,
        "pace": None if result.pace is None else Number(result.pace, digits, percent=True),
        "lead_pp": _points(result, plan),
    }


def named(result: Result, names: Mapping[str, str], plan: Plan, language: Language) -> Fields:
    """Returns what sheets tell of a target or part beside others, and its progress; a part has its target."""
    name = Text(full_name(result.target, names, language))
    return {**of_target(result, language), **rates(result, plan), "name": name}


def growth(result: Result, decimals: int) -> Number | None:
    """Returns the growth since the same period of last year."""
    grown = exactly(year_on_year, result)
    if grown is None:
        return None
    return Number(grown, decimals_of(growth_shown(grown, decimals)), percent=True, signed=True)


def meeting(result: Result, decimals: int, language: Language) -> Fields:
    """Returns what a dispatch meeting asks for: shortfall, figures a month, days, what earlier years say."""
    so_far, required = months_of(result, decimals)
    gap, years, time = exactly(shortfall, result), projected_range(result), timing(result)
    return {
        "shortfall": None if gap is None else Number(gap, decimals_of(shortfall_shown(gap, result))),
        "per_month_required": _monthly(required),
        "per_month_so_far": _monthly(so_far),
        "lead_days": None if time is None else Number(Fraction(time.lead_days), 0, signed=True),
        "reached_on": time.reached_on
        if time and time.reached_on
        else Text(reached_on_text(result, language)),
        "projected_low": None if years is None else _end(result, years.low),
        "projected_high": None if years is None else _end(result, years.high),
    }


def _monthly(found: Monthly | None) -> Number | None:
    return None if found is None else Number(found.exact, decimals_of(found.shown))


def _end(result: Result, end: Fraction) -> Number:
    return Number(end, decimals_of(end_shown(result, end)))
