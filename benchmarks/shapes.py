"""The shapes of generated targets: sums, curves, caps, levels, parts, with figures that belong together."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from subjects import CAPS, FALLING, GROWTH, OWNERS, PLACES, RISING, SUMS, Subject

LAST_DAY = {"Q1": date(2024, 3, 31), "H1": date(2024, 6, 30), "Q2": date(2024, 6, 30)}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Target:
    """One target: the lines below its heading, and the figures that other tools need to judge the same."""

    id: str
    name: str
    unit: str
    lines: tuple[str, ...]
    tables: tuple[str, ...] = ()
    goal: Decimal | None = None
    increments: tuple[tuple[date, Decimal], ...] = ()
    """What was added by which day, for cumulative targets with an actual; else empty."""

    @property
    def rate(self) -> Decimal | None:
        """The completion rate of a cumulative target that has both a goal and an actual."""
        if not self.goal or not self.increments:
            return None
        return sum((figure for _, figure in self.increments), Decimal(0)) / self.goal

    @property
    def text(self) -> str:
        """The target as TOML."""
        return "\n".join((f"[targets.{key(self.id)}]", *self.lines, *self.tables, ""))


class Dice:
    """Repeatable chance: only `random()`, whose sequence is the same in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random  # noqa: S311 - repeatable on purpose, protects nothing

    def hits(self, probability: float) -> bool:
        """Whether something of this probability happens."""
        return self._random() < probability

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def figure(self, low: Decimal | int, high: Decimal | int, decimals: int) -> Decimal:
        """A figure from low to high, with so many decimals at most."""
        step = Decimal(1).scaleb(-decimals)
        return Decimal(self.whole(int(low / step), int(high / step))) * step

    def pick(self, choices: tuple[T, ...]) -> T:
        """One of several, each as likely as the other."""
        return choices[self.whole(0, len(choices) - 1)]


def _one_actual(dice: Dice, index: int) -> Target:
    """The most common target: a goal and what was reached at mid-year."""
    subject = dice.pick(SUMS)
    goal = _goal(dice, subject)
    reached = _share(dice, goal, 103 if dice.hits(0.04) else dice.whole(25, 80), subject)
    lines = [f"goal = {goal}", f"actual = {{ H1 = {reached} }}"]
    if dice.hits(0.04):
        lines.append("start = 2024-03-01")
    target = _target(dice, index, subject, lines)
    return _embellished(dice, replace(target, goal=goal, increments=_to_date(H1=reached)))


def _two_actuals(dice: Dice, index: int) -> Target:
    """A running total for the first quarter and for the half-year."""
    subject = dice.pick(SUMS)
    goal = _goal(dice, subject)
    reached = _share(dice, goal, dice.whole(30, 75), subject)
    before = _share(dice, reached, dice.whole(20, 60), subject)
    lines = [f"goal = {goal}", f"actual = {{ Q1 = {before}, H1 = {reached} }}"]
    if dice.hits(0.15):
        lines.append('reporting = "quarter"')
    target = _target(dice, index, subject, lines)
    return _embellished(dice, replace(target, goal=goal, increments=_to_date(Q1=before, H1=reached)))


def _with_line(line: Callable[[Dice, Subject, Decimal], str]) -> Callable[[Dice, int], Target]:
    """A target with one actual and one more key."""

    def shape(dice: Dice, index: int) -> Target:
        subject = dice.pick(SUMS)
        goal = _goal(dice, subject)
        reached = _share(dice, goal, dice.whole(30, 75), subject)
        lines = [f"goal = {goal}", f"actual = {{ H1 = {reached} }}", line(dice, subject, goal)]
        target = _target(dice, index, subject, lines)
        return _embellished(dice, replace(target, goal=goal, increments=_to_date(H1=reached)))

    return shape


def _due(dice: Dice, _subject: Subject, _goal: Decimal) -> str:
    return "due = " + dice.pick(("2024-05-31", "2024-09-30", "2024-10-31", "2024-11-30"))


