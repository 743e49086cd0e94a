"""The annex of a report: the tables of `status`, each under a text that sums up what it shows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan, Target
from plan_tracker.reports.cells import Section
from plan_tracker.reports.status import StatusReport, counts, status_report
from plan_tracker.reports.status_rows import StatusRow
from plan_tracker.reports.texts import (
    bound_text,
    figure_text,
    gap_text,
    pace_text,
    points_text,
    rate_text,
    with_unit,
)
from plan_tracker.reports.view import View
from plan_tracker.wording import status as phrases
from plan_tracker.wording import words
from plan_tracker.wording.collecting import NOT_SUMMED
from plan_tracker.wording.status import COUNT


def annex(evaluation: Evaluation, language: Language, view: View) -> StatusReport[StatusRow]:
    """Makes the status report with a text before each table, before several also one on all targets."""
    report, between = status_report(evaluation, language, view), words.SENTENCES.text(language)
    whole = _counted(len(evaluation.counted), [count.text for count in report.counts], language)
    sections = tuple(
        section._replace(summary=(between.join(_sentences(section, evaluation, language)),))
        for section in report.table.sections
    )
    is_told = any(text.startswith(whole) for section in sections for text in section.summary)
    table = report.table._replace(sections=sections)
    return report._replace(targets="" if is_told else whole, counts=(), table=table)


def _counted(total: int, counts: Iterable[str], language: Language) -> str:
    """Tells how many targets there are, and how many stand how."""
    listed = words.COMMA.text(language).join(counts)
    return phrases.COUNTED.text(language, total=str(total), counts=listed)


def _sentences(section: Section[StatusRow], evaluation: Evaluation, language: Language) -> Iterator[str]:
    own = [row.result for row in section.rows if row.depth == 0]
    number = Counter(each.status for each in own if each.target.is_summed)
    texts = [count.text for count in counts(number, language)]
    if others := len(own) - number.total():
        texts.append(COUNT.text(language, status=NOT_SUMMED.text(language), number=str(others)))
    yield _counted(len(own), texts, language)
    yield from _listings(section.rows, evaluation, language)


def _listings(rows: tuple[StatusRow, ...], evaluation: Evaluation, language: Language) -> Iterator[str]:
    """Yields a sentence for the targets that stand alike, then one for such parts."""
    named, plan = list(_named(rows, language)), evaluation.plan
    for below in (False, True):
        for listing, alike, says_why in _LISTINGS:
            items = [
                _clause(name, row.result, plan, language) if says_why else _timed(name, row.result, language)
                for name, row in named
                if bool(row.depth) is below and alike(row.result)
            ]
            if items:
                mark = words.SEMICOLON if says_why else words.LIST
                parts = listing.plans if isinstance(evaluation, Rollup) else listing.parts
                phrase = parts if below else listing.own
                yield phrase.text(language, items=mark.text(language).join(items))


def _is_limit(target: Target) -> bool:
    """Tells whether the goal is only not to be exceeded: nothing is completed by that."""
    return target.direction is kinds.AT_MOST and (kinds.is_cap(target) or kinds.is_held(target))


class _Listed(NamedTuple):
    listing: phrases.Listing
    alike: Callable[[Result], bool]
    says_why: bool = False


_LISTINGS = (
    _Listed(
        phrases.LAGGING,
        lambda result: result.status.lagging and result.status is not Status.MISSED,
        says_why=True,
    ),
    _Listed(phrases.MISSED, lambda result: result.status is Status.MISSED, says_why=True),
    _Listed(phrases.DONE, lambda result: result.status is Status.DONE and not _is_limit(result.target)),
    _Listed(phrases.KEPT, lambda result: result.status is Status.DONE and _is_limit(result.target)),
    _Listed(phrases.SILENT, lambda result: result.status is Status.NOT_REPORTED),
)
"""What is told of which targets, in this order."""


def _named(rows: tuple[StatusRow, ...], language: Language) -> Iterator[tuple[str, StatusRow]]:
    """Yields each row with its name; a part is named with its target."""
    whole = ""
    for row in rows:
        name = row.cells.name.text
        if row.depth:
            yield words.bracketed(whole, name, language), row
        else:
            whole = name
            yield name, row


def _timed(name: str, result: Result, language: Language) -> str:
    """Says of a target whose goal was reached only after its due date that it is late."""
    return words.bracketed(name, words.COLUMN["late"].text(language), language) if result.late else name


def _clause(name: str, result: Result, plan: Plan, language: Language) -> str:
    """Writes what is wrong with one target, as official reports do."""
    target, actual, lead, pace = result.target, result.actual, result.lead, result.pace
    if actual is None or target.goal is None:
        raise ValueError(result)
    missed, is_level, is_cap = result.status is Status.MISSED, kinds.is_level(target), kinds.is_cap(target)
    gap = bound_text(gap_text(Fraction(actual.value) - Fraction(target.goal), target, language), result)
    said = {
        "name": name if is_level or is_cap else name.removesuffix(phrases.VERB.text(language)),
        "actual": figure_text(actual, target.unit),
        "goal": with_unit(target.goal, target.unit),
    }
    if missed and is_cap:
        return phrases.EXCEEDED.text(language, gap=gap, **said)
    if lead is None or pace is None or (missed and is_level):
        phrase = phrases.BELOW if target.direction is kinds.AT_LEAST else phrases.ABOVE
        clause = phrase.text(language, gap=gap, **said)
    elif missed:
        clause = phrases.SHORT.text(language, gap=gap, rate=rate_text(result, plan.decimals), **said)
    else:
        phrase = phrases.USED if is_cap else phrases.ADVANCED if is_level else phrases.REACHED
        return phrase.text(
            language,
            rate=rate_text(result, plan.decimals),
            pace=pace_text(result, plan.decimals),
            points=points_text(lead, result, plan.decimals, language),
            **said,
        )
    if missed and target.due != plan.time.end:
        return phrases.DUE_BY.text(language, clause=clause, due=words.day_text(target.due, language))
    return clause
