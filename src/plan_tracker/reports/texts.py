"""The figures of one target as people read them in a table."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import DIGITS, NOTHING, plain, shortest, trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.units import is_percent
from plan_tracker.reports import figures
from plan_tracker.reports.periods import period_on
from plan_tracker.wording import words

_FIRST_WIDE = "\u2e80"
"""The first letter of the scripts (Chinese among them) with no blank between a number and its unit."""


def names_of(evaluation: Evaluation) -> dict[str, str]:
    """Returns the names of the targets by their ids."""
    return {result.target.id: result.target.name for result in evaluation.results}


def full_name(target: Target, names: Mapping[str, str], language: Language) -> str:
    """Names a target where its table is not at hand, a part with its target; `names` come from `names_of`."""
    if not target.is_below:
        return target.name
    if target.parent is None or target.parent not in names:
        return words.bracketed(target.name, target.part_name, language)
    return words.bracketed(names[target.parent], target.name, language)


def id_text(target: Target) -> str:
    """Returns the id of a target; empty where it only repeats the name, as imported ids do."""
    return "" if target.id == target.name else target.id


def goal_text(target: Target, unit: str = "") -> str:
    """Writes the goal as typed, with a unit; one not to exceed is marked: its rate is the share used."""
    return "" if target.goal is None else limited(with_unit(target.goal, unit), target)


def limited(figure: str, target: Target) -> str:
    """Marks a goal, or what is expected, as a limit where it must not be exceeded."""
    return f"≤{figure}" if target.direction is kinds.AT_MOST else figure


def rate_text(result: Result, decimals: int) -> str:
    """Writes the completion rate, rounded so that it does not contradict the pace beside it; may be empty."""
    if result.rate_ratio is None:
        return ""
    return figures.percent(result.rate_ratio, decimals, result.pace, bound_of(result.actual))


def pace_text(result: Result, decimals: int) -> str:
    """Writes the pace with as many digits as the rate beside it; empty where there is none."""
    if result.pace is None:
        return ""
    if rate := result.rate_ratio:
        return figures.percents(rate, result.pace, decimals, bound_of(result.actual))[1]
    return figures.percent(result.pace, decimals)


def lead_text(result: Result, decimals: int) -> str:
    """Writes the lead in points without a unit; of a level to be held, its margin in its own unit.

    Negative is behind: under a ceiling the margin is what is left to it.
    """
    lead = result.lead_ratio
    if lead is None:
        return margin_text(result)
    bound, marks = lead_bound(result.target, result.actual), figures.lag_marks(result.tolerance)
    return f"{bound.sign}{figures.signed(figures.lead(lead, decimals, marks, bound))}"


def margin_text(result: Result) -> str:
    """Writes the margin of a level to be held, with its unit unless that is the heading's; may be empty."""
    if result.margin is None:
        return ""
    unit = result.target.unit
    return joined(figures.signed(trimmed(result.margin)), "" if is_percent(unit) else unit)


def bound_of(actual: Actual | None) -> figures.Bound:
    """Tells how a total, or its rate, is printed: as a lower bound where the total lacks something."""
    return figures.LOWER if actual and actual.missing else figures.KNOWN


def lead_bound(target: Target, actual: Actual | None) -> figures.Bound:
    """Tells how a lead is printed that may be a bound: what is missing makes that of a cap smaller."""
    bound = bound_of(actual)
    return figures.UPPER if bound is figures.LOWER and kinds.is_cap(target) else bound


def bound_text(text: str, result: Result) -> str:
    """Marks a text with a sign where the result's actual is only a bound."""
    return f"{bound_of(result.actual).sign}{text}"


def figure_text(actual: Actual | None, unit: str = "") -> str:
    """Writes a figure with a unit, or nothing for None; a sum that lacks something is shown as a bound."""
    return f"{bound_of(actual).sign}{with_unit(actual.value, unit)}" if actual else ""


def points_text(
    lead: figures.Exact, result: Result, decimals: int, language: Language, limit: Fraction | None = None
) -> str:
    """Writes the size of a lead, `2.5 pp`, which compares with the tolerance and a limit as the lead does.

    Of a bound it is the least by which a cap lags: no other target that lags has one.
    """
    marks = figures.lag_marks(result.tolerance, limit)
    shown = figures.lead(lead, decimals, marks, lead_bound(result.target, result.actual))
    return bound_text(words.POINTS.text(language, number=plain(abs(shown))), result)


def gap_text(difference: Fraction, target: Target, language: Language) -> str:
    """Writes the size of a difference of figures, as `in_points_or_unit` does."""
    number = abs(figures.machine_figure(difference, Decimal(0)))
    return in_points_or_unit(plain(number), target.unit, language)


def in_points_or_unit(number: str, unit: str, language: Language) -> str:
    """Joins a difference of two figures and their unit; between percentages it is in points."""
    return words.POINTS.text(language, number=number) if is_percent(unit) else joined(number, unit)


def expected_shown(expected: figures.Exact, *beside: Decimal | None) -> Decimal:
    """Rounds an expected or projected figure to two decimals, or to more where comparing it needs them.

    It is compared with 0 and the figures that stand beside it, such as the actual and the goal.
    """
    return figures.comparing(expected, 2, NOTHING, *(each for each in beside if each is not None))


def expected_text(expected: figures.Exact, actual: Actual, target: Target) -> str:
    """Writes what is expected by the day of an actual, with its unit."""
    return with_unit(expected_shown(expected, actual.value, target.goal), target.unit)


def with_unit(number: Decimal | None, unit: str) -> str:
    """Writes a figure with its unit, or nothing for None: `190个`, `6.2%`, `42 km`."""
    return "" if number is None else joined(plain(number), unit)


def exact_text(value: Fraction | None, unit: str = "") -> str:
    """Writes a sum or difference of typed figures with all its digits and a unit, or nothing for None."""
    return "" if value is None else with_unit(shortest(value, DIGITS), unit)


def joined(text: str, unit: str) -> str:
    """Joins a figure's text and its unit, with a blank between them if the unit's script has blanks."""
    closed = not unit or unit in {"%", "‰", "pp"} or unit[0] >= _FIRST_WIDE
    return f"{text}{'' if closed else ' '}{unit}"


def as_of_text(evaluation: Evaluation, language: Language) -> str:
    """Tells for which day, and for which period ending on it, the plan is judged."""
    return words.AS_OF.text(language, day=day_and_period(evaluation, language))


def day_and_period(evaluation: Evaluation, language: Language) -> str:
    """Writes the day for which the plan is judged, and the period ending on it: 2024-06-30 (H1)."""
    day = words.day_text(evaluation.as_of, language)
    period = period_on(evaluation.plan, evaluation.as_of, language)
    return words.bracketed(day, period, language) if period else day
