"""The terms of a target in words, as they were and as they are."""

from datetime import date
from decimal import Decimal

from plan_tracker.language import Language
from plan_tracker.numbers import DIGITS, plain, shortest
from plan_tracker.plan.model import CheckLevel, Counting, Direction, Kind, Past, Target
from plan_tracker.plan.periods import PlanTime, Reporting
from plan_tracker.problems import quoted
from plan_tracker.questions.compare.terms import COMMITTED, PACE, STATED, PaceDrop, TermChange
from plan_tracker.reports.audit_figures import stated_text
from plan_tracker.reports.figures import percents
from plan_tracker.reports.periods import past_text
from plan_tracker.reports.projection import committed_text, committed_total
from plan_tracker.reports.texts import with_unit
from plan_tracker.wording import audit, settings, words
from plan_tracker.wording import compare as phrases
from plan_tracker.wording.periods import period_text

_TERMS = {"counting": phrases.COUNTING, STATED: audit.COLUMN[STATED]}
"""The names of terms that are not columns of another table."""


def told_term(
    term: TermChange, old: Target, new: Target, time: PlanTime, language: Language
) -> tuple[str, str, str]:
    """Returns the name of a changed term, and how it was and is.

    Where it has one name before and after, what differs stands behind that name.
    """
    before, after = (
        _term(term, target, value, time, language) for target, value in ((old, term.old), (new, term.new))
    )
    what = (_TERMS.get(term.key) or words.COLUMN[term.key]).text(language)
    if term.drop:
        day = words.day_text(term.drop.day, language)
        before, after = _paces(term.drop, before, after, language)
        return phrases.PACE_ON.text(language, day=day), before, after
    if before == after and term.key == PACE:
        before, after = _courses(before, old, new, language)
    elif before == after and term.key == COMMITTED:
        before, after = (committed_text(target, language) for target in (old, new))
    elif before == after and term.key == STATED:  # the points are only called by another word: as typed
        before, after = (_stated(target, time, language, as_typed=True) for target in (old, new))
    return what, before, after


def _paces(drop: PaceDrop, before: str, after: str, language: Language) -> tuple[str, str]:
    """Writes the pace before and after in percent, with the rules behind them if these differ."""
    shares = percents(drop.old, drop.new, 1)
    if before == after:
        return shares
    told = [
        words.bracketed(share, rule, language) for share, rule in zip(shares, (before, after), strict=True)
    ]
    return told[0], told[1]


def _term(term: TermChange, target: Target, value: object, time: PlanTime, language: Language) -> str:
    """Writes the value of a term in words."""
    match value:
        case None:
            return phrases.NONE.text(language)
        case bool():
            return (words.YES if value else words.NO).text(language)
        case Decimal():
            return plain(value) if term.key == "weight" else with_unit(value, target.unit)
        case date():
            return words.day_text(value, language)
        case Kind() | Direction() | Counting() | Reporting() | CheckLevel():
            return settings.WORDS[value].text(language)
        case Past():
            return past_text(value, time, language)
        case _ if term.key == PACE:
            return _pace_rule(target, language)
        case _ if term.key == COMMITTED:
            return committed_total(target) or phrases.NONE.text(language)
        case _ if term.key == STATED:
            return _stated(target, time, language)
        case _:
            return quoted(" ".join(str(value).split())) or phrases.NONE.text(language)  # a note has lines


def _stated(target: Target, time: PlanTime, language: Language, *, as_typed: bool = False) -> str:
    """Writes the stated figures with their periods; points by the word of the language, or `as_typed`."""
    told = [
        words.FIGURE.text(
            language,
            what=period_text(each.period, time, language, target.counting),
            figure=each.text if as_typed else stated_text(each, language),
        )
        for each in target.stated
    ]
    return words.LIST.text(language).join(told) or phrases.NONE.text(language)


def _pace_rule(target: Target, language: Language) -> str:
    if target.pace is None:
        return phrases.NONE.text(language)
    return settings.pace_phrase(target.pace.rule).text(language)


def _courses(rule: str, old: Target, new: Target, language: Language) -> tuple[str, str]:
    """Writes two courses of one rule, with two decimals if these tell them apart, else with all."""
    before, after = (_course(rule, target, 2, language) for target in (old, new))
    if before == after:
        before, after = (_course(rule, target, DIGITS, language) for target in (old, new))
    return before, after


def _course(rule: str, target: Target, digits: int, language: Language) -> str:
    """Writes a rule with the shares that it expects on the days on which its course bends."""
    told = (
        (words.day_text(day, language), f"{plain(shortest(share * 100, digits))}%")
        for day, share in (target.pace.bends() if target.pace else ())
    )
    bends = [words.FIGURE.text(language, what=day, figure=share) for day, share in told]
    return words.labelled(rule, words.LIST.text(language).join(bends), language)
