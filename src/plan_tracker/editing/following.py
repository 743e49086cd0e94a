"""The plan of the next year, made of this year's: same targets and layout, and what was reached under `past`.

Days move on by a year, or by as many as the plan runs, and the last day of a month stays the last. Goals are
left to be filled in, or grow.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.editing import years
from plan_tracker.editing.growing import grown_goal, grown_interim, last_goal
from plan_tracker.editing.plan_text import Document, table_in
from plan_tracker.editing.rewriting import Manner, rewritten
from plan_tracker.editing.writing import NotWritten
from plan_tracker.language import Phrase
from plan_tracker.numbers import plain
from plan_tracker.plan.kinds import CUMULATIVE, is_cap
from plan_tracker.plan.model import Counting, Plan, Target
from plan_tracker.plan.pace import LAST_YEAR, STEADY
from plan_tracker.plan.periods import PlanTime, Reporting
from plan_tracker.problems import Path, Severity
from plan_tracker.reading.plan_file import ParsedFile
from plan_tracker.reading.validation import validate
from plan_tracker.toml.cutting import is_on_a_line
from plan_tracker.toml.splicing import scanned
from plan_tracker.wording import following as phrases

_OF_ITS_YEAR = ("stated", "committed")
_NOT_TAKEN_OVER = (*_OF_ITS_YEAR, "actual", "adjusted")
_TRIES = 100
"""How many paces at most are taken out, one after the other, since they need what the new year lacks."""


class Followed(NamedTuple):
    """The text of the next plan, and what is to be said of targets by id; without a goal also of parts."""

    text: str
    plan: Plan
    year: int
    old_year: int
    told: Mapping[Phrase, Sequence[str]]
    without_goal: tuple[str, ...]
    unplaced: tuple[str, ...]
    """Last year's goals without a comment in their place, since they stood in braces."""
    grown_caps: tuple[str, ...]
    old_year_on: tuple[int, ...]
    """Lines that still name the old year elsewhere than under `past`."""


def follow(old: ParsedFile, growth: Fraction | None) -> Followed:
    """Makes the plan of the year after; with `growth` (0.08 for 8%) the goals of totals grow.

    They grow to as many decimals as the target's figures have: up for who must reach at least a goal, down
    for who must stay below one. Raises NotWritten.
    """
    if all(target.dropped for target in old.plan.targets):
        raise NotWritten(phrases.NOTHING_LEFT.fill(file=old.name), phrases.RUN_INIT.fill())
    maker = _NextPlan(old.plan, old.document, growth)
    for _ in range(_TRIES):
        text = rewritten(old.text, old.document, maker.new, maker.manner)
        if text is None:
            raise NotWritten(phrases.LAYOUT.fill(file=old.name))
        plan, problems = validate(maker.new)
        if plan is not None:
            return maker.followed(text, plan, old.text)
        error = next(each for each in problems if each.severity is Severity.ERROR)
        if not maker.without_pace(error.path):
            raise NotWritten(error.message, error.hint)
    raise NotWritten(phrases.LAYOUT.fill(file=old.name))


