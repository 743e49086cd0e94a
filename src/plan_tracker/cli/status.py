"""`plan-tracker status`: shows the table of targets."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.session import Session, open_plan, parts_wanted, word_of, words_of
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.suggestions import coded
from plan_tracker.cli.telling import paper
from plan_tracker.problems import NotDone
from plan_tracker.reports.view import GroupBy, SortBy, View
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from plan_tracker.reports.cells import PlainRow
    from plan_tracker.reports.status import StatusReport
    from plan_tracker.reports.status_rows import StatusRow

_ROWS_ON_TERMINAL = 200
"""How many rows a terminal gets unless --all is given; nobody reads more, and a pipe gets all."""


def status(
    file: options.File = None,
    as_of: options.AsOf = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="STATUS,…", autocompletion=coded("STATUS", several=True))
    ] = None,
    *,
    owner: options.Owner = None,
    group: options.Group = None,
    group_by: Annotated[
        str | None, typer.Option("--group-by", metavar="|".join(GroupBy), autocompletion=coded("GROUPING"))
    ] = None,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="|".join(SortBy), autocompletion=coded("SORTING"))
    ] = None,
    parts: options.Parts = None,
    all_rows: Annotated[bool, typer.Option("--all")] = False,
    form: options.Form = options.TableFormat.TABLE,
    ascii_only: options.Ascii = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
    color: options.Colored = options.Color.AUTO,
    strict: options.Strict = False,
    skip_broken: options.SkipBroken = False,
) -> int:
    """Show every target: goal, actual, rate against pace, lead, status."""
    session = open_plan(file, strict=strict, as_of=as_of, watch=True, skip_broken=skip_broken)
    if group_by is not None and form is options.TableFormat.JSON:
        raise NotDone(usage.UNGROUPED.fill(), usage.EACH_SAYS.fill())
    view = _view(only, group_by, sort)._replace(parts=parts_wanted(parts=parts))
    if view.group_by is GroupBy.PLAN and (sort is not None or parts is not None):
        option = "--sort" if sort is not None else "--parts" if parts else "--no-parts"
        refused = usage.WHOLE_PLANS.fill(option=option)
        raise NotDone(refused, usage.WORST_PLANS_FIRST.fill())
    if owner is not None or group is not None:
        view = _narrowed(view, session, owner, group)
    match form:
        case options.TableFormat.TABLE:
            from plan_tracker.formats.terminal import status as as_table

            limit = _ROWS_ON_TERMINAL if sys.stdout.isatty() and not all_rows else None
            as_table.write(_report(session, view._replace(limit=limit)), paper(color, ascii_only=ascii_only))
        case options.TableFormat.JSON:
            from plan_tracker.formats import json as as_json
            from plan_tracker.reports import objects
            from plan_tracker.reports.arrangement import asked_for

            as_json.write(
                objects.targets(session.evaluation, asked_for(session.evaluation, view)), sys.stdout
            )
        case options.TableFormat.MARKDOWN:
            from plan_tracker.formats.markdown import tables as as_markdown

            as_markdown.write(_report(session, view), sys.stdout)
    return session.code


def _report(session: Session, view: View) -> "StatusReport[StatusRow] | StatusReport[PlainRow]":
    """Makes the table of targets, or that of plans."""
    from plan_tracker.reports.status import plans_report, status_report

    if view.group_by is GroupBy.PLAN:
        return plans_report(session.evaluation, speaking(), view)
    return status_report(session.evaluation, speaking(), view)


def _narrowed(view: View, session: Session, owner: str | None, group: str | None) -> View:
    """Returns the view of one owner's or one group's targets; raises NotDone for one unknown."""
    from plan_tracker.cli.naming import said_as
    from plan_tracker.judging.evaluation import descended

    targets = [each.target for each in descended(session.evaluation.results)]
    return view._replace(
        owner=said_as(owner, (target.owner for target in targets)),
        group=said_as(group, (target.group for target in targets)),
    )


def _view(only: str | None, group_by: str | None, sort: str | None) -> View:
    """Returns what is asked for, in the words of any language; raises NotDone for an unknown one."""
    if only is group_by is sort is None:  # most often: the words need not be loaded
        return View()
    from plan_tracker.wording.vocabulary import GROUPING, SORTING, STATUS

    grouped = GroupBy.GROUP if group_by is None else word_of(group_by, GROUPING.among(GroupBy))
    sorted_ = SortBy.FILE if sort is None else word_of(sort, SORTING.among(SortBy))
    return View(only=words_of(only, STATUS) or frozenset(), group_by=GroupBy(grouped), sort=SortBy(sorted_))
