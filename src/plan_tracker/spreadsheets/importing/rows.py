"""Reads a table of targets: what each row says, field by field, and what in it was not understood."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from plan_tracker.language import Message
from plan_tracker.plan.periods import PlanTime
from plan_tracker.problems import printable
from plan_tracker.spreadsheets.headings import Columns, RowFault, find_columns, period_meant
from plan_tracker.spreadsheets.meanings import Value, meant
from plan_tracker.spreadsheets.reader import Cell, NotASheet, Sheet, is_blank, shown
from plan_tracker.wording import importing as phrases
from plan_tracker.wording import sheets as sheet_phrases

_ANY_YEAR = PlanTime(date(2024, 1, 1), date(2024, 12, 31))
_COMPUTED = frozenset(
    {
        *("completion_rate", "pace", "expected", "lead_pp", "difference", "late", "remaining", "projected"),
        *("required_multiple", "coverage", "uncovered"),
    }
)
"""Columns that follow from others; of these only the lead is looked at, for the tolerance."""

_NO_ID = re.compile(r"[^\w.-]+")


@dataclass
class Draft:
    """What one row says of a target or a part: its fields by name, and its figures by period."""

    row: int
    id: str
    fields: dict[str, Value]
    actuals: dict[str, Decimal] = field(default_factory=dict)


@dataclass
class Drafts:
    """All that a file says: its rows, what stands beside the tables, and what was not understood."""

    drafts: list[Draft]
    remarks: dict[str, Cell]
    faults: list[RowFault]
    notes: list[Message]


def read_drafts(sheets: Sequence[Sheet], given: Mapping[str, str], period: str | None) -> Drafts:
    """The rows of the first table; further sheets of the same file tell more of the same ids.

    `period` is that of figures which name none. Raises NotASheet.
    """
    first = sheets[0]
    columns = find_columns(
        first,
        given,
        _period_of,
        lambda found: "name" in found.fields and len(found.fields) + len(found.periods) > 1,
    )
    if columns is None:
        hint = sheet_phrases.NAME_COLUMN.fill(fields="name, unit, goal, actual, due, owner, group, id …")
        raise NotASheet(sheet_phrases.NO_NAMES_HEADED.fill(file=first.name), hint)
    result = Drafts([], _remarks(sheets), [], [])
    if columns.unknown:
        headings = ", ".join(map(printable, columns.unknown))
        result.notes.append(phrases.UNKNOWN_COLUMNS.fill(headings=headings))
    _read_rows(first, columns, period, result)
    by_id = {draft.id: draft for draft in result.drafts}
    for sheet in sheets[1:]:
        _read_more(sheet, by_id, result.faults)
    return result


def _period_of(heading: str) -> str | None:
    return period_meant(heading, _ANY_YEAR)


def _read_rows(sheet: Sheet, columns: Columns, period: str | None, result: Drafts) -> None:
    seen: dict[str, int] = {}
    has_period = "period" in columns.fields or period is not None
    if "actual" in columns.fields and not has_period:
        heading = shown(sheet.rows[columns.row][columns.fields["actual"]])
        result.notes.append(phrases.NO_PERIOD.fill(heading=heading))
    for number, row in columns.rows(sheet):
        if is_blank(row):
            continue
        fields = _fields(number, row, columns, result.faults)
        name = fields.get("name")
        if not isinstance(name, str):
            result.faults.append(RowFault(number, phrases.NAMELESS.fill()))
            continue
        given = fields.pop("id", None)
        known = str(given) if given is not None else _id_of(name, seen)
        if known in seen:
            twice = phrases.TWICE.fill(id=printable(known), other=str(seen[known]))
            result.faults.append(RowFault(number, twice))
            continue
        seen[known] = number
        draft = Draft(number, known, fields)
        label = fields.pop("period", period)
        actual = fields.pop("actual", None)
        if isinstance(actual, Decimal) and label is not None:
            draft.actuals[period_meant(str(label), _ANY_YEAR) or str(label)] = actual
        for wide, at in columns.periods.items():
            figure = meant("actual", row[at]) if at < len(row) and row[at] is not None else None
            if isinstance(figure, Decimal):
                draft.actuals[wide] = figure
            elif at < len(row) and row[at] is not None:
                result.faults.append(_not_understood(number, wide, row[at]))
        result.drafts.append(draft)


def _read_more(sheet: Sheet, by_id: Mapping[str, Draft], faults: list[RowFault]) -> None:
    """Adds to the drafts what a further sheet says of their ids."""
    columns = find_columns(sheet, {}, _period_of, lambda found: {"id", "name"} <= set(found.fields))
    for number, row in columns.rows(sheet) if columns else ():
        found: list[RowFault] = []
        fields = _fields(number, row, columns, found) if columns else {}
        if draft := by_id.get(str(fields.get("id"))):
            faults += [fault._replace(row=draft.row) for fault in found]
            draft.fields |= {
                key: value
                for key, value in fields.items()
                if key not in (*draft.fields, "id", "actual", "period")
            }


def _fields(number: int, row: Sequence[Cell], columns: Columns, faults: list[RowFault]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key in columns.fields:
        cell = columns.cell(row, key)
        if cell is None or (key in _COMPUTED and key != "lead_pp"):
            continue
        value = meant(key, cell)
        if value is not None:
            found[key] = value
        elif key == "pace_rule":
            faults.append(RowFault(number, phrases.PACE_UNKNOWN.fill()))
        else:
            faults.append(_not_understood(number, key, cell))
    return found


def _not_understood(number: int, key: str, cell: Cell) -> RowFault:
    return RowFault(number, phrases.NOT_UNDERSTOOD.fill(field=key, text=shown(cell)))


def _id_of(name: str, seen: Mapping[str, int]) -> str:
    """An id made of a name: its letters and digits, in small letters."""
    stem = _NO_ID.sub("-", name.casefold()).strip("-") or "target"
    known, number = stem, 2
    while known in seen:
        known, number = f"{stem}-{number}", number + 1
    return known


def _remarks(sheets: Sequence[Sheet]) -> dict[str, Cell]:
    """Rows of a word and what belongs to it, as they stand beside tables: `as of`, `plan`."""
    rows = [[cell for cell in row if cell is not None] for sheet in sheets[1:] for row in sheet.rows]
    pairs = [(row[0], row[-1]) for row in rows if len(row) == len(("word", "what belongs to it"))]
    return {str(word): cell for word, cell in reversed(pairs)}
