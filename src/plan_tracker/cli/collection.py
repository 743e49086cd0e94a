"""How commands begin on several plans: those of a folder or a pattern, or those that a plan collects."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tracker.cli.meter import Meter
from plan_tracker.cli.session import (
    UNJUDGED,
    PlanOptions,
    Session,
    day_asked_for,
    tell_doubtful,
    warn_of_doubts,
)
from plan_tracker.cli.speech import hear, speaking
from plan_tracker.cli.telling import note, tell_problems, warn
from plan_tracker.problems import LocatedProblem, Place, Severity, quoted
from plan_tracker.reports.periods import abridged
from plan_tracker.wording import collecting as phrases

if TYPE_CHECKING:
    from plan_tracker.judging.collecting import Rollup
    from plan_tracker.plan.model import Plan
    from plan_tracker.reading.folders import PlanFolder, Unread
    from plan_tracker.reading.plan_file import PlanFile


def read_folder(path: Path) -> "PlanFolder":
    """Reads the plans of a folder or a pattern, speaks as they say; raises PlanError if there is none."""
    from plan_tracker.reading.folders import load_folder

    folder = load_folder(path, _watched)
    hear(folder.plan.language)
    return folder


def read_collected(file: "PlanFile") -> "PlanFolder":
    """Reads the plans that a plan collects; raises PlanError if there is none."""
    from plan_tracker.reading.folders import load_collected

    return load_collected(file, _watched)


def warn_of_uncollected(plan: "Plan", name: str) -> None:
    """Warns where a plan is taken by itself, though it collects others."""
    if plan.collect:
        warn(phrases.OWN_FILE_ONLY.fill(file=name, collect=quoted(plan.collect)))


def _watched(paths: Sequence[Path]) -> Iterator[Path]:
    """Shows on a terminal how many plans are read."""
    with Meter(len(paths)) as meter:
        yield from meter(paths)


def judged_together(folder: "PlanFolder", given: PlanOptions) -> Session:
    """Judges several plans as of one day; tells which cannot be judged."""
    from plan_tracker.judging.collecting import common_day, member_of, roll_up
    from plan_tracker.reading import between

    tell_doubtful(folder.warnings, strict=given.strict)
    if folder.unread:
        tell_unread(folder, skip=given.skip_broken)
    plans = folder.plans
    frame = folder.plan
    latest = common_day(plans, folder.collecting)
    day = latest if given.as_of is None else day_asked_for(given.as_of, frame)
    evaluation = roll_up(frame, folder.joined, day, tuple(each.path for each in folder.unread))
    disagreements = between.disagreements(folder, evaluation)
    tell_doubtful(disagreements, strict=given.strict)
    differences = between.differences(folder, evaluation)
    if differences:
        tell_problems(differences)
    for each in (one for joined in folder.joined for one in (joined, *joined.collected)):
        if not each.collected:
            warn_of_uncollected(each.plan, member_of(each.plan).path)
    _note_lacking(evaluation)
    silent = warn_of_doubts(evaluation, plans, latest, given)
    unread = [_faults(each) for each in folder.unread]
    problems = (*(() if given.skip_broken else chain.from_iterable(unread)), *differences)
    return Session(
        file=folder,
        evaluation=evaluation,
        silent_since=silent,
        code=UNJUDGED if problems else 0,
        problems=problems,
        left_out=tuple([each[0] for each in unread]) if given.skip_broken else (),
    )


def _faults(unread: "Unread") -> list[LocatedProblem]:
    """Returns why a plan cannot be judged; what is wrong with the whole file stands on its first line."""
    first = Place(file=unread.file, line=1, column=1, end=1, text="")
    return [each if each.place else each._replace(place=first) for each in unread.problems]


def tell_unread(folder: "PlanFolder", *, skip: bool | None) -> None:
    """Tells what is wrong with the plans that cannot be judged, and how many they are.

    `skip` is whether the user wants them left out; None for a command that always leaves them out.
    """
    problems = [problem for each in folder.unread for problem in each.problems]
    if skip:
        problems = [
            each._replace(problem=each.problem._replace(severity=Severity.WARNING)) for each in problems
        ]
    tell_problems(problems)
    phrase = {True: phrases.LEFT_OUT, False: phrases.UNREAD, None: phrases.NOT_COMPARED}[skip]
    names = abridged([each.path for each in folder.unread], speaking())
    note(phrase.fill(number=str(len(folder.unread)), names=names))


def _note_lacking(evaluation: "Rollup") -> None:
    """Tells which targets of collected plans are part of none: it is lacking, or has parts of its own."""
    if evaluation.lacking:
        ids = [f"{quoted(id_)} ({member.path})" for id_, member in evaluation.lacking.items()]
        note(phrases.LACKING.fill(ids=abridged(ids, speaking())))
    divided = {target.id for target in evaluation.plan.targets if target.parts}
    theirs = {result.target.id for each in evaluation.members for result in each.results if divided}
    if own := sorted(divided & theirs):
        note(phrases.OWN_PARTS.fill(ids=abridged([*map(quoted, own)], speaking())))