def _at_due(_dice: Dice, _subject: Subject, _goal: Decimal) -> str:
    return 'pace = "at_due"'


def _curve(dice: Dice, subject: Subject, goal: Decimal) -> str:
    interim = f"pace = {{ M10 = {_share(dice, goal, 87, subject)} }}"
    return dice.pick(('pace = "building"', 'pace = { Q1 = "15%", H1 = "40%", Q3 = "75%" }', interim))


def _last_year(dice: Dice, subject: Subject, goal: Decimal) -> str:
    year = _share(dice, goal, dice.whole(80, 98), subject)
    half = _share(dice, year, dice.whole(35, 60), subject)
    return f'pace = "last_year"\nlast_year = {{ H1 = {half}, FY = {year} }}'


def _per_period(dice: Dice, index: int) -> Target:
    """Increments of two quarters, added up by the tool."""
    subject = dice.pick(SUMS)
    goal = _goal(dice, subject)
    first, second = (_share(dice, goal, dice.whole(12, 38), subject) for _ in range(2))
    lines = [f"goal = {goal}", 'counting = "per_period"', f"actual = {{ Q1 = {first}, Q2 = {second} }}"]
    target = _target(dice, index, subject, lines)
    return replace(target, goal=goal, increments=((LAST_DAY["Q1"], first), (LAST_DAY["Q2"], second)))


def _cap(dice: Dice, index: int) -> Target:
    """A total to stay under."""
    subject = dice.pick(CAPS)
    goal = _goal(dice, subject)
    used = _share(dice, goal, dice.whole(35, 58), subject)
    lines = ['direction = "at_most"', f"goal = {goal}", f"actual = {{ H1 = {used} }}"]
    return replace(_target(dice, index, subject, lines), goal=goal, increments=_to_date(H1=used))


def _on_its_way(dice: Dice, index: int) -> Target:
    """A level that moves from a baseline to its goal, up or down."""
    rises = dice.hits(0.6)
    subject = dice.pick(RISING if rises else FALLING)
    baseline = _goal(dice, subject)
    way = dice.figure(1, 4, subject.decimals) * (1 if rises else -1)
    reached = baseline + _share(dice, way, dice.whole(20, 90), subject)
    figures = (f"baseline = {baseline}", f"goal = {baseline + way}", f"actual = {{ H1 = {reached} }}")
    return _target(dice, index, subject, ['kind = "level"', *figures])


def _held(dice: Dice, index: int) -> Target:
    """A growth rate that must hold."""
    subject = dice.pick(GROWTH)
    goal = _goal(dice, subject)
    reached = goal + dice.figure(-2, 3, subject.decimals)
    lines = ['kind = "level"', f"goal = {goal}", f"actual = {{ Q1 = {goal}, H1 = {reached} }}"]
    return _target(dice, index, subject, lines)


def _no_goal(dice: Dice, index: int) -> Target:
    """A figure that is listed and never judged."""
    subject = dice.pick(SUMS)
    return _target(dice, index, subject, [f"actual = {{ H1 = {_goal(dice, subject)} }}"])


def _unreported(dice: Dice, index: int) -> Target:
    """A goal for which nothing was reported."""
    subject = dice.pick(SUMS)
    return _target(dice, index, subject, [f"goal = {_goal(dice, subject)}"])


def _with_parts(dice: Dice, index: int) -> Target:
    """A goal broken down to districts, whose figures add up to the target's."""
    subject = dice.pick(SUMS)
    target = _target(dice, index, subject, [])
    goal = reached = Decimal(0)
    tables = []
    for place in PLACES[1 : dice.whole(3, 7)]:
        share = _goal(dice, subject)
        done = _share(dice, share, dice.whole(25, 80), subject)
        goal, reached = goal + share, reached + done
        table = f"[targets.{key(target.id)}.parts.{key(place)}]"
        tables.append(f'{table}\ngoal = {share}\nactual = {{ H1 = {done} }}\nowner = "{place}政府"')
    lines = (*target.lines, f"goal = {goal}")
    return replace(target, lines=lines, tables=tuple(tables), goal=goal, increments=_to_date(H1=reached))


