"""Takes out of a plan made of a table what would make it invalid, and says so at the rows it came from."""

from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from plan_tracker.editing.plan_text import Document
from plan_tracker.plan.model import Plan
from plan_tracker.problems import Path, Problem, Severity, printable
from plan_tracker.reading.faults import GOAL_NOT_POSITIVE
from plan_tracker.reading.validation import validate
from plan_tracker.spreadsheets.refusal import NotRead
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.wording import importing as phrases

_TRIES = 20
"""How often at most something is taken out: that may make something else invalid."""


class Origin(NamedTuple):
    """Where a plan comes from: the name of the file, the rows of its targets and parts by id, the account."""

    file: str
    rows: Mapping[str, int]
    account: Account


def settled(document: Document, origin: Origin) -> Plan:
    """Returns the plan of a document, from which what is invalid is taken out; raises NotRead."""
    for _ in range(_TRIES):
        plan, problems = validate(document)
        if plan is not None:
            return plan
        for problem in problems:
            if problem.severity is Severity.ERROR:
                _take_out(document, problem, origin)
    raise NotRead(phrases.NOTHING_LEFT.fill(file=origin.file))


def _take_out(document: Document, problem: Problem, origin: Origin) -> None:
    match problem.path:
        case ("targets", str(), "parts", str(), *_):
            _drop(document, problem.path[: len(("targets", "id", "parts", "key", "field"))], problem, origin)
        case ("targets", str(), *_):
            _drop(document, problem.path[: len(("targets", "id", "field"))], problem, origin)
        case _ if origin.account.faults and not document["targets"]:
            raise NotRead(phrases.NOTHING_LEFT.fill(file=origin.file))
        case _:
            raise NotRead(problem.message, problem.hint)


def _drop(document: Document, path: Path, problem: Problem, origin: Origin) -> None:
    """Takes what stands at a path out of the document."""
    *above, key = map(str, path)
    table: object = document
    for name in above:
        table = table.get(name) if isinstance(table, dict) else None
    if not isinstance(table, dict) or key not in table:
        return
    is_zero = table.pop(key) == 0 and problem.code == GOAL_NOT_POSITIVE.code
    ids = accumulate((name for name in (*above[1:], key) if name != "parts"), "{}/{}".format)
    row = next((origin.rows[each] for each in reversed([*ids]) if each in origin.rows), 0)
    hint = phrases.WRITE_LIMIT if is_zero else phrases.LEFT_OUT
    origin.account.fault(row, problem.message, hint.fill(field=printable(key)))
