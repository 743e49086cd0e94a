"""The annex of a report: the tables of `status`, each under a text that sums up what it shows."""

from collections import Counter
from collections.abc import Iterator

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Plan
from plan_tracker.questions.check import Finding, Reason
from plan_tracker.reports import figures
from plan_tracker.reports.cells import Section
from plan_tracker.reports.findings import sentence
from plan_tracker.reports.status import StatusReport, StatusRow, status_report
from plan_tracker.reports.texts import with_unit
from plan_tracker.reports.view import View
from plan_tracker.wording import status as phrases
from plan_tracker.wording import words
from plan_tracker.wording.collecting import NOT_SUMMED
from plan_tracker.wording.status import COUNT, PART_OF
from plan_tracker.wording.statuses import STATUSES


def annex(evaluation: Evaluation, language: Language, view: View) -> StatusReport[StatusRow]:
    """Makes the status report with a text before each table."""
    report = status_report(evaluation, language, view)
    sections = tuple(
        section._replace(summary=_text(section, evaluation, language)) for section in report.table.sections
    )
    return report._replace(table=report.table._replace(sections=sections))


def _text(section: Section[StatusRow], evaluation: Evaluation, language: Language) -> str:
    return phrases.SENTENCES.text(language).join(_sentences(section, evaluation, language))


def _sentences(section: Section[StatusRow], evaluation: Evaluation, language: Language) -> Iterator[str]:
    own = [row.result for row in section.rows if row.depth == 0]
    number = Counter(each.status if each.target.is_summed else None for each in own)
    counts = words.COMMA.text(language).join(
        COUNT.text(language, status=name.text(language), number=str(number[status]))
        for status, name in (*((each, STATUSES[each].name) for each in Status), (None, NOT_SUMMED))
        if status in number
    )
    counted = phrases.ONE if len(own) == 1 else phrases.COUNTED
    yield counted.text(language, total=str(len(own)), counts=counts)
    named = list(_named(section.rows, language))
    clauses = [
        _clause(name, result, evaluation.plan, language) for name, result in named if result.status.lagging
    ]
    if clauses:
        yield phrases.LAGGING.text(language, clauses=words.SEMICOLON.text(language).join(clauses))
    for phrase, status in ((phrases.DONE, Status.DONE), (phrases.SILENT, Status.NOT_REPORTED)):
        names = [name for name, result in named if result.status is status]
        if names:
            yield phrase.text(language, names=words.LIST.text(language).join(names))


def _named(rows: tuple[StatusRow, ...], language: Language) -> Iterator[tuple[str, Result]]:
    """Yields each result with its name; a part is named with its target."""
    whole = ""
    for row in rows:
        name = row.cells.name.text
        if row.depth:
            yield PART_OF.text(language, whole=whole, part=name), row.result
        else:
            whole = name
            yield name, row.result


def _clause(name: str, result: Result, plan: Plan, language: Language) -> str:
    """Writes what is wrong with one target: as official reports do, or else as `check` does."""
    target, actual, rate, pace, lead = (
        result.target,
        result.actual,
        result.completion_rate,
        result.pace,
        result.lead,
    )
    missed = result.status is Status.MISSED
    if missed or not actual or target.goal is None or rate is None or pace is None or lead is None:
        found = sentence(Finding(result, Reason.STATUS, fails=True), plan, language)
        return phrases.OTHER.text(language, name=name, sentence=found)
    shown, against = figures.rate_and_pace(rate, pace, plan.decimals)
    phrase = phrases.USED if kinds.is_cap(target) else phrases.REACHED
    if kinds.is_level(target):
        phrase = phrases.ADVANCED
    return phrase.text(
        language,
        name=name,
        actual=with_unit(actual.value, target.unit),
        goal=with_unit(target.goal, target.unit),
        rate=f"{plain(shown)}%",
        pace="" if against is None else f"{plain(against)}%",
        points=words.POINTS.text(
            language, number=plain(abs(figures.lead(lead, plan.decimals, plan.tolerance)))
        ),
    )
