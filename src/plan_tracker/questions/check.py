"""The gate for CI: which targets of an evaluation are refused, which only warned of, and why."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from plan_tracker.judging.collecting import Rollup, is_silent
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.silence import unreported
from plan_tracker.judging.statuses import Status
from plan_tracker.judging.wholes import is_whole
from plan_tracker.plan import kinds
from plan_tracker.plan.model import CheckLevel, CheckRules, Member, Plan, Target

ALLOCATION, SILENT = "allocation", "silent"
"""What can be refused besides a status: a goal that nobody answers for, a plan that nobody reports to."""
_RulesOf: TypeAlias = Callable[[CheckRules], CheckRules]
"""Returns the rules to check a plan by, from its own."""

_FAIL, _OFF = CheckLevel.FAIL, CheckLevel.OFF


class Reason(StrEnum):
    """Why a target is refused: for its status, for its rate, or because part of its goal has no owner."""

    STATUS = "status"
    MIN_COMPLETION = "min_completion"
    ALLOCATION = "allocation"


class Verdict(StrEnum):
    """The result of a check; `invalid`: the plan has faults; `unjudged`: nothing in it could be judged."""

    PASSED = "passed"
    FAILED = "failed"
    UNJUDGED = "unjudged"
    INVALID = "invalid"


class Finding(NamedTuple):
    """One thing that `check` refuses or warns of.

    `limit` is the threshold that was broken: the allowed lag (a share, for a status), the least rate
    (`min_completion`), or the sum of the parts' goals (`allocation`, in the target's unit).
    """

    result: Result
    reason: Reason
    fails: bool
    limit: Fraction | None = None


class Silence(NamedTuple):
    """A finding about the whole plan: nothing was reported for the reporting date `since`, long ago."""

    since: date
    fails: bool


class SilentPlan(NamedTuple):
    """A finding about one of several plans: it has reported none of the `number` figures needed for a day."""

    plan: Plan
    needed: date
    number: int
    fails: bool


class Tally(NamedTuple):
    """How many findings fail and warn, and how many of all targets and parts were judged."""

    failed: int
    warned: int
    judged: int
    total: int

    @property
    def verdict(self) -> Verdict:
        """The result of the check."""
        if self.failed:
            return Verdict.FAILED
        return Verdict.PASSED if self.judged else Verdict.UNJUDGED


class CheckOutcome(NamedTuple):
    """What `check` found, failures first, then in the order of the file; the tally counts silence too."""

    findings: tuple[Finding, ...]
    tally: Tally
    silence: Silence | None = None
    silent_plans: tuple[SilentPlan, ...] = ()


def rule(finding: Finding) -> str:
    """Returns the word of the rule that was broken: a status, `min_completion` or `allocation`."""
    return finding.result.status if finding.reason is Reason.STATUS else finding.reason


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Sorts findings, the worst first: failures before warnings, then by gravity, then by lead."""

    def place(finding: Finding) -> tuple[bool, int, bool, Fraction]:
        is_status = finding.reason is Reason.STATUS
        return not finding.fails, _rank(finding), not is_status, finding.result.lead or Fraction(0)

    return sorted(findings, key=place)


def _rank(finding: Finding) -> int:
    """Ranks as the status does: a low rate as `slipping`, a goal without owners as `not_reported`."""
    match finding.reason:
        case Reason.STATUS:
            return finding.result.status.rank
        case Reason.MIN_COMPLETION:
            return Status.SLIPPING.rank
        case Reason.ALLOCATION:  # pragma: no branch - mypy sees that there is no other
            return Status.NOT_REPORTED.rank


def check(evaluation: Evaluation, rules: CheckRules, silent_since: date | None = None) -> CheckOutcome:
    """Finds what the rules refuse in an evaluation; parts are judged as targets are, dropped ones left out.

    `silent_since` is a reporting date that passed long ago without any figure, if there is one.
    """
    everything = [
        each
        for result in evaluation.results
        if result.status is not Status.DROPPED
        for each in (result, *result.parts)
    ]
    findings = [
        finding
        for result in everything
        if result.target.check is not _OFF
        for finding in _findings(result, rules)
    ]
    return _outcome(
        findings=findings,
        silence=_silence([(evaluation.plan, rules)], silent_since),
        silent=[],
        judged=sum(result.status.judged for result in everything),
        total=len(everything),
    )


def check_several(rollup: Rollup, rules_of: _RulesOf, silent_since: date | None = None) -> CheckOutcome:
    """Finds what the rules of each of several plans refuse in it; `rules_of` overrides a plan's rules.

    A plan that has reported nothing is one finding, also for the sums that lack only its figures. Where a
    plan could not be read, a goal that the others do not cover is no finding.
    """
    rules = rules_of(rollup.plan.check)
    own = None if rollup.are_sums else check(rollup.own, rules)
    ids = {result.target.id for result in rollup.results}
    outcomes = [_of_member(member, rules_of, ids) for member in rollup.members]
    silent = [plan for outcome in outcomes for plan in outcome.silent_plans]
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    told = {each.plan.member for each in silent}
    if own:
        wholes = {each.target.id: each for each in rollup.results if is_whole(each)}
        findings += [
            each
            for each in own.findings
            if not (whole := wholes.get(each.result.target.id))
            or not _is_told(each, whole, told, all_read=not rollup.unread)
        ]
    tallies = [each.tally for each in (*outcomes, *([own] if own else []))]
    return _outcome(
        findings=findings,
        silence=_silence(_plans_and_rules(rollup, rules_of), silent_since),
        silent=silent,
        judged=sum(tally.judged for tally in tallies),
        total=sum(tally.total for tally in tallies),
    )


