"""Makes a plan of a table: its time, its targets with their parts, and how they have to be judged."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.editing.plan_text import Document
from plan_tracker.language import Message, Phrase
from plan_tracker.plan.kinds import PERCENT_UNITS
from plan_tracker.plan.model import Plan
from plan_tracker.plan.periods import MONTHS_A_YEAR, PlanTime, day_before, first_after
from plan_tracker.problems import Problem, Severity, printable
from plan_tracker.reading.validation import validate
from plan_tracker.spreadsheets.headings import RowFault
from plan_tracker.spreadsheets.importing.guessing import as_judged, differences
from plan_tracker.spreadsheets.importing.rows import Draft, Drafts
from plan_tracker.spreadsheets.meanings import meant
from plan_tracker.spreadsheets.reader import Cell
from plan_tracker.wording import importing as phrases
from plan_tracker.wording.words import COLUMN

OF_TARGET = (
    *("name", "group", "owner", "unit", "kind", "direction", "baseline", "goal", "start", "due", "pace"),
    *("reporting", "actual", "committed", "weight", "check", "stage", "binding", "source", "note"),
)
OF_PART = ("name", "owner", "goal", "actual", "committed", "source", "note")
TITLE = Phrase("plan", "计划")
DEFAULTS = {"kind": "cumulative", "direction": "at_least", "check": "fail", "weight": Decimal(1)}
SETTLED = 20
"""So often at most what makes a plan invalid is taken out, until nothing does."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


class NotImported(Exception):  # noqa: N818 - what is told is why no plan can be made
    """A table that makes no plan."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.phrase.en)
        self.message, self.hint = message, hint


class Imported(NamedTuple):
    """A valid plan as tables, what was not understood, by row, and what was taken for granted."""

    document: Document
    plan: Plan
    faults: tuple[RowFault, ...]
    notes: tuple[Message, ...]


class Wish(NamedTuple):
    """What the user says of the plan; None where the table shall say it."""

    title: str | None
    year: int | None
    language: str | None
    named: str
    """The name of the file, which may mention the year."""


def import_drafts(drafts: Drafts, wish: Wish) -> Imported:
    """The plan that a table makes; raises NotImported."""
    maker = _Maker(drafts, wish)
    return maker.imported()


class _Maker:
    def __init__(self, drafts: Drafts, wish: Wish) -> None:
        self._drafts, self._wish = drafts, wish
        self._faults, self._notes = list(drafts.faults), list(drafts.notes)
        self._rows = {draft.id: draft.row for draft in drafts.drafts}

    def imported(self) -> Imported:
        time = self._time()
        document: Document = {"plan": self._plan_table(time), "targets": self._targets(time)}
        _share_reporting(document)
        document, plan = self._settled(document)
        document, plan = as_judged(self._drafts.drafts, document, plan)
        self._faults += differences(self._drafts.drafts, plan)
        return Imported(document, plan, tuple(sorted(self._faults, key=lambda f: f.row)), tuple(self._notes))

    # --- the plan's own table

    def _time(self) -> PlanTime:
        """The time that explains the most rows: their periods, starts and due dates."""
        if self._wish.year is not None:
            return _calendar_year(self._wish.year)
        rows = [draft.fields for draft in self._drafts.drafts]
        days = [value for row in rows for value in row.values() if isinstance(value, date)]
        times = [_calendar_year(year) for year in sorted({day.year for day in days})]
        for start, due in {(row.get("start"), row.get("due")) for row in rows}:
            if isinstance(start, date) and start.day == 1:
                times.append(PlanTime(start, day_before(first_after(start, MONTHS_A_YEAR))))
            if isinstance(start, date) and isinstance(due, date) and start < due:
                times.append(PlanTime(start, due))
        if times:
            return max(times, key=lambda time: (*_explained(time, self._drafts.drafts), time.start, time.end))
        mentioned = {int(year) for year in _YEAR.findall(self._wish.named)}
        if len(mentioned) != 1:
            raise NotImported(phrases.NO_YEAR.fill(file=self._wish.named), phrases.GIVE_YEAR.fill())
        year = mentioned.pop()
        self._notes.append(phrases.YEAR_GUESSED.fill(year=str(year)))
        return _calendar_year(year)

    def _plan_table(self, time: PlanTime) -> Document:
        title = self._wish.title or self._remark(TITLE) or self._wish.named.rpartition(".")[0]
        table: Document = {"title": str(title)}
        year = _calendar_year(time.start.year)
        if (time.start, time.end) == (year.start, year.end):
            table["year"] = time.start.year
        else:
            table |= {"start": time.start, "end": time.end}
        if self._wish.language:
            table["language"] = self._wish.language
        days = Counter(
            value for draft in self._drafts.drafts if isinstance(value := draft.fields.get("as_of"), date)
        )
        as_of = self._remark(COLUMN["as_of"])
        if days:
            table["as_of"] = days.most_common(1)[0][0]
        elif as_of is not None and isinstance(day := meant("as_of", as_of), date):
            table["as_of"] = day
        return table

    def _remark(self, word: Phrase) -> Cell:
        return next((self._drafts.remarks[each] for each in word if each in self._drafts.remarks), None)

    # --- targets and parts

    def _targets(self, time: PlanTime) -> Document:
        targets: dict[str, Document] = {}
        parts: dict[str, list[Draft]] = {}
        for draft in self._drafts.drafts:
            parent, slash, _ = draft.id.partition("/")
            parent = str(draft.fields.get("parent") or (parent if slash else ""))
            if parent and parent in self._rows:
                parts.setdefault(parent, []).append(draft)
            elif parent:
                self._fault(draft.row, phrases.NO_PARENT.fill(parent=printable(parent)))
            else:
                targets[draft.id] = self._target(draft, time)
        self._tell_guessed_levels(targets)
        for parent, drafts in parts.items():
            if parent in targets:
                _add_parts(targets[parent], parent, drafts)
        return dict(targets)

    def _target(self, draft: Draft, time: PlanTime) -> Document:
        fields = dict(draft.fields) | ({"actual": draft.actuals} if draft.actuals else {})
        if "baseline" in fields:
            fields.setdefault("kind", "level")
            if fields.get("goal") != fields["baseline"]:
                fields.pop("direction", None)  # it follows from the two
        if fields.get("pace_rule") == "at_due":
            fields["pace"] = "at_due"
        for key, value in {**DEFAULTS, "start": time.start, "due": time.end}.items():
            if fields.get(key) == value:
                del fields[key]
        if draft.fields.get("kind") and (fields.get("unit") or "") in PERCENT_UNITS:
            fields["kind"] = draft.fields["kind"]
        return {key: fields[key] for key in OF_TARGET if key in fields}

    def _tell_guessed_levels(self, targets: Mapping[str, Document]) -> None:
        """A goal in percent may be a sum or a level; in tables it is a level nearly always."""
        guessed = [
            known
            for known, table in targets.items()
            if table.get("unit") in PERCENT_UNITS and "kind" not in table and "goal" in table
        ]
        for known in guessed:
            table = targets[known]
            ordered = {"kind": "level"} | table
            table.clear()
            table.update({key: ordered[key] for key in OF_TARGET if key in ordered})
        if guessed:
            self._notes.append(phrases.LEVELS_GUESSED.fill(ids=", ".join(guessed)))

    # --- making it valid

    def _settled(self, document: Document) -> tuple[Document, Plan]:
        """The document without what makes it invalid, which is told."""
        for _ in range(SETTLED):
            plan, problems = validate(document)
            if plan is not None:
                return document, plan
            for problem in problems:
                if problem.severity is Severity.ERROR:
                    self._take_out(document, problem)
        raise NotImported(phrases.NOTHING_LEFT.fill(file=self._wish.named))

    def _take_out(self, document: Document, problem: Problem) -> None:
        match problem.path:
            case ("targets", str(target), "parts", str(part), str(key), *_):
                self._drop(document, ("targets", target, "parts", part), key, problem)
            case ("targets", str(target), "parts", str(part)):
                self._drop(document, ("targets", target, "parts"), part, problem)
            case ("targets", str(target), str(key), *_):
                self._drop(document, ("targets", target), key, problem)
            case ("targets", str(target)):
                self._drop(document, ("targets",), target, problem)
            case _:
                raise NotImported(problem.message, problem.hint)

    def _drop(self, document: Document, path: tuple[str, ...], key: str, problem: Problem) -> None:
        table: object = document
        for name in path:
            table = table.get(name) if isinstance(table, dict) else None
        if not isinstance(table, dict) or key not in table:
            return
        del table[key]
        known = "/".join(name for name in (*path, key)[1:] if name != "parts")
        row = next((self._rows[each] for each in _shorter(known) if each in self._rows), 0)
        self._faults.append(RowFault(row, problem.message, phrases.LEFT_OUT.fill(field=printable(key))))

    def _fault(self, row: int, message: Message) -> None:
        self._faults.append(RowFault(row, message))


def _share_reporting(document: Document) -> None:
    """How often actuals are due stands in the plan's own table where it is the same for all."""
    plan, targets = document["plan"], document["targets"]
    if not isinstance(plan, dict) or not isinstance(targets, dict):
        return
    found = {table.get("reporting") for table in targets.values()}
    if len(found) == 1 and None not in found:
        plan["reporting"] = found.pop()
        for table in targets.values():
            del table["reporting"]


