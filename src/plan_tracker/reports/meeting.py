"""What a dispatch meeting asks of a target, as people read it: cells of tables, and sentences."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import EXACT, NOTHING, Terms, fraction, plain
from plan_tracker.plan import kinds
from plan_tracker.questions.meeting import Timing, per_month, shortfall, timing
from plan_tracker.questions.past import Range, projected_range, trials, year_on_year
from plan_tracker.reports import figures
from plan_tracker.reports.projection import end_shown
from plan_tracker.reports.texts import gap_text, in_points_or_unit, with_unit
from plan_tracker.wording import meeting as phrases
from plan_tracker.wording import words


class Monthly(NamedTuple):
    """What a month brought, or must bring: exactly, and as it is shown."""

    exact: Fraction
    shown: Decimal


def month_texts(result: Result, decimals: int) -> tuple[str, str]:
    """Returns what a month brought so far and must bring, without unit; empty where there is none."""
    so_far, required = months_of(result, decimals)
    return plain(so_far.shown) if so_far else "", plain(required.shown) if required else ""


def months_of(result: Result, decimals: int) -> tuple[Monthly | None, Monthly | None]:
    """Returns what a month brought so far, and what it must bring."""
    with localcontext(EXACT):
        months = per_month(result)
    if months is None:
        return None, None
    so_far = fraction(*months.so_far)
    if months.required is None:
        return Monthly(so_far, figures.seen(so_far, decimals)), None
    required = fraction(*months.required)
    shown, needed = figures.told_apart(so_far, required, decimals)
    return Monthly(so_far, shown), Monthly(required, needed)


def days_text(result: Result) -> str:
    """Tells how many days the actual is ahead, with its sign."""
    time = timing(result)
    return figures.signed(Decimal(time.lead_days)) if time else ""


def reached_on_text(result: Result, language: Language) -> str:
    """Returns the day on which the goal is reached at the speed so far, or that it is after the due date."""
    time = timing(result)
    if time is None or not (time.reached_on or time.is_late):
        return ""
    return time.reached_on.isoformat() if time.reached_on else phrases.AFTER_DUE.text(language)


def growth_text(result: Result, decimals: int) -> str:
    """Writes the growth since the same period of last year in percent with its sign; may be empty."""
    growth = exactly(year_on_year, result)
    return "" if growth is None else f"{figures.signed(growth_shown(growth, decimals))}%"


def sentences(result: Result, decimals: int, language: Language) -> Iterator[str]:
    """Yields what is short, how much a month, how late; then what earlier years say."""
    yield from _of_shortfall(result, language)
    so_far, required = months_of(result, decimals)
    if so_far:
        values = {"so_far": with_unit(so_far.shown, result.target.unit)}
        if required:
            values["required"] = with_unit(required.shown, result.target.unit)
            due = words.day_text(result.target.due, language)
            yield phrases.MONTHS.text(language, due=due, **values)
        else:
            yield phrases.SO_FAR.text(language, **values)
    if time := timing(result):
        yield from _of_time(time, result, language)
    if (growth := exactly(year_on_year, result)) is not None:
        phrase = phrases.GREW if growth > 0 else phrases.FELL if growth else phrases.LEVELLED
        yield phrase.text(language, growth=f"{plain(abs(growth_shown(growth, decimals)))}%")
    if years := projected_range(result):
        yield from _of_years(years, result, language)


def exactly(ask: Callable[[Result], Terms | None], result: Result) -> Fraction | None:
    """Asks for the terms of a figure of a target, such as its `shortfall`, and returns their quotient."""
    with localcontext(EXACT):
        terms = ask(result)
    return None if terms is None else fraction(*terms)


def growth_shown(growth: Fraction, decimals: int) -> Decimal:
    """Returns a growth in percent as it is shown."""
    return figures.seen(growth * 100, decimals)


def shortfall_shown(gap: Fraction, result: Result) -> Decimal:
    """Returns a shortfall as it is shown: all digits from a goal; from what a pace expects two decimals.

    It has more where it would look like none.
    """
    if result.expected == result.target.goal:
        return figures.machine_figure(gap)
    return figures.comparing(gap, 2, NOTHING)


def _of_shortfall(result: Result, language: Language) -> Iterator[str]:
    """Tells by how much a target misses what is expected, or how far a limit is kept or exceeded."""
    gap, target, actual, goal = exactly(shortfall, result), result.target, result.actual, result.target.goal
    if gap is None or actual is None or goal is None:
        return
    if kinds.is_cap(target) and actual.value > goal:
        excess = Fraction(actual.value) - Fraction(goal)
        yield phrases.EXCEEDS_CAP.text(language, gap=gap_text(excess, target, language))
        return
    shown = in_points_or_unit(plain(shortfall_shown(gap, result)), target.unit, language)
    if (kinds.is_cap(target) and not gap) or (kinds.is_held(target) and target.direction is kinds.AT_MOST):
        yield (phrases.ABOVE_CEILING if gap else phrases.WITHIN).text(language, gap=shown)
    elif gap:
        above = phrases.ABOVE_CEILING if result.status is Status.MISSED else phrases.ABOVE_PACE
        yield (above if target.direction is kinds.AT_MOST else phrases.SHORT).text(language, gap=shown)


def _of_time(time: Timing, result: Result, language: Language) -> Iterator[str]:
    """Tells how many days a target is ahead or behind, and when it reaches its goal."""
    if result.measured_on is None:
        return
    if time.lead_days:
        phrase = phrases.DAYS_AHEAD if time.lead_days > 0 else phrases.DAYS_BEHIND
        day = words.day_text(result.measured_on + timedelta(days=time.lead_days), language)
        yield phrase.text(language, day=day, days=str(abs(time.lead_days)))
    elif result.lead == 0:
        yield phrases.ON_THE_DAY.text(language)
    if time.reached_on:
        yield phrases.REACHED_ON.text(language, day=words.day_text(time.reached_on, language))
    elif time.is_late:
        yield phrases.REACHED_LATE.text(language)


def _of_years(years: Range, result: Result, language: Language) -> Iterator[str]:
    """Tells where this year ends if it goes on as earlier ones did, and how that did for these."""

    def shown(value: Fraction, came_to: Decimal | None = None) -> str:
        return with_unit(end_shown(result, value, came_to), result.target.unit)

    phrase = phrases.RANGE_OF_CAP if kinds.is_cap(result.target) else phrases.RANGE
    ends = [
        phrases.BY_YEAR.text(language, year=str(end.year), figure=shown(end.projected)) for end in years.ends
    ]
    yield phrase.text(
        language,
        low=shown(years.low),
        high=shown(years.high),
        well=str(years.well),
        years=str(len(years.ends)),
        ends=words.LIST.text(language).join(ends),
    )
    told = [
        phrases.TRIAL.text(
            language,
            year=str(each.year),
            low=shown(each.low, each.came_to),
            high=shown(each.high, each.came_to),
            came_to=with_unit(each.came_to, result.target.unit),
        )
        for each in trials(result)
        if each.low is not None and each.high is not None
    ]
    if told:
        yield phrases.TRIED.text(language, trials=words.SEMICOLON.text(language).join(told))
