"""Writes into a plan's text what a feed gave: one line per period; every other letter stays as it is."""

from plan_tracker.editing.entries import labels_of
from plan_tracker.editing.plan_text import key, literal, parsed, tables_of
from plan_tracker.editing.recording import Recorded, labels_in, splice_by_day
from plan_tracker.editing.writing import NotWritten
from plan_tracker.plan.feeds import Pull
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import Path
from plan_tracker.toml.spans import Layout
from plan_tracker.toml.splicing import Scanned, Splice, add_splice, add_table, apply, scanned
from plan_tracker.wording import recording as phrases


def note_pull(recorded: Recorded, feed: str, pull: Pull) -> Recorded:
    """Adds the pull to the plan's text, in place of an earlier one for the same day.

    Raises NotWritten if that would change anything else.
    """
    time, document = recorded.plan.time, scanned(recorded.text)
    table: Path = ("feeds", feed, "pulled")
    period = time.period(pull.period)
    same = labels_of(period.last, labels_in(document, table), time) if period else []
    label = same[0] if same else pull.period
    told = {
        "at": pull.at,
        "figures": pull.figures,
        "records": pull.records,
        "query_digest": pull.query_digest,
        "figures_digest": pull.figures_digest,
    }
    value = {name: each for name, each in told.items() if each is not None}
    text = apply(recorded.text, [_splice(document, time, table, label, literal(value))])
    expected = tables_of(recorded.text)
    expected["feeds"][feed].setdefault("pulled", {})[label] = value
    if parsed(text) != expected:
        raise NotWritten(phrases.BY_HAND.fill())
    return recorded._replace(text=text)


def _splice(document: Scanned, time: PlanTime, table: Path, label: str, value: str) -> Splice:
    if splice := splice_by_day(document, time, table, label, value):
        return splice
    feed, pair = table[:-1], f"{key(label)} = {value}"
    if document.spans[feed].layout is Layout.HEADER:
        return add_table(document, feed, "pulled", pair)
    return add_splice(document, feed, "pulled", f"{{ {pair} }}", "last")
