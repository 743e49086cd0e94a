"""Makes a plan of a table: its time, its targets with their parts, and how they are judged."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from plan_tracker.editing.plan_text import Document
from plan_tracker.language import Phrase, inserted, listed
from plan_tracker.plan.model import Direction, Kind, Plan
from plan_tracker.plan.names import simplified
from plan_tracker.plan.periods import calendar_year
from plan_tracker.plan.units import is_share
from plan_tracker.spreadsheets.cells import Cell, shown, text_of
from plan_tracker.spreadsheets.doubts.courses import Course, tell_courses
from plan_tracker.spreadsheets.doubts.levels import (
    Guess,
    begins_at_nothing,
    guesses,
    may_be_level,
    may_be_total,
)
from plan_tracker.spreadsheets.importing.drafts import Drafts
from plan_tracker.spreadsheets.importing.guessing import as_judged, tell_differences
from plan_tracker.spreadsheets.importing.settling import Origin, settled
from plan_tracker.spreadsheets.importing.times import TimedDraft, in_time
from plan_tracker.spreadsheets.importing.values import OF_PART, value_of
from plan_tracker.spreadsheets.importing.wanting import Wish
from plan_tracker.spreadsheets.tables.account import with_rows
from plan_tracker.spreadsheets.tables.row_texts import is_label, is_note
from plan_tracker.spreadsheets.tables.running_totals import alone_of
from plan_tracker.spreadsheets.tables.unit_lines import without_unit_line
from plan_tracker.spreadsheets.tables.vocabulary import ACTUAL
from plan_tracker.wording import importing as phrases
from plan_tracker.wording.words import COLUMN, PLAN

_OF_TARGET = (
    *("name", "group", "owner", "unit", "kind", "direction", "baseline", "goal", "start", "due", "pace"),
    *("reporting", "actual", "committed", "weight", "check", "stage", "binding", "source", "note", "dropped"),
)
_DEFAULTS = {"kind": "cumulative", "direction": "at_least", "check": "fail", "weight": Decimal(1)}
_GUESSES = {
    Guess.TOTAL: phrases.TOTALS_GUESSED,
    Guess.AT_LEAST_ZERO: phrases.ZERO_GOALS,
    Guess.AT_LEAST_BELOW_ZERO: phrases.GOALS_BELOW_ZERO,
    Guess.AT_LEAST: phrases.CEILINGS_GUESSED,
}


class Imported(NamedTuple):
    """A valid plan, and the TOML tables that say it."""

    document: Document
    plan: Plan


def import_drafts(drafts: Drafts, wish: Wish) -> Imported:
    """Makes a plan of a table, and notes in its account what it leaves out; raises NotRead."""
    return _PlanMaker(drafts, wish).imported()


class _PlanMaker:
    def __init__(self, drafts: Drafts, wish: Wish) -> None:
        self._drafts, self._wish, self._account = drafts, wish, drafts.account
        self._time, self._timed = in_time(drafts, wish.year, wish.named)
        self._rows = {draft.id: draft.row for draft in self._timed}
        self._levels: list[str] = []
        """The ids of targets in percent that do not say whether they are levels."""

        self._defaults = {**_DEFAULTS, "start": self._time.start, "due": self._time.end}

    def imported(self) -> Imported:
        document: Document = {"plan": self._plan_table(), "targets": self._targets()}
        _share_reporting(document)
        plan = settled(document, Origin(file=self._wish.named, rows=self._rows, account=self._account))
        self._tell_guesses(plan)
        table = self._drafts.table
        alone = alone_of(table.having(ACTUAL), self._drafts.dated.time)
        tell_courses(list(self._courses(plan)), table, alone, self._account)
        document, plan = as_judged(self._timed, document, plan, self._account)
        tell_differences(self._timed, plan, self._account)
        self._account.faults.sort(key=lambda fault: fault.row)
        return Imported(document, plan)

    # --- the plan's own table

    def _plan_table(self) -> Document:
        """Returns the table `[plan]`: title, time, language and the day that most rows are judged for."""
        time = self._time
        table: Document = {"title": self._title()}
        year = calendar_year(time.start.year)
        if (time.start, time.end) == (year.start, year.end):
            table["year"] = time.start.year
        else:
            table |= {"start": time.start, "end": time.end}
        if self._wish.language:
            table["language"] = self._wish.language
        days = Counter(value for draft in self._timed if isinstance(value := draft.fields.get("as_of"), date))
        as_of = self._remark(COLUMN["as_of"])
        if days:
            table["as_of"] = days.most_common(1)[0][0]
        elif as_of is not None and isinstance(day := value_of("as_of", as_of), date):
            table["as_of"] = day
        return table

    def _title(self) -> str:
        """Returns the title that the user gives, or the table, else the name of the file."""
        first = next(filter(None, map(_one_line, self._drafts.table.titles)), "")
        of_sheet = text_of(self._remark(PLAN))
        return (
            self._wish.title or of_sheet or first or self._wish.named.rpartition(".")[0] or self._wish.named
        )

    def _remark(self, word: Phrase) -> Cell:
        return next((self._drafts.remarks[each] for each in word if each in self._drafts.remarks), None)

    # --- targets and parts

    def _targets(self) -> Document:
        """Returns the tables of the targets by their ids, those of their parts within them."""
        targets: dict[str, Document] = {}
        parts: dict[str, list[TimedDraft]] = {}
        for draft in self._timed:
            parent, slash, _ = draft.id.partition("/")
            parent = str(draft.fields.get("parent") or (parent if slash else ""))
            known = self._known(parent) if parent else ""
            if known:
                parts.setdefault(known, []).append(draft)
            elif parent:
                message = phrases.NO_PARENT.fill(parent=shown(parent))
                self._account.fault(draft.row, message, phrases.ADD_PARENT.fill())
            else:
                targets[draft.id] = self._target(draft)
        self._tell_guessed_levels(targets)
        for known, found in parts.items():
            if known in targets:
                _add_parts(targets[known], known, found)
        return dict(targets)

    def _known(self, parent: str) -> str:
        """Returns the id of the target that a part names by id or name; empty if there is none."""
        if parent in self._rows:
            return parent
        named = self._named.get(simplified(parent), [])
        return named[0] if len(named) == 1 else ""

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The ids of what has a name."""
        named: defaultdict[str, list[str]] = defaultdict(list)
        for draft in self._timed:
            named[simplified(str(draft.fields["name"]))].append(draft.id)
        return named

    def _target(self, draft: TimedDraft) -> Document:
        """Returns the table of one target, without what holds anyhow."""
        fields = _fields(draft)
        if begins_at_nothing(fields):
            del fields["baseline"]
            self._account.row(phrases.BASELINE_OF_NOTHING, draft.row)
        if "baseline" in fields:
            fields.setdefault("kind", "level")
            self._settle_direction(draft, fields)
        if fields.get("pace_rule") == "at_due":
            fields["pace"] = "at_due"
        for key, value in self._defaults.items():
            if fields.get(key) == value:
                del fields[key]
        unit = str(fields.get("unit") or "")
        if is_share(unit) or unit.startswith(("%", "％")):  # % of GDP
            kind = draft.fields.get("kind") or fields.get("kind")
            fields["kind"] = kind or "level"
            self._levels += [] if kind else [draft.id]
        return {key: fields[key] for key in _OF_TARGET if key in fields}

    def _settle_direction(self, draft: TimedDraft, fields: Document) -> None:
        """Takes out a direction that follows from baseline and goal, else a baseline that meets the goal."""
        goal, baseline = fields.get("goal"), fields["baseline"]
        if not isinstance(goal, Decimal) or not isinstance(baseline, Decimal) or goal == baseline:
            return
        follows = (Direction.AT_LEAST if goal > baseline else Direction.AT_MOST).value
        if fields.get("direction", follows) == follows:
            fields.pop("direction", None)
        else:
            del fields["baseline"]
            self._account.row(phrases.BASELINE_MET, draft.row)

    def _tell_guessed_levels(self, targets: Mapping[str, Document]) -> None:
        """Says that figures in percent were taken for levels, as they nearly always are in tables."""
        if self._levels:
            self._account.notes.append(inserted(phrases.LEVELS_GUESSED, ids=listed(self._levels)).fill())
        goals = {
            each: goal for each in self._levels if isinstance(goal := targets[each].get("goal"), Decimal)
        }
        if rows := [self._rows[each] for each, goal in goals.items() if 0 < goal < 1]:
            told = self._account.doubts if 1 < len(rows) == len(goals) else self._account.notes
            told.append(with_rows(phrases.GOALS_BELOW_ONE, rows))

    def _tell_guesses(self, plan: Plan) -> None:
        """Says what is taken for granted of targets that do not say it: kinds, and sides of goals."""
        kinds, directions = (
            {draft.id for draft in self._timed if draft.fields.get(field)} for field in ("kind", "direction")
        )
        guessed: defaultdict[Guess, list[str]] = defaultdict(list)
        for target in plan.targets:
            says_kind, says_direction = target.id in kinds, target.id in directions
            for guess in guesses(target, says_kind=says_kind, says_direction=says_direction):
                guessed[guess].append(target.id)
        based = [each for each in plan.targets if each.baseline is not None and each.id not in kinds]
        told = [(phrase, guessed[guess]) for guess, phrase in _GUESSES.items()]
        for phrase, ids in (*told, (phrases.LEVELS_BY_BASELINE, [each.id for each in based])):
            if ids:
                self._account.notes.append(inserted(phrase, ids=listed(ids)).fill())
        if rows := [self._rows[each.id] for each in based if may_be_total(each)]:
            self._account.doubts.append(with_rows(phrases.BASELINES_OF_TOTALS, rows))

    def _courses(self, plan: Plan) -> Iterator[Course]:
        """Yields the running totals of targets and parts that have several."""
        every = (each for target in plan.targets for each in (target, *target.parts))
        for target in every:
            is_total = len(target.actuals) > 1 and target.kind is Kind.CUMULATIVE and not may_be_level(target)
            if is_total and target.id in self._rows:
                figures = {actual.day: actual.value for actual in target.actuals}
                yield Course(row=self._rows[target.id], figures=figures, goal=target.goal)


