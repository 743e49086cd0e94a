"""Which rows are levels, and which targets may be meant otherwise: as levels, as totals, or with a limit."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache

from plan_tracker.numbers import NOTHING
from plan_tracker.plan.model import Direction, Kind, Target
from plan_tracker.plan.period_words import narrow
from plan_tracker.plan.units import is_share
from plan_tracker.spreadsheets.tables.vocabulary import any_pattern
from plan_tracker.spreadsheets.units import same_unit
from plan_tracker.wording.tables import CEILING_WORDS, LESS_WORDS, LEVEL_UNITS, LEVEL_WORDS

_LEVELS, _LEVELS_IN_ENGLISH = any_pattern(LEVEL_WORDS), any_pattern(filter(str.isascii, LEVEL_WORDS))
_LESS = any_pattern(LESS_WORDS)
_CEILINGS = re.compile(rf"(?:{any_pattern(CEILING_WORDS).pattern})(?:率?$|(?!.*率$))")
"""What a limit is of, but before 率 only right before it: 投诉率, not 投诉办结率."""


def _speaks_of_level(name: str, unit: str) -> bool:
    """Tells whether a name or a unit speaks of a level: PM2.5浓度, 人均预期寿命, 岁, 元/吨, death rate."""
    text = narrow(name)
    return "%" in text or bool(_LEVELS.search(text)) or _is_of_level(unit)


@lru_cache(maxsize=4096)  # a table has few different units
def _is_of_level(unit: str) -> bool:
    measure = narrow(unit)
    return (
        measure in LEVEL_UNITS
        or "/" in measure
        or "%" in measure
        or "每" in measure
        or bool(_LEVELS_IN_ENGLISH.search(measure))
    )


def says_level(fields: Mapping[str, object]) -> bool:
    """Tells whether a row is that of a level by its kind, or else by its unit %: levels are not added up."""
    return fields.get("kind") == "level" or same_unit(str(fields.get("unit", "")), "%")


def begins_at_nothing(fields: Mapping[str, object]) -> bool:
    """Tells whether a baseline of 0 is where a running total begins: nothing in the row speaks of a level."""
    name, unit, goal = str(fields.get("name", "")), str(fields.get("unit", "")), fields.get("goal")
    is_rising = goal is None or (isinstance(goal, Decimal) and goal > NOTHING)
    is_total = fields.get("baseline") == NOTHING and not fields.get("kind")
    return is_rising and is_total and not is_share(unit) and not _speaks_of_level(name, unit)


def may_be_level(target: Target) -> bool:
    """Tells whether a target is a total by its kind, but a level by its name or unit."""
    return target.kind is Kind.CUMULATIVE and _speaks_of_level(target.name, target.unit)


class Guess(Enum):
    """What is taken for granted of a target that does not say it, though its name or goal may deny it."""

    TOTAL = auto()
    """Its figures add up: its name or unit speaks of a level."""

    AT_LEAST_ZERO = auto()
    """At least 0 is asked, which any figure meets: at most 0 may be meant."""

    AT_LEAST_BELOW_ZERO = auto()
    """At least -3 or the like is asked, which -2 meets: a fall by 3% may be meant."""

    AT_LEAST = auto()
    """The goal is the least that is asked: its name says what should be low, such as 失业率."""


def guesses(target: Target, *, says_kind: bool, says_direction: bool) -> Iterator[Guess]:
    """Yields what is taken for granted of a target; what it says itself is no guess."""
    if not says_kind and may_be_level(target):
        yield Guess.TOTAL
    goal, is_least = target.goal, target.direction is Direction.AT_LEAST and target.baseline is None
    if says_direction or goal is None or not is_least:
        return
    if goal <= NOTHING and target.kind is Kind.LEVEL:
        yield Guess.AT_LEAST_ZERO if goal == NOTHING else Guess.AT_LEAST_BELOW_ZERO
    name = narrow(target.name)
    if goal > NOTHING and _CEILINGS.search(name) and not _LESS.search(name):
        yield Guess.AT_LEAST


def may_be_total(target: Target) -> bool:
    """Tells whether a level's figures begin far below its baseline and goal, as those of totals do."""
    if target.baseline is None or target.goal is None or not target.actuals:
        return False
    first = min(target.actuals, key=lambda actual: actual.day)
    return 2 * first.value < min(target.baseline, target.goal)
