"""The targets that the rows of a table name: each row a new one, or one more period of one from above."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from plan_tracker.language import Message
from plan_tracker.plan.ids import Ids
from plan_tracker.plan.period_words import Spoken
from plan_tracker.spreadsheets.cells import shown
from plan_tracker.spreadsheets.doubts.counted_twice import Numbered
from plan_tracker.spreadsheets.importing.values import OF_PERIOD, Value, day_in
from plan_tracker.spreadsheets.tables.account import Account
from plan_tracker.spreadsheets.tables.rows import is_serial
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import GOAL
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import sheets as sheet_phrases

_NAMING = ("name", "unit", "group", "parent")
"""Fields that together tell one target from another where there is no id."""


@dataclass
class Draft:
    """What the rows of one target or part say: its fields by name, and its figures by period."""

    row: int
    id: str
    fields: dict[str, Value]
    actuals: dict[Spoken, Decimal] = field(default_factory=dict)

    @property
    def figures(self) -> dict[Hashable, Decimal]:
        """Its goal and its actuals."""
        both = [(GOAL, self.fields.get(GOAL)), *self.actuals.items()]
        return {key: figure for key, figure in both if isinstance(figure, Decimal)}


class Targets:
    """The targets so far, and their ids; notes as a fault a row that can be no other period of its target.

    `telling_apart` returns the hint at what tells two rows (from 1) of one name apart, if anything does.
    """

    def __init__(self, account: Account, telling_apart: Callable[[int, int], Message | None]) -> None:
        self._account, self._telling_apart = account, telling_apart
        self._found: dict[tuple[str, ...], Draft] = {}
        self._ids: defaultdict[str, Ids] = defaultdict(Ids)

    @property
    def drafts(self) -> list[Draft]:
        """The targets in the order of their first rows."""
        return list(self._found.values())

    def take(self, draft: Draft, place: str, whole: Draft | None) -> Draft:
        """Takes what a row says, of a part of `whole` if that is one; returns its target, which has an id.

        The draft has the id that its row gives, if any.
        """
        naming = (str(draft.fields.get(each, "")) for each in _NAMING)
        key = (draft.id,) if draft.id else (*naming, place)
        if (known := self._found.get(key)) is not None:
            self._add(known, draft)
            return known
        siblings = self._ids[whole.id if whole else ""]
        if draft.id:
            siblings.add(draft.id)
        own = draft.id or siblings.made_of(str(draft.fields["name"]))
        draft.id = f"{whole.id}/{own}" if whole else own
        self._found[key] = draft
        return draft

    def _add(self, known: Draft, again: Draft) -> None:
        """Takes another row of a target, with figures for other periods, if everything else is the same."""
        before, after = (day_in(each.fields.get("as_of")) for each in (known, again))
        is_later = before is not None and after is not None and before < after
        may_differ = OF_PERIOD | {GOAL} if is_later else OF_PERIOD  # a goal may be adjusted in between
        same = all(
            known.fields.get(key, value) == value
            for key, value in again.fields.items()
            if key not in may_differ
        )
        if not again.actuals or not same or again.actuals.keys() & known.actuals.keys():
            twice = phrases.TWICE.fill(id=shown(known.id), other=str(known.row))
            is_by_owner = known.fields.get("owner") != again.fields.get("owner")
            hint = phrases.PARTS_BY_OWNER if is_by_owner else sheet_phrases.KEEP_ONE_ROW
            self._account.fault(again.row, twice, self._telling_apart(known.row, again.row) or hint.fill())
            return
        known.actuals |= again.actuals
        known.fields |= {key: value for key, value in again.fields.items() if key in may_differ}


def numbered(drafts: Iterable[Draft], table: Table) -> list[Numbered]:
    """Returns drafts with their names, and with the serial numbers before these, also those of 一、甲."""
    columns = (*filter(is_serial, table.columns), *table.having("id"), *table.having("name"))
    before = [column.at for column in columns]
    return [
        Numbered(
            row=each.row,
            name=str(each.fields["name"]),
            serial=table.grid.first_text(each.row - 1, before),
            figures=each.figures,
            unit=str(each.fields.get("unit") or ""),
            is_part="parent" in each.fields,
        )
        for each in drafts
    ]
