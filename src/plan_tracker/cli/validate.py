"""`plan-tracker validate`: every problem in the file."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli.options import Color, ColorOption, FileOption, LangOption, StrictOption
from plan_tracker.cli.session import UNJUDGED, Failure, as_errors, colored_errors, read_plan
from plan_tracker.language import Language
from plan_tracker.problems import LocatedProblem, Severity
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from plan_tracker.reading.plan_file import PlanFile


def validate(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Plans; else the one of -f.")
    ] = None,
    file: FileOption = None,
    lang: LangOption = None,
    *,
    color: ColorOption = Color.AUTO,  # noqa: ARG001 - of standard error only
    strict: StrictOption = False,
) -> int:
    """Tell every problem of the plan file, with its place and a hint."""
    from plan_tracker.formats.terminal.problems import write_problems

    code = 0
    for each in (*files,) if files else (file,):
        try:
            _validate(each, lang, strict=strict)
        except Failure as failure:
            write_problems(failure.problems, failure.language, sys.stderr, color=colored_errors())
            code = UNJUDGED
    return code


def _validate(file: str | None, lang: Language | None, *, strict: bool) -> None:
    plan_file, language = read_plan(file, lang, strict=strict)
    told = (*plan_file.notes, *_of_feeds(plan_file))
    doubtful = [each for each in told if each.problem.severity is Severity.WARNING]
    if doubtful and strict:
        raise Failure(as_errors(told), language)
    if told:
        from plan_tracker.formats.terminal.problems import write_problems

        write_problems(told, language, sys.stderr, color=colored_errors())
    phrase = usage.DOUBTFUL if plan_file.warnings or doubtful else usage.VALID
    number = str(len(plan_file.plan.targets))
    sys.stderr.write(phrase.text(language, file=plan_file.name, number=number) + "\n")


def _of_feeds(plan_file: "PlanFile") -> tuple[LocatedProblem, ...]:
    """What has changed since figures were pulled; a plan without feeds needs not be read again for that."""
    if not plan_file.plan.feeds:
        return ()
    from plan_tracker.reading.places import located
    from plan_tracker.spreadsheets.feeds.pulls import document_of, doubts

    found = doubts(plan_file.plan, document_of(plan_file.text), plan_file.path.parent)
    return located(plan_file.name, plan_file.text, list(found))
