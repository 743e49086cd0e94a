"""`plan-tracker validate`: tells every problem in the file."""

from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.feeds import doubts_of_feeds
from plan_tracker.cli.session import UNJUDGED, as_errors, plan_path, read_plan
from plan_tracker.cli.speech import hear_anew
from plan_tracker.cli.telling import tell, tell_problems, tell_unjudged
from plan_tracker.problems import LocatedProblem, PlanError, Severity
from plan_tracker.wording import collecting as phrases
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from plan_tracker.reading.folders import PlanFolder
    from plan_tracker.reading.plan_file import PlanFile


def validate(
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]...")] = None,
    file: options.File = None,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    *,
    color: options.Colored = options.Color.AUTO,  # noqa: ARG001 - of standard error only
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """List every problem in the plan file, with its place and a hint."""
    code = 0
    named = [*([] if file is None else [file]), *(files or ())]
    for each in named or (None,):
        hear_anew()  # each plan is told of as it says itself
        try:
            code = max(code, _validate(each, strict=strict, skip_broken=skip_broken))
        except PlanError as error:
            tell_unjudged(error)
            code = UNJUDGED
    return code


def _validate(file: str | None, *, strict: bool, skip_broken: bool) -> int:
    from plan_tracker.cli import collection
    from plan_tracker.reading.plan_file import means_several

    path = plan_path(file)
    if means_several(path):
        return _validate_several(collection.read_folder(path), strict=strict, skip_broken=skip_broken)
    plan_file = read_plan(path, strict=strict)
    is_doubtful = _tell_of(plan_file, strict=strict)
    if plan_file.plan.collect:
        folder = collection.read_collected(plan_file)
        return _validate_several(folder, strict=strict, skip_broken=skip_broken, is_doubtful=is_doubtful)
    phrase = usage.DOUBTFUL if is_doubtful else usage.VALID
    tell(phrase.fill(file=plan_file.name, number=str(len(plan_file.plan.targets))))
    return 0


def _validate_several(
    folder: "PlanFolder", *, strict: bool, skip_broken: bool, is_doubtful: bool = False
) -> int:
    """Tells what is wrong with each of several plans, and what of them cannot be added up.

    All their figures count, also those after the day for which the collecting plan is judged; `is_doubtful`
    says that there are warnings of that plan alone.
    """
    from plan_tracker.cli import collection
    from plan_tracker.judging.collecting import common_day, roll_up
    from plan_tracker.reading import between

    plans = folder.plans
    evaluation = roll_up(folder.plan, folder.joined, common_day(plans))
    differences = between.differences(folder, evaluation)
    of_feeds = _of_feeds_below(folder)
    doubtful = [each for each in of_feeds if each.problem.severity is Severity.WARNING]
    warnings = (*folder.warnings, *between.disagreements(folder, evaluation), *doubtful)
    told = (
        *differences,
        *(as_errors(warnings) if strict else warnings),
        *folder.notes,
        *(each for each in of_feeds if each not in doubtful),
    )
    if folder.unread:
        collection.tell_unread(folder, skip=skip_broken)
    tell_problems(told)
    is_doubtful = is_doubtful or bool(warnings or folder.unread)
    number = str(sum(len(plan.targets) for plan in plans))
    is_wrong = bool(differences or (folder.unread and not skip_broken) or (strict and warnings))
    phrase = phrases.SOME_WRONG if is_wrong else phrases.DOUBTFUL if is_doubtful else phrases.VALID
    tell(phrase.fill(file=folder.name, plans=str(len(plans)), number=number))
    return UNJUDGED if is_wrong else 0


def _tell_of(plan_file: "PlanFile", *, strict: bool) -> bool:
    """Tells what is to be said of one plan, and returns whether a warning is among it."""
    told = (*plan_file.notes, *doubts_of_feeds(plan_file))
    doubtful = [each for each in told if each.problem.severity is Severity.WARNING]
    if doubtful and strict:
        raise PlanError(as_errors(told))
    if told:
        tell_problems(told)
    return bool(plan_file.warnings or doubtful)


def _of_feeds_below(folder: "PlanFolder") -> list[LocatedProblem]:
    """Returns what changed since figures of several plans were pulled."""
    from plan_tracker.judging.collecting import member_of
    from plan_tracker.reading.plan_file import load_file

    files = [folder.files[member_of(plan).path] for plan in folder.plans if plan.feeds]
    return [problem for file in files for problem in doubts_of_feeds(load_file(file))]
