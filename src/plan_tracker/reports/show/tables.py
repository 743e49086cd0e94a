"""The tables within a story: every period of a target with its pace, and its parts."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.language import Language
from plan_tracker.numbers import plain
from plan_tracker.plan.model import Plan
from plan_tracker.questions.explanation import Moment, moments
from plan_tracker.reports import figures
from plan_tracker.reports.cells import Bar, Cell, Column, PlainRow, Table, columns_of, plain_table
from plan_tracker.reports.show.facts import expected_label
from plan_tracker.reports.status_rows import COLUMNS, cells
from plan_tracker.reports.texts import bound_of, expected_shown, figure_text
from plan_tracker.wording import show as phrases
from plan_tracker.wording import words
from plan_tracker.wording.periods import period_text
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone


class PeriodCells(NamedTuple):
    """One period of a target: a cell for each column."""

    period: Cell
    by: Annotated[Cell, Column(heading=phrases.BY, rank=3)]
    actual: Annotated[Cell, Column(right=True)]
    expected: Annotated[Cell, Column(right=True, rank=7)]
    completion_rate: Annotated[Cell, Column(heading=words.RATE, right=True, rank=6)]
    pace: Annotated[Cell, Column(right=True, rank=5)]
    bar: Annotated[Cell, Column(rank=4, on_paper=False)]


PERIOD_COLUMNS = columns_of(PeriodCells)


def periods_table(evaluation: Evaluation, result: Result, language: Language) -> Table[PlainRow]:
    """Makes a table of all periods: what was expected by the last day of each, and what was reported."""
    rows = (
        PlainRow(_period_cells(each, result, evaluation.plan, language))
        for each in moments(evaluation, result)
    )
    expected = expected_label(result.target)
    columns = tuple(
        each._replace(heading=expected) if each.key == "expected" else each for each in PERIOD_COLUMNS
    )
    return plain_table(columns, rows, language)


def _period_cells(moment: Moment, result: Result, plan: Plan, language: Language) -> PeriodCells:
    actual, decimals = moment.actual, plan.decimals
    tone = STATUSES[result.status].tone if moment.day == result.measured_on else Tone.PLAIN
    rate = pace = ""
    if moment.rate is not None:
        bound = bound_of(actual)
        shown, against = figures.rate_and_pace(moment.rate, moment.pace, decimals, bound)
        rate, pace = f"{bound.sign}{plain(shown)}%", "" if against is None else f"{plain(against)}%"
    elif moment.pace is not None:
        pace = figures.percent(moment.pace, decimals)
    drawn = moment.rate is not None or moment.pace is not None
    return PeriodCells(
        period=Cell(period_text(moment.label, plan.time, language)),
        by=Cell(moment.day.isoformat()),
        actual=Cell(figure_text(actual), tone),
        expected=Cell(_expected(moment, result.target.goal)),
        completion_rate=Cell(rate, tone),
        pace=Cell(pace),
        bar=Cell(
            "", tone, Bar((moment.rate or Fraction(0)).as_integer_ratio(), moment.pace) if drawn else None
        ),
    )


def _expected(moment: Moment, goal: Decimal | None) -> str:
    if moment.expected is None:
        return ""
    actual = moment.actual.value if moment.actual else None
    return plain(expected_shown(moment.expected, actual, goal))


def parts_table(evaluation: Evaluation, result: Result, language: Language) -> Table[PlainRow]:
    """Makes a table of the parts of a target, as `status` shows them."""
    found = zip(result.parts, cells(result.parts, evaluation.plan, language), strict=True)
    rows = (PlainRow(each._replace(name=Cell(part.target.part_name))) for part, each in found)
    return plain_table(COLUMNS, rows, language)
