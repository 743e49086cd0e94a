"""Writes actuals into the text of a plan: one splice per figure, and every other letter stays as it is.

What comes out is parsed again and must be the old plan plus these figures; else nothing is given back.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import NamedTuple, Protocol, TypeVar

import tomli

from plan_tracker import faults
from plan_tracker.labels import Labels
from plan_tracker.language import Message
from plan_tracker.periods import PlanTime
from plan_tracker.plan import Plan
from plan_tracker.problems import Path, Problem, printable
from plan_tracker.spans import Lines, Span, scan
from plan_tracker.splicing import Scanned, Splice, add_splice, apply, scanned
from plan_tracker.validation import validate
from plan_tracker.wording import recording as phrases

T = TypeVar("T")
_FIGURE = re.compile(r"[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?", re.ASCII)
SHOWN_IDS = 12


class Meter(Protocol):
    """Lets items pass, and may show how many have."""

    def __call__(self, items: Iterable[T], /) -> Iterable[T]:
        """The same items."""
        ...


class Entry(NamedTuple):
    """One figure to write: of a target, or of its part; `figure` as typed."""

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


class Change(NamedTuple):
    """A figure and what stood in its place (None where nothing did)."""

    entry: Entry
    old: str | None

    @property
    def changes(self) -> bool:
        """Whether the text differs from before."""
        return self.old != self.entry.figure


class Recorded(NamedTuple):
    """A plan with figures written into it; `problems` are warnings that the old plan did not have."""

    text: str
    plan: Plan
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]


class Refused(NamedTuple):
    """An entry that cannot be written, why, and what to do about it."""

    entry: Entry
    message: Message
    hint: Message | None = None


class NotRecorded(Exception):  # noqa: N818 - what is told is why figures are refused
    """Entries that cannot be written, all of them."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        super().__init__()
        self.refused = tuple(refused)