def _one_line(title: str) -> str:
    """Returns a title in one line, without lines that only number it, say a unit, or are a note."""
    lines = (
        without_unit_line(line) for line in title.splitlines() if not is_label(line) and not is_note(line)
    )
    words = " ".join(" ".join(lines).split())
    return re.sub(r"(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])", "", words) if "\n" in title else words


def _share_reporting(document: Document) -> None:
    """Moves `reporting` into the plan's own table if it is the same for all targets."""
    plan, targets = document["plan"], document["targets"]
    if not isinstance(plan, dict) or not isinstance(targets, dict):
        return
    found = {table.get("reporting") for table in targets.values()}
    if len(found) == 1 and None not in found:
        plan["reporting"] = found.pop()
        for table in targets.values():
            del table["reporting"]


def _fields(draft: TimedDraft) -> Document:
    return {**draft.fields, "actual": draft.actuals} if draft.actuals else {**draft.fields}


def _add_parts(target: Document, parent: str, drafts: Sequence[TimedDraft]) -> None:
    """Puts parts into the table of their target, and takes out its figures that are only their sums."""
    tables: Document = {}
    for draft in drafts:
        key = draft.id.removeprefix(f"{parent}/")
        fields = _fields(draft)
        if fields.get("name") == key:
            del fields["name"]
        if fields.get("owner") == target.get("owner"):
            fields.pop("owner", None)
        tables[key] = {name: fields[name] for name in OF_PART if name in fields}
    target["parts"] = tables
    actual = target.get("actual")
    if isinstance(actual, dict) and target.get("kind") != "level":
        own = {period: value for period, value in actual.items() if not _is_sum(period, value, drafts)}
        target |= {"actual": own}
        if not own:
            del target["actual"]


def _is_sum(period: str, value: object, parts: Iterable[TimedDraft]) -> bool:
    """Tells whether a figure is the sum of the parts, some of which may be missing: it need not be kept."""
    given = [part.actuals[period] for part in parts if period in part.actuals]
    return bool(given) and sum(given) == value
