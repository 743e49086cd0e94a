"""The labelled figures of a story; an empty figure is replaced by the reason why it is empty."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import trimmed
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.plan.periods import PlanTime
from plan_tracker.questions.outlook import outlook
from plan_tracker.reports import figures
from plan_tracker.reports.periods import past_text
from plan_tracker.reports.projection import (
    committed_text,
    coverage_text,
    multiple_text,
    projected_text,
    remaining_text,
)
from plan_tracker.reports.texts import (
    exact_text,
    expected_text,
    figure_text,
    in_points_or_unit,
    lead_text,
    pace_text,
    points_text,
    rate_text,
    with_unit,
)
from plan_tracker.wording import outlook as outlook_phrases
from plan_tracker.wording import settings, words
from plan_tracker.wording import show as phrases
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class Fact(NamedTuple):
    """A figure with its label; if there is no figure, the text is the reason."""

    label: str
    text: str
    tone: Tone = Tone.PLAIN
    empty: bool = False


def _fact(label: Phrase, text: str, why: Phrase, language: Language, tone: Tone = Tone.PLAIN) -> Fact:
    """Makes a fact of a figure, or of the reason why it is empty."""
    if text:
        return Fact(label=label.text(language), text=text, tone=tone)
    reason = phrases.EMPTY.text(language, reason=why.text(language))
    return Fact(label=label.text(language), text=reason, tone=Tone.QUIET, empty=True)


def figure_facts(result: Result, plan: Plan, language: Language) -> tuple[Fact, ...]:
    """Returns facts on the goal, on the actual, and on how it compares with what was expected."""
    return _gathered([*_of_goal(result, language), *_of_actual(result, plan, language)], language)


def _gathered(found: Iterable[Fact], language: Language) -> tuple[Fact, ...]:
    """Joins facts that are empty for the same reason into one."""
    facts = list(found)
    labels: dict[str, list[str]] = {}
    for each in facts:
        if each.empty:
            labels.setdefault(each.text, []).append(each.label)
    return tuple(
        each._replace(label=words.LIST.text(language).join(labels.pop(each.text))) if each.empty else each
        for each in facts
        if not each.empty or each.text in labels
    )


def _of_goal(result: Result, language: Language) -> Iterator[Fact]:
    target, label = result.target, words.COLUMN
    goal = with_unit(target.goal, target.unit)
    if goal and target.direction is kinds.AT_MOST:
        goal = phrases.AT_MOST.text(language, figure=goal)
    yield Fact(label["kind"].text(language), _nature(result).text(language))
    yield _fact(label["goal"], goal, phrases.NO_GOAL, language)
    if kinds.is_level(target):
        baseline = with_unit(target.baseline, target.unit)
        yield _fact(label["baseline"], baseline, phrases.NO_BASELINE, language)
    yield from _changes(result, language)
    start, due = words.day_text(target.start, language), words.day_text(target.due, language)
    yield Fact(phrases.TIME.text(language), words.SPAN.text(language, start=start, end=due))
    yield Fact(label["reporting"].text(language), settings.WORDS[target.reporting].text(language))


def _changes(result: Result, language: Language) -> Iterator[Fact]:
    """Yields facts on the original goal, the goals that replaced it, and the day it was dropped."""
    target, label = result.target, words.COLUMN
    if target.original_goal is not None:
        yield Fact(label["original_goal"].text(language), with_unit(target.original_goal, target.unit))
    for each in target.adjusted:
        day = words.day_text(each.day, language)
        text = phrases.ADJUSTED_TO.text(language, goal=with_unit(each.goal, target.unit), day=day)
        if each.note:
            text = words.labelled(text, each.note, language)
        yield Fact(phrases.ADJUSTED.text(language), _dated(text, each.day, result, language))
    if target.dropped:
        text = words.day_text(target.dropped, language)
        yield Fact(label["dropped"].text(language), _dated(text, target.dropped, result, language))


def _dated(text: str, day: date, result: Result, language: Language) -> str:
    """Tells from which day something holds, and whether that day is still to come."""
    return phrases.NOT_YET.text(language, text=text) if day > result.as_of else text


def _of_actual(result: Result, plan: Plan, language: Language) -> Iterator[Fact]:
    label, tone, day = words.COLUMN, STATUSES[result.status].tone, words.day_text(result.needed_day, language)
    is_dropped = result.status is Status.DROPPED
    why_not_needed = phrases.NOT_JUDGED[result.status] if is_dropped else phrases.NO_NEEDED_DAY
    yield _fact(label["actual"], _actual(result, plan.time, language), phrases.NO_ACTUAL, language)
    yield _fact(phrases.NEEDED_DAY, day, why_not_needed, language)
    rate = rate_text(result, plan.decimals)
    yield _fact(label["completion_rate"], rate, _why_no_rate(result), language, tone)
    yield _fact(label["pace"], _pace(result, plan.decimals, language), _why_no_pace(result), language)
    yield _fact(expected_label(result.target), _expected(result), _why_nothing_expected(result), language)
    yield _fact(words.LEAD, _lead(result, plan, language), _why_no_lead(result), language, tone)
    if result.target.past:
        yield Fact(label["past"].text(language), past_text(result.target.past, plan.time, language))
    if kinds.is_level(result.target):
        shown = ""
        if result.difference is not None:
            number = figures.signed(trimmed(result.difference))
            shown = in_points_or_unit(number, result.target.unit, language)
        yield _fact(label["difference"], shown, _why_nothing_expected(result), language, tone)


def expected_label(target: Target) -> Phrase:
    """Names what is expected of a target by a day; only what grows towards a goal is to be completed."""
    if target.goal is None or (kinds.is_total(target) and target.direction is kinds.AT_LEAST):
        return words.COLUMN["expected"]
    if kinds.is_cap(target):
        return phrases.EXPECTED_OF_CAP
    return phrases.EXPECTED_CEILING if target.direction is kinds.AT_MOST else phrases.EXPECTED_LEVEL


def _nature(result: Result) -> Phrase:
    """Names the kind of figure that a target counts."""
    target = result.target
    falls = target.direction is kinds.AT_MOST
    if target.goal is None:
        return settings.WORDS[target.kind]
    if kinds.is_total(target):
        return phrases.CAP if falls else phrases.TOTAL
    if kinds.is_held(target):
        return phrases.HELD_BELOW if falls else phrases.HELD
    return phrases.FALLING if falls else phrases.RISING


def _why_no_rate(result: Result) -> Phrase:
    """Tells why a target without completion rate has none."""
    target = result.target
    if target.goal is None:
        return phrases.NO_GOAL
    if result.actual is None:
        return phrases.NO_ACTUAL
    if kinds.is_held(target) and target.baseline is None:
        return phrases.NO_RATE_OF_LEVEL
    return phrases.NO_RATE_OF_ZERO if kinds.is_total(target) else phrases.NO_WAY


def _why_no_pace(result: Result) -> Phrase:
    """Tells why a target without pace has none."""
    is_paceless = result.target.goal is not None and result.target.pace is None
    return phrases.NO_PACE_OF_LEVEL if is_paceless else _why_nothing_expected(result)


def _why_no_lead(result: Result) -> Phrase:
    """Tells why a target without lead has none."""
    if result.pace is None:
        return _why_no_pace(result)
    return phrases.NO_LEAD_OF_LEVEL if result.rate_ratio else _why_no_rate(result)


def _why_nothing_expected(result: Result) -> Phrase:
    """Tells why nothing is expected of a target by the day of its actual."""
    if result.target.goal is None:
        return phrases.NO_GOAL
    return phrases.NO_ACTUAL if result.actual is None else phrases.NOT_JUDGED[result.status]


def _actual(result: Result, time: PlanTime, language: Language) -> str:
    actual = result.actual
    if actual is None:
        return ""
    shown = figure_text(actual, result.target.unit)
    day = words.day_text(actual.day, language)
    if actual.period != actual.day.isoformat():
        day = words.bracketed(day, period_text(actual.period, time, language), language)
    return phrases.ON_DAY.text(language, actual=shown, day=day)


def _pace(result: Result, decimals: int, language: Language) -> str:
    text, rule = pace_text(result, decimals), result.target.pace
    if not text or rule is None:
        return ""
    return words.bracketed(text, settings.pace_phrase(rule.rule).text(language), language)


def _lead(result: Result, plan: Plan, language: Language) -> str:
    if result.lead is None:
        return ""
    if result.is_bound:
        return words.POINTS.text(language, number=lead_text(result, plan.decimals))
    points = points_text(result.lead, result, plan.decimals, language)
    if result.lead == 0:
        return points
    ahead, behind = phrases.AHEAD, phrases.BEHIND
    if kinds.is_cap(result.target):
        ahead, behind = phrases.UNDER_PACE, phrases.OVER_PACE
    return (ahead if result.lead > 0 else behind).text(language, points=points)


def _expected(result: Result) -> str:
    if result.expected is None or result.actual is None:
        return ""
    return expected_text(result.expected, result.actual, result.target)


def outlook_facts(result: Result, decimals: int, language: Language) -> tuple[Fact, ...]:
    """Returns facts on what is left, at which speed, and what is covered; or one with the reason for none."""
    ahead, target = outlook(result), result.target
    multiple = multiple_text(ahead)
    shown = {
        "remaining": remaining_text(ahead, target, language, target.unit),
        "required_multiple": phrases.MULTIPLE.text(language, number=multiple)
        if ahead.required_multiple
        else multiple,
        "projected": projected_text(result, ahead, language, target.unit),
        "committed": committed_text(target, language),
        "coverage": coverage_text(ahead.coverage, decimals, language),
        "uncovered": exact_text(ahead.uncovered, target.unit),
    }
    reasons = {key: outlook_phrases.REASON[gap] for key, gap in ahead.why.items()}
    labels = {key: words.COLUMN[key] for key in shown}
    if kinds.is_cap(target) and shown["remaining"]:
        labels["remaining"] = outlook_phrases.BESIDE_THE_LIMIT
    facts = (_fact(labels[key], text, reasons.get(key, labels[key]), language) for key, text in shown.items())
    return _gathered(facts, language)
