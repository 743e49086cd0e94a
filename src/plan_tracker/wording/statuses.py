"""The words of each status, in one row per status; mypy finds a missing one."""

from functools import cache
from typing import NamedTuple

from plan_tracker.judging.statuses import Status
from plan_tracker.language import Language, Phrase
from plan_tracker.wording.tones import Tone


class StatusWords(NamedTuple):
    """The name of a status, its meaning, and its tone."""

    name: Phrase
    meaning: Phrase
    tone: Tone


def _words(status: Status) -> StatusWords:
    match status:
        case Status.DONE:
            return StatusWords(
                name=Phrase("done", "已完成"),
                meaning=Phrase("the goal is reached", "已达到目标值"),
                tone=Tone.GOOD,
            )
        case Status.ON_PACE:
            return StatusWords(
                name=Phrase("on pace", "达到进度"),
                meaning=Phrase(
                    "what is expected by the day of the figure is met", "达到截至数据日期的进度要求"
                ),
                tone=Tone.GOOD,
            )
        case Status.SLIPPING:
            return StatusWords(
                name=Phrase("slipping", "略有滞后"),
                meaning=Phrase("behind by no more than the tolerance", "滞后，但未超过允许幅度"),
                tone=Tone.WARNING,
            )
        case Status.BEHIND:
            return StatusWords(
                name=Phrase("behind", "滞后"),
                meaning=Phrase(
                    "what is expected by the day of the figure is not met", "未达到截至数据日期的进度要求"
                ),
                tone=Tone.BAD,
            )
        case Status.MISSED:
            return StatusWords(
                name=Phrase("missed", "未完成"),
                meaning=Phrase(
                    "the goal was not reached by the due date, or a cap is exceeded",
                    "到期未达到目标值，或已超过控制目标",
                ),
                tone=Tone.BAD,
            )
        case Status.NOT_REPORTED:
            return StatusWords(
                name=Phrase("not reported", "未报送"),
                meaning=Phrase(
                    "a figure was due and is missing or incomplete", "应报送而未报送，或数据不完整"
                ),
                tone=Tone.WARNING,
            )
        case Status.NOT_DUE:
            return StatusWords(
                name=Phrase("not due", "未到期"),
                meaning=Phrase("nothing is expected yet", "尚未到应完成的时间"),
                tone=Tone.QUIET,
            )
        case Status.NO_GOAL:
            return StatusWords(
                name=Phrase("no goal", "无目标值"),
                meaning=Phrase("no goal is given, so nothing is judged", "没有目标值，不作评价"),
                tone=Tone.QUIET,
            )
        case Status.DROPPED:
            return StatusWords(
                name=Phrase("dropped", "已取消"),
                meaning=Phrase("the target was given up, so nothing is judged", "指标已取消，不作评价"),
                tone=Tone.QUIET,
            )


STATUSES = {status: _words(status) for status in Status}
"""The words of every status."""


@cache
def status_text(status: Status, language: Language) -> str:
    """Names a status in a language."""
    return STATUSES[status].name.text(language)