SHAPES: dict[Callable[[Dice, int], Target], int] = {
    _one_actual: 51,
    _two_actuals: 14,
    _with_line(_due): 7,
    _with_line(_at_due): 5,
    _with_line(_last_year): 3,
    _with_line(_curve): 3,
    _per_period: 2,
    _cap: 4,
    _on_its_way: 3,
    _held: 2,
    _no_goal: 2,
    _unreported: 2,
    _with_parts: 2,
}
"""Of a hundred targets, how many have which shape."""


def _target(dice: Dice, index: int, subject: Subject, lines: list[str]) -> Target:
    """A target with the keys that every shape has, its own lines last."""
    place = dice.pick(PLACES)
    name = f"{place}{subject.name}" + (f"(第{index}号)" if index > len(PLACES) else "")
    id_ = f"{subject.name}-{index}" if dice.hits(0.1) else f"{subject.slug}-{index}"
    shared = [f'name = "{name}"', f'group = "{subject.group}"', f'unit = "{subject.unit}"']
    if dice.hits(0.7):
        shared.append(
            f'owner = "{OWNERS[subject.group] if dice.hits(0.6) else place.removeprefix("全") + "政府"}"'
        )
    if dice.hits(0.4):
        part, section = dice.pick(("一", "二", "三")), dice.pick(("一", "二", "三", "四"))
        shared.append(f'source = "第{part}部分({section})"')
    if dice.hits(0.15):
        shared.append(f"binding = {dice.pick(('true', 'false'))}")
    if dice.hits(0.04):
        shared.append(f"weight = {dice.pick(('0.5', '2', '3'))}")
    if dice.hits(0.03):
        shared.append('note = "由各旗县区分别上报,以季度调度数据为准"')
    if dice.hits(0.02):
        shared.append('check = "warn"')
    return Target(id_, name, subject.unit, (*shared, *lines))


def _embellished(dice: Dice, target: Target) -> Target:
    """The same target, perhaps with a stated rate and with committed work."""
    if not target.goal or not target.rate:
        return target
    lines, tables = [*target.lines], list(target.tables)
    if dice.hits(0.3):
        percent = (target.rate * 100).quantize(Decimal("0.1"), ROUND_HALF_UP) + (1 if dice.hits(0.01) else 0)
        half = Decimal("0.5")
        claim = target.rate > half and dice.hits(0.05)
        lines.append('stated = { H1 = ">50%" }' if claim else f'stated = {{ H1 = "{percent}%" }}')
    if dice.hits(0.08):
        half = Decimal(int(target.goal / 4) + 1)
        if dice.hits(0.5):
            lines.append(f"committed = {half * 2}")
        else:
            table = f"[targets.{key(target.id)}.committed]"
            tables.append(f'{table}\n"政府投资项目" = {half}\n"企业投资项目" = {half}')
    return replace(target, lines=tuple(lines), tables=tuple(tables))


def _goal(dice: Dice, subject: Subject) -> Decimal:
    return dice.figure(subject.low, subject.high, subject.decimals)


def _share(dice: Dice, whole: Decimal, percent: int, subject: Subject) -> Decimal:
    """About so many percent of a figure, written as the subject's figures are."""
    exact = whole * (percent * 10 + dice.whole(0, 9)) / 1000
    return exact.quantize(Decimal(1).scaleb(-subject.decimals))


def _to_date(**totals: Decimal) -> tuple[tuple[date, Decimal], ...]:
    """The increments of running totals."""
    before = Decimal(0)
    increments = []
    for label, total in totals.items():
        increments.append((LAST_DAY[label], total - before))
        before = total
    return tuple(increments)


def key(text: str) -> str:
    """An id as a key of TOML, in quotes where it needs them."""
    return text if text.isascii() else f'"{text}"'
