"""What commands that read a table share: their options, opening it, and telling what was understood."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeAlias

import typer

from plan_tracker.cli.meter import Waiting
from plan_tracker.cli.session import UsageFailure, failing_in
from plan_tracker.cli.telling import note, paper_of, warn
from plan_tracker.language import Language
from plan_tracker.problems import printable
from plan_tracker.reports.cells import Cell, Column, PlainRow, plain_table

if TYPE_CHECKING:
    from plan_tracker.spreadsheets.files.opening import Source
    from plan_tracker.spreadsheets.tables.account import Account, ColumnTold, RowFault

ColumnOption: TypeAlias = Annotated[list[str] | None, typer.Option("--column", metavar="FIELD=COLUMN")]
SheetOption: TypeAlias = Annotated[str | None, typer.Option("--sheet", metavar="NAME")]
EncodingOption: TypeAlias = Annotated[str | None, typer.Option("--encoding", metavar="NAME")]
PartialOption: TypeAlias = Annotated[bool, typer.Option("--partial")]
YesOption: TypeAlias = Annotated[bool, typer.Option("--yes")]

_MOST_FAULTS = 100
"""How many rows are told one by one; the rest is counted."""

_MANY = 4
"""How many columns left out for the same reason are told in one line."""


class Understood(NamedTuple):
    """A column of a table and how it was understood."""

    letter: Cell
    heading: Cell
    means: Cell


def named_columns(given: Iterable[str], language: Language) -> tuple[tuple[str, str], ...]:
    """Returns the columns that the user names, by field; raises UsageFailure for an unknown field."""
    from plan_tracker.plan.names import simplified
    from plan_tracker.spreadsheets.tables.vocabulary import FIELDS, GIVEN
    from plan_tracker.wording import sheets as phrases
    from plan_tracker.wording.words import COLUMN, LIST, field_name

    fields = (*FIELDS, "place", "year")
    words = {simplified(word): field for field in COLUMN for word in COLUMN[field]}
    words |= {simplified(word): field for field in fields for word in (field, *field_name(field))}
    columns: dict[str, str] = {}
    for text in given:
        word, equals, wanted = text.replace("＝", "=").partition("=")
        field = words.get(simplified(word))
        if not equals or not wanted.strip() or field is None:
            known = (field_name(each).text(language) for each in fields if each in {*GIVEN, "place", "year"})
            hint = phrases.KNOWN_FIELDS.fill(fields=LIST.text(language).join(known))
            raise UsageFailure(phrases.BAD_COLUMN.fill(text=printable(text)), hint, language)
        if field in columns:
            raise UsageFailure(phrases.NAMED_TWICE.fill(field=field), None, language)
        columns[field] = wanted.strip()
    return tuple(columns.items())


def open_table(path: Path, sheet: str | None, encoding: str | None, language: Language) -> "Source":
    """Reads a file; raises UsageFailure."""
    from plan_tracker.spreadsheets.files.opening import open_source

    with failing_in(language), Waiting():
        return open_source(path, sheet, encoding)


def tell_understood(account: "Account", file: str, language: Language) -> None:
    """Shows on standard error what was understood of a table, and what is left out."""
    from plan_tracker.wording import sheets as phrases
    from plan_tracker.wording.words import LIST

    sys.stderr.write(phrases.UNDERSTOOD.text(language, file=file) + "\n")
    unused: dict[str, list[ColumnTold]] = {}
    for each in account.columns:
        if not each.is_used:
            unused.setdefault(each.text.text(language), []).append(each)
    many = {reason: columns for reason, columns in unused.items() if len(columns) >= _MANY}
    rows = [
        _understood(each, language)
        for each in account.columns
        if each.is_used or each.text.text(language) not in many
    ]
    columns = (
        Column(key="letter", heading=phrases.LETTER),
        Column(key="heading", heading=phrases.HEADING),
        Column(key="means", heading=phrases.MEANS),
    )
    if rows:
        paper_of(sys.stderr, is_colored=False).table(plain_table(columns, rows, language))
    for reason, alike in many.items():
        listed = LIST.text(language).join(f"{each.letter} {each.heading}".rstrip() for each in alike)
        note(phrases.COLUMNS_LEFT_OUT.fill(reason=reason, columns=listed), language)
    for message in (*account.notes, *account.told_rows()):
        note(message, language)


def _understood(column: "ColumnTold", language: Language) -> PlainRow:
    """Makes the row that tells of one column."""
    from plan_tracker.wording import sheets as phrases

    text = column.text.text(language)
    means = text if column.is_used else phrases.LEFT_OUT.text(language, reason=text)
    return PlainRow(Understood(letter=Cell(column.letter), heading=Cell(column.heading), means=Cell(means)))


def tell_faults(faults: Sequence["RowFault"], language: Language) -> None:
    """Tells what is wrong with each row."""
    from plan_tracker.wording import sheets as phrases

    for fault in faults[:_MOST_FAULTS]:
        hint = fault.hint.text(language) if fault.hint else ""
        values = {"row": str(fault.row), "text": fault.message.text(language), "hint": hint}
        sys.stderr.write((phrases.ROW_AND_HINT if hint else phrases.ROW).text(language, **values) + "\n")
    if len(faults) > _MOST_FAULTS:
        more = phrases.MORE_FAULTS.text(language, number=str(len(faults) - _MOST_FAULTS))
        sys.stderr.write(f"{more}\n")


def tell_doubts(account: "Account", file: str, language: Language, *, yes: bool) -> None:
    """Tells what is probably wrong; raises UsageFailure unless the user says that it is right."""
    from plan_tracker.wording import sheets as phrases

    for doubt in account.doubts:
        warn(doubt, language)
    if account.doubts and not yes:
        raise UsageFailure(phrases.DOUBTFUL.fill(file=file), phrases.SAY_YES.fill(), language)
