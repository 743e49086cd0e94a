"""The report of `check`: remarks with their places, the worst first, and every target as a case."""

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.language import Language
from plan_tracker.plan.model import Level, Plan
from plan_tracker.problems import TOLD_AT_ONCE, LocatedProblem, Place, quoted
from plan_tracker.questions.check import SILENT, CheckOutcome, Finding, Silence, Verdict, rule, worst_first
from plan_tracker.reports.findings import (
    Places,
    account,
    owner_text,
    path_of,
    silence_text,
    totals,
    with_share,
)
from plan_tracker.reports.periods import period_on
from plan_tracker.wording import check as phrases
from plan_tracker.wording import words
from plan_tracker.wording.problems import MORE
from plan_tracker.wording.statuses import STATUSES

__all__ = [
    "Case",
    "CheckReport",
    "Gravity",
    "Remark",
    "Verdict",
    "full_message",
    "heading",
    "report_outcome",
    "report_problems",
    "rule_help",
    "rule_text",
    "subject",
    "titled",
]

MORE_PROBLEMS = "more-problems"


class Gravity(StrEnum):
    """How grave a remark is: the plan cannot be judged, the check fails, or it only warns."""

    INVALID = "invalid"
    FAIL = "fail"
    WARN = "warn"


class Remark(NamedTuple):
    """One finding about a target, or one problem of the plan file, in words.

    `rule` is a stable word: a status, `min_completion`, `allocation`, or the code of a problem. `id` is that
    of the target, or of a problem its place in the document. `expected`, `found`, `gap` and `owner` are empty
    where they do not apply.
    """

    rule: str
    gravity: Gravity
    id: str
    name: str
    message: str
    place: Place | None
    expected: str = ""
    found: str = ""
    gap: str = ""
    owner: str = ""
    is_part: bool = False


class Case(NamedTuple):
    """One target or part as a test case; `note` says why it was not judged (`skipped`), or how it stands."""

    id: str
    name: str
    group: str
    skipped: bool
    note: str
    place: Place


class CheckReport(NamedTuple):
    """All that the formats for CI say. `file` is the plan's path as the repository knows it.

    `mean` is the mean completion and `period` the period judged; both may be empty. Without an `evaluation`
    nothing was judged.
    """

    file: str
    language: Language
    verdict: Verdict
    title: str
    totals: str
    remarks: tuple[Remark, ...]
    cases: tuple[Case, ...] = ()
    failed: int = 0
    mean: Fraction | None = None
    decimals: int = 1
    period: str = ""
    evaluation: Evaluation | None = None


def report_outcome(
    outcome: CheckOutcome,
    evaluation: Evaluation,
    places: Places,
    language: Language,
    *,
    file: str,
    strict: bool = False,
) -> CheckReport:
    """Makes the report of a plan that was judged; if `strict`, a plan without anything to judge fails."""
    plan = evaluation.plan
    remarks = [_remark(each, plan, places, language) for each in worst_first(outcome.findings)]
    if outcome.silence:
        remarks.insert(0, _of_silence(outcome.silence, plan.title, places, language))
    if outcome.tally.verdict is Verdict.UNJUDGED:
        gravity = Gravity.INVALID if strict else Gravity.WARN
        message = phrases.NOTHING_JUDGED.text(language)
        place = places.place(("plan",))
        remark = Remark(
            rule=phrases.NOTHING_JUDGED_WORD,
            gravity=gravity,
            id="",
            name=plan.title,
            message=message,
            place=place,
        )
        remarks.insert(0, remark)
    return CheckReport(
        file=file,
        language=language,
        verdict=outcome.tally.verdict,
        title=plan.title,
        totals=totals(outcome.tally, evaluation, language),
        remarks=tuple(remarks),
        cases=tuple(
            _case(each, places, language) for result in evaluation.results for each in (result, *result.parts)
        ),
        failed=outcome.tally.failed,
        mean=evaluation.mean_completion.value,
        decimals=plan.decimals,
        period=period_on(plan, evaluation.as_of, language),
        evaluation=evaluation,
    )


