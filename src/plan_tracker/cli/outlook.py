"""`plan-tracker outlook`: shows what is left, and whether the work already committed covers it."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.session import Session, open_plan, parts_wanted
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.telling import paper

if TYPE_CHECKING:
    from plan_tracker.reports.objects import Object
    from plan_tracker.reports.outlook import OutlookReport


def outlook(
    file: options.File = None,
    as_of: options.AsOf = None,
    *,
    parts: options.Parts = None,
    past: Annotated[bool, typer.Option("--past")] = False,
    form: options.Form = options.TableFormat.TABLE,
    ascii_only: options.Ascii = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """Show what remains of each goal, and how fast it must be done."""
    session = open_plan(file, strict=strict, as_of=as_of, skip_broken=skip_broken)
    match form:
        case options.TableFormat.TABLE:
            from plan_tracker.formats.terminal import outlook as as_table

            as_table.write(_report(session, parts=parts, past=past), paper(color, ascii_only=ascii_only))
        case options.TableFormat.JSON:
            from plan_tracker.formats import json as as_json

            as_json.write(_data(session, parts=parts, past=past), sys.stdout)
        case options.TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown

            as_markdown.write(_report(session, parts=parts, past=past), sys.stdout)
    return session.code


def _report(session: Session, *, parts: bool | None, past: bool) -> "OutlookReport":
    """Makes the report on what remains, or on what would have been said of earlier years."""
    if past:
        from plan_tracker.reports.past import past_report

        return past_report(session.evaluation, speaking())
    from plan_tracker.reports.outlook import outlook_report

    return outlook_report(session.evaluation, speaking(), parts_wanted(parts=parts))


def _data(session: Session, *, parts: bool | None, past: bool) -> "Object":
    """Makes the same as an object for programs."""
    if past:
        from plan_tracker.reports.past import past_data

        return past_data(session.evaluation)
    from plan_tracker.reports import objects

    return objects.outlook(session.evaluation, parts=parts is not False)
