"""What a target reached in earlier years: running totals, each by the same day of the plan's year."""

import re
from collections.abc import Mapping
from decimal import Decimal

from plan_tracker.numbers import NOTHING, plain
from plan_tracker.plan.kinds import CUMULATIVE
from plan_tracker.plan.model import Actual, Kind, Past, PastYear
from plan_tracker.plan.pace import LAST_YEAR
from plan_tracker.plan.periods import EARLIEST_YEAR, Period, Reporting
from plan_tracker.problems import Path
from plan_tracker.reading import faults
from plan_tracker.reading.building.labels import Labels
from plan_tracker.reading.faults import hints, paces
from plan_tracker.reading.faults.kind import Problems
from plan_tracker.reading.schema.tables import TargetTable


class PastReader:
    """Reads the earlier years of the targets of one plan; adds what is wrong to the problems."""

    def __init__(self, labels: Labels, problems: Problems) -> None:
        self._labels, self._time, self._problems = labels, labels.time, problems
        self._year_before = labels.time.start.year - 1

    def read(self, table: TargetTable, path: Path, kind: Kind) -> Past | None:
        """Returns the earlier years, without those that are faulty; None if none are given."""
        if table.last_year is None and not table.past:
            return None
        years: dict[str, tuple[Mapping[str, Decimal], Path]] = {
            year: (totals, (*path, "past", year)) for year, totals in (table.past or {}).items()
        }
        if table.last_year is not None:
            if table.past is not None:
                hint = hints.MOVE_TO_PAST.fill(year=str(self._year_before))
                self._problems.add(faults.PAST_AND_LAST_YEAR, (*path, "last_year"), hint)
            years[str(self._year_before)] = (table.last_year, (*path, "last_year"))
        if not self._time.has_labels:
            key = "last_year" if table.past is None else "past"
            self._problems.add(faults.PAST_WITHOUT_LABELS, (*path, key), key=key)
            return None
        is_shape = table.pace == LAST_YEAR
        read = [
            self._year(year, totals, at, kind, is_shape=is_shape and year == str(self._year_before))
            for year, (totals, at) in years.items()
        ]
        return Past(start=self._time.start, years=tuple(sorted(filter(None, read))))

    def _year(
        self, key: str, totals: Mapping[str, Decimal], path: Path, kind: Kind, *, is_shape: bool
    ) -> PastYear | None:
        """Returns one year, None if it is faulty; `is_shape` says that a pace follows it."""
        year = int(key) if re.fullmatch(r"[1-9]\d{3}", key, re.ASCII) else 0
        if not EARLIEST_YEAR <= year <= self._year_before:
            from plan_tracker.reading.meant.periods import year_meant  # few years are none

            own, begins = self._time.start.year, self._time.start.month
            said = int(year_meant(key) or 0)
            earlier = said if EARLIEST_YEAR <= said <= self._year_before else self._year_before
            hint = hints.WRITE_YEAR.fill(year=str(earlier))
            if self._time.period(key):
                hint = hints.WRITE_PAST.fill(year=str(self._year_before))
            elif year == own and begins == 1:  # else FY2025 may be meant, which began in 2024
                hint = hints.ACTUALS_OF_NOW.fill()
            self._problems.add(faults.PAST_YEAR, path, hint, key=key, year=str(own))
            return None
        found = len(self._problems)
        periods = sorted(self._labels.read(totals, path), key=lambda period: period.last)
        for period in periods:
            if (meant := self._bare(period)) != period.label:
                hint = hints.did_you_mean(meant) or hints.WRITE_BARE_LABELS.fill()
                self._problems.add(faults.PAST_NEEDS_LABEL, (*path, period.label), hint, key=period.label)
            elif (kind is CUMULATIVE or is_shape) and totals[period.label] < NOTHING:
                self._problems.add(faults.NEGATIVE, (*path, period.label), key=period.label)
        if len(self._problems) > found:
            return None
        is_total = is_shape or kind is CUMULATIVE
        if is_total and self._falls(key, totals, periods, path, is_shape=is_shape):
            return None
        return PastYear(
            year=year,
            totals=tuple(
                Actual(period=each.label, day=each.last, value=totals[each.label]) for each in periods
            ),
        )

    def _falls(
        self, year: str, totals: Mapping[str, Decimal], periods: list[Period], path: Path, *, is_shape: bool
    ) -> bool:
        """Tells whether the totals fall though a pace follows them; warns where others do."""
        falls, before, other = False, NOTHING, ""
        for period in periods:
            value = totals[period.label]
            if value < before:
                values = {"before": plain(before), "value": plain(value)}
                at = (*path, period.label)
                if is_shape:
                    self._problems.add(paces.LAST_YEAR_FALLS, at, **values)
                    falls = True
                else:
                    values |= {"year": year, "other": other}
                    self._problems.add(faults.PAST_FALLS, at, hints.RUNNING_TOTALS.fill(), **values)
            else:
                before, other = value, period.label
        return falls

    def _bare(self, period: Period) -> str:
        """Returns the label of a period without a year before it, as typed if possible; may be empty."""
        bare = period.label.rpartition("-")[2]
        return bare if self._time.period(bare) else self._time.period_ending(period.last, Reporting.MONTH)