class NotValid(Exception):  # noqa: N818 - as above
    """The plan as it would be with the figures: its text and what is wrong with it."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        super().__init__()
        self.text, self.problems = text, problems


def entry_of(identity: str, period: str, figure: str) -> Entry:
    """The entry that `projects/新城区`, `H1`, `30` mean."""
    target, _, part = identity.partition("/")
    return Entry(target, part, period, figure)


def record(
    text: str,
    time: PlanTime,
    known: Sequence[Problem],
    entries: Sequence[Entry],
    *,
    revise: bool,
    file: str,
    keep_digits: bool = False,
    meter: Meter = iter,
) -> Recorded:
    """The plan with the entries written into its text; `known` are the problems it has already.

    With `keep_digits` 96.5 is no change of 96.50: spreadsheets drop such zeros. Every entry passes the
    `meter` twice.
    Raises NotRecorded or NotValid, and then nothing must be written.
    """
    document: dict[str, object] = tomli.loads(text, parse_float=Decimal)
    changes = _changes(
        document, text, time, meter(entries), alone=_alone(entries), revise=revise, keep_digits=keep_digits
    )
    written = _write(text, time, changes, meter)
    again = _parsed(written)
    if again is None or again != _expected(document, changes):
        entry = next(change.entry for change in changes if change.changes)
        raise NotRecorded([_by_hand(text, entry, file)])
    plan, problems = validate(again)
    if plan is None:
        raise NotValid(written, problems)
    fresh = tuple(problem for problem in problems if problem not in known)
    return Recorded(written, plan, fresh, tuple(changes))


def _changes(
    document: dict[str, object],
    text: str,
    time: PlanTime,
    entries: Iterable[Entry],
    *,
    alone: str | None,
    revise: bool,
    keep_digits: bool,
) -> list[Change]:
    """What each entry replaces."""
    changes, refused = list[Change](), list[Refused]()
    spans: Mapping[Path, Span] | None = None
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        actual = _actuals_of(document, entry)
        fault = actual if isinstance(actual, Refused) else _fault(entry, actual, time)
        if isinstance(actual, Refused) or fault:
            refused += [fault] if fault else []
            continue
        if (entry.id, entry.period) in seen:
            twice = phrases.GIVEN_TWICE.fill(id=entry.id, period=entry.period)
            refused.append(Refused(entry, twice))
            continue
        seen.add((entry.id, entry.period))
        old: str | None = None
        if entry.period in actual:
            spans = spans or scanned(text, alone).spans
            old = text[slice(*spans[*entry.path, "actual", entry.period].value)]
            if keep_digits and Decimal(entry.figure) == actual[entry.period]:
                old = entry.figure
        change = Change(entry, old)
        if old is not None and change.changes and not revise:
            values = {"id": entry.id, "period": entry.period, "old": old, "new": entry.figure}
            refused.append(Refused(entry, phrases.STANDS_ALREADY.fill(**values), phrases.REVISE.fill()))
        changes.append(change)
    if refused:
        raise NotRecorded(refused)
    return changes


def _alone(entries: Sequence[Entry]) -> str | None:
    """The target of a single entry: to look for places in it only saves a third of the time."""
    return entries[0].target if len(entries) == 1 else None


def _write(text: str, time: PlanTime, changes: Sequence[Change], meter: Meter) -> str:
    """The text with all figures, in rounds: a table that gets several is scanned again for each."""
    waiting = [change.entry for change in changes if change.changes]
    while waiting:
        document, splices, later = scanned(text, _alone(waiting)), list[Splice](), list[Entry]()
        tables: set[Path] = set()
        for entry in meter(waiting):
            if entry.path in tables:
                later.append(entry)
                continue
            tables.add(entry.path)
            splices.append(_splice(document, time, entry))
        text, waiting = apply(text, splices), later
    return text


def _splice(document: Scanned, time: PlanTime, entry: Entry) -> Splice:
    table, spans = (*entry.path, "actual"), document.spans
    if old := spans.get((*table, entry.period)):
        return Splice(*old.value, entry.figure)
    if table in spans:
        labels = [str(path[-1]) for path in document.children.get(table, ())]
        earlier = _latest_before(time, entry.period, labels)
        if earlier is None:
            return add_splice(document, table, entry.period, entry.figure, "first")
        return add_splice(document, table, entry.period, entry.figure, (*table, earlier))
    goal = (*entry.path, "goal")
    actuals = f"{{ {entry.period} = {entry.figure} }}"
    return add_splice(document, entry.path, "actual", actuals, goal if goal in spans else "last")


def _latest_before(time: PlanTime, period: str, labels: Sequence[str]) -> str | None:
    own = time.period(period)
    days = [(other.last, label) for label in labels if (other := time.period(label))]
    earlier = [(day, label) for day, label in days if own and day < own.last]
    return max(earlier)[1] if earlier else None


def _parsed(text: str) -> dict[str, object] | None:
    try:
        return tomli.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, ArithmeticError):
        return None


def _expected(document: dict[str, object], changes: Sequence[Change]) -> dict[str, object]:
    """The document as it shall be; what does not change is shared with the old one."""
    copies: dict[Path, dict[str, object]] = {(): dict(document)}
    for change in changes:
        entry = change.entry
        path = (*entry.path, "actual")
        for depth in range(1, len(path) + 1):
            if path[:depth] not in copies:
                above, key = copies[path[: depth - 1]], str(path[depth - 1])
                copies[path[:depth]] = above[key] = dict(_table(above, key))
        if change.changes:
            copies[path][entry.period] = Decimal(entry.figure)
    return copies[()]


# --- what may be written


def _actuals_of(document: Mapping[str, object], entry: Entry) -> Mapping[str, object] | Refused:
    """The actuals that the target or part of an entry has already."""
    targets = _table(document, "targets")
    if entry.target not in targets:
        message = phrases.NO_TARGET.fill(id=printable(entry.target))
        return Refused(entry, message, _close(entry.target, targets))
    target = _table(targets, entry.target)
    if not entry.part:
        return _table(target, "actual")
    parts = _table(target, "parts")
    if entry.part not in parts:
        message = phrases.NO_PART.fill(id=entry.target, part=printable(entry.part))
        return Refused(entry, message, _close(entry.part, parts))
    return _table(_table(parts, entry.part), "actual")


def _table(table: Mapping[str, object], key: str) -> Mapping[str, object]:
    inner = table.get(key)
    return inner if isinstance(inner, dict) else {}


def _close(name: str, known: Mapping[str, object]) -> Message | None:
    if close := get_close_matches(name, known, n=1):
        return faults.DID_YOU_MEAN.fill(word=close[0])
    ids = list(known)
    if not ids:
        return None
    more = ["…"] if len(ids) > SHOWN_IDS else []
    return phrases.KNOWN_IDS.fill(ids=", ".join(ids[:SHOWN_IDS] + more))


def _fault(entry: Entry, actual: Mapping[str, object], time: PlanTime) -> Refused | None:
    """What is wrong with the figure or the period of an entry, without regard to its target."""
    if _FIGURE.fullmatch(entry.figure) is None:
        from plan_tracker.typed import figure_meant  # few figures are wrong

        meant = figure_meant(entry.figure)
        hint = phrases.WRITE_FIGURE.fill(figure=meant) if meant else phrases.DIGITS_ONLY.fill()
        return Refused(entry, phrases.NOT_A_FIGURE.fill(text=printable(entry.figure)), hint)
    period = time.period(entry.period)
    if period is None:
        problem = Labels(time, []).unknown(printable(entry.period), ("plan",))
        return Refused(entry, problem.message, problem.hint)
    for other, figure in actual.items():
        meant_day = time.period(other)
        if meant_day and meant_day.last == period.last and other != entry.period:
            values = {"id": entry.id, "period": entry.period, "other": other, "figure": str(figure)}
            return Refused(entry, phrases.SAME_DAY.fill(**values), phrases.USE_OTHER.fill(other=other))
    return None


def _by_hand(text: str, entry: Entry, file: str) -> Refused:
    span = scan(text).get(entry.path)
    line = Lines(text).position(span.key[0])[0] if span else 1
    pair = f"actual = {{ {entry.period} = {entry.figure} }}"
    hint = phrases.EDIT_AT.fill(file=file, line=str(line), text=pair)
    return Refused(entry, phrases.BY_HAND.fill(), hint)
