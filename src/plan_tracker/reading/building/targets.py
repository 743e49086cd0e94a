"""Builds the Plan that is judged from the tables of a plan file: what several values mean together.

Each value is right by itself; every problem between values is added to a list. A plan with a problem of
severity error must not be judged.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from sys import intern

from plan_tracker.numbers import NOTHING, plain
from plan_tracker.plan import stated
from plan_tracker.plan.ids import is_id
from plan_tracker.plan.kinds import AT_LEAST, CUMULATIVE, LEVEL, allotted, is_cap
from plan_tracker.plan.model import CheckRules, Commitment, Member, Plan, Target
from plan_tracker.plan.names import simplest
from plan_tracker.plan.pace import AT_DUE
from plan_tracker.plan.periods import PlanTime
from plan_tracker.plan.stated import Stated
from plan_tracker.plan.sums import committed_by, disagreeing, sums_of, with_own
from plan_tracker.plan.units import is_share
from plan_tracker.problems import Path
from plan_tracker.reading import faults
from plan_tracker.reading.building.actuals import ActualReader
from plan_tracker.reading.building.changing import ChangeReader
from plan_tracker.reading.building.curves import Paces
from plan_tracker.reading.building.feeds import Feeds
from plan_tracker.reading.building.frames import Frame, Frames
from plan_tracker.reading.building.labels import Labels, unknown_label
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.below import key_below
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.faults.sums import parts_disagree
from plan_tracker.reading.faults.words import OWN_FIGURES
from plan_tracker.reading.meant.stated import stated_meant
from plan_tracker.reading.schema.tables import CheckTable, FileTable, PartTable, TargetTable

_ONE = Decimal(1)


class Builder:
    """Builds the targets of one plan, then the plan."""

    def __init__(
        self,
        tables: FileTable,
        time: PlanTime,
        problems: Problems,
        *,
        faulty_paces: Collection[str],
        faulty_feeds: Collection[str],
        below: str,
    ) -> None:
        """Prepares the builder; `faulty_…` are names of curves and feeds that are left out of the tables.

        `below` is the path of a plan that is one of several.
        """
        self._tables, self._time, self._problems = tables, time, problems
        self._member = Member(path=below, name=tables.plan.title) if below else None
        self._labels = Labels(time, problems)
        self._actuals = ActualReader(self._labels, problems)
        paces = Paces(self._labels, tables.plan.pace, tables.paces, faulty_paces, problems)
        self._changes = ChangeReader(time, problems)
        self._frames = Frames(self._labels, tables.plan.counting, paces, problems)
        self._feeds = Feeds(self._labels, tables.feeds, faulty_feeds, problems)

    def plan(self, targets: Sequence[Target]) -> Plan:
        """Makes the plan of targets that were built before."""
        table, check = self._tables.plan, self._tables.check
        self._warn_of_rules(check)
        return Plan(
            title=table.title,
            time=self._time,
            language=table.language,
            as_of=self._as_of(table.as_of),
            reporting=table.reporting,
            tolerance=table.tolerance or Fraction(0),
            decimals=table.decimals,
            check=CheckRules(
                fail_on=frozenset(check.fail_on),
                warn_on=frozenset(check.warn_on),
                max_lag=check.max_lag,
                min_completion=check.min_completion,
            ),
            feeds=self._feeds.all,
            targets=tuple(targets),
            collect=self._collect(table.collect or ""),
            member=self._member,
        )

    def _warn_of_rules(self, check: CheckTable) -> None:
        """Warns of words in `warn_on` that fail all the same."""
        if "warn_on" not in check.model_fields_set:
            return
        rest = [each for each in check.fail_on if each not in check.warn_on]
        hint = hints.FAIL_ON_OTHERS.fill(words=", ".join(f'"{each}"' for each in rest))
        for at, word in enumerate(check.warn_on):
            if word in check.fail_on:
                self._problems.add(faults.FAILS_ALL_THE_SAME, ("check", "warn_on", at), hint, word=word)

    def _collect(self, pattern: str) -> str:
        if pattern.startswith(("/", "\\", "~")) or pattern[1:2] == ":":
            self._problems.add(faults.COLLECT_ELSEWHERE, ("plan", "collect"), hints.COLLECT_BELOW.fill())
        return pattern

    def _as_of(self, given: date | str | None) -> date | None:
        if not isinstance(given, str):
            return given
        period = self._time.period(given)
        if period is None:
            self._problems.append(unknown_label(given, ("plan", "as_of"), self._time)._replace(at="value"))
        return period.last if period else None

    # --- a target and its parts

    def target(self, key: str, table: TargetTable) -> Target:
        """Builds the target that a table describes, with its parts."""
        path: Path = ("targets", key)
        if not is_id(key):
            self._problems.add(faults.BAD_ID, path, key=key)
        elif key.startswith("-"):
            hint = hints.BEGIN_OTHERWISE.fill(id=key.lstrip("-") or "a")
            self._problems.add(faults.DASHED_ID, path, hint, key=key)
        frame = self._frames.of_target(table, path)
        self._check_figures(table, path, frame)
        whole = Target(
            id=intern(key),  # thousands of plans have the same words: kept once, they take half of the room
            parent=None,
            name=intern(table.name),
            group=intern(table.group or ""),
            owner=intern(table.owner or ""),
            unit=intern(table.unit or ""),
            kind=frame.kind,
            direction=frame.direction,
            goal=table.goal,
            baseline=table.baseline,
            start=frame.start,
            due=frame.due,
            pace=frame.pace,
            reporting=table.reporting or self._tables.plan.reporting,
            counting=frame.counting,
            actuals=self._actuals.read(table.actual, path, frame) if table.actual else (),
            committed=self._committed(table.committed, path) if table.committed else (),
            stated=self._stated(table.stated, path) if table.stated else (),
            weight=_ONE if table.weight is None else table.weight,
            check=table.check,
            stage=table.stage or "",
            binding=table.binding,
            source=intern(table.source or ""),
            note=table.note or "",
            feed=self._feeds.of_target(table.feed, path, frame.counting) if table.feed else "",
            adjusted=self._changes.adjusted(table, path, frame, table.baseline) if table.adjusted else (),
            dropped=table.dropped,
            past=frame.past,
            plan=self._member,
        )
        if table.dropped:
            self._changes.check_day(table.dropped, (*path, "dropped"), frame)
        if table.parts:
            whole = self._with_parts(whole, table, path, frame)
        if whole.stated and (table.parts or not self._tables.plan.collect):  # others may give its actuals
            self._check_stated(whole, path)
        return whole

    def _with_parts(self, whole: Target, table: TargetTable, path: Path, frame: Frame) -> Target:
        """Returns a target with its parts; a total has their sums where it has no figure of its own."""
        alike = whole
        if frame.kind is LEVEL and table.pace != AT_DUE:
            alike = whole._replace(pace=None)  # no part has a baseline, and a default is not for such levels
        parts = tuple(
            self._part(alike, key, part, (*path, "parts", key), frame)
            for key, part in (table.parts or {}).items()
        )
        if frame.kind is CUMULATIVE:
            sums = sums_of(parts)
            self._problems += [parts_disagree(path, *each) for each in disagreeing(whole.actuals, sums)]
            whole = whole._replace(actuals=with_own(whole.actuals, sums))
        whole = whole._replace(parts=parts)
        if table.committed is None:
            whole = whole._replace(committed=committed_by(parts))
        self._note_margin(whole, path)
        return whole

    def _note_margin(self, whole: Target, path: Path) -> None:
        total, goal = allotted(whole), whole.goal
        if total is None or goal is None or total == goal or (total > goal) is is_cap(whole):
            return
        fault = faults.CAPS_MARGIN if is_cap(whole) else faults.PARTS_MARGIN
        values = {"total": plain(total), "goal": plain(goal), "rest": plain(abs(total - goal))}
        self._problems.add(fault, (*path, "parts"), **values)

    def _part(self, whole: Target, key: str, table: PartTable, path: Path, frame: Frame) -> Target:
        """Builds a part: as its target, but for what a part has of its own."""
        self._check_signs(table, path, frame)
        part = whole._replace(
            id=f"{whole.id}/{key}",
            parent=whole.id,
            name=table.name or key,
            owner=table.owner or whole.owner,
            goal=table.goal,
            baseline=None,
            actuals=self._actuals.read(table.actual or {}, path, frame),
            committed=self._committed(table.committed, path) if table.committed else (),
            stated=self._stated(table.stated, path) if table.stated else (),
            weight=_ONE,
            binding=None,
            source=table.source or "",
            note=table.note or "",
            adjusted=self._changes.adjusted(table, path, frame, None) if table.adjusted else (),
            past=None,
        )
        self._check_stated(part, path)
        return part

    # --- figures

    def _check_figures(self, table: TargetTable, path: Path, frame: Frame) -> None:
        weight = table.weight
        if frame.kind is CUMULATIVE and table.baseline is not None:
            self._problems.add(faults.BASELINE_OF_TOTAL, (*path, "baseline"), hints.SAY_KIND.fill())
        if table.kind is None and is_share(table.unit or "") and table.goal is not None:
            self._problems.add(
                faults.UNIT_NEEDS_KIND, (*path, "unit"), hints.SAY_KIND.fill(), unit=table.unit or ""
            )
        if weight is not None and weight < NOTHING:
            self._problems.add(faults.NEGATIVE, (*path, "weight"), key="weight")
        self._check_signs(table, path, frame)

    def _check_signs(self, table: PartTable, path: Path, frame: Frame) -> None:
        """Adds to the problems what is below 0 and must not be; of a level anything may be."""
        if frame.kind is LEVEL:
            return
        goal, figures = table.goal, table.actual
        if goal is not None and goal <= NOTHING:
            if frame.direction is AT_LEAST:
                self._problems.add(faults.GOAL_NOT_POSITIVE, (*path, "goal"), hints.NONE_AT_ALL.fill())
            elif goal < NOTHING:
                self._problems.add(faults.NEGATIVE, (*path, "goal"), key="goal")
        if figures:
            for period, value in figures.items():
                if value < NOTHING:
                    self._problems.add(faults.NEGATIVE, (*path, "actual", period), key=period)

    def _committed(self, given: Mapping[str, Decimal], path: Path) -> tuple[Commitment, ...]:
        for name, amount in given.items():
            at = (*path, "committed", name) if name else (*path, "committed")
            if name in TargetTable.model_fields:
                self._problems.append(key_below(at))
            elif own := OWN_FIGURES.get(simplest(name)):
                self._problems.append(key_below(at, f"{own} = {plain(amount)}"))
            elif amount < 0:
                self._problems.add(faults.NEGATIVE, at, key=name or "committed")
        return tuple(Commitment(name=name, amount=amount) for name, amount in given.items())

    def _stated(self, given: Mapping[str, Sequence[str]], path: Path) -> tuple[Stated, ...]:
        found: list[Stated] = []
        for period, _, _ in self._labels.read(given, (*path, "stated")):
            for text in given[period]:
                if figure := stated.parse(period, text):
                    found.append(figure)
                else:
                    hint = hints.did_you_mean(stated_meant(text))
                    self._problems.add(faults.STATED_FORM, (*path, "stated", period), hint, text=text)
        return tuple(found)

    def _check_stated(self, target: Target, path: Path) -> None:
        days = {actual.day for actual in target.actuals}
        for label in dict.fromkeys([figure.period for figure in target.stated]):
            period = self._time.period(label)
            if period and period.last not in days:
                self._problems.add(
                    faults.STATED_PERIOD_MISSING, (*path, "stated", label), hints.ADD_ACTUAL.fill(), key=label
                )
