"""Writes actuals into the text of a plan: one splice per figure; every other letter stays as it is.

The result is parsed again and must be the old plan plus these figures; otherwise nothing is returned.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias, TypeVar

from plan_tracker.editing.entries import Entry, Refused, actuals_of, refusal_of
from plan_tracker.editing.plan_text import key, parsed, table_in
from plan_tracker.plan.model import Plan
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import NotDone, Path, Problem
from plan_tracker.reading.plan_file import ParsedFile
from plan_tracker.reading.validation import validate_again
from plan_tracker.toml.spans import Span
from plan_tracker.toml.splicing import Scanned, Splice, add_splice, apply, scanned
from plan_tracker.wording import recording as phrases

T = TypeVar("T")
Watch: TypeAlias = Callable[[Iterable[T]], Iterable[T]]
"""Passes items on, and may show the user how many have passed."""


class Change(NamedTuple):
    """A figure and the one that it replaces (None if there was none)."""

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


class NotRecorded(NotDone):
    """Entries that cannot be written, all of them; the first one is told."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        super().__init__(refused[0].message, refused[0].hint)
        self.refused = tuple(refused)


class NotValid(Exception):  # noqa: N818 - what is told is what is wrong with the plan
    """The plan as it would be with the figures: its text and what is wrong with it."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        super().__init__()
        self.text, self.problems = text, problems


def record(
    original: ParsedFile,
    entries: Sequence[Entry],
    *,
    revise: bool,
    keep_digits: bool = False,
    watch: Watch[Entry] = iter,
) -> Recorded:
    """Writes the entries into the text of a plan.

    With `keep_digits` 96.5 is no change of 96.50: spreadsheets drop such zeros. The entries pass the `watch`
    twice, to be looked up and to be written. Raises NotRecorded or NotValid, and then nothing must be
    written.
    """
    changes = _changes(
        original, watch(entries), alone=_alone(entries), revise=revise, keep_digits=keep_digits
    )
    news = [change.entry for change in changes if change.changes]
    if not news:
        return Recorded(original.text, original.plan, (), tuple(changes))
    text = _write(original.text, original.plan.time, news, watch)
    document = parsed(text)
    if document is None or document != _expected(original.document, news):
        raise NotRecorded([_by_hand(original, news[0])])
    plan, problems = validated(original, text, document, {entry.target for entry in news})
    return Recorded(text, plan, problems, tuple(changes))


def validated(
    original: ParsedFile, text: str, document: Mapping[str, object], changed: Collection[str]
) -> tuple[Plan, tuple[Problem, ...]]:
    """Returns the plan in a text that was parsed to `document`, and the problems that the old one had not.

    `changed` are the targets that differ. Raises NotValid.
    """
    plan, problems = validate_again(original.plan, document, changed)
    if plan is None:
        raise NotValid(text, problems)
    return plan, tuple(problem for problem in problems if problem not in original.problems)


def _changes(
    original: ParsedFile, entries: Iterable[Entry], *, alone: str | None, revise: bool, keep_digits: bool
) -> list[Change]:
    """Finds the figure that each entry replaces."""
    changes, refused = list[Change](), list[Refused]()
    spans: Mapping[Path, Span] | None = None
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        actual = _admitted(original, entry, seen)
        if isinstance(actual, Refused):
            refused.append(actual)
            continue
        old: str | None = None
        if entry.period in actual:
            spans = spans or scanned(original.text, alone).spans
            old = original.text[slice(*spans[*entry.path, "actual", entry.period].value)]
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


def _admitted(
    original: ParsedFile, entry: Entry, seen: set[tuple[str, str]]
) -> Mapping[str, object] | Refused:
    """Returns the actuals beside which an entry can be written, or why it cannot; notes it as seen."""
    actual = actuals_of(original.document, entry)
    if isinstance(actual, Refused):
        return actual
    if refused := refusal_of(entry, actual, original.plan.time):
        return refused
    if (entry.id, entry.period) in seen:
        return Refused(entry, phrases.GIVEN_TWICE.fill(id=entry.id, period=entry.period))
    seen.add((entry.id, entry.period))
    return actual


def _alone(entries: Sequence[Entry]) -> str | None:
    """Returns the target of a single entry, so that only its part of the plan need be scanned."""
    return entries[0].target if len(entries) == 1 else None


def _write(text: str, time: PlanTime, entries: Sequence[Entry], watch: Watch[Entry]) -> str:
    """Returns the text with all figures; a table that gets several is scanned again for each."""
    waiting = entries
    while waiting:
        document, splices, later = scanned(text, _alone(waiting)), list[Splice](), list[Entry]()
        tables: set[Path] = set()
        for entry in watch(waiting):
            if entry.path in tables:
                later.append(entry)
                continue
            tables.add(entry.path)
            splices.append(_splice(document, time, entry))
        text, waiting = apply(text, splices), later
    return text


def _splice(document: Scanned, time: PlanTime, entry: Entry) -> Splice:
    if splice := splice_by_day(document, time, (*entry.path, "actual"), entry.period, entry.figure):
        return splice
    goal = (*entry.path, "goal")
    actuals = f"{{ {entry.period} = {entry.figure} }}"
    return add_splice(document, entry.path, "actual", actuals, goal if goal in document.spans else "last")


def splice_by_day(document: Scanned, time: PlanTime, table: Path, period: str, value: str) -> Splice | None:
    """Makes the splice that sets the value of a period, in the order of days; None without such a table."""
    if old := document.spans.get((*table, period)):
        return Splice(*old.value, value)
    if table not in document.spans:
        return None
    own = time.period(period)
    days = [(other.last, label) for label in labels_in(document, table) if (other := time.period(label))]
    earlier = [(day, label) for day, label in days if own and day < own.last]
    return add_splice(document, table, key(period), value, (*table, max(earlier)[1]) if earlier else "first")


def labels_in(document: Scanned, table: Path) -> list[str]:
    """Returns the labels of periods in a table, as they stand there."""
    return [str(path[-1]) for path in document.children.get(table, ())]


def _expected(document: dict[str, object], entries: Sequence[Entry]) -> dict[str, object]:
    """Returns the document as it should be afterwards; it shares with the old one what stays the same."""
    copies: dict[Path, dict[str, object]] = {(): dict(document)}
    for entry in entries:
        path = (*entry.path, "actual")
        for depth in range(1, len(path) + 1):
            if path[:depth] not in copies:
                above, key = copies[path[: depth - 1]], str(path[depth - 1])
                copies[path[:depth]] = above[key] = dict(table_in(above, key))
        copies[path][entry.period] = Decimal(entry.figure)
    return copies[()]


def _by_hand(original: ParsedFile, entry: Entry) -> Refused:
    line = original.place(entry.path).line
    pair = f"actual = {{ {entry.period} = {entry.figure} }}"
    hint = phrases.EDIT_AT.fill(file=original.name, line=str(line), text=pair)
    return Refused(entry, phrases.BY_HAND.fill(), hint)
