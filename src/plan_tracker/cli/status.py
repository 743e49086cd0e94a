"""`plan-tracker status`: the table."""

import sys
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
from plan_tracker.cli.session import open_plan, parts_wanted, screen, words_of
from plan_tracker.view import GroupBy, SortBy, View

ROWS_ON_TERMINAL = 200
"""Nobody reads more; a pipe gets all."""


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
    """Show every target: goal, actual, completion rate with the pace marked, lead and status."""
    from plan_tracker.evaluation import Status

    session = open_plan(file, lang, strict=strict, as_of=as_of, watch=True)
    wanted = words_of(only, [each.value for each in Status], session.language)
    view = View(
        wanted or frozenset(),
        group_by or GroupBy.GROUP,
        sort,
        parts_wanted(parts=parts),
    )
    match form:
        case TableFormat.TABLE:
            from plan_tracker.drawing import ASCII, UNICODE
            from plan_tracker.formats import status_table
            from plan_tracker.report import status_report

            limited = sys.stdout.isatty() and not all_rows
            view = view._replace(limit=ROWS_ON_TERMINAL if limited else None)
            report = status_report(session.evaluation, session.language, view)
            status_table.write(report, screen(color), ASCII if ascii_only else UNICODE)
        case TableFormat.JSON:
            from plan_tracker.arrangement import flat
            from plan_tracker.formats import as_json

            shown = flat(session.evaluation, view)
            as_json.write_value(as_json.document(session.evaluation, shown), sys.stdout)
        case TableFormat.MARKDOWN:
            from plan_tracker.formats import as_markdown
            from plan_tracker.report import status_report

            as_markdown.write(status_report(session.evaluation, session.language, view), sys.stdout)