class _NextPlan:
    """Makes the tables of the next plan, and says how what goes is replaced in the text."""

    def __init__(self, plan: Plan, document: Mapping[str, object], growth: Fraction | None) -> None:
        self._plan, self._time, self._growth = plan, plan.time, growth
        self.new: Document = deepcopy(dict(document))
        self.manner = Manner(renamed={}, instead={}, noted={})
        self._year, self._years = plan.time.start.year, years.whole_years(plan.time)
        self._told: dict[Phrase, list[str]] = {}
        self._emptied: dict[Path, str] = {}
        self._of_plan(table_in(self.new, "plan"))
        for name, curve in table_in(self.new, "paces").items():
            if isinstance(curve, dict):
                self._move_keys(curve, ("paces", name))
        for feed in table_in(self.new, "feeds").values():
            if isinstance(feed, dict):
                feed.pop("pulled", None)
        targets = table_in(self.new, "targets")
        for target in plan.targets:
            if target.dropped is None:
                self._of_target(target, table_in(targets, target.id))
            else:
                self._tell(phrases.DROPPED, target.id)
                del targets[target.id]

    def _tell(self, phrase: Phrase, identity: str) -> None:
        """Says a thing of a target, once."""
        ids = self._told.setdefault(phrase, [])
        if identity not in ids[-1:]:
            ids.append(identity)

    def followed(self, text: str, plan: Plan, before: str) -> Followed:
        """Returns the new plan with what is to be said of it; `before` is the text of the old one."""
        document = scanned(before) if self._emptied else None
        empty = (each.id for target in plan.targets for each in (target, *target.parts) if each.goal is None)
        every = (each for target in self._plan.targets for each in (target, *target.parts))
        had = {each.id for each in every if each.goal is not None}
        running = self._told.get(phrases.RUNNING, ())
        return Followed(
            text=text,
            plan=plan,
            year=plan.time.start.year,
            old_year=self._year,
            told=self._told,
            without_goal=tuple(each for each in empty if each in had),
            unplaced=tuple(
                said for path, said in self._emptied.items() if document and not is_on_a_line(document, path)
            ),
            grown_caps=tuple(
                target.id
                for target in plan.targets
                if self._growth and is_cap(target) and target.goal and target.id not in running
            ),
            old_year_on=tuple(years.lines_with(text, self._year)),
        )

    def without_pace(self, path: Path) -> bool:
        """Takes out the pace of the target on a path; tells whether that can have helped.

        Where the plan's own pace does not suit the target, it becomes steady.
        """
        if path[:1] != ("targets",) or len(path) < len(("targets", "id")):
            return False
        identity = str(path[1])
        target = table_in(table_in(self.new, "targets"), identity)
        if identity in self._told.get(phrases.PACELESS, ()) and "pace" not in target:
            target["pace"] = STEADY
            del self.manner.noted["targets", identity, "pace"]
            return True
        if "pace" not in target:
            return False
        self._take_pace(target, identity)
        return True

    def _take_pace(self, table: Document, identity: str) -> None:
        """Takes a target's own pace out, and leaves a comment in its place."""
        del table["pace"]
        self.manner.noted["targets", identity, "pace"] = f"{self._year}:"
        self._tell(phrases.PACELESS, identity)

    # --- what holds for the plan

    def _of_plan(self, table: Document) -> None:
        table.pop("as_of", None)
        for key in ("start", "end"):
            if isinstance(day := table.get(key), date):
                table[key] = years.years_later(day, self._years)
        if isinstance(year := table.get("year"), int):
            table["year"] = year + self._years
        own = {self._year, self._year + self._years - 1, self._time.end.year}
        table["title"] = years.moved_title(str(table["title"]), own, self._years)
        if isinstance(pace := table.get("pace"), dict):
            self._move_keys(pace, ("plan", "pace"))

    def _move_keys(self, curve: Document, path: Path, *, to_days: bool = False) -> None:
        """Moves the days of a curve on; with `to_days` labels become the days that they meant."""
        moved: Document = {}
        for key, value in curve.items():
            other = self._day_meant(key) if to_days else years.moved_key(key, self._years)
            if other != key:
                self.manner.renamed[*path, key] = other
            moved[other] = value
        curve.clear()
        curve.update(moved)

    def _day_meant(self, key: str) -> str:
        period = self._time.period(key)
        return period.last.isoformat() if period else key

    # --- a target and its parts

    def _of_target(self, target: Target, table: Document) -> None:
        """Changes the table of a target, and those of its parts, into that of the next year."""
        path: Path = ("targets", target.id)
        runs_on = target.due > self._time.end
        totals = {} if runs_on else self._totals(target)
        self._to_past(table, path, totals)
        has_goal = self._goal(target, table, path, runs_on=runs_on)
        for part in target.parts:
            key = part.id[len(target.id) + 1 :]
            own, at = table_in(table_in(table, "parts"), key), (*path, "parts", key)
            self._goal(part, own, at, runs_on=runs_on)
        self._pace(table, path, target, runs_on=runs_on, has_goal=has_goal, totals=totals)
        if runs_on:
            table.setdefault("start", target.start)  # that of the plan, which moves
            self._tell(phrases.RUNNING, target.id)
            return
        for key in ("start", "due"):
            if isinstance(day := table.get(key), date):
                table[key] = years.years_later(day, self._years)
        if target.actuals and not _ends(totals, self._time):
            self._tell(phrases.UNFINISHED if self._time.has_labels else phrases.UNKEPT, target.id)
        if "baseline" in table:
            if target.actuals:
                table["baseline"] = target.actuals[-1].value
            if all(each.day < self._time.end for each in target.actuals):
                self._tell(phrases.OLD_BASELINE, target.id)

    def _goal(self, target: Target, table: Document, path: Path, *, runs_on: bool) -> bool:
        """Sets the goal of the next year, without what held for this one; tells whether there is a goal.

        A task of several years keeps its own; others grow, or are left to be filled in.
        """
        for key in _OF_ITS_YEAR if runs_on else _NOT_TAKEN_OVER:
            table.pop(key, None)
        actual = table.get("actual") if runs_on else None
        if isinstance(actual, dict) and not self._keep_actual(actual, (*path, "actual"), target):
            del table["actual"]
        if runs_on or target.goal is None:
            return target.goal is not None
        goal = last_goal(target, target.goal)
        if self._growth is not None and target.kind is CUMULATIVE:
            table["goal"] = grown_goal(target, goal, self._growth)
        else:
            del table["goal"]
            self.manner.noted[*path, "goal"] = f"{self._year}: {plain(goal)}"
            self._emptied[*path, "goal"] = f"{target.id} {plain(goal)}"
        return "goal" in table

    def _keep_actual(self, actual: Document, path: Path, target: Target) -> bool:
        """Gives what a task of several years has reached days, or labels with the year; tells if it can."""
        if target.counting is Counting.TO_DATE:
            self._move_keys(actual, path, to_days=True)
            return True
        moved = {key: key if years.LABEL_OF_YEAR.fullmatch(key) else f"{self._year}-{key}" for key in actual}
        if not all(map(self._time.period, moved.values())):  # only calendar years have such labels
            self._tell(phrases.UNLABELLED, target.id)
            return False
        for key, other in moved.items():
            self.manner.renamed[*path, key], actual[other] = other, actual.pop(key)
        return True

    def _totals(self, target: Target) -> Document:
        """Returns this year's running totals by label, without those that lack something."""
        if not self._time.has_labels or target.start < self._time.start:
            return {}
        found: Document = {}
        for actual in target.actuals:
            period = self._time.period(actual.period)
            bare = actual.period if period and period.first and "-" not in actual.period else ""
            if not bare or target.counting is Counting.PER_PERIOD:  # Q2 by itself is H1 in all
                bare = self._time.period_ending(actual.day, target.reporting)
                bare = bare or self._time.period_ending(actual.day, Reporting.MONTH)
            if bare and not actual.missing:
                found[bare] = actual.value
            elif not bare:  # a day on which no period ends
                self._tell(phrases.UNDATED, target.id)
        return found

    def _to_past(self, table: Document, path: Path, totals: Document) -> None:
        past = dict(table_in(table, "past"))
        if isinstance(before := table.pop("last_year", None), dict):
            past = {str(self._year - 1): before, **past}
        if totals:
            past[str(self._year)] = totals
        if not past:
            return
        if before is not None:
            self.manner.instead[*path, "last_year"] = ("past", past)
        elif "past" not in table:
            self.manner.instead[*path, "actual"] = ("past", past)
        table["past"] = past

    def _pace(
        self, table: Document, path: Path, target: Target, *, runs_on: bool, has_goal: bool, totals: Document
    ) -> None:
        """Moves the days of a pace and lets its goals grow; takes out one that needs what is lacking."""
        pace = table.get("pace")
        if isinstance(pace, dict):
            interim = [key for key, value in pace.items() if not isinstance(value, str)]
            if interim and not has_goal:
                self._take_pace(table, target.id)
                return
            if interim and not runs_on and self._growth is not None:
                for key in interim:
                    pace[key] = grown_interim(target, Decimal(str(pace[key])), self._growth)
            self._move_keys(pace, (*path, "pace"), to_days=runs_on)
        elif pace == LAST_YEAR and not runs_on and not _ends(totals, self._time):
            self.without_pace(path)


def _ends(totals: Document, time: PlanTime) -> bool:
    """Tells whether totals go up to the plan's last day."""
    return any((period := time.period(label)) and period.last == time.end for label in totals)
