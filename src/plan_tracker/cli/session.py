"""What every command begins with: the plan, the day for which it is judged, the words of its options."""

import os
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from plan_tracker.cli.speech import hear, speaking
from plan_tracker.cli.telling import tell_problems, warn
from plan_tracker.language import Message, Phrase, inserted
from plan_tracker.problems import LocatedProblem, NotDone, PlanError, Severity, quoted
from plan_tracker.reports.view import PartsShown
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from plan_tracker.judging.evaluation import Evaluation
    from plan_tracker.plan.model import Plan
    from plan_tracker.plan.periods import PlanTime
    from plan_tracker.reading.folders import PlanFolder
    from plan_tracker.reading.plan_file import PlanFile
    from plan_tracker.wording.vocabulary import Vocabulary

T = TypeVar("T")

REFUSED, UNJUDGED, CRASHED = 1, 2, 70
"""Exit codes besides 0: a check refuses; wrong usage or a plan that cannot be judged; an internal error."""

_opened: ContextVar[object] = ContextVar("_opened")
"""What the running command read, kept until the process ends: to free a plan takes a fiftieth of a run."""


def kept(opened: T) -> T:
    """Keeps what a command read until the process ends, or until another command of it has read something."""
    _opened.set(opened)
    return opened


def today() -> date:
    """Returns the user's own day."""
    return date.today()  # noqa: DTZ011 - the machine's time zone is meant


class Session(NamedTuple):
    """A plan that was read, and judged as of a day.

    `silent_since` is a reporting date that passed long ago without any figure, if that was looked for. With
    several plans, `code` is the exit code that some of them demand though the others were judged, `problems`
    are what is wrong with these, and `left_out` has a problem of each plan that `--skip-broken` leaves out.
    """

    file: "PlanFile | PlanFolder"
    evaluation: "Evaluation"
    silent_since: date | None = None
    code: int = 0
    problems: tuple[LocatedProblem, ...] = ()
    left_out: tuple[LocatedProblem, ...] = ()


class PlanOptions(NamedTuple):
    """The options of a command that hold for all its plans, as `open_plan` takes them."""

    strict: bool
    as_of: str | None
    watch: bool
    skip_broken: bool


def open_plan(
    file: str | None,
    *,
    strict: bool,
    as_of: str | None,
    watch: bool = False,
    folders: bool = True,
    skip_broken: bool = False,
) -> Session:
    """Reads and judges the plan of a command; warnings go to standard error, with `strict` they are errors.

    `watch` also warns of a day in the future and of a reporting date that passed in silence. `folders` allows
    a folder or a pattern. Of several plans, `skip_broken` leaves out what cannot be judged.
    """
    from plan_tracker.judging.evaluation import default_day, evaluate
    from plan_tracker.reading.plan_file import means_several

    path = plan_path(file)
    given = PlanOptions(strict=strict, as_of=as_of, watch=watch, skip_broken=skip_broken)
    if folders and means_several(path):
        from plan_tracker.cli import collection

        return kept(collection.judged_together(collection.read_folder(path), given))
    plan_file = read_plan(path, strict=strict)
    plan = plan_file.plan
    if plan.collect:
        from plan_tracker.cli import collection

        return kept(collection.judged_together(collection.read_collected(plan_file), given))
    latest = default_day(plan)
    day = None if as_of is None else day_asked_for(as_of, plan)
    evaluation = evaluate(plan, day or latest)
    silent = warn_of_doubts(evaluation, [plan], latest, given)
    return kept(Session(file=plan_file, evaluation=evaluation, silent_since=silent))


