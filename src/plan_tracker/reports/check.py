"""The report of `check`: remarks with their places, the worst first, and every target as a case."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import NamedTuple

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation, descended
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.plan.model import CheckLevel
from plan_tracker.problems import LocatedProblem, Place
from plan_tracker.questions.check import CheckOutcome, Finding, Verdict, worst_first
from plan_tracker.reports import figures
from plan_tracker.reports.findings import Places, owner_text, place_of, totals
from plan_tracker.reports.periods import period_on
from plan_tracker.reports.remarks import (
    Gravity,
    Remark,
    on_left_out,
    on_nothing_judged,
    on_problems,
    on_silence,
    on_silent_plan,
    remarks_on,
)
from plan_tracker.wording import check as phrases
from plan_tracker.wording.statuses import status_text
from plan_tracker.wording.words import bracketed, labelled

__all__ = ["Case", "CheckReport", "Checked", "Verdict", "report_problems"]


class Case(NamedTuple):
    """One target or part as a test case; `note` says why it was not judged (`skipped`), or how it stands."""

    id: str
    name: str
    group: str
    skipped: bool
    note: str
    place: Place
    file: str = ""


class CheckReport(NamedTuple):
    """All that the formats for CI say. `file` is the plan's path as the repository knows it.

    `cases` makes the cases, which few formats need, those of a plan together. `mean` is the mean completion
    in percent and `period` the period judged; both may be empty. Without an `evaluation` nothing was judged.
    """

    file: str
    language: Language
    verdict: Verdict
    title: str
    totals: str
    remarks: tuple[Remark, ...]
    cases: Callable[[], Iterable[Case]] = tuple
    failed: int = 0
    mean: str = ""
    period: str = ""
    evaluation: Evaluation | None = None

    @property
    def heading(self) -> str:
        """The result of the check in a few words."""
        return phrases.HEADING[self.verdict].text(self.language)

    def titled(self, title: str, text: str) -> str:
        """Returns a text with a title before it, if there is a title."""
        return labelled(title, text, self.language) if title else text

    def name_in_plan(self, remark: Remark) -> str:
        """Names what a remark is about; where several plans may have a target of that name, with its plan."""
        if remark.plan is None or not remark.id:
            return remark.name
        return bracketed(remark.name, remark.plan.name, self.language)

    def rule_text(self, remark: Remark) -> str:
        """Names the rule of a remark in words; a problem is named by its code."""
        rule = phrases.RULE.get(remark.rule)
        return rule.name.text(self.language) if rule else remark.rule

    def rule_help(self, remark: Remark) -> str:
        """Tells what the rule of a remark means, and what to do about it."""
        rule = phrases.RULE.get(remark.rule)
        if rule is None:
            return phrases.PROBLEM_HELP.text(self.language)
        return phrases.RULE_HELP.text(self.language, meaning=rule.meaning.text(self.language))

    def full_message(self, remark: Remark) -> str:
        """Returns the sentence of a remark, followed by its owner."""
        if not remark.owner:
            return remark.message
        return bracketed(remark.message, owner_text(remark.owner, self.language), self.language)


class Checked(NamedTuple):
    """What `check` found in a plan, or in several, and what it takes to tell that."""

    outcome: CheckOutcome
    evaluation: Evaluation
    places: Places
    language: Language

    @property
    def totals(self) -> str:
        """How many findings fail and warn, and how many targets were judged."""
        return totals(self.outcome.tally, self.evaluation, self.language)

    def report(
        self,
        *,
        file: str,
        strict: bool,
        problems: tuple[LocatedProblem, ...],
        left_out: tuple[LocatedProblem, ...],
        file_of: Callable[[str], str],
    ) -> CheckReport:
        """Makes the report; if `strict`, a plan without anything to judge fails.

        `problems` are those of several plans that kept some from being judged or added up, `left_out` those
        of plans that are left out at will, one of each. `file_of` tells how the repository knows the file of
        one of several.
        """
        plan, mean = self.evaluation.plan, self.evaluation.mean_completion.value
        named = file_of if isinstance(self.evaluation, Rollup) else None
        remarks = chain(
            on_problems(problems, self.language),
            self._remarks(strict=strict),
            on_left_out(left_out, self.language),
        )
        return CheckReport(
            file=file,
            language=self.language,
            verdict=Verdict.INVALID if problems else self.outcome.tally.verdict,
            title=plan.title,
            totals=self.totals,
            remarks=_filed(remarks, file, named),
            cases=partial(self._cases, named),
            failed=self.outcome.tally.failed,
            mean="" if mean is None else figures.percent(mean, plan.decimals),
            period=period_on(plan, self.evaluation.as_of, self.language),
            evaluation=self.evaluation,
        )

    def remarks_for_people(self) -> list[Remark]:
        """Returns what was found as a text tells it: failures, then warnings, in the order of the file."""
        remarks = chain(self._on_plans(), self._on_targets(self.outcome.findings))
        return sorted(remarks, key=lambda remark: remark.gravity is not Gravity.FAIL)

    def _remarks(self, *, strict: bool) -> Iterator[Remark]:
        """Yields what was found of a plan as a whole, then of targets, the worst first."""
        if self.outcome.tally.verdict is Verdict.UNJUDGED:
            yield on_nothing_judged(self.evaluation.plan.title, self.places, self.language, strict=strict)
        yield from self._on_plans()
        yield from self._on_targets(worst_first(self.outcome.findings))

    def _on_plans(self) -> Iterator[Remark]:
        """Yields what was found of the plan as a whole, or of several."""
        if self.outcome.silence:
            title = self.evaluation.plan.title
            yield on_silence(self.outcome.silence, title, self.places, self.language)
        for silent in self.outcome.silent_plans:
            yield on_silent_plan(silent, self.places, self.language)

    def _on_targets(self, findings: Iterable[Finding]) -> Iterator[Remark]:
        return remarks_on(findings, self.evaluation, self.places, self.language)

    def _cases(self, file_of: Callable[[str], str] | None) -> Iterator[Case]:
        """Yields the targets and parts that are checked; of several plans each plan's own, without sums."""
        results: Iterable[Result] = self.evaluation.results
        if self.evaluation.are_sums:
            results = chain.from_iterable(each.parts for each in results)
        by_plan = sorted(descended(results), key=lambda each: each.target.plan_path)
        for result in by_plan:  # each file is read once to find its places
            case = _case(result, self.places, self.language)
            yield case._replace(file=file_of(case.place.file)) if file_of else case


def _filed(remarks: Iterable[Remark], file: str, file_of: Callable[[str], str] | None) -> tuple[Remark, ...]:
    """Says in which file each remark stands: of several plans in that of its place, else in the report's."""
    return tuple(
        each._replace(file=file_of(each.place.file) if file_of and each.place else file) for each in remarks
    )


def report_problems(
    problems: Iterable[LocatedProblem], language: Language, *, file: str, file_of: Callable[[str], str]
) -> CheckReport:
    """Makes the report of what cannot be judged, a plan or several: the first problems, and their number.

    `file_of` tells how the repository knows the file of a problem.
    """
    every = tuple(problems)
    return CheckReport(
        file=file,
        language=language,
        verdict=Verdict.INVALID,
        title="",
        totals=phrases.PROBLEMS.text(language, number=str(len(every)), file=file),
        remarks=_filed(on_problems(every, language), file, file_of),
    )


def _case(result: Result, places: Places, language: Language) -> Case:
    target, status = result.target, status_text(result.status, language)
    judged, exempt = result.status.judged, target.check is CheckLevel.OFF
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
        place=place_of(target, places),
    )
