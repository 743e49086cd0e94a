"""`plan-tracker compare`: what changed since another version of the plan, or between two days."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from plan_tracker.cli import options
from plan_tracker.cli.session import REFUSED, UNJUDGED, day_asked_for, tell_doubtful, words_of
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.suggestions import coded, days, versions
from plan_tracker.cli.telling import paper, tell_problems
from plan_tracker.language import inserted, listed
from plan_tracker.problems import NotDone
from plan_tracker.wording import compare as phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tracker.cli.versions import Version
    from plan_tracker.judging.evaluation import Evaluation
    from plan_tracker.questions.compare.comparison import Comparison, Refusal
    from plan_tracker.reading.folders import PlanFolder
    from plan_tracker.reading.plan_file import PlanFile

    _Side: TypeAlias = tuple[PlanFile | PlanFolder, Evaluation]

_BETWEEN = ".."


def compare(
    old: Annotated[str | None, typer.Argument(metavar="OLD", autocompletion=versions)] = None,
    new: Annotated[str | None, typer.Argument(metavar="NEW", autocompletion=versions)] = None,
    file: options.File = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DAY|A..B", autocompletion=days)] = None,
    *,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="WORD,…", autocompletion=coded("REFUSAL", several=True))
    ] = None,
    form: options.Form = options.TableFormat.TABLE,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,
    strict: options.Strict = False,
) -> int:
    """Show what changed since another version of the plan."""
    from plan_tracker.cli.collection import warn_of_uncollected
    from plan_tracker.cli.versions import Versions
    from plan_tracker.questions.compare.comparison import Refusal, refused
    from plan_tracker.questions.compare.comparison import compare as between
    from plan_tracker.reading.plan_file import PlanFile
    from plan_tracker.reports.compare.report import compare_report
    from plan_tracker.wording.vocabulary import REFUSAL

    before, after = Versions(old, new, file).both(two_days=bool(as_of and _BETWEEN in as_of))
    _refuse_unlike(before, after)
    tell_doubtful(after.file.warnings, strict=strict)
    asked = frozenset(map(Refusal, words_of(fail_on, REFUSAL) or ()))
    comparison = between(*_judged(before.file, after.file, as_of))
    _refuse_unknown(asked, comparison)
    code = REFUSED if refused(comparison, asked) else 0
    sides = [(before.file, comparison.old), (after.file, comparison.new)]
    if before is after:  # nothing is told twice
        del sides[0]
    if _tell_left_out(sides):
        code = UNJUDGED
    names = before.name, after.name
    match form:
        case options.TableFormat.TABLE:
            from plan_tracker.formats.terminal import compare as comparison_text

            comparison_text.write(compare_report(comparison, names, asked, speaking()), paper(color))
        case options.TableFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects

            for each, _ in sides:  # the others say it themselves
                if isinstance(each, PlanFile):
                    warn_of_uncollected(each.plan, each.name)
            as_json.write(objects.comparison(comparison, names, asked), sys.stdout)
        case options.TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import compare as compare_markdown

            compare_markdown.write(compare_report(comparison, names, asked, speaking()), sys.stdout)
    return code


def _refuse_unlike(before: "Version", after: "Version") -> None:
    """Refuses to compare one plan with several: the one has no counterpart among the others."""
    from plan_tracker.reading.folders import PlanFolder

    if isinstance(before.file, PlanFolder) is not isinstance(after.file, PlanFolder):
        message = phrases.ONE_AND_SEVERAL.fill(old=before.name, new=after.name)
        raise NotDone(message, phrases.COMPARE_ALIKE.fill())


def _tell_left_out(sides: "Iterable[_Side]") -> bool:
    """Tells what of several plans cannot be read or added up; returns whether there is anything."""
    from plan_tracker.cli.collection import tell_unread
    from plan_tracker.judging.collecting import Rollup
    from plan_tracker.reading.between import differences
    from plan_tracker.reading.folders import PlanFolder

    several = [
        (file, rollup)
        for file, rollup in sides
        if isinstance(file, PlanFolder) and isinstance(rollup, Rollup)
    ]
    unread = [file for file, _ in several if file.unread]
    for folder in unread:
        tell_unread(folder, skip=None)
    unlike = [problem for file, rollup in several for problem in differences(file, rollup)]
    if unlike:
        tell_problems(unlike)
    return bool(unread or unlike)


def _judged(
    before: "PlanFile | PlanFolder", after: "PlanFile | PlanFolder", as_of: str | None
) -> "tuple[Evaluation, Evaluation]":
    """Judges OLD and NEW: each as of its own day, both as of one day, or as of two.

    An OLD of another year is judged as of the day that is as far into its own year.
    """
    from plan_tracker.questions.compare.years import as_far, same_year

    first, between, last = (as_of or "").partition(_BETWEEN)
    if between:
        return (
            _evaluated(before, day_asked_for(first, before.plan)),
            _evaluated(after, day_asked_for(last, after.plan)),
        )
    day = day_asked_for(first, after.plan) if as_of is not None else None
    now = _evaluated(after, day)
    if not same_year(before.plan.time, after.plan.time):
        day = as_far(now.as_of, after.plan.time, before.plan.time)
    return _evaluated(before, day), now


def _evaluated(file: "PlanFile | PlanFolder", day: date | None) -> "Evaluation":
    """Judges a plan, or several as of one day."""
    from plan_tracker.judging.collecting import common_day, roll_up
    from plan_tracker.judging.evaluation import evaluate
    from plan_tracker.reading.folders import PlanFolder

    if not isinstance(file, PlanFolder):
        return evaluate(file.plan, day)
    unread = tuple(each.path for each in file.unread)
    return roll_up(file.plan, file.joined, day or common_day(file.plans, file.collecting), unread)


def _refuse_unknown(asked: "frozenset[Refusal]", comparison: "Comparison") -> None:
    """Refuses what is not compared: a gate that looks at nothing must not pass."""
    from plan_tracker.questions.compare.comparison import ACROSS_YEARS

    unknown = [] if comparison.same_year else sorted(asked - ACROSS_YEARS)
    if unknown:
        message = inserted(phrases.NOT_ACROSS_YEARS, words=listed(unknown))
        hint = inserted(phrases.SAY_ACROSS_YEARS, words=listed(sorted(ACROSS_YEARS)))
        raise NotDone(message.fill(), hint.fill())
