"""`record --from`: the figures of a table are understood, shown, and written together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plan_tracker.cli.meter import Meter
from plan_tracker.cli.naming import only_one
from plan_tracker.cli.spreadsheets import named_columns, open_table, tell_doubts, tell_faults, tell_understood
from plan_tracker.cli.telling import note
from plan_tracker.language import inserted
from plan_tracker.problems import NotDone, printable

if TYPE_CHECKING:
    from plan_tracker.editing.entries import Entry
    from plan_tracker.editing.recording import Recorded
    from plan_tracker.plan.model import Plan, Target
    from plan_tracker.problems import Problem
    from plan_tracker.reading.plan_file import ParsedFile
    from plan_tracker.spreadsheets.files.opening import Source
    from plan_tracker.spreadsheets.recording.collecting import Collected
    from plan_tracker.spreadsheets.tables.account import RowFault


@dataclass(slots=True)
class TableWriter:
    """Writes the figures of a table into a plan; says once what it understood, however often it writes.

    It has what the user says of the table, as typed.
    """

    path: Path
    sheet: str | None
    encoding: str | None
    period: str | None
    columns: tuple[str, ...]
    under: str | None
    partial: bool
    yes: bool
    revise: bool
    _source: "Source | None" = None

    def __call__(self, plan_file: "ParsedFile") -> "Recorded":
        """Returns the plan with the figures; raises NotDone, with nothing written, if one is faulty."""
        from plan_tracker.spreadsheets.recording.figures import figures_of
        from plan_tracker.spreadsheets.recording.wanting import Wish
        from plan_tracker.wording import sheets as phrases

        source = self._source or open_table(self.path, self.sheet, self.encoding)
        file = source.file
        wish = Wish(
            period=self.period,
            columns=named_columns(self.columns),
            under=_under(self.under, plan_file.plan) if self.under else None,
        )
        with Meter(_rows(source)) as meter:
            intake = figures_of(source, plan_file.plan, plan_file.document, wish, meter)
        if self._source is None:
            tell_understood(intake.account, file)
            self._source = source
        recorded, more = written(plan_file, intake.collected, revise=self.revise)
        faults = sorted([*intake.account.faults, *more], key=lambda fault: fault.row)
        tell_faults(faults)
        some = phrases.figures_of(len(faults), len(intake.collected) + len(intake.account.faults))
        if faults and not self.partial:
            message = inserted(phrases.ROWS_REFUSED, figures=some).fill(file=file)
            raise NotDone(message, phrases.TAKE_THE_REST.fill())
        tell_doubts(intake.account, file, yes=self.yes)
        if faults:
            note(inserted(phrases.FIGURES_LEFT_OUT, figures=some).fill())
        return recorded


def written(
    plan_file: "ParsedFile", collected: Sequence["Collected"], *, revise: bool
) -> "tuple[Recorded, list[RowFault]]":
    """Returns the plan with the figures that can be written, and why the others cannot."""
    from plan_tracker.editing.recording import NotRecorded, NotValid
    from plan_tracker.editing.recording import record as write
    from plan_tracker.spreadsheets.tables.account import RowFault

    left = {each.entry: each.row for each in collected}
    faults: list[RowFault] = []
    while True:
        with Meter(2 * len(left)) as meter:
            try:
                recorded = write(plan_file, list(left), revise=revise, keep_digits=True, watch=meter)
            except NotRecorded as error:
                faults += [RowFault(left.pop(each.entry), each.message, each.hint) for each in error.refused]
            except NotValid as error:
                found = _blamed(error.problems, left)
                if not found:
                    raise
                faults += [
                    RowFault(left.pop(entry), problem.message, problem.hint) for entry, problem in found
                ]
            else:
                return recorded, faults


def _rows(source: "Source") -> int:
    """Estimates how many rows a file has."""
    from plan_tracker.spreadsheets.files.text import Fields

    content = source.content
    return (
        content.text.count("\n")
        if isinstance(content, Fields)
        else sum(len(each.rows) for each in content.sheets)
    )


def _under(text: str, plan: "Plan") -> "Target":
    """Returns the target whose parts the rows are; raises NotDone."""
    from plan_tracker.plan.names import Names
    from plan_tracker.reading.faults.hints import did_you_mean
    from plan_tracker.wording import sheets as phrases

    names = Names(plan)
    found = only_one(names.targets(text), text)
    if found is None:
        unknown = phrases.NO_SUCH_TARGET.fill(name=printable(text))
        raise NotDone(unknown, did_you_mean(names.similar(text)))
    if not found.parts:
        raise NotDone(phrases.NO_UNDER.fill(id=found.id))
    return found


def _blamed(problems: Iterable["Problem"], entries: Iterable["Entry"]) -> "list[tuple[Entry, Problem]]":
    """Returns the entries that make a plan invalid, each with the first problem of its figure."""
    from plan_tracker.problems import Severity

    places = {(*entry.path, "actual", entry.period): entry for entry in entries}
    found: dict[Entry, Problem] = {}
    for problem in problems:
        entry = places.get(problem.path)
        if entry is not None and problem.severity is Severity.ERROR:
            found.setdefault(entry, problem)
    return list(found.items())
