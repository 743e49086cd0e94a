"""What is said of several plans that are told together: who has reported, and how they stand."""

from collections.abc import Iterable, Mapping
from typing import Annotated, NamedTuple

from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.standing import spread, standing
from plan_tracker.judging.statuses import Status, by_rank
from plan_tracker.judging.wholes import is_whole
from plan_tracker.language import Language, Phrase
from plan_tracker.numbers import plain, trimmed
from plan_tracker.reports import figures
from plan_tracker.reports.cells import EMPTY, Bar, Cell, Column, PlainRow, Table, columns_of, plain_table
from plan_tracker.reports.texts import joined
from plan_tracker.wording import collecting as phrases
from plan_tracker.wording import words
from plan_tracker.wording.status import COUNT
from plan_tracker.wording.statuses import STATUSES, status_text
from plan_tracker.wording.tones import Tone


class PlanCells(NamedTuple):
    """One of several plans: a cell for each column."""

    name: Annotated[Cell, Column(heading=words.PLAN)]
    targets: Annotated[Cell, Column(heading=phrases.TARGETS, right=True, rank=3)]
    standing: Annotated[Cell, Column(heading=words.COLUMN["status"])]
    mean: Annotated[Cell, Column(heading=phrases.MEAN, right=True, rank=4)]
    bar: Annotated[Cell, Column(rank=2, on_paper=False)]
    path: Annotated[Cell, Column(heading=phrases.PATH, rank=1, on_paper=False)]


_PLAN_COLUMNS = columns_of(PlanCells)


def standing_text(result: Result, language: Language) -> str:
    """Tells how many plans of a whole have which status, and the spread of their figures; may be empty."""
    if not is_whole(result):
        return ""
    texts: list[str] = []
    if between := spread(result):
        low, median, high = (
            joined(plain(trimmed(each)), result.target.unit)
            for each in (between.low, between.median, between.high)
        )
        number = str(between.number)
        told = phrases.SPREAD if between.number > 1 else phrases.ONE_FIGURE
        texts.append(told.text(language, low=low, median=median, high=high, number=number))
    elif not result.target.is_summed:
        texts.append(phrases.NOT_SUMMED.text(language))
    texts.append(_counted(phrases.STANDING, standing(result), language))
    return words.SEMICOLON.text(language).join(texts)


def plans_table(plans: Iterable[Evaluation], language: Language) -> Table[PlainRow]:
    """Makes a table with a row for each plan."""
    return plain_table(_PLAN_COLUMNS, (PlainRow(_plan_cells(each, language)) for each in plans), language)


def _plan_cells(evaluation: Evaluation, language: Language) -> PlanCells:
    plan, mean = evaluation.plan, evaluation.mean_completion.value
    counted = {status: evaluation.by_status[status] for status in by_rank() if evaluation.by_status[status]}
    tone = STATUSES[next(iter(counted))].tone
    return PlanCells(
        name=Cell(plan.member.name if plan.member else plan.title),
        targets=Cell(str(len(evaluation.counted))),
        standing=Cell(_counted(COUNT, counted, language), tone),
        mean=Cell("" if mean is None else figures.percent(mean, plan.decimals)),
        bar=EMPTY if mean is None else Cell("", tone, Bar(mean.as_integer_ratio(), None)),
        path=Cell(plan.member.path if plan.member else "", Tone.QUIET),
    )


def _counted(phrase: Phrase, counted: Mapping[Status, int], language: Language) -> str:
    return words.COMMA.text(language).join(
        phrase.text(language, status=status_text(status, language), number=str(number))
        for status, number in counted.items()
    )
