"""`plan-tracker record`: writes actuals into the plan file."""

from datetime import date
from functools import partial as bound
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from plan_tracker.cli import options
from plan_tracker.cli.changing import change_plan
from plan_tracker.cli.naming import target_named
from plan_tracker.cli.record_feed import pull_feed, with_pulled
from plan_tracker.cli.record_table import TableWriter
from plan_tracker.cli.session import today
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.spreadsheets import ColumnOption, EncodingOption, PartialOption, SheetOption, YesOption
from plan_tracker.cli.suggestions import feeds, periods, target_ids
from plan_tracker.cli.telling import warn
from plan_tracker.cli.versions import is_file
from plan_tracker.language import Message, literally
from plan_tracker.problems import NotDone
from plan_tracker.wording import usage

if TYPE_CHECKING:
    from collections.abc import Callable

    from plan_tracker.editing.recording import Recorded
    from plan_tracker.reading.plan_file import ParsedFile, PlanFile


def record(
    identity: Annotated[str | None, typer.Argument(metavar="ID", autocompletion=target_ids)] = None,
    period: Annotated[str | None, typer.Argument(metavar="PERIOD", autocompletion=periods)] = None,
    value: Annotated[str | None, typer.Argument(metavar="VALUE")] = None,
    file: options.File = None,
    *,
    revise: Annotated[bool, typer.Option("--revise")] = False,
    dry_run: options.DryRun = False,
    table: Annotated[Path | None, typer.Option("--from", metavar="TABLE")] = None,
    feed: Annotated[str | None, typer.Option("--feed", metavar="NAME", autocompletion=feeds)] = None,
    under: Annotated[str | None, typer.Option("--under", metavar="TARGET", autocompletion=target_ids)] = None,
    column: ColumnOption = None,
    sheet: SheetOption = None,
    encoding: EncodingOption = None,
    partial: PartialOption = False,
    yes: YesOption = False,
    lang: options.Lang = None,  # noqa: ARG001 - heard before the command runs
) -> None:
    """Write one actual into the plan, or many from a table or database."""
    if (table is not None or feed is not None) and (period or value or (table and feed)):
        raise NotDone(usage.TABLE_OR_FIGURE.fill())
    is_of_table = under or column or sheet or encoding
    if table is None and (is_of_table or (feed is None and (partial or yes))):
        raise NotDone(usage.ONLY_OF_TABLES.fill(), usage.SAY_FROM.fill())
    if feed is not None:
        pulled = pull_feed(feed, identity, file, yes=yes)
        changed = bound(with_pulled, pulled=pulled, revise=revise, partial=partial, yes=yes)
        _write_figures(changed, file, dry_run=dry_run)
    elif table is not None:
        writer = TableWriter(
            path=table,
            sheet=sheet,
            encoding=encoding,
            period=identity,
            columns=tuple(column or ()),
            under=under,
            partial=partial,
            yes=yes,
            revise=revise,
        )
        _write_figures(writer, file, dry_run=dry_run)
    elif identity and period and value:
        figure = _FigureWriter(identity, period, value, revise=revise)
        _write_figures(figure, file, dry_run=dry_run)
        for doubt in figure.doubts:
            warn(doubt)
    else:
        is_table = identity is not None and not identity.endswith(".toml") and is_file(identity)
        raise NotDone(usage.SAY_WHAT.fill(), usage.SAY_FROM.fill() if is_table else usage.EXAMPLE.fill())


class _FigureWriter:
    """Writes one figure, as it was typed, into a plan."""

    def __init__(self, identity: str, period: str, value: str, *, revise: bool) -> None:
        self._identity, self._period, self._value = identity, period, value
        self._revise = revise
        self.doubts: list[Message] = []
        """What is probably wrong with the figure, known after it was written."""

    def __call__(self, plan_file: "ParsedFile") -> "Recorded":
        """Returns the plan with the figure; raises NotDone or NotRecorded."""
        from plan_tracker.editing.entries import as_reported, entry_of
        from plan_tracker.editing.recording import record as write
        from plan_tracker.numbers import plain
        from plan_tracker.plan.spoken import period_meant
        from plan_tracker.spreadsheets.doubts.plausible import Judged, doubts_of_one
        from plan_tracker.spreadsheets.numbers import figure_of
        from plan_tracker.spreadsheets.refusal import NoNumber
        from plan_tracker.wording.recording import DIGITS_ONLY

        plan = plan_file.plan
        target = target_named(self._identity, plan, plan_file.name)
        figure = figure_of(self._value, target.unit)
        if isinstance(figure, NoNumber):
            raise NotDone(figure.message, figure.hint or DIGITS_ONLY.fill())
        period = period_meant(self._period, plan.time, target.counting)
        if period is None:
            from plan_tracker.spreadsheets.recording.choosing import no_period

            raise NotDone(*no_period(self._period, plan.time, target.counting))
        entry = entry_of(target.id, period.label, plain(figure.number))
        entry = as_reported(entry, plan_file.document, plan.time, target.counting)
        goal = target.goal_on(period.last)
        judged = Judged(row=0, period=period, figure=figure.number, goal=goal, unit=target.unit)
        self.doubts = list(doubts_of_one(target.id, judged))
        return write(plan_file, [entry], revise=self._revise)


def _write_figures(change: "Callable[[ParsedFile], Recorded]", file: str | None, *, dry_run: bool) -> None:
    """Writes figures into the plan, or shows what would be written."""
    from plan_tracker.cli.collection import warn_of_uncollected
    from plan_tracker.reports.recording import meaning, notes
    from plan_tracker.wording import recording as phrases
    from plan_tracker.wording import words

    changed = change_plan(file, change, dry_run=dry_run)
    old, recorded, language = changed.old, changed.new, speaking()
    with changed.telling() as out:
        out.write(_told(old.name, recorded).text(language) + "\n")
        ids = [change.entry.id for change in recorded.changes]
        day = max((_day(old, change.entry.period) for change in recorded.changes), default=None)
        if day is not None and any(change.changes for change in recorded.changes):
            out.writelines(line + "\n" for line in meaning(old.plan, recorded.plan, ids, day, language))
            for told in notes(old.plan, recorded.plan, ids, day, language):
                warn(literally(told).fill())
            if day > today():
                warn(phrases.STILL_TO_COME.fill(day=words.day_text(day, language)))
            warn_of_uncollected(old.plan, old.name)


def _day(old: "PlanFile", label: str) -> date:
    period = old.plan.time.period(label)
    return period.last if period else old.plan.time.start


def _told(file: str, recorded: "Recorded") -> Message:
    """Tells what was written: one figure in words, several as numbers of them."""
    from plan_tracker.wording import recording as phrases

    if len(recorded.changes) != 1:
        added = sum(change.old is None for change in recorded.changes)
        same = sum(not change.changes for change in recorded.changes)
        numbers = {"added": added, "same": same, "revised": len(recorded.changes) - added - same}
        values = {key: str(number) for key, number in numbers.items()}
        return phrases.TOTALS.fill(file=file, **values)
    change = recorded.changes[0]
    entry = change.entry
    values = {"id": entry.id, "period": entry.period, "new": entry.figure}
    if change.old is None:
        return phrases.WRITTEN.fill(file=file, **values)
    if not change.changes:
        return phrases.UNCHANGED.fill(**values)
    return phrases.REPLACED.fill(file=file, old=change.old, **values)