def _outcome(
    findings: list[Finding], silence: Silence | None, silent: list[SilentPlan], judged: int, total: int
) -> CheckOutcome:
    """Puts the failures first, and counts what fails and what warns."""
    fails = [*(each.fails for each in findings), *(each.fails for each in silent)]
    fails += [silence.fails] if silence else []
    return CheckOutcome(
        findings=tuple(sorted(findings, key=lambda finding: not finding.fails)),
        tally=Tally(failed=fails.count(True), warned=fails.count(False), judged=judged, total=total),
        silence=silence,
        silent_plans=tuple(silent),
    )


def _of_member(member: Evaluation, rules_of: _RulesOf, ids: Collection[str]) -> CheckOutcome:
    """Finds what is refused in one of several plans, among its targets with these ids."""
    if isinstance(member, Rollup):
        return check_several(member, rules_of)
    kept = tuple(result for result in member.results if result.target.id in ids)
    outcome = check(Evaluation(member.plan, member.as_of, kept), rules_of(member.plan.check))
    if not is_silent(member):
        return outcome
    lacking = [each for each in outcome.findings if _is_of_silence(each)]
    needed = [each.result.needed_day for each in lacking if each.result.needed_day]
    if not needed:
        return outcome
    of_parts = {each.result.target.parent for each in lacking}  # a target is told by its parts' figures
    number = sum(each.result.target.id not in of_parts for each in lacking)
    fails = any(each.fails for each in lacking)
    return outcome._replace(
        findings=tuple(each for each in outcome.findings if not _is_of_silence(each)),
        silent_plans=(SilentPlan(plan=member.plan, needed=max(needed), number=number, fails=fails),),
    )


def _is_of_silence(finding: Finding) -> bool:
    return finding.reason is Reason.STATUS and finding.result.status is Status.NOT_REPORTED


def _is_told(finding: Finding, whole: Result, silent: Collection[Member | None], *, all_read: bool) -> bool:
    """Tells whether a finding about a whole only repeats the silence of plans, or that one was not read."""
    if finding.reason is Reason.ALLOCATION:
        return not all_read
    wanting = [part.target.plan for part in whole.parts if part.status is Status.NOT_REPORTED]
    return _is_of_silence(finding) and bool(wanting) and all(member in silent for member in wanting)


def _plans_and_rules(
    evaluation: Evaluation, rules_of: _RulesOf, collecting: CheckRules | None = None
) -> Iterator[tuple[Plan, CheckRules]]:
    """Yields each plan with the rules that decide on its silence: those of the plan that collects it."""
    members = evaluation.members if isinstance(evaluation, Rollup) else ()
    if not evaluation.are_sums:
        collecting = collecting or rules_of(evaluation.plan.check)
        yield evaluation.plan, collecting
    for member in members:
        yield from _plans_and_rules(member, rules_of, collecting)


def _silence(plans: Iterable[tuple[Plan, CheckRules]], since: date | None) -> Silence | None:
    """Returns the finding of silence since a day, if it is refused; a target's `check` beats the rules."""
    if since is None:
        return None
    fails = [
        target.check is _FAIL and SILENT in rules.fail_on
        for plan, rules in plans
        if SILENT in rules.fail_on | rules.warn_on
        for target in unreported(plan, since)
        if target.check is not _OFF
    ]
    return Silence(since=since, fails=any(fails)) if fails else None


def _findings(result: Result, rules: CheckRules) -> list[Finding]:
    """Returns what the rules refuse of a target: its status, its rate, a goal that parts do not cover."""
    found: list[Finding] = []
    may_fail = result.target.check is _FAIL
    if result.status in rules.fail_on:
        fails = may_fail and not _lag_is_allowed(result, rules.max_lag)
        found.append(Finding(result=result, reason=Reason.STATUS, fails=fails, limit=rules.max_lag))
    elif result.status in rules.warn_on:
        found.append(Finding(result=result, reason=Reason.STATUS, fails=False))
    least = rules.min_completion
    if least is not None and _is_below(result, least):
        found.append(Finding(result=result, reason=Reason.MIN_COMPLETION, fails=may_fail, limit=least))
    allocated = unallocated_sum(result.target) if result.target.parts else None
    if allocated is not None and ALLOCATION in rules.fail_on | rules.warn_on:
        fails, limit = may_fail and ALLOCATION in rules.fail_on, Fraction(allocated)
        found.append(Finding(result=result, reason=Reason.ALLOCATION, fails=fails, limit=limit))
    return found


def _lag_is_allowed(result: Result, max_lag: Fraction | None) -> bool:
    if max_lag is None or result.status is not Status.BEHIND or result.is_bound:  # what is missing adds to it
        return False
    lead = result.lead
    return lead is not None and -lead <= max_lag


def _is_below(result: Result, limit: Fraction) -> bool:
    if not result.status.judged or result.status is Status.DONE or not kinds.counts_in_mean(result.target):
        return False
    rate = result.completion_rate
    return rate is not None and rate < limit


def unallocated_sum(target: Target) -> Decimal | None:
    """Returns the sum of the parts' goals if it misses the goal (for a cap: exceeds it), else None."""
    total, goal = kinds.allotted(target), target.goal
    if total is None or goal is None:
        return None
    return None if (total <= goal if kinds.is_cap(target) else total >= goal) else total