def report_problems(problems: Iterable[LocatedProblem], language: Language, *, file: str) -> CheckReport:
    """Makes the report of a plan that cannot be judged: its first problems, and the number of all."""
    every = tuple(problems)
    remarks = [_of_problem(each, language) for each in every[:TOLD_AT_ONCE]]
    if left_out := len(every) - len(remarks):
        remarks.append(
            Remark(
                rule=MORE_PROBLEMS,
                gravity=Gravity.INVALID,
                id="",
                name="",
                message=MORE.text(language, number=str(left_out)),
                place=None,
            )
        )
    phrase = phrases.ONE_PROBLEM if len(every) == 1 else phrases.PROBLEMS
    return CheckReport(
        file=file,
        language=language,
        verdict=Verdict.INVALID,
        title="",
        totals=phrase.text(language, number=str(len(every)), file=file),
        remarks=tuple(remarks),
    )


def heading(report: CheckReport) -> str:
    """Tells the result of the check in a few words."""
    return phrases.HEADING[report.verdict].text(report.language)


def subject(remark: Remark) -> str:
    """Tells whom a remark is about: `Projects (projects)`; empty for the plan itself."""
    return f"{remark.name} ({remark.id})" if remark.name and remark.id else remark.name or remark.id


def titled(title: str, text: str, language: Language) -> str:
    """Returns a text with a title before it, if there is a title."""
    return phrases.TITLED.text(language, title=title, text=text) if title else text


def rule_text(remark: Remark, language: Language) -> str:
    """Names the rule of a remark in words; a problem is named by its code."""
    rule = phrases.RULE.get(remark.rule)
    return rule.name.text(language) if rule else remark.rule


def rule_help(remark: Remark, language: Language) -> str:
    """Tells what the rule of a remark means, and what to do about it."""
    rule = phrases.RULE.get(remark.rule)
    if rule is None:
        return phrases.PROBLEM_HELP.text(language)
    return phrases.RULE_HELP.text(language, meaning=rule.meaning.text(language))


def full_message(remark: Remark, language: Language) -> str:
    """Returns the sentence of a remark, followed by its owner."""
    if not remark.owner:
        return remark.message
    owner = owner_text(remark.owner, language)
    return phrases.PLACED.text(language, message=remark.message, owner=owner)


def _remark(finding: Finding, plan: Plan, places: Places, language: Language) -> Remark:
    target, told = finding.result.target, account(finding, plan, language)
    return Remark(
        rule=rule(finding),
        gravity=Gravity.FAIL if finding.fails else Gravity.WARN,
        id=target.id,
        name=target.name,
        message=told.sentence,
        place=places.place(path_of(target.id, target.parent)),
        expected=with_share(told.expected, told.due, language),
        found=with_share(told.found, told.done, language),
        gap=told.gap,
        owner=target.owner,
        is_part=target.parent is not None,
    )


def _of_silence(silence: Silence, title: str, places: Places, language: Language) -> Remark:
    return Remark(
        rule=SILENT,
        gravity=Gravity.FAIL if silence.fails else Gravity.WARN,
        id="",
        name=title,
        message=silence_text(silence, language),
        place=places.place(("plan",)),
        expected=words.day_text(silence.since, language),
    )


def _of_problem(located: LocatedProblem, language: Language) -> Remark:
    problem = located.problem
    message = problem.message.text(language)
    if problem.hint:
        message = phrases.HINT.text(language, message=message, hint=problem.hint.text(language))
    return Remark(
        rule=problem.code,
        gravity=Gravity.INVALID,
        id=".".join(quoted(str(step)) for step in problem.path),
        name="",
        message=message,
        place=located.place,
    )


def _case(result: Result, places: Places, language: Language) -> Case:
    target, status = result.target, STATUSES[result.status].name.text(language)
    judged, exempt = result.status.judged, target.check is Level.OFF
    note = status
    if not judged:
        note = phrases.NOT_JUDGED.text(language, status=status)
    elif exempt:
        note = phrases.EXEMPT.text(language, status=status)
    return Case(
        id=target.id,
        name=target.name,
        group=target.group,
        skipped=exempt or not judged,
        note=note,
        place=places.place(path_of(target.id, target.parent)),
    )