def _calendar_year(year: int) -> PlanTime:
    return PlanTime(date(year, 1, 1), date(year, 12, 31))


def _explained(time: PlanTime, drafts: Sequence[Draft]) -> tuple[int, int]:
    """How many periods end on the day that their rows name, and how many rows run as the plan does."""
    periods = whole = 0
    for draft in drafts:
        day = draft.fields.get("measured_on")
        for label in draft.actuals:
            period = time.period(label)
            periods += period is not None and period.last == (day or period.last)
        whole += (draft.fields.get("start"), draft.fields.get("due")) == (time.start, time.end)
    return periods, whole


def _add_parts(target: Document, parent: str, drafts: Sequence[Draft]) -> None:
    tables: Document = {}
    for draft in drafts:
        key = draft.id.removeprefix(f"{parent}/")
        fields: Document = dict(draft.fields) | ({"actual": draft.actuals} if draft.actuals else {})
        if fields.get("name") == key:
            del fields["name"]
        if fields.get("owner") == target.get("owner"):
            fields.pop("owner", None)
        tables[key] = {name: fields[name] for name in OF_PART if name in fields}
    target["parts"] = tables
    actual = target.get("actual")
    for period, value in list(actual.items()) if isinstance(actual, dict) else ():
        given = [draft.actuals[period] for draft in drafts if period in draft.actuals]
        if target.get("kind") != "level" and given and sum(given) == value:
            del target["actual"]  # it is the sum of the parts, which may lack some


def _shorter(known: str) -> Iterator[str]:
    """The id itself, then what is left of it without its last part, and so on."""
    while known:
        yield known
        known = known.rpartition("/")[0]
