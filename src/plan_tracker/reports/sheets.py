"""What a workbook is made of: sheets of typed fields, each with the digits that people should see."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from plan_tracker.language import Language, Phrase
from plan_tracker.reports.status import Count
from plan_tracker.wording import words
from plan_tracker.wording.collecting import PLANS_COLUMN
from plan_tracker.wording.page import WHY
from plan_tracker.wording.tones import Tone


class Number(NamedTuple):
    """An exact number, how many decimals of it are shown, and the sign before it if it is a bound.

    A share is shown in percent, a difference `signed`, and a growth both: +6.2% for 0.062.
    """

    value: Fraction
    decimals: int
    bound: str = ""
    percent: bool = False
    signed: bool = False


class Text(NamedTuple):
    """A text, its tone, and how many steps it is indented below another."""

    text: str
    tone: Tone = Tone.PLAIN
    indent: int = 0


Field: TypeAlias = Number | Text | date | None
Fields: TypeAlias = dict[str, Field]
"""What a row has, by keys; a sheet takes from it what its columns ask for."""


_BARS, _LEADS = frozenset({"completion_rate", "coverage"}), frozenset({"lead_pp"})
"""The columns of shares and of points that have bars behind their figures."""

_HEADINGS = {"plans": PLANS_COLUMN, "why": WHY}
"""The headings of columns that only a workbook has."""


class Columns(NamedTuple):
    """The columns of a sheet by their keys, from left to right: the printed ones, and those beside them.

    A column that is empty in all rows is left out, unless it is there `always`. `table` and `name` are those
    of the sheet.
    """

    table: str
    name: Phrase
    printed: tuple[str, ...]
    beside: tuple[str, ...]
    always: frozenset[str]


class Sheet(NamedTuple):
    """A table with its headings; its columns are numbered from 0.

    `table` is its name in formulas, the same in each language. `bars` are the numbers of the columns where
    bars are drawn behind shares, `leads` of those where they are drawn behind points, `names` is the number
    of the column with the names. The first `printed` columns fit on paper.
    """

    table: str
    name: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[Field, ...], ...]
    bars: tuple[int, ...]
    leads: tuple[int, ...]
    names: int
    printed: int


class Chart(NamedTuple):
    """A chart of the first `rows` rows of a table: a bar for each of the columns with the keys `values`."""

    title: str
    values: tuple[str, ...]
    rows: int


class Line(NamedTuple):
    """The first and the last row of a target in a table, numbered from 0."""

    first: int
    last: int


class Trend(NamedTuple):
    """A chart of a column over one with days, between two days: a line for each of some targets."""

    title: str
    day: str
    value: str
    lines: tuple[Line, ...]
    first: date
    last: date


class Summary(NamedTuple):
    """The first sheet: sentences, how many targets have which status, and what needs attention.

    `headings` stand above the counts. Where nothing needs attention, there is neither `worst` nor its chart.
    """

    name: str
    lines: tuple[str, ...]
    headings: tuple[str, str]
    counts: tuple[Count, ...]
    counts_title: str
    worst_title: str
    worst: Sheet | None
    chart: Chart | None


class Book(NamedTuple):
    """A workbook; on the sheet of rules stand the `rules` first, pairs of a word and its meaning."""

    title: str
    as_of: str
    day: date
    summary: Summary
    sheets: tuple[Sheet, ...]
    history: Sheet | None
    trend: Trend | None
    rules: tuple[tuple[str, str], ...]
    rules_sheet: Sheet


def sheet(columns: Columns, rows: Iterable[Fields], language: Language) -> Sheet:
    """Makes a sheet of rows, without the columns that are empty in all of them."""
    filled = list(rows)
    kept = [
        key
        for key in (*columns.printed, *columns.beside)
        if key in columns.always or any(row[key] not in (None, Text("")) for row in filled)
    ]
    return Sheet(
        table=columns.table,
        name=columns.name.text(language),
        keys=tuple(kept),
        headings=tuple((_HEADINGS.get(key) or words.COLUMN[key]).text(language) for key in kept),
        rows=tuple(tuple(row[key] for key in kept) for row in filled),
        bars=tuple(number for number, key in enumerate(kept) if key in _BARS),
        leads=tuple(number for number, key in enumerate(kept) if key in _LEADS),
        names=kept.index("name"),
        printed=sum(key in columns.printed for key in kept),
    )
