"""Finds the target or part that a person means: by id, by a name that is unique, or as target/part."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plan_tracker.language import Message, inserted, listed
from plan_tracker.problems import NotDone, first_of, quoted

if TYPE_CHECKING:
    from plan_tracker.plan.model import Plan, Target
    from plan_tracker.plan.names import Names

_FEW = 12
"""How many ids a hint lists."""


def target_named(text: str, plan: "Plan", file: str) -> "Target":
    """Returns the target or part that is meant; raises NotDone with the candidates, or similar names."""
    from plan_tracker.plan.names import Names

    names = Names(plan)
    if found := only_one(names.found(text), text):
        return found
    raise NotDone(*_unknown(text, names, file))


def only_one(found: "Sequence[Target]", text: str) -> "Target | None":
    """Returns what a text names, None if that is nothing; raises NotDone if it names several."""
    from plan_tracker.wording import sheets as phrases

    if len(found) > 1:
        several = inserted(phrases.AMBIGUOUS, ids=listed(target.id for target in found))
        raise NotDone(several.fill(name=quoted(text)), phrases.USE_ID.fill())
    return found[0] if found else None


def said_as(text: str | None, known: Iterable[str]) -> str | None:
    """Returns a group or an owner as the plan writes it, None if none is given; raises NotDone."""
    from plan_tracker.plan.names import Similar, spelt_as
    from plan_tracker.reading.faults.hints import did_you_mean
    from plan_tracker.wording.usage import NONE_NAMED, NOT_A_WORD

    if text is None:
        return None
    names = list(dict.fromkeys(filter(None, known)))
    meant = spelt_as(text, names)
    if meant is None:
        if not names:
            raise NotDone(NONE_NAMED.fill(text=quoted(text)))
        unknown = inserted(NOT_A_WORD, words=listed(names[:_FEW]))
        raise NotDone(unknown.fill(text=quoted(text)), did_you_mean(Similar(names).closest(text)))
    return meant


def _unknown(text: str, names: "Names", file: str) -> tuple[Message, Message | None]:
    """Tells why a text names nothing, and what was probably meant."""
    from plan_tracker.plan.names import Similar
    from plan_tracker.reading.faults.hints import did_you_mean
    from plan_tracker.wording import recording as phrases
    from plan_tracker.wording.show import CONTAINING, EXPORT_IDS, UNKNOWN

    head, _, tail = text.replace("／", "/").partition("/")
    wholes = names.targets(head) if tail else []
    if len(wholes) == 1 and wholes[0].parts:
        parts = wholes[0].parts
        message, known = phrases.NO_PART.fill(id=wholes[0].id, part=quoted(tail)), [part.id for part in parts]
        words = {part.name: part.id for part in parts} | {id_.partition("/")[2]: id_ for id_ in known}
        close = Similar(words).closest(tail)
        similar = words[close] if close else None
    else:
        message, known = UNKNOWN.fill(id=quoted(text), file=file), names.ids()
        similar = names.similar(text)
    if not tail and (found := list(names.containing(text))):
        if len(found) == 1:
            return message, did_you_mean(found[0].name)
        shown = first_of([target.id for target in found], _FEW)
        return message, inserted(CONTAINING, ids=listed(shown)).fill()
    if similar:
        return message, did_you_mean(similar)
    if len(known) <= _FEW:
        return message, inserted(phrases.KNOWN_IDS, ids=listed(known)).fill()
    return message, EXPORT_IDS.fill()
