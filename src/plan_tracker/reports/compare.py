"""A comparison as neutral lines: what changed, before and after, the gravest first."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Actual, Direction, Target
from plan_tracker.questions.compare import (
    ActualChange,
    ActualMove,
    Change,
    Comparison,
    GoalMove,
    Refusal,
    StatusMove,
    refusals,
)
from plan_tracker.reports import figures
from plan_tracker.reports.cells import Cell, Column, Section, Table
from plan_tracker.reports.rows import row
from plan_tracker.reports.texts import as_of_text, lead_text, points_text, with_unit
from plan_tracker.wording import compare as phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class ChangeCells(NamedTuple):
    """One thing that changed, a cell for each column."""

    change: Cell
    before: Cell
    after: Cell


CHANGE_COLUMNS = (
    Column(key="change", heading=phrases.CHANGE),
    Column(key="before", heading=phrases.BEFORE),
    Column(key="after", heading=phrases.AFTER),
)


class ChangeRow(NamedTuple):
    """One thing that changed."""

    cells: ChangeCells
    depth: int = 0


class Entry(NamedTuple):
    """One target or part with all that changed about it."""

    id: str
    name: str
    owner: str
    rows: tuple[ChangeRow, ...]
    is_part: bool = False


class CompareReport(NamedTuple):
    """Everything that `compare` says. `refused` is empty unless something was to be refused and occurred."""

    title: str
    versions: str
    counts: str
    settings: tuple[ChangeRow, ...]
    entries: tuple[Entry, ...]
    refused: str
    nothing: str
    language: Language

    @property
    def table(self) -> Table[ChangeRow]:
        """What changed: first the settings of the plan, then each target or part under its name."""
        settings = (Section(self.settings),) if self.settings else ()
        entries = (Section(each.rows, heading=f"{each.name} ({each.id})") for each in self.entries)
        return Table(columns=CHANGE_COLUMNS, sections=(*settings, *entries), language=self.language)


def _change(
    *, change: str, before: str, after: str, tone: Tone = Tone.PLAIN, loud: bool = False
) -> ChangeRow:
    """A row; a loud one is not to be overlooked."""
    return ChangeRow(
        ChangeCells(change=Cell(change, tone, loud=loud), before=Cell(before, tone), after=Cell(after, tone))
    )


_GRAVEST = (Refusal.GOAL_LOWERED, Refusal.REMOVED, Refusal.WORSE, Refusal.ACTUAL_REVISED)


def compare_report(
    comparison: Comparison, versions: tuple[str, str], fail_on: frozenset[str], language: Language
) -> CompareReport:
    """A comparison in one language; `versions` are what people call the old and the new."""
    settings = tuple(
        _change(
            change=phrases.SETTING.text(language, table=setting.table, key=setting.key),
            before=setting.old or phrases.NONE.text(language),
            after=setting.new or phrases.NONE.text(language),
            tone=Tone.WARNING if setting.table == "check" else Tone.PLAIN,
            loud=setting.table == "check",
        )
        for setting in comparison.settings
    )
    entries = tuple(_entry(change, comparison, language) for change in _gravest_first(comparison.changes))
    return CompareReport(
        title=phrases.HEADING.text(language, title=comparison.new.plan.title),
        versions=_versions(comparison, *versions, language),
        counts=_counts(comparison, language),
        settings=settings,
        entries=entries,
        refused=_refused(comparison, fail_on, language),
        nothing="" if entries or settings else phrases.NOTHING.text(language),
        language=language,
    )


def is_refused(comparison: Comparison, fail_on: frozenset[str]) -> bool:
    """Whether anything changed that was to be refused."""
    return any(refusal.value in fail_on for change in comparison.changes for refusal in refusals(change))


def _gravest_first(changes: Iterable[Change]) -> list[Change]:
    def rank(change: Change) -> int:
        found = refusals(change)
        return next((number for number, each in enumerate(_GRAVEST) if each in found), len(_GRAVEST))

    return sorted(changes, key=rank)


def _versions(comparison: Comparison, old: str, new: str, language: Language) -> str:
    if comparison.old.as_of == comparison.new.as_of:
        as_of = as_of_text(comparison.new, language)
        return phrases.VERSIONS.text(language, old=old, new=new, as_of=as_of)
    first, last = (_day(each, language) for each in (comparison.old, comparison.new))
    return phrases.DAYS.text(language, version=new, old=first, new=last)


def _day(evaluation: Evaluation, language: Language) -> str:
    day = words.day_text(evaluation.as_of, language)
    period = evaluation.plan.time.period_ending(evaluation.as_of)
    return phrases.DAY.text(language, day=day, period=period) if period else day


def _counts(comparison: Comparison, language: Language) -> str:
    texts = []
    for status in Status:
        old, new = comparison.old.by_status[status], comparison.new.by_status[status]
        if old != new:
            name = STATUSES[status].name.text(language)
            texts.append(phrases.COUNT.text(language, status=name, old=str(old), new=str(new)))
    before, after = (_mean(each, language) for each in (comparison.old, comparison.new))
    if before != after:
        texts.append(phrases.MEAN.text(language, old=before, new=after))
    return words.COMMA.text(language).join(texts)


def _mean(evaluation: Evaluation, language: Language) -> str:
    mean = evaluation.mean_completion.value
    return phrases.NONE.text(language) if mean is None else figures.percent(mean, evaluation.plan.decimals)


def _refused(comparison: Comparison, fail_on: frozenset[str], language: Language) -> str:
    number = {refusal: 0 for refusal in Refusal if refusal.value in fail_on}
    for change in comparison.changes:
        for refusal in refusals(change) & number.keys():
            number[refusal] += 1
    reasons = [
        phrases.REFUSED[refusal].text(language, number=str(count))
        for refusal, count in number.items()
        if count
    ]
    return phrases.REFUSAL.text(language, reasons=words.COMMA.text(language).join(reasons)) if reasons else ""


def _entry(change: Change, comparison: Comparison, language: Language) -> Entry:
    target = change.target
    return Entry(
        id=target.id,
        name=target.name,
        owner=target.owner,
        rows=tuple(_rows(change, comparison, language)),
        is_part=target.parent is not None,
    )


def _rows(change: Change, comparison: Comparison, language: Language) -> Iterator[ChangeRow]:
    old, new = change.old, change.new
    if old is None or new is None:
        if new:
            yield _change(
                change=phrases.ADDED.text(language),
                before="",
                after=_standing(new, language),
                tone=STATUSES[new.status].tone,
            )
        if old:
            yield _change(
                change=phrases.REMOVED.text(language),
                before=_standing(old, language),
                after="",
                tone=Tone.BAD,
                loud=True,
            )
        return
    if change.goal:
        yield _goal_change(change.goal, old.target, new.target, language)
    yield from (_actual_change(each, new.target, language) for each in change.actuals)
    if change.status:
        yield _change(
            change=phrases.STATUS[change.status].text(language),
            before=STATUSES[old.status].name.text(language),
            after=STATUSES[new.status].name.text(language),
            tone=STATUSES[new.status].tone,
            loud=change.status is StatusMove.WORSE,
        )
    if change.lead is not None:
        decimals = comparison.new.plan.decimals
        sign = "+" if change.lead > 0 else "-"
        points = sign + points_text(change.lead, decimals, language)
        yield _change(
            change=phrases.LEAD.text(language, points=points),
            before=lead_text(old, decimals),
            after=lead_text(new, decimals),
            tone=Tone.GOOD if change.lead > 0 else Tone.WARNING,
        )
    before, after = (row(each, comparison.new.as_of) for each in (old, new))
    for key in change.terms:
        yield _change(
            change=phrases.TERM.text(language, term=words.COLUMN[key].text(language)),
            before=_value(before[key], language),
            after=_value(after[key], language),
        )


def _goal_change(move: GoalMove, old: Target, new: Target, language: Language) -> ChangeRow:
    ceiling = new.direction is Direction.AT_MOST
    phrase: Phrase
    match move:
        case GoalMove.LOWERED:
            phrase = phrases.GOAL_LOOSENED if ceiling else phrases.GOAL_LOWERED
            phrase = phrases.GOAL_GONE if new.goal is None else phrase
        case GoalMove.RAISED:
            phrase = phrases.GOAL_TIGHTENED if ceiling else phrases.GOAL_RAISED
            phrase = phrases.GOAL_GIVEN if old.goal is None else phrase
        case GoalMove.INCOMPARABLE:
            phrase = phrases.GOAL_INCOMPARABLE
    easier = move is not GoalMove.RAISED
    return _change(
        change=phrase.text(language),
        before=_goal(old, language),
        after=_goal(new, language),
        tone=Tone.BAD if easier else Tone.GOOD,
        loud=easier,
    )


def _goal(target: Target, language: Language) -> str:
    if target.goal is None:
        return phrases.NONE.text(language)
    sign = "≤" if target.direction is Direction.AT_MOST else ""
    return sign + with_unit(target.goal, target.unit)


def _actual_change(change: ActualChange, target: Target, language: Language) -> ChangeRow:
    shown = change.new or change.old
    period = shown.period if shown else ""
    return _change(
        change=phrases.ACTUAL[change.move].text(language, period=period),
        before=_figure(change.old, target, language),
        after=_figure(change.new, target, language),
        tone=Tone.PLAIN if change.move is ActualMove.NEW else Tone.WARNING,
    )


def _figure(actual: Actual | None, target: Target, language: Language) -> str:
    if actual is None:
        return phrases.NONE.text(language)
    return ("≥" if actual.missing else "") + with_unit(actual.value, target.unit)


def _standing(result: Result, language: Language) -> str:
    """How a target that is in one version only stands there: goal, actual, status."""
    target = result.target
    texts = []
    if target.goal is not None:
        texts.append(f"{words.COLUMN['goal'].text(language)} {_goal(target, language)}")
    if result.actual:
        texts.append(f"{words.COLUMN['actual'].text(language)} {_figure(result.actual, target, language)}")
    return words.COMMA.text(language).join([*texts, STATUSES[result.status].name.text(language)])


def _value(value: object, language: Language) -> str:
    match value:
        case None:
            return phrases.NONE.text(language)
        case bool():
            return (words.YES if value else words.NO).text(language)
        case Decimal():
            return plain(value)
        case _:
            return str(value)
