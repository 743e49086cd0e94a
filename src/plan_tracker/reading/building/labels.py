"""Period labels as people write them: the day each means in this plan, or what was probably meant."""

import re
from collections.abc import Iterable
from datetime import date

from plan_tracker.language import Message
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import RUNNING, Months, said
from plan_tracker.plan.periods import Period, PlanTime
from plan_tracker.problems import Path, Problem, closest
from plan_tracker.reading import faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.below import key_below
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.tables import TargetTable

_LOOSE_LABEL = r"(?:(\d{4})-?)?([HQMF])[Y-]?0?(\d{0,2})"  # not compiled: few plans have such labels
_ALL = ("H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"M{month:02}" for month in range(1, 13)), "FY")


class Labels:
    """Reads period labels in the time of one plan; adds those without a meaning to the problems."""

    def __init__(self, time: PlanTime, problems: Problems) -> None:
        self.time, self._problems = time, problems

    def read(self, keys: Iterable[str], path: Path, counting: Counting = Counting.TO_DATE) -> list[Period]:
        """Returns the periods of labels, without those that have no meaning or end on the day of another.

        `counting` is that of the figures to which they belong, for the hints.
        """
        periods: list[Period] = []
        seen: dict[date, str] = {}
        for key in keys:
            period = self.time.period(key)
            if period is None:
                self._problems.append(unknown_label(key, (*path, key), self.time, counting))
            elif period.last in seen:
                other = seen[period.last]
                self._problems.add(
                    faults.PERIOD_TWICE, (*path, key), hints.KEEP_ONE.fill(), key=key, other=other
                )
            else:
                seen[period.last] = key
                periods.append(period)
        return periods


def unknown_label(key: str, path: Path, time: PlanTime, counting: Counting = Counting.TO_DATE) -> Problem:
    """Makes the problem of a label without a meaning in the time of a plan, with what was probably meant."""
    if path[:1] == ("targets",) and key in TargetTable.model_fields:
        return key_below(path)
    return faults.BAD_PERIOD.at_path(path, hint_for_label(key, time, counting), key=key)


def hint_for_label(key: str, time: PlanTime, counting: Counting = Counting.TO_DATE) -> Message:
    """Returns what to write instead of a label without a meaning in the time of a plan."""
    from plan_tracker.reading.periods_meant import label_meant  # few labels mean nothing

    if meant := label_meant(key, time, counting) or _meant(key, time):
        return hints.DID_YOU_MEAN.fill(word=meant)
    spoken = said(key)
    if counting is Counting.PER_PERIOD and isinstance(spoken, Months) and spoken.word in RUNNING:
        return hints.SINGLE_PERIODS.fill(word=key)
    half = time.period("H1")
    example = {"date": str(half.last if half else time.start.replace(month=6, day=30))}
    if time.has_labels:
        return hints.WRITE_LABELS.fill(**example)
    if time.has_labels_of_years:
        return hints.WRITE_LABELS_OF_YEAR.fill(year=str(time.start.year), **example)
    return hints.WRITE_DAYS.fill(date=str(time.end))


def _meant(key: str, time: PlanTime) -> str | None:
    """Returns the label or day that was probably meant, with no year and no number that was not typed."""
    candidates: list[str] = []
    if match := re.fullmatch(_LOOSE_LABEL, key.strip(), re.ASCII | re.IGNORECASE):
        letter, number = match[2].upper(), match[3]
        label = "FY" if letter == "F" else f"M{int(number or 0):02}" if letter == "M" else letter + number
        if letter == "F" and number[1:]:  # FY24 of a plan from April may be the year before
            year = time.start.year // 100 * 100 + int(number)
            is_own = year == time.start.year == time.end.year
            candidates += [label, f"{year}-FY"] if is_own else [f"{year}-FY"]
        else:
            candidates += [f"{match[1]}-{label}"] if match[1] else [label, f"{time.start.year}-{label}"]
    close = closest(key.upper(), _ALL) if time.has_labels else None
    if close and [*filter(str.isdigit, close)] == [*filter(str.isdigit, key)]:
        candidates.append(close)
    return next((word for word in candidates if time.period(word)), None)
