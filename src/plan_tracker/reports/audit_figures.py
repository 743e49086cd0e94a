"""The figure that the data give beside a stated one, with as many digits as it takes to compare the two."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from plan_tracker.language import Language
from plan_tracker.numbers import decimals_of, plain, round_half_up, scale, shortest
from plan_tracker.plan.stated import Stated
from plan_tracker.questions.audit import Audited, AuditVerdict
from plan_tracker.reports import figures
from plan_tracker.reports.figures import Bound, Figure
from plan_tracker.reports.texts import bound_of, lead_bound
from plan_tracker.wording import audit as phrases

_HUNDRED, _NOTHING = Fraction(100), Fraction(0)
_LEAD_DIGITS = figures.RATE_DIGITS - 2
"""How many decimals leads, in percentage points, have in machine formats."""

_POINTS = re.compile(r"\s*(?:pp|个?百分点)\s*$")
"""What stands behind a stated lead."""


def stated_text(stated: Stated, language: Language) -> str:
    """Writes a stated figure as it was typed, but points as the language has them: +5.90个百分点."""
    if not stated.is_lead:
        return stated.text
    return phrases.LEAD.text(language, number=_POINTS.sub("", stated.text))


def computed_text(audited: Audited, language: Language) -> str:
    """Writes the rate in percent, or the lead in points, that the data give; empty where they give none."""
    computed = _shown(audited)
    return "" if computed is None else f"{_bound(audited).sign}{_with_sign(computed, audited, language)}"


def _bound(audited: Audited) -> Bound:
    """Tells how the computed figure is printed that may be a bound."""
    actual = audited.actual
    return lead_bound(audited.target, actual) if audited.stated.is_lead else bound_of(actual)


def _shown(audited: Audited) -> Decimal | None:
    """Returns the computed figure in percent or points, so that it never contradicts the verdict.

    It has one digit more than was stated, unless it ends before. More digits follow until it compares with
    the stated figure, with 100% and with the pace as the exact one does, and until rounding it to the stated
    digits gives what rounding the exact one gives: 73.747% beside 73.7%, for 73.75% would be rounded to
    73.8%.
    """
    if audited.computed is None:
        return None
    figure, stated = Figure(audited.computed * _HUNDRED, _bound(audited)), audited.stated.figure
    digits = decimals_of(stated) + 1
    while not _compares(figure, digits, (Fraction(stated), *_marks(audited))) or not _rounds_alike(
        figure, digits, stated, cut=audited.verdict is AuditVerdict.TRUNCATED
    ):
        digits += 1
    printed = figure.shown(digits)
    return shortest(figure.value, digits) if printed == figure.value else printed


def mark_text(audited: Audited) -> str:
    """Writes the 100%, or the pace, that lies between the stated and the computed figure; empty for none."""
    if audited.mark is None:
        return ""
    mark, computed = audited.mark * _HUNDRED, _shown(audited)
    digits, beside = 1, [Fraction(audited.stated.figure)]
    if audited.stated.is_lead:
        beside = []  # leads lie on both sides of zero, which is where the pace is
    elif computed is not None and audited.computed == audited.mark:
        digits = max(digits, decimals_of(computed))
    elif computed is not None:
        beside.append(Fraction(computed))
    while not _compares(Figure(mark), digits, beside):
        digits += 1
    return f"{plain(round_half_up(mark, digits))}%"


def interval_text(audited: Audited, language: Language) -> str:
    """Writes the bounds of the computed figure, rounded outwards to one digit more than was stated."""
    bounds = _interval(audited, decimals_of(audited.stated.figure) + 1)
    if bounds is None:
        return ""
    low, high = (_with_sign(each, audited, language) for each in bounds)
    return phrases.WITHIN.text(language, low=low, high=high)


def _interval(audited: Audited, digits: int, whole: Fraction = _HUNDRED) -> tuple[Decimal, Decimal] | None:
    """Returns the bounds that the data as typed allow, or None where the verdict does not rest on them."""
    if audited.verdict is not AuditVerdict.WITHIN or audited.interval is None:
        return None
    low, high = (end * whole * 10**digits for end in audited.interval)
    return scale(floor(low), digits), scale(ceil(high), digits)


def machine_computed(audited: Audited) -> Decimal | None:
    """Returns the rate as a fraction (6 decimals) or the lead in points (4), or with more to compare."""
    if audited.computed is None:
        return None
    exact, digits = audited.computed * _HUNDRED, _LEAD_DIGITS
    while not _compares(Figure(exact), digits, (Fraction(audited.stated.figure), *_marks(audited))):
        digits += 1
    return shortest(exact, digits) if audited.stated.is_lead else shortest(audited.computed, digits + 2)


def machine_interval(audited: Audited) -> tuple[Decimal | None, Decimal | None]:
    """Returns the bounds in the unit and with the decimals of `machine_computed`, rounded outwards."""
    if audited.stated.is_lead:
        return _interval(audited, _LEAD_DIGITS) or (None, None)
    return _interval(audited, figures.RATE_DIGITS, Fraction(1)) or (None, None)


def _marks(audited: Audited) -> list[Fraction]:
    """Returns the numbers, in percent or points, onto which the computed figure may not be rounded."""
    if audited.stated.is_lead:
        return [_NOTHING]
    return [_HUNDRED] if audited.pace is None else [_HUNDRED, audited.pace * _HUNDRED]


def _compares(figure: Figure, digits: int, others: Iterable[Fraction]) -> bool:
    """Tells whether a figure compares with others, exact or as printed in `digits`, as the exact one does."""
    printed, exact = Fraction(figure.shown(digits)), figure.value
    return all(
        (printed > mark) if exact > each else (printed < mark)
        for each in others
        if each != exact
        for mark in (each, Fraction(round_half_up(each, digits)))
    )


def _rounds_alike(figure: Figure, digits: int, stated: Decimal, *, cut: bool) -> bool:
    """Tells whether rounding (or cutting) the figure once more gives the same as from the exact figure."""
    to, printed, exact = decimals_of(stated), Fraction(figure.shown(digits)), figure.value
    alike = round_half_up(printed, to) == round_half_up(exact, to)
    return alike and (not cut or int(printed * 10**to) == int(exact * 10**to))


def _with_sign(number: Decimal, audited: Audited, language: Language) -> str:
    if audited.stated.is_lead:
        return phrases.LEAD.text(language, number=figures.signed(number))
    return f"{plain(number)}%"
