"""Where a report's text prints the figures of a plan, what it prints instead, and what no target covers."""

from collections.abc import Iterator, Mapping
from typing import Annotated, NamedTuple

from plan_tracker.language import Language
from plan_tracker.questions.document.nearby import Hint, Near
from plan_tracker.questions.document.reading import Reading, Sighting
from plan_tracker.questions.document.source import Document, Part, Place
from plan_tracker.reports.audit_figures import stated_text
from plan_tracker.reports.cells import Cell, Column, PlainRow, Table, columns_of, plain_table
from plan_tracker.reports.texts import full_name, with_unit
from plan_tracker.wording import audit as phrases
from plan_tracker.wording.tones import Tone

_SHOWN = 200
"""How many percentages that no target covers are shown to people; nobody reads more."""


class SightingCells(NamedTuple):
    """Where a text prints one figure of the plan: a cell for each column."""

    name: Cell
    figure: Annotated[Cell, Column(heading=phrases.COLUMN["figure"], right=True)]
    line: Annotated[Cell, Column(heading=phrases.COLUMN["line"], right=True)]
    note: Cell


SIGHTING_COLUMNS = columns_of(SightingCells)


class UncoveredCells(NamedTuple):
    """One percentage of a text that no target covers: a cell for each column."""

    line: Annotated[Cell, Column(heading=phrases.COLUMN["line"], right=True)]
    figure: Annotated[Cell, Column(heading=phrases.COLUMN["figure"], right=True)]
    words: Annotated[Cell, Column(heading=phrases.COLUMN["words"], rank=3)]


UNCOVERED_COLUMNS = columns_of(UncoveredCells)


def sightings_table(reading: Reading, names: Mapping[str, str], language: Language) -> Table[PlainRow]:
    """Makes a table with a row for each figure that the text should print: its line, or what is near it.

    `names` has the names of the targets by their ids.
    """
    rows = (
        PlainRow(cells)
        for sighting in reading.sightings
        for cells in _rows(sighting, full_name(sighting.target, names, language), reading.document, language)
    )
    return plain_table(_placed(SIGHTING_COLUMNS, reading), rows, language)


def totals(reading: Reading, language: Language) -> str:
    """Tells how many figures were looked for and not found, and how many percentages no target covers."""
    lines = [each.line for sighting in reading.sightings for each in _figures(sighting, language)]
    return phrases.FOUND_TOTALS.text(
        language,
        figures=str(len(lines)),
        missing=str(lines.count(None)),
        uncovered=str(len(reading.uncovered)),
    )


def uncovered_table(reading: Reading, language: Language) -> Table[PlainRow]:
    """Makes a table with a row for each of the first percentages of the text that no target covers."""
    cells = (
        UncoveredCells(
            line=Cell(_place(each.line, reading.document, language)),
            figure=Cell(each.figure, Tone.WARNING),
            words=Cell(each.words),
        )
        for each in reading.uncovered[:_SHOWN]
    )
    return plain_table(_placed(UNCOVERED_COLUMNS, reading), map(PlainRow, cells), language)


def uncovered_sentence(reading: Reading, language: Language) -> str:
    """Tells how many of these percentages are not shown, or that there are none at all."""
    if not reading.uncovered:
        return phrases.NONE_UNCOVERED.text(language)
    more = len(reading.uncovered) - _SHOWN
    return phrases.MORE_UNCOVERED.text(language, number=str(more)) if more > 0 else ""


def _placed(columns: tuple[Column, ...], reading: Reading) -> tuple[Column, ...]:
    """Returns the columns, with `place` instead of `line` for a file that has no lines of its own."""
    if not reading.document.runs:
        return columns
    place = phrases.COLUMN["place"]
    return tuple(
        column._replace(heading=place, right=False) if column.key == "line" else column for column in columns
    )


def _rows(sighting: Sighting, name: str, document: Document, language: Language) -> list[SightingCells]:
    rows: list[SightingCells] = []
    for figure in _figures(sighting, language):
        if figure.line is not None:
            cell, note = Cell(_place(figure.line, document, language)), ""
        else:
            cell = Cell(phrases.NOT_FOUND.text(language), Tone.WARNING)
            beside = bool(rows) and sighting.line is not None
            note = _hint(figure.near, figure.text, document, language) if figure.near else ""
            note = note or (phrases.NOT_BESIDE.text(language) if beside else "")
        rows.append(
            SightingCells(
                name=Cell(name),
                figure=Cell(figure.text),
                line=cell,
                note=Cell(note, Tone.WARNING),
            )
        )
    return rows


class _Figure(NamedTuple):
    """A figure that the text should print: on which line it does, or else what is near it."""

    text: str
    line: int | None
    near: Near | None


def _figures(sighting: Sighting, language: Language) -> Iterator[_Figure]:
    """Yields the figures that the text should print of a target, the actual first."""
    if actual := sighting.actual:
        text = with_unit(actual.value, sighting.target.unit)
        yield _Figure(text=text, line=sighting.line, near=sighting.near)
    for each in sighting.stated:
        yield _Figure(text=stated_text(each.stated, language), line=each.line, near=each.near)


def _hint(near: Near, figure: str, document: Document, language: Language) -> str:
    place = document.place(near.line)
    where = _named(place, language)
    preposition = phrases.ON if place.part in (Part.LINE, Part.PAGE) else phrases.IN
    there = preposition.text(language, place=where)
    match near.hint:
        case Hint.PRINTS:
            return phrases.PRINTS.text(language, place=where, printed=near.printed, figure=figure)
        case Hint.UNNAMED:
            return phrases.UNNAMED.text(language, place=there)
        case Hint.APART:
            return phrases.APART.text(language, place=there)


def _place(line: int, document: Document, language: Language) -> str:
    place = document.place(line)
    return str(place.number) if place.part is Part.LINE else _named(place, language)


def _named(place: Place, language: Language) -> str:
    return phrases.PLACE[place.part].text(language, number=str(place.number), row=str(place.row))
