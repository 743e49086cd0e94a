"""Which rows are levels, and which targets may be meant otherwise: as levels, as totals, or with a limit."""

import re
from collections.abc import Mapping
from decimal import Decimal
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


def may_be_limit(target: Target) -> bool:
    """Tells whether at least 0 is asked: any figure meets that, so at most 0 may be meant."""
    return _is_least(target) and target.goal == NOTHING


def may_be_fall(target: Target) -> bool:
    """Tells whether at least -3 or the like is asked: -2 meets that, though a fall by 3% may be meant."""
    return _is_least(target) and target.goal is not None and target.goal < NOTHING


def may_be_ceiling(target: Target) -> bool:
    """Tells whether a goal is the least that is asked, though its name says what should be low: 失业率."""
    is_least = target.direction is Direction.AT_LEAST and target.baseline is None
    if not is_least or target.goal is None or target.goal <= NOTHING:
        return False
    name = narrow(target.name)
    return bool(_CEILINGS.search(name)) and not _LESS.search(name)


def _is_least(target: Target) -> bool:
    is_held = target.kind is Kind.LEVEL and target.baseline is None
    return is_held and target.direction is Direction.AT_LEAST


def may_be_total(target: Target) -> bool:
    """Tells whether a level's figures begin far below its baseline and goal, as those of totals do."""
    if target.baseline is None or target.goal is None or not target.actuals:
        return False
    first = min(target.actuals, key=lambda actual: actual.day)
    return 2 * first.value < min(target.baseline, target.goal)
