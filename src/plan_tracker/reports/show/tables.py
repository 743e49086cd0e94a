"""The tables within a story: every period of a target with its pace, and its parts."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from plan_tracker.judging.evaluation import Evaluation, Result
from plan_tracker.language import Language
from plan_tracker.numbers import plain, shortest
from plan_tracker.questions.explanation import Moment, moments
from plan_tracker.reports import figures
from plan_tracker.reports.cells import Bar, Cell
from plan_tracker.reports.status import cells, table_headings
from plan_tracker.reports.texts import expected_shown
from plan_tracker.wording import show as phrases
from plan_tracker.wording import words
from plan_tracker.wording.statuses import STATUSES
from plan_tracker.wording.tones import Tone

PERIOD_COLUMNS = ("period", "by", "actual", "expected", "completion_rate", "pace", "bar")


class Shape(StrEnum):
    """Which columns a table has, and so how it is laid out."""

    PERIODS = "periods"
    PARTS = "parts"


class StoryRow(NamedTuple):
    """A row by column key."""

    cells: dict[str, Cell]
    depth: int = 0


class StoryTable(NamedTuple):
    """A table of one shape: headings by column key, and rows."""

    shape: Shape
    headings: dict[str, str]
    rows: tuple[StoryRow, ...]
    heading: str = ""


def periods_table(evaluation: Evaluation, result: Result, language: Language) -> StoryTable:
    """Every period: what was expected by its last day, what was reported, and a bar that marks the pace."""
    headings = {key: words.COLUMN[key].text(language) for key in PERIOD_COLUMNS if key not in ("by", "bar")}
    headings |= {
        "by": phrases.BY.text(language),
        "bar": words.COLUMN["pace"].text(language),
        "completion_rate": words.RATE.text(language),
    }
    rows = [
        StoryRow(_period_cells(moment, result, evaluation.plan.decimals))
        for moment in moments(evaluation, result)
    ]
    return StoryTable(Shape.PERIODS, headings, tuple(rows))


def _period_cells(moment: Moment, result: Result, decimals: int) -> dict[str, Cell]:
    actual = moment.actual
    tone = STATUSES[result.status].tone if moment.day == result.measured_on else Tone.PLAIN
    sign = "≥" if actual and actual.missing else ""
    rate = pace = ""
    if moment.rate is not None:
        shown, against = figures.rate_and_pace(moment.rate, moment.pace, decimals)
        rate, pace = f"{sign}{plain(shown)}%", "" if against is None else f"{plain(against)}%"
    elif moment.pace is not None:
        pace = figures.percent(moment.pace, decimals)
    drawn = moment.rate is not None or moment.pace is not None
    return {
        "period": Cell(moment.label),
        "by": Cell(moment.day.isoformat()),
        "actual": Cell(sign + plain(actual.value) if actual else "", tone),
        "expected": Cell(_expected(moment)),
        "completion_rate": Cell(rate, tone),
        "pace": Cell(pace),
        "bar": Cell("", tone, Bar(moment.rate or Fraction(0), moment.pace) if drawn else None),
    }


def _expected(moment: Moment) -> str:
    if moment.expected is None:
        return ""
    if moment.actual is None:
        return plain(shortest(moment.expected, 2))
    return plain(expected_shown(moment.expected, moment.actual.value))


def parts_table(evaluation: Evaluation, result: Result, language: Language) -> StoryTable:
    """The parts of a target as `status` shows them."""
    decimals = evaluation.plan.decimals
    rows = [StoryRow(cells(part, decimals, language)) for part in result.parts]
    return StoryTable(Shape.PARTS, table_headings(language), tuple(rows))
