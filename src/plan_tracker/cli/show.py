"""`plan-tracker show`: tells everything about one target."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from plan_tracker.cli.naming import target_named
from plan_tracker.cli.options import (
    AsciiOption,
    AsOfOption,
    Color,
    ColorOption,
    FileOption,
    LangOption,
    SkipBrokenOption,
    StrictOption,
)
from plan_tracker.cli.session import open_plan, paper
from plan_tracker.cli.suggestions import target_ids


class ShowFormat(StrEnum):
    """The formats in which one target is told."""

    TEXT = "text"
    JSON = "json"


def show(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=target_ids,
        ),
    ],
    file: FileOption = None,
    as_of: AsOfOption = None,
    *,
    form: Annotated[ShowFormat, typer.Option("--format")] = ShowFormat.TEXT,
    ascii_only: AsciiOption = False,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    strict: StrictOption = False,
    skip_broken: SkipBrokenOption = False,
) -> int:
    """Show one target in full: figures, rule, periods, outlook, parts."""
    from plan_tracker.judging.evaluation import find

    session = open_plan(file, lang, strict=strict, as_of=as_of, several=True, skip_broken=skip_broken)
    target = target_named(id_, session.evaluation.plan, session.file.name, session.language)
    found = find(session.evaluation, target.id)
    match form:
        case ShowFormat.TEXT:
            from plan_tracker.formats.terminal import show as as_text
            from plan_tracker.reports.show.story import tell

            story = tell(session.evaluation, *found, session.language)
            as_text.write(story, paper(color, ascii_only=ascii_only))
        case ShowFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports.show.data import story_data

            as_json.write(story_data(session.evaluation, found[0]), sys.stdout)
    return session.code
