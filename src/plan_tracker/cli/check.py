"""`plan-tracker check`: the gate for CI."""

import os
import sys
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, TypeAlias

import typer

from plan_tracker.cli import options
from plan_tracker.cli.check_outputs import CheckFormat, Output, output_of, write_all
from plan_tracker.cli.repository import name_in_repository
from plan_tracker.cli.session import REFUSED, UNJUDGED, Session, open_plan, plan_path, words_of
from plan_tracker.cli.speech import hear, speaking
from plan_tracker.cli.suggestions import coded, outputs
from plan_tracker.cli.telling import warn, width_of
from plan_tracker.language import Phrase
from plan_tracker.problems import NotDone, PlanError, printable, quoted
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from fractions import Fraction

    from plan_tracker.judging.evaluation import Evaluation
    from plan_tracker.plan.model import CheckRules
    from plan_tracker.problems import LocatedProblem
    from plan_tracker.questions.check import CheckOutcome
    from plan_tracker.reports.check import CheckReport


_Findings: TypeAlias = Annotated[
    str | None, typer.Option(metavar="WORD,…", autocompletion=coded("FINDING", several=True))
]


def check(
    file: options.File = None,
    as_of: options.AsOf = None,
    *,
    fail_on: _Findings = None,
    warn_on: _Findings = None,
    max_lag: Annotated[str | None, typer.Option("--max-lag", metavar="5pp")] = None,
    min_completion: Annotated[str | None, typer.Option("--min-completion", metavar="45%")] = None,
    form: Annotated[CheckFormat, typer.Option("--format")] = CheckFormat.TEXT,
    output: Annotated[
        list[str] | None, typer.Option("-o", "--output", metavar="FORMAT=FILE", autocompletion=outputs)
    ] = None,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,  # noqa: ARG001 - of standard error only
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """Fail (exit code 1) if a target is behind, missed or not reported."""
    files = [output_of(each) for each in output or ()]
    try:
        session = open_plan(file, strict=strict, as_of=as_of, watch=True, skip_broken=skip_broken)
    except PlanError as error:
        hear(error.language)
        _write_problems(error.problems, _asked_for(file), form, files)
        raise
    evaluation = session.evaluation
    overridden = _rules(fail_on, warn_on, max_lag, min_completion)
    outcome = _judged(evaluation, overridden, session.silent_since)
    code = session.code or (REFUSED if outcome.tally.failed else 0)
    names_nothing = fail_on is not None and not overridden(evaluation.plan.check).fail_on
    fails_nothing = names_nothing and not _has_minimum(evaluation, overridden)
    if doubt := _doubt(outcome, fails_nothing=fails_nothing):
        warn(doubt.fill())
        code = UNJUDGED if strict else code
    elif names_nothing and min_completion is None:
        from plan_tracker.wording.check import ONLY_RATES_FAIL

        warn(ONLY_RATES_FAIL.fill())
    _write_outcome(outcome, session, form, files, strict=strict)
    return code


def _judged(
    evaluation: "Evaluation", overridden: "Callable[[CheckRules], CheckRules]", silent_since: "date | None"
) -> "CheckOutcome":
    from plan_tracker.judging.collecting import Rollup
    from plan_tracker.questions.check import check as judge
    from plan_tracker.questions.check import check_several

    if isinstance(evaluation, Rollup):
        return check_several(evaluation, overridden, silent_since)
    return judge(evaluation, overridden(evaluation.plan.check), silent_since)


def _has_minimum(evaluation: "Evaluation", overridden: "Callable[[CheckRules], CheckRules]") -> bool:
    """Tells whether a low rate may fail, in one of the plans at least."""
    from plan_tracker.judging.collecting import Rollup

    plans = [evaluation.plan, *(evaluation.plans.values() if isinstance(evaluation, Rollup) else ())]
    return any(overridden(plan.check).min_completion is not None for plan in plans)


def _doubt(outcome: "CheckOutcome", *, fails_nothing: bool) -> Phrase | None:
    """Tells why a check that passes means nothing: nothing was judged, or nothing could fail."""
    from plan_tracker.questions.check import Verdict
    from plan_tracker.wording.check import NOTHING_FAILS, NOTHING_JUDGED

    if outcome.tally.verdict is Verdict.UNJUDGED:
        return NOTHING_JUDGED
    return NOTHING_FAILS if fails_nothing else None


def _write_outcome(
    outcome: "CheckOutcome", session: Session, form: CheckFormat, files: "Sequence[Output]", *, strict: bool
) -> None:
    """Writes what was found of a plan that was judged."""
    from plan_tracker.reports.check import Checked

    checked = Checked(outcome, session.evaluation, session.file, speaking())

    @cache
    def report() -> "CheckReport":
        named = _naming(session.file.path)
        return checked.report(
            file=named(session.file.path),
            strict=strict,
            problems=session.problems,
            left_out=session.left_out,
            file_of=named,
        )

    def text(out: TextIO) -> None:
        from plan_tracker.formats.terminal import check as check_text

        _tell_in_file(session.problems, out)
        check_text.write(checked, out, width=width_of(out))

    write_all(report, text, form, files, inputs=session.file.inputs)


def _write_problems(
    problems: "Sequence[LocatedProblem]", path: Path, form: CheckFormat, files: "Sequence[Output]"
) -> None:
    """Writes why nothing was judged."""
    language = speaking()

    @cache
    def report() -> "CheckReport":
        from plan_tracker.reports.check import report_problems

        named = _naming(path)
        return report_problems(problems, language, file=named(path), file_of=named)

    write_all(report, partial(_tell_in_file, problems), form, files, inputs=[path])


def _tell_in_file(problems: "Sequence[LocatedProblem]", out: TextIO) -> None:
    """Writes problems as text into a file; standard error shows them in any case."""
    if problems and out is not sys.stdout:
        from plan_tracker.formats.terminal.problems import write_problems

        write_problems(problems, speaking(), out)


def _asked_for(file: str | None) -> Path:
    """Returns the plan's path, even if it cannot be judged or does not exist."""
    from plan_tracker.reading.plan_file import VARIABLE
    from plan_tracker.reading.text import DEFAULT_NAME

    try:
        return plan_path(file)
    except PlanError:
        return Path(file or os.environ.get(VARIABLE) or DEFAULT_NAME)


def _naming(asked: Path) -> "Callable[[str | Path], str]":
    """Returns a function that names a file as the repository knows it in which a plan is asked for."""
    here = Path.cwd()
    return cache(lambda file: printable(name_in_repository(Path(file), here, asked)))


def _rules(
    fail_on: str | None, warn_on: str | None, max_lag: str | None, min_completion: str | None
) -> "Callable[[CheckRules], CheckRules]":
    """Returns a function that replaces a plan's own rules, key by key, by what the options say."""
    if fail_on is warn_on is max_lag is min_completion is None:
        return lambda rules: rules  # the words of findings need not be known
    from plan_tracker.numbers import percent, points
    from plan_tracker.plan.model import CheckRules
    from plan_tracker.wording.vocabulary import FINDING

    failing = words_of(fail_on, FINDING, may_be_empty=True)
    warning = words_of(warn_on, FINDING, may_be_empty=True)
    lag = _share(max_lag, points, usage.NOT_POINTS, usage.WRITE_POINTS)
    least = _share(min_completion, percent, usage.NOT_PERCENT, usage.WRITE_PERCENT)

    def overridden(rules: CheckRules) -> CheckRules:
        fails = rules.fail_on if failing is None else failing
        if both := fails & (warning or frozenset()):
            message = usage.FAILS_AND_WARNS.fill(words=FINDING.among(both).all_written(speaking()))
            rest = FINDING.among(word for word in FINDING.printed if word in fails - both)
            hint = usage.NAME_THE_REST.fill(words=rest.all_written(speaking()).replace(" ", "") or '""')
            raise NotDone(message, hint)
        return CheckRules(
            fail_on=fails,
            warn_on=rules.warn_on if warning is None else warning,
            max_lag=rules.max_lag if lag is None else lag,
            min_completion=rules.min_completion if least is None else least,
        )

    return overridden


def _share(
    text: str | None, read: "Callable[[str], Fraction | None]", no: Phrase, write: Phrase
) -> "Fraction | None":
    """Returns the share that an option gives, None without one; raises NotDone for another text.

    The hint `write` repeats the number that was given. 0.45 is meant as 45%; of a lag nobody knows.
    """
    if text is None:
        return None
    share = read(text)
    if share is None:
        from plan_tracker.reading.meant.figures import ELSEWHERE, percent_meant, share_meant

        meant = percent_meant if write is usage.WRITE_PERCENT else share_meant
        raise NotDone(
            no.fill(text=quoted(text)), write.fill(number=(meant(text) or ELSEWHERE).removeprefix("-"))
        )
    return share
