"""The chapters of a story: figures, the rule behind the status, periods, outlook, parts, stated figures."""

from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import DIGITS, plain, shortest
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.questions.audit import audit
from plan_tracker.questions.check import unallocated_sum
from plan_tracker.reports.audit import TONE as AUDIT_TONE
from plan_tracker.reports.audit import note
from plan_tracker.reports.audit_figures import computed_text
from plan_tracker.reports.cells import Cell, PlainRow, Table
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
from plan_tracker.wording.statuses import STATUSES
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
    colon: str
    chapters: tuple[Chapter, ...]


def tell(evaluation: Evaluation, result: Result, whole: Result | None, language: Language) -> Story:
    """Makes the story of a target, or of a part of the target `whole`."""
    target, decimals = result.target, evaluation.plan.decimals
    status = STATUSES[result.status].name.text(language)

    def chapter(
        heading: Phrase,
        *sentences: Cell,
        facts: tuple[Fact, ...] = (),
        table: Table[PlainRow] | None = None,
    ) -> Chapter:
        return Chapter(heading=heading.text(language), sentences=sentences, facts=facts, table=table)

    def story(status: Cell, *chapters: Chapter) -> Story:
        return Story(
            title=phrases.TITLE.text(language, name=target.name, id=target.id),
            subtitle=status._replace(
                text=phrases.SUBTITLE.text(
                    language, status=status.text, as_of=as_of_text(evaluation, language)
                )
            ),
            colon=words.COLON.text(language),
            chapters=chapters,
        )

    if not target.is_summed:  # nothing but its plans has any figures
        table = parts_table(evaluation, result, language)
        plans = chapter(phrases.PLANS, Cell(standing_text(result, language)), table=table)
        return story(Cell(NOT_SUMMED.text(language)), plans)
    chapters = [
        chapter(phrases.FIGURES, facts=figure_facts(result, evaluation.plan, language)),
        chapter(phrases.VERDICT, *rule_sentences(evaluation, result, language)),
    ]
    periods = periods_table(evaluation, result, language)
    if any(section.rows for section in periods.sections):  # none if it is dropped before a figure is due
        chapters.append(chapter(phrases.PERIODS, table=periods))
    chapters.append(
        chapter(
            words.OUTLOOK,
            *map(Cell, sentences(result, decimals, language)),
            facts=outlook_facts(result, decimals, language),
        )
    )
    if target.parts:
        table = parts_table(evaluation, result, language)
        chapters.append(chapter(phrases.PARTS, *_of_parts(result, language), table=table))
    if stated := _stated(evaluation, target, language):
        chapters.append(chapter(phrases.STATED, facts=stated))
    chapters.append(chapter(phrases.ABOUT, facts=_about(evaluation.plan, target, whole, language)))
    return story(Cell(status, STATUSES[result.status].tone), *chapters)


def _of_parts(result: Result, language: Language) -> list[Cell]:
    target = result.target
    found: list[Cell] = []
    if result.status is Status.DROPPED:
        return found
    if (day := result.measured_on) and kinds.is_total(target):
        figures = [each for part in target.parts for each in part.actuals if each.day == day]
        total = shortest(sum((Fraction(each.value) for each in figures), Fraction(0)), DIGITS)
        complete = sum(not each.missing for each in figures)
        text = phrases.REPORTED.text(
            language,
            number=str(complete),
            all=str(len(target.parts)),
            day=words.day_text(day, language),
            total=("" if complete == len(figures) else "≥") + with_unit(total, target.unit),
        )
        found.append(Cell(text))
    total_of_goals, goal = kinds.allotted(target), target.goal
    if total_of_goals is None or goal is None:
        return found
    rest = with_unit(abs(total_of_goals - goal), target.unit)
    values = {"total": with_unit(total_of_goals, target.unit), "rest": rest}
    cap = kinds.is_cap(target)
    if total_of_goals == goal:
        found.append(Cell(phrases.GOALS_AGREE.text(language)))
    elif unallocated_sum(target) is None:
        found.append(Cell((phrases.CAPS_MARGIN if cap else phrases.MARGIN).text(language, **values)))
    else:
        phrase = check_phrases.ALLOCATION_CAP if cap else check_phrases.ALLOCATION
        text = phrase.text(language, goal=with_unit(goal, target.unit), **values)
        found.append(Cell(phrases.SENTENCE.text(language, text=text[0].upper() + text[1:]), Tone.BAD))
    return found


def _stated(evaluation: Evaluation, target: Target, language: Language) -> tuple[Fact, ...]:
    """Returns a fact for each stated figure up to the as-of day, with the verdict of the data on it."""
    found: list[Fact] = []
    for finding in audit(evaluation):
        if finding.target.id != target.id:
            continue
        verdict = audit_phrases.VERDICT[finding.verdict].text(language)
        texts = [phrases.AUDITED.text(language, stated=finding.stated.text, verdict=verdict)]
        if computed := computed_text(finding, language):
            texts.append(phrases.COMPUTED.text(language, figure=computed))
        if remark := note(finding, language):
            texts.append(remark)
        tone = Tone.BAD if finding.fails else AUDIT_TONE[finding.verdict]
        found.append(
            Fact(
                label=period_text(finding.stated.period, evaluation.plan.time, language),
                text=words.COMMA.text(language).join(texts),
                tone=tone,
            )
        )
    return tuple(found)


def _about(plan: Plan, target: Target, whole: Result | None, language: Language) -> tuple[Fact, ...]:
    binding = "" if target.binding is None else (words.YES if target.binding else words.NO).text(language)
    given = {
        words.COLUMN["group"]: target.group,
        words.COLUMN["owner"]: target.owner,
        words.COLUMN["stage"]: target.stage,
        words.COLUMN["binding"]: binding,
        words.COLUMN["source"]: target.source,
        words.COLUMN["note"]: target.note,
    }
    facts = [Fact(label=label.text(language), text=text) for label, text in given.items() if text]
    if whole:
        name = phrases.TITLE.text(language, name=whole.target.name, id=whole.target.id)
        facts.insert(0, Fact(label=phrases.PART_OF.text(language), text=name))
    facts += [
        *feed_facts(plan, target, language),
        Fact(label=words.COLUMN["weight"].text(language), text=plain(target.weight)),
        Fact(label=words.COLUMN["check"].text(language), text=settings.CHECK[target.check].text(language)),
    ]
    if missing := [label.text(language) for label, text in given.items() if not text]:
        names = words.LIST.text(language).join(missing)
        facts.append(Fact(label=phrases.NOT_GIVEN.text(language), text=names, tone=Tone.QUIET))
    return tuple(facts)
