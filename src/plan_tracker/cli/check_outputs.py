"""Where `check` writes: one format to standard output, others to files, all from one judgement."""

import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from plan_tracker.cli.output import write_text
from plan_tracker.cli.telling import warn
from plan_tracker.language import inserted, listed
from plan_tracker.problems import NotDone, printable, reason_of
from plan_tracker.wording import usage
from plan_tracker.wording import writing as phrases

if TYPE_CHECKING:
    from plan_tracker.reports.check import CheckReport

_SUMMARY_VARIABLE, _SUMMARY_LIMIT = "GITHUB_STEP_SUMMARY", 1024 * 1024
"""GitHub refuses the whole summary of a step above 1,024 KiB."""


class CheckFormat(StrEnum):
    """How `check` says what it found."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    SARIF = "sarif"
    MARKDOWN = "markdown"
    BADGE = "badge"


class Output(NamedTuple):
    """A file to write, and its format."""

    form: CheckFormat
    file: Path


WriteText = Callable[[TextIO], None]
"""Writes the text format, which is not made from a report."""

MakeReport = Callable[[], "CheckReport"]
"""Makes the report that all other formats write; the text format alone needs none."""


def output_of(text: str) -> Output:
    """Returns the file that `--output FORMAT=FILE` names; raises NotDone."""
    word, sign, file = text.partition("=")
    form = next((each for each in CheckFormat if each.value == word.strip()), None)
    if form is None or not sign or not file:
        hint = inserted(usage.SAY_OUTPUT, formats=listed(CheckFormat)).fill()
        raise NotDone(usage.NOT_AN_OUTPUT.fill(text=printable(text)), hint)
    return Output(form, Path(file))


def write_all(
    report: MakeReport,
    text: WriteText,
    form: CheckFormat,
    files: Sequence[Output],
    *,
    inputs: Sequence[Path],
) -> None:
    """Writes every output asked for; raises NotDone if a file cannot be written or is the plan."""
    if files:
        _refuse([each.file for each in files], inputs)
    for output in files:
        write_text(output.file, inputs, partial(_write, report, text, output.form))
    _write(report, text, form, sys.stdout)
    if form is CheckFormat.GITHUB and (summary := os.environ.get(_SUMMARY_VARIABLE)):
        _append_summary(report, Path(summary), inputs)


def _refuse(files: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Refuses a file that may not be written, before any is."""
    from plan_tracker.editing.writing import is_device, refuse

    names = [os.path.realpath(file) for file in files]
    for file, name in zip(files, names, strict=True):
        refuse(file, inputs)
        if names.count(name) > 1 and not is_device(file):
            raise NotDone(phrases.TWICE.fill(file=printable(file)))


def _append_summary(report: MakeReport, file: Path, inputs: Sequence[Path]) -> None:
    from plan_tracker.editing.writing import NotWritten, refuse
    from plan_tracker.formats.markdown import check as check_markdown

    try:
        refuse(file, inputs)
        with file.open("a", encoding="utf-8", newline="") as out:
            out.write("\n" if out.tell() else "")
            check_markdown.write(report(), out, _SUMMARY_LIMIT - out.tell())
    except NotWritten as error:
        warn(error.message)
    except OSError as error:
        warn(phrases.BROKE_OFF.fill(file=printable(file), reason=reason_of(error)))


def _write(report: MakeReport, text: WriteText, form: CheckFormat, out: TextIO) -> None:
    """Writes one format; only that of text needs no report."""
    match form:
        case CheckFormat.TEXT:
            text(out)
        case CheckFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects

            as_json.write(objects.check(report()), out)
        case CheckFormat.GITHUB:
            from plan_tracker.cli.streams import exact
            from plan_tracker.formats.ci import github as check_github

            check_github.write(report(), exact(out))
        case CheckFormat.GITLAB:
            from plan_tracker.formats.ci import gitlab as check_gitlab

            check_gitlab.write(report(), out)
        case CheckFormat.JUNIT:
            from plan_tracker.formats.ci import junit as check_junit

            check_junit.write(report(), out)
        case CheckFormat.SARIF:
            from plan_tracker.formats.ci import sarif as check_sarif

            check_sarif.write(report(), out)
        case CheckFormat.MARKDOWN:
            from plan_tracker.formats.markdown import check as check_markdown

            check_markdown.write(report(), out)
        case CheckFormat.BADGE:
            from plan_tracker.formats.ci import badge as check_badge

            check_badge.write(report(), out)
