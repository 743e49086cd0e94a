"""The report of `outlook --past`: what the rule of the range would have said of each earlier year."""

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, NamedTuple

from plan_tracker.judging.evaluation import Evaluation, everything
from plan_tracker.judging.result import Result
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import plain
from plan_tracker.questions.outlook import outlook
from plan_tracker.questions.past import Trial, projected_range, trials
from plan_tracker.reports.cells import EMPTY, Cell, Column, PlainRow, columns_of, plain_table
from plan_tracker.reports.figures import machine_figure
from plan_tracker.reports.objects import Json, Object, targets
from plan_tracker.reports.outlook import OutlookReport
from plan_tracker.reports.projection import end_shown
from plan_tracker.reports.texts import as_of_text, id_text
from plan_tracker.wording import meeting as phrases
from plan_tracker.wording.tones import Tone


class PastCells(NamedTuple):
    """A target, or one of its years: a cell for each column."""

    name: Cell
    by_then: Annotated[Cell, Column(heading=phrases.BY_THEN, right=True, rank=5)]
    unit: Annotated[Cell, Column(rank=3)]
    low: Annotated[Cell, Column(heading=phrases.LOW, right=True)]
    high: Annotated[Cell, Column(heading=phrases.HIGH, right=True)]
    run_rate: Annotated[Cell, Column(heading=phrases.RUN_RATE, right=True, rank=6)]
    came_to: Annotated[Cell, Column(heading=phrases.CAME_TO, right=True)]
    judged: Annotated[Cell, Column(heading=phrases.JUDGED, rank=4)]
    id: Annotated[Cell, Column(rank=1, on_paper=False)]


COLUMNS = columns_of(PastCells)


def past_report(evaluation: Evaluation, language: Language) -> OutlookReport:
    """Makes the report in one language: each target with earlier years that can tell, and these years."""
    rows: list[PlainRow] = []
    places: list[str] = []
    for result, _ in everything(evaluation):
        tried = trials(result)
        if tried:
            rows.append(PlainRow(_of_this_year(result)))
        for trial in tried:
            place = _place(trial)
            places += [place] if place else []
            rows.append(PlainRow(_of_year(result, trial, place, language), depth=1))
    within = {"within": str(places.count("within")), "told": str(len(places))}
    return OutlookReport(
        title=evaluation.plan.title,
        as_of=as_of_text(evaluation, language),
        table=plain_table(COLUMNS, rows, language),
        verdict=phrases.TOLD_RIGHT.text(language, **within) if places else "",
        legend=(phrases.PAST_LEGEND if rows else phrases.NOBODY_TELLS).text(language),
    )


_PLACES: dict[str, tuple[Phrase, Tone]] = {
    "within": (phrases.WITHIN_RANGE, Tone.GOOD),
    "above": (phrases.ABOVE_RANGE, Tone.WARNING),
    "below": (phrases.BELOW_RANGE, Tone.WARNING),
}


def _place(trial: Trial) -> str:
    """Tells where a year came to, seen from the range that was told; empty where none was."""
    if trial.low is None or trial.high is None:
        return ""
    came_to = Fraction(trial.came_to)
    return "below" if came_to < trial.low else "above" if came_to > trial.high else "within"


def _of_this_year(result: Result) -> PastCells:
    target, years, ahead = result.target, projected_range(result), outlook(result)
    return PastCells(
        name=Cell(target.part_name),
        by_then=Cell(plain(result.actual.value) if result.actual else ""),
        unit=Cell(target.unit),
        low=_end(result, years.low if years else None),
        high=_end(result, years.high if years else None),
        run_rate=_end(result, ahead.projected),
        came_to=EMPTY,
        judged=EMPTY,
        id=Cell(id_text(target), Tone.QUIET),
    )


def _of_year(result: Result, trial: Trial, place: str, language: Language) -> PastCells:
    phrase, tone = _PLACES.get(place, (None, Tone.PLAIN))
    return PastCells(
        name=Cell(phrases.YEAR.text(language, year=str(trial.year))),
        by_then=Cell(plain(trial.by_then)),
        unit=EMPTY,
        low=_end(result, trial.low, trial.came_to),
        high=_end(result, trial.high, trial.came_to),
        run_rate=_end(result, trial.run_rate, trial.came_to),
        came_to=Cell(plain(trial.came_to)),
        judged=Cell(phrase.text(language), tone) if phrase else EMPTY,
        id=EMPTY,
    )


def _end(result: Result, value: Fraction | None, came_to: Decimal | None = None) -> Cell:
    return EMPTY if value is None else Cell(plain(end_shown(result, value, came_to)))


def past_data(evaluation: Evaluation) -> Object:
    """Returns the targets that have earlier years, each with what would have been told, for programs."""
    told: list[Json] = []
    tellers = [(result, tried) for result, _ in everything(evaluation) if (tried := trials(result))]
    for result, tried in tellers:
        told += [
            {
                "id": result.target.id,
                "year": trial.year,
                "by_then": trial.by_then,
                "projected_low": _machine(trial.low, trial.came_to),
                "projected_high": _machine(trial.high, trial.came_to),
                "run_rate": _machine(trial.run_rate, trial.came_to),
                "came_to": trial.came_to,
                "range": _place(trial) or None,
            }
            for trial in tried
        ]
    return {**targets(evaluation, [result for result, _ in tellers]), "past": told}


def _machine(value: Fraction | None, beside: Decimal) -> Decimal | None:
    return None if value is None else machine_figure(value, beside)
