"""The verdict on one target as of a day, and the exact figures that follow from it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from plan_tracker.judging.statuses import Status
from plan_tracker.numbers import EXACT, Ratio, Terms, fraction, ratio
from plan_tracker.plan import kinds
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.pace import ONE


class _Fields(NamedTuple):
    """The fields of a result; `Result` adds what follows from them. A frozen dataclass is slower to make."""

    target: Target
    as_of: date
    status: Status
    actual: Actual | None
    pace: Fraction | None
    needed_day: date | None
    late: bool | None
    tolerance: Fraction
    parts: tuple["Result", ...] = ()


class Result(_Fields):
    """The verdict on one target and what it was decided from.

    `target` has the goal that is in force on the as-of day. `actual` is the figure that is judged, as
    `judged_actual` finds it. `pace` is the share of the goal expected by its day; it is None where the target
    is not judged, or has no pace. `needed_day` is the day for which a figure is needed. `late` says whether a
    reached goal was reached after its due date. `tolerance` is the lag that its plan lets slip, as a share.
    """

    @property
    def measured_on(self) -> date | None:
        """The day of the actual."""
        return self.actual.day if self.actual else None

    @property
    def is_bound(self) -> bool:
        """Whether the actual lacks a period or a part and is only a bound."""
        return bool(self.actual and self.actual.missing)

    @cached_property
    def rate_ratio(self) -> Ratio | None:
        """The completion rate as an exact quotient of whole numbers."""
        rate = kinds.rate_terms(self.target, self.actual.value) if self.actual else None
        return None if rate is None else ratio(*rate)

    @cached_property
    def completion_rate(self) -> Fraction | None:
        """How much of the goal is reached, 0.475 for 190 of 400; not capped, exact."""
        return None if self.rate_ratio is None else Fraction(*self.rate_ratio)

    @cached_property
    def expected_terms(self) -> Terms | None:
        """The expected figure as an exact quotient."""
        goal, share = self.target.goal, self.pace
        if self.target.pace is None and self.status.judged:
            share = ONE  # the goal of a level to be held is expected at any day
        return None if goal is None or share is None else kinds.expected_terms(self.target, goal, share)

    @property
    def expected(self) -> Fraction | None:
        """The figure expected by the day of the actual, in the target's unit."""
        return None if self.expected_terms is None else fraction(*self.expected_terms)

    @property
    def lead_ratio(self) -> Ratio | None:
        """The lead as an exact quotient of whole numbers."""
        rate, pace = self.rate_ratio, self.pace
        return None if rate is None or pace is None else kinds.lead_ratio(self.target, rate, pace)

    @cached_property
    def lead(self) -> Fraction | None:
        """Completion rate less pace as a share (-0.025 is 2.5 points behind); negative is behind."""
        return None if (lead := self.lead_ratio) is None else Fraction(*lead)

    @property
    def margin(self) -> Decimal | None:
        """How far the actual of a level to be held is on the right side of its goal; negative is behind.

        In the target's unit; None for targets that have a lead instead, and for those not judged.
        """
        difference = self.difference
        if difference is None or not kinds.is_held(self.target) or not self.status.judged:
            return None
        return -difference if self.target.direction is kinds.AT_MOST else difference

    @property
    def awaits_own_figure(self) -> bool:
        """Whether a level lacks the needed figure though each of its parts has one: levels are not summed."""
        needed = self.needed_day
        if self.status is not Status.NOT_REPORTED or needed is None or not kinds.is_level(self.target):
            return False
        return bool(self.parts) and all(part.actual and part.actual.day >= needed for part in self.parts)

    @property
    def difference(self) -> Decimal | None:
        """Actual less goal, for levels; in the target's unit."""
        if self.actual is None or self.target.goal is None or not kinds.is_level(self.target):
            return None
        return EXACT.subtract(self.actual.value, self.target.goal)
