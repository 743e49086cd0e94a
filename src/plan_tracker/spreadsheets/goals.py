"""Reads a goal in a table: a figure, perhaps with its good side and a unit: ≥85, 4.5以内, 400个."""

import re
from decimal import Decimal
from typing import NamedTuple

from plan_tracker.language import Message
from plan_tracker.plan.limits import LESS_THAN, MORE_THAN, unlimited
from plan_tracker.plan.model import Direction
from plan_tracker.spreadsheets.cells import Cell, Percent, is_digits, shown
from plan_tracker.spreadsheets.commas import GROUPED, Commas
from plan_tracker.spreadsheets.numbers import Figure, figure_of
from plan_tracker.spreadsheets.refusal import NoNumber
from plan_tracker.spreadsheets.units import is_unit, money_behind
from plan_tracker.wording import figures as phrases
from plan_tracker.wording import tables as words

_BEHIND = re.compile(r"^[+-]?[\d.,０-９．，]+\s*(\D.*)$")
_WORDS = re.compile(r"[A-Za-z]{3,20}(?: [A-Za-z]{2,20}){0,2}")
"""What may be a unit that nobody knows."""

_NUMBER = r"[\d.]+(?:\s*[%％‰])?"
_MEANT = (
    (re.compile(rf"(?P<low>{_NUMBER})\s*(?:[-–—~～〜至到]|to)+\s*(?P<high>{_NUMBER})"), phrases.WRITE_END),
    *(
        (re.compile(rf"(?:{'|'.join(before)})\s*(?P<limit>{_NUMBER})", re.IGNORECASE), phrase)
        for before, phrase in (
            (LESS_THAN, phrases.WRITE_MOST),
            (MORE_THAN, phrases.WRITE_LEAST),
            (words.CHANGED, phrases.WRITE_CHANGE),
        )
    ),
)
"""Goals that may be meant in two ways, and what to write instead: a range, a limit that is not met itself."""


class Goal(NamedTuple):
    """A goal as a table says it; `direction` is None, and `unit` empty, where the table does not say them."""

    figure: Figure
    direction: Direction | None
    unit: str


def goal_of(cell: Cell, unit: str, given: str, commas: Commas | None) -> Goal | NoNumber:
    """Reads the goal in a cell, for a target with this unit; if that is empty, the goal may name the unit.

    `given` is the unit that the table says the goal is in, which may be of another size; `commas` as for
    `figure_of`.
    """
    text, direction = _limit(cell) if isinstance(cell, str) and not is_digits(cell) else (cell, None)
    if isinstance(direction, NoNumber):
        return direction
    own = unit or _unit_of(text)
    figure = figure_of(text, own, given=given if own == unit else "", commas=commas)
    if isinstance(figure, NoNumber):
        if figure.message.phrase in (phrases.NO_NUMBER, phrases.EXPECTED):
            written = (
                figure.hint if figure.message.phrase is phrases.NO_NUMBER and direction is None else None
            )
            return NoNumber(phrases.NOT_A_GOAL.fill(text=shown(cell)), _hint_at(text, written))
        return figure
    return Goal(figure, direction, own)


def unit_in(cell: Cell) -> str:
    """Returns the unit that stands behind the goal in a cell; empty if none does."""
    return _unit_of(_limit(cell)[0] if isinstance(cell, str) else cell)


def number_in(cell: Cell) -> Decimal | None:
    """Returns the number in a cell, perhaps with a limit or a unit; None for another cell.

    It helps to tell what a column holds, and is no figure to be kept: 1,200 may be meant otherwise.
    """
    goal = goal_of(cell, "", "", GROUPED)
    return goal.figure.number if isinstance(goal, Goal) else None


def _limit(text: str) -> tuple[str, Direction | NoNumber | None]:
    """Returns the text without words of a limit, and the limit that they say."""
    rest, found = unlimited(text)
    if len(found) > 1:
        return rest, NoNumber(phrases.NOT_A_GOAL.fill(text=shown(text)), phrases.WRITE_GOAL.fill())
    return rest, next(iter(found), None)


def _hint_at(text: Cell, written: Message | None) -> Message:
    """Tells what to do about a goal that is none: 14 services may be 14, in services; else as `written`."""
    for pattern, phrase in _MEANT:
        if isinstance(text, str) and (match := pattern.fullmatch(text.strip())):
            return phrase.fill(**match.groupdict())
    word = _behind(text)
    if _WORDS.fullmatch(word):
        return phrases.NAME_UNIT.fill(unit=word)
    return written or phrases.WRITE_GOAL.fill()


def _unit_of(cell: Cell) -> str:
    """Returns the unit that a goal names itself."""
    unit = "%" if isinstance(cell, Percent) else _behind(cell).replace("％", "%")
    return unit if is_unit(unit) else ""


def _behind(cell: Cell) -> str:
    """Returns what stands behind the figure of a text."""
    match = _BEHIND.match(money_behind(cell.strip())) if isinstance(cell, str) else None
    return match[1].strip() if match else ""
