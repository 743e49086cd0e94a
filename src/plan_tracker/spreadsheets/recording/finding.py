"""Finds the target that a row means: by id, by name, by name and unit, below a parent, or as target/part."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from plan_tracker.language import Message, inserted, listed
from plan_tracker.plan.model import Plan, Target
from plan_tracker.plan.names import Names, Similar, simplified
from plan_tracker.problems import first_of, in_shell
from plan_tracker.reading.faults.hints import did_you_mean
from plan_tracker.spreadsheets.cells import shown
from plan_tracker.spreadsheets.tables.fiscal_years import years_of
from plan_tracker.spreadsheets.tables.row_texts import bare_name, without_number, without_of_which
from plan_tracker.spreadsheets.units import power, same_unit, stems_of
from plan_tracker.wording import sheets as phrases
from plan_tracker.wording.recording import SAY_UNDER_WHICH

_MOST = 20
"""How many targets of one name are listed."""


class Sought(NamedTuple):
    """What a row says of its target; empty for what it does not say."""

    id: str = ""
    name: str = ""
    parent: str = ""
    unit: str = ""
    group: str = ""


class NotFound(NamedTuple):
    """Why a row means no target; `hint` finds what to do, which takes long and is told of few rows."""

    message: Message
    hint: Callable[[], Message | None] = lambda: None


class Finder:
    """Finds targets of a plan; with `under` rows are the parts of that target, by their names."""

    def __init__(self, plan: Plan, under: Target | None = None) -> None:
        self.years = years_of(plan.time, [plan.title])
        self._names, self._under = Names(plan), under
        self._similar_parts: dict[str, Similar] = {}
        self._by_units: dict[Sought, Target | NotFound] = {}
        self._with_stem: dict[Sought, defaultdict[str, list[Target]]] = {}

    def knows(self, name: str) -> bool:
        """Tells whether a row of this name is of a target (or of a part of `under`)."""
        if not name:
            return False
        if self._under is not None:
            return bool(self._names.parts(self._under, without_of_which(name)))
        return any(
            self._names.targets(each) or ("/" in each and self._names.found(each))
            for each in {name, without_of_which(name)}
        )

    def has_id(self, text: str) -> bool:
        """Tells whether a text is the id of a target or a part (of `under`)."""
        if self._under is not None:
            return bool(self._names.parts(self._under, text))
        return bool(self._names.with_id(text) or ("/" in text and self._names.found(text)))

    def is_of_parts(self, name: str) -> bool:
        """Tells whether a name, such as that of a sheet, is only that of parts, and rows are no parts."""
        found = [] if self._under else self._names.found(name)
        return bool(found) and all(each.parent for each in found)

    def has_parts(self, name: str) -> bool:
        """Tells whether a name is that of one target, which has parts; rows are not those of `under`."""
        found = self._names.targets(name) if self._under is None else []
        return len(found) == 1 and bool(found[0].parts)

    def target(self, sought: Sought) -> Target | NotFound:
        """Returns the one target that a row means; 1. or 一、 or 其中： before its name do not matter."""
        found = self._target(sought)
        bare = without_number(sought.name)
        for name in (bare, without_of_which(bare)):
            if isinstance(found, NotFound) and name != sought.name:
                again = self._target(sought._replace(name=name))
                found = again if isinstance(again, Target) else found
        return found

    def of_which(self, sought: Sought, above: Sought | None) -> Target | None:
        """Returns the target of a row below another: a part of the target in the row `above`, else any other.

        A target that has the whole text for its name, such as 其中：工业, goes before the part 工业.
        """
        bare = bare_name(sought.name)
        is_own = bool(sought.id or sought.parent) or (
            bare != sought.name and self._names.targets(sought.name)
        )
        whole = None if is_own or above is None else self.target(above)
        if isinstance(whole, Target) and len(parts := self._names.parts(whole, bare)) == 1:
            return parts[0]
        own = self.target(sought)
        return own if isinstance(own, Target) else None

    def _target(self, sought: Sought) -> Target | NotFound:
        """Returns the one target that the words of a row mean just as they stand."""
        text = sought.id or sought.name
        if not text:
            return NotFound(phrases.NAMELESS.fill(), phrases.NAME_EACH.fill)
        if self._under is not None:
            return self._part(self._under, without_of_which(text))
        if sought.parent:
            return self._below(sought)
        if sought.id:
            found = self._names.with_id(text)
        else:
            found = self._names.named(text) or self._names.with_id(text)
        if not found and "/" in text.replace("／", "/"):
            found = self._names.found(text)
        if not found:
            return NotFound(phrases.NO_SUCH_TARGET.fill(name=shown(text)), partial(self._close, text))
        if len(found) == 1:
            return self._unless_named_otherwise(found[0], sought)
        if sought not in self._by_units:
            self._by_units[sought] = self._by_unit(found, sought)
        return self._by_units[sought]

    def _unless_named_otherwise(self, target: Target, sought: Sought) -> Target | NotFound:
        """Returns a target, unless a row with its id has another's name, as after one column was sorted."""
        named = self._names.named(sought.name) if sought.id and sought.name else []
        if not named or target in named or simplified(target.name) == simplified(sought.name):
            return target
        values = {"id": target.id, "name": shown(target.name), "other": shown(sought.name)}
        return NotFound(phrases.NAMED_OTHERWISE.fill(**values), phrases.CORRECT_ID.fill)

    def _by_unit(self, found: list[Target], sought: Sought) -> Target | NotFound:
        """Returns, of several targets with one name, the one with the unit, or below the heading."""
        name, unit = shown(sought.name or sought.id), sought.unit
        fitting = found
        if unit:
            sized = self._of_unit(found, sought)
            fitting = [target for target in sized if same_unit(unit, target.unit)] or sized
        if len(fitting) > 1:
            headed = [each for each in fitting if simplified(each.group) == simplified(sought.group)]
            fitting = headed if sought.group and headed else fitting
        if len(fitting) == 1:
            return fitting[0]
        if not fitting:
            return NotFound(phrases.NO_SUCH_NAME_AND_UNIT.fill(name=name, unit=shown(unit)))
        return _ambiguous(name, fitting)

    def _of_unit(self, found: list[Target], sought: Sought) -> list[Target]:
        """Returns, of the targets that a row may mean, those with its unit, perhaps in another size.

        They are kept by the stems of their units: thousands may have the same name.
        """
        key = sought._replace(unit="", name="" if sought.id else sought.name)
        if key not in self._with_stem:
            self._with_stem[key] = with_stem = defaultdict[str, list[Target]](list)
            for target in found:
                for stem in stems_of(target.unit):
                    with_stem[stem].append(target)
        alike = (target for stem in stems_of(sought.unit) for target in self._with_stem[key].get(stem, ()))
        sized = {target.id: target for target in alike if power(sought.unit, target.unit) is not None}
        return list(sized.values())

    def _below(self, sought: Sought) -> Target | NotFound:
        parents = self._names.targets(sought.parent)
        if len(parents) != 1:
            if parents:
                return _ambiguous(shown(sought.parent), parents)
            close = partial(self._close, sought.parent)
            return NotFound(phrases.NO_SUCH_TARGET.fill(name=shown(sought.parent)), close)
        return self._part(parents[0], sought.id or sought.name, sought.name)

    def _part(self, target: Target, text: str, name: str = "") -> Target | NotFound:
        found = self._names.parts(target, text) or (self._names.parts(target, name) if name else [])
        if len(found) == 1:
            return found[0]
        if found:
            return _ambiguous(shown(text), found)
        message = phrases.NO_SUCH_PART.fill(target=target.id, name=shown(text))
        return NotFound(message, partial(self._close_part, target, text))

    def _close_part(self, target: Target, text: str) -> Message | None:
        if target.id not in self._similar_parts:
            self._similar_parts[target.id] = Similar(part.name for part in target.parts)
        return did_you_mean(self._similar_parts[target.id].closest(text))

    def _close(self, text: str) -> Message | None:
        found = self._names.found(text)
        parents = [in_shell(each.parent) for each in found if each.parent]
        if len(parents) > 1:
            return inserted(SAY_UNDER_WHICH, ids=listed(first_of(parents, _MOST))).fill()
        if parents:
            return phrases.SAY_UNDER.fill(target=parents[0])
        return did_you_mean(found[0].id if found else self._names.similar(text))


def _ambiguous(name: str, found: Iterable[Target]) -> NotFound:
    """Tells that a name is that of several targets, with the id of each."""
    phrase = inserted(phrases.AMBIGUOUS, ids=listed(first_of([target.id for target in found], _MOST)))
    return NotFound(phrase.fill(name=name), phrases.USE_ID.fill)
