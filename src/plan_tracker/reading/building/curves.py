"""Makes the Pace that is judged by from the pace in a plan file: labels become days, shares are checked."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from plan_tracker.language import inserted, listed
from plan_tracker.numbers import NOTHING, fraction, percent_text, plain, trimmed
from plan_tracker.plan.kinds import LEVEL
from plan_tracker.plan.model import Past
from plan_tracker.plan.names import simplest
from plan_tracker.plan.pace import (
    AT_DUE,
    CURVE,
    LAST_YEAR,
    RULES,
    STEADY,
    ZERO,
    Clock,
    Pace,
    curve,
    shared_curve,
    shared_pace,
)
from plan_tracker.problems import Path, closest, first_of, quoted
from plan_tracker.reading.building.labels import Labels
from plan_tracker.reading.faults import hints, paces
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.faults.words import CHOICES
from plan_tracker.reading.schema.tables import TargetTable

_RESERVED = frozenset(RULES)
_SHOWN = 20
"""How many names of curves a hint lists."""

_FAR_BELOW = 100
"""Interim goals below 1 are doubted where the goal is at least so many times the smallest of them."""


class Paces:
    """The paces of one plan, shared by all targets with the same rule, start and due date."""

    def __init__(
        self,
        labels: Labels,
        default: str | Mapping[str, Fraction] | None,
        named: Mapping[str, Mapping[str, Fraction]],
        faulty: Collection[str],
        problems: Problems,
    ) -> None:
        self._labels, self._time, self._problems = labels, labels.time, problems
        self._made: dict[tuple[str, date, date], Pace] = {}
        self._clocks: dict[str, Clock | None] = dict.fromkeys(faulty)
        for name, shares in named.items():
            if name in _RESERVED:
                self._problems.add(paces.RESERVED_PACE, ("paces", name), key=name)
            else:
                self._clocks[name] = self._clock_of_plan(shares, ("paces", name))
        self._default = STEADY
        if isinstance(default, str):
            allowed = (STEADY, AT_DUE, *self._clocks)
            self._default = default if default in allowed else STEADY
            if default not in allowed:
                self._unknown(default, ("plan", "pace"), allowed)
        elif default is not None:
            self._default = CURVE
            self._clocks[CURVE] = self._clock_of_plan(default, ("plan", "pace"))

    def of_target(
        self, table: TargetTable, path: Path, start: date, due: date, past: Past | None
    ) -> Pace | None:
        """Returns the pace of a target, or None if it has none (a level to be held) or a faulty one."""
        given, path = table.pace, (*path, "pace")
        origin = table.baseline if table.kind is LEVEL else NOTHING  # from where the goal is approached
        if origin is None:
            if given is not None and given != AT_DUE:
                self._problems.add(paces.PACE_OF_LEVEL, path, hints.GIVE_BASELINE.fill())
            return self._make(AT_DUE, start, due, path) if given == AT_DUE else None
        if given is None:
            return self._make(self._default, start, due, path[:-1])
        if not isinstance(given, str):
            shares = self._shares(given, path, origin, table.goal)
            knots = self._knots(shares, path, start, due)
            self._check_rising(knots, given, path)
            clock = curve(self._time, start, due, tuple((day, share) for _, day, share in knots))
            return Pace(CURVE, self._time, start, due, clock)
        if given == LAST_YEAR:
            return self._last_year(table, path, start, due, past)
        known = (STEADY, AT_DUE, LAST_YEAR, *(name for name in self._clocks if name != CURVE))
        if given not in known:
            self._unknown(given, path, known)
            return None
        return self._make(given, start, due, path)

    def _make(self, rule: str, start: date, due: date, path: Path) -> Pace | None:
        pace = self._made.get((rule, start, due))
        if pace is None:
            clock = self._clocks.get(rule)
            if clock is None and rule in self._clocks:
                return None  # a faulty curve
            pace = self._made[rule, start, due] = shared_pace(rule, self._time, start, due, clock)
        return self._advancing(pace, path)

    def _advancing(self, pace: Pace, path: Path) -> Pace | None:
        if not pace.stands_still:
            return pace
        values = {"name": pace.rule, "start": str(pace.start), "due": str(pace.due)}
        self._problems.add(paces.CLOCK_STANDS, path, hints.OWN_PACE.fill(), **values)
        return None

    def _clock_of_plan(self, shares: Mapping[str, Fraction], path: Path) -> Clock | None:
        time, found = self._time, len(self._problems)
        knots = self._knots(shares, path, time.start, time.end)
        self._check_rising(knots, shares, path)
        if len(self._problems) > found:
            return None
        return shared_curve(time, time.start, time.end, tuple((day, share) for _, day, share in knots))

    def _shares(
        self, given: Mapping[str, Fraction | Decimal], path: Path, origin: Decimal, goal: Decimal | None
    ) -> dict[str, Fraction]:
        shares: dict[str, Fraction] = {}
        if origin == 0 and goal is not None:
            self._doubt_shares(given, path, goal)
        for key, value in given.items():
            if isinstance(value, Fraction):
                shares[key] = value
            elif goal is None or goal == origin:
                self._problems.add(paces.INTERIM_NEEDS_GOAL, (*path, key))
            else:
                shares[key] = (Fraction(value) - Fraction(origin)) / (Fraction(goal) - Fraction(origin))
        return shares

    def _doubt_shares(self, given: Mapping[str, Fraction | Decimal], path: Path, goal: Decimal) -> None:
        """Warns of interim goals below 1 that may be meant as shares of the goal: 0.25 for "25%"."""
        numbers = {key: value for key, value in given.items() if isinstance(value, Decimal)}
        are_below_one = all(0 < value < 1 for value in numbers.values())
        if not are_below_one or _FAR_BELOW * min(numbers.values(), default=goal) > goal:
            return
        for key, value in numbers.items():
            hint = hints.WRITE_PERCENT.fill(number=plain(trimmed(value.scaleb(2))))
            values = {"value": plain(value), "goal": plain(goal)}
            self._problems.add(paces.INTERIM_SHARE, (*path, key), hint, **values)

    def _knots(
        self, shares: Mapping[str, Fraction], path: Path, start: date, end: date
    ) -> list[tuple[str, date, Fraction]]:
        knots: list[tuple[str, date, Fraction]] = []
        for key, _, last in self._labels.read(shares, path):
            if start < last < end:
                knots.append((key, last, shares[key]))
            else:
                values = {"key": key, "day": str(last), "start": str(start), "due": str(end)}
                hint = hints.CURVE_ENDS.fill() if last == end else None
                self._problems.add(paces.PACE_OUTSIDE, (*path, key), hint, **values)
        return sorted(knots, key=lambda knot: knot[1])

    def _check_rising(
        self, knots: list[tuple[str, date, Fraction]], typed: Mapping[str, Fraction | Decimal], path: Path
    ) -> None:
        before, typed_before = ZERO, typed[knots[0][0]] if knots else ZERO
        for key, _, share in knots:
            if not 0 <= share.numerator <= share.denominator:
                beyond = paces.PACE_RANGE if isinstance(typed[key], Fraction) else paces.INTERIM_RANGE
                self._problems.add(beyond, (*path, key), value=_typed(typed[key]))
            elif share < before:
                values = {"before": _typed(typed_before), "value": _typed(typed[key])}
                self._problems.add(paces.PACE_FALLS, (*path, key), **values)
            before, typed_before = share, typed[key]

    def _last_year(
        self, table: TargetTable, path: Path, start: date, due: date, past: Past | None
    ) -> Pace | None:
        """Makes the pace of the year before; what is wrong with its totals was told when they were read."""
        year, own = self._time.start.year - 1, (*path[:-1], "last_year")
        if table.last_year is None:
            own = (*path[:-1], "past", str(year))
            if str(year) not in (table.past or {}):
                self._problems.add(paces.LAST_YEAR_MISSING, path, hints.GIVE_LAST_YEAR.fill())
                return None
        before = past.year(year) if past else None
        if before is None:
            return None
        whole = before.by(self._time.end)
        if not whole:
            self._problems.add(paces.LAST_YEAR_OPEN, own, end=str(self._time.end))
            return None
        knots = tuple((total.day, fraction(total.value, whole)) for total in before.totals[:-1])
        clock = curve(self._time, self._time.start, self._time.end, knots)
        return self._advancing(Pace(LAST_YEAR, self._time, start, due, clock), path)

    def _unknown(self, name: str, path: Path, known: tuple[str, ...]) -> None:
        meant = CHOICES["pace"].get(simplest(name))
        close = meant if meant in known else closest(name, known)
        names = listed(map(quoted, first_of(list(dict.fromkeys(known)), _SHOWN)))
        hint = hints.did_you_mean(close) or inserted(hints.NAME_A_CURVE, names=names).fill()
        self._problems.add(paces.UNKNOWN_PACE, path, hint, name=name)


def _typed(value: Fraction | Decimal) -> str:
    return plain(value) if isinstance(value, Decimal) else percent_text(value)
