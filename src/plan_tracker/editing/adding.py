"""Adds a target to the text of a plan: one block in its group; every other letter stays as it is.

The result is parsed again and must be the old plan plus this target; otherwise nothing is returned.
"""

from collections.abc import Mapping
from typing import NamedTuple

from plan_tracker.editing.plan_text import key, literal, pairs, parsed, table_in
from plan_tracker.editing.recording import validated
from plan_tracker.editing.writing import NotWritten
from plan_tracker.plan.model import Plan
from plan_tracker.problems import Problem
from plan_tracker.reading.plan_file import ParsedFile
from plan_tracker.toml.spans import Layout
from plan_tracker.toml.splicing import Splice, add_section, add_splice, apply, scanned
from plan_tracker.wording import adding as phrases


class Added(NamedTuple):
    """A plan with one more target; `problems` are those that the old one did not have.

    `line` is where the target begins, counted from 1.
    """

    text: str
    plan: Plan
    problems: tuple[Problem, ...]
    line: int


def add(original: ParsedFile, identity: str, table: Mapping[str, object]) -> Added:
    """Writes a target behind the last one of its group, else behind the last of all.

    `table` has its keys in the order in which they are written. Raises NotValid or NotWritten, and then
    nothing must be written.
    """
    targets = table_in(original.document, "targets")
    splice = _splice(original.text, _neighbour(targets, table.get("group")), identity, table)
    text = apply(original.text, [splice])
    document = parsed(text)
    expected = {**original.document, "targets": {**targets, identity: table}}
    if document is None or document != expected:
        block = "\n".join(_block(identity, table))
        hint = phrases.EDIT_BY_HAND.fill(file=original.name, text=block)
        raise NotWritten(phrases.BY_HAND.fill(), hint)
    plan, problems = validated(original, text, document, {identity})
    blank = len(splice.text) - len(splice.text.lstrip())
    line = text.count("\n", 0, splice.start + blank) + 1
    return Added(text=text, plan=plan, problems=problems, line=line)


def _neighbour(targets: Mapping[str, object], group: object) -> str:
    """Returns the target behind which a new one of this group belongs (None stands for no group)."""
    alike = [known for known in targets if table_in(targets, known).get("group") == group]
    return (alike or list(targets))[-1]


def _splice(text: str, neighbour: str, identity: str, table: Mapping[str, object]) -> Splice:
    """Makes the text of the target in the layout of its neighbour: below its own header, or as one pair."""
    document, path = scanned(text, neighbour), ("targets", neighbour)
    if document.spans[path].layout in {Layout.HEADER, Layout.IMPLICIT}:
        return add_section(document, path, *_block(identity, table))
    return add_splice(document, path[:1], key(identity), literal(table), path)


def _block(identity: str, table: Mapping[str, object]) -> list[str]:
    return [f"[targets.{key(identity)}]", *pairs(table)]
