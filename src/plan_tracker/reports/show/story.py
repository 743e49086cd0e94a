"""The chapters of a story: figures, the rule behind the status, periods, outlook, parts, stated figures."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import DIGITS, plain, shortest
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.questions.audit import audit
from plan_tracker.questions.check import unallocated_sum
from plan_tracker.reports.audit import note, tone_of
from plan_tracker.reports.audit_figures import computed_text, stated_text
from plan_tracker.reports.cells import Cell, PlainRow, Table, status_cell
from plan_tracker.reports.collecting import standing_text
from plan_tracker.reports.meeting import sentences
from plan_tracker.reports.show.facts import Fact, figure_facts, outlook_facts
from plan_tracker.reports.show.feeds import feed_facts
from plan_tracker.reports.show.rules import rule_sentences
from plan_tracker.reports.show.tables import parts_table, periods_table
from plan_tracker.reports.texts import as_of_text, with_unit
from plan_tracker.wording import audit as audit_phrases
from plan_tracker.wording import check as check_phrases
from plan_tracker.wording import settings, words
from plan_tracker.wording import show as phrases
from plan_tracker.wording.collecting import NOT_SUMMED
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.tones import Tone


class Chapter(NamedTuple):
    """One aspect of a target: sentences first, then labelled figures, then a table."""

    heading: str
    sentences: tuple[Cell, ...] = ()
    facts: tuple[Fact, ...] = ()
    table: Table[PlainRow] | None = None


class Story(NamedTuple):
    """Everything that `show` says of one target."""

    title: str
    subtitle: Cell
    chapters: tuple[Chapter, ...]
    language: Language


def tell(evaluation: Evaluation, result: Result, whole: Result | None, language: Language) -> Story:
    """Makes the story of a target, or of a part of the target `whole`."""
    target = result.target
    if target.is_summed:
        status = status_cell(result.status, language)
        chapters = tuple(_chapters(evaluation, result, whole, language))
    else:  # nothing but its plans has any figures
        status = Cell(NOT_SUMMED.text(language))
        table = parts_table(evaluation, result, language)
        standing = (Cell(standing_text(result, language)),)
        chapters = (Chapter(heading=phrases.PLANS.text(language), sentences=standing, table=table),)
    subtitle = words.COMMA.text(language).join((status.text, as_of_text(evaluation, language)))
    return Story(
        title=phrases.titled(target.name, target.id, language),
        subtitle=status._replace(text=subtitle),
        chapters=chapters,
        language=language,
    )


def _chapters(
    evaluation: Evaluation, result: Result, whole: Result | None, language: Language
) -> Iterator[Chapter]:
    """Yields the chapters on a target that has figures of its own, or of its parts."""
    plan, target = evaluation.plan, result.target
    facts = figure_facts(result, plan, language)
    yield Chapter(heading=phrases.FIGURES.text(language), facts=facts)
    yield Chapter(
        heading=phrases.VERDICT.text(language), sentences=rule_sentences(evaluation, result, language)
    )
    periods = periods_table(evaluation, result, language)
    if periods.sections:  # none if it is dropped before a figure is due
        yield Chapter(heading=phrases.PERIODS.text(language), table=periods)
    yield Chapter(
        heading=words.OUTLOOK.text(language),
        sentences=tuple(map(Cell, sentences(result, plan.decimals, language))),
        facts=outlook_facts(result, plan.decimals, language),
    )
    if target.parts:
        yield Chapter(
            heading=phrases.PARTS.text(language),
            sentences=tuple(_of_parts(result, language)),
            table=parts_table(evaluation, result, language),
        )
    if stated := _stated(evaluation, target, language):
        yield Chapter(heading=phrases.STATED.text(language), facts=stated)
    if about := _about(plan, target, whole, language, is_sum=evaluation.are_sums):
        yield Chapter(heading=phrases.ABOUT.text(language), facts=about)


def _of_parts(result: Result, language: Language) -> Iterator[Cell]:
    """Yields what the parts have reported together, and whether their goals add up to that of the target."""
    target = result.target
    if result.status is Status.DROPPED:
        return
    if (day := result.measured_on) and kinds.is_total(target):
        yield Cell(_reported(target, day, language))
    if (total := kinds.allotted(target)) is not None and target.goal is not None:
        yield _allotted(target, total, target.goal, language)


def _reported(target: Target, day: date, language: Language) -> str:
    figures = [each for part in target.parts for each in part.actuals if each.day == day]
    total = shortest(sum((Fraction(each.value) for each in figures), Fraction(0)), DIGITS)
    complete = sum(not each.missing for each in figures)
    return phrases.REPORTED.text(
        language,
        number=str(complete),
        all=str(len(target.parts)),
        day=words.day_text(day, language),
        total=("" if complete == len(figures) else "≥") + with_unit(total, target.unit),
    )


def _allotted(target: Target, total: Decimal, goal: Decimal, language: Language) -> Cell:
    """Tells how the sum of the parts' goals compares with the goal."""
    if total == goal:
        return Cell(phrases.GOALS_AGREE.text(language))
    cap = kinds.is_cap(target)
    values = {"total": with_unit(total, target.unit), "rest": with_unit(abs(total - goal), target.unit)}
    if unallocated_sum(target) is None:
        return Cell((phrases.CAPS_MARGIN if cap else phrases.MARGIN).text(language, **values))
    phrase = check_phrases.ALLOCATION_CAP if cap else check_phrases.ALLOCATION
    text = phrase.text(language, goal=with_unit(goal, target.unit), **values)
    return Cell(phrases.SENTENCE.text(language, text=text[0].upper() + text[1:]), Tone.BAD)


