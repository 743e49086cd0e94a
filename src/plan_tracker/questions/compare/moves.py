"""In which direction a goal or a status moved."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from plan_tracker.judging.statuses import Status
from plan_tracker.plan.model import Direction, Target
from plan_tracker.plan.units import converted, power_between


class GoalMove(StrEnum):
    """How a goal moved: harder, easier, or no longer the same thing (another unit, kind or direction).

    An easier goal is `lowered`, though the figure of a cap or of a falling level rises then. It came
    `in_force` where both versions say the same of every day, but are judged for days with different goals.
    That of a sum to which plans only came, or from which they only left, is `of_other_plans`.
    """

    RAISED = "raised"
    LOWERED = "lowered"
    INCOMPARABLE = "incomparable"
    IN_FORCE = "in_force"
    OF_OTHER_PLANS = "of_other_plans"


class StatusMove(StrEnum):
    """How a status moved; `other` where neither is better, as from not due to on pace."""

    BETTER = "better"
    WORSE = "worse"
    OTHER = "other"


_GRAVEST = (GoalMove.INCOMPARABLE, GoalMove.LOWERED, GoalMove.RAISED)


def goal_move(old: Target, new: Target) -> GoalMove | None:
    """Returns how a goal moved, or None if it did not; a goal that is easier on any day is lowered."""
    days = {date.min, *(each.day for target in (old, new) for each in target.adjusted)}
    moves = {_goal_move(old, new, old.goal_on(day), new.goal_on(day)) for day in days}
    if moves == {None}:
        return GoalMove.IN_FORCE if _goal_move(old, new, old.goal, new.goal) else None
    return next(move for move in _GRAVEST if move in moves)


def _goal_move(old: Target, new: Target, before: Decimal | None, after: Decimal | None) -> GoalMove | None:
    """Returns how a goal moved from one figure to another; one that is no longer given is lowered."""
    if before is None or after is None:
        if before == after:
            return None
        return GoalMove.RAISED if before is None else GoalMove.LOWERED
    power = power_between(old.unit, new.unit)
    if power is None or (old.kind, old.direction) != (new.kind, new.direction):
        return GoalMove.INCOMPARABLE
    before = converted(before, power)
    if before == after:
        return None
    return GoalMove.RAISED if (after > before) is (new.direction is Direction.AT_LEAST) else GoalMove.LOWERED


def status_move(old: Status, new: Status) -> StatusMove | None:
    """Returns whether a status became better or worse; None if it is the same.

    The five statuses that judge are compared by their rank. Losing the figures is worse; reporting them is
    better if the target then stands well. Falling behind at once when something is first due is worse.
    """
    if old is new:
        return None
    if old.judged and new.judged:
        return StatusMove.BETTER if new.rank > old.rank else StatusMove.WORSE
    if new is Status.NOT_REPORTED and (old.judged or old is Status.NOT_DUE):
        return StatusMove.WORSE
    if old is Status.NOT_DUE and new.lagging:
        return StatusMove.WORSE
    if old is Status.NOT_REPORTED and new in (Status.DONE, Status.ON_PACE):
        return StatusMove.BETTER
    return StatusMove.OTHER
