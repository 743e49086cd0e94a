"""`plan-tracker status`: the table."""

import sys
from functools import partial
from typing import Annotated

import typer

from plan_tracker.cli.options import (
    AsciiOption,
    AsOfOption,
    Color,
    ColorOption,
    FileOption,
    LangOption,
    PartsOption,
    StrictOption,
    TableFormat,
)
from plan_tracker.cli.session import Session, open_plan, paper, parts_wanted, words_of
from plan_tracker.reports.view import GroupBy, SortBy, View

ROWS_ON_TERMINAL = 200
"""How many rows a terminal gets unless --all is given; nobody reads more, and a pipe gets all."""


def status(
    file: FileOption = None,
    as_of: AsOfOption = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="STATUS,…", help="Only targets with these statuses.")
    ] = None,
    group_by: Annotated[GroupBy | None, typer.Option("--group-by", help="Headings of the table.")] = None,
    sort: Annotated[
        SortBy, typer.Option("--sort", help="Worst lead first, lowest rate first, or as in the file.")
    ] = (SortBy.FILE),
    *,
    parts: PartsOption = None,
    all_rows: Annotated[
        bool, typer.Option("--all", help="All rows; else a terminal gets the worst 200.")
    ] = False,
    form: Annotated[TableFormat, typer.Option("--format", help="Form of the output.")] = TableFormat.TABLE,
    ascii_only: AsciiOption = False,
    lang: LangOption = None,
    color: ColorOption = Color.AUTO,
    strict: StrictOption = False,
) -> None:
    """Show every target: goal, actual, rate against pace, lead, status."""
    view = View(group_by=group_by or GroupBy.GROUP, sort=sort, parts=parts_wanted(parts=parts))
    opened = partial(open_plan, file, lang, strict=strict, as_of=as_of, watch=True)
    match form:
        case TableFormat.TABLE:
            if sys.stdout.isatty() and not all_rows:
                view = view._replace(limit=ROWS_ON_TERMINAL)
            from plan_tracker.formats.terminal import status as as_table
            from plan_tracker.reports.status import status_report

            session = opened()
            report = status_report(session.evaluation, session.language, _only(view, only, session))
            as_table.write(report, paper(color, ascii_only=ascii_only))
        case TableFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects
            from plan_tracker.reports.arrangement import flat

            session = opened()
            shown = flat(session.evaluation, _only(view, only, session))
            as_json.write(objects.targets(session.evaluation, shown), sys.stdout)
        case TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown
            from plan_tracker.reports.status import status_report

            session = opened()
            view = _only(view, only, session)
            as_markdown.write(status_report(session.evaluation, session.language, view), sys.stdout)


def _only(view: View, only: str | None, session: Session) -> View:
    """Limits the view to the statuses of a comma-separated option; raises UsageFailure for an unknown one."""
    from plan_tracker.judging.statuses import Status

    wanted = words_of(only, [each.value for each in Status], session.language)
    return view._replace(only=wanted or frozenset())
