"""`plan-tracker show`: tells everything about one target."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.feeds import doubts_of_origin
from plan_tracker.cli.naming import target_named
from plan_tracker.cli.session import Session, open_plan
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.suggestions import target_ids
from plan_tracker.cli.telling import paper, tell_problems
from plan_tracker.language import Message, inserted, listed
from plan_tracker.problems import NotDone, first_of, in_shell

_FEW = 12
"""How many plans a hint lists."""


class ShowFormat(StrEnum):
    """The formats in which one target is told."""

    TEXT = "text"
    JSON = "json"


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", autocompletion=target_ids)],
    file: options.File = None,
    as_of: options.AsOf = None,
    *,
    form: Annotated[ShowFormat, typer.Option("--format")] = ShowFormat.TEXT,
    ascii_only: options.Ascii = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """Show one target in full: figures, rule, periods, outlook, parts."""
    from plan_tracker.judging.evaluation import find
    from plan_tracker.reading.plan_file import PlanFile

    session = open_plan(file, strict=strict, as_of=as_of, skip_broken=skip_broken)
    try:
        target = target_named(id_, session.evaluation.plan, session.file.name)
    except NotDone as error:
        raise NotDone(error.message, _in_a_plan(id_, session) or error.hint) from None
    if target.feed and isinstance(session.file, PlanFile):
        tell_problems(doubts_of_origin(session.file, target.feed))
    found = find(session.evaluation, target.id)
    match form:
        case ShowFormat.TEXT:
            from plan_tracker.formats.terminal import show as as_text
            from plan_tracker.reports.show.story import tell

            story = tell(session.evaluation, *found, speaking())
            as_text.write(story, paper(color, ascii_only=ascii_only))
        case ShowFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports.show.data import story_data

            as_json.write(story_data(session.evaluation, found[0]), sys.stdout)
    return session.code


def _in_a_plan(id_: str, session: Session) -> Message | None:
    """Tells which of several plans have a target that is shown only from their own file, such as a part."""
    from plan_tracker.judging.collecting import Rollup
    from plan_tracker.plan.names import Names
    from plan_tracker.reading.folders import PlanFolder
    from plan_tracker.wording.show import IN_A_PLAN

    if not isinstance(session.evaluation, Rollup) or not isinstance(session.file, PlanFolder):
        return None
    having = [member.path for member, plan in session.evaluation.plans.items() if Names(plan).found(id_)]
    if not having:
        return None
    files = listed(first_of(having, _FEW))
    first = in_shell(session.file.files[having[0]])
    return inserted(IN_A_PLAN, files=files).fill(id=in_shell(id_), file=first)
