"""The figures that are to be written into a plan, and the reasons why one cannot be written."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from plan_tracker.editing.plan_text import table_in
from plan_tracker.language import Message, inserted, listed
from plan_tracker.plan.model import Counting
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import Path, closest, first_of, printable
from plan_tracker.reading.building.labels import unknown_label
from plan_tracker.reading.faults import hints
from plan_tracker.wording import recording as phrases
from plan_tracker.wording.figures import NO_NUMBER

_FIGURE = re.compile(r"[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?", re.ASCII)
"""A figure as TOML has it, within the digits that a plan may have."""

_SHOWN_IDS = 12


class Entry(NamedTuple):
    """One figure to write, for a target or one of its parts; `figure` as typed."""

    target: str
    part: str
    period: str
    figure: str

    @property
    def id(self) -> str:
        """The target's id, or `projects/新城区` for a part."""
        return f"{self.target}/{self.part}" if self.part else self.target

    @property
    def path(self) -> Path:
        """Where the target or the part stands in the document."""
        own: Path = ("targets", self.target)
        return (*own, "parts", self.part) if self.part else own


def entry_of(identity: str, period: str, figure: str) -> Entry:
    """Makes an entry of an id, a period and a figure, such as `projects/新城区`, `H1` and `30`."""
    target, _, part = identity.partition("/")
    return Entry(target=target, part=part, period=period, figure=figure)


class Refused(NamedTuple):
    """An entry that cannot be written: why, and what to do about it."""

    entry: Entry
    message: Message
    hint: Message | None = None


def actuals_of(document: Mapping[str, object], entry: Entry) -> Mapping[str, object] | Refused:
    """Returns the actuals that the target or part has already, or why there is no such target."""
    targets = table_in(document, "targets")
    if entry.target not in targets:
        message = phrases.NO_TARGET.fill(id=printable(entry.target))
        return Refused(entry, message, _close(entry.target, targets))
    target = table_in(targets, entry.target)
    if not entry.part:
        return table_in(target, "actual")
    parts = table_in(target, "parts")
    if entry.part not in parts:
        message = phrases.NO_PART.fill(id=entry.target, part=printable(entry.part))
        return Refused(entry, message, _close(entry.part, parts))
    return table_in(table_in(parts, entry.part), "actual")


def labels_of(day: date, labels: Iterable[str], time: PlanTime) -> list[str]:
    """Returns the labels of the periods that end on a day."""
    return [label for label in labels if (period := time.period(label)) and period.last == day]


def as_reported(entry: Entry, document: Mapping[str, object], time: PlanTime, counting: Counting) -> Entry:
    """Returns the entry under the label that the plan already has for its day, if it is a total or level.

    Figures per period keep their own label: H1 and Q2 end on one day, but add up different months.
    """
    actual, period = actuals_of(document, entry), time.period(entry.period)
    if isinstance(actual, Refused) or period is None or counting is Counting.PER_PERIOD:
        return entry
    same = labels_of(period.last, actual, time)
    return entry if entry.period in actual or not same else entry._replace(period=same[0])


def refusal_of(entry: Entry, actual: Mapping[str, object], time: PlanTime) -> Refused | None:
    """Tells what is wrong with the figure or the period of an entry; None if nothing is."""
    if _FIGURE.fullmatch(entry.figure) is None:
        refused = NO_NUMBER.fill(text=printable(entry.figure))
        return Refused(entry, refused, phrases.DIGITS_ONLY.fill())
    period = time.period(entry.period)
    if period is None:
        problem = unknown_label(printable(entry.period), ("plan",), time)
        return Refused(entry, problem.message, problem.hint)
    for other in labels_of(period.last, actual, time):
        if other != entry.period:
            values = {"id": entry.id, "period": entry.period, "other": other, "figure": str(actual[other])}
            return Refused(entry, phrases.SAME_DAY.fill(**values), phrases.USE_OTHER.fill(other=other))
    return None


def _close(name: str, known: Mapping[str, object]) -> Message | None:
    if close := closest(name, known):
        return hints.DID_YOU_MEAN.fill(word=close)
    ids = list(known)
    if not ids:
        return None
    return inserted(phrases.KNOWN_IDS, ids=listed(first_of(ids, _SHOWN_IDS))).fill()
