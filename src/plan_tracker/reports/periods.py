"""Periods as people read them: as they were typed, else in the plan's rhythm."""

from collections.abc import Sequence
from datetime import date

from plan_tracker.judging.collecting import Rollup, member_of
from plan_tracker.judging.evaluation import Evaluation, later_changes
from plan_tracker.judging.statuses import Status
from plan_tracker.judging.turnout import label_on, turnout
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Past, Plan
from plan_tracker.plan.periods import PlanTime
from plan_tracker.wording import collecting, words
from plan_tracker.wording import status as phrases
from plan_tracker.wording.periods import period_text

_TOLD_ELSEWHERE = frozenset({Status.NOT_REPORTED, Status.DROPPED})
_NAMED, _LEADING, _DAYS = 6, 3, 3
"""Up to how many targets of one day are all named; how many of more are; and how many days are told."""

_FEW = 12
"""How many plans, or ids, are named in one line."""


def period_on(plan: Plan, day: date, language: Language) -> str:
    """Names the period that ends on a day; empty where the plan has no label for it."""
    label = label_on(plan, day)
    return period_text(label, plan.time, language) if label else ""


def turnout_text(evaluation: Evaluation, language: Language) -> str:
    """Tells how many have reported for the latest period, and the last complete period; empty if all have.

    Of several plans it always tells how many have, and which have not.
    """
    if isinstance(evaluation, Rollup):
        return _plans_text(evaluation, language)
    return turnout_of_plan(evaluation.plan, evaluation.as_of, language)


def turnout_of_plan(plan: Plan, as_of: date, language: Language) -> str:
    """Does `turnout_text` for one plan."""
    found = turnout(plan, as_of)
    if found is None:
        return ""
    texts = [
        phrases.REPORTED.text(
            language,
            number=str(found.reported),
            all=str(found.owing),
            period=_named(plan, found.day, language),
        )
    ]
    if found.complete:
        texts.append(phrases.COMPLETE.text(language, period=_named(plan, found.complete, language)))
    return words.SEMICOLON.text(language).join(texts)


def _plans_text(rollup: Rollup, language: Language) -> str:
    """Tells how many plans there are, how many have reported, and which have not or cannot be read."""
    silent = [member_of(each.plan).name for each in rollup.members if member_of(each.plan) in rollup.silent]
    idle = [
        member.name
        for each in rollup.members
        if (member := member_of(each.plan)) not in rollup.silent and not _has_figures(each)
    ]
    number, reported = len(rollup.members) + len(rollup.unread), len(rollup.members) - len(silent) - len(idle)
    texts = [collecting.PLANS.text(language, number=str(number), reported=str(reported))]
    for phrase, names in (
        (collecting.NOT_REPORTED, silent),
        (collecting.NOTHING_DUE, idle),
        (collecting.CANNOT_BE_READ, rollup.unread),
    ):
        if names:
            texts.append(phrase.text(language, names=abridged(names, language)))
    return words.SEMICOLON.text(language).join(texts)


def _has_figures(evaluation: Evaluation) -> bool:
    return any(each.actual for result in evaluation.results for each in (result, *result.parts))


def abridged(names: Sequence[str], language: Language) -> str:
    """Lists names, of many the first few and how many more there are."""
    listed = words.LIST.text(language).join(names[:_FEW])
    left = len(names) - _FEW
    return collecting.AND_MORE.text(language, names=listed, number=str(left)) if left > 0 else listed


def head_remarks(evaluation: Evaluation, language: Language) -> tuple[str, ...]:
    """Returns the remarks below the counts: who has reported, days of figures, and later changes."""
    said = (
        turnout_text(evaluation, language),
        older_text(evaluation, language),
        later_text(evaluation, language),
    )
    return tuple(filter(None, said))


def older_text(evaluation: Evaluation, language: Language) -> str:
    """Names the targets whose figure is of an earlier day than the as-of day, by that day; may be empty.

    What is `not_reported` is told as such.
    """
    shown = [
        (result.actual.day, result)
        for result in evaluation.results
        if result.actual and result.target.is_summed
    ]
    days: dict[date, list[str]] = {}
    for day, result in shown:
        if day < evaluation.as_of and result.status not in _TOLD_ELSEWHERE:
            days.setdefault(day, []).append(result.target.name)
    latest = sorted(days, reverse=True)
    if len(days) == 1 and days.keys() == {day for day, _ in shown}:
        return phrases.ALL_FIGURES_OF.text(language, day=words.day_text(latest[0], language))
    texts = [
        phrases.FIGURES_OF.text(
            language, day=words.day_text(day, language), names=_first(days[day], language)
        )
        for day in latest[:_DAYS]
    ]
    if earlier := sum(len(days[day]) for day in latest[_DAYS:]):
        texts.append(phrases.EARLIER_FIGURES.text(language, number=str(earlier)))
    return words.SEMICOLON.text(language).join(texts)


def _first(names: Sequence[str], language: Language) -> str:
    """Returns the names, or of many the first and the number of all."""
    if len(names) <= _NAMED:
        return words.LIST.text(language).join(names)
    first = words.LIST.text(language).join(names[:_LEADING])
    return phrases.FIRST_OF.text(language, names=first, number=str(len(names)))


def later_text(evaluation: Evaluation, language: Language) -> str:
    """Tells how many goals are adjusted and targets dropped after the as-of day; empty where none are."""
    goals, dropped = later_changes(evaluation)
    said = ((phrases.GOALS_ADJUSTED, goals), (phrases.TARGETS_DROPPED, dropped))
    texts = [phrase.text(language, number=str(number)) for phrase, number in said if number]
    day = words.day_text(evaluation.as_of, language)
    changes = words.COMMA.text(language).join(texts)
    return phrases.LATER.text(language, day=day, changes=changes) if changes else ""


def past_text(past: Past, time: PlanTime, language: Language) -> str:
    """Writes what earlier years reached, each year with its periods."""
    years = [
        words.REACHED_IN.text(
            language,
            year=str(year.year),
            totals=words.LIST.text(language).join(
                f"{period_text(total.period, time, language)} {plain(total.value)}" for total in year.totals
            ),
        )
        for year in past.years
    ]
    return words.SEMICOLON.text(language).join(years)


def _named(plan: Plan, day: date, language: Language) -> str:
    """Names a period that stands alone, with its day where labels do not count from January."""
    told, label = words.day_text(day, language), period_on(plan, day, language)
    if label and language is Language.EN and plan.time.start.month > 1:
        return words.bracketed(told, label, language)
    return label or told
