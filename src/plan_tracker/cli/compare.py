"""`plan-tracker compare`: what changed since another version of the plan, or between two days."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from plan_tracker.cli.options import Color, ColorOption, FileOption, LangOption, StrictOption, TableFormat
from plan_tracker.cli.session import (
    NO_DAY,
    REFUSED,
    WRITE_DAY,
    Failure,
    UsageFailure,
    as_errors,
    paper,
    spoken,
    warn_of_problems,
    while_read,
    words_of,
)
from plan_tracker.language import Language, Phrase
from plan_tracker.problems import PlanError, printable

if TYPE_CHECKING:
    from plan_tracker.plan.model import Plan
    from plan_tracker.reading.plan_file import PlanFile

GIT_PREFIX, BETWEEN = "git:", ".."

NO_OLD = Phrase("compare with what?", "与什么比较？")
SAY_OLD = Phrase(
    "name a file or a git revision: compare HEAD~1; or two days: compare --as-of H1..FY",
    "请给出文件或 git 版本：compare HEAD~1；或两个日期：compare --as-of H1..FY",
)
TWO_DAYS_ONE_PLAN = Phrase(
    "two days are compared in one version of the plan, not in two", "两个日期只能在同一版本的计划中比较"
)


class Version(NamedTuple):
    """One version of a plan, and what people call it."""

    name: str
    file: "PlanFile"


def compare(
    old: Annotated[
        str | None, typer.Argument(metavar="OLD", help="A file, or a git revision (git:REV forces).")
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The same; else the plan as it is now.")
    ] = None,
    file: FileOption = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY|A..B", help="Judge both as of a day; or one plan at two days."),
    ] = None,
    *,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="WORD,…",
            help="Refuse (exit code 1): worse, goal_lowered, actual_revised, removed.",
        ),
    ] = None,
    form: Annotated[TableFormat, typer.Option("--format", help="Form of the output.")] = TableFormat.TABLE,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    strict: StrictOption = False,
) -> int:
    """Show what changed since another version of the plan."""
    from plan_tracker.judging.evaluation import evaluate
    from plan_tracker.questions.compare import Refusal
    from plan_tracker.questions.compare import compare as between
    from plan_tracker.reports.compare import compare_report, is_refused

    before, after = _versions(old, new, file, lang, two_days=bool(as_of and BETWEEN in as_of))
    language = spoken(lang) or after.file.plan.language
    if after.file.warnings:
        if strict:
            raise Failure(as_errors(after.file.warnings), language)
        warn_of_problems(after.file.warnings, language)
    refused = words_of(fail_on, [each.value for each in Refusal], language) or frozenset()
    first, last = _days(as_of, after.file.plan, language)
    now = evaluate(after.file.plan, last)
    comparison = between(evaluate(before.file.plan, first or now.as_of), now)
    code = REFUSED if is_refused(comparison, refused) else 0
    names = before.name, after.name
    with while_read():
        match form:
            case TableFormat.TABLE:
                from plan_tracker.formats.terminal import compare as as_table

                report = compare_report(comparison, names, refused, language)
                as_table.write(report, paper(color))
            case TableFormat.JSON:
                from plan_tracker.formats import json as as_json
                from plan_tracker.reports import objects

                as_json.write(objects.comparison(comparison, names, refused), sys.stdout)
            case TableFormat.MARKDOWN:
                from plan_tracker.formats.markdown import compare as compare_markdown

                compare_markdown.write(compare_report(comparison, names, refused, language), sys.stdout)
    return code


def _versions(
    old: str | None, new: str | None, file: str | None, lang: Language | None, *, two_days: bool
) -> tuple[Version, Version]:
    """Both versions; the newer is read first, since it says the language of what is wrong with the other."""
    language = spoken(lang) or Language.EN
    if two_days:
        if new is not None:
            raise UsageFailure(TWO_DAYS_ONE_PLAN.fill(), None, language)
        only = _read(old, _plan_path(old, None, file, lang), lang)
        return only, only
    if old is None:
        raise UsageFailure(NO_OLD.fill(), SAY_OLD.fill(), language)
    path = _plan_path(new, old, file, lang)
    after = _read(new, path, lang)
    return _read(old, path, spoken(lang) or after.file.plan.language), after


def _is_file(word: str | None) -> bool:
    return word is not None and not word.startswith(("-", GIT_PREFIX)) and Path(word).is_file()


def _plan_path(new: str | None, old: str | None, file: str | None, lang: Language | None) -> Path:
    """The file that a revision is asked of: the one named for NEW, else for OLD, else the plan."""
    from plan_tracker.reading.plan_file import find

    if new is not None and _is_file(new):
        return Path(new)
    if new is not None and old is not None and file is None and _is_file(old):
        return Path(old)
    try:
        return find(file, os.environ, Path.cwd())
    except PlanError as error:
        raise Failure(error.problems, spoken(lang) or Language.EN) from None


def _read(word: str | None, path: Path, lang: Language | None) -> Version:
    from plan_tracker.cli.repository import RepositoryError, content
    from plan_tracker.reading.plan_file import load_file, load_version

    language = spoken(lang) or Language.EN
    try:
        if word is None:
            return Version(printable(os.fspath(path)), load_file(path))
        if _is_file(word):
            return Version(printable(word), load_file(Path(word)))
        revision = word.removeprefix(GIT_PREFIX)
        data = content(path, revision)
        return Version(printable(revision), load_version(f"{revision}:{path.as_posix()}", data))
    except PlanError as error:
        raise Failure(error.problems, spoken(lang) or error.language or language) from None
    except RepositoryError as error:
        raise UsageFailure(error.message, error.hint, language) from None


def _days(as_of: str | None, plan: "Plan", language: Language) -> tuple[date | None, date | None]:
    """The days of OLD (None: that of NEW) and of NEW (None: the plan's own)."""
    if as_of is None:
        return None, None
    first, between, last = as_of.partition(BETWEEN)
    if not between:
        return None, _day(first, plan, language)
    return _day(first, plan, language), _day(last, plan, language)


def _day(text: str, plan: "Plan", language: Language) -> date:
    from plan_tracker.judging.as_of import parse_day

    day = parse_day(text, plan.time, date.today())  # noqa: DTZ011 - the user's own day is meant
    if day is None:
        raise UsageFailure(NO_DAY.fill(text=printable(text)), WRITE_DAY.fill(), language)
    return day
