"""What the head of a report says: how many targets are judged, how many lag, which need attention."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from plan_tracker.judging.collecting import Rollup
from plan_tracker.judging.evaluation import Evaluation
from plan_tracker.judging.result import Result
from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language
from plan_tracker.reports.arrangement import badness
from plan_tracker.wording import page as phrases
from plan_tracker.wording import words

T = TypeVar("T")


def needs_attention(result: Result) -> bool:
    """Tells whether a target lags or owes a figure."""
    return result.status.lagging or result.status is Status.NOT_REPORTED


def needing_attention(rows: Iterable[T], result_of: Callable[[T], Result]) -> list[T]:
    """Returns the rows whose target needs attention, by status, the worst first, then by lead."""
    worst = [row for row in rows if needs_attention(result_of(row))]
    return sorted(worst, key=lambda row: badness(result_of(row)))


def summary_text(evaluation: Evaluation, language: Language) -> str:
    """Tells how many targets could be judged and how many of them lag, in one or two sentences."""
    number = evaluation.by_status
    judged = sum(number[status] for status in Status if status.judged)
    lagging = sum(number[status] for status in Status if status.lagging)
    phrase = phrases.FEW_LAG if lagging else phrases.NONE_LAG if judged else phrases.NONE_JUDGED
    total = str(len(evaluation.counted))
    text = phrase.text(language, total=total, judged=str(judged), lagging=str(lagging))
    parts = sum(needs_attention(part) for result in evaluation.counted for part in result.parts)
    if not parts:
        return text
    below = phrases.LAGGING_IN_PLANS if isinstance(evaluation, Rollup) else phrases.LAGGING_PARTS
    return words.SENTENCES.text(language).join((text, below.text(language, number=str(parts))))
