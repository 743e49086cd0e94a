"""Period labels as people write them: the day each means in this plan, or what was probably meant."""

from collections.abc import Iterable
from datetime import date

from plan_tracker.language import Message
from plan_tracker.plan.model import Counting
from plan_tracker.plan.period_words import RUNNING, Months, said
from plan_tracker.plan.periods import Period, PlanTime
from plan_tracker.problems import Path, Problem
from plan_tracker.reading import faults
from plan_tracker.reading.faults import hints
from plan_tracker.reading.faults.below import key_below
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.tables import TargetTable


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
    from plan_tracker.reading.meant.periods import closest_label, label_of_each_year  # few mean nothing

    if meant := closest_label(key, time, counting):
        return hints.DID_YOU_MEAN.fill(word=meant)
    spoken = said(key)
    if counting is Counting.PER_PERIOD and isinstance(spoken, Months) and spoken.word in RUNNING:
        return hints.SINGLE_PERIODS.fill(word=key)
    half = time.period("H1")
    example = {"date": str(half.last if half else time.start.replace(month=6, day=30))}
    if time.has_labels:
        return hints.WRITE_LABELS.fill(**example)
    if time.has_labels_of_years:
        label = label_of_each_year(key, time)
        labels = [f"{year}-{label}" for year in range(time.start.year, time.end.year + 1)]
        own = [each for each in labels if (period := time.period(each)) and period.last <= time.end]
        if len(own) > 1:
            return hints.NAME_YEAR.fill(first=own[0], last=own[-1], **example)
        if own:
            return hints.WRITE_LABELS_OF_YEAR.fill(label=own[0], **example)
    return hints.WRITE_DAYS.fill(date=str(time.end))
