"""Which rows are levels, and which targets may be meant otherwise: as levels, as totals, or with a limit."""

import re
from collections.abc import Mapping
from functools import lru_cache

from plan_tracker.numbers import NOTHING
from plan_tracker.plan.model import Direction, Kind, Target
from plan_tracker.plan.period_words import narrow
from plan_tracker.spreadsheets.units import same_unit
from plan_tracker.wording.tables import LEVEL_UNITS, LEVEL_WORDS

_CHINESE = re.compile("|".join(word for word in LEVEL_WORDS if not word.isascii()))
_ENGLISH = re.compile(rf"(?<![a-z])(?:{'|'.join(word for word in LEVEL_WORDS if word.isascii())})(?![a-z])")


def _speaks_of_level(name: str, unit: str) -> bool:
    """Tells whether a name or a unit speaks of a level: PM2.5浓度, 人均收入, 岁, 元/吨, death rate."""
    text = narrow(name)
    return "%" in text or bool(_CHINESE.search(text) or _ENGLISH.search(text)) or _is_of_level(unit)


@lru_cache(maxsize=4096)  # a table has few different units
def _is_of_level(unit: str) -> bool:
    measure = narrow(unit)
    return measure in LEVEL_UNITS or "/" in measure or "每" in measure or bool(_ENGLISH.search(measure))


def says_level(fields: Mapping[str, object]) -> bool:
    """Tells whether a row is that of a level by its kind, or else by its unit %: levels are not added up."""
    return fields.get("kind") == "level" or same_unit(str(fields.get("unit", "")), "%")


def may_be_level(target: Target) -> bool:
    """Tells whether a target is a total by its kind, but a level by its name or unit."""
    return target.kind is Kind.CUMULATIVE and _speaks_of_level(target.name, target.unit)


def may_be_limit(target: Target) -> bool:
    """Tells whether a goal of 0 is the least that is asked, which every figure meets that is not negative."""
    return _is_least(target) and target.goal == NOTHING


def may_be_fall(target: Target) -> bool:
    """Tells whether a goal below 0 is the least that is asked: -3 for a fall by 3% is met by -2 then."""
    return _is_least(target) and target.goal is not None and target.goal < NOTHING


def _is_least(target: Target) -> bool:
    is_held = target.kind is Kind.LEVEL and target.baseline is None
    return is_held and target.direction is Direction.AT_LEAST


def may_be_total(target: Target) -> bool:
    """Tells whether a level's figures begin far below its baseline and goal, as those of totals do."""
    if target.baseline is None or target.goal is None or not target.actuals:
        return False
    first = min(target.actuals, key=lambda actual: actual.day)
    return 2 * first.value < min(target.baseline, target.goal)
