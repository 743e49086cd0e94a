"""What the figures of a table look like beside the plan: its goals, and what it has for earlier days."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from plan_tracker.language import Message
from plan_tracker.plan.model import Counting, Kind, Target
from plan_tracker.plan.periods import PlanTime
from plan_tracker.spreadsheets.recording.collecting import Collected
from plan_tracker.spreadsheets.recording.plausible import Course, Judged, doubts, months_alone

Beside = Callable[[int, Target], Mapping[date, Decimal]]
"""Returns the figures of a target in a row of the table by their days, whether they are asked for or not."""


def doubts_of(collected: Iterable[Collected], time: PlanTime, beside: Beside) -> Iterator[Message]:
    """Yields what is probably wrong with the figures of a table."""
    known = list(collected)
    yield from doubts(_judged(each, time) for each in known)
    yield from months_alone(_courses(known, time, beside))


def _judged(each: Collected, time: PlanTime) -> Judged:
    target, entry = each.target, each.entry
    period = time.period(entry.period)
    goal = target.goal_on(period.last) if period else target.goal
    return Judged(
        row=each.row, period=entry.period, figure=Decimal(entry.figure), goal=goal, unit=target.unit
    )


def _courses(collected: Iterable[Collected], time: PlanTime, beside: Beside) -> Iterator[Course]:
    """Yields the running totals of each target: the plan's last one before those of the table, and these."""
    rows: dict[str, int] = {}
    targets: dict[str, Target] = {}
    totals: dict[str, dict[date, Decimal]] = {}
    for row, target, entry in collected:
        if target.kind is Kind.CUMULATIVE and target.counting is Counting.TO_DATE:
            period = time.period(entry.period)
            own = {period.last: Decimal(entry.figure)} if period else {}
            rows.setdefault(target.id, row)
            targets[target.id] = target
            totals.setdefault(target.id, {}).update({**beside(row, target), **own})
    for known, figures in totals.items():
        earlier = [actual for actual in targets[known].actuals if actual.day < min(figures, default=date.min)]
        before = {actual.day: actual.value for actual in earlier[-1:]}
        yield Course(row=rows[known], figures=before | figures)
