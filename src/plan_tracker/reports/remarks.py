"""The remarks of `check`: each finding about a target, and each problem of a plan file, in words."""

from collections.abc import Iterable, Iterator
from decimal import localcontext
from enum import StrEnum
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.numbers import EXACT
from plan_tracker.plan.model import Member
from plan_tracker.problems import LocatedProblem, Place, first_told, quoted
from plan_tracker.questions.check import SILENT, Finding, Silence, SilentPlan, rule
from plan_tracker.reports.batches import AT_ONCE, batched
from plan_tracker.reports.findings import Places, account, figure_of, place_of
from plan_tracker.wording import check as phrases
from plan_tracker.wording import words
from plan_tracker.wording.collecting import SILENT_PLAN
from plan_tracker.wording.problems import MORE
from plan_tracker.wording.statuses import status_text

_MORE_PROBLEMS = "more-problems"


class Gravity(StrEnum):
    """How grave a remark is: the plan cannot be judged, the check fails, or only warns."""

    INVALID = "invalid"
    FAIL = "fail"
    WARN = "warn"


class Remark(NamedTuple):
    """One finding about a target, or one problem of the plan file, in words.

    `rule` is a stable word: a status, `min_completion`, `allocation`, or the code of a problem. `id` is that
    of the target; of a problem it is where it stands in the document. Texts that mean nothing are empty.
    `plan` is the one of several plans that it is about, `file` the path of the file as the repository knows
    it, which a report fills in.
    """

    rule: str
    gravity: Gravity
    message: str
    place: Place | None = None
    id: str = ""
    name: str = ""
    expected: str = ""
    found: str = ""
    gap: str = ""
    owner: str = ""
    is_part: bool = False
    plan: Member | None = None
    file: str = ""

    @property
    def subject(self) -> str:
        """Whom a remark is about: `Projects (projects)`; empty for the plan itself."""
        name, identity = self.name, self.id
        return f"{name} ({identity})" if name and identity and name != identity else name or identity


def remarks_on(
    findings: Iterable[Finding], evaluation: Evaluation, places: Places, language: Language
) -> Iterator[Remark]:
    """Yields the remarks on findings about targets, in their order."""
    for some in batched(findings, AT_ONCE):
        with localcontext(EXACT):
            accounts = [account(each, evaluation.plan_of(each.result.target), language) for each in some]
        found = [place_of(each.result.target, places) for each in some]
        for finding, told, place in zip(some, accounts, found, strict=True):
            target = finding.result.target
            yield Remark(
                rule=rule(finding),
                gravity=Gravity.FAIL if finding.fails else Gravity.WARN,
                id=target.id,
                name=target.name,
                message=told.sentence,
                place=place,
                expected=told.expected,
                found=told.found,
                gap=told.gap,
                owner=target.owner,
                is_part=target.parent is not None,
                plan=target.plan,
            )


def on_silent_plan(silent: SilentPlan, places: Places, language: Language) -> Remark:
    """Returns the remark on one of several plans that has reported nothing."""
    status, needed = status_text(Status.NOT_REPORTED, language), words.day_text(silent.needed, language)
    return Remark(
        rule=Status.NOT_REPORTED.value,
        gravity=Gravity.FAIL if silent.fails else Gravity.WARN,
        name=silent.plan.title,
        message=SILENT_PLAN.text(language, status=status, needed=needed, number=str(silent.number)),
        place=places.place(("plan",), silent.plan.member),
        expected=figure_of(needed, language),
        plan=silent.plan.member,
    )


def on_silence(silence: Silence, title: str, places: Places, language: Language) -> Remark:
    """Returns the remark on a plan, or on all of several, for which nothing was reported long since."""
    since = words.day_text(silence.since, language)
    return Remark(
        rule=SILENT,
        gravity=Gravity.FAIL if silence.fails else Gravity.WARN,
        name=title,
        message=phrases.SILENCE.text(language, status=words.SILENT.text(language), since=since),
        place=places.place(("plan",)),
        expected=figure_of(since, language),
    )


def on_nothing_judged(title: str, places: Places, language: Language, *, strict: bool) -> Remark:
    """Returns the remark on a plan of which nothing could be judged; if `strict`, that is an error."""
    return Remark(
        rule=phrases.NOTHING_JUDGED_WORD,
        gravity=Gravity.INVALID if strict else Gravity.WARN,
        name=title,
        message=phrases.NOTHING_JUDGED.text(language),
        place=places.place(("plan",)),
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
        message=message,
        place=located.place,
    )


def on_problems(problems: tuple[LocatedProblem, ...], language: Language) -> list[Remark]:
    """Makes the remarks on problems of plan files: the first ones, and the number of the rest."""
    remarks = [_of_problem(each, language) for each in first_told(problems)]
    if left_out := len(problems) - len(remarks):
        more = MORE.text(language, number=str(left_out))
        remarks.append(Remark(rule=_MORE_PROBLEMS, gravity=Gravity.INVALID, message=more))
    return remarks


def on_left_out(problems: tuple[LocatedProblem, ...], language: Language) -> list[Remark]:
    """Makes the remarks on plans that are left out at will, each told by one of its problems."""
    return [
        each._replace(
            rule=phrases.LEFT_OUT_WORD,
            gravity=Gravity.WARN,
            id="",
            message=phrases.LEFT_OUT.text(language, message=each.message),
        )
        for each in on_problems(problems, language)
    ]
