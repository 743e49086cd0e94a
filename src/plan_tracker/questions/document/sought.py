"""What a report as of a day should print: each target's actual, and the figures stated of it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Actual, Target
from plan_tracker.plan.stated import Stated
from plan_tracker.questions.document.names import Name
from plan_tracker.questions.document.units import Unit


class Sought(NamedTuple):
    """What a report should print of a target, as of a day."""

    target: Target
    day: date
    name: Name
    unit: Unit
    actual: Actual | None
    stated: tuple[Stated, ...]

    @property
    def rates(self) -> list[str]:
        """The stated rates as they should be printed, without their sign."""
        return [plain(each.figure) for each in self.stated if each.is_rate]


def sought_in(evaluation: Evaluation) -> Iterator[Sought]:
    """Yields what a report as of the day should print; parts only if they have a stated figure."""
    time, units = evaluation.plan.time, lru_cache(maxsize=None)(Unit)
    for result in evaluation.results:
        for each in (result, *(part for part in result.parts if part.target.stated)):
            day = each.measured_on or evaluation.as_of
            stated = tuple(
                figure
                for figure in each.target.stated
                if (period := time.period(figure.period)) and period.last == day
            )
            if each.actual or stated:
                target = each.target
                yield Sought(
                    target=target,
                    day=day,
                    name=Name(target.name),
                    unit=units(target.unit),
                    actual=each.actual,
                    stated=stated,
                )


def key_of(stated: Stated) -> tuple[str, bool]:
    """Returns what a stated figure is looked up by: its digits, and whether they are points."""
    return plain(abs(stated.figure) if stated.is_lead else stated.figure), stated.is_lead