def warn_of_doubts(
    evaluation: "Evaluation", plans: "Sequence[Plan]", latest: date, given: PlanOptions
) -> date | None:
    """Warns, if asked to watch, of a day in the future, and of a date that passed in silence; returns that.

    Dates are looked at unless a day was given; `latest` is that of the latest figure of the plans. The day
    before a plan that has not begun is no doubt.
    """
    if not given.watch:
        return None
    from plan_tracker.judging.silence import silent_since
    from plan_tracker.wording import status as phrases
    from plan_tracker.wording.words import day_text

    watched = plans if given.as_of is None and evaluation.plan.as_of is None else ()
    silent = next((day for plan in watched if (day := silent_since(plan, latest, today()))), None)
    day = evaluation.as_of
    if day > today() and day >= evaluation.plan.time.start:
        warn(phrases.FUTURE.fill(day=day_text(day, speaking())))
    if silent:
        warn(phrases.UNREPORTED.fill(day=day_text(silent, speaking())))
    return silent


def plan_path(file: str | None) -> Path:
    """Returns the path of a command's plan; raises PlanError if there is none."""
    from plan_tracker.reading.plan_file import find

    return find(file, os.environ, Path.cwd())


def read_plan(path: Path, *, strict: bool) -> "PlanFile":
    """Reads a plan, and speaks as it says; raises PlanError with all problems."""
    from plan_tracker.reading.plan_file import load_file

    plan_file = load_file(path)
    hear(plan_file.plan.language)
    tell_doubtful(plan_file.warnings, strict=strict)
    return plan_file


def tell_doubtful(problems: Sequence[LocatedProblem], *, strict: bool) -> None:
    """Warns of what is doubtful in a plan; with `strict` raises PlanError if anything is."""
    if problems and strict:
        raise PlanError(as_errors(problems))
    if problems:
        tell_problems(problems)


def as_errors(warnings: Iterable[LocatedProblem]) -> tuple[LocatedProblem, ...]:
    """Returns warnings as errors, as `--strict` takes them."""
    return tuple(each._replace(problem=each.problem._replace(severity=Severity.ERROR)) for each in warnings)


def day_asked_for(text: str, plan: "Plan") -> date:
    """Returns the day meant by `--as-of`; raises NotDone for a text that names no day of the plan."""
    from plan_tracker.wording.periods import day_meant

    day = day_meant(text, plan.time, today())
    if day is None:
        hint = hint_for_day(text, plan.time, usage.WRITE_DAY)
        raise NotDone(usage.NO_DAY.fill(text=quoted(text)), hint)
    return day


def hint_for_day(text: str, time: "PlanTime", example: Phrase) -> Message:
    """Returns what to write instead of a text that names no day; `example` is for plans that have labels."""
    from plan_tracker.plan.model import Counting
    from plan_tracker.reading.building.labels import hint_for_label
    from plan_tracker.wording.periods import period_phrase, why_none

    half = time.period("H1")
    if known := why_none(text, time):
        return known
    if half is None:
        return hint_for_label(text, time)
    called = period_phrase("H1", time, Counting.TO_DATE)
    return inserted(example, half=called).fill(day=str(half.last))


def word_of(text: str, known: "Vocabulary") -> str:
    """Returns the code that a word means; raises NotDone, which lists the words, if it means none."""
    from plan_tracker.reading.faults.hints import did_you_mean

    code = known.code(text)
    if code is None:
        message = usage.NOT_A_WORD.fill(text=quoted(text), words=known.all_written(speaking()))
        raise NotDone(message, did_you_mean(known.closest(text, speaking())))
    return code


def words_of(text: str | None, known: "Vocabulary", *, may_be_empty: bool = False) -> frozenset[str] | None:
    """Returns the codes of an option with words and commas between, or None if not given; as `word_of`.

    An option without a word, such as `--only "$UNSET"`, is refused, unless it `may_be_empty`.
    """
    if text is None:
        return None
    from plan_tracker.wording.vocabulary import split

    found = frozenset(word_of(word, known) for word in split(text) if word.strip())
    if not (found or may_be_empty):
        hint = usage.WRITE_WORDS.fill(words=known.all_written(speaking()))
        raise NotDone(usage.NO_WORD.fill(text=quoted(text)), hint)
    return found


def parts_wanted(*, parts: bool | None) -> PartsShown:
    """Returns which parts `--parts`, `--no-parts` or neither asks for."""
    return PartsShown.LAGGING if parts is None else PartsShown.ALL if parts else PartsShown.NONE