def _stated(evaluation: Evaluation, target: Target, language: Language) -> tuple[Fact, ...]:
    """Returns a fact for each stated figure up to the as-of day, with the verdict of the data on it."""
    found: list[Fact] = []
    for audited in audit(evaluation):
        if audited.target.id != target.id:
            continue
        verdict = audit_phrases.VERDICT[audited.verdict].text(language)
        stated = stated_text(audited.stated, language)
        texts = [words.bracketed(stated, verdict, language)]
        if computed := computed_text(audited, language):
            texts.append(phrases.COMPUTED.text(language, figure=computed))
        if remark := note(audited, language):
            texts.append(remark)
        found.append(
            Fact(
                label=period_text(audited.stated.period, evaluation.plan.time, language),
                text=words.COMMA.text(language).join(texts),
                tone=tone_of(audited),
            )
        )
    return tuple(found)


def _about(
    plan: Plan, target: Target, whole: Result | None, language: Language, *, is_sum: bool
) -> tuple[Fact, ...]:
    """Returns what else is given; a sum is in no mean, and `check` judges its plans by their own levels."""
    binding = "" if target.binding is None else (words.YES if target.binding else words.NO).text(language)
    given = {
        "group": target.group,
        "owner": target.owner,
        "stage": target.stage,
        "binding": binding,
        "source": target.source,
        "note": target.note,
    }
    facts = [Fact(words.COLUMN[key].text(language), text) for key, text in given.items() if text]
    if is_sum:
        return tuple(facts)
    if whole:
        name = phrases.titled(whole.target.name, whole.target.id, language)
        facts.insert(0, Fact(label=phrases.PART_OF.text(language), text=name))
    facts += [
        *feed_facts(plan, target, language),
        Fact(words.COLUMN["weight"].text(language), plain(target.weight)),
        Fact(words.COLUMN["check"].text(language), settings.WORDS[target.check].text(language)),
    ]
    if missing := [words.COLUMN[key].text(language) for key, text in given.items() if not text]:
        names = words.LIST.text(language).join(missing)
        facts.append(Fact(label=phrases.NOT_GIVEN.text(language), text=names, tone=Tone.QUIET))
    return tuple(facts)
