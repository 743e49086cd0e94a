"""`plan-tracker outlook`: shows what is left, and whether the work already committed covers it."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.session import Session, open_plan, parts_wanted
from plan_tracker.cli.telling import paper

if TYPE_CHECKING:
    from plan_tracker.formats.terminal.paper import Paper


def outlook(
    file: options.File = None,
    as_of: options.AsOf = None,
    *,
    parts: options.Parts = None,
    past: Annotated[bool, typer.Option("--past")] = False,
    form: options.Form = options.TableFormat.TABLE,
    ascii_only: options.Ascii = False,
    lang: options.Lang = None,
    color: options.Colored = options.Color.AUTO,
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """Show what remains of each goal, and how fast it must be done."""
    session = open_plan(file, lang, strict=strict, as_of=as_of, several=True, skip_broken=skip_broken)
    if past:
        _write_past(session, form, paper(color, ascii_only=ascii_only))
        return session.code
    shown = parts_wanted(parts=parts)
    match form:
        case options.TableFormat.TABLE:
            from plan_tracker.formats.terminal import outlook as as_table
            from plan_tracker.reports.outlook import outlook_report

            report = outlook_report(session.evaluation, session.language, shown)
            as_table.write(report, paper(color, ascii_only=ascii_only))
        case options.TableFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects

            as_json.write(objects.outlook(session.evaluation, parts=parts is not False), sys.stdout)
        case options.TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown
            from plan_tracker.reports.outlook import outlook_report

            as_markdown.write(outlook_report(session.evaluation, session.language, shown), sys.stdout)
    return session.code


def _write_past(session: Session, form: options.TableFormat, out: "Paper") -> None:
    from plan_tracker.reports.past import past_data, past_report

    match form:
        case options.TableFormat.TABLE:
            from plan_tracker.formats.terminal import outlook as as_table

            as_table.write_past(past_report(session.evaluation, session.language), out)
        case options.TableFormat.JSON:
            from plan_tracker.formats import json as as_json

            as_json.write(past_data(session.evaluation), sys.stdout)
        case options.TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown

            as_markdown.write(past_report(session.evaluation, session.language), sys.stdout)
