"""What Python programs get from `from plan_tracker import …`; importing it changes nothing else."""

from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from plan_tracker.judging.evaluation import Evaluation as Judged
from plan_tracker.judging.evaluation import descended
from plan_tracker.judging.evaluation import evaluate as judge
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Plan
from plan_tracker.reports.rows import VALUES, Value, rows_of
from plan_tracker.wording.periods import day_meant

Field: TypeAlias = str | Decimal | bool | date | None
"""What stands in a row."""


class Evaluation(Judged):
    """A plan judged as of a day. `results` follow the order of the file; parts stand within their target."""

    def rows(self, *, parts: bool = True) -> list[dict[str, Field]]:
        """Returns one flat dict per target, each followed by its parts unless they are not wanted.

        Keys and order are those of the CSV. Figures are Decimals, days are dates; None is not applicable.
        """
        rows = rows_of(descended(self.results, parts=parts), VALUES)
        return [{key: _bare(value) for key, value in row.items()} for row in rows]


def _bare(value: Value) -> Field:
    """Turns a value into one that data frames take: no enum, no exponent, and several names as one text."""
    match value:
        case tuple():
            return "; ".join(value) or None
        case str():
            return str(value)
        case Decimal():
            return Decimal(plain(value))
        case _:
            return value


def evaluate(plan: Plan, as_of: date | str | None = None) -> Evaluation:
    """Judges every target of a plan as of a day; without one, as of the plan's own `as_of` or latest figure.

    The day is a date, or a text as for `--as-of`: `H1`, `2024-08-15`, `today`. Raises ValueError for a text
    that names no day of the plan, and for a plan that collects others, which a Plan does not hold.
    """
    if plan.collect:
        raise ValueError(
            f"the plan collects others ({plan.collect!r}), which only the commands read: take the rows that"
            " `plan-tracker export` writes, or judge it without them: plan._replace(collect='')"
        )
    judged = judge(plan, _day(plan, as_of))
    return Evaluation(judged.plan, judged.as_of, judged.results)


def _day(plan: Plan, as_of: date | str | None) -> date | None:
    if isinstance(as_of, datetime):
        return as_of.date()
    if not isinstance(as_of, str):
        return as_of
    day = day_meant(as_of, plan.time, date.today())  # noqa: DTZ011 - the user's own day is meant
    if day is None:
        label = " a period of the plan such as 'H1'," if plan.time.has_labels else ""
        known = f"a date, '2024-06-30',{label} or 'today'"
        raise ValueError(f"the plan has no day {as_of!r}: give {known}")
    return day
