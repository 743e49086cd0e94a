"""What commands that read a table share: their options, opening it, and telling what was understood."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeAlias

import typer

from plan_tracker.cli.meter import Meter
from plan_tracker.cli.speech import speaking
from plan_tracker.cli.telling import note, paper_of, tell, warn
from plan_tracker.language import LIST, inserted, joined, listed
from plan_tracker.problems import TOLD_AT_ONCE, NotDone, printable
from plan_tracker.reports.cells import Cell, Column, PlainRow, plain_table

if TYPE_CHECKING:
    from plan_tracker.spreadsheets.files.opening import Source
    from plan_tracker.spreadsheets.tables.account import Account, ColumnTold, RowFault

ColumnOption: TypeAlias = Annotated[list[str] | None, typer.Option("--column", metavar="FIELD=COLUMN")]
SheetOption: TypeAlias = Annotated[str | None, typer.Option("--sheet", metavar="NAME")]
EncodingOption: TypeAlias = Annotated[str | None, typer.Option("--encoding", metavar="NAME")]
PartialOption: TypeAlias = Annotated[bool, typer.Option("--partial")]
YesOption: TypeAlias = Annotated[bool, typer.Option("--yes")]

_MANY = 4
"""How many columns left out for the same reason are told in one line."""


class Understood(NamedTuple):
    """A column of a table and how it was understood."""

    letter: Cell
    heading: Cell
    means: Cell


def named_columns(given: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Returns the columns that the user names, by field; raises NotDone for an unknown field."""
    from plan_tracker.plan.names import simplified
    from plan_tracker.spreadsheets.tables.vocabulary import FIELDS, GIVEN
    from plan_tracker.wording import sheets as phrases
    from plan_tracker.wording.words import COLUMN, field_name

    fields = (*FIELDS, "place", "year")
    words = {simplified(word): field for field in COLUMN for word in COLUMN[field]}
    words |= {simplified(word): field for field in fields for word in (field, *field_name(field))}
    columns: dict[str, str] = {}
    for text in given:
        word, equals, wanted = text.replace("＝", "=").partition("=")
        field = words.get(simplified(word))
        if not equals or not wanted.strip() or field is None:
            known = [field_name(each) for each in fields if each in {*GIVEN, "place", "year"}]
            hint = inserted(phrases.KNOWN_FIELDS, fields=joined(known, LIST)).fill()
            raise NotDone(phrases.BAD_COLUMN.fill(text=printable(text)), hint)
        if field in columns:
            raise NotDone(phrases.NAMED_TWICE.fill(field=field))
        columns[field] = wanted.strip()
    return tuple(columns.items())


def open_table(path: Path, sheet: str | None, encoding: str | None) -> "Source":
    """Reads a file; raises NotDone."""
    from plan_tracker.spreadsheets.files.opening import open_source

    with Meter():
        return open_source(path, sheet, encoding)


def tell_understood(account: "Account", file: str) -> None:
    """Shows on standard error what was understood of a table, and what is left out."""
    from plan_tracker.wording import sheets as phrases

    language = speaking()
    tell(phrases.UNDERSTOOD.fill(file=file))
    unused: dict[str, list[ColumnTold]] = {}
    for each in account.columns:
        if not each.is_used:
            unused.setdefault(each.text.text(language), []).append(each)
    many = {reason: columns for reason, columns in unused.items() if len(columns) >= _MANY}
    rows = [
        _understood(each) for each in account.columns if each.is_used or each.text.text(language) not in many
    ]
    columns = (
        Column(key="letter", heading=phrases.LETTER),
        Column(key="heading", heading=phrases.HEADING),
        Column(key="means", heading=phrases.MEANS),
    )
    if rows:
        paper_of(sys.stderr, is_colored=False).table(plain_table(columns, rows, language))
    for reason, alike in many.items():
        columns_left = listed(f"{each.column.letter} {each.column.heading}".rstrip() for each in alike)
        note(inserted(phrases.COLUMNS_LEFT_OUT, columns=columns_left).fill(reason=reason))
    for message in (*account.notes, *account.told_rows()):
        note(message)


def _understood(told: "ColumnTold") -> PlainRow:
    """Makes the row that tells of one column."""
    from plan_tracker.wording import sheets as phrases

    text, column = told.text.text(speaking()), told.column
    means = text if told.is_used else phrases.LEFT_OUT.text(speaking(), reason=text)
    return PlainRow(Understood(letter=Cell(column.letter), heading=Cell(column.heading), means=Cell(means)))


def tell_faults(faults: Sequence["RowFault"], ids: Mapping[int, str] | None = None) -> None:
    """Tells what is wrong with each row; `ids` are those of rows that cannot be found by their numbers."""
    from plan_tracker.wording import sheets as phrases

    for fault in faults[:TOLD_AT_ONCE]:
        of_id = phrases.ROW_OF.text(speaking(), id=ids[fault.row]) if ids and fault.row in ids else ""
        hint = fault.hint.text(speaking()) if fault.hint else ""
        values = {"row": str(fault.row), "of": of_id, "text": fault.message.text(speaking()), "hint": hint}
        tell((phrases.ROW_AND_HINT if hint else phrases.ROW).fill(**values))
    if len(faults) > TOLD_AT_ONCE:
        tell(phrases.MORE_FAULTS.fill(number=str(len(faults) - TOLD_AT_ONCE)))


def tell_doubts(account: "Account", file: str, *, yes: bool) -> None:
    """Tells what is probably wrong; raises NotDone unless the user says that it is right."""
    from plan_tracker.wording import sheets as phrases

    for doubt in account.doubts:
        warn(doubt)
    if account.doubts and not yes:
        raise NotDone(phrases.DOUBTFUL.fill(file=file), phrases.SAY_YES.fill())
