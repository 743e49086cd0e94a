"""What newly written figures mean: how their targets stand and stood, and who still has to report."""

from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from plan_tracker.judging.evaluation import Evaluation, default_day, descended, evaluate
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import plain
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.reports.periods import turnout_of_plan
from plan_tracker.reports.texts import figure_text, joined, rate_text
from plan_tracker.wording import recording as phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import status_text

T = TypeVar("T")

_SHOWN = 20
"""How many targets are named; the rest is counted."""


class _Standing(NamedTuple):
    """One target before and after the figures, each as of its own day."""

    before: Result | None
    after: Result


def meaning(old: Plan, new: Plan, ids: Sequence[str], day: date, language: Language) -> list[str]:
    """Tells how each target written to stands and stood before; a part follows with its target.

    The ids of parts are like `projects/新城区`. The new plan is judged as of `day`, the last for which a
    figure was written; the old one as it stood before. Of many only the first lines are told, and the
    rest counted; those that now lag and did not before come first.
    """
    own = _targets_of(ids)
    before = _by_id(evaluate(_only(old, own), min(default_day(old), day)))
    now = _by_id(evaluate(_only(new, own), day))
    wanted = list(dict.fromkeys(each for known in ids for each in (known, now[known].target.parent) if each))
    standings = [_Standing(before.get(each), now[each]) for each in wanted]
    if len(standings) > _SHOWN:
        standings.sort(key=_is_no_news)
    shown, left = _first(standings)
    lines = [_line(each, new.decimals, language) for each in shown]
    return [*lines, phrases.AND_MORE.text(language, number=str(left))] if left else lines


def notes(old: Plan, new: Plan, ids: Sequence[str], day: date, language: Language) -> list[str]:
    """Tells what else the figures change: targets now `not_reported`, who has reported, another as-of day."""
    today = default_day(new)
    told = (
        _newly_unreported(old, new, _targets_of(ids), language),
        turnout_of_plan(new, today, language),
        _judged_otherwise(new, today, day, language) if today != day else "",
    )
    return list(filter(None, told))


def _newly_unreported(old: Plan, new: Plan, own: set[str], language: Language) -> str:
    """Names what is `not_reported` since other targets, or other parts, have a figure of a later day."""
    today, today_before = default_day(new), default_day(old)
    if today == today_before:  # then the other targets stand as they stood
        old, new = _only(old, own), _only(new, own)
    was = _by_id(evaluate(old, today_before))
    unreported = [
        result
        for result in _unreported(evaluate(new, today), own)
        if (before := was.get(result.target.id)) is None or before.status is not Status.NOT_REPORTED
    ]
    if not unreported:
        return ""
    first, left = _first(unreported)
    names = [result.target.id for result in first]
    if left:
        names.append(phrases.AND_MORE.text(language, number=str(left)))
    needed = words.day_text(max(each.needed_day for each in unreported if each.needed_day), language)
    return phrases.NEWLY_UNREPORTED.text(language, day=needed, ids=words.LIST.text(language).join(names))


def _judged_otherwise(new: Plan, today: date, day: date, language: Language) -> str:
    """Tells that `status` judges the plan as of another day than that of the figures."""
    as_of = words.day_text(today, language)
    if new.as_of is not None and day > new.as_of:
        return phrases.AS_OF_FIXED.text(language, as_of=as_of)
    return phrases.JUDGED_THEN.text(language, day=words.day_text(day, language), as_of=as_of)


def _first(several: list[T]) -> tuple[list[T], int]:
    """Returns the first of several, and how many are left out: not one, whose line takes no more room."""
    return (several[:_SHOWN], len(several) - _SHOWN) if len(several) > _SHOWN + 1 else (several, 0)


def _is_no_news(standing: _Standing) -> bool:
    """Tells whether a target stands well, or lagged in the same way before."""
    before, after = standing
    return not after.status.lagging or (before is not None and before.status is after.status)


def _targets_of(ids: Iterable[str]) -> set[str]:
    return {known.partition("/")[0] for known in ids}


def _only(plan: Plan, ids: Container[str]) -> Plan:
    """Returns the plan with some of its targets only; judging all of a large plan would take long."""
    return plan._replace(targets=tuple(target for target in plan.targets if target.id in ids))


def _unreported(evaluation: Evaluation, own: Iterable[str]) -> Iterable[Result]:
    """Yields other targets, and parts of the targets written to, that are not reported."""
    for result in evaluation.results:
        asked = result.parts if result.target.id in own else (result,)
        yield from (each for each in asked if each.status is Status.NOT_REPORTED)


def _by_id(evaluation: Evaluation) -> dict[str, Result]:
    return {each.target.id: each for each in descended(evaluation.results)}


def _line(standing: _Standing, decimals: int, language: Language) -> str:
    before, after = standing
    target, parts = after.target, list[str]()
    actual, unit = figure_text(after.actual), joined("", target.unit)  # with the blank before it, if any
    if target.goal is None:
        parts.append(actual and actual + unit)
    elif actual:
        parts.append(_phrase(target).text(language, actual=actual, goal=plain(target.goal), unit=unit))
    if after.completion_rate is not None and not kinds.is_held(target):
        phrase = phrases.RATE_OF_CAP if kinds.is_cap(target) else phrases.RATE
        parts.append(phrase.text(language, rate=rate_text(after, decimals)))
    if kinds.is_cap(target) and after.status is Status.MISSED:
        parts.append(phrases.EXCEEDS_CAP.text(language))
    status = status_text(after.status, language)
    if before and before.status is not after.status:
        was = status_text(before.status, language)
        status = phrases.WAS.text(language, status=status, before=was)
    parts.append(status)
    said = words.COMMA.text(language).join(part for part in parts if part)
    return words.labelled(target.id, said, language)


def _phrase(target: Target) -> Phrase:
    """Returns what sets an actual beside its goal; only what grows towards one is completed."""
    if kinds.is_level(target):
        return phrases.TO_GOAL if target.direction is kinds.AT_LEAST else phrases.TO_CEILING
    return phrases.OF_CAP if kinds.is_cap(target) else phrases.OF_GOAL
