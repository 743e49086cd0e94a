"""`plan-tracker validate`: every problem in the file."""

import sys
from typing import Annotated

import typer

from plan_tracker.cli.options import Color, ColorOption, FileOption, LangOption, StrictOption
from plan_tracker.cli.session import UNJUDGED, Failure, colored_errors, read_plan
from plan_tracker.language import Language, Phrase

VALID = Phrase("{file}: {number} targets, nothing wrong", "{file}：{number}项指标，没有问题")
DOUBTFUL = Phrase(
    "{file}: {number} targets can be judged, with the warnings above",
    "{file}：{number}项指标可以评判，但有上述警告",
)


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
    if plan_file.notes:
        from plan_tracker.formats.terminal.problems import write_problems

        write_problems(plan_file.notes, language, sys.stderr, color=colored_errors())
    phrase = DOUBTFUL if plan_file.warnings else VALID
    number = str(len(plan_file.plan.targets))
    sys.stderr.write(phrase.text(language, file=plan_file.name, number=number) + "\n")
