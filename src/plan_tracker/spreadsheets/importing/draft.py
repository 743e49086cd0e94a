"""What the rows of one target or part say, before the time of the plan is known."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from plan_tracker.plan.period_words import Spoken
from plan_tracker.spreadsheets.doubts.plausible import Numbered
from plan_tracker.spreadsheets.importing.values import Value
from plan_tracker.spreadsheets.tables.rows import is_serial
from plan_tracker.spreadsheets.tables.table import Table
from plan_tracker.spreadsheets.tables.vocabulary import GOAL


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
